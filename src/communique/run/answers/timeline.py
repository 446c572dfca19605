"""The timeline of some parties, out of a record."""

from __future__ import annotations

import dataclasses
import sqlite3
from collections.abc import Sequence
from pathlib import Path

from communique.analyse.timeline import timeline as made
from communique.knowledge.base import default
from communique.model.answer import Cited, Timeline
from communique.model.record import ListName, MergedRow
from communique.run.answers.citing import Citing, places_of
from communique.run.answers.listing import about
from communique.run.answers.naming import party_of
from communique.store import outlines
from communique.store.faults import explained
from communique.store.opening import open_store

AGREED = frozenset({"signed", "agreed", "implemented"})
"""The commitments that stand in a timeline; what one side offered or called for is left to the ledger."""


def timeline(record: str | Path, *parties: str, since: str | None = None, until: str | None = None) -> Timeline:
    """What the record in a file has of the contacts of these parties: `timeline("record.db", "China", "RUS")`.

    A party is the code or name of a state or organisation, or a person's full name; since and until are dates or their
    beginnings. Raises StoreError, and NoSuchPartyError where a name means nobody or several.
    """
    kb = default()
    wanted = list(dict.fromkeys(party_of(kb, typed) for typed in parties))
    with explained(str(record)):
        connection = open_store(record, asking=True)
        try:
            return with_sentences(connection, timeline_of(connection, wanted, since=since, until=until))
        finally:
            connection.close()


def timeline_of(
    connection: sqlite3.Connection, parties: Sequence[str], *, since: str | None = None, until: str | None = None
) -> Timeline:
    """The same of an open record, without the sentences."""
    years = (int(since[:4]), int(until[:4])) if since and until else None
    found = made(parties, outlines.between(connection, parties, since, until), outlines.newest(connection), years=years)

    def listed(name: ListName) -> tuple[MergedRow, ...]:
        return about(connection, name, parties, since=since, until=until)

    return dataclasses.replace(
        found,
        levels=tuple(row for row in listed("partnerships") if set(parties) <= set(row.parties) or len(parties) == 1),
        agreements=tuple(row for row in listed("commitments") if _status(row) in AGREED),
        phrases=listed("phrases"),
    )


def _status(row: MergedRow) -> str | None:
    return next((one.value for one in row.values.get("status", ()) if not one.rejected), None)


def with_sentences(connection: sqlite3.Connection, found: Timeline) -> Timeline:
    """The timeline with the sentences behind each of its rows, by the row's id."""
    citing = Citing(connection)
    cited: dict[str, tuple[Cited, ...]] = {row.id: citing.met(row) for row in found.encounters}
    for row in (*found.levels, *found.agreements, *found.phrases):
        cited[row.id] = citing.cite(places_of(row))
    return dataclasses.replace(found, cited=cited)
