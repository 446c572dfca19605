"""Anniversaries, initiatives and set phrases: what has a name or an id in the tables."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from communique.model.reading import Anniversary, Initiative, Phrase
from communique.resolve.claims import alike as words_alike
from communique.resolve.claims import words
from communique.resolve.lists.items import Item


def _anniversary(item: Item) -> Anniversary:
    return cast("Anniversary", item.row)


def anniversary_tokens(item: Item) -> Sequence[str]:
    """The event, and the words of what is remembered."""
    row = _anniversary(item)
    return (*(("#" + row.event,) if row.event else ()), *words(row.of))


def anniversaries_alike(a: Item, b: Item) -> float:
    """1 for one event; without an entry in the tables, how alike the words are."""
    one, two = _anniversary(a), _anniversary(b)
    if one.event and two.event:
        return float(one.event == two.event)
    if a.parties and b.parties and a.parties != b.parties:
        return 0.0
    return words_alike(words(one.of), words(two.of))


def anniversaries_apart(a: Item, b: Item) -> bool:
    """Whether one article that tells both means two: it would not count one event twice."""
    return _anniversary(a).n != _anniversary(b).n


def anniversary_values(item: Item) -> Sequence[tuple[str, str]]:
    """What a row states, field by field."""
    row = _anniversary(item)
    found = (
        ("n", str(row.n)),
        ("of", " ".join(row.of.split())),
        ("year", row.year and str(row.year)),
        ("event", row.event),
    )
    return tuple((name, value) for name, value in found if value)


def anniversary_core(item: Item) -> Sequence[str]:
    """What an id is made of."""
    row = _anniversary(item)
    return (row.event,) if row.event else (*sorted(item.parties), *words(row.of))


def entity(item: Item) -> Sequence[str]:
    """The initiative's id in the tables."""
    return (cast("Initiative", item.row).entity,)


def same_entity(a: Item, b: Item) -> float:
    """1 for one initiative."""
    return float(entity(a) == entity(b))


def initiative_values(item: Item) -> Sequence[tuple[str, str]]:
    """What a row states, field by field."""
    row = cast("Initiative", item.row)
    return (("name", row.name), ("entity", row.entity))


def phrase(item: Item) -> Sequence[str]:
    """The phrase's id in the tables."""
    return (cast("Phrase", item.row).id,)


def same_phrase(a: Item, b: Item) -> float:
    """1 for one set phrase, however it is worded."""
    return float(phrase(a) == phrase(b))


def phrase_values(item: Item) -> Sequence[tuple[str, str]]:
    """What a row states, field by field; who says it where it stands in a statement."""
    row = cast("Phrase", item.row)
    found = (("id", row.id), ("text", " ".join(row.text.split())), ("form", row.form), ("speaker", item.speaker))
    return tuple((name, value) for name, value in found if value)


def never(_: Item, __: Item) -> bool:
    """One article that has a name twice means one thing."""
    return False
