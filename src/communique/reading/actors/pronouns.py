"""Pronouns: whom "he", "she" and "they" mean, by the grammar of the sentences before."""

from __future__ import annotations

import bisect
import re
from collections.abc import Mapping, Sequence

from communique.knowledge.first_names import pronoun_of
from communique.model.span import Span
from communique.reading.actors.cast import Member
from communique.reading.actors.mentions import Mention
from communique.reading.parse import Sentence

# How many sentences back a pronoun may look: in the five seeds and the example corpus none needs more than three.
REACH = 6


class Antecedents:
    """Finds the antecedents of pronouns among the mentions of one article.

    members tells whom the mentions of people stand for; mentions must be in text order.
    """

    def __init__(
        self, text: str, sentences: Sequence[Sentence], mentions: Sequence[Mention], members: Mapping[Span, Member]
    ) -> None:
        self._text = text
        self._sentences = sentences
        self._mentions = mentions
        self._members = members
        self._parsed: dict[int, tuple[list[int], list[tuple[int, int]], set[int]]] = {}
        self._first = [sentence.span.start for sentence in sentences]
        self._starts = [mention.span.start for mention in mentions]

    def person(self, pronoun: Mention) -> Mention | None:
        """The person whom "he" or "she" means: the subject before it, in its sentence or an earlier one."""
        here = bisect.bisect_right(self._first, pronoun.span.start) - 1
        word = pronoun.span.of(self._text).lower()
        for back in range(min(REACH, here) + 1):
            sentence = self._sentences[here - back]
            rows = [m for m in self._people(sentence) if self._may_be(m, word)]
            if back == 0:
                rows = [m for m in rows if m.span.end <= pronoun.span.start and m.quoted == pronoun.quoted]
                subjects = [m for m in rows if self.rank(sentence, m) > 0]
                rows = subjects[-1:]
            else:
                rows = sorted((m for m in rows if not m.quoted), key=lambda m: (-self.rank(sentence, m), m.span))
            if rows:
                return rows[0]
        return None

    def group(self, pronoun: Mention) -> tuple[Mention, ...]:
        """The mentions that "they" means: one plural mention, or the people that a sentence before brings together."""
        here = bisect.bisect_right(self._first, pronoun.span.start) - 1
        for back in range(min(REACH, here) + 1):
            sentence = self._sentences[here - back]
            rows = [m for m in self._within(sentence.span) if not m.quoted and m.span.end <= pronoun.span.start]
            plural = [m for m in rows if m.kind in ("sides", "group")]
            subjects = [m for m in plural if self.rank(sentence, m) > 0]
            if subjects or (plural and back > 0):
                return ((subjects or plural)[-1 if back == 0 else 0],)
            people = [m for m in rows if m.span in self._members and not self._owns(m)]
            distinct = list({id(self._members[m.span]): m for m in people}.values())
            if len(distinct) > 1 and back > 0:
                return tuple(distinct)
        return ()

    def rank(self, sentence: Sentence, mention: Mention) -> int:
        """3 for the main subject, 2 for a mention right before a finite verb, 1 for another subject, else 0."""
        if sentence.doc is None or self._owns(mention):
            return 0
        starts, subjects, verbs = self._grammar(sentence)
        start, end = mention.span.start - sentence.span.start, mention.span.end - sentence.span.start
        best = max((score for at, score in subjects if start <= at < end), default=0)
        following = bisect.bisect_left(starts, end)
        return best or (2 if following < len(starts) and starts[following] in verbs else 0)

    def _grammar(self, sentence: Sentence) -> tuple[list[int], list[tuple[int, int]], set[int]]:
        """Where the tokens of a sentence begin, its subjects with their ranks, and its finite verbs."""
        known = self._parsed.get(sentence.index)
        if known is None:
            starts, subjects, verbs = [], [], set()
            for token in sentence.doc or ():
                starts.append(token.idx)
                if token.dep_ in ("nsubj", "nsubjpass"):
                    subjects.append((token.idx, 3 if token.head.dep_ == "ROOT" else 1))
                elif token.tag_ in ("VBD", "VBZ", "VBP", "MD"):
                    verbs.add(token.idx)
            known = self._parsed[sentence.index] = (starts, subjects, verbs)
        return known

    def _may_be(self, mention: Mention, word: str) -> bool:
        member = self._members[mention.span]
        known = pronoun_of(member.name, member.roles)
        return known is None or known == word

    def _people(self, sentence: Sentence) -> list[Mention]:
        rows = self._within(sentence.span)
        return [m for m in rows if m.kind in ("person", "title") and m.span in self._members and not self._owns(m)]

    def _within(self, span: Span) -> list[Mention]:
        first = max(0, bisect.bisect_left(self._starts, span.start) - 1)
        last = bisect.bisect_left(self._starts, span.end)
        return [m for m in self._mentions[first:last] if m.span.overlaps(span)]

    def _owns(self, mention: Mention) -> bool:
        return bool(re.match(r"[’']s?\s", self._text[mention.span.end : mention.span.end + 3]))
