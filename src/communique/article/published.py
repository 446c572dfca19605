"""The day on which a page says that its article came out, solved from every dated string and its role."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from communique.article.lines import MetaValue, Page
from communique.article.published_clues import Clue, Clues, clues
from communique.article.published_stamps import Stamp, layout, stamps
from communique.knowledge.base import Knowledge
from communique.knowledge.calendar import DateMention, find_dates
from communique.model.article import Published
from communique.model.dates import PartialDate
from communique.model.span import Span, evidence

_META_PUBLISHED = (
    "article:published_time", "og:article:published_time", "ld:datepublished", "datepublished", "rnews:datepublished",
    "article:published", "article.published", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued",
    "originalpublicationdate", "article_date_original", "publishdate", "publish-date", "publish_date",
    "publication_date", "pubdate", "citation_publication_date", "cxenseparse:recs:publishtime", "displaydate", "pdate",
    "issue_date", "dcterms.created", "dc.date.created", "ld:datecreated", "datecreated", "date.created", "dc.date",
    "dcterms.date", "date", "created",
)  # fmt: skip
_META_UPDATED = ("article:modified_time", "ld:datemodified", "og:updated_time", "datemodified", "article:modified")
_URL_DATE = re.compile(
    r"/(?P<year>(?:19|20)\d\d)(?P<sep>[/-]?)(?P<month>\d\d|[a-z]{3})(?P=sep)(?P<day>\d\d)(?=[/._-]|$)", re.IGNORECASE
)
_MONTHS = {m: n for n, m in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
_MONTH_FIRST = frozenset({"USA", "PHL", "FSM", "PLW", "MHL"})


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A day that the page may have come out on. rank: the higher, the plainer the page says so."""

    date: PartialDate
    rank: int
    how: str
    evidence: tuple[Span, ...]
    mention: DateMention | None = None


# Ranks of what a page prints; a date above the title or below the body is often today's or another article's.
_RANK = {"published": 4, "dateline": 4, "plain": 3, "above": 1, "below": 1}

# The first sentence behind a dateline: on the real pages none is longer than 320 characters.
_NEAR = 350
# An update or republication up to this much after the day of a dateline still tells its year.
_LATER_DAYS = 2


def publication_date(page: Page, kb: Knowledge, *, url: str | None, given: PartialDate | None) -> Published | None:
    """The day on which the page says that this article came out; as exact as the page is, never filled up.

    Header clocks, "last update" lines, comment dates and captions never date an article; an update is its upper bound.
    url and given are what the user knows; a given date wins, without evidence. None where the text gives no basis.
    """
    if given is not None:
        return Published(given, "given", ())
    where = layout(page)
    found = stamps(page, where, kb)
    hints = clues(page, where, kb)
    if (stated := _from_head(page, found)) is not None:
        return stated
    candidates = list(_printed(found, hints, page, url, kb)) + list(_addressed(page))
    bound = [_reading(s.mention) for s in found if s.kind == "updated"] + _meta_dates(page, _META_UPDATED)
    limit = max((d.last for d in bound if d), default=None)
    candidates = [c for c in candidates if limit is None or c.date.first <= limit + datetime.timedelta(days=1)]
    best = _best(candidates, hints)
    return best or _from_time_element(page) or _from_update(found, hints) or _from_anniversary(hints)


def _meta_dates(page: Page, names: Sequence[str]) -> list[PartialDate | None]:
    return [_reading(m) for value in page.meta if value.name in names for m in _mentions(page, value)]


def _mentions(page: Page, value: MetaValue) -> tuple[DateMention, ...]:
    found = find_dates(page.text, value.span.start, value.span.end)
    return tuple(m for m in found if m.year and m.month)[:1]


def _from_head(page: Page, found: Sequence[Stamp]) -> Published | None:
    """The date of the page's machine-readable head, kept whole with time and zone."""
    for name in _META_PUBLISHED:
        for value in page.meta:
            if value.name != name:
                continue
            for mention in _mentions(page, value):
                date = _reading(mention)
                if date is None:
                    continue
                shown = [s for s in found if s.kind in ("published", "dateline") and _reading(s.mention) == date]
                spans = evidence(mention.span, *(s.span for s in shown[:1]))
                return Published(date, "metadata", spans, mention.time, mention.zone)
    return None


def _from_time_element(page: Page) -> Published | None:
    """The page's machine-readable time where it has only one day of them: lists of other articles have many."""
    times = [m for value in page.meta if value.name == "time" for m in _mentions(page, value)]
    dates = [date for date in map(_reading, times) if date is not None and date.exact is not None]
    if len(set(dates)) != 1 or len(dates) != len(times):
        return None
    first = times[0]
    return Published(dates[0], "metadata", (first.span,), first.time, first.zone)


def _reading(mention: DateMention) -> PartialDate | None:
    if mention.year is None or mention.other is not None:
        return None
    return PartialDate(mention.year, mention.month, mention.day)


