"""Sentences that nearly stand in both accounts and that nobody is reported to have said: where a word was changed."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from communique.analyse.compare.given import Cutter, Given
from communique.analyse.compare.likeness import LONG, contrasts, differing, words
from communique.knowledge.sentences import split
from communique.model.article import Article
from communique.model.comparison import Line
from communique.model.span import Span

NEARLY = 0.7
"""From this share of common words in common order on, two sentences are one passage that was changed."""
MANY = 8
"""A word that so many sentences of one account have does not lead to a sentence."""
FEW_WORDS = 5
TRIED = 3
"""Of the sentences that share the most words with one, so many are looked at exactly."""
Place = tuple[str, Span]


@dataclass(frozen=True, slots=True)
class _Sentence:
    article: Article
    span: Span
    words: tuple[str, ...]
    plain: str


def passages(left: Given, right: Given, shown: Iterable[Line], cut: Cutter) -> tuple[tuple[Line, ...], int]:
    """The lines of changed passages, and how many sentences stand in both word for word.

    shown are lines that are on the page already: their sentences are not shown twice.
    """
    pairs = [(row.left, row.right) for row in shown if row.left and row.right]
    mine = _sentences(left, {(cell.article, cell.sentence) for cell, _ in pairs})
    theirs = _sentences(right, {(cell.article, cell.sentence) for _, cell in pairs})
    every = [{row.plain for row in _sentences(given, set())} for given in (left, right)]
    common = every[0] & every[1]
    fresh_left = [row for row in mine if row.plain not in common]
    fresh_right = [row for row in theirs if row.plain not in common]
    return tuple(_changed(fresh_left, fresh_right, cut)), len(common)


def _sentences(given: Given, shown: set[Place]) -> list[_Sentence]:
    """The sentences of an account's bodies, each wording once."""
    out: dict[str, _Sentence] = {}
    taken: dict[str, list[Span]] = {}
    for id_, span in sorted(shown):
        taken.setdefault(id_, []).append(span)
    for telling in given.tellings:
        if not telling.whole:
            continue
        article = telling.reading.article
        for block in article.body:
            for span in split(article.text, block):
                found = words(span.of(article.text))
                plain = " ".join(span.of(article.text).split()).casefold()
                if FEW_WORDS <= len(found) <= LONG and not _overlaps(span, taken.get(article.id, [])):
                    out.setdefault(plain, _Sentence(article, span, found, plain))
    return list(out.values())


def _overlaps(span: Span, places: list[Span]) -> bool:
    """Whether one of the sentences, which are in order, overlaps the stretch."""
    at = bisect_left(places, span.end, key=lambda place: place.start)
    return any(place.overlaps(span) for place in places[max(at - 3, 0) : at])


def _changed(left: list[_Sentence], right: list[_Sentence], cut: Cutter) -> Iterable[Line]:
    holding: dict[str, list[int]] = defaultdict(list)
    for to, row in enumerate(right):
        for word in set(row.words):
            holding[word].append(to)
    used: set[int] = set()
    for row in left:
        near = Counter(to for word in set(row.words) if len(holding[word]) <= MANY for to in holding[word])
        best = _best(row, [(to, right[to]) for to, _ in _most(near) if to not in used], cut)
        if best:
            used.add(best[0])
            yield best[1]


def _most(near: Counter[int]) -> list[tuple[int, int]]:
    return sorted(near.items(), key=lambda item: (-item[1], item[0]))[:TRIED]


def _best(row: _Sentence, others: list[tuple[int, _Sentence]], cut: Cutter) -> tuple[int, Line] | None:
    scored = []
    for to, other in others:
        one, two, ratio = differing(cut.cell(row.article, (row.span,)), cut.cell(other.article, (other.span,)))
        if ratio >= NEARLY:
            scored.append((-ratio, to, Line("", "reworded", one, two, flags=contrasts(one, two), likeness=ratio)))
    if not scored:
        return None
    _, to, line = min(scored, key=lambda found: found[:2])
    return to, line
