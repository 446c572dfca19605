"""What a build has still to do, kept in the record: a build that was killed goes on from here."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from enum import IntEnum


class Stage(IntEnum):
    """The steps from readings to the record, in the order in which they are done; the key of each."""

    ENTER = 0
    """The number of an article whose rows in the indexes are to be made anew from its reading."""
    COPIES = 1
    """The number of an article whose copies are to be looked for."""
    SHARED = 2
    """The number of an article whose links may rest on nothing but phrases that have become common."""
    FAMILIES = 3
    """The number of an article whose chain of origin is to be drawn anew, with its family's."""
    MENTIONS = 4
    """An encounter as one article tells it, whose group is to be made anew: `number:id`."""
    CLAIMS = 5
    """A scope whose claims are to be made anew: the id of an encounter, or `family:` and the number of an article."""


def add(connection: sqlite3.Connection, stage: Stage, keys: Iterable[object]) -> None:
    """Note that these are to be done; noting twice is noting once."""
    rows = [(int(stage), str(key)) for key in keys]
    connection.executemany("insert into todo (stage, key) values (?, ?) on conflict do nothing", rows)


def done(connection: sqlite3.Connection, stage: Stage, keys: Iterable[object]) -> None:
    """Strike what was done."""
    connection.executemany("delete from todo where stage = ? and key = ?", [(int(stage), str(key)) for key in keys])


def first(connection: sqlite3.Connection, stage: Stage, count: int) -> list[str]:
    """The next keys of a stage; empty where nothing is left of it."""
    rows = connection.execute("select key from todo where stage = ? order by key limit ?", (int(stage), count))
    return [row[0] for row in rows]


def among(connection: sqlite3.Connection, stage: Stage, keys: Iterable[str]) -> set[str]:
    """Those of the keys that are still to be done."""
    question = "select key from todo where stage = ? and key = ?"
    return {key for key in keys if connection.execute(question, (int(stage), key)).fetchone()}


def count(connection: sqlite3.Connection, stage: Stage) -> int:
    """How much is left of a stage."""
    return int(connection.execute("select count(*) from todo where stage = ?", (int(stage),)).fetchone()[0])


def left(connection: sqlite3.Connection) -> dict[Stage, int]:
    """How much is left of every stage that is not done."""
    return {Stage(row[0]): row[1] for row in connection.execute("select stage, count(*) from todo group by stage")}


def drop(connection: sqlite3.Connection, article: int) -> None:
    """Strike all that was to be done with an article that goes."""
    connection.execute(
        "delete from todo where key in (?, ?) and stage <> ?", (str(article), f"family:{article}", int(Stage.MENTIONS))
    )
    connection.execute("delete from todo where stage = ? and key like ?", (int(Stage.MENTIONS), f"{article}:%"))
