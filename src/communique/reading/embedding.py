"""What the first layers of the pipeline make of a word, kept from sentence to sentence.

The embedding of a word hangs on its letters alone, not on its neighbours: 575 words of an article are 260 different
ones, most of which stood in earlier articles. It takes a third of the time of a parse.
"""

from __future__ import annotations

import threading
from typing import Any

import numpy
from spacy.attrs import ORTH
from spacy.pipeline.tok2vec import Tok2Vec
from spacy.tokens import Doc
from thinc.api import Model

# Words are embedded so many at a time, filled up with nothing: a product of matrices may add in another order for
# another shape, and what is kept of a word must not hang on the words that were new beside it.
AT_ONCE = 64
# Different words kept, 600 bytes each; then they are forgotten and learned anew. 100 articles have 7,000.
KEPT = 20_000


class Embedding:
    """The embedding of words by a tok2vec component, and the layers that set them into their sentences.

    Raises ValueError where the component is not built from word features and static vectors (MultiHashEmbed).
    """

    def __init__(self, component: Tok2Vec) -> None:
        embed, self._encode = _layers(component.model, "thinc.layers.chain")
        both, mix, last = _layers(embed, "thinc.layers.chain")
        hashed, static = _layers(both, "thinc.layers.concatenate")
        features, ragged, table = _layers(hashed, "thinc.layers.chain")
        _like(features, "spacy.ml.featureextractor")
        _like(ragged, "thinc.layers.list2ragged")
        _like(static, "spacy.ml.staticvectors")
        _like(last, "thinc.layers.ragged2list")
        (words,), (mixed,) = _layers(table, "thinc.layers.with_array"), _layers(mix, "thinc.layers.with_array")
        self._vectors = component.vocab.vectors
        if str(self._vectors.mode) != "default" or self._vectors.attr != ORTH:
            raise ValueError("vectors that are not kept by word")
        self._columns = [ORTH, *features.attrs["columns"]]
        self._words, self._static, self._mix = words, static, mixed
        self._ops: Any = static.ops
        self._lock = threading.Lock()
        self._forget()

    def predict(self, docs: list[Doc]) -> list[Any]:
        """What the component predicts for these sentences, not all of them empty."""
        features = numpy.concatenate([doc.to_array(self._columns) for doc in docs])
        with self._lock:
            embedded = self._embedded(features)
        ends = numpy.cumsum([len(doc) for doc in docs])[:-1]
        made: list[Any] = self._encode.predict(numpy.split(embedded, ends))
        return made

    def _forget(self) -> None:
        self._rows: dict[bytes, int] = {}
        self._made = self._room(KEPT // 8)

    def _room(self, count: int) -> Any:
        return numpy.zeros((count, self._mix.get_dim("nO")), dtype="float32")

    def _embedded(self, features: Any) -> Any:
        if len(self._rows) > KEPT:
            self._forget()
        keys = features.view(f"V{features.itemsize * features.shape[1]}").ravel().tolist()
        rows = self._rows
        new = []
        for at, key in enumerate(keys):
            if key not in rows:
                rows[key] = len(rows)
                new.append(at)
        try:
            self._learn(features[new], len(rows) - len(new))
        except BaseException:
            self._forget()  # words that nothing was made of yet
            raise
        return self._made[[rows[key] for key in keys]]

    def _learn(self, features: Any, known: int) -> None:
        if known + len(features) > len(self._made):
            self._made = numpy.concatenate([self._made, self._room(len(self._made) + len(features))])
        for at in range(0, len(features), AT_ONCE):
            made = self._new(features[at : at + AT_ONCE])
            self._made[known + at : known + at + len(made)] = made

    def _new(self, features: Any) -> Any:
        """The embedding of some words, at most AT_ONCE."""
        filled = numpy.zeros((AT_ONCE, features.shape[1]), dtype="uint64")
        filled[: len(features)] = features
        found = self._vectors.find(keys=filled[:, 0])
        static = self._ops.gemm(self._vectors.data[found], self._static.get_param("W"), trans2=True)
        static[found < 0] = 0
        hashed = self._words.predict(self._ops.as_contig(filled[:, 1:]))
        return self._mix.predict(numpy.hstack([hashed, static]))[: len(features)]


def _layers(model: Model[Any, Any], kind: str) -> list[Model[Any, Any]]:
    _like(model, kind)
    return list(model.layers)


def _like(model: Model[Any, Any], kind: str) -> None:
    if model._func.__module__ != kind:
        raise ValueError(f"the layer {model.name} is none of {kind}")
