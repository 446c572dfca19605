"""What articles that came since touch: for the question what is new."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence

from communique.model.record import ListName


def published(connection: sqlite3.Connection, since: str) -> dict[int, str]:
    """The articles that came out on that day (or month, or year) or later, by number, with their ids."""
    return dict(connection.execute("select number, id from articles where published >= ?", (since,)))


def not_among(connection: sqlite3.Connection, known: Iterable[str]) -> dict[int, str]:
    """The articles whose ids are not among these."""
    seen = frozenset(known)
    rows = connection.execute("select number, id from articles order by number")
    return {number: id_ for number, id_ in rows if id_ not in seen}


def ids(connection: sqlite3.Connection) -> list[str]:
    """The ids of all articles, in order."""
    return [row[0] for row in connection.execute("select id from articles order by id")]


def encounters(connection: sqlite3.Connection, articles: Iterable[int]) -> set[str]:
    """The encounters that these articles tell."""
    return _of_each(connection, "select encounter from encounter_mentions where article = ?", articles)


def rows(connection: sqlite3.Connection, articles: Iterable[int], lists: Sequence[ListName]) -> set[str]:
    """The rows of these lists that these articles tell."""
    wanted = ", ".join("?" * len(lists))
    question = f"select merged from merged_row_tellings where article = ? and list in ({wanted})"
    return {row[0] for number in articles for row in connection.execute(question, (number, *lists))}


def claims(connection: sqlite3.Connection, articles: Iterable[int]) -> set[str]:
    """The claims of which these articles have a wording."""
    return _of_each(connection, "select claim from claim_wordings where article = ?", articles)


def _of_each(connection: sqlite3.Connection, question: str, articles: Iterable[int]) -> set[str]:
    return {row[0] for number in articles for row in connection.execute(question, (number,))}


def wordings(connection: sqlite3.Connection, claim: str) -> tuple[str | None, list[int]]:
    """The encounter of a claim, and the numbers of the articles that have it."""
    found = connection.execute("select encounter from claims where id = ?", (claim,)).fetchone()
    told = connection.execute("select article from claim_wordings where claim = ?", (claim,))
    return (found[0] if found else None), [row[0] for row in told]


def voices(connection: sqlite3.Connection, articles: Sequence[str]) -> dict[str, str]:
    """The independent origins of these articles, by their ids."""
    question = "select voice from articles join chains on article = number where id = ?"
    found = ((id_, connection.execute(question, (id_,)).fetchone()) for id_ in articles)
    return {id_: row[0] for id_, row in found if row}
