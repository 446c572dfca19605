"""Weights: how much a shared n-gram counts as a sign of copying."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources

from communique.model.reading import Reading
from communique.resolve.copies.index import GRAM, gram_hashes
from communique.resolve.copies.words import folded_words

Weights = Mapping[int, int]
"""For the hash of an n-gram (its last bit 0) the number of encounters whose articles hold it; absent: one."""

# Words without content, and those that every report of a meeting holds: half of what a sentence shares by chance.
SMALL_WORDS = frozenset(
    "the a an of to in on at for and or but that with by from as is was were be been has had have he she it its his her"
    " their they this who which will would not said are after before about over into than more also out up one".split()
)
SMALL = 0.6
"""Weight of a small word: with 0.3 for names it parted copied sentences (8 and more) from chance in what was read of
5,653 pairs of 218 pages about one summit."""
NAME = 0.3
"""Weight of a word with a capital in both texts: two reports of one meeting share its names and titles."""


@cache
def set_phrases() -> frozenset[tuple[str, ...]]:
    """The n-grams of the set phrases; a shorter phrase as it is."""
    lines = resources.files(__package__).joinpath("phrases.txt").read_text(encoding="utf-8").splitlines()
    out: set[tuple[str, ...]] = set()
    for line in lines:
        words = tuple(line.split())
        if words and not line.startswith("#"):
            out |= {words[at : at + GRAM] for at in range(max(1, len(words) - GRAM + 1))}
    return frozenset(out)


def encounter_counts(groups: Iterable[Iterable[Reading]]) -> dict[int, int]:
    """How many encounters hold each n-gram, for those that more than one holds; each group tells one encounter."""
    once: set[int] = set()
    out: dict[int, int] = {}
    for group in groups:
        held = {value & ~1 for reading in group for value in gram_hashes(*folded_words(reading))}
        for value in held & once:
            out[value] = out.get(value, 1) + 1
        once |= held
    return out
