"""The sentences in which the evidence of a value stands."""

from __future__ import annotations

from collections.abc import Iterator

from communique.analyse.sentences import around
from communique.model.article import Article
from communique.model.span import Span


def sentences(article: Article, evidence: tuple[Span, ...]) -> Iterator[tuple[int, int, tuple[Span, ...]]]:
    """The sentences in which the evidence stands, each once with all of its evidence, in text order."""
    for sentence, spans in around(article.text, article.body, evidence):
        yield sentence.start, sentence.end, spans
