"""What a mention may be the same as, looked up in the store, and the component that it belongs to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import combinations

from communique.model.reading import Reading
from communique.resolve import candidates
from communique.resolve.candidates import SLACK
from communique.resolve.facts import MentionFacts
from communique.resolve.groups import copied
from communique.run.resolving.desk import Desk
from communique.store import links
from communique.store import mentions as stored
from communique.store.mentions import Key, Place

# An article in a language that is not parsed is looked for under its most named states, about the day it came out.
_UNREAD_STATES, _UNREAD_DAYS = 4, 4


def place_of(facts: MentionFacts) -> Place | None:
    """Where a mention is found; None where nothing tells its days."""
    if facts.first is None or facts.last is None or not facts.blocks:
        return None
    return Place(facts.blocks, facts.first, facts.last)


def place_of_unread(reading: Reading) -> Place | None:
    """Where an article is found whose encounters were not read; None where its day or parties are not known."""
    day = reading.article.published.date.exact if reading.article.published else None
    named = Counter({party.country: len(party.evidence) for party in reading.names if party.country})
    states = sorted(sorted(named, key=lambda code: (-named[code], code))[:_UNREAD_STATES])
    if day is None or len(states) < 2:
        return None
    blocks = tuple(f"{one}|{two}" for one, two in combinations(states, 2))
    return Place(blocks, day.toordinal() - _UNREAD_DAYS, day.toordinal() + _UNREAD_DAYS)


def component(desk: Desk, seeds: Iterable[Key]) -> dict[Key, MentionFacts]:
    """Everything that these mentions can be joined with, directly or through others, themselves included."""
    known = {facts.key: key for key in seeds if (facts := desk.facts(key))}
    found = candidates.component(
        [facts for key in known.values() if (facts := desk.facts(key))],
        lambda facts: _near(desk, facts),
        lambda facts: _bound(desk, facts),
    )
    return {(number, facts.key): facts for facts in found if (number := desk.number(facts.article)) is not None}


def _near(desk: Desk, facts: MentionFacts) -> Iterator[MentionFacts]:
    place = place_of(facts)
    if place is None:
        return
    around = Place(place.blocks, place.first - SLACK, place.last + SLACK)
    for key in stored.near(desk.connection, around):
        other = desk.facts(key)
        if other is not None and other.key != facts.key:
            yield other


def _bound(desk: Desk, facts: MentionFacts) -> list[MentionFacts]:
    """Those that belong to a mention whatever their facts: judged the same, copied with it, its container and parts."""
    number = desk.number(facts.article)
    if number is None:
        return []
    out = [other for key in desk.judged_same.get(facts.key, ()) if (other := _of_key(desk, key))]
    out += [
        other
        for other in _facts_of(desk, number)
        if other.outer == facts.encounter or (facts.outer is not None and other.encounter == facts.outer)
    ]
    for linked, link in links.of_article(desk.connection, number).items():
        if link.kind in ("bulk", "partial"):
            others = {other.key: other for other in _facts_of(desk, linked)}
            for one, two in copied([facts, *others.values()], (link,)):
                out.append(others[two] if one == facts.key else others[one])
    return out


def _of_key(desk: Desk, mention: str) -> MentionFacts | None:
    key = stored.of_key(desk.connection, mention)
    return desk.facts(key) if key else None


def _facts_of(desk: Desk, number: int) -> list[MentionFacts]:
    keys = stored.of_article(desk.connection, number)
    return [facts for key in keys if (facts := desk.facts(key))]
