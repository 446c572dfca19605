"""Lines of several pieces (`Home | World | Sport`, `Anna Exampleton | 2 March 2025`); a credit fused to the end."""

from __future__ import annotations

import re
from dataclasses import replace

from communique.article.lines import Line, Page, Role
from communique.article.roles_cues import cue
from communique.article.titles import is_name, outlet_named
from communique.knowledge.base import Knowledge
from communique.model.span import Span, stripped

_BREAK = re.compile(r"\s{2,}|\s[|•·>»]\s")
_SITE = re.compile(r"(?:www\.)?[a-z0-9-]{2,40}(?:\.[a-z0-9-]{2,30}){1,3}")
_MOST_CHARS = 200
# A credit after the last full stop of the report: "... on Monday. (Xinhua)", "... on Monday. PTI", "... - Bernama".
_TAIL = re.compile(
    r"(?<=[.!?”\"’])\s*(?:[(\[](?P<round>[^()\[\]]{2,60})[)\]]|/(?P<slashes>[^/]{2,30})/"
    r"|[–—-]+\s?(?P<dashed>[A-Z][\w ]{1,30})"
    r"|(?<=\s)(?P<bare>[A-Z]{2,8}))[.\s]*$"
)
_TAIL_CHARS = 80
_WITH = re.compile(r"(?:with|source:?|from|courtesy:?) ", re.IGNORECASE)


def pieces_role(text: str, kb: Knowledge) -> Role | None:
    """What a line of several pieces is, where each of them says what it is; None for other lines."""
    if len(text) > _MOST_CHARS:
        return None
    pieces = [piece.strip() for piece in _BREAK.split(text) if piece.strip()]
    if len(pieces) < 2:
        return None
    found = [_piece(piece, kb) for piece in pieces]
    if "byline" in found and any(_SITE.fullmatch(piece) for piece in pieces):
        return "header"
    if None not in found:
        return "byline" if "byline" in found else "header" if "header" in found else found[0]
    short = all(len(piece.split()) <= 4 and not piece.endswith((".", "?", "!")) for piece in pieces)
    return "menu" if short and len(pieces) >= 4 else None


def _piece(text: str, kb: Knowledge) -> Role | None:
    if outlet_named(text, kb) is not None:
        return "header"
    return "byline" if is_name(text, kb) else cue(text)


def with_last_credit(page: Page, kb: Knowledge) -> Page:
    """The page with a credit that is fused to the end of the report as a line of its own."""
    last = max((n for n, line in enumerate(page.lines) if line.role == "body"), default=None)
    if last is None:
        return page
    line = page.lines[last]
    cut = _credit_at(page.text, line.span, kb)
    if cut is None:
        return page
    parts = (stripped(page.text, line.span.start, cut), stripped(page.text, cut, line.span.end))
    if parts[0] is None or parts[1] is None:
        return page
    new: tuple[Line, ...] = (replace(line, span=parts[0]), replace(line, span=parts[1], role="credit"))
    return replace(page, lines=(*page.lines[:last], *new, *page.lines[last + 1 :]))


def _credit_at(text: str, span: Span, kb: Knowledge) -> int | None:
    start = max(span.start, span.end - _TAIL_CHARS)
    found = _TAIL.search(text, start, span.end)
    if found is None or found.start() <= span.start:
        return None
    name = next(group for group in found.groups() if group is not None)
    named = _WITH.sub("", name, count=1)
    known = all(outlet_named(part, kb) is not None for part in re.split(r", | and |/", named))
    return found.start() if known or (found["bare"] and name not in _NO_AGENCY) else None


# Words in capitals that end a text and are no agency.
_NO_AGENCY = frozenset("US UK EU UN NATO OK TV END PM AM GMT USA UAE".split())
