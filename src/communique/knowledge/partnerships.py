"""Partnerships: the vocabulary of their labels, the levels, each state's ladder, and who holds which since when."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from communique.knowledge.tables import Tables, parts
from communique.model.dates import PartialDate

WORDS = ("id", "role", "name", "zh", "pinyin", "variants")
LEVELS = ("id", "name", "zh", "words", "track")
SCALES = ("scale", "level", "rung")
DATED = ("parties", "level", "label", "since", "until", "standing")


@dataclass(frozen=True, slots=True)
class PartnershipWord:
    """One component of a label ("of coordination", 协作), with its spellings and back-translations.

    role is head (partnership, alliance ...), modifier (strategic ...) or tail (for a new era ...).
    """

    id: str
    role: Literal["head", "modifier", "tail"]
    name: str
    zh: str
    pinyin: str
    variants: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PartnershipLevel:
    """A level of relations by its canonical English label.

    words are the ids of the components that its label consists of, whatever their order; empty where texts are not
    searched for it. track is partnership, community (stands beside any partnership), alliance or relations.
    """

    id: str
    name: str
    zh: str
    words: frozenset[str]
    track: str


@dataclass(frozen=True, slots=True)
class DatedPartnership:
    """That two parties hold a level since a day; every rung of a pair is a row of its own, the earlier ones stay.

    label is what was announced where that is not the level's name; since is None where the table knows no date. until
    is given only where the relation ended. standing says how sure the row is: "checked" ("month checked", "year
    checked", "label checked") against a public source, "" general knowledge, "doubtful" (never good for a complaint).
    """

    parties: tuple[str, ...]
    level: str
    label: str | None
    since: PartialDate | None
    until: PartialDate | None
    standing: str


class Partnerships:
    """What the tables know of partnerships, each part read when it is first asked for."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    @cached_property
    def words(self) -> Mapping[str, PartnershipWord]:
        """The components of labels by id, in the order of the table."""
        return {
            id_: PartnershipWord(id_, role, name, zh, pinyin, parts(variants))  # type: ignore[arg-type]
            for id_, role, name, zh, pinyin, variants in self._tables.rows("partnership_words", WORDS)
        }

    @cached_property
    def levels(self) -> Mapping[str, PartnershipLevel]:
        """The levels by id."""
        return {
            id_: PartnershipLevel(id_, name, zh, frozenset(parts(words)), track)
            for id_, name, zh, words, track in self._tables.rows("partnership_levels", LEVELS)
        }

    @cached_property
    def scales(self) -> Mapping[str, Mapping[str, int | None]]:
        """The ladder of a state or organisation: its levels with their rung, 1 the lowest; None beside the ladder.

        No state publishes a ranking: the order is the common reading.
        """
        out: dict[str, dict[str, int | None]] = {}
        for scale, level, rung in self._tables.rows("partnership_scales", SCALES):
            out.setdefault(scale, {})[level] = int(rung) if rung else None
        return out

    @cached_property
    def dated(self) -> tuple[DatedPartnership, ...]:
        """Who holds which level since when, the rungs of a pair in order of time."""
        return tuple(
            DatedPartnership(parts(parties), level, label or None, _date(since), _date(until), standing)
            for parties, level, label, since, until, standing in self._tables.rows("partnerships", DATED)
        )

    @cached_property
    def _by_parties(self) -> Mapping[frozenset[str], tuple[DatedPartnership, ...]]:
        out: dict[frozenset[str], list[DatedPartnership]] = {}
        for row in self.dated:
            out.setdefault(frozenset(row.parties), []).append(row)
        return {key: tuple(rows) for key, rows in out.items()}

    @cached_property
    def _by_words(self) -> Mapping[frozenset[str], str]:
        out: dict[frozenset[str], str] = {}
        for level in self.levels.values():
            if level.words:
                out.setdefault(level.words, level.id)
        return out

    def between(self, parties: Iterable[str]) -> tuple[DatedPartnership, ...]:
        """The rungs of the relation of these parties, whatever their order; () where the table has none."""
        return self._by_parties.get(frozenset(parties), ())

    def level_of(self, words: Collection[str]) -> PartnershipLevel | None:
        """The level whose label consists of exactly these components; None where there is none."""
        id_ = self._by_words.get(frozenset(words))
        return self.levels[id_] if id_ is not None else None


def _date(value: str) -> PartialDate | None:
    return PartialDate.parse(value) if value else None
