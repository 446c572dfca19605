"""`communique read`: articles to pages or JSON."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from communique.model.dates import PartialDate
from communique.model.reading import Failure, Reading

if TYPE_CHECKING:
    from communique.knowledge.base import Knowledge
    from communique.run.read import Settings

# Below this a bar is gone before anybody has read it.
BAR_FROM = 20


def read(asked: argparse.Namespace, refuse: Callable[[str], NoReturn]) -> int:
    """Read what was asked for and print it; the exit code. refuse ends the program with a usage error."""
    if asked.url and (len(asked.paths) > 1 or Path(asked.paths[0]).is_dir()):
        refuse("--url is the address of one page: give one input")
    if asked.json and asked.explain:
        refuse("--explain is for pages; with --json every value has its evidence and rule beside it")
    try:
        published = PartialDate.parse(asked.published) if asked.published else None
    except ValueError as error:
        refuse(f"--published: {error}")
    if asked.knowledge and not Path(asked.knowledge).is_dir():
        refuse(f"--knowledge: there is no folder {asked.knowledge}")
    return _read(asked, published)


def _read(asked: argparse.Namespace, published: PartialDate | None) -> int:
    # Only now that the question makes sense: these load spaCy, which takes a second.
    from communique.ingest.files import paths
    from communique.run.many import BATCH, read_many
    from communique.run.read import SetupError

    settings, inputs = settings_of(asked), list(paths(asked.paths))
    results = read_many(
        inputs,
        settings,
        workers=min(asked.workers, max(len(inputs), 1)),
        batch=asked.batch or BATCH,
        url=asked.url,
        published=published,
        debug=asked.debug,
    )
    show = _show_json if asked.json else _show_page(asked, settings)
    try:
        failed = _print(_with_bar(results, len(inputs), asked.quiet), show)
    except SetupError as error:
        print(f"communique: {error}", file=sys.stderr)
        return 2
    if failed and not asked.quiet:
        print(f"communique: {failed} of {len(inputs)} inputs could not be read", file=sys.stderr)
    return 1 if failed else 0


def settings_of(asked: argparse.Namespace) -> Settings:
    """How articles are read, as it was asked for."""
    from communique.article.decode import MAX_BYTES
    from communique.run.read import Settings

    folder = Path(asked.knowledge) if asked.knowledge else None
    return Settings(asked.pipeline, folder, asked.max_bytes or MAX_BYTES)


def _print(results: Iterable[Reading | Failure], show: Callable[[Reading | Failure], None]) -> int:
    """Print results as they come; how many inputs failed."""
    failed = 0
    for result in results:
        failed += isinstance(result, Failure)
        show(result)
    sys.stdout.flush()
    return failed


def _show_json(result: Reading | Failure) -> None:
    from communique.run.api import to_json

    # A path may hold bytes that are not UTF-8: the stream writes them as \\udcXX, which JSON reads back.
    print(to_json(result))


def _show_page(asked: argparse.Namespace, settings: Settings) -> Callable[[Reading | Failure], None]:
    from communique.cli.page import page
    from communique.cli.screen import screen_for
    from communique.run.read import Reader

    screen, reader = screen_for(sys.stdout, asked.color), Reader(settings)

    def show(result: Reading | Failure) -> None:
        for line in page(result, screen, lambda code: country_name(reader.knowledge, code), explain=asked.explain):
            print(line)

    return show


def country_name(knowledge: Knowledge, code: str) -> str:
    """How a country or organisation id is printed; the id itself where the tables have no name for it."""
    found = knowledge.states.get(code) or knowledge.organisations.get(code)
    return found.name if found else code


def _with_bar(results: Iterable[Reading | Failure], total: int, quiet: bool) -> Iterator[Reading | Failure]:
    """The same results, with a progress bar on a terminal where there are many."""
    if quiet or total < BAR_FROM or not sys.stderr.isatty():
        yield from results
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    # Pages on the same terminal would tear the bar: it is drawn only where they go elsewhere.
    if sys.stdout.isatty():
        yield from results
        return
    with Progress(*columns, console=Console(file=sys.stderr), transient=True) as bar:
        task = bar.add_task("reading", total=total)
        for row in results:
            yield row
            bar.advance(task)
