"""The commands that list commitments, figures, partnerships and phrases. Grammar only."""

from __future__ import annotations

import argparse
from collections.abc import Callable

# Only the standard library here: `communique --help` must answer at once.

_TIME = "--since and --until are about the day of the encounter, else of the first article."
_COMMITMENTS = f"""\
Lists what sides bound themselves to, offered or called for, each once, with how many articles and outlets tell it and
how many independent origins stand behind it. {_TIME}

examples:
  communique commitments --between CHN KEN --status signed
  communique commitments --field energy --since 2024 --csv
"""
_FIGURES = f"""\
Lists the numbers that articles state: money, counts, percentages, volumes, streaks of years. Numbers of one measure
that differ stand in one row, told differently (!): `communique show ID` says how, and why if that is known. {_TIME}

examples:
  communique figures --between CHN RUS --unit USD
  communique figures --kind percent --period 2024
"""
_PARTNERSHIPS = f"""\
Lists what the relations of parties are called, in printed words and by level. {_TIME}

examples:
  communique partnerships --between China Serbia
  communique partnerships --change elevated --since 2023
"""
_PHRASES = f"""\
Lists the set phrases of the tables that articles hold, with who says them. {_TIME}

examples:
  communique phrases --id win-win-cooperation
  communique phrases --speaker "Xi Jinping" --since 2024
"""
STATUSES = ("signed", "agreed", "pledged", "offered", "called_for", "implemented")
POLARITIES = ("affirmed", "negated", "conditional", "denied")
CHANGES = ("elevated", "established", "reaffirmed")
KINDS = ("money", "count", "percent", "volume", "streak")
NAMES = ("commitments", "figures", "partnerships", "phrases")


def add_lists(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    count: Callable[[str], int],
    add_form: Callable[[argparse.ArgumentParser], None],
) -> None:
    """Add these commands to the grammar of the command line."""
    style = argparse.RawDescriptionHelpFormatter
    made = {}
    for name, told, text in (
        ("commitments", "what sides agreed, pledged, offered or called for", _COMMITMENTS),
        ("figures", "the numbers that articles state", _FIGURES),
        ("partnerships", "what relations are called", _PARTNERSHIPS),
        ("phrases", "set phrases, and who says them", _PHRASES),
    ):
        made[name] = commands.add_parser(name, help=told, description=text, formatter_class=style)
        _add_common(made[name], count)
    made["commitments"].add_argument("--status", choices=STATUSES, help="of this status")
    made["commitments"].add_argument("--field", metavar="FIELD", help="in this field: trade, energy, culture ...")
    made["commitments"].add_argument("--polarity", choices=POLARITIES, help="affirmed, or not")
    made["figures"].add_argument("--kind", choices=KINDS, help="of this kind")
    made["figures"].add_argument("--unit", metavar="UNIT", help="in this unit: USD, percent, or the counted noun")
    made["figures"].add_argument("--period", metavar="PERIOD", help="for this period: 2024, 2024-H1, 2024-Q3")
    made["partnerships"].add_argument("--level", metavar="ID", help="of this level in the tables")
    made["partnerships"].add_argument("--change", choices=CHANGES, help="with this change")
    made["phrases"].add_argument("--id", metavar="ID", help="this phrase of the tables")
    made["phrases"].add_argument("--speaker", metavar="NAME", help="said by: a full name, or a state's code")
    for command in made.values():
        add_form(command)


def _add_common(command: argparse.ArgumentParser, count: Callable[[str], int]) -> None:
    command.add_argument(
        "--between",
        nargs="+",
        metavar="PARTY",
        help="all of these are in it, or in its encounter: states, organisations",
    )
    command.add_argument("--since", metavar="DATE", help="then or later: 2024, 2024-10 or 2024-10-02")
    command.add_argument("--until", metavar="DATE", help="then or earlier")
    command.add_argument("--encounter", metavar="ID", help="told of this encounter")
    command.add_argument("--limit", type=count, metavar="N", help="so many at most")
