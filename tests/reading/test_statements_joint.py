"""Joint texts: "we" are the parties together, there and nowhere else. All texts written for communique."""

from __future__ import annotations

import time

import pytest

from communique import read_text
from communique.model.reading import Reading, Statement

TITLE = "Joint Statement of Kenya and Fiji on Shipping"
OPENING = "We, President William Ruto of Kenya and Prime Minister Sitiveni Rabuka of Fiji, met today in Suva."


def read(*lines: str) -> Reading:
    return read_text("\n\n".join(lines))


def said(reading: Reading, row: Statement) -> tuple[str, str]:
    text = reading.article.text
    return (row.cue.of(text) if row.cue else "", " // ".join(span.of(text) for span in row.content))


def together(reading: Reading) -> list[tuple[str, str]]:
    return [said(reading, row) for row in reading.statements or () if row.how == "joint text"]


@pytest.mark.parametrize(
    ("sentence", "cue", "content"),
    [
        ("We commit to open a direct line by 2027.", "commit", "to open a direct line by 2027"),
        ("We agree to hold talks on ports once a year.", "agree", "to hold talks on ports once a year"),
        ("We reaffirm our support for the law of the sea.", "reaffirm", "our support for the law of the sea"),
        ("We strongly oppose any threat to merchant ships.", "oppose", "any threat to merchant ships"),
        ("We will build a shared rescue centre.", "will", "build a shared rescue centre"),
        ("On fishing, we will share data on stocks.", "will", "share data on stocks"),
        ("We intend to train two hundred pilots.", "intend", "to train two hundred pilots"),
        ("We are committed to deepening our trade.", "are committed", "to deepening our trade"),
        ("The Leaders underlined the need for open ports.", "underlined", "the need for open ports"),
    ],
)
def test_what_the_parties_say_in_their_own_text_is_a_statement_of_both_sides(
    sentence: str, cue: str, content: str
) -> None:
    reading = read(TITLE, OPENING, sentence)
    assert together(reading) == [(cue, content)]
    row = next(row for row in reading.statements or () if row.how == "joint text")
    assert (row.speaker.name, row.speaker.countries, row.mode) == ("both sides", ("KEN", "FJI"), "indirect")


def test_we_and_titled_names_tell_the_parties_without_a_title() -> None:
    assert together(read(OPENING, "We reaffirm our support for open seas.")) == [
        ("reaffirm", "our support for open seas")
    ]


def test_a_title_tells_the_parties_without_names_in_the_text() -> None:
    reading = read(TITLE, "We welcome the new shipping line between our ports. We condemn piracy in all its forms.")
    assert [cue for cue, _ in together(reading)] == ["welcome", "condemn"]


def test_one_clause_of_two_is_one_statement_of_two() -> None:
    reading = read(TITLE, OPENING, "We will build a rescue centre and we reaffirm our support for open seas.")
    assert together(reading) == [("will", "build a rescue centre"), ("reaffirm", "our support for open seas")]


def test_what_joint_parties_undertake_binds_all_of_them() -> None:
    reading = read(TITLE, OPENING, "We will build a shared rescue centre. We are committed to opening our ports.")
    assert [(row.status, row.parties) for row in reading.commitments or ()] == [
        ("pledged", ("KEN", "FJI")),
        ("pledged", ("KEN", "FJI")),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        # an editorial: the writers and their readers
        ("Why Kenya and Fiji need each other", "We agree that ports matter. We will all pay for a broken line."),
        # an author among them
        (TITLE, "I read the text twice. We reaffirm nothing by silence. We will pay for it."),
        # news of a joint text
        ("Kenya and Fiji issue joint statement on shipping", "We welcome every reader to our live page."),
        # a government of one state
        ("Joint Statement by the Ministries of Trade and of Ports of Kenya", "We welcome the new line."),
        # peoples hold no office
        ("A letter", "We, the sailors of Kenya and Fiji, are tired. We agree that this must end."),
    ],
)
def test_we_is_nobody_outside_joint_texts(lines: tuple[str, ...]) -> None:
    assert together(read(*lines)) == []


def test_a_quoted_we_belongs_to_its_speaker() -> None:
    reading = read(TITLE, OPENING, "“We will build a rescue centre,” Ruto said after the signing.")
    assert together(reading) == []
    assert [row.speaker.name for row in reading.statements or ()] == ["William Ruto"]


@pytest.mark.parametrize(
    "piece", ["We, ", "We, , x", "We, President of Kenya, ", "Joint Statement of ", "following joint statement "]
)
def test_hostile_repetition_is_read_in_linear_time(piece: str) -> None:
    from communique.knowledge import base
    from communique.model.article import Article
    from communique.model.span import Span
    from communique.reading.statements import joint
    from communique.reading.statements.quotes import quotations

    text = piece * 100_000
    article = Article("test", text, body=(Span(0, len(text)),))
    quoted = quotations(text, enumerate(article.body))
    base.default().names.find("Kenya")
    start = time.process_time()
    joint.joint(article, quoted, base.default())
    assert time.process_time() - start < 5


def test_a_title_of_nothing_but_the_genre_names_no_parties() -> None:
    assert (
        together(read("Joint Statement", "The ministry says that ports will stay open. We welcome the new line.")) == []
    )
