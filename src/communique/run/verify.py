"""Checking a record: every stored span against its text, every digest, every row against those that it stands on."""

from __future__ import annotations

import dataclasses
import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from communique.model.reading import Reading
from communique.model.record import Claim, CopyLink, MergedEncounter, MergedRow, OriginChain
from communique.model.record import Place as Stretch
from communique.model.span import Span
from communique.resolve.lists.items import LISTS
from communique.run.resolving.entering import RESOLVER
from communique.store import articles, derived, todo
from communique.store.codec import unpacked
from communique.store.decode import reading_of
from communique.store.encode import stored
from communique.store.faults import explained
from communique.store.opening import open_store, writing

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a record that does not hold: kind of row, its id, and what is wrong with it."""

    kind: str
    id: str
    what: str


@dataclass(frozen=True, slots=True)
class Verified:
    """What a check went through, and what it found wrong."""

    articles: int
    spans: int
    encounters: int
    claims: int
    rows: int
    problems: tuple[Problem, ...]
    unfinished: bool


def verify(record: str | Path) -> Verified:
    """Check a whole record; raises StoreError where it cannot even be read."""
    with explained(str(record)):
        connection = open_store(record, asking=True)
        try:
            return _verified(connection)
        finally:
            connection.close()


class _Check:
    """What is being checked: the texts' lengths and the readings' lists, by article id; the number of spans seen."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.spans = 0
        self.lengths: dict[str, int] = {}
        self.encounters: dict[str, frozenset[str]] = {}
        self.statements: dict[str, int] = {}
        self.lists: dict[tuple[str, str], int] = {}


def _verified(connection: sqlite3.Connection) -> Verified:
    check = _Check(connection)
    unfinished = bool(todo.left(connection))
    problems = [*_file(connection), *_articles(check), *_inputs(connection), *_links(check), *_chains(check)]
    problems += [*_encounters(check), *_claims(check), *_rows(check)]
    if not unfinished:
        problems += _complete(connection)
    claims = connection.execute("select count(*) from claims").fetchone()[0]
    encounters = connection.execute("select count(*) from encounters").fetchone()[0]
    rows = connection.execute("select count(*) from merged_rows").fetchone()[0]
    return Verified(len(check.lengths), check.spans, encounters, claims, rows, tuple(problems), unfinished)


def _file(connection: sqlite3.Connection) -> Iterator[Problem]:
    """What SQLite itself finds wrong with its file."""
    for row in connection.execute("pragma integrity_check"):
        if row[0] != "ok":
            yield Problem("file", "", str(row[0]))
    for table, number, parent, _ in connection.execute("pragma foreign_key_check"):
        yield Problem("file", f"{table} {number}", f"stands on a row of {parent} that is not there")
    try:
        with writing(connection):
            connection.execute("insert into article_search (article_search, rank) values ('integrity-check', 1)")
    except sqlite3.DatabaseError as error:
        if "readonly" not in str(error):
            yield Problem("search", "", f"the index does not match the texts ({error})")


def _articles(check: _Check) -> Iterator[Problem]:
    question = (
        "select id, title, text, text_digest, reading, digest, reader from articles"
        " left join readings on article = number order by id"
    )
    for id_, title, text, text_digest, reading, digest, reader in check.connection.execute(question):
        check.lengths[id_] = len(text)
        if articles.digest_of(text) != text_digest:
            yield Problem("article", id_, "its text is not the one that was stored (digest)")
        if reading is None:
            yield Problem("article", id_, "it has no reading")
            continue
        if articles.digest_of(reading) != digest:
            yield Problem("reading", id_, "it is not the one that was stored (digest)")
        try:
            found = reading_of(reading, text)
        except (ValueError, KeyError, TypeError) as error:
            yield Problem("reading", id_, f"it cannot be understood ({type(error).__name__}: {error})")
            continue
        check.encounters[id_] = frozenset(row.id for row in found.encounters or ())
        check.statements[id_] = len(found.statements or ())
        check.lists |= {(id_, name): len(getattr(found, name) or ()) for name in LISTS}
        if (found.article.id, found.article.title, found.reader) != (id_, title, reader) or stored(found) != reading:
            yield Problem("reading", id_, "its columns do not say what it says")
        yield from _spans(check, id_, found, text)


def _spans(check: _Check, id_: str, reading: Reading, text: str) -> Iterator[Problem]:
    for where, span in spans_in(reading, ""):
        check.spans += 1
        if span.end > len(text):
            yield Problem("reading", id_, f"{where} [{span.start}, {span.end}) lies outside the text")
        elif not span.of(text).strip():
            yield Problem("reading", id_, f"{where} [{span.start}, {span.end}) holds nothing")
    title, at = reading.article.title, reading.article.title_span
    if title and at and at.end <= len(text) and not set(_WORD.findall(title)) <= set(_WORD.findall(at.of(text))):
        yield Problem("reading", id_, "the title does not stand where it is said to stand")


