import dataclasses
import random
import subprocess
import sys
import time

import pytest
from copytexts import HARBOUR, ORCHARD, SAID, article
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.model.reading import Party, Statement
from communique.model.span import Span
from communique.resolve.copies import authored, compare, encounter_counts, fingerprints
from communique.resolve.copies.align import runs, stretches
from communique.resolve.copies.words import words_of
from communique.store.fingerprints import packed, unpacked

CAPTION = "The mayor shows the new pier to the guests from the other coast on a cold morning. (AP Photo/Ada Example)"


def kind(a, b, **more):
    link = compare(a, b, **more)
    return link.kind if link else None


def test_a_whole_copy_is_bulk_and_its_runs_are_the_same_words_in_both():
    a, b = article(HARBOUR, "A"), article(HARBOUR, "B")
    link = compare(a, b)
    assert link is not None and link.kind == "bulk" and link.share == 1.0
    texts = {a.article.id: a.article.text, b.article.id: b.article.text}
    for first, second in link.runs:
        assert first.of(texts[link.first]).split() == second.of(texts[link.second]).split()


@pytest.mark.parametrize(
    "paragraphs",
    [HARBOUR[:3], HARBOUR + ORCHARD, HARBOUR[3:] + HARBOUR[:3], HARBOUR[:4] + ORCHARD[:3]],
    ids=["cut", "extended", "reordered", "stitched"],
)
def test_a_copy_that_was_cut_extended_reordered_or_stitched_is_bulk(paragraphs):
    assert kind(article(HARBOUR), article(paragraphs, "B")) == "bulk"


def test_a_lightly_edited_copy_is_bulk():
    edited = [p.replace("agreed", "decided").replace("while", "and").replace("asked for", "wanted") for p in HARBOUR]
    assert kind(article(HARBOUR), article(edited)) == "bulk"


def test_one_borrowed_paragraph_is_a_partial_copy():
    link = compare(article((*HARBOUR, *HARBOUR[:0])), article((*ORCHARD[:3], HARBOUR[1], *ORCHARD[3:])))
    assert link is not None and link.kind == "partial" and 0 < link.share < 0.4


def test_different_texts_have_no_link():
    assert compare(article(HARBOUR), article(ORCHARD)) is None


def test_an_article_is_no_copy_of_itself():
    assert compare(article(HARBOUR), article(HARBOUR)) is None


def test_a_shared_quotation_is_a_link_of_its_own_kind_and_no_copy():
    link = compare(article((*HARBOUR, SAID)), article((*ORCHARD, SAID.replace("the mayor said", "one heard"))))
    assert link is not None and link.kind == "quotation" and link.source is None
    assert all("pier" in first.of(a.article.text) for a in [article((*HARBOUR, SAID))] for first, _ in link.runs[:1])


@pytest.mark.parametrize("marks", ["“”", '""', "«»", "„“"])
def test_quotations_are_no_authored_text_whatever_their_marks(marks):
    quoted = f"{marks[0]}No pier will fall while I hold this office of the harbour{marks[1]}"
    reading = article((f"The mayor said: {quoted} and left.",))
    shown = " ".join(span.of(reading.article.text) for span in authored(reading))
    assert "pier" not in shown and "The mayor said" in shown and "and left" in shown


def test_a_quotation_that_does_not_close_goes_on_to_the_end_of_its_paragraph():
    reading = article(("The mayor began: “No pier will fall.", "“Not one,” he went on."))
    shown = " ".join(span.of(reading.article.text) for span in authored(reading))
    assert "pier" not in shown and "Not one" not in shown and "he went on" in shown


def test_an_apostrophe_opens_no_quotation():
    reading = article(("The fishermen's boats and the ministers' cars left the harbour's gates before ten o'clock.",))
    assert [span.of(reading.article.text) for span in authored(reading)] == [reading.article.text.strip()]


def test_a_shared_caption_makes_no_link():
    assert (
        compare(article((*HARBOUR[:2], CAPTION, *HARBOUR[2:])), article((*ORCHARD[:1], CAPTION, *ORCHARD[1:]))) is None
    )


def test_a_post_above_its_signature_is_quoted_even_without_marks():
    post = "Every pier of our old harbour will stand for the next ten winters whatever the experts write about nets"
    signed = (post, "— The Mayor (@mayor) May 6, 2024")
    assert kind(article((*HARBOUR, *signed)), article((*ORCHARD, *signed))) == "quotation"


def test_the_turns_of_a_transcript_are_their_speakers_words():
    turns = tuple(f"{name}: {line}" for name, line in zip(("THE MAYOR", "QUESTION") * 3, HARBOUR, strict=True))
    assert kind(article(turns, "A"), article(turns, "B")) == "quotation"


def test_names_and_titles_in_one_order_are_no_copied_sentence():
    named = (
        "Foreign Minister Ada Example of Northland and Prime Minister Ben Sample of Southland met in Oslo on Tuesday."
    )
    other = (
        "After it, Foreign Minister Ada Example of Northland and Prime Minister Ben Sample of Southland rested at home."
    )
    assert kind(article((*HARBOUR, named)), article((*ORCHARD, other))) is None


def test_set_phrases_are_no_copied_sentence():
    phrase = "The two sides exchanged views on international and regional issues of common interest"
    one, two = f"{phrase}, a note says.", f"Later {phrase.lower()}."
    assert kind(article((*HARBOUR, one)), article((*ORCHARD, two))) is None


def test_what_many_encounters_hold_counts_little():
    formula = "Guests who come by sea are met on the upper pier by the band of the pilots and by the oldest pilot."
    a, b = article((*HARBOUR, formula)), article((*ORCHARD, formula))
    assert kind(a, b) == "partial"
    others = [[article((formula, f"Visit number {number} went on inland."))] for number in range(6)]
    assert kind(a, b, weights=encounter_counts([[a], [b], *others])) is None


