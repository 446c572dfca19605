"""Patterns: the wordings of all phrases as rows of word classes, each filed under the rarest of its classes.

A wording is the classes of its content words. A class is a set of words that stand for each other in set phrases
("shared", "common"); a word of no class is a class of its own. Articles, prepositions and the like do not count.
"""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from communique.knowledge.phrases import SetPhrase, SetPhrases
from communique.knowledge.stems import stem

LIGHT = frozenset(
    map(
        stem,
        "a an the of for in on to and or with by its their our his her that which is are be been being was were at as"
        " from between among both it into this these each other"
        " own has have had will и в на с за о об по для к от".split(),
    )
)
"""Words that may stand between those of a phrase, or be left out."""

# Letters and digits of one word; a short prefix with its hyphen belongs to it ("non-interference"). Other scripts than
# those written with blanks are searched as strings.
WORD = re.compile(
    r"(?:(?:co|non|multi|anti|de|super|mega|ultra)[-‑])?[^\W_\u2e80-\u9fff]+(?:['’][^\W_\u2e80-\u9fff]+)*",
    re.IGNORECASE,
)
# What no phrase runs across.
BREAK = re.compile(r"[.;:!?…\n]")
HAN = re.compile(r"[\u2e80-\u9fff]")


@dataclass(frozen=True, slots=True)
class Pattern:
    """One wording of a phrase. classes are its content words in order; stems its words, all of them and the content."""

    phrase: str
    rank: int  # 0 canonical, 1 a listed variant
    classes: tuple[str, ...]
    need: Counter[str]
    whole: tuple[str, ...]
    content: tuple[str, ...]
    tight: bool  # no light word stands between its words as listed
    exact: bool  # only in these words and this order
    capitals: bool  # an abbreviation: only in capitals
    listing: bool  # several things with commas between them
    bound: frozenset[tuple[str, str]]  # what a hyphen joins stays side by side, in this order


@dataclass(frozen=True, slots=True)
class Patterns:
    """All wordings of one knowledge base.

    by_class files the patterns under their rarest class. pairs are two words that count as one ("third party"). han are
    the wordings of scripts without blanks. without are the words that, beside a phrase, make it
    something else, nowhere those that do so anywhere in its sentence.
    """

    by_class: dict[str, tuple[Pattern, ...]]
    classes: dict[str, str]
    pairs: dict[tuple[str, str], str]
    han: dict[str, tuple[str, int]]
    without: dict[str, frozenset[str]]
    nowhere: dict[str, frozenset[str]]
    table: SetPhrases


@functools.lru_cache(maxsize=4)
def patterns(table: SetPhrases) -> Patterns:
    """The wordings of a table, made once a table."""
    classes: dict[str, str] = {}
    pairs: dict[tuple[str, str], str] = {}
    for id_, words in table.words.items():
        for word in words:
            stems = [stem(match[0]) for match in WORD.finditer(word)]
            if len(stems) == 1:
                classes[stems[0]] = id_
            elif len(stems) == 2:
                pairs[stems[0], stems[1]] = id_
    made: list[Pattern] = []
    han: dict[str, tuple[str, int]] = {}
    for phrase in table.rows.values():
        for rank, wording in wordings(phrase):
            if HAN.search(wording):
                han.setdefault(wording, (phrase.id, rank))
            else:
                made.append(_pattern(phrase.id, rank, wording, classes, pairs))
    without, nowhere = (
        {row.id: _stems(row, far) for row in table.rows.values() if row.without} for far in (False, True)
    )
    return Patterns(_filed(made), classes, pairs, han, without, nowhere, table)


def _stems(phrase: SetPhrase, far: bool) -> frozenset[str]:
    return frozenset(stem(word.removeprefix("~")) for word in phrase.without if word.startswith("~") == far)


def wordings(phrase: SetPhrase) -> Iterator[tuple[int, str]]:
    """Every listed wording of a phrase with its rank: 0 for the canonical ones, 1 for variants."""
    yield 0, phrase.name
    for variant in phrase.variants:
        yield 1, variant
    for at, original in enumerate(phrase.original):
        yield min(at, 1), original


def classed(stems: list[str], classes: dict[str, str], pairs: dict[tuple[str, str], str]) -> list[tuple[str, int]]:
    """The classes of a row of stems, each with how many of them it takes (two for a pair)."""
    out: list[tuple[str, int]] = []
    at = 0
    while at < len(stems):
        pair = pairs.get((stems[at], stems[at + 1])) if at + 1 < len(stems) else None
        out.append((pair, 2) if pair else (classes.get(stems[at], stems[at]), 1))
        at += out[-1][1]
    return out


def _pattern(
    phrase: str, rank: int, wording: str, classes: dict[str, str], pairs: dict[tuple[str, str], str]
) -> Pattern:
    exact, wording = wording.startswith("="), wording.removeprefix("=")
    stems = [stem(match[0]) for match in WORD.finditer(wording)]
    joined = [wording[m.end() : m.end() + 1] in ("-", "‑") for m in WORD.finditer(wording)]
    row: list[str] = []
    content: list[str] = []
    at = 0
    bound: set[tuple[str, str]] = set()
    hyphen = False
    for symbol, size in classed(stems, classes, pairs):
        if size == 2 or symbol not in LIGHT:
            if hyphen:
                bound.add((row[-1], symbol))
            row.append(symbol)
            hyphen = joined[at + size - 1]
            content += stems[at : at + size]
        at += size
    tight = not any(s in LIGHT for s in stems)
    listing, capitals = "," in wording, wording.isupper()
    whole, words = tuple(stems), tuple(sorted(content))
    return Pattern(
        phrase, rank, tuple(row), Counter(row), whole, words, tight, exact, capitals, listing, frozenset(bound)
    )


def _filed(made: list[Pattern]) -> dict[str, tuple[Pattern, ...]]:
    often = Counter(symbol for pattern in made for symbol in pattern.need)
    out: dict[str, list[Pattern]] = {}
    for pattern in made:
        rarest = min(pattern.classes, key=lambda symbol: (often[symbol], symbol))
        out.setdefault(rarest, []).append(pattern)
    return {symbol: tuple(rows) for symbol, rows in out.items()}
