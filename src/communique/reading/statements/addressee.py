"""Whom a statement was said to, where the sentence says so outside the clause that was said."""

from __future__ import annotations

from communique.reading.statements import tree
from communique.reading.statements.cues import Cue
from communique.reading.tokens import Token

# Their object is who was spoken to: "thanked Ruto for ...".
_ADDRESSING = frozenset({"thank", "congratulate", "compliment"})
_WRITTEN = frozenset("message messages letter letters telegram telegrams cable note reply email".split())
_SPEAKING = frozenset({"speaking", "talking", "writing", "addressing"})


def addressee(verb: Token, cue: Cue, speaker: Token | None) -> Token | None:
    """The one spoken to: "thanked him", "in a message to him, Xi said", "speaking to him, Putin stressed"."""
    if cue.lemma in _ADDRESSING and not tree.is_passive(verb):
        return next((t for t in tree.children(verb, "dobj", "dative") if t.i > verb.i), None)
    if "sentiment" in cue.frames:
        return _reached(verb, "to")
    for link in tree.children(verb, "prep"):
        for noun in tree.children(link, "pobj"):
            if link.lower_ in {"in", "by", "with"} and noun.lower_ in _WRITTEN and (found := _reached(noun, "to")):
                return found
    said = [*tree.children(verb, "advcl"), *(tree.children(speaker, "acl") if speaker is not None else ())]
    for clause in said:
        if clause.lower_ in _SPEAKING:
            return _reached(clause, "to") or _reached(clause, "with")
    return None


def _reached(head: Token, link: str) -> Token | None:
    """The noun after "to" or "with" that hangs on a word or on its object."""
    for word in (head, *(t for t in tree.children(head, "dobj") if t.i > head.i)):
        for prep in tree.children(word, "prep", "dative"):
            if prep.lower_ == link and prep.i > head.i:
                for noun in tree.children(prep, "pobj"):
                    return noun
    return None
