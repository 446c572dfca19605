"""What is said to have become of a relation: raised to a level, established, reaffirmed."""

from __future__ import annotations

import re

from communique.model.reading import Change
from communique.model.span import Span
from communique.reading.partnerships.labels import Label
from communique.reading.partnerships.scene import Scene

_REACH = 160  # characters before a label in which its verb is looked for; a clause of the genre is shorter
_RAISED = re.compile(
    r"\b(?:elevat(?:e[sd]?|ing|ion)|upgrad(?:e[sd]?|ing)|rais(?:e[sd]?|ing)|lift(?:s|ed|ing)?|promot(?:ed|ing))\b",
    re.IGNORECASE,
)
# "raised ... to a", "to the level of": what stands between "to" and the label is only that.
_TO = re.compile(
    r"\b(?:to|into|as)\s+(?:that of\s+"
    r"|the (?:level|status|height|rank)(?:s)? of\s+|(?:a|an|the|its|their|our)\s+)*[\"“‘']*\s*$",
    re.IGNORECASE,
)
_UP_TO = re.compile(r"\b(?:to|into)\s+(?:\w+\s+){0,3}[\"“‘']*\s*$", re.IGNORECASE)
_RAISED_AFTER = re.compile(
    r"[\"”’']*\s*(?:(?:was|were|has been|have been|is|are|being)\s+)(?:elevated|upgraded|raised|lifted)\b",
    re.IGNORECASE,
)
_MADE = re.compile(
    r"\b(?:establish(?:es|ed|ing|ment of)?|forg(?:e[sd]?|ing)|form(?:ed|ing)|announc(?:e[sd]?|ing)"
    r"|set(?:ting)? up|enter(?:ed|ing)? into"
    r"|conclud(?:ed|ing)|proclaim(?:ed|ing)|sign(?:ed|ing)|launch(?:ed|ing)"
    r"|designat(?:e[sd]?|ing|ion)|nam(?:ed|ing))\b",
    re.IGNORECASE,
)
_MADE_AFTER = re.compile(
    r"[\"”’']*\s*(?:(?:was|were|has been|have been|that was|which was|they)\s+)?(?:established|forged|formed)\b",
    re.IGNORECASE,
)
_KEPT = re.compile(
    r"\b(?:re-?affirm(?:s|ed|ing)?|reiterat(?:e[sd]?|ing)|recommit(?:ted|ting)?|renew(?:ed|ing)?)\b", re.IGNORECASE
)
# Hoped for, possible, refused: nothing has happened to the relation.
_UNREAL = re.compile(
    r"\b(?:not|never|no|hop(?:e[sd]?|ing)|may|might|could|would|should|wish(?:es|ed)?|want(?:s|ed)?"
    r"|seek(?:s|ing)?|propos(?:e[sd]?|al|ing)"
    r"|suggest\w*|consider\w*|discuss\w*|possib\w+|if|whether|ready|willing"
    r"|plans?|plann\w+|call(?:s|ed)? (?:for|on)|urg(?:e[sd]?|ing)"
    r"|look(?:s|ing)? forward|work(?:s|ing)? towards?|refus\w+|fail\w*)\b",
    re.IGNORECASE,
)
_LATER = re.compile(r"\b(?:will|shall|to be|is to|are to|set to|due to|expected to)\s+(?:\w+\s+)?$", re.IGNORECASE)
_DECIDED = re.compile(r"\b(?:agree[ds]?|agreeing|decid\w+|announc\w+|declar\w+)\b", re.IGNORECASE)
_WORDS = 9  # between "established" and its label: "... between the two countries a ..."


def change_of(label: Label, scene: Scene, start: int) -> tuple[Change | None, Span | None]:
    """What is said to have become of the relation, and the word that says so.

    start is where the label begins, with the pair before it.
    """
    clause = max(scene.span.start, start - _REACH)
    before = scene.text[clause:start]
    for pattern, name in ((_RAISED, "elevated"), (_MADE, "established"), (_KEPT, "reaffirmed")):
        found = list(pattern.finditer(before))
        if not found:
            continue
        last = found[-1]
        between = before[last.end() :]
        if name == "elevated" and not _TO.search(between):
            continue
        if name != "elevated" and (len(between.split()) > _WORDS or (name == "established" and _UP_TO.search(between))):
            continue
        return _real(before, last, name, clause)
    for pattern, name in ((_RAISED_AFTER, "elevated"), (_MADE_AFTER, "established")):
        after = pattern.match(scene.text, label.span.end, scene.span.end)
        if after is not None:
            return name, Span(after.end() - len(after[0].split()[-1]), after.end())  # type: ignore[return-value]
    return None, None


def _real(before: str, verb: re.Match[str], name: str, offset: int) -> tuple[Change | None, Span | None]:
    ahead = before[: verb.start()]
    if _UNREAL.search(ahead[-40:]) or (_LATER.search(ahead) and not _DECIDED.search(ahead)):
        return None, None
    return name, Span(offset + verb.start(), offset + verb.end())  # type: ignore[return-value]
