"""Fingerprints: what the index keeps of an article, so that articles which share a run of words find each other."""

from __future__ import annotations

from zlib import crc32

from communique.model.reading import Reading
from communique.resolve.copies.words import folded_words

GRAM = 5
"""Words in an n-gram: provenance.md section 3 measured five."""
WINDOW = 6
"""Of every six n-grams in a row the one with the least hash is kept: any shared run of ten words shares one of them."""
MOST = 512
"""Fingerprints of one article at most (2 kB); of a longer text those with the least hashes, the same in every text."""


def gram_hashes(words: list[str], quoted: list[int]) -> list[int]:
    """The hash of every n-gram in order: 32 bits, the last of them 1 where the n-gram is quoted.

    CRC-32 is the same on every machine and in every process, and distinct for n-grams that differ in one word.
    """
    grams = zip(*(words[at:] for at in range(GRAM)), strict=False)
    hashes = map(crc32, map(str.encode, map(" ".join, grams)))
    middle = quoted[GRAM // 2 :]
    return [value & 0xFFFFFFFE | flag for value, flag in zip(hashes, middle, strict=False)]


def fingerprints(reading: Reading) -> tuple[int, ...]:
    """The sampled n-grams of an article's body in ascending order; empty where it has fewer than five words.

    Odd values are of quoted words: two articles that share only such ones share a quotation, not prose.
    """
    hashes = gram_hashes(*folded_words(reading))
    if len(hashes) <= WINDOW:
        return tuple(sorted({min(hashes)})) if hashes else ()
    kept = set(map(min, zip(*(hashes[at:] for at in range(WINDOW)), strict=False)))
    return tuple(sorted(kept)[:MOST])
