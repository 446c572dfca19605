"""Sections and rows: what a page is made of, before layout."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from communique.model.span import Span

NOT_STATED = "not stated"
Named = Callable[[str], str]
"""The printed name of a country or organisation id."""


@dataclass(frozen=True, slots=True)
class Row:
    """One value: its label, what is printed, where it was read and by which rule (None: printed as such).

    spoken marks a statement: its label is the cue, its value what was said.
    """

    label: str
    value: str
    evidence: tuple[Span, ...] = ()
    rule: str | None = None
    spoken: bool = False

    @property
    def missing(self) -> bool:
        """Whether the article does not state it."""
        return self.value == NOT_STATED


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it. level 1 is a part of the page, 2 one encounter or one speaker."""

    title: str
    rows: tuple[Row, ...] = ()
    level: int = 1
    note: str = ""
    tags: tuple[str, ...] = ()
