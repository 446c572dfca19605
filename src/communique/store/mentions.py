"""Encounters as single articles tell them, and which of them are near each other."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

# Intervals are kept by how long they are at most, so that a question reads only those that can reach its days.
REACHES = (1, 8, 31, 366)
_EVER = 4_000_000  # days: longer than the calendar


@dataclass(frozen=True, slots=True)
class Place:
    """Where a mention is looked for: its block keys, and the days (ordinals) within which it lies."""

    blocks: tuple[str, ...]
    first: int
    last: int


Key = tuple[int, str]
"""The number of an article and the key of a mention in it (the key alone is unique too)."""


def put(connection: sqlite3.Connection, key: Key, facts: str, place: Place | None) -> None:
    """Store a mention; place None where no day is known: it is found by its article only."""
    connection.execute("insert into mentions (article, mention, facts) values (?, ?, ?)", (*key, facts))
    _put_place(connection, key, place)


def put_place(connection: sqlite3.Connection, article: int, place: Place | None) -> None:
    """Store where an article is looked for of which no encounters were read: it is found, under an empty key."""
    _put_place(connection, (article, ""), place)


def _put_place(connection: sqlite3.Connection, key: Key, place: Place | None) -> None:
    if place is None:
        return
    days = (_reach(place), place.first, place.last, *key)
    connection.executemany(
        "insert into mention_blocks (block, reach, first, last, article, mention) values (?, ?, ?, ?, ?, ?)",
        [(block, *days) for block in place.blocks],
    )


def _reach(place: Place) -> int:
    length = place.last - place.first + 1
    return next((reach for reach in REACHES if length <= reach), _EVER)


def remove(connection: sqlite3.Connection, article: int) -> list[Key]:
    """Take out the mentions of an article; their keys."""
    keys = of_article(connection, article)
    connection.execute("delete from mention_blocks where article = ?", (article,))
    connection.execute("delete from mentions where article = ?", (article,))
    return keys


def of_article(connection: sqlite3.Connection, article: int) -> list[Key]:
    """The keys of an article's mentions."""
    return [
        (article, row[0])
        for row in connection.execute("select mention from mentions where article = ? order by mention", (article,))
    ]


def of_key(connection: sqlite3.Connection, mention: str) -> Key | None:
    """The mention with that key; None where there is none."""
    row = connection.execute("select article, mention from mentions where mention = ?", (mention,)).fetchone()
    return (row[0], row[1]) if row else None


def facts(connection: sqlite3.Connection, key: Key) -> str | None:
    """What is known of a mention; None where it is gone."""
    row = connection.execute("select facts from mentions where article = ? and mention = ?", key).fetchone()
    return row[0] if row else None


def near(connection: sqlite3.Connection, place: Place) -> set[Key]:
    """The mentions that share a block key and at least one day."""
    out: set[Key] = set()
    for block in place.blocks:
        for reach in (*REACHES, _EVER):
            out |= _overlapping(connection, block, reach, place)
    return out


def _overlapping(connection: sqlite3.Connection, block: str, reach: int, place: Place) -> set[Key]:
    return {
        (row[0], row[1])
        for row in connection.execute(
            "select article, mention from mention_blocks where block = ? and reach = ? and first between ? and ?"
            " and last >= ?",
            (block, reach, place.first - reach, place.last, place.first),
        )
    }


def places(connection: sqlite3.Connection, article: int) -> list[Place]:
    """Where the mentions of an article are looked for."""
    rows = connection.execute(
        "select block, first, last from mention_blocks where article = ? order by 1, 2, 3", (article,)
    )
    return [Place((block,), first, last) for block, first, last in rows]
