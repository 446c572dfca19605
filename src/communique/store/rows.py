"""The rows of the lists (commitments, figures ...) as all articles tell them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence

from communique.model.record import ListName, MergedRow
from communique.store.codec import packed, unpacked

Telling = tuple[int, str, int, str]
"""The number of an article, the list, the position in that list of its reading, and the telling's key."""

FACETS = (
    "status", "step", "polarity", "field", "level", "change", "kind", "unit", "period", "entity", "id", "event",
    "speaker", "form",
)  # fmt: skip
"""The values by which rows are found, beside the parties."""


def put(
    connection: sqlite3.Connection,
    scope: str,
    row: MergedRow,
    tellings: Sequence[Telling],
    parties: Iterable[str] = (),
) -> None:
    """Store a row that was found within a scope (an encounter, or a family of copies).

    parties are those of the encounter: a row is found by them as by those that it names itself.
    """
    day = str(row.day) if row.day else None
    # Its tellings and facets go with it: what an earlier state of another scope left under this id.
    connection.execute("delete from merged_rows where id = ?", (row.id,))
    connection.execute(
        "insert into merged_rows (id, list, scope, encounter, day, articles, outlets, origins, merged)"
        " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (row.id, row.list, scope, row.encounter, day, row.articles, row.outlets, len(row.voices), packed(row)),
    )
    connection.executemany(
        "insert into merged_row_tellings (article, list, position, telling, merged) values (?, ?, ?, ?, ?)"
        " on conflict (article, list, position) do update set telling = excluded.telling, merged = excluded.merged",
        [(*telling, row.id) for telling in tellings],
    )
    connection.executemany(
        "insert into merged_row_facets (facet, value, merged) values (?, ?, ?)",
        [(facet, value, row.id) for facet, value in sorted(facets(row, parties))],
    )
    if row.list == "phrases" and day:
        connection.executemany(
            "insert into phrase_days (phrase, day, merged) values (?, ?, ?)",
            [(one.value, day, row.id) for one in row.values.get("id", ()) if not one.rejected],
        )


def facets(row: MergedRow, parties: Iterable[str] = ()) -> set[tuple[str, str]]:
    """What a row can be asked for by; values that people rejected are not."""
    found = {("party", party) for party in (*row.parties, *parties)}
    for name in FACETS:
        found |= {(name, one.value) for one in row.values.get(name, ()) if not one.rejected}
    return found


def clear(connection: sqlite3.Connection, scope: str) -> None:
    """Take out the rows of a scope."""
    connection.execute("delete from merged_rows where scope = ?", (scope,))


def scopes_of(connection: sqlite3.Connection, article: int) -> set[str]:
    """The scopes in which rows of an article's reading are told."""
    rows = connection.execute(
        "select distinct scope from merged_row_tellings told join merged_rows on id = told.merged where article = ?",
        (article,),
    )
    return {row[0] for row in rows}


def scopes_of_telling(connection: sqlite3.Connection, telling: str) -> set[str]:
    """The scopes of the row that a telling is part of."""
    rows = connection.execute(
        "select scope from merged_row_tellings told join merged_rows on id = told.merged where telling = ?", (telling,)
    )
    return {row[0] for row in rows}


def tellings_of(connection: sqlite3.Connection, row: str) -> list[str]:
    """The keys of the tellings that a row is made of."""
    found = connection.execute("select telling from merged_row_tellings where merged = ? order by telling", (row,))
    return [one[0] for one in found]


def row_of_telling(connection: sqlite3.Connection, telling: str) -> str | None:
    """The row that a telling is part of; None where it is in none."""
    row = connection.execute("select merged from merged_row_tellings where telling = ?", (telling,)).fetchone()
    return row[0] if row else None


def one(connection: sqlite3.Connection, id_: str) -> MergedRow | None:
    """A row by its id; None where there is none."""
    row = connection.execute("select merged from merged_rows where id = ?", (id_,)).fetchone()
    return unpacked(MergedRow, row[0]) if row else None


def named(connection: sqlite3.Connection, party: str) -> bool:
    """Whether rows can be found by a party: states and organisations are, persons are not."""
    question = "select 1 from merged_row_facets where facet = 'party' and value = ? limit 1"
    return connection.execute(question, (party,)).fetchone() is not None


def of_encounter(connection: sqlite3.Connection, encounter: str, name: ListName | None = None) -> tuple[MergedRow, ...]:
    """What is told of an encounter, list by list (or in one list), the best attested first."""
    rows = connection.execute(
        "select merged from merged_rows where encounter = ? and (? is null or list = ?)"
        " order by list, origins desc, articles desc, id",
        (encounter, name, name),
    )
    return tuple(unpacked(MergedRow, row[0]) for row in rows)


def found(
    connection: sqlite3.Connection,
    name: ListName,
    *,
    asked: Mapping[str, Sequence[str]] | None = None,
    since: str | None = None,
    until: str | None = None,
    encounter: str | None = None,
    limit: int = -1,
) -> Iterator[MergedRow]:
    """The rows of a list in the order of their days, those without one last.

    asked has for a facet (`party`, `status`, `unit` ...) values all of which a row must have. since and until are dates
    or their beginnings.
    """
    where, given = ["list = ?"], list[object]([name])
    for facet, values in (asked or {}).items():
        for value in values:
            where.append("id in (select merged from merged_row_facets where facet = ? and value = ?)")
            given += [facet, value]
    if since:
        where.append("day >= ?")
        given.append(since)
    if until:
        where.append("substr(day, 1, ?) <= ?")
        given += [len(until), until]
    if encounter:
        where.append("encounter = ?")
        given.append(encounter)
    shown = 0
    for order in ("day is not null order by day, id", "day is null order by id"):
        question = f"select merged from merged_rows where {' and '.join(where)} and {order} limit ?"
        for row in connection.execute(question, (*given, limit - shown if limit >= 0 else -1)):
            shown += 1
            yield unpacked(MergedRow, row[0])
