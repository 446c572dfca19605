"""Opening the file of a record, and its transactions."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from communique.store.faults import StoreError, cannot_write, explained
from communique.store.migrate import migrate

# A transaction of a build takes some tenths of a second: who waits longer than this waits for a process that hangs.
WAIT_S = 10.0


def open_store(
    path: str | Path, *, create: bool = False, asking: bool = False, wait_s: float = WAIT_S
) -> sqlite3.Connection:
    """The record in a file; it is made where create is set and there is none.

    asking: nothing is to be written, so that a record is opened also where it cannot be (a read-only disk, another's
    folder). Transactions are begun by `writing`; outside of them each statement stands alone. Raises StoreError.
    """
    name = str(path)
    if not create and not Path(path).is_file():
        raise StoreError(f"there is no record {name}", "make one with `communique build PATH... --db " + name + "`")
    with explained(name):
        try:
            return _opened(name, wait_s)
        except sqlite3.OperationalError as error:
            if not asking or not cannot_write(error):
                raise
        try:
            return _opened(name, wait_s, "mode=ro")  # works where another process has the record open
        except sqlite3.OperationalError as error:
            if not cannot_write(error):
                raise
        if (waiting := Path(name + "-wal")).is_file() and waiting.stat().st_size:
            raise StoreError(
                f"{name} cannot be read where it may not be written: {waiting.name} still waits to be taken into it",
                "copy both files to a folder that you may write in, and ask the copy",
            )
        return _opened(name, wait_s, "immutable=1")


def _opened(name: str, wait_s: float, how: str | None = None) -> sqlite3.Connection:
    """A connection to the file; how says that nothing may be written through it, and why not (an option of SQLite)."""
    target = name if how is None else f"{Path(name).absolute().as_uri()}?{how}"
    connection = sqlite3.connect(target, timeout=wait_s, isolation_level=None, uri=how is not None)
    try:
        connection.execute("pragma foreign_keys = on")
        migrate(connection, name, apply=how is None)
        _settle(connection, how is None)
    except BaseException:
        connection.close()
        raise
    return connection


def _settle(connection: sqlite3.Connection, write: bool) -> None:
    connection.execute("pragma cache_size = -65536")
    connection.execute("pragma temp_store = memory")
    if not write:
        return
    # WAL: readers go on while a build writes. NORMAL: a killed process loses nothing that was committed, a power cut
    # may lose the last commits (the next build reads those inputs again) but never breaks the file.
    connection.execute("pragma journal_mode = wal")
    connection.execute("pragma synchronous = normal")
    # A page that ten articles write is copied into the file once, not ten times: 16 MB, not 4.
    connection.execute("pragma wal_autocheckpoint = 4000")


@contextmanager
def writing(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """A transaction: all that is written in it is stored together, or nothing of it."""
    connection.execute("begin immediate")
    try:
        yield connection
        connection.execute("commit")
    except BaseException:
        # A full disk may have ended the transaction already.
        if connection.in_transaction:
            connection.rollback()
        raise
