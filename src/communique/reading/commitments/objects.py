"""The nouns that an act asks for: "signed" an agreement, "announced" aid, "witnessed" a signing."""

from __future__ import annotations

from collections.abc import Iterator

from communique.reading.commitments.acts import objects
from communique.reading.statements import tree
from communique.reading.tokens import Token

# "a number of agreements", "a series of measures": the counted noun is meant.
_COUNTING = frozenset(
    "number series range batch set package raft dozen dozens score scores total couple host one some several all"
    " slew string list hundreds version copy text exchange".split()
)
_LETTERS = frozenset({"letter", "letters"})


def wanted(noun: Token, nouns: frozenset[str]) -> Token | None:
    """The noun of an object phrase that is one of those asked for; None where none is."""
    for token in _heads(noun, 0):
        if token.lower_ in nouns and _really(token):
            return token
    return None


def _heads(noun: Token, depth: int) -> Iterator[Token]:
    """The noun, what it counts or measures, what is joined to it."""
    yield noun
    if depth > 3:
        return
    money = noun.lower_ in {"million", "billion", "trillion", "$", "yuan", "euros", "dollars"} or noun.tag_ in {
        "CD",
        "$",
    }
    for link in tree.children(noun, "prep"):
        counting = link.lower_ == "of" and (noun.lower_ in _COUNTING or noun.tag_ == "CD")
        if counting or money or (link.lower_ == "in" and noun.tag_ == "CD"):
            for inner in tree.children(link, "pobj"):
                yield from _heads(inner, depth + 1)
    for other in tree.children(noun, "conj", "appos"):
        if not tree.is_verb(other):
            yield from _heads(other, depth + 1)


def _really(noun: Token) -> bool:
    """Whether the noun means what its class says: a letter of intent, a signing ceremony, an exchange of documents."""
    if noun.lower_ in _LETTERS:
        return any(n.lower_ in {"intent", "agreement", "understanding"} for n in _after_of(noun))
    if noun.lower_ == "ceremony":
        return any(t.lower_ == "signing" for t in noun.lefts)
    if noun.lower_ == "exchange":
        return any(n.lower_ in objects()["instrument"] for n in _after_of(noun))
    return True


def _after_of(noun: Token) -> list[Token]:
    return [n for link in tree.children(noun, "prep") if link.lower_ == "of" for n in tree.children(link, "pobj")]


def instrument(noun: Token) -> bool:
    """Whether the noun is a document of states rather than of trade or law: no "purchase contract", no "decree"."""
    return not any(
        t.lower_ in {"employment", "purchase", "sales", "executive", "sponsorship", "peace-time", "extension"}
        for t in noun.lefts
    )


def what_is_signed(noun: Token) -> Token:
    """The instrument of "the signing of five agreements"; the noun itself where it is one."""
    for inner in _after_of(noun):
        if noun.lower_ in objects()["signing"]:
            return inner
    return noun
