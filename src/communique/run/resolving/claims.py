"""The last step: what was said, one claim for all wordings, encounter by encounter and family by family."""

from __future__ import annotations

from collections.abc import Iterable

from communique.model.record import Claim
from communique.resolve.claims import Wording, claims, wordings
from communique.resolve.judgements import Corrections
from communique.run.resolving.desk import Desk
from communique.store import articles, encounters, links, todo
from communique.store import claims as stored
from communique.store import mentions as stored_mentions
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
    stored.clear(desk.connection, encounter)
    row = encounters.one(desk.connection, encounter)
    if row is None:
        return
    rows: list[Wording] = []
    keys = encounters.mentions_of(desk.connection, encounter)
    readings = desk.readings(number for number, _ in keys)
    for number, reading in readings.items():
        told = {facts.encounter for key in keys if key[0] == number and (facts := desk.facts(key))}
        rows += wordings(reading, told, corrected)
    by_id = {reading.article.id: reading for reading in readings.values()}
    parties = sorted({party.country for party, said in row.participants if party.country and not said.rejected})
    chains, copies = links.chains(desk.connection, readings), links.among(desk.connection, readings)
    found = claims(rows, by_id, chains, links=copies, encounter=encounter, parties=parties, kb=desk.knowledge)
    _put(desk, encounter, found)


def _of_family(desk: Desk, key: str, corrected: Corrections) -> set[str]:
    """What is said outside of any encounter, compared within a family of copies; the scopes that this settles."""
    number = int(key) if key.isdigit() else desk.number(key)
    if number is None or articles.id_of(desk.connection, number) is None:
        stored.clear(desk.connection, FAMILY + key)
        return set()
    family = links.family(desk.connection, number)
    readings = desk.readings(family)
    for member in sorted(family):
        for scope in sorted(stored.scopes_of(desk.connection, member)):
            if scope.startswith(FAMILY):
                stored.clear(desk.connection, scope)
    by_id = {reading.article.id: reading for reading in readings.values()}
    rows = [row for reading in readings.values() for row in wordings(reading, (None,), corrected)]
    scope = FAMILY + min(by_id)
    chains, copies = links.chains(desk.connection, readings), links.among(desk.connection, readings)
    _put(desk, scope, claims(rows, by_id, chains, links=copies, kb=desk.knowledge))
    return {scope, *(f"{FAMILY}{member}" for member in family)}


def _put(desk: Desk, scope: str, found: tuple[Claim, ...]) -> None:
    for claim in found:
        places = [(number, index) for article, index in claim.wordings if (number := desk.number(article)) is not None]
        stored.put(desk.connection, scope, claim, places)


def scopes_of_article(desk: Desk, number: int) -> list[str]:
    """The scopes in which an article's statements are compared."""
    keys = stored_mentions.of_article(desk.connection, number)
    return [f"{FAMILY}{number}", *sorted(encounters.of_mentions(desk.connection, keys))]
