"""Units of what is counted and measured: scale words, currencies, shares and measures, as they stand about a number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, cast

from communique.knowledge.tables import Tables, parts

UnitKind = Literal["scale", "short", "letter", "currency", "code", "symbol", "percent", "measure"]
KINDS: tuple[UnitKind, ...] = ("scale", "short", "letter", "currency", "code", "symbol", "percent", "measure")

# No unit of the table has more words or longer ones.
_MOST_WORDS = 4
_TOKEN = re.compile(r"[^\s\d,;:()\[\]\"“”–—-]{1,24}")
_GAP = re.compile(r"[ \t\u00a0\u2009\u202f]*[\n-]?[ \t\u00a0\u2009\u202f]*")
_PLURALS = (("ies", "y"), ("es", ""), ("s", ""))
_POSSESSIVE = re.compile(r"['’]s?$")
_ENDS = ".'’!?…/*"


@dataclass(frozen=True, slots=True)
class Unit:
    """One printed form of a unit.

    codes are the ISO 4217 codes that a currency's word may stand for (several: "rupees", "¥"), or the one name of a
    share or measure. factor multiplies the number before it: a million, a cent (0.01), bcm (a thousand million).
    """

    word: str
    kind: UnitKind
    codes: tuple[str, ...]
    factor: str


class Units:
    """The units of the tables, found at a place of a text."""

    def __init__(self, tables: Tables) -> None:
        self._words: dict[UnitKind, dict[str, Unit]] = {kind: {} for kind in KINDS}
        for word, kind, code, factor in tables.rows("units", ("word", "kind", "code", "factor")):
            unit = Unit(word, cast(UnitKind, kind), parts(code), factor or "1")
            self._words[unit.kind][word] = unit
        # Chinese and Japanese words have no space behind them.
        glued = [unit for words in self._words.values() for unit in words.values() if unit.word[0] >= "\u2e80"]
        self._glued = tuple(sorted(glued, key=lambda unit: -len(unit.word)))

    def signs(self) -> str:
        """A regular expression for whatever names a currency before a number: "US$", "€", "RMB ". The longest wins."""
        signs = sorted(self._words["symbol"], key=lambda sign: (-len(sign), sign))
        codes = sorted(self._words["code"], key=lambda code: (-len(code), code))
        return "|".join([*map(re.escape, signs), *map(re.escape, codes)])

    def sign(self, printed: str) -> Unit:
        """The currency of a sign that `signs` matched."""
        return self._words["symbol"].get(printed) or self._words["code"][printed]

    def at(self, text: str, start: int, stop: int, kinds: tuple[UnitKind, ...]) -> tuple[Unit, int] | None:
        """The longest unit of the given kinds that begins at start, with its end; None where none does."""
        if start < stop and text[start] >= "\u2e80":
            for glued in self._glued:
                if glued.kind in kinds and text.startswith(glued.word, start, stop):
                    return glued, start + len(glued.word)
        for end in reversed(tuple(_ends(text, start, stop))):
            printed = text[start:end]
            for form in (printed, printed.rstrip(_ENDS), _POSSESSIVE.sub("", printed)):
                if form and (unit := self._named(form, kinds)):
                    return unit, start + len(form)
        return None

    def _named(self, form: str, kinds: tuple[UnitKind, ...]) -> Unit | None:
        """The unit of a word or phrase: in any case, singular or plural; a code only in its capitals."""
        key = re.sub(r"[\s-]+", " ", form.lower())
        for kind in kinds:
            words = self._words[kind]
            if kind == "code":
                if form in words:
                    return words[form]
                continue
            if key in words:
                return words[key]
            for ending, base in _PLURALS:
                if len(key) > 3 and key.endswith(ending) and (single := key[: -len(ending)] + base) in words:
                    return words[single]
        return None


def _ends(text: str, start: int, stop: int) -> Iterator[int]:
    """Where the first words from start on end, one after another."""
    at = start
    for _ in range(_MOST_WORDS):
        token = _TOKEN.match(text, at, stop)
        if token is None:
            return
        yield token.end()
        gap = _GAP.match(text, token.end(), stop)
        if gap is None or not gap[0]:
            return
        at = gap.end()
