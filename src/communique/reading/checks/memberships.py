"""How many members an organisation is said to have, against how many it had on the article's day."""

from __future__ import annotations

import datetime
import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from communique.knowledge.base import Knowledge
from communique.knowledge.kinds import Entry
from communique.knowledge.names import Name
from communique.model.dates import PartialDate
from communique.model.reading import Check, Severity
from communique.model.span import Span
from communique.reading.checks.subject import Line, Subject
from communique.reading.checks.words import day as said

# Days around a change of membership in which either number is printed.
_CHANGE = 14
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_SMALL = {
    word: number
    for number, word in enumerate(
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
        " seventeen eighteen nineteen".split(),
        2,
    )
}
_UNITS = {word: n for n, word in enumerate("one two three four five six seven eight nine".split(), 1)}
_N = r"(?P<n>\d{1,3}|[a-z]+(?:-(?:one|two|three|four|five|six|seven|eight|nine))?)"
_WHO = r"(?:member(?:\s+|-)?(?:states|countries|nations|economies)|members|countries|nations|states|economies|allies)"
_FULL = r"(?:(?:full|current|member|existing|permanent)\s+)?"
# "the 10-member SCO", "the 27-nation European Union"
_BEFORE = re.compile(
    rf"\b{_N}[-‑\s](?:member|nation|country|state|economy|strong)(?:-state)?\s+(?:[a-z]+\s+)?$", re.IGNORECASE
)
# "SCO, a 10-member bloc"
_APPOSED = re.compile(
    rf"(?:\s*\([A-Z+]+\))?,\s+(?:now\s+)?(?:a|an|the)\s+{_N}[-‑\s](?:member|nation|country|state|economy)(?:-state)?\s+[a-z]",
    re.IGNORECASE,
)
# "the SCO's 10 member states"
_OWNED = re.compile(rf"(?:\s*\([A-Z+]+\))?[’']s?\s+{_N}\s+{_FULL}{_WHO}\b", re.IGNORECASE)
# "all 10 SCO members", "the ten ASEAN states"
_COMPOUND = re.compile(rf"\b(?P<all>the|all)\s+(?:of\s+the\s+)?{_N}\s+(?:[a-z]+\s+)?$", re.IGNORECASE)
_WHO_AFTER = re.compile(rf"\s+{_FULL}{_WHO}\b", re.IGNORECASE)
# "the 10 member states of the SCO"
_OF = re.compile(rf"\b(?P<all>the|all|its)\s+{_N}\s+{_FULL}{_WHO}\s+of\s+(?:the\s+)?$", re.IGNORECASE)
# "the SCO now has 10 members"
_HAS = re.compile(
    rf"(?:\s*\([A-Z+]+\))?(?:,?\s+which)?\s+(?:now\s+|currently\s+|today\s+)?(?:has|have|comprises|includes|consists\s+of|counts|groups|unites"
    rf"|brings\s+together|comprising|grouping)\s+(?:now\s+|the\s+)?{_N}\s+{_FULL}{_WHO}\b",
    re.IGNORECASE,
)
_SOME = re.compile(
    r"\b(?:other|remaining|another|more\s+than|over|nearly|almost|about|at\s+least|up\s+to|least|only|just|additional)\s+$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Membership:
    """That an organisation had so many members from one day to another; until is None for now."""

    members: int
    since: PartialDate
    until: PartialDate | None
    own: bool

    def about(self, day: PartialDate) -> bool:
        """Whether it held on a day or some days before or after it."""
        slack = datetime.timedelta(days=_CHANGE)
        ends = self.until.last + slack if self.until else datetime.date.max
        return self.since.first - slack <= day.last and day.first <= ends


@functools.lru_cache(maxsize=4)
def table(knowledge: Knowledge) -> Mapping[str, tuple[Membership, ...]]:
    """The memberships of every organisation of the table."""
    out: dict[str, list[Membership]] = {}
    columns = ("organisation", "members", "since", "until", "source")
    for body, members, since, until, source in knowledge.tables.rows("memberships", columns):
        row = Membership(
            int(members), PartialDate.parse(since), PartialDate.parse(until) if until else None, source == "own"
        )
        out.setdefault(body, []).append(row)
    return {body: tuple(rows) for body, rows in out.items()}


def memberships(subject: Subject) -> Iterator[Check]:
    """Every number of members that the organisation did not have."""
    if subject.day is None or subject.day.precision < 2:
        return
    known = table(subject.knowledge)
    for line in subject.told:
        for name in line.names:
            body = next((e for e in name.entries if e.kind == "organisation" and not e.shared and e.id in known), None)
            found = _counted(line, name) if body is not None else None
            if body is not None and found is not None and not line.another_time(subject.day):
                yield from _wrong(subject, body, known[body.id], *found)


def _wrong(subject: Subject, body: Entry, rows: tuple[Membership, ...], number: int, where: Span) -> Iterator[Check]:
    day = subject.day
    if day is None:
        return
    valid = [row for row in rows if row.about(day)]
    if not valid or number in {row.members for row in valid} or rows[0].since.first > day.first:
        return
    counts = " or ".join(str(n) for n in sorted({row.members for row in valid}))
    other = next((row for row in rows if row.members == number), None)
    past = ""
    if other is not None:
        past = f" {number} is right from {said(other.since)}" + (f" to {said(other.until)}." if other.until else " on.")
    message = f"The text counts {number} members of {body.name}; on {said(day)} it had {counts}.{past}"
    severity: Severity = "warning" if any(row.own for row in valid) else "error"
    yield Check("membership_conflict", severity, message, (where,), f"kb:memberships/{body.id}")


def _counted(line: Line, name: Name) -> tuple[int, Span] | None:
    """The number of members that the words around an organisation's name give it, and where."""
    span, text, stop = name.span, line.text, line.span.end
    begin = max(line.span.start, span.start - 70)
    before = text[begin : span.start]
    for pattern in (_APPOSED, _OWNED, _HAS):
        if match := pattern.match(text, span.end, stop):
            return _number(match["n"], Span(span.start, match.end()))
    match = _BEFORE.search(before) or _OF.search(before)
    if match is None and _WHO_AFTER.match(text, span.end, stop):
        match = _COMPOUND.search(before)
    if match is None or _SOME.search(before[: match.start()]):
        return None
    return _number(match["n"], Span(begin + match.start(), span.end))


def _number(word: str, where: Span) -> tuple[int, Span] | None:
    if word.isdigit():
        return int(word), where
    tens, _, unit = word.lower().partition("-")
    if not unit:
        value = _SMALL.get(tens) or (20 + 10 * _TENS.index(tens) if tens in _TENS else None)
    else:
        value = 20 + 10 * _TENS.index(tens) + _UNITS[unit] if tens in _TENS and unit in _UNITS else None
    return (value, where) if value else None
