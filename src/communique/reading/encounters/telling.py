"""From triggers to traces: what each trigger of a sentence tells, with its date, place and the rest."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from communique.knowledge.base import Knowledge
from communique.model.dates import PartialDate
from communique.model.reading import Party
from communique.reading.encounters import details
from communique.reading.encounters.means import APART, LEADERS
from communique.reading.encounters.nouns import of_noun
from communique.reading.encounters.parties import party
from communique.reading.encounters.scene import Scene, verb_of
from communique.reading.encounters.signings import witnessed
from communique.reading.encounters.tense import PLACE_VERBS, RECALL, SUPPORT
from communique.reading.encounters.trace import OLD_NEWS_DAYS, Trace
from communique.reading.encounters.triggers import trigger
from communique.reading.encounters.verbs import of_verb
from communique.reading.encounters.when import long_ago, moved_to, when
from communique.reading.encounters.where import of_relative, where
from communique.reading.tokens import Token

_MORE = frozenset("also separately later afterwards afterward subsequently additionally".split())
_JOURNEYS = frozenset(
    "travel travels traveled travelled traveling travelling visit visited visits went goes going".split()
)
_OF_COUNCIL = re.compile(r"\s+of the (?:[\w’'-]+ ){0,6}(?:Committee|Council|Forum|Commission|Conference|Group)\b")
_COUNCIL = re.compile(r"\b(?:ministers|leaders|heads)\b", re.IGNORECASE)


def traces(scene: Scene, kb: Knowledge, published: PartialDate | None) -> list[Trace]:
    """Every trace of a sentence, in text order."""
    out: list[Trace] = []
    for token in scene.candidates():
        row = trigger(token.text, token.tag_)
        if row is None or scene.quoted(token) or _inside_name(scene, token):
            continue
        made = of_verb(scene, token, row) if row.part == "verb" else of_noun(scene, token, row)
        verb = token if row.part == "verb" else verb_of(token)
        if row.frame == "signing" and (seen := witnessed(scene, token, row)) is not None:
            made, verb = seen
            token = verb
        if made is None:
            continue
        _complete(scene, made, token, verb, kb, published)
        if made.told == "held" and (long_ago(scene, token, verb) or (verb is not None and _weeks_before(verb))):
            made.told = "past"
        if made.told in ("held", "open") and made.when is not None and _before_the_news(made.when.start, published):
            made.told = "past"
        _name_guest(made, out)
        out.append(made)
        if made.told == "postponed" and (later := moved_to(scene, published)) is not None:
            out.append(replace(made, told="planned", when=later, moved=True))
    return out


def _name_guest(visit: Trace, told: Sequence[Trace]) -> None:
    """Name the visitor of "held talks with A in X during the state visit": the one of the two who is not of X."""
    if visit.frame != "visit" or visit.parties or visit.told != "held" or visit.where is None:
        return
    for talks in told:
        named = [p for p in talks.parties if p.name and p.country]
        guests = [p for p in named if p.country != visit.where.country]
        if talks.kind == "meeting" and talks.told == "held" and len(named) == 2 and len(guests) == 1:
            visit.parties = [replace(guests[0], support="resolved", how="guest")]
            visit.back = visit.sides = False
            visit.when = None  # the day is that of the talks


def _weeks_before(verb: Token) -> bool:
    """Whether its clause is told as weeks before something ("comes a week after he attended a summit with X")."""
    mark = next((c for c in verb.children if c.lower_ == "after" and c.dep_ in ("mark", "prep", "advmod")), None)
    if mark is None or mark.i == verb.sentence_start:
        return False
    return mark.nbor(-1).lower_ in ("week", "weeks", "month", "months", "year", "years")


def _inside_name(scene: Scene, token: Token) -> bool:
    """Whether the word is part of a name of the tables ("Munich Security Conference"), or of a mention of an actor."""
    span = scene.span(token)
    if any(a.span.overlaps(span) and a.mention.kind in ("person", "title") for a in scene.actors):
        return True
    return any(
        n.span.overlaps(span)
        and len(n.span) > len(span)
        and n.entries[0].kind in ("outlet", "organisation", "initiative")
        for n in scene.names
    )


def _complete(
    scene: Scene, made: Trace, token: Token, verb: Token | None, kb: Knowledge, published: PartialDate | None
) -> None:
    """Date, place, level, initiator and the rest, from the trigger's own clause."""
    ruler = verb if verb is None or token.i == verb.i or _governs(token, verb, lead=scene.lead == 0) else None
    made.when = when(scene, token, ruler, published, made.told)
    journey = made.kind == "visit"
    together = not APART.search(scene.sentence.span.of(scene.text))
    if made.kind == "meeting" and together and any(_of_many_states(p, kb) for p in made.parties):
        made.kind = "summit"
    council = _OF_COUNCIL.match(scene.text, scene.span(token).end, scene.sentence.span.end) is not None
    several = (together and _of_three(made, kb)) or (council and len(made.states) > 2)
    made.several = made.kind == "meeting" and several
    goal = journey or made.frame == "receive"
    if made.kind not in ("call", "video_call", "letter"):
        tops = [token] if ruler is None or token.i == ruler.i else [token, ruler]
        made.where = where(scene, tops, kb, goal=goal) or made.where
        if made.where is None and ruler is not None and (there := _where_clause(ruler)) is not None:
            shared = where(scene, [there], kb, goal=goal or there.lower_ in _JOURNEYS)
            own = of_relative(scene, ruler, kb)
            made.where = own or shared
            if own is None or (shared is not None and shared.city == own.city):
                made.when = made.when or when(scene, there, there, published, made.told)
        if made.where is None and ruler is not None and (way := _journey_to(ruler)) is not None and not journey:
            made.where = where(scene, [way], kb, goal=True)
            made.when = made.when or when(scene, way, way, published, made.told)
    made.level = details.level(token) if journey else None
    made.initiator = details.initiator(scene, token, verb)
    made.sidelines = details.sidelines(scene, [t for t in (token, verb) if t is not None])
    made.further = verb is not None and any(c.dep_ == "advmod" and c.lower_ in _MORE for c in verb.children)
    beside = details.accompanying(scene, verb)
    if made.frame in ("talks", "call", "meal") and (present := details.attending(scene, token)):
        beside, made.attended = [*beside, *present], True
    made.accompanying = [p for a in beside if (p := party(a))]
    if made.sidelines and made.where is None and made.kind == "meeting":
        made.where = details.place_of_sidelines(scene, [t for t in (token, verb) if t is not None], kb)


