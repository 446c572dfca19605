"""First names that tell whether "he" or "she" can mean somebody. A name that is not in the table tells nothing."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from communique.knowledge.folding import folded_name
from communique.knowledge.tables import Tables

_TITLES = {
    "he": "king prince sultan emir pope pontiff emperor sheikh spokesman chairman congressman ayatollah cardinal",
    "she": "queen princess mrs ms lady spokeswoman chairwoman congresswoman empress",
}
_BY_TITLE = {word: pronoun for pronoun, words in _TITLES.items() for word in words.split()}


@cache
def _by_name() -> dict[str, str]:
    return dict(Tables().rows("first_names", ("name", "pronoun")))


def pronoun_of(name: str, roles: Iterable[str]) -> str | None:
    """The pronoun ("he", "she") that stands for a person, by printed title or first name; None where neither tells."""
    for role in roles:
        for word in role.lower().split():
            if word in _BY_TITLE:
                return _BY_TITLE[word]
    first = folded_name(name).split()
    return _by_name().get(first[0]) if first else None
