import json
import shutil
import sqlite3

import pytest
from test_record_asking import EXAMPLES, ask, built, meeting, record, rows  # noqa: F401 - fixtures

from communique.cli.main import main
from communique.store import dump


def told(record):  # noqa: F811
    """All of a record but the log itself."""
    connection = sqlite3.connect(record)
    try:
        return [line for line in dump.lines(connection) if not line.startswith(("judgement", "refusal"))]
    finally:
        connection.close()


def log(ask, record):  # noqa: F811
    return [json.loads(line) for line in ask("correct", "log", "--json", "--db", record).splitlines()]


def serial(rows):  # noqa: F811
    return [row["id"] for row in rows("--between", "CHN", "RUS", "--kind", "meeting")]


def test_two_encounters_judged_the_same_are_one_and_undo_gives_both_back(ask, record, rows):  # noqa: F811
    before, (may, july) = told(record), serial(rows)
    ask("correct", "same", may, july, "--by", "anna", "--note", "one summit", "--db", record)
    (row,) = rows("--between", "CHN", "RUS", "--kind", "meeting")
    assert row["articles"] == 5
    (entry,) = log(ask, record)
    assert (entry["act"], entry["by"], entry["note"]) == ("same", "anna", "one summit")
    ask("correct", "undo", entry["id"][:9], "--db", record)
    assert told(record) == before
    assert len(log(ask, record)) == 2


def test_two_tellings_judged_different_are_two(ask, record, rows):  # noqa: F811
    ask(
        "correct",
        "different",
        "39-xi-putin-astana-wire.txt#e1",
        "40-xi-putin-astana-lanternweekly.txt#e1",
        "--db",
        record,
    )
    assert len(serial(rows)) == 3


def test_a_set_value_leads_and_a_rejected_one_stays_to_be_seen(ask, record, rows):  # noqa: F811
    id_ = meeting(rows, "CHN", "AUS", date="2023-11-06")["id"]
    ask("correct", "reject", id_, "city", "Shanghai", "--by", "anna", "--db", record)
    page = ask("show", id_, "--db", record)
    assert "Shanghai (rejected by anna)" in page
    ask("correct", "set", id_, "venue", "East Hall", "--db", record)
    assert meeting(rows, "CHN", "AUS", date="2023-11-06")["venue"] == "East Hall"


@pytest.mark.parametrize("typed", ["AUS", "Australia", "australia"])
def test_a_country_may_be_set_by_its_code_or_name(ask, record, rows, typed):  # noqa: F811
    id_ = meeting(rows, "CHN", "AUS", date="2023-11-06")["id"]
    ask("correct", "set", id_, "country", typed, "--db", record)
    assert meeting(rows, "CHN", "AUS", date="2023-11-06")["country"] == "AUS"


def test_who_took_part_may_be_rejected_by_name(ask, record, rows):  # noqa: F811
    id_ = meeting(rows, "CHN", "AUS", date="2023-11-06")["id"]
    ask("correct", "reject", id_, "participants", "Anthony Albanese", "--db", record)
    assert "Anthony Albanese, prime minister, Australia [Q335697] (rejected" in ask("show", id_, "--db", record)


def test_corrections_stay_when_articles_come_later(ask, record, rows):  # noqa: F811
    id_ = meeting(rows, "CHN", "AUS", date="2023-11-06")["id"]
    ask("correct", "set", id_, "venue", "East Hall", "--db", record)
    ask("build", EXAMPLES / "04-albanese-beijing-tidewater.txt", "--db", record)
    row = meeting(rows, "CHN", "AUS", date="2023-11-06")
    assert (row["articles"], row["venue"]) == (4, "East Hall")


def test_merged_persons_count_as_the_one_who_is_kept(ask, record, rows):  # noqa: F811
    ask("correct", "merge-person", "Vladimir Putin", "Xi Jinping", "--db", record)
    assert all(row["participants"] == ["Vladimir Putin"] for row in rows("--between", "RUS", "--kind", "meeting"))


def test_the_log_is_also_a_plain_file_that_another_record_takes_over(ask, record, rows, built, tmp_path):  # noqa: F811
    may, july = serial(rows)
    ask("correct", "same", may, july, "--db", record)
    file = tmp_path / "record.corrections.jsonl"
    assert len(file.read_text().splitlines()) == 1
    other = shutil.copy(built, tmp_path / "other.db")
    assert told(other) != told(record)
    ask("correct", "import", file, "--db", other)
    assert told(other) == told(record)
    assert "1 known already" in ask("correct", "import", file, "--db", other)
    ask("correct", "export", tmp_path / "again.jsonl", "--db", other)
    assert (tmp_path / "again.jsonl").read_text() == file.read_text()


def test_a_judgement_that_contradicts_another_is_kept_refused_and_reported(capsys, ask, record, rows):  # noqa: F811
    may, july = serial(rows)
    ask("correct", "different", may, july, "--db", record)
    first = "01-xi-albanese-wire.txt#e1"
    ask("correct", "same", first, may, "--db", record)
    assert main(["correct", "same", first, july, "--db", str(record)]) == 1
    assert "could not be followed" in capsys.readouterr().err
    assert [bool(entry["refused"]) for entry in log(ask, record)] == [False, False, True]


@pytest.mark.parametrize(
    ("act", "said"),
    [
        (("set", "{id}", "weather", "fine"), "no field"),
        (("set", "{id}", "start", "soon"), "not a date"),
        (("set", "{id}", "kind", "duel"), "one of"),
        (("same", "{id}", "{id}"), "twice"),
        (("same", "{id}", "enc-none"), "no encounter"),
        (("different", "{id}", "01-xi-albanese-wire.txt#e99"), "no encounter e99"),
        (("undo", "jud-none"), "no entry"),
        (("reject", "{id}", "city", "Paris"), "it has Beijing, Shanghai"),
        (("reject", "{id}", "participants", "Vladimir Putin"), "no article gives it"),
        (("set", "{id}", "country", "Atlantis"), "no country"),
        (("merge-person", "Xi Jinping", "Nobody Atall"), "nobody in the record"),
        (("name-person", "KEN/unknown", "Jane Doe"), "nobody in the record"),
        (("split-person", "Wang Yi", "01-xi-albanese-wire.txt"), "nobody in the record"),
        (("same", "{id}"), "OTHER"),
        (("set", "{id}"), "FIELD, VALUE"),
    ],
)
def test_an_entry_that_makes_no_sense_is_refused_before_it_is_written(capsys, ask, record, rows, act, said):  # noqa: F811
    id_ = meeting(rows, "CHN", "AUS", date="2023-11-06")["id"]
    with pytest.raises(SystemExit):
        main(["correct", *(part.format(id=id_) for part in act), "--db", str(record)])
    assert said in capsys.readouterr().err
    assert log(ask, record) == []


def test_a_corrections_file_that_was_changed_is_refused_whole(capsys, record, tmp_path):  # noqa: F811
    file = tmp_path / "bad.jsonl"
    file.write_text('{"act": "same", "subject": "men-1", "object": "men-2"}\n{"act": "bless", "subject": "a"}\n')
    with pytest.raises(SystemExit):
        main(["correct", "import", str(file), "--db", str(record)])
    assert "line 2" in capsys.readouterr().err


def test_the_log_names_tellings_by_their_files(ask, record):  # noqa: F811
    ask("correct", "set", "46-xi-albanese-coralbulletin.txt#e1", "venue", "East Hall", "--db", record)
    assert "set 46-xi-albanese-coralbulletin.txt#e1 venue East Hall" in ask("correct", "log", "--db", record)
