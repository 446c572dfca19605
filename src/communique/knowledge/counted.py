"""Nouns that news counts, with the class that says when a count of them is a fact of substance."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, cast

from communique.knowledge.tables import Tables

NounClass = Literal["instrument", "harmed", "force", "body", "goods", "appears", "vague", "time"]
CLASSES: tuple[NounClass, ...] = ("instrument", "harmed", "force", "body", "goods", "appears", "vague", "time")
_ENDINGS = (("ies", "y"), ("s", ""), ("es", ""))


@dataclass(frozen=True, slots=True)
class CountedNoun:
    """A noun in the singular and its class."""

    noun: str
    kind: NounClass


class CountedNouns:
    """The counted nouns of the tables."""

    def __init__(self, tables: Tables) -> None:
        self._singular: dict[str, CountedNoun] = {}
        self._plural: dict[str, CountedNoun] = {}
        for noun, kind, plural in tables.rows("counted", ("noun", "class", "plural")):
            row = CountedNoun(noun, cast(NounClass, kind))
            self._singular[noun.lower()] = row
            if plural:
                self._plural[plural.lower()] = row

    def plural(self, words: str) -> CountedNoun | None:
        """The noun whose plural the words are, in any case; None for a singular and for a noun of no row."""
        low = words.lower()
        if low in self._plural:
            return self._plural[low]
        for ending, base in _ENDINGS:
            if low.endswith(ending) and (row := self._singular.get(low[: -len(ending)] + base)):
                return row
        return None

    def singular(self, words: str) -> CountedNoun | None:
        """The noun whose singular the words are; None for a noun of no row."""
        return self._singular.get(words.lower())
