"""Whatever is compared: every cell shows characters of its article, and the same input gives the same bytes."""

import sys
from dataclasses import replace
from pathlib import Path

from hypothesis import given as drawn
from hypothesis import settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parents[1] / "analyse"))
from compared import Page, compared

from communique.model.document_comparison import comparison_document

WORDS = ("peace trade not 80 100 railways “win-win” ports the of 合作 共赢 мир дружба, – it's neighbours").split()
SENTENCES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join)
MADE = st.tuples(
    st.lists(SENTENCES, min_size=1, max_size=6, unique=True),
    st.lists(st.tuples(st.integers(0, 5), st.sampled_from(["Xi", "Putin", "both"]), st.booleans()), max_size=6),
    st.lists(
        st.tuples(st.sampled_from(["win-win-cooperation", "true-multilateralism", "own"]), st.integers(0, 5)),
        max_size=5,
    ),
)


def page(made) -> Page:
    sentences, said, phrases = made
    out = Page(sentences)
    for at, who, topic in said:
        out.says(who, sentences[at % len(sentences)], ["trade"] if topic else [])
    for id_, at in phrases:
        out.phrase(id_, sentences[at % len(sentences)].split(" ")[0])
    return out


def check(found, texts):
    for line in found.lines():
        for cell, account in ((line.left, found.left), (line.right, found.right)):
            if cell is None:
                continue
            text = texts[cell.article]
            assert cell.article in {source.article for source in account.sources}
            assert [span.of(text) for span in cell.spans] == list(cell.texts) and all(cell.texts)
            assert cell.sentence.of(text) == cell.sentence_text
            assert cell.sentence.holds(cell.spans[0])
            assert cell.cue is None or cell.cue.of(text) == cell.cue_text
            assert all(any(one.holds(mark) for one in cell.spans) for mark in cell.differing)
            assert list(cell.differing) == sorted(cell.differing)


@settings(max_examples=150, deadline=None, derandomize=True)
@drawn(MADE, MADE)
def test_every_cell_carries_a_span_whose_text_is_what_is_shown(left, right):
    one, two = page(left), page(right)
    found = compared(one, two)
    check(found, {made.reading().article.id: made.text for made in (one, two)})
    assert comparison_document(found) == comparison_document(compared(page(left), page(right)))


@settings(max_examples=50, deadline=None, derandomize=True)
@drawn(MADE)
def test_a_text_compared_with_itself_has_nothing_added_dropped_or_moved(made):
    found = compared(page(made), page(made))
    assert {line.standing for line in found.lines()} <= {"same"}
    assert not [line for line in found.lines() if line.moved or line.left.differing]


@settings(max_examples=50, deadline=None, derandomize=True)
@drawn(MADE, MADE)
def test_the_other_way_round_the_same_lines_are_alone(left, right):
    there, back = compared(page(left), page(right)), compared(page(right), page(left))
    alone = {(row.id, row.line.standing) for row in there.phrases}
    turned = {"left": "right", "right": "left"}
    assert alone == {(row.id, turned.get(row.line.standing, row.line.standing)) for row in back.phrases}
    assert replace(there, notes=()).identical == back.identical
