"""What a relation is called, against what the two had announced by the article's day."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping

from communique.knowledge.partnerships import DatedPartnership, Partnerships
from communique.model.dates import PartialDate
from communique.model.reading import Check, Partnership, Severity
from communique.model.span import Span
from communique.reading.checks.subject import Line, Subject
from communique.reading.checks.words import day as said

# Days by which the article may be ahead of the table's date of an announcement: time zones, signing and statement.
_AHEAD = 3
# An elevation reported so long after the announcement is a mistake about the year, not about the day.
_LONG = 90
# Labels are announced, and treaties planned, so long before they are given.
_COMING = 366
_ELEVATES = re.compile(
    r"\b(?:agree\w*|decid\w*|announc\w*|declar\w*)\b[^.!?]{0,80}\b(?:elevat\w+|upgrad\w+|rais\w+|lift\w*)\b",
    re.IGNORECASE,
)


def levels(subject: Subject) -> Iterator[Check]:
    """A label that two parties did not yet bear, or one above every one that they bore.

    A shorter or lower label is no contradiction: reports cut them. Rows marked doubtful carry no complaint.
    """
    day = subject.day
    if day is None or day.precision < 2:
        return
    known = subject.knowledge.partnerships
    for row in subject.reading.partnerships or ():
        rows = known.between(row.parties)
        line = subject.line_at(_printed(subject, row))
        if row.level is None or len(row.parties) != 2 or not rows or line is None or line.another_time(day):
            continue
        if any(dated.standing == "doubtful" for dated in rows) or (row.change is not None and line.to_come()):
            continue
        if not (line.to_come() and _soon(rows, row, day)):
            yield from _early(subject, row, rows, day)
        yield from _late(subject, row, rows, day, line)


def _soon(rows: tuple[DatedPartnership, ...], row: Partnership, day: PartialDate) -> bool:
    """Whether the label was announced within a year after the day: a sentence of what is to come announces it."""
    since = next((dated.since for dated in rows if dated.level == row.level), None)
    return since is not None and 0 <= (since.first - day.first).days <= _COMING


def _printed(subject: Subject, row: Partnership) -> Span:
    """Where the label itself stands, not the names of the parties."""
    words = " ".join(row.label.split())
    same = (span for span in row.evidence if " ".join(span.of(subject.text).split()) == words)
    return next(same, row.evidence[-1])


def _early(subject: Subject, row: Partnership, rows: tuple[DatedPartnership, ...], day: PartialDate) -> Iterator[Check]:
    latest = day.last + datetime.timedelta(days=_AHEAD)
    held = [dated for dated in rows if dated.since is None or dated.since.first <= latest]
    if any(dated.level == row.level for dated in held):
        return
    known, pair = subject.knowledge.partnerships, _pair(subject, row.parties)
    own = [dated for dated in rows if dated.level == row.level]
    bore = f"; until then they had the {_label(known, held[-1])}" if held else ""
    if own and own[0].since is not None:
        message = f"{pair} announced the {_label(known, own[0])} only on {said(own[0].since)}{bore}."
        yield _check("error", message, row)
        return
    scale = _scale(known, row.parties)
    rung = scale.get(row.level or "")
    rungs = [(reached, dated) for dated in rows if (reached := scale.get(dated.level)) is not None]
    if rung is None or not rungs or not all(dated.level in scale for dated in rows):
        return
    best, highest = max(rungs, key=lambda step: step[0])
    by_then = [value for value, dated in rungs if dated in held]
    if rung > best or (by_then and rung > max(by_then)):
        top = highest if rung > best else max((step for step in rungs if step[1] in held), key=lambda step: step[0])[1]
        message = f"“{row.label}” stands above every label that {pair} are known to have announced by then"
        when = f", {said(top.since)}" if top.since else ""
        yield _check("warning", f"{message} ({_label(known, top)}{when}).", row)


def _late(
    subject: Subject, row: Partnership, rows: tuple[DatedPartnership, ...], day: PartialDate, line: Line
) -> Iterator[Check]:
    """Relations that are said to be lifted now to what they have been for long."""
    if row.change != "elevated" or not _ELEVATES.search(line.words):
        return
    for dated in rows:
        if dated.level != row.level or dated.since is None:
            continue
        if (day.first - dated.since.last).days > _LONG:
            message = (
                f"{_pair(subject, row.parties)} have had the {_label(subject.knowledge.partnerships, dated)} since "
                f"{said(dated.since)}: it cannot be new on {said(day)}."
            )
            yield _check("warning", message, row)


def _scale(known: Partnerships, parties: tuple[str, ...]) -> Mapping[str, int | None]:
    """The ladder by which the labels of two parties are read: China's where it is one of them."""
    owners = sorted((party for party in parties if party in known.scales), key=lambda party: (party != "CHN", party))
    return known.scales[owners[0]] if owners else {}


def _label(known: Partnerships, dated: DatedPartnership) -> str:
    level = known.levels.get(dated.level)
    return dated.label or (level.name if level else dated.level)


def _pair(subject: Subject, parties: tuple[str, ...]) -> str:
    names = []
    for code in parties:
        found = subject.knowledge.states.get(code) or subject.knowledge.organisations.get(code)
        names.append(found.name if found else code)
    return " and ".join(names)


def _check(severity: Severity, message: str, row: Partnership) -> Check:
    return Check("partnership_conflict", severity, message, row.evidence, f"kb:partnerships/{';'.join(row.parties)}")
