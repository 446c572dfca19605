"""Title, byline and outlet of a page, with the characters they were read from."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from urllib.parse import urlsplit

from communique.article.lines import Line, MetaValue, Page
from communique.knowledge.base import Knowledge
from communique.knowledge.kinds import Outlet
from communique.model.article import Printed
from communique.model.span import Span, stripped

_META_TITLES = ("og:title", "ld:headline", "headline", "twitter:title", "parsely-title", "sailthru.title", "title")
_META_AUTHORS = ("ld:author", "author", "byl", "parsely-author", "sailthru.author", "dc.creator", "article:author")
_META_SITES = ("og:site_name", "ld:publisher", "application-name", "dc.publisher", "publisher")
SUFFIX = re.compile(r"\s+[|–—·»-]\s+")
_BY = re.compile(
    r"(?:(?:written|story|words|reported?|posted|published) )?by\b:?\s*"
    r"(?:the\s(?=.{2,40}\b(?:team|staff|desk)\b))?|from\s+",
    re.IGNORECASE,
)
_NAME_END = re.compile(
    r"\s*(?:[|•·@(]|\s{3}|\sContact\b|\s(?:is|was|has|covers|writes|reports)\s|\s[–—-]\s|,?\s(?=\d)|\b(?:on|at|in)\s(?=\d"
    r"|[A-Z][a-z]+ \d)|\b(?:Published|Updated|Posted)\b"
    r"|,?\s(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?,?\s\d)"
)
_NAME = re.compile(r"(?:[A-ZÀ-ÞŁŠŽĞİÇ][\w'’.-]*|al-\w+|de|da|van|von|der|den|bin|bint|ibn|la|le|el)(?: |$)")
_NO_NAME = frozenset(
    "news politics world business opinion sports sport home latest video photos top breaking live more read watch share"
    " africa asia europe international national foreign policy economy culture technology science health editorial"
    " analysis exclusive press release statement office advertisement related story stories subscribe newsletter search"
    " menu republic government ministry minister president middle east magazine times post herald daily weekly"
    " journal gazette observer today tv radio channel agency press media"
    " most liked viewed popular all also next previous guest writer contributor admin"
    " page section city county university school group team board council committee news: us uk the this click"
    " comments".split()
)
_SURNAMES = frozenset({"state", "city", "demonym", "region", "metonym"})
_LATER_BY = re.compile(r"[,|·•–—-]\s*(?:by|By)\s+(?=[A-Z])")
_MAX_BYLINE = 200


def meta_titles(page: Page) -> tuple[str, ...]:
    """What the head of the page says that it is called, with and without the name of its site."""
    out: dict[str, None] = {}
    for name in _META_TITLES:
        for value in page.meta:
            if value.name == name:
                out.setdefault(value.value)
                out.setdefault(SUFFIX.split(value.value)[0])
    return tuple(t for t in out if len(t) >= 10)


def headline(page: Page, kb: Knowledge) -> tuple[str | None, Span | None]:
    """The title and where it is printed; None for the place where only the head of the page has it."""
    for line in page.lines:
        if line.role == "title":
            span = _without_site(page, line.span, kb)
            return span.of(page.text), span
    for name in _META_TITLES:
        for value in page.meta:
            if value.name == name:
                return SUFFIX.split(value.value)[0] if name == "title" else value.value, None
    return None, None


def _site_suffix(text: str, kb: Knowledge) -> Outlet | None:
    """The outlet behind a headline; an office there is whom the headline quotes ("... — Kremlin")."""
    parts = SUFFIX.split(text)
    known = outlet_named(parts[-1], kb) if len(parts) > 1 else None
    return known if known is not None and known.kind != "government" else None


def _without_site(page: Page, title: Span, kb: Knowledge) -> Span:
    """The title without the name of its site behind it, where an outlet is named so or the title stands without it"
    " too."""
    text = title.of(page.text)
    parts = SUFFIX.split(text)
    if len(parts) < 2 or len(parts[-1]) > 40:
        return title
    bare = text[: text.rindex(parts[-1])].rstrip(" |–—·»-\t")
    again = any(line.span != title and line.span.of(page.text) == bare for line in page.lines[:40])
    return Span(title.start, title.start + len(bare)) if bare and (again or _site_suffix(text, kb)) else title


