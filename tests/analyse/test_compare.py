"""What a comparison of two readouts promises."""

import csv
import random
import time
from dataclasses import replace
from pathlib import Path

import pytest
from compared import Page, compared, given

from communique.analyse.compare.align import ALIKE, moved
from communique.analyse.compare.likeness import likeness, weights, words
from communique.model.comparison import tally

GOLD = Path(__file__).parents[1] / "gold" / "aligned.csv"


def standings(found):
    return {row.id: row.line.standing for row in found.phrases}


def test_a_phrase_is_kept_reworded_dropped_or_added():
    left = Page(
        ["We speak of true multilateralism.", "It is a community with a shared future for mankind.", "No limits."]
    )
    left.phrase("true-multilateralism", "true multilateralism")
    left.phrase("csf-mankind", "community with a shared future for mankind").phrase("no-limits", "No limits")
    right = Page(
        ["It is True  Multilateralism.", "A community with a shared future for humanity.", "Win-win cooperation."]
    )
    right.phrase("true-multilateralism", "True  Multilateralism")
    right.phrase("csf-mankind", "community with a shared future for humanity")
    right.phrase("win-win-cooperation", "Win-win cooperation")
    found = standings(compared(left, right))
    assert found == {
        "true-multilateralism": "same",
        "csf-mankind": "reworded",
        "no-limits": "left",
        "win-win-cooperation": "right",
    }


def test_where_a_phrase_is_reworded_the_other_words_are_marked():
    left = Page(["A community with a shared future for mankind."])
    right = Page(["A community with a shared future for humanity."])
    left.phrase("csf-mankind", "community with a shared future for mankind")
    right.phrase("csf-mankind", "community with a shared future for humanity")
    (row,) = compared(left, right).phrases
    assert [span.of(left.text) for span in row.line.left.differing] == ["mankind"]
    assert [span.of(right.text) for span in row.line.right.differing] == ["humanity"]


def test_a_plural_or_british_spelling_is_no_rewording():
    left = Page(["They are good neighbors, good friends and good partners."])
    right = Page(["Good neighbours, good friends and good partners."])
    left.phrase("good-neighbours", "good neighbors, good friends and good partners")
    right.phrase("good-neighbours", "Good neighbours, good friends and good partners")
    assert standings(compared(left, right)) == {"good-neighbours": "same"}


def test_the_original_and_its_translation_are_one_phrase_kept():
    left, right = Page(["真正的多边主义。"], language="zh"), Page(["It is true multilateralism."])
    left.phrase("true-multilateralism", "真正的多边主义")
    right.phrase("true-multilateralism", "true multilateralism")
    assert standings(compared(left, right)) == {"true-multilateralism": "same"}


def test_a_phrase_put_in_the_guests_mouth_is_told():
    left = Page(["Xi spoke of true multilateralism."]).says("Xi", "true multilateralism")
    right = Page(["Putin spoke of true multilateralism."]).says("Putin", "true multilateralism")
    for page in (left, right):
        page.phrase("true-multilateralism", "true multilateralism")
    (row,) = compared(left, right).phrases
    assert "speaker" in row.line.flags
    assert (row.line.left.speaker.name, row.line.right.speaker.name) == ("Xi Jinping", "Vladimir Putin")


def test_principle_and_policy_are_never_one_phrase_and_the_reader_is_told():
    left, right = Page(["The one-China principle."]), Page(["The one-China policy."])
    left.phrase("one-china-principle", "one-China principle")
    right.phrase("one-china-policy", "one-China policy")
    found = compared(left, right)
    assert standings(found) == {"one-china-principle": "left", "one-china-policy": "right"}
    assert {row.id: row.instead for row in found.phrases}["one-china-principle"] == ("one-china-policy",)


def test_what_changed_its_order_moved_and_what_kept_it_did_not():
    assert moved([(1, 10), (2, 20), (3, 30)]) == {}
    assert moved([(1, 30), (2, 10), (3, 20)]) == {0: (1, 3)}
    assert moved([]) == {}


@pytest.mark.parametrize("seed", range(20))
def test_as_few_as_possible_are_said_to_have_moved(seed):
    chance = random.Random(seed)
    order = list(range(8))
    chance.shuffle(order)
    still = [value for at, value in enumerate(order) if at not in moved(list(enumerate(order)))]
    out_of_place = [at for at, value in enumerate(order) if at != value]
    assert len(moved(list(enumerate(order)))) <= len(out_of_place)
    assert still == sorted(still) or len(still) == len(order) - len(moved(list(enumerate(order))))


def test_one_point_in_other_words_is_one_line():
    left = Page(["Xi said the two sides should deepen high-quality Belt and Road cooperation."])
    right = Page(["Xi said both countries should move ahead with high-quality Belt and Road cooperation."])
    left.says("Xi", "the two sides should deepen high-quality Belt and Road cooperation")
    right.says("Xi", "both countries should move ahead with high-quality Belt and Road cooperation")
    (speech,) = compared(left, right).speeches
    assert [line.standing for line in speech.lines] == ["reworded"]


def test_what_one_account_has_alone_is_silence_in_the_other():
    left = Page(["Xi said that tariffs help nobody."]).says("Xi", "tariffs help nobody")
    right = Page(["Xi said that trains run on time."]).says("Xi", "trains run on time")
    (speech,) = compared(left, right).speeches
    assert [(line.standing, line.left is None, line.right is None) for line in speech.lines] == [
        ("left", False, True),
        ("right", True, False),
    ]


