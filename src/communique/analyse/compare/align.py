"""Aligning what two accounts say: pairs first by likeness, then the lines in the order of the texts."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from communique.analyse.compare.likeness import contrasts, differing, likeness, weights
from communique.model.comparison import Cell, Flag, Line, Standing

ALIKE = 0.5
"""From this likeness on two wordings are one point in other words: on tests/gold/aligned.csv those of one point lie at
.53 and above, those of two at .48 and below."""
OFF_TOPIC = 0.62
"""The same where both have topics and share none: then the words must tell it alone."""
AGAIN = 0.8
"""From this likeness on one account says the same thing twice (headline and body, two of its articles)."""
SAME = 0.9
"""From this share of common words in common order on two wordings are the same but for a word."""


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that an account says: its cell, words and place in the account's order; lead: in its leading text."""

    label: str
    cell: Cell
    words: tuple[str, ...]
    place: tuple[int, int]
    topics: tuple[str, ...] = ()

    @property
    def lead(self) -> bool:
        """Whether it stands in the leading text of its account."""
        return self.place[0] == 0


def once(points: Sequence[Point]) -> list[Point]:
    """The points of one account and speaker, repetitions made one: the first stands, the others are told with it."""
    weight = weights(point.words for point in points)
    out: list[Point] = []
    holding: dict[str, list[int]] = defaultdict(list)
    for point in sorted(points, key=lambda point: point.place):
        twin = _twin(point, out, holding, weight)
        if twin is None:
            for word in set(point.words):
                holding[word].append(len(out))
            out.append(point)
        else:
            out[twin] = _merged(out[twin], point)
    return out


def _twin(point: Point, kept: Sequence[Point], holding: dict[str, list[int]], weight: dict[str, float]) -> int | None:
    shared = Counter(at for word in set(point.words) for at in holding.get(word, ()))
    likely = [at for at, count in shared.items() if 2 * count >= min(len(set(point.words)), len(set(kept[at].words)))]
    scored = [(likeness(point.words, kept[at].words, weight), -at) for at in likely]
    best = max(scored, default=(0.0, 0))
    return -best[1] if best[0] >= AGAIN else None


def _merged(one: Point, two: Point) -> Point:
    """The one of two that says more, with the place where it was said first."""
    more, less = (two, one) if len(two.words) > len(one.words) else (one, two)
    also = (*more.cell.also, (less.cell.article, less.cell.sentence), *less.cell.also)
    topics = tuple(dict.fromkeys((*one.topics, *two.topics)))
    cell = replace(more.cell, also=tuple(dict.fromkeys(also)))
    return replace(more, cell=cell, place=one.place, topics=topics)


def aligned(
    left: Sequence[Point], right: Sequence[Point], *, least: float = ALIKE, flags: tuple[Flag, ...] = ()
) -> tuple[list[Line], list[Point], list[Point]]:
    """The lines of the pairs that were found, and the points that found no partner, in their order.

    Pairs are taken by likeness, the greatest first; of equal ones the first in the texts.
    """
    weight = weights(point.words for point in (*left, *right))
    found = sorted(
        (-score, at, to)
        for at, to in _candidates(left, right)
        if (score := likeness(left[at].words, right[to].words, weight)) >= _least(left[at], right[to], least)
    )
    taken_left: dict[int, tuple[int, float]] = {}
    taken_right: set[int] = set()
    for score, at, to in found:
        if at not in taken_left and to not in taken_right:
            taken_left[at] = (to, -score)
            taken_right.add(to)
    lines = [_pair(left[at], right[to], score, flags) for at, (to, score) in sorted(taken_left.items())]
    return (
        lines,
        [point for at, point in enumerate(left) if at not in taken_left],
        [point for to, point in enumerate(right) if to not in taken_right],
    )


def _least(one: Point, two: Point, least: float) -> float:
    apart = one.topics and two.topics and not set(one.topics) & set(two.topics)
    return max(least, OFF_TOPIC) if apart else least


def _candidates(left: Sequence[Point], right: Sequence[Point]) -> list[tuple[int, int]]:
    """The pairs that have enough words in common to be worth an exact look."""
    holding: dict[str, list[int]] = defaultdict(list)
    for to, point in enumerate(right):
        for word in set(point.words):
            holding[word].append(to)
    out = []
    for at, one in enumerate(left):
        shared = Counter(to for word in set(one.words) for to in holding.get(word, ()))
        least = len(set(one.words))
        out += [(at, to) for to in sorted(shared) if 4 * shared[to] >= min(least, len(set(right[to].words)))]
    return out


def _pair(one: Point, two: Point, score: float, flags: tuple[Flag, ...]) -> Line:
    left, right, ratio = differing(one.cell, two.cell)
    standing: Standing = "same" if ratio >= SAME else "reworded"
    topics = tuple(topic for topic in one.topics if topic in two.topics) or one.topics or two.topics
    label = one.label if one.label == two.label else f"{one.label} / {two.label}"
    return Line(label, standing, left, right, topics, (*flags, *contrasts(left, right)), None, (), score)


def alone(point: Point, standing: Standing) -> Line:
    """The line of a point that the other account has not."""
    left, right = (point.cell, None) if standing == "left" else (None, point.cell)
    return Line(point.label, standing, left, right, point.topics)


def moved(pairs: Sequence[tuple[int, int]]) -> dict[int, tuple[int, int]]:
    """Which of the pairs changed their order: by index, their places (from 1) among all on either side.

    The most that can keep their order do (the longest run that rises in both; of equal ones that which begins first);
    the others moved.
    """
    order = sorted(range(len(pairs)), key=lambda at: pairs[at])
    ranks = {at: rank for rank, at in enumerate(sorted(order, key=lambda at: (pairs[at][1], pairs[at][0])), 1)}
    still = _rising([ranks[at] for at in order])
    found = {at: (place + 1, ranks[at]) for place, at in enumerate(order) if place not in still}
    return {at: places for at, places in found.items() if places[0] != places[1]}


def _rising(values: Sequence[int]) -> set[int]:
    """The places of a longest rising run."""
    ends: list[int] = []
    tops: list[int] = []
    before: dict[int, int | None] = {}
    for at, value in enumerate(values):
        where = bisect_left(tops, value)
        before[at] = ends[where - 1] if where else None
        if where == len(tops):
            tops.append(value)
            ends.append(at)
        else:
            tops[where], ends[where] = value, at
    kept: set[int] = set()
    last = ends[-1] if ends else None
    while last is not None:
        kept.add(last)
        last = before[last]
    return kept
