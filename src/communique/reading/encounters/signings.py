"""Signings: who signed a paper, whose paper it is, and who looked on."""

from __future__ import annotations

from collections.abc import Sequence

from communique.reading.actors.actors import Actor
from communique.reading.encounters import tense
from communique.reading.encounters.details import in_presence
from communique.reading.encounters.means import DOCUMENTS
from communique.reading.encounters.parties import doers, has_sides, made_of, parties, standing
from communique.reading.encounters.scene import Scene, child, objects
from communique.reading.encounters.tense import Told
from communique.reading.encounters.trace import Trace
from communique.reading.encounters.triggers import Trigger
from communique.reading.tokens import Token

_WITNESS = frozenset("witness witnessed witnesses oversaw oversee attended attend watched".split())
# How many words may stand between "witnessed" and "the signing": a place, a day, "the" and an adjective.
_REACH = 10


def signed(scene: Scene, verb: Token, row: Trigger, told: Told) -> Trace | None:
    """What "A and B signed (put their names to) a paper" or "a paper between A and B was signed" tells.

    A paper signed by nobody named refers back to the signing told elsewhere, or is that of those in whose presence.
    """
    paper = _paper(verb)
    put = verb.lower_ == "put"
    if paper is None or not (put or {t.lower_ for t in paper.subtree} & DOCUMENTS):
        return None
    active = put or child(verb, "dobj") is not None
    others = [a for noun in objects(verb, "with") for a in scene.people(noun)]
    actors = [*doers(scene, verb), *others]
    if not active and not parties(actors) and not has_sides(actors):
        actors = [a for noun in objects(paper, "between", "among") for a in scene.people(noun)]
    present = [] if active or parties(actors) else in_presence(scene)
    if len(parties(present)) < 2:
        present = []  # one who looked on makes no signing alone
    made = made_of(scene, verb, row, told, [*actors, *present])
    made.attended = bool(present)
    made.back = not active and not made.parties
    return made if len(made.parties) > 1 or made.sides or made.back else None


def _paper(verb: Token) -> Token | None:
    """The noun for what is signed: object, passive subject, or what "signed on Monday in X" stands behind."""
    found = child(verb, "dobj", "nsubjpass")
    behind = verb.tag_ == "VBN" and verb.dep_ == "acl" and not tense.auxiliaries(verb)
    return verb.head if found is None and behind else found


def witnessed(scene: Scene, noun: Token, row: Trigger) -> tuple[Trace, Token] | None:
    """The signing that two sides witnessed, and the verb that says so; None where nobody is named before it."""
    verb = None
    for token in reversed(list(scene.tokens)[max(0, noun.i - _REACH) : noun.i]):
        if token.tag_.startswith("VB"):
            verb = token if token.lower_ in _WITNESS else None
            break
    if verb is None or (told := tense.of_verb(verb)) is None:
        return None
    own: Sequence[Actor] = scene.before(verb) or doers(scene, verb)
    if len({p.country for p in parties(own)}) < 2:
        return None
    made = made_of(scene, verb, row, told, own, noun)
    finite = any(t.dep_ == "ROOT" and t.tag_.startswith(("VB", "MD")) for t in scene.tokens)
    made.standing = standing(verb) if finite else 3  # a long title may hide its main verb from the parser
    return made, verb
