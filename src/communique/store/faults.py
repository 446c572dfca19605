"""What can go wrong with the file of a record, each with the mend."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager


class StoreError(RuntimeError):
    """A record that cannot be opened, read or written; `message` says what happened, `mend` what to do."""

    def __init__(self, message: str, mend: str) -> None:
        super().__init__(f"{message}; {mend}")
        self.message, self.mend = message, mend


@contextmanager
def explained(path: str) -> Iterator[None]:
    """Turns what SQLite reports into StoreError; path names the record in the message."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        told = fault(path, error)
        if told is None:
            raise
        raise told from error


def cannot_write(error: sqlite3.Error) -> bool:
    """Whether an error says no more than that the file, or its folder, may not be written."""
    name = getattr(error, "sqlite_errorname", None) or ""
    return name.startswith(("SQLITE_READONLY", "SQLITE_PERM", "SQLITE_CANTOPEN"))


def fault(path: str, error: sqlite3.Error) -> StoreError | None:
    """What an error of SQLite means for the one who asked for the record; None where it is a fault of ours."""
    name = getattr(error, "sqlite_errorname", None) or ""
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return StoreError(
            f"{path} is locked: another process is writing to it",
            "wait until it has ended, or end it; nothing is lost, start the same command again then",
        )
    if name == "SQLITE_FULL":
        return StoreError(
            f"there is no room left to write {path} (disk full)",
            "free some space and start the same command again: all that was stored so far is kept",
        )
    if name.startswith("SQLITE_IOERR"):
        return StoreError(
            f"{path} cannot be written or read ({name.removeprefix('SQLITE_')}: disk full, a limit on the size of"
            " files, or a faulty disk)",
            "free some space or lift the limit and start the same command again: all that was stored so far is kept",
        )
    if name.startswith(("SQLITE_READONLY", "SQLITE_PERM", "SQLITE_AUTH")):
        return StoreError(f"{path} may not be written", "check the rights of the file and of its folder")
    if name.startswith("SQLITE_CANTOPEN"):
        return StoreError(f"{path} cannot be opened", "check that the folder is there and that you may write in it")
    if name == "SQLITE_NOTADB":
        return StoreError(f"{path} is no record of communique", "name another file with --db")
    if name.startswith("SQLITE_CORRUPT"):
        return StoreError(
            f"{path} is damaged", "take your last copy of it, or build it anew; `communique verify` says what is hit"
        )
    return None
