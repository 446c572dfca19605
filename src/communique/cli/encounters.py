"""`communique encounters`: the encounters of a record as a table."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NoReturn

from communique.cli.asked import best, date, knowledge, opened, party, text, where, who
from communique.cli.build import unusable
from communique.cli.rowsout import print_csv, print_json
from communique.cli.screen import Screen, counted, screen_for, table
from communique.model.record import MergedEncounter

COLUMNS = (
    "id", "kind", "status", "start", "end", "participants", "countries", "city", "country", "venue", "level",
    "part_of", "articles", "outlets", "origins", "contradictions",
)  # fmt: skip


def encounters(asked: argparse.Namespace, refuse: Callable[[str], NoReturn]) -> int:
    """List the encounters that were asked for; the exit code."""
    from communique.cli.read import country_name
    from communique.store import encounters as stored
    from communique.store.faults import StoreError

    kb = knowledge(asked.knowledge, refuse)
    between = [party(kb, typed, refuse) for typed in asked.between or ()]
    since, until = date("since", asked.since, refuse), date("until", asked.until, refuse)
    try:
        with opened(asked.db) as connection:
            rows = list(
                stored.found(
                    connection, between=between, since=since, until=until, kind=asked.kind, limit=asked.limit or -1
                )
            )
    except StoreError as error:
        return unusable(error)
    if asked.json:
        print_json(map(as_row, rows))
    elif asked.csv:
        print_csv(COLUMNS, map(as_row, rows))
    else:
        for line in lines(rows, screen_for(sys.stdout, asked.color), lambda code: country_name(kb, code)):
            print(line)
    return 0


def as_row(row: MergedEncounter) -> dict[str, Any]:
    """An encounter as plain values: the leading one of every field, None where nobody states it."""

    def value(field: str) -> str | None:
        found = best(row, field)
        return found.value if found else None

    people = [one for one, said in row.participants if not said.rejected]
    return {
        "id": row.id,
        **{field: value(field) for field in ("kind", "status", "start", "end")},
        "participants": [one.name for one in people if one.name],
        "countries": sorted({code for one in people for code in (one.countries or (one.country,)) if code}),
        **{field: value(field) for field in ("city", "country", "venue", "level")},
        "part_of": row.part_of,
        "articles": row.articles,
        "outlets": row.outlets,
        "origins": len(row.voices),
        "contradictions": [dispute.field for dispute in row.contradictions],
    }


def lines(
    rows: Iterable[MergedEncounter], screen: Screen, named: Callable[[str], str], *, ids: bool = True
) -> Iterator[str]:
    """The table: date, what, where, how many articles, outlets and independent origins, and the id to ask on with."""
    head = ("date", "encounter", "where", "art", "out", "orig", "id")
    widths = (10, screen.width - (59 if ids else 41), 11, 3, 3, 4, 16)
    shown = list(rows)
    columns = len(head) if ids else len(head) - 1
    yield from table(head[:columns], (_cells(row, named)[:columns] for row in shown), widths[:columns])
    yield f"{counted(len(shown), 'encounter')} · articles, outlets, independent origins · (!) told differently"


def _cells(row: MergedEncounter, named: Callable[[str], str]) -> tuple[str, ...]:
    status = text(row, "status")
    what = text(row, "kind").replace("_", " ") + ("" if status in ("held", "past") else f", {status}")
    mark = " (!)" if row.contradictions else ""
    return (
        str(row.start or "not stated"),
        f"{what}: {', '.join(who(row, named))}{mark}",
        where(row, named),
        str(row.articles),
        str(row.outlets),
        str(len(row.voices)),
        row.id[:16],
    )
