"""What is new in a record: of the articles that came since, what each did to a row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from communique.model.answer import Cited, Outline
from communique.model.record import Contradiction, MergedRow

Kind = Literal["new", "contradicted", "changed", "confirmed"]
"""Told for the first time; now told differently; a value came or became another; told by a further origin."""


@dataclass(frozen=True, slots=True)
class NewValue:
    """A value that only articles since state, and what articles before stated of that field (None: nothing)."""

    field: str
    before: str | None
    now: str


@dataclass(frozen=True, slots=True)
class Item:
    """One row of the record that articles since have made, changed, contradicted or confirmed.

    about is an encounter or a row of a list. kind is the strongest of what happened; a row that is contradicted may
    have new values and origins, too. origins is how many independent ones are new, articles how many tell it since.
    said is how many statements of a known encounter are new.
    """

    about: Outline | MergedRow
    kind: Kind
    values: tuple[NewValue, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    origins: int = 0
    articles: int = 0
    said: int = 0


@dataclass(frozen=True, slots=True)
class News:
    """What is new, by kind, each in the order of time. fresh is how many articles came since.

    again is how many rows they only tell again, adding no value and no independent origin. cited has the sentences of
    articles since, by the row's id.
    """

    fresh: int
    items: tuple[Item, ...]
    again: int
    cited: Mapping[str, tuple[Cited, ...]] = field(default_factory=dict)
