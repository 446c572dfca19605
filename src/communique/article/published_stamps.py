"""Dated lines of a page and what each is: published, updated, a dateline, the clock of the site."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from communique.article.dateline import Dateline, find_dateline
from communique.article.lines import Line, Page
from communique.knowledge.base import Knowledge
from communique.knowledge.calendar import DateMention, find_dates
from communique.model.span import Span

StampKind = Literal["published", "updated", "plain", "above", "below", "dateline"]


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date that a line of the page gives beside its text.

    kind: labelled as published or updated; plain between title and body, above the title, below the body; or part of a
    dateline. span is the mention with the label that says what it is.
    """

    kind: StampKind
    mention: DateMention
    span: Span


@dataclass(frozen=True, slots=True)
class Layout:
    """Where title and body stand: indices into the page's lines.

    title is None where no line before the body was taken for it; body is the first line of the body, prose its first
    long one that is a sentence, end the one behind its last. All are the number of lines where there is no body.
    """

    title: int | None
    body: int
    prose: int
    end: int


_PUBLISHED = re.compile(
    r"\b(?:published(?: on| at| online)?|posted(?: on| at| by)?|first published|issued|released?|release date|filed|"
    r"created|date|pub(?:lication)? date|uploaded|submitted|veröffentlicht|publi(?:ziert|é)|publicad[oa]|pubblicato|"
    r"опубликовано|story posted|stand)\b|입력|发布",
    re.IGNORECASE,
)
_UPDATED = re.compile(
    r"\b(?:updated?|last updated?|last[- ]modified|modified|last changed|edited|revised|aktualisiert|actualizado|"
    r"mis à jour|aggiornato|atualizado|обновлено|as of)\b",
    re.IGNORECASE,
)
_NOT_A_STAMP = re.compile(
    r"\b(?:file|photo|photograph|picture|pictured|image|caption|accessed|retrieved|expires?|deadline|member since|"
    r"joined|valid|born|died|next|until|forecast|copyright|comment(?:s|ed)?|reply|replied|subscribe|from|between|getty|events?)\b"
    r"|@\w+\)|©",
    re.IGNORECASE,
)
_FREE = frozenset(
    "by at on in of the and a an for to am pm et est edt gmt utc bst cet cest ist pdt pst cdt mdt updated update last"
    " published posted first modified created date time written reporting via from story article read min mins minute"
    " minutes hours ago local uhr h edited editor staff writer reporter news press agency edition online wire uk us"
    " originally follow email share tweet views view comments comment author print".split()
)
_SENTENCE_END = re.compile(r"[a-z][.!?…][\"”’')]*\s*$")
_TAIL_LINES = 4
_DATED_ROLES = ("body", "other", "dateline", "byline")
# No dateline that is a line of its own is as long.
_WHOLE_CHARS = 250
_STAMP_CHARS = 170
_DATED_NAME_CHARS = 70
_BODY_CHARS = 140


def layout(page: Page) -> Layout:
    """Where title and body stand, by the lines' roles; by the length of the lines where they have no roles yet."""
    lines = page.lines
    bodies = [i for i, line in enumerate(lines) if line.role == "body"]
    if not bodies:
        bodies = [i for i, line in enumerate(lines) if line.role == "other" and _reads_as_body(line.span.of(page.text))]
    if not bodies:
        return Layout(None, len(lines), len(lines), len(lines))
    title = next((i for i, line in enumerate(lines[: bodies[0]]) if line.role == "title"), None)
    prose = next((i for i in bodies if _reads_as_body(lines[i].span.of(page.text))), bodies[0])
    return Layout(title, bodies[0], prose, bodies[-1] + 1)


def _reads_as_body(text: str) -> bool:
    return len(text) >= _BODY_CHARS and bool(_SENTENCE_END.search(text)) and not text.startswith(("FILE", "By "))


def stamps(page: Page, where: Layout, kb: Knowledge) -> tuple[Stamp, ...]:
    """Every date of the page that may say when it came out, in text order.

    Captions, comments, related links, menus and the sentences of the body are left out.
    """
    out: list[Stamp] = []
    for index, line in enumerate(page.lines):
        if index < where.end + _TAIL_LINES:
            out += _line_stamps(page, index, line, where, kb)
    return tuple(out)


def _line_stamps(page: Page, index: int, line: Line, where: Layout, kb: Knowledge) -> Iterator[Stamp]:
    text = page.text
    if line.role == "caption" and index < where.prose and is_dated_name(text, line):
        line = replace(line, role="byline")
    if line.role in ("caption", "comments", "related", "menu", "share"):
        if line.role in ("menu", "share"):
            yield from _labelled(page, index, line, find_dates(text, line.span.start, line.span.end))
        return
    opens = index <= where.body + 1 or len(line.span) <= _WHOLE_CHARS
    head = find_dateline(text, line.span, kb) if opens and line.role in _DATED_ROLES else None
    if head is not None and head.date is not None and (index <= where.body + 1 or head.whole):
        yield Stamp("dateline", head.date, _dateline_span(head))
        return
    if index < where.prose and line.role != "body" and (lead := _leading(page, line, first=index == 0)):
        yield lead
        return
    if where.prose <= index < where.end or len(line.span) > _STAMP_CHARS:
        return
    mentions = find_dates(text, line.span.start, line.span.end)
    if not _stamp_like(text, line, mentions):
        return
    labelled = list(_labelled(page, index, line, mentions))
    yield from labelled
    mention = next((m for m in mentions if _full(m) and m.day), None)
    if labelled and (mention is None or any(mention.span.overlaps(s.span) or s.kind == "published" for s in labelled)):
        return
    if mention is not None and not _NOT_A_STAMP.search(line.span.of(text)):
        yield Stamp(_place(page, index, line, where), mention, mention.span)


