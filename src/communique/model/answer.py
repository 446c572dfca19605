"""Answers: what a record says to a question, made of its rows alone, each line with the sentences that say so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from communique.model.dates import PartialDate
from communique.model.record import MergedRow, Place
from communique.model.span import Span

KINDS = ("meeting", "visit", "summit", "call", "video_call", "letter", "signing", "ceremony", "other")
"""The kinds of encounters in the order of answers: in person, by wire, in writing, the rest."""
IN_PERSON = frozenset({"meeting", "visit", "summit", "signing", "ceremony"})
BY_WIRE = frozenset({"call", "video_call"})
HELD = frozenset({"held", "past"})


@dataclass(frozen=True, slots=True)
class Cited:
    """A sentence of an article of the record: whose page, when it came out, where in its text, and the words.

    marked are the spans within the article's text that were read. published has time and zone as printed.
    """

    article: str
    outlet: str | None
    published: str | None
    title: str | None
    path: str | None
    voice: str | None
    sentence: Span
    marked: tuple[Span, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Outline:
    """An encounter in a line: the leading values of the record, and where its kind is stated.

    who are persons by name, and the states or organisations that took part without one; countries are all sides, the
    host of a visit among them. disputed are the fields that articles contradict each other about. whole is the
    encounter (a visit) that this one belongs to; told is where its kind is stated, placed where its city or country is.
    """

    id: str
    kind: str
    status: str | None
    start: PartialDate | None
    end: PartialDate | None
    who: tuple[str, ...]
    countries: tuple[str, ...]
    city: str | None
    country: str | None
    articles: int
    outlets: int
    origins: int
    disputed: tuple[str, ...] = ()
    whole: str | None = None
    told: tuple[Place, ...] = ()
    placed: tuple[Place, ...] = ()

    @property
    def held(self) -> bool:
        """Whether articles tell it as something that took place; an encounter of which nobody says so counts, too."""
        return self.status is None or self.status in HELD


@dataclass(frozen=True, slots=True)
class Gap:
    """The time between two contacts in which the record has none: at least so many days, by ids of encounters."""

    after: str
    before: str
    last: PartialDate
    next: PartialDate
    days: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """What the record has of the contacts of some parties, in the order of time, the undated last.

    counts has for every year and kind how many encounters were held, zeros included, from the first to the last year of
    the record's contacts; whole ones only once in "occasions" (talks within a visit are part of one). undated and
    called_off say how many are left out of it. last has the id of the latest contact: "any", "in person", "by call",
    "in writing", None where there is none. gaps are the longest, in the order of length. ahead are those told as
    planned. until is the day of the newest article: what the record cannot know lies after it.
    """

    parties: tuple[str, ...]
    encounters: tuple[Outline, ...]
    counts: Mapping[int, Mapping[str, int]]
    undated: int
    called_off: int
    last: Mapping[str, str | None]
    gaps: tuple[Gap, ...]
    ahead: tuple[str, ...]
    levels: tuple[MergedRow, ...] = ()
    agreements: tuple[MergedRow, ...] = ()
    phrases: tuple[MergedRow, ...] = ()
    until: PartialDate | None = None
    cited: Mapping[str, tuple[Cited, ...]] | None = None
