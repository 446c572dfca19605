"""What else a text says of a commitment: conditions, the instrument's name, the deadline, whether it is history."""

from __future__ import annotations

import re

from communique.model.dates import PartialDate
from communique.model.reading import Polarity
from communique.model.span import Span
from communique.reading.commitments.found import Found
from communique.reading.commitments.objects import what_is_signed
from communique.reading.parse import Sentence
from communique.reading.statements import tree
from communique.reading.tokens import Token

_CONDITIONS = frozenset({"if", "unless", "provided", "once", "until"})
_AS_LONG = re.compile(
    r"\b(?:as long as|on (?:the )?condition that|provided that|only if|only when|in return for|in exchange for)\b",
    re.IGNORECASE,
)
_DENYING = re.compile(r"\b(?:den(?:y|ies|ied|ying)|refut\w+|dismiss\w*|reject\w*)\b", re.IGNORECASE)
_YEAR = r"(?P<year>20\d\d)"
_MONTHS = "January February March April May June July August September October November December".split()
_DEADLINE = re.compile(
    rf"\b(?:by|before|until|no later than)\s+(?:the end of\s+)?"
    rf"(?:(?P<month>{'|'.join(_MONTHS)})\s+(?:of\s+)?)?{_YEAR}\b"
)
# History: what an article recalls is no news of its own.
_MONTH_NAMES = "|".join(_MONTHS)
_BEFORE = re.compile(
    rf"\b(?:last (?:year|month|week|spring|summer|autumn|fall|winter|{_MONTH_NAMES})"
    r"|(?:a|two|three|four|five|six|seven|eight|nine|ten|several|many|few|\d+) (?:years?|months?|weeks?|decades?)"
    r" (?:ago|earlier)|decades ago|previously|in the past|in recent years|over the (?:past|last)"
    r"|since (?:the|its|19|20)|earlier this (?:year|month)|back in)\b",
    re.IGNORECASE,
)
_IN_YEAR = re.compile(r"\b(?:[Ii]n|[Ss]ince|of|from|,)\s+(?:[A-Z][a-z]+\s+(?:\d{1,2},?\s+)?)?((?:19|20)\d\d)\b")
LONGEST_LABEL = 200


def polarity(found: Found, clause: str, denied: str) -> Polarity:
    """How it is meant: denied tells by which word the statement around it speaks."""
    if denied and _DENYING.search(denied):
        return "denied"
    if found.negated:
        return "negated"
    verbs = [token for token in (found.word, found.verb, found.inner) if token is not None]
    for verb in verbs:
        for child in tree.children(verb, "advcl"):
            marks = [t for t in tree.children(child, "mark") if t.lower_ in _CONDITIONS]
            if any(t.i == 0 or t.nbor(-1).lower_ != "even" for t in marks):
                return "conditional"
    return "conditional" if _AS_LONG.search(clause) else "affirmed"


def label(found: Found, sentence: Sentence, text: str) -> tuple[str, Span] | None:
    """The instrument as printed ("over 20 cooperation agreements"), with its place; None where none is named."""
    if found.noun is None or found.act.status not in {"signed", "agreed", "implemented"}:
        return None
    noun = what_is_signed(found.noun)
    first, last = noun.left_edge.i, noun.i
    doc = noun.doc
    for child in noun.rights:
        if child.dep_ in {"relcl", "acl", "advcl", "punct", "cc", "appos", "ccomp", "conj"}:
            break
        last = max(last, _plain_end(child))
    if found.word.i < noun.i:
        first = max(first, found.word.i + 1)
    while first < last and doc[first].lower_ in {"a", "an", "the", "also", "its", "their", ",", "of"}:
        first += 1
    span = sentence.place(doc[first], doc[last])
    words = " ".join(span.of(text).split())
    return (words, span) if len(words) <= LONGEST_LABEL else None


def _plain_end(token: Token) -> int:
    last = token.i
    for child in token.rights:
        if child.dep_ in {"relcl", "acl", "advcl"} or (child.dep_ == "punct" and child.text == ","):
            break
        last = max(last, _plain_end(child))
    return last


def deadline(clause: str) -> PartialDate | None:
    """The day, month or year by which it is to be done."""
    found = _DEADLINE.search(clause)
    if found is None:
        return None
    month = _MONTHS.index(found["month"]) + 1 if found["month"] else None
    return PartialDate(int(found["year"]), month)


def is_history(words: str, year: int | None) -> bool:
    """Whether the words around an act put it before the article's news."""
    if _BEFORE.search(words):
        return True
    return year is not None and any(int(found[1]) < year for found in _IN_YEAR.finditer(words))


def is_pluperfect(verb: Token) -> bool:
    """Whether it is "had agreed": what came before what is told."""
    return any(t.lower_ in {"had", "'d"} and t.dep_ == "aux" for t in verb.lefts) and verb.tag_ == "VBN"
