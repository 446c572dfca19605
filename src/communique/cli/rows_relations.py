"""The parts of a page that tell what relations, projects and phrases an article names; absent where it names none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.cli.screen import plain
from communique.cli.section import Named, Row, Section
from communique.model.reading import Initiative, Partnership, Phrase


def partnership_sections(rows: Sequence[Partnership], named: Named) -> Iterator[Section]:
    """The relations by their printed labels, with what became of them."""
    if rows:
        yield Section(f"Partnerships · {len(rows)}", tuple(_partnership(row, named) for row in rows))


def _partnership(row: Partnership, named: Named) -> Row:
    notes = [note for note in (row.change, f"level {row.level}" if row.level else "") if note]
    rule = "; ".join(part for part in (row.how, row.support) if part)
    parties = ", ".join(named(code) for code in row.parties)
    tags = f" [{', '.join(notes)}]" if notes else ""
    return Row("", f"{parties}: {plain(row.label)}{tags}", row.evidence, rule)


def initiative_sections(rows: Sequence[Initiative]) -> Iterator[Section]:
    """The named initiatives and projects."""
    if rows:
        yield Section(f"Initiatives · {len(rows)}", tuple(Row("", plain(row.name), row.evidence) for row in rows))


def phrase_sections(rows: Sequence[Phrase]) -> Iterator[Section]:
    """The set phrases as printed, each with its id and how the printed words stand to the canonical ones."""
    if rows:
        yield Section(f"Phrases · {len(rows)}", tuple(_phrase(row) for row in rows))


def _phrase(row: Phrase) -> Row:
    places = len(row.evidence)
    notes = (row.id, row.form, *((f"{places} places",) if places > 1 else ()))
    return Row("", f"“{plain(row.text)}” [{', '.join(notes)}]", row.evidence, row.form)
