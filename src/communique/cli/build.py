"""`communique build`: articles into a record."""

from __future__ import annotations

import argparse
import dataclasses
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from communique.cli.screen import plain
from communique.model.dates import PartialDate

if TYPE_CHECKING:
    from communique.run.build import Built
    from communique.run.read import Settings

UNUSABLE = 3
"""Exit code where the record cannot be opened, read or written."""


def build(asked: argparse.Namespace, refuse: Callable[[str], NoReturn]) -> int:
    """Read what was asked for into the record; the exit code."""
    chosen = settings(asked, refuse)
    published = given_date(asked, refuse)
    if (asked.url or published) and (len(asked.paths) > 1 or Path(asked.paths[0]).is_dir()):
        refuse("--url and --published are of one page: give one input")
    from communique.cli.progress import bars
    from communique.ingest.files import paths
    from communique.run.build import build as build_record
    from communique.run.many import BATCH
    from communique.run.read import SetupError
    from communique.store.faults import StoreError

    try:
        with bars(asked.quiet) as show:
            done = build_record(
                paths(asked.paths),
                asked.db,
                chosen,
                workers=asked.workers,
                batch=asked.batch or BATCH,
                url=asked.url,
                published=published,
                show=show,
                debug=asked.debug,
            )
    except SetupError as error:
        print(f"communique: {error}", file=sys.stderr)
        return 2
    except StoreError as error:
        return unusable(error)
    except KeyboardInterrupt:
        print(
            f"communique: stopped; what was read is in {asked.db}, the same command goes on from there", file=sys.stderr
        )
        return 130
    _print(asked, done)
    return 1 if done.failed else 0


def unusable(error: Exception) -> int:
    """Say what is wrong with the file of the record, and how to mend it; the exit code."""
    from communique.store.faults import StoreError

    assert isinstance(error, StoreError)
    print(f"communique: {error.message}\n  {error.mend}", file=sys.stderr)
    return UNUSABLE


def given_date(asked: argparse.Namespace, refuse: Callable[[str], NoReturn]) -> PartialDate | None:
    """The date of the page, where the user gives it."""
    try:
        return PartialDate.parse(asked.published) if asked.published else None
    except ValueError as error:
        refuse(f"--published: {error}")


def settings(asked: argparse.Namespace, refuse: Callable[[str], NoReturn]) -> Settings:
    """How articles are to be read, as the command line says."""
    if asked.knowledge and not Path(asked.knowledge).is_dir():
        refuse(f"--knowledge: there is no folder {asked.knowledge}")
    from communique.article.decode import MAX_BYTES
    from communique.run.read import Settings

    folder = Path(asked.knowledge) if asked.knowledge else None
    return Settings(asked.pipeline, folder, getattr(asked, "max_bytes", None) or MAX_BYTES)


def _print(asked: argparse.Namespace, done: Built) -> None:
    if asked.json:
        from communique.cli.rowsout import print_json

        print_json([dataclasses.asdict(done)])
        return
    for row in done.failures:
        print(f"communique: {plain(row.path)}: {plain(row.reason or '')}; {row.mend}", file=sys.stderr)
    if asked.quiet:
        return
    parts = [
        f"{done.read} read",
        f"{done.known} known already",
        f"{done.nothing} without an article",
        f"{done.failed} failed",
    ]
    if done.replaced:
        parts.append(f"{done.replaced} articles replaced, as their files changed")
    print(", ".join(part for part in parts if not part.startswith("0 ")) or "nothing was given")
    print(f"{asked.db}: {done.articles} articles, {done.encounters} encounters, {done.claims} claims")
    if done.older:
        print(
            f"{done.older} articles were read by another version: `communique diff --db {asked.db}` shows what changes"
        )
