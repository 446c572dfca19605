"""Where one attribution of a sentence ends and the next begins."""

from __future__ import annotations

import re

from communique.model.span import Span, stripped
from communique.reading.statements import tree
from communique.reading.statements.scene import Draft, Scene
from communique.reading.tokens import Token

_EVENT = (
    r"statement|interview|press conference|news conference|(?:press |news |daily |regular )?briefing|tweet|speech"
    r"|(?:tele)?phone call|(?:tele)?phone conversation|video call|social media post|post on \w+"
    r"|press release"
)
# Phrases that belong to the verb and not to what was said.
_TAIL = re.compile(
    rf"[,\s]+(?:in|during|at|after|via|through)\s+(?:an?|his|her|their|its|the|today's|Monday's)\s+(?:[\w-]+\s+){{0,2}}(?:{_EVENT})\b"
    r"[^.;“\"]{0,80}$"
    r"|, (?:during|on the sidelines of|in the course of|at the end of|at the start of) [^.;“\"]{0,160}$"
    r"|, (?:with)?in the framework of (?:an?|his|her|their|the) (?:[\w-]+ ){0,3}"
    r"(?:visit|trip|tour|summit|meeting|forum)\b[^.;“\"]{0,160}$"
    r"|[,\s]+(?:speaking|addressing|answering|responding) (?:to|at|in|after|before)\b[^.;“\"]{0,80}$"
)
_LOOSE = re.compile(r"(?:[,\s]+(?:and|but|while|also|when|as well as|then|by|in|after|before))+[,\s]*\Z")
# '"..., a very special man" as they sat down': the writer goes on after the closing mark.
_AFTER_QUOTATION = re.compile(
    r"(?<=[\"”])\s+(?:as|while|when|after|before) (?:he|she|they|the two|his|her|their)\b[^\"“”]*$"
)
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_WHERE = rf"(?: (?:on {_DAY}|with [\w ]{{2,30}}|in [A-Z]\w+))?"
_HEAD = re.compile(
    rf"(?:(?:on |late |early )*{_DAY}(?: (?:morning|afternoon|evening|night))?"
    rf"|(?:in|during|at) (?:an?|his|her|the)\s(?:[\w-]+\s){{0,2}}(?:{_EVENT}){_WHERE}"
    r"|(?:earlier |later )?(?:last|this) (?:week|month|year)|earlier|later|today|yesterday)"
    r"(?:,? that |, | )"
)


def cut(scene: Scene, found: list[Draft]) -> None:
    """Cut each content where the next attribution takes over, hand sources down, mark what stands inside what."""
    for n, draft in enumerate(found):
        for later in found[n + 1 :]:
            if later.form == "trailing clause" and draft.form != "trailing clause" and _swallows(draft, later):
                _end_before(scene, draft, min(later.cue_span.start, (later.source or later.cue_span).start))
            elif _takes_over(scene, draft, later):
                _end_before(scene, draft, _boundary(scene, later))
                _inherit(draft, later)
    for draft in found:
        if draft.content and draft.form != "trailing clause":
            draft.content[-1] = _trim(scene.text, draft.content[-1])
    for draft in found:
        for outer in found:
            if outer is not draft and any(span.holds(draft.cue_span) for span in outer.content):
                draft.inside = outer
    _link(scene, found)


def _swallows(draft: Draft, later: Draft) -> bool:
    """Whether the content of "Fidan said A, Anadolu reported" has run over the second cue."""
    return bool(draft.content) and draft.content[-1].holds(later.cue_span) and later.content[0].holds(draft.cue_span)


def _trim(text: str, span: Span) -> Span:
    head = _HEAD.match(span.of(text))
    start = span.start + head.end() if head and head.end() < len(span) - 10 else span.start
    tail = _TAIL.search(text[start : span.end]) or _AFTER_QUOTATION.search(text[start : span.end])
    end = start + tail.start() if tail and tail.start() > 12 else span.end
    return stripped(text, start, end, ",") or span


def _takes_over(scene: Scene, draft: Draft, later: Draft) -> bool:
    """Whether the later cue goes on where the earlier content ends: ", adding that", "and encouraged"."""
    verb, outer = later.verb, draft.verb
    if verb is None or outer is None or not draft.content or later.form == "trailing clause":
        return False
    if not draft.content[-1].holds(later.cue_span):
        return False
    start = _opening(scene, later)
    before = scene.doc[start - 1].text if start else ""
    if tree.own_subject(verb) is not None or later.form == "around its cue":
        return False
    coordinated = verb.dep_ == "conj" and verb.head != outer
    if coordinated and verb.tag_ == outer.tag_ and _finite(verb.head) != outer.tag_:
        return True  # "noted that the market has remained open and encouraged ...": the tense tells whose verb it is
    if coordinated and verb.tag_ == outer.tag_ and (before == "," or later.cue.lemma == draft.cue.lemma):
        return True
    if verb.tag_ != "VBG":
        return False
    return before == "," or verb.head == outer or scene.doc[start].lower_ in {"while", "before"}


def _finite(verb: Token) -> str:
    helpers = tree.children(verb, "aux", "auxpass")
    return str(helpers[0].tag_ if helpers else verb.tag_)


def _opening(scene: Scene, later: Draft) -> int:
    """The first token of what introduces a later cue: "and", "while", "also"."""
    assert later.verb is not None
    at = later.verb.i
    while at and scene.doc[at - 1].lower_ in {
        "and",
        "while",
        "but",
        "also",
        "further",
        "then",
        "before",
        "by",
        "in",
        "after",
    }:
        at -= 1
    return at


def _boundary(scene: Scene, later: Draft) -> int:
    return scene.base + scene.doc[_opening(scene, later)].idx


def _end_before(scene: Scene, draft: Draft, at: int) -> None:
    kept = []
    for span in draft.content:
        end = min(span.end, at)
        loose = _LOOSE.search(scene.text, span.start, end)
        end = loose.start() if loose else end
        piece = stripped(scene.text, span.start, end, ",") if span.start < end else None
        if piece:
            kept.append(piece)
    draft.content = kept


def _inherit(draft: Draft, later: Draft) -> None:
    if draft.source is not None:
        later.source, later.speaker, later.inherits = draft.source, draft.speaker, draft


def _link(scene: Scene, found: list[Draft]) -> None:
    """Say whose source a participle or coordinated verb takes."""
    for draft in found:
        if draft.inherits is None and not draft.own_source and draft.source is not None:
            owner = next((d for d in found if d is not draft and d.own_source and d.source == draft.source), None)
            draft.inherits = owner
