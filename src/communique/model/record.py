"""The record: what all articles say together, every value with the articles that attest it.

A record never overwrites a reading: everything here is derived from readings and from people's judgements, and can be
derived again. Ids come from content, so that another machine, another order or another day gives the same ones.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from communique.model.dates import PartialDate
from communique.model.reading import Party
from communique.model.span import Span

InputState = Literal["read", "nothing", "failed"]
CopyKind = Literal["bulk", "partial", "quotation", "translated"]
StepRole = Literal["speaker", "channel", "origin", "republisher", "rewriter"]
Field = Literal[
    "kind", "status", "start", "end", "city", "country", "venue", "level", "initiator", "sidelines_of", "participants"
]  # fmt: skip


ListName = Literal["commitments", "partnerships", "figures", "anniversaries", "initiatives", "phrases"]
"""The lists of a reading that are merged beside encounters and statements."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A stretch of one article: the article's id and the span in its text."""

    article: str
    span: Span


@dataclass(frozen=True, slots=True)
class CopyLink:
    """Two articles that share text, with the aligned stretches.

    first and second are article ids, first < second. runs pairs the stretches of the two. share is how much of the
    shorter authored text stands in the other (0 to 1; for "quotation" the share of quoted words). source is the
    article that the other copied, known only from credit or time, None where that is open ("shared origin, unknown");
    reason says by what.
    """

    first: str
    second: str
    kind: CopyKind
    runs: tuple[tuple[Span, Span], ...]
    share: float
    source: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One link of the chain by which a text or claim came to a page; name is None where it is unknown.

    how says what supports it: a credit's kind, "copy" (inherited from a copy whose credit was kept), "page" (its own
    outlet), "statement" (the speaker).
    """

    role: StepRole
    name: str | None
    how: str
    evidence: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class OriginChain:
    """Where one article's text comes from, nearest the speaker first.

    voice is what counts as one independent origin: outlets of one newsroom or owner share it, and so do copies whose
    common origin is unknown ("shared:" and the id of their group). ownership is the class of that voice in the table of
    outlets, None where unknown. credited are the voices of the others that the page credits with something in it: a
    page stitched from two agencies counts with the first, and single sentences of it with the second.
    """

    article: str
    steps: tuple[Step, ...]
    voice: str
    ownership: str | None
    credited: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Attested:
    """One value of a field with the places that state it; voices are the independent origins behind them."""

    value: str
    places: tuple[Place, ...]
    voices: tuple[str, ...]
    rejected: bool = False
    by: str | None = None


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Values that cannot all be right, the best attested first, with the reason why two right ones may differ."""

    field: str
    values: tuple[Attested, ...]
    explanation: str | None


@dataclass(frozen=True, slots=True)
class MergedEncounter:
    """One encounter as all articles tell it.

    mentions are (article id, encounter id within its reading). values holds for every field the attested values, the
    best attested first; a partial date that a fuller one refines is no contradiction. part_of is the id of the visit or
    summit that contains it.
    """

    id: str
    mentions: tuple[tuple[str, str], ...]
    values: dict[Field, tuple[Attested, ...]]
    participants: tuple[tuple[Party, Attested], ...]
    start: PartialDate | None
    part_of: str | None
    articles: int
    outlets: int
    voices: tuple[str, ...]
    contradictions: tuple[Contradiction, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement in all its wordings.

    wordings are (article id, index of the statement within its reading), the earliest first. first names the outlet
    that carried it first with its time and zone as printed, None where times do not tell. sides says which party's
    outlets carry it.
    """

    id: str
    encounter: str | None
    speaker: Party
    text: str
    wordings: tuple[tuple[str, int], ...]
    articles: int
    outlets: int
    voices: tuple[str, ...]
    ownership: dict[str, int] = field(default_factory=dict)
    sides: tuple[str, ...] = ()
    first: str | None = None


@dataclass(frozen=True, slots=True)
class MergedRow:
    """One row of a list (a commitment, a figure, a partnership ...) as all articles about one encounter tell it.

    encounter is None for what is told outside of any. text are the printed words that stand for it, parties all states
    and organisations that any article names with it. tellings are (article id, position in that list of its reading),
    the earliest first. day is that on which the encounter began, else that of the first article; None where neither is
    known. first, ownership and sides are as in a claim.
    """

    id: str
    list: ListName
    encounter: str | None
    text: str
    parties: tuple[str, ...]
    tellings: tuple[tuple[str, int], ...]
    values: dict[str, tuple[Attested, ...]]
    articles: int
    outlets: int
    voices: tuple[str, ...]
    day: PartialDate | None = None
    ownership: dict[str, int] = field(default_factory=dict)
    sides: tuple[str, ...] = ()
    first: str | None = None
    contradictions: tuple[Contradiction, ...] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """One entry of the append-only log of corrections.

    act is "same", "different", "reject", "set", "merge_person", "split_person", "name_person" or "undo". subject and
    object are ids; field and value are for "reject" and "set"; undoes is the id of the entry taken back. A person's
    entry outranks a machine's; of two by people the later wins. note is what he wrote beside it.
    """

    id: str
    act: str
    subject: str
    object: str | None = None
    field: str | None = None
    value: str | None = None
    undoes: str | None = None
    by: str | None = None
    at: str | None = None
    note: str | None = None
