"""Comparisons from a record and from files: which accounts are taken, what is said of those left out."""

import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

import communique
from communique.cli.main import main
from communique.model.record import OriginChain
from communique.run import accounts
from communique.run.comparing import AskedError, compare
from communique.run.references import UnknownError
from communique.store.faults import StoreError

sys.path.insert(0, str(Path(__file__).parents[1] / "properties"))
from test_comparison_property import check

READOUTS = Path(__file__).parents[1] / "analyse" / "readouts"
EXAMPLES = Path(__file__).parents[2] / "src" / "communique" / "examples"
CHOSEN = "10 11 12 13 14 15 16 32 33 34 35 36 38 39 42 43 47".split()


@pytest.fixture(scope="module")
def record(tmp_path_factory):
    made = tmp_path_factory.mktemp("record") / "record.db"
    files = [path for path in sorted(EXAMPLES.iterdir()) if path.name[:2] in CHOSEN]
    assert main(["build", *map(str, files), str(READOUTS), "--db", str(made), "--quiet"]) == 0
    return str(made)


@pytest.fixture(scope="module")
def ids(record):
    from communique.store import encounters
    from communique.store.opening import open_store

    connection = open_store(record)
    try:
        rows = list(encounters.found(connection, kind="meeting"))
    finally:
        connection.close()
    return {(str(row.start), frozenset(p.country for p, _ in row.participants)): row.id for row in rows}


def met(ids, day, *states):
    return ids[day, frozenset(states)]


def sources(account):
    return [source.path.rsplit("/", 1)[-1][:2] for source in account.sources]


def test_each_side_has_its_own_account(record, ids):
    found = compare(met(ids, "2024-05-16", "CHN", "RUS"), record=record, sides=True)
    assert (found.manner, found.left.side, found.right.side) == ("sides", "CHN", "RUS")
    assert (sources(found.left), sources(found.right)) == (["32"], ["34"])


def test_copies_of_an_account_are_counted_and_not_compared(record, ids):
    found = compare(met(ids, "2024-05-16", "CHN", "RUS"), record=record, sides=True)
    assert [source.copies for source in (*found.left.sources, *found.right.sources)] == [2, 1]


def test_a_side_that_published_nothing_is_told_so(record, ids):
    found = compare(met(ids, "2025-09-02", "CHN", "RUS"), record=record, sides=True)
    assert found.right.side == "RUS" and not found.right.sources
    assert all(line.standing == "left" for line in found.lines())
    assert any("Volga Herald" in note for note in found.notes)


def test_the_encounter_before_is_the_last_of_the_pair_and_kind(record, ids):
    found = compare(met(ids, "2024-07-03", "CHN", "RUS"), record=record, previous=True)
    assert (found.left.label, found.right.label, found.manner) == ("2024-05-16", "2024-07-03", "time")


def test_two_days_are_compared_by_the_account_of_a_side_that_published_on_both(record, ids):
    found = compare(met(ids, "2025-06-16", "CHN", "KAZ"), record=record, previous=True)
    assert (sources(found.left), sources(found.right)) == (["1-"], ["2-"])
    assert any("China's account" in note for note in found.notes)


def test_all_accounts_are_compared_where_they_are_asked_for(record, ids):
    found = compare(met(ids, "2025-06-16", "CHN", "KAZ"), record=record, previous=True, account=["all"])
    assert sorted(sources(found.right)) == ["2-", "3-"]


def test_earlier_uses_of_a_phrase_are_told_with_day_and_encounter(record, ids):
    found = compare(met(ids, "2025-06-16", "CHN", "KAZ"), record=record, sides=True)
    earlier = {row.id: row.earlier for row in found.phrases}["true-multilateralism"]
    assert str(earlier.first.day) == "2024-07-03"
    assert earlier.pair[0].encounter == met(ids, "2024-07-03", "CHN", "KAZ")
    new = {row.id: row.earlier for row in found.phrases}["unilateralism-protectionism"]
    assert new.first is None and new.count == 0


def test_without_a_record_earlier_uses_are_not_known_rather_than_none():
    found = compare(READOUTS / "1-xi-tokayev-2024-xinhua.txt", READOUTS / "2-xi-tokayev-2025-xinhua.txt")
    assert found.phrases and all(row.earlier is None for row in found.phrases)


