"""Opening the file of a record, and its transactions."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from communique.store.faults import StoreError, explained
from communique.store.migrate import migrate

# A transaction of a build takes some tenths of a second: who waits longer than this waits for a process that hangs.
WAIT_S = 10.0


def open_store(path: str | Path, *, create: bool = False, wait_s: float = WAIT_S) -> sqlite3.Connection:
    """The record in a file; it is made where create is set and there is none.

    Transactions are begun by `writing`; outside of them each statement stands alone. Raises StoreError.
    """
    name = str(path)
    if not create and not Path(path).is_file():
        raise StoreError(f"there is no record {name}", "make one with `communique build PATH... --db " + name + "`")
    with explained(name):
        connection = sqlite3.connect(name, timeout=wait_s, isolation_level=None)
        try:
            connection.execute("pragma foreign_keys = on")
            migrate(connection, name)
            _settle(connection)
        except BaseException:
            connection.close()
            raise
    return connection


def _settle(connection: sqlite3.Connection) -> None:
    # WAL: readers go on while a build writes. NORMAL: a killed process loses nothing that was committed, a power cut
    # may lose the last commits (the next build reads those inputs again) but never breaks the file.
    connection.execute("pragma journal_mode = wal")
    connection.execute("pragma synchronous = normal")
    connection.execute("pragma cache_size = -65536")
    # A page that ten articles write is copied into the file once, not ten times: 16 MB, not 4.
    connection.execute("pragma wal_autocheckpoint = 4000")
    connection.execute("pragma temp_store = memory")


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
