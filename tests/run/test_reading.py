import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import communique
from communique.model.article import Source
from communique.model.reading import Failure, Reading
from communique.run import many, read
from communique.run.read import Reader, Settings, SetupError

TEXT = """Written for communique, not a news report
Kenyan president receives Fijian prime minister

NAIROBI, March 4, 2024 (Example) -- Kenyan President William Ruto met Fijian Prime Minister Sitiveni Rabuka at State
House in Nairobi on Monday.

Ruto said that the two countries would open embassies.
"""


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def test_a_text_gives_a_reading_with_the_versions_of_code_and_knowledge():
    reading = communique.read_text(TEXT)
    assert isinstance(reading, Reading)
    assert reading.reader.startswith(f"{communique.__version__}+kb")
    document = json.loads(communique.to_json(reading))
    assert document["document"]["text"] == TEXT
    assert document["document"]["path"] is None


def test_a_date_that_the_user_gives_is_said_to_be_given():
    reading = communique.read_text("The ministers met on Monday.", published="2024-03-06")
    published = reading.article.published
    assert published is not None and str(published.date) == "2024-03-06" and published.how == "given"


def test_a_text_that_is_no_text_raises_with_what_helps():
    with pytest.raises(communique.UnreadableError, match="no text") as raised:
        communique.read_text("   ")
    assert raised.value.failure.kind == "empty"


def test_a_missing_file_raises_as_a_library_and_gives_a_row_on_the_command_line(tmp_path):
    with pytest.raises(communique.UnreadableError):
        communique.read_file(tmp_path / "no.txt")
    rows = list(many.read_many([str(tmp_path / "no.txt")]))
    assert isinstance(rows[0], Failure) and rows[0].kind == "missing"


def test_one_bad_input_is_a_row_and_the_others_are_read_in_the_order_given(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.txt").write_bytes(b"")
    (tmp_path / "c.txt").write_bytes(b"%PDF-1.4 ...")
    (tmp_path / "d.txt").write_text(TEXT)
    files = [str(tmp_path / name) for name in ("d.txt", "b.txt", "a.txt", "c.txt")]
    rows = list(many.read_many(files))
    assert [type(row) for row in rows] == [Reading, Failure, Reading, Failure]
    assert [row.kind for row in rows if isinstance(row, Failure)] == ["empty", "binary"]
    assert [row.article.path for row in rows if isinstance(row, Reading)] == [files[0], files[2]]


def test_a_fault_of_ours_is_a_row_that_asks_for_a_report(reader, monkeypatch):
    def broken(*_: object, **__: object) -> None:
        raise RecursionError("too deep")

    monkeypatch.setattr(read, "read_article", broken)
    row = reader.read(Source(TEXT.encode(), "a.txt"))
    assert isinstance(row, Failure) and row.kind == "internal"
    assert "report" in row.mend and "RecursionError" in row.message
    with pytest.raises(RecursionError):
        Reader(debug=True).read(Source(TEXT.encode(), "a.txt"))


def test_a_missing_pipeline_is_a_fault_of_the_set_up_not_of_the_article():
    with pytest.raises(SetupError, match="no_such_pipeline"):
        Reader(Settings(pipeline="no_such_pipeline")).read(Source(TEXT.encode()))


def test_a_missing_pipeline_is_said_once_with_several_processes_too(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    with pytest.raises(SetupError, match="no_such_pipeline"):
        list(many.read_many([str(tmp_path / "a.txt")] * 3, Settings(pipeline="no_such_pipeline"), workers=2))


class Deadly(many._Job):
    """A job whose process is ended by one of its inputs, as the system does for want of memory."""

    def __init__(self) -> None:
        super().__init__(Settings(), None, None, False)

    def read(self, path, held=None):
        if "deadly" in path:
            os._exit(9)
        return Failure(path, "missing", "x", "y")


def test_an_input_that_kills_its_process_is_a_row_and_the_others_are_read():
    paths = ["1", "deadly", "3", "4"]
    rows = list(many._in_processes(Deadly(), paths, 1, 1))
    assert [row.path for row in rows] == paths
    assert [row.kind for row in rows] == ["missing", "internal", "missing", "missing"]


def test_a_text_that_is_not_parsed_keeps_text_date_and_names(reader):
    french = (
        "Rencontre à Nairobi\n\nLe président kényan William Ruto a reçu lundi à Nairobi le premier ministre des Fidji,"
        " Sitiveni Rabuka, pour parler du climat et du commerce entre les deux pays. Les deux dirigeants ont convenu"
        " d'ouvrir des ambassades avant la fin de l'année prochaine, selon la présidence.\n"
    )
    reading = reader.read(Source(french.encode()))
    assert isinstance(reading, Reading)
    assert reading.article.unread and reading.encounters is None and reading.statements is None
    assert "William Ruto" in [party.name for party in reading.names]


def communique_read(*arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "communique", "read", *arguments]
    return subprocess.run(command, input=stdin, capture_output=True)


@pytest.mark.parametrize("workers", ["1", "2"])
def test_standard_input_is_read_whatever_the_number_of_processes(tmp_path, workers):
    (tmp_path / "a.txt").write_text(TEXT)
    done = communique_read(
        str(tmp_path / "a.txt"), "-", str(tmp_path / "no.txt"), "--json", "--workers", workers, stdin=TEXT.encode()
    )  # fmt: skip
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [row["document"]["path"] for row in rows] == [str(tmp_path / "a.txt"), "-", str(tmp_path / "no.txt")]
    assert rows[0]["document"]["id"] == rows[1]["document"]["id"]
    assert rows[2]["error"]["kind"] == "missing"
    assert done.returncode == 1
    assert b"1 of 3 inputs could not be read" in done.stderr
    assert b"Traceback" not in done.stderr


def test_a_folder_is_read_in_the_order_of_its_paths(tmp_path):
    for name in ("b.txt", "a.txt", "c/d.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(TEXT)
    done = communique_read(str(tmp_path), "--json", "--quiet")
    assert done.returncode == 0
    names = [Path(json.loads(line)["document"]["path"]).name for line in done.stdout.splitlines()]
    assert names == ["a.txt", "b.txt", "d.txt"]


def test_a_pipe_that_is_closed_early_ends_the_run_quietly(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    command = f"{sys.executable} -m communique read {' '.join([str(tmp_path / 'a.txt')] * 40)} --json | head -c 10"
    done = subprocess.run(["bash", "-c", command], capture_output=True)
    assert b"Traceback" not in done.stderr and b"Error" not in done.stderr
