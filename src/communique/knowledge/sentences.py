"""Where sentences end: full stops told from those of abbreviations and initials."""

from __future__ import annotations

import re

from communique.model.span import Span, stripped

# Longer than any sentence of the five seeds and of 84 PolNeAR documents by far; a "sentence" beyond it is a list or a
# fused page, which the parser reads badly and slowly.
MAX_SENTENCE_CHARS = 1500

_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof gen col maj lt capt sgt adm cmdr sen rep gov pres st jr sr hon rev fr amb messrs mme mt ft"
    " no nos vs etc inc ltd corp co dept univ e.g i.e cf al ca approx est jan feb mar apr jun jul aug sep sept oct"
    " nov dec mon tue tues wed thu thur thurs fri sat sun u.s u.k u.n u.a.e d.c a.m p.m e.u u.s.s.r ph.d art para"
    " vol fig".split()
)
# Initials and initialisms, "J", "u.s", "h.e" (not "I", which may end a question put into prose)
_INITIALS = re.compile(r"(?!i$)[^\W\d_](?:\.[^\W\d_])*")
# The look-behind keeps a run of a million full stops linear: only its first one starts a match.
_END = re.compile(r"""(?<![.!?…])[.!?…。！？]+["'”’»)\]]*(?=\s)|[。！？]["'”’»）」』]*""")
_OPENS = re.compile(r"""\s+["'“‘«(\[—–•*-]*\s*(\w)""")


def _ends_here(text: str, mark: re.Match[str], end: int) -> bool:
    """Whether the full stop at mark ends a sentence, judged by the word before and the letter after it."""
    following = _OPENS.match(text, mark.end(), end)
    if mark[0][0] in "。！？":
        return True
    if following is None:
        return mark.end() >= end
    if mark[0] != ".":
        return not following[1].islower() or (mark[0][0] in "!?" and mark[0][-1] not in "\"”’'")
    before = re.search(r"[\w.’'-]*$", text[max(0, mark.start() - 20) : mark.start()])
    word = before[0].lower() if before else ""
    if word in _ABBREVIATIONS or _INITIALS.fullmatch(word):
        # "… in the U.S. The …": an initialism that ends a sentence is followed by a word that opens one
        return "." in word and bool(
            re.match(r"\s+(The|In|On|He|She|It|They|This|But|And|At|A|An)\b", text[mark.end() :])
        )
    return not following[1].islower()


def split(text: str, block: Span) -> list[Span]:
    """The sentences of one block; a stretch longer than MAX_SENTENCE_CHARS is cut at white space."""
    out: list[Span] = []
    start = block.start
    for mark in _END.finditer(text, block.start, block.end):
        if mark.end() > start and _ends_here(text, mark, block.end):
            out += _pieces(text, start, mark.end())
            start = mark.end()
    return out + _pieces(text, start, block.end)


def _pieces(text: str, start: int, end: int) -> list[Span]:
    out = []
    while end - start > MAX_SENTENCE_CHARS:
        cut = text.rfind(" ", start + 1, start + MAX_SENTENCE_CHARS)
        cut = cut if cut > start else start + MAX_SENTENCE_CHARS
        out.append(stripped(text, start, cut))
        start = cut
    out.append(stripped(text, start, end))
    return [span for span in out if span]
