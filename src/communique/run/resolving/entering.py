"""Putting a reading into the store, and taking one out, with a note of all that this may change."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from communique.model.reading import Reading
from communique.resolve.copies.index import fingerprints
from communique.resolve.facts import MentionFacts, facts_row, mentions
from communique.run.resolving.claims import scopes_of
from communique.run.resolving.desk import Desk
from communique.run.resolving.neighbours import component, place_of, place_of_unread
from communique.store import articles, derived, links, todo
from communique.store import fingerprints as index
from communique.store import mentions as stored_mentions
from communique.store.codec import packed
from communique.store.opening import writing
from communique.store.todo import Stage

RESOLVER = "3"
"""The version of the rules by which readings become a record: raised where the same readings would give another."""


def enter(desk: Desk, reading: Reading) -> int:
    """Store a reading, in place of the one of the same article; within a transaction. The article's number."""
    before = articles.number_of(desk.connection, reading.article.id)
    if before is not None:
        withdraw(desk, before)
    number = articles.put(desk.connection, reading, 0, b"")
    _index(desk, number, reading)
    return number


def _index(desk: Desk, number: int, reading: Reading) -> None:
    """Enter an article in the indexes, and note what is to be done with it."""
    connection = desk.connection
    found, values = mentions(reading), fingerprints(reading)
    kind = index.occasion(_occasion(found))
    articles.set_index(connection, number, kind, index.packed(values))
    todo.done(connection, Stage.ENTER, (number,))
    todo.add(connection, Stage.COPIES, (number,))
    todo.add(connection, Stage.SHARED, sorted(index.put(connection, number, kind, values)))
    for facts in found:
        stored_mentions.put(connection, (number, facts.key), packed(facts_row(facts)), place_of(facts))
    if reading.encounters is None:
        stored_mentions.put_place(connection, number, place_of_unread(reading))
    todo.add(connection, Stage.MENTIONS, (f"{number}:{facts.key}" for facts in found))


def enter_again(desk: Desk, numbers: Iterable[int]) -> None:
    """Enter stored articles in the indexes, after all that was derived was taken away."""
    for number in numbers:
        for reading in desk.readings((number,)).values():
            _index(desk, number, reading)
        todo.done(desk.connection, Stage.ENTER, (number,))


def renew(desk: Desk) -> bool:
    """Take away what other rules or tables derived, and note that it is to be made anew; whether that was so.

    Nothing is read again: readings and judgements stay as they are.
    """
    wanted = f"{RESOLVER}+{desk.knowledge.version}"
    before = derived.version(desk.connection)
    if before == wanted:
        return False
    with writing(desk.connection):
        if before is not None:
            derived.clear(desk.connection)
            todo.add(desk.connection, Stage.ENTER, articles.numbers(desk.connection))
        derived.set_version(desk.connection, wanted)
    return before is not None


def withdraw(desk: Desk, number: int) -> None:
    """Take out what was derived from an article's reading, before another takes its place or the article goes."""
    connection = desk.connection
    todo.add(connection, Stage.COPIES, sorted(index.remove(connection, number)))
    linked = links.of_article(connection, number)
    family = links.family(connection, number) - {number}
    queue_mentions(connection, *linked)
    todo.add(connection, Stage.FAMILIES, sorted(family))
    for scope in sorted(scopes_of(desk, number)):
        todo.add(connection, Stage.CLAIMS, (scope,))
    own = stored_mentions.of_article(connection, number)
    others = set(component(desk, own)) - set(own)
    todo.add(connection, Stage.MENTIONS, (f"{key[0]}:{key[1]}" for key in others))
    stored_mentions.remove(connection, number)
    links.remove(connection, number)
    desk.forget(number)


def remove(desk: Desk, number: int) -> None:
    """Take an article out of the record."""
    withdraw(desk, number)
    todo.drop(desk.connection, number)
    articles.remove(desk.connection, number)


def queue_mentions(connection: sqlite3.Connection, *numbers: int) -> None:
    """Note that the encounters of these articles are to be grouped anew."""
    for number in numbers:
        keys = stored_mentions.of_article(connection, number)
        todo.add(connection, Stage.MENTIONS, (f"{key[0]}:{key[1]}" for key in keys))


def _occasion(found: tuple[MentionFacts, ...]) -> str:
    """Roughly which encounter an article mainly tells: its parties and month; the same for nearly all of its copies."""
    main = sorted((facts for facts in found if facts.main), key=lambda facts: (facts.blocks, facts.key))
    if not main:
        return ""
    return f"{main[0].blocks[:1]} {(main[0].first or 0) // 30}"
