"""Nouns that tell of an encounter: talks, call, visit, summit, letter, and whose they were."""

from __future__ import annotations

import re
from collections.abc import Sequence

from communique.model.reading import EncounterKind, Party
from communique.model.span import Span
from communique.reading.actors.actors import Actor
from communique.reading.encounters import tense
from communique.reading.encounters.details import level, with_attending
from communique.reading.encounters.means import LETTER, PHONE, PROCESS
from communique.reading.encounters.parties import PERSONAL, clause, doers, made_of, parties, party, patients, standing
from communique.reading.encounters.scene import Scene, child, objects, subject, verb_of
from communique.reading.encounters.tense import CANCEL, POSTPONE, SUPPORT
from communique.reading.encounters.trace import Trace
from communique.reading.encounters.triggers import Trigger
from communique.reading.encounters.where import before, goal_before
from communique.reading.tokens import Token

_OCCASION = frozenset("during in into at after following before for on with".split())


def of_noun(scene: Scene, noun: Token, row: Trigger) -> Trace | None:
    """What a noun tells; None where it is a look-alike, or nobody is named with it."""
    told = tense.of_noun(noun)
    if told is None or not _means_it(scene, noun, row):
        return None
    actors = _of_phrase(scene, noun, row)
    verb, own = _performers(scene, noun, row, actors)
    last = noun
    first = verb if verb is not None and own and noun.dep_ == "dobj" and 0 < noun.i - verb.i < 6 else noun
    made = made_of(scene, first, row, told, [*own, *actors], last)
    if row.frame == "summit":
        _add_organisations(scene, noun, made)
        present = parties(with_attending(scene, noun)) if len(made.parties) < 2 else []
        made.parties += [p for p in present if p.key not in made.keys]
    made.many = noun.lower_ in ("meetings", "calls", "summits", "encounters", "conversations")
    made.kind = _noun_kind(scene, noun, row, made)
    if row.frame == "summit" and not actors and verb is not None and _attends(noun, verb):
        made.kind = "summit"
    if row.frame in ("summit", "talks"):
        made.where = before(scene, noun)
    made.back = _refers_back(scene, noun, made)
    made.standing = min(standing(verb_of(noun)), 3 if noun.dep_ in ("dobj", "nsubj", "nsubjpass", "ROOT") else 2)
    if not actors and len(made.states) > 1 and verb is not None:
        made.standing = standing(verb)  # "A and B agreed at a summit": they acted there
    if row.frame == "visit" and made.where is None:
        made.where, made.abroad = goal_before(scene, noun)
    if (
        row.frame == "visit"
        and own
        and noun.head.lower_ == "on"
        and noun.head.head.lower_ in ("is", "are", "was", "were")
    ):
        made.standing = standing(verb)
    if row.frame == "visit":  # without a place only an owner named with "by", or a level, makes it a journey abroad
        made.certain = bool(objects(noun, "by") or level(noun))
    made.back = made.back or (made.where is not None and not made.parties and scene.role == "title")
    return made if made.parties or made.sides or made.back else None


def _attends(noun: Token, verb: Token) -> bool:
    """Whether the verb only says who was there: "attended", "took part in", "participated in the summit"."""
    word = verb.lower_
    return word.startswith(("attend", "participat", "join")) or noun.head.head.lower_ == "part"


def _is_object(noun: Token) -> bool:
    """Whether the noun is what its verb holds; some parses call it a clause or leave it loose."""
    return noun.dep_ in ("dobj", "ccomp", "dep", "oprd") and noun.head.i < noun.i


def _modifiers(noun: Token) -> set[str]:
    return {c.lower_ for c in noun.children if c.dep_ in ("amod", "compound", "nmod")}