def test_two_speakers_are_never_aligned_for_a_few_common_words():
    left = Page(["Xi said that China attaches importance to ties."]).says("Xi", "China attaches importance to ties")
    right = Page(["Putin said that Russia values its ties with China."]).says(
        "Putin", "Russia values its ties with China"
    )
    found = compared(left, right)
    assert all(line.standing in ("left", "right") for speech in found.speeches for line in speech.lines)


def test_a_not_in_one_account_only_is_flagged():
    left = Page(["Xi said that China supports the sale of arms to the region."])
    right = Page(["Xi said that China does not support the sale of arms to the region."])
    left.says("Xi", "China supports the sale of arms to the region")
    right.says("Xi", "China does not support the sale of arms to the region")
    (line,) = compared(left, right).speeches[0].lines
    assert "negation" in line.flags and line.standing == "reworded"


def test_other_numbers_are_flagged():
    left = Page(["Xi said that trade should reach 80 billion dollars soon."])
    right = Page(["Xi said that trade should reach 100 billion dollars soon."])
    left.says("Xi", "trade should reach 80 billion dollars soon")
    right.says("Xi", "trade should reach 100 billion dollars soon")
    (line,) = compared(left, right).speeches[0].lines
    assert "numbers" in line.flags


def test_what_both_say_together_stands_apart():
    page = Page(["Both sides agreed to reopen the consulate."]).says("both", "to reopen the consulate")
    found = compared(page, Page(["Nothing was said."]))
    assert not found.speeches and [line.standing for line in found.joint] == ["left"]


def test_the_headline_and_the_body_of_one_account_are_one_point():
    left = Page(
        ["Xi: trade in farm goods must grow faster", "Xi said that trade in farm goods must grow faster this year."]
    )
    left.says("Xi", "trade in farm goods must grow faster")
    left.says("Xi", "trade in farm goods must grow faster this year")
    (line,) = compared(left, Page(["Nothing."])).speeches[0].lines
    assert line.left.words.endswith("this year") and len(line.left.also) == 1


def test_topics_keep_two_points_apart_that_share_some_words():
    words_left = "railways and ports of the coast need new money and engineers"
    words_right = "ports of the coast need new guards and boats"
    same = compared(Page([words_left]).says("Xi", words_left), Page([words_right]).says("Xi", words_right))
    apart = compared(
        Page([words_left]).says("Xi", words_left, ["investment"]),
        Page([words_right]).says("Xi", words_right, ["security"]),
    )
    assert tally(line for speech in same.speeches for line in speech.lines)["reworded"] == 1
    assert tally(line for speech in apart.speeches for line in speech.lines)["reworded"] == 0


def test_one_level_in_two_wordings_is_one_label_and_two_levels_are_told():
    level = "comprehensive-strategic-coordination"
    left = Page(["A comprehensive strategic partnership of coordination."])
    left.label("comprehensive strategic partnership of coordination", level)
    right = Page(["A comprehensive partnership of strategic coordination."])
    right.label("comprehensive partnership of strategic coordination", level)
    (line,) = compared(left, right).labels
    assert line.standing == "reworded" and not line.flags
    lower = Page(["A strategic partnership."]).label("strategic partnership", "strategic")
    (line,) = compared(lower, right).labels
    assert line.flags == ("level",)


def test_a_commitment_with_another_step_or_deadline_is_flagged():
    left = Page(["They pledged to build a bridge over the Amur."])
    left.promises("to build a bridge over the Amur", "pledged")
    right = Page(["They signed a treaty to build a bridge over the Amur."])
    right.promises("a treaty to build a bridge over the Amur", "signed")
    (line,) = compared(left, right).commitments
    assert line.standing == "reworded" and line.flags == ("status",)


def test_sentences_that_nearly_stand_in_both_show_the_word_that_changed():
    left = Page(
        ["The envoys met for three hours in the old palace by the river.", "Rain fell on the whole town all day long."]
    )
    right = Page(
        ["The envoys met for two hours in the old palace by the river.", "Rain fell on the whole town all day long."]
    )
    found = compared(left, right)
    (line,) = found.passages
    assert [span.of(left.text) for span in line.left.differing] == ["three"]
    assert found.identical == 1


def test_a_line_cannot_be_built_without_the_cells_that_it_claims():
    page = Page(["Xi said that trains run on time."]).says("Xi", "trains run on time")
    (line,) = compared(page, page).speeches[0].lines
    with pytest.raises(ValueError, match="cannot have"):
        replace(line, right=None)


def test_likeness_tells_one_point_from_two():
    """Own pairs: how many are told right at the threshold that is used (decision 0016)."""
    rows = list(csv.DictReader(GOLD.read_text(encoding="utf-8").splitlines()))
    weight = weights(words(row[name]) for row in rows for name in ("one", "two"))
    right = [
        (likeness(words(row["one"]), words(row["two"]), weight) >= ALIKE) == (row["same"] == "yes") for row in rows
    ]
    assert sum(right) == len(rows) == 36


def test_texts_without_end_are_compared_in_linear_time():
    def spent(count):
        nasty = " ".join(["peace and"] * count)
        left, right = Page([nasty + "."]), Page([nasty + " again."])
        for page in (left, right):
            page.says("Xi", nasty)
        clock = time.process_time()
        compared(given("A", left), given("B", right))
        return time.process_time() - clock

    spent(100)
    assert spent(40_000) < 8
