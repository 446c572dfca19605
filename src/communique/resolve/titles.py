"""Titles: persons whom articles of one encounter give two offices."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence

from communique.knowledge.base import default
from communique.knowledge.people import HELD_BY_MANY
from communique.model.reading import Encounter
from communique.model.record import Attested, Contradiction, Place
from communique.resolve.accounts import Copies, between_copies
from communique.resolve.facts import actor

Telling = tuple[str, Encounter, str]
"""An article's id, the encounter as it tells it, and the independent origin behind it."""


@functools.cache
def _offices() -> dict[tuple[str, str], frozenset[str]]:
    """The offices that a printed title stands for, by title and state; under "" for states that have no row of own."""
    out: dict[tuple[str, str], set[str]] = {}
    for office in default().offices:
        for country in office.countries or ("",):
            out.setdefault((office.title.lower(), country), set()).add(office.key)
    return {title: frozenset(keys) for title, keys in out.items()}


def _office(title: str, country: str | None) -> frozenset[str]:
    """What a title stands for in a state; nothing where several people of it can hold that at once."""
    general = _offices().get((title.lower(), ""), frozenset())
    found = _offices().get((title.lower(), country or ""), frozenset()) | general
    return frozenset() if found & HELD_BY_MANY else found


def titles(tellings: Iterable[Telling], copies: Copies | None = None) -> tuple[Contradiction, ...]:
    """Persons whom articles give two offices that no title has in common ("president" and "prime minister")."""
    said: dict[tuple[str, str, str], dict[str, list[tuple[Place, str]]]] = {}
    for article, row, voice in tellings:
        for party in (*row.participants, *row.accompanying):
            if party.name and party.role and _office(party.role, party.country):
                by_title = said.setdefault((actor(party).key, party.country or "", party.name), {})
                by_title.setdefault(party.role.lower(), []).extend(
                    (Place(article, span), voice) for span in party.evidence
                )
    out = []
    for (_, country, name), by_title in sorted(said.items()):
        offices = {title: _office(title, country) for title in by_title}
        apart = [t for t in by_title if any(not offices[t] & other for other in offices.values())]
        if len(apart) > 1:
            values = best_first(attested(title, by_title[title]) for title in apart)
            out.append(Contradiction(f"title of {name}", values, between_copies(values, copies) if copies else None))
    return tuple(out)


def attested(value: str, found: Sequence[tuple[Place, str]]) -> Attested:
    """A value with the places that state it and the origins behind them."""
    places = tuple(sorted({place for place, _ in found}))
    return Attested(value, places, tuple(sorted({voice for _, voice in found})))


def best_first(rows: Iterable[Attested]) -> tuple[Attested, ...]:
    """Values, the best attested first: by origins, then articles, then in order."""
    return tuple(sorted(rows, key=lambda row: (-len(row.voices), -len({p.article for p in row.places}), row.value)))
