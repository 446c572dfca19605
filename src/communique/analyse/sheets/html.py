"""A sheet as one HTML page that needs nothing else: no script, nothing from the network, two pages in print."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from communique.analyse.sheets.words import behind, clean, source
from communique.model.answer import Cited
from communique.model.sheet import Grid, Line, Notes, Sheet, key

_STYLE = """\
:root { color-scheme: light dark; --dim: #5b6470; --line: #d5d9de; --mark: #fff1b8; }
@media (prefers-color-scheme: dark) { :root { --dim: #9aa4b0; --line: #3a424c; --mark: #5a4b12; } }
body { font: 15px/1.5 Georgia, "Noto Serif", serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; line-height: 1.2; } h2 { font-size: 1.1rem; margin: 1.6rem 0 .4rem; }
ul { list-style: none; padding: 0; margin: 0; } li { padding: .25rem 0; } li li { padding-left: 1.5rem; }
.label { font-weight: bold; } .dim, .note, code { color: var(--dim); font-size: .85em; }
mark { background: var(--mark); color: inherit; }
table { border-collapse: collapse; font-size: .9em; } th, td { padding: .15rem .6rem; text-align: right; }
th { border-bottom: 1px solid var(--line); } th:first-child, td:first-child { text-align: left; }
ol { border-top: 1px solid var(--line); margin-top: 2rem; padding: .8rem 0 0 1.6rem; font-size: .85em; }
sup a { text-decoration: none; } :target { background: var(--mark); }
@media print { body { font-size: 10.5pt; margin: 0; } h2 { break-after: avoid; } li { break-inside: avoid; } }
"""


def html(sheet: Sheet) -> str:
    """The whole page."""
    return "\n".join(_lines(sheet)) + "\n"


def _lines(sheet: Sheet) -> Iterator[str]:
    notes = sheet.footnotes()
    title = escape(clean(sheet.title))
    yield '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{title}</title>\n<style>\n{_STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>"
    yield from _list(sheet.lead, notes)
    for section in sheet.sections:
        yield f"<h2>{escape(clean(section.title))}</h2>"
        if section.note:
            yield f'<p class="note">{escape(clean(section.note))}</p>'
        if section.grid:
            yield from _grid(section.grid)
        yield from _list(section.lines, notes)
    if notes:
        yield "<ol>"
        for number, one in notes.values():
            yield _note(number, one)
        yield "</ol>"
    yield "</body>\n</html>"


def _list(lines: tuple[Line, ...], notes: Notes) -> Iterator[str]:
    if not lines:
        return
    yield "<ul>"
    for line in lines:
        yield f"<li>{_line(line, notes)}"
        yield from _list(line.under, notes)
        yield "</li>"
    yield "</ul>"


def _line(line: Line, notes: Notes) -> str:
    label = f'<span class="label">{escape(clean(line.label))}</span> · ' if line.label else ""
    numbers = (notes[key(one)][0] for one in line.cited)
    marks = "".join(f'<sup><a href="#n{number}">[{number}]</a></sup>' for number in numbers)
    counts = f' <span class="dim">({behind(line.counts)})</span>' if line.counts else ""
    id_ = f" <code>{escape(line.id)}</code>" if line.id else ""
    return f"{label}{escape(clean(line.text))}{marks}{counts}{id_}"


def _note(number: int, one: Cited) -> str:
    where = clean((one.path or one.article[:19]).rpartition("/")[2])
    return (
        f'<li id="n{number}">{escape(source(one))}: “{escape(clean(one.words))}”'
        f' <span class="dim">({escape(where)}, characters {one.sentence.start}–{one.sentence.end})</span></li>'
    )


def _grid(grid: Grid) -> Iterator[str]:
    yield "<table>\n<tr>" + "".join(f"<th>{escape(clean(cell))}</th>" for cell in grid.head) + "</tr>"
    for row in grid.rows:
        yield "<tr>" + "".join(f"<td>{escape(clean(cell))}</td>" for cell in row) + "</tr>"
    yield "</table>"