def spans_in(value: Any, where: str) -> Iterator[tuple[str, Span]]:
    """Every span in a value of the model, with the path to it."""
    if isinstance(value, Span):
        yield where, value
    elif isinstance(value, tuple):
        for at, part in enumerate(value):
            if not isinstance(part, str):
                yield from spans_in(part, f"{where}[{at}]")
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from spans_in(part, f"{where}.{key}")
    elif dataclasses.is_dataclass(value):
        for name in _fields(value.__class__):
            part = getattr(value, name)
            if not isinstance(part, str) and part is not None:
                yield from spans_in(part, f"{where}.{name}" if where else name)


@cache
def _fields(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(kind))


def _stretches_in(value: Any) -> Iterator[Stretch]:
    if isinstance(value, Stretch):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _stretches_in(part)
    elif isinstance(value, dict):
        for part in value.values():
            yield from _stretches_in(part)
    elif dataclasses.is_dataclass(value):
        for name in _fields(value.__class__):
            yield from _stretches_in(getattr(value, name))


def _inputs(connection: sqlite3.Connection) -> Iterator[Problem]:
    for (path,) in connection.execute(
        "select path from inputs where state = 'read' and digest not in (select id from articles) order by path"
    ):
        yield Problem("input", path, "it is said to be read, but there is no article of it")
    for (id_,) in connection.execute(
        "select id from articles where id not in (select digest from inputs where state = 'read') order by id"
    ):
        yield Problem("article", id_, "no input holds it")


def _links(check: _Check) -> Iterator[Problem]:
    question = (
        "select link, one.id, one.text, two.id, two.text from copy_links join articles one on one.number = first"
        " join articles two on two.number = second"
    )
    for row in check.connection.execute(question):
        link, texts = unpacked(CopyLink, row[0]), {row[1]: row[2], row[3]: row[4]}
        for first, second in link.runs:
            check.spans += 2
            same = _same_ends(first.of(texts.get(link.first, "")), second.of(texts.get(link.second, "")))
            if not same and link.kind != "translated":
                yield Problem("copy link", f"{link.first} {link.second}", f"{first} and {second} share no words")


def _same_ends(one: str, two: str) -> bool:
    mine, theirs = _WORD.findall(one.casefold()), _WORD.findall(two.casefold())
    return bool(mine and theirs) and mine[0] == theirs[0] and mine[-1] == theirs[-1]


def _places(check: _Check, kind: str, id_: str, value: Any) -> Iterator[Problem]:
    for place in _stretches_in(value):
        check.spans += 1
        if place.article not in check.lengths:
            yield Problem(kind, id_, f"it stands on {place.article}, which is not there")
        elif place.span.end > check.lengths[place.article]:
            yield Problem(kind, id_, f"{place.span} lies outside the text of {place.article}")


def _chains(check: _Check) -> Iterator[Problem]:
    for (text,) in check.connection.execute("select chain from chains"):
        chain = unpacked(OriginChain, text)
        yield from _places(check, "chain", chain.article, chain)


def _encounters(check: _Check) -> Iterator[Problem]:
    for id_, text in check.connection.execute("select id, merged from encounters order by id"):
        row = unpacked(MergedEncounter, text)
        yield from _places(check, "encounter", id_, row)
        for article, mention in row.mentions:
            if mention not in check.encounters.get(article, ()):
                yield Problem("encounter", id_, f"{article} tells no encounter {mention}")


def _claims(check: _Check) -> Iterator[Problem]:
    for id_, text in check.connection.execute("select id, claim from claims order by id"):
        for article, index in unpacked(Claim, text).wordings:
            if index >= check.statements.get(article, 0):
                yield Problem("claim", id_, f"{article} has no statement {index}")


def _rows(check: _Check) -> Iterator[Problem]:
    """The merged rows of the lists, and whether every row of every reading is in one."""
    told: set[tuple[str, str, int]] = set()
    for id_, text in check.connection.execute("select id, merged from merged_rows order by id"):
        row = unpacked(MergedRow, text)
        yield from _places(check, "row", id_, row)
        for article, position in row.tellings:
            told.add((article, row.list, position))
            if position >= check.lists.get((article, row.list), 0):
                yield Problem("row", id_, f"{article} has no row {position} in its {row.list}")
    made_by = derived.version(check.connection) or ""
    if todo.left(check.connection) or made_by.partition("+")[0] != RESOLVER:
        return  # what an older version left out, the next build makes
    for (article, name), count in sorted(check.lists.items()):
        for position in range(count):
            if (article, name, position) not in told:
                yield Problem("row", article, f"row {position} of its {name} is in no row of the record")


def _complete(connection: sqlite3.Connection) -> Iterator[Problem]:
    """What a finished record has for every reading."""
    for article, mention in connection.execute(
        "select articles.id, mention from mentions join articles on number = article where not exists (select 1 from"
        " encounter_mentions told where told.article = mentions.article and told.mention = mentions.mention)"
    ):
        yield Problem("mention", f"{article} {mention}", "it is in no encounter")
    for (row,) in connection.execute(
        "select id from merged_rows where id not in (select merged from merged_row_tellings)"
    ):
        yield Problem("row", row, "no article tells it")
    for (article,) in connection.execute("select id from articles where number not in (select article from chains)"):
        yield Problem("article", article, "it has no chain of origin")
