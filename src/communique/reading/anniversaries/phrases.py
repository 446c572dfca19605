"""How anniversaries are printed: "75th anniversary of ...", "golden jubilee", "50 years of diplomatic relations"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from communique.model.span import Span, stripped
from communique.reading.figures.spelled import WORDS, ordinal, spelled
from communique.reading.wordlist import one_of

_JUBILEES = {"silver": 25, "golden": 50, "diamond": 60, "platinum": 70}
_CENTENARIES = {
    "centenary": 100, "centennial": 100, "bicentenary": 200, "bicentennial": 200, "sesquicentennial": 150,
    "tercentenary": 300, "tricentennial": 300, "quincentenary": 500,
}  # fmt: skip
_CENTURIES = {
    "a quarter of a": 25,
    "a quarter": 25,
    "quarter of a": 25,
    "half a": 50,
    "three quarters of a": 75,
    "three-quarters of a": 75,
    "a": 100,
}
_WORD = re.compile(
    r"anniversar(?:y|ies)\b|\bjubilee\b|\b(?:cent|bicent|tercent|quincent)enar(?:y|ies)\b|\b(?:bi|sesqui|tri)?centennial\b"
    r"|years['’]?\s(?:of|since)\b|\bcentury\s(?:of|since)\b",
    re.IGNORECASE,
)
"""Asked of every sentence: without one of these words there is no anniversary."""
_ORDINAL = re.compile(
    r"(\d{1,3})(?:\s?(?:st|nd|rd|th|[eº]|er|ème|eme|-?(?:ое|летие)))?(?:[\s-]years?)?[\s-]*(?:\(\w+\)\s)?$",
    re.IGNORECASE,
)
_BEFORE_WORDS = re.compile(r"((?:[^\W\d_]+[\s-]){1,4})$")
_ALSO = re.compile(r"(\d{1,3})(?:st|nd|rd|th)?\s(?:and|or|,)\s(?:the\s)?(?:\d{1,3}(?:st|nd|rd|th)?\s)?$")
_JUBILEE = re.compile(rf"({one_of(_JUBILEES)})\s$", re.IGNORECASE)
_RELATIONS = (
    r"(?:(?:full|formal|official|modern)\s)*(?:(?:diplomatic|bilateral)\s(?:and\s\w+\s)?(?:relations(?:hip)?"
    r"|ties|links|partnership|friendship|relationships)|diplomacy)"
)
_YEARS_OF = re.compile(
    rf"\b(?:(?P<n>\d{{1,3}})|(?P<words>(?i:{WORDS})[a-z -]{{0,16}}?))[\s-]years['’]?"
    r"\s(?:of|since)\s(?:the\s)?(?:(?:establishment"
    rf"|launch|start|opening|resumption"
    rf"|normali[sz]ation)\sof\s)?(?:the\s|their\s|our\s|its\s|\w+[-–]\w+\s)?{_RELATIONS}\b",
    re.IGNORECASE,
)
_CENTURY_OF = re.compile(
    rf"\b(?P<c>{'|'.join(sorted(_CENTURIES, key=len, reverse=True))})\s?century"
    r"\s(?:of|since)\s(?:the\s)?(?:(?:establishment"
    rf"|start)\sof\s)?{_RELATIONS}\b",
    re.IGNORECASE,
)
_OF = re.compile(r"(?:\scelebrations?|\scommemorations?)?\s(?:of|since|for|marking)\s", re.IGNORECASE)
_ENDS = re.compile(
    r"[.;:!?()\[\]“”\"\n]|,\s|\s[—–-]\s|\s(?:that|which|who|this|last|next|on|with|as|we|and\sthe\s(?:\d|\w+\s(?:jubilee|anniversar))|and\s(?:we|they|he|she|it|the\s(?:two|leaders|start|launch|\w+\sYears?))"
    r"|will|was|were|is|are|has|have|had|by|during|at|when|while|where|ahead|amid|after|before|signed|held|to|today|yesterday|in\s(?:\d|a\b|the\scoming|New|London|Paris)"
    r"|said|says|celebrat\w+|mark(?:s|ed|ing)?)\b",
    re.IGNORECASE,
)
_LED_BY = re.compile(r"(?P<owner>[^\W\d_](?:[\w.’'&-]+\s){0,4}?[\w.&-]*)['’]s?\s$")
_PRONOUN = re.compile(
    r"\b(?:its|their|our|the (?:country|organi[sz]ation|bloc|group|alliance|union|association)['’]s)\s$", re.IGNORECASE
)
_NO_YEAR = re.compile(r"\b(?:each|every|on (?:the|an) |annual)\s?$", re.IGNORECASE)
_NOUN = re.compile(r"\s(?P<what>[A-Z][\w’'&-]*(?:\s[\w’'&-]+){0,4})")
_MOST_CHARS = 160


@dataclass(frozen=True, slots=True)
class Phrase:
    """One printed anniversary: n, the place of the words for it, and the place of what it is of.

    what is None where the phrase does not say; owner is then the place of the possessive before it ("NATO's", "its").
    relations says that it is of diplomatic relations by its own words.
    """

    n: int
    span: Span
    what: Span | None
    owner: Span | None = None


def phrases(text: str, start: int, stop: int) -> Iterator[Phrase]:
    """The anniversaries that text[start:stop] prints with their number."""
    if not _WORD.search(text, start, stop):
        return
    for match in _WORD.finditer(text, start, stop):
        word = match[0].lower()
        if word.startswith(("years", "century")):
            continue
        for n, begins in _number(text, start, match, word):
            yield _phrase(text, start, stop, n, Span(begins, match.end()))
    for match in _YEARS_OF.finditer(text, start, stop):
        value = int(match["n"]) if match["n"] else _spelled(text, match.start("words"), match.end("words"))
        if value and value > 1:
            yield Phrase(value, Span(*match.span()), _relations(text, match))
    for match in _CENTURY_OF.finditer(text, start, stop):
        yield Phrase(_CENTURIES[match["c"].lower()], Span(*match.span()), _relations(text, match))


def _spelled(text: str, start: int, stop: int) -> int | None:
    number = spelled(text, start, stop)
    return int(number.value) if number else None


def _relations(text: str, match: re.Match[str]) -> Span:
    """Where "diplomatic relations" stands in "50 years of diplomatic relations"."""
    found = list(re.compile(_RELATIONS, re.IGNORECASE).finditer(text, match.start(), match.end()))
    return Span(*found[-1].span())


def _number(text: str, floor: int, match: re.Match[str], word: str) -> Iterator[tuple[int, int]]:
    """The number before the word and where it begins; two for "the 75th and 80th anniversaries"."""
    if word in _CENTENARIES:
        after = text[match.end() : match.end() + 4]
        if after.startswith(" of "):
            yield _CENTENARIES[word], match.start()
        return
    before = text[max(floor, match.start() - 40) : match.start()]
    if word == "jubilee":
        if found := _JUBILEE.search(before):
            yield _JUBILEES[found[1].lower()], match.start() - len(found[0])
        return
    if found := _ORDINAL.search(before):
        begins = match.start() - len(before) + found.start()
        yield int(found[1]), begins
        if also := _ALSO.search(before[: found.start()] + ""):
            yield int(also[1]), begins - (found.start() - also.start())
        return
    if (words := _BEFORE_WORDS.search(before)) is None:
        return
    parts = list(re.finditer(r"[^\W\d_]+", words[1]))
    for part in parts:
        begins = match.start() - len(words[0]) + part.start()
        value = ordinal(text, begins, match.start())
        if value is not None:
            yield value, begins
            return


def _phrase(text: str, start: int, stop: int, n: int, span: Span) -> Phrase:
    of = _OF.match(text, span.end, stop)
    if of is not None:
        limit = min(stop, of.end() + _MOST_CHARS)
        end = _ENDS.search(text, of.end(), limit)
        what = stripped(text, of.end(), end.start() if end else limit)
        if what is not None:
            return Phrase(n, span, what)
    before = text[max(start, span.start - 60) : span.start]
    if (owner := _PRONOUN.search(before)) or (owner := _LED_BY.search(before)):
        at = span.start - len(before) + owner.start()
        return Phrase(n, span, None, stripped(text, at, span.start))
    noun = _NOUN.match(text, span.end, stop)
    return Phrase(n, span, Span(*noun.span("what")) if noun else None)
