"""Claims: one statement in all its wordings."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from communique.model.dates import PartialDate
from communique.model.record import Claim
from communique.store.codec import packed, unpacked

Wording = tuple[int, int]
"""The number of an article and the index of a statement in its reading."""


def put(connection: sqlite3.Connection, scope: str, row: Claim, wordings: Sequence[Wording]) -> None:
    """Store a claim that was found within a scope (an encounter, or a family of copies)."""
    speaker = row.speaker.entity or row.speaker.country
    connection.execute(
        "insert into claims (id, scope, encounter, speaker, articles, origins, claim) values (?, ?, ?, ?, ?, ?, ?)"
        " on conflict (id) do update set scope = excluded.scope, encounter = excluded.encounter, speaker ="
        " excluded.speaker, articles = excluded.articles, origins = excluded.origins, claim = excluded.claim",
        (row.id, scope, row.encounter, speaker, row.articles, len(row.voices), packed(row)),
    )
    connection.executemany(
        "insert into claim_wordings (article, statement, claim) values (?, ?, ?) on conflict (article, statement) do"
        " update set claim = excluded.claim",
        [(*wording, row.id) for wording in wordings],
    )


def clear(connection: sqlite3.Connection, scope: str) -> None:
    """Take out the claims of a scope."""
    connection.execute("delete from claims where scope = ?", (scope,))


def scopes_of(connection: sqlite3.Connection, article: int) -> set[str]:
    """The scopes in which statements of an article are wordings of a claim."""
    rows = connection.execute(
        "select distinct scope from claim_wordings told join claims on id = told.claim where article = ?", (article,)
    )
    return {row[0] for row in rows}


def of_encounter(connection: sqlite3.Connection, encounter: str) -> tuple[Claim, ...]:
    """What was said in an encounter, the best attested first."""
    rows = connection.execute(
        "select claim from claims where encounter = ? order by origins desc, articles desc, id", (encounter,)
    )
    return tuple(unpacked(Claim, row[0]) for row in rows)


def one(connection: sqlite3.Connection, claim: str) -> Claim | None:
    """A claim by its id; None where there is none."""
    row = connection.execute("select claim from claims where id = ?", (claim,)).fetchone()
    return unpacked(Claim, row[0]) if row else None


def by_speaker(connection: sqlite3.Connection, speaker: str, limit: int = -1) -> tuple[Claim, ...]:
    """What a person, or a state that speaks without a name, is reported to have said; the best attested first."""
    rows = connection.execute(
        "select claim from claims where speaker = ? order by origins desc, articles desc, id limit ?", (speaker, limit)
    )
    return tuple(unpacked(Claim, row[0]) for row in rows)


def latest_of(connection: sqlite3.Connection, speaker: str, limit: int) -> tuple[tuple[Claim, PartialDate | None], ...]:
    """What a speaker is reported to have said, the latest first, with the day of its encounter; undated ones last."""
    rows = connection.execute(
        "select claim, start from claims left join encounters on encounters.id = claims.encounter where speaker = ?"
        " order by start is null, start desc, claims.origins desc, claims.articles desc, claims.id limit ?",
        (speaker, limit),
    )
    return tuple((unpacked(Claim, row[0]), PartialDate.parse(row[1]) if row[1] else None) for row in rows)


def counts(connection: sqlite3.Connection) -> dict[str, int]:
    """How many claims belong to each encounter that has any."""
    rows = connection.execute(
        "select encounter, count(*) from claims where encounter is not null group by encounter order by encounter"
    )
    return dict(rows)


def count(connection: sqlite3.Connection) -> int:
    """How many claims there are."""
    return int(connection.execute("select count(*) from claims").fetchone()[0])
