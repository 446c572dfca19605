"""The commands that answer questions from a record: timeline. Grammar only."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import NoReturn

# Only the standard library here: `communique --help` must answer at once.

RECORD = "record.db"
_TIMELINE = """\
When and how parties were in contact, as far as the record goes: encounters by kind with place, status and who stands
behind them, what the relation is called, what was signed and agreed, set phrases; counts by year and kind with zeros;
the last contact, the longest gaps, what is planned. A PARTY is a state, an organisation or a person; of several, all
took part. One party alone gives all its contacts.

examples:
  communique timeline CHN RUS
  communique timeline "Xi Jinping" "Vladimir Putin" --since 2024 --html > xi-putin.html
  communique timeline China Australia --counts --csv
"""


def add_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add these commands to the grammar of the command line."""
    style = argparse.RawDescriptionHelpFormatter
    line = commands.add_parser(
        "timeline", help="when and how parties were in contact", description=_TIMELINE, formatter_class=style
    )
    line.add_argument("parties", nargs="+", metavar="PARTY", help="a state, an organisation or a person")
    line.add_argument("--since", metavar="DATE", help="from then on: 2024, 2024-10 or 2024-10-02")
    line.add_argument("--until", metavar="DATE", help="until then")
    line.add_argument("--counts", action="store_true", help="the counts by year and kind alone (with --csv or --json)")
    _add_form(line)


def _add_form(command: argparse.ArgumentParser, csv: bool = True) -> None:
    command.add_argument("--db", default=RECORD, metavar="FILE", help=f"the record (default {RECORD})")
    command.add_argument("--knowledge", metavar="DIR", help="own tables laid over the shipped ones")
    form = command.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="as JSON, every entry with its sentences")
    if csv:
        form.add_argument("--csv", action="store_true", help="comma-separated values under a head")
    form.add_argument("--md", action="store_true", help="Markdown with footnotes")
    form.add_argument("--html", action="store_true", help="one HTML page with footnotes")
    command.add_argument("--color", action=argparse.BooleanOptionalAction, default=None, help="colours")


def answer(asked: argparse.Namespace, refuse: Callable[[str], NoReturn]) -> int | None:
    """Do what one of these commands asks; the exit code, None where it is another's."""
    if asked.command == "timeline":
        from communique.cli.timeline import timeline

        return timeline(asked, refuse)
    return None
