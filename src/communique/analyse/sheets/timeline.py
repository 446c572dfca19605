"""A timeline as a sheet."""

from __future__ import annotations

from collections.abc import Iterator

from communique.analyse.sheets.rows import row_line
from communique.analyse.sheets.words import Named, counted, encounter_line, listed, met
from communique.model.answer import KINDS, Cited, Outline, Timeline
from communique.model.sheet import Grid, Line, Section, Sheet

_LAST = {"any": "last contact", "in person": "last in person", "by call": "last call", "in writing": "last letter"}


def sheet(found: Timeline, called: Named) -> Sheet:
    """The page of a timeline."""
    return Sheet(
        f"Timeline: {listed(map(called, found.parties))}",
        tuple(_lead(found, called)),
        tuple(part for part in _sections(found, called) if part.lines or part.grid),
    )


def _cited(found: Timeline, id_: str) -> tuple[Cited, ...]:
    return (found.cited or {}).get(id_, ())


def _lead(found: Timeline, called: Named) -> Iterator[Line]:
    by_id = {row.id: row for row in found.encounters}
    for way, label in _LAST.items():
        id_ = found.last[way]
        yield (Line("none in the record", label=label) if id_ is None else _pointing(by_id[id_], label, found, called))
    for at, gap in enumerate(found.gaps):
        text = f"{counted(gap.days, 'day')}, {gap.last} to {gap.next}"
        yield Line(text, label="longest gap" if at == 0 else "next longest", id=gap.before)
    yield Line(str(found.until) if found.until else "not stated by any article", label="newest article")


def _pointing(row: Outline, label: str, found: Timeline, called: Named) -> Line:
    return Line(f"{row.end or row.start}, {met(row, called)}", _cited(found, row.id), label, id=row.id)


def _sections(found: Timeline, called: Named) -> Iterator[Section]:
    if found.counts:
        yield Section("By year and kind", grid=grid(found), note=_left_out(found))
    ahead = set(found.ahead)
    yield Section(
        "Told as planned",
        tuple(encounter_line(row, called, _cited(found, row.id)) for row in found.encounters if row.id in ahead),
        note="no article of the record tells that they took place",
    )
    yield Section(
        "Encounters",
        tuple(encounter_line(row, called, _cited(found, row.id)) for row in found.encounters if row.id not in ahead),
    )
    for title, rows in (
        ("What the relation is called", found.levels),
        ("Signed and agreed", found.agreements),
        ("Set phrases", found.phrases),
    ):
        yield Section(title, tuple(row_line(row, called, _cited(found, row.id)) for row in rows))


def grid(found: Timeline) -> Grid:
    """The counts as a table: kinds that no year has are left out of it, but not of JSON and CSV."""
    kinds = [kind for kind in KINDS if any(row[kind] for row in found.counts.values())]
    head = ("year", *(kind.replace("_", " ") for kind in kinds), "occasions")
    rows = [(str(year), *(str(row[name]) for name in (*kinds, "occasions"))) for year, row in found.counts.items()]
    total = ("all", *(str(sum(row[name] for row in found.counts.values())) for name in (*kinds, "occasions")))
    return Grid(head, (*rows, total))


def _left_out(found: Timeline) -> str:
    parts = [
        "held; 0 means none in the record",
        "an occasion is a visit with all that took place in it, or what stands alone",
    ]
    if found.undated:
        parts.append(f"{found.undated} without a date left out")
    if found.called_off:
        parts.append(f"{found.called_off} postponed, cancelled or denied left out")
    return "; ".join(parts)
