"""Which sentences can hold a commitment outside any statement, so that they are parsed too."""

from __future__ import annotations

import functools
import re

from communique.reading.commitments.acts import by_form
from communique.reading.wordlist import one_of

# What follows an adjective that offers: "is ready to work".
_TO = r"\s+to\b"
# Verbs that stand for an act only with a certain object and have too many others.
_COMMON = frozenset({"come", "enter", "provide", "strike", "conclude", "offer", "raise", "establish"})


@functools.cache
def _words() -> re.Pattern[str]:
    verbs, adjectives = set(), set()
    for form, acts in by_form().items():
        for act in acts:
            if act.part == "verb":
                common = bool(act.objects) and act.word in _COMMON
                verbs |= {f"{form} {act.cue.particle}"} if act.cue.particle else set() if common else {form}
            elif act.part == "adjective":
                adjectives.add(form)
    verbs |= {"into force", "signing of"}
    return re.compile(rf"\b(?:{one_of(verbs)}\b|{one_of(adjectives)}{_TO})", re.IGNORECASE)


def needs(text: str) -> bool:
    """Whether this sentence can hold a commitment in the writer's own words; those of statements are parsed anyway."""
    return _words().search(text) is not None
