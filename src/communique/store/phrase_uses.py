"""Where set phrases were used before a day: in the whole record, and between the same parties."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

MOST = 400
"""Encounters of a pair that are looked through, the latest first."""


@dataclass(frozen=True, slots=True)
class PhraseUse:
    """One row of a phrase: its day, its encounter (None outside of any) and an article that has it."""

    day: str
    encounter: str | None
    row: str


def first(connection: sqlite3.Connection, phrase: str, before: str) -> tuple[PhraseUse | None, int]:
    """The first use of a phrase before a day, and how many rows of it there are until then."""
    row = connection.execute(
        "select p.day, encounter, id from phrase_days p join merged_rows on id = p.merged"
        " where phrase = ? and p.day < ? order by p.day, p.merged limit 1",
        (phrase, before),
    ).fetchone()
    if row is None:
        return None, 0
    count = connection.execute(
        "select count(*) from phrase_days where phrase = ? and day < ?", (phrase, before)
    ).fetchone()
    return PhraseUse(*row), int(count[0])


def between(
    connection: sqlite3.Connection, parties: Sequence[str], before: str, without: Sequence[str] = ()
) -> dict[str, list[PhraseUse]]:
    """The uses of all phrases in encounters of these parties before a day, by phrase, the latest first.

    without are encounters that are not looked at.
    """
    out: dict[str, list[PhraseUse]] = {}
    for day, encounter in _encounters(connection, parties, before):
        if encounter in without:
            continue
        rows = connection.execute(
            "select value, id from merged_rows join merged_row_facets f on f.merged = id and facet = 'id'"
            " where encounter = ? and list = 'phrases' order by value, id",
            (encounter,),
        )
        for phrase, row in rows:
            uses = out.setdefault(phrase, [])
            if not uses or uses[-1].encounter != encounter:
                uses.append(PhraseUse(day, encounter, row))
    return out


def _encounters(connection: sqlite3.Connection, parties: Sequence[str], before: str) -> list[tuple[str, str]]:
    one, *others = parties
    also = "".join(
        f" and exists (select 1 from encounter_parties p{at} where p{at}.party = ? and p{at}.start = p.start"
        f" and p{at}.encounter = p.encounter)"
        for at in range(len(others))
    )
    rows = connection.execute(
        "select start, encounter from encounter_parties p where party = ? and start <> '' and start < ?"
        f"{also} order by start desc, encounter limit ?",
        (one, before, *others, MOST),
    )
    return [(row[0], row[1]) for row in rows]
