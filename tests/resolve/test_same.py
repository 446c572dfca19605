import itertools

import pytest
from telling import article, met, one

from communique.resolve.candidates import are_candidates, holds, tied
from communique.resolve.facts import facts_from, facts_row, mentions
from communique.resolve.same import THRESHOLD, likeness, same_person


def same(a, b):
    found = likeness(a, b)
    return found is not None and found >= THRESHOLD


TALKS = {"date": "2024-05-16", "city": "Beijing", "country": "CHN"}


def test_two_reports_of_one_day_and_city_are_the_same():
    assert same(one("a", "Xi", "Putin", **TALKS), one("b", "Putin", "Xi", **TALKS))


def test_the_room_is_not_needed_nor_the_city():
    assert same(one("a", "Xi", "Putin", **TALKS), one("b", "Xi", "Putin", date="2024-05-16"))


def test_serial_summits_of_the_same_two_leaders_stay_apart():
    days = ["2023-03-21", "2023-10-18", "2024-05-16", "2024-07-03", "2025-09-02"]
    rows = [one(day, "Xi", "Putin", date=day, city="Beijing", country="CHN") for day in days]
    assert all(likeness(a, b) is None for a, b in itertools.combinations(rows, 2))


def test_what_takes_two_days_in_one_place_may_be_misdated_but_no_more():
    first = one("a", "Xi", "Putin", **TALKS)
    assert same(first, one("b", "Xi", "Putin", date="2024-05-17", city="Beijing", country="CHN"))
    assert not same(first, one("b", "Xi", "Putin", date="2024-05-17"))
    assert not same(first, one("b", "Xi", "Putin", date="2024-05-18", city="Beijing", country="CHN"))


def test_a_call_can_fall_on_two_days_in_two_time_zones():
    assert same(
        one("a", "Xi", "Biden", kind="call", date="2024-04-02"), one("b", "Xi", "Biden", kind="call", date="2024-04-03")
    )


@pytest.mark.parametrize("kind", ["call", "letter", "visit", "signing"])
def test_a_meeting_is_no_call_no_letter_no_visit_and_no_signing(kind):
    assert likeness(one("a", "Xi", "Putin", **TALKS), one("b", "Xi", "Putin", kind=kind, date="2024-05-16")) is None


def test_a_call_with_and_without_pictures_is_one_call():
    given = {"date": "2024-02-08"}
    assert same(one("a", "Xi", "Putin", kind="call", **given), one("b", "Xi", "Putin", kind="video_call", **given))


def test_different_holders_of_a_states_seat_are_a_different_meeting():
    assert likeness(one("a", "Xi", "Lavrov", **TALKS), one("b", "Wang", "Lavrov", **TALKS)) is None


def test_a_state_without_a_name_agrees_with_its_person():
    assert same(one("a", "CHN", "RUS", **TALKS), one("b", "Xi", "Putin", **TALKS))


def test_two_countries_on_one_day_exclude_each_other():
    assert (
        likeness(
            one("a", "Xi", "Putin", **TALKS), one("b", "Xi", "Putin", date="2024-05-16", city="Moscow", country="RUS")
        )
        is None
    )


def test_another_city_of_the_same_country_is_a_contradiction_on_the_same_day_only():
    tianjin = {"city": "Tianjin", "country": "CHN"}
    assert same(one("a", "Xi", "Putin", **TALKS), one("b", "Xi", "Putin", date="2024-05-16", **tianjin))
    assert likeness(one("a", "Xi", "Putin", **TALKS), one("b", "Xi", "Putin", date="2024-05", **tianjin)) is None


def test_a_month_is_refined_by_a_day():
    assert same(
        one("a", "Xi", "Putin", **TALKS), one("b", "Xi", "Putin", date="2024-05", city="Beijing", country="CHN")
    )


def test_a_year_alone_says_too_little():
    assert not same(one("a", "Xi", "Putin", **TALKS), one("b", "Xi", "Putin", date="2024"))


