"""The five seed articles are five encounters: serial meetings of the same two leaders stay apart."""

from pathlib import Path

import pytest

from communique.ingest.files import load
from communique.resolve.encounters import resolved
from communique.resolve.facts import mentions
from communique.run.read import Reader

SEEDS = Path(__file__).parents[3] / "shared" / "articles"


@pytest.mark.shared
@pytest.mark.skipif(not SEEDS.is_dir(), reason="needs the seed articles in ../shared")
def test_the_seeds_stay_five_encounters():
    reader = Reader()
    readings = {
        row.article.id: row for row in (reader.read(load(str(p), 1 << 24)) for p in sorted(SEEDS.glob("*.txt")))
    }
    facts = [m for row in readings.values() for m in mentions(row)]
    main = {(m.article, m.encounter) for m in facts if m.main}
    found = [row for row in resolved(facts, readings).encounters if set(row.mentions) & main]
    assert len(found) == 5
    assert all(row.articles == 1 for row in found)
