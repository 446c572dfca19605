import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from telling import article, copy, met

from communique.model.record import OriginChain
from communique.resolve.encounters import resolved
from communique.resolve.facts import mentions
from communique.resolve.judgements import judgement

TALKS = {"date": "2024-05-16", "city": "Beijing", "country": "CHN"}


def chain(id, voice, ownership=None):
    return OriginChain(id, (), voice, ownership)


def record(*readings, voices=None, links=(), log=()):
    by_id = {reading.article.id: reading for reading in readings}
    chains = {id: chain(id, voice) for id, voice in (voices or {}).items()}
    return resolved([m for r in readings for m in mentions(r)], by_id, chains, links, log)


def only(found):
    (row,) = found.encounters
    return row


def said(row, field):
    return [value.value for value in row.values.get(field, ())]


def key(reading, at=0):
    return mentions(reading)[at].key


def test_forty_articles_are_one_encounter_with_its_origins_counted():
    readings = [article(f"a{n}", met("Xi", "Putin", **TALKS), outlet=f"Outlet {n % 10}") for n in range(40)]
    row = only(record(*readings, voices={f"a{n}": "xinhua" if n % 4 else "tass" for n in range(40)}))
    assert (row.articles, row.outlets, row.voices) == (40, 10, ("tass", "xinhua"))
    assert [party.name for party, _ in row.participants] == ["Xi Jinping", "Vladimir Putin"]


def test_every_value_has_the_places_that_state_it():
    row = only(record(article("a", met("Xi", "Putin", **TALKS)), article("b", met("Xi", "Putin", date="2024-05-16"))))
    (city,) = row.values["city"]
    assert {place.article for place in city.places} == {"a"}
    assert {place.article for place in row.values["start"][0].places} == {"a", "b"}


def test_a_coarser_date_is_no_contradiction_and_the_finer_one_leads():
    readings = [article(name, met("Xi", "Putin", **(TALKS | {"date": "2024-05"}))) for name in "abc"]
    row = only(record(article("d", met("Xi", "Putin", **TALKS)), *readings))
    assert said(row, "start") == ["2024-05-16", "2024-05"]
    assert str(row.start) == "2024-05-16"
    assert row.contradictions == ()


def test_the_value_of_more_origins_leads_not_that_of_more_articles():
    beijing = [article(name, met("Xi", "Putin", **TALKS)) for name in "ab"]
    tianjin = [article(name, met("Xi", "Putin", **(TALKS | {"city": "Tianjin"}))) for name in "cdef"]
    row = only(record(*beijing, *tianjin, voices={"a": "one", "b": "two", **dict.fromkeys("cdef", "three")}))
    assert said(row, "city") == ["Beijing", "Tianjin"]
    (dispute,) = row.contradictions
    assert (dispute.field, [value.value for value in dispute.values]) == ("city", ["Beijing", "Tianjin"])


def test_what_was_planned_and_then_held_is_held():
    plans = [article(name, met("Xi", "Putin", status="planned", **TALKS)) for name in "abc"]
    row = only(record(*plans, article("d", met("Xi", "Putin", **TALKS))))
    assert said(row, "status") == ["held", "planned"]
    assert row.contradictions == ()


def test_held_and_denied_is_a_contradiction():
    row = only(
        record(article("a", met("Xi", "Putin", **TALKS)), article("b", met("Xi", "Putin", status="denied", **TALKS)))
    )
    assert [dispute.field for dispute in row.contradictions] == ["status"]


def test_a_day_later_on_the_day_of_the_report_is_explained():
    late = article("b", met("Xi", "Putin", **(TALKS | {"date": "2024-05-17"})), published="2024-05-17")
    row = only(record(article("a", met("Xi", "Putin", **TALKS), published="2024-05-16"), late))
    (dispute,) = row.contradictions
    assert dispute.explanation == "the day of the report, not of the encounter"


def test_a_copy_under_a_later_date_is_explained_as_one():
    late = article(
        "b", met("Xi", "Putin", how="weekday+published", **(TALKS | {"date": "2024-05-23"})), published="2024-05-24"
    )
    found = record(article("a", met("Xi", "Putin", **TALKS), published="2024-05-16"), late, links=[copy("a", "b")])
    (dispute,) = only(found).contradictions
    assert dispute.explanation.startswith("the same text under another date")


@pytest.mark.parametrize("changed", [{"date": "2024-05-17", "how": "printed"}, {"city": "Harbin"}])
def test_what_a_copy_changed_is_said_to_be_no_second_account(changed):
    late = article("b", met("Xi", "Putin", **(TALKS | changed)), published="2024-05-17")
    found = record(article("a", met("Xi", "Putin", **TALKS), published="2024-05-16"), late, links=[copy("a", "b")])
    (dispute,) = only(found).contradictions
    assert dispute.explanation == "copies of one text"


def test_a_call_in_two_time_zones_is_explained():
    one = article(
        "a", met("Xi", "Biden", kind="call", date="2024-04-02"), published="2024-04-02", time="11:00", zone="-04:00"
    )
    two = article(
        "b", met("Xi", "Biden", kind="call", date="2024-04-03"), published="2024-04-04", time="00:10", zone="+08:00"
    )
    (dispute,) = only(record(one, two)).contradictions
    assert dispute.explanation == "perhaps one moment in two time zones"


def test_the_level_that_each_side_announces_may_differ():
    visit = {"kind": "visit", "date": "2024-05-16", "country": "CHN"}
    one, two = article("a", met("Putin", level="state", **visit)), article("b", met("Putin", level="official", **visit))
    (dispute,) = only(record(one, two, voices={"a": "tass", "b": "xinhua"})).contradictions
    assert dispute.explanation == "the two sides rank the visit differently"


