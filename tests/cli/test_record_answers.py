"""Questions put to a record of made-up articles: every answer as page, JSON, CSV, Markdown and HTML."""

import csv
import io
import json
import shutil
import sqlite3
import sys
from pathlib import Path

import pytest

import communique
from communique.cli.main import main
from communique.run import build as building
from communique.store.opening import open_store

sys.path.insert(0, str(Path(__file__).parents[1] / "run"))
import builder


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("answers")
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
def pair(record):
    """The two states that met most often."""
    question = (
        "select a.party, b.party from encounter_parties a join encounter_parties b using (encounter)"
        " where length(a.party) = 3 and length(b.party) = 3 and a.party < b.party"
        " group by 1, 2 order by count(*) desc, 1, 2"
    )
    return tuple(sqlite3.connect(record).execute(question).fetchone())


def opens(record, rows):
    """Whether every sentence stands in the text of its article where it is said to."""
    connection = open_store(record)
    for row in rows:
        text = connection.execute("select text from articles where id = ?", (row["article"],)).fetchone()[0]
        assert " ".join(text[row["start"] : row["end"]].split()) == row["words"]
        assert all(row["start"] <= start < end <= row["end"] for start, end in row["marked"])
    return bool(rows)


def test_a_timeline_has_every_encounter_of_the_pair(ask, record, pair):
    found = json.loads(ask("timeline", *pair, "--json"))
    met = [json.loads(line)["id"] for line in ask("encounters", "--between", *pair, "--json").splitlines()]
    assert set(met) <= {row["id"] for row in found["entries"]}
    assert sum(row["occasions"] for row in found["counts"]) >= 1


def test_every_entry_of_a_timeline_opens_its_sentences(ask, record, pair):
    found = json.loads(ask("timeline", *pair, "--json"))
    assert found["entries"] and all(opens(record, row["evidence"]) for row in found["entries"])


def test_a_visit_belongs_to_the_timeline_of_its_host(ask, record, pair):
    connection = sqlite3.connect(record)
    connection.execute("update encounters set kind = 'visit', country = 'FJI'")
    connection.commit()
    before = len(json.loads(ask("timeline", pair[0], "--json"))["entries"])
    hosted = json.loads(ask("timeline", pair[0], "FJI", "--json"))["entries"]
    assert 0 < len([row for row in hosted if row["what"] == "encounter"]) <= before


def test_a_timeline_is_a_page_csv_markdown_and_html(ask, pair):
    found = json.loads(ask("timeline", *pair, "--json"))
    table = list(csv.DictReader(io.StringIO(ask("timeline", *pair, "--csv"))))
    assert [row["id"] for row in table] == [row["id"] for row in found["entries"]]
    page, text, html = ask("timeline", *pair), ask("timeline", *pair, "--md"), ask("timeline", *pair, "--html")
    for row in found["entries"]:
        assert row["id"][:16] in page and row["id"] in text and row["id"] in html


def test_the_counts_alone_are_a_table_with_zeros(ask, pair):
    table = list(csv.DictReader(io.StringIO(ask("timeline", *pair, "--counts"))))
    assert table and all(row["letter"] == "0" for row in table)
    years = [int(row["year"]) for row in table]
    assert years == list(range(years[0], years[-1] + 1))


def test_a_timeline_is_the_same_from_python(record, ask, pair):
    found = communique.timeline(record, *pair)
    told = json.loads(ask("timeline", *pair, "--json"))
    assert [row.id for row in found.encounters] == [r["id"] for r in told["entries"] if r["what"] == "encounter"]
    with pytest.raises(LookupError, match="no one party"):
        communique.timeline(record, "Nowhereland")


def test_a_timeline_within_years_counts_these_years(ask, pair):
    told = json.loads(ask("timeline", *pair, "--since", "1999", "--until", "1999", "--json"))
    assert told["entries"] == [] and [row["year"] for row in told["counts"]] == [1999]
    assert "none in the record" in ask("timeline", *pair, "--until", "1999")


def test_asking_a_record_does_not_load_the_parser(record, pair):
    import subprocess

    met = sqlite3.connect(record).execute("select id from encounters order by id").fetchone()[0]
    for asked in (
        ["show", met],
        ["origins", met],
        ["timeline", *pair],
        ["brief", met],
        ["relation", *pair],
        ["ledger"],
    ):
        script = (
            "import sys; from communique.cli.main import main\n"
            f"main({[*asked, '--json', '--db', record]!r}); sys.exit('spacy' in sys.modules)"
        )
        assert subprocess.run([sys.executable, "-c", script], capture_output=True).returncode == 0, asked
