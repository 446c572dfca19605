"""Machine-readable values of an HTML head: title, dates, authors, publisher, address."""

from __future__ import annotations

import json
from collections.abc import Iterator

from lxml import etree

MAX_VALUE_CHARS = 500
MAX_VALUES = 60
_MAX_LD_CHARS = 500_000
_MAX_TIMES = 10

_META = frozenset(
    "og:title og:site_name og:url og:description og:updated_time og:article:published_time article:published_time"
    " article:modified_time article:published article:modified article:author article:publisher twitter:title"
    " description author byl dc.creator dc.publisher publisher application-name date pubdate publishdate publish-date"
    " publish_date publication_date dc.date dc.date.issued dcterms.date dcterms.created dcterms.modified"
    " dcterms.issued dc.date.created sailthru.date sailthru.title sailthru.author parsely-pub-date parsely-title"
    " parsely-author article.published article.updated article_date_original date.created created last-modified"
    " lastmod datepublished datemodified datecreated headline rnews:datepublished revised issue_date"
    " citation_publication_date cxenseparse:recs:publishtime ptime displaydate originalpublicationdate pdate"
    " og:locale content-language language copyright".split()
)
_LD_DATES = ("datePublished", "dateModified", "dateCreated")
_LD_ARTICLES = ("Article", "Posting", "Report", "WebPage", "LiveBlog", "Review")


def head_values(tree: etree._Element) -> list[tuple[str, str]]:
    """Name and value of what the page says of itself, each once, in the page's order of kinds.

    Names are lower case: `ld:datepublished`, `og:title`, `article:published_time`, `time`, `url`, `title`, `lang`.
    """
    out: dict[tuple[str, str], None] = {}
    for name, value in _all(tree):
        value = " ".join(value.split())[:MAX_VALUE_CHARS].strip()
        if value:
            out.setdefault((name, value))
        if len(out) >= MAX_VALUES:
            break
    return list(out)


def _all(tree: etree._Element) -> Iterator[tuple[str, str]]:
    yield "lang", tree.get("lang") or ""
    for link in tree.iter("link"):
        if (link.get("rel") or "").lower() == "canonical":
            yield "url", link.get("href") or ""
            break
    for title in tree.iter("title"):
        yield "title", title.text or ""
        break
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            yield from _ld(script.text or "")
    for meta in tree.iter("meta"):
        name = (
            meta.get("property") or meta.get("name") or meta.get("itemprop") or meta.get("http-equiv") or ""
        ).lower()
        if name in _META:
            yield name, meta.get("content") or ""
    times = 0
    for time in tree.iter("time"):
        value = time.get("datetime")
        if value and times < _MAX_TIMES:
            times += 1
            yield "time", value


def _ld(text: str) -> Iterator[tuple[str, str]]:
    """Values of one JSON-LD block; nothing where it is broken."""
    if len(text) > _MAX_LD_CHARS:
        return
    try:
        value = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return
    todo = [value]
    seen = 0
    while todo and seen < 200:
        item = todo.pop(0)
        seen += 1
        if isinstance(item, list):
            todo.extend(item)
        elif isinstance(item, dict):
            if isinstance(item.get("@graph"), list):
                todo.extend(item["@graph"])
            if any(kind in str(item.get("@type", "")) for kind in _LD_ARTICLES):
                yield from _ld_article(item)


def _ld_article(item: dict[str, object]) -> Iterator[tuple[str, str]]:
    for key in ("headline", *_LD_DATES):
        value = item.get(key)
        if isinstance(value, str):
            yield f"ld:{key.lower()}", value
    for key in ("author", "publisher"):
        for name in _names(item.get(key)):
            yield f"ld:{key}", name


def _names(value: object) -> Iterator[str]:
    for one in value if isinstance(value, list) else [value]:
        name = one.get("name") if isinstance(one, dict) else one
        for text in name if isinstance(name, list) else [name]:
            if isinstance(text, str):
                yield text
