"""Partnerships: when two articles name one level of relations, and what each states of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from communique.model.reading import Partnership
from communique.resolve.claims import alike as words_alike
from communique.resolve.claims import words
from communique.resolve.lists.items import Item

_UNRESOLVED = 0.8
"""A label without a level says less than one with: it joins only where nearly all of its words are the same."""


def _row(item: Item) -> Partnership:
    return cast("Partnership", item.row)


def tokens(item: Item) -> Sequence[str]:
    """The parties: nothing else is compared."""
    return ("|".join(sorted(item.parties)),)


def alike(a: Item, b: Item) -> float:
    """1 for one level or one label of the same parties; less where one label does not say enough to tell its level."""
    one, two = _row(a), _row(b)
    if a.parties != b.parties:
        return 0.0
    if one.level and two.level:
        return float(one.level == two.level)
    mine, theirs = words(one.label), words(two.label)
    return 1.0 if mine == theirs else _UNRESOLVED * words_alike(mine, theirs)


def apart(a: Item, b: Item) -> bool:
    """Whether one article that tells both means two steps: from one it was raised to the other."""
    return _row(a).level != _row(b).level


def values(item: Item) -> Sequence[tuple[str, str]]:
    """What a row states, field by field."""
    row = _row(item)
    found = (("label", " ".join(row.label.split())), ("level", row.level), ("change", row.change))
    return tuple((name, value) for name, value in found if value)


def core(item: Item) -> Sequence[str]:
    """What an id is made of: the parties, and the level or the words of the label."""
    row = _row(item)
    return (*sorted(item.parties), *((row.level,) if row.level else words(row.label)))
