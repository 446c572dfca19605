"""Verbs that tell of an encounter: who meets, calls, receives, visits, writes to whom."""

from __future__ import annotations

from communique.model.reading import EncounterKind
from communique.reading.actors.actors import Actor
from communique.reading.encounters import tense
from communique.reading.encounters.means import IN_PERSON, PHONE, TELL_FRAME, VIDEO
from communique.reading.encounters.parties import (
    PERSONAL,
    clause,
    doers,
    has_sides,
    made_of,
    parties,
    patients,
    standing,
)
from communique.reading.encounters.scene import Scene, child, objects
from communique.reading.encounters.signings import signed
from communique.reading.encounters.tense import Told
from communique.reading.encounters.trace import Trace
from communique.reading.encounters.triggers import Trigger
from communique.reading.tokens import Token


def of_verb(scene: Scene, verb: Token, row: Trigger) -> Trace | None:
    """What a verb tells; None where its form or its words say that it tells of no encounter."""
    told = tense.of_verb(verb)
    if told is None or _of_none(verb):
        return None
    makers = {
        "meet": _met, "speak": _spoke, "phone": _phoned, "ring": _phoned, "receive": _received, "visit": _visited,
        "travel": _travelled, "sign": signed, "gather": _gathered, "tell": _told, "write": _wrote, "sit": _sat,
        "lead": _led,
    }  # fmt: skip
    made = makers[row.frame](scene, verb, row, told)
    if made is not None:
        made.standing = standing(verb)
    return made


def _of_none(verb: Token) -> bool:
    """Whether nobody and nothing is what the verb is about: "visited no country", "met with no minister"."""
    nouns = [c for c in verb.children if c.dep_ in ("dobj", "nsubj", "nsubjpass")]
    if child(verb, "dobj") is None:  # "met X alone, with no aide in the room"
        nouns += objects(verb, "with")
    return any(c.dep_ == "det" and c.lower_ in ("no", "neither") for noun in nouns for c in noun.children)


def _met(scene: Scene, verb: Token, row: Trigger, told: Told) -> Trace | None:
    with_whom = [a for noun in objects(verb, "with") for a in scene.people(noun)]
    others = with_whom or patients(scene, verb) or scene.after(verb)
    others = [a for a in others if a.span.start > scene.span(verb).start or child(verb, "auxpass") is not None]
    own = doers(scene, verb)
    if not own or (child(verb, "dobj") is not None and not others):
        return None
    made = made_of(scene, verb, row, told, [*own, *others])
    if not others and len(made.parties) < 2 and not made.sides:
        made.alone = told == "held" and scene.lead == 0 and bool(made.parties and objects(verb, "with"))
        if not made.alone:
            return None
    made.kind = _mode(scene, verb, made.kind)
    return made


def _mode(scene: Scene, verb: Token, kind: EncounterKind) -> EncounterKind:
    """A meeting that its own clause calls virtual is a video call; one by phone a call."""
    words = clause(scene, verb)
    if VIDEO.search(words):
        return "video_call"
    return "call" if PHONE.search(words) and not IN_PERSON.search(words) and kind == "meeting" else kind


def _spoke(scene: Scene, verb: Token, row: Trigger, told: Told) -> Trace | None:
    others = [a for noun in objects(verb, "with", "to") for a in scene.people(noun)] or scene.after(verb)
    others = [a for a in others if a.span.start > scene.span(verb).start]
    if any(a.mention.kind in ("person", "title") for a in others):
        others = [a for a in others if a.mention.kind != "state"]
    own = doers(scene, verb)
    together = has_sides(own) or len({p.country for p in parties(own)}) > 1
    joint = not others and together and _as_a_call(scene, verb)
    if not own or not (others or joint):
        return None
    made = made_of(scene, verb, row, told, [*own, *others])
    words = clause(scene, verb)
    if VIDEO.search(words):
        made.kind = "video_call"
    elif not PHONE.search(words):
        made.certain = False
        if IN_PERSON.search(words):
            made.kind = "meeting"
    return made


def _as_a_call(scene: Scene, verb: Token) -> bool:
    """Whether "A and B spoke" is a talk between them: by phone, about something, to some purpose."""
    purpose = any(c.dep_ in ("advcl", "xcomp") and c.tag_ == "VB" for c in verb.children)
    return purpose or bool(PHONE.search(clause(scene, verb)) or objects(verb, "about", "by"))


def _phoned(scene: Scene, verb: Token, row: Trigger, told: Told) -> Trace | None:
    if any(c.dep_ in ("oprd", "xcomp", "ccomp", "prt") for c in verb.children):
        return None
    if row.frame == "ring" and (whom := _called_on(scene, verb)):
        made = made_of(scene, verb, row, told, [*doers(scene, verb), *whom])
        made.kind, made.frame, made.certain = "meeting", "meet", True
        return made if len(made.parties) > 1 else None
    others = patients(scene, verb)
    plain = all(a.mention.kind in ("person", "title", "pronoun") for a in others)
    if row.frame == "ring" and not (plain and _ring(scene, verb)):
        return None
    own = doers(scene, verb)
    return made_of(scene, verb, row, told, [*own, *others]) if own and others else None


