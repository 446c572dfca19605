"""Dates as the genre prints them: found in a text with their places, and brought onto the calendar by an anchor.

An own grammar, never a library that fills in what is not printed. Words are looked up in tables/calendar.csv; every
form is tried only where a number or a calendar word stands, and matches a bounded stretch, so that the time is linear
in the text.
"""

from __future__ import annotations

import datetime
import functools
import re

from communique.knowledge.calendar_forms import at_month, at_number, at_weekday, date_at
from communique.knowledge.calendar_terms import DateMention, Fields, Relative, folded, words
from communique.model.dates import PartialDate
from communique.model.span import Span

__all__ = ["DateMention", "Fields", "Relative", "date_at", "end_of", "find_dates", "resolve", "weekday_of"]

_TOKEN = re.compile(r"\d+|[^\W\d_]+")
_PHRASE = re.compile(r"[^\W\d_]+(?:[ \u00a0]+[^\W\d_]+){0,4}")
_TWO_WORDS = re.compile(r"([^\W\d_]+)(?:[ \u00a0]+([^\W\d_]+))?")
_AGO = re.compile(
    r"(?P<n>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s+"
    r"(?P<unit>day|week|month|year)s?\s+(?P<way>ago|earlier|before|later)\b",
    re.IGNORECASE,
)
# No calendar word is as long; the rest of a longer token is not looked at.
_LONGEST_WORD = 15
_COUNT = {w: n for n, w in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)}
_QUALIFIED = re.compile(r"(?P<way>last|next|this|past|coming)\s+(?P<word>[^\W\d_]+)", re.IGNORECASE)
_WAYS = {"last": -1, "past": -1, "this": 0, "next": 1, "coming": 1}


def find_dates(text: str, start: int = 0, end: int | None = None) -> tuple[DateMention, ...]:
    """Every date printed in text[start:end], in text order, not overlapping; spans refer to the whole text.

    Ages, amounts, ordinals and bare numbers are none; a year counts only where it stands as one.
    """
    stop = len(text) if end is None else end
    known = words()
    out: list[DateMention] = []
    at = start
    for token in _TOKEN.finditer(text, start, stop):
        if not _opens(token[0][:_LONGEST_WORD]) or token.start() < at:
            continue
        mention = _mention_at(text, token, stop, known.phrase_starts)
        if mention is not None:
            out.append(mention)
            at = mention.span.end
    return tuple(out)


@functools.lru_cache(maxsize=65536)
def _opens(token: str) -> bool:
    """Whether a date may begin with a number or word: asked of every word of a text, so the answer is kept."""
    known, word = words(), folded(token)
    tables = (known.weekdays, known.months, known.phrase_starts, _WAYS, _COUNT, ("a", "an"))
    return token[0].isdigit() or any(word in table for table in tables)


@functools.cache
def _seconds() -> dict[str, frozenset[str]]:
    """The second words of the phrases by their first ones; "" where a phrase is one word."""
    pairs = [(*phrase.split(), "")[:2] for phrase in words().relatives]
    return {first: frozenset(b for a, b in pairs if a == first) for first, _ in pairs}


def _mention_at(text: str, token: re.Match[str], stop: int, phrase_starts: frozenset[str]) -> DateMention | None:
    at, raw = token.start(), token[0]
    before = text[at - 1] if at else " "
    if before.isalnum() or before == "_":
        return None
    known = words()
    if raw[0].isdigit():
        return at_number(text, at, stop) or _ago(text, at, stop)
    if len(raw) >= _LONGEST_WORD:
        return None
    word = folded(raw)
    if word in known.weekdays and (found := at_weekday(text, token, known.weekdays[word], stop)):
        return found
    if word in known.months and (found := at_month(text, token, known.months[word], stop)):
        return found
    if word in _WAYS and (found := _qualified(text, at, stop)):
        return found
    if word in phrase_starts and (found := _phrase(text, at, stop)):
        return found
    return _ago(text, at, stop) if word in _COUNT or word in ("a", "an") else None


def _qualified(text: str, at: int, stop: int) -> DateMention | None:
    """ "last Tuesday", "next May"."""
    if not (match := _QUALIFIED.match(text, at, stop)):
        return None
    span, word, by = Span(*match.span()), folded(match["word"]), _WAYS[match["way"].lower()]
    known = words()
    if (day := known.weekdays.get(word)) and day.use == "alone" and match["word"][0].isupper():
        return DateMention(span, "weekday", weekday=day.value, relative=Relative("weekday", by))
    if (month := known.months.get(word)) and month.use in ("alone", "cued") and match["word"][0].isupper():
        if re.compile(r"\.?\s+\d").match(text, match.end(), stop):
            return None
        return DateMention(span, "month", month=month.value, relative=Relative("year", by))
    return None


def _phrase(text: str, at: int, stop: int) -> DateMention | None:
    begins = _TWO_WORDS.match(text, at, min(stop, at + 60))
    seconds = _seconds().get(folded(begins[1]), frozenset()) if begins else frozenset()
    if not begins or ("" not in seconds and folded(begins[2] or "") not in seconds):
        return None  # most often "the" before any noun
    match = _PHRASE.match(text, at, min(stop, at + 60))
    if match is None or (match[0].split()[0].isupper() and len(match[0].split()[0]) > 1 and at and text[at - 1] == " "):
        return None  # a name ("USA TODAY"), as are the capitals of a masthead
    if text[max(0, at - 4) : at].lower() == "the ":
        return None  # "the next year": a length of time, not the calendar's
    parts = [m.end() for m in re.compile(r"[^\W\d_]+").finditer(text, at, match.end())]
    for stop_at in reversed(parts):
        key = " ".join(folded(text[at:stop_at]).split())
        if key in words().relatives:
            return DateMention(Span(at, stop_at), "relative", relative=words().relatives[key])
    return None


