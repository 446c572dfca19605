"""One article against a record and the tables: what they confirm, contradict, or do not know."""

from __future__ import annotations

import sqlite3
import tempfile
from pathlib import Path

from communique.knowledge.base import Knowledge
from communique.model.reading import Encounter, Reading
from communique.model.record import MergedEncounter
from communique.model.verdict import Verdict, order
from communique.resolve import by_record, by_tables
from communique.resolve.by_record import Beside
from communique.resolve.facts import mentions
from communique.run.resolving.desk import Desk
from communique.run.resolving.entering import enter
from communique.run.resolving.steps import resolve_pending
from communique.store import articles, encounters, links, rows
from communique.store.opening import open_store, writing


def checked(reading: Reading, knowledge: Knowledge, record: Path | None = None) -> tuple[Verdict, ...]:
    """The verdicts on an article, the worst first. The record is not changed: the article is entered in a copy of it.

    Raises StoreError where the record cannot be opened.
    """
    found = list(by_tables.verdicts(reading, knowledge))
    if record is not None:
        found += _by_record(reading, knowledge, record)
    return tuple(sorted(found, key=order))


def _by_record(reading: Reading, knowledge: Knowledge, record: Path) -> list[Verdict]:
    with tempfile.TemporaryDirectory() as folder:
        original = open_store(record, asking=True)
        try:
            scratch = Path(folder) / "record.db"
            into = sqlite3.connect(scratch)
            original.backup(into)
            into.close()
            copy = open_store(scratch)
            try:
                desk = Desk(copy, knowledge)
                with writing(copy):
                    number = enter(desk, reading)
                resolve_pending(desk)
                beside = _beside(desk, original, reading, number)
            finally:
                copy.close()
        finally:
            original.close()
    return [*by_record.verdicts(reading, beside), *by_record.lists(reading, beside)]


def _beside(desk: Desk, original: sqlite3.Connection, reading: Reading, number: int) -> Beside:
    """What the copy of a record has of an article and about it."""
    copy, told = desk.connection, encounters.of_article(desk.connection, number)
    keys = {facts.encounter: facts.key for facts in mentions(reading)}
    merged = {
        encounter: row
        for encounter, key in keys.items()
        if key in told and (row := encounters.one(copy, told[key])) is not None
    }
    near = {row.id: _near(copy, row, merged.get(row.id)) for row in reading.encounters or ()}
    shown = [*merged.values(), *(row for several in near.values() for row in several)]
    told_rows = [row for found in merged.values() for row in rows.of_encounter(copy, found.id)]
    known_as = {row.id: id_ for row in shown if (id_ := _known_as(copy, original, row, reading.article.id))}
    # With one telling more a row may bear another id than in the record: there its encounter is named.
    known_as |= {
        row.id: known_as.get(row.encounter or "", row.id) for row in told_rows if rows.one(original, row.id) is None
    }
    others = {article for row in shown for article, _ in row.mentions} - {reading.article.id}
    numbers = [found for article in sorted(others) if (found := articles.number_of(copy, article)) is not None]
    chains = links.chains(copy, [*numbers, number])
    own = chains.get(reading.article.id)
    return Beside(
        reading.article.id,
        merged,
        {article: chain.voice for article, chain in chains.items()},
        own.voice if own else None,
        near,
        told_rows,
        known_as,
    )


def _near(copy: sqlite3.Connection, row: Encounter, merged: MergedEncounter | None) -> tuple[MergedEncounter, ...]:
    """The encounters of the same people of which a day is known that lies about this one's."""
    people = sorted({party.entity for party in row.participants if party.entity})
    if len(people) < 2 or row.start is None or row.start.exact is None:
        return ()
    found = encounters.found(copy, between=people, kind=row.kind)
    return tuple(one for one in found if by_record.is_near(row, one.start) and (merged is None or one.id != merged.id))


def _known_as(
    copy: sqlite3.Connection, original: sqlite3.Connection, merged: MergedEncounter, article: str
) -> str | None:
    """The id under which the record itself has what its copy has, now with one article more."""
    keys = encounters.mentions_of(copy, merged.id)
    own = articles.number_of(copy, article)
    found = encounters.of_mentions(original, [key for key in keys if key[0] != own])
    return min(found) if found else None
