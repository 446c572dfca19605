"""Credit lines and bylines: "Source: Xinhua", "With input from ...", "By Ada Example, Associated Press", "(AFP)"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from communique.article.lines import Line, Page
from communique.article.origins_attributed import offices_named
from communique.article.origins_names import (
    Credit,
    Printed,
    agency,
    is_photo_credit,
    of_outlet,
    outlets_in,
)
from communique.knowledge.base import Knowledge
from communique.knowledge.calendar import find_dates
from communique.model.span import Span, stripped

_CREDIT = re.compile(
    r"(?:^|[.!?*(\[—–-]|\n)\W*(?:"
    r"sources?\s*:|sources?\s+(?=[A-Z/])(?!of|at|in|from|close|told|said)|source\s+-|quelle\s*:|fuente\s*:|via\s*:|"
    r"with (?:(?:additional|further|some|agency)\s+)?(?:inputs?|files?|reports?|reporting|information|material|"
    r"agencies|wires?|writing)(?:\s+(?:from|by|of)\b|\s*:)|"
    r"(?:additional|further) reporting (?:by|from)|(?:based on|compiled from|adapted from|using) "
    r"(?:reports?|information|materials?|agency reports?)?\s*(?:from|by|of)?|"
    r"(?:this|the)\s+(?:[\w-]+\s+)?(?:article|story|report|piece|item|text|content|news|dispatch|post|interview)"
    r"\s+(?:was|is|has been|had been|comes|came|first|originally)?\s*(?:first|originally|initially|previously)?\s*"
    r"(?:published|appeared|posted|ran|run|released|reported|produced|provided|carried|issued|taken|written|reproduced|"
    r"republished|distributed|from)\s*(?:on|by|in|at|from|to|with)?|"
    r"(?:first|originally) (?:published|appeared|posted) (?:on|by|in|at)|(?:re-?published|reprinted|reproduced|taken) "
    r"(?:with permission )?(?:from|by|of)|reprinted (?:from|by)|read the (?:original|full)(?: \w+){0,3} (?:on|at|in)|"
    r"provided by|courtesy(?: of|\s*:)|"
    r"distributed by|supplied by|produced by|authored by[^,\n]{0,50} via|agency inputs? from"
    r")",
    re.IGNORECASE | re.MULTILINE,
)
_CONTRIBUTED = re.compile(r"\bcontributed(?: to this (?:report|story|article))?\b", re.IGNORECASE)
_COPYRIGHT = re.compile(r"(?:©|\(c\)|\bcopyright\b)", re.IGNORECASE)
_ALONE_BEFORE = re.compile(r"[\W_]*(?:(?:source|by|from|the|via)\W+)?(?:the\s+)?[\W_]*", re.IGNORECASE)
_TAIL = re.compile(r"(?:[(\[/]|(?:--|[–—-])\s*)\s*(?P<name>[A-Z][\w .,&'’-]{1,40}?)\s*(?:[)\]/]|$)\W*$")
_BYLINE = re.compile(r"\s*(?:by|from|analysis by|reporting by|story by|written by)\b[\s:]", re.IGNORECASE)
_PERSONS = re.compile(r"\b(?:told|said|says|reported|according|is an?|was an?|writes|worked|covers)\b")
_NO_CREDIT_AFTER = re.compile(r"['’]?s?\s(?:poll|survey|data|interview|graphic|analysis)\b", re.IGNORECASE)
_SMALL = re.compile(r"\b(?:news|agency|updated?|published|posted|on|at|edt|gmt|newsource|wire)\b", re.IGNORECASE)
# Whose text it is that must not be used again: a site's own copyright line says so of the site, not of the article.
_NOT_TO_BE_USED = re.compile(r"may not be (?:published|reproduced|rewritten|used)", re.IGNORECASE)
# "With AAP", "With SPA and IRNA": a line of its own
_WITH = re.compile(r"\W*with\s+(?:the\s+)?", re.IGNORECASE)
_NAMED_SOURCE = re.compile(
    r"\W*(?:(?:sources?|via)\s*:\s*|(?:this|the)\s+(?:article|story|report)\s+(?:was|has been)?\s*"
    r"(?:first|originally)\s+(?:published|appeared|posted)\s+(?:by|in|on|at)\s+)(?:the\s+)?"
    r"(?P<name>(?-i:[A-Z])[\w.'’&-]*(?:\s(?:(?-i:[A-Z])[\w.'’&-]*|of|for|and|the)){0,6}?)\W*",
    re.IGNORECASE,
)
_RUN_TOGETHER = re.compile(r"[a-zß-ÿ](?=[A-Z])")
_CREDIT_CHARS = 260
_CONTRIBUTED_CHARS = 1500
_WITH_CHARS = 60
_LINE_CHARS = 170
# "Ada Example is an editor for Fox News."
_AUTHOR_IS = re.compile(
    r"(?:[A-Z][\w.’'-]+ ){1,4}(?:is|was) (?:a|an|the) (?:[\w-]+ ){0,4}"
    r"(?:editor|reporter|correspondent|writer|producer|journalist|columnist) (?:for|at|with) (?:the |The )?"
)


def credited(
    page: Page,
    index: int,
    line: Line,
    where: tuple[int, int],
    kb: Knowledge,
    outlet: str | None,
    near: Callable[[], Mapping[str, int]],
) -> Iterator[Credit]:
    """The agencies and outlets that a line credits with the text, by its form."""
    text, span = page.text, line.span
    found = [p for p in outlets_in(text, span.start, span.end, kb, near) if not is_photo_credit(text, p.span)]
    if found and (lead := _CREDIT.search(text, span.start, span.end)):
        yield from _behind(text, lead.end(), span, found)
    lead = _WITH.match(text, span.start, span.end) if found and len(span) <= _WITH_CHARS else None
    if lead is not None and lead.end() == found[0].span.start:
        yield from _behind(text, lead.end(), span, found)
    if not found and len(span) <= _LINE_CHARS:
        yield from _unlisted(text, span, kb)
    if found and len(span) <= _CONTRIBUTED_CHARS and _CONTRIBUTED.search(text, span.start, span.end):
        yield from _contributing(text, span, found)
    if found and len(span) <= _CREDIT_CHARS and (author := _AUTHOR_IS.match(text, span.start, span.end)):
        yield from (of_outlet(p, "byline") for p in found if p.span.start == author.end())
    if found and _COPYRIGHT.search(text, span.start, min(span.end, span.start + 80)) and len(span) <= _CREDIT_CHARS:
        theirs = _NOT_TO_BE_USED.search(text, span.start, span.end) or kb.outlets[found[0].entry.id].kind == "wire"
        if theirs and not _own(found[0], outlet, kb):
            yield of_outlet(found[0], "credit")
    if where[0] <= index < where[1]:
        yield from _tail(text, span, kb, last=index >= where[1] - 2)
    if len(span) > _LINE_CHARS:
        return
    if len(found) > 1 and index > where[0] and _LISTED_AGENCIES.fullmatch(_without(text, _inside(text, span), found)):
        yield from (of_outlet(p, "credit") for p in found)
    elif found and _alone(text, span, found[0]):
        if text[span.end - 1] == "•" and (index >= where[0] or _bulleted(page, where[0]) > 1):
            return  # a list of other articles, each under its outlet
        yield from _named_alone(page, index, line, where, found[0], kb, outlet)
    elif index < where[0] + 4 or line.role in ("byline", "dateline", "credit"):
        yield from _byline(text, line, found or list(_fused(text, span, kb)))


def _bulleted(page: Page, end: int) -> int:
    """How many short lines before the body end in a bullet, as lists of other articles have them."""
    return sum(page.text[line.span.end - 1] == "•" and len(line.span) <= _LINE_CHARS for line in page.lines[:end])


def _behind(text: str, at: int, span: Span, found: list[Printed]) -> Iterator[Credit]:
    """The names that follow the words of a credit, until its sentence ends."""
    for printed in found:
        if printed.span.start < at:
            continue
        between = text[at : printed.span.start]
        if len(between) > 80 or re.search(r"[.;!?]\s|\n", between):
            return
        if not _NO_CREDIT_AFTER.match(text, printed.span.end):
            yield of_outlet(printed, "credit")
        at = max(at, printed.span.end)


def _unlisted(text: str, span: Span, kb: Knowledge) -> Iterator[Credit]:
    """An outlet that the table lacks, or an office, in a credit line that can be nothing else."""
    match = _NAMED_SOURCE.fullmatch(text, span.start, span.end)
    if match is None:
        return
    name = Span(*match.span("name"))
    offices = list(offices_named(text, name, kb))
    if offices:
        yield from offices
        return
    kinds = {e.kind for n in kb.names.find(name.of(text)) for e in n.entries}
    if not kinds & {"person", "state", "demonym", "city"} and (shown := stripped(text, name.start, name.end, ".")):
        yield Credit(shown.of(text), "credit", shown)


def _contributing(text: str, span: Span, found: list[Printed]) -> Iterator[Credit]:
    for match in _CONTRIBUTED.finditer(text, span.start, span.end):
        for printed in found:
            between = text[printed.span.end : match.start()]
            if (
                printed.sure
                and printed.span.end <= match.start()
                and len(between) < 130
                and not re.search(r"[a-z]{2}[.;!?]\s", between)
            ):
                yield of_outlet(printed, "credit")


def _tail(text: str, span: Span, kb: Knowledge, *, last: bool) -> Iterator[Credit]:
    """Agencies in brackets or strokes at the end of a paragraph: "... he said. (Xinhua)", "(dpa, TASS)"."""
    start = max(span.start, span.end - 45)
    match = _TAIL.search(text, start, span.end)
    if match is None:
        return
    before = text[start : match.start()].rstrip()
    named = Span(match.start("name"), match.end("name"))
    known = [p for p in outlets_in(text, named.start, named.end, kb) if not is_photo_credit(text, p.span)]
    closed = before.endswith((".", "!", "?", "”", '"')) or not before
    if not known or not closed or not (last or match[0][0] in "(/["):
        return
    if _LISTED_AGENCIES.fullmatch(_without(text, named, known)):
        yield from (of_outlet(p, "credit") for p in known)
    elif known[0].span.start - named.start <= 4 and "," not in named.of(text):
        yield agency(text, named, kb, "credit")


def _inside(text: str, span: Span) -> Span:
    """A line without its brackets."""
    return stripped(text, span.start, span.end, "()[]/*–—- ") or span


# What is left of "dpa, TASS and AFP" without its names
_LISTED_AGENCIES = re.compile(r"(?:\s*(?:,|/|&|\band\b)\s*)+")


def _without(text: str, span: Span, names: list[Printed]) -> str:
    out, at = "", span.start
    for printed in names:
        out += text[at : printed.span.start]
        at = printed.span.end
    return out + text[at : span.end]


def _alone(text: str, span: Span, printed: Printed) -> bool:
    """Whether a line holds the name of one outlet and nothing else but marks, dates and small words."""
    before, after = text[span.start : printed.span.start], text[printed.span.end : span.end]
    for mention in find_dates(text, printed.span.end, span.end):
        after = after.replace(mention.span.of(text), "")
    rest = re.sub(
        r"\b(?:news agency|news|agency|updated?|published|posted|on|at|edt|gmt|newsource|wire)\b", "", after, flags=re.I
    )
    return bool(_ALONE_BEFORE.fullmatch(before)) and not re.search(r"\w", rest)


def _named_alone(
    page: Page, index: int, line: Line, where: tuple[int, int], printed: Printed, kb: Knowledge, outlet: str | None
) -> Iterator[Credit]:
    """A line that is an outlet's name: a byline under the title, a credit behind the text; a masthead is none."""
    text = page.text
    begins = text[line.span.start : printed.span.start].strip().lower()
    wrapped = text[line.span.start : line.span.end].strip()[:1] in "(/[-–—*"
    wire = kb.outlets[printed.entry.id].kind == "wire"
    title = next((i for i, other in enumerate(page.lines) if other.role == "title"), None)
    if index < where[0]:
        under_title = title is not None and index > title
        masthead = _own(printed, outlet, kb) and line.role == "header" and not under_title
        named_so = line.role == "byline" or begins.startswith(("by", "source", "from"))
        if (named_so or under_title or wire) and not masthead:
            yield of_outlet(printed, "byline")
    elif index < where[1] + 4 and (wire or wrapped or line.role in ("credit", "byline")):
        yield of_outlet(printed, "credit" if index >= where[0] + 3 else "byline")


