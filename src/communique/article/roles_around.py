"""Roles that the place of a line tells: title, standfirst, byline, section labels, related headlines."""

from __future__ import annotations

import re
from itertools import pairwise

from communique.article.dateline import find_dateline
from communique.article.lines import Page
from communique.article.roles_look import Look, key
from communique.article.titles import SUFFIX, is_name, meta_titles, name_list, outlet_named
from communique.knowledge.base import Knowledge
from communique.knowledge.calendar import find_dates

_TITLE_PLACES = 15
_MAX_STANDFIRST_WORDS = 45
_STANDFIRST_WORDS = frozenset("standfirst dek deck subtitle subheadline".split())
# Share of a headline's longer words that the next five blocks repeat: of first headlines on the texts tried, those that
# belong to the report have .34 or more, furniture above it 0 to .2.
_TITLE_SHARE = 0.3
_DATELINE_PLACES = 5
_STANDFIRST_PLACES = 4
_CAPTION_TAIL = re.compile(r"\((?:[A-Z][\w.&'’-]*[ /,]{0,2}){1,5}\)\W*$")
_PLACE_LINE = re.compile(
    r"(?P<place>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3})(?:, [A-Z][\w. ]{1,25})?(?P<agency> \([A-Z][\w ]{1,20}\))?"
)
_CREDIT_LINE = re.compile(r"\W{0,2}(?:Photo|Image|Picture|Credit|AP Photo|REUTERS|AFP)\b")
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_BIO = re.compile(
    r"(?:The (?:writer|author)|[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}|(?:He|She)),? (?:is|was|has been|covers|writes"
    r"|works|reports) "
    r"(?:(?:a|an|the|for|on|as|about|at) )?.{0,140}?\b(?:editor|correspondent|reporter|writer|columnist|contributor"
    r"|journalist"
    r"|fellow|author|producer|professor|chief|bureau|analyst|covers|covering|writes|reporting|politics|news|Twitter)\b"
)


def name_places(page: Page, looks: list[Look], kb: Knowledge) -> None:
    """Settle title, standfirst, bylines and the lines around the body by where they stand."""
    title = _title(page, looks, kb)
    _title_repeats(page, looks, title)
    _above(page, looks, title, kb)
    _before_dateline(page, looks, kb)
    if page.html:
        _label_of_html(looks)
        _standfirst_of_html(page, looks)
    elif title is not None:
        _standfirst(page, looks, title, kb)
    _captions_above(looks)
    _related_inside(page, looks)
    _below(page, looks, kb)


def _first(looks: list[Look]) -> int:
    """The first line of the body; their number where there is none."""
    return next((n for n, look in enumerate(looks) if look.role == "body"), len(looks))


def _title(page: Page, looks: list[Look], kb: Knowledge) -> int | None:
    """The line that is the page's title: as its head has it, else its h1, else the line above the body most like it."""
    wanted = [key(t) for t in meta_titles(page)]
    for n, look in enumerate(looks):
        mine = look.key
        if len(mine) >= 3 and any(_same_title(mine, w) for w in wanted):
            return n
    for n, look in enumerate(looks):
        if page.lines[n].tag == "h1" and look.cue is None and look.words >= 3:
            return n
    return None if page.html else _printed_title(page, looks, kb)


