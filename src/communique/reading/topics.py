"""Topics: what a statement or commitment is about, by the words of the table topics.csv."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping
from typing import get_args

from communique.knowledge.base import Knowledge
from communique.model.reading import Topic
from communique.model.span import Span
from communique.reading.wordlist import one_of

_ORDER: Mapping[str, int] = {name: at for at, name in enumerate(get_args(Topic))}


@functools.lru_cache(maxsize=4)
def _pattern(cues: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{one_of(cues)})(?![\w-])", re.IGNORECASE)


class Topics:
    """Finds the topics of stretches of one text. Cues are whole words or phrases, whatever their case."""

    def __init__(self, text: str, kb: Knowledge) -> None:
        self._text = text
        self._cues = kb.topics
        self._pattern = _pattern(tuple(self._cues))

    def of(self, spans: Iterable[Span]) -> tuple[Topic, ...]:
        """The topics of the stretches, in the order of the contract; at most one by each word."""
        found: set[Topic] = set()
        for span in spans:
            for match in self._pattern.finditer(self._text, span.start, span.end):
                found.update(self._cues[match[0].lower()])
        return tuple(sorted(found, key=_ORDER.__getitem__))
