"""The checks of a reading as a section of its page: the worst first, each with the words that it is about."""

from __future__ import annotations

from collections.abc import Iterator

from communique.cli.screen import plain
from communique.cli.section import Row, Section
from communique.model.reading import Check


def check_sections(rows: tuple[Check, ...]) -> Iterator[Section]:
    """What does not add up; nothing where no check found anything (that is no praise: see docs/checks.md)."""
    if not rows:
        return
    count = len(rows)
    note = f"{count} thing{'s' * (count != 1)} that do{'es' * (count == 1)} not add up"
    yield Section(f"Checks · {count}", tuple(_row(row) for row in rows), note=note)


def _row(row: Check) -> Row:
    kind = row.kind.replace("_", " ")
    return Row(row.severity, f"{kind}: {plain(row.message)}", row.evidence, row.against)
