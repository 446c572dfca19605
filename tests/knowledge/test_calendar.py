import time

import pytest

from communique.knowledge.calendar import DateMention, Fields, Relative, end_of, find_dates, resolve
from communique.model.dates import PartialDate


def only(text: str) -> DateMention:
    found = find_dates(text)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2031-04-24 The two ministers met", (2031, 4, 24)),
        ("25/04/2031", (2031, 4, 25)),
        ("09-Apr-2031", (2031, 4, 9)),
        ("on 2 September 2031, he", (2031, 9, 2)),
        ("BRATISLAVA, Sept. 2 (Agency)", (None, 9, 2)),
        ("the 2nd of May", (None, 5, 2)),
        ("Jul. 16 2018", (2018, 7, 16)),
        ("2018/07/16", (2018, 7, 16)),
        ("16.07.2018", (2018, 7, 16)),
        ("2025年4月24日", (2025, 4, 24)),
        ("24 апреля 2025 года", (2025, 4, 24)),
        ("16 de julio de 2018", (2018, 7, 16)),
        ("le 3 août 2024", (2024, 8, 3)),
        ("Montag, 16. Juli 2018", (2018, 7, 16)),
        ("May 2024", (2024, 5, None)),
        ("in May", (None, 5, None)),
        ("In 2023, trade grew", (2023, None, None)),
        ("the 2016 election", (2016, None, None)),
        ("Forum 2025 in Riga", (2025, None, None)),
    ],
)
def test_a_date_is_read_as_exactly_as_it_is_printed(text: str, date: tuple[int | None, ...]) -> None:
    found = only(text)
    assert (found.year, found.month, found.day) == date


@pytest.mark.parametrize(
    "text",
    [
        "He may visit", "the 75th anniversary", "a man aged 45", "over $2024 million",
        "May 10,000 ships pass", "the 1990s", "1 set of talks", "they march 20 times", "Sat on the bench", "No 10",
        "up 20.24 percent", "room 2024-b", "2,024 tonnes", "2000 soldiers", "score 3-2", "call 020 7946 0018",
    ],
)  # fmt: skip
def test_amounts_ages_ordinals_and_verbs_are_no_dates(text: str) -> None:
    assert not find_dates(text)


@pytest.mark.parametrize(
    ("text", "time_", "zone"),
    [
        ("17:32, 09-Apr-2031", "17:32", None),
        ("July 1, 2031 6:17 PM", "18:17", None),
        ("9:20 AM, July 15, 2031", "09:20", None),
        ("July 15 at 1:10 p.m. EDT", "13:10", "EDT"),
        ("2031-04-09T17:32:05+08:00", "17:32", "+08:00"),
        ("Mon, 16 Jul 2018 12:00:00 GMT", "12:00", "GMT"),
        ("12:05 a.m. July 3, 2031", "00:05", None),
    ],
)
def test_the_time_beside_a_date_belongs_to_it(text: str, time_: str, zone: str | None) -> None:
    found = only(text)
    assert (found.time, found.zone) == (time_, zone)
    assert found.kind == "day"


def test_a_numeric_date_keeps_both_readings_unless_one_is_impossible() -> None:
    found = only("04/05/2031")
    assert (found.month, found.day, found.other) == (5, 4, Fields(2031, 4, 5))
    assert only("24/05/2031").other is None
    assert only("05/24/2031").month == 5


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("May 7 to 10", Fields(None, 5, 10)),
        ("from 7 to 10 May", Fields(None, 5, 10)),
        ("June 30 - July 2, 2031", Fields(2031, 7, 2)),
        ("16–18 November 2031", Fields(2031, 11, 18)),
    ],
)
def test_a_range_has_an_end(text: str, end: Fields) -> None:
    assert only(text).end == end


def test_a_weekday_beside_its_date_is_part_of_it() -> None:
    assert only("Tuesday, April 9").weekday == 1
    assert only("April 9 (Tuesday)").weekday == 1
    assert only("met on Tuesday in Riga").kind == "weekday"


@pytest.mark.parametrize(
    ("text", "relative"),
    [
        ("earlier today", Relative("day", 0)),
        ("yesterday", Relative("day", -1)),
        ("two days ago", Relative("day", -2)),
        ("the day before", Relative("day", -1, told=True)),
        ("this year marks", Relative("year", 0)),
        ("last Tuesday", Relative("weekday", -1)),
        ("next May", Relative("year", 1)),
    ],
)
def test_a_distance_in_time_is_kept_as_a_distance(text: str, relative: Relative) -> None:
    assert only(text).relative == relative


@pytest.mark.parametrize(
    ("text", "anchor", "future", "date"),
    [
        ("on Tuesday", "2025-09-02", None, "2025-09-02"),
        ("on Monday", "2025-09-02", None, "2025-09-01"),
        ("on Monday", "2025-09-02", True, "2025-09-08"),
        ("last Tuesday", "2025-09-02", None, "2025-08-26"),
        ("yesterday", "2025-01-01", None, "2024-12-31"),
        ("December 30", "2025-01-02", None, "2024-12-30"),
        ("January 3", "2024-12-30", None, "2025-01-03"),
        ("in May", "2025-09-02", None, "2025-05"),
        ("in October", "2024-10-02", None, "2024-10"),
        ("last October", "2024-10-02", None, "2023-10"),
        ("this year", "2025", None, "2025"),
        ("last month", "2025-01", None, "2024-12"),
        ("March 3, 2020", None, None, "2020-03-03"),
    ],
)
def test_a_mention_is_placed_by_the_day_of_publication(
    text: str, anchor: str | None, future: bool | None, date: str
) -> None:
    given = PartialDate.parse(anchor) if anchor else None
    assert str(resolve(only(text), given, future)) == date


@pytest.mark.parametrize(
    ("text", "anchor"),
    [("on Tuesday", "2025-09"), ("the day before", "2025-09-02"), ("May 2", "2025"), ("May 2", None)],
)
def test_without_enough_anchor_nothing_is_placed(text: str, anchor: str | None) -> None:
    assert resolve(only(text), PartialDate.parse(anchor) if anchor else None) is None


def test_the_end_of_a_range_follows_its_start_over_the_new_year() -> None:
    found = only("from December 30 to January 2")
    assert str(end_of(found, PartialDate(2024, 12, 30))) == "2025-01-02"


def test_spans_cut_out_the_printed_words() -> None:
    text = "Updated: 9:20 AM, July 15, 2031. On Tuesday the ministers met; in 2030 they had not."
    assert [m.span.of(text) for m in find_dates(text)] == ["9:20 AM, July 15, 2031", "Tuesday", "2030"]


def test_the_time_is_linear_in_the_text() -> None:
    unit = "On Tuesday, May 7 to 10, 2031 they met 3/4/2031 and 1 2 3 4 . "
    spent = []
    for n in (500, 4000):
        began = time.process_time()
        find_dates(unit * n)
        spent.append(time.process_time() - began)
    assert spent[1] < 30 * max(spent[0], 0.01)
