"""What is new, as a sheet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from communique.analyse.sheets.rows import backing, printed, row_line
from communique.analyse.sheets.words import Named, counted, encounter_line
from communique.model.answer import Outline
from communique.model.news import Item, Kind, News
from communique.model.sheet import Line, Section, Sheet

_TITLES: dict[Kind, str] = {
    "new": "New",
    "contradicted": "Now told differently",
    "changed": "Changed",
    "confirmed": "Confirmed by a further origin",
}


def sheet(found: News, called: Named, title: str) -> Sheet:
    """The page of what is new."""
    lead = [Line(f"{counted(found.fresh, 'article')} since")]
    if found.again:
        lead.append(Line(f"{counted(found.again, 'row')} told again, without a new value or a further origin"))
    parts = []
    for kind, heading in _TITLES.items():
        lines = tuple(_line(item, found, called) for item in found.items if item.kind == kind)
        if lines:
            parts.append(Section(heading, lines))
    return Sheet(title, tuple(lead), tuple(parts))


def _line(item: Item, found: News, called: Named) -> Line:
    cited = found.cited.get(item.about.id, ())
    about = item.about
    line = encounter_line(about, called, cited) if isinstance(about, Outline) else row_line(about, called, cited)
    return replace(line, under=tuple(_under(item, called)))


def _under(item: Item, called: Named) -> Iterator[Line]:
    for dispute in item.contradictions:
        values = " / ".join(f"{_value(dispute.field, one.value, called)} ({backing(one)})" for one in dispute.values)
        why = f"; {dispute.explanation}" if dispute.explanation else ""
        yield Line(f"{dispute.field.replace('_', ' ')}: {values}{why}")
    for value in item.values:
        before = "" if value.before is None else f"{_value(value.field, value.before, called)} → "
        now = _value(value.field, value.now, called)
        yield Line(f"{value.field.replace('_', ' ')}: {before}{now}{'' if before else ' (not stated before)'}")
    if item.said:
        yield Line(f"{counted(item.said, 'new statement')}")
    if item.origins and item.kind != "new":
        yield Line(f"{counted(item.origins, 'further independent origin')}, {counted(item.articles, 'article')} since")


def _value(field: str, value: str, called: Named) -> str:
    return called(value) if field == "country" else printed(field, value)