def _place(page: Page, index: int, line: Line, where: Layout) -> StampKind:
    """Where an unlabelled date stands: that above a title, or first on a page, is as often today's."""
    if index >= where.end:
        return "below"
    bulleted = line.span.of(page.text)[:1] in "•·|"
    if where.title is not None and index < where.title:
        return "above"
    if where.title is None and (bulleted or (index == 0 and where.prose > 1)):
        return "above"
    return "plain"


def _dateline_span(head: Dateline) -> Span:
    assert head.date is not None
    start = head.city.start if head.city else head.date.span.start
    return Span(min(start, head.date.span.start), max(head.date.span.end, head.city.end if head.city else 0))


def _full(mention: DateMention) -> bool:
    return mention.kind in ("day", "month") and mention.month is not None and mention.end is None


def _leading(page: Page, line: Line, *, first: bool) -> Stamp | None:
    """A date fused with the title or first sentence: " date 2031-04-24 The two ministers met"."""
    text = page.text
    match = re.compile(r"\W*(?:date\W+)?", re.IGNORECASE).match(text, line.span.start, line.span.end)
    at = match.end() if match else line.span.start
    mentions = find_dates(text, at, min(line.span.end, at + 40))
    if not mentions or mentions[0].span.start != at or not (_full(mentions[0]) and mentions[0].year):
        return None
    rest = text[mentions[0].span.end : line.span.end]
    if len(rest.split()) < 4 or not re.match(r"[\s:|–—-]+[\"“‘]?[A-Z]", rest):
        return None
    return Stamp("plain" if first or mentions[0].shape != "words" else "above", mentions[0], mentions[0].span)


def _stamp_like(text: str, line: Line, mentions: Sequence[DateMention]) -> bool:
    """Whether the line is made of dates, labels and names, and not of a sentence."""
    printed = line.span.of(text)
    if not mentions:
        return False
    rest, at = [], line.span.start
    for mention in mentions:
        rest.append(text[at : mention.span.start])
        at = mention.span.end
    rest.append(text[at : line.span.end])
    words = re.findall(r"[^\W\d_]+", " ".join(rest))
    ordinary = [w for w in words if w[0].islower() and w not in _FREE]
    if line.role == "title" and words:
        return False  # "Public schedule, 23 July": the day that the text is about
    return len(ordinary) <= 1 and len(words) <= 16 and not (len(words) > 6 and printed.rstrip().endswith("."))


def is_dated_name(text: str, line: Line) -> bool:
    """Whether a line is a name and a date and little else: "Agency Example | Updated: 2031-05-06 09:12"."""
    if len(line.span) > _DATED_NAME_CHARS:
        return False
    printed = line.span.of(text)
    mentions = find_dates(text, line.span.start, line.span.end)
    if not mentions or _NOT_A_STAMP.search(printed):
        return False
    rest = text[line.span.start : mentions[0].span.start] + text[mentions[-1].span.end : line.span.end]
    words = re.findall(r"[^\W\d_]+", rest)
    return _full(mentions[0]) and 0 < len(words) <= 4 and not [w for w in words if w[0].islower() and w not in _FREE]


def _labelled(page: Page, index: int, line: Line, mentions: Sequence[DateMention]) -> Iterator[Stamp]:
    """The dates of a line behind "Published", "Updated"; the label may be the whole line before."""
    text = page.text
    at, label, began = line.span.start, "", line.span.start
    if index and len(page.lines[index - 1].span) <= 20:
        before = page.lines[index - 1].span
        label, began = before.of(text), before.start
    for mention in mentions:
        between = text[at : mention.span.start]
        if len(between.strip()) > 2 or (at == line.span.start and between.strip()):
            label, began = between, at
        at = mention.span.end
        if not _full(mention) or re.search(r"@\w+\)|\bfile\b|photo|forecast", label, re.IGNORECASE):
            continue
        updated, published = _last(_UPDATED, label), _last(_PUBLISHED, label)
        if updated is None and published is None:
            continue
        kind: StampKind = "updated" if (updated or (-1, 0)) > (published or (-1, 0)) else "published"
        start = began + max(updated or (-1, 0), published or (-1, 0))[0]
        if kind == "published" and len(label.split()) > 8:
            continue
        yield Stamp(kind, mention, Span(start, mention.span.end))


def _last(form: re.Pattern[str], label: str) -> tuple[int, int] | None:
    found: Sequence[re.Match[str]] = list(form.finditer(label))
    return found[-1].span() if found else None
