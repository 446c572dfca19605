"""What is kept of a word changes no parse. Sentences written for communique."""

import numpy
import pytest
import spacy

from communique.reading import embedding
from communique.reading.embedding import Embedding
from communique.reading.parse import pipeline

SENTENCES = (
    "The president of Kenya met the prime minister of Japan in Nairobi on Monday.",
    "\u201cWe don't agree,\u201d the minister said; nobody at the U.N. did.",
    "",
    "A Quzzlewort spoke  in Ankara.",
    "The two sides signed 12 agreements.",
)


def component():
    return pipeline().get_pipe("tok2vec")


def docs(*sentences: str):
    return [pipeline().make_doc(sentence) for sentence in sentences]


def test_words_kept_give_the_bits_that_the_component_gives() -> None:
    own = Embedding(component())
    for batch in (SENTENCES[:2], SENTENCES, SENTENCES[3:], SENTENCES):
        for ours, theirs in zip(own.predict(docs(*batch)), component().predict(docs(*batch)), strict=True):
            assert numpy.array_equal(ours, theirs)


def test_a_word_is_the_same_whichever_words_were_new_beside_it() -> None:
    alone, late = Embedding(component()), Embedding(component())
    for sentence in SENTENCES[::-1]:
        if sentence:
            late.predict(docs(sentence))
    expected = alone.predict(docs(*SENTENCES))
    assert all(numpy.array_equal(a, b) for a, b in zip(expected, late.predict(docs(*SENTENCES)), strict=True))


def test_words_are_forgotten_when_there_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedding, "KEPT", 8)
    own = Embedding(component())
    for sentence in SENTENCES[:2] * 3:
        assert numpy.array_equal(own.predict(docs(sentence))[0], component().predict(docs(sentence))[0])
    assert len(own._rows) < 30


def test_a_component_of_another_build_is_refused() -> None:
    other = spacy.blank("en").add_pipe("tok2vec")
    with pytest.raises(ValueError):
        Embedding(other)
