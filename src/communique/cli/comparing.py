"""The command that lays two readouts side by side. Grammar only."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import NoReturn

# Only the standard library here: `communique --help` must answer at once.

_COMPARE = """\
Lays two readouts side by side: set phrases kept, reworded, dropped, added and moved; what the relationship is called;
what each speaker is reported to have said, with silence shown; joint words apart; commitments; sentences that nearly
are the same, word by word. A and B are two articles (files; with --db also paths or ids in a record), or two encounters
of a record (enc-...).

examples:
  communique compare may.txt july.txt
  communique compare enc-2614 --sides --db visit.db
  communique compare enc-0a29 --previous --db visit.db --html > compared.html
"""


def add_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add this command to the grammar of the command line."""
    compare = commands.add_parser(
        "compare",
        help="two readouts side by side",
        description=_COMPARE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    compare.add_argument("things", nargs="+", metavar="A B", help="two articles or two encounters; or one encounter")
    compare.add_argument("--db", metavar="FILE", help="the record (for encounters, without it: record.db)")
    which = compare.add_mutually_exclusive_group()
    which.add_argument("--sides", action="store_true", help="of one encounter: what each side published about it")
    which.add_argument("--previous", action="store_true", help="with the last encounter of the same pair and kind")
    compare.add_argument(
        "--account", action="append", metavar="PARTY", help="this side's accounts of encounters; all: everybody's"
    )
    form = compare.add_mutually_exclusive_group()
    form.add_argument("--html", action="store_true", help="one page for a browser and for print")
    form.add_argument("--md", action="store_true", help="Markdown, with the sentences as footnotes")
    form.add_argument("--json", action="store_true", help="one JSON object (docs/compare.md)")
    compare.add_argument("--explain", action="store_true", help="the sentences behind every cell")
    compare.add_argument("--knowledge", metavar="DIR", help="own tables laid over the shipped ones")
    compare.add_argument("--color", action=argparse.BooleanOptionalAction, default=None, help="colours")


def answer(asked: argparse.Namespace, refuse: Callable[[str], NoReturn]) -> int | None:
    """Do what this command asks; the exit code, None where it is another's."""
    if asked.command != "compare":
        return None
    from communique.cli.compare import compare

    return compare(asked, refuse)
