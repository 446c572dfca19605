"""A relation of two parties: what it is called, and where it stands, as far as a record goes."""

from __future__ import annotations

from dataclasses import dataclass

from communique.model.answer import Outline, Timeline
from communique.model.record import Contradiction, MergedRow
from communique.model.undertaking import Undertaking


@dataclass(frozen=True, slots=True)
class Dispute:
    """What articles contradict each other about: of an encounter or of a row of a list."""

    about: Outline | MergedRow
    contradiction: Contradiction


@dataclass(frozen=True, slots=True)
class Relation:
    """The card of a relation.

    label is what it was called last, None where no article of the record says; labels all that it was called, the
    first first, each time that it differs from what was said before. met are the last encounters, the latest first;
    ahead those told as planned, the next first. promises are undertakings that are not done. figures are those that
    name both parties or were told of their encounters, the latest first.
    """

    parties: tuple[str, str]
    timeline: Timeline
    label: MergedRow | None
    labels: tuple[MergedRow, ...]
    met: tuple[Outline, ...]
    ahead: tuple[Outline, ...]
    promises: tuple[Undertaking, ...]
    figures: tuple[MergedRow, ...]
    disputes: tuple[Dispute, ...]
