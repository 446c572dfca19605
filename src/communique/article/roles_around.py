"""Roles that the place of a line tells: title, standfirst, byline, section labels, related headlines."""

from __future__ import annotations

import re

from communique.article.lines import Page
from communique.article.roles_look import Look
from communique.article.titles import is_name, meta_titles, name_list, outlet_named
from communique.knowledge.base import Knowledge

_WORD = re.compile(r"\w+")
_TITLE_PLACES = 15
_MAX_STANDFIRST_WORDS = 45
_STANDFIRST_WORDS = frozenset("standfirst dek deck subtitle subheadline".split())
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_BIO = re.compile(
    r"(?:The (?:writer|author)|[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}|(?:He|She)),? (?:is|was|has been|covers|writes|works|reports) "
    r"(?:(?:a|an|the|for|on|as|about|at) )?.{0,140}?\b(?:editor|correspondent|reporter|writer|columnist|contributor|journalist"
    r"|fellow|author|producer|professor|chief|bureau|analyst|covers|covering|writes|reporting|politics|news|Twitter)\b"
)


def name_places(page: Page, looks: list[Look], kb: Knowledge) -> None:
    """Settle title, standfirst, bylines and the lines around the body by where they stand."""
    title = _title(page, looks)
    _title_repeats(page, looks, title)
    first = next((n for n, look in enumerate(looks) if look.role == "body"), len(looks))
    first = _standfirst_of_html(page, looks, first) if page.html else _standfirst(looks, title, first)
    _above(looks, title, first, kb)
    _related_inside(page, looks)
    _below(page, looks, kb)


def key(text: str) -> tuple[str, ...]:
    """The words of a line in lower case: what is left of two prints of the same headline."""
    return tuple(_WORD.findall(text[:600].lower()))


def _title(page: Page, looks: list[Look]) -> int | None:
    """The line that is the page's title: as its head has it, else its h1, else the first line like a headline."""
    wanted = [key(t) for t in meta_titles(page)]
    for n, look in enumerate(looks):
        mine = key(look.text)
        if len(mine) >= 3 and any(_same_title(mine, w) for w in wanted):
            return n
    for n, look in enumerate(looks):
        if page.lines[n].tag == "h1" and look.cue is None and look.words >= 3:
            return n
    if page.html:
        return None
    return _printed_title(page, looks)