def test_titles_that_no_one_can_hold_at_once_are_side_by_side():
    from dataclasses import replace

    def titled(id, role):
        row = met("Xi", "Modi", **TALKS)
        people = tuple(replace(p, role=role) if p.name == "Narendra Modi" else p for p in row.participants)
        return article(id, replace(row, participants=people))

    (dispute,) = only(record(titled("a", "prime minister"), titled("b", "president"))).contradictions
    assert dispute.field == "title of Narendra Modi"
    assert only(record(titled("a", "prime minister"), titled("b", "premier"))).contradictions == ()


def test_talks_are_part_of_the_visit_across_articles():
    visit = article("a", met("Putin", kind="visit", date="2024-05-16", end="2024-05-17", country="CHN"))
    found = record(visit, article("b", met("Xi", "Putin", **TALKS)))
    by_kind = {said(row, "kind")[0]: row for row in found.encounters}
    assert by_kind["meeting"].part_of == by_kind["visit"].id
    assert by_kind["visit"].part_of is None


def test_a_signing_is_part_of_the_talks_and_they_of_the_visit():
    rows = [
        met("Putin", kind="visit", date="2024-05-16", end="2024-05-17", country="CHN"),
        met("Xi", "Putin", id="e2", at=20, part_of="e1", **TALKS),
        met("Xi", "Putin", id="e3", at=40, part_of="e2", kind="signing", **TALKS),
    ]
    found = record(article("a", *rows), article("b", met("Xi", "Putin", kind="signing", **TALKS)))
    by_kind = {said(row, "kind")[0]: row for row in found.encounters}
    assert by_kind["signing"].part_of == by_kind["meeting"].id
    assert by_kind["meeting"].part_of == by_kind["visit"].id


def test_a_rejected_value_stays_visible_but_leads_no_more():
    one = article("a", met("Xi", "Putin", **TALKS))
    log = [judgement("reject", key(one), field="city", value="Beijing", by="anna", at="1")]
    row = only(record(one, article("b", met("Xi", "Putin", **(TALKS | {"city": "Tianjin"}))), log=log))
    assert said(row, "city") == ["Tianjin", "Beijing"]
    assert row.values["city"][1].rejected and row.values["city"][1].by == "anna"
    assert row.contradictions == ()


def test_a_value_that_a_person_set_leads_and_says_by_whom():
    one = article("a", met("Xi", "Putin", **TALKS))
    log = [judgement("set", key(one), field="city", value="Harbin", by="anna", at="1")]
    row = only(record(one, article("b", met("Xi", "Putin", **TALKS)), log=log))
    assert said(row, "city") == ["Harbin", "Beijing"]
    assert row.values["city"][0].by == "anna"


def test_a_set_date_dates_the_encounter_and_undo_takes_it_back():
    one = article("a", met("Xi", "Putin", city="Beijing"), published="2024-05-16")
    entry = judgement("set", key(one), field="start", value="2024-05-15", at="1")
    assert str(only(record(one, log=[entry])).start) == "2024-05-15"
    assert only(record(one, log=[entry, judgement("undo", undoes=entry.id, at="2")])).start is None


def test_merged_persons_are_one_and_their_meetings_too():
    one, two = (
        article(id, met(f"?{name}/UZB", "Xi", **TALKS)) for id, name in (("a", "Aziz Karimov"), ("b", "A K Karimi"))
    )
    assert len(record(one, two).encounters) == 2
    log = [judgement("merge_person", "UZB/aziz karimov", object="UZB/a k karimi", at="1")]
    row = only(record(one, two, log=log))
    assert len(row.participants) == 2


def test_an_unknown_person_can_be_named():
    log = [judgement("name_person", "UZB/the deputy", value="Aziz Karimov", at="1")]
    row = only(record(article("a", met("?the deputy/UZB", "Xi", **TALKS)), log=log))
    assert "Aziz Karimov" in [party.name for party, _ in row.participants]


def test_an_id_does_not_depend_on_which_articles_are_there():
    one, two = article("a", met("Xi", "Putin", **TALKS)), article("b", met("Putin", "Xi", date="2024-05-16"))
    assert only(record(one)).id == only(record(two)).id == only(record(one, two)).id


def test_two_meetings_of_one_day_have_two_ids():
    rows = (
        met("Xi", "Putin", **TALKS),
        met("Xi", "Putin", id="e2", at=20, date="2024-05-16", city="Harbin", country="CHN"),
    )
    found = record(article("a", *rows))
    assert len({row.id for row in found.encounters}) == 2


@settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))
@given(st.data(), st.randoms(use_true_random=False))
def test_any_order_of_articles_gives_the_same_record(data, chance: random.Random):
    readings = []
    for at in range(data.draw(st.integers(1, 8))):
        date = data.draw(st.sampled_from([None, "2024-05", "2024-05-16", "2024-05-17"]))
        city = data.draw(st.sampled_from([None, "Beijing", "Harbin"]))
        visit = met("Putin", kind="visit", id="e2", at=20, date="2024-05-16", country="CHN")
        rows = (met("Xi", "Putin", date=date, city=city), *([visit] if data.draw(st.booleans()) else []))
        readings.append(article(f"a{at}", *rows, published=data.draw(st.sampled_from([None, "2024-05-17"]))))
    voices = {reading.article.id: data.draw(st.sampled_from(["one", "two"])) for reading in readings}
    first = record(*readings, voices=voices)
    chance.shuffle(readings)
    assert record(*readings, voices=voices) == first
