import csv
import io
import json
import shutil
from pathlib import Path

import pytest

from communique.cli.main import main

EXAMPLES = Path(__file__).parents[2] / "src" / "communique" / "examples"
FILES = (
    "01-xi-albanese-wire.txt",
    "02-xi-albanese-harbourpost.txt",
    "46-xi-albanese-coralbulletin.txt",
    "32-xi-putin-may-wire.txt",
    "33-xi-putin-may-steppeobserver.txt",
    "34-putin-xi-may-tass.txt",
    "39-xi-putin-astana-wire.txt",
    "40-xi-putin-astana-lanternweekly.txt",
)


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    record = tmp_path_factory.mktemp("record") / "record.db"
    assert main(["build", *(str(EXAMPLES / name) for name in FILES), "--db", str(record), "--quiet"]) == 0
    return record


@pytest.fixture
def record(built, tmp_path):
    return shutil.copy(built, tmp_path / "record.db")


@pytest.fixture
def ask(capsys):
    def asked(*arguments, code=0):
        capsys.readouterr()
        assert main([str(argument) for argument in arguments]) == code
        return capsys.readouterr().out

    return asked


@pytest.fixture
def rows(ask, record):
    def found(*arguments):
        out = ask("encounters", *arguments, "--json", "--db", record)
        return [json.loads(line) for line in out.splitlines()]

    return found


def meeting(rows, *parties, date):
    (row,) = [row for row in rows("--between", *parties, "--kind", "meeting") if row["start"] == date]
    return row


def test_encounters_are_listed_once_with_their_independent_origins(rows):
    row = meeting(rows, "CHN", "AUS", date="2023-11-06")
    assert (row["articles"], row["origins"], row["city"]) == (3, 2, "Beijing")
    assert row["participants"] == ["Xi Jinping", "Anthony Albanese"]


def test_parties_may_be_given_as_codes_names_of_states_or_persons(rows):
    assert rows("--between", "CHN", "RUS") == rows("--between", "China", "Vladimir Putin") != []


def test_the_same_two_leaders_are_found_on_each_of_their_days(rows):
    days = [row["start"] for row in rows("--between", "CHN", "RUS", "--kind", "meeting")]
    assert days == ["2024-05-16", "2024-07-03"]
    assert [r["start"] for r in rows("--between", "CHN", "RUS", "--since", "2024-06", "--until", "2024-07")] == [
        "2024-07-03"
    ]


def test_the_table_fits_on_a_screen_and_ends_with_what_it_counts(ask, record):
    out = ask("encounters", "--db", record)
    assert max(map(len, out.splitlines())) <= 80
    assert "independent origins" in out.splitlines()[-1]


def test_csv_has_the_same_rows(ask, record, rows):
    table = list(csv.DictReader(io.StringIO(ask("encounters", "--csv", "--db", record))))
    assert [row["id"] for row in table] == [row["id"] for row in rows()]
    assert "Xi Jinping; Anthony Albanese" in {row["participants"] for row in table}


def test_an_encounter_is_shown_with_who_states_what(ask, record, rows):
    id_ = meeting(rows, "CHN", "AUS", date="2023-11-06")["id"]
    page = ask("show", id_[:10], "--db", record)
    for part in (
        "Beijing",
        "Shanghai",
        "Contradictions",
        "Origins · 2",
        "Xinhua News Agency",
        "Coral Bulletin",
        "Said",
    ):
        assert part in page


def test_show_as_json_has_values_claims_and_origins(ask, record, rows):
    id_ = meeting(rows, "CHN", "AUS", date="2023-11-06")["id"]
    document = json.loads(ask("show", id_, "--json", "--db", record))
    assert document["encounter"]["id"] == id_
    assert [value["value"] for value in document["encounter"]["values"]["city"]] == ["Beijing", "Shanghai"]
    assert {row["voice"] for row in document["origins"]} == set(document["encounter"]["voices"])
    claim = max(document["claims"], key=lambda claim: claim["articles"])
    assert claim["articles"] >= 2
    assert claim["text"] in " ".join(ask("show", claim["id"], "--db", record).split())


