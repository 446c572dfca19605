"""Reading the stored texts anew with a newer reader or newer tables: what that adds, drops and changes."""

from __future__ import annotations

import multiprocessing
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, fields
from itertools import islice
from pathlib import Path

from communique.model.reading import Encounter, Party, Reading, Statement
from communique.model.record import ListName
from communique.resolve.facts import mentions
from communique.resolve.lists.forms import FORMS
from communique.resolve.lists.items import items
from communique.run.many import stop_with_parent
from communique.run.read import Reader, Settings, read_parts
from communique.run.resolving.desk import Desk
from communique.run.resolving.entering import enter, renew
from communique.run.resolving.steps import Progress, Show, resolve_pending
from communique.store import articles, proposals
from communique.store.faults import explained
from communique.store.opening import open_store, writing

_BATCH = 16
_WORD_COUNT = 12  # words of a statement that are shown


@dataclass(frozen=True, slots=True)
class Change:
    """One difference between the stored reading of an article and the new one.

    how is "added", "dropped" or "changed"; of is "encounter", "statement", "figure" ... or "name"; what says which one,
    field and the two values what differs (None where it is added or dropped as a whole).
    """

    article: str
    path: str | None
    how: str
    of: str
    what: str
    field: str | None = None
    before: str | None = None
    after: str | None = None


@dataclass(frozen=True, slots=True)
class Reread:
    """What reading anew came to: how many articles were read again, by which version, and every difference."""

    version: str
    articles: int
    changes: tuple[Change, ...]
    adopted: bool


def reread(
    record: str | Path,
    settings: Settings | None = None,
    *,
    everything: bool = False,
    adopt: bool = False,
    workers: int = 1,
    show: Show | None = None,
) -> Reread:
    """Read what another version read, from the stored texts, and list what differs; adopt puts it into the record.

    What was found of the page itself (its body, date, credits) stays: its bytes are not kept. everything reads articles
    of this very version too. New readings are kept until they are adopted, so that nothing is read twice. Raises
    StoreError and SetupError.
    """
    with explained(str(record)):
        connection = open_store(record)
        try:
            reader = Reader(settings)
            wanted = proposals.outdated(connection, reader.version, everything=everything)
            _propose(connection, reader, wanted, workers, show, everything)
            changes = tuple(_changes(connection, wanted))
            if adopt:
                _adopt(Desk(connection, reader.knowledge), wanted, show)
            return Reread(reader.version, len(wanted), changes, adopt)
        finally:
            connection.close()


def _propose(
    connection: sqlite3.Connection, reader: Reader, wanted: list[int], workers: int, show: Show | None, again: bool
) -> None:
    ready = set() if again else proposals.made_by(connection, reader.version)
    missing = [number for number in wanted if number not in ready]
    made = _read_again(connection, reader, missing, workers)
    for done, (number, reading) in enumerate(made, 1):
        with writing(connection):
            proposals.put(connection, number, reading)
        if show:
            show(Progress("reading again", done, len(missing)))


def _read_again(
    connection: sqlite3.Connection, reader: Reader, numbers: list[int], workers: int
) -> Iterator[tuple[int, Reading]]:
    if workers <= 1 or len(numbers) < 2:
        for number in numbers:
            for reading in articles.readings(connection, (number,)).values():
                yield number, _again(reader, reading)
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context, initializer=_start, initargs=(reader.settings,)) as pool:
        rest = iter(numbers)
        while batch := list(islice(rest, _BATCH * workers)):
            found = articles.readings(connection, batch)
            yield from zip(found, pool.map(_again_there, found.values(), chunksize=4), strict=True)


_reader: Reader | None = None


def _start(settings: Settings) -> None:
    global _reader
    stop_with_parent()
    _reader = Reader(settings)


def _again_there(reading: Reading) -> Reading:
    assert _reader is not None
    return _again(_reader, reading)


def _again(reader: Reader, reading: Reading) -> Reading:
    return read_parts(reading.article, reader.knowledge, reader.pipeline, reader.version)


def _adopt(desk: Desk, wanted: Iterable[int], show: Show | None) -> None:
    renew(desk)
    for number in wanted:
        with writing(desk.connection):
            reading = proposals.reading(desk.connection, number)
            if reading is not None:
                enter(desk, reading)
                proposals.remove(desk.connection, number)
    resolve_pending(desk, show)


