"""Encounters in a line each, without what every article states of them: for answers that look at many."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from typing import Any

from communique.model.answer import HELD, Outline
from communique.model.dates import PartialDate
from communique.model.record import Place
from communique.model.span import Span


def between(
    connection: sqlite3.Connection, parties: Sequence[str], since: str | None = None, until: str | None = None
) -> list[Outline]:
    """The encounters of all of these parties, in the order of time, the undated last.

    One party alone gives all in which it took part or was the host. since and until are dates or their beginnings;
    the undated are left out where either is given.
    """
    ids = ids_between(connection, parties, since, until)
    found = [line for id_ in ids if (line := one(connection, id_))]
    return sorted(found, key=lambda row: (row.start is None, str(row.start or ""), row.id))


def ids_between(
    connection: sqlite3.Connection, parties: Sequence[str], since: str | None = None, until: str | None = None
) -> set[str]:
    """The ids of the same encounters."""
    return _together(connection, parties, *_limits(since, until))


def _limits(since: str | None, until: str | None) -> tuple[str, list[object]]:
    """What the time asked for says of a column `start`, empty or null where it is not known."""
    where, given = "", list[object]()
    if since:
        where, given = where + " and start >= ?", [*given, since]
    if until:
        where, given = where + " and start <> '' and substr(start, 1, ?) <= ?", [*given, len(until), until]
    return where, given


def _took_part(connection: sqlite3.Connection, party: str, limits: str, given: Sequence[object]) -> Iterator[str]:
    rows = connection.execute(f"select encounter from encounter_parties where party = ?{limits}", (party, *given))
    for row in rows:
        yield row[0]


def _hosted(connection: sqlite3.Connection, party: str, limits: str, given: Sequence[object]) -> Iterator[str]:
    rows = connection.execute(
        f"select id from encounters where country = ? and kind = 'visit'{limits}", (party, *given)
    )
    for row in rows:
        yield row[0]


def _together(connection: sqlite3.Connection, parties: Sequence[str], limits: str, given: Sequence[object]) -> set[str]:
    """Where all of the parties took part, one of them perhaps as the host of a visit."""
    present = [set(_took_part(connection, party, limits, given)) for party in parties]
    there = [
        took | set(_hosted(connection, party, limits, given)) for took, party in zip(present, parties, strict=True)
    ]
    return set[str].union(*present) & set[str].intersection(*there)


def one(connection: sqlite3.Connection, encounter: str) -> Outline | None:
    """An encounter by its id; None where there is none."""
    row = connection.execute("select merged from encounters where id = ?", (encounter,)).fetchone()
    return outline(json.loads(row[0])) if row else None


def newest(connection: sqlite3.Connection) -> PartialDate | None:
    """The day of the newest article; None where no article tells its day."""
    row = connection.execute("select max(published) from articles").fetchone()
    return PartialDate.parse(row[0]) if row and row[0] else None


def outline(row: dict[str, Any]) -> Outline:
    """The line of a merged encounter from its stored form."""
    values: dict[str, list[dict[str, Any]]] = row["values"]
    people = [party for party, said in row["participants"] if not said["rejected"]]
    kind, country = _leading(values, "kind") or "other", _leading(values, "country")
    sides = {code for party in people for code in (party["countries"] or [party["country"]]) if code}
    return Outline(
        row["id"],
        kind,
        _status(values),
        _date(row["start"]),
        _date(_leading(values, "end")),
        tuple(dict.fromkeys(_name(party) for party in people if _name(party))),
        tuple(sorted(sides | ({country} if country and kind == "visit" else set()))),
        _leading(values, "city"),
        country,
        row["articles"],
        row["outlets"],
        len(row["voices"]),
        tuple(dispute["field"] for dispute in row["contradictions"]),
        row["part_of"],
        tuple(_told(values.get("kind", ()))),
        tuple(_told(_first(values.get("city", ()) or values.get("country", ())))),
    )


def _status(values: dict[str, list[dict[str, Any]]]) -> str | None:
    """The leading status; held where any article tells that it took place: others wrote before."""
    found = [one["value"] for one in values.get("status", ()) if not one["rejected"]]
    return next((value for value in found if value in HELD), found[0] if found else None)


def _leading(values: dict[str, list[dict[str, Any]]], field: str) -> str | None:
    return next((one["value"] for one in values.get(field, ()) if not one["rejected"]), None)


def _name(party: dict[str, Any]) -> str:
    return party["name"] or " and ".join(party["countries"] or [party["country"] or "?"])


def _date(text: str | None) -> PartialDate | None:
    return PartialDate.parse(text) if text else None


def _first(values: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    return [one for one in values if not one["rejected"]][:1]


def _told(values: Sequence[dict[str, Any]]) -> Iterator[Place]:
    """Where these values are stated, that which leads first."""
    for value in values:
        for place in value["places"]:
            yield Place(place["article"], Span(*place["span"]))
