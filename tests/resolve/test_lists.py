"""Rows of lists told by several articles: which are one, what they state differently, and why two right ones may."""

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from telling import article, copy, met, said

from communique.knowledge.base import default
from communique.model.dates import PartialDate
from communique.model.reading import Anniversary, Commitment, Figure, Initiative, Partnership, Phrase, Quantity
from communique.model.record import OriginChain
from communique.model.span import Span
from communique.resolve.accounts import COPIES
from communique.resolve.judgements import corrections, judgement
from communique.resolve.lists.amounts import Amount, agree, amount_of, rounded, spoken, spoken_key
from communique.resolve.lists.items import belongs, items
from communique.resolve.lists.merge import Scope, merged

HERE = (Span(0, 12),)
BOTH = ("CHN", "KEN")
# Written for communique.
WORDS = "Both sides will build a rice station beside the lake. "


def page(id, published="2024-09-03", text="The two met. " * 40, **lists):
    """An article about one meeting with rows in its lists."""
    from dataclasses import replace

    reading = article(id, met("Xi", "KEN", date="2024-09-03"), published=published, outlet=f"Paper {id}", text=text)
    return replace(reading, **{name: tuple(rows) for name, rows in lists.items()})


def found(*pages, chains=None, links=(), log=(), kb=None, parties=BOTH):
    by_id = {row.article.id: row for row in pages}
    scope = Scope(by_id, chains or {}, links, "enc-1", PartialDate(2024, 9, 3), parties, corrections(log), kb)
    return [row for row, _ in merged([item for row in pages for item in items(row)], scope)]


def only(*pages, **given):
    (row,) = found(*pages, **given)
    return row


def leading(row, field):
    return [one.value for one in row.values[field]]


def figure(value, what="trade", unit="USD", kind="money", **given):
    return Figure(value, kind, HERE, unit, what, parties=BOTH, **given)


def figures(*rows, **given):
    return found(*(page(f"a{at}", figures=[row]) for at, row in enumerate(rows)), **given)


def why(*rows, **given):
    """The reason why figures of one measure differ; "agree" where they do not."""
    (row,) = figures(*rows, **given)
    return row.contradictions[0].explanation if row.contradictions else "agree"


def test_a_figure_that_three_articles_give_is_one_row_with_its_origins():
    chains = {f"a{at}": OriginChain(f"a{at}", (), voice, "S") for at, voice in enumerate(("wire", "wire", "paper"))}
    (row,) = figures(*(figure(240_100_000_000, period="2023") for _ in range(3)), chains=chains)
    assert (row.articles, row.outlets, row.voices) == (3, 3, ("paper", "wire"))
    assert leading(row, "value") == ["240100000000 USD"]
    assert row.contradictions == ()


def test_numbers_of_two_measures_stay_two_figures():
    assert len(figures(figure(10**9, "exports"), figure(2 * 10**9, "imports"))) == 2
    assert len(figures(figure(10**9, "trade", period="2022"), figure(10**9 + 5, "trade", period="2023"))) == 2


@pytest.mark.parametrize(
    ("one", "two", "reason"),
    [
        (figure(240_100_000_000, period="2023"), figure(240_000_000_000, period="2023"), "one is rounded"),
        (figure(240 * 10**9, bound="about"), figure(244 * 10**9), "one is rounded"),
        (
            figure(10**9, period="2024-H1"),
            figure(21 * 10**8, period="2024"),
            "half a year or a quarter beside the whole year",
        ),
        (figure(10**9, period="2024-03"), figure(21 * 10**8, period="2024"), "a part of the period beside the whole"),
        (figure(10**9), figure(72 * 10**8, unit="CNY"), "two currencies"),
        (figure(10**9, "trade in goods"), figure(13 * 10**8), "goods alone beside goods and services"),
        (
            figure(5, unit="percent", kind="percent", growth="rose"),
            figure(7, unit="percent", kind="percent"),
            "one is a change, the other a level",
        ),
        (figure(10**9), figure(2 * 10**9), None),
        (figure(200 * 10**9, bound="over"), figure(240 * 10**9), "agree"),
        (figure(10, unit="years", kind="streak", upper=12), figure(11, unit="years", kind="streak"), "agree"),
    ],
)  # fmt: skip
def test_why_two_numbers_of_one_measure_differ(one, two, reason):
    assert why(one, two) == reason


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (figure(10**11, None), figure(10**11, None, period="2030")),
        (figure(10**11, None), figure(10**11, "bilateral trade")),
        (figure(10**9, period="2024-Q1"), figure(10**9, "trade turnover", period="2024-01/2024-03")),
        (figure(10**9, period="2024-H2"), figure(10**9, period="2024-07/2024-12")),
        (figure(20, "trade", "percent", "percent", growth="rose"), figure(20, "trade", "percent", "percent")),
        (
            figure(12, "harbour police officers", "officers", "count"),
            figure(12, "harbour police agents", "agents", "count"),
        ),
    ],
)
def test_one_number_is_one_figure_though_one_article_says_less_of_it(one, two):
    assert len(figures(one, two)) == 1


