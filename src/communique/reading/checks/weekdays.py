"""Weekdays that do not belong to the date that they are printed with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from communique.knowledge.calendar import DateMention, find_dates, resolve, weekday_of
from communique.model.dates import PartialDate
from communique.model.reading import Check, Encounter
from communique.model.span import Span, evidence
from communique.reading.checks.subject import Line, Subject
from communique.reading.checks.words import WEEKDAYS, day

# A date without a year is the nearest one; farther off than this the year is a guess.
_NEAR = 60
# "Monday and Tuesday, Sept 1-2": the weekday is that of the range's other day.
_WEEKDAY_BEFORE = re.compile(
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day|\.)?[’']?s?\s*(?:[-–—/&,]|to|and|or|through)?\s*$",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"\s*\(\s*(?:the\s+)?")
_ANY_WEEKDAY = re.compile(r"\b(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?\b", re.IGNORECASE)
_OTHER_CLOCK = re.compile(
    r"\s*(?:night|morning|evening|afternoon)?,?\s*(?:in\s+)?(?:[A-Z][\w.]*\s+){0,2}(?:local\s+)?time\b"
)


def weekdays(subject: Subject) -> Iterator[Check]:
    """A weekday printed with a date that falls on another; a weekday of the news that its dateline cannot mean."""
    for line in subject.lines:
        for mention in _paired(line):
            found = _fixed(mention, subject) if mention.weekday is not None and mention.kind == "day" else None
            if found is not None and not _fits(line, mention, found):
                yield _mismatch(line.text, mention, found)
    yield from _of_news(subject)


def _paired(line: Line) -> Iterator[DateMention]:
    """The dates of a line, a weekday and the day in brackets behind it made one: "Saturday (24 April)"."""
    rows = list(line.dates)
    for at, mention in enumerate(rows):
        before = rows[at - 1] if at else None
        if (
            before is not None
            and before.kind == "weekday"
            and before.relative is None
            and mention.weekday is None
            and _BRACKET.fullmatch(line.between(before.span, mention.span))
        ):
            mention = replace(mention, weekday=before.weekday, span=Span(before.span.start, mention.span.end))
        yield mention


def _fixed(mention: DateMention, subject: Subject) -> PartialDate | None:
    """The one calendar day that a printed date stands for."""
    if mention.day is None or mention.month is None or mention.other is not None:
        return None
    if mention.year is not None:
        return PartialDate(mention.year, mention.month, mention.day)
    published = subject.article.published
    if subject.exact is None or (published and "weekday" in published.how):
        return None  # the page's own day was found by that weekday
    near = resolve(mention, subject.exact)
    gap = abs(near.first - subject.exact.first).days if near else _NEAR + 1
    return near if gap <= _NEAR else None


def _fits(line: Line, mention: DateMention, found: PartialDate) -> bool:
    if weekday_of(found) == mention.weekday:
        return True
    return bool(
        mention.end is not None  # the weekday may be that of the last day
        or len(_ANY_WEEKDAY.findall(mention.span.of(line.text))) > 1  # a stamp fused with the line before it
        or _WEEKDAY_BEFORE.search(line.before(mention.span, 24))
        or _OTHER_CLOCK.match(line.after(mention.span, 48))
    )


def _mismatch(text: str, mention: DateMention, found: PartialDate) -> Check:
    printed, right = WEEKDAYS[mention.weekday or 0], WEEKDAYS[weekday_of(found) or 0]
    words = " ".join(mention.span.of(text).split())
    message = f"“{words}”: {day(found)} was a {right}, not a {printed}. One of the two is wrong."
    return Check("weekday_mismatch", "error", message, (mention.span,), "calendar")


def _of_news(subject: Subject) -> Iterator[Check]:
    """Talks "on Wednesday" above which the dateline of a Tuesday stands: five or six days old news, or a slip."""
    filed = _filed(subject)
    if filed is None:
        return
    date, where = filed
    for row in subject.reading.encounters or ():
        told = _weekday_told(subject, row)
        if told is None:
            continue
        gap = (date.first.weekday() - (told.weekday or 0)) % 7
        # The day after the dateline is already today farther east: it counts only in the dateline's own place.
        if gap == 5 or (gap == 6 and _same_place(subject, row, where)):
            words = f"the dateline is of {WEEKDAYS[date.first.weekday()]} {day(date)}"
            message = (
                f"{words}, but the news is told of {WEEKDAYS[told.weekday or 0]}, as already past: "
                f"that would be {gap} days before. Check day and weekday."
            )
            yield Check("weekday_mismatch", "warning", _upper(message), evidence(where, told.span), "calendar")
            return


def _filed(subject: Subject) -> tuple[PartialDate, Span] | None:
    """The day in the article's dateline, and where it stands."""
    for span in subject.article.datelines[:1]:
        for mention in find_dates(subject.text, span.start, span.end):
            if mention.kind == "day" and mention.relative is None and mention.weekday is None:
                date = resolve(mention, subject.exact)
                if date is not None and date.exact:
                    return date, mention.span
    return None


def _weekday_told(subject: Subject, row: Encounter) -> DateMention | None:
    if not (row.main and row.status == "held" and row.how == "weekday+published"):
        return None
    for span in row.date_evidence:
        line = subject.line_at(span)
        if line is None or not line.lead or line.to_come():
            continue
        return next((m for m in line.dates if m.span == span and m.kind == "weekday" and m.relative is None), None)
    return None


def _same_place(subject: Subject, row: Encounter, dateline: Span) -> bool:
    if row.place is None or row.place.city is None:
        return False
    before = subject.text[max(0, dateline.start - 40) : dateline.start].casefold()
    return row.place.city.casefold() in before


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
