"""Direction: which of two linked articles the other was copied from, where a credit or the time tells."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone

from communique.model.article import Article
from communique.resolve.credited import whole_credits

_OFFSET = re.compile(r"(?:UTC|GMT)?\s*([+\-−])(\d{1,2}):?(\d{2})?$", re.IGNORECASE)
# Zones that news prints by letters, in minutes; those that mean several (IST, BST, CST) are left out.
_ZONES = {
    "UTC": 0, "GMT": 0, "Z": 0, "EDT": -240, "EST": -300, "CDT": -300, "MDT": -360, "MST": -420, "PDT": -420,
    "PST": -480, "CET": 60, "CEST": 120, "EET": 120, "EEST": 180, "MSK": 180, "SGT": 480, "HKT": 480, "JST": 540,
    "KST": 540, "AEST": 600, "AEDT": 660, "NZST": 720, "NZDT": 780, "EAT": 180, "WAT": 60, "CAT": 120, "SAST": 120,
    "PKT": 300, "WIB": 420,
}  # fmt: skip


def direction(first: Article, second: Article) -> tuple[str | None, str | None]:
    """The id of the article that the other was copied from and what says so; (None, why) where it stays open.

    A credit for the other's outlet tells; two that credit one agency are both its copies. Times tell only where both
    are printed with their zones and neither text credits anybody.
    """
    names_first, names_second = _names(first), _names(second)
    to_second, to_first = _outlet(second) in names_first, _outlet(first) in names_second
    if to_second != to_first:
        source = second if to_second else first
        return source.id, f"credit to {source.outlet}"
    if both := sorted(names_first & names_second):
        return None, f"both credit {both[0]}"
    if names_first or names_second:
        return None, f"one credits {sorted(names_first or names_second)[0]}"
    moments = moment(first), moment(second)
    if moments[0] is not None and moments[1] is not None and moments[0] != moments[1]:
        return (first.id if moments[0] < moments[1] else second.id), "published earlier"
    return None, None


def _names(article: Article) -> set[str]:
    own = _outlet(article)
    return {row.name for row in whole_credits(article) if row.name != own}


def _outlet(article: Article) -> str:
    return article.outlet or ""


def moment(article: Article) -> datetime | None:
    """When an article was published, in universal time; None where day, time or zone is not printed."""
    published = article.published
    if published is None or published.time is None or published.zone is None or published.date.day is None:
        return None
    minutes = offset(published.zone)
    if minutes is None:
        return None
    hour, minute = (int(part) for part in published.time.split(":")[:2])
    date = published.date
    assert date.month is not None and date.day is not None
    zone = timezone(timedelta(minutes=minutes))
    try:
        return datetime(date.year, date.month, date.day, hour, minute, tzinfo=zone).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def offset(zone: str) -> int | None:
    """Minutes ahead of universal time of a printed zone ("+08:00", "EDT"); None where it is not known or not one."""
    name = zone.strip().upper()
    if name in _ZONES:
        return _ZONES[name]
    if match := _OFFSET.match(name):
        minutes = int(match[2]) * 60 + int(match[3] or 0)
        return (minutes if match[1] == "+" else -minutes) if minutes <= 14 * 60 else None
    return None
