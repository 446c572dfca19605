"""Building the record: inputs read and stored one by one, then what they say together; killed anywhere, it goes on."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from communique.ingest.files import STANDARD_INPUT, load
from communique.model.dates import PartialDate
from communique.model.reading import Failure, Reading
from communique.run.many import BATCH, read_many
from communique.run.read import Reader, Settings
from communique.run.resolving.desk import Desk
from communique.run.resolving.entering import enter, remove, renew
from communique.run.resolving.steps import Progress, Show, resolve_pending
from communique.store import articles, inputs, todo
from communique.store.faults import explained
from communique.store.inputs import Input, readable
from communique.store.opening import open_store, writing

_NOTHING = ("empty", "no_text")
# Failures that lie in the bytes: the same bytes are not tried again. Others (a missing file, a fault of ours, too large
# for the limit of that run) are.
_SETTLED = frozenset({"empty", "no_text", "binary", "encoding"})


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did.

    read, nothing and failed are inputs of this run; known were in the record already; replaced articles whose file
    holds another text now. failures are the inputs of this run that failed. articles and encounters are those of the
    whole record, older how many of its articles another version of the reader read.
    """

    read: int
    nothing: int
    failed: int
    known: int
    replaced: int
    failures: tuple[Input, ...]
    articles: int
    encounters: int
    claims: int
    older: int


def build(
    paths: Iterable[str],
    record: str | Path,
    settings: Settings | None = None,
    *,
    workers: int = 1,
    batch: int = BATCH,
    url: str | None = None,
    published: PartialDate | None = None,
    show: Show | None = None,
    debug: bool = False,
) -> Built:
    """Read what is new among the paths, store it, and bring the record up to date.

    Each input is stored with its reading in one transaction, as soon as it is read; the record is made where there is
    none. url and published are what the user knows of the page: one that is known without them is read again. Raises
    StoreError where the record cannot be written, SetupError where nothing can be read.
    """
    given = url is not None or published is not None
    chosen = settings or Settings()
    with explained(str(record)):
        connection = open_store(record, create=True)
        try:
            desk = Desk(connection, Reader(chosen).knowledge)
            renew(desk)
            counts = _Counts()
            wanted = list(dict.fromkeys(paths))
            fresh = wanted if given else list(_fresh(connection, wanted, chosen.max_bytes, counts))
            if show:
                show(Progress("reading", 0, len(fresh)))
            many = min(workers, max(len(fresh), 1))
            results = read_many(fresh, chosen, workers=many, batch=batch, url=url, published=published, debug=debug)
            for done, (path, result) in enumerate(zip(fresh, results, strict=True), 1):
                with writing(connection):
                    counts.add(_keep(desk, path, result, again=given))
                if show:
                    show(Progress("reading", done, len(fresh)))
            resolve_pending(desk, show)
            return _built(connection, counts, Reader(chosen).version)
        finally:
            connection.close()


class _Counts:
    """What became of the inputs of one run."""

    def __init__(self) -> None:
        self.known = self.replaced = 0
        self.rows: list[Input] = []
        self.states = {"read": 0, "nothing": 0, "failed": 0}

    def add(self, kept: tuple[Input, bool]) -> None:
        row, replaced = kept
        self.states[row.state] += 1
        self.replaced += replaced
        if row.state == "failed":
            self.rows.append(row)


def _fresh(connection: sqlite3.Connection, paths: Iterable[str], max_bytes: int, counts: _Counts) -> Iterator[str]:
    """The paths whose bytes the record has not settled, told by their digest."""
    for path in paths:
        if path == STANDARD_INPUT or not _settled(connection, path, max_bytes):
            yield path
        else:
            counts.known += 1


def _settled(connection: sqlite3.Connection, path: str, max_bytes: int) -> bool:
    row = inputs.of_path(connection, readable(path))
    if row is None or row.digest is None or (row.kind is not None and row.kind not in _SETTLED):
        return False
    loaded = load(path, max_bytes)
    return not isinstance(loaded, Failure) and digest(loaded.data) == row.digest


def digest(data: bytes) -> str:
    """The id that the article of these bytes has."""
    return "sha256:" + hashlib.sha256(data).hexdigest()


def _keep(desk: Desk, path: str, result: Reading | Failure, *, again: bool = False) -> tuple[Input, bool]:
    """Store what became of an input; the row, and whether an article went that the path held before.

    again: the user says of the page what was not known before, so that its reading takes the place of one that stands.
    """
    row = input_row(path, result)
    before = inputs.of_path(desk.connection, row.path)
    if before and before.state == "read" and row.digest is None:
        # The file went or cannot be read today: what was read from it stays.
        return row, False
    inputs.put(desk.connection, row)
    if isinstance(result, Reading) and row.state == "read" and (again or _is_new(desk.connection, result)):
        enter(desk, result)
    if before is None or before.digest in (None, row.digest):
        return row, False
    return row, _drop(desk, str(before.digest))


def _is_new(connection: sqlite3.Connection, reading: Reading) -> bool:
    """Whether the record lacks the article; one that it has is only read anew by `communique diff --adopt`."""
    return articles.number_of(connection, reading.article.id) is None


def _drop(desk: Desk, gone: str) -> bool:
    """Take out an article that no input holds any more."""
    number = articles.number_of(desk.connection, gone)
    if number is None or any(row.state == "read" for row in inputs.with_digest(desk.connection, gone)):
        return False
    remove(desk, number)
    return True


def input_row(path: str, result: Reading | Failure) -> Input:
    """What became of an input: read, nothing to read, or failed with the reason."""
    id_ = result.id if isinstance(result, Failure) else result.article.id
    # Standard input has no name that means the same tomorrow.
    name = f"-#{id_}" if path == STANDARD_INPUT else readable(path)
    if isinstance(result, Failure):
        state = "nothing" if result.kind in _NOTHING else "failed"
        return Input(name, id_, "nothing" if state == "nothing" else "failed", result.kind, result.message, result.mend)
    if not result.article.body:
        message, mend = "there is no article on the page, only what stands around one", "check how the page was saved"
        return Input(name, id_, "nothing", "no_text", message, mend)
    return Input(name, id_, "read", None, result.article.unread)


def _built(connection: sqlite3.Connection, counts: _Counts, version: str) -> Built:
    readers: Mapping[str, int] = articles.readers(connection)
    count = "select count(*) from "
    return Built(
        read=counts.states["read"],
        nothing=counts.states["nothing"],
        failed=counts.states["failed"],
        known=counts.known,
        replaced=counts.replaced,
        failures=tuple(counts.rows),
        articles=articles.count(connection),
        encounters=connection.execute(count + "encounters").fetchone()[0],
        claims=connection.execute(count + "claims").fetchone()[0],
        older=sum(many for reader, many in readers.items() if reader != version),
    )


def unfinished(connection: sqlite3.Connection) -> bool:
    """Whether a build was ended before the record was brought up to date."""
    return bool(todo.left(connection))
