"""What the classifier of lines sees of one line."""

from __future__ import annotations

import re
from dataclasses import dataclass

from communique.article.lines import Role

_WORD = re.compile(r"\w+")


def key(text: str) -> tuple[str, ...]:
    """The words of a text in lower case, as far as a headline is long."""
    return tuple(_WORD.findall(text[:600].lower()))


@dataclass(slots=True)
class Look:
    """One line while its role is being settled.

    sentence: it ends like one. cue: what its own wording says it is. score: above 0 prose, below 0 furniture.
    """

    text: str
    words: int
    sentence: bool
    cue: Role | None
    score: float = 0.0
    below_comments: bool = False
    role: Role = "other"

    _key: tuple[str, ...] | None = None

    @property
    def key(self) -> tuple[str, ...]:
        """The words of the line in lower case: what two prints of one headline share."""
        if self._key is None:
            self._key = key(self.text)
        return self._key

    @property
    def headlike(self) -> bool:
        """Whether it may be a headline: some words, no sentence."""
        return self.cue is None and 2 <= self.words <= 30 and not self.text.endswith((".", ".”", '."', ",", ";"))
