"""The city by which a text calls its encounter: "the Helsinki summit", "left for Nairobi for the talks"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from communique.knowledge.names import Name
from communique.model.span import Span
from communique.reading.blocks import Block
from communique.reading.encounters.merge import Group
from communique.reading.encounters.where import Where, entry

_CALLED = re.compile(r"(?:['’]s)?\s+(?:peace\s+)?(?:summit|talks|meeting)\b", re.IGNORECASE)
_FOR_IT = re.compile(r"[^.!?\n]{0,40}?\bfor\s+(?:the|his|her|their|a|its)\s+(?:\w+\s+){0,2}(?:summit|talks|meeting)\b")
_HEADLINE = re.compile(r"[^.!?\n]{0,80}\b(?:one-on-one|talks|summit|meet\w*)\b[^.!?\n]{0,30}\bin\s+$", re.IGNORECASE)


def city_called(text: str, blocks: Sequence[Block], names: Sequence[Name], group: Group) -> Where | None:
    """The one city by which the title and body call the article's main meeting; None where they name two or none.

    A country that is stated must be that of the city; a city that is stated stands.
    """
    if group.kind not in ("meeting", "summit") or (group.where is not None and group.where.city):
        return None
    read = [block for block in blocks if block.role in ("title", "body")]
    found: dict[str, tuple[str | None, Span]] = {}
    for name in names:
        city = entry(name, "city")
        block = next((b for b in read if b.span.holds(name.span)), None)
        if city is None or block is None or not _calls(text, block, name.span):
            continue
        found.setdefault(city.name, (city.country, name.span))
    if len(found) != 1:
        return None
    ((city_name, (country, span)),) = found.items()
    known = group.where
    if known is not None and known.country not in (None, country):
        return None
    venue, before = (known.venue, known.evidence) if known is not None else (None, ())
    return Where(city_name, country, venue, (*before, span))


def _calls(text: str, block: Block, span: Span) -> bool:
    if _CALLED.match(text, span.end, block.span.end) or _FOR_IT.match(text, span.end, block.span.end):
        return True
    return block.role == "title" and _HEADLINE.fullmatch(text, block.span.start, span.start) is not None
