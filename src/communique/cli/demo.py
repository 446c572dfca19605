"""`communique demo`: the example articles that ship with communique, read before your eyes."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from communique.cli.encounters import lines
from communique.cli.page import page
from communique.cli.screen import Screen, plain, screen_for, table
from communique.cli.section import NOT_STATED, Named
from communique.model.reading import Encounter, Failure, Reading

if TYPE_CHECKING:
    from communique.knowledge.base import Knowledge

# Shown as whole pages: an own account with a cluttered page, and the other side's account of the same meeting.
PAGES = ("01-xi-albanese-wire.txt", "11-ruto-xi-riftchronicle.html")


def examples() -> list[Path]:
    """The example articles, in the order of their names; empty where they were not installed."""
    folder = Path(__file__).parent.parent / "examples"
    if folder.is_relative_to(Path.cwd()):
        folder = folder.relative_to(Path.cwd())
    return sorted(path for path in folder.glob("*") if path.suffix in (".txt", ".html"))


def demo(colour: bool | None) -> int:
    """Read all examples, print some as pages and all in a table; the exit code as that of `communique read`."""
    from communique.cli.read import country_name
    from communique.run.many import read_many
    from communique.run.read import Reader, SetupError

    screen = screen_for(sys.stdout, colour)
    files = examples()
    print(f"Reading {len(files)} example articles, which were written for communique ...", file=sys.stderr, flush=True)
    try:
        results = list(zip(files, read_many(map(str, files)), strict=True))
        knowledge = Reader().knowledge
    except SetupError as error:
        print(f"communique: {error}", file=sys.stderr)
        return 2
    named: Named = lambda code: country_name(knowledge, code)  # noqa: E731 - the one line says it
    for line in _lines(results, screen, named):
        print(line)
    for line in _together([row for _, row in results if isinstance(row, Reading)], knowledge, screen, named):
        print(line)
    return 1 if any(isinstance(result, Failure) for _, result in results) else 0


def _lines(results: list[tuple[Path, Reading | Failure]], screen: Screen, named: Named) -> Iterator[str]:
    for path, result in results:
        if path.name in PAGES or isinstance(result, Failure):
            yield from page(result, screen, named)
    yield screen.paint(f"ALL {len(results)} EXAMPLES", "head")
    yield from screen.wrapped(
        "When the article is dated, the encounters that are its news, whose account it is, and how many statements it"
        " reports."
    )
    yield ""
    head = ("no", "dated", "encounter", "where", "account of", "said")
    widths = (2, 10, screen.width - 52, 10, 16, 4)
    yield from table(head, (_row(path, row, named) for path, row in results if isinstance(row, Reading)), widths)
    if results:
        yield ""
        yield "Next, the sentence behind every value of one of them:"
        yield f"  communique read {results[0][0]} --explain"


def _together(readings: list[Reading], knowledge: Knowledge, screen: Screen, named: Named) -> Iterator[str]:
    """The encounters that several of the articles tell: the same as `communique build` and `encounters` give."""
    from communique.run.together import encounters_of

    rows = [row for row in encounters_of(readings, knowledge) if row.articles > 1]
    yield ""
    yield screen.paint("TOLD BY SEVERAL OF THEM", "head")
    yield from screen.wrapped(
        "Copies of one agency's text are one origin, whatever page they stand on and whether it says so or not."
    )
    yield ""
    yield from lines(rows, screen, named, ids=False)
    yield ""
    yield "The same for articles of yours:"
    yield "  communique build FOLDER && communique encounters"


def _row(path: Path, reading: Reading, named: Named) -> tuple[str, ...]:
    article, news = reading.article, [row for row in reading.encounters or () if row.main]
    cities = [row.place.city or (row.place.country and named(row.place.country)) or "" for row in news if row.place]
    return (
        path.stem.split("-")[0],
        str(article.published.date) if article.published else NOT_STATED,
        "; ".join(_encounter(row, named) for row in news) or ("not read" if article.unread else "none"),
        plain("; ".join(dict.fromkeys(city for city in cities if city))),
        plain("; ".join(origin.name for origin in article.origins)) or NOT_STATED,
        "" if reading.statements is None else str(len(reading.statements)),
    )


def _encounter(row: Encounter, named: Named) -> str:
    """`meeting, held: Xi Jinping, William Ruto`."""
    who = (party.name or (named(party.country) if party.country else "?") for party in row.participants)
    return plain(f"{row.kind.replace('_', ' ')}, {row.status}: {', '.join(who)}")
