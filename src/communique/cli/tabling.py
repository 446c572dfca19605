"""The commands that give tables for the tools of the field: events, dyads. Grammar only."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import NoReturn

# Only the standard library here: `communique --help` must answer at once.

RECORD = "record.db"
_EVENTS = """\
Reads articles and lists the acts that they tell in the PLOVER 2.0 ontology: who did what to whom, when, by which
sentence. Organisations are IGO, with their ids in a column of their own; every column: docs/codebook.md.

examples:
  communique events folder/ --csv > events.csv
  communique events article.html --plover
"""
_DYADS = """\
Gives the encounters of a record as a table of two states and a year, zeros included, with the numbers of Correlates of
War and Gleditsch-Ward. Every two states that met anybody have a row for every year. Columns: docs/codebook.md.

example:
  communique dyads --db record.db --from 2010 --to 2024 > dyads.csv
"""


def add_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser], count: Callable[[str], int]) -> None:
    """Add these commands to the grammar of the command line; count reads a whole number from 1 on."""
    style = argparse.RawDescriptionHelpFormatter
    events = commands.add_parser(
        "events", help="the acts that articles tell, as rows", description=_EVENTS, formatter_class=style
    )
    events.add_argument("paths", nargs="+", metavar="PATH", help="file, folder or - (standard input)")
    form = events.add_mutually_exclusive_group()
    form.add_argument("--csv", action="store_true", help="comma-separated values under a head")
    form.add_argument("--json", action="store_true", help="one JSON object a line")
    form.add_argument("--plover", action="store_true", help="the same under the field names of PLOVER")
    events.add_argument("--workers", type=count, default=1, metavar="N", help="processes (default 1; 0.4 GB each)")
    events.add_argument("--pipeline", metavar="NAME", help="another spaCy pipeline: a package or a folder")
    events.add_argument("--knowledge", metavar="DIR", help="own tables laid over the shipped ones")
    events.add_argument("--max-bytes", type=count, metavar="N", help="refuse larger inputs (default 16 MiB)")
    events.add_argument("--color", action=argparse.BooleanOptionalAction, default=None, help="colours")
    dyads = commands.add_parser(
        "dyads", help="a record by pairs of states and years", description=_DYADS, formatter_class=style
    )
    dyads.add_argument("--db", default=RECORD, metavar="FILE", help=f"the record (default {RECORD})")
    dyads.add_argument(
        "--from", dest="first", type=count, metavar="YEAR", help="the first year (default: the record's)"
    )
    dyads.add_argument("--to", dest="last", type=count, metavar="YEAR", help="the last year (default: the record's)")
    dyads.add_argument("--knowledge", metavar="DIR", help="own tables laid over the shipped ones")
    which = dyads.add_mutually_exclusive_group()
    which.add_argument("--csv", action="store_true", help="comma-separated values under a head (as without it)")
    which.add_argument("--json", action="store_true", help="one JSON object a line")


def answer(asked: argparse.Namespace, refuse: Callable[[str], NoReturn]) -> int | None:
    """Do what one of these commands asks; the exit code, None where it is another's."""
    if asked.command == "events":
        from communique.cli.events import events

        return events(asked, refuse)
    if asked.command == "dyads":
        from communique.cli.dyads import dyads

        return dyads(asked, refuse)
    return None
