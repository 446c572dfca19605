"""Which sentences are parsed for the sake of the events alone."""

from __future__ import annotations

import bisect
from collections.abc import Callable, Sequence

from communique.knowledge.names import Name
from communique.reading.events.lexicon import holds_trigger, names_pattern
from communique.reading.parse import Sentence

_PARTIES = frozenset({"state", "demonym", "metonym", "person", "organisation"})
# In 45 pages, sentences with two names added 3 % to what is parsed, those with one 7 %: only a text so short that it is
# one or two sentences, where the cost is none, has those with one parsed too.
_SHORT = 3


def needing(text: str, sentences: Sequence[Sentence], names: Sequence[Name]) -> Callable[[Sentence], bool]:
    """Which sentences can tell of an act that no other list reads: a word of an act, and names of two sides.

    names are those of the whole text.
    """
    starts = [name.span.start for name in names if name.entries[0].kind in _PARTIES]
    least = 1 if len(sentences) <= _SHORT else 2

    def needs(sentence: Sentence) -> bool:
        span = sentence.span
        named = bisect.bisect_left(starts, span.end) - bisect.bisect_left(starts, span.start)
        named += len(names_pattern().findall(span.of(text)))
        return named >= least and holds_trigger(span.of(text))

    return needs