def _printed(found: Sequence[Stamp], hints: Clues, page: Page, url: str | None, kb: Knowledge) -> Iterator[_Candidate]:
    for stamp in found:
        if stamp.kind == "updated":
            continue
        mention, rank = stamp.mention, _RANK[stamp.kind]
        how = "dateline" if stamp.kind == "dateline" else "stated"
        if mention.other is not None:
            yield from _told_apart(stamp, hints, _country(page, url, kb))
        elif (date := _reading(mention)) is not None:
            yield _Candidate(date, rank, how, (stamp.span,), mention)
        elif mention.month and mention.day:
            yield from _with_stamp(stamp, found) or _with_year(stamp, hints, page)


def _told_apart(stamp: Stamp, hints: Clues, country: str | None) -> Iterator[_Candidate]:
    """A numeric date: the reading with which the lead's weekday agrees, or that the outlet's country prints."""
    mention, other = stamp.mention, stamp.mention.other
    assert mention.year and other and other.month
    day_first = PartialDate(mention.year, mention.month, mention.day)
    month_first = PartialDate(other.year or mention.year, other.month, other.day)
    scores = [(_agreement(date, hints), date) for date in (day_first, month_first)]
    (a, _), (b, _) = scores
    if max(a, b) > 0 and a != b:
        date = max(scores, key=lambda pair: pair[0])[1]
        spans = evidence(stamp.span, *_agreeing(date, hints))
        yield _Candidate(date, _RANK[stamp.kind], "stated+weekday", spans, mention)
    elif country is not None:
        date = month_first if country in _MONTH_FIRST else day_first
        yield _Candidate(date, _RANK[stamp.kind], "stated+outlet", (stamp.span,), mention)
    else:
        yield _Candidate(PartialDate(mention.year), 2, "stated", (stamp.span,), None)


def _country(page: Page, url: str | None, kb: Knowledge) -> str | None:
    """The country of the outlet whose address the page has."""
    printed = [value.value for value in page.meta if value.name in ("url", "og:url")]
    for address in [url, *printed]:
        host = re.sub(r"^https?://", "", address or "").split("/")[0]
        if host and (outlet := kb.outlet_at(host)) is not None:
            return outlet.country
    return None


def _with_stamp(stamp: Stamp, found: Sequence[Stamp]) -> list[_Candidate]:
    """A day without a year, and a full date of the page (an update, its head) on it or up to two days later."""
    for other in found:
        full = _reading(other.mention)
        if full is None or full.exact is None:
            continue
        for year in (full.year, full.year - 1):
            date = _day(year, stamp.mention)
            if date is not None and 0 <= (full.first - date.first).days <= _LATER_DAYS:
                how = ("dateline" if stamp.kind == "dateline" else "stated") + "+header"
                timed = other.mention if full == date and other.kind != "updated" else stamp.mention
                return [_Candidate(date, _RANK[stamp.kind], how, evidence(stamp.span, other.span), timed)]
    return []


def _with_year(stamp: Stamp, hints: Clues, page: Page) -> Iterator[_Candidate]:
    """A day without a year: the year that the text names, or that offices leave, in which the weekday agrees.

    Everyone whom the lead names with an office must hold it on that day. Without a weekday only an anniversary, which
    tells the current year, settles it.
    """
    mention = stamp.mention
    printed: dict[int, Span] = {}
    for clue in hints.years:
        printed.setdefault(clue.value, clue.span)
    fixed = {a.year: a.span for a in hints.anniversaries}
    weekday = _weekday_of(stamp, hints, page)
    days = [d for d in (_day(year, mention) for year in range(1990, 2100)) if d and _in_office(d, hints)]
    agreeing = [d for d in days if weekday is not None and d.first.weekday() == weekday]
    kind = "dateline" if stamp.kind == "dateline" else "stated"
    newest = max(printed, default=0)
    certain = [d for d in days if d.year in fixed and (weekday is None or _agreement(d, hints))]
    by_office = agreeing if len(hints.holders) > 1 and any(newest <= d.year for d in agreeing) else []
    rules: tuple[tuple[str, list[PartialDate], dict[int, Span]], ...] = (
        ("+year", certain, fixed),
        ("+year", [d for d in agreeing if d.year == newest], printed),
        ("+weekday+offices", by_office, {}),
    )
    for suffix, fitting, where in rules:
        if len(fitting) == 1:
            date = fitting[0]
            grounds = evidence(
                stamp.span,
                where.get(date.year),
                *_agreeing(date, hints),
                *(span for _, span in hints.holders[: 4 if suffix.endswith("offices") else 0]),
            )
            yield _Candidate(date, _RANK[stamp.kind], kind + suffix, grounds, mention)
            return


def _weekday_of(stamp: Stamp, hints: Clues, page: Page) -> int | None:
    """The weekday of a day without a year: printed beside it, or that of the news in the first sentences behind it."""
    if stamp.mention.weekday is not None:
        return stamp.mention.weekday
    near = [c for c in hints.weekdays if stamp.kind != "dateline" or _beside(stamp, c, page)]
    return near[0].value if near else None


