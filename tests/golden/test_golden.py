"""Pages and JSON of two examples, kept whole: a change of what users see is seen in review.

COMMUNIQUE_UPDATE_GOLDEN=1 python3 dev.py test -k golden   writes them anew (CONTRIBUTING.md).
"""

import json
import os
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