def _means_it(scene: Scene, noun: Token, row: Trigger) -> bool:
    """Leaves out the look-alikes: a call for something, peace talks as a process, a message in a figure of speech."""
    words = _modifiers(noun)
    if row.frame == "call":
        if words & {"phone", "telephone", "video", "conference", "telephonic"}:
            return True
        if objects(noun, "for", "to", "on"):
            return False
        own = _is_object(noun) and noun.head.lower_ in SUPPORT
        if not own and _took_place(noun):
            return True
        held = own and (objects(noun.head, "with") or len({p.country for p in parties(doers(scene, noun.head))}) > 1)
        return bool(held or objects(noun, "with", "between") or child(noun, "poss"))
    if row.frame == "letter":
        if noun.lower_ in ("message", "messages", "greetings"):
            return bool(words & {"congratulatory", "condolence", "congratulation"}) or bool(
                LETTER.search(clause(scene, noun))
            )
        return bool(objects(noun, "to", "from", "for")) or noun.head.lower_ in SUPPORT or noun.dep_ == "pobj"
    if row.frame == "talks" and noun.lower_ in ("conversation", "conversations") and words & {"phone", "telephone"}:
        return True
    if row.frame == "talks" and words & PROCESS:
        return len(_before_noun(scene, noun)) > 1 or any(
            a.mention.kind == "person" for noun2 in objects(noun, "with", "between") for a in scene.people(noun2)
        )
    if row.frame == "ceremony":
        return noun.lower_ != "credentials" or noun.head.lower_ in (
            "presented",
            "presents",
            "present",
            "presenting",
            "accepted",
            "received",
        )
    return True


def _took_place(noun: Token) -> bool:
    """Whether a definite noun is said to have happened: "the call, which took place at the request of X"."""
    determiner = child(noun, "det")
    verbs = [c for c in noun.children if c.dep_ == "relcl"] + ([noun.head] if noun.dep_ == "nsubj" else [])
    known = determiner is not None and determiner.lower_ in ("the", "this")
    return known and any(v.lower_ in ("took", "held", "came", "made") for v in verbs)


def _of_phrase(scene: Scene, noun: Token, row: Trigger) -> list[Actor]:
    """Who is named in the noun's own phrase: its owner, "with X", "between X and Y", "Trump-Putin summit"."""
    out: list[Actor] = []
    owner = child(noun, "poss")
    if owner is not None:
        out += scene.people(owner) if owner.tag_ != "PRP$" else _their(scene, noun, owner)
    out += _before_noun(scene, noun)
    words = ["between", "among", "of", "by"] if row.frame == "visit" else ["with", "between", "among", "of", "by"]
    if row.frame == "letter":
        words += ["to", "from"]
    held = [c for c in noun.children if c.dep_ == "acl" and c.lower_ in ("held", "convened", "hosted")]
    for person in [o for top in (noun, *held) for o in objects(top, *words)]:
        for actor in scene.people(person):
            if row.frame != "visit" or actor.mention.kind in ("person", "title", "pronoun"):
                out.append(actor)
    if row.frame != "visit" and not objects(noun, "with", "between", "to"):
        out += scene.after(noun, "with")
    if row.frame in ("talks", "meet", "summit") and owner is None and _is_adjunct(noun) and objects(noun, "with"):
        out = _their(scene, noun, noun) + out
    return list({a.span: a for a in out}.values())


def _is_adjunct(noun: Token) -> bool:
    """Whether the noun is what something else is told beside: "played golf ahead of a summit with A"."""
    prepositions = {"of", "before", "after", "during", "in", "at", "following", "for", "since", "to"}
    return noun.dep_ == "pobj" and noun.head.lower_ in prepositions and noun.i > 1


def _add_organisations(scene: Scene, noun: Token, made: Trace) -> None:
    """The organisation of a summit: of the name that the word ends ("SCO summit"), or printed before it."""
    span = scene.span(noun)
    left = min(scene.span(noun.left_edge).start, span.start)
    known = {p.country for p in made.parties}
    for name in scene.names:
        for entry in name.entries[:1]:
            near = name.span.overlaps(span) or left <= name.span.start < span.start
            if not near or entry.kind not in ("summit", "organisation"):
                continue
            body = entry.country if entry.kind == "summit" else entry.id
            if body and body not in known and entry.kind in ("summit", "organisation"):
                made.parties.insert(0, Party(None, body, (name.span,), how="summit", support="resolved"))
                known.add(body)


