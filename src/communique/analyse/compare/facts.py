"""The facts of the encounter as the two accounts state them: kind, day, place, who asked for it."""

from __future__ import annotations

from collections.abc import Iterator

from communique.analyse.compare.given import Cutter, Given
from communique.model.article import Article
from communique.model.comparison import Cell, Line
from communique.model.reading import Encounter
from communique.model.span import Evidence

FIELDS = ("kind", "status", "start", "end", "city", "country", "venue", "level", "initiator", "sidelines_of")
_Fact = tuple[str, str, Evidence]


def facts(left: Given, right: Given, cut: Cutter) -> tuple[Line, ...]:
    """A line a field that an account states, with the value that most of its articles have, the first of equals."""
    mine, theirs = _stated(left, cut), _stated(right, cut)
    stated = [field for field in FIELDS if field in mine or field in theirs]
    return tuple(_line(field, mine.get(field), theirs.get(field)) for field in stated)


def _line(field: str, left: Cell | None, right: Cell | None) -> Line:
    if left is None or right is None:
        return Line(field, "left" if left else "right", left, right)
    return Line(field, "same" if left.value == right.value else "reworded", left, right)


def _stated(given: Given, cut: Cutter) -> dict[str, Cell]:
    found: dict[str, dict[str, list[Cell]]] = {}
    for telling in given.tellings:
        for row in telling.told()[:1]:
            for field, value, spans in _of(telling.reading.article, row):
                cell = cut.cell(telling.reading.article, spans, value=value)
                found.setdefault(field, {}).setdefault(value, []).append(cell)
    return {field: max(values.values(), key=len)[0] for field, values in found.items()}


def _of(article: Article, row: Encounter) -> Iterator[_Fact]:
    yield "kind", row.kind, row.evidence[:1]
    yield "status", row.status, row.evidence[:1]
    # A day that the user gave ("--published") has no characters to show: then it is no cell.
    for field, date in (("start", row.start), ("end", row.end)):
        if date and row.date_evidence:
            yield field, str(date), row.date_evidence
    if row.place:
        for field, value in (("city", row.place.city), ("country", row.place.country), ("venue", row.place.venue)):
            if value:
                yield field, value, row.place.evidence
    if row.level:
        yield "level", row.level, row.evidence[:1]
    if row.initiator:
        yield "initiator", f"{row.initiator.how}:{row.initiator.country}", row.initiator.evidence
    if row.sidelines_of:
        yield "sidelines_of", row.sidelines_of, row.evidence[:1]
