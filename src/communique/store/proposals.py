"""Readings by another version of the reader that are not adopted yet."""

from __future__ import annotations

import sqlite3

from communique.model.reading import Reading
from communique.store.decode import reading_of
from communique.store.encode import stored


def outdated(connection: sqlite3.Connection, reader: str, *, everything: bool = False) -> list[int]:
    """The articles that another version than this read (or all of them), by id."""
    question = "select number from articles join readings on article = number where reader <> ? or ? order by id"
    return [row[0] for row in connection.execute(question, (reader, int(everything)))]


def made_by(connection: sqlite3.Connection, reader: str) -> set[int]:
    """The articles of which this version made a reading that waits."""
    return {row[0] for row in connection.execute("select article from proposals where reader = ?", (reader,))}


def put(connection: sqlite3.Connection, article: int, reading: Reading) -> None:
    """Store a new reading beside the one that stands."""
    connection.execute(
        "insert into proposals (article, reader, reading) values (?, ?, ?) on conflict (article) do update"
        " set reader = excluded.reader, reading = excluded.reading",
        (article, reading.reader, stored(reading)),
    )


def reading(connection: sqlite3.Connection, article: int) -> Reading | None:
    """The reading that waits for an article; None where none does."""
    row = connection.execute(
        "select reading, text from proposals join articles on number = article where article = ?", (article,)
    ).fetchone()
    return reading_of(*row) if row else None


def remove(connection: sqlite3.Connection, article: int) -> None:
    """Take away the reading that waits: it was adopted."""
    connection.execute("delete from proposals where article = ?", (article,))