def _their(scene: Scene, noun: Token, owner: Token) -> list[Actor]:
    """ "his meeting", "their talks": the subject of the verb over the noun, or of one above that, who can own it."""
    verb = verb_of(noun)
    for _ in range(4):
        if verb is None:
            return []
        found = [
            a for a in scene.people(subject(verb)) if scene.span(noun).start >= a.span.end or _fronted(scene, noun)
        ]
        if any(a.mention.kind == "group" for a in found) and owner.lower_ == "their":
            return []  # "that foreign ministers chose X for their trip, the spokesperson said"
        found = [a for a in found if a.mention.kind in ("person", "title", "pronoun", "sides")]
        if found:
            return [] if _another(scene, found[0], noun) else found
        if verb.head.i == verb.i:
            return []
        verb = verb_of(verb.head)
    return []


def _fronted(scene: Scene, noun: Token) -> bool:
    """Whether nobody is named before the noun: "Ahead of his meeting with A, B said" means B's."""
    start = scene.span(noun).start
    people = ("person", "title", "pronoun")
    return not any(a.span.end <= start and a.mention.kind in people for a in scene.actors)


def _another(scene: Scene, owner: Actor, noun: Token) -> bool:
    """Whether another of the same state is named between: "A mocked B ahead of his meeting" does not tell whose."""
    own = party(owner)
    for actor in scene.actors:
        if owner.span.end <= actor.span.start and actor.span.end <= scene.span(noun).start:
            other = party(actor)
            named = own and other and actor.mention.kind in ("person", "title")
            if named and own and other and other.key != own.key and other.country == own.country:
                return True
    return False


def _before_noun(scene: Scene, noun: Token) -> list[Actor]:
    """The names right before the noun: "Putin-Xi talks", "Trump and Putin summit", "US-China consultations"."""
    left = noun
    for token in reversed(list(noun.lefts)):
        if (token.dep_ in ("compound", "amod", "nmod", "punct") and token.i == left.left_edge.i - 1) or token.dep_ in (
            "nmod",
            "compound",
        ):
            left = token
    if left.i == noun.i:
        return []
    stretch = Span(scene.span(left.left_edge).start, scene.span(noun).start)
    found = [a for a in scene.actors if stretch.holds(a.span) and a.mention.kind in ("person", "state")]
    states = [a for a in found if a.mention.kind == "state"]
    # "the Helsinki summit", "the Moscow talks": one state alone is the place, two are the parties
    return found if len(states) != 1 else [a for a in found if a.mention.kind == "person"]


def _performers(scene: Scene, noun: Token, row: Trigger, named: Sequence[Actor]) -> tuple[Token | None, list[Actor]]:
    """The subject of the verb that the noun is the object or the occasion of, where he takes part."""
    verb = verb_of(noun)
    if verb is None or (child(noun, "poss") is not None and noun.dep_ not in ("pobj", "ccomp", "dep")):
        return None, []
    if _is_object(noun) and noun.head.i == verb.i and verb.lower_ in SUPPORT:
        words = ("to",) if row.frame == "letter" else ("with", "between")
        others = [] if row.frame == "visit" else [a for o in objects(verb, *words) for a in scene.people(o)]
        return verb, [*doers(scene, verb), *others]
    if noun.dep_ == "nsubjpass" and verb.lower_ in SUPPORT:
        return verb, [a for agent in objects(verb, "by") for a in scene.people(agent)]
    if noun.dep_ == "dobj" and noun.head.i == verb.i and verb.lower_ in CANCEL | POSTPONE:
        return verb, doers(scene, verb)
    if noun.dep_ == "pobj" and noun.head.lower_ == "in" and noun.head.head.lower_ == "part":
        return verb, doers(scene, verb)
    if row.frame == "visit" and noun.dep_ == "pobj" and noun.head.lower_ == "on":
        above = noun.head.head  # "is on travel to X", "Mattis, on a one-day visit to X, said"
        if above.lower_ in ("is", "are", "was", "were", "be", "been"):
            return verb, doers(scene, verb)
        if above.tag_.startswith("NNP"):
            return verb, scene.people(above)[:1]
    if noun.dep_ == "pobj" and noun.head.lower_ in _OCCASION and (noun.head.head.i == verb.i or _bare(noun, row)):
        return verb, _at_occasion(scene, noun, verb, row, named)
    return verb, []


