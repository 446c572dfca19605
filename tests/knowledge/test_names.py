"""Names: where they are found, and where not."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.knowledge.base import default
from communique.knowledge.folding import fold, fold_all
from communique.knowledge.names import Names


def found(text: str) -> list[str]:
    return [name.span.of(text) for name in default().names.find(text)]


def first(text: str) -> tuple[str, str]:
    entry = default().names.find(text)[0].entries[0]
    return entry.kind, entry.id


@pytest.mark.parametrize(
    ("text", "kind", "id_"),
    [
        ("Kenya", "state", "KEN"),
        ("Kenyans", "demonym", "KEN"),
        ("the Swiss", "demonym", "CHE"),
        ("Türkiye", "state", "TUR"),
        ("Turkiye", "state", "TUR"),
        ("DR Congo", "state", "COD"),
        ("Congo-Brazzaville", "state", "COG"),
        ("South Sudanese", "demonym", "SSD"),
        ("Papua New Guinean", "demonym", "PNG"),
        ("U.S.", "state", "USA"),
        ("UAE", "state", "ARE"),
        ("Sino-", "prefix", "CHN"),
        ("foreign ministers", "office", "foreign_minister"),
        ("SECRETARY-GENERAL", "office", "secretary_general"),
        ("Shanghai Cooperation Organisation", "organisation", "SCO"),
        ("SCO Tianjin summit", "summit", "sco-summit-2025"),
        ("Great Hall of the People", "venue", "great-hall-of-the-people"),
        ("Xinhua", "outlet", "xinhua-news-agency"),
        ("Belt and Road Initiative", "initiative", "bri"),
        ("Global South", "region", "Global South"),
    ],
)
def test_each_kind_of_name_is_found(text: str, kind: str, id_: str) -> None:
    assert first(text) == (kind, id_)


@pytest.mark.parametrize(
    "text",
    [
        "they may turn to chad and eat turkey",
        "let us see who it was",
        "a malign maliciousness",
        "Malign, Chadwick, Omanite, Perusal",
        "the georgians",
        "xUNx UNITED1",
        "the eu and the un",
    ],
)
def test_words_in_lower_case_and_parts_of_words_are_no_names(text: str) -> None:
    assert found(text) == []


def test_a_possessive_and_a_hyphen_end_a_name() -> None:
    assert found("China's and Kenya’s US-led, China-Russia talks") == ["China", "Kenya", "US", "China", "Russia"]


def test_capitals_are_read_but_not_abbreviations_in_a_shouting_line() -> None:
    assert found("CHINA AND KENYA SIGN") == ["CHINA", "KENYA"]
    assert found("LET US GO") == []
    assert found("The US said") == ["US"]


def test_an_abbreviation_is_found_only_in_capitals() -> None:
    assert found("Un Nato G20 g20 Sco") == ["Nato", "G20"]


def test_the_longest_name_wins_and_names_never_overlap() -> None:
    assert found("New Mexico, Mexico City, Papua New Guinea, the South China Sea") == [
        "New Mexico",
        "Mexico City",
        "Papua New Guinea",
        "South China Sea",
    ]
    assert found("the South Korean side and the West Bank") == ["South Korean", "West Bank"]


def test_a_longer_name_that_fails_its_case_leaves_the_shorter_one() -> None:
    names = Names(
        [("UN", "organisation", "UN", "UN", "UN", False), ("UN Women", "organisation", "W", "UN Women", "W", False)]
    )
    text = "UN women met UN Women"
    assert [name.span.of(text) for name in names.find(text)] == ["UN", "UN Women"]


def test_a_name_over_a_line_end_is_found_but_never_over_an_empty_line() -> None:
    assert found("the United\nNations") == ["United\nNations"]
    assert found("the United  \r\n  Nations") == ["United  \r\n  Nations"]
    assert "United\n\nNations" not in found("the United\n\nNations")


def test_ambiguous_names_keep_all_entries_the_best_first() -> None:
    (georgia,) = default().names.find("Georgia")
    assert [(entry.kind, entry.country) for entry in georgia.entries] == [("state", "GEO"), ("region", "USA")]
    assert georgia.entries[0].shared
    (congolese,) = default().names.find("Congolese")
    assert {entry.id for entry in congolese.entries} == {"COD", "COG"}


def test_a_capital_is_a_city_and_an_actor() -> None:
    (beijing,) = default().names.find("Beijing")
    assert [(entry.kind, entry.country) for entry in beijing.entries] == [("city", "CHN"), ("metonym", "CHN")]
    (kremlin,) = default().names.find("Kremlin")
    assert {entry.kind for entry in kremlin.entries} == {"venue", "metonym", "outlet"}


def test_a_title_of_some_states_only_says_which() -> None:
    (title,) = default().names.find("Prime Cabinet Secretary")
    assert [(entry.id, entry.country) for entry in title.entries] == [("prime_cabinet_secretary", "KEN")]
    (president,) = default().names.find("president")
    assert (president.entries[0].id, president.entries[0].country) == ("head_of_state", None)
    assert ("head_of_government", "IRN") in [(entry.id, entry.country) for entry in president.entries]


def test_composed_and_decomposed_letters_give_exact_spans() -> None:
    for name in ("Türkiye", "Côte d’Ivoire", "São Tomé and Príncipe"):
        for form in ("NFC", "NFD"):
            text = unicodedata.normalize(form, f"In {name}, and {name}.")
            assert found(text) == [unicodedata.normalize(form, name)] * 2


def test_characters_that_nobody_sees_do_not_hide_a_name() -> None:
    assert found("Bei\u00adjing and Chi\u200bna") == ["Bei\u00adjing", "Chi\u200bna"]


PIECES = st.sampled_from(
    "Türkiye|Beijing|U.S.|Xi Jinping|Cote d'Ivoire|foreign minister|é|ß|İ|e\u0301|ŉ|\u200b|\u00a0| |  |\n|\n\n"
    "|-|’s|,|SCO|New York|said|ﬁ|Σ|ǆ|中国|Kenya".split("|")
)


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=12).map("".join))
def test_every_span_lies_in_the_text_in_order_and_folds_to_a_form(text: str) -> None:
    names = default().names.find(text)
    assert all(0 <= name.span.start < name.span.end <= len(text) for name in names)
    assert all(a.span.end <= b.span.start for a, b in pairwise(names))
    for name in names:
        printed = name.span.of(text)
        inside = default().names.find(printed)
        assert inside and inside[0].span.start == 0 and inside[0].span.end == len(printed)


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=60))
def test_folding_keeps_offsets_whatever_the_text(text: str) -> None:
    folded = fold(text)
    assert len(folded.plain) == len(folded.key)
    offsets = [folded.offset(i) for i in range(len(folded.plain) + 1)]
    assert offsets == sorted(offsets)
    assert all(0 <= offset <= len(text) for offset in offsets)
    assert offsets[:1] != [] and offsets[-1] == len(text)


def test_names_fold_alike_alone_and_together() -> None:
    names = ["Côte d’Ivoire", "U.S.", "xi’an", "McDonald’s", "21st Century Maritime Silk Road", "Erdoğan"]
    assert fold_all(names) == ([fold(name).plain for name in names], [fold(name).key for name in names])


def test_the_same_text_gives_the_same_names_every_time() -> None:
    text = "President William Ruto of Kenya met Chinese Foreign Minister Wang Yi in Nairobi."
    assert default().names.find(text) == default().names.find(text)
