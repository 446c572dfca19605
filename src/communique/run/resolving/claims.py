"""The last step: what was said and what else was told, once for all articles, encounter by encounter and family by
family."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from communique.model.reading import Reading
from communique.resolve.claims import Wording, claims, wordings
from communique.resolve.judgements import Corrections
from communique.resolve.lists.items import Item, items
from communique.resolve.lists.merge import Scope, merged
from communique.run.resolving.desk import Desk
from communique.store import articles, encounters, links, rows, todo
from communique.store import claims as stored
from communique.store.todo import Stage

FAMILY = "family:"


def resolve_claims(desk: Desk, scopes: Iterable[str]) -> None:
    """Make the claims of these scopes anew."""
    corrected = desk.corrected
    done: set[str] = set()
    for scope in scopes:
        if scope in done:
            continue
        done.add(scope)
        if scope.startswith(FAMILY):
            done |= _of_family(desk, scope.removeprefix(FAMILY), corrected)
        else:
            _of_encounter(desk, scope, corrected)
    todo.done(desk.connection, Stage.CLAIMS, sorted(done))


def _of_encounter(desk: Desk, encounter: str, corrected: Corrections) -> None:
    clear(desk, encounter)
    row = encounters.one(desk.connection, encounter)
    if row is None:
        return
    said: list[Wording] = []
    told: list[Item] = []
    keys = encounters.mentions_of(desk.connection, encounter)
    readings = desk.readings(number for number, _ in keys)
    for number, reading in readings.items():
        inside = {facts.encounter for key in keys if key[0] == number and (facts := desk.facts(key))}
        said += wordings(reading, inside, corrected)
        told += items(reading, inside)
    parties = tuple(
        sorted({party.country for party, attested in row.participants if party.country and not attested.rejected})
    )
    scope = _scope(desk, readings, corrected, encounter=encounter, day=row.start, parties=parties)
    _put(desk, encounter, said, told, scope)


def _of_family(desk: Desk, key: str, corrected: Corrections) -> set[str]:
    """What is told outside of any encounter, compared within a family of copies; the scopes that this settles."""
    number = int(key) if key.isdigit() else desk.number(key)
    if number is None or articles.id_of(desk.connection, number) is None:
        clear(desk, FAMILY + key)
        return set()
    family = links.family(desk.connection, number)
    readings = desk.readings(family)
    scope = FAMILY + min(reading.article.id for reading in readings.values())
    # By the members' tellings, and by name: what an article told that has gone has no telling left.
    old = {told for member in family for told in scopes_of(desk, member) if told.startswith(FAMILY)}
    for name in sorted(old | {scope, FAMILY + key}):
        clear(desk, name)
    said = [row for reading in readings.values() for row in wordings(reading, (None,), corrected)]
    told = [row for reading in readings.values() for row in items(reading, (None,))]
    _put(desk, scope, said, told, _scope(desk, readings, corrected))
    return {scope, *(f"{FAMILY}{member}" for member in family)}


def _scope(desk: Desk, readings: Mapping[int, Reading], corrected: Corrections, **of_encounter: Any) -> Scope:
    return Scope(
        {reading.article.id: reading for reading in readings.values()},
        links.chains(desk.connection, readings),
        links.among(desk.connection, readings),
        corrected=corrected,
        kb=desk.knowledge,
        **of_encounter,
    )


def clear(desk: Desk, scope: str) -> None:
    """Take out what was told within a scope."""
    stored.clear(desk.connection, scope)
    rows.clear(desk.connection, scope)


def scopes_of(desk: Desk, article: int) -> set[str]:
    """The scopes in which something that an article tells is compared."""
    return stored.scopes_of(desk.connection, article) | rows.scopes_of(desk.connection, article)


def _put(desk: Desk, name: str, said: Sequence[Wording], told: Sequence[Item], scope: Scope) -> None:
    found = claims(
        said,
        scope.readings,
        scope.chains,
        links=scope.links,
        encounter=scope.encounter,
        parties=scope.parties,
        kb=scope.kb,
    )
    for claim in found:
        places = [(number, index) for article, index in claim.wordings if (number := desk.number(article)) is not None]
        stored.put(desk.connection, name, claim, places)
    for row, group in merged(told, scope):
        tellings = [
            (number, item.list, item.position, item.key)
            for item in group
            if (number := desk.number(item.article)) is not None
        ]
        rows.put(desk.connection, name, row, tellings, scope.parties)
