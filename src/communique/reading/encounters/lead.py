"""What the lead and the dateline add: whose "the talks" were, and where a wire that says "here" was filed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from communique.knowledge.base import Knowledge
from communique.knowledge.calendar import find_dates, resolve
from communique.knowledge.names import Name
from communique.model.article import Article
from communique.model.dates import PartialDate
from communique.model.reading import Party
from communique.reading.encounters.merge import Group
from communique.reading.encounters.parties import parties
from communique.reading.encounters.scene import Scene, child
from communique.reading.encounters.trace import Trace
from communique.reading.encounters.when import When, when
from communique.reading.encounters.where import Where, entry

# Sentences after the lead in which "the talks" may still mean what its two subjects did.
_REACH = 4
_DIPLOMAT = re.compile(
    r"\b(?:foreign|secretary of state|(?:under|deputy|assistant) secretary|national security|envoy|ambassador)\b",
    re.IGNORECASE,
)
_TALKS = ("talks", "call", "summit")
_SAYS = frozenset("said told tweeted wrote called announced accused warned".split())
_THEIRS = re.compile(r"\btheir\s+(?:[\w-]+\s+){0,3}\Z")
# Sentences after the lead in which "the talks between the two" are those of the two whom it names.
_NEAR = 3
_IN = re.compile(r"\bin\s+\Z")
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


def told_of_pair(scenes: Sequence[Scene], traces: list[Trace], published: PartialDate | None) -> Trace | None:
    """The encounter of "their summit", "the talks between the two" near a lead that names two people of two states.

    None where the text tells of an encounter of theirs in other words, or where the lead names more people.
    """
    lead = next((s for s in scenes if s.role == "body" and s.lead == 0), None)
    pair = _pair(lead) if lead is not None else []
    if lead is None or len(pair) != 2:
        return None
    countries = {p.country for p in pair}
    told = [t for t in traces if t.role == "body" and t.told != "past" and countries <= t.states]
    told = [t for t in told if t.kind != "signing"]
    back = next((t for t in traces if t.lead <= _NEAR and _of_both(lead.text, t)), None)
    if back is None or any(t.told == back.told or t.told == "open" for t in told):
        return None
    parties_ = [replace(p, support="resolved", how="sides") for p in pair]
    made = replace(
        back, parties=parties_, back=False, sides=False, standing=max(back.standing, 2), lead=0, certain=True
    )
    made.kind = "meeting" if made.kind == "summit" else made.kind
    verb = next((t for t in lead.tokens if t.dep_ == "ROOT" and t.tag_ in ("VBD", "VBZ", "VBN")), None)
    if made.when is None and verb is not None and made.told == "held":
        made.when = when(lead, verb, verb, published, "held")
    return made


def date_by_lead(scenes: Sequence[Scene], traces: Sequence[Trace], published: PartialDate | None) -> None:
    """Date what the sentence after the lead tells of two whom the lead names by what they did that day.

    "A did it again on Monday, to B. He was late at their summit": only held ones, and no lead that only quotes.
    """
    lead = next((s for s in scenes if s.role == "body" and s.lead == 0), None)
    verb = next((t for t in lead.tokens if t.dep_ == "ROOT" and t.tag_ == "VBD"), None) if lead is not None else None
    if lead is None or verb is None or verb.lower_ in _SAYS:
        return
    named = {p.key for p in parties(lead.actors)}
    for trace in traces:
        owned = any(p.how == "owner" for p in trace.parties) and trace.keys <= named
        if owned and trace.when is None and trace.told == "held" and trace.lead == 1:
            trace.when = when(lead, verb, verb, published, "held")


def _pair(lead: Scene) -> list[Party]:
    """The people of other states whom a lead names outside quotations, each once."""
    found: dict[tuple[str, ...], Party] = {}
    for actor in lead.actors:
        mention, person = actor.mention, actor.party
        if mention.kind not in ("person", "title", "pronoun") or mention.quoted or mention.former or person is None:
            continue
        if person.name and person.country:
            found.setdefault(person.key, person)
    rows = list(found.values())
    return rows if len({p.country for p in rows}) == 2 else []


def _of_both(text: str, trace: Trace) -> bool:
    """Whether a trace in the body tells of talks of the two sides without naming them."""
    told = trace.told in ("held", "planned", "open") and trace.frame in ("talks", "summit", "call", "meal", "sit")
    if not told or trace.role != "body" or trace.parties:
        return False
    start = trace.evidence[0].start
    return trace.sides or _THEIRS.search(text, max(0, start - 40), start) is not None


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


def place_of_title(article: Article, group: Group, names: Sequence[Name]) -> Where | None:
    """The city that the title says the lead's meeting or signing was in, if the dateline or a participant agrees."""
    told, title = group.best, article.title_span
    news = group.main and group.kind in ("meeting", "signing", "summit") and group.told == "held" and told.lead == 0
    if title is None or not news or (group.where is not None and (group.where.city or group.where.states)):
        return None
    found = [n for n in names if title.holds(n.span) and entry(n, "city")]
    found = [n for n in found if _IN.search(article.text, title.start, n.span.start)]
    city = entry(found[0], "city") if len(found) == 1 else None
    if city is None or (group.where is not None and group.where.country not in (None, city.country)):
        return None
    filed = article.datelines[0] if article.datelines else None
    same = filed is not None and any(filed.holds(n.span) and entry(n, "city") == city for n in names)
    if not same and not any(p.country == city.country for p in group.parties):
        return None
    venue, spans = (group.where.venue, group.where.evidence) if group.where is not None else (None, ())
    return Where(city.name, city.country, venue, (*spans, found[0].span))


def day_of_dateline(
    article: Article, group: Group, names: Sequence[Name], published: PartialDate | None
) -> When | None:
    """The day in the dateline for talks of the lead without one, held in the city from which it was filed."""
    told = group.best
    if group.when is not None or group.told != "held" or not group.main or told.role != "body" or told.lead > 0:
        return None
    if group.kind not in ("meeting", "summit") or group.where is None or not article.datelines or published is None:
        return None
    filed, city = article.datelines[0], group.where.city
    if not any(filed.holds(n.span) and (e := entry(n, "city")) and e.name == city for n in names):
        return None
    mention = next((d for d in find_dates(article.text, filed.start, filed.end) if d.kind == "day"), None)
    day = resolve(mention, published, False) if mention is not None else None
    if mention is None or day is None or day.exact is None or not 0 <= (published.first - day.first).days <= 1:
        return None
    return When(day, None, "dateline", (mention.span,))


def next_of_series(traces: Sequence[Trace]) -> None:
    """Make "the next summit will be hosted by X" a summit like the one of several states told before it."""
    first = min((t.place_in_text for t in traces if t.kind == "summit" and len(t.states) > 2), default=None)
    for trace in traces:
        next_one = trace.frame == "summit" and trace.kind == "meeting" and trace.told == "planned"
        if first is not None and next_one and len(trace.parties) == 1 and trace.place_in_text > first:
            trace.kind = "summit"
