"""Occasions: at which encounter a statement was made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from communique.model.reading import Encounter, Party, Statement

# Encounters at which words are exchanged; nobody speaks "at" a visit that contains its talks.
_SPOKEN = frozenset({"meeting", "call", "video_call", "letter", "summit", "signing", "ceremony", "other", "visit"})


def occasions(statements: Sequence[Statement], encounters: Sequence[Encounter]) -> tuple[Statement, ...]:
    """The statements, each with the id of the encounter where it was said, None where the text does not tell.

    A statement belongs to the main encounter that its speaker took part in; of several, to the one mentioned last
    before it.
    """
    main = [row for row in encounters if row.main and row.status == "held" and row.kind in _SPOKEN]
    return tuple(replace(row, encounter=_occasion(row, main)) for row in statements)


def _occasion(statement: Statement, main: Sequence[Encounter]) -> str | None:
    at = statement.content[0].start
    fits = [row for row in main if _took_part(statement.speaker, row)]
    if not fits:
        return None
    if len({row.id for row in fits}) > 1:
        inner = [row for row in fits if not any(other.part_of == row.id for other in fits)]
        before = [row for row in inner if row.evidence[0].start <= at]
        fits = sorted(
            before or inner, key=lambda row: max((s.start for s in row.evidence if s.start <= at), default=-1)
        )
        return fits[-1].id
    return fits[0].id


def _took_part(speaker: Party, encounter: Encounter) -> bool:
    if speaker.name == "both sides":
        return len({party.country for party in encounter.participants}) > 1
    if speaker.name is None:
        return any(party.country == speaker.country for party in encounter.participants if speaker.country)
    return any(party.key == speaker.key or party.name == speaker.name for party in encounter.participants)
