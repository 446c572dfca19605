"""Spans: the places in a text that values were read from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a text: `[start, end)` in Unicode code points.

    Raises ValueError where it is empty or begins before the text: a value without evidence cannot be built.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span must hold at least one character, not [{self.start}, {self.end})")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The characters that the span stands for."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """Whether the other lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def shifted(self, by: int) -> Span:
        """The same stretch in a text that has `by` more characters before it."""
        return Span(self.start + by, self.end + by)


Evidence = tuple[Span, ...]
"""Where a value was read: at least one span, in text order, none twice."""


def evidence(*spans: Span | None) -> Evidence:
    """The given spans in text order, without repetitions; None are left out.

    Raises ValueError where nothing is left.
    """
    kept = tuple(sorted({span for span in spans if span is not None}))
    if not kept:
        raise ValueError("a value needs at least one span of evidence")
    return kept


def stripped(text: str, start: int, end: int, extra: str = "") -> Span | None:
    """The span without white space (and the characters of `extra`) at its ends; None where nothing else is in it."""
    while start < end and (text[start].isspace() or text[start] in extra):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in extra):
        end -= 1
    return Span(start, end) if start < end else None


def joined(spans: Iterable[Span], text: str) -> tuple[Span, ...]:
    """Spans in order, those that overlap or have only white space between them made one."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and (span.start <= out[-1].end or not text[out[-1].end : span.start].strip()):
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return tuple(out)
