"""One parsed sentence and the attributions that are being built from it, places in the article's text."""

from __future__ import annotations

import bisect
from dataclasses import dataclass, field

from communique.model.span import Span
from communique.reading.parse import Sentence
from communique.reading.statements.cues import Cue
from communique.reading.statements.frame import Form
from communique.reading.statements.quotes import Quotation, Quotations
from communique.reading.tokens import Doc, Token


@dataclass(slots=True)
class Draft:
    """One attribution of a sentence, places in the article's text."""

    sentence: Sentence
    verb: Token | None
    cue: Cue
    cue_span: Span
    form: Form
    content: list[Span]
    source: Span | None = None
    speaker: Token | None = None
    own_source: bool = True
    addressee: Span | None = None
    via: list[Span] = field(default_factory=list)
    relative: Span | None = None
    thin: bool = False
    pending: bool = False
    inherits: Draft | None = None
    inside: Draft | None = None


class Scene:
    """One parsed sentence with the quotations that touch it."""

    def __init__(self, text: str, sentence: Sentence, doc: Doc, quotations: Quotations) -> None:
        self.text = text
        self.sentence = sentence
        self.doc = doc
        self.base = sentence.span.start
        self.quotations = quotations
        near = quotations.touching(sentence.span)
        self.quoted = [False] * len(doc)
        starts = [self.base + t.idx for t in doc] if near else []
        for q in near:
            first, after = bisect.bisect_left(starts, q.span.start), bisect.bisect_left(starts, q.span.end)
            self.quoted[first:after] = [True] * (after - first)

    @property
    def just_before(self) -> Quotation | None:
        """The quotation that ends right before this sentence in its block: '"Will it hold?" Lavrov asked.'"""
        found = self.quotations.before(self.base, self.sentence.block)
        return found if found is not None and not self.text[found.span.end : self.base].strip() else None

    def place(self, first: int, last: int) -> Span:
        """Where these tokens stand in the article's text, without white space tokens at the ends."""
        doc = self.doc
        while last > first and doc[last].is_space:
            last -= 1
        while first < last and doc[first].is_space:
            first += 1
        return Span(self.base + doc[first].idx, self.base + doc[last].idx + len(doc[last]))

    def quotation_at(self, token: int) -> Quotation | None:
        """The quotation that this token stands in."""
        return self.quotations.at(self.base + self.doc[token].idx) if self.quoted[token] else None

    def quotation_next(self, token: int) -> Quotation | None:
        """The quotation that opens right after this token, a comma, colon or "that" between them at most."""
        after = token + 1
        while after < len(self.doc) and self.doc[after].lower_ in {",", ":", "that", "-", "–", "—"}:
            if self.quoted[after]:
                break
            after += 1
        found = self.quotation_at(after) if after < len(self.doc) else None
        at = self.base + self.doc[after].idx if found else 0
        return found if found and found.span.start >= at - 1 else None
