"""Anniversaries whose number does not lead from the event to the year that the text means."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from communique.knowledge.kinds import Event
from communique.model.dates import PartialDate
from communique.model.reading import Anniversary, Check, Severity
from communique.model.span import Span
from communique.reading.checks.near import nearby
from communique.reading.checks.subject import Line, Subject
from communique.reading.checks.words import day as said
from communique.reading.checks.words import ordinal

_ANNIVERSARY = re.compile(r"\banniversar", re.IGNORECASE)
_YEARS = re.compile(r"[\w-]+\s+years\b", re.IGNORECASE)
_MARKING = re.compile(r"\b(?:mark(?:s|ed|ing)?|celebrat(?:es?|ed|ing))\s+(?:the\s+)?$", re.IGNORECASE)
_THIS_YEAR = re.compile(r"\b(?:this\s+year|today)\b", re.IGNORECASE)
_TODAY = re.compile(r"\b(?:today|on\s+this\s+day)\s+(?:marks|is|we\s+(?:mark|celebrate))\b", re.IGNORECASE)
_NEXT, _LAST = re.compile(r"\bnext\s+year\b", re.IGNORECASE), re.compile(r"\blast\s+year\b", re.IGNORECASE)
# Words by which an anniversary is one of the article's own days.
_NOW = re.compile(
    r"\b(?:mark(?:s|ed|ing)?|celebrat\w+|commemorat\w+|coincid\w+|occasion|congratulat\w+|messages?|telegrams?"
    r"|reception|ceremony|parade|concert|on\s+(?:the|their|its)\s+\d+\w*\s+anniversary)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b((?:19|20)\d\d)\b")
# Relations that were broken and taken up again, or raised from another level: both dates are counted from.
_TWO_DATES = frozenset(
    "GBR NLD BEN CAF TCD GMB LBR NER SEN STP BFA LSO GNB NIC KIR NRU GRD GHA BDI TUN IDN DEU CZE SVK SRB YEM".split()
)
# Around the turn of the year an article may mean either year.
_TURN = (1, 2, 11, 12)


def remembered(subject: Subject) -> Iterator[Check]:
    """Every anniversary that is not due in the year that the text means."""
    day = subject.day
    if day is None:
        return
    for row in subject.reading.anniversaries or ():
        event = subject.knowledge.events.get(row.event or "")
        line = subject.line_at(row.evidence[-1])
        if event is None or line is None or set(row.parties) & _TWO_DATES:
            continue
        if not any(_returns(line, span) for span in row.evidence):
            continue
        meant = _meant(line, day, event)
        counted = event.date.year + row.n
        if meant is not None and counted not in meant[0] and not _also(subject, event, row, meant[0]):
            yield _wrong(subject, row, event, meant)
        elif meant is not None and subject.exact is not None:
            yield from _not_today(row, event, line, subject.exact)


def _returns(line: Line, span: Span) -> bool:
    """Whether a stretch counts an anniversary: "the 75th anniversary", "marking 75 years of", not "over 75 years"."""
    words = span.of(line.text)
    if _ANNIVERSARY.search(words):
        return True
    return bool(_YEARS.match(words) and _MARKING.search(line.before(span, 30)))


def _meant(line: Line, day: PartialDate, event: Event) -> tuple[frozenset[int], bool] | None:
    """The years that the sentence can mean, and whether it says so; None where it does not tell."""
    printed = {int(year) for year in _YEAR.findall(line.words)} - {event.date.year}
    if printed:
        near = {year for year in printed if abs(year - day.year) <= 1}
        return (frozenset(near), True) if len(printed) == 1 and near else None
    if _NEXT.search(line.words):
        return frozenset({day.year + 1}), True
    if _LAST.search(line.words):
        return frozenset({day.year - 1}), True
    if _THIS_YEAR.search(line.words):
        return frozenset({day.year}), True
    if line.to_come() or not _NOW.search(line.words):
        return None
    years = {day.year}
    if day.month is None or day.month in _TURN:
        years |= {day.year - 1, day.year + 1}
    return frozenset(years), False


def _also(subject: Subject, event: Event, row: Anniversary, years: frozenset[int]) -> bool:
    """Whether another event of the same kind and parties is due: both are counted from."""
    return any(
        other.kind == event.kind and set(other.parties) == set(event.parties) and other.date.year + row.n in years
        for other in subject.knowledge.events.values()
    )


def _wrong(subject: Subject, row: Anniversary, event: Event, meant: tuple[frozenset[int], bool]) -> Check:
    years, told = meant
    year = min(years, key=lambda y: (abs(y - event.date.year - row.n), y))
    due = year - event.date.year
    message = (
        f"The {ordinal(row.n)} anniversary does not fall into {year}: {event.name} was on {said(event.date)}, so "
        f"{year} is the {ordinal(due)}."
    )
    sure = told and nearby(subject.knowledge).grounded("events", event.id)
    severity: Severity = "error" if sure else "warning"
    return Check("anniversary_mismatch", severity, message, row.evidence, f"kb:events/{event.id}")


def _not_today(row: Anniversary, event: Event, line: Line, day: PartialDate) -> Iterator[Check]:
    """ "Today marks the anniversary", printed on another day of the year."""
    if not _TODAY.search(line.words) or event.date.exact is None:
        return
    try:
        due = datetime.date(day.year, event.date.month or 1, event.date.day or 1)
    except ValueError:  # 29 February
        return
    if abs((due - day.first).days) > 1:
        message = f"The text says that the day is today, {said(day)}; {event.name} was on {said(event.date)}."
        yield Check("anniversary_mismatch", "warning", message, row.evidence, f"kb:events/{event.id}")
