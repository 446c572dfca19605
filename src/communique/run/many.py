"""Many inputs: one after another or in several processes, results always in the order given."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing.connection import wait

from communique.ingest.files import load
from communique.model.article import Source
from communique.model.dates import PartialDate
from communique.model.reading import Failure, Reading
from communique.run.read import Reader, Settings

# Inputs that a process takes at a time. Larger batches save little (a reading takes 50 ms, handing it over 1 ms).
BATCH = 4
Result = Reading | Failure


def read_many(
    paths: Iterable[str],
    settings: Settings | None = None,
    *,
    workers: int = 1,
    batch: int = BATCH,
    url: str | None = None,
    published: PartialDate | None = None,
    debug: bool = False,
) -> Iterator[Result]:
    """Readings of files, in the order given, each handed out before the ones far behind it are read.

    workers is the number of processes; each loads the pipeline (about 350 MB). batch is how many files a process takes
    at a time. Neither changes a single byte of what comes out. url and published are what the user knows of the pages.
    Raises SetupError where nothing can be read at all.
    """
    job = _Job(settings or Settings(), url, published, debug)
    if workers <= 1:
        for path in paths:
            yield job.read(path)
    else:
        yield from _in_processes(job, paths, workers, batch)


class _Job:
    """What a process needs to read a path; sent to it once, with its first batch."""

    def __init__(self, settings: Settings, url: str | None, published: PartialDate | None, debug: bool) -> None:
        self.reader = Reader(settings, debug=debug)
        self.given = (url, published)

    def read(self, path: str, held: Source | Failure | None = None) -> Result:
        loaded = held or load(path, self.reader.settings.max_bytes)
        if isinstance(loaded, Failure):
            return loaded
        url, published = self.given
        return self.reader.read(Source(loaded.data, loaded.path, url, published))


# A path, and what was read from it where only this process can: a child has no standard input.
Task = tuple[str, Source | Failure | None]
Batch = tuple[Task, ...]
_job: _Job | None = None


def _start(job: _Job) -> None:
    global _job
    stop_with_parent()
    _job = job


def stop_with_parent() -> None:
    """Make this process end when the one that started it has ended, however: a killed build leaves nobody behind."""
    parent = multiprocessing.parent_process()
    if parent is None:
        return

    def watch() -> None:
        wait([parent.sentinel])
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def _read(batch: Batch) -> list[Result]:
    assert _job is not None
    return [_job.read(path, held) for path, held in batch]


def _pool(job: _Job, workers: int) -> ProcessPoolExecutor:
    # "spawn" everywhere: a forked child would inherit threads and file positions, and behave differently by platform.
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(workers, mp_context=context, initializer=_start, initargs=(job,))


def _submit(pool: ProcessPoolExecutor, batch: Batch) -> Future[list[Result]]:
    """A batch handed to the pool, whose processes may start by that.

    They inherit that Ctrl-C does not concern them: this process ends them, and no child prints where it was stopped.
    """
    if threading.current_thread() is not threading.main_thread():
        return pool.submit(_read, batch)
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        return pool.submit(_read, batch)
    finally:
        signal.signal(signal.SIGINT, before)


def _end(pool: ProcessPoolExecutor) -> None:
    """End the processes of a pool where they stand: a shutdown alone waits until each has read its batch."""
    for child in tuple((pool._processes or {}).values()):  # public as terminate_workers from Python 3.14 on
        child.terminate()


def _in_processes(job: _Job, paths: Iterable[str], workers: int, batch: int) -> Iterator[Result]:
    """Results in order; at most two batches a process are under way, so memory does not grow with the run."""
    limit = job.reader.settings.max_bytes
    rest = ((path, load(path, limit) if path == "-" else None) for path in paths)
    waiting: deque[tuple[Batch, Future[list[Result]]]] = deque()
    pool = _pool(job, workers)
    try:
        while True:
            while len(waiting) < 2 * workers and (taken := tuple(islice(rest, max(1, batch)))):
                waiting.append((taken, _submit(pool, taken)))
            if not waiting:
                return
            try:
                results = waiting[0][1].result()
            except BrokenProcessPool:
                pool.shutdown(cancel_futures=True)
                pool = _pool(job, workers)
                yield from _one_by_one(job, [task for taken, _ in waiting for task in taken])
                waiting.clear()
            else:
                waiting.popleft()
                yield from results
    except KeyboardInterrupt:
        _end(pool)
        raise
    finally:
        pool.shutdown(cancel_futures=True)


def _one_by_one(job: _Job, tasks: Iterable[Task]) -> Iterator[Result]:
    """Results after a process died that may have been reading any of these: that one is found out and named."""
    pool = _pool(job, 1)
    try:
        for task in tasks:
            try:
                yield _submit(pool, (task,)).result()[0]
            except BrokenProcessPool:
                pool.shutdown()
                pool = _pool(job, 1)
                yield Failure(
                    task[0],
                    "internal",
                    "the process that read it was ended by the system, most likely for want of memory",
                    "read it alone, on a machine with more memory, or cut it into single articles",
                )
    finally:
        pool.shutdown(cancel_futures=True)