def _ago(text: str, at: int, stop: int) -> DateMention | None:
    match = _AGO.match(text, at, stop)
    if match is None:
        return None
    number = match["n"].lower()
    n = int(number) if number.isdigit() else _COUNT.get(number, 1)
    way = match["way"].lower()
    shift = Relative(match["unit"].lower(), n if way == "later" else -n, told=way != "ago")
    return DateMention(Span(*match.span()), "relative", relative=shift)


def weekday_of(date: PartialDate) -> int | None:
    """0 for Monday; None for a date that is not exact."""
    return None if date.exact is None else date.exact.weekday()


def resolve(mention: DateMention, anchor: PartialDate | None, future: bool | None = None) -> PartialDate | None:
    """The (first) day, month or year that a mention stands for, seen from the day of publication.

    future is what the sentence tells: True for what is to come, False for what has been, None where it does not tell.
    Weekdays without a cue are the nearest in the past, the day of publication included. A printed year needs no
    anchor. A day and month without a year fall into the year that brings them nearest to the anchor. None where the
    anchor is not exact enough, where the mention is counted from another told day, and for a numeric date whose day
    and month cannot be told apart.
    """
    if mention.relative is not None:
        return _from_distance(mention, mention.relative, anchor, future)
    if mention.other is not None:
        return None
    if mention.year is not None:
        return PartialDate(mention.year, mention.month, mention.day)
    if anchor is None:
        return None
    if mention.kind == "weekday":
        return _weekday(mention.weekday, anchor, 1 if future else None)
    if mention.kind == "day" and mention.month and mention.day:
        return _nearest_day(mention.month, mention.day, anchor, future)
    if mention.kind == "month" and mention.month:
        return _nearest_month(mention.month, anchor, future, strictly=False)
    return None


def end_of(mention: DateMention, start: PartialDate | None) -> PartialDate | None:
    """The last day of a range whose first day was resolved to `start`; None where it is no range."""
    last = mention.end
    if last is None or start is None:
        return None
    year = last.year or start.year
    if last.year is None and last.month is not None and start.month is not None and last.month < start.month:
        year += 1
    try:
        return PartialDate(year, last.month, last.day)
    except ValueError:
        return None


def _weekday(weekday: int | None, anchor: PartialDate, by: int | None) -> PartialDate | None:
    """by: -1 before the anchor, 1 on or after it, 0 in its week, None on or before it."""
    day = anchor.exact
    if day is None or weekday is None:
        return None
    if by is None or by == -1:
        back = (day.weekday() - weekday) % 7
        return PartialDate.of(day - datetime.timedelta(days=back or (7 if by == -1 else 0)))
    if by == 0:
        return PartialDate.of(day + datetime.timedelta(days=weekday - day.weekday()))
    return PartialDate.of(day + datetime.timedelta(days=(weekday - day.weekday()) % 7))


def _from_distance(
    mention: DateMention, far: Relative, anchor: PartialDate | None, future: bool | None
) -> PartialDate | None:
    if anchor is None or far.told:
        return None
    if far.unit == "weekday":
        if far.by == 1:
            day = anchor.exact
            after = None if day is None else PartialDate.of(day + datetime.timedelta(days=1))
            return after and _weekday(mention.weekday, after, 1)
        return _weekday(mention.weekday, anchor, far.by)
    if mention.kind == "month" and mention.month:
        return _nearest_month(mention.month, anchor, {-1: False, 1: True}.get(far.by, future), strictly=far.by != 0)
    if far.unit == "day":
        return None if anchor.exact is None else PartialDate.of(anchor.exact + datetime.timedelta(days=far.by))
    if far.unit == "month":
        return None if anchor.month is None else _month(anchor.year * 12 + anchor.month - 1 + far.by)
    if far.unit == "year":
        return PartialDate(anchor.year + far.by)
    return None


def _month(count: int) -> PartialDate:
    return PartialDate(count // 12, count % 12 + 1)


def _nearest_month(month: int, anchor: PartialDate, future: bool | None, *, strictly: bool) -> PartialDate | None:
    if anchor.month is None:
        return None
    year = anchor.year
    if future:
        year += month < anchor.month or (strictly and month == anchor.month)
    else:
        year -= month > anchor.month or (strictly and month == anchor.month)
    return PartialDate(year, month)


def _nearest_day(month: int, day: int, anchor: PartialDate, future: bool | None) -> PartialDate | None:
    if anchor.month is None:
        return None
    near = anchor.exact or datetime.date(anchor.year, anchor.month, 15)
    found: list[datetime.date] = []
    for year in (anchor.year - 1, anchor.year, anchor.year + 1):
        try:
            found.append(datetime.date(year, month, day))
        except ValueError:
            continue
    if future is not None and anchor.exact:
        found = [d for d in found if (d >= near if future else d <= near)]
    return PartialDate.of(min(found, key=lambda d: (abs(d - near), d))) if found else None
