"""Cities that are printed for one another, and rows of the tables that may ground an error."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass

from communique.knowledge.base import Knowledge


@dataclass(frozen=True, slots=True)
class Nearby:
    """Which other city is no contradiction, and whether more than general knowledge stands behind a row."""

    pairs: Mapping[tuple[str, str], frozenset[str]]
    own: Mapping[str, frozenset[str]]

    def together(self, kind: str, id_: str, city: str, other: str) -> bool:
        """Whether a venue or edition is also printed in the other city, or the two cities for one another."""
        if other in self.pairs.get((kind, id_), ()):
            return True
        return other in self.pairs.get(("city", city), ()) or city in self.pairs.get(("city", other), ())

    def grounded(self, table: str, id_: str) -> bool:
        """Whether a row rests on more than the label `own`."""
        return id_ not in self.own.get(table, ())


@functools.lru_cache(maxsize=4)
def nearby(knowledge: Knowledge) -> Nearby:
    """What the tables say of neighbouring cities and of the standing of their rows; read once."""
    pairs: dict[tuple[str, str], set[str]] = {}
    for kind, id_, city in knowledge.tables.rows("nearby", ("kind", "id", "city")):
        pairs.setdefault((kind, id_), set()).add(city)
    own = {
        table: frozenset(id_ for id_, source in knowledge.tables.rows(table, ("id", "source")) if source == "own")
        for table in ("venues", "editions", "events")
    }
    return Nearby({key: frozenset(value) for key, value in pairs.items()}, own)
