"""Which sentences can hold a statement, so that only those are parsed."""

from __future__ import annotations

import functools
import re

from communique.reading.statements.cues import by_form

# A whole quotation beside words of the writer's, with any verb: '..., " the envoy ventured'
_BESIDE_QUOTATION = re.compile(r"[,.?!][\"”’»]+,?\s+\w|[\"”’»]{2},?\s+\w")


@functools.cache
def _words() -> re.Pattern[str]:
    alone, with_particle = set(), set()
    for form, cues in by_form().items():
        for cue in cues:
            if cue.particle is None:
                alone.add(re.escape(form))
            else:
                with_particle.add(rf"{re.escape(form)} (?:it )?{re.escape(cue.particle)}")
    forms = sorted(alone, key=lambda form: (-len(form), form)) + sorted(with_particle)
    return re.compile(rf"\b(?:according|{'|'.join(forms)})\b", re.IGNORECASE)


def needs(text: str) -> bool:
    """Whether this sentence can hold a statement: a word that reports speech, or a quotation with words beside it.

    A sentence that is nothing but a piece of a quotation needs no parse: it belongs to the statement around it.
    """
    return bool(_words().search(text) or _BESIDE_QUOTATION.search(text))
