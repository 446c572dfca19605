"""Checks of the tables: what a person who edits them may get wrong, as a list of sentences."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import get_args

from communique.knowledge import validate_partnerships, validate_phrases
from communique.knowledge.counted import CLASSES
from communique.knowledge.folding import folded_name
from communique.knowledge.tables import KEYS, SHIPPED, TableError, Tables, parts
from communique.knowledge.units import KINDS
from communique.model.dates import PartialDate
from communique.model.reading import Topic

OFFICES = frozenset(
    {
        "ambassador", "chief_cabinet_secretary", "commission_president", "council_president", "cppcc_chairman",
        "crown_prince", "defence_minister", "deputy_head_of_government", "director_general", "envoy",
        "foreign_affairs_office", "foreign_minister", "foreign_secretary", "head_of_government", "head_of_state",
        "leader", "minister", "official", "other", "other_top", "party_leader", "prime_cabinet_secretary",
        "secretary_general", "security_adviser", "senate_speaker", "speaker", "spokesperson", "state_councilor",
        "trade_minister", "vice_head_of_state",
    }
)  # fmt: skip
"""The office keys: those of the compiled list of office holders, and those of printed titles."""

OUTLET_KINDS = frozenset({"wire", "newspaper", "broadcaster", "website", "government", "aggregator"})
EDITION_KINDS = frozenset({"in person", "video", "planned", "cancelled"})
NEARBY_KINDS = frozenset({"city", "venue", "edition"})
MARK_KINDS = frozenset({"translated", "injected"})
REGION_KINDS = frozenset({"group", "part", "place", "sea"})
_COUNTRY_COLUMNS = ("country", "actor", "proponent", "organisation", "scale")
_COUNTRY_LISTS = ("countries", "parties", "owner")
_DATE_COLUMNS = ("start", "end", "newest", "date", "first", "since", "until")
_ALLOWED: Mapping[str, Mapping[str, frozenset[str]]] = {
    "holders": {"office": OFFICES},
    "officials": {"office": OFFICES},
    "offices": {"key": OFFICES},
    "outlets": {"kind": OUTLET_KINDS},
    "editions": {"how": EDITION_KINDS},
    "copy_marks": {"kind": MARK_KINDS, "weight": frozenset({"strong", "weak"})},
    "nearby": {"kind": NEARBY_KINDS},
    "regions": {"kind": REGION_KINDS},
    "topics": {"topic": frozenset(get_args(Topic))},
    "units": {"kind": frozenset(KINDS)},
    "counted": {"class": frozenset(CLASSES)},
}

Row = Mapping[str, str]


def problems(overlay: Path | None = None) -> list[str]:
    """What is wrong in the shipped tables, or in a user's own where a folder is given; empty where nothing is."""
    try:
        tables = Tables(overlay)
        ids = {row[0] for table in ("states", "organisations") for row in tables.rows(table, ("id",))}
        cities = {
            (folded_name(form), country)
            for name, aliases, country in tables.rows("cities", ("name", "aliases", "country"))
            for form in (name, *parts(aliases))
        }
        series = {row[0] for row in tables.rows("summits", ("id",))}
        ids |= {id_ for id_, kind in tables.rows("regions", ("id", "kind")) if kind == "group"}
    except TableError as error:
        return [str(error)]
    found: list[str] = []
    for table in sorted(KEYS):
        path = (overlay or SHIPPED) / f"{table}.csv"
        if path.exists():
            found += (f"{path.name}: {problem}" for problem in _table(table, path, ids, cities, series))
    return found + _state_codes(tables) + validate_partnerships.problems(tables) + validate_phrases.problems(tables)


def _state_codes(tables: Tables) -> list[str]:
    """What is wrong with the numbers of states: each is a whole number and stands for one state."""
    found: list[str] = []
    rows = tables.rows("state_codes", ("country", "cow_abbr", "cow", "gw"))
    for column, name in enumerate(("cow_abbr", "cow", "gw"), start=1):
        seen: dict[str, str] = {}
        for row in rows:
            if column > 1 and not (row[column].isascii() and row[column].isdigit()):
                found.append(f"state_codes.csv: {row[0]}: {name} is no number: {row[column]!r}")
            if row[column] in seen:
                found.append(f"state_codes.csv: {row[0]}: {name} {row[column]} is that of {seen[row[column]]}")
            seen.setdefault(row[column], row[0])
    return found