def byline(page: Page, kb: Knowledge) -> Printed | None:
    """Who wrote it, as printed: people or an agency; None where nobody is named."""
    lines = [line.span for line in page.lines if line.role == "byline"]
    for line in sorted(lines, key=lambda span: not _BY.match(page.text, span.start, span.end)):
        span = _author(page.text, line)
        if span is not None:
            return Printed(span.of(page.text), (span,))
    for name in _META_AUTHORS:
        for value in page.meta:
            if value.name == name and not value.value.startswith(("http", "@")) and len(value.value) < 120:
                span = _author(page.text, value.span)
                if span is not None:
                    return Printed(span.of(page.text), (span,))
    return None


def _author(text: str, line: Span) -> Span | None:
    """The name inside a byline: without "By", dates, addresses."""
    start, end = line.start, min(line.end, line.start + _MAX_BYLINE)
    by = _BY.match(text, start, end)
    if by or (by := _LATER_BY.search(text, start, end)):
        start = by.end()
    stop = _NAME_END.search(text, start + 1, end)
    if stop:
        end = stop.start()
    span = stripped(text, start, end, " ,;:|•·/-–—")
    if span is None or "@" in text[span.start : span.end + 1]:
        return None
    return span if any(c.isupper() for c in span.of(text)) else None


def is_name(text: str, kb: Knowledge) -> bool:
    """Whether a line is one person's name and nothing else."""
    words = text.replace("\u00a0", " ").split()
    if not 2 <= len(words) <= 4 or len(text) > 45 or not words[0][0].isupper() or not words[-1][0].isupper():
        return False
    if any(w.lower().strip(".,") in _NO_NAME for w in words) or text.isupper() or not text[-1].isalpha():
        return False
    if "".join(_NAME.findall(text + " ")).split() != words:
        return False
    # whoever is in the tables is news, not its writer; a place is no name, but many a surname is a place ("Holland")
    return all(found.span.start > 0 and found.entries[0].kind in _SURNAMES for found in kb.names.find(text))


_POST = re.compile(r"(?:Reporter|Correspondent|Editor|Writer|Columnist|Spokes\w+|Producer|Bureau|Staff)$")
_LIST_BREAK = re.compile(r",| and | & |\s[|•·–—-]\s|\s{2,}|;")


def name_list(text: str, kb: Knowledge) -> bool:
    """Whether a line is a byline without "By": names of people, then perhaps their paper or address."""
    parts = [part.strip(" ,;:|•·–—-\t") for part in _LIST_BREAK.split(text)] if len(text) <= 200 else []
    parts = [part for part in parts if part]
    if len(parts) < 2 or not is_name(parts[0], kb):
        return False
    return all(
        is_name(p, kb) or p.startswith("@") or _POST.search(p) or outlet_named(p, kb) is not None for p in parts[1:]
    )


def outlet_named(text: str, kb: Knowledge) -> Outlet | None:
    """The outlet whose name or site the whole of a short line is."""
    text = text.strip(" •|·:-–—()[]*")
    if not 2 <= len(text) <= 60:
        return None
    if "." in text and " " not in text:
        found = kb.outlet_at(text.lower().removeprefix("http://").removeprefix("https://").rstrip("/"))
        if found is not None:
            return found
    bare = text.removeprefix("the ").removeprefix("The ")
    names = kb.names.find(text)
    if len(names) == 1 and len(names[0].span) >= len(bare):
        entry = next((e for e in names[0].entries if e.kind == "outlet"), None)
        return kb.outlets.get(entry.id) if entry is not None else None
    return None


