"""Groups: which mentions are one encounter.

Average linkage with vetoes, never connected components on one threshold (one bridge would join two summits: provenance
research, section 5). What people judged comes first; then mentions whose sentences are copies of each other, and
mentions that state exactly the same; then the likest two groups are joined until none are like enough.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from communique.model.record import CopyLink
from communique.model.span import Span
from communique.resolve.facts import MentionFacts
from communique.resolve.judgements import Pairs, Refusal
from communique.resolve.nodes import Compared, Node, Part, united
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


class _Work:
    """The state of one grouping."""

    def __init__(self, rows: list[MentionFacts], judged: Pairs) -> None:
        self.rows = {row.key: row for row in rows}
        judged = judged.about(self.rows)
        self.judged = judged
        self.top = {row.key: row.key for row in rows}
        self.parts = dict(self.top)
        self.sets: dict[str, list[str]] = {row.key: [row.key] for row in rows}
        self.apart: dict[str, dict[str, str]] = {}
        for one, two, id_ in judged.different:
            self.apart.setdefault(one, {})[two] = id_
            self.apart.setdefault(two, {})[one] = id_
        self.compared = Compared(rows)
        self.refusals: list[Refusal] = []
        self.bonus: dict[str, dict[str, float]] = {}

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

    def part(self, key: str) -> str:
        """The mention that stands for the part of a group that was joined without judgements."""
        while self.parts[key] != key:
            key = self.parts[key]
        return key

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
        """Make two groups, and the parts of them that these mentions are in, one; not what an article tells as two."""
        mine: dict[str, list[MentionFacts]] = {}
        for key in self.sets[self.root(one)]:
            mine.setdefault(self.rows[key].article, []).append(self.rows[key])
        for key in self.sets[self.root(two)] if self.root(one) != self.root(two) else ():
            row = self.rows[key]
            if any(likeness(other, row) is None for other in mine.get(row.article, ())):
                return
        if self.join(one, two) is None:
            first, second = sorted((self.part(one), self.part(two)))
            self.parts[second] = first

    def follow_judgements(self) -> None:
        """Join what is judged the same; what would join things judged different is refused and reported."""
        for one, two, id_ in self.judged.same:
            against = self.join(one, two)
            if against:
                self.refusals.append(Refusal(id_, f"it would join what {against} keeps apart"))

    def join_equal(self) -> None:
        """Mentions of different articles that state exactly the same, and enough, are one from the start."""
        first: dict[int, MentionFacts] = {}
        for row in self.rows.values():
            kind = self.compared.kind[row.key]
            other = first.setdefault(kind, row)
            if other is not row and row.article != other.article and (likeness(row, other) or 0) >= THRESHOLD:
                self.join_alike(other.key, row.key)

    def link(self, links: Iterable[CopyLink]) -> None:
        """What copy links add between articles."""
        for link in links:
            worth = QUOTATION if link.kind == "quotation" else COPY
            self.bonus.setdefault(link.first, {})[link.second] = worth
            self.bonus.setdefault(link.second, {})[link.first] = worth

    def members(self) -> list[tuple[MentionFacts, ...]]:
        """The groups as they are now."""
        return [tuple(self.rows[key] for key in sorted(keys)) for keys in self.sets.values()]

    def climb(self) -> None:
        """Join the likest two groups until none are like enough; of equals those with the smallest keys."""
        nodes = {key: self._node(keys) for key, keys in self.sets.items()}
        heap = [entry for one in nodes for two in nodes if one < two and (entry := self._entry(nodes, one, two))]
        heapq.heapify(heap)
        while heap:
            _, one, two, size = heapq.heappop(heap)
            if one not in nodes or two not in nodes or size != nodes[one].size + nodes[two].size:
                continue
            if self.join(one, two):
                continue
            nodes[one] = united(nodes[one], nodes.pop(two), self.bonus)
            for other in nodes:
                if other != one and (entry := self._entry(nodes, *sorted((one, other)))):
                    heapq.heappush(heap, entry)

    def _node(self, keys: list[str]) -> Node:
        """A group with its parts: what people joined speaks part by part, each for itself."""
        parts: dict[str, list[MentionFacts]] = {}
        for key in keys:
            parts.setdefault(self.part(key), []).append(self.rows[key])
        return Node([Part(rows, self.compared) for _, rows in sorted(parts.items())])

    def _entry(self, nodes: dict[str, Node], one: str, two: str) -> tuple[float, str, str, int] | None:
        found = nodes[one].likeness(nodes[two], self.bonus)
        if found is None or found < THRESHOLD or self.forbidden(one, two):
            return None
        return -found, one, two, nodes[one].size + nodes[two].size