def _changes(connection: sqlite3.Connection, wanted: Iterable[int]) -> Iterator[Change]:
    for number in wanted:
        before = articles.readings(connection, (number,)).get(number)
        after = proposals.reading(connection, number)
        if before is not None and after is not None:
            yield from changes(before, after)


def changes(before: Reading, after: Reading) -> Iterator[Change]:
    """What one reading of an article has that another has not, and what both have but differently."""
    yield from _compared(before, "encounter", _encounters(before), _encounters(after))
    yield from _compared(before, "statement", _statements(before), _statements(after))
    for name, word in _WORDS.items():
        if getattr(before, name) is not None or getattr(after, name) is not None:
            yield from _compared(before, word, _rows(before, name), _rows(after, name))
    yield from _compared(before, "name", _names(before), _names(after))


_WORDS: Mapping[ListName, str] = {
    "commitments": "commitment",
    "partnerships": "partnership",
    "figures": "figure",
    "anniversaries": "anniversary",
    "initiatives": "initiative",
    "phrases": "phrase",
}
"""What one row of a list is called."""


Row = tuple[str, dict[str, str]]
"""What a row is called, and its fields in words."""


def _compared(reading: Reading, of: str, old: dict[str, Row], new: dict[str, Row]) -> Iterator[Change]:
    article = reading.article
    for key in dict.fromkeys((*old, *new)):
        if key not in new:
            yield Change(article.id, article.path, "dropped", of, old[key][0])
        elif key not in old:
            yield Change(article.id, article.path, "added", of, new[key][0])
        else:
            was, now = old[key][1], new[key][1]
            for field in dict.fromkeys((*was, *now)):
                one, two = was.get(field, ""), now.get(field, "")
                if one != two:
                    yield Change(article.id, article.path, "changed", of, new[key][0], field, one, two)


def _encounters(reading: Reading) -> dict[str, Row]:
    """The encounters by the key that survives a change of date or place."""
    rows = reading.encounters or ()
    return {facts.key: (_name(row), _fields(row)) for facts, row in zip(mentions(reading), rows, strict=True)}


def _name(row: Encounter) -> str:
    return f"{row.kind}: {', '.join(_party(party) for party in row.participants) or 'not stated who'}"


def _party(party: Party) -> str:
    return party.name or party.country or "+".join(party.countries) or "?"


def _fields(row: Encounter | Statement) -> dict[str, str]:
    shown = {}
    for field in fields(row):
        value = getattr(row, field.name)
        if field.name in ("id", "part_of", "encounter", "support", "how") or "evidence" in field.name:
            continue
        shown[field.name] = _shown(value)
    return shown


def _shown(value: object) -> str:
    if isinstance(value, Party):
        return ", ".join(part for part in (_party(value), value.role, value.country) if part)
    if isinstance(value, tuple):
        return "; ".join(map(_shown, value))
    if hasattr(value, "city"):
        return ", ".join(filter(None, (value.venue, value.city, value.country)))  # type: ignore[attr-defined]
    return "" if value is None else str(value)


def _statements(reading: Reading) -> dict[str, Row]:
    """The statements by where their content begins."""
    out: dict[str, Row] = {}
    for row in reading.statements or ():
        words = " ".join(span.of(reading.article.text) for span in row.content).split()
        text = " ".join(words[:_WORD_COUNT]) + (" …" if len(words) > _WORD_COUNT else "")
        key = f"{row.content[0].start}"
        shown = {"speaker": _shown(row.speaker), "mode": row.mode, "content": " ".join(words)}
        shown |= {"topics": "; ".join(row.topics), "force": row.force or ""}
        out[key if key not in out else f"{key}+{len(out)}"] = (f"{_party(row.speaker)}: {text}", shown)
    return out


def _rows(reading: Reading, name: ListName) -> dict[str, Row]:
    """The rows of a list by the key that survives a change of their values."""
    out: dict[str, Row] = {}
    for item in items(reading):
        if item.list == name:
            shown: dict[str, str] = {}
            for field, value in FORMS[name].values(item):
                if field == "speaker":  # that of its statement, which is compared by itself
                    continue
                shown[field] = f"{shown[field]}; {value}" if field in shown else value
            words = item.text.split()
            text = " ".join(words[:_WORD_COUNT]) + (" …" if len(words) > _WORD_COUNT else "")
            out[item.key] = ("/".join(sorted(item.parties)) + (": " if item.parties else "") + text, shown)
    return out


def _names(reading: Reading) -> dict[str, Row]:
    if reading.encounters is not None:
        return {}
    return {"/".join(party.key): (_party(party), {}) for party in reading.names}
