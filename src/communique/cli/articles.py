"""`communique articles`: the articles of a record, and what became of every input."""

from __future__ import annotations

import argparse
import dataclasses
import sys
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

from communique.cli.build import unusable
from communique.cli.rowsout import print_csv, print_json
from communique.cli.screen import counted, plain, screen_for, table

_ARTICLE = (
    "id", "path", "published", "outlet", "title", "language", "reader", "voice", "ownership", "copies", "encounters",
)  # fmt: skip
_INPUT = ("path", "digest", "state", "kind", "reason", "mend")


def articles(asked: argparse.Namespace) -> int:
    """List the articles of a record, or its inputs; the exit code."""
    from communique.run.build import unfinished
    from communique.run.references import UnknownError
    from communique.store.faults import StoreError, explained
    from communique.store.opening import open_store

    try:
        with explained(asked.db):
            connection = open_store(asked.db, asking=True)
            try:
                rows = [dataclasses.asdict(row) for row in _rows(connection, asked)]
                pending = unfinished(connection)
            finally:
                connection.close()
    except UnknownError as error:
        print(f"communique: {error}", file=sys.stderr)
        return 2
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
    from communique.run.references import encounter_of
    from communique.store import articles as stored
    from communique.store import inputs

    if asked.inputs:
        return islice(inputs.all_inputs(connection), asked.limit)
    return stored.rows(
        connection,
        search=asked.search,
        outlet=asked.outlet,
        since=asked.since,
        until=asked.until,
        encounter=encounter_of(connection, asked.encounter) if asked.encounter else None,
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
        cells = _articles(rows)
    for line in table(head, cells, widths):
        print(line)
    print(counted(len(rows), "input" if asked.inputs else "article"))


def _articles(rows: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, ...]]:
    from communique.knowledge import base
    from communique.resolve.voices import voices

    known = voices(base.default())
    for row in rows:
        kind = (row["voice"] or "").partition(":")[0]
        origin = {"article": "the page itself", "shared": "shared, unknown"}.get(kind)
        if kind == "name" and known.of(row["outlet"] or "").key == row["voice"]:
            origin = row["outlet"]  # as the page prints it
        shown = (
            row["published"],
            row["outlet"],
            row["title"],
            origin or known.name_of(row["voice"] or "") or row["voice"],
        )
        yield (*(plain(part or "not stated") for part in shown), str(row["encounters"]))
