"""The first step: for articles that came or whose index neighbours changed, the links to those that share text."""

from __future__ import annotations

from collections.abc import Iterable

from communique.resolve.copies import compare
from communique.run.resolving.desk import Desk
from communique.run.resolving.entering import queue_mentions
from communique.store import articles, links, todo
from communique.store import fingerprints as index
from communique.store import mentions as stored_mentions
from communique.store.todo import Stage

# Of 218 pages about one summit, 2,367 pairs shared one fingerprint: 8 of them a sentence of prose, 181 a quotation.
_SHARED = 2


def resolve_copies(desk: Desk, numbers: Iterable[int]) -> None:
    """Compare each of these articles with all that may share text with it; what is linked already stays as it is."""
    connection = desk.connection
    for number in numbers:
        if articles.id_of(connection, number) is not None:
            _compare(desk, number)
            todo.add(connection, Stage.FAMILIES, (number,))
        todo.done(connection, Stage.COPIES, (number,))


def _compare(desk: Desk, number: int) -> None:
    before = links.of_article(desk.connection, number)
    others = _others(desk, number)
    # The pairs with those that wait are compared when their turn comes.
    later = {int(key) for key in todo.among(desk.connection, Stage.COPIES, map(str, sorted(others)))}
    # A link depends on the two texts alone, and went with the reading if one was read anew: it needs no second look.
    for other in sorted(others - set(before) - later):
        link = compare(desk.prepared(number), desk.prepared(other))
        if link and links.put(desk.connection, number, other, link):
            # The other's family and encounters are met from this side, where they are joined to it.
            todo.add(desk.connection, Stage.FAMILIES, (number,))
            queue_mentions(desk.connection, number)
    _drop(desk, number, set(before) - others)


def check_links(desk: Desk, numbers: Iterable[int]) -> None:
    """Take away the links of these articles that rest on nothing but phrases that have become common."""
    for number in numbers:
        before = set(links.of_article(desk.connection, number))
        if before:
            _drop(desk, number, before - _others(desk, number))
        todo.done(desk.connection, Stage.SHARED, (number,))


def _drop(desk: Desk, number: int, others: set[int]) -> None:
    """Take away links; each side may have to do without the other now."""
    for other in sorted(others):
        links.put(desk.connection, number, other, None)
        todo.add(desk.connection, Stage.FAMILIES, (number, other))
        queue_mentions(desk.connection, number, other)


def _others(desk: Desk, number: int) -> set[int]:
    """The articles that may share text with this one.

    One fingerprint in common is nearly always chance, unless the two are about the same parties and days; and those
    may be one text in two languages without any.
    """
    near: set[int] = set()
    for place in stored_mentions.places(desk.connection, number):
        near |= {article for article, _ in stored_mentions.near(desk.connection, place)}
    near.discard(number)
    shared = index.candidates(desk.connection, number)
    languages = articles.languages(desk.connection, {number, *near})
    translated = {other for other in near if languages[other] != languages[number]}
    return {other for other, count in shared.items() if count >= _SHARED or other in near} | translated