def _same_title(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    if one == other:
        return True
    return len(one) >= 4 and len(other) <= len(one) + 6 and other[: len(one)] == one


def _printed_title(page: Page, looks: list[Look]) -> int | None:
    first = next((n for n, look in enumerate(looks) if look.role == "body"), None)
    if first is None:
        return None
    follows = sum(look.role == "body" for look in looks) > 1
    for n in range(min(first + 1, _TITLE_PLACES)):
        look, line = looks[n], page.lines[n]
        if look.cue is not None:
            continue
        fused = n > 0 and "\n" not in page.text[page.lines[n - 1].span.end : line.span.start]
        if fused and n < len(looks) - 1 and looks[n - 1].cue == "header":
            return n
        if n == first and not follows:
            return None
        if look.headlike and (look.words >= 4 or _repeated_below(looks, n)):
            return n
        if n < first and look.words >= 8 and look.words <= 30 and n == 0 and look.role != "body":
            return n
    return None


def _repeated_below(looks: list[Look], n: int) -> bool:
    mine = key(looks[n].text)
    return any(key(look.text) == mine for look in looks[n + 1 : n + 6])


def _title_repeats(page: Page, looks: list[Look], title: int | None) -> None:
    if title is None:
        return
    mine = key(looks[title].text)
    wanted = [mine, *(key(t) for t in meta_titles(page))]
    for n, look in enumerate(looks):
        if n == title or (
            look.words <= 40 and not (look.sentence and look.role == "body") and key(look.text) in wanted
        ):
            look.role = "title"
            look.cue = "title"


def _standfirst(looks: list[Look], title: int | None, first: int) -> int:
    """One sentence under the title with a byline, date or picture between it and the report; the body's new start."""
    if title is None or first >= len(looks) or first < title:
        return first
    for n in range(title + 1, min(first + 3, len(looks))):
        look = looks[n]
        if look.cue is not None or look.words < 5:
            if n > first:
                break
            continue
        after = next((a for a in looks[n + 1 : n + 2]), None)
        more = sum(other.role == "body" for other in looks[n + 1 :])
        apart = after is not None and after.cue in ("byline", "header", "caption", "credit")
        if look.words <= _MAX_STANDFIRST_WORDS and more >= 2 and (apart or _repeated_below(looks, n)) and n <= first:
            look.role = "standfirst"
        elif n < first and look.words >= 6:
            look.role = "standfirst"
        else:
            break
    return next((n for n, look in enumerate(looks) if look.role == "body"), len(looks))


def _standfirst_of_html(page: Page, looks: list[Look], first: int) -> int:
    """A first block that its page marks as the standfirst, or sets as a heading."""
    for n in range(min(first + 1, len(looks))):
        line, look = page.lines[n], looks[n]
        if look.cue is not None or not 5 <= look.words <= _MAX_STANDFIRST_WORDS:
            continue
        heading = line.tag in ("h2", "h3", "h4", "h5") and look.sentence
        if heading or _STANDFIRST_WORDS & set(line.inside):
            look.role = "standfirst"
    return next((n for n, look in enumerate(looks) if look.role == "body"), len(looks))


def _above(looks: list[Look], title: int | None, first: int, kb: Knowledge) -> None:
    """Bylines and section labels between the top of the page and the report."""
    start = 0 if title is None else title
    for n in range(min(first, len(looks))):
        look = looks[n]
        if look.role != "other" or look.cue is not None:
            continue
        if n > start and (is_name(look.text, kb) or name_list(look.text, kb)):
            look.role = "byline"
        elif outlet_named(look.text, kb) is not None:
            look.role = "byline" if title is not None and n > title else "header"
        elif look.words <= 4:
            look.role = "header"


def _related_inside(page: Page, looks: list[Look]) -> None:
    """Headlines under a "Related" heading, up to the next line of prose; links in capitals between paragraphs."""
    under = False
    for n, look in enumerate(looks):
        if look.role == "body" and look.words >= 4 and look.text.isupper() and "linked" in page.lines[n].inside:
            look.role = "related"
        if look.cue == "related":
            under = True
        elif look.cue is not None and look.cue not in ("menu", "caption"):
            under = False
        elif under and ((look.sentence and look.words > 12) or look.words > 25 or (page.html and "linked" not in page.lines[n].inside)):
            under = False
        elif under and look.cue is None:
            look.role = "related"


def _below(page: Page, looks: list[Look], kb: Knowledge) -> None:
    """The end of the page: names, notes on the author, headlines that follow the report."""
    last = max((n for n, look in enumerate(looks) if look.role == "body"), default=-1)
    while last > 0 and _is_tail(looks, page, last, kb):
        looks[last].role = "byline" if is_name(looks[last].text, kb) or _BIO.match(looks[last].text) else "related"
        last = max((n for n, look in enumerate(looks) if look.role == "body"), default=-1)
    if last < 0:
        return
    for look in looks[last + 1 : last + 4]:
        if look.role == "other" and (is_name(look.text, kb) or _BIO.match(look.text)):
            look.role = "byline"


def _is_tail(looks: list[Look], page: Page, n: int, kb: Knowledge) -> bool:
    look = looks[n]
    if look.words <= 60 and _BIO.match(look.text):
        return True
    if page.lines[n].tag == "div" and look.words <= 12 and any(other.text == look.text for other in looks[:n]):
        return True
    if look.sentence or look.words > 16:
        return False
    if page.html and page.lines[n].tag in _HEADINGS:
        return False
    return is_name(look.text, kb) or "linked" in page.lines[n].inside or not page.html
