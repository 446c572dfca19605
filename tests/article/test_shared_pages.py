"""Floors on pages that are not in the repository: the seed articles and the pages with known bodies."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path
from statistics import fmean

import pytest

from communique.article.build import read_article
from communique.knowledge.base import default
from communique.model.article import Article, Source

SHARED = Path(__file__).parents[3] / "shared"
# Every sixth page, so that the test takes seconds; benchmarks/pages.py measures all of them.
EVERY = 6

pytestmark = pytest.mark.shared


def article(data: bytes) -> Article:
    result = read_article(Source(data), default())
    assert isinstance(result, Article)
    return result


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def body(result: Article) -> list[str]:
    return words("\n".join(span.of(result.text) for span in result.body))


def gold() -> list[dict[str, str]]:
    file = SHARED / "articles" / "gold.jsonl"
    return [json.loads(line) for line in file.read_text("utf-8").splitlines()] if file.exists() else []


@pytest.mark.parametrize("facts", gold(), ids=lambda facts: facts["id"])
def test_a_seed_article_has_its_exact_body_title_byline_and_outlet(facts: dict[str, str]) -> None:
    result = article((SHARED / "articles" / f"{facts['id']}.txt").read_bytes())
    first, last = words(facts["body_first"]), words(facts["body_last"])
    assert body(result)[: len(first)] == first
    assert body(result)[-len(last) :] == last
    byline = result.byline.text if result.byline else None
    assert (result.title, byline, result.outlet) == (facts["title"], facts["byline"], facts["outlet"])


def test_bodies_of_real_pages_stay_above_the_floor() -> None:
    folder = SHARED / "data" / "pages"
    truth = json.loads((folder / "ground-truth.json").read_text("utf-8"))
    scores = []
    for name in sorted(truth)[::EVERY]:
        found = body(article(gzip.decompress((folder / "html" / f"{name}.html.gz").read_bytes())))
        scores.append(overlap(words(truth[name]["articleBody"]), found))
    # 0.97 over these pages when written
    assert fmean(scores) > 0.95


def overlap(true: list[str], found: list[str]) -> float:
    """F1 of the sets of four words in a row."""
    a = {tuple(true[n : n + 4]) for n in range(max(1, len(true) - 3))}
    b = {tuple(found[n : n + 4]) for n in range(max(1, len(found) - 3))}
    return 2 * len(a & b) / (len(a) + len(b))
