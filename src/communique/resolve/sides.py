"""Sides: which parties' own outlets or offices stand behind what is told."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence

from communique.knowledge.base import Knowledge


def sides(voices: Sequence[str], parties: Iterable[str], kb: Knowledge | None) -> tuple[str, ...]:
    """The parties whose own outlets or offices stand behind a claim."""
    if kb is None:
        return ()
    homes = _homes(kb)
    return tuple(sorted({country for voice in voices for country in homes.get(voice, ())} & set(parties)))


@functools.lru_cache(maxsize=4)
def _homes(kb: Knowledge) -> dict[str, tuple[str, ...]]:
    """The states of the outlets behind each voice: asked for every claim, so it is made once."""
    found: dict[str, set[str]] = {}
    for row in kb.outlets.values():
        for voice in (row.id, row.group, row.name):
            if row.country and voice:
                found.setdefault(voice, set()).add(row.country)
    return {voice: tuple(sorted(states)) for voice, states in found.items()}
