"""`communique events`: the acts that articles tell, as rows for the tools of the field."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, NoReturn

from communique.cli.asked import knowledge
from communique.cli.rowsout import print_csv, print_json
from communique.cli.screen import plain, screen_for, table
from communique.model.reading import Failure, Reading

if TYPE_CHECKING:
    from communique.knowledge.base import Knowledge
    from communique.reading.events.table import Row

COLUMNS = (
    "id", "date", "date_how", "type", "mode", "contexts", "actors", "recipients", "organisations", "actors_cow",
    "recipients_cow", "actors_gw", "recipients_gw", "status", "place", "country", "outlet", "sentence", "article",
    "derived",
)  # fmt: skip


def events(asked: argparse.Namespace, refuse: Callable[[str], NoReturn]) -> int:
    """Read the inputs and print their events; the exit code."""
    from communique.cli.read import settings_of
    from communique.ingest.files import paths
    from communique.run.many import read_many
    from communique.run.read import SetupError

    kb = knowledge(asked.knowledge, refuse)
    failed: list[Failure] = []
    try:
        rows = _rows(read_many(list(paths(asked.paths)), settings_of(asked), workers=asked.workers), kb, failed)
        if asked.plover:
            print_json(map(plover, rows))
        elif asked.json:
            print_json(rows)
        elif asked.csv:
            print_csv(COLUMNS, rows)
        else:
            _print(rows, asked.color)
    except SetupError as error:
        print(f"communique: {error}", file=sys.stderr)
        return 2
    for failure in failed:
        print(f"communique: {failure.path}: {failure.message}", file=sys.stderr)
    return 1 if failed else 0


def _rows(readings: Iterator[Reading | Failure], kb: Knowledge, failed: list[Failure]) -> Iterator[dict[str, Any]]:
    from communique.reading.events import table as view

    for reading in readings:
        if isinstance(reading, Failure):
            failed.append(reading)
            continue
        for row in view.rows(reading, kb):
            yield as_row(reading, row, kb)


def as_row(reading: Reading, row: Row, kb: Knowledge) -> dict[str, Any]:
    """An event as plain values under the columns of the codebook."""
    codes, article, event = kb.state_codes, reading.article, row.event

    def numbers(states: tuple[str, ...], name: str) -> list[int]:
        return [getattr(codes[state], name) for state in states if state in codes]

    return {
        "id": row.id,
        "date": str(row.date) if row.date else None,
        "date_how": row.date_how,
        "type": event.type,
        "mode": event.mode,
        "contexts": list(event.context),
        "actors": list(row.actors),
        "recipients": list(row.recipients),
        "organisations": list(row.organisations),
        "actors_cow": numbers(row.actors, "cow"),
        "recipients_cow": numbers(row.recipients, "cow"),
        "actors_gw": numbers(row.actors, "gw"),
        "recipients_gw": numbers(row.recipients, "gw"),
        "status": event.status,
        "place": row.place.city if row.place else None,
        "country": row.place.country if row.place else None,
        "outlet": article.outlet,
        "sentence": " ".join(row.sentence.of(article.text).split()),
        "article": article.path or article.id,
        "derived": list(event.derived),
    }


def plover(row: dict[str, Any]) -> dict[str, Any]:
    """An event under the field names of PLOVER's own records."""
    return {
        "id": row["id"],
        "date": row["date"],
        "type": row["type"],
        "mode": row["mode"],
        "context": row["contexts"],
        "actor": [{"code": code} for code in row["actors"]],
        "recipient": [{"code": code} for code in row["recipients"]],
        "location": {"name": row["place"], "country": row["country"]} if row["place"] or row["country"] else None,
        "status": row["status"],
        "text": row["sentence"],
        "textInfo": {"source": row["outlet"], "document": row["article"]},
    }


def _print(rows: Iterator[dict[str, Any]], colour: bool | None) -> None:
    screen = screen_for(sys.stdout, colour)
    shown = list(rows)
    cells = (
        (
            row["date"] or "not stated",
            "/".join(filter(None, (row["type"], row["mode"]))),
            f"{','.join(row['actors'])} > {','.join(row['recipients'])}",
            row["status"],
            plain(row["sentence"]),
        )
        for row in shown
    )
    head = ("date", "event", "who > whom", "status", "sentence")
    for line in table(head, cells, (10, 18, 17, 9, max(screen.width - 64, 20))):
        print(line)
    print(f"{len(shown)} event{'s' * (len(shown) != 1)}")


__all__ = ["COLUMNS", "as_row", "events", "plover"]
