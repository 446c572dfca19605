from itertools import combinations

import pytest
from copytexts import HARBOUR, ORCHARD, article
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.knowledge.base import default
from communique.model.reading import Party, Statement
from communique.model.span import Span
from communique.resolve.copies import compare
from communique.resolve.origins import chains, claim_steps
from communique.resolve.voices import voices

KB = default()


def linked(*readings):
    pairs = combinations(sorted(readings, key=lambda r: r.article.id), 2)
    return [link for a, b in pairs if (link := compare(a, b))]


def resolved(*readings):
    return chains(readings, linked(*readings), KB)


def chain(reading, *others):
    return resolved(reading, *others)[reading.article.id]


def roles(found):
    return [(step.role, step.name) for step in found.steps]


def test_an_article_that_credits_nobody_is_its_outlets_own():
    found = chain(article(HARBOUR, "Reuters"))
    assert roles(found) == [("origin", "Reuters")]
    assert (found.voice, found.ownership) == ("reuters", "P")


def test_an_article_without_outlet_and_credit_stands_for_itself_alone():
    reading = article(HARBOUR)
    found = chain(reading)
    assert (found.voice, found.ownership) == (f"article:{reading.article.id}", None)


@pytest.mark.parametrize("kind", ["republished", "source_line", "dateline", "byline"])
def test_a_credit_for_the_whole_text_gives_its_origin_with_the_place(kind):
    reading = article(HARBOUR, "Coast Herald", [(kind, "Xinhua News Agency")])
    found = chain(reading)
    assert roles(found) == [("origin", "Xinhua News Agency"), ("republisher", "Coast Herald")]
    assert found.voice == "xinhua" and found.ownership == "S"
    assert [p.span.of(reading.article.text) for p in found.steps[0].evidence] == ["Xinhua News Agency"]


@pytest.mark.parametrize("kind", ["input", "attribution", "contributor", "photo"])
def test_a_credit_for_a_part_is_never_the_origin(kind):
    found = chain(article(HARBOUR, "Coast Herald", [(kind, "Xinhua News Agency")]))
    assert found.voice == "name:coast herald"
    assert ("origin", "Xinhua News Agency") not in roles(found)


def test_a_text_with_input_from_an_agency_is_a_rewriters():
    found = chain(article(HARBOUR, "Coast Herald", [("input", "Xinhua News Agency")]))
    assert roles(found) == [("channel", "Xinhua News Agency"), ("rewriter", "Coast Herald")]


def test_the_agency_of_the_dateline_is_deeper_than_the_site_it_was_taken_from():
    found = chain(article(HARBOUR, "Coast Herald", [("republished", "CGTN"), ("dateline", "Xinhua News Agency")]))
    assert roles(found) == [
        ("origin", "Xinhua News Agency"),
        ("republisher", "CGTN"),
        ("republisher", "Coast Herald"),
    ]


def test_outlets_of_one_house_are_one_voice():
    cgtn, cctv = article(HARBOUR, "CGTN"), article(ORCHARD, "China Central Television")
    found = resolved(cgtn, cctv)
    assert {row.voice for row in found.values()} == {"cmg"}


def test_a_ministry_and_the_agency_that_carries_it_stay_two_voices():
    known = voices(KB)
    ministry = known.of("Ministry of Foreign Affairs of China")
    assert ministry.key != known.of("Xinhua News Agency").key
    assert ministry.key == known.of("Foreign Ministry of China").key


def test_the_names_of_an_office_are_one_voice():
    known = voices(KB)
    assert known.of("Kremlin").key == known.of("Presidency of Russia").key
    assert known.of("Foreign Ministry of Japan").key == "office:JPN:foreign-ministry"
    assert known.of("Foreign Ministry of Japan").key != known.of("Presidency of Japan").key


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("cmg", "China Media Group"),
        ("xinhua", "Xinhua News Agency"),
        ("peoples-daily", "People's Daily"),
        ("reuters", "Reuters"),
        ("office:RUS:presidency", "Kremlin"),
        ("office:KEN:presidency", "Presidency of Kenya"),
        ("state-media:CHN", "state media of China"),
        ("name:coast herald", "coast herald"),
        ("shared:sha256:00", None),
    ],
)
def test_a_voice_is_printed_by_its_name(key, name):
    assert voices(KB).name_of(key) == name


def test_a_copy_whose_credit_was_dropped_inherits_it():
    kept = article(HARBOUR, "Coast Herald", [("dateline", "Reuters")])
    dropped = article(HARBOUR[:4], "Pier News")
    found = chain(dropped, kept)
    assert roles(found) == [("origin", "Reuters"), ("republisher", "Pier News")]
    assert found.steps[0].how == "copy" and found.steps[0].evidence[0].article == kept.article.id
    assert found.voice == "reuters"


def test_an_origin_is_handed_on_from_copy_to_copy():
    first = article(HARBOUR, "Coast Herald", [("dateline", "Reuters")])
    second = article((*HARBOUR[2:], *ORCHARD[:3]), "Pier News")
    third = article((*HARBOUR[4:], *ORCHARD[:3]), "Net Post")
    found = chain(third, first, second)
    assert found.voice == "reuters"


def test_what_the_copies_credit_to_a_page_is_its_own():
    own = article(HARBOUR, "Reuters")
    copy = article(HARBOUR, "Pier News", [("source_line", "Reuters")])
    assert roles(chain(own, copy)) == [("origin", "Reuters")]


