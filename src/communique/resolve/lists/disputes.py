"""What articles state differently of one row, and why two right ones may."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from communique.model.dates import PartialDate
from communique.model.reading import Figure
from communique.model.record import Attested, Contradiction, ListName
from communique.resolve.accounts import Copies, between_copies
from communique.resolve.lists.amounts import Amount, agree, amount_of, rounded
from communique.resolve.lists.figures import QUALIFIERS, amount, interval, measure
from communique.resolve.lists.items import Item

Sided = Callable[[Sequence[str]], tuple[str, ...]]
"""The parties whose own outlets are among some voices."""
_CURRENCY = 3  # letters of a currency's code, all capitals


def contradictions(
    name: ListName,
    group: Sequence[Item],
    values: Mapping[str, Sequence[Attested]],
    copies: Copies,
    sided: Sided,
) -> tuple[Contradiction, ...]:
    """The fields of a merged row whose values cannot all be right, each with the reason where there is one."""
    out = []
    for field in _FIELDS.get(name, ()):
        rows = [row for row in values.get(field, ()) if not row.rejected]
        opposed = _opposed(name, field, rows, group)
        if len(opposed) > 1:
            why = between_copies(opposed, copies) or _why(name, field, opposed, group, sided)
            out.append(Contradiction(field, tuple(opposed), why))
    return tuple(out)


_FIELDS: Mapping[ListName, tuple[str, ...]] = {
    "commitments": ("status", "polarity", "count", "amount", "deadline"),
    "figures": ("value",),
    "anniversaries": ("n", "year"),
}
_DONE, _WISHED = ("signed", "agreed", "pledged", "implemented"), ("offered", "called_for")


def _opposed(name: ListName, field: str, rows: Sequence[Attested], group: Sequence[Item]) -> list[Attested]:
    """The values that exclude the first or one another."""
    if field == "status":
        # Pledged, then signed, is the course of things; what one calls agreed and the other only offered is not.
        kinds = {row.value in _DONE for row in rows if row.value in (*_DONE, *_WISHED)}
        return list(rows) if len(kinds) > 1 else []
    if field == "polarity":
        kept = [row for row in rows if row.value in ("affirmed", "negated", "denied")]
        return kept if len({row.value == "affirmed" for row in kept}) > 1 else []
    if field == "deadline":
        days = [(row, PartialDate.parse(row.value)) for row in rows]
        return [row for row, day in days if any(not day.agrees(other) for _, other in days)]
    if field in ("value", "count", "amount"):
        known = _amounts(name, field, group)
        found = [(row, known[row.value]) for row in rows if row.value in known]
        return [row for row, one in found if any(not agree(one, other) for _, other in found)]
    return list(rows)


def _amounts(name: ListName, field: str, group: Sequence[Item]) -> dict[str, Amount]:
    if name == "figures":
        found: list[Amount | None] = [amount(item) for item in group]
    else:
        found = [amount_of(getattr(item.row, field)) for item in group]
    return {one.key: one for one in found if one is not None}


def _why(name: ListName, field: str, rows: Sequence[Attested], group: Sequence[Item], sided: Sided) -> str | None:
    """Why the first two values may differ; None where nothing is known that explains it."""
    one, two = rows[0], rows[1]
    if field in ("value", "count", "amount"):
        known = _amounts(name, field, group)
        why = _why_figures(one, two, group) if name == "figures" else None
        return why or _why_amounts(known[one.value], known[two.value]) or _why_sides(one, two, sided)
    if field == "status":
        claimed = sorted({item.row.claimed_by for item in group if item.row.claimed_by})
        return f"one side's account ({', '.join(claimed)})" if claimed else _why_sides(one, two, sided)
    return _why_sides(one, two, sided)


def _why_figures(one: Attested, two: Attested, group: Sequence[Item]) -> str | None:
    first = [item for item in group if amount(item).key == one.value]
    second = [item for item in group if amount(item).key == two.value]
    a: Figure
    b: Figure
    a, b = first[0].row, second[0].row
    if a.growth != b.growth:
        return "one is a change, the other a level"
    periods = [{interval(item.row.period) for item in items} for items in (first, second)]
    if not periods[0] & periods[1] and None not in periods[0] | periods[1]:
        halves = any(mark in f"{a.period}{b.period}" for mark in ("H", "Q"))
        return "half a year or a quarter beside the whole year" if halves else "a part of the period beside the whole"
    goods = {measure(item) & QUALIFIERS for item in first}, {measure(item) & QUALIFIERS for item in second}
    return "goods alone beside goods and services" if not goods[0] & goods[1] else None


def _why_amounts(one: Amount, two: Amount) -> str | None:
    if one.growth != two.growth:
        return "one is a change, the other a level"
    if one.unit != two.unit:
        codes = [unit or "" for unit in (one.unit, two.unit)]
        money = all(len(unit) == _CURRENCY and unit.isupper() for unit in codes)
        return "two currencies" if money else "they count different things"
    return "one is rounded" if rounded(one, two) else None


def _why_sides(one: Attested, two: Attested, sided: Sided) -> str | None:
    mine, theirs = sided(one.voices), sided(two.voices)
    if mine and theirs and not set(mine) & set(theirs):
        return "each side by its own account"
    if bool(mine) != bool(theirs):
        return f"one side's own account ({', '.join(mine or theirs)})"
    return None
