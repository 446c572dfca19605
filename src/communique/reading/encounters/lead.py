"""What the lead and the dateline add: whose "the talks" were, and where a wire that says "here" was filed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from communique.knowledge.base import Knowledge
from communique.knowledge.names import Name
from communique.model.article import Article
from communique.model.dates import PartialDate
from communique.reading.encounters.merge import Group
from communique.reading.encounters.parties import parties
from communique.reading.encounters.scene import Scene, child
from communique.reading.encounters.trace import Trace
from communique.reading.encounters.when import when
from communique.reading.encounters.where import Where, entry

# Sentences after the lead in which "the talks" may still mean what its two subjects did.
_REACH = 4
_DIPLOMAT = re.compile(
    r"\b(?:foreign|secretary of state|(?:under|deputy|assistant) secretary|national security|envoy|ambassador)\b",
    re.IGNORECASE,
)
_TALKS = ("talks", "call", "summit")
_HERE = re.compile(
    r"\b(?:met|held|arrived|talks|meeting|hosted|welcomed)\s+(?:\w+\s+)?here\b|\bvisiting\b", re.IGNORECASE
)


def told_by_lead(scenes: Sequence[Scene], traces: list[Trace], published: PartialDate | None) -> Trace | None:
    """The encounter of "The talks ..." after a lead that only says what A and B did together; None where there is none.

    The lead's main verb must have two people of two states as its subject.
    """
    lead = next((s for s in scenes if s.role == "body" and s.lead == 0), None)
    if lead is None or any(len(t.states) > 1 and t.role == "body" and t.told != "past" for t in traces):
        return None
    after = [t for t in traces if t.role == "body" and t.sentence > lead.sentence.index and t.lead <= _REACH]
    back = next((t for t in after if t.back and t.told in ("held", "open") and t.frame in _TALKS), None)
    verb = next((t for t in lead.tokens if t.dep_ == "ROOT" and t.tag_ in ("VBD", "VBZ", "VBN")), None)
    if back is None or verb is None:
        return None
    found = parties(a for a in lead.people(child(verb, "nsubj")) if a.mention.kind in ("person", "title"))
    if len({p.country for p in found if p.country}) < 2:
        return None
    made = replace(back, parties=found, back=False, sides=False, standing=3, lead=0, told="held", certain=True)
    made.when = when(lead, verb, verb, published, "held") or back.when
    if made.kind == "summit":
        made.kind = "meeting"
    return made


def titled_alone(trace: Trace, traces: Sequence[Trace]) -> bool:
    """Whether the title too is of what a diplomat did with people who stand for no state (civil society)."""
    diplomat = any(_DIPLOMAT.search(p.role or "") for p in trace.parties)
    return diplomat and any(
        t.role == "title" and t.frame in ("talks", "call", "meet", "speak") and t.keys == trace.keys for t in traces
    )


def place_of_dateline(article: Article, group: Group, names: Sequence[Name], kb: Knowledge) -> Where | None:
    """The city of the dateline as the place of a meeting that the article tells of its own day, where a host is there.

    Only with support: the text says "here" or "visiting", and one of the participants is of that city's state.
    """
    if (
        group.where is not None
        or group.kind not in ("meeting", "signing")
        or group.told != "held"
        or not article.datelines
    ):
        return None
    line = article.datelines[0]
    name = next((n for n in names if line.holds(n.span) and entry(n, "city")), None)
    told = group.best
    if (
        name is None
        or told.lead > 1
        or not group.when
        or group.when.how not in ("weekday+published", "today+published")
    ):
        return None
    city = entry(name, "city")
    assert city is not None
    around = article.text[max(0, told.place_in_text - 200) : told.place_in_text + 200]
    hosted = any(p.country == city.country for p in group.parties)
    if not _HERE.search(around) or not (hosted or re.search(r"\bhere\b", around)):
        return None
    return Where(city.name, city.country, None, (name.span,))
