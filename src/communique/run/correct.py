"""People's corrections: into the log of a record, and the record brought up to date with them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from communique.model.record import Judgement
from communique.resolve.judgements import to_file
from communique.run.read import Reader, Settings
from communique.run.resolving.desk import Desk
from communique.run.resolving.steps import resolve_pending
from communique.store import encounters, finding, judgements, rows, todo
from communique.store import mentions as stored
from communique.store.faults import explained
from communique.store.mentions import Key
from communique.store.opening import open_store, writing
from communique.store.todo import Stage


@dataclass(frozen=True, slots=True)
class Judged:
    """What became of corrections.

    added are the entries that are new, known how many were in the log already; refused those of the whole log that
    cannot be followed, with the reason.
    """

    added: tuple[Judgement, ...]
    known: int
    refused: dict[str, str]


def judge(record: str | Path, entries: Sequence[Judgement], settings: Settings | None = None) -> Judged:
    """Add entries to the log of a record and bring it up to date; entries that it has already change nothing.

    Raises StoreError where the record cannot be written.
    """
    with explained(str(record)):
        connection = open_store(record)
        try:
            with writing(connection):
                added = tuple(row for row in entries if judgements.append(connection, row))
                log = judgements.judgements(connection)
                touched = {key for row in added for key in _touched(connection, row, log)}
                todo.add(connection, Stage.MENTIONS, (f"{number}:{mention}" for number, mention in sorted(touched)))
                todo.add(connection, Stage.CLAIMS, sorted(encounters.of_mentions(connection, sorted(touched))))
                todo.add(connection, Stage.CLAIMS, sorted({s for row in added for s in _scopes(connection, row, log)}))
            resolve_pending(Desk(connection, Reader(settings or Settings()).knowledge))
            return Judged(added, len(entries) - len(added), judgements.refusals(connection))
        finally:
            connection.close()


def _touched(connection: sqlite3.Connection, row: Judgement, log: Iterable[Judgement]) -> set[Key]:
    """The mentions whose encounters an entry can change: those named, and all in one encounter with them."""
    if row.act == "undo":
        undone = [other for other in log if other.id == row.undoes]
        return {key for other in undone for key in _touched(connection, other, log)}
    if row.act in ("merge_person", "split_person", "name_person"):
        return {key for name in _persons(row) for key in finding.naming(connection, name)}
    named = [key for name in (row.subject, row.object) if name and (key := stored.of_key(connection, name))]
    beside = [encounters.mentions_of(connection, one) for one in sorted(encounters.of_mentions(connection, named))]
    return {*named, *(key for keys in beside for key in keys)}


def _scopes(connection: sqlite3.Connection, row: Judgement, log: Iterable[Judgement]) -> set[str]:
    """The scopes of the rows of lists that an entry is about."""
    if row.act == "undo":
        return {scope for other in log if other.id == row.undoes for scope in _scopes(connection, other, log)}
    return rows.scopes_of_telling(connection, row.subject)


def _persons(row: Judgement) -> list[str]:
    """The keys of the persons of an entry as facts hold them: without the state that stands before unknown names."""
    names = [row.subject, row.object or ""] if row.act == "merge_person" else [row.subject]
    return [name.rpartition("/")[2] for name in names if name]


def write_log(record: str | Path, path: str | Path) -> int:
    """Write the whole log of a record to a file that can be versioned, in one step; how many entries it has."""
    with explained(str(record)):
        connection = open_store(record, asking=True)
        try:
            log = judgements.judgements(connection)
        finally:
            connection.close()
    target = Path(path)
    beside = target.with_name(target.name + ".part")
    beside.write_text(to_file(log), encoding="utf-8")
    beside.replace(target)
    return len(log)
