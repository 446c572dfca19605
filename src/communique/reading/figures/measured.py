"""What a figure measures, in printed words (the phrase behind it or the subject before it), and whether it changed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from communique.model.span import Span, stripped
from communique.reading.figures.nouns import STOPS
from communique.reading.figures.numbers import NumberMention

Growth = Literal["rose", "fell"]

_UP = (
    r"r[io]se[sn]?|rising|gr[eo]ws?|grown|growing|increas(?:e|es|ed|ing)|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|surg(?:e|es|ed|ing)"
    r"|soar(?:s|ed|ing)?|gain(?:s|ed|ing)?|expand(?:s|ed|ing)?|up"
)
_DOWN = (
    r"f[ae]ll(?:s|en|ing)?|drop(?:s|ped|ping)?|declin(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|shr[iau]nk(?:s|ing)?|slump(?:s|ed|ing)?"
    r"|plung(?:e|es|ed|ing)|los[te](?:s|ing)?|slid(?:e|es|ing)?|contract(?:s|ed|ing)|down"
)
_UP_NOUN, _DOWN_NOUN = (
    r"increase|rise|growth|jump|gain|surge|expansion|hike",
    r"decrease|drop|decline|fall|slump|cut|reduction|plunge",
)
_BEFORE = re.compile(rf"\b(?:(?P<rose>{_UP})|(?P<fell>{_DOWN}))(?:\s[a-z]+ly)?\s(?:by\s)?(?:an?\s)?$", re.IGNORECASE)
_AFTER = re.compile(
    rf"[\s-](?:(?:year-on-year|annual|further|sharp|overall|record)\s)?(?:(?P<rose>{_UP_NOUN}|more|higher)|(?P<fell>{_DOWN_NOUN}|less|fewer|lower))\b",
    re.IGNORECASE,
)
_OF = re.compile(
    r"\s(?:(?:worth\s)?(?:of|in|for)|to)\s(?:(?:the|its|their|his|her|our|an?|all|some)\s)?", re.IGNORECASE
)
_WORD = re.compile(r"(?:[A-Z]\.){2,}|[^\W\d_](?:[\w’'‑-]|\.(?=\w))*")
_BLANK = re.compile(r"[ \u00a0-]\n?")
_LEVEL = re.compile(
    rf"\b(?:reach(?:ed|es|ing)?|hit|hits|stood|stands|total(?:s|l?ed|l?ing)?|amount(?:s|ed|ing)?|was|were|is|are|exceed(?:s|ed|ing)?|surpass(?:es|ed)?"
    rf"|worth|account(?:s|ed|ing)?|{_UP}|{_DOWN})\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[,;:()—–]\s|\s[–—-]\s")
_CUT = re.compile(
    r"\b(?:(?P<verbal>has|have|had|will|would|could|can|may|might|should|must|not|to(?!\s(?:an?|the|its|their|[A-Z])))"
    r"|that|said|says|but|while|which|who|where|if)\s"
)
_MOST_WORDS = 7
_LONGEST_SUBJECT = 12
_REACH = 120


def growth_of(text: str, number: NumberMention, start: int, stop: int) -> Growth | None:
    """Whether the number is a change ("rose by 5 percent", "a 5 percent drop"); None for a level."""
    found = _BEFORE.search(text, max(start, number.span.start - 40), number.span.start)
    if found is None and number.kind == "percent":
        found = _AFTER.match(text, number.span.end, stop)
    return None if found is None else "rose" if found["rose"] else "fell"


def measured_by(text: str, number: NumberMention, start: int, stop: int, dates: Sequence[Span]) -> Span | None:
    """The printed words for what an amount or share is of; None where the sentence does not show it in a plain way.

    dates are the places of the sentence that the calendar claims: what is measured never runs into one.
    """
    stop = min([stop, *(date.start for date in dates if date.start >= number.span.end)])
    if number.kind == "bare":
        return _subject(text, number, start)
    if grown := _AFTER.match(text, number.span.end, stop):
        return _of(text, grown.end(), stop) or _subject(text, number, start)
    return _noun(text, number.span.end, stop) or _of(text, number.span.end, stop) or _subject(text, number, start)


def _of(text: str, at: int, stop: int) -> Span | None:
    led = _OF.match(text, at, stop)
    if led is None:
        return None
    verb = led[0].strip().lower().startswith("to")
    return None if verb else _run(text, led.end(), stop)


def _noun(text: str, at: int, stop: int) -> Span | None:
    gap = _BLANK.match(text, at, stop)
    return _run(text, gap.end(), stop) if gap else None


def _run(text: str, at: int, stop: int) -> Span | None:
    """The words from here to the next stop word or mark."""
    start, end = at, at
    for _ in range(_MOST_WORDS):
        word = _WORD.match(text, at, stop)
        if word is None or word[0].lower() in STOPS:
            break
        end = word.end()
        gap = _BLANK.match(text, end, stop)
        if gap is None:
            break
        at = gap.end()
    return Span(start, end) if end > start else None


def _subject(text: str, number: NumberMention, start: int) -> Span | None:
    """What stands before the verb: "bilateral trade" of "bilateral trade reached a record $5 billion"."""
    floor = max(start, number.span.start - _REACH)
    verbs = list(_LEVEL.finditer(text, floor, number.span.start))
    if not verbs:
        return None
    verb = verbs[-1].start()
    if len(verbs) > 1 and not _CLAUSE.search(text, verbs[-2].end(), verb):
        return None
    marks = list(_CLAUSE.finditer(text, floor, verb))
    begin = marks[-1].end() if marks else floor
    cuts = list(_CUT.finditer(text, begin, verb))
    if cuts and cuts[-1]["verbal"]:
        return None  # "expected to restore a bracket and increase the level": no subject, but more of a predicate
    words = list(_WORD.finditer(text, cuts[-1].end() if cuts else begin, verb))
    while words and words[0][0].lower() in STOPS:
        words.pop(0)
    if not 0 < len(words) <= _LONGEST_SUBJECT or words[0][0].endswith(("ed", "ing")):
        return None
    return stripped(text, words[0].start(), words[-1].end())
