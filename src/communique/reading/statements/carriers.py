"""Who carries a statement without having said it: agencies, papers, state media."""

from __future__ import annotations

import re

from communique.knowledge.base import Knowledge
from communique.knowledge.names import Name
from communique.model.span import Span

_OFFICE = "secretar|offic|conferenc|spokes|briefing|servic|advis|minist|attach|statement|release"
_MEDIA = re.compile(
    r"\b(?:media|press|news ?(?:agency|agencies|papers?|outlets?|wires?|channels?|sites?|services?|portals?)"
    r"|broadcasters?|televisions?|tv|radio|tabloids?|dail(?:y|ies)|wire service|media outlets?|newswires?"
    r"|(?:press|state|wire|information|telegraph) agenc(?:y|ies))\b"
    rf"(?! (?:{_OFFICE}))",
    re.IGNORECASE,
)
# How papers call themselves, for those that are in no table: "Suva Evening Herald".
_TITLES = re.compile(
    r"(?:[Tt]he )?(?:[A-Z][\w’'-]*\s){1,3}(?:Post|Times|News|Tribune|Herald|Journal|Gazette|Telegraph|Chronicle|Mirror"
    r"|Daily|Broadcasting|Courier|Observer|Standard|Weekly)"
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


# What an outlet made with others, or a person who writes for it, speaks for itself: "a Fox News poll".
_WORK = re.compile(
    r"\b(?:polls?|surveys?|data|study|tally|analysis|count|index|ranking)\b"
    r"|^[A-Z][\w’'-]+ [A-Z][\w’'-]+ (?:for|of|at|with)\b"
)
_SERVICE = re.compile(r"News|news|Magazine|Bureau|Press|DVIDS")


class Carriers:
    """The outlets of one article: tells whether words name one, and how it is called."""

    def __init__(self, text: str, kb: Knowledge) -> None:
        self._text = text
        self._kb = kb
        self._last: tuple[str, ...] = ()
        self._known: dict[Span, tuple[str, ...]] = {}

    def office(self, span: Span) -> str | None:
        """The state whose office the words name, where the table of outlets lists the office for its web site."""
        for name in self._kb.names.find(span.of(self._text)):
            if name.entries[0].kind == "outlet" and self._is_office(name) and len(name.span) >= len(span) - 4:
                return name.entries[0].country
        return None

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
        core = words.partition(",")[0]
        if not found and core.istitle() and " " not in core:
            found = self._outlets(core.upper())  # "Tass, the Russian news agency"
        if _WORK.search(words):
            return ()
        if not found and (_MEDIA.search(words) or _TITLES.fullmatch(words)) and not _HUMAN.search(words):
            found = (self._generic(words),)
        if found:
            self._last = found
        return found

    def _outlets(self, words: str) -> tuple[str, ...]:
        names = self._kb.names.find(words)
        listed = [n for n in names if n.entries[0].kind == "outlet" and not self._is_office(n)]
        if not listed or self._person_first(names, listed[0]):
            return ()
        first = listed[0].span
        before = words[: first.start].split()[-1:]
        if before and before[0][0].isupper() and before[0] != "The" and listed[0].entries[0].shared:
            return ()  # an ordinary word at the end of a longer name: "Suva Evening Herald"
        if _HUMAN.search(words[: first.start] + " " + words[first.end :]):
            return ()
        return tuple(dict.fromkeys(name.entries[0].name for name in listed))

    def _is_office(self, name: Name) -> bool:
        """Whether the outlet is an office that speaks itself ("The White House"), not its news service."""
        outlet = self._kb.outlets.get(name.entries[0].id)
        return outlet is not None and outlet.kind == "government" and not _SERVICE.search(outlet.name)

    def _person_first(self, names: tuple[Name, ...], outlet: Name) -> bool:
        return any(name.entries[0].kind in {"person", "office"} and name.span < outlet.span for name in names)

    def _generic(self, words: str) -> str:
        kinds = {"demonym", "state", "metonym"}
        states = [e.country for n in self._kb.names.find(words) for e in n.entries[:1] if e.kind in kinds and e.country]
        if not _STATE_MEDIA.search(words):
            return _LEADING.sub("", words) or words
        if not states:
            return "state media"
        state = self._kb.states.get(states[0])
        return f"state media of {state.name if state else states[0]}"