def test_undated_news_is_of_the_days_before_its_article():
    undated = one("b", "Xi", "Putin", published="2024-05-17", city="Beijing", country="CHN")
    assert same(one("a", "Xi", "Putin", **TALKS), undated)
    late = one("b", "Xi", "Putin", published="2024-06-17", city="Beijing", country="CHN")
    assert not same(one("a", "Xi", "Putin", **TALKS), late)


def test_undated_background_is_of_any_day_and_joins_nothing():
    past = one("b", "Xi", "Putin", published="2024-05-17", main=False, status="past")
    assert past.first is None
    assert likeness(one("a", "Xi", "Putin", **TALKS), past) is None


def test_what_was_called_off_is_not_what_was_held_later():
    assert (
        likeness(
            one("a", "Biden", "CHN", date="2023-02", status="postponed"), one("b", "Biden", "CHN", date="2023-02-20")
        )
        is None
    )


def test_a_denial_of_the_same_day_is_about_the_same_encounter():
    assert same(one("a", "Xi", "Putin", **TALKS), one("b", "Xi", "Putin", status="denied", **TALKS))


def test_one_article_tells_two_encounters_as_two():
    first, second = mentions(
        article("a", met("Xi", "Putin", **TALKS), met("Xi", "Putin", id="e2", at=20, date="2024-05-17", city="Beijing"))
    )
    assert likeness(first, second) is None


def test_visits_are_told_by_visitor_and_host():
    one_visit = one("a", "Putin", kind="visit", date="2024-05-16", end="2024-05-17", country="CHN")
    assert same(one_visit, one("b", "Putin", kind="visit", date="2024-05-16", country="CHN"))
    assert likeness(one_visit, one("b", "Putin", kind="visit", date="2024-05-16", country="VNM")) is None


def test_names_in_two_spellings_are_one_person_and_two_names_are_two():
    def actor(name, **given):
        return one("a", f"?{name}/UZB", "Xi", **given).people[-1]

    assert same_person(actor("Sergei Ivanov"), actor("Sergey Ivanov"))
    assert same_person(actor("Aziz Karimov"), actor("Karimov"))
    assert not same_person(actor("Aziz Karimov"), actor("Dilnoza Yusupova"))
    assert not same_person(actor("Li Wei"), actor("Li Qiang"))


def test_talks_in_the_days_and_country_of_a_visit_are_part_of_it():
    visit = one("a", "Putin", kind="visit", date="2024-05-16", end="2024-05-17", country="CHN")
    assert holds(visit, one("b", "Xi", "Putin", **TALKS))
    assert tied(visit, one("b", "Xi", "Putin", **TALKS))
    assert not holds(visit, one("b", "Xi", "Putin", date="2024-05-18", city="Beijing", country="CHN"))
    assert not holds(visit, one("b", "Xi", "Lavrov", **TALKS))


def test_every_pair_of_states_leads_to_a_mention():
    three = one("a", "Xi", "Putin", "Modi", date="2024-10-23")
    assert three.blocks == ("CHN|IND", "CHN|RUS", "IND|RUS")
    assert are_candidates(three, one("b", "Xi", "Modi", date="2024-10-23"))


def test_a_mentions_key_does_not_change_with_its_date_or_place():
    assert one("a", "Xi", "Putin", **TALKS).key == one("a", "Putin", "Xi", date="2024-05-17").key
    assert one("a", "Xi", "Putin").key != one("b", "Xi", "Putin").key


def test_keys_of_one_article_are_all_different():
    rows = [met("Xi", "Putin", id=f"e{n}", at=20 * n) for n in range(4)]
    assert len({facts.key for facts in mentions(article("a", *rows))}) == 4


def test_facts_come_back_from_their_rows():
    facts = one("a", "Xi", "?Aziz Karimov/UZB", date="2024-05", published="2024-05-20", city="Beijing")
    assert facts_from(facts_row(facts)) == facts
