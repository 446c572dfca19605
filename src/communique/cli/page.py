"""The page that a person reads: sections laid out for a screen, with the evidence of each value where asked for."""

from __future__ import annotations

from collections.abc import Iterator

from communique.cli.rows import Named, Row, Section, sections
from communique.cli.screen import Screen, columns, plain
from communique.model.article import Article
from communique.model.reading import Failure, Reading
from communique.model.span import Span, joined

_LABEL = 11  # the longest label of the upper part and two spaces
_STATED = 6
# Evidence is shown within its sentence; a "sentence" without end (one line of 20 MB) is shown this far around it.
_AROUND = 300


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
        for row in section.rows:
            yield from _row(row, section, screen)
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
        note = f"  ({section.note})" if section.note else ""
        yield screen.paint(section.title.upper(), "head") + screen.paint(note, "dim")
        return
    tags = f"  [{', '.join(section.tags)}]" if section.tags else ""
    for line in screen.wrapped(f"{section.title}{tags}", "  ", ""):
        yield screen.paint(line, "bold")


def _row(row: Row, section: Section, screen: Screen) -> Iterator[str]:
    indent = "  " if section.level == 2 else ""
    if not row.label:
        yield from screen.wrapped(row.value, indent + "  ", indent)
        return
    label = plain(row.label)
    wide = _LABEL if not row.spoken else max(_STATED, columns(label) + 1)
    first = indent + label + " " * max(wide - columns(label), 1)
    rest = indent + " " * (_LABEL if not row.spoken else 4)
    lines = list(screen.wrapped(row.value, rest, first))
    if screen.colour and row.missing:
        lines = [screen.paint(line, "dim") for line in lines]
    yield from lines


def _explained(row: Row, article: Article, screen: Screen) -> Iterator[str]:
    indent = "      | "
    if row.rule:
        yield from (screen.paint(line, "dim") for line in screen.wrapped(f"rule: {plain(row.rule)}", indent))
    for start, end, spans in _sentences(article, row.evidence):
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


def _sentences(article: Article, evidence: tuple[Span, ...]) -> Iterator[tuple[int, int, tuple[Span, ...]]]:
    """The sentences in which the evidence stands, each once with all of its evidence, in text order."""
    found: list[tuple[int, int, list[Span]]] = []
    for span in joined(evidence, article.text):
        start, end = _around(article, span)
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]), [*found[-1][2], span])
        else:
            found.append((start, end, [span]))
    for start, end, spans in found:
        yield start, end, tuple(spans)


def _around(article: Article, span: Span) -> tuple[int, int]:
    """Where the sentence or sentences begin and end that hold the span; those of the body never leave their block."""
    text = article.text
    block = next((block for block in article.body if block.overlaps(span)), None)
    if block is None:  # furniture and metadata: the line
        start = text.rfind("\n", 0, span.start) + 1
        stop = text.find("\n", span.end)
        low, high = start, len(text) if stop < 0 else stop
    else:
        from communique.reading.parse import split  # loads spaCy, which a page without --explain does not need here

        inside = [sentence for sentence in split(text, block) if sentence.overlaps(span)] or [block]
        low, high = min(inside[0].start, span.start), max(inside[-1].end, span.end)
    return max(low, span.start - _AROUND), min(high, span.end + _AROUND)
