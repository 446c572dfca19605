"""Accounts: which independent origin stands behind a single sentence of a page, and which sentences are one account.

A page counts with one voice as a whole. Single sentences may be another's: a page stitched from two agencies holds both
agencies' sentences, and a paper's own report may hold one copied sentence. What the copy links show of a sentence
outranks what is known of its page.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from communique.model.reading import Statement
from communique.model.record import Attested, CopyLink, OriginChain, Place
from communique.model.span import Span

# Of what a telling says, how much must stand in a copied run: names and dates in it may have been rewritten.
_COVERED = 0.6
_NEAR = 80
"""Characters around a value in which copied words must stand: the value itself is what the copies changed."""


@dataclass(frozen=True, slots=True)
class Telling:
    """Where one article says something. cue is what must be copied too for it to be a copy: of words between quotation
    marks alone, that the two heard the same speaker is no sign that one copied; None where any copied words tell."""

    article: str
    spans: tuple[Span, ...]
    cue: Span | None = None
    quoted: bool = False


def telling_of(article: str, row: Statement) -> Telling:
    """A statement as it is looked for in copied text."""
    return Telling(article, row.content, row.cue, row.mode == "direct")


class Copies:
    """The links between some articles that show copied prose, by pair."""

    def __init__(self, links: Iterable[CopyLink]) -> None:
        self._runs: dict[str, dict[str, tuple[tuple[Span, Span], ...]]] = {}
        for link in links:
            if link.kind in ("bulk", "partial"):
                self._runs.setdefault(link.first, {})[link.second] = link.runs
                self._runs.setdefault(link.second, {})[link.first] = tuple((two, one) for one, two in link.runs)

    def of(self, article: str) -> Mapping[str, tuple[tuple[Span, Span], ...]]:
        """For the articles that share prose with this one, the runs: its own side first."""
        return self._runs.get(article, {})

    def same_sentence(self, one: Telling, two: Telling) -> bool:
        """Whether two tellings are one copied sentence."""
        runs = self.of(one.article).get(two.article, ())
        return (
            any(_touches(one.spans, mine) and _touches(two.spans, theirs) for mine, theirs in runs)
            and _copied(one, [mine for mine, _ in runs])
            and _copied(two, [theirs for _, theirs in runs])
        )

    def same_text(self, one: Place, two: Place) -> bool:
        """Whether two places stand in one copied text, whatever stands at the places themselves."""
        return any(
            _gap(one.span, mine) <= _NEAR and _gap(two.span, theirs) <= _NEAR
            for mine, theirs in self.of(one.article).get(two.article, ())
        )

    def is_copy(self, values: Iterable[Place], others: Iterable[Place]) -> bool:
        """Whether every article behind the values stands in the text of one behind the others."""
        others = tuple(others)
        shown: dict[str, bool] = {}
        for place in values:
            shown[place.article] = shown.get(place.article, False) or any(self.same_text(place, o) for o in others)
        return bool(shown) and all(shown.values())


COPIES = "copies of one text"
"""Why values differ that are no two accounts: somebody changed the text on its way."""


def between_copies(rows: Sequence[Attested], copies: Copies) -> str | None:
    """COPIES where the first two values stand in copies of one text; None where either is an account of its own."""
    one, two = rows[0].places, rows[1].places
    return COPIES if copies.is_copy(two, one) or copies.is_copy(one, two) else None


def _gap(one: Span, two: Span) -> int:
    return max(one.start, two.start) - min(one.end, two.end)


def _touches(spans: Iterable[Span], run: Span) -> bool:
    return any(span.overlaps(run) for span in spans)


def _copied(one: Telling, runs: Sequence[Span]) -> bool:
    if one.quoted and (one.cue is None or not any(run.overlaps(one.cue) for run in runs)):
        return False
    held = sum(max(0, min(span.end, run.end) - max(span.start, run.start)) for span in one.spans for run in runs)
    return held >= _COVERED * sum(len(span) for span in one.spans)


def voices_behind(tellings: Sequence[Telling], chains: Mapping[str, OriginChain], copies: Copies) -> tuple[str, ...]:
    """The independent origin behind each telling of one thing; those that are one copied sentence have one voice.

    An article without a chain is an origin of its own.
    """
    own = [_voice(row, chains, copies) for row in tellings]
    if len(set(own)) < 2:
        return tuple(own)
    group = list(range(len(tellings)))
    for at, one in enumerate(tellings):
        linked = copies.of(one.article)
        for to in range(at) if linked else ():
            if group[to] != group[at] and tellings[to].article in linked and copies.same_sentence(one, tellings[to]):
                old, new = max(group[at], group[to]), min(group[at], group[to])
                group = [new if value == old else value for value in group]
    out = list(own)
    for number in sorted(set(group)):
        members = [at for at, value in enumerate(group) if value == number]
        chosen = _chosen([own[at] for at in members])
        for at in members:
            out[at] = chosen
    return tuple(out)


def _chosen(voices: Sequence[str]) -> str:
    """One voice for one copied sentence: that of most of its pages, of equals a named one."""
    count = Counter(voices)
    return min(count, key=lambda voice: (-count[voice], voice.startswith(("article:", "shared:")), voice))


def _voice(row: Telling, chains: Mapping[str, OriginChain], copies: Copies) -> str:
    """The voice of a page, or of another that it credits and whose text alone holds the sentence."""
    chain = chains.get(row.article)
    if chain is None:
        return f"article:{row.article}"
    if not chain.credited:
        return chain.voice
    found = {
        chains[other].voice
        for other, runs in copies.of(row.article).items()
        if other in chains and not chains[other].credited and _copied(row, [mine for mine, _ in runs])
    }
    others = sorted(found & set(chain.credited))
    return others[0] if others and chain.voice not in found else chain.voice