def _same_title(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    if one == other:
        return True
    return len(one) >= 4 and len(other) <= len(one) + 6 and other[: len(one)] == one


def _printed_title(page: Page, looks: list[Look], kb: Knowledge) -> int | None:
    """The first line above the report that shares words with it; the first headline at all where none does."""
    first = _first(looks)
    if first >= len(looks):
        return None
    fused = _fused(page, looks, first)
    if fused is not None:
        return fused
    alone = sum(look.role == "body" for look in looks) < 2
    places = [n for n in range(first + (not alone)) if _may_be_title(looks, n, page, kb)][:_TITLE_PLACES]
    told = [set(look.key) for look in looks[first : first + 6] if look.role == "body"]
    shares = [1.0 if _repeated_below(looks, n) else _shared(looks[n].key, told[n >= first :]) for n in places]
    if alone and places and places[-1] == first:
        shares[-1] = 0.0
    enough = max(_TITLE_SHARE, 0.45 * max(shares, default=0.0))
    for n, share in zip(places, shares, strict=True):
        if share >= enough:
            return n
    return places[0] if places and places[0] < first else None


def _fused(page: Page, looks: list[Look], first: int) -> int | None:
    """A headline on the same printed line as the date stamp before it."""
    for n in range(1, min(first + 1, _TITLE_PLACES)):
        between = page.text[page.lines[n - 1].span.end : page.lines[n].span.start]
        if looks[n - 1].cue == "header" and looks[n].cue is None and "\n" not in between and n < len(looks) - 1:
            return n
    return None


def _may_be_title(looks: list[Look], n: int, page: Page, kb: Knowledge) -> bool:
    look = looks[n]
    if look.cue is not None or look.role not in ("other", "body") or is_name(look.text, kb) or name_list(look.text, kb):
        return False
    if outlet_named(look.text, kb) is not None or _place_and_day(look.text, kb):
        return False
    if look.headlike and (look.words >= 4 or _repeated_below(looks, n)):
        return not (look.role == "body" and look.words > 12 and find_dateline(page.text, page.lines[n].span, kb))
    return n == 0 and look.role != "body" and 8 <= look.words <= 30


def _place_and_day(text: str, kb: Knowledge) -> bool:
    """Whether a line is where and when something was released, "Vaduz, 9 October 2024", and nothing else."""
    days = [found.span for found in find_dates(text) if found.day and found.year] if len(text) <= 60 else []
    if len(days) != 1:
        return False
    around = (text[: days[0].start] + text[days[0].end :]).strip(" ,.;:|–—-()")
    names = kb.names.find(around)
    places = names and all(entry.kind in ("city", "state") for name in names for entry in name.entries[:1])
    return bool(places) and len(names) == 1 and len(names[0].span) == len(around)


def _shared(mine: tuple[str, ...], told: list[set[str]]) -> float:
    """Share of the longer words that some of the first blocks have, too."""
    words = [w for w in mine if len(w) > 3]
    return sum(any(w in block for block in told) for w in words) / len(words) if words else 0.0


def _repeated_below(looks: list[Look], n: int) -> bool:
    mine = (looks[n].key, key(SUFFIX.split(looks[n].text)[0]))
    return len(mine[0]) > 1 and any(look.key in mine for look in looks[n + 1 : n + 6])


def _title_repeats(page: Page, looks: list[Look], title: int | None) -> None:
    if title is None:
        return
    wanted = [looks[title].key, *(key(t) for t in meta_titles(page))]
    bare = key(SUFFIX.split(looks[title].text)[0])
    if len(bare) >= 3:
        wanted.append(bare)
    for n, look in enumerate(looks):
        if n == title or (look.words <= 40 and not (look.sentence and look.role == "body") and look.key in wanted):
            look.role = "title"
            look.cue = "title"


def _standfirst(page: Page, looks: list[Look], title: int, kb: Knowledge) -> None:
    """One sentence under the title with a byline, date or picture between it and the report."""
    first = _first(looks)
    for n in range(title + 1, min(first + 1, len(looks))):
        look = looks[n]
        if look.cue is not None or look.role not in ("other", "body") or look.words < 5:
            continue
        if n < first and _CAPTION_TAIL.search(look.text):
            look.role = "caption"
        elif n < first:
            look.role = "standfirst" if n <= title + _STANDFIRST_PLACES else "other"
        else:
            apart = n + 1 < len(looks) and looks[n + 1].cue in ("byline", "header", "caption", "credit")
            more = sum(other.role == "body" for other in looks[n + 1 :])
            fits = look.words <= _MAX_STANDFIRST_WORDS and more >= 2 and n <= title + 2
            if fits and (apart or _repeated_below(looks, n)) and not find_dateline(page.text, page.lines[n].span, kb):
                look.role = "standfirst"


def _before_dateline(page: Page, looks: list[Look], kb: Knowledge) -> None:
    """Where the report opens with a dateline, prose above it is a caption, a summary or a box."""
    body = [n for n, look in enumerate(looks) if look.role == "body"]
    for place, n in enumerate(body[:_DATELINE_PLACES]):
        found = find_dateline(page.text, page.lines[n].span, kb)
        if found is not None and (found.agency is not None or found.date is not None):
            if len(body) - place >= 2:
                for above in body[:place]:
                    looks[above].role = "standfirst" if looks[above].sentence else "other"
            return


def _label_of_html(looks: list[Look]) -> None:
    """A section name that the extractor kept just above the title."""
    first = _first(looks)
    near = looks[first : first + 4]
    if near and near[0].words <= 4 and not near[0].sentence and any(look.role == "title" for look in near):
        near[0].role = "header"


def _standfirst_of_html(page: Page, looks: list[Look]) -> None:
    """A first block that its page marks as the standfirst, or sets as a heading."""
    for n in range(min(_first(looks) + 1, len(looks))):
        line, look = page.lines[n], looks[n]
        if look.cue is not None or look.role not in ("other", "body") or not 5 <= look.words <= _MAX_STANDFIRST_WORDS:
            continue
        heading = line.tag in ("h2", "h3", "h4", "h5") and look.sentence
        if heading or _STANDFIRST_WORDS & set(line.inside):
            look.role = "standfirst"


def _above(page: Page, looks: list[Look], title: int | None, kb: Knowledge) -> None:
    """Bylines, datelines and section labels between the top of the page and the report."""
    start = 0 if title is None else title
    first = _first(looks)
    for n in range(min(first + 3, len(looks))):
        look = looks[n]
        if look.cue is not None or look.role not in ("other", "body") or (n >= first and (look.words > 3 or page.html)):
            continue
        if n > start and (is_name(look.text, kb) or name_list(look.text, kb)):
            look.role = look.cue = "byline"
        elif outlet_named(look.text, kb) is not None:
            look.role = look.cue = "byline" if title is not None and n > title else "header"
        elif n >= first - 1 and _is_place(page, n, kb):
            look.role = look.cue = "dateline"
        elif look.words <= 5 and (found := find_dateline(page.text, page.lines[n].span, kb)) and found.whole:
            look.role = look.cue = "dateline"
        elif (
            n > start
            and look.words <= 5
            and look.text.endswith((" Staff", " Desk", " Bureau", " Reporter", " Correspondent"))
        ):
            look.role = look.cue = "byline"
        elif look.words <= 4 and look.role == "other":
            look.role = "header"


def _is_place(page: Page, n: int, kb: Knowledge) -> bool:
    """Whether a line just above the report is the place of its dateline: `HELSINKI`, `Washington (CNN)`."""
    text = page.lines[n].span.of(page.text)
    found = _PLACE_LINE.fullmatch(text) if len(text) <= 60 else None
    if not found or not (found["agency"] or found["place"].isupper()):
        return False
    return any(e.kind == "city" for name in kb.names.find(found["place"]) for e in name.entries)


def _captions_above(looks: list[Look]) -> None:
    """What stands right above a line of photo credit."""
    for look, below in pairwise(looks):
        if below.cue == "caption" and _CREDIT_LINE.match(below.text) and look.role in ("other", "standfirst"):
            look.role = "caption"


def _related_inside(page: Page, looks: list[Look]) -> None:
    """Headlines under a "Related" heading, up to the next line of prose; links in capitals between paragraphs."""
    under = False
    for n, look in enumerate(looks):
        linked = "linked" in page.lines[n].inside
        if look.role == "body" and look.words >= 4 and look.text.isupper() and linked:
            look.role = "related"
        if look.cue == "related":
            under = True
        elif look.cue is not None and look.cue not in ("menu", "caption"):
            under = False
        elif under and (_is_prose(look) or (page.html and not linked)):
            under = False
        elif under and look.cue is None:
            look.role = "related"


def _is_prose(look: Look) -> bool:
    """Whether a line under a "Related" heading is the report again: headlines have no full stop."""
    return look.words > 25 or (look.words > 5 and look.text.endswith((".", ".”", '."', ".'", ".’")))


def _below(page: Page, looks: list[Look], kb: Knowledge) -> None:
    """The end of the page: names, notes on the author, headlines that follow the report."""
    body = [n for n, look in enumerate(looks) if look.role == "body"]
    seen: dict[str, int] = {}
    for n, look in enumerate(looks):
        seen.setdefault(look.text, n)
    while len(body) > 1 and _is_tail(looks[body[-1]], page, body, seen, kb):
        look = looks[body.pop()]
        if outlet_named(look.text, kb) is not None:
            look.role = "credit"
        else:
            look.role = "byline" if is_name(look.text, kb) or _BIO.match(look.text) else "related"
    for look in looks[body[-1] + 1 : body[-1] + 4] if body else ():
        if look.role in ("other", "related") and look.cue is None and outlet_named(look.text, kb) is not None:
            look.role = "credit"
        elif look.role == "other" and (is_name(look.text, kb) or _BIO.match(look.text)):
            look.role = "byline"


def _is_tail(look: Look, page: Page, body: list[int], seen: dict[str, int], kb: Knowledge) -> bool:
    """Whether the last line of the body is none of it."""
    line = page.lines[body[-1]]
    if look.words <= 60 and _BIO.match(look.text):
        return True
    if line.tag == "div" and look.words <= 12 and seen[look.text] < body[-1]:
        return True
    if look.sentence or look.words > 16:
        return False
    if page.html and line.tag in _HEADINGS:
        return len(body) > _DATELINE_PLACES
    return is_name(look.text, kb) or outlet_named(look.text, kb) is not None or "linked" in line.inside or not page.html
