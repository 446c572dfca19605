"""`communique articles`: the articles of a record, and what became of every input."""

from __future__ import annotations

import argparse
import dataclasses
import sys
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from communique.cli.build import unusable
from communique.cli.rowsout import print_csv, print_json
from communique.cli.screen import plain, screen_for, table

_ARTICLE = (
    "id", "path", "published", "outlet", "title", "language", "reader", "voice", "ownership", "copies", "encounters",
)  # fmt: skip
_INPUT = ("path", "digest", "state", "kind", "reason", "mend")


def articles(asked: argparse.Namespace) -> int:
    """List the articles of a record, or its inputs; the exit code."""
    from communique.run.build import unfinished
    from communique.store.faults import StoreError, explained
    from communique.store.opening import open_store

    try:
        with explained(asked.db):
            connection = open_store(asked.db)
            try:
                rows = [dataclasses.asdict(row) for row in _rows(connection, asked)]
                pending = unfinished(connection)
            finally:
                connection.close()
    except StoreError as error:
        return unusable(error)
    if asked.json:
        print_json(rows)
    elif asked.csv:
        print_csv(_INPUT if asked.inputs else _ARTICLE, rows)
    else:
        _print(rows, asked)
    if pending:
        print(f"communique: a build of {asked.db} was not finished: start it again", file=sys.stderr)
    return 0


def _rows(connection: Any, asked: argparse.Namespace) -> Iterable[Any]:
    from communique.store import articles as stored
    from communique.store import inputs

    if asked.inputs:
        return inputs.all_inputs(connection)
    return stored.rows(
        connection,
        search=asked.search,
        outlet=asked.outlet,
        since=asked.since,
        until=asked.until,
        encounter=asked.encounter,
        limit=asked.limit or -1,
    )


def _print(rows: list[dict[str, Any]], asked: argparse.Namespace) -> None:
    screen = screen_for(sys.stdout, asked.color)
    if asked.inputs:
        head: tuple[str, ...] = ("input", "state", "reason")
        widths: tuple[int, ...] = (screen.width - 46, 8, 34)
        cells: Iterator[tuple[str, ...]] = (
            (plain(row["path"]), row["state"], plain(row["reason"] or "")) for row in rows
        )
    else:
        head, widths = ("published", "outlet", "title", "origin", "enc"), (10, 16, screen.width - 53, 16, 3)
        cells = (_cells(row) for row in rows)
    for line in table(head, cells, widths):
        print(line)
    print(f"{len(rows)} {'inputs' if asked.inputs else 'articles'}")


def _cells(row: Mapping[str, Any]) -> tuple[str, ...]:
    parts: Iterator[str] = (plain(row[name] or "not stated") for name in ("published", "outlet", "title", "voice"))
    return (*parts, str(row["encounters"]))
