"""The lists of a record: asked for, laid open, corrected, checked, read anew."""

import csv
import io
import json
import shutil
import sqlite3
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from communique.cli.main import main
from communique.run import build as building
from communique.run import reread

sys.path.insert(0, str(Path(__file__).parents[1] / "run"))
import builder


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pages")
    builder.written(folder / "pages")
    patch = pytest.MonkeyPatch()
    patch.setattr(building, "read_many", builder.read_many)
    main(["build", str(folder / "pages"), "--db", str(folder / "r.db"), "--quiet"])
    patch.undo()
    return folder / "r.db"


@pytest.fixture
def record(built, tmp_path):
    return str(shutil.copy(built, tmp_path / "r.db"))


@pytest.fixture
def ask(record, capsys):
    def asked(*arguments, code=0):
        capsys.readouterr()
        assert main([*arguments, "--db", record]) == code
        return capsys.readouterr().out

    return asked


@pytest.fixture
def rows(ask):
    return lambda *arguments: [json.loads(line) for line in ask(*arguments, "--json").splitlines()]


@pytest.mark.parametrize("name", ["commitments", "figures", "partnerships", "phrases"])
def test_a_list_is_a_table_json_and_csv(ask, rows, name):
    found = rows(name)
    assert found
    table = list(csv.DictReader(io.StringIO(ask(name, "--csv"))))
    assert [row["id"] for row in table] == [row["id"] for row in found]
    page = ask(name)
    assert all(row["id"][:16] in page for row in found)
    assert [row["day"] for row in found] == sorted(row["day"] for row in found)
    assert len(rows(name, "--limit", "2")) == 2


@pytest.mark.parametrize(
    ("question", "field", "value"),
    [
        (("commitments", "--status", "signed"), "status", "signed"),
        (("commitments", "--field", "trade"), "field", ["trade"]),
        (("figures", "--unit", "USD"), "unit", "USD"),
        (("figures", "--kind", "percent"), "kind", "percent"),
        (("figures", "--period", "2023"), "period", "2023"),
        (("partnerships", "--change", "elevated"), "change", "elevated"),
        (("phrases", "--id", "win-win"), "id", "win-win"),
    ],
)
def test_lists_are_narrowed_to_values(rows, question, field, value):
    found = rows(*question)
    assert found
    # A row that some articles call signed and others agreed is found by both.
    assert sum(row[field] == value for row in found) >= len(found) / 2


def test_lists_are_narrowed_to_parties_times_and_an_encounter(rows):
    every = rows("commitments")
    party = every[0]["parties"][0]
    assert all(party in row["parties"] for row in rows("commitments", "--between", party))
    day = every[-1]["day"]
    assert {row["day"] for row in rows("commitments", "--since", day, "--until", day)} == {day}
    met = next(row["encounter"] for row in every if row["encounter"])
    assert {row["encounter"] for row in rows("commitments", "--encounter", met[:12])} == {met}


def test_what_several_articles_tell_is_one_row_with_its_origins(rows):
    row = max(rows("commitments"), key=lambda row: row["articles"])
    assert row["articles"] > 2
    assert 1 <= row["origins"] <= row["articles"]


def test_a_row_opens_its_evidence(ask, rows):
    row = max(rows("figures"), key=lambda row: row["articles"])
    page = ask("show", row["id"])
    assert "⟦" in page
    assert f"{row['articles']} articles" in page
    whole = json.loads(ask("show", row["id"], "--json"))
    assert len(whole["row"]["tellings"]) >= row["articles"]
    assert row["id"] in ask("origins", row["id"])


def test_an_encounter_shows_its_lists(ask, rows):
    met = next(row["encounter"] for row in rows("commitments") if row["encounter"])
    page = ask("show", met)
    for heading in (
        "Commitments · ",
        "Partnerships · ",
        "Figures · ",
        "Anniversaries · ",
        "Initiatives · ",
        "Phrases · ",
    ):
        assert f"\n{heading}" in page
    assert {row["list"] for row in json.loads(ask("show", met, "--json"))["rows"]} >= {"figures", "phrases"}


def test_numbers_that_differ_are_marked_with_the_reason(ask, rows):
    pages = [ask("show", row["id"]) for row in rows("figures") if row["contradictions"] == ["value"]]
    assert all("240.1 billion USD [240100000000 USD]" in page for page in pages)
    reasons = ("one is rounded", "copies of one text")
    assert all(any(why in " ".join(page.split()) for why in reasons) for page in pages)
    assert "(!)" in ask("figures")


def test_a_value_of_a_row_is_rejected_set_and_given_back(ask, rows):
    row = next(row for row in rows("figures") if row["contradictions"] == ["value"])
    other = "240 billion USD" if row["value"] == "240100000000 USD" else "240.1 billion USD"
    ask("correct", "reject", row["id"], "value", other, "--by", "anna")
    (now,) = [one for one in rows("figures") if one["id"] == row["id"]]
    assert (now["value"], now["contradictions"]) == (row["value"], [])
    assert "rejected by anna" in ask("show", row["id"])
    (entry,) = map(json.loads, ask("correct", "log", "--json").splitlines())
    assert row["id"] in ask("correct", "log")
    ask("correct", "undo", entry["id"])
    assert [one for one in rows("figures") if one["id"] == row["id"]] == [row]
    ask("correct", "set", row["id"], "period", "2022")
    assert next(one for one in rows("figures") if one["id"] == row["id"])["period"] == "2022"
    assert ask("verify")


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (("colour", "red"), "no field"),
        (("value", "5 USD"), "no article gives it"),
    ],
)
def test_slips_of_the_pen_are_refused(ask, rows, given, told, capsys):
    with pytest.raises(SystemExit):
        ask("correct", "reject", rows("figures")[0]["id"], *given)
    assert told in capsys.readouterr().err


def test_a_row_that_a_record_has_lost_is_found_out(ask, record, rows):
    assert "no problems" in ask("verify")
    with sqlite3.connect(record) as connection:
        connection.execute("pragma foreign_keys = on")
        connection.execute("delete from merged_rows where id = ?", (rows("figures")[0]["id"],))
    connection.close()
    assert "is in no row of the record" in ask("verify", code=1)


def test_reading_anew_tells_what_changes_in_lists(ask, record, monkeypatch):
    def newer(reader, reading):
        first, *rest = reading.figures
        figures = (replace(first, period="2022"), *rest)
        return replace(reading, reader=reader.version, figures=figures, commitments=reading.commitments[1:])

    with sqlite3.connect(record) as connection:
        connection.execute("update readings set reader = '0.0.1+kb2020.01'")
    connection.close()
    monkeypatch.setattr(reread, "_again", newer)
    told = {(row["how"], row["of"], row["field"]) for row in map(json.loads, ask("diff", "--json").splitlines())}
    assert told == {("changed", "figure", "period"), ("dropped", "commitment", None)}
    ask("diff", "--adopt")
    periods = {row["period"] for row in map(json.loads, ask("figures", "--unit", "USD", "--json").splitlines())}
    assert periods == {"2022"}
    assert "no problems" in ask("verify")
