"""Figures of trade, and streaks of years, against the figures that the tables have."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from communique.knowledge.comparing import agrees, comparable
from communique.knowledge.kinds import ReferenceFigure
from communique.model.reading import Check, Figure, Severity
from communique.reading.checks.subject import Subject

WHY = (
    "two right figures may differ by reporter (the other side's customs), goods or goods and services, calendar or"
    " fiscal year, revision, and currency"
)
"""Why two figures may differ and both be right; a part of every message."""

_TRADE = re.compile(r"\b(?:trade|commerce|turnover)\b", re.IGNORECASE)
_OTHER = re.compile(
    r"\b(?:exports?|imports?|exported|imported|deficit|surplus|services|investment|agricultural|oil|gas|energy|service"
    r"|e-commerce|digital|growth|target|goal|goods\s+from|farm|local|settle\w*|border|car|cars|food)\b",
    re.IGNORECASE,
)
_AIMED = re.compile(
    r"\b(?:will|would|target\w*|goals?|aim\w*|expected|expects?|plan\w*|forecast\w*|hopes?|could|projected|by\s+20\d\d)\b",
    re.IGNORECASE,
)
_STREAK = re.compile(r"\blargest\s+(?:trad(?:e|ing)\s+)partner\b", re.IGNORECASE)
# No reporter differs by more from another than this: then it is a slip, not another count.
_GROSS = 0.4
# A figure may be the other reporter's: within this, only a warning's note of two sides is due.
_SHARE = 0.01


def counted(subject: Subject) -> Iterator[Check]:
    """Every figure of trade, and every streak, that no reporter of the tables has."""
    rows = tuple(subject.knowledge.reference_figures.values())
    figures = [(figure, subject.line_at(figure.evidence[-1])) for figure in subject.reading.figures or ()]
    beside = Counter(line.span for _, line in figures if line is not None)
    for figure, line in figures:
        if figure.growth is not None or line is None or _AIMED.search(line.words):
            continue
        # "Trade between A and B was worth 3 billion": the sentence says what its one figure measures.
        what = figure.what or (line.words if beside[line.span] == 1 else "")
        if figure.kind == "money" and figure.period is not None:
            yield from _trade(subject, figure, what, rows)
        elif figure.kind == "streak" and _STREAK.search(line.words):
            yield from _streak(subject, figure, rows)


def _trade(subject: Subject, figure: Figure, what: str, rows: tuple[ReferenceFigure, ...]) -> Iterator[Check]:
    if not _TRADE.search(what) or _OTHER.search(what) or not figure.unit:
        return
    parties = frozenset(figure.parties) or _sides(subject)
    fits, rate = comparable(figure, parties, rows)
    if not fits or any(r.doubtful for r in fits) or any(agrees(figure, r, rate) for r in fits):
        return
    same = [r for r in rows if r.measure == "trade" and frozenset(r.parties) == parties and r.unit == figure.unit]
    nearest = min(fits, key=lambda r: (abs(r.value * rate - figure.value), r.id))
    other = next((r for r in same if r.period != figure.period and _close(figure.value, r.value)), None)
    gap = abs(nearest.value * rate - figure.value) / (nearest.value * rate)
    severity: Severity = "error" if gap > _GROSS else "warning"
    known = "; ".join(f"{_amount(r.value, r.unit)} ({r.reporter})" for r in fits)
    hint = f" {_amount(figure.value, figure.unit)} is that of {other.period}." if other is not None else ""
    message = (
        f"Trade of {figure.period} is given as {_amount(figure.value, figure.unit)}; the tables have {known}.{hint} "
        f"Mind: {WHY}."
    )
    yield Check("figure_conflict", severity, message, figure.evidence, f"kb:reference_figures/{nearest.id}")


def _sides(subject: Subject) -> frozenset[str]:
    """The two states of the article's news, where there are two: "bilateral trade"."""
    found: dict[str, None] = {}
    for row in subject.reading.encounters or ():
        if row.main:
            found.update((party.country, None) for party in row.participants if party.country)
    return frozenset(found) if len(found) == 2 else frozenset()


def _close(one: float, two: float) -> bool:
    return abs(one - two) <= _SHARE * two


def _streak(subject: Subject, figure: Figure, rows: tuple[ReferenceFigure, ...]) -> Iterator[Check]:
    day = subject.day
    known = [r for r in rows if r.measure.endswith("streak") and set(r.parties) <= set(figure.parties)]
    if day is None or not known or known[0].period is None:
        return
    # The streak of a year is counted when the year is over; during it both it and the last one are printed.
    base = int(known[0].value) - int(known[0].period[:4])
    years = [int(figure.period[:4])] if figure.period else [day.year - 1, day.year]
    right = sorted({base + year for year in (*years, years[0] - 1, years[-1] + 1)})
    if figure.bound is not None or right[0] <= figure.value <= right[-1]:
        return
    message = (
        f"The streak is given as {figure.value:g} years; counted as in {known[0].period} ({known[0].value:g} years, "
        f"{known[0].definition}) it would be {base + years[0]} or {base + years[-1]}."
    )
    yield Check("figure_conflict", "warning", message, figure.evidence, f"kb:reference_figures/{known[0].id}")


def _amount(value: float, unit: str | None) -> str:
    """ "USD 244.8 billion"."""
    for size, name in ((10**12, "trillion"), (10**9, "billion"), (10**6, "million")):
        if abs(value) >= size:
            return f"{unit or ''} {value / size:g} {name}".strip()
    return f"{value:g} {unit or ''}".strip()
