"""Quotation marks: which stretches of the text stand between them.

Marks are paired inside one block. A quotation that is not closed ends with its block and may go on in the next one,
which opens with a mark of its own. Apostrophes are never marks.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable
from dataclasses import dataclass

from communique.model.span import Span, stripped

_MARKS = re.compile("[\"“”„‟«»＂]|''|``|[‘’']")
_CLOSING = {"“": "”“", "”": "”", "„": "“”", "‟": "”", "«": "»", "»": "«", '"': '"', "＂": "＂", "''": "''", "``": "''"}
_MIXED = ({"“", '"'}, {'"', "”"})
_SINGLE = "‘’'"
# Single marks are told from apostrophes by what comes after; nobody quotes longer stretches between them.
LONGEST_SINGLE = 2000
_BEFORE_OPENING = " \t\n\r\u00a0([{—–-:/"


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch between quotation marks.

    span holds the marks, inner does not (nor a comma before the closing mark). closed is False where the block ends
    before a closing mark.
    """

    span: Span
    inner: Span
    block: int
    closed: bool


class Quotations:
    """The quotations of a text, in order and apart from each other, asked for by place."""

    def __init__(self, rows: Iterable[Quotation]) -> None:
        self.rows = tuple(rows)
        self._starts = [row.span.start for row in self.rows]
        self._ends = [row.span.end for row in self.rows]

    def touching(self, span: Span) -> tuple[Quotation, ...]:
        """Those that share a character with the span."""
        return self.rows[bisect.bisect_right(self._ends, span.start) : bisect.bisect_left(self._starts, span.end)]

    def at(self, offset: int) -> Quotation | None:
        """The one that this character stands in."""
        found = self.touching(Span(offset, offset + 1))
        return found[0] if found else None

    def before(self, offset: int, block: int) -> Quotation | None:
        """The last one of the block that ends at or before this character."""
        last = bisect.bisect_right(self._ends, offset) - 1
        return self.rows[last] if last >= 0 and self.rows[last].block == block else None


def _opens(text: str, start: int, end: int, block: Span) -> bool:
    before = text[start - 1] if start > block.start else " "
    after = text[end] if end < block.end else " "
    return (before in _BEFORE_OPENING or before in "“‘\"'") and not after.isspace()


def _closes_single(text: str, at: int, block: Span) -> bool:
    after = text[at + 1] if at + 1 < block.end else " "
    return not after.isalnum() and not text[at - 1].isspace()


def _single_end(text: str, start: int, block: Span) -> int | None:
    """Where a quotation that opens with the single mark at start closes; None where it is an apostrophe."""
    opener = text[start]
    if not _opens(text, start, start + 1, block) or not text[start + 1 : start + 2].isalpha():
        return None
    closer = "’" if opener == "‘" else opener
    found = None
    for at in range(start + 2, min(block.end, start + LONGEST_SINGLE)):
        if text[at] == opener and opener != closer:
            break
        if text[at] == closer and _closes_single(text, at, block):
            # "the leaders’ talks": after an s without punctuation it may be a plural's apostrophe; a later mark decides
            if text[at - 1] != "s":
                return at + 1
            found = found or at + 1
    return found


def quotations(text: str, blocks: Iterable[tuple[int, Span]]) -> Quotations:
    """The quotations of the given blocks (number and place), in text order; what is quoted inside one is not listed."""
    out: list[Quotation] = []
    for number, block in blocks:
        at = block.start
        lost = _without_opening(text, number, block)
        if lost:
            out.append(lost)
            at = lost.span.end
        while mark := _MARKS.search(text, at, block.end):
            found = _quotation(text, mark, number, block)
            if found:
                out.append(found)
            at = found.span.end if found else mark.end()
    return Quotations(out)


def _without_opening(text: str, number: int, block: Span) -> Quotation | None:
    """A quotation whose opening mark was lost: '... in the coming weeks,” Harper said' from the start of its block."""
    mark = _MARKS.search(text, block.start, block.end)
    while mark and mark[0] in _SINGLE:
        mark = _MARKS.search(text, mark.end(), block.end)
    if mark is None or mark[0] not in {"”", '"'} or mark.start() < block.start + 2:
        return None
    if text[mark.start() - 1] not in ",.?!" or _opens(text, mark.start(), mark.end(), block):
        return None
    return _made(text, block.start, 0, mark.end(), 1, number, True)


def _quotation(text: str, mark: re.Match[str], number: int, block: Span) -> Quotation | None:
    start, opener = mark.start(), mark[0]
    if opener in _SINGLE:
        end = _single_end(text, start, block)
        return None if end is None else _made(text, start, 1, end, 1, number, True)
    if not _opens(text, start, mark.end(), block) or opener == "”":
        return None
    nested = False
    for other in _MARKS.finditer(text, mark.end(), block.end):
        looks_open = _opens(text, other.start(), other.end(), block)
        if other[0] in _closing(opener) and other[0] == opener and looks_open:
            if opener in {'"', "''"} and text[other.start() - 1].isspace():
                # an opening straight mark while one is open: the closing one was lost, the quotation ends before it
                return _made(text, start, len(opener), other.start(), 0, number, False)
        elif other[0] in _closing(opener):
            return _made(text, start, len(opener), other.end(), len(other[0]), number, True)
        elif {opener, other[0]} in _MIXED:
            # opened with one kind of mark and closed with the other, unless a pair of that kind stands inside
            if not looks_open and not nested and text[other.start() - 1] in ",.?!":
                return _made(text, start, len(opener), other.end(), 1, number, True)
            nested = looks_open
    return _made(text, start, len(opener), block.end, 0, number, False)


def _closing(opener: str) -> tuple[str, ...]:
    both = _CLOSING.get(opener, "")
    return (both,) if both == "''" else tuple(both)


def _made(text: str, start: int, opening: int, end: int, closing: int, number: int, closed: bool) -> Quotation | None:
    inner = stripped(text, start + opening, end - closing, ",")
    whole = stripped(text, start, end)
    return Quotation(whole, inner, number, closed) if inner and whole else None
