"""All that is derived from readings and judgements: by which version, and taken away at once."""

from __future__ import annotations

import sqlite3

_TABLES = (
    "merged_rows", "claims", "encounters", "chains", "copy_links", "mention_blocks", "mentions", "fingerprints",
    "common_fingerprints", "refusals", "todo",
)  # fmt: skip


def version(connection: sqlite3.Connection) -> str | None:
    """What the derived rows were made by; None where there are none yet."""
    row = connection.execute("select value from versions where name = 'resolver'").fetchone()
    return row[0] if row else None


def set_version(connection: sqlite3.Connection, value: str) -> None:
    """Note what makes the derived rows from now on."""
    connection.execute(
        "insert into versions (name, value) values ('resolver', ?) on conflict (name) do update set value ="
        " excluded.value",
        (value,),
    )


def clear(connection: sqlite3.Connection) -> None:
    """Take away all derived rows; articles, readings, inputs and judgements stay."""
    for table in _TABLES:
        connection.execute(f"delete from {table}")
