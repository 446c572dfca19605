"""What a bare number counts: the plural noun that heads the words behind it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from communique.knowledge.counted import CountedNoun, CountedNouns
from communique.model.span import Span

# Words that no counted phrase runs over.
STOPS = frozenset(
    "a an the this that these those of in on at by for from to with within without between among across under over into"
    " onto upon about around after before during since until till while as than and or but nor so if when where which"
    " who whom whose what why how is are was were be been being am has have had having do does did will would can could"
    " shall should may might must not no it its he she they them their his her him we us our you your i my me there"
    " here also only just both either each every all any some such per via versus vs through throughout against amid"
    " toward towards out up down off away because despite including excluding plus yes said says say told went came"
    " took made gave got thanks saw fled died remain remained took".split()
)
_WORD = re.compile(r"[^\W\d_](?:[\w’'‑-]|\.(?=\w))*\.?")
_GAP = re.compile(r"[ \u00a0]?\n?[ \u00a0]?[\"“‘']?|-")
_OF = re.compile(
    r"\s(?:out\s)?of\s(?:(?:the|its|their|our|his|her|these|those|all|an?)\s)?(?:\w+['’]s\s)?(?P<all>[\d,.]+\s)?"
    r"(?:of\s(?:the\s)?(?:\w+['’]s\s)?)?",
    re.IGNORECASE,
)
_LIST = re.compile(r",\s(?:and\s)?|\sand\s")
_STRONG = re.compile(r"[- ]strong\b")
_POSSESSIVE = re.compile(r"['’]s?$|s['’]$")
_NOT_PLURAL = re.compile(r"(?:ss|us|is|ous|ics|\.s|['’]s)$")
_MOST_WORDS = 6
# "600,000 Rohingya": a people's name without a plural counts from here on.
_PEOPLE_FROM = 100


@dataclass(frozen=True, slots=True)
class Counted:
    """The counted noun as printed (head), the whole phrase (span), and its row in the tables, None for another noun."""

    head: str
    span: Span
    row: CountedNoun | None
    of: bool = False
    """Whether the number is a part of a printed whole: "three of the 29 countries"."""


def counted_at(text: str, at: int, stop: int, nouns: CountedNouns, value: float) -> Counted | None:
    """The noun that the number ending at `at` counts; None where no plural noun follows it."""
    if strong := _STRONG.match(text, at, stop):
        words = _words(text, strong.end(), stop)
        return Counted(words[-1].of(text), Span(words[0].start, words[-1].end), None) if words else None
    of = _OF.match(text, at, stop)
    words = _words(text, of.end() - 1 if of else at, stop)
    head = _head(text, words, nouns)
    if head is None and value >= _PEOPLE_FROM and words and not of:
        one = words[0].of(text)
        if len(words) == 1 and one.istitle():
            return Counted(one, words[0], None)
        words = _listed(text, words, stop)
        head = next((i for i, span in enumerate(words) if nouns.plural(span.of(text))), None)
    if head is None:
        return None
    phrase = Span(words[0].start, words[head].end)
    last, two = words[head].of(text), ""
    if head:
        two = f"{words[head - 1].of(text)} {last}"
    row = (nouns.plural(two) if two else None) or nouns.plural(last)
    return Counted(last, phrase, row, bool(of and of["all"]))


def _words(text: str, at: int, stop: int) -> list[Span]:
    """The words that may belong to the counted phrase, up to a stop word or mark."""
    out: list[Span] = []
    while len(out) < _MOST_WORDS:
        gap = _GAP.match(text, at, stop)
        if gap is None or (not gap[0] and out):
            break
        word = _WORD.match(text, gap.end(), stop)
        if word is None or (word[0].lower().rstrip(".") in STOPS and word[0] != "US"):
            break
        end = word.end() - (word[0].endswith(".") and "." not in word[0][:-1])
        out.append(Span(word.start(), end))
        if end < word.end():
            break
        at = word.end()
    return out


def _listed(text: str, words: list[Span], stop: int) -> list[Span]:
    """The words and those of a list of adjectives that they begin: "350 school, college and young guests"."""
    out = list(words)
    while len(out) < 2 * _MOST_WORDS and (mark := _LIST.match(text, out[-1].end, stop)):
        more = _words(text, mark.end() - 1, stop)
        if not more:
            break
        out += more
    return out


def _head(text: str, words: list[Span], nouns: CountedNouns) -> int | None:
    """Which word is the counted noun: the first plural, or the last of several that stand together."""
    found: int | None = None
    for index, span in enumerate(words):
        word = span.of(text)
        known = nouns.plural(word) is not None
        plural = known or (len(word) > 3 and word.endswith("s") and not _NOT_PLURAL.search(word))
        if _POSSESSIVE.search(word) or not plural:
            if found is not None:
                return found
            continue
        if found is not None and not known:
            return found
        found = index
    return found
