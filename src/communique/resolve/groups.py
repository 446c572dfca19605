"""Groups: which mentions are one encounter.

Average linkage with vetoes, never connected components on one threshold (one bridge would join two summits: provenance
research, section 5). What people judged comes first; then mentions whose sentences are copies of each other, and
mentions that state exactly the same; then the likest two groups are joined until none are like enough.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from communique.model.record import CopyLink
from communique.model.span import Span
from communique.resolve.facts import MentionFacts
from communique.resolve.judgements import Pairs, Refusal
from communique.resolve.same import COPY, QUOTATION, THRESHOLD, comparable, likeness

# Of the shorter of two tellings, how much must stand in one aligned run for it to be the same telling.
_COVERED = 0.6


@dataclass(frozen=True, slots=True)
class Grouping:
    """The groups of a component, each with its mentions by key, and the judgements that could not be followed."""

    groups: tuple[tuple[MentionFacts, ...], ...]
    refusals: tuple[Refusal, ...] = ()


def group(mentions: Iterable[MentionFacts], links: Iterable[CopyLink] = (), judged: Pairs | None = None) -> Grouping:
    """The groups of these mentions; the same for any order, and for any set that holds whole components."""
    rows = sorted(mentions, key=lambda m: m.key)
    work = _Work(rows, judged or Pairs())
    by_article = {(link.first, link.second): link for link in links}
    work.follow_judgements()
    for one, two in copied(rows, by_article.values()):
        work.join_alike(one, two)
    work.join_equal()
    work.link(by_article.values())
    work.climb()
    return Grouping(tuple(sorted(work.members(), key=lambda g: g[0].key)), tuple(work.refusals))


def copied(mentions: Sequence[MentionFacts], links: Iterable[CopyLink]) -> list[tuple[str, str]]:
    """Pairs of mentions that are one told sentence: their evidence stands in the same run of a copy link.

    A sentence may tell two encounters: of each article a mention has at most one partner, the one most like it.
    """
    by_article: dict[str, list[MentionFacts]] = {}
    for mention in mentions:
        by_article.setdefault(mention.article, []).append(mention)
    out: list[tuple[str, str]] = []
    for link in sorted(links, key=lambda link: (link.first, link.second)):
        if link.kind in ("bulk", "partial"):
            mine, others = by_article.get(link.first, []), by_article.get(link.second, [])
            out += _partners([(a, b) for a in mine for b in others if comparable(a, b) and _aligned(a, b, link)])
    return out


def _partners(pairs: list[tuple[MentionFacts, MentionFacts]]) -> list[tuple[str, str]]:
    taken: set[str] = set()
    out = []
    for one, two in sorted(pairs, key=lambda pair: (-_agreement(*pair), pair[0].key, pair[1].key)):
        if one.key not in taken and two.key not in taken:
            taken |= {one.key, two.key}
            out.append((one.key, two.key))
    return out


def _agreement(a: MentionFacts, b: MentionFacts) -> int:
    names = ("actors", "start", "status", "main", "city", "venue", "dating")
    return sum(getattr(a, name) == getattr(b, name) for name in names)


def _aligned(one: MentionFacts, two: MentionFacts, link: CopyLink) -> bool:
    return any(
        _within(one.spans, first) and _within(two.spans, second) and _same_place(one, two, first, second)
        for first, second in link.runs
    )


def _within(spans: tuple[Span, ...], run: Span) -> bool:
    return any(min(span.end, run.end) - max(span.start, run.start) >= _COVERED * len(span) for span in spans)


def _same_place(one: MentionFacts, two: MentionFacts, first: Span, second: Span) -> bool:
    """Whether two mentions stand at about the same place of a run that may hold many sentences."""
    starts = [span.start - first.start for span in one.spans if span.overlaps(first)]
    others = [span.start - second.start for span in two.spans if span.overlaps(second)]
    return any(abs(a - b) <= 40 for a in starts for b in others)  # small words may be cut between the two


@dataclass(slots=True)
class _Node:
    """A group on its way: its mentions, and one of every kind of statement in it with how many make it."""

    mentions: list[MentionFacts]
    kinds: dict[tuple[object, ...], tuple[MentionFacts, int]] = field(default_factory=dict)
    articles: set[str] = field(default_factory=set)


class _Work:
    """The state of one grouping."""

    def __init__(self, rows: list[MentionFacts], judged: Pairs) -> None:
        self.rows = {row.key: row for row in rows}
        judged = judged.about(self.rows)
        self.judged = judged
        self.top = {row.key: row.key for row in rows}
        self.sets: dict[str, list[str]] = {row.key: [row.key] for row in rows}
        self.apart: dict[str, dict[str, str]] = {}
        for one, two, id_ in judged.different:
            self.apart.setdefault(one, {})[two] = id_
            self.apart.setdefault(two, {})[one] = id_
        self.refusals: list[Refusal] = []
        self.bonus: dict[tuple[str, str], float] = {}

    def root(self, key: str) -> str:
        """The mention that stands for a group: its smallest key."""
        while self.top[key] != key:
            self.top[key] = self.top[self.top[key]]
            key = self.top[key]
        return key

    def forbidden(self, one: str, two: str) -> str | None:
        """The entry that keeps two groups apart, None where none does."""
        small, large = sorted((self.sets[one], self.sets[two]), key=len)
        others = set(large)
        for key in small:
            for other in sorted(self.apart.get(key, ())):
                if other in others:
                    return self.apart[key][other]
        return None

    def join(self, one: str, two: str) -> str | None:
        """Make two groups one; the entry that forbids it where one does."""
        one, two = sorted((self.root(one), self.root(two)))
        if one == two:
            return None
        against = self.forbidden(one, two)
        if against is None:
            self.top[two] = one
            self.sets[one] += self.sets.pop(two)
        return against

    def join_alike(self, one: str, two: str) -> None:
        """Make two groups one unless an article tells both as two."""
        one, two = self.root(one), self.root(two)
        mine: dict[str, list[MentionFacts]] = {}
        for key in self.sets[one]:
            mine.setdefault(self.rows[key].article, []).append(self.rows[key])
        for key in self.sets[two] if one != two else ():
            row = self.rows[key]
            if any(likeness(other, row) is None for other in mine.get(row.article, ())):
                return
        self.join(one, two)

    def follow_judgements(self) -> None:
        """Join what is judged the same; what would join things judged different is refused and reported."""
        for one, two, id_ in self.judged.same:
            against = self.join(one, two)
            if against:
                self.refusals.append(Refusal(id_, f"it would join what {against} keeps apart"))

    def join_equal(self) -> None:
        """Mentions of different articles that state exactly the same, and enough, are one from the start."""
        first: dict[tuple[object, ...], MentionFacts] = {}
        for row in self.rows.values():
            kind = _kind(row)
            other = first.setdefault(kind, row)
            if other is not row and row.article != other.article and (likeness(row, other) or 0) >= THRESHOLD:
                self.join_alike(other.key, row.key)

    def link(self, links: Iterable[CopyLink]) -> None:
        """What copy links add between articles."""
        for link in links:
            self.bonus[link.first, link.second] = QUOTATION if link.kind == "quotation" else COPY

    def members(self) -> list[tuple[MentionFacts, ...]]:
        """The groups as they are now."""
        return [tuple(self.rows[key] for key in sorted(keys)) for keys in self.sets.values()]

    def climb(self) -> None:
        """Join the likest two groups until none are like enough; of equals those with the smallest keys."""
        nodes = {key: _node([self.rows[k] for k in keys], self) for key, keys in self.sets.items()}
        heap = [entry for one in nodes for two in nodes if one < two and (entry := self._entry(nodes, one, two))]
        heapq.heapify(heap)
        while heap:
            _, one, two, size = heapq.heappop(heap)
            if one not in nodes or two not in nodes or size != _size(nodes[one], nodes[two]):
                continue
            if self.join(one, two):
                continue
            nodes[one] = _node(nodes[one].mentions + nodes.pop(two).mentions, self)
            for other in nodes:
                if other != one and (entry := self._entry(nodes, *sorted((one, other)))):
                    heapq.heappush(heap, entry)

    def _entry(self, nodes: dict[str, _Node], one: str, two: str) -> tuple[float, str, str, int] | None:
        found = self._average(nodes[one], nodes[two])
        if found is None or found < THRESHOLD or self.forbidden(one, two):
            return None
        return -found, one, two, _size(nodes[one], nodes[two])

    def _average(self, a: _Node, b: _Node) -> float | None:
        """The mean likeness of two groups' mentions; None where any two of them exclude each other."""
        total, weight = 0.0, 0
        for one, many in a.kinds.values():
            for two, more in b.kinds.values():
                found = likeness(one, two)
                if found is None:
                    return None
                total += found * many * more
                weight += many * more
        if a.articles & b.articles and not _may_share(a, b):
            return None
        if self.bonus:
            pairs = ((one, two) for one in sorted(a.articles) for two in sorted(b.articles))
            total += sum(self.bonus.get((min(pair), max(pair)), 0.0) for pair in pairs)
        return round(total / weight, 9)


