"""Accounts, encounters and states in a few words, as a comparison prints them."""

from __future__ import annotations

from collections.abc import Sequence

from communique.knowledge.base import Knowledge
from communique.model.reading import Reading
from communique.model.record import MergedEncounter
from communique.run import accounts
from communique.run.accounts import Page


def headline(row: MergedEncounter, kb: Knowledge, *, dated: bool = True) -> str:
    """An encounter in a line: day, kind, who, city."""

    def best(name: str) -> str | None:
        return next((said.value for said in row.values.get(name, ()) if not said.rejected), None)  # type: ignore[call-overload]

    who = [
        one.name or listed([state(kb, code) for code in one.countries or (one.country or "?",)])
        for one, said in row.participants
        if not said.rejected
    ]
    city, country = best("city"), best("country")
    kind = (best("kind") or "encounter").replace("_", " ")
    parts = (
        str(row.start) if dated and row.start else None,
        f"{kind}: {', '.join(who)}",
        city or (state(kb, country) if country else None),
    )
    return ", ".join(part for part in parts if part)


def when(row: MergedEncounter) -> str:
    """The day of an encounter; the beginning of its id where none is known."""
    return str(row.start) if row.start else row.id[:12]


def state(kb: Knowledge, code: str) -> str:
    """A state or organisation by its name."""
    if code in kb.states:
        return kb.states[code].name
    return kb.organisations[code].name if code in kb.organisations else code


def listed(words: Sequence[str]) -> str:
    """Several names in a row: `a, b and c`."""
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1]))) if words else ""


def news(reading: Reading) -> str | None:
    """What an article reports, in a line; None where no encounter is its news."""
    row = accounts.main(reading)
    if row is None:
        return None
    who = ", ".join(party.name or party.country or "" for party in row.participants)
    place = row.place.city if row.place else None
    return ", ".join(part for part in (str(row.start or ""), f"{row.kind.replace('_', ' ')}: {who}", place) if part)


def names(one: Page, two: Page) -> tuple[str, str]:
    """Two articles by a word each: origin, else outlet, else file; with their days where these are the same."""
    found = [name(page) for page in (one, two)]
    if found[0] == found[1]:
        days = [page.reading.article.published for page in (one, two)]
        found = [f"{name}, {day.date}" if day else name for name, day in zip(found, days, strict=True)]
    if found[0] == found[1]:
        found = [f"{name} ({at})" for at, name in zip("AB", found, strict=True)]
    return found[0], found[1]


def name(page: Page) -> str:
    """An article in a word or two."""
    article = page.reading.article
    origin = article.origins[0].name if article.origins else None
    path = (page.path or article.path or "").rpartition("/")[2]
    return origin or article.outlet or path or article.id[:19]
