# ruff: noqa: E501 - sentences of articles stay whole
"""One article against a record and the tables. All texts written for communique."""

import hashlib
from pathlib import Path

import pytest

import communique
from communique.cli.main import main
from communique.knowledge.base import default
from communique.run.checking import checked

WIRE = """BEIJING, May 16 (Xinhua) -- Chinese President Xi Jinping held talks with Russian President Vladimir Putin at the Great Hall of the People in Beijing on Thursday, 16 May 2024.

The two sides signed 12 agreements. Trade between China and Russia reached 240.1 billion dollars in 2023. Xi said that trade would grow, and Putin invited his host to Kazan.
"""
PAPER = """Published: 17 May 2024

The Fjord Courier

Russian President Vladimir Putin met Chinese President Xi Jinping in Beijing on 16 May 2024, our correspondent reports. The two spoke about gas and a new bridge for more than three hours. Russia and China signed 12 agreements, their aides said.
"""
OURS = """Published: 18 May 2024

The Lantern Weekly

Russian President Vladimir Putin held talks with Chinese President Xi Jinping in {city} on {day} May 2024. Guests at the dinner described a calm evening with music.
"""


@pytest.fixture(scope="module")
def record(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("record")
    for name, text in (("wire.txt", WIRE), ("paper.txt", PAPER)):
        (folder / name).write_text(text)
    assert (
        main(["build", str(folder / "wire.txt"), str(folder / "paper.txt"), "--db", str(folder / "r.db"), "--quiet"])
        == 0
    )
    return folder / "r.db"


def verdicts(text: str, record: Path | None) -> dict[str, tuple]:
    rows = checked(communique.read_text(text), default(), record)
    return {row.field: (row.judged, row.articles, row.voices) for row in rows}


def test_day_and_place_are_confirmed_with_articles_and_independent_origins(record):
    found = verdicts(OURS.format(city="Beijing", day=16), record)
    assert found["e1 date"] == ("confirmed", 2, 2)
    assert found["e1 city"] == ("confirmed", 2, 2)
    assert found["e1 meeting"] == ("confirmed", 2, 2)


def test_a_copy_is_no_second_account(record):
    copy = "Published: 17 May 2024\n\n" + WIRE
    assert verdicts(copy, record)["e1 date"] == ("confirmed", 2, 1)


def test_another_day_of_the_same_people_in_the_same_place_is_contradicted(record):
    assert verdicts(OURS.format(city="Beijing", day=18), record)["e1 date"][0] == "contradicted"


def test_another_city_on_the_same_day_is_contradicted(record):
    assert verdicts(OURS.format(city="Moscow", day=16), record)["e1 city"][0] == "contradicted"


def test_what_nobody_else_tells_is_unknown_with_the_reason(record):
    text = "Published: 9 July 2024\n\nIndian Prime Minister Narendra Modi met Russian President Vladimir Putin in Moscow on Tuesday."
    assert verdicts(text, record)["e1 meeting"] == ("unknown", 0, 0)


def test_commitments_and_figures_are_held_against_the_others(record):
    ours = OURS.format(city="Beijing", day=16)
    same = verdicts(ours + "\nThe two sides signed 12 agreements.\n", record)
    other = verdicts(ours + "\nTrade between China and Russia reached 140 billion dollars in 2023.\n", record)
    assert same["commitment"] == ("confirmed", 2, 2)
    assert other["figure: value"] == ("contradicted", 1, 1)
    assert other["figure conflict"][0] == "contradicted"


def test_offices_are_confirmed_by_the_tables_without_a_record():
    found = verdicts(OURS.format(city="Beijing", day=16), None)
    assert found["office of Vladimir Putin"][0] == "confirmed"
    assert "e1 date" not in found


def test_the_record_is_not_changed(record, tmp_path, capsys):
    before = hashlib.sha256(record.read_bytes()).hexdigest()
    page = tmp_path / "ours.txt"
    page.write_text(OURS.format(city="Beijing", day=18))
    assert main(["check", str(page), "--db", str(record)]) == 1
    assert hashlib.sha256(record.read_bytes()).hexdigest() == before
    out = capsys.readouterr().out
    assert out.index("CONTRADICTED") < out.index("CONFIRMED")


def test_exit_codes_tell_what_was_found(record, tmp_path, capsys):
    good, bad = tmp_path / "good.txt", tmp_path / "bad.txt"
    good.write_text(OURS.format(city="Beijing", day=16))
    bad.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    assert main(["check", str(good), "--db", str(record), "--json"]) == 0
    assert main(["check", str(bad)]) == 2
    assert main(["check", str(good), "--db", str(tmp_path / "none.db")]) == 3
    capsys.readouterr()
