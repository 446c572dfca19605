"""The commands that answer questions from a record: timeline, relation, ledger, news, brief. Grammar only."""

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
_RELATION = """\
The card of a relation: what it was called last and before, the last encounters, what was promised and is not told as
done, figures with those who stand behind them, what articles contradict each other about, what is planned next.

example:
  communique relation China Kenya --html > china-kenya.html
"""
_LEDGER = """\
What was promised, by whom, and what became of it: every undertaking with its maker, beneficiary, field, instrument,
amount and deadline, and its steps through time (pledged in May, signed in June, first results in July), each with its
sources. Steps of different encounters are one undertaking where the same sides are bound and the words are its own.
What one side only called for is left out unless --calls is given.

examples:
  communique ledger China Kenya --open
  communique ledger --overdue --as-of 2026-01-01 --csv
  communique ledger CHN RUS --field trade --repeated --md
"""
_NEWS = """\
What is new in a record: told for the first time, now told differently, changed (a planned visit that took place, a
place that nobody had stated), confirmed by a further independent origin. Copies that add nothing are counted, not
listed. Since a day (by the dates of the articles), or since the last look: --look FILE compares with what the record
had when FILE was written, and writes it anew.

examples:
  communique news --since 2024-09-02 China Kenya
  communique news --look monday.look --md
"""
_BRIEF = """\
Two pages for somebody who goes into a meeting in an hour: on a pair, on a person, or on an encounter (enc-..., or the
beginning of its id). Every sentence is a row of the record and carries a footnote to a sentence of an article, with
outlet and date; what is told differently, and what could not be established, is said.

examples:
  communique brief China Kenya --docx china-kenya.docx
  communique brief "William Ruto" --html > ruto.html
  communique brief enc-2614 --md
"""


def add_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser], count: Callable[[str], int]) -> None:
    """Add these commands to the grammar of the command line; count reads a whole number from 1 on."""
    style = argparse.RawDescriptionHelpFormatter
    line = commands.add_parser(
        "timeline", help="when and how parties were in contact", description=_TIMELINE, formatter_class=style
    )
    line.add_argument("parties", nargs="+", metavar="PARTY", help="a state, an organisation or a person")
    line.add_argument("--since", metavar="DATE", help="from then on: 2024, 2024-10 or 2024-10-02")
    line.add_argument("--until", metavar="DATE", help="until then")
    line.add_argument("--counts", action="store_true", help="the counts by year and kind alone (with --csv or --json)")
    _add_form(line)
    card = commands.add_parser("relation", help="the card of two parties", description=_RELATION, formatter_class=style)
    card.add_argument("one", metavar="PARTY", help="a state or an organisation (or a person)")
    card.add_argument("other", metavar="OTHER", help="the other one")
    _add_form(card, csv=False)
    book = commands.add_parser(
        "ledger", help="what was promised, and what became of it", description=_LEDGER, formatter_class=style
    )
    book.add_argument("parties", nargs="*", metavar="PARTY", help="all of these are in it: states, organisations")
    book.add_argument("--field", metavar="FIELD", help="in this field: trade, energy, culture ...")
    book.add_argument("--open", action="store_true", help="binding, and nothing tells that it was carried out")
    book.add_argument("--overdue", action="store_true", help="the deadline lies before the day of --as-of")
    book.add_argument("--as-of", metavar="DATE", help="the day by which deadlines are judged")
    book.add_argument("--repeated", action="store_true", help="promised again without going further")
    book.add_argument("--calls", action="store_true", help="also what was only called for, negated or denied")
    book.add_argument("--limit", type=count, metavar="N", help="so many at most")
    _add_form(book)
    new = commands.add_parser("news", help="what is new in a record", description=_NEWS, formatter_class=style)
    new.add_argument("parties", nargs="*", metavar="PARTY", help="about all of these: states, organisations, persons")
    new.add_argument("--since", metavar="DATE", help="by articles that came out then or later")
    new.add_argument("--look", metavar="FILE", help="by articles that the record did not have at the last look")
    new.add_argument("--field", metavar="FIELD", help="commitments in this field alone: trade, energy, culture ...")
    _add_form(new)
    brief = commands.add_parser(
        "brief", help="two pages before a meeting, footnoted", description=_BRIEF, formatter_class=style
    )
    brief.add_argument("subject", metavar="SUBJECT", help="a party, or the id of an encounter (enc-...)")
    brief.add_argument("other", nargs="?", metavar="OTHER", help="the other party")
    brief.add_argument("--docx", metavar="FILE", help="write it as a Word file with footnotes")
    _add_form(brief, csv=False)


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
    if asked.command == "relation":
        from communique.cli.relation import relation

        return relation(asked, refuse)
    if asked.command == "news":
        from communique.cli.news import news

        return news(asked, refuse)
    if asked.command == "brief":
        from communique.cli.brief import brief

        return brief(asked, refuse)
    if asked.command == "ledger":
        from communique.cli.ledger import ledger

        return ledger(asked, refuse)
    return None
