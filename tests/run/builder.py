"""`communique build` with made-up readings in place of reading: for tests of what is stored, killed or refused.

A file is read as the made-up article whose text it holds.
"""

from __future__ import annotations

import functools
import os
import signal
import sqlite3
import sys
import tempfile
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))
sys.path.insert(0, str(Path(__file__).parent))
from listed import all_listed

import communique.run.build as building
import madeup
from communique.cli.main import main
from communique.ingest.files import load
from communique.knowledge.base import default
from communique.model.reading import Failure
from communique.store.opening import open_store

COUNT, EACH = 24, 6


def made() -> dict[str, object]:
    return {row.article.id: row for row in all_listed(list(madeup.readings(COUNT, seed=4, articles_each=EACH)))}


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
        source = load(path, 1_000_000)
        if isinstance(source, Failure):
            yield source
            continue
        id_ = building.digest(source.data)
        if id_ in known:
            yield known[id_]
        elif source.data.strip():
            yield Failure(path, "binary", "it is an image", "give the text", id_)
        else:
            yield Failure(path, "empty", "there is no text in it", "check how the file was saved", id_)


def opened(kill_after: int, *given: object, **named: object) -> sqlite3.Connection:
    """The record, and the end of this process after so many tens of steps of SQLite's machine."""
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


def build(folder: Path, record: Path, kill_after: int = 0, before: Callable[[], None] | None = None) -> Done:
    """Run `communique build` in a process of its own, forked from this one, which has everything loaded."""
    return finished(started(folder, record, kill_after, before))


@dataclass
class Done:
    """How a process ended: its exit code (less than 0: the signal), and what it said."""

    code: int
    said: str


Process = tuple[int, Path]
"""The number of a process and the file into which it speaks."""


def started(folder: Path, record: Path, kill_after: int = 0, before: Callable[[], None] | None = None) -> Process:
    _ = default().names
    said = Path(tempfile.mkstemp()[1])
    pid = os.fork()
    if pid:
        return pid, said
    code = 99
    try:
        sys.stdout = sys.stderr = said.open("w")
        if before:
            before()
        building.read_many = read_many  # type: ignore[assignment]
        building.open_store = functools.partial(opened, kill_after, wait_s=0.2)  # type: ignore[assignment]
        code = main(["build", str(folder), "--db", str(record)])
        sys.stderr.flush()
    except BaseException:
        traceback.print_exc()
        sys.stderr.flush()
    os._exit(code)


def finished(process: Process) -> Done:
    pid, said = process
    done = Done(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), said.read_text())
    said.unlink()
    return done