def sources() -> list[str]:
    """Every source label that a row of the shipped tables carries, sorted."""
    labels: set[str] = set()
    for table in KEYS:
        for row in _rows(SHIPPED / f"{table}.csv"):
            labels.update(parts(row.get("source", "")))
    return sorted(labels)


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return [{key: value or "" for key, value in row.items() if key is not None} for row in csv.DictReader(file)]


def _table(table: str, path: Path, ids: set[str], cities: set[tuple[str, str]], series: set[str]) -> Iterator[str]:
    seen: dict[tuple[str, ...], int] = {}
    for line, row in enumerate(_rows(path), start=2):
        key = tuple(row.get(column, "") for column in KEYS[table])
        where = f"line {line} ({', '.join(filter(None, key))})"
        if key in seen:
            yield f"{where}: the same row stands in line {seen[key]}"
        seen.setdefault(key, line)
        if not any(key):
            yield f"{where}: empty key ({', '.join(KEYS[table])})"
        if not row.get("source", "").strip():
            yield f"{where}: no source"
        for problem in (*_countries(row, ids), *_dates(row), *_values(table, row), *_places(table, row, cities)):
            yield f"{where}: {problem}"
        if table == "editions" and row.get("series") not in series:
            yield f"{where}: no such summit: {row.get('series')}"


def _countries(row: Row, ids: set[str]) -> Iterator[str]:
    for column in _COUNTRY_COLUMNS:
        if row.get(column) and row[column] not in ids:
            yield f"no such state or organisation in {column}: {row[column]}"
    for column in _COUNTRY_LISTS:
        for value in parts(row.get(column, "")):
            if value not in ids:
                yield f"no such state or organisation in {column}: {value}"


def _dates(row: Row) -> Iterator[str]:
    known: dict[str, PartialDate] = {}
    for column in _DATE_COLUMNS:
        if row.get(column):
            try:
                known[column] = PartialDate.parse(row[column])
            except ValueError as error:
                yield f"{column}: {error}"
    if "start" in known and "end" in known and known["start"].first > known["end"].last:
        yield f"ends ({row['end']}) before it starts ({row['start']})"
    if "newest" in known and row.get("end"):
        yield "has an end and a newest date: newest is for open terms"
    if "office" in row and "start" in row and "end" not in known and "newest" not in known and "newest" in row:
        yield "an open term needs the date of its newest source"


def _values(table: str, row: Row) -> Iterator[str]:
    for column, allowed in _ALLOWED.get(table, {}).items():
        if row.get(column) not in allowed:
            yield f"{column} is {row.get(column)!r}; possible are {', '.join(sorted(allowed))}"
    for column, value in row.items():
        if value != value.strip() or "  " in value or "\n" in value:
            yield f"stray blanks in {column}: {value!r}"
    for form in parts(row.get("aliases", "")):
        if form[:4] == "the " and table != "outlets":
            yield f"an alias needs no article, it would swallow what follows: {form!r}"


def _places(table: str, row: Row, cities: set[tuple[str, str]]) -> Iterator[str]:
    column = "seat" if table == "organisations" else "city"
    city = row.get(column)
    printed = table in ("venues", "editions", "organisations") and city
    if printed and (folded_name(printed), row.get("country", "")) not in cities:
        yield f"the table of cities has no {city} in {row.get('country')}"
    if table == "nearby":
        names = {name for name, _ in cities}
        for town in (city, row.get("id") if row.get("kind") == "city" else None):
            if town and folded_name(town) not in names:
                yield f"the table of cities has no {town}"
    if table == "states":
        for capital in parts(row.get("capitals", "")):
            if (folded_name(capital), row["id"]) not in cities:
                yield f"the table of cities has no capital {capital}"
