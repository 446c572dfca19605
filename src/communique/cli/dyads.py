"""`communique dyads`: a record as a table of two states and a year."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, NoReturn

from communique.cli.asked import knowledge, opened
from communique.cli.build import unusable
from communique.cli.rowsout import print_csv, print_json

if TYPE_CHECKING:
    from communique.knowledge.kinds import StateCodes
    from communique.resolve.dyads import DyadYear


def dyads(asked: argparse.Namespace, refuse: Callable[[str], NoReturn]) -> int:
    """Print the dyad-years of a record as CSV, or JSON Lines where asked for; the exit code."""
    from communique.resolve.dyads import KINDS
    from communique.resolve.dyads import dyads as counted
    from communique.store import claims, encounters
    from communique.store.faults import StoreError

    if asked.first and asked.last and asked.first > asked.last:
        refuse(f"--from {asked.first} is after --to {asked.last}")
    kb = knowledge(asked.knowledge, refuse)
    try:
        with opened(asked.db) as connection:
            said = claims.counts(connection)
            found = counted(encounters.found(connection), said, kb.states, asked.first, asked.last)
    except StoreError as error:
        return unusable(error)
    columns = ("year", "state_a", "state_b", "cow_a", "cow_b", "gw_a", "gw_b", "encounters", *KINDS)
    rows = _rows(found.rows, kb.state_codes)
    if asked.json:
        print_json(rows)
    else:
        print_csv((*columns, "planned", "postponed", "cancelled", "statements"), rows)
    if found.undated:
        print(f"communique: {found.undated} encounters without a date are not in the table", file=sys.stderr)
    return 0


def _rows(rows: tuple[DyadYear, ...], codes: Mapping[str, StateCodes]) -> Iterator[dict[str, Any]]:
    for row in rows:
        one, other = (codes.get(state) for state in row.states)
        yield {
            "year": row.year,
            "state_a": row.states[0],
            "state_b": row.states[1],
            "cow_a": one.cow if one else None,
            "cow_b": other.cow if other else None,
            "gw_a": one.gw if one else None,
            "gw_b": other.gw if other else None,
            "encounters": row.encounters,
            **row.counts,
        }
