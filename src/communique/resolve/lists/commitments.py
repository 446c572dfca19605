"""Commitments: when two articles tell one, and what each states of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import cast

from communique.model.reading import Commitment, Quantity
from communique.resolve.claims import alike as words_alike
from communique.resolve.claims import words
from communique.resolve.facts import folded
from communique.resolve.lists.amounts import amount_of
from communique.resolve.lists.items import Item

# What instruments are called where nothing but their number is told: "over 20 cooperation documents", "14 agreements".
_INSTRUMENTS = frozenset(
    words("agreements documents deals memorandums accords instruments contracts papers pacts treaties")
)
_SUBSET = 0.9
"""One article names both sides, the other only the one that bound itself."""
_LABELS = 0.8  # of the shorter label's words: "Treaty on Comprehensive Strategic Partnership" and its short forms


def _row(item: Item) -> Commitment:
    return cast("Commitment", item.row)


def tokens(item: Item) -> Sequence[str]:
    """The words of its text and label; that instruments are counted."""
    row = _row(item)
    found = {*item.words, *(words(row.label) if row.label else ())}
    return sorted({*found, "#count"} if _counted(row) else found)


def _counted(row: Commitment) -> bool:
    unit = set(words(row.count.unit or "")) if row.count else set()
    return row.count is not None and (not unit or bool(unit & _INSTRUMENTS))


def alike(a: Item, b: Item) -> float:
    """How alike two commitments are: the instrument's name, else that instruments are counted, else the words."""
    one, two = _row(a), _row(b)
    if a.parties and b.parties and not (a.parties <= b.parties or b.parties <= a.parties):
        return 0.0
    sides = 1.0 if a.parties == b.parties else _SUBSET
    if one.label and two.label:
        share = words_alike(words(one.label), words(two.label))
        return sides if folded(one.label) == folded(two.label) or share >= _LABELS else 0.0
    if _counted(one) and _counted(two):
        return sides
    if _counted(one) != _counted(two):
        return 0.0  # twenty agreements are not the one of them that is told
    return sides * words_alike(a.words, b.words)


def apart(a: Item, b: Item) -> bool:
    """Whether one article that tells both means two: two instruments, or two numbers of them."""
    one, two = _row(a), _row(b)
    return (one.label, _number(one.count), _number(one.amount)) != (two.label, _number(two.count), _number(two.amount))


def _number(row: Quantity | None) -> str | None:
    found = amount_of(row)
    return found.key if found else None


def values(item: Item) -> Sequence[tuple[str, str]]:
    """What a row states, field by field."""
    return tuple(_values(item))


def _values(item: Item) -> Iterator[tuple[str, str]]:
    row = _row(item)
    yield "status", row.status
    if row.step:
        yield "step", row.step
    yield "polarity", row.polarity
    if row.label:
        yield "label", " ".join(row.label.split())
    for name, number in (("count", _number(row.count)), ("amount", _number(row.amount))):
        if number:
            yield name, number
    if row.deadline:
        yield "deadline", str(row.deadline)
    for name, rows in (("field", row.fields), ("bound", row.parties), ("toward", row.toward)):
        for value in rows:
            yield name, value
    if row.claimed_by:
        yield "claimed_by", row.claimed_by


def core(item: Item) -> Sequence[str]:
    """What an id is made of: who is bound, and the instrument or the words."""
    row = _row(item)
    named = (folded(row.label),) if row.label else ("#count",) if _counted(row) else item.words
    return (*sorted(row.parties), *named)
