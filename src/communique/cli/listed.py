"""`communique commitments`, `figures`, `partnerships`, `phrases`: the rows of a list of a record as a table."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, NoReturn, cast

from communique.cli.asked import date, knowledge, opened, party
from communique.cli.build import unusable
from communique.cli.rowsout import print_csv, print_json
from communique.cli.screen import Screen, counted, plain, screen_for, table
from communique.model.record import ListName, MergedRow

FILTERS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "commitments": ("status", "field", "polarity"),
        "partnerships": ("level", "change"),
        "figures": ("kind", "unit", "period"),
        "phrases": ("id", "speaker"),
    }
)
"""For each command the values that its rows can be narrowed to, beside parties and time."""
VALUES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "commitments": (
            "status", "step", "polarity", "label", "count", "amount", "deadline", "field", "bound", "toward",
            "claimed_by",
        ),
        "partnerships": ("label", "level", "change"),
        "figures": ("value", "kind", "unit", "what", "period"),
        "anniversaries": ("n", "of", "year", "event"),
        "initiatives": ("name", "entity"),
        "phrases": ("id", "text", "form", "speaker"),
    }
)  # fmt: skip
"""The fields of the rows of a list, as they are printed."""
_MANY = frozenset({"field", "bound", "toward", "speaker", "form"})
"""Fields of which a row has all values, not the best attested one."""
_COUNTS = ("articles", "outlets", "origins", "contradictions", "sides", "first")


def listed(asked: argparse.Namespace, refuse: Callable[[str], NoReturn]) -> int:
    """List the rows that were asked for; the exit code."""
    from communique.run.references import UnknownError, encounter_of
    from communique.store import rows as stored
    from communique.store.faults import StoreError

    kb = knowledge(asked.knowledge, refuse)
    name = cast("ListName", asked.command)
    wanted = {"party": [party(kb, typed, refuse) for typed in asked.between or ()]}
    wanted |= {facet: [value] for facet in FILTERS[name] if (value := getattr(asked, facet))}
    since, until = date("since", asked.since, refuse), date("until", asked.until, refuse)
    try:
        with opened(asked.db) as connection:
            met = encounter_of(connection, asked.encounter) if asked.encounter else None
            limit = asked.limit or -1
            found = list(
                stored.found(connection, name, asked=wanted, since=since, until=until, encounter=met, limit=limit)
            )
    except UnknownError as error:
        refuse(str(error))
    except StoreError as error:
        return unusable(error)
    if asked.json:
        print_json(map(as_row, found))
    elif asked.csv:
        print_csv(columns(name), map(as_row, found))
    else:
        for line in lines(found, screen_for(sys.stdout, asked.color), name):
            print(line)
    return 0


def columns(name: str) -> tuple[str, ...]:
    """The columns of a list."""
    return ("id", "encounter", "day", "parties", *VALUES[name], "words", *_COUNTS)


def as_row(row: MergedRow) -> dict[str, Any]:
    """A row as plain values: the leading one of every field, None where nobody states it."""
    return {
        "id": row.id,
        "encounter": row.encounter,
        "day": str(row.day) if row.day else None,
        "parties": list(row.parties),
        **{field: _leading(row, field) for field in VALUES[row.list]},
        "words": row.text,
        "articles": row.articles,
        "outlets": row.outlets,
        "origins": len(row.voices),
        "contradictions": [dispute.field for dispute in row.contradictions],
        "sides": list(row.sides),
        "first": row.first,
    }


def _leading(row: MergedRow, field: str) -> Any:
    values = [one.value for one in row.values.get(field, ()) if not one.rejected]
    if field in _MANY:
        return values
    return values[0] if values else None


def lines(rows: Iterable[MergedRow], screen: Screen, name: str) -> Iterator[str]:
    """The table: day, what, how many articles, outlets and independent origins, and the id to ask on with."""
    shown = list(rows)
    noun = {"anniversaries": "anniversary"}.get(name, name.removesuffix("s"))
    head = ("date", noun, "art", "out", "orig", "id")
    widths = (10, screen.width - 46, 3, 3, 4, 16)
    yield from table(head, map(_cells, shown), widths)
    count = f"1 {noun}" if len(shown) == 1 else f"{len(shown)} {name}"
    yield f"{count} · articles, outlets, independent origins · (!) told differently"


def _cells(row: MergedRow) -> tuple[str, ...]:
    mark = " (!)" if row.contradictions else ""
    counts = (str(row.articles), str(row.outlets), str(len(row.voices)))
    return (str(row.day or "not stated"), told(row, shorten=_SHORT) + mark, *counts, row.id[:16])


_SHORT = 110
"""Characters of a row in a table: about four lines of its cell; `communique show` prints all."""


def told(row: MergedRow, shorten: int | None = None) -> str:
    """A row in a line: what it says by its leading values, then its parties."""
    who = f" · {', '.join(row.parties)}" if row.parties else ""
    words = plain(_TOLD[row.list](row))
    if shorten and len(words) > shorten:
        words = words[:shorten].rpartition(" ")[0] + " …"
    return words + who


def _value(row: MergedRow, field: str) -> str | None:
    found = next((one.value for one in row.values.get(field, ()) if not one.rejected), None)
    return amount(found) if found and field in AMOUNTS else found


def _commitment(row: MergedRow) -> str:
    status = _value(row, "status") or "not stated"
    polarity = _value(row, "polarity")
    if polarity and polarity != "affirmed":
        status = f"{polarity}: {status}"
    by = _value(row, "deadline")
    parts = [part for part in (_value(row, "count"), _value(row, "amount"), f"by {by}" if by else None) if part]
    return f"{status.replace('_', ' ')}: {'; '.join([_value(row, 'label') or row.text, *parts])}"


def _partnership(row: MergedRow) -> str:
    return ", ".join(part for part in (_value(row, "label"), _value(row, "change")) if part)


def _figure(row: MergedRow) -> str:
    of = ", ".join(part for part in (_value(row, "what"), _value(row, "period")) if part)
    return f"{_value(row, 'value')}{f': {of}' if of else ''}"


def _anniversary(row: MergedRow) -> str:
    year = _value(row, "year")
    return f"{_value(row, 'n')} years of {_value(row, 'of')}{f', {year}' if year else ''}"


def _phrase(row: MergedRow) -> str:
    said = ", ".join(one.value for one in row.values.get("speaker", ()) if not one.rejected)
    return f"{_value(row, 'text')} [{_value(row, 'id')}]{f' ({said})' if said else ''}"


_TOLD: Mapping[str, Callable[[MergedRow], str]] = MappingProxyType(
    {
        "commitments": _commitment,
        "partnerships": _partnership,
        "figures": _figure,
        "anniversaries": _anniversary,
        "initiatives": lambda row: _value(row, "name") or row.text,
        "phrases": _phrase,
    }
)
AMOUNTS = frozenset({"value", "count", "amount"})
"""Fields whose values are numbers with what belongs to them."""


def amount(value: str) -> str:
    """An amount as it is printed: `over 240.1 billion USD` for `over 240100000000 USD`."""
    from communique.resolve.lists.amounts import spoken_key

    return spoken_key(value)


def title(name: str, count: int) -> str:
    """The heading of a list on a page."""
    return f"{name.capitalize()} · {count}" if count != 1 else f"{name.capitalize()} · {counted(1, 'row')}"
