"""The first step: for articles that came or whose index neighbours changed, the links to those that share text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from communique.model.record import CopyLink
from communique.resolve.copies import compare
from communique.run.resolving.desk import Desk
from communique.run.resolving.entering import queue_mentions
from communique.store import articles, links, todo
from communique.store import fingerprints as index
from communique.store import mentions as stored_mentions
from communique.store.todo import Stage


def resolve_copies(desk: Desk, numbers: Iterable[int]) -> None:
    """Compare each of these articles with all that may share text with it; what was linked before is compared anew."""
    connection = desk.connection
    waiting = set(todo.numbers(connection, Stage.COPIES))
    for number in numbers:
        waiting.discard(number)
        if articles.id_of(connection, number) is not None:
            # The pairs with those that wait are compared when their turn comes.
            _compare(desk, number, waiting)
            todo.add(connection, Stage.FAMILIES, (number,))
        todo.done(connection, Stage.COPIES, (number,))


def _compare(desk: Desk, number: int, later: set[int]) -> None:
    before = links.of_article(desk.connection, number)
    others = {*index.candidates(desk.connection, number), *_in_other_languages(desk, number)}
    for other in sorted((others | set(before)) - later):
        link = _link(desk, number, other) if other in others else None
        if links.put(desk.connection, number, other, link):
            todo.add(desk.connection, Stage.FAMILIES, (number, other))
            queue_mentions(desk.connection, number, other)


def _link(desk: Desk, number: int, other: int) -> CopyLink | None:
    pair = desk.readings((number, other))
    return compare(pair[number], pair[other])


def _in_other_languages(desk: Desk, number: int) -> set[int]:
    """The articles in another language about the same parties and days: they may be the same text translated."""
    near: set[int] = set()
    for place in stored_mentions.places(desk.connection, number):
        near |= {article for article, _ in stored_mentions.near(desk.connection, place)}
    languages: Mapping[int, str | None] = articles.languages(desk.connection, {number, *near})
    return {other for other in near if languages[other] != languages[number] and other != number}
