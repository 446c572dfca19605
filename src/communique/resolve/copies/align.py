"""Alignment: the runs of words that two texts share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from communique.resolve.copies.index import GRAM

# An n-gram that one text prints more often is no sign of a copied sentence: a run is found from its rarer ones.
_REPEATS = 6
GAP = 4
"""Words that may differ between two runs that are one copied stretch: a cut clause, a changed title."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one text that stand in the other, in order: from first of the one and second of the other on."""

    first: int
    second: int
    length: int


def runs(a: Sequence[str], b: Sequence[str]) -> list[Run]:
    """The shared runs of five words and more, each word used once, longest first; in the first's order."""
    found = sorted(set(_candidates(a, b)), key=lambda r: (-r.length, r.first, r.second))
    free_a, free_b = bytearray(b"\1" * len(a)), bytearray(b"\1" * len(b))
    out: list[Run] = []
    for run in found:
        for kept in _free(run, free_a, free_b):
            free_a[kept.first : kept.first + kept.length] = bytes(kept.length)
            free_b[kept.second : kept.second + kept.length] = bytes(kept.length)
            out.append(kept)
    return sorted(out, key=lambda r: (r.first, r.second))


def _candidates(a: Sequence[str], b: Sequence[str]) -> list[Run]:
    places: dict[tuple[str, ...], list[int]] = {}
    for at, gram in enumerate(_grams(b)):
        places.setdefault(gram, []).append(at)
    starts: list[tuple[int, ...]] = []
    out = []
    for i, gram in enumerate(_grams(a)):
        held = places.get(gram, [])
        starts.append(tuple(held) if len(held) <= _REPEATS else ())
        out += [_grown(a, b, i, j) for j in starts[i] if not (i and j - 1 in starts[i - 1])]
    return out


def _grams(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return zip(*(words[at:] for at in range(GRAM)), strict=False)


def _grown(a: Sequence[str], b: Sequence[str], i: int, j: int) -> Run:
    """The longest run around an n-gram that two texts share at these places."""
    end = GRAM
    while i + end < len(a) and j + end < len(b) and a[i + end] == b[j + end]:
        end += 1
    back = 0
    while back < min(i, j) and a[i - back - 1] == b[j - back - 1]:
        back += 1
    return Run(i - back, j - back, end + back)


def _free(run: Run, free_a: bytearray, free_b: bytearray) -> list[Run]:
    """The parts of a run, five words and more, that no longer run has taken."""
    out, begin = [], None
    for at in range(run.length + 1):
        free = at < run.length and free_a[run.first + at] and free_b[run.second + at]
        if free and begin is None:
            begin = at
        elif not free and begin is not None:
            if at - begin >= GRAM:
                out.append(Run(run.first + begin, run.second + begin, at - begin))
            begin = None
    return out


def stretches(found: Sequence[Run]) -> list[list[Run]]:
    """Runs joined to copied stretches: those that follow one another in both texts with few words between."""
    out: list[list[Run]] = []
    for run in found:
        last = out[-1][-1] if out else None
        if last is not None:
            gap_a = run.first - last.first - last.length
            gap_b = run.second - last.second - last.length
            if 0 <= gap_a <= GAP and 0 <= gap_b <= GAP:
                out[-1].append(run)
                continue
        out.append([run])
    return out
