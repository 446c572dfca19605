"""Readings made by hand: articles that tell encounters, without any text to parse."""

from __future__ import annotations

from communique.model.article import Article, Published
from communique.model.dates import PartialDate
from communique.model.reading import Encounter, Party, Place, Reading, Statement
from communique.model.record import CopyLink
from communique.model.span import Span
from communique.resolve.facts import MentionFacts, mentions

PEOPLE = {
    "Xi": ("Xi Jinping", "CHN", "Q15031"),
    "Wang": ("Wang Yi", "CHN", "Q7967107"),
    "Putin": ("Vladimir Putin", "RUS", "Q7747"),
    "Lavrov": ("Sergey Lavrov", "RUS", "Q58217"),
    "Modi": ("Narendra Modi", "IND", "Q1058"),
    "Biden": ("Joe Biden", "USA", "Q6279"),
}
TEXT = "The two met. " * 60


def party(name: str, at: int = 0) -> Party:
    """A known person by his surname, "?Name/COUNTRY" a stranger, or a state by its code."""
    if name in PEOPLE:
        full, country, entity = PEOPLE[name]
        return Party(full, country, (Span(at, at + 3),), entity)
    if name.startswith("?"):
        stranger, country = name[1:].split("/")
        return Party(stranger, country, (Span(at, at + 3),))
    return Party(None, name, (Span(at, at + 3),))


def met(*names: str, id: str = "e1", at: int = 0, **given: object) -> Encounter:
    """An encounter of these parties; kind "meeting", held and the news unless given otherwise."""
    date, end = given.pop("date", None), given.pop("end", None)
    city, country, venue = given.pop("city", None), given.pop("country", None), given.pop("venue", None)
    place = Place(city, country, venue, (Span(at + 1, at + 9),)) if city or country or venue else None  # type: ignore[arg-type]
    plain: dict[str, object] = {"kind": "meeting", "status": "held", "main": True, **given}
    return Encounter(
        id=id,
        participants=tuple(party(name, at) for name in names),
        evidence=(Span(at, at + 12),),
        place=place,
        start=PartialDate.parse(str(date)) if date else None,
        end=PartialDate.parse(str(end)) if end else None,
        **plain,  # type: ignore[arg-type]
    )


def said(speaker: str, text: str, content: str, encounter: str | None = "e1") -> Statement:
    """A statement whose content stands in the text."""
    start = text.index(content)
    span = Span(start, start + len(content))
    return Statement(party(speaker), "indirect", (span,), None, None, (span,), encounter)


def article(id: str, *rows: Encounter, published: str | None = None, **given: object) -> Reading:
    """An article that tells these encounters."""
    time, zone = given.pop("time", None), given.pop("zone", None)
    text, outlet = given.pop("text", TEXT), given.pop("outlet", None)
    statements = given.pop("statements", ())
    stamp = Published(PartialDate.parse(published), "stated", (Span(0, 1),), time, zone) if published else None  # type: ignore[arg-type]
    page = Article(id, str(text), outlet=outlet, published=stamp)  # type: ignore[arg-type]
    return Reading(page, "test", tuple(rows), tuple(statements))  # type: ignore[arg-type]


def one(id: str, *names: str, published: str | None = None, **given: object) -> MentionFacts:
    """The facts of the one encounter that an article tells."""
    (facts,) = mentions(article(id, met(*names, **given), published=published))  # type: ignore[arg-type]
    return facts


def copy(
    first: str, second: str, kind: str = "bulk", runs: tuple[tuple[int, int, int, int], ...] = ((0, 60, 0, 60),)
) -> CopyLink:
    """A copy link between two articles, first < second."""
    spans = tuple((Span(a, b), Span(c, d)) for a, b, c, d in runs)
    return CopyLink(first, second, kind, spans, 1.0)  # type: ignore[arg-type]
