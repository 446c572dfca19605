"""Brings a record to the version of the schema that this code knows; each step is a file of plain SQL."""

from __future__ import annotations

import hashlib
import re
import sqlite3
from dataclasses import dataclass
from importlib import resources

from communique.store.faults import StoreError

_NAME = re.compile(r"(\d{4})_(\w+?)(?:\.(\w+))?\.sql")
_ENGINE = re.compile(r"/\* sqlite: (.*?) \*/")


@dataclass(frozen=True, slots=True)
class Migration:
    """One step of the schema: its number and name, and its SQL as SQLite takes it."""

    number: int
    name: str
    sql: str

    @property
    def digest(self) -> str:
        """The digest of the SQL: a record made by a changed step is told from one made by this."""
        return hashlib.sha256(self.sql.encode()).hexdigest()


def migrations() -> tuple[Migration, ...]:
    """All steps that ship with this version, in order; `NAME.postgresql.sql` and the like are another engine's."""
    found = []
    for file in resources.files("communique.store").joinpath("migrations").iterdir():
        match = _NAME.fullmatch(file.name)
        if match and match[3] in (None, "sqlite"):
            found.append(Migration(int(match[1]), match[2], _ENGINE.sub(r"\1", file.read_text(encoding="utf-8"))))
    return tuple(sorted(found, key=lambda step: step.number))


def migrate(connection: sqlite3.Connection, path: str, *, apply: bool = True) -> None:
    """Apply the steps that the record does not have, each in a transaction of its own.

    Raises StoreError where the record is newer than this code, or was made by other steps; and, with apply unset, where
    it lacks steps.
    """
    if not _known(connection):
        if connection.execute("select 1 from sqlite_master").fetchone():
            raise StoreError(f"{path} is a database of another program", "name another file with --db")
        connection.execute("begin immediate")
        connection.execute(
            "create table if not exists migrations"
            " (number integer primary key, name text not null, digest text not null)"
        )
        connection.execute("commit")
    applied = dict(connection.execute("select number, digest from migrations"))
    steps = migrations()
    if applied and max(applied) > steps[-1].number:
        raise StoreError(
            f"{path} was made by a newer communique (schema {max(applied)}, this one knows {steps[-1].number})",
            "install that version, or build another record",
        )
    for step in steps:
        if step.number not in applied and not apply:
            raise StoreError(
                f"{path} was made by an older communique, and may not be written",
                "copy it to a folder that you may write in, and ask the copy: it is brought up to date there",
            )
        if step.number not in applied:
            _apply(connection, step)
        elif applied[step.number] != step.digest:
            raise StoreError(
                f"{path} was made by another version of communique (step {step.number} of its schema differs)",
                "use that version, or build another record",
            )


def _known(connection: sqlite3.Connection) -> bool:
    row = connection.execute(
        "select count(*) from sqlite_master where type = 'table' and name = 'migrations'"
    ).fetchone()
    return bool(row[0])


def _apply(connection: sqlite3.Connection, step: Migration) -> None:
    connection.execute("begin immediate")
    try:
        # Another process may have taken the same step while this one waited.
        if connection.execute("select 1 from migrations where number = ?", (step.number,)).fetchone() is None:
            for statement in statements(step.sql):
                connection.execute(statement)
            connection.execute("insert into migrations values (?, ?, ?)", (step.number, step.name, step.digest))
        connection.execute("commit")
    except BaseException:
        connection.rollback()
        raise


def statements(sql: str) -> list[str]:
    """The single statements of a script (`executescript` would commit behind our back)."""
    out, pending = [], ""
    for line in sql.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            out.append(pending.strip())
            pending = ""
    return out
