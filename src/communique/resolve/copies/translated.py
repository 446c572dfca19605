"""Translated copies: the same text in other words keeps the order of its names and numbers."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence, Set

from communique.resolve.copies.weights import SMALL_WORDS
from communique.resolve.copies.words import Words

# 80 texts put into Spanish and back by a rule-based translator against 9,434 pairs of unlinked pages about the same
# summit: back in English the copies scored .75 and more, the others .42 at most; English beside Spanish 78 of 80 copies
# .37 and more, the others .32 at most.
SAME_LANGUAGE = 0.70
OTHER_LANGUAGE = 0.37
INSTEAD_OF_PARTIAL = 0.75
"""From here on a text that shares some sentences with another is that text as a whole, reworded."""
_ANCHORS = 5  # different names and numbers that both must have: fewer stand in one order by chance
_ORDER = 0.6
_WORDS = 60  # a teaser of three sentences has its names in one order by chance
_LENGTHS = 2.5
_PARTS, _PARTS_HELD = 5, 4
_GRAM = 4


def anchors(words: Words) -> tuple[tuple[str, float], ...]:
    """The names and numbers of a text in order, each with its place in it (0 to 1): words only ever with a capital."""
    small = {word for word, name in zip(words.folded, words.names, strict=True) if not name}
    small |= SMALL_WORDS
    return tuple(
        (word, at / len(words))
        for at, (word, name) in enumerate(zip(words.folded, words.names, strict=True))
        if name and len(word) > 1 and word not in small
    )


def translated_share(a: Words, b: Words, *, other_language: bool) -> float | None:
    """How far two texts are one text in other words (0 to 1); None where they are not.

    The order of the names and numbers that both have, how many of them both have, and the likeness of the letters.
    """
    if min(len(a), len(b)) < _WORDS or max(len(a), len(b)) > _LENGTHS * min(len(a), len(b)):
        return None
    order, common = _order(anchors(a), anchors(b))
    least = OTHER_LANGUAGE if other_language else SAME_LANGUAGE
    if order < _ORDER or order * math.sqrt(common) < least:
        return None
    share = order * math.sqrt(common * _likeness(a.folded, b.folded))
    return share if share >= least else None


def _order(a: Sequence[tuple[str, float]], b: Sequence[tuple[str, float]]) -> tuple[float, float]:
    """How much of the common names and numbers stands in one order, and how common they are."""
    all_a, all_b = {word for word, _ in a}, {word for word, _ in b}
    both = all_a & all_b
    if len(both) < _ANCHORS or min(_spread(a, both), _spread(b, both)) < _PARTS_HELD:
        return 0.0, 0.0
    mine, theirs = [word for word, _ in a if word in both], [word for word, _ in b if word in both]
    order = _longest_common(mine, theirs) / max(len(mine), len(theirs))
    return order, min(1.0, 2 * len(both) / min(len(all_a), len(all_b)))


def _spread(found: Sequence[tuple[str, float]], both: Set[str]) -> int:
    """In how many fifths of a text the common names stand: one sentence with the same names is no copied text."""
    return len({int(place * _PARTS) for word, place in found if word in both})


def _longest_common(a: Sequence[str], b: Sequence[str]) -> int:
    """The length of the longest common subsequence (Allison and Dix 1986: the rows of the table as bits)."""
    places: dict[str, int] = {}
    for at, word in enumerate(a):
        places[word] = places.get(word, 0) | 1 << at
    every = (1 << len(a)) - 1
    row = every
    for word in b:
        held = row & places.get(word, 0)
        row = ((row + held) | (row - held)) & every
    return len(a) - row.bit_count()


def _likeness(a: Sequence[str], b: Sequence[str]) -> float:
    """The cosine of the two texts' runs of four letters, frequent ones damped."""
    mine, theirs = _letters(a), _letters(b)
    product = sum(value * theirs[gram] for gram, value in sorted(mine.items()) if gram in theirs)
    norm = math.sqrt(sum(v * v for v in sorted(mine.values())) * sum(v * v for v in sorted(theirs.values())))
    return product / norm if norm else 0.0


def _letters(words: Sequence[str]) -> dict[str, float]:
    line = " ".join(words)
    counted = Counter(line[at : at + _GRAM] for at in range(len(line) - _GRAM + 1))
    return {gram: 1 + math.log(count) for gram, count in counted.items()}
