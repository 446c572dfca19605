"""One attribution as it stands in the text: who, by which word, what; nobody resolved yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from communique.model.reading import Mode
from communique.model.span import Evidence, Span

Form = Literal[
    "that-clause", "quotation", "trailing clause", "around its cue", "noun phrase", "infinitive", "appeal", "gerund",
    "prepositional", "naming", "according to", "as-clause", "continuation", "colon",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Frame:
    """One attribution of the text, found by its form alone.

    source is None where the text names nobody. via are words that name who passes the statement on ("Xinhua" of
    "Xinhua quoted him as saying", "state media" of "according to state media" beside a speaker of its own).
    inherits is the index of the frame whose source it takes: a participle, a coordinated verb, a quotation that goes
    on; source then holds that frame's words. inside is the index of the frame in whose content this one stands.
    relative is the pronoun, where source is what "who" stands for. thin says that the content is a bare name or
    pronoun ("welcomed Putin"). insertions are brackets inside the content that are not the speaker's words.
    """

    cue: Span | None
    source: Span | None
    content: Evidence
    mode: Mode
    form: Form
    sentence: int
    lemma: str | None = None
    force: str | None = None
    addressee: Span | None = None
    via: tuple[Span, ...] = ()
    insertions: tuple[Span, ...] = ()
    inherits: int | None = None
    inside: int | None = None
    relative: Span | None = None
    thin: bool = False
