"""Quotations that go on: after their cue, in the next sentence, over paragraphs."""

from __future__ import annotations

from collections.abc import Sequence

from communique.model.span import Span
from communique.reading.parse import Sentence
from communique.reading.statements.cues import UNLISTED
from communique.reading.statements.quotes import Quotation
from communique.reading.statements.scene import Draft

# A quotation that goes on without a cue has at least this many words; shorter ones are terms and titles.
LEAST_WORDS = 4


def continued(text: str, sentences: Sequence[Sentence], quoted: Sequence[Quotation], found: list[Draft]) -> list[Draft]:
    """The attributions with the quotations that nobody claimed given to the speaker who goes on."""
    out = sorted(found, key=lambda d: d.cue_span.start)
    _lead_in(text, sentences, quoted, out)
    for quotation in quoted:
        if _claimed(quotation, out) or not _stands_alone(text, quotation, sentences):
            continue
        home = next(s for s in sentences if s.span.start <= quotation.span.start < s.span.end)
        before = _before(quotation, quoted, out, home)
        if before is None:
            continue
        if before.pending or _one_with(quotation, before, quoted, home):
            before.content.append(quotation.span)
            before.pending = False
        elif before.source is not None:
            out.append(_going_on(before, quotation, home))
            out.sort(key=lambda d: d.cue_span.start)
    return [d for d in out if d.content]


def _lead_in(text: str, sentences: Sequence[Sentence], quoted: Sequence[Quotation], found: Sequence[Draft]) -> None:
    """Give a quotation that was never closed to the attribution whose quotation opens the next block."""
    for n in range(len(quoted) - 2, -1, -1):
        first, second = quoted[n], quoted[n + 1]
        if first.closed or second.block != first.block + 1 or _claimed(first, found):
            continue
        home = next((d for d in found if any(span.overlaps(second.span) for span in d.content)), None)
        if home is not None and home.cue_span.start > second.span.start and _stands_alone(text, first, sentences):
            home.content.insert(0, first.span)


def _claimed(quotation: Quotation, found: Sequence[Draft]) -> bool:
    return any(span.overlaps(quotation.span) for draft in found for span in draft.content)


def _stands_alone(text: str, quotation: Quotation, sentences: Sequence[Sentence]) -> bool:
    """Whether the quotation is whole sentences of its block, with no words of the writer's in them."""
    if quotation.inner.of(text).count(" ") + 1 < LEAST_WORDS:
        return False
    touched = [s for s in sentences if s.span.overlaps(quotation.span)]
    if not touched:
        return False
    start, end = touched[0].span.start, touched[-1].span.end
    outside = text[start : quotation.span.start] + text[quotation.span.end : end]
    return not any(c.isalnum() for c in outside)


def _before(quotation: Quotation, quoted: Sequence[Quotation], found: Sequence[Draft], home: Sentence) -> Draft | None:
    """The attribution that this quotation goes on from: in its block, or the last of the block before."""
    shells = {id(d.inside) for d in found if d.inside is not None}
    earlier = [d for d in found if d.cue_span.start < quotation.span.start and id(d) not in shells]
    if not earlier:
        return None
    last = earlier[-1]
    distance = home.block - last.sentence.block
    if last.pending:
        return last if distance <= 1 else None
    reach = max(span.end for span in last.content)
    if distance == 0:
        return last
    touching = [q for q in quoted if q.block == home.block - 1]
    carried = bool(touching) and touching[-1].span.end <= reach and touching[-1].span.end >= reach - 2
    return last if carried or (distance == 1 and touching and reach >= touching[-1].span.start) else None


def _one_with(quotation: Quotation, before: Draft, quoted: Sequence[Quotation], home: Sentence) -> bool:
    """Whether it is the same quotation: its other half in the block of its cue, or one that was never closed."""
    reach = max(before.content)
    last = [q for q in quoted if q.span.overlaps(Span(reach.start, reach.end))]
    if not last:
        return False
    if last[-1].block == home.block:
        return True
    return not last[-1].closed and last[-1].block == home.block - 1


def _going_on(before: Draft, quotation: Quotation, home: Sentence) -> Draft:
    return Draft(
        home, None, UNLISTED, quotation.span, "continuation", [quotation.span], source=before.source,
        speaker=before.speaker, own_source=False, inherits=before, via=list(before.via),
    )  # fmt: skip
