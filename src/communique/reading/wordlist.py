"""One pattern for many words: branches share their beginnings, so that a text is scanned once, not once a word."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any


def one_of(words: Iterable[str]) -> str:
    """A regular expression for any of the words, the longest first; it means the same as all of them joined by `|`.

    Python tries the branches of `a|b|c` one after another: with 900 words that took a quarter of the time of the parse;
    branching by letter takes a thirtieth of that (on 7,893 lines of 632 pages, equal results).
    """
    root: dict[str, Any] = {}
    for word in words:
        node = root
        for character in word:
            node = node.setdefault(character, {})
        node[""] = {}
    return _branches(root)


def _branches(node: dict[str, Any]) -> str:
    rows = [re.escape(character) + _branches(rest) for character, rest in sorted(node.items()) if character]
    if not rows:
        return ""
    if len(rows) == 1 and "" not in node:
        return rows[0]
    return f"(?:{'|'.join(rows)})" + ("?" if "" in node else "")
