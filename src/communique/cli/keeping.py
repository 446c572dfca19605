"""The commands that make and keep a record: build, articles, verify, diff. What they can be asked, and who answers."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import NoReturn

# Only the standard library here: `communique --help` must answer at once.

RECORD = "record.db"
_BUILD = """\
Reads what is new among the PATHs (files, folders, - for standard input), stores it in one SQLite file and brings
together what all articles in it say. Killed at any moment and started again it goes on where it was. The order of
the articles, and how many builds it took, leave no trace in the record.

exit code: 0 all inputs were read; 1 at least one failed; 2 wrong usage, or something that communique needs is
missing; 3 the record cannot be opened or written (locked, disk full): what was stored so far is kept.
"""
_VERIFY = """\
Checks a record: every stored span against its text, every digest, every row against those that it stands on.

exit code: 0 all holds; 1 something does not; 3 the record cannot be read at all.
"""
_DIFF = """\
Reads the stored texts anew with the installed version of the reader and its tables, and lists what that adds (+),
drops (-) and changes (~), before anything is changed. --adopt takes the new readings over. Corrections by people stay.
What was found of the page itself (body, date, credits) stays too: the bytes of the page are not kept.
"""
Count = Callable[[str], int]


def add_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser], count: Count) -> None:
    """Add these commands to the grammar of the command line; count reads a whole number from 1 on."""
    style = argparse.RawDescriptionHelpFormatter
    build = commands.add_parser("build", help="read articles into a record", description=_BUILD, formatter_class=style)
    build.add_argument("paths", nargs="+", metavar="PATH", help="file, folder or - (standard input)")
    _add_record(build)
    build.add_argument("--json", action="store_true", help="what was done as one JSON object")
    build.add_argument("--quiet", action="store_true", help="no progress bar and no closing lines")
    given = build.add_argument_group("what you know of a page and it may not say (one input only)")
    given.add_argument("--url", help="its address")
    given.add_argument("--published", metavar="DATE", help="its date: 2024, 2024-10 or 2024-10-02")
    _add_reading(build, count)
    build.add_argument("--batch", type=count, metavar="N", help="files a process takes at a time")
    build.add_argument("--max-bytes", type=count, metavar="N", help="refuse larger inputs (default 16 MiB)")
    build.add_argument("--debug", action="store_true", help="stop at the first fault of communique and show it whole")
    _add_articles(commands.add_parser("articles", help="the articles of a record, found by words, outlet, time"), count)
    check = commands.add_parser("verify", help="check a record", description=_VERIFY, formatter_class=style)
    _add_record(check)
    _add_form(check)
    diff = commands.add_parser(
        "diff", help="what a newer reader changes in a record", description=_DIFF, formatter_class=style
    )
    _add_record(diff)
    diff.add_argument("--adopt", action="store_true", help="take the new readings over")
    diff.add_argument("--all", action="store_true", help="read anew what this very version read, too")
    diff.add_argument("--quiet", action="store_true", help="no progress bar")
    _add_form(diff)
    _add_reading(diff, count)


def _add_articles(articles: argparse.ArgumentParser, count: Count) -> None:
    _add_record(articles)
    articles.add_argument(
        "--search", metavar="WORDS", help='that hold all of these words ("several words" as a phrase)'
    )
    articles.add_argument("--outlet", metavar="NAME", help="of this outlet")
    articles.add_argument("--since", metavar="DATE", help="published from then on: 2024, 2024-10 or 2024-10-02")
    articles.add_argument("--until", metavar="DATE", help="published until then")
    articles.add_argument("--encounter", metavar="ID", help="that tell this encounter")
    articles.add_argument("--limit", type=count, metavar="N", help="so many at most")
    articles.add_argument("--inputs", action="store_true", help="every input instead, and what became of it")
    _add_form(articles)
    articles.add_argument("--color", action=argparse.BooleanOptionalAction, default=None, help="colours")


def _add_record(command: argparse.ArgumentParser) -> None:
    command.add_argument("--db", default=RECORD, metavar="FILE", help=f"the record (default {RECORD})")


def _add_form(command: argparse.ArgumentParser) -> None:
    form = command.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="one JSON object a line")
    form.add_argument("--csv", action="store_true", help="comma-separated values under a head")


def _add_reading(command: argparse.ArgumentParser, count: Count) -> None:
    command.add_argument("--workers", type=count, default=1, metavar="N", help="processes (default 1; 0.4 GB each)")
    command.add_argument("--pipeline", metavar="NAME", help="another spaCy pipeline: a package or a folder")
    command.add_argument("--knowledge", metavar="DIR", help="own tables laid over the shipped ones")


def answer(asked: argparse.Namespace, refuse: Callable[[str], NoReturn]) -> int | None:
    """Do what one of these commands asks; the exit code, None where it is another's."""
    if asked.command == "build":
        from communique.cli.build import build

        return build(asked, refuse)
    if asked.command == "articles":
        from communique.cli.articles import articles

        return articles(asked)
    if asked.command == "verify":
        from communique.cli.verify import verify

        return verify(asked)
    if asked.command == "diff":
        from communique.cli.diff import diff

        return diff(asked, refuse)
    return None
