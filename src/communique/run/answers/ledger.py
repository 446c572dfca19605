"""The ledger of commitments, out of a record."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from communique.analyse.ledger import ledger as made
from communique.knowledge.base import Knowledge, default
from communique.model.answer import Cited
from communique.model.dates import PartialDate
from communique.model.undertaking import Undertaking
from communique.run.answers.citing import Citing, places_of
from communique.run.answers.listing import about
from communique.run.answers.naming import party_of
from communique.store.faults import explained
from communique.store.opening import open_store


def ledger(
    record: str | Path, *parties: str, field: str | None = None, as_of: str | None = None
) -> tuple[Undertaking, ...]:
    """What the record in a file has of promises, each followed from one encounter to the next.

    Of several parties all are in it. field is a topic ("trade"). as_of is the day by which deadlines are judged:
    without it no undertaking is overdue. Raises StoreError, and NoSuchPartyError where a name means nobody or several.
    """
    kb = default()
    wanted = list(dict.fromkeys(party_of(kb, typed) for typed in parties))
    with explained(str(record)):
        connection = open_store(record, asking=True)
        try:
            day = PartialDate.parse(as_of) if as_of else None
            return ledger_of(connection, wanted, kb, field=field, as_of=day)
        finally:
            connection.close()


def ledger_of(
    connection: sqlite3.Connection,
    parties: Sequence[str],
    kb: Knowledge,
    *,
    field: str | None = None,
    as_of: PartialDate | None = None,
) -> tuple[Undertaking, ...]:
    """The same of an open record."""
    found = about(connection, "commitments", parties)
    whole = made(found, kb, as_of)
    return tuple(row for row in whole if field is None or field in row.fields)


def sentences(connection: sqlite3.Connection, found: Iterable[Undertaking]) -> Mapping[str, tuple[Cited, ...]]:
    """The sentences behind each step, by its id."""
    citing = Citing(connection)
    return {step.id: citing.cite(places_of(step)) for row in found for step in row.steps}
