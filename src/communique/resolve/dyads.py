"""Dyad-years: for every two states and year, how often they met and what was said there, zeros included."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from communique.model.record import MergedEncounter

KINDS = ("meeting", "call", "video_call", "letter", "visit", "summit", "signing", "ceremony", "other")
_HELD = frozenset({"held", "past"})
_BESIDE = ("planned", "postponed", "cancelled")


@dataclass(frozen=True, slots=True)
class DyadYear:
    """One pair of states in one year. counts has every kind, "planned", "postponed", "cancelled" and "statements"."""

    year: int
    states: tuple[str, str]
    counts: Mapping[str, int]

    @property
    def encounters(self) -> int:
        """How many encounters were held, of all kinds."""
        return sum(self.counts[kind] for kind in KINDS)


@dataclass(frozen=True, slots=True)
class Dyads:
    """The table, and how many encounters of two states or more it leaves out because nobody dates them."""

    rows: tuple[DyadYear, ...]
    undated: int


def dyads(
    encounters: Iterable[MergedEncounter],
    statements: Mapping[str, int],
    states: Iterable[str],
    first: int | None = None,
    last: int | None = None,
) -> Dyads:
    """Every pair of the states that met somebody, for every year from first to last.

    states are the codes that count as states: organisations are nobody's half of a dyad. statements holds how many
    claims belong to an encounter. first and last are those of the record where None. An encounter of many states counts
    for each pair of them; the host of a visit is the state of its place.
    """
    known, counts, undated = frozenset(states), Counter[tuple[int, str, str, str]](), 0
    for row in encounters:
        pairs = list(itertools.combinations(sorted(sides(row) & known), 2))
        if not pairs:
            continue
        if row.start is None:
            undated += 1
            continue
        name = _column(row)
        for one, other in pairs:
            year = row.start.first.year
            counts[year, one, other, name] += 1
            counts[year, one, other, "statements"] += statements.get(row.id, 0) if name in KINDS else 0
    return Dyads(tuple(_filled(counts, first, last)), undated)


def sides(row: MergedEncounter) -> set[str]:
    """The states and organisations that took part, with the host of a visit."""
    kept = [party for party, said in row.participants if not said.rejected]
    found = {code for party in kept for code in (party.countries or (party.country,)) if code}
    host = _best(row, "country")
    return found | {host} if host and _best(row, "kind") == "visit" else found


def _best(row: MergedEncounter, field: str) -> str | None:
    values = row.values.get(field, ())  # type: ignore[call-overload]
    return next((value.value for value in values if not value.rejected), None)


def _column(row: MergedEncounter) -> str:
    status, kind = _best(row, "status"), _best(row, "kind")
    if status in _HELD or status is None:
        return kind if kind in KINDS else "other"
    return status if status in _BESIDE else "cancelled"


def _filled(counts: Counter[tuple[int, str, str, str]], first: int | None, last: int | None) -> Iterator[DyadYear]:
    years = sorted({year for year, *_ in counts})
    if not years:
        return
    met = sorted({state for _, one, other, _ in counts for state in (one, other)})
    columns = (*KINDS, *_BESIDE, "statements")
    for pair in itertools.combinations(met, 2):
        for year in range(first if first is not None else years[0], (last if last is not None else years[-1]) + 1):
            yield DyadYear(year, pair, {name: counts[year, *pair, name] for name in columns})