def _beside(stamp: Stamp, clue: Clue, page: Page) -> bool:
    between = page.text[stamp.span.end : clue.span.start]
    return stamp.span.end <= clue.span.start and len(between) < _NEAR and "\n" not in between


def _day(year: int, mention: DateMention) -> PartialDate | None:
    try:
        return PartialDate(year, mention.month, mention.day)
    except ValueError:
        return None


def _in_office(date: PartialDate, hints: Clues) -> bool:
    return all(any(t.covers(date) for p in people for t in p.terms) for people, _ in hints.holders)


def _agreement(date: PartialDate, hints: Clues) -> int:
    """2 where the lead tells its news of this day, 1 where of the day before or names it besides; else 0.

    The lead may print the day or its weekday.
    """
    day = date.exact
    if day is None:
        return 0
    printed = [_days_before(day, mention) for mention in hints.days]
    named = [clue.value for clue in hints.weekdays]
    if 0 in printed or named[:1] == [day.weekday()]:
        return 2
    return int(1 in printed or day.weekday() in named or named[:1] == [(day.weekday() - 1) % 7])


def _days_before(day: datetime.date, mention: DateMention) -> int | None:
    """How many days before a day a mention lies, by the year nearest to it where it prints none."""
    for year in (mention.year,) if mention.year else (day.year, day.year - 1):
        told = _day(year, mention)
        if told is not None and told.first <= day:
            return (day - told.first).days
    return None


def _agreeing(date: PartialDate, hints: Clues) -> tuple[Span, ...]:
    day = date.exact
    if day is None:
        return ()
    close = [m.span for m in hints.days if _days_before(day, m) in (0, 1)]
    close += [c.span for c in hints.weekdays if c.value in (day.weekday(), (day.weekday() - 1) % 7)]
    return tuple(close[:1])


def _addressed(page: Page) -> Iterator[_Candidate]:
    """The date in the page's own printed address (an address that only the user knows has no place in the text)."""
    for value in page.meta:
        if value.name not in ("url", "og:url"):
            continue
        match = _URL_DATE.search(page.text, value.span.start, value.span.end)
        if match is None:
            continue
        month = int(match["month"]) if match["month"].isdigit() else _MONTHS.get(match["month"].lower(), 0)
        try:
            date = PartialDate(int(match["year"]), month, int(match["day"]))
        except ValueError:
            continue
        yield _Candidate(date, 3, "url", (Span(match.start("year"), match.end("day")),))
        return


def _best(candidates: Sequence[_Candidate], hints: Clues) -> Published | None:
    """The candidate that the page states most plainly; between equals the one with which the weekday agrees."""
    clocks = [(c.date, c.mention.time) for c in candidates if c.rank in (1, 3) and c.mention and c.mention.time]
    crowded = len(clocks) > 2 and len(set(clocks)) > 1  # a list of other articles with their times
    least = 4 if crowded else 2
    usable = [c for c in candidates if c.rank >= least or (c.rank == 1 and _agreement(c.date, hints))]
    if not usable:
        return None
    top = max(c.rank for c in usable)
    best = [c for c in usable if c.rank == top]
    if len({c.date for c in best}) > 1:
        strongest = max(_agreement(c.date, hints) for c in best)
        best = [c for c in best if _agreement(c.date, hints) == strongest] if strongest else best
    if len({c.date for c in best}) > 1:
        best.sort(key=lambda c: (c.date.first, c.evidence))
        if best[-1].date.first - best[0].date.first > datetime.timedelta(days=7) and top < 4:
            return None
    first = best[0]
    how = first.how + ("+weekday" if first.rank == 1 else "")
    spans = evidence(*first.evidence, *(_agreeing(first.date, hints) if first.rank == 1 else ()))
    mention = first.mention
    return Published(first.date, how, spans, mention.time if mention else None, mention.zone if mention else None)


def _from_update(found: Sequence[Stamp], hints: Clues) -> Published | None:
    """The day of an update where the lead tells its news of the same weekday."""
    for stamp in found:
        date = _reading(stamp.mention) if stamp.kind == "updated" else None
        if date is not None and _agreement(date, hints) == 2:
            return Published(date, "updated+weekday", evidence(stamp.span, *_agreeing(date, hints)))
    return None


def _from_anniversary(hints: Clues) -> Published | None:
    """The known day of an anniversary whose messages or ceremony are the news, or the year that it marks."""
    years = {a.year for a in hints.anniversaries}
    if len(years) != 1:
        return None
    for anniversary in hints.anniversaries:
        if anniversary.day is not None and _agreement(anniversary.day, hints) == 2:
            spans = evidence(anniversary.span, *_agreeing(anniversary.day, hints))
            return Published(anniversary.day, "anniversary+weekday", spans)
    return Published(PartialDate(years.pop()), "anniversary", evidence(*(a.span for a in hints.anniversaries)))