def test_copies_without_any_credit_share_one_unknown_origin():
    a, b = article(HARBOUR, "Coast Herald"), article(HARBOUR, "Pier News")
    found = resolved(a, b)
    assert len({row.voice for row in found.values()}) == 1
    voice = found[a.article.id].voice
    assert voice == f"shared:{min(a.article.id, b.article.id)}"
    assert roles(found[a.article.id]) == [("origin", None), ("republisher", "Coast Herald")]


def test_two_pages_of_one_outlet_are_its_own_and_not_of_unknown_origin():
    found = resolved(article(HARBOUR, "Coast Herald"), article(HARBOUR[:5], "Coast Herald"))
    assert {row.voice for row in found.values()} == {"name:coast herald"}


def test_an_agency_is_the_origin_of_its_uncredited_text_and_of_its_copies():
    found = resolved(article(HARBOUR, "Reuters"), article(HARBOUR, "Pier News"))
    assert {row.voice for row in found.values()} == {"reuters"}


def test_a_digest_that_holds_one_item_of_an_agency_keeps_its_own_voice():
    item = article(HARBOUR[:2], "Coast Herald", [("dateline", "Reuters")])
    digest = article((*HARBOUR[:2], *ORCHARD), "Pier News")
    assert chain(digest, item).voice == "name:pier news"


def test_a_text_stitched_from_several_reports_of_one_agency_inherits_it():
    one = article(HARBOUR[:2], "Coast Herald", [("dateline", "Reuters")])
    two = article(HARBOUR[2:4], "Net Post", [("dateline", "Reuters")])
    stitched = article((*HARBOUR[:4], *ORCHARD[:5]), "Pier News")
    alone = chain(stitched, one).voice
    assert alone == "name:pier news" and chain(stitched, one, two).voice == "reuters"


def test_partial_copies_and_shared_quotations_hand_on_no_origin():
    source = article(HARBOUR, "Coast Herald", [("dateline", "Reuters")])
    borrowing = article((*ORCHARD, HARBOUR[1]), "Pier News")
    assert chain(borrowing, source).voice == "name:pier news"


def test_the_source_of_a_link_is_known_by_credit():
    own, copy = article(HARBOUR, "Coast Herald"), article(HARBOUR, "Pier News", [("republished", "Coast Herald")])
    link = linked(own, copy)[0]
    assert (link.source, link.reason) == (own.article.id, "credit to Coast Herald")


def test_the_source_of_a_link_is_known_by_time_only_with_zones():
    early = article(HARBOUR, "Coast Herald", at=("2024-05-06", "09:00", "+08:00"))
    late = article(HARBOUR, "Pier News", at=("2024-05-06", "08:30", "EDT"))
    unzoned = article(HARBOUR, "Net Post", at=("2024-05-06", "23:30", ""))
    assert linked(early, late)[0].source == early.article.id
    assert linked(early, unzoned)[0].source is None


def test_two_copies_of_one_agency_have_no_direction():
    a = article(HARBOUR, "Coast Herald", [("dateline", "Reuters")], at=("2024-05-06", "09:00", "+08:00"))
    b = article(HARBOUR, "Pier News", [("dateline", "Reuters")], at=("2024-05-06", "11:00", "+08:00"))
    assert (linked(a, b)[0].source, linked(a, b)[0].reason) == (None, "both credit Reuters")


def test_the_chain_of_a_statement_begins_with_its_speaker():
    reading = article(HARBOUR, "Coast Herald", [("dateline", "Reuters")])
    row = Statement(
        Party("Ada Example", "NOR", (Span(0, 5),)), "indirect", (Span(6, 20),), None, None, (Span(6, 20),),
        via=("Interfax",), via_evidence=(Span(21, 25),),
    )  # fmt: skip
    reading = type(reading)(reading.article, "test", statements=(row,))
    steps = claim_steps(reading, 0, chain(reading))
    assert [(s.role, s.name) for s in steps] == [
        ("speaker", "Ada Example"),
        ("channel", "Interfax"),
        ("origin", "Reuters"),
        ("republisher", "Coast Herald"),
    ]


TEXTS = [HARBOUR, HARBOUR[:4], HARBOUR[2:], (*HARBOUR[:3], *ORCHARD[:3]), ORCHARD, ORCHARD[1:]]
OUTLETS = [None, "Reuters", "Coast Herald", "Pier News"]
CREDITS = [(), [("dateline", "Reuters")], [("source_line", "TASS")], [("input", "Xinhua News Agency")]]
pages = st.lists(
    st.tuples(st.sampled_from(TEXTS), st.sampled_from(OUTLETS), st.sampled_from(CREDITS)), min_size=1, max_size=6
)


@given(pages, st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_chains_do_not_depend_on_order_nor_on_articles_that_are_not_linked(rows, chance):
    readings = [article(text, outlet, credits, name=str(at)) for at, (text, outlet, credits) in enumerate(rows)]
    links = linked(*readings)
    found = chains(readings, links, KB)
    mixed = sorted(readings, key=lambda _: chance.random())
    assert chains(mixed, sorted(links, key=lambda _: chance.random()), KB) == found
    family = {readings[0].article.id}
    while more := {i for k in links if {k.first, k.second} & family for i in (k.first, k.second)} - family:
        family |= more
    alone = chains([r for r in readings if r.article.id in family], [k for k in links if k.first in family], KB)
    assert alone == {id_: found[id_] for id_ in family}
    for row in found.values():
        assert row.steps and row.voice and row.steps[-1].role in ("origin", "republisher", "rewriter")
