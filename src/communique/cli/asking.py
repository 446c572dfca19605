"""The commands that ask a record and correct it: encounters, show, origins, correct. Grammar only."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import NoReturn

from communique.cli.asking_lists import NAMES, add_lists

# Only the standard library here: `communique --help` must answer at once.

RECORD = "record.db"
KINDS = ("meeting", "call", "video_call", "letter", "visit", "summit", "signing", "ceremony", "other")
_ENCOUNTERS = """\
Lists the encounters of a record, each once, with how many articles and outlets tell it and how many independent
origins stand behind them.

examples:
  communique encounters --between CHN RUS --since 2024
  communique encounters --between China "Narendra Modi" --kind meeting --csv
"""
_SHOW = """\
Shows one thing of a record whole. ID is that of an encounter (enc-...), a claim (claim-...) or a row of a list
(com-... a commitment, fig-... a figure, par-... a partnership, ann-..., ini-..., phr-...), or its beginning.

An encounter is shown with every value and who states it, contradictions side by side, its parts, the independent
origins with their articles, what each speaker said, and its commitments, figures and other lists. A row of a list is
shown with the sentence of every article that tells it.
"""
_ORIGINS = """\
Shows where something comes from: the chain of an article (a path, the name of a file, or the beginning of its id), or
the origins behind an encounter (enc-...) or a claim (claim-...), each with the articles that go back to it.
"""
_CORRECT = """\
Adds to the log of corrections. What people judged outranks what communique found, stays when articles are read anew
or added, and is only ever taken back by `undo`, which is an entry too. After every correction the whole log is
written to a plain file beside the record (record.db: record.corrections.jsonl), for sharing and for version control.

An encounter is named by its id (enc-..., or the beginning of it), or as one article tells it: ARTICLE#e1. Values of
rows of lists are rejected and set by the row's id (com-..., fig-...), as `communique show` prints them.

examples:
  communique correct same enc-1f2e enc-9a0b --by anna
  communique correct different a.txt#e1 b.txt#e2 --note "two dinners"
  communique correct set enc-1f2e city Tianjin
  communique correct log
"""


def add_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser], count: Callable[[str], int]) -> None:
    """Add these commands to the grammar of the command line; count reads a whole number from 1 on."""
    style = argparse.RawDescriptionHelpFormatter
    rows = commands.add_parser(
        "encounters", help="the encounters of a record", description=_ENCOUNTERS, formatter_class=style
    )
    rows.add_argument("--between", nargs="+", metavar="PARTY", help="all took part: states, organisations, persons")
    rows.add_argument("--since", metavar="DATE", help="that began then or later: 2024, 2024-10 or 2024-10-02")
    rows.add_argument("--until", metavar="DATE", help="that began then or earlier")
    rows.add_argument("--kind", choices=KINDS, help="of this kind")
    rows.add_argument("--limit", type=count, metavar="N", help="so many at most")
    _add_form(rows)
    add_lists(commands, count, _add_form)
    show = commands.add_parser(
        "show", help="an encounter, claim or row of a list, whole", description=_SHOW, formatter_class=style
    )
    show.add_argument("id", metavar="ID")
    _add_form(show, csv=False)
    origins = commands.add_parser(
        "origins", help="where an article, encounter or claim comes from", description=_ORIGINS, formatter_class=style
    )
    origins.add_argument("id", metavar="ID")
    _add_form(origins)
    _add_correct(
        commands.add_parser("correct", help="correct a record, for good", description=_CORRECT, formatter_class=style)
    )


def _add_correct(correct: argparse.ArgumentParser) -> None:
    acts = correct.add_subparsers(dest="act", metavar="ACT", required=True)
    for act, told, names in (
        ("same", "two encounters are one", ("ENCOUNTER", "OTHER")),
        ("different", "two tellings are two encounters", ("ENCOUNTER", "OTHER")),
        ("reject", "a value of an encounter or row is wrong", ("ID", "FIELD", "VALUE")),
        ("set", "a value of an encounter or row is this", ("ID", "FIELD", "VALUE")),
        ("merge-person", "two persons are one", ("PERSON", "OTHER")),
        ("split-person", "in one article the name means somebody else", ("PERSON", "ARTICLE")),
        ("name-person", "an unknown person has this name", ("PERSON", "NAME")),
        ("undo", "take an entry back", ("ENTRY",)),
    ):
        one = acts.add_parser(act, help=told)
        for name in names:  # one by one: argparse cannot say which of several is missing
            one.add_argument("given", action="append", metavar=name)
        one.add_argument("--by", metavar="NAME", help="who judges")
        one.add_argument("--note", metavar="TEXT", help="why")
        _add_record(one)
    for act, told in (("import", "take over the entries of a corrections file"), ("export", "write the log to a file")):
        one = acts.add_parser(act, help=told)
        one.add_argument("file", metavar="FILE")
        _add_record(one)
    log = acts.add_parser("log", help="all entries, the oldest first, with those that could not be followed")
    _add_form(log)


def _add_record(command: argparse.ArgumentParser) -> None:
    command.add_argument("--db", default=RECORD, metavar="FILE", help=f"the record (default {RECORD})")
    command.add_argument("--knowledge", metavar="DIR", help="own tables laid over the shipped ones")


def _add_form(command: argparse.ArgumentParser, csv: bool = True) -> None:
    _add_record(command)
    form = command.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="one JSON object a line")
    if csv:
        form.add_argument("--csv", action="store_true", help="comma-separated values under a head")
    command.add_argument("--color", action=argparse.BooleanOptionalAction, default=None, help="colours")


def answer(asked: argparse.Namespace, refuse: Callable[[str], NoReturn]) -> int | None:
    """Do what one of these commands asks; the exit code, None where it is another's."""
    if asked.command == "encounters":
        from communique.cli.encounters import encounters

        return encounters(asked, refuse)
    if asked.command in NAMES:
        from communique.cli.listed import listed

        return listed(asked, refuse)
    if asked.command == "show":
        from communique.cli.show import show

        return show(asked, refuse)
    if asked.command == "origins":
        from communique.cli.origins import origins

        return origins(asked, refuse)
    if asked.command == "correct":
        from communique.cli.correct import correct

        return correct(asked, refuse)
    return None
