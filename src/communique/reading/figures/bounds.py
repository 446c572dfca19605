"""Bounds of a number: the words about it that say "more than", "less than" or "about"."""

from __future__ import annotations

import re

from communique.model.reading import Bound

_OVER = (
    r"(?:well |just |slightly |far |much |significantly )?"
    r"(?:over|above|more than|greater than|larger than|higher than|in excess of|upwards? of|north of)"
    r"|at (?:the )?least|not? (?:less|fewer) than|a minimum of|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|topp(?:ed|ing)"
    r"|tops|beyond"
)
_UNDER = (
    r"(?:well |just |slightly |far )?(?:under|below|less than|fewer than|lower than)"
    r"|up to|at (?:the )?most|not? (?:more|greater) than|as (?:much|many) as|a maximum of"
)
_ABOUT = (
    r"(?:an? |the )?estimated|about|around|approximately|approx\.?|roughly|some|nearly|almost|close to|near(?:ing)?"
    r"|approaching|circa|ca?\.|~|just shy of|virtually"
)
# Asked of the few characters before a number; the earliest beginning wins, so that "no more than" is not "more than".
_BEFORE = re.compile(
    rf"(?<![\w-])(?:(?P<under>{_UNDER})|(?P<over>{_OVER})|(?P<about>{_ABOUT}))"
    rf"(?:\s(?:an?|the|its|their|some|about|around|additional|another))?\s?$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"(?P<over>\+(?!\d)|[- ]plus\b|\s(?:or|and) (?:more|above|over)\b)"
    r"|(?P<under>\s(?:or|and) (?:less|fewer|below|under)\b)"
    r"|(?P<about>[- ](?:odd|ish)\b|\sor so\b)",
    re.IGNORECASE,
)
_REACH = 34


def bound_about(text: str, start: int, end: int, floor: int, stop: int) -> tuple[int, int, Bound | None]:
    """Where a number with its bounds begins and ends, and which bound it is ("nearly" and "almost" are about)."""
    before = _BEFORE.search(text, max(floor, start - _REACH), start)
    after = _AFTER.match(text, end, stop)
    begins = before.start() if before else start
    ends = after.end() if after else end
    found = before or after
    if found is None:
        return begins, ends, None
    bound: Bound = "over" if found["over"] else "under" if found["under"] else "about"
    return begins, ends, bound
