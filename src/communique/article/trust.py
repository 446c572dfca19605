"""Which visible lines of a page trafilatura takes for main text.

trafilatura gives a text without a way back to the page; its blocks are found again among ours by their words.
"""

from __future__ import annotations

import copy
import re
from collections import defaultdict, deque

import trafilatura
from lxml import etree

_WORD = re.compile(r"\w+")
# trafilatura and its fallbacks recurse over the tree and look at ancestors of each element.
MAX_HTML_CHARS = 6_000_000
MAX_DEPTH = 180
_SHINGLE = 4
# Share of a line's shingles that must stand in one of trafilatura's blocks: blocks differ where it drops inline parts.
_ENOUGH = 0.75


def trusted_lines(tree: etree._Element, lines: list[str], *, size: int) -> list[bool] | None:
    """For each line whether trafilatura keeps it; None where it found nothing or the page is too large for it."""
    if size > MAX_HTML_CHARS or _too_deep(tree):
        return None
    blocks = _blocks(tree)
    return _found(lines, blocks) if blocks else None


def _too_deep(tree: etree._Element) -> bool:
    depth = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > MAX_DEPTH:
            return True
    return False


def _blocks(tree: etree._Element) -> list[str]:
    try:
        text = trafilatura.extract(copy.deepcopy(tree), include_comments=False, deduplicate=False)
    except (RecursionError, ValueError, TypeError, AttributeError, etree.LxmlError):
        return []
    return text.split("\n") if text else []


def _found(lines: list[str], blocks: list[str]) -> list[bool]:
    ours = [tuple(_WORD.findall(line.lower())) for line in lines]
    places: dict[tuple[str, ...], deque[int]] = defaultdict(deque)
    for n, words in enumerate(ours):
        if words:
            places[words].append(n)
    trusted = [False] * len(lines)
    rest: list[tuple[int, tuple[str, ...]]] = []
    last = 0
    for block in blocks:
        words = tuple(_WORD.findall(block.lower()))
        if not words:
            continue
        here = places.get(words)
        if here:
            # a headline stands in teasers too: the first place after the block before, else the last one
            while len(here) > 1 and here[0] < last:
                here.popleft()
            last = here.popleft()
            trusted[last] = True
        else:
            rest.append((last, words))
    _in_parts(ours, rest, trusted)
    return trusted


def _in_parts(ours: list[tuple[str, ...]], rest: list[tuple[int, tuple[str, ...]]], trusted: list[bool]) -> None:
    """Lines that are parts of a block, or of which a block is a part."""
    shingles = {s for _, words in rest for s in _shingles(words)}
    if not shingles:
        return
    joined = " " + " ".join(w for _, words in rest for w in words) + " "
    for n, words in enumerate(ours):
        if not trusted[n] and len(words) >= _SHINGLE:
            own = _shingles(words)
            trusted[n] = sum(s in shingles for s in own) >= _ENOUGH * len(own)
    for n, words in enumerate(ours):
        if not trusted[n] and 0 < len(words) < _SHINGLE and 0 < n < len(ours) - 1 and trusted[n - 1] and trusted[n + 1]:
            trusted[n] = f" {' '.join(words)} " in joined


def _shingles(words: tuple[str, ...]) -> list[tuple[str, ...]]:
    return [words[n : n + _SHINGLE] for n in range(max(1, len(words) - _SHINGLE + 1))]
