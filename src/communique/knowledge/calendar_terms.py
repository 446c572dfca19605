"""Words of the calendar in the languages that leak into English pages, and what a mention of a date is."""

from __future__ import annotations

import csv
import functools
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Literal

from communique.model.span import Span

DateKind = Literal["day", "month", "year", "weekday", "relative"]
Use = Literal["alone", "cued", "dated", "yeared"]
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class Fields:
    """What is printed of a date; None for each part that is not."""

    year: int | None = None
    month: int | None = None
    day: int | None = None


@dataclass(frozen=True, slots=True)
class Relative:
    """A distance from the day of publication: `Relative("day", -1)` is yesterday, `Relative("year", 0)` this year.

    unit is day, week, month, year; weekday for "last Tuesday" (-1: before the day of publication), "next Tuesday" (1)
    and "this Tuesday" (0). told says that the distance is from the day just told ("the day before"), which only the
    reader of the sentence knows.
    """

    unit: str
    by: int
    told: bool = False


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date as it is printed: nothing is filled up.

    kind is the finest part printed (a "day" may lack its year). end is the last day (month, year) of a printed
    range. weekday is 0 for Monday. time is `HH:MM`; zone an offset or a name as printed. other is the second reading
    of a numeric date whose day and month cannot be told apart (fields hold the reading day/month/year). shape is
    "numeric", "iso" or "words".
    """

    span: Span
    kind: DateKind
    year: int | None = None
    month: int | None = None
    day: int | None = None
    end: Fields | None = None
    weekday: int | None = None
    time: str | None = None
    zone: str | None = None
    relative: Relative | None = None
    other: Fields | None = None
    shape: str = "words"


@dataclass(frozen=True, slots=True)
class Word:
    """A month or weekday word and when it counts: alone, after a cue, only beside a day, only with day and year."""

    value: int
    use: Use


@dataclass(frozen=True, slots=True)
class Words:
    """The table of calendar words, folded."""

    months: Mapping[str, Word]
    weekdays: Mapping[str, Word]
    relatives: Mapping[str, Relative]
    phrase_starts: frozenset[str]


@functools.lru_cache(maxsize=65536)
def folded(word: str) -> str:
    """Lower case without diacritics: `Août` and `aout` are one word."""
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(ch for ch in plain if not unicodedata.combining(ch))


def _relative(value: str) -> Relative:
    unit, _, by = value.partition(":")
    return Relative(unit.removeprefix("told-"), int(by), unit.startswith("told-"))


@functools.cache
def words() -> Words:
    """The calendar words of tables/calendar.csv.

    Raises ValueError where one folded word stands for two months or two weekdays.
    """
    months: dict[str, Word] = {}
    weekdays: dict[str, Word] = {}
    relatives: dict[str, Relative] = {}
    table = files("communique.knowledge").joinpath("tables/calendar.csv").read_text(encoding="utf-8")
    for row in csv.DictReader(table.splitlines()):
        key = folded(row["word"])
        if row["kind"] == "relative":
            relatives[key] = _relative(row["value"])
            continue
        kind = months if row["kind"] == "month" else weekdays
        word = Word(int(row["value"]), row["use"])  # type: ignore[arg-type]
        if kind.setdefault(key, word).value != word.value:
            raise ValueError(f"calendar.csv: {row['word']!r} stands for two values")
    return Words(months, weekdays, relatives, frozenset(phrase.split()[0] for phrase in relatives))
