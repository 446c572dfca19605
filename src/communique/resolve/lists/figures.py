"""Figures: when two articles measure one thing, and what each states of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
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
    if _one_number(amount(a), amount(b)):
        same_time = interval(one.period) == interval(two.period)
        # Where one does not say what it measures, the number tells: two articles about one encounter seldom share one.
        shared = len(mine & theirs) / min(len(mine), len(theirs)) if mine and theirs else 0.0
        if one.unit != two.unit:
            return 0.9 if shared >= 0.5 else 0.0
        if not mine or not theirs:
            return 1.0 if same_time else 0.9
        return 1.0 if same_time and shared else 0.9 if shared >= 0.5 else 0.0
    same = mine - QUALIFIERS == theirs - QUALIFIERS and mine - QUALIFIERS
    return _SAME_MEASURE if same else 0.0


def _one_number(a: Amount, b: Amount) -> bool:
    """Whether both give one number, be it that one article calls it a change and the other does not say so."""
    if a.growth and b.growth and a.growth != b.growth:
        return False
    bare = replace(a, growth=None), replace(b, growth=None)
    return agree(*bare) or rounded(*bare)


_PARTS = {"H1": (1, 6), "H2": (7, 12), "Q1": (1, 3), "Q2": (4, 6), "Q3": (7, 9), "Q4": (10, 12)}


def interval(period: str | None) -> tuple[str, str] | None:
    """The first and the last day of a period as dates that can be compared; None where it is not stated."""
    if period is None:
        return None
    first, _, last = period.partition("/")
    return _edges(first)[0], _edges(last or first)[1]


def _edges(part: str) -> tuple[str, str]:
    year, _, rest = part.partition("-")
    if rest in _PARTS:
        first, last = _PARTS[rest]
        return f"{year}-{first:02}-01", f"{year}-{last:02}-31"
    return (part + "-01-01"[len(part) - 4 :])[:10], (part + "-12-31"[len(part) - 4 :])[:10]


def periods_meet(one: str | None, two: str | None) -> bool:
    """Whether two periods are one, or one a part of the other ("2024-H1", "2024"); one not stated meets all."""
    a, b = interval(one), interval(two)
    if a is None or b is None:
        return True
    return (a[0] >= b[0] and a[1] <= b[1]) or (b[0] >= a[0] and b[1] <= a[1])


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
