"""Transcripts: the meeting that a heading names above the turns of its speakers ("Remarks by A and B Before ...")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from communique.knowledge.names import Name
from communique.model.dates import PartialDate
from communique.model.reading import Party
from communique.model.span import Span
from communique.reading.actors.actors import Actors
from communique.reading.blocks import Block
from communique.reading.encounters.trace import Trace
from communique.reading.encounters.when import When
from communique.reading.encounters.where import Where, entry

_TURN = re.compile(r"[A-Z][A-ZÀ-Þ.’' -]{3,60}:\s")
_HEADING = re.compile(r"(?:Opening |Joint )?(?:Remarks|Statements?|Press Statements?)\b")
_MEETING = re.compile(r"\b(?:meeting|talks|consultations|working (?:lunch|dinner))\b", re.IGNORECASE)
_TODAY = re.compile(r"\btoday[’']s (?:meeting|talks|discussions?)\b", re.IGNORECASE)


def told_by_heading(
    text: str, blocks: Sequence[Block], actors: Actors, names: Sequence[Name], published: PartialDate | None
) -> Trace | None:
    """The meeting of the two sides whose turns a transcript gives; None for other texts and headings.

    Its day is that of publication where a speaker says "today's meeting"; its city the one that the heading prints.
    """
    title = next((block.span for block in blocks if block.role == "title"), None)
    noun = _MEETING.search(text, title.start, title.end) if title and _HEADING.match(text, title.start) else None
    turns = [b.span for b in blocks if b.role == "body" and _TURN.match(text, b.span.start)]
    if title is None or noun is None or len(turns) < 2:
        return None
    found: dict[tuple[str, ...], Party] = {}
    for actor in actors.within(Span(title.start, noun.start())):
        person = actor.party
        if actor.mention.kind == "person" and person is not None and person.country:
            found.setdefault(person.key, person)
    parties = list(found.values())
    if len({p.country for p in parties}) < 2:
        return None
    span = Span(noun.start(), noun.end())
    made = Trace("meeting", "talks", "held", title.start, "body", -1, (span,), parties, standing=3, lead=0)
    body = Span(turns[0].start, turns[-1].end)
    today = _TODAY.search(text, body.start, body.end)
    if today is not None and published is not None and published.exact is not None:
        made.when = When(published, None, "today+published", (Span(today.start(), today.end()),))
    after = [n for n in names if noun.end() <= n.span.start < title.end]
    city = next(((n, e) for n in after if (e := entry(n, "city"))), None)
    if city is not None:
        made.where = Where(city[1].name, city[1].country, None, (city[0].span,))
    return made
