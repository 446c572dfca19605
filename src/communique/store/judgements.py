"""What people judged: an append-only log."""

from __future__ import annotations

import sqlite3

from communique.model.record import Judgement

_COLUMNS = "id, act, subject, object, field, value, undoes, by_whom, at_time, note"


def append(connection: sqlite3.Connection, row: Judgement) -> bool:
    """Add an entry at the end of the log; False where an entry of that id is in it already (an import met again)."""
    if connection.execute("select 1 from judgements where id = ?", (row.id,)).fetchone():
        return False
    number = connection.execute("select coalesce(max(number), 0) + 1 from judgements").fetchone()[0]
    connection.execute(
        f"insert into judgements (number, {_COLUMNS}) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            number, row.id, row.act, row.subject, row.object, row.field, row.value, row.undoes, row.by, row.at,
            row.note,
        ),
    )  # fmt: skip
    return True


def judgements(connection: sqlite3.Connection) -> tuple[Judgement, ...]:
    """The whole log, the oldest entry first."""
    return tuple(Judgement(*row) for row in connection.execute(f"select {_COLUMNS} from judgements order by number"))
