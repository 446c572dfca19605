"""HTML pages: all visible text, one block a line, with the machine-readable values of the head before it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape

from lxml import etree
from lxml import html as lxml_html

from communique.article.head import head_values
from communique.article.lines import Line, MetaValue, Page
from communique.article.trust import trusted_lines
from communique.model.span import Span

_START = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_BLOCK_END = re.compile(r"</(?:p|div|h[1-6]|li|ul|table|article|section|span|title|script)\s*>", re.IGNORECASE)
_SNIFF_CHARS = 20_000

_NEVER = frozenset(
    "script style template noscript head iframe object svg math canvas audio video select textarea".split()
)
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q ruby rt rp s samp small span"
    " strike strong sub sup tt u var wbr time img picture source amp-img".split()
)
# Elements around a line that tell what it is, and words of class and id that do.
_AROUND = frozenset(
    "nav aside header footer figure figcaption form button blockquote article main table li time".split()
)
_WORDS = frozenset(
    "share sharing social related recommended recirc trending popular comment comments disqus respond caption credit"
    " credits byline author authors bio nav navigation menu breadcrumb breadcrumbs footer sidebar promo ad ads advert"
    " advertisement sponsored outbrain taboola newsletter subscribe subscription signup cookie cookies consent gallery"
    " slideshow headline title subtitle subheadline standfirst dek deck summary teaser widget embed tweet twitter"
    " instagram copyright tags tag topics keywords timestamp date datetime published updated dateline meta metadata"
    " more morelinks read also next prev toolbar modal popup banner skip hidden sr toc infobox correction disclaimer"
    " article body content story post entry text paragraph notice paywall premium factbox quote pullquote".split()
)
_CLASS_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_SPACE = re.compile(r"\s+")
_HIDDEN_STYLE = re.compile(r"display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_BLOCK_TAG = re.compile(r"</?(?:p|div|h[1-6]|li|ul|ol|table|tr|td|section|article|br|blockquote|title)\b[^<>]*>", re.I)
_INVISIBLE = tuple(
    re.compile(rf"<{name}\b[^<>]*>(?:(?!<{name}\b).)*?</{name}\s*>", re.IGNORECASE | re.DOTALL)
    for name in ("script", "style", "head", "template", "noscript")
)
# Marks of writing direction. Soft hyphens and joiners stay: they are within words.
_UNSEEN = dict.fromkeys([0x200E, 0x200F, *range(0x202A, 0x202F), 0x2060, *range(0x2066, 0x206A), 0xFEFF])
_AROUND_KEPT = 40
_CELLS = frozenset({"td", "th"})
_ROW_CHARS, _ROW_PARTS = 300, 60


def is_html(text: str) -> bool:
    """Whether the text is an HTML page or a piece of one, by what is in it."""
    head = text[:_SNIFF_CHARS]
    start = head.lstrip()[:2000]
    if _START.match(start) or (start.startswith(("<?xml", "<!--")) and _START.search(start)):
        return True
    ends = len(_BLOCK_END.findall(head))
    return ends >= 2 and (bool(_START.search(head)) or ends >= 3) and "<" in head.lstrip()[:2000]


def parse(text: str) -> etree._Element | None:
    """The tree of a page; None where there is none in it."""
    parser = lxml_html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        tree = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    return tree if tree is not None and len(tree) else None


def html_page(text: str, url: str | None = None) -> Page | None:
    """The page of an HTML text; None where nothing in it is visible."""
    tree = parse(text)
    walked = _Walk()
    if tree is not None:
        walked.run(tree)
    if tree is None or not walked.blocks:
        return _page([], [(block, None) for block in _stripped(text)])
    meta = head_values(tree)
    trust = trusted_lines(tree, [block.text for block in walked.blocks], size=len(text))
    kept = [
        (block, None if trust is None else trust[n])
        for n, block in enumerate(walked.blocks)
        if not block.hidden or (trust is not None and trust[n])
    ]
    return _page(meta, kept)


@dataclass(slots=True)
class _Block:
    text: str
    tag: str
    inside: tuple[str, ...]
    hidden: bool


def _stripped(text: str) -> list[_Block]:
    """The text between the tags, where the parser gives up: it drops what is nested deeper than some 2,000 elements."""
    for gone in _INVISIBLE:
        text = gone.sub(" ", text)
    plain = unescape(_TAG.sub("", _BLOCK_TAG.sub("\n", text)))
    lines = (_SPACE.sub(" ", line).strip() for line in plain.split("\n"))
    return [_Block(line, "div", (), False) for line in lines if line]


def _page(meta: list[tuple[str, str]], blocks: list[tuple[_Block, bool | None]]) -> Page | None:
    if not blocks:
        return None
    parts: list[str] = []
    at = 0
    values, lines = [], []
    for name, value in meta:
        start = at + len(name) + 2
        values.append(MetaValue(name, value, Span(start, start + len(value))))
        parts.append(f"{name}: {value}\n")
        at += len(parts[-1])
    for block, trusted in blocks:
        lines.append(Line(Span(at, at + len(block.text)), block.tag, block.inside, trusted))
        parts.append(block.text + "\n")
        at += len(parts[-1])
    return Page("".join(parts), tuple(lines), tuple(values), html=True)


@dataclass(slots=True)
class _Walk:
    """One pass over the tree, without recursion: pages nest as deep as they like."""

    blocks: list[_Block] = field(default_factory=list)
    _stack: list[tuple[str, tuple[str, ...], bool]] = field(default_factory=lambda: [("body", (), False)])
    _parts: list[str] = field(default_factory=list)
    _chars: int = 0
    _linked: int = 0
    _links: int = 0
    _pushed: list[bool] = field(default_factory=list)
    _row: tuple[etree._Element, bool] | None = None

    def run(self, tree: etree._Element) -> None:
        walk = etree.iterwalk(tree, events=("start", "end"))
        for event, element in walk:
            tag = element.tag
            if not isinstance(tag, str):
                if event == "end":
                    self._add(element.tail)
                continue
            never = tag in _NEVER or element.get("hidden") is not None
            if event == "start":
                if never:
                    walk.skip_subtree()
                else:
                    self._open(element, tag)
            else:
                if not never:
                    self._close(tag)
                if element is not tree:
                    self._add(element.tail)
        self._flush()

    def _open(self, element: etree._Element, tag: str) -> None:
        if tag == "br":
            self._flush()
            return
        _, inside, hidden = self._stack[-1]
        style = element.get("style")
        hidden = hidden or bool(style and _HIDDEN_STYLE.search(style[:500]))
        if tag == "a":
            self._links += 1
        block = tag not in _INLINE and not (tag in _CELLS and self._in_row(element))
        if not block and tag in _CELLS:
            self._parts.append(" ")
        pushed = block or hidden != self._stack[-1][2]
        if pushed:
            self._flush()
            words = _words(element, tag) if block else ()
            around = (*inside, *words)[-_AROUND_KEPT:] if words else inside
            self._stack.append((tag if block else self._stack[-1][0], around, hidden))
        self._pushed.append(pushed)
        self._add(element.text)

    def _in_row(self, cell: etree._Element) -> bool:
        """Whether a cell belongs to a row of short cells: data, which is one line; old pages are laid out in tables."""
        row = cell.getparent()
        if row is None or row.tag != "tr":
            return False
        if self._row is None or self._row[0] is not row:
            self._row = (row, _is_data(row))
        return self._row[1]

    def _close(self, tag: str) -> None:
        if tag == "br":
            return
        if tag == "a":
            self._links -= 1
        if self._pushed.pop():
            self._flush()
            self._stack.pop()

    def _add(self, text: str | None) -> None:
        if text:
            self._parts.append(text)
            self._chars += len(text)
            if self._links > 0:
                self._linked += len(text)

    def _flush(self) -> None:
        if self._parts:
            text = _SPACE.sub(" ", "".join(self._parts).translate(_UNSEEN)).strip()
            if text:
                tag, inside, hidden = self._stack[-1]
                if self._linked > 0.6 * self._chars:
                    inside = (*inside, "linked")
                self.blocks.append(_Block(text, tag, inside, hidden))
            self._parts.clear()
        self._chars = self._linked = 0


def _is_data(row: etree._Element) -> bool:
    chars = 0
    for seen, part in enumerate(row.iter()):
        chars += len(part.text or "") + len(part.tail or "")
        if (
            seen > _ROW_PARTS
            or chars > _ROW_CHARS
            or (part.tag not in _INLINE and part.tag not in ("tr", "td", "th", "br"))
        ):
            return False
    return True


def _words(element: etree._Element, tag: str) -> tuple[str, ...]:
    """What the element's name, class and id tell of the text in it."""
    out = [tag] if tag in _AROUND else []
    for name in ("class", "id", "role", "itemprop"):
        value = element.get(name)
        if value:
            out += [w for w in map(str.lower, _CLASS_WORD.findall(value[:300])) if w in _WORDS and w not in out]
    return tuple(out)
