"""Checks: what in one article does not add up, against the calendar, the tables and itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from communique.model.reading import Check
from communique.model.span import Span, evidence
from communique.reading.checks.counted import counted
from communique.reading.checks.editions import editions
from communique.reading.checks.later import later
from communique.reading.checks.levels import levels
from communique.reading.checks.memberships import memberships
from communique.reading.checks.offices import offices
from communique.reading.checks.places import places
from communique.reading.checks.remembered import remembered
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
        "remembered": remembered,
        "counted": counted,
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
    places: dict[tuple[str, str], set[Span]] = {}
    for make in CHECKS.values():
        for row in make(subject):
            found.setdefault((row.kind, row.message), row)
            places.setdefault((row.kind, row.message), set()).update(row.evidence)
    found = {key: replace(row, evidence=evidence(*places[key])) for key, row in found.items()}
    dated = {span for row in found.values() if row.kind == "date_conflict" for span in row.evidence}
    rows = [row for row in found.values() if not _said_better(row, dated)]
    return tuple(sorted(rows, key=lambda row: (_WORST[row.severity], row.evidence, row.kind)))


def _said_better(row: Check, dated: set[Span]) -> bool:
    """Whether the date that is complained about is a summit's own, of which its table says more."""
    return row.kind == "date_after_publication" and not dated.isdisjoint(row.evidence)


__all__ = ["CHECKS", "Subject", "checks"]
