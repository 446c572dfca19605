"""Set phrases of an article: each once, with all its places and the first statement that holds it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from communique.knowledge.base import Knowledge
from communique.model.reading import Phrase, Statement
from communique.model.span import Span, evidence
from communique.reading.phrases.find import Hit, hits
from communique.reading.phrases.patterns import patterns


def phrases(text: str, parts: Iterable[Span], said: Sequence[Statement], kb: Knowledge) -> tuple[Phrase, ...]:
    """The set phrases of an article, in the order of first mention.

    parts are the stretches that are read; a phrase never runs from one to the next. Needs no parse: any language in
    whose words the table lists a phrase will do.
    """
    table = patterns(kb.phrases)
    places: dict[str, list[Hit]] = {}
    for part in parts:
        for hit in hits(part.of(text), table):
            places.setdefault(hit.phrase, []).append(Hit(hit.span.shifted(part.start), hit.phrase, hit.form, hit.size))
    rows = sorted(places.items(), key=lambda item: item[1][0].span)
    return tuple(_phrase(text, id_, found, said) for id_, found in rows)


def _phrase(text: str, id_: str, found: Sequence[Hit], said: Sequence[Statement]) -> Phrase:
    first = min(found, key=lambda hit: hit.span)
    spans = evidence(*(hit.span for hit in found))
    return Phrase(id_, re.sub(r"\s+", " ", first.span.of(text)), spans, first.form, _statement(spans, said))


def _statement(spans: Sequence[Span], said: Sequence[Statement]) -> int | None:
    """The first statement of whose content a place is part."""
    for number, row in enumerate(said):
        if any(content.overlaps(span) for content in row.content for span in spans):
            return number
    return None
