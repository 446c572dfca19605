"""Quotation marks and quotations that go on. All sentences written for communique."""

from __future__ import annotations

import pytest

from communique.model.span import Span, stripped
from communique.reading import parse
from communique.reading.statements import Frame, frames, needs
from communique.reading.statements.quotes import quotations


def read(text: str) -> tuple[Frame, ...]:
    blocks, at = [], 0
    for line in text.split("\n"):
        span = stripped(text, at, at + len(line))
        blocks += [span] if span else []
        at += len(line) + 1
    return frames(text, parse.parsed(text, parse.sentences(text, blocks), needs))


def marked(text: str) -> list[str]:
    return [q.inner.of(text) for q in quotations(text, ((0, Span(0, len(text))),)).rows]


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("He called it “a new page” and left.", ["a new page"]),
        ('He called it "a new page" and left.', ["a new page"]),
        ("He called it «a new page» and left.", ["a new page"]),
        ("He called it „a new page“ and left.", ["a new page"]),
        ("He called it ''a new page'' and left.", ["a new page"]),
        ("He called it ‘a new page’ and left.", ["a new page"]),
        ("He called it 'a new page' and left.", ["a new page"]),
        ("The leaders’ talks and the ministers’ lunch went well.", []),
        ("The leaders' talks and the ministers' lunch went well.", []),
        ("China’s and Kenya’s envoys met.", []),
        ("“We say ‘yes’ to it,” he said.", ["We say ‘yes’ to it"]),
        ("“It stays open.", ["It stays open."]),
        ('“We heard them," he said. "We answered."', ["We heard them", "We answered."]),
        ("It will come in the next weeks,” the envoy said.", ["It will come in the next weeks"]),
    ],
)
def test_marks_are_paired_and_apostrophes_are_none(text: str, inside: list[str]) -> None:
    assert marked(text) == inside


def test_marks_are_paired_within_their_block_only() -> None:
    text = "“It stays open.\nThe door, that is."
    blocks = ((0, Span(0, 15)), (1, Span(16, len(text))))
    assert [(q.inner.of(text), q.closed) for q in quotations(text, blocks).rows] == [("It stays open.", False)]


def test_a_quotation_over_paragraphs_is_one_statement() -> None:
    text = "“The treaty stands,” the Danish minister said. “Nobody will tear it up.\n\n“It will outlive us.”"
    (frame,) = read(text)
    assert [s.of(text) for s in frame.content] == [
        "The treaty stands",
        "Nobody will tear it up.",
        "It will outlive us.",
    ]


def test_an_unclosed_quotation_belongs_to_the_cue_in_the_next_paragraph() -> None:
    text = "“We will build the dam.\n\n“We will share the water,” the Laotian premier said."
    (frame,) = read(text)
    assert [s.of(text) for s in frame.content] == ["We will build the dam.", "We will share the water"]


def test_a_quotation_without_a_cue_goes_on_with_the_speaker_before() -> None:
    text = "“We came to listen,” the Danish minister said.\n\n“And we heard much that was new.”"
    first, second = read(text)
    assert second.form == "continuation"
    assert (second.cue, second.inherits) == (None, 0)
    assert second.source == first.source
    assert second.content[0].of(text) == "And we heard much that was new."


def test_a_colon_at_the_end_of_a_paragraph_opens_the_next() -> None:
    text = "The Peruvian president said:\n\n“The mountains are our border. They are enough.”"
    (frame,) = read(text)
    assert frame.content[0].of(text) == "The mountains are our border. They are enough."


def test_a_quoted_term_is_no_statement() -> None:
    assert read("The talks touched on the “open sky” treaty and the “two rivers” plan.") == ()


def test_a_cue_inside_a_quotation_is_the_speakers_own_word() -> None:
    text = "“He told me that he agreed to everything,” the envoy said."
    (frame,) = read(text)
    assert frame.source is not None
    assert frame.source.of(text) == "the envoy"


def test_a_quotation_of_many_sentences_is_taken_whole() -> None:
    text = "“It rained. We waited. Then they came,” the mayor recalled."
    (frame,) = read(text)
    assert frame.content[0].of(text) == "It rained. We waited. Then they came"


def test_every_span_lies_inside_the_text_and_touches_no_outer_space() -> None:
    text = "“A long day,” he said , adding : “It ends.\nThe minister said \nthat it ends ."
    for frame in read(text):
        for span in (*frame.content, *(s for s in (frame.cue, frame.source) if s)):
            assert span.of(text) == span.of(text).strip()
            assert span.end <= len(text)
