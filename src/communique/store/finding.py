"""Finding things of a record by what a person types: the beginning of an id, a path, a name."""

from __future__ import annotations

import json
import sqlite3

from communique.store.mentions import Key

MANY = 3
"""So many of what a reference may mean are looked for: one is right, more are said to be several."""


def _beginning(connection: sqlite3.Connection, table: str, id_: str) -> list[str]:
    # An upper bound instead of a pattern: it uses the index, and nothing that is typed is a pattern.
    rows = connection.execute(
        f"select id from {table} where id >= ? and id < ? order by id limit {MANY}", (id_, id_ + "\U0010ffff")
    )
    found = [str(row[0]) for row in rows]
    return [id_] if id_ in found else found


def encounters(connection: sqlite3.Connection, id_: str) -> list[str]:
    """The encounters whose ids begin so; the one that is meant where the id is whole."""
    return _beginning(connection, "encounters", id_)


def claims(connection: sqlite3.Connection, id_: str) -> list[str]:
    """The claims whose ids begin so."""
    return _beginning(connection, "claims", id_)


def rows(connection: sqlite3.Connection, id_: str) -> list[str]:
    """The rows of lists whose ids begin so."""
    return _beginning(connection, "merged_rows", id_)


def articles(connection: sqlite3.Connection, reference: str) -> list[str]:
    """The articles with that path, with a path that ends in this name, or whose ids begin so."""
    rows = connection.execute(
        "select distinct digest from inputs where state = 'read' and (path = ? or substr(path, ?) = ?)"
        f" order by digest limit {MANY}",
        (reference, -len(reference) - 1, f"/{reference}"),
    )
    found = [str(row[0]) for row in rows]
    return found or _beginning(connection, "articles", reference if ":" in reference else f"sha256:{reference}")


def told(connection: sqlite3.Connection, article: str, encounter: str) -> str | None:
    """The key of the mention that has this id within its article's reading; None where the article has none."""
    rows = connection.execute(
        "select mention, facts from mentions join articles on number = article where id = ? order by mention",
        (article,),
    )
    return next((str(mention) for mention, facts in rows if json.loads(facts)["encounter"] == encounter), None)


def naming(connection: sqlite3.Connection, person: str) -> list[Key]:
    """The mentions in which that person (his entity, or his name as facts fold it) takes part."""
    rows = connection.execute(
        "select article, mention from mentions where instr(facts, ?) > 0 order by article, mention",
        (json.dumps(person, ensure_ascii=False),),
    )
    return [(row[0], row[1]) for row in rows]


def path_of(connection: sqlite3.Connection, article: str) -> str | None:
    """The first path that holds an article; None where no input does any more."""
    row = connection.execute("select min(path) from inputs where digest = ? and state = 'read'", (article,)).fetchone()
    return row[0] if row else None