def _called_on(scene: Scene, verb: Token) -> list[Actor]:
    """Whom a courtesy call was on ("called on President X"); nobody where he is called on to do something."""
    asked = any(t.tag_ in ("TO", "VB") and t.i > verb.i and t.dep_ in ("aux", "xcomp", "advcl") for t in verb.subtree)
    if asked or objects(verb, "for"):
        return []
    found = [a for c in verb.children if c.lower_ == "on" for n in c.children for a in scene.people(n)]
    named = [a for a in found if a.mention.kind == "person"]
    return named if len(named) == len(found) else []


def _ring(scene: Scene, verb: Token) -> bool:
    """Whether "called X" is a call: by phone, or to say something to him."""
    purpose = [c for c in verb.children if c.dep_ == "advcl" and c.tag_ == "VB"]
    return bool(purpose or PHONE.search(clause(scene, verb))) and not objects(verb, "on", "for")


def _received(scene: Scene, verb: Token, row: Trigger, told: Told) -> Trace | None:
    guests, hosts = patients(scene, verb), doers(scene, verb)
    guests = [a for a in guests if a.mention.kind in ("person", "title", "pronoun", "group")]
    if not guests or not hosts:
        return None
    if row.form.startswith("summon"):
        return made_of(scene, verb, row, told, [*hosts, *guests])
    made = made_of(scene, verb, row, told, [*hosts, *guests])
    made.hosts = parties(hosts)
    made.certain = False
    if row.form.startswith("greet") or (row.form.startswith("welcom") and not _destination(verb) and told == "held"):
        made.standing = 0
    return made


def _destination(verb: Token) -> bool:
    return bool(objects(verb, "to", "at", "in"))


def _visited(scene: Scene, verb: Token, row: Trigger, told: Told) -> Trace | None:
    own = [a for a in doers(scene, verb) if a.mention.kind in PERSONAL]
    goal = child(verb, "dobj")
    if not own or goal is None:
        return None
    made = made_of(scene, verb, row, told, own)
    whom = [a for a in scene.people(goal) if a.mention.kind in ("person", "title")]
    if whom:
        made = made_of(scene, verb, row, told, [*own, *whom])
        made.kind, made.certain = "meeting", False
    return made if made.parties or made.sides else None


def _travelled(scene: Scene, verb: Token, row: Trigger, told: Told) -> Trace | None:
    own = [a for a in doers(scene, verb) if a.mention.kind in PERSONAL]
    if not own or not (objects(verb, "to", "in", "into", "at", "for") or "here" in {c.lower_ for c in verb.children}):
        return None
    return made_of(scene, verb, row, told, own)


def _led(scene: Scene, verb: Token, row: Trigger, told: Told) -> Trace | None:
    """ "led a delegation to X": a journey."""
    group = child(verb, "dobj")
    if group is None or group.lower_ not in ("delegation", "mission", "team"):
        return None
    return _travelled(scene, verb, row, told)


def _gathered(scene: Scene, verb: Token, row: Trigger, told: Told) -> Trace | None:
    own = doers(scene, verb)
    made = made_of(scene, verb, row, told, own)
    if len(made.states) > 2:
        made.kind = "summit"
    return made if len(made.parties) > 1 and child(verb, "dobj") is None else None


def _told(scene: Scene, verb: Token, row: Trigger, told: Told) -> Trace | None:
    """ "X told Y on Tuesday in Beijing": a meeting, in the lead only and where nothing better tells of it."""
    others = [a for a in patients(scene, verb) if a.mention.kind in ("person", "title")]
    own = [a for a in doers(scene, verb) if a.mention.kind in ("person", "title", "pronoun")]
    if scene.role != "body" or scene.lead > 1 or not own or not others or told != "held":
        return None
    made = made_of(scene, verb, row, told, [*own, *others])
    made.certain = False
    words = scene.sentence.span.of(scene.text)
    if TELL_FRAME.search(words):
        made.kind = "letter"
    elif PHONE.search(words):
        made.kind = "call"
    return made


def _wrote(scene: Scene, verb: Token, row: Trigger, told: Told) -> Trace | None:
    others = [a for noun in objects(verb, "to") for a in scene.people(noun)]
    own = doers(scene, verb)
    if not own or not others or any(a.mention.kind == "organisation" for a in others):
        return None
    return made_of(scene, verb, row, told, [*own, *others])


def _sat(scene: Scene, verb: Token, row: Trigger, told: Told) -> Trace | None:
    down = any(c.lower_ == "down" for c in verb.children)
    return _met(scene, verb, row, told) if down else None
