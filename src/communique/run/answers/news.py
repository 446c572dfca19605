"""What is new in a record since a day, or since the last look."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from communique.analyse.news import judged
from communique.knowledge.base import default
from communique.model.answer import Cited, Outline
from communique.model.news import Item, News
from communique.model.record import ListName, MergedEncounter, MergedRow
from communique.run.answers.citing import Citing, places_of
from communique.run.answers.naming import party_of
from communique.store import encounters, outlines, rows
from communique.store import since as stored
from communique.store.faults import explained
from communique.store.opening import open_store

LISTS: tuple[ListName, ...] = ("commitments", "partnerships", "figures")
"""The lists whose rows are news by themselves."""


def news(record: str | Path, *parties: str, since: str, field: str | None = None) -> News:
    """What articles that came out since a day tell that those before did not; parties as in `timeline`.

    field is a topic ("trade"): commitments in it alone. Raises StoreError, and NoSuchPartyError.
    """
    kb = default()
    wanted = [party_of(kb, typed) for typed in parties]
    with explained(str(record)):
        connection = open_store(record, asking=True)
        try:
            return news_of(connection, stored.published(connection, since), wanted, field)
        finally:
            connection.close()


def looked(path: Path) -> frozenset[str] | None:
    """The articles that a record had at the last look; None where there was none. Raises ValueError."""
    if not path.exists():
        return None
    found = json.loads(path.read_text(encoding="utf-8"))
    if not isinstance(found, dict) or found.get("schema") != "communique.look/1":
        raise ValueError(f"{path} was not written by `communique news --look`")
    return frozenset(found["articles"])


def look(connection: sqlite3.Connection, path: Path) -> None:
    """Write which articles the record has now, in one step."""
    beside = path.with_name(path.name + ".part")
    document = {"schema": "communique.look/1", "articles": stored.ids(connection)}
    beside.write_text(json.dumps(document, indent=0) + "\n", encoding="utf-8")
    beside.replace(path)


def news_of(
    connection: sqlite3.Connection, fresh: dict[int, str], parties: Sequence[str] = (), field: str | None = None
) -> News:
    """The same of an open record; fresh are the articles since, by number, with their ids."""
    ids = frozenset(fresh.values())
    within = outlines.ids_between(connection, parties) if parties else None
    said = Counter(_new_claims(connection, fresh))
    judgements = [
        *_met(connection, fresh, ids, within, said if field is None else None),
        *_listed(connection, fresh, ids, parties, within, field),
    ]
    items = sorted((item for item in judgements if item), key=_order)
    found = News(len(fresh), tuple(items), sum(item is None for item in judgements))
    return replace(found, cited=_sentences(connection, items, ids))


def _order(item: Item) -> tuple[object, ...]:
    day = item.about.day if isinstance(item.about, MergedRow) else item.about.start
    return (day is None, str(day or ""), isinstance(item.about, MergedRow), item.about.id)


def _new_claims(connection: sqlite3.Connection, fresh: Collection[int]) -> Iterator[str]:
    """For each statement that only articles since have, the encounter at which it was made."""
    for claim in sorted(stored.claims(connection, fresh)):
        encounter, told = stored.wordings(connection, claim)
        if encounter and all(number in fresh for number in told):
            yield encounter


def _met(
    connection: sqlite3.Connection,
    fresh: dict[int, str],
    ids: frozenset[str],
    within: set[str] | None,
    said: Counter[str] | None,
) -> Iterator[Item | None]:
    if said is None:
        return
    for id_ in sorted(stored.encounters(connection, fresh)):
        row = encounters.one(connection, id_) if within is None or id_ in within else None
        line = outlines.one(connection, id_) if row else None
        if row and line:
            yield judged(row, line, ids, _voices(connection, row), said[id_])


def _listed(
    connection: sqlite3.Connection,
    fresh: dict[int, str],
    ids: frozenset[str],
    parties: Sequence[str],
    within: set[str] | None,
    field: str | None,
) -> Iterator[Item | None]:
    for id_ in sorted(stored.rows(connection, fresh, LISTS if field is None else ("commitments",))):
        row = rows.one(connection, id_)
        if row is None:
            continue
        if within is not None and not (set(parties) <= set(row.parties) or row.encounter in within):
            continue
        if field and field not in {one.value for one in row.values.get("field", ()) if not one.rejected}:
            continue
        yield judged(row, row, ids, _voices(connection, row))


def _voices(connection: sqlite3.Connection, row: MergedEncounter | MergedRow) -> dict[str, str]:
    pairs = row.mentions if isinstance(row, MergedEncounter) else row.tellings
    return stored.voices(connection, sorted({article for article, _ in pairs}))


def _sentences(
    connection: sqlite3.Connection, items: Iterable[Item], fresh: frozenset[str]
) -> dict[str, tuple[Cited, ...]]:
    """The sentences of articles since: of what is contradicted those of both sides."""
    citing = Citing(connection)
    found = {}
    for item in items:
        about = item.about
        places = about.told if isinstance(about, Outline) else places_of(about)
        told = [one for value in item.contradictions for side in value.values for one in citing.cite(side.places, 1)]
        told += citing.cite((place for place in places if place.article in fresh), 2)
        found[about.id] = tuple(dict.fromkeys(told))
    return found
