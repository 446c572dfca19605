from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest

from communique.ingest.files import load, paths
from communique.model.article import Source
from communique.model.reading import Failure

LIMIT = 1000


def failure(path: Path | str) -> Failure:
    result = load(str(path), LIMIT)
    assert isinstance(result, Failure)
    assert result.message and result.mend and result.path == str(path)
    return result


def test_a_file_keeps_its_bytes_and_the_path_as_it_was_given(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"\xef\xbb\xbfone\r\ntwo")
    assert load(str(file), LIMIT) == Source(b"\xef\xbb\xbfone\r\ntwo", str(file))


def test_a_file_that_is_not_there_is_a_row_and_no_exception(tmp_path: Path) -> None:
    assert failure(tmp_path / "none.txt").kind == "missing"


def test_a_path_with_a_null_byte_is_a_row_and_no_exception() -> None:
    assert failure("a\0b").kind == "unreadable"


def test_a_file_over_the_limit_is_refused_without_being_read(tmp_path: Path) -> None:
    file = tmp_path / "long.txt"
    file.write_bytes(b"x" * (LIMIT + 1))
    assert failure(file).kind == "too_large"
    file.write_bytes(b"x" * LIMIT)
    assert isinstance(load(str(file), LIMIT), Source)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="needs an endless device")
def test_an_endless_device_stops_at_the_limit() -> None:
    assert failure("/dev/zero").kind == "too_large"


def test_standard_input_is_a_dash(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Talks were held.")))
    assert load("-", LIMIT) == Source(b"Talks were held.", "-")


def test_standard_input_over_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"x" * 2000)))
    assert failure("-").kind == "too_large"


def test_a_folder_gives_its_pages_by_path_whatever_order_the_disk_has(tmp_path: Path) -> None:
    for name in ("b.txt", "a.html", "sub/c.HTM", "sub-x.txt", "notes.md", "picture.png", ".hidden.txt", ".git/d.txt"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text("x")
    found = [os.path.relpath(p, tmp_path) for p in paths([str(tmp_path)])]
    assert found == ["a.html", "b.txt", str(Path("sub", "c.HTM")), "sub-x.txt"]


def test_inputs_come_in_the_order_given_and_files_whatever_their_name(tmp_path: Path) -> None:
    (tmp_path / "z.dat").write_text("x")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "a.txt").write_text("x")
    given = [str(tmp_path / "z.dat"), "-", str(tmp_path / "folder"), str(tmp_path / "none")]
    assert list(paths(given)) == [given[0], "-", str(Path(given[2], "a.txt")), given[3]]


def test_a_folder_without_pages_ends_in_a_row_and_not_in_silence(tmp_path: Path) -> None:
    assert list(paths([str(tmp_path)])) == [str(tmp_path)]
    assert failure(tmp_path).kind == "missing"


def test_a_link_that_leads_back_does_not_loop(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    try:
        (tmp_path / "loop").symlink_to(tmp_path)
    except OSError:
        pytest.skip("links are not allowed here")
    assert list(paths([str(tmp_path)])) == [str(tmp_path / "a.txt")]
