import pytest

from communique.model.article import Published
from communique.model.dates import PartialDate
from communique.model.record import Attested, Place
from communique.model.span import Span
from communique.resolve.contradictions import Teller, contradictions


def value(text, *articles, voice="one", rejected=False):
    return Attested(text, tuple(Place(article, Span(0, 1)) for article in articles), (voice,), rejected)


def teller(day, zone=None):
    return Teller(None, "one", Published(PartialDate.parse(day), "stated", (), None, zone), None, None)


def found(field, *values, tellers=None):
    return contradictions({field: values}, (), tellers or {})


def test_one_value_is_no_contradiction():
    assert found("city", value("Beijing", "a", "b")) == ()


@pytest.mark.parametrize("coarse", ["2024", "2024-05"])
def test_a_date_that_another_refines_is_none(coarse):
    assert found("start", value("2024-05-16", "a"), value(coarse, "b")) == ()


def test_only_the_dates_that_exclude_each_other_are_named():
    (row,) = found("start", value("2024-05-16", "a"), value("2024", "b"), value("2024-05-17", "c"))
    assert [one.value for one in row.values] == ["2024-05-16", "2024-05-17"]


def test_rejected_values_contradict_nothing():
    assert found("city", value("Beijing", "a"), value("Tianjin", "b", rejected=True)) == ()


@pytest.mark.parametrize(
    ("one", "two", "why"),
    [
        ("Great Hall of the People", "Great Hall", "two spellings of one name"),
        (
            "Great Hall of the People",
            "Diaoyutai State Guesthouse",
            "a room or building within a place, or two sittings",
        ),
    ],
)
def test_venues_are_explained(one, two, why):
    (row,) = found("venue", value(one, "a"), value(two, "b"))
    assert row.explanation == why


def test_two_spellings_of_a_city_are_explained_and_two_cities_are_not():
    assert found("city", value("Astana", "a"), value("Astanah", "b"))[0].explanation == "two spellings of one name"
    assert found("city", value("Beijing", "a"), value("Tianjin", "b"))[0].explanation is None


def test_the_next_day_is_explained_only_by_what_is_known():
    days = value("2024-05-16", "a"), value("2024-05-17", "b")
    report = {"a": teller("2024-05-16"), "b": teller("2024-05-17")}
    assert found("start", *days, tellers=report)[0].explanation == "the day of the report, not of the encounter"
    zones = {"a": teller("2024-05-16", "-04:00"), "b": teller("2024-05-18", "+08:00")}
    assert found("start", *days, tellers=zones)[0].explanation == "perhaps one moment in two time zones"
    far = value("2024-05-16", "a"), value("2024-06-20", "b")
    assert found("start", *far, tellers=report)[0].explanation is None


def test_planned_and_cancelled_is_the_course_of_things():
    assert found("status", value("planned", "a"), value("cancelled", "b")) == ()
    assert found("status", value("held", "a"), value("denied", "b"))[0].field == "status"
