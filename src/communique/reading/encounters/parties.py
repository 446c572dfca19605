"""Participants: from the mentions of a phrase to the parties of an encounter."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from communique.model.reading import Party
from communique.reading.actors.actors import Actor
from communique.reading.encounters import tense
from communique.reading.encounters.scene import Scene, child, objects, subject
from communique.reading.encounters.tense import Told
from communique.reading.encounters.trace import Trace
from communique.reading.encounters.triggers import Trigger
from communique.reading.tokens import Token

PERSONAL = ("person", "title", "pronoun", "group", "sides")


def party(actor: Actor) -> Party | None:
    """Whom a mention stands for as a participant; None for groups of several states, the sides and the unknown."""
    mention = actor.mention
    if mention.kind == "sides" or mention.former:
        return actor.party if mention.kind == "person" else None
    if actor.party is not None and mention.kind != "group":
        return actor.party
    if mention.kind in ("group", "title") and len(mention.countries) == 1 and mention.role:
        return Party(None, mention.countries[0], (mention.span,), role=mention.role)
    return None


def parties(actors: Iterable[Actor]) -> list[Party]:
    """The parties of mentions, each once."""
    out: dict[tuple[str, ...], Party] = {}
    for actor in actors:
        one = party(actor)
        for found in actor.together or ((one,) if one is not None else ()):
            old = out.get(found.key)
            out[found.key] = replace(old, evidence=tuple(sorted({*old.evidence, *found.evidence}))) if old else found
    return list(out.values())


def has_sides(actors: Iterable[Actor]) -> bool:
    """Whether the parties are named together ("the two leaders", "they")."""
    return any(
        a.mention.kind == "sides" or (a.mention.kind == "pronoun" and a.party is None and not a.together)
        for a in actors
    )


def made_of(
    scene: Scene, first: Token, row: Trigger, told: Told, actors: Sequence[Actor], last: Token | None = None
) -> Trace:
    """A trace of a trigger with these actors as its participants; last ends its evidence."""
    span = scene.span(first, last)
    return Trace(
        row.kind, row.frame, told, span.start, scene.role, scene.sentence.index, (span,),
        parties=parties(actors), sides=has_sides(actors), lead=scene.lead,
    )  # fmt: skip


def doers(scene: Scene, verb: Token) -> list[Actor]:
    """Who does what an active verb says; for a passive one, who is named with "by"."""
    if child(verb, "auxpass") is not None or (
        verb.tag_ == "VBN" and verb.dep_ in ("acl", "relcl") and not tense.auxiliaries(verb)
    ):
        return [a for agent in objects(verb, "by") for a in scene.people(agent)]
    found = scene.people(subject(verb))
    if not any(a.mention.kind in PERSONAL for a in found) and (opening := _before_list(scene, verb)):
        return opening
    if parties(found) or has_sides(found):
        return found
    # a long title may hide its bearer from the parser: who stands right before the verb then does it
    return scene.before(verb) or found


def _before_list(scene: Scene, verb: Token) -> list[Actor]:
    """Who opens the sentence before a list that a parse takes apart: "A and a delegation, including ..., visited"."""
    first = scene.actors[0] if scene.actors else None
    if first is None or first.span.start > scene.sentence.span.start + 4 or first.mention.kind != "person":
        return []
    gap = scene.text[first.span.end : scene.span(verb).start]
    return [first] if ", including " in gap and gap.rstrip().endswith(",") else []


def patients(scene: Scene, verb: Token) -> list[Actor]:
    """Whom an active verb's action meets; for a passive one, its subject."""
    if child(verb, "auxpass") is not None:
        return scene.people(subject(verb))
    if verb.tag_ == "VBN" and verb.dep_ in ("acl", "relcl") and not tense.auxiliaries(verb):
        return scene.people(verb.head)
    return scene.people(child(verb, "dobj"))


def standing(verb: Token | None) -> int:
    """How much of its sentence a verb carries: 3 main clause, 2 beside it, 1 in passing."""
    if verb is None:
        return 3
    at, best = verb, 3
    for _ in range(12):
        if at.dep_ == "ROOT":
            return best
        if at.dep_ in ("relcl", "acl"):
            best = 1
        elif at.dep_ in ("advcl", "pcomp", "xcomp", "parataxis") and best > 1:
            best = 2
        elif at.dep_ == "ccomp" and best > 1 and at.i > at.head.i:
            best = 2  # but "X will visit Y, the ministry said" is a main clause
        at = at.head
    return best


def clause(scene: Scene, top: Token) -> str:
    """The words of a verb's clause up to its next verb: what says by which means."""
    words = []
    for token in top.subtree:
        if token.i > top.i and token.tag_.startswith("VB"):
            break
        words.append(token.text)
    return " ".join(words)
