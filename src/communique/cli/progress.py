"""Progress bars for long commands, on a terminal only."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from communique.run.resolving.steps import Progress

# Below this a bar is gone before anybody has read it.
BAR_FROM = 20


@contextmanager
def bars(quiet: bool) -> Iterator[Callable[[Progress], None] | None]:
    """A bar for every step that is long enough, on standard error; None where nobody would see it."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bars

    columns = (TextColumn("{task.description:<14}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Bars(*columns, console=Console(file=sys.stderr), transient=True) as shown:
        tasks = {}

        def show(step: Progress) -> None:
            if step.what not in tasks and step.total >= BAR_FROM:
                tasks[step.what] = shown.add_task(step.what, total=step.total)
            if step.what in tasks:
                shown.update(tasks[step.what], completed=step.done, total=step.total)

        yield show
