"""One act, one row: what a headline, a standfirst and later paragraphs tell again joins the row that told it first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from communique.model.reading import Commitment
from communique.model.span import evidence

_SMALL = frozenset(
    "the a an and or of to in on for with by at from as its their his her our both two sides countries will would"
    " should be is are was were has have had that this these also more other all each between into".split()
)
# Papers that may be any of those named elsewhere.
_ANY_PAPER = frozenset({"documents", "document", "instruments", "papers", "agreements", "deals"})
# Of the shorter row's words, how many the longer one must share; 0.6 keeps "deepen trade" apart from "deepen defence
# ties" and joins a lead with the paragraph that spells it out (read on the pages of the first count by eye).
_SHARED = 0.6
# Of the longer row's words, how many the shorter one must share: "close coordination" is no retelling of a whole list.
_ALIKE = 0.4


@dataclass(frozen=True, slots=True)
class Told:
    """A row as one sentence tells it: its words, where, and whether a headline or caption does."""

    row: Commitment
    words: str
    sentence: int
    headline: bool


def merged(told: Sequence[Told]) -> tuple[Commitment, ...]:
    """The rows, each act once, in text order of their first evidence."""
    kept: list[Told] = []
    for one in [t for t in told if not t.headline]:
        at = next((n for n, other in enumerate(kept) if _same(one, other)), None)
        if at is None:
            kept.append(one)
        else:
            kept[at] = _joined(kept[at], one)
    for head in [t for t in told if t.headline]:
        fits = [n for n, other in enumerate(kept) if other.row.status == head.row.status and _akin(other.row, head.row)]
        best = max(fits, key=lambda n: (_share(kept[n].words, head.words), -n), default=None)
        if best is not None:
            kept[best] = _joined(kept[best], head)
        elif not any(_akin(other.row, head.row) for other in kept):
            kept.append(head)
    return tuple(t.row for t in sorted(kept, key=lambda t: t.row.evidence[0]))


def _akin(one: Commitment, other: Commitment) -> bool:
    return set(one.parties) <= set(other.parties) or set(other.parties) <= set(one.parties)


def _same(one: Told, other: Told) -> bool:
    a, b = one.row, other.row
    if a.status != b.status or a.polarity != b.polarity:
        return False
    if a.status == "signed":
        return _akin(a, b) and _same_label(a.label, b.label)
    if set(a.parties) != set(b.parties):
        return False
    vague = len(a.parties) > 1 and a.status == "pledged" and _is_vague(a) and _is_vague(b)
    return vague or (_share(one.words, other.words) >= _SHARED and _likeness(one.words, other.words) >= _ALIKE)


def _is_vague(row: Commitment) -> bool:
    """Whether two sides only promise each other good relations: said again in other words it is the same act."""
    return not row.toward and set(row.fields) <= {"political relations"}


def _same_label(one: str | None, other: str | None) -> bool:
    if one is None or other is None:
        return True
    if _share(one, other) >= _SHARED:
        return True
    heads = _head(one), _head(other)
    alike = heads[0][:5] == heads[1][:5] or bool(_ANY_PAPER.intersection(heads))
    return alike and not (_names(one) and _names(other))


def _head(label: str) -> str:
    """The noun of a label: "mous" of "Three MoUs on shipping"."""
    words = re.split(r"\s(?:on|for|of|to|between|with|in|worth)\s", label.lower())[0].split()
    return words[-1] if words else ""


def _names(label: str) -> bool:
    """Whether a label tells which instrument it is, not only how many: "Memorandum of Understanding on trade"."""
    return bool(re.search(r"\b(?:on|for|of|to)\b|[a-z] [A-Z]", label)) or len(_stems(label)) > 2


def _stems(words: str) -> frozenset[str]:
    return frozenset(w[:5] for w in re.findall(r"[a-z][a-z-]+", words.lower()) if w not in _SMALL)


def _share(one: str, other: str) -> float:
    a, b = _stems(one), _stems(other)
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def _likeness(one: str, other: str) -> float:
    a, b = _stems(one), _stems(other)
    return len(a & b) / max(len(a), len(b)) if a and b else 0.0


def _joined(one: Told, other: Told) -> Told:
    a, b = one.row, other.row
    row = replace(
        a,
        parties=a.parties if len(a.parties) >= len(b.parties) else b.parties,
        toward=tuple(dict.fromkeys((*a.toward, *b.toward))) if len(a.parties) >= len(b.parties) else a.toward,
        label=a.label or b.label,
        count=a.count or b.count,
        amount=a.amount or b.amount,
        deadline=a.deadline or b.deadline,
        fields=tuple(f for f in a.fields) + tuple(f for f in b.fields if f not in a.fields),
        claimed_by=a.claimed_by if a.claimed_by == b.claimed_by else None,
        encounter=a.encounter or b.encounter,
        statement=a.statement if a.statement is not None else b.statement,
        evidence=evidence(*a.evidence, *b.evidence),
    )
    return replace(one, row=row, words=f"{one.words} {other.words}" if one.sentence == other.sentence else one.words)
