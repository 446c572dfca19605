"""Numbers as they are printed: digits with any grouping, and number words ("two dozen", "two and a half")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from communique.reading.wordlist import one_of

_ONES = {w: n for n, w in enumerate("one two three four five six seven eight nine".split(), 1)}
_TEENS = {
    w: n
    for n, w in enumerate("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(), 10)
}
_TENS = {w: 10 * n for n, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
_ORDINAL_ONES = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth \
sixteenth seventeenth eighteenth nineteenth".split()
)
_ORDINALS = {word: n for n, word in enumerate(_ORDINAL_ONES, 1)} | {word[:-1] + "ieth": n for word, n in _TENS.items()}
_BIG = "hundred|thousand|million|billion|trillion|dozen"
WORDS = (
    rf"(?:{one_of([*_ONES, *_TEENS, *_TENS])})\b"
    rf"|an?(?=[ \u00a0](?:{_BIG})\b)"
    rf"|half(?=[ \u00a0-](?:an?[ \u00a0-](?:{_BIG})|dozen)\b)"
    r"|(?<!few )(?<!several )(?<!couple )(?<!couple of )(?<!many )(?<!some )dozen\b"
)
"""A regular expression for where a spelled number may begin."""

_SPACE = "[\u00a0\u2009\u202f ]"
# Anchored to one place each time, and no longer than the number of characters that any figure has.
_NUMERAL = re.compile(
    r"(?P<grouped>\d{1,3}(?:,\d{3}){1,7}(?:\.\d{1,9})?(?![\d]))"
    r"|(?P<indian>\d{1,2}(?:,\d{2}){1,6},\d{3}(?:\.\d{1,9})?(?!\d))"
    rf"|(?P<spaced>\d{{1,3}}(?:{_SPACE}\d{{3}}){{1,6}}(?![\d.,]*\d))"
    r"|(?P<dotted>\d{1,3}(?:\.\d{3}){2,6}(?!\d))"
    r"|(?P<comma>\d{1,15},\d{1,2}(?!\d))"
    r"|(?P<plain>\d{1,15}(?:\.\d{1,9})?(?!\d))"
)
_DIGITS = re.compile(r"\d[\d.,]*")
_HALVES = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
_WORD = re.compile(r"[ \u00a0-]?([A-Za-z]{3,9})\b")
_AND_A_HALF = re.compile(r"[ \u00a0-]and[ \u00a0-]a[ \u00a0-]half\b")
_AND = re.compile(r"[ \u00a0]and(?=[ \u00a0])")
_HALF_A = re.compile(r"half[ \u00a0-]an?(?=[ \u00a0-])", re.IGNORECASE)
_DOZEN = re.compile(r"(?P<half>half[ \u00a0-])?dozen\b", re.IGNORECASE)
_ARTICLE = re.compile(r"an?(?=[ \u00a0])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number without its scale and unit; words says that it is spelled, round that it counts in dozens."""

    value: Decimal
    end: int
    words: bool = False
    round: bool = False
    decimal_comma: bool = False


def numeral(text: str, start: int, stop: int) -> Numeral | None:
    """The number of digits at start; None for a run of more digits than figures have."""
    match = _NUMERAL.match(text, start, stop)
    if match is None:
        return None
    printed, end = match[0], match.end()
    value = Decimal(_plain(printed, match.lastgroup or "plain"))
    if end < stop and text[end] in _HALVES:
        value, end = value + _HALVES[text[end]], end + 1
    return Numeral(value, end, decimal_comma=match.lastgroup == "comma")


def _plain(printed: str, form: str) -> str:
    if form == "comma":
        return printed.replace(",", ".")
    if form == "dotted":
        return printed.replace(".", "")
    return re.sub(rf",|{_SPACE}", "", printed)


def digits_end(text: str, start: int, stop: int) -> int:
    """Where a run of digits ends that is not a number of its own."""
    match = _DIGITS.match(text, start, stop)
    return match.end() if match else start + 1


def spelled(text: str, start: int, stop: int) -> Numeral | None:
    """The spelled number below a thousand, or the dozens, at start: "twenty-one", "a hundred and five", "two dozen".

    Scale words above it ("thousand") are units (tables/units.csv). None where the words are no number.
    """
    if (half := _HALF_A.match(text, start, stop)) is not None:
        word = _WORD.match(text, half.end(), stop)
        dozen = bool(word) and word is not None and word[1].lower() == "dozen"
        return Numeral(Decimal(6 if dozen else "0.5"), word.end() if dozen and word else half.end(), True, dozen)
    if (dozen := _DOZEN.match(text, start, stop)) is not None:
        return Numeral(Decimal(6 if dozen["half"] else 12), dozen.end(), True, True)
    if (article := _ARTICLE.match(text, start, stop)) is not None:
        return _hundreds(text, Decimal(1), article.end(), stop)
    below = _below_hundred(text, start, stop)
    if below is None:
        return None
    value, end = below
    if (half := _AND_A_HALF.match(text, end, stop)) is not None:
        return Numeral(value + Decimal("0.5"), half.end(), True)
    return _hundreds(text, value, end, stop)


def _below_hundred(text: str, start: int, stop: int) -> tuple[Decimal, int] | None:
    first = _WORD.match(text, start, stop)
    if first is None or first.start(1) != start:
        return None
    word = first[1].lower()
    if word in _TENS:
        unit = _WORD.match(text, first.end(), stop)
        if unit is not None and unit[1].lower() in _ONES:
            return Decimal(_TENS[word] + _ONES[unit[1].lower()]), unit.end()
        return Decimal(_TENS[word]), first.end()
    known = _ONES.get(word) or _TEENS.get(word)
    return None if known is None else (Decimal(known), first.end())


def _hundreds(text: str, value: Decimal, end: int, stop: int) -> Numeral:
    word = _WORD.match(text, end, stop)
    name = word[1].lower() if word else ""
    if word is None or name not in ("hundred", "dozen"):
        return Numeral(value, end, True)
    if name == "dozen":
        return Numeral(value * 12, word.end(), True, True)
    value, end = value * 100, word.end()
    at = joint.end() if (joint := _AND.match(text, end, stop)) else end
    rest = _below_hundred(text, at + 1, stop) if at < stop and text[at] in " \u00a0-" else None
    return Numeral(value + rest[0], rest[1], True) if rest else Numeral(value, end, True)


def ordinal(text: str, start: int, stop: int) -> int | None:
    """The spelled ordinal that fills text[start:stop] ("seventy-fifth", "hundredth"); None for other words."""
    words = re.split(r"[ \u00a0-]+", text[start:stop].strip().lower())
    words = [word for word in words if word not in ("year", "years")]
    if words in (["hundredth"], ["one", "hundredth"]):
        return 100
    if len(words) == 1:
        return _ORDINALS.get(words[0])
    if len(words) == 2 and words[0] in _TENS and _ORDINALS.get(words[1], 10) < 10:
        return _TENS[words[0]] + _ORDINALS[words[1]]
    return None
