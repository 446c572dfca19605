"""Lines of a page: the units that get a role (title, caption, body ...)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from communique.model.article import FurnitureKind
from communique.model.span import Span

Role = FurnitureKind | Literal["body"]


@dataclass(frozen=True, slots=True)
class Line:
    """One block of the page: a paragraph, heading, list entry, caption; a printed line of a plain text.

    tag is the HTML element that it came from ("h1", "p", "li", "figcaption", "time", ...), None in plain text.
    inside names the elements and class or id words around it that tell furniture ("nav", "aside", "share"), outermost
    first; trusted says that the HTML extractor took it for main text (None in plain text).
    """

    span: Span
    tag: str | None = None
    inside: tuple[str, ...] = ()
    trusted: bool | None = None
    role: Role = "other"


@dataclass(frozen=True, slots=True)
class MetaValue:
    """One machine-readable value of a page's head, with the place of its copy in the article's text.

    name is where it stood, lower case ("article:published_time", "ld:datepublished", "og:site_name", "url").
    """

    name: str
    value: str
    span: Span


@dataclass(frozen=True, slots=True)
class Page:
    """A decoded page, cut into lines: the common form of HTML and plain text."""

    text: str
    lines: tuple[Line, ...]
    meta: tuple[MetaValue, ...] = field(default=())
    html: bool = False
