"""Partnerships: the printed label, its level, whose it is, what became of it. All texts written for communique."""

from __future__ import annotations

import time

import pytest

import communique
from communique.knowledge.base import default
from communique.model.reading import Partnership
from communique.model.span import Span
from communique.reading.partnerships.labels import grammar, labels

GRAMMAR = grammar(default().partnerships)


def found(text: str) -> tuple[Partnership, ...]:
    rows = communique.read_text(text).partnerships
    assert rows is not None
    return rows


@pytest.mark.parametrize(
    ("printed", "label", "level"),
    [
        ("the comprehensive strategic partnership of coordination for a new era", None,
         "comprehensive-strategic-coordination-new-era"),
        ("their partnership of comprehensive strategic coordination", None, "comprehensive-strategic-coordination"),
        ("a total strategic coordination partnership", None, "comprehensive-strategic-coordination"),
        ("relations of comprehensive partnership and strategic interaction entering a new era", None,
         "comprehensive-strategic-coordination-new-era"),
        ("the comprehensive strategic cooperative partnership", None, "comprehensive-strategic-cooperative"),
        ("an all-weather strategic partnership", None, "all-weather-strategic"),
        ("the special and privileged strategic partnership", None, "special-privileged-strategic"),
        ("the Comprehensive and Global Strategic Partnership", None, "comprehensive-global-strategic"),
        ("a major non-NATO ally", None, "major-non-nato-ally"),
        ("the enduring strategic partnership", "strategic partnership", "strategic"),
        ("a new-type partnership", None, "new-type"),
        ("the global comprehensive strategic alliance", None, "global-comprehensive-strategic-alliance"),
        ("a constructive China-U.S. relationship of strategic stability", None, "constructive-strategic-stability"),
        ("a strategic partnership and cooperation", "strategic partnership", "strategic"),
    ],
)  # fmt: skip
def test_variants_and_back_translations_of_a_label_are_one_level(printed: str, label: str | None, level: str) -> None:
    (row,) = labels(printed, Span(0, len(printed)), GRAMMAR)
    assert printed.endswith(row.span.of(printed)) if label is None else row.span.of(printed) == label
    assert row.level is not None and row.level.id == level


@pytest.mark.parametrize(
    "printed",
    [
        "a strong partnership", "close partners", "an enduring partnership with Kenya",
        "a strategic technology partnership",
        "the Comprehensive Economic Partnership Agreement",
        "the Trans-Pacific Partnership", "NATO allies", "the alliances",
        "a community with a shared future for mankind", "the global community of shared future", "friendly relations",
        "a cooperative partner", "public-private partnerships",
    ],
)  # fmt: skip
def test_loose_words_doctrines_and_trade_deals_are_no_label(printed: str) -> None:
    rows = [row for row in labels(printed, Span(0, len(printed)), GRAMMAR) if not row.bare]
    assert rows == []


def test_a_label_that_lacks_a_word_is_never_given_the_richer_level() -> None:
    (row,) = found(
        "Moscow and Beijing value their strategic partnership, Vladimir Putin told Chinese President Xi Jinping."
    )
    assert (row.label, row.level) == ("strategic partnership", "strategic")


def test_the_longest_printed_label_stands_for_the_relation() -> None:
    (row,) = found(
        "BEIJING -- President Xi Jinping met Russian President Vladimir Putin in Beijing on Thursday.\n\n"
        "Xi praised the China-Russia strategic partnership.\n\n"
        "He called the comprehensive strategic partnership of coordination for a new era mature."
    )
    assert row.label == "comprehensive strategic partnership of coordination for a new era"
    assert set(row.parties) == {"CHN", "RUS"} and len(row.evidence) >= 2


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Kenya's comprehensive strategic cooperative partnership with China was praised.", {"KEN", "CHN"}),
        ("The Indonesia-Viet Nam comprehensive strategic partnership was praised.", {"IDN", "VNM"}),
        ("The strategic partnership between India and France was praised.", {"IND", "FRA"}),
        ("Britain has a special relationship with the United States.", {"GBR", "USA"}),
        ("The Philippines, a U.S. treaty ally, will host the drills.", {"PHL", "USA"}),
        ("Kenya became a major non-NATO ally in June.", {"KEN", "USA"}),
        ("The all-weather China-Africa community with a shared future for the new era was praised.", {"CHN", "Africa"}),
        ("The U.S.-Japan alliance was praised.", {"USA", "JPN"}),
    ],
)  # fmt: skip
def test_whose_relation_it_is_stands_in_the_words_around_it(text: str, parties: set[str]) -> None:
    (row,) = found(text)
    assert set(row.parties) == parties


