"""The card of a relation, out of a record."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path

from communique.analyse.ledger import narrowed
from communique.analyse.relation import changes, of_both
from communique.knowledge.base import Knowledge, default
from communique.model.answer import Cited, Outline
from communique.model.record import MergedRow
from communique.model.relation import Dispute, Relation
from communique.model.undertaking import Undertaking
from communique.run.answers.citing import Citing, places_of
from communique.run.answers.ledger import ledger_of
from communique.run.answers.listing import about
from communique.run.answers.naming import party_of
from communique.run.answers.timeline import timeline_of
from communique.store import encounters
from communique.store.faults import explained
from communique.store.opening import open_store

MET, FIGURES = 5, 10
"""So many of the last encounters and of the latest figures stand on a card."""


def relation(record: str | Path, one: str, other: str) -> Relation:
    """What the record in a file has of the relation of two parties; they are named as in `timeline`."""
    kb = default()
    with explained(str(record)):
        connection = open_store(record, asking=True)
        try:
            return relation_of(connection, (party_of(kb, one), party_of(kb, other)), kb)
        finally:
            connection.close()


def relation_of(connection: sqlite3.Connection, parties: tuple[str, str], kb: Knowledge) -> Relation:
    """The same of an open record."""
    line = timeline_of(connection, parties)
    held = [row for row in line.encounters if row.held and row.start]
    ahead = tuple(row for row in line.encounters if row.id in set(line.ahead))
    called = of_both(line.levels, parties)
    promises = narrowed(ledger_of(connection, parties, kb), states=("open", "reported", "offered"))
    figures = about(connection, "figures", parties)
    return Relation(
        parties,
        line,
        called[-1] if called else None,
        changes(called),
        tuple(reversed(held[-MET:])),
        ahead,
        promises,
        tuple(islice(reversed([row for row in figures if row.day]), FIGURES)),
        tuple(disputes(connection, line.encounters, (*line.levels, *figures, *_steps(promises)))),
    )


def _steps(promises: Iterable[Undertaking]) -> Iterator[MergedRow]:
    for row in promises:
        yield from row.steps


def disputes(connection: sqlite3.Connection, met: Iterable[Outline], listed: Iterable[MergedRow]) -> Iterator[Dispute]:
    """What articles contradict each other about in these encounters and rows, in their order."""
    for line in met:
        if line.disputed and (whole := encounters.one(connection, line.id)):
            yield from (Dispute(line, row) for row in whole.contradictions)
    for row in listed:
        yield from (Dispute(row, one) for one in row.contradictions)


def sentences(connection: sqlite3.Connection, card: Relation) -> Mapping[str, tuple[Cited, ...]]:
    """The sentences behind each line of a card, by the ids of its rows; of what is disputed, one of every value."""
    citing = Citing(connection)
    found = {row.id: citing.met(row) for row in (*card.met, *card.ahead)}
    last = {id_ for id_ in card.timeline.last.values() if id_}
    found |= {row.id: citing.met(row) for row in card.timeline.encounters if row.id in last}
    for row in (*card.labels, *card.figures, *_steps(card.promises), *([card.label] if card.label else [])):
        found[row.id] = citing.cite(places_of(row))
    for at, dispute in enumerate(card.disputes):
        told = (one for value in dispute.contradiction.values for one in citing.cite(value.places, 1))
        found[f"dispute:{at}"] = tuple(told)
    return found
