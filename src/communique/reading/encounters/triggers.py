"""Triggers: the words that can tell of an encounter (triggers.csv), and which sentences hold one."""

from __future__ import annotations

import csv
import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

from communique.model.reading import EncounterKind
from communique.reading.wordlist import one_of


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word form that can tell of an encounter.

    part is "verb" or "noun"; frame says where its participants stand; kind is what it tells of unless its neighbours
    say otherwise ("met virtually"). within are the phrases in which alone a common word counts ("will go to").
    """

    form: str
    part: str
    frame: str
    kind: EncounterKind
    within: tuple[str, ...] = ()


@functools.cache
def table() -> Mapping[tuple[str, str], Trigger]:
    """The triggers by (form, part)."""
    text = files("communique.reading.encounters").joinpath("triggers.csv").read_text(encoding="utf-8")
    rows = [
        Trigger(r["form"], r["part"], r["frame"], r["kind"], tuple(filter(None, r["within"].split("|"))))  # type: ignore[arg-type]
        for r in csv.DictReader(text.splitlines())
    ]
    return {(row.form, row.part): row for row in rows}


@functools.cache
def _pattern() -> re.Pattern[str]:
    return re.compile(
        rf"\b{one_of(words for row in table().values() for words in row.within or (row.form,))}\b", re.IGNORECASE
    )


def places(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Where a stretch of a text prints a word that can tell of an encounter."""
    return tuple(match.span() for match in _pattern().finditer(text, start, end))


def needs(text: str) -> bool:
    """Whether a sentence can tell of an encounter, so that it needs a parse."""
    return _pattern().search(text) is not None


def trigger(word: str, tag: str) -> Trigger | None:
    """The trigger that a word of the parse is, by its form and its part-of-speech tag."""
    part = "verb" if tag.startswith("VB") else "noun" if tag.startswith("N") else None
    return table().get((word.lower(), part)) if part else None
