"""Where set phrases stand in a text: one pass over its words, with a look around the rarest word of each phrase."""

from __future__ import annotations

import functools
import itertools
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import ahocorasick_rs

from communique.knowledge.stems import simplified, stem
from communique.model.span import Span
from communique.reading.phrases.patterns import BREAK, HAN, LIGHT, WORD, Pattern, Patterns, classed

Form = Literal["canonical", "variant", "reordered", "translated"]
_FORMS: tuple[Form, ...] = ("canonical", "variant", "reordered", "translated")
# Never overlooked between the words of a phrase.
_TURNING = frozenset(map(stem, "not no never without against nor neither but if".split()))
_SPREAD = 6  # words that a phrase may have beside its own; the longest listed wording has five light ones in a row


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase as printed. size is how many of its words it has: more say more."""

    span: Span
    phrase: str
    form: Form
    size: int


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    symbol: str
    stems: tuple[str, ...]
    light: bool


def hits(text: str, found: Patterns) -> tuple[Hit, ...]:
    """The phrases of a text in text order, none overlapping another: of two the one that says more."""
    every = [hit for row in _rows(text, found) for hit in _of_row(text, row, found)]
    every += _han(text, found)
    every.sort(key=lambda hit: (-hit.size, _FORMS.index(hit.form), hit.span, hit.phrase))
    taken: set[int] = set()
    kept: list[Hit] = []
    for hit in every:
        if taken.isdisjoint(range(hit.span.start, hit.span.end)):
            taken.update(range(hit.span.start, hit.span.end))
            kept.append(hit)
    return tuple(sorted(kept, key=lambda hit: hit.span))


def _rows(text: str, found: Patterns) -> Iterator[list[_Word]]:
    """The words of the text, a row for each stretch that no phrase runs across."""
    row: list[tuple[int, int, str]] = []
    last = 0
    for match in WORD.finditer(text):
        if row and _breaks(text, last, match.start(), row[-1]):
            yield _words(row, found)
            row = []
        row.append((match.start(), match.end(), stem(match[0])))
        last = match.end()
    if row:
        yield _words(row, found)


def _breaks(text: str, start: int, end: int, before: tuple[int, int, str]) -> bool:
    """Whether the text between two words ends a sentence; a full stop after a single letter does not ("U.S.")."""
    if end - start == 1 and text[start] in " -":
        return False
    between = text[start:end]
    stop = BREAK.search(between)
    if stop is None:
        return False
    if between.strip() == "" and between.count("\n") == 1:
        return False  # a line that goes on
    return not (between.lstrip().startswith(".") and before[1] - before[0] == 1 and BREAK.search(between[1:]) is None)


def _words(row: list[tuple[int, int, str]], found: Patterns) -> list[_Word]:
    stems = [word[2] for word in row]
    out: list[_Word] = []
    at = 0
    for symbol, size in classed(stems, found.classes, found.pairs):
        light = size == 1 and symbol in LIGHT
        out.append(_Word(row[at][0], row[at + size - 1][1], symbol, tuple(stems[at : at + size]), light))
        at += size
    return out


def _of_row(text: str, row: list[_Word], found: Patterns) -> Iterator[Hit]:
    for at, word in enumerate(row):
        for pattern in found.by_class.get(word.symbol, ()):
            window = _window(row, at, pattern)
            if window is None:
                continue
            first, last = window
            if _stands(text, row, first, last, pattern, found):
                span = Span(row[first].start, row[last].end)
                yield Hit(span, pattern.phrase, _form(row[first : last + 1], pattern), len(pattern.classes))


def _window(row: Sequence[_Word], at: int, pattern: Pattern) -> tuple[int, int] | None:
    """The shortest stretch around a word that has all words of the pattern; None where there is none."""
    size = len(pattern.classes)
    if size == 1:
        return at, at
    reach, room = size + _SPREAD, _room(size)
    low, high = _edge(row, at, -1, reach, room, pattern), _edge(row, at, 1, reach, room, pattern)
    best: tuple[int, int] | None = None
    have: Counter[str] = Counter()
    missing, first = size, low
    for last in range(low, high + 1):
        symbol = row[last].symbol
        if have[symbol] < pattern.need[symbol]:
            missing -= 1
        have[symbol] += 1
        while missing == 0:
            if first <= at <= last and (best is None or last - first < best[1] - best[0]):
                best = first, last
            gone = row[first].symbol
            have[gone] -= 1
            if have[gone] < pattern.need[gone]:
                missing += 1
            first += 1
    return best


def _edge(row: Sequence[_Word], at: int, step: int, reach: int, room: int, pattern: Pattern) -> int:
    """How far from a word on one side the words of the pattern and light ones go, with room for others."""
    edge = at
    for offset in range(1, reach + 1):
        here = at + step * offset
        if not 0 <= here < len(row):
            break
        word = row[here]
        if word.symbol in pattern.need:
            edge = here
        elif not word.light:
            room -= 1
            if room < 0 or word.symbol in _TURNING:
                break
    return edge


def _stands(text: str, row: list[_Word], first: int, last: int, pattern: Pattern, found: Patterns) -> bool:
    """Whether a stretch with all words of a pattern is the phrase, by what else stands in it and beside it."""
    inside = row[first : last + 1]
    size = len(pattern.classes)
    others = [word for word in inside if word.symbol not in pattern.need and not word.light]
    if len(others) > _room(size) or any(word.symbol in _TURNING for word in others):
        return False
    if pattern.capitals and not text[row[first].start : row[last].end].isupper():
        return False
    if pattern.exact:
        whole = [stem_ for word in inside for stem_ in word.stems]
        return whole == list(pattern.whole)
    if size == 2 and not _pair_stands(text, inside, pattern):
        return False
    order = [word.symbol for word in inside if word.symbol in pattern.need]
    if pattern.bound and not pattern.bound <= set(itertools.pairwise(order)):
        return False
    if order != list(pattern.classes) and not _turned_stands(text, row, first, last, pattern, bool(others)):
        return False
    without = found.without.get(pattern.phrase)
    if without is None:
        return True
    beside = row[max(0, first - 1) : first] + row[last + 1 : last + 2]
    near = any(stem_ in without for word in (*others, *beside) for stem_ in word.stems)
    far = found.nowhere[pattern.phrase]
    return not near and not (far and any(stem_ in far for word in row for stem_ in word.stems))


def _turned_stands(text: str, row: Sequence[_Word], first: int, last: int, pattern: Pattern, others: bool) -> bool:
    """Whether words in another order are still the phrase: nothing else between them, and none at work outside."""
    if others or ("," in text[row[first].end : row[last].start] and not pattern.listing):
        return False
    return row[last].symbol == pattern.classes[-1] or not _goes_on(text, row, last)


def _goes_on(text: str, row: Sequence[_Word], last: int) -> bool:
    """Whether the word after a stretch belongs to its last word: "three major initiatives of the global | charity"."""
    if last + 1 >= len(row) or row[last + 1].light:
        return False
    return text[row[last].end : row[last + 1].start] in (" ", "-")


def _room(size: int) -> int:
    """How many words that are not its own a phrase may have between them: none below four."""
    return max(0, (size - 2) // 2)


def _pair_stands(text: str, inside: Sequence[_Word], pattern: Pattern) -> bool:
    """Two words make a phrase only side by side, with the light words of the wording, or turned round with "of"."""
    between = [word.stems[0] for word in inside[1:-1]]
    joint = text[inside[0].end : inside[1].start]
    ordered = inside[0].symbol == pattern.classes[0]
    if ordered and pattern.tight:
        return not between and "," not in joint
    if ordered or pattern.classes[0] == pattern.classes[1]:
        return len(between) <= 3 and "," not in text[inside[0].end : inside[-1].start]
    return between in (["of"], ["of", "the"], ["that", "i"], ["that", "is"])


def _form(inside: Sequence[_Word], pattern: Pattern) -> Form:
    """How the printed words stand to the listed ones."""
    whole = tuple(stem_ for word in inside for stem_ in word.stems)
    if whole == pattern.whole:
        return _FORMS[pattern.rank]
    content = tuple(sorted(s for word in inside if word.symbol in pattern.need for s in word.stems))
    if content != pattern.content:
        return "translated"
    order = tuple(word.symbol for word in inside if word.symbol in pattern.need)
    return "variant" if order == pattern.classes else "reordered"


def _han(text: str, found: Patterns) -> list[Hit]:
    """Phrases in scripts without blanks, as strings."""
    if not HAN.search(text):
        return []
    wordings = tuple(found.han)
    out = []
    for number, start, end in _automaton(wordings).find_matches_as_indexes(simplified(text)):
        phrase, rank = found.han[wordings[number]]
        out.append(Hit(Span(start, end), phrase, _FORMS[rank], end - start))
    return out


@functools.lru_cache(maxsize=4)
def _automaton(wordings: tuple[str, ...]) -> ahocorasick_rs.AhoCorasick:
    return ahocorasick_rs.AhoCorasick(wordings, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
