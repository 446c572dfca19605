"""Streaks: how many years in a row something has been so ("the largest trading partner for 15 consecutive years")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from communique.model.span import Span, stripped
from communique.reading.figures.spelled import WORDS, spelled

_N = rf"(?P<n>\d{{1,3}}(?:st|nd|rd|th)?|(?i:{WORDS})[a-z -]{{0,12}}?)"
_STREAK = re.compile(
    rf"\b(?:{_N}\s(?:consecutive|straight|successive|uninterrupted|continuous)\syears?"
    rf"|{_N.replace('?P<n>', '?P<m>')}\syears?\s(?:in\sa\srow|running|on\send|in\ssuccession|consecutively))\b"
)
_PARTNER = re.compile(
    rf"\b(?:largest|biggest|top|main|leading|number one|no\. ?1)\s[\w\s’'-]{{3,60}}?\sfor\s(?:the\s(?:past"
    rf"|last)\s)?{_N}\syears?\b",
    re.IGNORECASE,
)
_HINT = re.compile(
    r"consecutive|straight|successive|in a row|running|succession|largest|biggest|uninterrupted", re.IGNORECASE
)
_WHAT = re.compile(
    r"(?P<what>(?:(?:the|[A-Z][\w’']*['’]s?)\s)?(?:second[- ])?"
    r"(?:largest|biggest|top|main|leading)\s[\w\s’'-]{3,60}?)(?=\s(?:for"
    r"|in|of|since)\b|[,.;])"
)


@dataclass(frozen=True, slots=True)
class Streak:
    """How many years, where it stands, and the printed words for what has lasted."""

    years: int
    span: Span
    what: Span | None


def streaks(text: str, start: int, stop: int) -> Iterator[Streak]:
    """The streaks of the sentence text[start:stop]."""
    if not _HINT.search(text, start, stop):
        return
    seen: list[Span] = []
    for pattern in (_STREAK, _PARTNER):
        for match in pattern.finditer(text, start, stop):
            group = "n" if pattern is _PARTNER or match["n"] else "m"
            years = _years(text, match.start(group), match[group])
            span = Span(match.start(group), match.end())
            if years is None or years < 2 or any(span.overlaps(other) for other in seen):
                continue
            seen.append(span)
            yield Streak(years, span, _what(text, start, span))


def _years(text: str, at: int, printed: str) -> int | None:
    if printed[0].isdigit():
        return int(re.sub(r"\D", "", printed))
    number = spelled(text, at, at + len(printed))
    return int(number.value) if number else None


def _what(text: str, start: int, span: Span) -> Span | None:
    found = list(_WHAT.finditer(text, max(start, span.start - 120), span.start))
    return stripped(text, *found[-1].span("what")) if found else None
