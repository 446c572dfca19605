"""Bearers: the people for whom a sentence gives their office only ("the leaders of X and Y", "an X prime minister")."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from communique.model.reading import Party
from communique.model.span import Span
from communique.reading.actors.actors import Actor, Actors
from communique.reading.encounters.means import APART
from communique.reading.encounters.scene import Scene
from communique.reading.encounters.trace import Trace

_LEADER = re.compile(
    r"^(?:(?:state|federal|executive) )?(?:presidents?|prime ministers?|premiers?|chancellor|king|emir|sultan)\b"
    r"(?! of the (?:senate|parliament))",
    re.IGNORECASE,
)
_JOIN = re.compile(r"\s*(?:,|,?\s*and)\s+")
_LEADERS = re.compile(r"\b(?:leaders|presidents|prime ministers|premiers|heads of (?:state|government))\b", re.I)
_MINISTERS = re.compile(r"\b(foreign|defen[cs]e|finance|trade|interior) ministers\b", re.IGNORECASE)
_COUNTERPARTS = re.compile(r"\bcounterparts\b", re.IGNORECASE)
# "It was the first visit by an X president": the journey that the article is about.
_THIS_ONE = re.compile(r"\W*(?:It|This|The (?:visit|trip|journey|tour))\s+(?:was|is|marks|marked|will be)\b")


def with_bearers(scene: Scene, trace: Trace, actors: Actors) -> Trace:
    """A trace with the people for the states whose leaders or ministers it brings together, where the text names them.

    One person of the state must bear that office in the text; where none or several do, the state stays.
    """
    if trace.frame == "visit" and len(trace.parties) == 1:
        return _of_this_journey(scene, trace, actors)
    states = [p for p in trace.parties if p.name is None and p.country]
    group = next((a for a in scene.actors if a.mention.kind == "group"), None) if len(states) > 1 else None
    pattern = _office(scene, group, trace) if group is not None else None
    if group is None or pattern is None:
        return trace
    named = {p.country for p in trace.parties if p.name}
    found = [
        _bearer(scene.text, actors, p, pattern)
        if p in states and p.country not in named and _at(p) >= group.span.start
        else p
        for p in trace.parties
    ]
    sides = {p.country for p in found if p.country}
    together = trace.kind == "meeting" and len(sides) > 2 and not APART.search(scene.sentence.span.of(scene.text))
    return replace(trace, parties=found, several=trace.several or together)


def _at(party: Party) -> int:
    return min(span.start for span in party.evidence)


def _office(scene: Scene, group: Actor, trace: Trace) -> re.Pattern[str] | None:
    """The office that a group's words mean; for "his counterparts" that of the one they are counterparts of."""
    words = group.span.of(scene.text)
    if _LEADERS.search(words):
        return _LEADER
    if (ministers := _MINISTERS.search(words)) is not None:
        return re.compile(rf"\b{re.escape(ministers[1])}\b", re.IGNORECASE)
    if not _COUNTERPARTS.search(words):
        return None
    role = next((p.role for p in trace.parties if p.name and p.role), None) or ""
    if _LEADER.search(role):
        return _LEADER
    field = re.search(r"\b(?:foreign|defen[cs]e|finance|trade|interior)\b", role, re.IGNORECASE)
    return re.compile(rf"\b{re.escape(field[0])}\b", re.IGNORECASE) if field else None


def _bearer(text: str, rows: Iterable[Actor], state: Party, pattern: re.Pattern[str]) -> Party:
    """The one person of a state who bears an office in the text; else the state as it was."""
    found: dict[tuple[str, ...], Party] = {}
    role, edge = "", 0
    for actor in rows:
        joined = role and _JOIN.fullmatch(text, edge, actor.span.start)  # "Presidents A, B and C"
        printed = actor.mention.role or ""
        role = printed if printed.endswith("s") else role if joined and not printed else ""
        edge, person = actor.span.end, actor.party
        if person is None or not person.name or person.country != state.country or actor.mention.former:
            continue
        if actor.mention.kind == "person" and pattern.search(person.role or role):
            found.setdefault(person.key, replace(person, role=person.role or role.removesuffix("s")))
    if len(found) != 1:
        return state
    (person,) = found.values()
    spans = tuple(sorted({*state.evidence, *person.evidence}))
    return replace(person, evidence=spans, support="resolved", how="office")


def _of_this_journey(scene: Scene, trace: Trace, actors: Actors) -> Trace:
    """ "This was the first visit by an Indian prime minister": the one whom the article names."""
    party, sentence = trace.parties[0], scene.sentence.span
    if party.name or not party.role or not _THIS_ONE.match(scene.text, sentence.start, sentence.end):
        return trace
    before = actors.within(Span(0, sentence.start)) if sentence.start else ()
    office = re.sub(r"\s+(?:to|in)$", "", party.role)
    found = _bearer(scene.text, before, party, re.compile(rf"^{re.escape(office)}\b", re.IGNORECASE))
    return replace(trace, parties=[found])
