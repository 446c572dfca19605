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
Bound = Literal["over", "under", "about"]
CommitmentStatus = Literal["signed", "agreed", "pledged", "offered", "called_for", "implemented"]
Polarity = Literal["affirmed", "negated", "conditional", "denied"]
Change = Literal["elevated", "established", "reaffirmed"]
FigureKind = Literal["money", "count", "percent", "volume", "streak"]
EventStatus = Literal["held", "planned", "past", "cancelled", "hypothetical", "denied"]
Severity = Literal["error", "warning", "note"]
Topic = Literal[
    "political relations", "policy", "trade", "investment", "finance", "energy", "connectivity", "infrastructure",
    "industry", "agriculture", "science and technology", "artificial intelligence", "space", "health", "education",
    "culture", "media", "people-to-people", "security", "defence", "climate", "development", "multilateral",
]  # fmt: skip
Number = int | float


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
    topics are the fields that it is about, force the kind of act that its cue performs ("stated", "pledged", ...), None
    where no cue tells. event is the index of its event within the reading's events.
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
    topics: tuple[Topic, ...] = ()
    force: str | None = None
    event: int | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit (ISO code of a currency, "percent", else the noun as printed; None for a bare count)."""

    value: Number
    unit: str | None = None
    bound: Bound | None = None


@dataclass(frozen=True, slots=True)
class Commitment:
    """What a side bound itself to, offered or called for: one act, wherever the article tells it.

    parties are who is bound; for pledged, offered and called_for only the side that does so. toward is for whom or to
    whom, where the text says so. status is the contract's word, step the finer one of the ladder (docs/glossary.md).
    label is the instrument's name, count how many instruments. claimed_by names the one side by whose account alone
    something was agreed, None where both sides or the writer say so. encounter and statement point into the reading.
    """

    parties: tuple[str, ...]
    status: CommitmentStatus
    evidence: Evidence
    toward: tuple[str, ...] = ()
    step: str | None = None
    polarity: Polarity = "affirmed"
    label: str | None = None
    count: Quantity | None = None
    amount: Quantity | None = None
    deadline: PartialDate | None = None
    fields: tuple[Topic, ...] = ()
    claimed_by: str | None = None
    encounter: str | None = None
    statement: int | None = None
    support: Support = "printed"
    how: str | None = None


@dataclass(frozen=True, slots=True)
class Partnership:
    """What the relationship of two or more parties is called, in the printed words.

    level is the id of the rung in the knowledge base, None where the label does not say enough to tell. change is what
    the article says happened to it.
    """

    parties: tuple[str, ...]
    label: str
    evidence: Evidence
    level: str | None = None
    change: Change | None = None
    support: Support = "printed"
    how: str | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that the article states of something: money, a count, a share, a volume, a streak of years.

    unit is an ISO currency code, "percent", or the counted noun as printed. what is measured, in printed words. upper
    is the end of a range that value begins. period is a partial date, a half or quarter ("2024-H1", "2024-Q3"), or two
    partial dates with a slash between them. growth says that value is a change ("rose", "fell"), not a level.
    """

    value: Number
    kind: FigureKind
    evidence: Evidence
    unit: str | None = None
    what: str | None = None
    period: str | None = None
    bound: Bound | None = None
    upper: Number | None = None
    growth: Literal["rose", "fell"] | None = None
    parties: tuple[str, ...] = ()
    statement: int | None = None
    support: Support = "printed"
    how: str | None = None


@dataclass(frozen=True, slots=True)
class Anniversary:
    """The nth return of a dated event; year is that of the anniversary, event the event's id in the tables."""

    n: int
    of: str
    evidence: Evidence
    parties: tuple[str, ...] = ()
    year: int | None = None
    event: str | None = None
    support: Support = "printed"
    how: str | None = None


@dataclass(frozen=True, slots=True)
class Initiative:
    """A named initiative, doctrine or project that the article mentions; entity is its id in the tables."""

    name: str
    entity: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Phrase:
    """A set phrase (tifa or another side's stock phrase): its id in the tables and the words as first printed here.

    form says how the printed words stand to the canonical ones: "canonical", "variant" (a listed one), "reordered" or
    "translated" (a back-translation); statement is the index of the first statement that holds it.
    """

    id: str
    text: str
    evidence: Evidence
    form: Literal["canonical", "variant", "reordered", "translated"] = "canonical"
    statement: int | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """One act in the PLOVER 2.0 ontology: type, mode and contexts, with who did it to whom.

    derived says which rows of the reading it was derived from: "statement:3", "encounter:e1", "commitment:0", or "text"
    for an act that only the event view reads.
    """

    type: str
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    status: EventStatus
    evidence: Evidence
    mode: str | None = None
    context: tuple[str, ...] = ()
    derived: tuple[str, ...] = ()
    support: Support = "printed"
    how: str | None = None


@dataclass(frozen=True, slots=True)
class Check:
    """Something in the article that does not add up; against says what it was checked with ("kb:editions/sco-2025")."""

    kind: str
    severity: Severity
    message: str
    evidence: Evidence
    against: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What one article says. A list that is None was not read (the article's `unread` says why)."""

    article: Article
    reader: str
    encounters: tuple[Encounter, ...] | None = None
    statements: tuple[Statement, ...] | None = None
    names: tuple[Party, ...] = field(default=())
    commitments: tuple[Commitment, ...] | None = None
    partnerships: tuple[Partnership, ...] | None = None
    figures: tuple[Figure, ...] | None = None
    anniversaries: tuple[Anniversary, ...] | None = None
    initiatives: tuple[Initiative, ...] | None = None
    phrases: tuple[Phrase, ...] | None = None
    events: tuple[Event, ...] | None = None
    checks: tuple[Check, ...] | None = None


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