def _byline(text: str, line: Line, found: list[Printed]) -> Iterator[Credit]:
    """The agency in a byline: "By Ada Example, Associated Press", "The Associated Press | Sunday, July 15"."""
    printed = line.span.of(text)
    if _PERSONS.search(printed) or not found:
        return
    dated = bool(find_dates(text, line.span.start, line.span.end))
    first = found[0]
    begins = not re.search(
        r"\w", re.sub(r"\b(?:the|from|by)\b", "", text[line.span.start : first.span.start], flags=re.I)
    )
    fused = printed and text[first.span.start - 1 : first.span.start].isalpha()
    if line.role == "byline" or fused or _BYLINE.match(printed) or (dated and begins and len(printed) < 110):
        yield from (of_outlet(p, "byline") for p in found if p.sure or line.role == "byline")


def _fused(text: str, span: Span, kb: Knowledge) -> Iterator[Printed]:
    """An agency run together with the name before it: "Ada ExampleAssociated Press"."""
    for match in _RUN_TOGETHER.finditer(text, span.start, span.end):
        for printed in outlets_in(text, match.end(), span.end, kb):
            if printed.span == Span(match.end(), span.end) and printed.sure:
                yield Printed(printed.span, printed.entry, True)


def _own(printed: Printed, outlet: str | None, kb: Knowledge) -> bool:
    """Whether an outlet is the site that published the page."""
    if outlet is None:
        return False
    row = kb.outlets[printed.entry.id]
    names = {name.casefold().removeprefix("the ") for name in (row.name, *row.aliases, row.domain or row.name)}
    return outlet.casefold().removeprefix("the ").removeprefix("www.") in names
