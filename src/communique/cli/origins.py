"""`communique origins`: where an article, an encounter or a claim comes from."""

from __future__ import annotations

import argparse
import sqlite3
import sys
from collections.abc import Callable
from typing import Any, NoReturn

from communique.cli import tree
from communique.cli.asked import knowledge, opened
from communique.cli.build import unusable
from communique.cli.listed import told
from communique.cli.rowsout import print_csv, print_json
from communique.cli.screen import counted, plain, screen_for
from communique.cli.show import is_row

COLUMNS = ("voice", "ownership", "article", "outlet", "published", "path", "chain", "copies")


def origins(asked: argparse.Namespace, refuse: Callable[[str], NoReturn]) -> int:
    """Show the origins of what was asked for; the exit code."""
    from communique.run.references import UnknownError
    from communique.store.faults import StoreError

    kb = knowledge(asked.knowledge, refuse)
    try:
        with opened(asked.db) as connection:
            title, articles = _articles(connection, asked.id)
            found = tree.told(connection, articles, kb)
            own = {asked.id} if len(articles) == 1 else None
            if own:  # what a single article shares with others tells more than its own line
                found = tree.told(connection, _family(connection, articles[0]), kb)
    except UnknownError as error:
        refuse(str(error))
    except StoreError as error:
        return unusable(error)
    rows = tree.as_json(found)
    if asked.json:
        print_json(rows)
    elif asked.csv:
        print_csv(COLUMNS, map(_flat, rows))
    else:
        screen = screen_for(sys.stdout, asked.color)
        for line in screen.wrapped(title):
            print(line)
        print(f"{counted(len(found.readings), 'article')}, {counted(len(found.voices()), 'independent origin')}")
        for line in tree.lines(found, screen):
            print(line)
    return 0


def _articles(connection: sqlite3.Connection, reference: str) -> tuple[str, list[str]]:
    """What is meant, in a line, and the articles that tell it."""
    from communique.run.references import article_of, claim_of, encounter_of, row_of
    from communique.store import articles as stored
    from communique.store import claims, encounters, rows

    if reference.startswith("enc-"):
        met = encounters.one(connection, encounter_of(connection, reference))
        assert met is not None
        return f"encounter {met.id}", list(dict.fromkeys(article for article, _ in met.mentions))
    if reference.startswith("claim-"):
        claim = claims.one(connection, claim_of(connection, reference))
        assert claim is not None
        return f"claim {claim.id}: {plain(claim.text)}", list(dict.fromkeys(article for article, _ in claim.wordings))
    if is_row(reference):
        row = rows.one(connection, row_of(connection, reference))
        assert row is not None
        return f"{row.id}: {plain(told(row))}", list(dict.fromkeys(article for article, _ in row.tellings))
    id_ = article_of(connection, reference)
    reading = stored.reading(connection, id_)
    title = reading.article.title if reading else None
    return f"article {id_[:19]}: {plain(title or 'no title')}", [id_]


def _family(connection: sqlite3.Connection, article: str) -> list[str]:
    from communique.store import articles, links

    number = articles.number_of(connection, article)
    family = links.family(connection, number) if number is not None else set()
    return [id_ for one in sorted(family) if (id_ := articles.id_of(connection, one))]


def _flat(row: dict[str, Any]) -> dict[str, Any]:
    chain = [f"{step['role']}: {step['name'] or 'unknown'} ({step['how']})" for step in row["chain"]]
    copies = [f"{link['kind']} {link['share']:.2f}: {link['first']} {link['second']}" for link in row["copies"]]
    return row | {"chain": chain, "copies": copies}
