"""Schedules: a page that lists an office's engagements of one day, each of which is its news."""

from __future__ import annotations

import re
from collections.abc import Sequence

from communique.knowledge.calendar import find_dates, resolve
from communique.model.article import Article
from communique.model.dates import PartialDate
from communique.reading.encounters.merge import Group
from communique.reading.encounters.when import When

_SCHEDULE = re.compile(r"\b(?:schedule|appointments|diary of engagements|daily guidance)\b", re.IGNORECASE)


def engagements(article: Article, found: Sequence[Group], published: PartialDate | None) -> bool:
    """Whether the page is a schedule; its items then are its news, those without a date are of the day in its title."""
    title = article.title_span
    if title is None or not _SCHEDULE.search(article.text, title.start, title.end):
        return False
    mention = next((d for d in find_dates(article.text, title.start, title.end) if d.kind == "day"), None)
    day = resolve(mention, published, None) if mention is not None else None
    if mention is None or day is None or day.exact is None:
        return False
    for group in found:
        own = [t for t in group.traces if t.role == "body" and t.standing == 3]
        if not own or group.told not in ("open", "held", "planned"):
            continue
        group.main = True
        if group.when is None:
            group.best.when = When(day, None, "schedule", (mention.span,))
            group.forget()
    return True
