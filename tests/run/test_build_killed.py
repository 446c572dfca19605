"""A build that is killed, finds the disk full or the record locked loses nothing, doubles nothing, and says so."""

import os
import random
import resource
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from builder import COUNT, build, finished, started, written

from communique.store import dump, inputs
from communique.store.opening import open_store


def rows(record):
    connection = open_store(record)
    found = list(dump.lines(connection))
    connection.close()
    return found


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    where = tmp_path_factory.mktemp("pages")
    written(where)
    return where


@pytest.fixture(scope="module")
def whole(folder, tmp_path_factory):
    record = tmp_path_factory.mktemp("whole") / "r.db"
    done = build(folder, record)
    assert done.code == 1, done.said
    assert "picture.txt" in done.said and "it is an image" in done.said
    return rows(record)


def test_every_input_ends_as_read_nothing_or_failed_with_the_reason(folder, tmp_path):
    build(folder, tmp_path / "r.db")
    connection = open_store(tmp_path / "r.db")
    assert inputs.counts(connection) == {"failed": 1, "nothing": 1, "read": COUNT}
    assert all(row.reason and row.mend for row in inputs.all_inputs(connection) if row.state != "read")
    connection.close()


@pytest.mark.parametrize("seed", range(4))
def test_killed_at_any_moment_and_started_again_it_neither_loses_nor_doubles(folder, whole, tmp_path, seed):
    chance, record, kills = random.Random(seed), tmp_path / "r.db", 0
    while True:
        done = build(folder, record, chance.randint(100, 40000))
        if done.code != -signal.SIGKILL:
            break
        kills += 1
        assert kills < 60, "it makes no headway"
    assert done.code in (0, 1), done.said
    assert kills
    assert rows(record) == whole


def test_a_file_that_may_not_grow_is_said_and_the_build_goes_on_where_it_was(folder, whole, tmp_path):
    record = tmp_path / "r.db"

    def limit():
        resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))

    done = build(folder, record, before=limit)
    assert done.code == 3
    assert str(record) in done.said and "start the same command again" in done.said
    assert "Traceback" not in done.said
    build(folder, record)
    assert rows(record) == whole


def test_a_full_disk_is_said_and_the_build_goes_on_where_it_was(folder, whole, tmp_path):
    if not os.access("/dev/shm", os.W_OK) or os.geteuid() != 0:
        pytest.skip("a small file system of its own can only be made by root")
    small = tmp_path / "small"
    small.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=500k", "tmpfs", small], capture_output=True).returncode:
        pytest.skip("a small file system cannot be mounted here")
    try:
        done = build(folder, small / "r.db")
        assert done.code == 3
        assert "disk full" in done.said and "Traceback" not in done.said
        subprocess.run(["mount", "-o", "remount,size=40m", small], check=True)
        assert build(folder, small / "r.db").code == 1
        assert rows(small / "r.db") == whole
    finally:
        subprocess.run(["umount", small], check=True)


def test_a_locked_record_is_said_and_left_as_it_was(folder, whole, tmp_path):
    record = tmp_path / "r.db"
    open_store(record, create=True).close()
    other = sqlite3.connect(record, isolation_level=None)
    other.execute("begin immediate")
    done = build(folder, record)
    assert done.code == 3
    assert "locked" in done.said and "another process" in done.said and "Traceback" not in done.said
    other.execute("rollback")
    other.close()
    build(folder, record)
    assert rows(record) == whole


def test_two_builds_at_once_make_the_same_record_as_one(folder, whole, tmp_path):
    record = tmp_path / "r.db"
    open_store(record, create=True).close()
    for process in [started(folder, record), started(folder, record)]:
        finished(process)
    build(folder, record)
    assert rows(record) == whole


def test_a_killed_build_leaves_no_process_behind(tmp_path):
    """With the real parser in two processes: they end when the one that started them was killed."""
    for at in range(40):
        (tmp_path / f"{at}.txt").write_text(f"Written for communique.\nPresident Ruto met envoy {at} on Monday.\n" * 30)
    record = tmp_path / "r.db"
    command = [sys.executable, "-m", "communique", "build", str(tmp_path), "--db", str(record), "--workers", "2"]
    parent = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    children: set[int] = set()
    deadline = time.monotonic() + 60
    while len(children) < 2 and time.monotonic() < deadline and parent.poll() is None:
        children = descendants(parent.pid)
        time.sleep(0.05)
    time.sleep(1.0)
    parent.kill()
    parent.wait()
    while any(alive(child) for child in children) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert children and not any(alive(child) for child in children)


def descendants(pid):
    found = set()
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = status.read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue
        if int(fields[1]) == pid:
            found.add(int(status.parent.name))
    return found


def alive(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False