def test_the_two_sides_are_those_of_the_article() -> None:
    (row,) = found(
        "Malaysian Prime Minister Anwar Ibrahim met Vietnamese President To Lam in Kuala Lumpur on Friday.\n\n"
        "The two leaders agreed to lift bilateral ties to a comprehensive strategic partnership."
    )
    assert (set(row.parties), row.change, row.support) == ({"MYS", "VNM"}, "elevated", "resolved")


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("Peru and Chile elevated their relations to a strategic partnership on Monday.", "elevated"),
        ("Peru and Chile announced the elevation of their ties to a strategic partnership.", "elevated"),
        ("Peru and Chile agreed to upgrade their ties to the level of a strategic partnership.", "elevated"),
        ("Peru and Chile hope to raise their relations to a strategic partnership.", None),
        ("Peru and Chile will raise their relations to a strategic partnership.", None),
        ("Peru and Chile established a strategic partnership in 2016.", "established"),
        ("Peru and Chile reaffirmed their strategic partnership.", "reaffirmed"),
        ("Peru and Chile want to take their strategic partnership to new heights.", None),
        ("Peru and Chile have not established a strategic partnership.", None),
    ],
)  # fmt: skip
def test_a_change_is_told_only_where_it_happened(text: str, change: str | None) -> None:
    (row,) = found(text)
    assert row.change == change


def test_a_raised_relation_has_both_its_labels() -> None:
    rows = found(
        "South Korea and ASEAN raised their ties from a strategic partnership to a comprehensive strategic partnership."
    )
    assert [(row.level, row.change) for row in rows] == [("strategic", None), ("comprehensive-strategic", "elevated")]


def test_a_later_short_label_belongs_to_the_relation_that_has_exactly_it() -> None:
    rows = found(
        "Peru and Chile raised ties from a comprehensive partnership to a comprehensive strategic partnership.\n\n"
        "The comprehensive strategic partnership of Peru and Chile is good for both.\n\n"
        "The comprehensive partnership of Peru and Chile was ten years old."
    )
    assert [row.label for row in rows] == ["comprehensive partnership", "comprehensive strategic partnership"]


def test_the_leader_of_a_party_stands_for_his_state() -> None:
    (row,) = found(
        "General Secretary of the Communist Party of Vietnam To Lam and French President Macron spoke in Paris.\n\n"
        "The two leaders established a comprehensive strategic partnership."
    )
    assert set(row.parties) == {"VNM", "FRA"}


def test_a_few_allies_named_together_are_all_parties() -> None:
    (row,) = found("The United States designated Tunisia and Kuwait as major non-NATO allies.")
    assert (set(row.parties), row.change) == ({"USA", "TUN", "KWT"}, "established")


def test_what_a_relation_is_for_belongs_to_its_label() -> None:
    (row,) = found(
        "Peru and Chile form a comprehensive strategic partnership for peace, cooperation and sustainable development."
    )
    assert row.label.endswith("sustainable development") and row.level == "comprehensive-strategic"


def test_strategic_partnerships_in_general_are_nobodys() -> None:
    assert found("China and Brazil said strategic partnerships are the trend of the times.") == ()


@pytest.mark.parametrize(
    "nasty",
    ["strategic ", "strategic, and ", "partnership ", "of strategic ", "comprehensive strategic partnership and "],
)
def test_labels_take_linear_time(nasty: str) -> None:
    text = nasty * 50_000
    start = time.process_time()
    list(labels(text, Span(0, len(text)), GRAMMAR))
    assert time.process_time() - start < 5
