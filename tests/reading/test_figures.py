"""Figures and anniversaries: what counts as one, and with which unit, period and states.

The cases (cases/figures.jsonl, cases/anniversaries.jsonl) are written for communique; a case names the values that it
promises, and how many rows there are.
"""

import json
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.article.build import read_article
from communique.knowledge.base import default
from communique.model.article import Source
from communique.model.dates import PartialDate
from communique.reading import parse
from communique.reading.anniversaries import anniversaries
from communique.reading.blocks import blocks
from communique.reading.figures import figures
from communique.run.read import apart

HERE = Path(__file__).parent / "cases"


def cases(name: str):
    return [json.loads(line) for line in (HERE / f"{name}.jsonl").read_text().splitlines()]


def rows(text: str, published: str | None):
    """The figures and anniversaries of a text, without any parse: none of their rules needs one."""
    given_date = PartialDate.parse(published) if published else None
    article = read_article(Source(text.encode(), "a.txt", None, given_date), default(), max_bytes=10**7)
    parts = blocks(article)
    spans = [part.span for part in parts]
    names = default().names.find(apart(article.text, spans))
    sentences = parse.sentences(article.text, spans)
    measured = figures(article, parts, sentences, names, (), (), default())
    return article, measured, anniversaries(article, sentences, names, (), default())


def shown(row, wanted):
    """What the case asks of a row."""
    values = {key: getattr(row, key) for key in wanted}
    return {key: list(value) if isinstance(value, tuple) else value for key, value in values.items()}


@pytest.mark.parametrize("case", cases("figures"), ids=lambda case: case["text"][:50])
def test_a_figure_is_what_the_text_states(case):
    _, found, _ = rows(case["text"], case["published"])
    wanted = case["figures"]
    assert len(found) == len(wanted), [(row.value, row.unit, row.what) for row in found]
    for row, want in zip(sorted(found, key=lambda row: row.evidence[-1]), wanted, strict=True):
        assert any(shown(other, want) == want for other in found), (want, row)


@pytest.mark.parametrize("case", cases("anniversaries"), ids=lambda case: case["text"][:50])
def test_an_anniversary_has_its_number_event_and_year(case):
    _, _, found = rows(case["text"], case["published"])
    wanted = case["anniversaries"]
    assert len(found) == len(wanted), [(row.n, row.of) for row in found]
    for want in wanted:
        assert any(shown(row, want) == want for row in found), (want, found)


def test_every_value_has_evidence_in_the_text():
    for case in [*cases("figures"), *cases("anniversaries")]:
        article, measured, remembered = rows(case["text"], case["published"])
        for row in (*measured, *remembered):
            assert row.evidence
            assert all(0 <= span.start < span.end <= len(article.text) for span in row.evidence)


@given(
    st.lists(
        st.sampled_from(
            "$5 |20 |agreements |over |the |75th |anniversary |of |trade |rose |in 2024 |percent |. |\n\n|,".split("|")
        ),
        max_size=25,
    )
)
def test_any_text_is_read_without_fault(pieces):
    text = "Kenya and Ghana met. " + "".join(pieces)
    article, measured, remembered = rows(text, "2025-01-01")
    assert all(span.end <= len(article.text) for row in (*measured, *remembered) for span in row.evidence)


@pytest.mark.parametrize(
    "piece", ["20 people and ", "75th anniversary of the ", "$5 billion to ", "its 5th anniversary "]
)
def test_time_is_linear_in_the_length(piece):
    def cost(n):
        start = time.process_time()
        rows("Kenya met. " + piece * n, "2025-01-01")
        return time.process_time() - start

    cost(50)
    assert cost(1600) < 12 * max(cost(400), 0.02)
