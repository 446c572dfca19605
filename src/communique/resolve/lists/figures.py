"""Figures: when two articles measure one thing, and what each states of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import cast

from communique.model.reading import Figure
from communique.resolve.claims import words
from communique.resolve.lists.amounts import Amount, agree, rounded
from communique.resolve.lists.items import Item

# Words of "what" that do not tell one measure from another.
_EMPTY = frozenset(
    words(
        "total overall combined annual bilateral mutual two-way volume value worth level amount figure turnover"
        " between both two countries sides number"
    )
)
# "Trade in goods" beside "trade": the same measure to a reader, and a reason why the numbers differ.
QUALIFIERS = frozenset(words("goods services goods-and-services"))
_SAME_MEASURE = 0.8
"""Another number for the very same measure: a contradiction rather than another figure."""


def row_of(item: Item) -> Figure:
    """The figure of an item."""
    return cast("Figure", item.row)


def amount(item: Item) -> Amount:
    """Its number."""
    row = row_of(item)
    return Amount(row.value, row.unit, row.upper, row.bound, row.growth)


def measure(item: Item) -> frozenset[str]:
    """The words of what is measured that tell it from other measures."""
    found = frozenset(words(row_of(item).what or ""))
    return found - _EMPTY or found


def tokens(item: Item) -> Sequence[str]:
    """The words of the measure, and the number."""
    return (*sorted(measure(item)), f"={amount(item).value}")


def alike(a: Item, b: Item) -> float:
    """1 for one number of one measure; less for two numbers of one measure, which contradict each other."""
    one, two = row_of(a), row_of(b)
    if a.parties and b.parties and a.parties != b.parties:
        return 0.0
    if one.kind != two.kind or not periods_meet(one.period, two.period):
        return 0.0
    mine, theirs = measure(a), measure(b)
    shared = _shared(mine, theirs)
    equal = agree(amount(a), amount(b)) or rounded(amount(a), amount(b))
    if equal and one.period == two.period:
        return 1.0 if shared > 0 or not (mine and theirs) else 0.0
    if equal:
        return 0.9 if shared >= 0.5 else 0.0
    return _SAME_MEASURE if mine - QUALIFIERS == theirs - QUALIFIERS and mine - QUALIFIERS else 0.0


def _shared(mine: frozenset[str], theirs: frozenset[str]) -> float:
    least = min(len(mine), len(theirs))
    return len(mine & theirs) / least if least else 0.0


def periods_meet(one: str | None, two: str | None) -> bool:
    """Whether two periods are one, or one a part of the other ("2024-H1", "2024"); one not stated meets all."""
    if one is None or two is None or one == two:
        return True
    short, long = sorted((one, two), key=len)
    return long.startswith(short) and "/" not in long


def apart(a: Item, b: Item) -> bool:
    """Whether one article that tells both means two measures: it would not give two numbers for one."""
    return amount(a) != amount(b) or row_of(a).period != row_of(b).period


def values(item: Item) -> Sequence[tuple[str, str]]:
    """What a row states, field by field."""
    return tuple(_values(item))


def _values(item: Item) -> Iterator[tuple[str, str]]:
    row = row_of(item)
    yield "value", amount(item).key
    yield "kind", row.kind
    for name, value in (("unit", row.unit), ("what", row.what), ("period", row.period)):
        if value:
            yield name, " ".join(value.split())


def core(item: Item) -> Sequence[str]:
    """What an id is made of: parties, measure, period and kind; not the number, on which articles differ."""
    row = row_of(item)
    return (*sorted(item.parties), row.kind, row.period or "", *sorted(measure(item) - QUALIFIERS or item.words))
