"""Typed credits: by what kind of line or phrase a page says where its text, or a sentence of it, comes from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from communique.article.lines import Line, Page
from communique.article.origins_names import Credit as Place
from communique.article.origins_names import is_photo_credit, of_outlet, outlets_in
from communique.knowledge.base import Knowledge
from communique.model.article import Credit, CreditKind
from communique.model.span import Span, stripped

_CONTRIBUTOR = re.compile(r"\bcontribut(?:ed|ing|or|ors|ion)\b", re.IGNORECASE)
_INPUT = re.compile(
    r"\bwith\s+(?:(?:additional|further|some|agency|the)\s+)*(?:inputs?|files?|reports?|reporting|information|material|"
    r"agencies|wires?|writing)\b|\b(?:additional|further)\s+(?:reporting|material|information)\b|\bbased\s+on\b|"
    r"\b(?:compiled|adapted)\s+from\b|\bagency inputs?\b|^\W*(?:with|using)\b",
    re.IGNORECASE,
)
_REPUBLISHED = re.compile(
    r"\b(?:first|originally|initially|previously)\s+(?:published|appeared|posted|ran|run|released|reported|produced|"
    r"carried|issued)\b|\bre-?(?:published|printed|produced|posted)\b|\bcourtesy(?: of|\s*:)|"
    r"\b(?:distributed|supplied|provided|syndicated)\s+by\b|\bread the (?:original|full)\b|"
    r"\b(?:article|story|report|piece|item|text|content|news|dispatch|post|interview)\s+"
    r"(?:(?:was|is|has been|had been|comes|came)\s+)*(?:published|appeared|posted|released|produced|carried|issued|"
    r"taken|reproduced|distributed|from)\b",
    re.IGNORECASE,
)
# Of two readings of one printed name the one that says more.
_PLAINEST: tuple[CreditKind, ...] = (
    "republished", "source_line", "input", "contributor", "byline", "dateline", "attribution", "photo",
)  # fmt: skip
_SOURCE = re.compile(r"\b(?:sources?|quelle|fuente|via)\s*[:\-]", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?][\"”’')\]]*\s+(?=[\"“‘(\[]?[A-Z])")
# Full stops of titles and initials end no sentence.
_ABBREVIATION = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Lt|Col|St|Jr|Sr|No|[A-Z]))$")
_BYLINE = re.compile(r"\W*by\s+(?:the\s+)?", re.IGNORECASE)
# Without any of these in or right behind it a line holds no photo credit (origins_names.is_photo_credit); cheap to see.
_PICTURED = re.compile(
    r"[/|]|photo|image|picture|file|pool|getty|shutterstock|via|credit|footage|graphic|video", re.IGNORECASE
)
_UNSEEN = frozenset({"comments", "related", "menu"})
_CREDIT_LINE = 160
_LISTED_OUTLETS = 4
_NAME_LINE = 40
_MARKS = 6
_ITEM_TAIL = 4
_DIGEST_LINES = 3
_LEAD = 120


def typed(page: Page, found: Sequence[Place], kb: Knowledge) -> tuple[Credit, ...]:
    """The credits of a page with their kinds, in text order: those found as origins, and the photo credits.

    An attribution holds for its sentence, every other credit for the whole text.
    """
    listed = _listed(page, found, kb)
    found = [place for place in found if place.span not in listed]
    rows = sorted(_found(page, found), key=lambda row: _PLAINEST.index(row.kind), reverse=True)
    out = {(row.evidence, row.origin): row for row in (*_photos(page, kb), *rows)}
    return tuple(out[key] for key in sorted(out))


def of_the_text(page: Page, found: Sequence[Place], kb: Knowledge) -> list[Place]:
    """The places that credit the text of the page: not those of its photographers, nor those of a list of links.

    A line with the name of a photographer and his agency looks like a byline, a list of the news of many outlets like
    one with a credit under each.
    """
    listed = _listed(page, found, kb)
    return [
        place
        for place in found
        if place.span not in listed and not _photographer(page.text, place, _line(page, place.span))
    ]


def _listed(page: Page, found: Sequence[Place], kb: Knowledge) -> frozenset[Span]:
    """The places of outlets that stand alone in their lines, on a page with such lines for many outlets."""
    if not any((line := _line(page, place.span)) and len(line.span) <= len(place.span) + _MARKS for place in found):
        return frozenset()
    places = [place for line in page.lines if (place := _only_name(page, line, kb))]
    many = len({place.name for place in places}) >= _LISTED_OUTLETS
    return frozenset(place.span for place in places) if many else frozenset()


def _only_name(page: Page, line: Line, kb: Knowledge) -> Place | None:
    """The outlet whose name is all that a line holds."""
    if len(line.span) > _NAME_LINE:
        return None
    printed = next(iter(outlets_in(page.text, line.span.start, line.span.end, kb)), None)
    around = line.span.of(page.text).replace(printed.span.of(page.text), "", 1) if printed else "x"
    bare = not re.sub(r"\b(?:the|news)\b", "", around, flags=re.IGNORECASE).strip(" .·|•-–—")
    return of_outlet(printed, "credit") if printed and bare else None


def _found(page: Page, found: Sequence[Place]) -> Iterator[Credit]:
    for place in found:
        line = _line(page, place.span)
        kind = _kind(page.text, place, line)
        yield Credit(kind, place.name, place.entity, (place.span,), _scope(page, place, line, kind))


def _scope(page: Page, place: Place, line: Line | None, kind: CreditKind) -> Span | None:
    """The sentence of an attribution; the item of a digest whose source stands in brackets at its end."""
    if line is None or kind not in ("attribution", "source_line"):
        return None
    if kind == "attribution":
        return _sentence(page.text, line.span, place.span)
    later = sum(other.role == "body" and other.span.start > line.span.end for other in page.lines)
    item = line.role == "body" and place.span.end + _ITEM_TAIL >= line.span.end and later >= _DIGEST_LINES
    return line.span if item and len(line.span) > _CREDIT_LINE // 2 else None


def _photographer(text: str, place: Place, line: Line | None) -> bool:
    """Whether a byline's name is that of a picture's author: the page prints it as a photo credit too."""
    if line is None or place.how != "byline":
        return False
    name = text[line.span.start : place.span.start].strip(" ,-–—|/\t")
    if len(name.split()) < 2 or name.lower().startswith("by "):
        return False
    credit = rf"(?:Photo|PHOTO|Images?|Pool)\s?/\s?{re.escape(name)}|{re.escape(name)}\s?/\s?[A-Z]"
    return re.search(credit, text) is not None


def _line(page: Page, span: Span) -> Line | None:
    return next((line for line in page.lines if line.span.holds(span)), None)


def _kind(text: str, place: Place, line: Line | None) -> CreditKind:
    """The kind of a credit by the words of its sentence; of a form without words (a name in brackets) a source line."""
    if _photographer(text, place, line):
        return "photo"
    if place.how != "credit":
        return place.how
    sentence = _sentence(text, line.span, place.span) if line else place.span
    if len(sentence) > _CREDIT_LINE:
        sentence = Span(max(sentence.start, place.span.start - _LEAD), min(sentence.end, place.span.end + _LEAD))
    words, before = sentence.of(text), text[sentence.start : place.span.start]
    if _CONTRIBUTOR.search(words):
        return "contributor"
    if _BYLINE.fullmatch(before):
        return "byline"
    if _SOURCE.search(before):
        return "source_line"
    if _INPUT.search(before):
        return "input"
    return "republished" if _REPUBLISHED.search(before) else "source_line"


def _sentence(text: str, block: Span, place: Span) -> Span:
    """The sentence of a block in which a place stands."""
    start, end = block.start, block.end
    for match in _SENTENCE_END.finditer(text, block.start, block.end):
        if _ABBREVIATION.search(text, max(block.start, match.start() - 6), match.start()):
            continue
        if match.end() <= place.start:
            start = match.end()
        elif match.start() >= place.end:
            end = match.start() + len(match[0].rstrip())
            break
    return stripped(text, start, end) or place


def _photos(page: Page, kb: Knowledge) -> Iterator[Credit]:
    """Agencies printed as the credit of a picture, in captions and wherever else the page prints them."""
    for line in page.lines:
        if line.role in _UNSEEN or not _PICTURED.search(page.text, line.span.start, line.span.end + 14):
            continue
        for printed in outlets_in(page.text, line.span.start, line.span.end, kb):
            if is_photo_credit(page.text, printed.span):
                place = of_outlet(printed, "credit")
                yield Credit("photo", place.name, place.entity, (place.span,))
