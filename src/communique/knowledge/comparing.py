"""Whether a printed figure is one that the tables have: rounding, bounds, tolerance and the year's rate of exchange."""

from __future__ import annotations

from communique.knowledge.kinds import ReferenceFigure
from communique.model.reading import Figure

# Rounding of "about 240" and of "over 240", as shares of the figure.
_ABOUT, _OVER = 0.06, 0.15
# What is not given in its own currency is compared by the year's average rate (CNY for one USD).
_RATES = {
    "2018": 6.62, "2019": 6.90, "2020": 6.90, "2021": 6.45, "2022": 6.73, "2023": 7.05, "2024": 7.12, "2025": 7.14,
}  # fmt: skip
_EXCHANGE = 0.05


def comparable(
    figure: Figure, parties: frozenset[str], rows: tuple[ReferenceFigure, ...]
) -> tuple[tuple[ReferenceFigure, ...], float]:
    """The figures of trade to hold one against, and by what they are multiplied: those of its own currency first."""
    same = [r for r in rows if r.measure == "trade" and frozenset(r.parties) == parties and r.period == figure.period]
    fits = tuple(r for r in same if r.unit == figure.unit)
    if not fits and figure.unit == "CNY" and (rate := _RATES.get(figure.period or "", 0.0)):
        return tuple(r for r in same if r.unit == "USD"), rate
    return fits, 1.0


def agrees(figure: Figure, row: ReferenceFigure, rate: float = 1.0) -> bool:
    """Whether a figure is the one of the tables, as far as its own words round it."""
    right = row.value * rate
    slack = right * (row.tolerance / 100 + (_EXCHANGE if rate != 1.0 else 0.0))
    last = figure.upper if figure.upper is not None else figure.value
    if figure.bound == "over":
        return figure.value - slack <= right <= last * (1 + _OVER) + slack
    if figure.bound == "under":
        return figure.value * (1 - _OVER) - slack <= right <= last + slack
    if figure.bound == "about":
        slack += right * _ABOUT
    slack = max(slack, _rounding(figure.value))
    return figure.value - slack <= right <= last + slack


def _rounding(value: float) -> float:
    """Half a unit of the last digit that is not zero, of figures with two digits or more."""
    whole, unit = int(value), 1
    while whole and whole % 10 == 0:
        whole, unit = whole // 10, unit * 10
    return unit / 2 if whole >= 10 else 0.0
