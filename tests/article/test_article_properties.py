"""What holds for every input: spans cut, never overlap, cover what is visible; time grows with the length."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from communique.article.build import read_article
from communique.knowledge.base import default
from communique.model.article import Article, Source

SENTENCE = "The two ministers met in the capital on Tuesday and spoke about trade, energy and the talks to come. "
PARTS = [
    *(
        SENTENCE,
        "He left.",
        "Talks on the crossing",
        "By Anna Exampleton",
        "March 2, 2025",
        "GENEVA (Reuters) - It rained.",
    ),
    *(
        "Related Articles",
        "Leave a Reply",
        "(Xinhua)",
        "Share",
        "FILE PHOTO: A crossing.",
        "• en",
        "",
        " ",
        "\u200f\u0645",
    ),
    *(
        " date 2025-03-02 The ministers met in Geneva.",
        "Source: Xinhua",
        "e\u0301",
        "<b>",
        "&amp;",
        "QUESTION: Why?",
        "\x0b",
    ),
]
pieces = st.one_of(st.sampled_from(PARTS), st.text(max_size=60))
texts = st.builds(str.join, st.sampled_from(["\n", "\r\n", "\n\n", " ", "</p><p>"]), st.lists(pieces, max_size=14))
pages = st.one_of(texts, texts.map(lambda text: f"<html><body><div><p>{text}</p></div></body></html>"))


def check(article: Article) -> None:
    spans = sorted([*article.body, *(f.span for f in article.furniture)])
    for one, other in pairwise(spans):
        assert one.end <= other.start, "two spans overlap"
    at = 0
    for span in spans:
        assert span.end <= len(article.text)
        assert not article.text[at : span.start].strip(), "visible text in no span"
        assert article.text[span.start : span.end].strip(), "a span of nothing"
        at = span.end
    assert not article.text[at:].strip()
    assert list(article.body) == sorted(article.body)
    for printed in (article.byline,):
        if printed is not None:
            assert printed.evidence[0].of(article.text) == printed.text
    if article.title_span is not None:
        assert article.title_span.of(article.text) == article.title


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(pages)
def test_spans_cut_never_overlap_and_cover_all_that_is_visible(text: str) -> None:
    result = read_article(Source(text.encode("utf-8", "replace")), default())
    if isinstance(result, Article):
        check(result)
    else:
        assert result.kind in ("empty", "binary", "no_text", "encoding")


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=300))
def test_any_bytes_give_an_article_or_a_failure(data: bytes) -> None:
    result = read_article(Source(data), default())
    if isinstance(result, Article):
        check(result)


HOSTILE = {
    "one line": lambda n: SENTENCE * (n // 100),
    "one word": lambda n: "x" * n,
    "full stops": lambda n: "." * n,
    "blanks": lambda n: "x" + " " * n + "y",
    "dashes": lambda n: "- " * (n // 2),
    "brackets": lambda n: "(" * n,
    "short lines": lambda n: "Yes\n" * (n // 40),
    "short sentences": lambda n: "He left.\n" * (n // 80),
    "headlines": lambda n: "".join(f"Talks on crossing {i} in May\n" for i in range(n // 300)),
    "bylines": lambda n: "By " + "Anna Exampleton, " * (n // 16),
    "related": lambda n: "Related Articles\nTalks on the crossing\n" * (n // 400),
    "paragraphs": lambda n: f"<html><body>{f'<p>{SENTENCE}</p>' * (n // 400)}",
    "items": lambda n: f"<html><body><p>{SENTENCE * 9}<ul>{'<li>item of this list' * (n // 250)}",
    "nesting": lambda n: f"<html><body>{'<div>' * (n // 20)}{SENTENCE * 3}",
    "attribute": lambda n: f"<html><body class='{'a-b ' * (n // 4)}'><p>{SENTENCE * 3}",
    "tags cut off": lambda n: "<html><body>" + "<" * n,
    "rows": lambda n: f"<html><body><p>{SENTENCE * 9}<table>{'<tr><td>a<td>b<td>c' * (n // 200)}",
}


def spent(text: str) -> float:
    start = time.process_time()
    read_article(Source(text.encode()), default())
    return time.process_time() - start


@pytest.mark.parametrize("name", HOSTILE)
def test_time_grows_with_the_length_and_no_faster(name: str) -> None:
    make = HOSTILE[name]
    spent(make(2_000))  # tables, patterns and the language model are loaded with the first text
    short, long = min(spent(make(50_000)) for _ in range(2)), min(spent(make(200_000)) for _ in range(2))
    # four times the text: 4 when linear, 16 when quadratic; the constant is for a busy machine
    assert long < 9 * short + 0.1
