"""The file of a record: its versions, and what is said where it cannot be used."""

import sqlite3

import pytest

from communique.store import migrate
from communique.store.faults import StoreError, explained
from communique.store.migrate import Migration, migrations, statements
from communique.store.opening import open_store, writing


def test_a_record_that_is_not_there_is_not_made_by_asking(tmp_path):
    with pytest.raises(StoreError, match="no record") as told:
        open_store(tmp_path / "r.db")
    assert "communique build" in told.value.mend
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("content", [b"Written for communique, no database at all. " * 30, b"x" * 5000])
def test_a_file_that_is_no_record_is_left_alone(tmp_path, content):
    path = tmp_path / "notes.txt"
    path.write_bytes(content)
    with pytest.raises(StoreError, match="no record of communique"):
        open_store(path, create=True)
    assert path.read_bytes() == content


def test_another_programs_database_is_left_alone(tmp_path):
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as other:
        other.execute("create table articles (x)")
    with pytest.raises(StoreError, match="another program"):
        open_store(path, create=True)
    with sqlite3.connect(path) as other:
        assert other.execute("select name from sqlite_master").fetchall() == [("articles",)]


def test_a_record_of_a_newer_version_is_refused(tmp_path):
    connection = open_store(tmp_path / "r.db", create=True)
    connection.execute("insert into migrations values (9999, 'later', '')")
    connection.close()
    with pytest.raises(StoreError, match="newer"):
        open_store(tmp_path / "r.db")


def test_an_older_record_is_brought_up_to_date_and_keeps_what_it_has(tmp_path, monkeypatch):
    old = open_store(tmp_path / "r.db", create=True)
    old.execute("insert into inputs (path, state) values ('a', 'failed')")
    old.close()
    later = Migration(9000, "later", "create table later (x integer);\ninsert into later values (1);\n")
    monkeypatch.setattr(migrate, "migrations", lambda: (*migrations(), later))
    connection = open_store(tmp_path / "r.db")
    assert connection.execute("select x, path from later, inputs").fetchall() == [(1, "a")]
    connection.close()


def test_a_step_that_fails_leaves_the_record_as_it_was(tmp_path, monkeypatch):
    open_store(tmp_path / "r.db", create=True).close()
    broken = Migration(9000, "broken", "create table half (x integer);\ninsert into nowhere values (1);\n")
    monkeypatch.setattr(migrate, "migrations", lambda: (*migrations(), broken))
    with pytest.raises(sqlite3.OperationalError):
        open_store(tmp_path / "r.db")
    monkeypatch.undo()
    connection = open_store(tmp_path / "r.db")
    assert not connection.execute("select 1 from sqlite_master where name = 'half'").fetchall()
    connection.close()


def test_the_portable_steps_hold_nothing_that_only_sqlite_knows():
    from importlib import resources

    for file in resources.files("communique.store").joinpath("migrations").iterdir():
        if file.name.endswith(".sql") and ".sqlite." not in file.name:
            portable = "\n".join(line.split("/*")[0].split("--")[0] for line in file.read_text().lower().splitlines())
            for word in ("without rowid", "autoincrement", "pragma", "fts5", "strict", "glob", "rowid"):
                assert word not in portable, f"{file.name}: {word}"


def test_a_trigger_is_one_statement():
    assert (
        len(statements("create table a (x);\ncreate trigger t after insert on a begin\n delete from a;\nend;\n")) == 2
    )


def test_nothing_of_a_transaction_that_fails_is_kept(tmp_path):
    connection = open_store(tmp_path / "r.db", create=True)
    with pytest.raises(KeyError), writing(connection):
        connection.execute("insert into inputs (path, state) values ('a', 'read')")
        raise KeyError
    assert not connection.in_transaction
    assert connection.execute("select count(*) from inputs").fetchone() == (0,)
    connection.close()


def test_a_full_file_is_said_with_its_mend(tmp_path):
    connection = open_store(tmp_path / "r.db", create=True)
    connection.execute(f"pragma max_page_count = {connection.execute('pragma page_count').fetchone()[0] + 1}")
    with pytest.raises(StoreError, match="disk full") as told, explained("r.db"), writing(connection):
        for at in range(5000):
            connection.execute("insert into inputs (path, state) values (?, 'read')", (f"{at:0500}",))
    assert "kept" in told.value.mend
    assert connection.execute("select count(*) from inputs").fetchone() == (0,)
    connection.close()


def test_a_locked_record_is_said_with_its_mend(tmp_path):
    one = open_store(tmp_path / "r.db", create=True)
    two = open_store(tmp_path / "r.db", wait_s=0.05)
    with writing(one), pytest.raises(StoreError, match="locked") as told, explained("r.db"), writing(two):
        pass
    assert "nothing is lost" in told.value.mend
    one.close()
    two.close()


def test_a_folder_that_is_not_there_is_said(tmp_path):
    with pytest.raises(StoreError, match="cannot be opened"):
        open_store(tmp_path / "nowhere" / "r.db", create=True)
