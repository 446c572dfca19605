"""`communique diff`: what a newer reader, or newer tables, would change in a record."""

from __future__ import annotations

import argparse
import dataclasses
import sys
from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING, NoReturn

from communique.cli.build import settings, unusable
from communique.cli.rowsout import print_csv, print_json
from communique.cli.screen import plain

if TYPE_CHECKING:
    from communique.run.reread import Change, Reread

_COLUMNS = ("article", "path", "how", "of", "what", "field", "before", "after")
_SIGNS = {"added": "+", "dropped": "-", "changed": "~"}


def diff(asked: argparse.Namespace, refuse: Callable[[str], NoReturn]) -> int:
    """List what reading anew adds, drops and changes, and adopt it where asked to; the exit code."""
    chosen = settings(asked, refuse)
    from communique.cli.progress import bars
    from communique.run.read import SetupError
    from communique.run.reread import reread
    from communique.store.faults import StoreError

    try:
        with bars(asked.quiet) as show:
            found = reread(asked.db, chosen, everything=asked.all, adopt=asked.adopt, workers=asked.workers, show=show)
    except SetupError as error:
        print(f"communique: {error}", file=sys.stderr)
        return 2
    except StoreError as error:
        return unusable(error)
    rows = [dataclasses.asdict(row) for row in found.changes]
    if asked.json:
        print_json(rows)
    elif asked.csv:
        print_csv(_COLUMNS, rows)
    else:
        _print(found, asked.db)
    return 0


def _print(found: Reread, record: str) -> None:
    path = None
    for row in found.changes:
        if row.path != path:
            path = row.path
            print(plain(path or row.article))
        print(f"  {_SIGNS[row.how]} {_line(row)}")
    counts = Counter(row.how for row in found.changes)
    told = ", ".join(f"{counts[how]} {how}" for how in _SIGNS)
    print(f"{found.articles} articles read again by {found.version}: {told}")
    if found.adopted:
        print(f"{record} has the new readings now")
    elif found.articles:
        print(f"to take them over: communique diff --db {record} --adopt")


def _line(row: Change) -> str:
    text = f"{row.of} {row.what}"
    if row.field:
        text += f" · {row.field}: {row.before or 'not stated'} → {row.after or 'not stated'}"
    return plain(text)
