"""Who carries a statement without having said it: agencies, papers, state media."""

from __future__ import annotations

import re
from collections.abc import Mapping

from communique.knowledge.names import Name, Names
from communique.model.span import Span

_OFFICE = "secretar|offic|conferenc|spokes|briefing|servic|advis|minist|attach|statement|release"
_MEDIA = re.compile(
    r"\b(?:media|press|news ?(?:agency|agencies|papers?|outlets?|wires?|channels?|sites?|services?|portals?)"
    r"|broadcasters?|televisions?|tv|radio|tabloids?|dail(?:y|ies)|wire service|agency|agencies|outlets?|newswires?)\b"
    rf"(?! (?:{_OFFICE}))",
    re.IGNORECASE,
)
# Words of a source that tell of a person or office, who speaks himself even where an outlet stands beside him.
_HUMAN = re.compile(
    r"\b(?:spokes\w+|secretary|minister|ministry|president|premier|officials?|editor\w*|journalists?|reporters?|correspondents?"
    r"|analysts?|commentators?|expert\w*|atomic|space|intelligence|energy|aid|UN|environment\w*|security|government)\b",
    re.IGNORECASE,
)
_SAME = re.compile(
    r"(?:the same (?:source|agency|outlet|report|media|newspaper)"
    r"|the (?:(?:news )?agency|report|newspaper|paper|outlet|broadcaster))",
    re.IGNORECASE,
)
_STATE_MEDIA = re.compile(
    r"\bstate(?:-run|-owned|-controlled)?(?: \w+)? ?(?:media|television|tv|radio|press|news)", re.IGNORECASE
)
_LEADING = re.compile(r"^(?:(?:the|a|an|some|several|various|other|multiple|unnamed|official|media|press|news|reports?|"
                      r"reporting|by|from|of|in)\s+)+", re.IGNORECASE)  # fmt: skip


class Carriers:
    """The outlets of one article: tells whether words name one, and how it is called."""

    def __init__(self, text: str, names: Names, states: Mapping[str, str]) -> None:
        self._text = text
        self._names = names
        self._states = states
        self._last: tuple[str, ...] = ()
        self._known: dict[Span, tuple[str, ...]] = {}

    def named(self, span: Span) -> tuple[str, ...]:
        """The outlets that the words of a source name, as the table calls them; () where they are no outlet.

        "the same source" stands for the outlet named before it; state media without a name are called so, with their
        state where it is printed ("state media of China"). Ask in text order: an answer is kept.
        """
        if span not in self._known:
            self._known[span] = self._read(span)
        return self._known[span]

    def _read(self, span: Span) -> tuple[str, ...]:
        words = re.sub(r"\s+", " ", span.of(self._text))
        if _SAME.fullmatch(words):
            return self._last
        found = self._outlets(words)
        if not found and _MEDIA.search(words) and not _HUMAN.search(words):
            found = (self._generic(words),)
        if found:
            self._last = found
        return found

    def _outlets(self, words: str) -> tuple[str, ...]:
        names = self._names.find(words)
        listed = [name for name in names if name.entries[0].kind == "outlet"]
        if not listed or _HUMAN.search(words[listed[0].span.end :]) or self._person_first(names, listed[0]):
            return ()
        return tuple(dict.fromkeys(name.entries[0].name for name in listed))

    def _person_first(self, names: tuple[Name, ...], outlet: Name) -> bool:
        return any(name.entries[0].kind in {"person", "office"} and name.span < outlet.span for name in names)

    def _generic(self, words: str) -> str:
        kinds = {"demonym", "state", "metonym"}
        states = [e.country for n in self._names.find(words) for e in n.entries[:1] if e.kind in kinds and e.country]
        if not _STATE_MEDIA.search(words):
            return _LEADING.sub("", words) or words
        return f"state media of {self._states.get(states[0], states[0])}" if states else "state media"
