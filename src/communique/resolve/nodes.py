"""Groups on their way: how alike two of them are, on average over their mentions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from communique.resolve.facts import MentionFacts
from communique.resolve.same import likeness

Bonus = Mapping[tuple[str, str], float]
"""What copy links add to the likeness of two articles (smaller id first)."""


class Part:
    """Mentions that were joined without a judgement; equal statements are compared once and counted."""

    def __init__(self, mentions: Sequence[MentionFacts]) -> None:
        self.mentions = sorted(mentions, key=lambda m: m.key)
        self.kinds: dict[tuple[object, ...], tuple[MentionFacts, int]] = {}
        for mention in _speaking(self.mentions):
            first, count = self.kinds.get(mention.told, (mention, 0))
            self.kinds[mention.told] = (first, count + 1)
        self.articles = sorted({mention.article for mention in self.mentions})

    def likeness(self, other: Part, bonus: Bonus) -> float | None:
        """The mean likeness of the mentions of two parts; None where any two of them exclude each other."""
        total, weight = 0.0, 0
        for one, many in self.kinds.values():
            for two, more in other.kinds.values():
                found = likeness(one, two)
                if found is None:
                    return None
                total += found * many * more
                weight += many * more
        return round((total + _linked(self.articles, other.articles, bonus)) / weight, 9)


def _linked(mine: Sequence[str], others: Sequence[str], bonus: Bonus) -> float:
    if len(mine) * len(others) <= len(bonus):
        return sum(bonus.get((min(a, b), max(a, b)), 0.0) for a in mine for b in others)
    one, two = set(mine), set(others)
    return sum(v for (a, b), v in sorted(bonus.items()) if (a in one and b in two) or (a in two and b in one))


def _speaking(mentions: list[MentionFacts]) -> list[MentionFacts]:
    """The mentions of a part that speak for it: those that exclude the earliest published one stay silent.

    They are in it by a copied sentence (a copy under a later date), and must neither keep away what fits nor draw in
    what fits only them.
    """
    first = min(mentions, key=lambda m: (m.dating != "day", m.published or 10**7, m.key))
    return [m for m in mentions if m is first or m.article == first.article or likeness(first, m) is not None]


class Node:
    """A group: one part, or several that people joined."""

    def __init__(self, parts: list[Part]) -> None:
        self.parts = parts
        self.size = sum(len(part.mentions) for part in parts)
        self.by_article: dict[str, list[MentionFacts]] = {}
        for part in parts:
            for mention in part.mentions:
                self.by_article.setdefault(mention.article, []).append(mention)

    def likeness(self, other: Node, bonus: Bonus) -> float | None:
        """That of the two likest parts; None where all exclude each other, or an article tells the two as two."""
        found = self.likest(other, bonus)
        if found is None:
            return None
        for article in sorted(set(self.by_article) & set(other.by_article)):
            mine, others = self.by_article[article], other.by_article[article]
            if any(likeness(one, two) is None for one in mine for two in others):
                return None
        return found[0]

    def likest(self, other: Node, bonus: Bonus) -> tuple[float, int, int] | None:
        """The likeness of the two likest parts and their positions; None where all exclude each other."""
        rows = [
            (found, at, to)
            for at, one in enumerate(self.parts)
            for to, two in enumerate(other.parts)
            if (found := one.likeness(two, bonus)) is not None
        ]
        return min(rows, key=lambda row: (-row[0], row[1], row[2])) if rows else None


def united(one: Node, two: Node, bonus: Bonus) -> Node:
    """Two nodes as one: their likest parts become one part, the others stay."""
    found = one.likest(two, bonus)
    assert found is not None, "only nodes that are like enough are united"
    _, at, to = found
    joined = Part([*one.parts[at].mentions, *two.parts[to].mentions])
    rest = [p for n, p in enumerate(one.parts) if n != at] + [p for n, p in enumerate(two.parts) if n != to]
    return Node(sorted([joined, *rest], key=lambda part: part.mentions[0].key))
