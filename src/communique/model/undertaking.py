"""Undertakings: what a side bound itself to, followed from one encounter to the next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from communique.model.dates import PartialDate
from communique.model.record import MergedRow

State = Literal["called for", "offered", "open", "reported", "done", "ended"]
"""How far an undertaking got, as articles tell it: asked of a side, offered by one, binding and not carried out, first
results reported, carried out, suspended or withdrawn."""


@dataclass(frozen=True, slots=True)
class Undertaking:
    """One undertaking in the course of time.

    id is that of its first step; steps are commitments of the record in the order of their days, the undated last.
    bound and toward are all parties that any step names. status is the furthest that a step affirms. deadline is that
    of the latest step which states one, deadlines are all that were ever set, the first first; overdue says that
    deadline lay before the day asked about and nothing tells that the undertaking was carried out, None where no day
    was asked about or there is no deadline. repeated counts the later steps that took it no further than it was.
    """

    id: str
    steps: tuple[MergedRow, ...]
    bound: tuple[str, ...]
    toward: tuple[str, ...]
    fields: tuple[str, ...]
    label: str | None
    amount: str | None
    count: str | None
    deadline: PartialDate | None
    deadlines: tuple[PartialDate, ...]
    status: str | None
    state: State
    repeated: int
    overdue: bool | None = None

    @property
    def first(self) -> PartialDate | None:
        """The day of its first step."""
        return self.steps[0].day

    @property
    def last(self) -> PartialDate | None:
        """The day of its latest step that has one."""
        return next((row.day for row in reversed(self.steps) if row.day), None)

    @property
    def disputed(self) -> bool:
        """Whether articles contradict each other about any of its steps."""
        return any(row.contradictions for row in self.steps)
