"""Stems: words without inflection and spelling variety, so that a phrase is known again however it is declined."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Endings of Russian nouns, adjectives and participles, the longest first; what is left must have three letters.
_RUSSIAN = tuple(
    sorted(
        "иями ями ами ыми ими ого его ому ему ией иях иям ией ия ию ии ие ий ых их ым им ый ой ая яя ое ее ые ую юю"
        " ей ем ом ам ям ах ях ов ев а я о е у ю ы и ь".split(),
        key=len,
        reverse=True,
    )
)
_SPELLED = (
    (re.compile(r"isation(?=s?$)"), "ization"),
    (re.compile(r"is(?=ing$|ed$|e$)(?<=[mnlrt]is)"), "iz"),
    (re.compile(r"(?<=[hvb])our(?=s?$|ly$|liness$|hood$|ing$)"), "or"),
    (re.compile(r"^centre(?=s?$)"), "center"),
    (re.compile(r"^centred$"), "centered"),
    (re.compile(r"(?<=fen)ce$"), "se"),
)


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """A word in lower case without marks, plural, possessive and Russian ending, in American spelling."""
    apart = unicodedata.normalize("NFD", word.lower())
    plain = "".join(c for c in apart if c == "\u0306" or not unicodedata.combining(c))  # й is a letter of its own
    plain = unicodedata.normalize("NFC", plain).replace("’", "'").replace("-", "").replace("‑", "")
    if "\u0400" <= plain[:1] <= "\u04ff":
        return _russian(plain)
    plain = plain.removesuffix("'s").removesuffix("'")
    for pattern, spelled in _SPELLED:
        plain = pattern.sub(spelled, plain)
    return _singular(plain)


def _singular(word: str) -> str:
    if len(word) < 4 or word.endswith(("ss", "us", "is")) or not word.endswith("s"):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-2] if word.endswith(("sses", "ches", "shes", "xes")) else word[:-1]


def _russian(word: str) -> str:
    for ending in _RUSSIAN:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word
