"""The page that a person reads: sections laid out for a screen, with the evidence of each value where asked for."""

from __future__ import annotations

from collections.abc import Iterator

from communique.cli.evidence import sentences
from communique.cli.rows import sections
from communique.cli.screen import Screen, columns, plain
from communique.cli.section import Named, Row, Section
from communique.model.article import Article
from communique.model.reading import Failure, Reading
from communique.model.span import Span

_LABEL = 11  # the longest label of the upper part and two spaces


def page(result: Reading | Failure, screen: Screen, named: Named, *, explain: bool = False) -> Iterator[str]:
    """The lines of the page for one result; explain adds, under each value, the sentences it was read from."""
    if isinstance(result, Failure):
        yield from _failure(result, screen)
        return
    article = result.article
    yield from (screen.paint(line, "bold") for line in screen.wrapped(plain(article.title or "(no title)")))
    yield screen.rule()
    for section in sections(result, named):
        yield from _heading(section, screen)
        label = ""
        for row in section.rows:
            yield from _row(row, section, screen, repeated=row.label == label and not row.spoken and not explain)
            label = row.label
            if explain and row.evidence:
                yield from _explained(row, article, screen)
    yield ""


def _failure(failure: Failure, screen: Screen) -> Iterator[str]:
    path = plain(failure.path or "(text)")
    yield from screen.wrapped(f"{path}: not read ({failure.kind})")
    yield from screen.wrapped(plain(failure.message), "    ")
    yield from screen.wrapped(f"what helps: {plain(failure.mend)}", "    ")
    yield ""


def _heading(section: Section, screen: Screen) -> Iterator[str]:
    if not section.title:
        return
    yield ""
    if section.level == 1:
        title = section.title.upper()
        first, *rest = screen.wrapped(f"{title} ({section.note})" if section.note else title, "  ", "")
        yield screen.paint(first[: len(title)], "head") + screen.paint(first[len(title) :], "dim")
        yield from (screen.paint(line, "dim") for line in rest)
        return
    tags = f"  [{', '.join(section.tags)}]" if section.tags else ""
    for line in screen.wrapped(f"{section.title}{tags}", "  ", ""):
        yield screen.paint(line, "bold")


def _row(row: Row, section: Section, screen: Screen, *, repeated: bool) -> Iterator[str]:
    indent = "  " if section.level == 2 else ""
    if not row.label:
        yield from screen.wrapped(row.value, indent + "  ", indent)
        return
    label = "" if repeated else plain(row.label)
    wide = columns(label) + 1 if row.spoken else _LABEL
    first = indent + label + " " * max(wide - columns(label), 1)
    rest = indent + " " * (4 if row.spoken else _LABEL)
    lines = list(screen.wrapped(row.value, rest, first))
    if screen.colour and row.missing:
        lines = [screen.paint(line, "dim") for line in lines]
    yield from lines


def _explained(row: Row, article: Article, screen: Screen) -> Iterator[str]:
    indent = "      | "
    if row.rule:
        yield from (screen.paint(line, "dim") for line in screen.wrapped(f"rule: {plain(row.rule)}", indent))
    for start, end, spans in sentences(article, row.evidence):
        yield from screen.wrapped(_marked(article.text, start, end, spans, screen), indent)


def _marked(text: str, start: int, end: int, spans: tuple[Span, ...], screen: Screen) -> str:
    """The stretch of the text with the spans marked, on one line; "…" where the sentence goes on."""
    out, at = [], start
    for span in spans:
        out.append(plain(text[at : span.start]))
        words = plain(span.of(text)).split(" ")
        out.append(screen.mark(" ".join(words)) if not screen.colour else " ".join(screen.mark(w) for w in words))
        at = span.end
    out.append(plain(text[at:end]))
    return "".join(out).strip()