def _bare(noun: Token, row: Trigger) -> bool:
    """ "at talks", "during a summit": a phrase of time that the parser may hang on the noun before it."""
    words = ("at", "during", "in") if row.frame == "call" else ("at", "during")
    return noun.head.lower_ in words and noun.head.head.tag_.startswith("N")


def _at_occasion(scene: Scene, noun: Token, verb: Token, row: Trigger, named: Sequence[Actor]) -> list[Actor]:
    """Who acts "during a meeting with Y", or shakes hands with whom "during a meeting": both took part."""
    determiner = child(noun, "det", "poss")
    indefinite = determiner is not None and determiner.lower_ in ("a", "an")
    own = [a for a in doers(scene, verb) if a.mention.kind in PERSONAL]
    known = {p.key for p in parties(named)}
    own = [a for a in own if (p := party(a)) is None or p.key not in known]
    if row.frame == "visit":
        return own if indefinite and not named else []
    if named:
        return own if child(noun, "poss") is None or not _owned(scene, noun) else []
    if verb.lower_.startswith(("participat", "tak", "took")) and noun.head.lower_ == "in":
        return own
    if row.frame in ("talks", "summit", "call", "meal") and len({p.country for p in parties(own) if p.country}) > 1:
        return own
    invited = noun.head.lower_ == "for" and verb.lower_.startswith(("invit", "host", "welcom", "receiv"))
    if row.frame in ("talks", "meal") and (invited or noun.head.lower_ in ("during", "in", "at", "before", "after")):
        others = [*patients(scene, verb), *(a for o in objects(verb, "with") for a in scene.people(o))]
        own = own or [a for a in doers(scene, verb) if a.mention.kind == "state"]  # "X told Y's officials during talks"
        others = [a for a in others if a.mention.kind in ("person", "title") or len(a.mention.countries) == 1]
        return [*own, *others] if own and others else []
    return []


def _owned(scene: Scene, noun: Token) -> bool:
    owner = child(noun, "poss")
    return owner is not None and owner.tag_ != "PRP$"


def _noun_kind(scene: Scene, noun: Token, row: Trigger, made: Trace) -> EncounterKind:
    words = _modifiers(noun)
    if row.frame == "summit":
        several = len(made.states) > 2 or any(
            (p.country and len(p.country) != 3) or p.entity == p.country for p in made.parties
        )
        return "summit" if several or any(p.how == "summit" for p in made.parties) else "meeting"
    if words & {"video", "virtual", "online"} or (
        row.frame == "talks" and re.search(r"\bvirtual|by video", clause(scene, noun))
    ):
        return "video_call"
    if row.frame in ("talks", "meal") and words & {"phone", "telephone", "telephonic"}:
        return "call"
    if row.frame == "talks" and PHONE.search(clause(scene, noun)):
        return "call"
    if noun.lower_ in ("conversation", "conversations", "discussion", "discussions", "dialogue"):
        made.certain = False
    return row.kind


def _refers_back(scene: Scene, noun: Token, made: Trace) -> bool:
    """Whether a definite noun without names of its own means an encounter told elsewhere."""
    if len(made.parties) > 1 or (made.kind == "visit" and made.parties):
        return False
    determiner = child(noun, "det", "poss")
    return (
        determiner is not None
        and (determiner.lower_ in ("the", "this", "their", "these", "that", "both") or _a_day(determiner))
        and not made.parties
    )


def _a_day(owner: Token) -> bool:
    """Whether an owner is a day: "Monday's summit", "today's talks" mean known ones."""
    return owner.dep_ == "poss" and (owner.lower_ in ("today", "tomorrow", "yesterday") or owner.lower_.endswith("day"))
