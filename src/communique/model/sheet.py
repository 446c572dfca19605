"""Sheets: answers laid out for people, before any form (terminal, Markdown, HTML, Word) is chosen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from communique.model.answer import Cited

Notes = dict[tuple[str, int, int], tuple[int, Cited]]
"""Footnotes by the article and the characters of their sentence: the number of each, and the sentence."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of an answer with the sentences that it is made of.

    label is what stands before it (a day). counts are articles, outlets and independent origins, None where there is
    nothing to count. id is the row of the record that `communique show` opens. under are lines that belong to it.
    """

    text: str
    cited: tuple[Cited, ...] = ()
    label: str = ""
    counts: tuple[int, int, int] | None = None
    id: str | None = None
    under: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of counts: its head, its rows, and how wide the first column is in print."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its lines, or a table; note says what they are and what they leave out.

    silent marks lines that say what the record does not have: there is no sentence to cite for them.
    """

    title: str
    lines: tuple[Line, ...] = ()
    grid: Grid | None = None
    note: str = ""
    silent: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """An answer: its title, what is to be known first, its sections."""

    title: str
    lead: tuple[Line, ...]
    sections: tuple[Section, ...]

    def lines(self) -> Iterator[Line]:
        """All lines in the order of the page, those under others after them."""
        for line in (*self.lead, *(line for section in self.sections for line in section.lines)):
            yield line
            yield from line.under

    def footnotes(self) -> Notes:
        """The sentences of all lines, numbered in the order in which they are first cited, each once."""
        found: Notes = {}
        for line in self.lines():
            for one in line.cited:
                found.setdefault(key(one), (len(found) + 1, one))
        return found


def key(one: Cited) -> tuple[str, int, int]:
    """What makes two footnotes the same: the sentence."""
    return (one.article, one.sentence.start, one.sentence.end)
