#!/usr/bin/env python3
"""How the record grows: made-up readings of 400 words stored and resolved, one more added, questions asked.

usage: python benchmarks/growth.py [--sizes 1000 10000 100000] [--folder DIR]

CPU seconds of one process (`time.process_time`) for building and for one more reading; wall time for questions, as a
user waits for them (the longer one where the machine has other work). Nothing is parsed: the readings are those of
benchmarks/madeup.py.
"""

from __future__ import annotations

import argparse
import itertools
import os
import platform
import statistics
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import madeup
from communique.knowledge.base import default
from communique.model.reading import Reading
from communique.run.answers import brief, ledger, news, relation, timeline
from communique.run.resolving.desk import Desk
from communique.run.resolving.entering import enter
from communique.run.resolving.steps import Progress, resolve_pending
from communique.store import articles, claims, encounters, since
from communique.store.opening import open_store, writing

T = TypeVar("T")
EACH = 5  # articles about one encounter, three of them copies of one another
GROWTH, ONE_MORE_MS, QUESTION_MS, ANSWER_MS, INDEX_BYTES = 1.5, 50.0, 50.0, 200.0, 2048


def batches(rows: Iterator[T], size: int) -> Iterator[list[T]]:
    while batch := list(itertools.islice(rows, size)):
        yield batch


def built(record: Path, size: int) -> float:
    """CPU milliseconds an article for storing and resolving so many readings; what each step takes is printed."""
    spent: Counter[str] = Counter()
    desk = Desk(open_store(record, create=True), default())
    _ = desk.knowledge.names
    for batch in batches(madeup.readings(size, articles_each=EACH), 250):
        clock = time.process_time()
        with writing(desk.connection):
            for reading in batch:
                enter(desk, reading)
        spent["storing"] += time.process_time() - clock
    clock = time.process_time()

    def show(step: Progress) -> None:
        nonlocal clock
        now = time.process_time()
        spent[step.what] += now - clock
        clock = now

    resolve_pending(desk, show)
    for name, seconds in spent.items():
        print(f"    {name:<12} {seconds / size * 1000:7.2f} ms an article")
    desk.connection.close()
    return sum(spent.values()) / size * 1000


def index_bytes(record: Path, size: int) -> float:
    """Bytes an article in the index of fingerprints, pages half filled included."""
    connection = open_store(record)
    try:
        used = connection.execute("select sum(pgsize) from dbstat where name = 'fingerprints'").fetchone()[0]
        kept = connection.execute("select sum(length(fingerprints)) from readings").fetchone()[0]
    finally:
        connection.close()
    print(f"    index        {used / size:7.0f} bytes an article, and {kept / size:.0f} beside its reading")
    return float(used) / size


