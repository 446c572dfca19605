"""The parts of a page that tell what an article measures and remembers; absent where it does neither."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.cli.screen import plain
from communique.cli.section import Named, Row, Section
from communique.model.reading import Anniversary, Figure, Number

_BOUNDS = {"over": "over ", "under": "up to ", "about": "about "}


def figure_sections(rows: Sequence[Figure], named: Named) -> Iterator[Section]:
    """The figures with what they measure, for when, and of whom."""
    if rows:
        yield Section(f"Figures · {len(rows)}", tuple(_figure(row, named) for row in rows))


def _figure(row: Figure, named: Named) -> Row:
    value = f"{_BOUNDS.get(row.bound or '', '')}{_number(row.value)}"
    if row.upper is not None:
        value += f" to {_number(row.upper)}"
    unit = {"percent": "%", None: ""}.get(row.unit, f" {plain(row.unit or '')}")
    what = plain(row.what) if row.what and row.what != row.unit else ""
    told = {"rose": "up", "fell": "down"}.get(row.growth or "", "")
    notes = [told, row.period or "", ", ".join(named(code) for code in row.parties)]
    tags = "; ".join(note for note in notes if note)
    rule = "; ".join(part for part in (row.how, row.support) if part)
    text = f"{value}{unit}" + (f": {what}" if what else "") + (f" [{tags}]" if tags else "")
    return Row("", text, row.evidence, rule)


def _number(value: Number) -> str:
    """A number as a person reads it: `244.8 billion`, `1,550`."""
    for factor, word in ((10**12, "trillion"), (10**9, "billion"), (10**6, "million")):
        if abs(value) >= factor:
            return f"{value / factor:.6g} {word}"
    return f"{value:,}"


def anniversary_sections(rows: Sequence[Anniversary], named: Named) -> Iterator[Section]:
    """The anniversaries with their year and parties."""
    if rows:
        yield Section(f"Anniversaries · {len(rows)}", tuple(_anniversary(row, named) for row in rows))


def _anniversary(row: Anniversary, named: Named) -> Row:
    notes = [str(row.year) if row.year else "", ", ".join(named(code) for code in row.parties)]
    tags = "; ".join(note for note in notes if note)
    rule = "; ".join(part for part in (row.how, row.support) if part)
    return Row("", f"{row.n} years: {plain(row.of)}" + (f" [{tags}]" if tags else ""), row.evidence, rule)
