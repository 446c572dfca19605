"""`communique compare`: two readouts side by side."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn

from communique.cli.build import unusable
from communique.cli.screen import screen_for
from communique.model.comparison import Comparison

WIDEST = 132
"""Two columns stay readable on a wider terminal than one does."""


def compare(asked: argparse.Namespace, refuse: Callable[[str], NoReturn]) -> int:
    """Lay two readouts side by side; the exit code."""
    from communique.cli.asked import knowledge
    from communique.cli.read import country_name
    from communique.store.faults import StoreError

    kb = knowledge(asked.knowledge, refuse)
    try:
        found = _found(asked, refuse)
    except StoreError as error:
        return unusable(error)
    for line in _lines(found, asked, lambda code: country_name(kb, code)):
        print(line)
    return 0


def _found(asked: argparse.Namespace, refuse: Callable[[str], NoReturn]) -> Comparison:
    from communique.run.comparing import AskedError
    from communique.run.comparing import compare as compared
    from communique.run.references import UnknownError

    record = asked.db or (_RECORD if any(one.startswith("enc-") for one in asked.things) else None)
    if len(asked.things) > 2:
        refuse("give two things to compare, or one encounter with --sides or --previous")
    try:
        return compared(
            *asked.things,
            record=record,
            sides=asked.sides,
            previous=asked.previous,
            account=[_side(asked, one, refuse) for one in asked.account or ()],
            knowledge=Path(asked.knowledge) if asked.knowledge else None,
        )
    except (AskedError, UnknownError, ValueError) as error:
        refuse(str(error))


_RECORD = "record.db"


def _side(asked: argparse.Namespace, typed: str, refuse: Callable[[str], NoReturn]) -> str:
    """The code of a side that was typed."""
    from communique.cli.asked import knowledge, party

    return typed if typed == "all" else party(knowledge(asked.knowledge, refuse), typed, refuse)


def _lines(found: Comparison, asked: argparse.Namespace, named: Callable[[str], str]) -> Iterator[str]:
    if asked.json:
        from communique.model.document_comparison import comparison_document

        yield json.dumps(comparison_document(found), ensure_ascii=False, separators=(",", ":"))
    elif asked.html:
        from communique.cli.comparison.html import page as html

        yield from html(found, named)
    elif asked.md:
        from communique.cli.comparison.markdown import page as markdown

        yield from markdown(found, named)
    else:
        from communique.cli.comparison.onscreen import page

        yield from page(found, screen_for(sys.stdout, asked.color, WIDEST), named, explain=asked.explain)
