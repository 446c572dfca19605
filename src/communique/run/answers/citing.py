"""The sentences behind a line of an answer: one of every independent origin, the earliest first."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence

from communique.analyse.sentences import around
from communique.model.answer import Cited, Outline
from communique.model.record import MergedRow, Place
from communique.store import cited as stored
from communique.store.cited import Page, Text

MOST = 3
"""Sentences under one line; the record has the others."""


class Citing:
    """Opens places of a record as sentences; a text that is cited twice is fetched once."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self._pages: dict[str, Page | None] = {}
        self._texts: dict[str, Text | None] = {}

    def page(self, article: str) -> Page | None:
        """How an article is named; None where the record does not have it."""
        if article not in self._pages:
            self._pages[article] = stored.page(self.connection, article)
        return self._pages[article]

    def text(self, article: str) -> Text | None:
        """The text of an article."""
        if article not in self._texts:
            self._texts[article] = stored.text(self.connection, article)
        return self._texts[article]

    def cite(self, places: Iterable[Place], most: int = MOST) -> tuple[Cited, ...]:
        """One sentence of every independent origin among the places; of one origin that of the page nearest to it."""
        by_article: dict[str, list[Place]] = {}
        for place in places:
            by_article.setdefault(place.article, []).append(place)
        by_voice: dict[str, tuple[tuple[object, ...], Page]] = {}
        for article in by_article:
            page = self.page(article)
            if page is None:
                continue
            order = (page.steps or 9, page.published is None, page.published or "", page.article)
            voice = page.voice or page.article
            if voice not in by_voice or order < by_voice[voice][0]:
                by_voice[voice] = (order, page)
        chosen = sorted(by_voice.values(), key=lambda row: row[0][1:])[:most]
        return tuple(found for _, page in chosen if (found := self._sentence(by_article[page.article], page)))

    def met(self, row: Outline, most: int = MOST) -> tuple[Cited, ...]:
        """The sentences that tell an encounter; one that tells the place is added where none of them does."""
        found = self.cite(row.told, most)
        if not row.placed or any(_holds(one, row.placed) for one in found):
            return found
        nearest = [place for place in row.placed if place.article in {one.article for one in found}]
        return (*found, *self.cite(nearest or row.placed, 1))

    def _sentence(self, places: Sequence[Place], page: Page) -> Cited | None:
        """The first of the places that stands in the body of its article, else the first, as a sentence."""
        text = self.text(page.article)
        if text is None:
            return None
        inside = [place for place in places if any(block.overlaps(place.span) for block in text.body)]
        sentence, marked = next(iter(around(text.text, text.body, ((inside or list(places))[0].span,))))
        words = " ".join(sentence.of(text.text).split())
        return Cited(
            page.article, page.outlet, text.published, page.title, page.path, page.voice, sentence, marked, words
        )


def _holds(one: Cited, places: Iterable[Place]) -> bool:
    return any(place.article == one.article and one.sentence.overlaps(place.span) for place in places)


def places_of(row: MergedRow) -> tuple[Place, ...]:
    """Where a row of a list is told: the longest stretch that any of its values was read from, of every article."""
    best: dict[str, Place] = {}
    for values in row.values.values():
        for value in values:
            for place in value.places:
                kept = best.get(place.article)
                if kept is None or (-len(place.span), place.span) < (-len(kept.span), kept.span):
                    best[place.article] = place
    return tuple(best[article] for article in sorted(best))
