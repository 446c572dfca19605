import re

import handmade
import pytest

from communique.cli.page import page
from communique.cli.screen import Screen, columns, plain
from communique.model.reading import Failure


def lines(result=None, *, width=80, colour=False, explain=False) -> list[str]:
    screen = Screen(width, colour)
    return list(
        page(result or handmade.reading(), screen, lambda code: handmade.NAMES.get(code, code), explain=explain)
    )


def test_the_page_says_who_met_where_and_when_and_how_it_was_dated():
    shown = "\n".join(lines())
    assert "William Ruto, president, Kenya" in shown
    assert "Fiji, envoy" in shown
    assert re.search(r"when +2024-03-04 \(weekday\+published\)", shown)
    assert "State House, Nairobi, Kenya" in shown


def test_what_the_article_does_not_state_is_printed_as_not_stated():
    assert re.search(r"^outlet +not stated$", "\n".join(lines()), re.MULTILINE)


def test_an_encounter_opens_on_the_sentence_that_says_so():
    shown = " ".join("\n".join(lines()).split())
    assert "“President Ruto received the Fijian envoy at State House in Nairobi on Monday.”" in shown


def test_a_statement_shows_its_cue_mode_encounter_and_who_carries_it():
    assert '  said [mixed, in e1, via Example Wire] ties "rest on the sea [that joins us]"' in lines()


@pytest.mark.parametrize("width", [40, 80, 110])
@pytest.mark.parametrize("explain", [False, True])
def test_no_line_is_wider_than_the_screen(width, explain):
    assert max(map(columns, lines(width=width, explain=explain))) <= width


def test_a_pipe_gets_no_colours_and_a_terminal_marks_evidence_by_colour():
    assert "\x1b" not in "\n".join(lines(explain=True))
    coloured = "\n".join(lines(colour=True, explain=True))
    assert "\x1b[1;33m" in coloured
    assert "⟦" not in coloured


def test_explain_shows_the_sentence_with_the_evidence_marked_and_the_rule():
    shown = "\n".join(lines(explain=True))
    assert "⟦President Ruto⟧ received" in shown
    assert "rule: resolved: title+surname" in shown
    assert shown.count("⟦") == shown.count("⟧") > 8


def test_colour_changes_nothing_but_colour():
    without = re.sub(r"\x1b\[[0-9;]*m", "", "\n".join(lines(colour=True)))
    assert without == "\n".join(lines())


def test_a_failed_input_says_why_and_what_helps():
    shown = "\n".join(lines(Failure("x.bin", "binary", "it is a PDF document", "extract its text first")))
    assert "x.bin: not read (binary)" in shown
    assert "what helps: extract its text first" in shown


def test_a_page_cannot_move_the_cursor_or_turn_the_direction_of_writing():
    assert plain("a\x1b[2Jb\u202ec\u0000\r\nd") == "a[2Jbc d"


def test_wide_and_combining_characters_are_measured_as_they_are_shown():
    assert columns("中文") == 4
    assert columns("e\u0301") == 1
    assert columns("\x1b[1mab\x1b[0m") == 2


def test_a_word_wider_than_the_screen_is_cut():
    out = list(Screen(20).wrapped("x" * 50, "  "))
    assert [len(line) for line in out] == [20, 20, 16]
