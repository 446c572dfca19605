import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from telling import article, met, said

from communique.knowledge.base import default
from communique.model.record import OriginChain
from communique.resolve.claims import alike, claims, wordings, words
from communique.resolve.disputes import counted, said_differently
from communique.resolve.moments import earliest, zone_offset

TRADE = "trade between the two countries should reach 30 billion dollars by 2030"
SHORTER = "trade should reach 30 billion dollars by the year 2030"
OTHER = "both sides must keep peace along the border and open new crossings"


def telling(id, *pairs, **given):
    text = ". ".join(content for _, content in pairs) + "."
    rows = tuple(said(speaker, text, content) for speaker, content in pairs)
    return article(id, met("Xi", "Modi", date="2024-10-23"), text=text, statements=rows, **given)


def found(*readings, **given):
    by_id = {reading.article.id: reading for reading in readings}
    return claims([row for reading in readings for row in wordings(reading)], by_id, encounter="enc-1", **given)


def test_two_wordings_of_one_statement_are_one_claim():
    (claim,) = found(telling("a", ("Xi", TRADE)), telling("b", ("Xi", SHORTER)))
    assert claim.articles == 2
    assert set(claim.wordings) == {("a", 0), ("b", 0)}


def test_another_point_of_the_same_speaker_is_another_claim():
    assert len(found(telling("a", ("Xi", TRADE), ("Xi", OTHER)))) == 2


def test_the_same_words_of_two_speakers_are_two_claims():
    assert len(found(telling("a", ("Xi", TRADE)), telling("b", ("Modi", TRADE)))) == 2


def test_a_long_statement_never_joins_two_points_that_it_makes():
    long = f"{TRADE} and {OTHER}"
    rows = found(telling("a", ("Xi", long)), telling("b", ("Xi", TRADE)), telling("c", ("Xi", OTHER)))
    assert not any({("b", 0), ("c", 0)} <= set(claim.wordings) for claim in rows)


def test_short_wordings_are_the_same_only_when_they_say_the_same_words():
    assert alike(words("ties grow"), words("ties grow")) == 1
    assert alike(words("ties grow"), words("ties will grow in trade, energy and transport")) == 0


def test_spellings_and_endings_do_not_matter():
    assert alike(words("it honours labour agreements"), words("it honored a labor agreement")) == 1


def test_origins_are_counted_not_copies():
    chains = {id: OriginChain(id, (), voice, kind) for id, voice, kind in
              (("a", "xinhua-news-agency", "S"), ("b", "xinhua-news-agency", "S"), ("c", "pti", "C"))}  # fmt: skip
    (claim,) = found(*(telling(id, ("Xi", TRADE), outlet=f"Paper {id}") for id in "abc"), chains=chains)
    assert (claim.articles, claim.outlets, claim.voices) == (3, 3, ("pti", "xinhua-news-agency"))
    assert claim.ownership == {"C": 1, "S": 1}


def test_the_sides_whose_outlets_carry_a_claim_are_told():
    outlet = next(row for row in default().outlets.values() if row.country == "CHN" and row.kind == "wire")
    chains = {"a": OriginChain("a", (), outlet.id, "S")}
    (claim,) = found(telling("a", ("Xi", TRADE)), chains=chains, parties=("CHN", "IND"), kb=default())
    assert claim.sides == ("CHN",)


def test_who_said_it_first_needs_times_that_tell():
    early = telling("a", ("Xi", TRADE), published="2024-10-23", time="20:10", zone="+08:00", outlet="Early Post")
    late = telling("b", ("Xi", TRADE), published="2024-10-23", time="20:10", zone="+05:30", outlet="Late Post")
    bare = telling("c", ("Xi", TRADE), published="2024-10-23", time="20:30", outlet="No Zone")
    assert found(early, late)[0].first == "Early Post, 2024-10-23 20:10 +08:00"
    assert found(early, late, bare)[0].first is None


def test_articles_without_a_day_leave_open_who_was_first():
    rows = [telling("a", ("Xi", TRADE), published="2024-10-23"), telling("b", ("Xi", TRADE))]
    assert earliest(row.article for row in rows) is None


@pytest.mark.parametrize(
    ("zone", "hours"),
    [("+08:00", 8), ("-04:30", -4.5), ("GMT+5", 5), ("UTC", 0), ("Z", 0), ("IST", None), (None, None)],
)
def test_zones_that_are_one_offset_are_read(zone, hours):
    offset = zone_offset(zone)
    assert (offset.total_seconds() / 3600 if offset is not None else None) == hours


def test_different_numbers_in_one_claim_are_a_contradiction():
    readings = [telling("a", ("Xi", TRADE)), telling("b", ("Xi", TRADE.replace("30", "25", 1)))]
    by_id = {reading.article.id: reading for reading in readings}
    (dispute,) = said_differently(found(*readings), by_id)
    assert [value.value for value in dispute.values] == ["25 and 2030", "30 and 2030"]


def test_a_number_left_out_is_no_contradiction():
    readings = [
        telling("a", ("Xi", TRADE)),
        telling("b", ("Xi", "trade between the two countries should reach 30 billion dollars")),
    ]
    by_id = {reading.article.id: reading for reading in readings}
    assert said_differently(found(*readings), by_id) == ()


def test_one_statement_given_to_two_speakers_is_a_contradiction():
    readings = [telling("a", ("Xi", TRADE)), telling("b", ("Modi", TRADE))]
    by_id = {reading.article.id: reading for reading in readings}
    (dispute,) = said_differently(found(*readings), by_id)
    assert {value.value for value in dispute.values} == {"Xi Jinping", "Narendra Modi"}


def test_two_speakers_who_agree_in_one_article_do_not_contradict():
    readings = [telling("a", ("Xi", TRADE), ("Modi", SHORTER)), telling("b", ("Modi", SHORTER))]
    by_id = {reading.article.id: reading for reading in readings}
    assert said_differently(found(*readings), by_id) == ()


def test_numbers_are_read_with_their_separators_and_in_words():
    assert counted("Nine papers, 1,200 people and $1.5 billion") == ("9", "1.5", "1200")


PAIRS = st.tuples(st.sampled_from(["Xi", "Modi"]), st.sampled_from([TRADE, SHORTER, OTHER]))


@settings(deadline=None, max_examples=80, suppress_health_check=list(HealthCheck))
@given(st.lists(PAIRS, min_size=1, max_size=8), st.randoms(use_true_random=False))
def test_any_order_gives_the_same_claims(pairs, chance: random.Random):
    readings = [telling(f"a{at}", pair) for at, pair in enumerate(pairs)]
    first = found(*readings)
    chance.shuffle(readings)
    assert found(*readings) == first
    assert sum(len(claim.wordings) for claim in first) == len(pairs)