def test_what_is_counted_under_two_names_is_no_contradiction():
    (row,) = figures(
        figure(12, "harbour police officers", "officers", "count"),
        figure(12, "harbour police agents", "agents", "count"),
    )
    assert row.contradictions == ()
    assert len(figures(figure(12, "harbour boats", "boats", "count"), figure(12, "songs", "songs", "count"))) == 2


def test_two_numbers_of_one_article_are_two_measures():
    both = page("a", figures=[figure(10**9), figure(3 * 10**9)])
    assert len(found(both)) == 2


def test_each_sides_own_account_is_named_as_the_reason():
    wires = {row.country: row for _, row in sorted(default().outlets.items()) if row.kind in ("wire", "government")}
    chains = {
        f"a{at}": OriginChain(f"a{at}", (), wires[state].group or wires[state].id, "S")
        for at, state in enumerate(("CHN", "RUS"))
    }
    rows = [Commitment(("CHN", "RUS"), "signed", HERE, count=Quantity(count, "agreements")) for count in (14, 22)]
    pages = [page(f"a{at}", commitments=[row]) for at, row in enumerate(rows)]
    row = only(*pages, chains=chains, kb=default(), parties=("CHN", "RUS"))
    assert row.sides == ("CHN", "RUS")
    assert row.contradictions[0].explanation == "each side by its own account"
    alone = only(*pages, chains={"a0": chains["a0"]}, kb=default(), parties=("CHN", "RUS"))
    assert alone.contradictions[0].explanation == "one side's own account (CHN)"


def test_a_number_that_a_copy_changed_is_no_second_account():
    rows = figures(figure(10**9), figure(2 * 10**9), links=[copy("a0", "a1")])
    assert rows[0].contradictions[0].explanation == COPIES


def test_an_instrument_is_known_by_its_name_and_takes_its_course():
    rows = [
        Commitment(BOTH, "agreed", HERE, label="Treaty on Lake Ferries"),
        Commitment(BOTH, "signed", HERE, label="Treaty on Lake Ferries", deadline=PartialDate(2030)),
        Commitment(BOTH, "signed", HERE, label="Accord on Rice"),
    ]
    treaty, *rest = sorted(found(*(page(f"a{at}", commitments=[row]) for at, row in enumerate(rows))),
                           key=lambda row: -row.articles)  # fmt: skip
    assert (treaty.articles, len(rest)) == (2, 1)
    assert treaty.contradictions == ()
    assert leading(treaty, "deadline") == ["2030"]


def test_an_offer_that_another_calls_agreed_is_shown_as_one_sides_account():
    rows = [
        Commitment(BOTH, "agreed", HERE, label="Rice Station", claimed_by="CHN"),
        Commitment(BOTH, "offered", HERE, label="Rice Station"),
    ]
    row = only(*(page(f"a{at}", commitments=[one]) for at, one in enumerate(rows)))
    assert [dispute.field for dispute in row.contradictions] == ["status"]
    assert row.contradictions[0].explanation == "one side's account (CHN)"


def test_over_twenty_agreements_and_twenty_one_documents_are_told_alike():
    rows = [Commitment(BOTH, "signed", HERE, count=Quantity(*count)) for count in
            ((20, "agreements", "over"), (21, "cooperation documents", None))]  # fmt: skip
    row = only(*(page(f"a{at}", commitments=[one]) for at, one in enumerate(rows)))
    assert row.articles == 2


def test_commitments_without_a_name_are_known_by_their_words():
    other = "Trains will run from the port to the border twice a day from spring on. "
    texts = (WORDS, WORDS.replace("Both sides", "The two sides"), other)
    pages = [
        page(f"a{at}", text=text * 3, commitments=[Commitment(BOTH, "agreed", (Span(0, len(text) - 1),))])
        for at, text in enumerate(texts)
    ]
    assert sorted(row.articles for row in found(*pages)) == [1, 2]


