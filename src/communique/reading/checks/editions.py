"""Summits: whether the place, the days and the number that an article gives one are those of its edition."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from communique.knowledge.calendar import DateMention, end_of, resolve
from communique.knowledge.kinds import Edition, Summit
from communique.knowledge.names import Name
from communique.model.dates import PartialDate
from communique.model.reading import Check
from communique.model.span import Span, evidence
from communique.reading.checks.near import nearby
from communique.reading.checks.places import entry
from communique.reading.checks.subject import Line, Subject
from communique.reading.checks.words import days, ordinal

# A summit without a printed year is the one of about these days: from so many days before it to so many after it.
_AHEAD, _AFTER = 150, 45
# Days by which a printed date may miss a summit's: time zones, eves and dinners.
_SLACK = 1
_YEAR = re.compile(r",?\s+(?:of\s+|in\s+)?((?:19|20)\d\d)\b(?!\s*[-–]\s*\d)")
_YEAR_BEFORE = re.compile(r"\b((?:19|20)\d\d)\s+(?:\w+\s+)?$")
_SUMMIT_AFTER = re.compile(r"(?:\s*\([A-Z][\w+&-]*\))?(?:\s+[Ll]eaders[’']?)?\s+[Ss]ummit\b")
_NUMBER = re.compile(r"\b(\d{1,3})(?:st|nd|rd|th)\s+(?:[\w’'+-]+\s+){0,2}$|\b([A-Za-z]+(?:-[a-z]+)?)\s+(?:annual\s+)?$")
_WORDS = {
    word: number
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
        " fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third"
        " twenty-fourth twenty-fifth".split(),
        1,
    )
}
_GAP = frozenset(
    "a an and be being city capital convened convenes convene concluded concludes current currently due"
    " earlier for held hosted host hosting in is it later leaders meeting next northern southern eastern"
    " western northeastern coastal now of on opened opens open ended ends kicked off took take takes taking"
    " place port resort scheduled session set slated starts started that the this to today town was will which"
    " week weekend month year tomorrow yesterday from last under way underway wrapped up had been has were"
    " gets got began begins municipality beach seaside southeastern northwestern southwestern".split()
)
_OTHER_KIND = re.compile(
    r"\b(?:virtual\w*|online|video\w*|extraordinary|emergency|special|informal|ministers?|ministerial|ministers[’']|youth|business"
    r"|media|sherpas?|parliament\w*|women|think\s+tank|forum|preparatory|energy|health|security\s+council|mayors|local)\b",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r",?\s+(?:at|during|on\s+the\s+(?:sidelines|margins|fringes)\s+of)\s+(?:the\s+)?(?:(?:\d{1,2}(?:st|nd|rd|th)|20\d\d|annual|ongoing"
    r"|current)\s+)*$"
)
_IN = re.compile(r"\b(?:in|at)\s+(?:the\s+)?(?:[\w’'-]+\s+){0,4}$")
_ON = re.compile(r"\b(?:on|from|for|between)\s+(?:the\s+)?$|\(\s*$|,\s+$", re.IGNORECASE)
_HELD = re.compile(
    r"\b(?:held|hosted|scheduled|slated|set|due|tak\w+\s+place|took\s+place|convene\w*|open\w*|conclude\w*|kick\w*|will\s+be)\b"
)
_AFTER_IT = re.compile(
    r"\b(?:after|since|following|before|ahead\s+of|until|prior\s+to)\s+(?:the\s+)?(?:[\w-]+\s+){0,2}$"
)
# Meetings of these series are counted in more than one way (the fourth FOCAC summit is its ninth conference).
_COUNTED_TWICE = frozenset({"focac", "china-celac"})


@dataclass(frozen=True, slots=True)
class Named:
    """A summit as a line names it: the stretch with its year and number, and what that says."""

    line: Line
    span: Span
    summit: Summit
    year: int | None
    number: int | None
    at: int  # the index of the line's first name after it


def editions(subject: Subject) -> Iterator[Check]:
    """Every place, date and ordinal that contradicts the summit's table."""
    for line in subject.lines:
        for named in _summits(subject, line):
            found = tuple(_placed(subject, named))
            yield from found
            if not found:
                yield from _dated(subject, named)
                yield from _numbered(subject, named)


def _summits(subject: Subject, line: Line) -> Iterator[Named]:
    for name in line.names:
        summit = _series(subject, line, name)
        if summit is None or not summit.editions:
            continue
        row, span = summit, name.span
        if entry(name, "organisation") and (match := _SUMMIT_AFTER.match(line.text, span.end, line.span.end)):
            span = Span(span.start, match.end())
        last = max(i for i, n in enumerate(line.names) if n.span.start < span.end)
        edition = subject.knowledge.editions.get((entry(name, "summit") or name.entries[0]).id)
        year = (
            edition.start.year if edition and edition.start and re.search(r"\d{4}", name.span.of(line.text)) else None
        )
        if match := _YEAR.match(line.text, span.end, line.span.end):
            span, year = Span(span.start, match.end()), int(match[1])
        elif year is None and (later := _year_after(line, span, last + 1)):
            year = later
        elif year is None and (match := _YEAR_BEFORE.search(line.before(span, 24))):
            year = int(match[1])
        if not _OTHER_KIND.search(line.before(span, 40) + " " + line.after(span, 24)):
            yield Named(line, span, row, year, _number(line, span), last + 1)