def _size(a: _Node, b: _Node) -> int:
    return len(a.mentions) + len(b.mentions)


def _may_share(a: _Node, b: _Node) -> bool:
    """Whether the mentions of the articles that both groups have can be the same one."""
    both = a.articles & b.articles
    mine = [m for m in a.mentions if m.article in both]
    others = [m for m in b.mentions if m.article in both]
    return all(likeness(one, two) is not None for one in mine for two in others if one.article == two.article)


def _node(mentions: list[MentionFacts], work: _Work) -> _Node:
    node = _Node(sorted(mentions, key=lambda m: m.key))
    for mention in _speaking(node.mentions):
        kind = _kind(mention)
        first, count = node.kinds.get(kind, (mention, 0))
        node.kinds[kind] = (first, count + 1)
    node.articles = {mention.article for mention in mentions}
    return node


def _speaking(mentions: list[MentionFacts]) -> list[MentionFacts]:
    """The mentions of a group that speak for it: where some exclude the earliest published, those stay silent.

    They are there by a copied sentence or a judgement (a copy under a later date), and must not keep away what fits.
    """
    first = min(mentions, key=lambda m: (m.dating != "day", m.published or 10**7, m.key))
    return [m for m in mentions if m is first or m.article == first.article or likeness(first, m) is not None]


def _kind(row: MentionFacts) -> tuple[object, ...]:
    """All of a mention that likeness looks at, but for its article."""
    published = row.published if row.dating == "published" else None
    return (
        row.family, row.status, row.main, row.actors, row.countries, row.first, row.last, row.dating, row.city,
        row.country, row.venue, row.sidelines, published,
    )  # fmt: skip
