"""Set phrases: the tifa of one side and the stock phrases of the others, with the words that stand for each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from communique.knowledge.tables import Tables, parts
from communique.model.dates import PartialDate

PHRASES = ("id", "name", "original", "variants", "owner", "first", "group", "without", "not_this")
WORDS = ("id", "words")


@dataclass(frozen=True, slots=True)
class SetPhrase:
    """A set phrase by its canonical English wording.

    original are its wordings in other languages, the canonical one first. owner are the states or organisations whose
    phrase it is; first is its first known use, None where not known. without are words that, beside the phrase (with
    "~": anywhere in its sentence), make it something else; not_this are the phrases that it must never be taken for.
    """

    id: str
    name: str
    original: tuple[str, ...]
    variants: tuple[str, ...]
    owner: tuple[str, ...]
    first: PartialDate | None
    group: str
    without: tuple[str, ...]
    not_this: tuple[str, ...]


class SetPhrases:
    """What the tables know of set phrases, each part read when it is first asked for."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    @cached_property
    def rows(self) -> Mapping[str, SetPhrase]:
        """The phrases by id, in the order of the table."""
        return {
            row[0]: SetPhrase(
                row[0],
                row[1],
                parts(row[2]),
                parts(row[3]),
                parts(row[4]),
                PartialDate.parse(row[5]) if row[5] else None,
                row[6],
                parts(row[7]),
                parts(row[8]),
            )
            for row in self._tables.rows("phrases", PHRASES)
        }

    @cached_property
    def words(self) -> Mapping[str, tuple[str, ...]]:
        """Words that stand for each other within set phrases, by the id of their class."""
        return {id_: parts(words) for id_, words in self._tables.rows("phrase_words", WORDS)}
