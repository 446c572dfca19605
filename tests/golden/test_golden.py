"""Pages, JSON and tables of the examples, kept whole: a change of what users see is seen in review.

COMMUNIQUE_UPDATE_GOLDEN=1 python3 dev.py test -k golden   writes them anew (CONTRIBUTING.md).
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from communique.cli.page import page
from communique.cli.read import country_name
from communique.cli.screen import Screen
from communique.model.article import Source
from communique.run.api import to_dict
from communique.run.read import Reader

HERE = Path(__file__).parent
EXAMPLES = HERE.parents[1] / "src" / "communique" / "examples"
CHOSEN = ["01-xi-albanese-wire.txt", "11-ruto-xi-riftchronicle.html"]


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(debug=True)


def same_as_kept(name: str, made: str) -> None:
    kept = HERE / name
    if os.environ.get("COMMUNIQUE_UPDATE_GOLDEN") == "1":
        kept.write_text(made, encoding="utf-8", newline="\n")
    assert made == kept.read_text(encoding="utf-8"), "see the first lines of this file on how to accept the change"


def reading(reader: Reader, name: str):
    return reader.read(Source((EXAMPLES / name).read_bytes(), name))


@pytest.mark.parametrize("name", CHOSEN)
@pytest.mark.parametrize("explain", [False, True], ids=["page", "explain"])
def test_the_page_at_80_columns(reader, name, explain):
    lines = page(reading(reader, name), Screen(80), lambda code: country_name(reader.knowledge, code), explain=explain)
    same_as_kept(f"{Path(name).stem}.{'explain' if explain else 'page'}.txt", "\n".join(lines) + "\n")


@pytest.mark.parametrize("name", CHOSEN)
def test_the_json(reader, name):
    document = to_dict(reading(reader, name))
    document["reader"] = "VERSION"  # every release would change it
    same_as_kept(f"{Path(name).stem}.json", json.dumps(document, ensure_ascii=False, indent=1) + "\n")


def said(*asked: str, **more) -> str:
    """What a command prints on its standard output."""
    command = [sys.executable, "-m", "communique", *asked]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", **more)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_table_that_the_demo_ends_in():
    end = said("demo", "--no-color").split("\nTOLD BY SEVERAL OF THEM\n")[1]
    same_as_kept("demo.together.txt", end[end.index("date  ") : end.index("\n\nThe same for articles of yours")] + "\n")


def test_an_encounter_of_the_examples_laid_open(tmp_path):
    said("build", str(EXAMPLES), "--quiet", cwd=tmp_path)
    asked = ("--between", "India", "Russia", "--since", "2024-07-09", "--kind", "meeting", "--limit", "1", "--json")
    found = json.loads(said("encounters", *asked, cwd=tmp_path))
    same_as_kept("record.show.txt", said("show", found["id"], cwd=tmp_path))
    same_as_kept("record.origins.txt", said("origins", "38-putin-xi-may-retold.txt", cwd=tmp_path))
    for name in ("commitments", "figures", "partnerships", "phrases"):
        same_as_kept(f"record.{name}.txt", said(name, "--limit", "20", cwd=tmp_path))
    same_as_kept("answer.timeline.txt", said("timeline", "China", "Russia", cwd=tmp_path))
    same_as_kept("answer.timeline.md", said("timeline", "China", "Russia", "--md", cwd=tmp_path))
    same_as_kept("answer.relation.txt", said("relation", "India", "Russia", cwd=tmp_path))
    same_as_kept("answer.news.txt", said("news", "--since", "2024-07-10", "India", "Russia", cwd=tmp_path))
    same_as_kept("answer.brief.txt", said("brief", "India", "Russia", cwd=tmp_path))
    same_as_kept("answer.brief.person.txt", said("brief", "Xi Jinping", cwd=tmp_path))
    same_as_kept("answer.brief.encounter.md", said("brief", found["id"], "--md", cwd=tmp_path))


def test_the_ledger_of_three_meetings(tmp_path):
    said("build", str(HERE.parent / "analyse" / "promises"), "--quiet", cwd=tmp_path)
    same_as_kept("answer.ledger.txt", said("ledger", "Tanzania", "Zambia", "--as-of", "2027-01-01", cwd=tmp_path))
