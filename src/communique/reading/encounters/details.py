"""What else a clause says of an encounter: level of a visit, who asked for it, the margins of what, who came along."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from communique.knowledge.base import Knowledge
from communique.model.reading import Initiator, Level
from communique.model.span import Span
from communique.reading.actors.actors import Actor
from communique.reading.encounters.scene import Scene, child, objects
from communique.reading.encounters.tense import TAKES_PLACE
from communique.reading.encounters.where import Where, where
from communique.reading.tokens import Token

_LEVELS: tuple[tuple[str, Level], ...] = (
    ("official working", "official_working"), ("state", "state"), ("official", "official"), ("working", "working"),
    ("private", "private"), ("unofficial", "private"), ("transit", "transit"),
)  # fmt: skip
_ASKED = re.compile(
    r"\bat\s+(?:the\s+)?(?P<how>invitation|request|initiative)\s+(?:of|from)\s+|\bon\s+the\s+(?P<on>initiative|invitation)\s+of\s+",
    re.IGNORECASE,
)
_AT = re.compile(r"\b(?:at|on)\s+(?:the\s+)?\Z", re.IGNORECASE)
_OWN_WISH = re.compile(r"[’']s?\s+(?:\w+\s+)?(?P<how>invitation|request|initiative)\b", re.IGNORECASE)
_PRESENCE = re.compile(r"\bin\s+the\s+presence\s+of\s+", re.IGNORECASE)
_ATTENDING = re.compile(r"\b(?:attending|participating|taking part|in attendance|present)\b", re.IGNORECASE)
_WITH = re.compile(r",\s+with\s", re.IGNORECASE)
_MARGINS = re.compile(
    r"\bon\s+the\s+(?:sidelines?|margins?|fringes)\s+of\s+(?:(?:the|an?|this|last)\s+)?(?:week[’']s\s+)?(?P<what>(?:[^,;.()]|\.(?=\S)|(?<=\.[A-Z])\.){2,90})",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"\s+(?:in|at|on|to|for|with|where|which|that|this|and|before|after|during|today|yesterday|hosted|held|being|ahead|as|which)\b.*$",
    re.DOTALL,
)


def level(noun: Token) -> Level | None:
    """The level of a visit as its adjectives print it; None where they do not."""
    words = " ".join(t.lower_ for t in noun.lefts)
    words = re.sub(r"[-–]", " ", words)
    return next((found for phrase, found in _LEVELS if re.search(rf"\b{phrase}\b", words)), None)


def initiator(scene: Scene, trigger: Token, verb: Token | None) -> Initiator | None:
    """Which side invited or asked, where the sentence says "at the invitation (request) of X"."""
    whole = scene.sentence.span
    match = _ASKED.search(scene.text, whole.start, whole.end)
    if match is None:
        return _own_wish(scene)
    actor = next((a for a in scene.actors if 0 <= a.span.start - match.end() <= 5), None)
    if actor is None or actor.party is None or actor.party.country is None:
        return None
    how = (match["how"] or match["on"]).lower()
    return Initiator(
        actor.party.country,
        "request" if how in ("request", "initiative") else "invitation",
        (Span(match.start(), actor.span.end),),
    )


def _own_wish(scene: Scene) -> Initiator | None:
    """Who asked, where he is named before it ("at Nairobi's request")."""
    whole = scene.sentence.span
    for actor in scene.actors:
        asked = _OWN_WISH.match(scene.text, actor.span.end, whole.end)
        before = _AT.search(scene.text, whole.start, actor.span.start)
        if asked and before and actor.party is not None and actor.party.country is not None:
            how: Literal["invitation", "request"] = "invitation" if asked["how"].lower() == "invitation" else "request"
            return Initiator(actor.party.country, how, (Span(before.start(), asked.end()),))
    return None


def sidelines(scene: Scene, tops: Sequence[Token]) -> str | None:
    """The event on whose margins it took place, as printed, without article and place."""
    match = _MARGINS.search(scene.text, scene.sentence.span.start, scene.sentence.span.end)
    if match is None:
        return None
    token = scene.token_at(match.start())
    if token is None or not any(token.i in {t.i for t in top.subtree} for top in tops):
        return None
    what = re.sub(r"\s+", " ", _ENDS.sub("", match["what"])).strip(" “”\"'")
    return what or None


def place_of_sidelines(scene: Scene, tops: Sequence[Token], kb: Knowledge) -> Where | None:
    """The place of that event, where the phrase goes on with it ("of the G20 summit in Bali")."""
    for top in tops:
        for noun in objects(top, "of"):
            found = where(scene, [noun], kb, goal=False)
            if found is not None:
                return found
    return None


def accompanying(scene: Scene, verb: Token | None) -> list[Actor]:
    """Who is named as coming along: "accompanied by X", "together with his aide Y" is left to the participants."""
    for token in scene.tokens:
        if (
            token.lower_ == "accompanied"
            and verb is not None
            and (token.head.i == verb.i or token.i == verb.i or token.dep_ in ("acl", "advcl"))
        ):
            return [a for agent in objects(token, "by") for a in scene.people(agent)]
    return in_presence(scene)


def in_presence(scene: Scene) -> list[Actor]:
    """Who is named after "in the presence of"."""
    match = _PRESENCE.search(scene.text, scene.sentence.span.start, scene.sentence.span.end)
    return _listed(scene, match.end()) if match is not None else []


def attending(scene: Scene, noun: Token) -> list[Actor]:
    """Who is listed as present: "the meeting was attended by X; Y", "X and Y were present at the meeting"."""
    determiner = child(noun, "det")
    if determiner is None or determiner.lower_ not in ("the", "this"):
        return []
    verb = noun.head
    if noun.dep_ == "nsubjpass" and verb.lower_ == "attended":
        agent = next((c for c in verb.children if c.lower_ == "by"), None)
        return _listed(scene, scene.span(agent).end) if agent is not None else []
    present = next((t for t in (verb.head, verb) if t.lower_ == "present" and noun.dep_ == "pobj"), None)
    if present is None:
        return []
    be = present if present.head.i == present.i else present.head
    if be.lower_ not in ("was", "were", "is", "are"):
        return []
    last = scene.span(be)
    if present.i < be.i:  # "Present at the meeting were X and Y"
        return _listed(scene, last.end)
    return [a for a in _listed(scene, scene.sentence.span.start) if a.span.end <= last.start]


def with_attending(scene: Scene, noun: Token) -> list[Actor]:
    """Who attended what a noun says was held: "the summit was held in X on Monday, with A, B and C attending"."""
    verb = noun.head
    if noun.dep_ != "nsubjpass" or verb.lower_ not in TAKES_PLACE:
        return []
    start = scene.span(verb).end
    ends = _ATTENDING.search(scene.text, start, scene.sentence.span.end)
    begins = _WITH.search(scene.text, start, ends.start()) if ends is not None else None
    if begins is None or ends is None:
        return []
    stretch = (a for a in scene.actors if begins.end() <= a.span.start and a.span.end <= ends.start())
    return [a for a in stretch if a.mention.kind in ("person", "title")]


def _listed(scene: Scene, start: int) -> list[Actor]:
    """The people named in a list up to its next verb, without the titles printed behind their names."""
    stop = next(
        (scene.span(t).start for t in scene.tokens if t.tag_ in ("VBD", "VBZ", "VBP") and scene.span(t).start > start),
        scene.sentence.span.end,
    )
    found = [a for a in scene.actors if start <= a.span.start < stop and a.mention.kind == "person"]
    return [a for a in found if a.mention.name is not None and a.party is not None and a.party.name]
