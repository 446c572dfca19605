"""Numbers of a text with scale, unit, range and bound: an own grammar, tried only where a digit or number word stands.

It says what is printed, not whether it matters: that is `figures.read`. Money, shares and measures are recognised by
their unit; a number without one is "bare", and what it counts is the next question (`figures.nouns`).
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from communique.knowledge.base import Knowledge
from communique.knowledge.calendar import find_dates
from communique.knowledge.units import Unit, Units
from communique.model.reading import Bound, Number
from communique.model.span import Span
from communique.reading.figures.bounds import bound_about
from communique.reading.figures.spelled import WORDS, digits_end, numeral, spelled

NumberKind = Literal["money", "percent", "volume", "bare"]

_BLANK = "[ \t\u00a0\u2009\u202f]"
_GAP = re.compile(rf"{_BLANK}{{0,2}}\n?{_BLANK}{{0,2}}-?")
_OF = re.compile(r"\sof\s(?=[^\W\d_])")
_TO = re.compile(rf"{_BLANK}?(?:-|–|—|~){_BLANK}?|\s(?P<word>to|and|or)\s")
_FROM = re.compile(r"\b(?P<between>between)\s$|(?<!rang)(?<!rangi)\b(?P<from>from)\s$", re.IGNORECASE)
_RANGED = re.compile(r"\b(?:rang(?:e|es|ed|ing)|var(?:y|ies|ied|ying)|anywhere|anything)\s+from\s$", re.IGNORECASE)
_ON_THE_DOLLAR = re.compile(r"\s+(?:on|in)\s+the\s+(?:dollar|euro|pound)\b", re.IGNORECASE)
# "10:30", "9/11", "1.2.3", "2+2", "5G", "90s": a number that goes on is another thing
_GOES_ON = re.compile(r"[:/.+]\d|\.[^\W\d_]{1,3}\b(?!\.)|['’]?[^\W\d_]|_")
# A letter counts as a scale ("5m") only beside a currency or measure.
_LETTER = re.compile(r"[ \u00a0]?([kmbtKMBT])(?!\w)")
_SPELLED = re.compile(rf"(?i:{WORDS})")
_MOST_SCALES = 3  # "lakh crore", "hundred thousand million"; more is no number
_SCALES: tuple[Literal["scale", "short", "letter"], ...] = ("scale", "short")
_AFTER: tuple[Literal["currency", "code", "percent", "measure"], ...] = ("percent", "currency", "code", "measure")
# Words for money that mean something else too: money only behind a scale word or beside their state's name.
_ALSO_WORDS = frozenset({"won", "real", "som", "lei", "dong", "crown", "pound", "cent", "kip", "buck"})


@dataclass(frozen=True, slots=True)
class NumberMention:
    """A number as it is printed.

    span covers bound, number and unit; number is the place of the number with its scale. codes are what the unit's
    word may stand for: one ISO code, several ("rupees"), "percent", or a measure; none for a bare number. upper is the
    end of a range. words says that the number is spelled out; moved marks the two ends of a change ("from 5 to 10
    percent"). scaled says that a scale word stands behind it, lent that its currency is that of an amount before it.
    """

    span: Span
    number: Span
    value: Number
    kind: NumberKind
    codes: tuple[str, ...] = ()
    upper: Number | None = None
    bound: Bound | None = None
    words: bool = False
    scaled: bool = False
    moved: Literal["from", "to"] | None = None
    sign: str | None = None
    lent: bool = False

    @property
    def unit(self) -> str | None:
        """The ISO code, "percent" or measure; None for a bare number and for a currency that the words leave open."""
        return self.codes[0] if len(self.codes) == 1 else None


@dataclass(frozen=True, slots=True)
class _Term:
    """One number of a range: its raw value and what scale and unit were printed with it."""

    start: int
    end: int
    raw: Decimal
    factor: Decimal | None
    unit: Unit | None
    words: bool
    round: bool
    number_end: int
    sign: str | None

    @property
    def value(self) -> Decimal:
        extra = Decimal(self.unit.factor) if self.unit else Decimal(1)
        return self.raw * (self.factor or 1) * extra


def find_numbers(
    text: str, knowledge: Knowledge, start: int = 0, end: int | None = None, dates: Sequence[Span] | None = None
) -> tuple[NumberMention, ...]:
    """Every number printed in text[start:end] that is no date, time, ordinal or part of a name, in text order.

    dates are the places that the calendar claims (found anew where None); spans refer to the whole text.
    """
    stop = len(text) if end is None else end
    pattern = _candidates(knowledge.units)
    first = pattern.search(text, start, stop)
    if first is None:
        return ()
    if dates is None:
        dates = [mention.span for mention in find_dates(text, start, stop)]
    out: list[NumberMention] = []
    at, date = start, 0
    for found in pattern.finditer(text, first.start(), stop):
        if found.start() < at:
            continue
        while date < len(dates) and dates[date].end <= found.start():
            date += 1
        if date < len(dates) and dates[date].start < found.end():
            at = dates[date].end
            continue
        mentions, at = _mentions(text, found, stop, knowledge.units, start)
        out += mentions
    return tuple(out)


@functools.cache
def _candidates(units: Units) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W\d_])(?P<sign>{units.signs()})\s?(?=\d)|(?P<digit>\d)|(?<![\w-])(?i:{WORDS})")


def _mentions(text: str, found: re.Match[str], stop: int, units: Units, floor: int) -> tuple[list[NumberMention], int]:
    """The mentions that begin at a candidate, and where to go on."""
    at = found.start()
    term = _term(text, at, stop, units) if _opens(text, found, floor) else None
    if term is None:
        return [], digits_end(text, found.end() - 1, stop) if found["digit"] else found.end()
    before = text[max(floor, at - 24) : at]
    led = _FROM.search(before)
    second, joint = _second(text, term, stop, units, led)
    if second is None or (joint == "to" and _grew_to(term, second, led)):
        return ([mention] if (mention := _mention(text, term, None, floor, stop)) else []), term.end
    term, second = _shared(term, second)
    if led is not None and led["from"] and joint == "to" and not _RANGED.search(before):
        pair = [_mention(text, term, None, floor, stop), _mention(text, second, None, term.end, stop)]
        kept = [replace(m, moved=way) for m, way in zip(pair, ("from", "to"), strict=True) if m]  # type: ignore[arg-type]
        return kept, second.end
    if term.value >= second.value or _other_unit(term, second):
        if joint in ("to", "and", "or"):
            return ([mention] if (mention := _mention(text, term, None, floor, stop)) else []), term.end
        return [], second.end  # a score or a vote: "52-48", "3-1"
    mention = _mention(text, term, second, floor, stop)
    return ([mention] if mention else []), second.end


def _grew_to(term: _Term, second: _Term, led: re.Match[str] | None) -> bool:
    """Whether "rose six per cent to 188 billion" tells two things: the growth, and what was reached."""
    if term.unit is None or term.unit.kind != "percent" or (led is not None and led["from"]):
        return False
    return second.unit is None or second.unit.kind != "percent"


def _opens(text: str, found: re.Match[str], floor: int) -> bool:
    """Whether what stands before lets a number begin here."""
    at = found.start()
    if at == floor or not found["digit"]:
        return True
    before = text[at - 1]
    if before.isalnum() or before in "_.,:/#$€£¥+'’@=&" or text[at - 2 : at] in ("№ ", "# "):
        return before in ":.,'’" and (at < floor + 2 or not text[at - 2].isalnum())
    return not (before in "-‑–" and at - 2 >= floor and text[at - 2].isalnum())


def _term(text: str, at: int, stop: int, units: Units) -> _Term | None:
    """Sign, number, scale and unit from one place on."""
    sign = _sign_pattern(units).match(text, at, stop)
    start = sign.end() if sign else at
    words = not text[start : start + 1].isdigit()
    number = spelled(text, start, stop) if words else numeral(text, start, stop)
    if number is None:
        return None
    factor, end = _scale(text, number.end, stop, units, money=sign is not None, attached=not words)
    if number.decimal_comma and factor is None and sign is None:
        return None  # "5,12" alone: two numbers of a list, or a decimal; not told
    unit: Unit | None = units.sign(sign["sign"]) if sign else None
    after = _unit(text, end, stop, units, scaled=factor is not None)
    number_end = end
    if after is not None and (unit is None or unit.codes == after[0].codes or set(after[0].codes) & set(unit.codes)):
        unit = after[0] if unit is None or len(after[0].codes) == 1 else unit
        end = after[1]
    elif after is None and factor is None and not words and _GOES_ON.match(text, end, stop):
        return None
    return _Term(at, end, number.value, factor, unit, words, number.round, number_end, sign["sign"] if sign else None)


@functools.cache
def _sign_pattern(units: Units) -> re.Pattern[str]:
    return re.compile(rf"(?P<sign>{units.signs()})\s?(?=\d)")


def _scale(text: str, at: int, stop: int, units: Units, *, money: bool, attached: bool) -> tuple[Decimal | None, int]:
    """The product of the scale words behind a number ("lakh crore", "hundred million") and where they end."""
    factor: Decimal | None = None
    for _ in range(_MOST_SCALES):
        gap = _GAP.match(text, at, stop)
        found = units.at(text, gap.end(), stop, _SCALES) if gap else None
        if found is None or (found[0].kind == "short" and not attached):
            break
        factor, at = (factor or Decimal(1)) * Decimal(found[0].factor), found[1]
    if factor is None and attached:
        letter = _LETTER.match(text, at, stop)
        found = units.at(text, letter.start(1), letter.end(), ("letter",)) if letter else None
        if found is not None and (money or _unit(text, found[1], stop, units, scaled=True)):
            return Decimal(found[0].factor), found[1]
    return factor, at


def _unit(text: str, at: int, stop: int, units: Units, *, scaled: bool) -> tuple[Unit, int] | None:
    # "5 billions of dollars"
    gap = (_OF.match(text, at, stop) if scaled else None) or _GAP.match(text, at, stop)
    if gap is None:
        return None
    found = units.at(text, gap.end(), stop, _AFTER)
    if found is None or (found[0].word in _ALSO_WORDS and not scaled and not _surely(text, found)):
        return None
    return found


def _surely(text: str, found: tuple[Unit, int]) -> bool:
    """Whether a money word that is another word too stands as money: in the plural ("50 cents", "20 pounds")."""
    unit, end = found
    return text[end - 1] in "sS" and unit.word[-1] != "s"


def _second(text: str, first: _Term, stop: int, units: Units, led: re.Match[str] | None) -> tuple[_Term | None, str]:
    """The other end of a range or change, and the word between them ("-" for a dash)."""
    joint = _TO.match(text, first.end, stop)
    if joint is None:
        return None, ""
    word = (joint["word"] or "-").lower()
    if word == "and" and not (led is not None and led["between"]):
        return None, ""
    digits = text[joint.end() : joint.end() + 1].isdigit() or _sign_pattern(units).match(text, joint.end(), stop)
    if not digits and (word == "-" or not _SPELLED.match(text, joint.end(), stop)):
        return None, ""
    second = _term(text, joint.end(), stop, units)
    if second is None or (word == "or" and second.words and second.raw != first.raw + 1):
        return None, ""
    return second, word


def _shared(first: _Term, second: _Term) -> tuple[_Term, _Term]:
    """Both ends with what only one of them prints: "$3-5 billion", "20 to 30 percent"."""
    if first.factor is None and second.factor is not None and first.raw < 1000:
        first = replace(first, factor=second.factor)
    if first.unit is None:
        first = replace(first, unit=second.unit)
    if second.unit is None:
        second = replace(second, unit=first.unit)
    return first, second


def _other_unit(first: _Term, second: _Term) -> bool:
    one, two = (term.unit.codes if term.unit else () for term in (first, second))
    return one != two and not set(one) & set(two)


def _mention(text: str, term: _Term, second: _Term | None, floor: int, stop: int) -> NumberMention | None:
    last = second or term
    unit = last.unit if last.unit and len(last.unit.codes) == 1 else term.unit
    if unit is not None and unit.word == "cent" and _ON_THE_DOLLAR.match(text, last.end, stop):
        return None
    start, end, bound = bound_about(text, term.start, last.end, floor, stop)
    kind: NumberKind = "bare"
    if unit is not None:
        kind = "percent" if unit.kind == "percent" else "volume" if unit.kind == "measure" else "money"
    return NumberMention(
        Span(start, end),
        Span(term.start, last.number_end),
        _plain(term.value),
        kind,
        unit.codes if unit else (),
        _plain(second.value) if second else None,
        bound or ("about" if term.round else None),
        term.words,
        last.factor is not None,
        sign=term.sign,
    )


def _plain(value: Decimal) -> Number:
    return int(value) if value == value.to_integral_value() else float(value)
