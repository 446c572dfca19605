"""From a source to an article: decoded, cut into lines, each with its role, dated, credited."""

from __future__ import annotations

from communique.article.credits import of_the_text, typed
from communique.article.dateline import find_dateline
from communique.article.decode import MAX_BYTES, Decoded, decode, document_id
from communique.article.html import html_page, is_html
from communique.article.language import language_of
from communique.article.lines import Page
from communique.article.origins import credited_places, merged
from communique.article.plain import plain_page
from communique.article.roles import with_roles
from communique.article.titles import byline, headline, outlet
from communique.knowledge.base import Knowledge
from communique.model.article import Article, Furniture, Published, Source
from communique.model.dates import PartialDate
from communique.model.reading import Failure
from communique.model.span import Span, stripped

_LANGUAGE_CHARS = 2000
# A book's worth of visible text: no article is longer (the longest of 631 real pages has 59,000), and up to here memory
# stays near what the tables and the pipeline take. Two million characters on one line took 1.2 GB.
MAX_CHARS = 500_000
# A dateline stands at the head of the report; captions that were taken for its first blocks may stand before it.
_DATELINE_PLACES = 4


def read_article(source: Source, kb: Knowledge, *, max_bytes: int = MAX_BYTES) -> Article | Failure:
    """The article in the bytes of a source.

    A Failure where they hold no text, more than max_bytes, or more than MAX_CHARS characters of text.
    """
    decoded = decode(source, max_bytes=max_bytes)
    if isinstance(decoded, Failure):
        return decoded
    page = _page(decoded)
    if page is None:
        message, mend = "nothing of the page is visible", "save the page after it has loaded"
        return Failure(source.path, "no_text", message, mend, document_id(source.data))
    if len(page.text) > MAX_CHARS:
        message = f"its text has {len(page.text):,} characters, more than the {MAX_CHARS:,} that an article can have"
        return Failure(source.path, "too_large", message, "cut it into single articles", document_id(source.data))
    return _article(source, decoded, with_roles(page, kb), kb)


def _page(decoded: Decoded) -> Page | None:
    if is_html(decoded.text):
        return html_page(decoded.text)
    return plain_page(decoded.text)


def _article(source: Source, decoded: Decoded, page: Page, kb: Knowledge) -> Article:
    blocks, datelines = _blocks(page, kb)
    title, title_span = headline(page, kb)
    site = outlet(page, kb, source.url)
    found = credited_places(page, kb, outlet=site)
    language = language_of(_sample(page, blocks))
    unread = None if language in ("en", None) else f"its language ({language}) is not parsed"
    return Article(
        id=document_id(source.data),
        text=page.text,
        path=source.path,
        url=source.url,
        language=language,
        title=title,
        title_span=title_span,
        byline=byline(page, kb),
        outlet=site,
        published=_published(page, kb, source.url, source.published),
        body=blocks,
        furniture=_furniture(page, datelines),
        origins=merged(of_the_text(page, found, kb)),
        credits=typed(page, found, kb),
        mended=decoded.mended,
        unread=unread,
        datelines=datelines,
    )


def _blocks(page: Page, kb: Knowledge) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The blocks of the body without the datelines at their heads, and the datelines."""
    blocks: list[Span] = []
    datelines: list[Span] = []
    for line in page.lines:
        if line.role != "body":
            if line.role == "dateline":
                datelines.append(line.span)
            continue
        found = find_dateline(page.text, line.span, kb) if not datelines and len(blocks) < _DATELINE_PLACES else None
        if found is None:
            blocks.append(line.span)
            continue
        datelines.append(found.span)
        for start, end in ((line.span.start, found.span.start), (found.span.end, line.span.end)):
            rest = stripped(page.text, start, end) if start < end else None
            if rest is not None:
                blocks.append(rest)
    return tuple(blocks), tuple(datelines)


def _furniture(page: Page, datelines: tuple[Span, ...]) -> tuple[Furniture, ...]:
    out = [Furniture(line.span, line.role) for line in page.lines if line.role != "body" and line.role != "dateline"]
    out += [Furniture(span, "dateline") for span in datelines]
    if page.meta:
        out.append(Furniture(Span(0, page.meta[-1].span.end), "header"))
    return tuple(sorted(out, key=lambda f: f.span))


def _sample(page: Page, blocks: tuple[Span, ...]) -> str:
    """The start of the body, of the whole page where it has none."""
    parts: list[str] = []
    size = 0
    for span in blocks or tuple(line.span for line in page.lines):
        parts.append(page.text[span.start : min(span.end, span.start + _LANGUAGE_CHARS)])
        size += len(parts[-1])
        if size > _LANGUAGE_CHARS:
            break
    return "\n".join(parts)


def _published(page: Page, kb: Knowledge, url: str | None, given: PartialDate | None) -> Published | None:
    from communique.article.published import publication_date

    return publication_date(page, kb, url=url, given=given)