def _year_after(line: Line, span: Span, at: int) -> int | None:
    """The year behind a summit's place: "the G20 summit in Rio de Janeiro in 2024"."""
    town = line.names[at].span if at < len(line.names) and entry(line.names[at], "city") else None
    if town is None or not _IN.search(line.text[span.end : town.start]):
        return None
    if not _plain(line.text[span.end : town.start], line, span.end, town.start):
        return None
    match = _YEAR.match(line.text, town.end, line.span.end)
    return int(match[1]) if match else None


def _series(subject: Subject, line: Line, name: Name) -> Summit | None:
    """The recurring summit that a name names: by its own name, or as "the X (X) Summit"."""
    summits = subject.knowledge.summits
    if found := entry(name, "summit"):
        edition = subject.knowledge.editions.get(found.id)
        return summits.get(edition.series if edition else found.id)
    body = entry(name, "organisation")
    if body is None or not _SUMMIT_AFTER.match(line.text, name.span.end, line.span.end):
        return None
    rows = [row for row in summits.values() if row.organisation == body.id and row.name.endswith("summit")]
    return rows[0] if len(rows) == 1 else None


def _number(line: Line, span: Span) -> int | None:
    match = _NUMBER.search(line.before(span, 40))
    if match is None:
        return None
    return int(match[1]) if match[1] else _WORDS.get(match[2].lower())


def _edition(subject: Subject, named: Named) -> Edition | None:
    """The edition that is meant: by its printed year, else by the article's day."""
    rows = [row for row in named.summit.editions if row.start is not None and row.how == "in person"]
    if named.year is not None:
        fits = [row for row in rows if row.start and row.start.year == named.year]
        return fits[0] if len(fits) == 1 else None
    if subject.exact is None or (named.line.another_time(subject.day) and not _complete(named.summit)):
        return None
    today = subject.exact.first.toordinal()
    near = [
        row for row in rows
        if row.start and row.start.exact
        and -_AHEAD <= today - row.start.first.toordinal() <= _AFTER
    ]  # fmt: skip
    return min(near, key=lambda row: abs(today - (row.start or PartialDate(1)).first.toordinal())) if near else None


def _complete(summit: Summit) -> bool:
    """Whether the table has a series from its first meeting on: then a recalled one is in it, too."""
    return any(row.ordinal == 1 for row in summit.editions)


def _placed(subject: Subject, named: Named) -> Iterator[Check]:
    """ "the SCO summit 2025 in Beijing"; "in Beijing on the sidelines of the SCO summit"."""
    edition = _edition(subject, named)
    if edition is None or edition.city is None:
        return
    for name, beside in _towns(named):
        city = entry(name, "city")
        if city is None or _same(subject, named, edition, name):
            continue
        others = [row for row in named.summit.editions if row.city == city.name]
        if named.year is None and others:
            continue  # another edition may be recalled
        when = days(edition.start, edition.end)
        message = f"The text places the {named.summit.name} in {city.name}; it was held in {edition.city} ({when})."
        sure = nearby(subject.knowledge).grounded("editions", edition.id) and not beside
        yield Check(
            "place_conflict", "error" if sure else "warning", message, evidence(named.span, name.span),
            f"kb:editions/{edition.id}",
        )  # fmt: skip
        return


def _same(subject: Subject, named: Named, edition: Edition, name: Name) -> bool:
    near = nearby(subject.knowledge)
    for row in name.entries:
        if row.kind != "city":
            continue
        if row.name == edition.city or near.together("edition", edition.id, edition.city or "", row.name):
            return True
    return False


def _towns(named: Named) -> Iterator[tuple[Name, bool]]:
    """The cities that the line gives as the summit's place, and whether only as that of something beside it."""
    line, names = named.line, named.line.names
    if named.at < len(names):
        right = names[named.at]
        gap = line.text[named.span.end : right.span.start]
        if _IN.search(gap) and len(gap) < 100 and _plain(gap, line, named.span.end, right.span.start):
            yield right, False
    left = next((n for n in reversed(names) if n.span.end <= named.span.start), None)
    if left is None:
        return
    gap = line.between(left.span, named.span)
    if entry(left, "city") and gap.isspace() and not re.search(r"\b[A-Z][\w.]*\s+$", line.before(left.span, 20)):
        yield left, False  # "the Beijing SCO summit"
    if _BESIDE.fullmatch(gap) and re.search(r"\bin\s+(?:the\s+)?$", line.before(left.span)):
        yield left, True


