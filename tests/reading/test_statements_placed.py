"""Which encounter a statement belongs to. All sentences written for communique."""

from __future__ import annotations

import pytest

from communique.model.reading import Encounter, Party, Statement
from communique.model.span import Span
from communique.reading.statements import placed

LULA = Party("Luiz Inácio Lula da Silva", "BRA", (Span(0, 4),), entity="Q1")
RABUKA = Party("Sitiveni Rabuka", "FJI", (Span(0, 4),), entity="Q2")
OTHER = Party("Tom Gale", None, (Span(0, 4),))
SIDES = Party("both sides", None, (Span(0, 4),), countries=("BRA", "FJI"))
STATE = Party(None, "BRA", (Span(0, 4),))


def meeting(id_: str = "e1", *participants: Party, main: bool = True) -> Encounter:
    return Encounter(id_, "meeting", "held", main, participants or (LULA, RABUKA), (Span(0, 4),))


def said(text: str, speaker: Party, cue: str = "said") -> Statement:
    at = text.index(cue)
    content = Span(at + len(cue) + 1, len(text) - 1)
    return Statement(speaker, "indirect", (content,), Span(at, at + len(cue)), None, (content,))


def place_of(text: str, speaker: Party, *encounters: Encounter) -> str | None:
    (row,) = placed(text, [said(text, speaker)], encounters)
    return row.encounter


def test_who_takes_part_in_the_one_main_encounter_speaks_there() -> None:
    assert place_of("Lula said the ferry would sail.", LULA, meeting()) == "e1"
    assert place_of("Both sides said the ferry would sail.", SIDES, meeting()) == "e1"


@pytest.mark.parametrize("speaker", [OTHER, STATE])
def test_who_takes_no_part_speaks_elsewhere(speaker: Party) -> None:
    assert place_of("Somebody said the ferry would sail.", speaker, meeting()) is None


@pytest.mark.parametrize(
    "where",
    [
        "Prior to the meeting, Lula",
        "In an interview, Lula",
        "Speaking to reporters, Lula",
        "Last week Lula",
        "In a tweet Lula",
    ],
)
def test_a_sentence_that_says_where_else_is_believed(where: str) -> None:
    assert place_of(f"{where} said the ferry would sail.", LULA, meeting()) is None


def test_words_inside_what_was_said_place_nothing() -> None:
    assert place_of("Lula said the ferry would sail after the storm.", LULA, meeting()) == "e1"


def test_two_main_encounters_are_told_apart_by_who_takes_part() -> None:
    first, second = meeting("e1", LULA, RABUKA), meeting("e2", OTHER, RABUKA)
    assert place_of("Lula said the ferry would sail.", LULA, first, second) == "e1"
    assert place_of("Rabuka said the ferry would sail.", RABUKA, first, second) is None


def test_an_encounter_recalled_in_passing_is_not_the_place() -> None:
    assert place_of("Lula said the ferry would sail.", LULA, meeting(main=False)) is None
