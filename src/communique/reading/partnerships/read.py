"""Partnerships of an article: each relation once, with the longest label that is printed for it."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from communique.knowledge.base import Knowledge
from communique.knowledge.names import Name
from communique.model.reading import Change, Encounter, Partnership
from communique.model.span import Span, evidence
from communique.reading.actors import Actors
from communique.reading.parse import Sentence
from communique.reading.partnerships.change import change_of
from communique.reading.partnerships.labels import Label, grammar, labels
from communique.reading.partnerships.parties import Parties, parties_of
from communique.reading.partnerships.scene import Scene, named, sides

_LEAD = 2  # sentences at the start of an article that tell between whom it is, where no encounter does


@dataclass(frozen=True, slots=True)
class _Found:
    label: Label
    parties: Parties
    span: Span  # the label as it is quoted, with its pair where that belongs to it
    change: Change | None
    cue: Span | None
    sentence: int

    @property
    def key(self) -> frozenset[str]:
        return frozenset(self.parties.codes)


def partnerships(
    text: str,
    sentences: Sequence[Sentence],
    actors: Actors,
    names: Sequence[Name],
    met: Sequence[Encounter],
    kb: Knowledge,
    home: str | None = None,
) -> tuple[Partnership, ...]:
    """The relations that an article names, in text order.

    names are those of the whole text, home the state whose government speaks where the page is an office's own.
    """
    rows = list(_found(text, sentences, actors, names, met, kb, home))
    groups: list[list[_Found]] = []
    for row in rows:
        group = next((g for g in groups if _same(g, row)), None)
        if group is None:
            groups.append([row])
        else:
            group.append(row)
    return tuple(_row(text, group) for group in groups)


def _found(
    text: str, sentences: Sequence[Sentence], actors: Actors, names: Sequence[Name],
    met: Sequence[Encounter], kb: Knowledge, home: str | None,
) -> Iterator[_Found]:  # fmt: skip
    patterns = grammar(kb.partnerships)
    hits = [(s, found) for s in sentences if (found := list(labels(text, s.span, patterns)))]
    if not hits:
        return
    starts = [name.span.start for name in names]

    def told(span: Span) -> Sequence[Name]:
        return names[bisect.bisect_left(starts, span.start) : bisect.bisect_left(starts, span.end)]

    lead = [row for s in sentences[:_LEAD] for row in named(text, s.span, told(s.span), actors, kb)]
    main, where = sides(met, lead)
    for sentence, found in hits:
        span = sentence.span
        scene = Scene(text, span, named(text, span, told(span), actors, kb), main, where, home)
        for label in found:
            parties = parties_of(label, scene, kb.partnerships)
            if parties is not None:
                start = parties.start if parties.start is not None else label.span.start
                change, cue = change_of(label, scene, start)
                quoted = Span(start, label.span.end) if label.bare or label.head == "shared-future" else label.span
                yield _Found(label, parties, quoted, change, cue, sentence.index)


def _same(group: Sequence[_Found], row: _Found) -> bool:
    """Whether a label is told of the same relation: the same words, or fewer of them in another sentence."""
    for other in group:
        if other.key != row.key or other.label.head != row.label.head:
            continue
        if other.label.words == row.label.words:
            return True
        nested = other.label.words <= row.label.words or row.label.words <= other.label.words
        if nested and other.sentence != row.sentence:
            return True
    return False


def _row(text: str, group: Sequence[_Found]) -> Partnership:
    best = max(group, key=lambda row: (len(row.label.words), len(row.span), -row.span.start))
    changed = next((row for row in group if row.change), None)
    spans = [span for row in group for span in (row.span, row.cue)]
    return Partnership(
        best.parties.codes,
        re.sub(r"\s+", " ", best.span.of(text)),
        evidence(*spans, *best.parties.evidence),
        best.label.level.id if best.label.level else None,
        changed.change if changed else None,
        best.parties.support,
        best.parties.how,
    )
