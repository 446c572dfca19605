"""What people judged: an append-only log."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping

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


def put_refusals(connection: sqlite3.Connection, about: Iterable[str], refused: Mapping[str, str]) -> None:
    """Note which of these judgements (by id) could not be followed, with the reason, and that the others were."""
    connection.executemany("delete from refusals where judgement = ?", [(id_,) for id_ in about])
    connection.executemany(
        "insert into refusals (judgement, reason) values (?, ?) on conflict (judgement) do update"
        " set reason = excluded.reason",
        sorted(refused.items()),
    )


def refusals(connection: sqlite3.Connection) -> dict[str, str]:
    """The judgements that could not be followed, by id, with the reason."""
    return dict(connection.execute("select judgement, reason from refusals order by judgement"))
