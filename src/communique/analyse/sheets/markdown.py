"""A sheet as Markdown with footnotes, as Pandoc, GitHub and Word's importers read them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique.analyse.sheets.words import behind, clean, source
from communique.model.sheet import Grid, Line, Notes, Sheet, key

# Of what a page says nothing may become markup: no link, no emphasis, no HTML, no list at the beginning of a line.
_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~$^])")


def escaped(text: str) -> str:
    """A text as it is, whatever Markdown makes of its characters."""
    return _SPECIAL.sub(r"\\\1", clean(text))


def markdown(sheet: Sheet) -> str:
    """The whole sheet."""
    return "\n".join(_lines(sheet)) + "\n"


def _lines(sheet: Sheet) -> Iterator[str]:
    notes = sheet.footnotes()
    yield f"# {escaped(sheet.title)}"
    yield ""
    for line in sheet.lead:
        yield from _line(line, notes)
    for section in sheet.sections:
        yield ""
        yield f"## {escaped(section.title)}"
        yield ""
        if section.note:
            yield f"*{escaped(section.note)}*"
            yield ""
        if section.grid:
            yield from _grid(section.grid)
        for line in section.lines:
            yield from _line(line, notes)
    if notes:
        yield ""
    for number, one in notes.values():
        where = clean((one.path or one.article[:19]).rpartition("/")[2])
        yield (
            f"[^{number}]: {escaped(source(one))}: “{escaped(one.words)}”"
            f" ({escaped(where)}, characters {one.sentence.start}–{one.sentence.end})"
        )


def _line(line: Line, notes: Notes, indent: str = "") -> Iterator[str]:
    label = f"**{escaped(line.label)}** · " if line.label else ""
    marks = "".join(f"[^{notes[key(one)][0]}]" for one in line.cited)
    counts = f" ({behind(line.counts)})" if line.counts else ""
    id_ = f" `{line.id}`" if line.id else ""
    yield f"{indent}- {label}{escaped(line.text)}{marks}{counts}{id_}"
    for under in line.under:
        yield from _line(under, notes, indent + "  ")


def _grid(grid: Grid) -> Iterator[str]:
    yield "| " + " | ".join(map(escaped, grid.head)) + " |"
    yield "|" + "---|" * len(grid.head)
    for row in grid.rows:
        yield "| " + " | ".join(map(escaped, row)) + " |"