def test_two_files_of_one_encounter_are_two_sides_of_two_days_two_times():
    one, two, three = sorted(READOUTS.iterdir())
    assert compare(two, three).manner == "sides"
    assert compare(one, two).manner == "time"
    assert compare(one, EXAMPLES / "14-yoon-kishida-hanrivertimes.txt").manner == "texts"


def test_every_cell_of_the_examples_shows_what_stands_in_its_article(record, ids):
    from communique.store import articles
    from communique.store.opening import open_store

    connection = open_store(record)
    try:
        texts = {row.id: articles.reading(connection, row.id).article.text for row in articles.rows(connection)}
    finally:
        connection.close()
    compared = [compare(id_, record=record, sides=True) for (_, states), id_ in ids.items() if len(states) > 1]
    for found in compared:
        check(found, texts)
    assert sum(len(list(found.lines())) for found in compared) > 60


def test_the_same_record_gives_the_same_bytes(record, ids):
    id_ = met(ids, "2025-06-16", "CHN", "KAZ")
    made = {communique.to_json(compare(id_, record=record, previous=True)) for _ in range(2)}
    assert len(made) == 1 and json.loads(made.pop())["schema"] == "communique.comparison/1"


def test_the_library_call_takes_readings():
    readings = [communique.read_file(path) for path in sorted(READOUTS.iterdir())[:2]]
    assert communique.compare(*readings).left.day == readings[0].encounters[0].start


@pytest.mark.parametrize(
    "asked",
    [
        {"sides": True},
        {"other": "enc-1", "sides": True},
        {"other": None},
    ],
    ids=["no record", "two things and --sides", "one thing"],
)
def test_what_cannot_be_compared_says_what_to_ask_instead(asked):
    with pytest.raises((AskedError, StoreError)):
        compare("enc-0", **{"record": None, **asked})


def test_what_the_record_does_not_have_is_said(record):
    with pytest.raises(UnknownError):
        compare("enc-ffffffff", "enc-eeeeeeee", record=record)
    with pytest.raises(UnknownError):
        compare("nowhere.txt", "nothing.txt", record=record)


def test_asking_a_record_does_not_load_the_parser():
    script = "import sys, communique.run.comparing, communique.cli.compare; print('spacy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_of_an_encounter_that_thousands_tell_some_of_every_origin_are_looked_at():
    chains = {f"a{at}": OriginChain(f"a{at}", (), "xinhua" if at else "tass", None) for at in range(400)}
    found = accounts._of_every_voice({id_: at for at, id_ in enumerate(chains)}, chains)
    assert len(found) == accounts.LOOKED_AT and "a0" in found


def test_phrases_are_counted_by_the_days_of_their_rows(record):
    """What is written with each row is what the migration fills in for records that were there before."""
    with closing(sqlite3.connect(record)) as connection:
        kept = connection.execute("select phrase, day, merged from phrase_days order by 1, 2, 3").fetchall()
        made = connection.execute(
            "select value, day, id from merged_rows join merged_row_facets f on f.merged = id"
            " where list = 'phrases' and facet = 'id' and day is not null order by 1, 2, 3"
        ).fetchall()
    assert kept == made and kept


def test_the_earlier_one_stands_left_however_it_was_asked_for(record, ids):
    one, two = met(ids, "2024-07-03", "CHN", "KAZ"), met(ids, "2025-06-16", "CHN", "KAZ")
    there, back = compare(one, two, record=record), compare(two, one, record=record)
    assert (back.left.label, back.right.label) == ("2024-07-03", "2025-06-16")
    assert [line.standing for line in back.lines()] == [line.standing for line in there.lines()]
    assert len(back.notes) == len(there.notes) + 1
    earlier, later = sorted(READOUTS.iterdir())[:2]
    assert compare(later, earlier).left.day == compare(earlier, later).left.day


def test_only_the_same_voice_can_have_dropped_or_added_anything(record, ids):
    one, _, three = sorted(READOUTS.iterdir())
    assert compare(one, three).manner == "texts"
    other_pair = compare(met(ids, "2024-07-03", "CHN", "KAZ"), met(ids, "2024-07-03", "CHN", "RUS"), record=record)
    assert other_pair.manner == "texts"