def test_copies_of_one_encounter_do_not_make_its_words_common():
    counts = encounter_counts([[article(HARBOUR, "A"), article(HARBOUR, "B")], [article(ORCHARD)]])
    assert counts == {}


def test_insertions_of_editors_are_left_out():
    reading = article(("The mayor said the pier [of the old harbour] would stand.",))
    at = reading.article.text.index("[")
    span = Span(at, reading.article.text.index("]") + 1)
    said = Statement(Party(None, None, ()), "indirect", (span,), None, None, (span,), insertions=(span,))
    shown = authored(dataclasses.replace(reading, statements=(said,)))
    assert all("[" not in part.of(reading.article.text) for part in shown)


def test_accents_case_and_kinds_of_apostrophes_make_no_difference():
    plain = [p.replace("harbour", "élan d'été") for p in HARBOUR]
    other = [p.replace("harbour", "elan d’ete").upper() for p in HARBOUR]
    assert kind(article(plain), article(other)) == "bulk"


def test_characters_count_as_words_in_scripts_without_spaces():
    text = ("两国部长星期二晚上同意旧渡轮航线再开放十个冬天双方各自支付码头费用渔民从春天起就要求制定渔网规则",)
    assert kind(article(text, "A", language="zh"), article(text, "B", language="zh")) == "bulk"


def test_a_translated_copy_keeps_the_order_of_its_names():
    names = "Ada Ben Cem Dov Eva Fay Gus Hal Ian Jon Kay Lea Max Nia Ola Pia Rex Sol Tim Uma".split()
    shuffled = random.Random(5).sample(names, len(names))
    here = tuple(f"Yesterday {n} wrote {i} pages on the harbour line of the coast." for i, n in enumerate(names))
    there = tuple(f"El ayer {n} ha escrito {i} paginas de la linea del puerto costero." for i, n in enumerate(names))
    mixed = tuple(f"El ayer {n} ha escrito {9 * i % 19} de la linea costera." for i, n in enumerate(shuffled))
    spanish = {"language": "es"}
    assert kind(article(here), article(there, **spanish)) == "translated"
    assert kind(article(here), article(mixed, **spanish)) is None


def test_the_link_is_the_same_whichever_article_comes_first():
    a, b = article(HARBOUR), article((*ORCHARD, *HARBOUR[2:]))
    assert compare(a, b) == compare(b, a)


def test_fingerprints_of_a_shared_run_of_ten_words_meet():
    run = HARBOUR[4]
    marks = [set(fingerprints(article((before, run, after)))) for before, after in (HARBOUR[:2], ORCHARD[:2])]
    assert marks[0] & marks[1]


def test_fingerprints_of_quoted_words_are_odd():
    marks = fingerprints(article(("“" + " ".join(HARBOUR) + "”",)))
    assert marks and all(value & 1 for value in marks)
    assert all(not value & 1 for value in fingerprints(article(HARBOUR)))


def test_fingerprints_of_an_article_are_at_most_two_kilobytes():
    words = random.Random(7).choices([f"word{number}" for number in range(5000)], k=20000)
    marks = fingerprints(article((" ".join(words),)))
    assert len(packed(marks)) <= 2048
    assert unpacked(packed(marks)) == marks == tuple(sorted(marks))


def test_a_text_of_four_words_has_none():
    assert fingerprints(article(("Only four words here.",))) == ()


def test_fingerprints_are_the_same_in_every_process():
    code = (
        "import sys; sys.path.insert(0, 'tests/resolve'); from copytexts import HARBOUR, article;"
        "from communique.resolve.copies import fingerprints; print(fingerprints(article(HARBOUR)))"
    )
    shown = {
        subprocess.run(
            [sys.executable, "-c", code], env={"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert shown == {f"{fingerprints(article(HARBOUR))}\n"}


def test_a_text_that_repeats_one_sentence_ten_thousand_times_is_compared_at_once():
    spam = article(("Read more about the harbour and its old ferry line here. " * 10_000,))
    other = article(("Read more about the harbour and its old ferry line there. " * 10_000,))
    start = time.process_time()
    compare(spam, other)
    assert time.process_time() - start < 10


words = st.lists(st.sampled_from("abcdefgh"), max_size=60)


@given(words, words)
@settings(max_examples=200, deadline=None)
def test_runs_are_equal_words_and_use_each_word_once(a, b):
    used_a, used_b = set(), set()
    for run in runs(a, b):
        mine, theirs = range(run.first, run.first + run.length), range(run.second, run.second + run.length)
        assert a[mine.start : mine.stop] == b[theirs.start : theirs.stop] and run.length >= 5
        assert not used_a & set(mine) and not used_b & set(theirs)
        used_a |= set(mine)
        used_b |= set(theirs)


@given(words, words)
@settings(max_examples=100, deadline=None)
def test_stretches_hold_every_run_once(a, b):
    found = runs(a, b)
    assert [run for part in stretches(found) for run in part] == found


paragraphs = st.lists(st.text("aZé 0.“”'\"‘’—(@)\n", max_size=60).filter(lambda t: t.strip()), min_size=1, max_size=6)


@given(paragraphs)
@settings(max_examples=200, deadline=None)
def test_words_lie_in_the_body_in_order(parts):
    reading = article(parts)
    found = words_of(reading)
    assert list(found.starts) == sorted(found.starts)
    assert all(
        any(b.start <= s and e <= b.end for b in reading.article.body)
        for s, e in zip(found.starts, found.ends, strict=True)
    )
    for span in authored(reading):
        assert any(block.holds(span) for block in reading.article.body)
