"""The index of fingerprints: which articles may share text.

A fingerprint that stands in articles about many occasions is a set phrase ("exchanged views on issues of common
concern") and makes no candidates. How many occasions is a property of the set of articles, not of the order in which
they came: when a fingerprint becomes common, or stops being so, `crossed` names the articles to look at again.
"""

from __future__ import annotations

import sqlite3
import sys
import zlib
from array import array
from collections import Counter
from collections.abc import Iterable

OCCASIONS = 128
"""Occasions are told apart by a hash of this size (one byte a row): two fall together once in 128 pairs."""
COMMON = 8
"""A fingerprint of more occasions than this is common: copies of one text are about one encounter, at times misread."""
_FEW = 32  # rows of one fingerprint that are read at once; nearly all have fewer
_HALF = 1 << 31  # SQLite keeps numbers below 2**31 in four bytes, and those up to 2**32 in six


def occasion(key: str) -> int:
    """The occasion of an article as the index has it, from whatever names the encounter that it mainly tells."""
    return zlib.crc32(key.encode()) % OCCASIONS


def packed(values: Iterable[int]) -> bytes:
    """Fingerprints (32 bits) as bytes, the same on every machine."""
    out = array("I", values)
    if sys.byteorder == "big":
        out.byteswap()
    return out.tobytes()


def unpacked(data: bytes) -> tuple[int, ...]:
    """The fingerprints that `packed` wrote."""
    out = array("I")
    out.frombytes(data)
    if sys.byteorder == "big":
        out.byteswap()
    return tuple(out)


def put(connection: sqlite3.Connection, article: int, kind: int, values: Iterable[int]) -> set[int]:
    """Enter an article's fingerprints under its occasion; the articles whose candidates this changed beside its own."""
    values = sorted(values)
    crossing = _would_cross(connection, kind, values)
    connection.executemany(
        "insert into fingerprints values (?, ?, ?) on conflict do nothing", [(v - _HALF, kind, article) for v in values]
    )
    return _holding(connection, crossing) - {article}


def remove(connection: sqlite3.Connection, article: int) -> set[int]:
    """Take an article's fingerprints out; the other articles whose candidates this changed."""
    row = connection.execute("select occasion, fingerprints from readings where article = ?", (article,)).fetchone()
    if row is None:
        return set()
    kind, values = row[0], unpacked(row[1])
    connection.executemany(
        "delete from fingerprints where value = ? and occasion = ? and article = ?",
        [(v - _HALF, kind, article) for v in values],
    )
    return _holding(connection, _would_cross(connection, kind, values))


def candidates(connection: sqlite3.Connection, article: int) -> dict[int, int]:
    """The articles that share fingerprints with this one that are not common, and how many."""
    row = connection.execute("select fingerprints from readings where article = ?", (article,)).fetchone()
    found: Counter[int] = Counter()
    for value in unpacked(row[0]) if row else ():
        if len(occasions(connection, value)) <= COMMON:
            found.update(
                r[0] for r in connection.execute("select article from fingerprints where value = ?", (value - _HALF,))
            )
    found.pop(article, None)
    return dict(sorted(found.items()))


def occasions(connection: sqlite3.Connection, value: int) -> list[int]:
    """The occasions of a fingerprint in order, at most one more than make it common."""
    rows = connection.execute(
        "select occasion from fingerprints where value = ? order by occasion limit ?", (value - _HALF, _FEW)
    ).fetchall()
    if len(rows) < _FEW:
        return sorted({row[0] for row in rows})[: COMMON + 1]
    out: list[int] = []
    while len(out) <= COMMON:
        # One step in the index for every occasion, however many articles there are of each.
        row = connection.execute(
            "select occasion from fingerprints where value = ? and occasion > ? order by occasion limit 1",
            (value - _HALF, out[-1] if out else -1),
        ).fetchone()
        if row is None:
            break
        out.append(row[0])
    return out


def _would_cross(connection: sqlite3.Connection, kind: int, values: Iterable[int]) -> list[int]:
    """The fingerprints that an article of this occasion makes common, or, taken out, no longer common."""
    out = []
    for value in values:
        found = occasions(connection, value)
        if len(found) == COMMON and kind not in found:
            out.append(value)
    return out


def _holding(connection: sqlite3.Connection, values: Iterable[int]) -> set[int]:
    out: set[int] = set()
    for value in values:
        out |= {
            row[0] for row in connection.execute("select article from fingerprints where value = ?", (value - _HALF,))
        }
    return out