def one_more(record: Path, size: int, count: int = 60) -> list[tuple[float, float]]:
    """CPU and wall milliseconds for one more reading, stored and resolved.

    Half tell encounters that are there, half of these as copies of articles that are there; the others new ones.
    """
    desk = Desk(open_store(record), default())
    fresh: list[Reading] = []
    years = madeup.years_of(size)
    for at in range(count // 2):
        known = madeup.event(1, at * (size // EACH) // count, years)
        copies = list(madeup.told(1 if at % 2 else 5, known, EACH + 1))
        fresh += [copies[-1 if at % 2 == 0 else 1], next(madeup.told(6, madeup.event(9, at, years), 1))]
        if at % 2:
            fresh[-2] = madeup.renamed(fresh[-2], f"Late {at}")
    times = []
    for reading in fresh:
        start, clock = time.perf_counter(), time.process_time()
        with writing(desk.connection):
            enter(desk, reading)
        resolve_pending(desk)
        times.append(((time.process_time() - clock) * 1000, (time.perf_counter() - start) * 1000))
    desk.connection.close()
    return times


def questions(record: Path) -> dict[str, list[float]]:
    """Wall milliseconds for what one line of a command asks, over many different ones."""
    connection = open_store(record)
    ids = [row[0] for row in connection.execute("select id from encounters order by id limit 200")]
    pages = [row[0] for row in connection.execute("select id from articles order by id limit 200")]
    words = madeup._VOCABULARY[::40]
    years = [str(year) for year in range(2000, 2025)]
    pairs = [(one, two) for one in madeup.STATES[:12] for two in madeup.STATES[:12] if one < two]
    asked: dict[str, list[Callable[[], object]]] = {
        "encounters --between": [lambda p=p: list(encounters.found(connection, between=p, limit=50)) for p in pairs],
        "encounters --since --kind": [
            lambda y=y: list(encounters.found(connection, since=y, kind="call", limit=50)) for y in years
        ],
        "show ID": [lambda i=i: (encounters.one(connection, i), claims.of_encounter(connection, i)) for i in ids],
        "origins ID": [lambda i=i: list(articles.rows(connection, encounter=i)) for i in ids],
        "articles --search": [lambda w=w: list(articles.rows(connection, search=w, limit=50)) for w in words],
        "reading of one article": [lambda i=i: articles.reading(connection, i) for i in pages],
    }  # fmt: skip
    out = {}
    for name, calls in asked.items():
        times = []
        for call in calls:
            start = time.perf_counter()
            call()
            times.append((time.perf_counter() - start) * 1000)
        out[name] = times
    connection.close()
    return out


def answers(record: Path) -> dict[str, list[float]]:
    """The same for answers that join many rows, sentences included."""
    connection, kb = open_store(record, asking=True), default()
    pairs = [(one, two) for one in madeup.STATES[:12] for two in madeup.STATES[:12] if one < two]
    ids = [row[0] for row in connection.execute("select id from encounters order by id limit 60")]
    days = [row[0] for row in connection.execute("select published from articles order by published desc limit 200")]

    def card(pair: tuple[str, str]) -> None:
        relation.sentences(connection, relation.relation_of(connection, pair, kb))

    def line(pair: tuple[str, str]) -> None:
        timeline.with_sentences(connection, timeline.timeline_of(connection, pair))

    asked: dict[str, list[Callable[[], object]]] = {
        "timeline A B": [lambda p=p: line(p) for p in pairs],
        "relation A B": [lambda p=p: card(p) for p in pairs],
        "ledger A B": [lambda p=p: ledger.ledger_of(connection, p, kb) for p in pairs],
        "brief A B": [lambda p=p: brief.brief_of(connection, *p, kb) for p in pairs],
        "brief ENCOUNTER": [lambda i=i: brief.brief_of(connection, i, None, kb) for i in ids],
        "news --since (the last 200 articles)": [
            lambda d=d: news.news_of(connection, since.published(connection, d)) for d in days[10::10]
        ],
    }  # fmt: skip
    out = {name: [timed(call) for call in calls] for name, calls in asked.items()}
    connection.close()
    return out


def timed(call: Callable[[], object]) -> float:
    start = time.perf_counter()
    call()
    return (time.perf_counter() - start) * 1000


def p95(times: Sequence[float]) -> float:
    return statistics.quantiles(times, n=20)[-1] if len(times) > 1 else times[0]


def verdict(name: str, value: float, limit: float, unit: str) -> None:
    print(f"{name:<52} {value:9.2f} {unit:<4} target <= {limit:g}  {'ok' if value <= limit else 'MISSED'}", flush=True)


def measure(record: Path, size: int) -> float:
    print(f"{size} readings", flush=True)
    each = built(record, size)
    print(
        f"    all          {each:7.2f} ms an article; {record.stat().st_size / size / 1024:.1f} kB an article",
        flush=True,
    )
    verdict(f"  index of {size}", index_bytes(record, size), INDEX_BYTES, "B")
    for name, times in questions(record).items():
        verdict(f"  {name}, p95 of {len(times)}", p95(times), QUESTION_MS, "ms")
    for name, times in answers(record).items():
        verdict(f"  {name}, p95 of {len(times)}", p95(times), ANSWER_MS, "ms")
    more, wall = zip(*one_more(record, size), strict=True)
    verdict(f"  one more reading into {size}, median", statistics.median(more), ONE_MORE_MS, "ms")
    verdict(f"  one more reading into {size}, p95", p95(more), ONE_MORE_MS, "ms")
    verdict("  the same by the clock on the wall, median", statistics.median(wall), ONE_MORE_MS, "ms")
    return each


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    parser.add_argument("--folder", type=Path)
    asked = parser.parse_args()
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    with tempfile.TemporaryDirectory(dir=asked.folder) as folder:
        each = {size: measure(Path(folder) / f"{size}.db", size) for size in asked.sizes}
    if len(each) > 1:
        small, large = min(each), max(each)
        verdict(f"growth of time per article, {small} to {large}", each[large] / each[small], GROWTH, "x")


if __name__ == "__main__":
    main()