def outlet(page: Page, kb: Knowledge, url: str | None) -> str | None:
    """The site or paper that published the page; None where neither page nor address tells."""
    for address in (url, *(m.value for m in page.meta if m.name in ("url", "og:url"))):
        host = urlsplit(address if "//" in address else "//" + address).hostname if address else None
        known = kb.outlet_at(host) if host else None
        if known is not None:
            return known.name
    site = _site(page.meta)
    if site is not None:
        known = outlet_named(site, kb)
        return known.name if known is not None else site
    suffix = _title_suffix(page, kb)
    return suffix if suffix is not None else _masthead(page, kb)


def _site(meta: tuple[MetaValue, ...]) -> str | None:
    for name in _META_SITES:
        for value in meta:
            if value.name == name and 1 < len(value.value) <= 60 and not value.value.startswith("http"):
                return value.value
    return None


def _title_suffix(page: Page, kb: Knowledge) -> str | None:
    """`Headline | Charlotte Observer`: the last part, on a page whose head has it or where an outlet is named so."""
    for value in page.meta:
        if value.name == "title":
            parts = SUFFIX.split(value.value)
            if len(parts) > 1 and len(parts[-1]) <= 40:
                known = outlet_named(parts[-1], kb)
                return known.name if known is not None else parts[-1]
    for line in page.lines:
        if line.role == "title":
            parts = SUFFIX.split(line.span.of(page.text))
            known = _site_suffix(line.span.of(page.text), kb)
            if known is not None:
                return known.name
            return parts[-1] if len(_without_site(page, line.span, kb)) < len(line.span) else None
    return None


def _masthead(page: Page, kb: Knowledge) -> str | None:
    """The site's address, or an outlet's name as a line of its own, at the top of the page or in its last lines."""
    above = [line for line in page.lines[:_MASTHEAD_LINES] if line.role in _OUTER]
    top = next((n for n, line in enumerate(page.lines) if line.role not in _OUTER), len(page.lines))
    for index, line in enumerate(page.lines[: min(top, _MASTHEAD_LINES)]):
        known = outlet_named(line.span.of(page.text), kb)
        # an agency's name under another line, between the paper's name and the date, is whose text this is
        if known is not None and not (known.kind == "wire" and index):
            return known.name
    for line in (
        *above,
        *(line for line in page.lines[-_MASTHEAD_LINES:] if line.role in _OUTER or line.role == "credit"),
    ):
        found = _HOST.search(page.text, line.span.start, min(line.span.end, line.span.start + 200))
        if found is not None:
            known = kb.outlet_at(found[0])
            return known.name if known is not None else _name_of(found[0], above, page.text)
    return None


_MASTHEAD_LINES = 8
# A site's name and its address differ by an article or a plural ("The Harbour Post", harbourpost).
_ALIKE = 0.85
_OUTER = frozenset({"header", "menu", "other", "share", "related"})
# A site's address printed alone: no path, no mail, none of the services that every page links to.
_HOST = re.compile(
    r"(?<![\w@./-])(?!(?:www\.)?(?:facebook|twitter|youtube|instagram|linkedin|google|whatsapp|t|bit|youtu)\.)"
    r"(?:www\.)?[a-z0-9-]{2,40}(?:\.[a-z0-9-]{2,30}){0,2}\.(?!html?\b|php\b|js\b|com/)[a-z]{2,10}(?![\w@/-]|\.\w)"
)


def _name_of(host: str, lines: list[Line], text: str) -> str:
    """The name that a masthead prints beside its address, the address itself where it prints none."""
    label = host.removeprefix("www.").split(".")[0].replace("-", "")
    for line in lines:
        for part in re.split(r"\s{2,}|\s[|•·–—-]\s", line.span.of(text)):
            letters = "".join(c for c in part.lower().replace("&", "and") if c.isalnum())
            alike = letters[:3] == label[:3] and SequenceMatcher(None, letters, label).ratio() > _ALIKE
            if letters and alike and part.lower() != host:
                return part.strip()
    return host
