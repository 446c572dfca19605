"""A row of a list on a page: within its encounter, and laid open by itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from communique.cli import tree
from communique.cli.evidence import sentences
from communique.cli.listed import AMOUNTS, VALUES, amount, told
from communique.cli.screen import Screen, counted, plain
from communique.model.record import Attested, MergedRow


def of_encounter(rows: Sequence[MergedRow], found: tree.Told, screen: Screen) -> Iterator[str]:
    """The lists of an encounter, each row in a line with who carries it; contradictions under it."""
    for name, group in groupby(sorted(rows, key=lambda row: list(VALUES).index(row.list)), lambda row: row.list):
        shown = list(group)
        yield ""
        yield screen.paint(f"{name.capitalize()} · {len(shown)}", "bold")
        for row in shown:
            behind = f"{counted(row.articles, 'article')}; {_origins(row.voices, found)}; {row.id[:12]}"
            yield from screen.wrapped(f"{told(row)} [{behind}]", "    ", "  - ")
            yield from _disputes(row, found, screen, "    ")


def page(row: MergedRow, found: tree.Told, screen: Screen) -> Iterator[str]:
    """A row laid open: its values with who states them, the words of every article, and the origins."""
    yield from (screen.paint(line, "head") for line in screen.wrapped(told(row)))
    yield f"{row.id} · {counted(row.articles, 'article')} · {_origins(row.voices, found)}"
    if row.encounter:
        yield f"told of {row.encounter}"
    if row.sides:
        yield f"carried by outlets of: {', '.join(row.sides)}"
    if row.first and row.articles > 1:
        yield from screen.wrapped(f"first: {plain(row.first)}", "  ")
    yield ""
    for name in VALUES[row.list]:
        for one in row.values.get(name, ()):
            line = f"{_printed(name, one.value)} ({_attested(one, row, found)})"
            yield from screen.wrapped(line, " " * 14, f"  {name:11} ")
    if row.contradictions:
        yield ""
        yield screen.paint(f"Contradictions · {len(row.contradictions)}", "bold")
        yield from _disputes(row, found, screen, "  ")
    yield ""
    yield from _words(row, found, screen)
    yield ""
    yield from tree.lines(found, screen)


def _printed(name: str, value: str) -> str:
    """A value in print; in brackets as corrections want it, where that differs."""
    shown = amount(value) if name in AMOUNTS else plain(value)
    return shown if shown == value else f"{shown} [{value}]"


def _disputes(row: MergedRow, found: tree.Told, screen: Screen, indent: str) -> Iterator[str]:
    for dispute in row.contradictions:
        values = " / ".join(
            f"{amount(one.value) if dispute.field in AMOUNTS else plain(one.value)} ({_attested(one, row, found)})"
            for one in dispute.values
        )
        why = f": {dispute.explanation}" if dispute.explanation else ""
        yield from screen.wrapped(f"(!) {dispute.field}: {values}{why}", indent + "  ", indent)


def _words(row: MergedRow, found: tree.Told, screen: Screen) -> Iterator[str]:
    """The sentence of every article that tells it, the evidence marked."""
    for article, position in row.tellings:
        reading = found.readings[article]
        evidence = getattr(reading, row.list)[position].evidence
        # Of the sentences that it was read from, the one with most of it: others give a name or a date.
        told_in = list(sentences(reading.article, evidence))
        start, end, spans = max(told_in, key=lambda sentence: (sum(map(len, sentence[2])), -sentence[0]))
        text, parts, at = reading.article.text, list[str](), start
        for span in spans:
            parts += [text[at : span.start], screen.mark(span.of(text))]
            at = span.end
        name = reading.article.outlet or (found.paths.get(article) or article[:19]).rpartition("/")[2]
        yield from screen.wrapped(f"{plain(name)}: {_line(''.join([*parts, text[at:end]]))}", "    ", "  - ")


def _line(text: str) -> str:
    return " ".join(text.split())


def _attested(one: Attested, row: MergedRow, found: tree.Told) -> str:
    if one.rejected:
        return f"rejected by {plain(one.by or 'a person')}"
    if not one.places:
        return f"set by {plain(one.by or 'a person')}"
    articles = len({place.article for place in one.places})
    if articles == row.articles and len(one.voices) == len(row.voices):
        return "all articles" if articles > 1 else "one article"
    return f"{counted(articles, 'article')}: {found.labels(one.voices)}"


def _origins(voices: Sequence[str], found: tree.Told) -> str:
    return f"{counted(len(voices), 'origin')}: {found.labels(voices)}"
