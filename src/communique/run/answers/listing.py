"""The rows of lists that are about some parties: by the states they name, or by the encounters of a person."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from communique.model.record import ListName, MergedRow
from communique.store import outlines, rows


def about(
    connection: sqlite3.Connection,
    name: ListName,
    parties: Sequence[str],
    *,
    since: str | None = None,
    until: str | None = None,
) -> tuple[MergedRow, ...]:
    """The rows of a list that are about all of these parties, in the order of their days, those without one last.

    Rows name states and organisations. Where one of the parties is a person, they are those of the encounters in which
    all of them took part.
    """
    if all(rows.named(connection, party) for party in parties):
        return tuple(rows.found(connection, name, asked={"party": parties}, since=since, until=until))
    met = outlines.ids_between(connection, parties, since, until)
    told = (row for id_ in sorted(met) for row in rows.of_encounter(connection, id_, name))
    return tuple(sorted(told, key=lambda row: (row.day is None, str(row.day or ""), row.id)))
