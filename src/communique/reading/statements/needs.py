"""Which sentences can hold a statement, so that only those are parsed."""

from __future__ import annotations

import functools
import re

from communique.reading.statements.cues import by_form
from communique.reading.wordlist import one_of

# A whole quotation beside words of the writer's, with any verb: '..., " the envoy ventured'
_BESIDE_QUOTATION = re.compile(r"[,.?!][\"”’»]+,?\s+\w|[\"”’»]{2},?\s+\w")
# What the parties of a joint text say without a word that reports speech.
_OF_PARTIES = re.compile(
    r"\bWe (?:\w+ )?(?:oppose|(?:are|remain|stand) (?:\w+ )?\w+ (?:to|that|about)|(?:plan|aim|seek) to)\b"
)


@functools.cache
def _words() -> re.Pattern[str]:
    words = {"according"}
    for form, cues in by_form().items():
        for cue in cues:
            words |= {form} if cue.particle is None else {f"{form} {cue.particle}", f"{form} it {cue.particle}"}
    return re.compile(rf"\b{one_of(words)}\b", re.IGNORECASE)


def needs(text: str) -> bool:
    """Whether this sentence can hold a statement: a word that reports speech, or a quotation with words beside it.

    A sentence that is nothing but a piece of a quotation needs no parse: it belongs to the statement around it.
    """
    return bool(_words().search(text) or _BESIDE_QUOTATION.search(text) or _OF_PARTIES.search(text))
