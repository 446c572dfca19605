"""Names: every name of the tables found in a text in one pass."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from unicodedata import combining

import ahocorasick_rs

from communique.knowledge.folding import Folded, fold, fold_all
from communique.knowledge.kinds import Entry
from communique.model.span import Span

Form = tuple[str, str, str, str, str | None, bool]
"""A printed form: (form, kind, id, name, country, shared); forms come best kind first, best row first."""

# Abbreviations that are ordinary words in a line of capitals ("LET US GO"): there they are left unread.
_WORDS_IN_CAPITALS = frozenset({"US", "WHO", "IT", "PA", "MAP", "AIM", "TT", "CAR", "AIR", "APP", "MID", "TAP", "ECO"})

# An article has some dozen lines and asks about each of them several times; longer texts are asked about once.
_KEPT, _KEPT_CHARS = 256, 4000


@dataclass(frozen=True, slots=True)
class Name:
    """A printed name and what it may stand for, the best entry first."""

    span: Span
    entries: tuple[Entry, ...]


class Names:
    """The names of all tables, ready to be found.

    A form is found as it is printed in its table or in CAPITALS: letters that are capitals there must be capitals in
    the text, so "turkey" and "may" are never found, while a form in lower case ("foreign minister") is found in any
    case. A form all in capitals ("US", "G20") is found only so. Nothing is found inside a word.
    """

    def __init__(self, forms: Iterable[Form]) -> None:
        forms = list(forms)
        plain, keys = fold_all([form[0] for form in forms])
        self._forms: list[list[tuple[str, Form]]] = []
        at: dict[str, int] = {}
        for wanted, key, form in zip(plain, keys, forms, strict=True):
            number = at.setdefault(key, len(at))
            if number == len(self._forms):
                self._forms.append([(wanted, form)])
            else:
                self._forms[number].append((wanted, form))
        self._keys = list(at)
        self._entries: dict[tuple[int, str], tuple[Entry, ...]] = {}
        self._kept = lru_cache(maxsize=_KEPT)(self._find)

    @cached_property
    def _automaton(self) -> ahocorasick_rs.AhoCorasick:
        # All overlapping matches, not leftmost-longest ones: a longer form that fails its case or boundary check
        # ("UN women" for UN Women) must not hide the shorter one that stands.
        return ahocorasick_rs.AhoCorasick(self._keys, matchkind=ahocorasick_rs.MatchKind.Standard)

    def find(self, text: str) -> tuple[Name, ...]:
        """The names in a text, in text order: at each place the longest one, none overlapping another.

        Give one block at a time where a name must not run over a line end: a single line end counts as a blank. What
        was found in the last short texts is kept: several stages ask about the same lines.
        """
        return self._kept(text) if len(text) <= _KEPT_CHARS else self._find(text)

    def _find(self, text: str) -> tuple[Name, ...]:
        folded = fold(text)
        plain, known = folded.plain, self._entries
        found: list[tuple[int, int, tuple[Entry, ...]]] = []
        for number, start, end in self._automaton.find_matches_as_indexes(folded.key, overlapping=True):
            if _bounded(plain, start, end):
                printed = plain[start:end]
                entries = known.get((number, printed))
                if entries is None:
                    entries = self._standing(number, printed)
                if entries and not (printed in _WORDS_IN_CAPITALS and _in_capitals(plain, start, end)):
                    found.append((start, -end, entries))
        found.sort(key=_place)
        return tuple(_chosen(found, folded, text))

    def lookup(self, name: str) -> tuple[Entry, ...]:
        """What a whole string may stand for, under the same rules; () where it is no name."""
        found = self.find(name)
        return found[0].entries if len(found) == 1 and found[0].span == Span(0, len(name)) else ()

    def _standing(self, number: int, printed: str) -> tuple[Entry, ...]:
        """The entries of a form whose case rules the printed characters keep; kept for the next time."""
        kept: list[Entry] = []
        for wanted, (_, kind, id_, name, country, shared) in self._forms[number]:
            if _case_agrees(wanted, printed):
                entry = Entry(kind, id_, name, country, shared)  # type: ignore[arg-type]
                if not any((e.kind, e.id, e.country) == (entry.kind, entry.id, entry.country) for e in kept):
                    kept.append(entry)
        return self._entries.setdefault((number, printed), tuple(kept))


def _place(match: tuple[int, int, tuple[Entry, ...]]) -> tuple[int, int]:
    return match[0], match[1]


def _chosen(found: list[tuple[int, int, tuple[Entry, ...]]], folded: Folded, text: str) -> Iterator[Name]:
    last, plain = 0, not folded.breaks and text.isascii()
    for start, minus_end, entries in found:
        if start >= last:
            last = -minus_end
            if plain:
                yield Name(Span(start, last), entries)
                continue
            end = folded.offset(last - 1) + 1
            while end < len(text) and combining(text[end]):
                end += 1
            yield Name(Span(folded.offset(start), end), entries)


def _bounded(plain: str, start: int, end: int) -> bool:
    """Whether no letter or digit goes on at either end; scripts written without blanks have no such boundary."""
    # What follows first: nearly all that is not bounded goes on there.
    if end < len(plain) and plain[end].isalnum() and plain[end - 1].isalnum() and plain[end - 1] < "\u2e80":
        return False
    return not (start and plain[start - 1].isalnum() and plain[start].isalnum() and plain[start] < "\u2e80")


def _case_agrees(wanted: str, printed: str) -> bool:
    if wanted == printed:
        return True
    if wanted.isupper():
        return False
    return all(there.isupper() for here, there in zip(wanted, printed, strict=True) if here.isupper())


def _in_capitals(plain: str, start: int, end: int) -> bool:
    """Whether the words beside are all in capitals: the line shouts, and capitals tell nothing."""
    before, after = plain[max(0, start - 40) : start].split()[-1:], plain[end : end + 40].split()[:1]
    beside = [word for word in before + after if sum(map(str.isalpha, word)) > 1]
    return bool(beside) and all(word.isupper() for word in beside)
