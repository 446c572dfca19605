"""For each list: what makes two rows candidates, how alike they are, and which values a row states."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from communique.model.record import ListName
from communique.resolve.lists import commitments, figures, named, partnerships
from communique.resolve.lists.items import Item

Values = Sequence[tuple[str, str]]
"""Field and value, in the order in which they are shown."""


@dataclass(frozen=True, slots=True)
class Form:
    """How the rows of one list are merged.

    prefix is that of their ids. tokens are what two rows must share one of to be compared at all; alike is from 0 (two
    things) to 1 (one); core is what an id is made of; apart says whether one article that tells both means two things.
    """

    prefix: str
    tokens: Callable[[Item], Sequence[str]]
    alike: Callable[[Item, Item], float]
    values: Callable[[Item], Values]
    core: Callable[[Item], Sequence[str]]
    apart: Callable[[Item, Item], bool]


FORMS: Mapping[ListName, Form] = MappingProxyType(
    {
        "commitments": Form(
            "com", commitments.tokens, commitments.alike, commitments.values, commitments.core, commitments.apart
        ),
        "partnerships": Form(
            "par", partnerships.tokens, partnerships.alike, partnerships.values, partnerships.core, partnerships.apart
        ),
        "figures": Form("fig", figures.tokens, figures.alike, figures.values, figures.core, figures.apart),
        "anniversaries": Form(
            "ann",
            named.anniversary_tokens,
            named.anniversaries_alike,
            named.anniversary_values,
            named.anniversary_core,
            named.anniversaries_apart,
        ),
        "initiatives": Form("ini", named.entity, named.same_entity, named.initiative_values, named.entity, named.never),
        "phrases": Form("phr", named.phrase, named.same_phrase, named.phrase_values, named.phrase, named.never),
    }
)
PREFIXES: Mapping[str, ListName] = MappingProxyType({form.prefix: name for name, form in FORMS.items()})
"""Which list an id belongs to, by what stands before its hyphen."""
