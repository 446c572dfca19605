"""A timeline: how often, when and how some parties were in contact, as far as the record goes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from communique.model.answer import BY_WIRE, IN_PERSON, KINDS, Gap, Outline, Timeline
from communique.model.dates import PartialDate

GAPS = 3
"""So many of the longest gaps are named."""
WAYS = ("any", "in person", "by call", "in writing")


def timeline(
    parties: Sequence[str],
    encounters: Iterable[Outline],
    until: PartialDate | None = None,
    years: tuple[int, int] | None = None,
) -> Timeline:
    """The contacts of these parties brought into order and counted.

    years are the first and last of the counts; those of the contacts where None.
    """
    rows = tuple(sorted(encounters, key=_by_time))
    held = [row for row in rows if row.held]
    dated = [row for row in held if row.start]
    return Timeline(
        tuple(parties),
        rows,
        counts(dated, years),
        undated=len(held) - len(dated),
        called_off=sum(not row.held and row.status != "planned" for row in rows),
        last={way: last(dated, way) for way in WAYS},
        gaps=gaps(dated),
        ahead=tuple(row.id for row in rows if row.status == "planned"),
        until=until,
    )


def _by_time(row: Outline) -> tuple[object, ...]:
    return (row.start is None, str(row.start or ""), row.id)


def counts(rows: Iterable[Outline], years: tuple[int, int] | None = None) -> Mapping[int, Mapping[str, int]]:
    """How many of each kind in each year, zeros written out; rows are dated and held."""
    found: Counter[tuple[int, str]] = Counter()
    shown = list(rows)
    ids = {row.id for row in shown}
    for row in shown:
        assert row.start is not None
        found[row.start.year, row.kind if row.kind in KINDS else "other"] += 1
        found[row.start.year, "occasions"] += row.whole not in ids
    if not shown and years is None:
        return {}
    known = sorted({year for year, _ in found})
    first, end = years or (known[0], known[-1])
    return {year: {name: found[year, name] for name in (*KINDS, "occasions")} for year in range(first, end + 1)}


def last(rows: Sequence[Outline], way: str) -> str | None:
    """The latest contact of a way (of WAYS); None where there is none. Of one day, the best attested."""
    wanted = {"in person": IN_PERSON, "by call": BY_WIRE, "in writing": frozenset({"letter"})}.get(way)
    among = [row for row in rows if wanted is None or row.kind in wanted]
    return max(among, key=_latest).id if among else None


def _latest(row: Outline) -> tuple[object, ...]:
    assert row.start is not None
    # A year or month alone counts from its first day: "in 2024" must not outdo a day of that year.
    return ((row.end or row.start).first, row.origins, row.articles, row.id)


def gaps(rows: Sequence[Outline], most: int = GAPS) -> tuple[Gap, ...]:
    """The longest times without a contact, each as short as partial dates allow it to be; none of less than a day."""
    found = []
    reached: Outline | None = None
    for row in sorted(rows, key=lambda row: ((row.start or PartialDate(1)).first, row.id)):
        assert row.start is not None
        if reached is not None:
            ended = _ended(reached)
            days = (row.start.first - ended.last).days
            if days > 1:
                found.append(Gap(reached.id, row.id, ended, row.start, days))
        if reached is None or _ended(row).last >= _ended(reached).last:
            reached = row
    return tuple(sorted(found, key=lambda gap: (-gap.days, str(gap.last), gap.after))[:most])


def _ended(row: Outline) -> PartialDate:
    found = row.end or row.start
    assert found is not None
    return found
