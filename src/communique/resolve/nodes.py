"""Groups on their way: how alike two of them are, on average over their mentions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property

from communique.resolve.facts import MentionFacts
from communique.resolve.same import likeness_told, told_apart

Bonus = Mapping[str, Mapping[str, float]]
"""For every article that has copy links, what each adds to the likeness with the other article."""
SLIPS = 0.10
"""Share of mentions (or articles) that may be against it: slips of readers in single articles must not tear apart what
forty others tell as one. In groups of fewer than ten any one counts. Found on 218 pages about one summit."""
SURE = 0.72
"""From here on two groups are of one day; so are those that mostly state one. Slips of articles that tell one encounter
as two are forgiven only then."""
_NONE: Mapping[str, float] = {}


class Compared:
    """Likeness of what mentions tell, each pair of different tellings found once."""

    def __init__(self, mentions: Sequence[MentionFacts]) -> None:
        numbers: dict[tuple[object, ...], int] = {}
        self.rows: list[MentionFacts] = []
        self.kind: dict[str, int] = {}
        for mention in mentions:
            told = mention.told
            if told not in numbers:
                numbers[told] = len(self.rows)
                self.rows.append(mention)
            self.kind[mention.key] = numbers[told]
        self._found: dict[tuple[int, int], float | None] = {}

    def likeness(self, one: int, two: int) -> float | None:
        """That of two tellings by their numbers."""
        pair = (one, two) if one <= two else (two, one)
        if pair not in self._found:
            self._found[pair] = likeness_told(self.rows[pair[0]], self.rows[pair[1]])
        return self._found[pair]


class Part:
    """Mentions that were joined without a judgement; equal statements are compared once and counted."""

    def __init__(self, mentions: Sequence[MentionFacts], compared: Compared) -> None:
        self.mentions = sorted(mentions, key=lambda m: m.key)
        self.compared = compared
        self.kinds = sorted(Counter(compared.kind[m.key] for m in self._speaking()).items())
        self.articles = sorted({mention.article for mention in self.mentions})

    @cached_property
    def day(self) -> int | None:
        """The day that most mentions state, of equals the earliest; None where none states one."""
        days = Counter(m.first for m in self.mentions if m.dating == "day" and m.first is not None)
        return min(days, key=lambda day: (-days[day], day)) if days else None

    def _speaking(self) -> list[MentionFacts]:
        """The mentions that speak for the part: those that exclude the earliest published one stay silent.

        They are in it by a copied sentence (a copy under a later date), and must neither keep away what fits nor draw
        in what fits only them.
        """
        first = min(self.mentions, key=lambda m: (m.dating != "day", m.published or 10**7, m.key))
        kind = self.compared.kind
        fitting = [m for m in self.mentions if self.compared.likeness(kind[first.key], kind[m.key]) is not None]
        # What has no day at all says nothing for or against another group.
        return [m for m in fitting if m.first is not None] or [first]

    def likeness(self, other: Part, bonus: Bonus) -> float | None:
        """The mean likeness of the mentions of two parts; None where too many of them exclude each other."""
        total, weight, against = 0.0, 0, 0
        for one, many in self.kinds:
            for two, more in other.kinds:
                found = self.compared.likeness(one, two)
                total += (found or 0.0) * many * more
                weight += many * more
                against += many * more * (found is None)
        if against > SLIPS * weight:
            return None
        return round((total + _linked(self.articles, other.articles, bonus)) / weight, 9)


def _linked(mine: Sequence[str], others: Sequence[str], bonus: Bonus) -> float:
    if len(mine) > len(others):
        mine, others = others, mine
    wanted = set(others)
    return sum(value for one in mine for two, value in bonus.get(one, _NONE).items() if two in wanted)


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
        value, at, to = found
        day = self.parts[at].day
        sure = value >= SURE or (day is not None and day == other.parts[to].day)
        slips = SLIPS * min(len(self.by_article), len(other.by_article)) if sure else 0
        return value if self._told_as_two(other, sure) <= slips else None

    def _told_as_two(self, other: Node, sure: bool) -> int:
        """How many articles tell both as two encounters."""
        both = set(self.by_article) & set(other.by_article)
        return sum(
            any(
                told_apart(one, two, next_day=not sure) for one in self.by_article[id_] for two in other.by_article[id_]
            )
            for id_ in both
        )

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
    first, second = one.parts[at], two.parts[to]
    joined = Part([*first.mentions, *second.mentions], first.compared)
    rest = [p for n, p in enumerate(one.parts) if n != at] + [p for n, p in enumerate(two.parts) if n != to]
    return Node(sorted([joined, *rest], key=lambda part: part.mentions[0].key))
