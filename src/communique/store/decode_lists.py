"""A stored reading's lists beside encounters and statements: the JSON has the names of the types' fields."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from communique.model.reading import (
    Anniversary,
    Check,
    Commitment,
    Event,
    Figure,
    Initiative,
    Partnership,
    Phrase,
)
from communique.store.codec import made

LISTS: Mapping[str, type] = MappingProxyType(
    {
        "commitments": Commitment,
        "partnerships": Partnership,
        "figures": Figure,
        "anniversaries": Anniversary,
        "initiatives": Initiative,
        "phrases": Phrase,
        "events": Event,
        "checks": Check,
    }
)
"""For each list of `Reading` what its rows are."""


def lists_of(row: Mapping[str, Any]) -> dict[str, tuple[Any, ...]]:
    """The lists that a stored reading has, by name; one that was not read is left out."""
    return {
        name: tuple(made(kind, one) for one in row[name]) for name, kind in LISTS.items() if row.get(name) is not None
    }
