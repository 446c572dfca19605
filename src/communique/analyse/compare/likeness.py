"""How alike two wordings are: by the words that carry meaning, rare ones more; and where they differ, by the word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from functools import lru_cache
from math import log

from communique.knowledge.stems import stem
from communique.model.comparison import Cell, Flag
from communique.model.span import Span

NEAR = 0.55
"""From this share of common words in common order on, two wordings are near enough to show where they differ; below it,
more would be marked than not (read off the pairs of the examples, tests/analyse/test_likeness.py)."""
LONG = 300
"""Wordings of more words than this are not compared word by word: the time grows with the product of their lengths."""
FEW = 2
"""Less than so many words in common is chance, unless they are all that the shorter wording has."""

# A word; of scripts without spaces each character is one.
_WORD = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]|(?:(?![\u3400-\u9fff\uf900-\ufaff])[\w’'])+(?:[-‑]\w+)*")
_SMALL = frozenset(
    "a about after all also an and any are as at be been both but by can could each for from had has have he her his"
    " how i in into is it its made make may more most must of on one or other our out shall she should so than that the"
    " their them there these they this those through to two under up upon was we were what when where which while who"
    " will with would you your side country nation".split()
)
_ENDINGS = re.compile(r"(?:ational|ations?|ments?|ingly|ing|edly|ied|ers?|ed|es|ly|ness|ity|y|e)$")
_NEGATION = frozenset("not no never neither nor cannot".split())


def words(text: str) -> tuple[str, ...]:
    """The words of a wording that carry meaning, in a rough stem, in order; all there is where none does."""
    printed = [match[0] for match in _WORD.finditer(text)]
    found = tuple(word for word in map(_root, printed) if word)
    return found or tuple(word.casefold() for word in printed) or tuple(text.split())


@lru_cache(maxsize=1 << 16)
def _root(word: str) -> str:
    """A word in a rough stem: what cooperate and cooperation share; empty for small words."""
    plain = stem(word)
    if plain in _SMALL:
        return ""
    if len(plain) < 5 or not plain.isascii() or any(c.isdigit() for c in plain):
        return plain
    return _ENDINGS.sub("", plain)[:7] or plain


def weights(rows: Iterable[Sequence[str]]) -> dict[str, float]:
    """How much each word tells: 1 for one that stands in one wording only, little for one that stands in all."""
    kept = tuple(rows)
    among = Counter(word for row in kept for word in set(row))
    whole = log(1 + len(kept)) or 1.0
    return {word: log(1 + len(kept) / count) / whole for word, count in among.items()}


def likeness(one: Sequence[str], two: Sequence[str], weight: dict[str, float]) -> float:
    """How much of the shorter wording stands in the other, by the weight of its words (0 to 1).

    A wording three times as long says more than the shorter one: that counts for a fifth less.
    """
    left, right = set(one), set(two)
    shared = left & right
    small = min((left, right), key=lambda words: (_sum(words, weight), len(words)))
    if not shared or (len(shared) < FEW and len(small) > len(shared)):
        return 0.0
    found = _sum(shared, weight) / (_sum(small, weight) or 1.0)
    longer = 3 * min(len(left), len(right)) < max(len(left), len(right))
    return round(found * (0.8 if longer else 1.0), 6)


def _sum(words: Iterable[str], weight: dict[str, float]) -> float:
    return sum(weight.get(word, 1.0) for word in sorted(words))


def differing(left: Cell, right: Cell) -> tuple[Cell, Cell, float]:
    """The same cells with the stretches marked that the other has not, and how much of their words they share in order.

    Nothing is marked where they are not near each other, or too long to tell.
    """
    if left.words.casefold() == right.words.casefold():
        return left, right, 1.0
    mine, theirs = _tokens(left), _tokens(right)
    if not mine or not theirs or max(len(mine), len(theirs)) > LONG:
        return left, right, 0.0
    matcher = SequenceMatcher(None, [word for word, _ in mine], [word for word, _ in theirs], autojunk=False)
    blocks = matcher.get_matching_blocks()
    ratio = round(2 * sum(block.size for block in blocks) / (len(mine) + len(theirs)), 6)
    if ratio < NEAR:
        return left, right, ratio
    in_left = {at for block in blocks for at in range(block.a, block.a + block.size)}
    in_right = {at for block in blocks for at in range(block.b, block.b + block.size)}
    return (
        replace(left, differing=_stretches(mine, in_left, left)),
        replace(right, differing=_stretches(theirs, in_right, right)),
        ratio,
    )


def _tokens(cell: Cell) -> list[tuple[str, Span]]:
    out = []
    for span, text in zip(cell.spans, cell.texts, strict=True):
        for match in _WORD.finditer(text):
            place = Span(span.start + match.start(), span.start + match.end())
            out.append((match[0].casefold().replace("’", "'").replace("‑", "-"), place))
    return out


def _stretches(tokens: Sequence[tuple[str, Span]], kept: set[int], cell: Cell) -> tuple[Span, ...]:
    """The runs of words that are not kept, never across the edge of a stretch of the cell."""
    out: list[Span] = []
    last = -2
    for at, (_, span) in enumerate(tokens):
        if at in kept:
            continue
        if at == last + 1 and any(part.start <= out[-1].start and span.end <= part.end for part in cell.spans):
            out[-1] = Span(out[-1].start, span.end)
        else:
            out.append(span)
        last = at
    return tuple(out)


def contrasts(left: Cell, right: Cell) -> tuple[Flag, ...]:
    """What a reader must not miss in two wordings that look alike: a "not" in one only, other numbers."""
    flags: list[Flag] = []
    mine, theirs = ([word for word, _ in _tokens(cell)] for cell in (left, right))
    if _negated(mine) != _negated(theirs):
        flags.append("negation")
    numbers = [{word for word in words if word[0].isdigit()} for words in (mine, theirs)]
    if numbers[0] and numbers[1] and numbers[0] != numbers[1]:
        flags.append("numbers")
    return tuple(flags)


def _negated(tokens: Iterable[str]) -> bool:
    return any(word in _NEGATION or word.endswith("n't") for word in tokens)
