"""The words of acts: verbs, nouns and adjectives with the act that each of them tells of.

Three tables beside this file, which a person can extend: verbs.csv (a verb with its particle, the class of object that
it needs, the act), nouns.csv (a noun, the classes it belongs to, the act that it names), adjectives.csv. An act is a
PLOVER type or the name of an operator, in capitals: what the verb makes of the act that it governs (acts.py).
"""

from __future__ import annotations

import csv
import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

from communique.reading.statements.cues import inflections
from communique.reading.tokens import Token
from communique.reading.wordlist import one_of

TYPES = frozenset(
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE "
    "COERCE ASSAULT".split()
)
OPERATORS = frozenset("SAY BEGIN DO STOP EASE INTEND PLAN ASK REFUSE THREAT FAIL".split())
# Operators that tell of an act whatever they govern; the others need a noun or verb of the tables.
# Verbs of everyday: the noun that they govern is the trigger.
_LIGHT = frozenset({"DO", "BEGIN", "SAY"})
# Nouns without an act of their own that a verb of everyday makes one of: "reached an agreement", "closed the embassy".
_SIGNS = frozenset("accord captives ambassador invitation delegation aid withdrawal".split())
_STRONG = frozenset({"INTEND", "ASK", "REFUSE", "THREAT"})


@dataclass(frozen=True, slots=True)
class VerbRow:
    """A verb that can tell of an act. tail is what belongs to it ("on" of "call on"), objects the classes it needs."""

    tail: tuple[str, ...]
    objects: frozenset[str]
    act: str
    mode: str | None


@dataclass(frozen=True, slots=True)
class NounRow:
    """A noun with its class; act is the PLOVER type that it names, "" for none. words are all its words."""

    words: tuple[str, ...]
    kind: str
    act: str
    mode: str | None


def _rows(name: str) -> list[dict[str, str]]:
    text = files(__package__).joinpath(name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


@functools.cache
def verbs() -> Mapping[str, tuple[VerbRow, ...]]:
    """The rows of verbs.csv by printed form; those with a tail, then those that need an object first.

    Raises ValueError where a row names an act that does not exist.
    """
    found: dict[str, list[VerbRow]] = {}
    for row in _rows("verbs.csv"):
        if row["act"] not in TYPES | OPERATORS:
            raise ValueError(f"verbs.csv: {row['verb']}: there is no act {row['act']!r}")
        first, *tail = row["verb"].split()
        objects = frozenset(row["object"].split(";")) - {""}
        made = VerbRow(tuple(tail), objects, row["act"], row["mode"] or None)
        for form in sorted(inflections(first, row["irregular"])):
            found.setdefault(form, []).append(made)
    return {form: tuple(sorted(rows, key=_first)) for form, rows in found.items()}


def _first(row: VerbRow) -> tuple[int, bool, bool]:
    return -len(row.tail), not row.objects, row.act in TYPES


@functools.cache
def nouns() -> Mapping[str, tuple[NounRow, ...]]:
    """The rows of nouns.csv by the printed form of their last word, singular and plural."""
    found: dict[str, list[NounRow]] = {}
    for row in _rows("nouns.csv"):
        words = tuple(row["noun"].split())
        made = NounRow(words, row["class"], row["act"], row["mode"] or None)
        for form in _numbers(words[-1]):
            found.setdefault(form, []).append(made)
    return {form: tuple(sorted(rows, key=lambda r: -len(r.words))) for form, rows in found.items()}


def _numbers(noun: str) -> set[str]:
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return {noun, noun[:-1] + "ies"}
    return {noun, noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")}


@functools.cache
def names() -> Mapping[str, str]:
    """The state behind a name that only events need (names.csv): leaders before 2000, armed groups, former states.

    "NGO" stands for the organisations of no state.
    """
    return {row["name"]: row["country"] for row in _rows("names.csv")}


@functools.cache
def names_pattern() -> re.Pattern[str]:
    """Any of these names as a whole word."""
    return re.compile(rf"(?<![\w-]){one_of(names())}(?![\w-])")


@functools.cache
def adjectives() -> Mapping[str, str]:
    """The act or operator of an adjective behind "is"."""
    return {row["adjective"]: row["act"] for row in _rows("adjectives.csv")}


def noun_rows(noun: Token) -> tuple[NounRow, ...]:
    """What a noun of the parse is in the tables, with the words before it that belong to it."""
    rows = nouns().get(noun.lower_, ())
    out = []
    for row in rows:
        size = len(row.words)
        before = noun.doc[max(0, noun.i - size + 1) : noun.i]
        if tuple(t.lower_ for t in before) == row.words[:-1]:
            out.append(row)
    longest = max((len(row.words) for row in out), default=0)
    return tuple(row for row in out if len(row.words) == longest)


@functools.cache
def _pattern() -> re.Pattern[str]:
    words = {form for form, rows in verbs().items() if any(map(_tells, rows)) or not any(r.act in _LIGHT for r in rows)}
    words |= {form for form, rows in nouns().items() if any(row.act or row.kind in _SIGNS for row in rows)}
    words |= set(adjectives())
    return re.compile(rf"\b{one_of(words)}\b", re.IGNORECASE)


def _tells(row: VerbRow) -> bool:
    alone = not row.objects or "@name" in row.objects
    return row.act in _STRONG or (row.act in TYPES and alone and not row.tail) or bool(row.tail)


def holds_trigger(text: str) -> bool:
    """Whether a sentence prints a word that can tell of an act."""
    return _pattern().search(text) is not None
