"""The sentences in which the evidence of a value stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.knowledge.sentences import split
from communique.model.span import Span, joined

# Evidence is shown within its sentence; a "sentence" without end (one line of 20 MB) is shown this far around it.
_AROUND = 300


def around(text: str, body: Sequence[Span], evidence: Sequence[Span]) -> Iterator[tuple[Span, tuple[Span, ...]]]:
    """The sentences in which the evidence stands, each once with all of its evidence, in text order.

    body are the blocks of the article proper: a sentence never leaves its block. Outside of them it is the line.
    """
    found: list[tuple[int, int, list[Span]]] = []
    for span in joined(evidence, text):
        start, end = _bounds(text, body, span)
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]), [*found[-1][2], span])
        else:
            found.append((start, end, [span]))
    for start, end, spans in found:
        yield Span(start, end), tuple(spans)


def _bounds(text: str, body: Sequence[Span], span: Span) -> tuple[int, int]:
    """Where the sentence or sentences begin and end that hold the span."""
    block = next((block for block in body if block.overlaps(span)), None)
    if block is None:  # furniture and metadata: the line
        start = text.rfind("\n", 0, span.start) + 1
        stop = text.find("\n", span.end)
        low, high = start, len(text) if stop < 0 else stop
    else:
        inside = [sentence for sentence in split(text, block) if sentence.overlaps(span)] or [block]
        low, high = min(inside[0].start, span.start), max(inside[-1].end, span.end)
    return max(low, span.start - _AROUND), min(high, span.end + _AROUND)