def _plain(gap: str, line: Line, start: int, end: int) -> bool:
    """Whether nothing but words of holding, days and punctuation stands in a gap."""
    dates = [m.span for m in line.dates if start <= m.span.start and m.span.end <= end]
    for word in re.finditer(r"[^\W_][\w’'-]*", gap):
        place = start + word.start()
        if any(span.start <= place < span.end for span in dates):
            continue
        if word[0].lower() not in _GAP and not re.fullmatch(r"[A-Z]\w+(?:[’']s)?|\d+", word[0]):
            return False
    return True


def _dated(subject: Subject, named: Named) -> Iterator[Check]:
    """ "the SCO summit, to be held on 3 and 4 September 2025"."""
    mention = _date(named)
    if mention is None:
        return
    start = resolve(mention, subject.exact)
    if start is None or start.precision < 2 or (mention.year is None and named.line.another_time(subject.day)):
        return
    year = named.year or start.year
    rows = [
        r for r in named.summit.editions if r.how == "in person" and r.start and r.start.exact and r.start.year == year
    ]
    if len(rows) != 1:
        return
    edition = rows[0]
    first, last = edition.start or start, edition.end or edition.start or start
    end = end_of(mention, start) or start
    if (
        start.first.toordinal() - _SLACK <= last.last.toordinal()
        and end.last.toordinal() + _SLACK >= first.first.toordinal()
    ):
        return
    words = " ".join(mention.span.of(named.line.text).split())
    message = (
        f"The text dates the {named.summit.name} “{words}”; it was held on "
        f"{days(edition.start, edition.end)} in {edition.city}."
    )
    sure = nearby(subject.knowledge).grounded("editions", edition.id)
    where = evidence(named.span, mention.span)
    yield Check("date_conflict", "error" if sure else "warning", message, where, f"kb:editions/{edition.id}")


def _day_range(mention: DateMention) -> bool:
    return mention.end is not None and mention.end.day is not None


def _date(named: Named) -> DateMention | None:
    """The date that says when the summit is held: after a verb of holding, in brackets or as a range of days."""
    line = named.line
    for mention in line.dates:
        if mention.span.start < named.span.end:
            continue
        gap = line.text[named.span.end : mention.span.start]
        if len(gap) > 110 or mention.relative is not None or mention.kind not in ("day", "month") or mention.other:
            return None
        if not _ON.search(gap) and not re.search(r"\bin\s+$", gap):
            return None
        towns = [n.span for n in line.names if entry(n, "city") or entry(n, "state")]
        for span in reversed(towns):
            if span.start >= named.span.end and span.end <= mention.span.start:
                gap = gap[: span.start - named.span.end] + gap[span.end - named.span.end :]
        if not _plain(gap, line, mention.span.start, mention.span.start):
            return None
        told = _HELD.search(gap) or gap.rstrip().endswith("(") or _day_range(mention)
        return mention if told and not _AFTER_IT.search(line.before(named.span)) else None
    return None


def _numbered(subject: Subject, named: Named) -> Iterator[Check]:
    """ "the 24th SCO summit" of a year or city that had another number."""
    number, summit = named.number, named.summit
    if number is None or summit.id in _COUNTED_TWICE:
        return
    counted = [row for row in summit.editions if row.ordinal is not None and row.start is not None]
    if not counted or not min(r.ordinal or 0 for r in counted) <= number <= max(r.ordinal or 0 for r in counted):
        return
    mention = _date(named)
    year = named.year or (mention.year if mention else None)
    towns = [city.name for name, beside in _towns(named) if not beside and (city := entry(name, "city"))]
    if year is not None:
        fits = [row for row in counted if row.start and row.start.year == year]
    elif towns:
        fits = [row for row in counted if row.city in towns and _edition(subject, named) in (row, None)]
    else:
        edition = _edition(subject, named)
        fits = [edition] if edition in counted and edition and _now(subject, edition) else []
    if len(fits) != 1 or fits[0].ordinal == number:
        return
    right, when = fits[0], days(fits[0].start, fits[0].end)
    message = (
        f"The text counts it as the {ordinal(number)} {summit.name}; that of {right.city or 'this year'} ({when}) was "
        f"the {ordinal(right.ordinal or 0)}."
    )
    sure = nearby(subject.knowledge).grounded("editions", right.id) and right.how == "in person"
    start = max(named.line.span.start, named.span.start - 40)
    match = _NUMBER.search(named.line.text[start : named.span.start])
    where = Span(start + match.start(), named.span.end) if match else named.span
    yield Check("ordinal_conflict", "error" if sure else "warning", message, (where,), f"kb:editions/{right.id}")


def _now(subject: Subject, edition: Edition) -> bool:
    """Whether the article is of the days of an edition: then a summit's number is that edition's."""
    if subject.exact is None or edition.start is None or edition.end is None:
        return False
    today = subject.exact.first.toordinal()
    return edition.start.first.toordinal() - 3 <= today <= edition.end.last.toordinal() + 3