def test_one_level_under_two_labels_is_one_partnership_and_two_levels_of_one_article_two():
    rows = [
        Partnership(BOTH, "comprehensive strategic partnership", HERE, "comprehensive-strategic"),
        Partnership(BOTH, "overall strategic partnership", HERE, "comprehensive-strategic", "elevated"),
    ]
    row = only(*(page(f"a{at}", partnerships=[one]) for at, one in enumerate(rows)))
    assert leading(row, "change") == ["elevated"]
    both = page("a", partnerships=[rows[1], Partnership(BOTH, "strategic partnership", HERE, "strategic")])
    assert len(found(both)) == 2


def test_anniversaries_initiatives_and_phrases_are_one_by_their_entries():
    rows = found(
        page("a", anniversaries=[Anniversary(75, "diplomatic relations", HERE, BOTH, 2024, "ev-1")],
             initiatives=[Initiative("Belt and Road", "bri", HERE)], phrases=[Phrase("win-win", "win-win", HERE)]),
        page("b", anniversaries=[Anniversary(74, "ties", HERE, BOTH, 2024, "ev-1")],
             initiatives=[Initiative("Belt and Road Initiative", "bri", HERE)],
             phrases=[Phrase("win-win", "mutual gain", HERE, "translated")]),
    )  # fmt: skip
    assert {row.list: row.articles for row in rows} == {"anniversaries": 2, "initiatives": 2, "phrases": 2}
    (dispute,) = next(row for row in rows if row.list == "anniversaries").contradictions
    assert [one.value for one in dispute.values] == ["74", "75"]


def test_a_row_belongs_to_its_statements_encounter_else_to_the_news():
    text = "Xi Jinping met Narendra Modi. He said that trade grew. "
    first, second = met("Xi", "Modi"), met("Xi", "Putin", id="e2", at=3, main=False)
    reading = article("a", first, second, text=text * 5, statements=(said("Xi", text, "trade grew", "e2"),))
    assert belongs(reading, Figure(5, "percent", HERE, statement=0)) == "e2"
    assert belongs(reading, Figure(5, "percent", HERE)) == "e1"
    two = article("b", met("Xi", "Modi"), met("Xi", "Putin", id="e2", at=3))
    assert belongs(two, Figure(5, "percent", HERE)) is None
    assert belongs(two, Figure(5, "percent", HERE, parties=("CHN", "RUS"))) == "e2"


def test_a_rejected_value_leads_no_more_and_contradicts_nothing():
    pages = [page("a", figures=[figure(10**9)]), page("b", figures=[figure(2 * 10**9)])]
    key = items(pages[0])[0].key
    log = [judgement("reject", key, field="value", value="1000000000 USD", by="anna")]
    row = only(*pages, log=log)
    assert leading(row, "value") == ["2000000000 USD", "1000000000 USD"]
    assert row.values["value"][1].by == "anna"
    assert row.contradictions == ()
    put = only(*pages, log=[judgement("set", key, field="period", value="2023", by="ben")])
    assert [(one.value, one.by) for one in put.values["period"]] == [("2023", "ben")]


@pytest.mark.parametrize(
    ("value", "shown"),
    [(240_100_000_000, "240.1 billion"), (1_200, "1,200"), (26.3, "26.3"), (2 * 10**12, "2 trillion"), (7, "7")],
)
def test_numbers_are_printed_as_they_are_read_aloud(value, shown):
    assert spoken(value) == shown


def test_an_amount_is_printed_with_what_belongs_to_it():
    key = Amount(10**9, "USD", 2 * 10**9, "about", "rose").key
    assert key == "rose about 1000000000-2000000000 USD"
    assert spoken_key(key) == "rose about 1 billion-2 billion USD"
    assert amount_of(Quantity(20, "agreements", "over")).key == "over 20 agreements"
    assert agree(Amount(5, "USD"), Amount(5, "CNY")) is False
    assert rounded(Amount(5, "USD"), Amount(5, "CNY")) is False


ROWS = st.builds(
    lambda at, value, what, period: figure(value, what, period=period),
    st.integers(0, 5),
    st.sampled_from([10**9, 2 * 10**9, 2_010_000_000]),
    st.sampled_from(["trade", "trade in goods", "exports", None]),
    st.sampled_from([None, "2023", "2024", "2024-H1"]),
)


@settings(deadline=None, max_examples=80, suppress_health_check=list(HealthCheck))
@given(st.lists(st.lists(ROWS, max_size=3), min_size=1, max_size=6), st.randoms(use_true_random=False))
def test_any_order_gives_the_same_rows_and_every_row_is_in_one(lists, chance: random.Random):
    pages = [page(f"a{at}", figures=rows) for at, rows in enumerate(lists)]
    first = found(*pages)
    chance.shuffle(pages)
    assert found(*pages) == first
    assert sum(len(row.tellings) for row in first) == sum(map(len, lists))
    assert len({row.id for row in first}) == len(first)
