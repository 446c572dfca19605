"""Headlines: who speaks before or after their colon, and what the body says again."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from communique.model.reading import Party, Statement
from communique.model.span import Span, stripped

_COLON = re.compile(r"(?P<who>[^:\n]{2,60}):\s+(?P<what>\S[^\n]{8,300})")
_TRAILING = re.compile(r"(?P<what>[^:\n]{15,300}):\s+(?P<who>[^:\n]{2,40})")
_WORD = re.compile(r"[^\W\d_]{3,}|\d+")
_COMMON = frozenset(
    "the and for with that this his her its their has have will are was were from into says said".split()
)
# Share of a headline's words that the body's statement has too, where it is the same statement. Headlines shorten
# and rephrase: "to enhance coordination with Russia" has two thirds of its words in the sentence it sums up.
SAME_WORDS = 0.6


def colon(text: str, title: Span, who: Callable[[Span], Party | None]) -> tuple[Party, Span, Span, Span] | None:
    """Speaker, his words, the colon and what he says, of "President X: Y" or "Y: X"; None where nobody known speaks."""
    for pattern in (_COLON, _TRAILING):
        found = pattern.fullmatch(text, title.start, title.end)
        if not found:
            continue
        source = stripped(text, *found.span("who"))
        content = stripped(text, *found.span("what"), extra="“”\"'‘’")
        if source is None or content is None or len(source.of(text).split()) > 7:
            continue
        party = who(source)
        if party is not None:
            at = found.end("who") if pattern is _COLON else found.end("what")
            return party, source, Span(at, at + 1), content
    return None


def _stems(text: str, content: Sequence[Span]) -> set[str]:
    words = (w[0].lower() for span in content for w in _WORD.finditer(text, span.start, span.end))
    return {word[:5] for word in words if word not in _COMMON}


def repeats(text: str, title: Statement, body: Statement) -> bool:
    """Whether a statement of the body says again what the headline's says: same speaker, most of the words."""
    if title.speaker.key != body.speaker.key:
        return False
    mine, theirs = _stems(text, title.content), _stems(text, body.content)
    return bool(mine) and len(mine & theirs) >= SAME_WORDS * len(mine)
