"""Origins: every agency, outlet or office that a page credits as the source of its text."""

from __future__ import annotations

import functools
from collections.abc import Iterator

from communique.article.dateline import find_dateline
from communique.article.lines import Line, Page
from communique.article.origins_attributed import Generic, attributed, state_media
from communique.article.origins_credited import credited
from communique.article.origins_names import Credit, agency, states_named
from communique.article.origins_offices import heading_office, readout_office
from communique.article.published_stamps import is_dated_name, layout
from communique.knowledge.base import Knowledge
from communique.model.article import Origin, OriginHow
from communique.model.span import evidence

_SILENT = frozenset({"caption", "comments", "related", "menu", "share"})
_ORDER: tuple[OriginHow, ...] = ("dateline", "byline", "credit", "attribution")
# Datelines stand at the head of the report; a digest has one at the head of each of its first reports.
_DATELINE_LINES = 6
_BEHIND_CHARS = 80


def origins(page: Page, kb: Knowledge, *, outlet: str | None) -> tuple[Origin, ...]:
    """The agencies, outlets and offices that the text credits, in the order in which they are first credited.

    outlet is the site that published the page: it is an origin only where a byline or credit names it. Photo credits
    are none. Generic sources ("state media of China") count only where no agency, outlet or office of that state is
    credited.
    """
    return merged(credited_places(page, kb, outlet=outlet))


def credited_places(page: Page, kb: Knowledge, *, outlet: str | None) -> list[Credit]:
    """Every place of the page that credits an agency, outlet or office; generic sources as in `origins`."""
    found = _not_short(page.text, list(_all(page, kb, outlet)))
    generic = [c for c in _all_generic(page, kb) if c.country not in {f.country for f in found}]
    return [*found, *(g.credit() for g in generic)]


def _all(page: Page, kb: Knowledge, outlet: str | None) -> Iterator[Credit]:
    where = _zones(page)
    near = functools.cache(functools.partial(states_named, page.text, kb))
    for index, line in enumerate(page.lines):
        # a credit in brackets behind the text looks like that of a picture
        behind = line.role == "caption" and index >= where[1] and len(line.span) <= _BEHIND_CHARS
        # on a gallery, where no line is prose, the agency's line stands among the captions
        above = index < where[0] or (where == (0, len(page.lines)) and index < _DATELINE_LINES)
        dated = line.role == "caption" and above and is_dated_name(page.text, line)
        if line.role in _SILENT and not (behind or dated):
            continue
        # a short first paragraph is not yet the prose: "London (AFP) – Five highlights of the tour:"
        first = line.role in ("body", "standfirst") and index < where[0]
        if where[0] <= index < where[0] + _DATELINE_LINES or first or line.role == "dateline":
            head = find_dateline(page.text, line.span, kb)
            if head is not None and head.agency is not None:
                yield agency(page.text, head.agency, kb, "dateline")
        yield from credited(page, index, line, where, kb, outlet, near)
        if where[0] <= index < where[1] or line.role == "body":
            yield from attributed(page.text, line.span, kb, near)
    yield from readout_office(page, where, kb)
    yield from heading_office(page, where, outlet, kb)


def _not_short(text: str, found: list[Credit]) -> list[Credit]:
    """Without names that are the short form of one credited before: "the Times" after "The New York Times"."""
    longer = [(credit.span.of(text), credit) for credit in found]
    return [
        credit
        for credit in found
        if not any(
            other.name != credit.name and printed.endswith(f" {credit.span.of(text).removeprefix('The ')}")
            for printed, other in longer
        )
    ]


def _all_generic(page: Page, kb: Knowledge) -> Iterator[Generic]:
    for line in _body(page):
        yield from state_media(page.text, line.span, kb, page)


def _body(page: Page) -> list[Line]:
    first, last = _zones(page)
    return [line for line in page.lines[first:last] if line.role not in _SILENT]


def _zones(page: Page) -> tuple[int, int]:
    """The first paragraph of the body and the line behind its last; the whole page where no line is a sentence."""
    where = layout(page)
    return (where.prose, where.end) if where.prose < len(page.lines) else (0, len(page.lines))


def merged(found: list[Credit]) -> tuple[Origin, ...]:
    """One origin a name; how is the plainest of the ways in which it is credited."""
    names: dict[str, list[Credit]] = {}
    for credit in sorted(found, key=lambda c: (c.span, _ORDER.index(c.how))):
        names.setdefault(credit.name, []).append(credit)
    return tuple(
        Origin(
            name,
            min((c.how for c in credits), key=_ORDER.index),
            evidence(*(c.span for c in credits)),
            next((c.entity for c in credits if c.entity), None),
        )
        for name, credits in names.items()
    )
