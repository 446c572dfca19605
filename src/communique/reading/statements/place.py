"""Where a statement was made: the encounter of the article that it belongs to, where the text tells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from communique.model.reading import Encounter, Party, Statement
from communique.model.span import Span

# Said outside the room: before or after it, to the press, in writing.
_ELSEWHERE = re.compile(
    r"\b(?:prior to|ahead of|before (?:the|his|her|their|leaving|departing|flying)|after the|following the|earlier"
    r"|last (?:week|month|year)|interview|press conference|news conference|briefing|reporters|journalists|tweet\w*"
    r"|posted|social media|op-ed|article|on (?:state )?(?:television|radio)|statement)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.!?][\"”’]?\s|\n")
_ROOMS = frozenset({"meeting", "call", "video_call", "summit", "ceremony", "signing", "letter"})


def placed(text: str, found: Sequence[Statement], encounters: Sequence[Encounter]) -> tuple[Statement, ...]:
    """The statements with the id of the main encounter that they were made at; None where the text does not tell.

    A person who takes part in the one held main encounter of the article speaks there, unless the sentence says that he
    spoke elsewhere. A state that speaks without a person is placed nowhere.
    """
    rooms = [e for e in encounters if e.main and e.status == "held" and e.kind in _ROOMS]
    return tuple(replace(row, encounter=_room(text, row, rooms)) for row in found)


def _room(text: str, row: Statement, rooms: Sequence[Encounter]) -> str | None:
    if row.encounter is not None:
        return row.encounter
    fitting = [e for e in rooms if _takes_part(row.speaker, e)]
    if row.toward is not None and len(fitting) > 1:
        fitting = [e for e in fitting if _takes_part(row.toward, e)]
    if len(fitting) != 1:
        return None
    outside = _sentence_around(text, row.cue or row.content[0])
    for span in row.content:
        outside = outside.replace(span.of(text), " ")
    return None if _ELSEWHERE.search(outside) else fitting[0].id


def _takes_part(party: Party, encounter: Encounter) -> bool:
    if party.name == "both sides":
        taking = {p.country for p in encounter.participants if p.country}
        return not party.countries or set(party.countries) <= taking
    return party.name is not None and any(p.key == party.key for p in encounter.participants)


def _sentence_around(text: str, span: Span) -> str:
    before = [m.end() for m in _SENTENCE.finditer(text, max(0, span.start - 1500), span.start)]
    after = _SENTENCE.search(text, span.end, min(len(text), span.end + 1500))
    return text[before[-1] if before else max(0, span.start - 1500) : after.start() + 1 if after else span.end + 1500]
