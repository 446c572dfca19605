"""Comparison of readouts: two accounts side by side, what both have, what only one has, and how the words differ."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from communique.analyse.compare.commitments import commitments
from communique.analyse.compare.facts import facts
from communique.analyse.compare.given import Cutter, Given, Telling
from communique.analyse.compare.labels import labels
from communique.analyse.compare.passages import passages
from communique.analyse.compare.phrases import phrases
from communique.analyse.compare.said import said
from communique.knowledge.base import Knowledge
from communique.model.comparison import Comparison, Earlier, Manner

__all__ = ["Given", "Telling", "compare"]


def compare(
    left: Given,
    right: Given,
    kb: Knowledge,
    *,
    manner: Manner = "texts",
    parties: Collection[str] = (),
    earlier: Mapping[str, Earlier] | None = None,
    notes: Collection[str] = (),
) -> Comparison:
    """Two accounts side by side; the same accounts give the same comparison.

    earlier has for each phrase its uses before, None where no record was asked. notes are handed on.
    """
    cut = Cutter()
    speeches, joint = said(left, right, cut)
    promised = commitments(left, right, cut, kb)
    spoken = [*(line for speech in speeches for line in speech.lines), *joint, *promised]
    changed, identical = passages(left, right, spoken, cut)
    return Comparison(
        manner,
        left.account,
        right.account,
        tuple(parties),
        facts(left, right, cut),
        phrases(left, right, kb.phrases.rows, cut, earlier),
        labels(left, right, cut, kb),
        speeches,
        joint,
        promised,
        changed,
        identical,
        tuple(notes),
    )
