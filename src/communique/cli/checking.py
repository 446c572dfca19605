"""The command that checks one article against a record and the tables. Grammar only."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import NoReturn

# Only the standard library here: `communique --help` must answer at once.

_CHECK = """\
Holds one article against the calendar, the tables, and a record where --db names one: what they contradict (the worst
first), what they confirm and by how many articles and independent origins, and what could not be checked and why. The
record is not changed. An article that the record has already, and copies of it, are no second account of it.

exit code: 0 nothing is contradicted; 1 something is (errors and warnings, not notes); 2 the article cannot be read,
wrong usage, or something that communique needs is missing; 3 the record cannot be opened.
"""


def add_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add this command to the grammar of the command line."""
    check = commands.add_parser(
        "check",
        help="one article against a record and the tables",
        description=_CHECK,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    check.add_argument("article", metavar="ARTICLE", help="file or - (standard input)")
    check.add_argument("--db", metavar="FILE", help="a record to hold it against")
    check.add_argument("--json", action="store_true", help="one JSON object")
    check.add_argument("--url", help="the page's address")
    check.add_argument("--published", metavar="DATE", help="its date: 2024, 2024-10 or 2024-10-02")
    check.add_argument("--pipeline", metavar="NAME", help="another spaCy pipeline: a package or a folder")
    check.add_argument("--knowledge", metavar="DIR", help="own tables laid over the shipped ones")
    check.add_argument("--color", action=argparse.BooleanOptionalAction, default=None, help="colours")


def answer(asked: argparse.Namespace, refuse: Callable[[str], NoReturn]) -> int | None:
    """Do what this command asks; the exit code, None where it is another's."""
    if asked.command != "check":
        return None
    from communique.cli.check import check

    return check(asked, refuse)
