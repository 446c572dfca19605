"""Encounters as all articles tell them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence

from communique.model.record import MergedEncounter
from communique.store.codec import packed, unpacked
from communique.store.mentions import Key


def put(connection: sqlite3.Connection, row: MergedEncounter, base: str, mentions: Sequence[Key]) -> bool:
    """Store a merged encounter and which mentions it is made of; whether what is told of it changed.

    base is the id that it had before encounters of the same content were told apart.
    """
    text = packed(row)
    before = connection.execute("select merged from encounters where id = ?", (row.id,)).fetchone()
    if before is None or before[0] != text:
        _put_row(connection, row, base, text)
        _put_parties(connection, row)
    connection.executemany(
        "insert into encounter_mentions (article, mention, encounter) values (?, ?, ?) on conflict (article, mention)"
        " do update set encounter = excluded.encounter",
        [(*key, row.id) for key in mentions],
    )
    return before is None or before[0] != text


def _put_parties(connection: sqlite3.Connection, row: MergedEncounter) -> None:
    connection.execute("delete from encounter_parties where encounter = ?", (row.id,))
    start = str(row.start) if row.start else ""
    connection.executemany(
        "insert into encounter_parties (party, start, encounter) values (?, ?, ?)",
        [(party, start, row.id) for party in sorted(parties(row))],
    )


def _put_row(connection: sqlite3.Connection, row: MergedEncounter, base: str, text: str) -> None:
    best = {field: found[0].value for field, found in row.values.items() if found}
    connection.execute(
        "insert into encounters (id, base, kind, status, start, city, country, articles, outlets, origins, part_of,"
        " merged)"
        " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do update set base = excluded.base,"
        " kind = excluded.kind,"
        " status = excluded.status, start = excluded.start, city = excluded.city, country = excluded.country,"
        " articles = excluded.articles, outlets = excluded.outlets, origins = excluded.origins,"
        " part_of = excluded.part_of, merged = excluded.merged",
        (
            row.id, base, best.get("kind"), best.get("status"), str(row.start) if row.start else None, best.get("city"),
            best.get("country"), row.articles, row.outlets, len(row.voices), row.part_of, text,
        ),
    )  # fmt: skip


def parties(row: MergedEncounter) -> set[str]:
    """What an encounter can be asked for by: the countries, organisations and persons that took part."""
    found = set()
    for party, attested in row.participants:
        if not attested.rejected:
            found |= {part for part in (party.country, party.entity, *party.countries) if part}
    return found


def with_base(connection: sqlite3.Connection, base: str) -> set[str]:
    """The encounters whose content gives the same id."""
    return {row[0] for row in connection.execute("select id from encounters where base = ?", (base,))}


def base_of(connection: sqlite3.Connection, encounter: str) -> str | None:
    """The id that an encounter had before it was told apart; None where there is no such encounter."""
    row = connection.execute("select base from encounters where id = ?", (encounter,)).fetchone()
    return row[0] if row else None


def remove(connection: sqlite3.Connection, encounter: str) -> None:
    """Take out a merged encounter; its mentions are then of none."""
    connection.execute("delete from encounters where id = ?", (encounter,))


def of_mentions(connection: sqlite3.Connection, keys: Sequence[Key]) -> set[str]:
    """The encounters that these mentions are part of."""
    found = set()
    for key in keys:
        row = connection.execute(
            "select encounter from encounter_mentions where article = ? and mention = ?", key
        ).fetchone()
        if row:
            found.add(row[0])
    return found


def of_article(connection: sqlite3.Connection, article: int) -> dict[str, str]:
    """For the mentions of an article (by key), the encounters that they are part of."""
    return dict(connection.execute("select mention, encounter from encounter_mentions where article = ?", (article,)))


def mentions_of(connection: sqlite3.Connection, encounter: str) -> list[Key]:
    """The mentions that an encounter is made of."""
    rows = connection.execute(
        "select article, mention from encounter_mentions where encounter = ? order by article, mention", (encounter,)
    )
    return [(row[0], row[1]) for row in rows]


def one(connection: sqlite3.Connection, encounter: str) -> MergedEncounter | None:
    """An encounter by its id; None where there is none."""
    row = connection.execute("select merged from encounters where id = ?", (encounter,)).fetchone()
    return unpacked(MergedEncounter, row[0]) if row else None


def parts_of(connection: sqlite3.Connection, encounter: str) -> tuple[MergedEncounter, ...]:
    """The encounters that are parts of this one, in the order of time."""
    rows = connection.execute(
        "select merged from encounters where part_of = ? order by start is null, start, id", (encounter,)
    )
    return tuple(unpacked(MergedEncounter, row[0]) for row in rows)


def found(
    connection: sqlite3.Connection,
    *,
    between: Sequence[str] = (),
    since: str | None = None,
    until: str | None = None,
    kind: str | None = None,
    status: str | None = None,
    limit: int = -1,
) -> Iterator[MergedEncounter]:
    """Encounters in the order of time, the undated last; between names parties all of whom took part.

    since and until are dates or their beginnings: what began in 2024-10 began until 2024, and since 2024.
    """
    where, given = ["1 = 1"], list[object]()
    for party in between:
        where.append("id in (select encounter from encounter_parties where party = ?)")
        given.append(party)
    for clause, value in (("kind = ?", kind), ("status = ?", status), ("start >= ?", since)):
        if value:
            where.append(clause)
            given.append(value)
    if until:
        where.append("substr(start, 1, ?) <= ?")
        given += [len(until), until]
    shown = 0
    # The dated and the undated apart: either comes in the order of an index, and a limit ends it early.
    for order in ("start is not null order by start, id", "start is null order by id"):
        question = f"select merged from encounters where {' and '.join(where)} and {order} limit ?"
        for row in connection.execute(question, (*given, limit - shown if limit >= 0 else -1)):
            shown += 1
            yield unpacked(MergedEncounter, row[0])


def earlier(
    connection: sqlite3.Connection, parties: Sequence[str], kind: str | None, start: str
) -> Iterator[MergedEncounter]:
    """Encounters that all of these parties held before a day, the latest first.

    A month or year that the day lies in is not before it: nothing tells that it is another encounter.
    """
    first, *others = parties
    also = "".join(
        f" and exists (select 1 from encounter_parties p{at} where p{at}.party = ? and p{at}.start = p.start"
        f" and p{at}.encounter = p.encounter)"
        for at in range(len(others))
    )
    rows = connection.execute(
        "select merged from encounter_parties p join encounters on id = p.encounter where p.party = ? and p.start <> ''"
        " and p.start < ? and substr(?, 1, length(p.start)) <> p.start and kind = ? and status in ('held', 'past')"
        f"{also}"
        " order by p.start desc, p.encounter",
        (first, start, start, kind, *others),
    )
    for row in rows:
        yield unpacked(MergedEncounter, row[0])


def has_claims(connection: sqlite3.Connection, encounter: str) -> bool:
    """Whether anything is told that was said in an encounter."""
    return connection.execute("select 1 from claims where encounter = ? limit 1", (encounter,)).fetchone() is not None


def count(connection: sqlite3.Connection) -> int:
    """How many encounters there are."""
    return int(connection.execute("select count(*) from encounters").fetchone()[0])
