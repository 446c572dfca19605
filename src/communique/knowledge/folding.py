"""Folding: a text without diacritics, letter case and typographic variety, with a way back to its offsets."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

_SAME = {
    **dict.fromkeys("’‘‛`´ʻʼʽʾʿˈ′＇", "'"),
    **dict.fromkeys("‐‑‒–—―−﹘﹣－", "-"),
    **dict.fromkeys("“”„‟«»＂", '"'),
    "ı": "i", "İ": "I", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "ħ": "h",
    "Ħ": "H", "ß": "s", "ẞ": "S", "æ": "a", "Æ": "A", "œ": "o", "Œ": "O", "þ": "t", "Þ": "T", "ə": "a", "Ə": "A",
    "ŋ": "n", "Ŋ": "N", "ŀ": "l", "ﬁ": "f", "ﬂ": "f",
}  # fmt: skip
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u064b-\u065f\u0670\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
)
_UNSEEN = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff"
_GONE = re.compile(rf"\s\s+|[{_MARKS}{_UNSEEN}]+")


class _Folds(dict[int, str]):
    """What each character becomes: always exactly one character, found when it is first met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        folded = _SAME.get(char) or (" " if char.isspace() else unicodedata.normalize("NFD", char)[0])
        if len(folded.title()) != 1 or len(folded.lower()) != 1:
            folded = "\ufffd"
        self[code] = folded
        return folded


_FOLDS = _Folds()


@dataclass(frozen=True, slots=True)
class Folded:
    """A text made comparable.

    plain has the printed letter case; key is plain with every word in title case, which is what names are looked up in
    (so that a short name is never found in the middle of a word). Both have the same length. breaks lists where
    characters were left out: (offset in plain, offset in the text) pairs, empty where the offsets are the same.
    """

    plain: str
    key: str
    breaks: tuple[tuple[int, int], ...] = ()

    def offset(self, folded: int) -> int:
        """The offset in the text of a character of plain; its length gives the length of the text."""
        at = bisect_right(self.breaks, (folded, _FAR)) - 1
        if at < 0:
            return folded
        here, there = self.breaks[at]
        return there + folded - here


_FAR = 1 << 62


def fold(text: str) -> Folded:
    """The text with diacritics, quotes and dashes made plain, and a run of blanks with at most one line end made one.

    An empty line stays two characters, so that no name is found across paragraphs. Letters that are spelled with two
    in plain English (ß, æ, œ) become their first one.
    """
    if text.isascii() and not _GONE.search(text):
        plain = text.translate(_BLANKS) if _BLANK.search(text) else text
        return Folded(plain, plain.title())
    pieces, breaks, kept, at = [], [], 0, 0
    for gone in _GONE.finditer(text):
        run = gone[0]
        keep = 0
        if run[0].isspace():
            keep = 1 if run.count("\n") <= 1 else len(run)
        piece = text[at : gone.start() + keep]
        pieces.append(piece)
        kept += len(piece)
        at = gone.end()
        if keep < len(run):
            breaks.append((kept, at))
    pieces.append(text[at:])
    plain = "".join(pieces).translate(_FOLDS)
    key = plain.title()
    return Folded(plain, key if len(key) == len(plain) else _titled(plain), tuple(breaks))


_BLANKS = {code: " " for code in range(33) if chr(code).isspace()} | {ord("`"): "'"}
_BLANK = re.compile("[" + "".join(map(re.escape, map(chr, _BLANKS.keys() - {32}))) + "]")


def _titled(plain: str) -> str:
    """Title case character by character, for letters whose case changes their number in company."""
    out, inside = [], False
    for char in plain:
        cased = char.lower() if inside else char.title()
        out.append(cased if len(cased) == 1 else char)
        inside = char.isalpha()
    return "".join(out)


def fold_all(names: Sequence[str]) -> tuple[list[str], list[str]]:
    """The plain forms and the keys of many names at once, many times faster than one by one."""
    joined = _GONE.sub(lambda run: " " if run[0][0].isspace() else "", _APART.join(names)).translate(_FOLDS)
    return joined.split(_APART), joined.title().split(_APART)


_APART = "\0"


def folded_name(text: str) -> str:
    """A name without case, diacritics and blanks at its ends: two spellings that are one name give the same string."""
    return " ".join(fold(text).plain.split()).lower()
