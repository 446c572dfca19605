"""The commands that keep a record: build, articles, verify, diff."""

import csv
import io
import json
import sqlite3
import sys
from pathlib import Path

import pytest

from communique.cli.main import main
from communique.run import build as building
from communique.run import reread

sys.path.insert(0, str(Path(__file__).parents[1] / "run"))
import builder


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    where = tmp_path_factory.mktemp("pages")
    builder.written(where)
    return where


@pytest.fixture
def record(folder, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(building, "read_many", builder.read_many)
    path = str(tmp_path / "r.db")
    assert main(["build", str(folder), "--db", path]) == 1
    capsys.readouterr()
    return path


def answer(capsys, *arguments):
    code = main(list(arguments))
    return code, capsys.readouterr().out


def test_building_again_reads_nothing_and_says_so(folder, record, capsys):
    code, shown = answer(capsys, "build", str(folder), "--db", record)
    assert code == 0
    assert shown.startswith(f"{builder.COUNT + 2} known already\n")


def test_what_was_done_is_one_json_object(folder, record, capsys):
    done = json.loads(answer(capsys, "build", str(folder), "--db", record, "--json")[1])
    assert (done["read"], done["known"], done["articles"]) == (0, builder.COUNT + 2, builder.COUNT)


def test_what_the_user_knows_of_a_page_is_kept_with_it(tmp_path, capsys):
    page, path = tmp_path / "page.txt", str(tmp_path / "own.db")
    # Written for communique.
    page.write_text("Xi Jinping met Narendra Modi in Kazan today. Both spoke about the border and about new flights.\n")
    main(["build", str(page), "--db", path])
    given = ["--published", "2024-10-23", "--url", "https://paper.example/a"]
    assert main(["build", str(page), "--db", path, *given]) == 0
    capsys.readouterr()
    (row,) = map(json.loads, answer(capsys, "articles", "--db", path, "--json")[1].splitlines())
    assert row["published"] == "2024-10-23"
    (met,) = map(json.loads, answer(capsys, "encounters", "--db", path, "--json")[1].splitlines())
    assert met["start"] == "2024-10-23"
    assert answer(capsys, "verify", "--db", path)[0] == 0


@pytest.mark.parametrize("given", [["--url", "https://a.example"], ["--published", "2024"], ["--published", "someday"]])
def test_what_is_known_of_one_page_is_not_said_of_several(folder, tmp_path, given, capsys):
    with pytest.raises(SystemExit):
        main(["build", str(folder), "--db", str(tmp_path / "r.db"), *given])
    assert "one input" in (said := capsys.readouterr().err) or "not a date" in said


def test_a_file_that_changed_replaces_the_article_that_it_held(record, tmp_path, monkeypatch, capsys):
    texts = [row.article.text for row in builder.made().values()]
    page, other = tmp_path / "page.txt", str(tmp_path / "other.db")
    for text in texts[:2]:
        page.write_text(text)
        main(["build", str(page), "--db", other])
    assert "1 articles replaced" in capsys.readouterr().out
    assert len(answer(capsys, "articles", "--db", other, "--json")[1].splitlines()) == 1
    assert answer(capsys, "verify", "--db", other)[0] == 0


def test_the_same_bytes_under_two_paths_are_one_article(record, tmp_path, capsys):
    text = next(iter(builder.made().values())).article.text
    for name in ("b.txt", "a.txt"):
        (tmp_path / name).write_text(text)
    other = str(tmp_path / "other.db")
    main(["build", str(tmp_path / "b.txt"), str(tmp_path / "a.txt"), "--db", other])
    capsys.readouterr()
    rows = [json.loads(line) for line in answer(capsys, "articles", "--db", other, "--json")[1].splitlines()]
    assert [row["path"] for row in rows] == [str(tmp_path / "a.txt")]


def test_a_file_that_went_keeps_its_article(record, tmp_path, capsys):
    page, other = tmp_path / "page.txt", str(tmp_path / "other.db")
    page.write_text(next(iter(builder.made().values())).article.text)
    main(["build", str(page), "--db", other])
    page.unlink()
    main(["build", str(page), "--db", other])
    capsys.readouterr()
    assert len(answer(capsys, "articles", "--db", other, "--json")[1].splitlines()) == 1


def test_articles_are_found_by_words_and_time(record, capsys):
    every = [json.loads(line) for line in answer(capsys, "articles", "--db", record, "--json")[1].splitlines()]
    assert len(every) == builder.COUNT
    assert [row["published"] for row in every] == sorted(row["published"] for row in every)
    wanted = every[5]
    words = f'"{wanted["title"].split(": ")[1]}"'
    found = answer(capsys, "articles", "--db", record, "--search", words, "--json")[1].splitlines()
    assert [json.loads(line)["id"] for line in found] == [wanted["id"]]
    day = wanted["published"]
    for line in answer(capsys, "articles", "--db", record, "--since", day, "--until", day, "--json")[1].splitlines():
        assert json.loads(line)["published"] == day


def test_articles_as_csv_have_a_head_and_no_formulas(record, capsys):
    rows = list(csv.DictReader(io.StringIO(answer(capsys, "articles", "--db", record, "--csv")[1])))
    assert len(rows) == builder.COUNT and rows[0]["reader"]
    assert not any(value[:1] in "=+-@" for row in rows for value in row.values() if value)


def test_every_input_is_listed_with_what_became_of_it(record, capsys):
    code, shown = answer(capsys, "articles", "--db", record, "--inputs", "--csv")
    states = [row["state"] for row in csv.DictReader(io.StringIO(shown))]
    assert code == 0
    assert (states.count("read"), states.count("nothing"), states.count("failed")) == (builder.COUNT, 1, 1)


def test_a_sound_record_is_verified(record, capsys):
    code, shown = answer(capsys, "verify", "--db", record, "--json")
    found = json.loads(shown)
    assert (code, found["problems"], found["articles"]) == (0, [], builder.COUNT)
    assert found["spans"] > 1000


@pytest.mark.parametrize(
    "harm",
    [
        "update articles set text = substr(text, 2) where number = 3",
        "update readings set reading = replace(reading, '\"held\"', '\"past\"') where article = 2",
        "delete from readings where article = 4",
        'update chains set chain = replace(chain, \'"article":"sha256:\', \'"article":"sha255:\')',
        "delete from encounter_mentions where article = 1",
        'update claims set claim = replace(claim, \'"wordings":[["sha256:\', \'"wordings":[["sha255:\')',
        "update articles set id = 'sha256:0' where number = 2",
    ],
)
def test_a_record_that_was_tampered_with_is_found_out(record, capsys, harm):
    with sqlite3.connect(record) as connection:
        assert connection.execute(harm).rowcount
    connection.close()
    code, shown = answer(capsys, "verify", "--db", record, "--csv")
    if "chains" in harm and code == 0:
        pytest.skip("no chain of the made-up articles stands on a place")
    assert code == 1
    assert len(shown.splitlines()) > 1


def test_reading_anew_is_shown_first_and_adopted_only_when_asked(folder, record, capsys, monkeypatch):
    from dataclasses import replace

    def newer(reader, reading):
        said = reading.statements or ()
        met = tuple(replace(row, level="working") for row in reading.encounters or ())
        return replace(reading, reader=reader.version, encounters=met, statements=said[1:])

    with sqlite3.connect(record) as connection:
        connection.execute("update readings set reader = '0.0.1+kb2020.01'")
    connection.close()
    monkeypatch.setattr(reread, "_again", newer)
    code, shown = answer(capsys, "diff", "--db", record, "--json")
    rows = [json.loads(line) for line in shown.splitlines()]
    assert code == 0
    assert {(row["how"], row["of"], row["field"]) for row in rows} == {
        ("changed", "encounter", "level"),
        ("dropped", "statement", None),
    }
    assert len(rows) == 2 * builder.COUNT
    assert "read by another version" in answer(capsys, "build", str(folder), "--db", record)[1]
    code, shown = answer(capsys, "diff", "--db", record, "--adopt")
    assert "has the new readings now" in shown
    assert answer(capsys, "diff", "--db", record, "--json") == (0, "")
    assert answer(capsys, "verify", "--db", record)[0] == 0


@pytest.mark.parametrize("command", ["articles", "verify", "diff"])
def test_a_record_that_is_not_there_is_said_with_its_mend(command, tmp_path, capsys):
    assert main([command, "--db", str(tmp_path / "none.db")]) == 3
    told = capsys.readouterr().err
    assert "none.db" in told and "communique build" in told
    assert not list(tmp_path.iterdir())
