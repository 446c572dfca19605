"""`communique verify`: whether a record holds together."""

from __future__ import annotations

import argparse
import dataclasses

from communique.cli.build import unusable
from communique.cli.rowsout import print_csv, print_json
from communique.cli.screen import plain


def verify(asked: argparse.Namespace) -> int:
    """Check every span and digest of a record; the exit code is 0 where all holds, 1 where not."""
    from communique.run.verify import verify as verify_record
    from communique.store.faults import StoreError

    try:
        found = verify_record(asked.db)
    except StoreError as error:
        return unusable(error)
    rows = [dataclasses.asdict(row) for row in found.problems]
    if asked.json:
        print_json([{**dataclasses.asdict(found), "problems": rows}])
    elif asked.csv:
        print_csv(("kind", "id", "what"), rows)
    else:
        for row in found.problems:
            print(plain(f"{row.kind} {row.id}: {row.what}"))
        print(
            f"{asked.db}: {found.articles} articles, {found.encounters} encounters, {found.claims} claims,"
            f" {found.rows} rows of lists;"
            f" {found.spans} spans checked against their texts; {len(rows) or 'no'} problem{'s' * (len(rows) != 1)}"
        )
        if found.unfinished:
            print("a build was not finished: start it again")
    return 1 if rows else 0
