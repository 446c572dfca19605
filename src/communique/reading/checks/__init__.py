"""Checks: what in one article does not add up, against the calendar, the tables and itself."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from types import MappingProxyType

from communique.model.reading import Check
from communique.reading.checks.editions import editions
from communique.reading.checks.later import later
from communique.reading.checks.levels import levels
from communique.reading.checks.memberships import memberships
from communique.reading.checks.offices import offices
from communique.reading.checks.places import places
from communique.reading.checks.subject import Subject
from communique.reading.checks.weekdays import weekdays
from communique.reading.checks.wording import injected, rewritten, translated

CHECKS: Mapping[str, Callable[[Subject], Iterator[Check]]] = MappingProxyType(
    {
        "weekdays": weekdays,
        "later": later,
        "places": places,
        "editions": editions,
        "offices": offices,
        "memberships": memberships,
        "levels": levels,
        "translated": translated,
        "rewritten": rewritten,
        "injected": injected,
    }
)
"""Every check by name."""

_WORST = {"error": 0, "warning": 1, "note": 2}


def checks(subject: Subject) -> tuple[Check, ...]:
    """What does not add up in an article, the worst first, then in text order; one complaint about one place once."""
    found: dict[tuple[str, str], Check] = {}
    for make in CHECKS.values():
        for row in make(subject):
            old = found.get((row.kind, row.message))
            if old is not None:
                row = Check(
                    row.kind, row.severity, row.message, tuple(sorted({*old.evidence, *row.evidence})), row.against
                )
            found[(row.kind, row.message)] = row
    rows = [row for row in found.values() if not _said_better(row, found.values())]
    return tuple(sorted(rows, key=lambda row: (_WORST[row.severity], row.evidence, row.kind)))


def _said_better(row: Check, others: Collection[Check]) -> bool:
    """Whether the date that is complained about is a summit's own, of which its table says more."""
    if row.kind != "date_after_publication":
        return False
    dated = [span for other in others if other.kind == "date_conflict" for span in other.evidence]
    return any(span.overlaps(where) for span in dated for where in row.evidence)


__all__ = ["CHECKS", "Subject", "checks"]
