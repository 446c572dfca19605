"""Comparing two articles: what they share, and what kind of link that is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from zlib import crc32

from communique.model.reading import Reading
from communique.model.record import CopyKind, CopyLink
from communique.model.span import Span
from communique.resolve.copies.align import Run, runs, stretches
from communique.resolve.copies.direction import direction
from communique.resolve.copies.index import GRAM
from communique.resolve.copies.translated import INSTEAD_OF_PARTIAL, translated_share
from communique.resolve.copies.weights import NAME, SMALL, SMALL_WORDS, Weights, set_phrases
from communique.resolve.copies.words import Words, words_of

BULK = 0.40
"""Share of the shorter authored text from which an article is a copy as a whole (provenance.md, decision 2)."""
_BULK_WHOLE = 0.35  # of the shorter body with its quotations: a page of quotations with two shared sentences is no copy
_BULK_WORDS = 25  # a photo caption or teaser that was taken for an article has fewer
_COUNTED = 8  # words of a stretch that count towards the share; shorter ones are shared by chance
# Weighted words. Read on 218 pages about one summit: from 8 on nearly all are copied sentences, below 6 nearly none;
# of texts that share several short stretches those from 18 on were rewritten from one another.
_SENTENCE, _SENTENCE_WORDS = 8.0, 10
_SEVERAL, _SEVERAL_EACH, _SEVERAL_STRETCHES = 18.0, 4.0, 3
_QUOTED_WORDS = 7
_APART = 120  # characters between two words of a run from which its places are shown as two


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text that stands in both articles: authored, quoted and weighted words of it."""

    runs: tuple[Run, ...]
    authored: int
    quoted: int
    weight: float

    @property
    def words(self) -> int:
        """The words that are the same in both."""
        return self.authored + self.quoted


@dataclass(frozen=True, slots=True)
class Prepared:
    """An article with its words found, for comparing it with many."""

    reading: Reading
    words: Words

    @property
    def id(self) -> str:
        """The id of the article."""
        return self.reading.article.id


def prepared(reading: Reading) -> Prepared:
    """An article made ready for `compare`."""
    return Prepared(reading, words_of(reading))


def compare(a: Reading | Prepared, b: Reading | Prepared, *, weights: Weights | None = None) -> CopyLink | None:
    """The link between two articles; None where they share no text.

    "bulk": most of the shorter one's prose stands in the other. "partial": at least one sentence of prose does.
    "translated": the same text in another language, translated back or reworded throughout. "quotation": only quoted
    words are shared, which tells of the same encounter and not of copying. weights says how many encounters hold an
    n-gram; what many hold counts little. The same for (a, b) and (b, a).
    """
    first, second = sorted((x if isinstance(x, Prepared) else prepared(x) for x in (a, b)), key=lambda x: x.id)
    if first.id == second.id:
        return None
    found = shared(first.words, second.words, weights)
    kind, share = _kind(found, first.words, second.words)
    if kind != "bulk":
        other = first.reading.article.language != second.reading.article.language
        apart = _unsaid(first.words, found, 0), _unsaid(second.words, found, 1)
        moved = translated_share(*apart, other_language=other)
        if moved is not None and (kind != "partial" or moved >= INSTEAD_OF_PARTIAL):
            kind, share = "translated", moved
    if kind is None:
        return None
    source, reason = direction(first.reading.article, second.reading.article) if kind != "quotation" else (None, None)
    pairs = _places(found, first.words, second.words, kind)
    return CopyLink(first.id, second.id, kind, pairs, round(share, 4), source, reason)


def shared(a: Words, b: Words, weights: Weights | None = None) -> list[Stretch]:
    """The stretches of text that stand in both, in the order of the first."""
    return [_stretch(part, a, b, weights) for part in stretches(runs(a.folded, b.folded))]


