"""Strangers: people without title or nationality who speak or act in a sentence, found by its grammar."""

from __future__ import annotations

from collections.abc import Sequence

from communique.knowledge.first_names import pronoun_of
from communique.model.span import Span
from communique.reading.actors.items import CALENDAR
from communique.reading.actors.mentions import Mention, overlapping
from communique.reading.actors.words import HONORIFICS, NO_PERSON, OPENERS, PARTICLES
from communique.reading.parse import Sentence
from communique.reading.tokens import Token


def strangers(text: str, sentences: Sequence[Sentence], known: Sequence[Mention]) -> list[Mention]:
    """Plain names of two words or more that no known mention covers: subjects, and names with a known first name."""
    taken = sorted(known, key=lambda m: m.span)
    out = []
    for sentence in sentences:
        for token in sentence.doc or ():
            if token.tag_ != "NNP" or token.dep_ == "compound":
                continue
            span = _name(sentence, token)
            if span is None or not _is_person(span.of(text)):
                continue
            first, last = overlapping(taken, span)
            if first != last:
                continue
            # a subject may be anybody; elsewhere a place or a thing is as likely, so the first name must be known
            if token.dep_ in ("nsubj", "nsubjpass") or pronoun_of(span.of(text), ()):
                out.append(Mention(span, "person", name=span))
    return out


def _name(sentence: Sentence, head: Token) -> Span | None:
    """The run of capitalised words that ends with the head."""
    first = head
    while first.i > 0:
        before = first.nbor(-1)
        if before.tag_ != "NNP" and before.lower_ not in PARTICLES:
            break
        if not before.text[0].isupper() and (before.i == 0 or not before.nbor(-1).text[0].isupper()):
            break
        first = before
    while first.i < head.i and (first.lower_.rstrip(".") in HONORIFICS | OPENERS or first.lower_.endswith(".")):
        first = first.nbor(1)
    return sentence.place(first, head) if first.i < head.i else None


def _is_person(name: str) -> bool:
    words = name.split()
    return (
        2 <= len(words) <= 5
        and words[-1][0].isupper()
        and not any(word in CALENDAR or (word.isupper() and len(word) > 2) for word in words)
        and not NO_PERSON.search(name)
    )
