"""The article: what the bytes of a page became, before anything is read out of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from communique.model.dates import PartialDate
from communique.model.span import Evidence, Span

FurnitureKind = Literal[
    "menu", "caption", "credit", "comments", "share", "header", "title",
    "standfirst", "byline", "dateline", "related", "other",
]  # fmt: skip
CreditKind = Literal[
    "republished", "input", "source_line", "byline", "dateline", "attribution", "photo", "contributor"
]  # fmt: skip
OriginHow = Literal["credit", "dateline", "byline", "attribution"]


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes of one input, before any of them is understood.

    path is as the user gave it ("-" for standard input, None for text handed over in Python); url and published are
    what the user knows of the page, None where he does not say.
    """

    data: bytes
    path: str | None = None
    url: str | None = None
    published: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class Furniture:
    """A stretch of the page that is not the article proper."""

    span: Span
    kind: FurnitureKind


@dataclass(frozen=True, slots=True)
class Printed:
    """A string of the page with the place where it stands: a title, a byline, the name of an outlet."""

    text: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Published:
    """When the page says that this article came out.

    time is `HH:MM` and zone an offset as printed (`+08:00`) or a name; None where not stated. how names the rule
    ("given" where the user said it; evidence is then empty, the one value that comes from outside the text).
    """

    date: PartialDate
    how: str
    evidence: tuple[Span, ...]
    time: str | None = None
    zone: str | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """An agency, outlet or office that the text credits as the source of what it says.

    entity is the id in the knowledge base, None for one that is not in it.
    """

    name: str
    how: OriginHow
    evidence: Evidence
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Credit:
    """A line or phrase by which an article says where its text comes from.

    origin is the name as in the table of outlets, or an office ("Presidency of Egypt"); scope is the stretch that it
    covers, None for the whole text. A photo credit never sets the origin of a text.
    """

    kind: CreditKind
    origin: str
    entity: str | None
    evidence: Evidence
    scope: Span | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """A page whose text is known, with what is article proper and what is furniture.

    text is what all spans refer to. body is in text order, one span a block (a paragraph or list line); sentences never
    cross blocks. title_span is where the title stands, None where it is only in the page's metadata or nowhere.
    unread says why lists are absent (a language that is not parsed), None where everything is read.
    """

    id: str
    text: str
    path: str | None = None
    url: str | None = None
    language: str | None = None
    title: str | None = None
    title_span: Span | None = None
    byline: Printed | None = None
    outlet: str | None = None
    published: Published | None = None
    body: tuple[Span, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    origins: tuple[Origin, ...] = ()
    credits: tuple[Credit, ...] = ()
    mended: tuple[str, ...] = ()
    unread: str | None = None
    datelines: tuple[Span, ...] = field(default=())
