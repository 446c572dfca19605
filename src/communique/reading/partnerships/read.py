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


_Key = tuple[frozenset[str], str, frozenset[str]]
"""Parties, head and components: what makes two printed labels the same."""


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
    groups: dict[_Key, list[_Found]] = {}
    for row in _found(text, sentences, actors, names, met, kb, home):
        groups.setdefault((frozenset(row.parties.codes), row.label.head, row.label.words), []).append(row)
    kept = _merged(groups)
    return tuple(_row(text, group) for group in kept)


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
    main, where = sides(met, lead, kb)
    for sentence, found in hits:
        span = sentence.span
        scene = Scene(text, span, named(text, span, told(span), actors, kb), main, where, home)
        for label in found:
            parties = parties_of(label, scene, kb.partnerships)
            if parties is not None:
                start = parties.start if parties.start is not None else label.span.start
                change, cue = change_of(label, scene, start)
                quoted = _quoted(text, label, parties, start)
                yield _Found(label, parties, quoted, change, cue, sentence.index)


def _quoted(text: str, label: Label, parties: Parties, start: int) -> Span:
    """The label as it is quoted: with its pair where that belongs to the name ("U.S.-Japan alliance")."""
    if not label.bare and label.head != "shared-future":
        return label.span
    before = max((span.end for span in parties.evidence if start <= span.start < label.span.start), default=start)
    described = re.search(r"[^\W\d_]{2}", text[before : label.span.start]) if before > start else None
    if label.head == "alliance" and described:  # "the Russia-Israel tactical alliance" is a tactical alliance
        return Span(before + described.start(), label.span.end)
    return Span(start, label.span.end)


def _merged(groups: dict[_Key, list[_Found]]) -> list[list[_Found]]:
    """The mentions of each relation: a shorter label is short for a longer one, unless one sentence tells both.

    "Raised from a strategic to a comprehensive strategic partnership" tells two.
    """
    long_first = sorted(groups.items(), key=lambda item: (-len(item[0][2]), item[1][0].span))
    kept: list[tuple[_Key, list[_Found]]] = []
    for key, rows in long_first:
        places = {row.sentence for row in rows}
        longer = [
            group
            for (parties, head, words), group in kept
            if (parties, head) == key[:2] and key[2] < words and places.isdisjoint(row.sentence for row in group)
        ]
        if len(longer) == 1:
            longer[0].extend(rows)
        else:
            kept.append((key, rows))
    return sorted((sorted(group, key=lambda row: row.span) for _, group in kept), key=lambda group: group[0].span)


def _row(text: str, group: Sequence[_Found]) -> Partnership:
    # "partnership" names the relation better than "partners"; then the first printed stands.
    best = max(group, key=lambda row: (len(row.label.words), not row.label.persons, -row.span.start))
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