def _before_the_news(date: PartialDate, published: PartialDate | None) -> bool:
    """Whether a date is printed that lies too long before publication to be news."""
    return published is not None and (published.first - date.last).days > OLD_NEWS_DAYS


def _of_three(made: Trace, kb: Knowledge) -> bool:
    """Whether people of three or more states, or of an organisation and two states, met together."""
    sides = {
        p.country for p in made.parties if (p.country in kb.states and (p.name or p.role)) or (p.country and p.name)
    }
    leading = {bool(LEADERS.search(p.role or "")) for p in made.parties if p.role}
    return len(sides) > 2 and len(leading) < 2  # an envoy meets the presidents of two states one by one


def _of_many_states(party: Party, kb: Knowledge) -> bool:
    """Whether a party is the ministers or leaders of a grouping ("the foreign ministers of the Quad")."""
    body = kb.organisations.get(party.country or "")
    return (
        party.name is None
        and body is not None
        and body.kind not in ("world", "agency", "organ", "mission")
        and bool(_COUNCIL.search(party.role or ""))
    )


def _where_clause(verb: Token) -> Token | None:
    """The verb whose place and time a clause with "where" shares: "in Kazan in October, where he is due to meet X"."""
    at = verb
    while at.dep_ in ("xcomp", "acomp", "conj") and at.head.i != at.i:
        at = at.head
    asks = [c for t in (at, verb) for c in t.children if c.lower_ == "where"]
    return verb_of(at.head) if asks and at.dep_ in ("relcl", "advcl") else None


def _journey_to(verb: Token) -> Token | None:
    """The verb of the journey whose purpose a verb tells: "travelled to Kigali to meet X"."""
    at = verb
    while at.dep_ == "conj" and at.head.i != at.i:
        at = at.head
    purpose = at.dep_ in ("advcl", "xcomp") and at.tag_ == "VB"
    return at.head if purpose and at.head.lower_ in _JOURNEYS else None


def _governs(noun: Token, verb: Token, *, lead: bool) -> bool:
    """Whether a verb's phrases of time and place are the noun's too: its support verb, or what was said during it.

    In the lead what "was agreed on Monday after talks" was agreed on the day of the talks.
    """
    if noun.dep_ in ("dobj", "nsubjpass", "nsubj", "ccomp", "dep") and noun.head.i == verb.i:
        return verb.lower_ in SUPPORT | RECALL | PLACE_VERBS or noun.dep_ == "nsubjpass"
    words = ("in", "during", "at", "after", "following") if lead else ("in", "during", "at")
    if noun.dep_ == "pobj" and noun.head.lower_ == "on" and noun.head.head.i == verb.i:
        return verb.dep_ == "ROOT" and verb.lower_ in (
            "is",
            "are",
            "was",
            "were",
        )  # "is on travel to X from July 8 to 10"
    return noun.dep_ == "pobj" and noun.head.head.i == verb.i and noun.head.lower_ in words
