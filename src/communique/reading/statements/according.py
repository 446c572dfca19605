""" "According to ...", "as quoted by ...": who says it, or who passes on what another says."""

from __future__ import annotations

import re

from communique.model.span import Span, stripped
from communique.reading.statements import tree
from communique.reading.statements.cues import ACCORDING
from communique.reading.statements.scene import Draft, Scene
from communique.reading.tokens import Token

_CARRIED = re.compile(
    r",?\s*\b(?P<as>as )?(?:quoted|cited|reported|carried|relayed|published|broadcast|aired)(?: \w+ly)? by "
    r"(?P<who>[^,.;:“”\"()]{2,60}?)(?=\s+(?:as|on|in|that|and|after|late|early)\b|[,.;:“”\"()]|$)"
)
_ACCORDING = re.compile("according", re.IGNORECASE)


def joined_with(scene: Scene, found: list[Draft]) -> list[Draft]:
    """The sentence's attributions with those of "according to"; words of the phrase are taken out of other contents."""
    out = list(found)
    named = _ACCORDING.search(scene.text, scene.base, scene.sentence.span.end)
    for token in scene.doc if named else ():
        if token.lower_ != "according" or scene.quoted[token.i] or token.i + 2 >= len(scene.doc):
            continue
        noun = _named(scene, token)
        if noun is None:
            continue
        first, last = tree.phrase(noun)
        whole = scene.place(token.i, last)
        for draft in found:
            draft.content = _without(scene.text, draft.content, whole)
        made = _draft(scene, token, noun, last)
        if made is None:
            continue
        for draft in found:
            if any(
                span.holds(draft.cue_span) or span.overlaps(draft.content[0]) for span in made.content if draft.content
            ):
                draft.via.append(scene.place(first, last))
                draft.inside = draft.inside or made
        out.append(made)
    _carried(scene, found)
    return [d for d in out if d.content or d.pending]


def _carried(scene: Scene, found: list[Draft]) -> None:
    """Note who passes on the sentence's attributions: "as quoted by TASS", "in remarks carried by Xinhua"."""
    if not found or scene.text.find(" by ", scene.base, scene.sentence.span.end) < 0:
        return
    for match in _CARRIED.finditer(scene.text, scene.base, scene.sentence.span.end):
        who = Span(*match.span("who"))
        if scene.quotations.at(who.start) is not None:
            continue
        for draft in found:
            if who not in draft.via and not (draft.source and draft.source.overlaps(who)):
                draft.via.append(who)
            if match["as"]:
                draft.content = _without(scene.text, draft.content, Span(match.start(), match.end()))


def _named(scene: Scene, token: Token) -> Token | None:
    if scene.doc[token.i + 1].lower_ != "to":
        return None
    link = scene.doc[token.i + 1]
    for noun in tree.children(link, "pobj"):
        return noun
    return None


def _draft(scene: Scene, token: Token, noun: Token, last: int) -> Draft | None:
    doc = scene.doc
    phrase_end = max(last, tree.right_edge(noun)) if doc[min(last + 1, len(doc) - 1)].text != "," else last
    pieces = []
    if token.i > 0:
        left = _piece(scene, 0, token.i - 1)
        pieces += [left] if left else []
    if phrase_end + 1 < len(doc):
        right = _piece(scene, phrase_end + 1, len(doc) - 1)
        if right and (token.i <= 1 or (doc[phrase_end + 1].text == "," and len(right) > 25)):
            pieces.append(right)
    if not pieces:
        return None
    draft = Draft(scene.sentence, None, ACCORDING, scene.place(token.i, token.i + 1), "according to", pieces)
    draft.source, draft.speaker = scene.place(*tree.phrase(noun)), noun
    return draft


def _piece(scene: Scene, first: int, last: int) -> Span | None:
    doc = scene.doc
    while first <= last and doc[first].text in {",", "and", "but", "And", "But"}:
        first += 1
    if first > last:
        return None
    span = scene.place(first, last)
    return stripped(scene.text, span.start, span.end, ",.;") if last - first >= 1 else None


def _without(text: str, content: list[Span], phrase: Span) -> list[Span]:
    out = []
    for span in content:
        if not span.overlaps(phrase):
            out.append(span)
            continue
        left = stripped(text, span.start, phrase.start, ",") if span.start < phrase.start else None
        right = stripped(text, phrase.end, span.end, ",.") if phrase.end < span.end else None
        out += [piece for piece in (left, right) if piece]
    return out
