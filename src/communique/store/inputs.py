"""What became of every input of a build."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from communique.model.record import InputState


@dataclass(frozen=True, slots=True)
class Input:
    """A path as the user gave it, the digest of its bytes (None where they could not be had), and what became of it.

    kind, reason and mend are those of the failure, None where it was read; a page that was read in part (its language
    is not parsed) has a reason too.
    """

    path: str
    digest: str | None
    state: InputState
    kind: str | None = None
    reason: str | None = None
    mend: str | None = None


_COLUMNS = "path, digest, state, kind, reason, mend"


def readable(path: str) -> str:
    """A path as the record keeps it: bytes of a name that are no UTF-8 are escaped, for a database takes only text."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def put(connection: sqlite3.Connection, row: Input) -> None:
    """Store what became of an input, in place of what was known of that path."""
    connection.execute(
        f"insert into inputs ({_COLUMNS}) values (?, ?, ?, ?, ?, ?) on conflict (path) do update set"
        " digest = excluded.digest, state = excluded.state, kind = excluded.kind, reason = excluded.reason,"
        " mend = excluded.mend",
        (row.path, row.digest, row.state, row.kind, row.reason, row.mend),
    )


def of_path(connection: sqlite3.Connection, path: str) -> Input | None:
    """What became of that path; None where it was never given."""
    row = connection.execute(f"select {_COLUMNS} from inputs where path = ?", (path,)).fetchone()
    return Input(*row) if row else None


def with_digest(connection: sqlite3.Connection, digest: str) -> tuple[Input, ...]:
    """The inputs with those bytes, by path."""
    rows = connection.execute(f"select {_COLUMNS} from inputs where digest = ? order by path", (digest,))
    return tuple(Input(*row) for row in rows)


def all_inputs(connection: sqlite3.Connection) -> Iterator[Input]:
    """All inputs, by path."""
    for row in connection.execute(f"select {_COLUMNS} from inputs order by path"):
        yield Input(*row)


def counts(connection: sqlite3.Connection) -> dict[str, int]:
    """How many inputs there are in each state."""
    return dict(connection.execute("select state, count(*) from inputs group by state order by state"))
