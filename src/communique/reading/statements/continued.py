"""Quotations that go on: after their cue, in the next sentence, over paragraphs."""

from __future__ import annotations

import bisect
from collections.abc import Sequence

from communique.model.span import Span
from communique.reading.parse import Sentence
from communique.reading.statements.cues import UNLISTED
from communique.reading.statements.quotes import Quotation, Quotations
from communique.reading.statements.scene import Draft

# A quotation that goes on without a cue has at least this many words; shorter ones are terms and titles.
LEAST_WORDS = 4


def continued(text: str, sentences: Sequence[Sentence], quoted: Quotations, found: list[Draft]) -> list[Draft]:
    """The attributions with the quotations that nobody claimed given to the speaker who goes on."""
    return _Continued(text, sentences, quoted, found).all()


class _Continued:
    """One pass over the quotations of a text, each looked up by place."""

    def __init__(self, text: str, sentences: Sequence[Sentence], quoted: Quotations, found: list[Draft]) -> None:
        self.text = text
        self.sentences = sentences
        self.starts = [s.span.start for s in sentences]
        self.quoted = quoted
        self.last_of_block = {q.block: q for q in quoted.rows}
        self.owner = {q.span: d for d in reversed(found) for span in d.content for q in quoted.touching(span)}
        shells = {id(d.inside) for d in found if d.inside is not None}
        self.drafts = sorted(found, key=lambda d: d.cue_span.start)
        self.speaking = [d for d in self.drafts if id(d) not in shells]

    def all(self) -> list[Draft]:
        self._lead_in()
        made: list[Draft] = []
        at, last = 0, None
        for quotation in self.quoted.rows:
            while at < len(self.speaking) and self.speaking[at].cue_span.start < quotation.span.start:
                last = self.speaking[at]
                at += 1
            if last is None or quotation.span in self.owner or not self._stands_alone(quotation):
                continue
            home = self._home(quotation)
            if not self._goes_on(last, home):
                continue
            if last.pending or self._one_with(last, home):
                last.content.append(quotation.span)
                last.pending = False
            elif last.source is not None:
                last = _going_on(last, quotation, home)
                made.append(last)
        return [d for d in (*self.drafts, *made) if d.content]

    def _lead_in(self) -> None:
        """Give a quotation that was never closed to the attribution whose quotation opens the next block."""
        rows = self.quoted.rows
        for n in range(len(rows) - 2, -1, -1):
            first, second = rows[n], rows[n + 1]
            if first.closed or second.block != first.block + 1 or first.span in self.owner:
                continue
            owner = self.owner.get(second.span)
            if owner is not None and owner.cue_span.start > second.span.start and self._stands_alone(first):
                owner.content.insert(0, first.span)
                self.owner[first.span] = owner

    def _home(self, quotation: Quotation) -> Sentence:
        return self.sentences[max(0, bisect.bisect_right(self.starts, quotation.span.start) - 1)]

    def _stands_alone(self, quotation: Quotation) -> bool:
        """Whether the quotation is whole sentences of its block, with no words of the writer's in them."""
        if quotation.inner.of(self.text).count(" ") + 1 < LEAST_WORDS:
            return False
        last = self.sentences[max(0, bisect.bisect_left(self.starts, quotation.span.end) - 1)]
        before = self.text[self._home(quotation).span.start : quotation.span.start]
        after = self.text[quotation.span.end : last.span.end]
        return not any(c.isalnum() for c in before + after)

    def _goes_on(self, last: Draft, home: Sentence) -> bool:
        """Whether the speaker goes on: in the same block, or from a quotation that ends the block before."""
        distance = home.block - last.sentence.block
        if last.pending or distance == 0:
            return distance <= 1
        before = self.last_of_block.get(home.block - 1)
        if before is None:
            return False
        reach = max(span.end for span in last.content)
        return reach >= before.span.start if distance == 1 else 0 <= reach - before.span.end <= 2

    def _one_with(self, last: Draft, home: Sentence) -> bool:
        """Whether it is the same quotation: its other half in the block of its cue, or one that was never closed."""
        reach = max(last.content)
        touched = self.quoted.touching(Span(reach.start, reach.end))
        if not touched:
            return False
        same, before = touched[-1].block == home.block, touched[-1].block == home.block - 1
        return same or (before and not touched[-1].closed)


def _going_on(before: Draft, quotation: Quotation, home: Sentence) -> Draft:
    return Draft(
        home, None, UNLISTED, quotation.span, "continuation", [quotation.span], source=before.source,
        speaker=before.speaker, own_source=False, inherits=before, via=list(before.via),
    )  # fmt: skip
