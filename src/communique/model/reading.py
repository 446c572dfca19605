"""The reading: what one article says, each value with the characters that it was read from.

The JSON form of these types is the contract `communique.reading/1` (docs/reading.md); `model.document` writes it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from communique.model.article import Article
from communique.model.dates import PartialDate
from communique.model.span import Evidence, Span

EncounterKind = Literal["meeting", "call", "video_call", "letter", "visit", "summit", "signing", "ceremony", "other"]
Status = Literal["held", "planned", "past", "postponed", "cancelled", "denied"]
Level = Literal["state", "official", "official_working", "working", "private", "transit"]
Mode = Literal["direct", "indirect", "mixed"]
Support = Literal["printed", "resolved", "inferred"]


@dataclass(frozen=True, slots=True)
class Party:
    """A person, state or organisation that took part in something or said something.

    name is the canonical full name, None for a state or organisation; country an ISO code or the id of an
    organisation; countries is for groups of several, whose printed words stand in name ("both sides" for the parties
    together). entity is the id in the knowledge base. support says whether the name is printed here or resolved
    (a pronoun, a title, a surname), and how by which rule. evidence may be empty only for a speaker without printed
    source (a colon-less headline never gives one; an inherited subject carries the subject's span).
    """

    name: str | None
    country: str | None
    evidence: tuple[Span, ...]
    entity: str | None = None
    role: str | None = None
    countries: tuple[str, ...] = ()
    support: Support = "printed"
    how: str | None = None

    @property
    def key(self) -> tuple[str, ...]:
        """What makes two parties the same: the entity, else name and country."""
        if self.entity:
            return (self.entity,)
        return (self.name or "", self.country or "", *self.countries)


@dataclass(frozen=True, slots=True)
class Place:
    """Where something took place: any of city, country (ISO alpha-3) and venue, None where not stated."""

    city: str | None
    country: str | None
    venue: str | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Initiator:
    """Which side asked for the encounter: by invitation (the host) or at its request."""

    country: str
    how: Literal["invitation", "request"]
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Encounter:
    """A meeting, call, visit, letter ... that the article reports or mentions; fields as in docs/reading.md.

    part_of is the id of the encounter that contains this one. start and end are partial dates, None where the text
    does not support one; how names the rule that dated it.
    """

    id: str
    kind: EncounterKind
    status: Status
    main: bool
    participants: tuple[Party, ...]
    evidence: Evidence
    part_of: str | None = None
    accompanying: tuple[Party, ...] = ()
    level: Level | None = None
    initiator: Initiator | None = None
    sidelines_of: str | None = None
    place: Place | None = None
    start: PartialDate | None = None
    end: PartialDate | None = None
    how: str | None = None
    date_evidence: tuple[Span, ...] = ()
    support: Support = "printed"


@dataclass(frozen=True, slots=True)
class Statement:
    """Something that somebody is reported to have said, in his words or in the writer's.

    content holds at least one span; cue and source are None where there is no such word (a quotation that goes on in
    its next paragraph). via names who carries it, where the text says so. insertions are translators' or editors'
    brackets inside the content: not the speaker's words. how names the form it was read by ("that-clause", ...).
    """

    speaker: Party
    mode: Mode
    content: Evidence
    cue: Span | None
    source: Span | None
    evidence: Evidence
    encounter: str | None = None
    toward: Party | None = None
    via: tuple[str, ...] = ()
    via_evidence: tuple[Span, ...] = ()
    insertions: tuple[Span, ...] = ()
    support: Support = "printed"
    how: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What one article says. A list that is None was not read (the article's `unread` says why)."""

    article: Article
    reader: str
    encounters: tuple[Encounter, ...] | None = None
    statements: tuple[Statement, ...] | None = None
    names: tuple[Party, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that could not be read: a row of its own, never silence.

    kind is one of empty, binary, encoding, too_large, no_text, missing, unreadable; mend says what the user can do.
    """

    path: str | None
    kind: str
    message: str
    mend: str
    id: str | None = None
