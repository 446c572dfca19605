"""The ledger: what was promised, by whom, and what became of it."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence

from communique.analyse.undertakings import grouped, leading
from communique.knowledge.base import Knowledge
from communique.knowledge.stems import stem
from communique.model.dates import PartialDate
from communique.model.record import MergedRow
from communique.model.undertaking import State, Undertaking

STATUSES = ("called_for", "offered", "pledged", "agreed", "signed", "implemented")
"""What a commitment's status says, each going further than those before."""
DONE = frozenset({"completed"})
ENDED = frozenset({"suspended", "withdrawn", "terminated"})
STATEMENTS = frozenset({"statement", "declaration", "communique"})
_RANK = {status: rank for rank, status in enumerate(STATUSES)}


def ledger(rows: Iterable[MergedRow], kb: Knowledge, as_of: PartialDate | None = None) -> tuple[Undertaking, ...]:
    """The commitments of a record as undertakings, by the day of their first step.

    as_of is the day by which deadlines are judged.
    """
    return tuple(undertaking(steps, as_of) for steps in grouped(rows, kb))


def undertaking(steps: Sequence[MergedRow], as_of: PartialDate | None = None) -> Undertaking:
    """The steps of one undertaking, in the order of time, as a row of the ledger."""
    affirmed = [row for row in steps if (leading(row, "polarity") or "affirmed") == "affirmed"] or list(steps)
    ranked = [(rank(row), leading(row, "status")) for row in affirmed]
    status = max(ranked, key=lambda row: row[0])[1]
    dates = [date for row in steps if (date := _date(leading(row, "deadline")))]
    deadline = dates[-1] if dates else None
    state = _state(status, affirmed)
    overdue = (
        None if as_of is None or deadline is None else state not in ("done", "ended") and deadline.last < as_of.first
    )
    return Undertaking(
        steps[0].id,
        tuple(steps),
        _all(steps, "bound"),
        _all(steps, "toward"),
        _all(steps, "field"),
        _latest(steps, "label"),
        _latest(steps, "amount"),
        _latest(steps, "count"),
        deadline,
        tuple(dict.fromkeys(dates)),
        status,
        state,
        sum(_no_further(affirmed)),
        overdue,
    )


def rank(row: MergedRow) -> int:
    """How far a step goes; -1 where no article says."""
    return _RANK.get(leading(row, "status") or "", -1)


def _no_further(steps: Sequence[MergedRow]) -> Iterator[bool]:
    """For each step after the first whether it is a later day's that went no further than those before."""
    reached = rank(steps[0])
    for before, row in itertools.pairwise(steps):
        later = row.encounter is not None and before.day is not None and row.day is not None and row.day != before.day
        yield later and rank(row) <= reached
        reached = max(reached, rank(row))


def _state(status: str | None, affirmed: Sequence[MergedRow]) -> State:
    last = [step for row in affirmed if (step := leading(row, "step"))]
    if last and last[-1] in ENDED:
        return "ended"
    if any(step in DONE for step in last):
        return "done"
    if status == "implemented":
        # A treaty in force binds; what it promises is still to be done.
        reports = [row for row in affirmed if leading(row, "status") == "implemented"]
        return "open" if all(leading(row, "step") == "in_force" for row in reports) else "reported"
    if status == "signed" and all(_is_statement(row) for row in affirmed if leading(row, "status") == "signed"):
        return "done"
    return "called for" if status == "called_for" else "offered" if status == "offered" else "open"


def _is_statement(row: MergedRow) -> bool:
    """Whether what was signed is a text that says something and leaves nothing to be done."""
    return not {stem(word) for word in (leading(row, "label") or "").split()}.isdisjoint(STATEMENTS)


def _latest(steps: Sequence[MergedRow], field: str) -> str | None:
    return next((value for row in reversed(steps) if (value := leading(row, field))), None)


def _all(steps: Sequence[MergedRow], field: str) -> tuple[str, ...]:
    values = (one.value for row in steps for one in row.values.get(field, ()) if not one.rejected)
    return tuple(dict.fromkeys(values))


def _date(text: str | None) -> PartialDate | None:
    try:
        return PartialDate.parse(text) if text else None
    except ValueError:  # a half or a quarter
        return None


def narrowed(
    rows: Iterable[Undertaking],
    *,
    states: Iterable[State] = (),
    overdue: bool = False,
    repeated: bool = False,
    calls: bool = False,
) -> tuple[Undertaking, ...]:
    """The undertakings of these states (all where none is given), that are overdue, or that were repeated.

    What one side only called for binds nobody and is left out unless calls is set; so is what articles negate or deny.
    """
    wanted = frozenset(states)
    return tuple(
        row
        for row in rows
        if (calls or (row.state != "called for" and _affirmed(row)))
        and (not wanted or row.state in wanted)
        and (not overdue or row.overdue)
        and (not repeated or row.repeated)
    )


def _affirmed(row: Undertaking) -> bool:
    return any((leading(step, "polarity") or "affirmed") in ("affirmed", "conditional") for step in row.steps)