def _stretch(part: Sequence[Run], a: Words, b: Words, weights: Weights | None) -> Stretch:
    authored = quoted = 0
    weight = 0.0
    for run in part:
        held = _held(a.folded[run.first : run.first + run.length], weights)
        for at in range(run.length):
            i, j = run.first + at, run.second + at
            if a.quoted[i] or b.quoted[j]:
                quoted += 1
                continue
            authored += 1
            worth = NAME if a.names[i] and b.names[j] else 1.0
            weight += worth * (SMALL if a.folded[i] in SMALL_WORDS else 1.0) * held[at]
    return Stretch(tuple(part), authored, quoted, weight)


def _held(words: Sequence[str], weights: Weights | None) -> list[float]:
    """For every word of a run how much it counts: that of its rarest n-gram, nothing within a set phrase."""
    phrases = set_phrases()
    out = [0.0] * len(words)
    for at in range(len(words) - GRAM + 1):
        gram = tuple(words[at : at + GRAM])
        worth = 0.0 if gram in phrases else 1.0
        if worth and weights:
            worth = 1.0 / weights.get(crc32(" ".join(gram).encode()) & 0xFFFFFFFE, 1)
        for k in range(at, at + GRAM):
            out[k] = max(out[k], worth)
    return out


def _kind(found: Sequence[Stretch], a: Words, b: Words) -> tuple[CopyKind | None, float]:
    prose = max(1, min(len(a) - sum(a.quoted), len(b) - sum(b.quoted)))
    counted = [s for s in found if s.words >= _COUNTED and s.weight > 0]
    authored = sum(s.authored for s in counted)
    share, whole = authored / prose, sum(s.words for s in counted) / max(1, min(len(a), len(b)))
    share = min(1.0, share)
    if share >= BULK and whole >= _BULK_WHOLE and authored >= _BULK_WORDS and _is_partial(found):
        return "bulk", share
    if _is_partial(found):
        return "partial", share
    quoted = sum(s.quoted for s in found if s.quoted >= _QUOTED_WORDS)
    if quoted:
        said = max(1, min(sum(a.quoted), sum(b.quoted)))
        return "quotation", min(1.0, quoted / said)
    return None, share


def _is_partial(found: Sequence[Stretch]) -> bool:
    if any(s.weight >= _SENTENCE and s.authored >= _SENTENCE_WORDS for s in found):
        return True
    several = [s.weight for s in found if s.weight >= _SEVERAL_EACH]
    return len(several) >= _SEVERAL_STRETCHES and sum(several) >= _SEVERAL


def _unsaid(words: Words, found: Sequence[Stretch], side: int) -> Words:
    """The words of a text without the quotations that the other has too: their names stand in one order anyway."""
    said: set[int] = set()
    for stretch in found:
        if stretch.quoted > stretch.authored:
            for run in stretch.runs:
                begin = run.second if side else run.first
                said.update(range(begin, begin + run.length))
    if not said:
        return words
    kept = [at for at in range(len(words)) if at not in said]
    return words.picked(kept)


def _places(found: Sequence[Stretch], a: Words, b: Words, kind: CopyKind) -> tuple[tuple[Span, Span], ...]:
    """The places of the stretches that made the link, in the order of the first text."""
    out = []
    for stretch in found:
        tells = stretch.quoted >= _QUOTED_WORDS if kind == "quotation" else stretch.words >= _COUNTED
        if tells or (kind == "partial" and stretch.weight >= _SEVERAL_EACH):
            for run in _unbroken(stretch.runs, a, b):
                first = Span(a.starts[run.first], a.ends[run.first + run.length - 1])
                out.append((first, Span(b.starts[run.second], b.ends[run.second + run.length - 1])))
    return tuple(sorted(out))


def _unbroken(part: Sequence[Run], a: Words, b: Words) -> list[Run]:
    """The runs of a stretch cut where a page has something else between two words."""
    out = []
    for run in part:
        begin = 0
        for at in range(1, run.length + 1):
            i, j = run.first + at, run.second + at
            if at == run.length or a.starts[i] - a.ends[i - 1] > _APART or b.starts[j] - b.ends[j - 1] > _APART:
                out.append(Run(run.first + begin, run.second + begin, at - begin))
                begin = at
    return out