def test_a_copy_whose_credit_was_dropped_is_traced_to_its_origin(ask, record):
    out = ask("origins", "33-xi-putin-may-steppeobserver.txt", "--json", "--db", record)
    rows = {Path(row["path"]).name: row for row in map(json.loads, out.splitlines())}
    copy = rows["33-xi-putin-may-steppeobserver.txt"]
    assert copy["voice"] == rows["32-xi-putin-may-wire.txt"]["voice"]
    assert copy["chain"][0]["how"] == "copy"


def test_the_origins_of_an_encounter_and_of_a_claim_are_listed(ask, record, rows):
    id_ = meeting(rows, "CHN", "RUS", date="2024-05-16")["id"]
    page = ask("origins", id_, "--db", record)
    assert "3 articles, 2 independent origins" in page and "TASS" in page
    table = list(csv.DictReader(io.StringIO(ask("origins", id_, "--csv", "--db", record))))
    assert len(table) == 3
    claim = json.loads(ask("show", id_, "--json", "--db", record))["claims"][0]["id"]
    assert claim in ask("origins", claim, "--db", record)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("show", "enc-ffffffffffffffffff"), "no encounter"),
        (("show", "claim-x"), "no claim"),
        (("origins", "nowhere.txt"), "no article"),
        (("show", "enc-"), "several"),
        (("encounters", "--between", "Ruritania"), "ISO code"),
        (("encounters", "--since", "yesterday"), "not a date"),
    ],
)
def test_what_cannot_be_found_is_said_in_a_sentence(capsys, record, arguments, said):
    with pytest.raises(SystemExit) as left:
        main([*arguments, "--db", str(record)])
    assert left.value.code == 2
    assert said in capsys.readouterr().err


@pytest.mark.parametrize("command", [("encounters",), ("show", "enc-1"), ("origins", "a"), ("correct", "log")])
def test_a_record_that_is_not_there_is_said_with_the_mend(capsys, tmp_path, command):
    assert main([*command, "--db", str(tmp_path / "none.db")]) == 3
    assert "communique build" in capsys.readouterr().err


def test_a_page_that_credits_two_agencies_bears_the_name_of_the_one_it_counts_with(ask, record):
    ask("build", EXAMPLES / "35-xi-putin-may-amurtelegraph.html", "--db", record)
    tree = ask("origins", "35-xi-putin-may-amurtelegraph.html", "--db", record)
    names = [line.strip() for line in tree.splitlines() if line.startswith("  ") and line[2] != " "]
    assert len(set(names)) == len(names) == 2


def test_the_list_of_articles_names_origins_as_people_do(ask, record):
    shown = " ".join(ask("articles", "--db", record).split())
    assert "Xinhua News" in shown and "name:" not in shown and "article:" not in shown


def test_articles_of_an_encounter_are_found_by_the_beginning_of_its_id(capsys, ask, rows, record):
    row = meeting(rows, "CHN", "AUS", date="2023-11-06")
    assert "3 articles" in ask("articles", "--encounter", row["id"][:9], "--db", record)
    ask("articles", "--encounter", "enc-none", "--db", record, code=2)


def test_the_list_of_inputs_keeps_to_its_limit(ask, record):
    assert "2 inputs" in ask("articles", "--inputs", "--limit", 2, "--db", record)


def test_claims_show_the_file_of_a_page_without_an_outlet(ask, rows, record):
    row = meeting(rows, "CHN", "RUS", date="2024-05-16")
    claims = json.loads(ask("show", row["id"], "--json", "--db", record))["claims"]
    wire = next(claim["id"] for claim in claims if claim["articles"] > 1)
    shown = ask("show", wire, "--db", record)
    assert "sha256:" not in shown and shown.count(wire[:12]) == 1
