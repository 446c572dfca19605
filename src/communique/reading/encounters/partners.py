"""Partners: whose talks they were that a sentence calls only by the other side ("his summit on Monday with X")."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from communique.model.reading import Party
from communique.model.span import Span
from communique.reading.actors.actors import Actor, Actors
from communique.reading.encounters.scene import Scene
from communique.reading.encounters.trace import Trace

_FRAMES = frozenset({"talks", "summit", "call", "meal"})
# "As he prepares to meet X": a pronoun whose person the text gives as an owner only ("Trump's trip").
_VERBS = frozenset({"meet", "sit"})
# What makes a noun somebody's own known encounter: an owner, the article, a day before it.
_OWN = re.compile(r"\b(?:his|her|their)\b", re.IGNORECASE)
_KNOWN = re.compile(
    r"\b(?:the|this|that|upcoming|planned|scheduled|today[’']s|tomorrow[’']s|\w+day[’']s)\b", re.IGNORECASE
)
_LEADER = re.compile(r"\b(?:president|prime minister|premier|chancellor|king|emir|leader|pope)\b", re.IGNORECASE)
# How many characters before the noun its owner or article may stand ("his long-awaited one-on-one talks").
_BEFORE = 45
# How many characters before its sentence the owner of "his talks" may stand: two sentences of a news text.
_REACH = 400


def with_partner(scene: Scene, trace: Trace, actors: Actors) -> Trace:
    """A trace of known talks with one side named, with the other: the one foreigner named before in its sentence.

    For "his" and "her" talks the sentences before count too. As it was where nobody, or more than one, could be meant.
    """
    verb = trace.frame in _VERBS and trace.sides
    if len(trace.parties) != 1 or trace.role == "caption" or not (verb or (trace.frame in _FRAMES and not trace.sides)):
        return trace
    other, place = trace.parties[0], trace.evidence[0].start
    if other.country is None or other.how == "summit":
        return trace
    start = max(scene.sentence.span.start, place - _BEFORE)
    own = verb or _OWN.search(scene.text, start, place) is not None
    if not own and not _KNOWN.search(scene.text, start, place):
        return trace
    begin = scene.sentence.span.start
    found = _foreigners(scene.actors, other, begin, place)
    if not found and own:
        start = max(0, begin - _REACH)
        found = _foreigners(actors.within(Span(start, begin)), other, start, begin) if start < begin else []
    if len(found) != 1:
        return trace
    partner = replace(found[0], support="resolved", how="owner")
    return replace(trace, parties=[partner, other], sides=False)


def _foreigners(actors: Iterable[Actor], other: Party, start: int, end: int) -> list[Party]:
    """The people of other states named between two places, each once; the leaders only, where the other side is one."""
    found: dict[tuple[str, ...], Party] = {}
    for actor in actors:
        person = actor.party
        if person is None or actor.mention.kind not in ("person", "title", "pronoun") or actor.mention.quoted:
            continue
        if (
            start <= actor.span.start
            and actor.span.end <= end
            and person.name
            and person.country
            and not actor.mention.former
        ):
            found.setdefault(person.key, person)
    rows = [p for p in found.values() if p.country != other.country]
    if len(rows) > 1 and _LEADER.search(other.role or ""):
        rows = [p for p in rows if _LEADER.search(p.role or "")]
    return rows
