"""What the classifier of lines sees of one line."""

from __future__ import annotations

from dataclasses import dataclass

from communique.article.lines import Role


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

    @property
    def headlike(self) -> bool:
        """Whether it may be a headline: some words, no sentence."""
        return self.cue is None and 2 <= self.words <= 30 and not self.text.endswith((".", ".”", '."', ",", ";"))
