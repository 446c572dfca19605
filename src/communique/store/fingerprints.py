"""The index of fingerprints: which articles may share text.

A fingerprint that stands in articles about many occasions is a set phrase ("exchanged views on issues of common
concern") and makes no candidates. How many occasions is a property of the set of articles, not of the order in which
they came: when a fingerprint becomes common, or stops being so, `put` and `remove` name the articles to look at again.
Those that are common stand in a table of their own, so that nobody goes through all articles that hold a phrase.
"""

from __future__ import annotations

import sqlite3
import sys
import zlib
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator

OCCASIONS = 128
"""Occasions are told apart by a hash of this size (one byte a row): two fall together once in 128 pairs."""
COMMON = 8
"""A fingerprint of more occasions than this is common: copies of one text are about one encounter, at times misread."""
_AT_ONCE = 32  # fingerprints of one question; the last is repeated, so that there is one question to prepare
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
    rare = _rare(connection, values)
    held = _occasions(connection, rare)
    crossing = [value for value in rare if kind not in held.get(value, ()) and len(held.get(value, ())) == COMMON]
    changed = _holding(connection, crossing)
    connection.executemany("insert into common_fingerprints values (?)", [(v - _HALF,) for v in crossing])
    connection.executemany(
        "insert into fingerprints values (?, ?, ?) on conflict do nothing", [(v - _HALF, kind, article) for v in values]
    )
    return changed - {article}


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
    common = set(values) - set(_rare(connection, values))
    crossing = [value for value in sorted(common) if not _many_occasions(connection, value)]
    connection.executemany("delete from common_fingerprints where value = ?", [(v - _HALF,) for v in crossing])
    return _holding(connection, crossing)


def candidates(connection: sqlite3.Connection, article: int) -> dict[int, int]:
    """The articles that share fingerprints with this one that are not common, and how many."""
    row = connection.execute("select fingerprints from readings where article = ?", (article,)).fetchone()
    found: Counter[int] = Counter()
    for asked, given in _questions(_rare(connection, unpacked(row[0]) if row else ())):
        question = f"select article, count(*) from fingerprints where value in ({asked}) group by article"
        for other, count in connection.execute(question, given):
            found[other] += count
    found.pop(article, None)
    return dict(sorted(found.items()))


def _questions(values: Iterable[int]) -> Iterator[tuple[str, list[int]]]:
    """The values for `value in (...)` as the tables hold them, so many at a time: the marks, and what they stand for.

    The last value is repeated to fill up: that changes no answer.
    """
    rows = [value - _HALF for value in values]
    for at in range(0, len(rows), _AT_ONCE):
        part = rows[at : at + _AT_ONCE]
        yield _MARKS, part + part[-1:] * (_AT_ONCE - len(part))


_MARKS = ", ".join("?" * _AT_ONCE)


def _rare(connection: sqlite3.Connection, values: Iterable[int]) -> list[int]:
    """Those of the fingerprints that are not common, in order."""
    values = sorted(set(values))
    common: set[int] = set()
    for asked, given in _questions(values):
        question = f"select value from common_fingerprints where value in ({asked})"
        common |= {row[0] + _HALF for row in connection.execute(question, given)}
    return [value for value in values if value not in common]


def _occasions(connection: sqlite3.Connection, values: Iterable[int]) -> dict[int, set[int]]:
    """The occasions of fingerprints that are not common; those that nobody holds are left out."""
    out: dict[int, set[int]] = {}
    for asked, given in _questions(values):
        question = f"select distinct value, occasion from fingerprints where value in ({asked})"
        for value, kind in connection.execute(question, given):
            out.setdefault(value + _HALF, set()).add(kind)
    return out


def _many_occasions(connection: sqlite3.Connection, value: int) -> bool:
    """Whether articles about so many occasions hold a fingerprint that it is common."""
    found, last = 0, -1
    while found <= COMMON:
        # One step in the index for every occasion, however many articles there are of each.
        row = connection.execute(
            "select occasion from fingerprints where value = ? and occasion > ? order by occasion limit 1",
            (value - _HALF, last),
        ).fetchone()
        if row is None:
            return False
        found, last = found + 1, row[0]
    return True


def _holding(connection: sqlite3.Connection, values: Iterable[int]) -> set[int]:
    out: set[int] = set()
    for asked, given in _questions(values):
        question = f"select distinct article from fingerprints where value in ({asked})"
        out |= {row[0] for row in connection.execute(question, given)}
    return out
