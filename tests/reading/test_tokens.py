"""The plain tokens say what spaCy's own say. Sentences written for communique."""

import pytest

from communique.reading.parse import pipeline
from communique.reading.tokens import Doc

SENTENCES = (
    "",
    "Talks.",
    "The president of Kenya, who arrived on Monday, met the prime minister of Japan and praised (at length) his hosts.",
    "\u201cWe don't agree,\u201d the minister said  ; nobody at the U.N. did . He left. They stayed!",
    "In May the two sides signed, sealed and, after a long night in Ankara, delivered 12 agreements - it was said ...",
    "Russia-led - - , , and \u2013 before the 11 Sept. attacks, 5% of GDP had been promised \u2013 not a cent came",
)


@pytest.fixture(params=SENTENCES)
def both(request: pytest.FixtureRequest):
    parse = next(pipeline().pipe([request.param]))
    return parse, Doc(request.param, parse)


def test_each_token_says_what_the_one_of_spacy_says(both) -> None:
    parse, doc = both
    assert len(parse) == len(doc)
    for theirs, ours in zip(parse, doc, strict=True):
        for name in ("i", "idx", "text", "lower_", "tag_", "dep_", "is_space", "is_alpha"):
            assert getattr(ours, name) == getattr(theirs, name)
        for name in ("head", "left_edge", "right_edge"):
            assert getattr(ours, name).i == getattr(theirs, name).i
        for name in ("children", "lefts", "rights", "subtree"):
            assert [t.i for t in getattr(ours, name)] == [t.i for t in getattr(theirs, name)]
        assert ours.sentence_start == theirs.sent.start
        assert [ours.is_ancestor(t) for t in doc] == [theirs.is_ancestor(t) for t in parse]


def test_stretches_have_the_root_and_the_tokens_that_they_have_in_spacy(both) -> None:
    parse, doc = both
    for first in range(len(doc)):
        for last in range(first, len(doc)):
            assert doc.root(first, last).i == parse[first : last + 1].root.i
    for start in range(-1, len(parse.text) + 2):
        for end in range(start + 1, len(parse.text) + 2):
            theirs, ours = parse.char_span(start, end, alignment_mode="expand"), doc.covered(start, end)
            assert (theirs is None) == (ours is None)
            assert ours is None or theirs is None or (ours.start, ours.stop) == (theirs.start, theirs.end)


def test_a_neighbour_beyond_either_end_is_none() -> None:
    doc = Doc("Talks.", next(pipeline().pipe(["Talks."])))
    assert doc[0].nbor(1) is doc[1]
    for token, by in ((doc[0], -1), (doc[1], 1)):
        with pytest.raises(IndexError):
            token.nbor(by)
