"""Sheets on a terminal, and in the form that was asked for."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator

from communique.analyse.sheets.words import source
from communique.cli.screen import Screen, columns, plain, screen_for
from communique.model.sheet import Grid, Line, Notes, Sheet, key

_LABEL = 10
"""The width of a day."""


def print_sheet(sheet: Sheet, asked: argparse.Namespace) -> None:
    """The sheet as Markdown or HTML where that was asked for, else as a page."""
    if asked.md:
        from communique.analyse.sheets.markdown import markdown

        print(markdown(sheet), end="")
    elif asked.html:
        from communique.analyse.sheets.html import html

        print(html(sheet), end="")
    else:
        for line in lines(sheet, screen_for(sys.stdout, asked.color)):
            print(line)


def lines(sheet: Sheet, screen: Screen, *, marked: bool = False) -> Iterator[str]:
    """The page: every line with its counts and the id to ask on with; marked adds the numbers of footnotes."""
    numbers = sheet.footnotes() if marked else {}
    yield from (screen.paint(line, "head") for line in screen.wrapped(plain(sheet.title)))
    yield from _lines(sheet.lead, screen, numbers)
    for section in sheet.sections:
        yield ""
        yield screen.paint(section.title + (f" · {len(section.lines)}" if section.lines else ""), "bold")
        if section.note:
            yield from (screen.paint(line, "dim") for line in screen.wrapped(section.note, "  "))
        if section.grid:
            yield from _grid(section.grid)
        yield from _lines(section.lines, screen, numbers)


def notes(sheet: Sheet, screen: Screen) -> Iterator[str]:
    """The footnotes: number, outlet and date, the sentence, the file and the characters in it."""
    found = sheet.footnotes().values()
    if found:
        yield ""
    for number, one in found:
        name = (one.path or one.article[:19]).rpartition("/")[2]
        where = f"({name}, characters {one.sentence.start}–{one.sentence.end})"
        yield from screen.wrapped(plain(f"{source(one)}: “{one.words}” {where}"), "      ", f"{f'[{number}]':5} ")


def _lines(rows: tuple[Line, ...], screen: Screen, numbers: Notes) -> Iterator[str]:
    wide = max((columns(row.label) for row in rows), default=0)
    for row in rows:
        label = row.label + " " * (wide - columns(row.label)) + "  " if wide else ""
        indent = " " * (columns(label) + 4)
        yield from screen.wrapped(plain(row.text) + _tail(row, numbers), indent, f"  {label}")
        for under in row.under:
            yield from screen.wrapped(plain(under.text) + _tail(under, numbers), indent + "  ", indent)


def _tail(row: Line, numbers: Notes) -> str:
    """`[1][2] [7 articles, 5 outlets, 4 origins; enc-261432ad6167]`."""
    marks = "".join(f"[{numbers[key(one)][0]}]" for one in row.cited) if numbers else ""
    counts = ""
    if row.counts:
        names = ("article", "outlet", "origin")
        counts = ", ".join(f"{n} {name}{'s' * (n != 1)}" for n, name in zip(row.counts, names, strict=True))
    tail = "; ".join(part for part in (counts, row.id[:16] if row.id else "") if part)
    return marks + (f" [{tail}]" if tail else "")


def _grid(grid: Grid) -> Iterator[str]:
    widths = [max(len(row[at]) for row in (grid.head, *grid.rows)) for at in range(len(grid.head))]
    for row in (grid.head, tuple("-" * width for width in widths), *grid.rows):
        first, *others = zip(row, widths, strict=True)
        cells = [first[0].ljust(first[1]), *(cell.rjust(width) for cell, width in others)]
        yield ("  " + "  ".join(cells)).rstrip()
