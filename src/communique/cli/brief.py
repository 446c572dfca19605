"""`communique brief`: two pages before a meeting."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NoReturn

from communique.cli.asked import knowledge, opened
from communique.cli.build import unusable
from communique.cli.rowsout import print_json
from communique.cli.screen import screen_for
from communique.cli.sheets import lines, notes, print_sheet
from communique.cli.timeline import cited
from communique.model.sheet import Line, Sheet


def brief(asked: argparse.Namespace, refuse: Callable[[str], NoReturn]) -> int:
    """Write what was asked for; the exit code."""
    from communique.analyse.sheets import brief as laid_out
    from communique.analyse.sheets.words import named
    from communique.run.answers.brief import brief_of
    from communique.run.answers.naming import NoSuchPartyError
    from communique.store.faults import StoreError

    kb = knowledge(asked.knowledge, refuse)
    try:
        with opened(asked.db) as connection:
            sheet = laid_out.sheet(brief_of(connection, asked.subject, asked.other, kb), named(kb))
    except NoSuchPartyError as error:
        refuse(str(error))
    except StoreError as error:
        return unusable(error)
    if asked.docx:
        return _written(sheet, asked.docx)
    if asked.json:
        print_json([document(sheet)])
    elif asked.md or asked.html:
        print_sheet(sheet, asked)
    else:
        screen = screen_for(sys.stdout, asked.color)
        for line in (*lines(sheet, screen, marked=True), *notes(sheet, screen)):
            print(line)
    return 0


def _written(sheet: Sheet, path: str) -> int:
    from communique.analyse.sheets.word import docx

    try:
        Path(path).write_bytes(docx(sheet))
    except OSError as error:
        print(f"communique: {path} cannot be written: {error.strerror}", file=sys.stderr)
        return 3
    return 0


def document(sheet: Sheet) -> dict[str, Any]:
    """A sheet as plain values, every line with its sentences."""
    return {
        "title": sheet.title,
        "sections": [
            {"title": part.title, "silent": part.silent, "lines": list(_lines(part.lines))} for part in sheet.sections
        ],
    }


def _lines(rows: tuple[Line, ...]) -> Iterator[dict[str, Any]]:
    for row in rows:
        articles, outlets, origins = row.counts or (None, None, None)
        yield {
            "label": row.label or None, "text": row.text, "id": row.id, "articles": articles, "outlets": outlets,
            "origins": origins, "evidence": [cited(one) for one in row.cited],
        }  # fmt: skip
