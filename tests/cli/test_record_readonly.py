"""A record on a disk, or in a folder, that may not be written: every command that only asks answers."""

import os
import shutil
import sqlite3
import sys
import tempfile
from pathlib import Path

import pytest

from communique.cli.main import main
from communique.run import build as building
from communique.store.opening import open_store

sys.path.insert(0, str(Path(__file__).parents[1] / "run"))
import builder

NOBODY = 65534


@pytest.fixture
def locked(monkeypatch, capsys):
    """A record in a folder in which nobody may write, and the id of an encounter of it."""
    folder = Path(tempfile.mkdtemp())
    monkeypatch.setattr(building, "read_many", builder.read_many)
    builder.written(folder / "pages")
    path = folder / "r.db"
    main(["build", str(folder / "pages"), "--db", str(path), "--quiet"])
    connection = open_store(path)
    encounter = connection.execute("select min(id) from encounters").fetchone()[0]
    connection.close()
    main(["encounters", "--db", str(path)])
    capsys.readouterr()
    path.chmod(0o444)
    folder.chmod(0o555)
    yield str(path), encounter
    folder.chmod(0o755)
    shutil.rmtree(folder)


def as_another(*arguments, loaded=True):
    """What a user without rights sees: exit code, output and errors together.

    loaded: the same was asked before, so that all code is there, for he may not read our Python either.
    """
    if loaded:
        main(list(arguments))
    said = Path(tempfile.mkstemp()[1])
    pid = os.fork()
    if not pid:
        code = 99
        try:
            sys.stdout = sys.stderr = said.open("w")
            if os.geteuid() == 0:
                os.setuid(NOBODY)
            code = main(list(arguments))
            sys.stdout.flush()
        finally:
            os._exit(code)
    code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    shown = said.read_text()
    said.unlink()
    return code, shown


@pytest.mark.parametrize(
    "question",
    [("encounters",), ("show", "ID"), ("origins", "ID"), ("articles",), ("articles", "--inputs"), ("verify",),
     ("correct", "log")],
)  # fmt: skip
def test_every_command_that_asks_answers_from_a_disk_that_may_not_be_written(locked, question, capsys):
    path, encounter = locked
    arguments = [encounter if word == "ID" else word for word in question]
    assert main([*arguments, "--db", path]) == 0
    expected = capsys.readouterr().out
    assert as_another(*arguments, "--db", path) == (0, expected)


def test_what_writes_says_that_it_may_not(locked, capsys):
    path, encounter = locked
    code, shown = as_another("correct", "set", encounter, "city", "Tianjin", "--db", path)
    assert code == 3
    assert "may not be written" in shown or "cannot be opened" in shown


def test_a_record_whose_log_of_changes_still_waits_is_not_read_in_part(locked):
    path, _ = locked
    folder = Path(path).parent
    folder.chmod(0o755)
    Path(path + "-wal").write_bytes(b"x" * 100)
    folder.chmod(0o555)
    code, shown = as_another("encounters", "--db", path, loaded=False)
    assert code == 3
    assert "r.db-wal still waits" in shown


def test_an_older_record_that_may_not_be_written_is_refused_with_the_mend(locked):
    path, _ = locked
    folder = Path(path).parent
    folder.chmod(0o755)
    Path(path).chmod(0o644)
    with sqlite3.connect(path) as connection:
        connection.execute("delete from migrations where number = (select max(number) from migrations)")
    connection.close()
    folder.chmod(0o555)
    code, shown = as_another("encounters", "--db", path, loaded=False)
    assert code == 3
    assert "older communique" in shown
    assert "copy it" in shown
