"""What all steps of resolving share: the store, the knowledge base, the judgements, and readings at hand."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from functools import cached_property

from communique.knowledge.base import Knowledge
from communique.model.reading import Reading
from communique.model.record import Judgement
from communique.resolve.copies import Prepared, prepared
from communique.resolve.encounters import with_people
from communique.resolve.facts import MentionFacts, facts_from
from communique.resolve.judgements import Corrections, Pairs, corrections, pairs
from communique.store import articles, codec, judgements
from communique.store import mentions as stored_mentions
from communique.store.mentions import Key

# Readings kept decoded: about 40 kB each. An encounter of more articles than this is only slower.
_AT_HAND = 1_000
_PREPARED = 300  # words of articles: about 200 kB each


class Desk:
    """The store with what was read from it kept at hand; for one run of resolving, in one thread."""

    def __init__(self, connection: sqlite3.Connection, knowledge: Knowledge) -> None:
        self.connection = connection
        self.knowledge = knowledge
        self._readings: dict[int, Reading] = {}
        self._facts: dict[Key, MentionFacts] = {}
        self._numbers: dict[str, int] = {}
        self._prepared: dict[int, Prepared] = {}

    @cached_property
    def log(self) -> tuple[Judgement, ...]:
        """The whole log of judgements."""
        return judgements.judgements(self.connection)

    @cached_property
    def judged_same(self) -> dict[str, tuple[str, ...]]:
        """For the key of a mention those that it is judged to be the same as."""
        out: dict[str, tuple[str, ...]] = {}
        for one, two, _ in self.judged.same:
            out[one] = (*out.get(one, ()), two)
            out[two] = (*out.get(two, ()), one)
        return out

    @cached_property
    def judged(self) -> Pairs:
        """What is judged the same and what different."""
        return pairs(self.log)

    @cached_property
    def corrected(self) -> Corrections:
        """What is judged of values and persons."""
        return corrections(self.log)

    def readings(self, numbers: Iterable[int]) -> dict[int, Reading]:
        """Readings by number."""
        wanted = set(numbers)
        missing = wanted - set(self._readings)
        if len(self._readings) + len(missing) > _AT_HAND:
            self._readings = {number: self._readings[number] for number in wanted - missing}
        self._readings |= articles.readings(self.connection, sorted(missing))
        return {number: self._readings[number] for number in sorted(wanted) if number in self._readings}

    def facts(self, key: Key) -> MentionFacts | None:
        """What is known of a mention; None where it is gone."""
        if key not in self._facts:
            if len(self._facts) > 20 * _AT_HAND:
                self._facts.clear()
            text = stored_mentions.facts(self.connection, key)
            if text is None:
                return None
            # Under the keys that people gave persons: candidates must meet before they can be grouped.
            self._facts[key] = with_people(facts_from(codec.plain(text)), self.corrected)
        return self._facts[key]

    def prepared(self, number: int) -> Prepared:
        """An article made ready to be compared with others."""
        if number not in self._prepared:
            if len(self._prepared) >= _PREPARED:
                self._prepared.pop(next(iter(self._prepared)))
            self._prepared[number] = prepared(self.readings((number,))[number])
        return self._prepared[number]

    def number(self, article: str) -> int | None:
        """The store's number of an article."""
        if article not in self._numbers:
            found = articles.number_of(self.connection, article)
            if found is None:
                return None
            self._numbers[article] = found
        return self._numbers[article]

    def forget(self, number: int) -> None:
        """What was at hand of an article that was taken out or read anew."""
        self._readings.pop(number, None)
        self._prepared.pop(number, None)
        self._facts = {key: facts for key, facts in self._facts.items() if key[0] != number}
        self._numbers = {article: kept for article, kept in self._numbers.items() if kept != number}
