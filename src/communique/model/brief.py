"""What a brief is made of: rows of the record, chosen for somebody who goes into a meeting."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from communique.model.answer import Cited, Outline
from communique.model.dates import PartialDate
from communique.model.record import MergedEncounter, MergedRow
from communique.model.relation import Dispute
from communique.model.undertaking import Undertaking

Subject = Literal["pair", "encounter", "person"]


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody said: speaker and cue as printed, the words, when (None where the encounter is not dated).

    counts are articles, outlets and independent origins.
    """

    id: str
    speaker: str
    cue: str | None
    text: str
    day: PartialDate | None
    counts: tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class PhraseUse:
    """A set phrase in the encounters that a brief is about: its latest row, and how many encounters have it."""

    row: MergedRow
    encounters: int


@dataclass(frozen=True, slots=True)
class Brief:
    """The rows of a brief on a pair, an encounter or a person, each list the most important first.

    whole is the encounter that a brief is about. silent are parties of the last encounter of whom no article of the
    record tells what they said there. cited has the sentences behind each row, by its id ("dispute:0" for disputes).
    until is the day of the newest article.
    """

    subject: Subject
    parties: tuple[str, ...]
    until: PartialDate | None
    whole: MergedEncounter | None = None
    met: tuple[Outline, ...] = ()
    ahead: tuple[Outline, ...] = ()
    label: MergedRow | None = None
    said: tuple[Said, ...] = ()
    silent: tuple[str, ...] = ()
    promises: tuple[Undertaking, ...] = ()
    figures: tuple[MergedRow, ...] = ()
    phrases: tuple[PhraseUse, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    cited: Mapping[str, tuple[Cited, ...]] = field(default_factory=dict)
