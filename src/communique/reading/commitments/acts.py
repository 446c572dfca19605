"""The words by which a side commits itself or calls on others: acts.csv, with the nouns and verbs that go with them.

objects.csv lists the nouns by class that some of the words ask for ("signed" an instrument, "announced" aid);
undertakings.csv the verbs that make "will ..." an undertaking rather than a forecast.
"""

from __future__ import annotations

import csv
import functools
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Literal, get_args

from communique.model.reading import CommitmentStatus
from communique.reading.statements.cues import FRAMES, Cue, inflections

Part = Literal["verb", "adjective", "noun", "modal"]
_OWN_FRAMES = frozenset({"into force", "effect"})


@dataclass(frozen=True, slots=True)
class Act:
    """One word that commits.

    cue holds the word with its particle and the constructions that it takes, as words of speech have them. objects are
    the nouns that it asks for, empty where any will do. status holds where several are bound, alone where one is:
    "decided" is an agreement of two, the announcement of one; None
    where one alone cannot do it ("raised their ties"). step is its rung of the ladder, None where none fits.
    """

    cue: Cue
    part: Part
    objects: frozenset[str]
    status: CommitmentStatus
    alone: CommitmentStatus | None
    step: str | None

    @property
    def word(self) -> str:
        """The word without its particle."""
        return self.cue.lemma.split()[0]


def _table(name: str) -> list[dict[str, str]]:
    text = files(__package__ or "").joinpath(name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


@functools.cache
def objects() -> Mapping[str, frozenset[str]]:
    """The nouns of each class that an act may ask for."""
    return {row["class"]: frozenset(row["nouns"].split()) for row in _table("objects.csv")}


@functools.cache
def undertakings() -> frozenset[str]:
    """The verbs, in their base form, by which "will" announces what a side is going to do."""
    return frozenset(row["verb"] for row in _table("undertakings.csv"))


@functools.cache
def table() -> tuple[tuple[Act, str], ...]:
    """The acts with their irregular forms. Raises ValueError where a row names what does not exist."""
    return tuple((_act(row), row["irregular"]) for row in _table("acts.csv"))


def _act(row: Mapping[str, str]) -> Act:
    frames = frozenset(filter(None, row["frames"].split(";")))
    part, status, alone = row["part"], row["status"], row["alone"]
    known = frames <= FRAMES | _OWN_FRAMES and {status, alone or status} <= set(get_args(CommitmentStatus))
    classes = [name for name in row["objects"].split(";") if name]
    if not known or part not in get_args(Part) or not set(classes) <= set(objects()):
        raise ValueError(f"acts.csv, {row['word']}: no such frame, part, class of objects or status")
    nouns = frozenset[str]().union(*(objects()[name] for name in classes))
    particle = row["word"].partition(" ")[2] or None
    cue = Cue(row["word"], particle, status, frames)
    return Act(cue, part, nouns, status, alone or None, row["step"] or None)  # type: ignore[arg-type]


@functools.cache
def by_form() -> Mapping[str, tuple[Act, ...]]:
    """The acts by the printed form of their word, lower case; those with a particle first."""
    found: dict[str, list[Act]] = {}
    for act, irregular in table():
        for form in sorted(inflections(act.word, irregular) if act.part == "verb" else {act.word}):
            found.setdefault(form, []).append(act)
    return {form: tuple(sorted(acts, key=lambda a: a.cue.particle is None)) for form, acts in found.items()}
