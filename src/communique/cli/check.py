"""`communique check`: one article for a fact-checker under deadline, the worst first."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from communique.cli.build import given_date, unusable
from communique.cli.screen import Screen, counted, plain, screen_for
from communique.model.reading import Failure, Reading
from communique.model.verdict import Verdict

if TYPE_CHECKING:
    from communique.run.read import Reader

_HEADS = {
    "contradicted": "Contradicted",
    "confirmed": "Confirmed",
    "unknown": "Could not be checked",
}


def check(asked: argparse.Namespace, refuse: Callable[[str], NoReturn]) -> int:
    """Check what was asked for; the exit code: 0 nothing is contradicted, 1 something is, 2 and 3 it cannot be told."""
    from communique.run.checking import checked
    from communique.run.read import Reader, Settings, SetupError
    from communique.store.faults import StoreError

    folder = Path(asked.knowledge) if asked.knowledge else None
    if folder is not None and not folder.is_dir():
        refuse(f"--knowledge: there is no folder {folder}")
    reader = Reader(Settings(asked.pipeline, folder))
    try:
        reading = _read(asked, reader, refuse)
        if reading is None:
            return 2
        record = Path(asked.db) if asked.db else None
        rows = checked(reading, reader.knowledge, record)
    except SetupError as error:
        print(f"communique: {error}", file=sys.stderr)
        return 2
    except StoreError as error:
        return unusable(error)
    if asked.json:
        print(json.dumps(_document(reading, rows), ensure_ascii=False, separators=(",", ":")))
    else:
        for line in page(reading, rows, screen_for(sys.stdout, asked.color), asked.db):
            print(line)
    return 1 if any(row.judged == "contradicted" and row.severity != "note" for row in rows) else 0


def _read(asked: argparse.Namespace, reader: Reader, refuse: Callable[[str], NoReturn]) -> Reading | None:
    """What the article says; None, and the reason on standard error, where it cannot be read."""
    from communique.article.decode import MAX_BYTES
    from communique.ingest.files import load
    from communique.model.article import Source

    published = given_date(asked, refuse)
    loaded = load(asked.article, MAX_BYTES)
    if isinstance(loaded, Source):
        loaded = Source(loaded.data, loaded.path, asked.url, published)
    found = loaded if isinstance(loaded, Failure) else reader.read(loaded)
    if isinstance(found, Failure):
        print(f"communique: {found.path or 'text'}: {found.message}; {found.mend}", file=sys.stderr)
        return None
    return found


def page(reading: Reading, rows: Sequence[Verdict], screen: Screen, record: str | None) -> Iterator[str]:
    """The lines of the page: contradicted, confirmed, and what could not be checked, with the reason."""
    article = reading.article
    yield from (screen.paint(line, "bold") for line in screen.wrapped(plain(article.title or "(no title)")))
    yield screen.rule()
    yield f"file       {plain(article.path or '(text)')}"
    yield f"published  {article.published.date if article.published else 'not stated'}"
    tables = f"the tables {reading.reader.partition('+')[2]}"
    yield f"against    {tables}" + (f", the record {plain(record)}" if record else "")
    if article.unread:
        yield from screen.wrapped(plain(article.unread), "           ", "not read   ")
    counts = {kind: sum(row.judged == kind for row in rows) for kind in _HEADS}
    yield f"found      {', '.join(f'{counts[kind]} {head.lower()}' for kind, head in _HEADS.items())}"
    for kind, head in _HEADS.items():
        chosen = [row for row in rows if row.judged == kind]
        if not chosen:
            continue
        yield ""
        yield screen.paint(f"{head.upper()} · {len(chosen)}", "head")
        for row in chosen:
            yield from _row(row, screen)
    yield ""


def _row(row: Verdict, screen: Screen) -> Iterator[str]:
    mark = {"error": "! ", "warning": "? "}.get(row.severity or "", "  ")
    yield from screen.wrapped(f"{plain(row.field)}: {plain(row.claim)}", "    ", mark)
    yield from screen.wrapped(plain(row.says), "    ", "    ")
    behind = []
    if row.articles:
        behind.append(counted(row.articles, "article"))
        behind.append(counted(row.voices, "independent origin") if row.voices else "no origin but its own")
    if row.by:
        behind.append(row.by)
    if behind:
        yield from (screen.paint(line, "dim") for line in screen.wrapped(" · ".join(behind), "    ", "    "))


def _document(reading: Reading, rows: Sequence[Verdict]) -> dict[str, Any]:
    return {
        "document": {"id": reading.article.id, "path": reading.article.path},
        "reader": reading.reader,
        "verdicts": [
            {
                "judged": row.judged,
                "severity": row.severity,
                "field": row.field,
                "claim": row.claim,
                "says": row.says,
                "by": row.by,
                "articles": row.articles,
                "origins": row.voices,
                "evidence": [[span.start, span.end] for span in row.evidence],
            }
            for row in rows
        ],
    }
