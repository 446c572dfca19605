"""`communique build` with made-up readings in place of reading: for tests of what is stored, killed or refused.

usage: python builder.py KILL_AFTER ARGUMENTS...   (KILL_AFTER: steps of SQLite's machine, in tens; 0 never)

A file is read as the made-up article whose text it holds.
"""

from __future__ import annotations

import functools
import hashlib
import os
import signal
import sqlite3
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))
import communique.run.build as building
import madeup
from communique.cli.main import main
from communique.model.reading import Failure
from communique.store.opening import open_store

COUNT, EACH = 24, 6


def made() -> dict[str, object]:
    return {row.article.id: row for row in madeup.readings(COUNT, seed=4, articles_each=EACH)}


def written(folder: Path) -> list[Path]:
    """The made-up articles as files; one that is empty and one that is no text beside them."""
    folder.mkdir(exist_ok=True)
    for at, row in enumerate(made().values()):
        (folder / f"{at:03}.txt").write_text(row.article.text)  # type: ignore[attr-defined]
    (folder / "empty.txt").write_text(" \n")
    (folder / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    return sorted(folder.iterdir())


def read_many(paths: list[str], *_: object, **__: object) -> object:
    known = made()
    for path in paths:
        data = Path(path).read_bytes()
        id_ = "sha256:" + hashlib.sha256(data).hexdigest()
        if id_ in known:
            yield known[id_]
        elif data.strip():
            yield Failure(path, "binary", "it is an image", "give the text", id_)
        else:
            yield Failure(path, "empty", "there is no text in it", "check how the file was saved", id_)


def opened(kill_after: int, *given: object, **named: object) -> sqlite3.Connection:
    connection = open_store(*given, **named)  # type: ignore[arg-type]
    steps = 0

    def count() -> int:
        nonlocal steps
        steps += 1
        if steps == kill_after:
            os.kill(os.getpid(), signal.SIGKILL)
        return 0

    if kill_after:
        connection.set_progress_handler(count, 10)
    return connection


if __name__ == "__main__":
    building.read_many = read_many  # type: ignore[assignment]
    building.open_store = functools.partial(opened, int(sys.argv[1]), wait_s=0.2)  # type: ignore[assignment]
    sys.exit(main(sys.argv[2:]))
