"""Moments: which of several articles came out first, where their times and zones tell."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable

from communique.model.article import Article, Published

_OFFSET = re.compile(r"(?:UTC|GMT)?\s*([+-]\d{1,2})(?::?(\d{2}))?$")
# Without a zone a clock time may be that of any place on earth: UTC-12 to UTC+14.
_EAST, _WEST = datetime.timedelta(hours=14), datetime.timedelta(hours=12)


def moment(published: Published | None) -> tuple[datetime.datetime, datetime.datetime] | None:
    """The earliest and the latest moment (UTC) that a date of publication can mean; None where there is no day."""
    if published is None or published.date.exact is None:
        return None
    day = datetime.datetime.combine(published.date.exact, datetime.time())
    first, last = day, day + datetime.timedelta(hours=23, minutes=59)
    if published.time:
        hours, minutes = map(int, published.time.split(":")[:2])
        first = last = day + datetime.timedelta(hours=hours, minutes=minutes)
    offset = zone_offset(published.zone)
    try:
        return (first - offset, last - offset) if offset is not None else (first - _EAST, last + _WEST)
    except OverflowError:  # the first and last days of the calendar
        return None


def zone_offset(zone: str | None) -> datetime.timedelta | None:
    """The offset of a printed zone (`+08:00`, `GMT+5`, `UTC`); None for names that several places use (IST, CST)."""
    if zone is None:
        return None
    if zone.upper() in ("UTC", "GMT", "Z"):
        return datetime.timedelta()
    found = _OFFSET.match(zone.strip().upper())
    if not found:
        return None
    hours = int(found[1])
    return datetime.timedelta(hours=hours, minutes=(1 if found[1][0] == "+" else -1) * int(found[2] or 0))


def earliest(articles: Iterable[Article]) -> str | None:
    """The outlet whose article came out before all others, with its time as printed; None where times do not tell."""
    rows = [(moment(article.published), article) for article in articles]
    dated = sorted((when, article.id, article) for when, article in rows if when is not None)
    if len(dated) < len(rows) or not dated:
        return None
    (_, latest), _, article = min(dated, key=lambda row: (row[0][1], row[1]))
    if any(other is not article and when[0] <= latest for when, _, other in dated):
        return None
    published = article.published
    assert published is not None
    name = article.outlet or "an unnamed outlet"
    return ", ".join((name, " ".join(filter(None, (str(published.date), published.time, published.zone)))))
