"""Timelines: counts, gaps and last contacts, of encounters made by hand."""

from dataclasses import replace

from communique.analyse.timeline import timeline
from communique.model.answer import KINDS, Outline
from communique.model.dates import PartialDate

MET = Outline("enc-a", "meeting", "held", PartialDate(2024, 5, 16), None, (), ("CHN", "RUS"), None, None, 3, 2, 1)


def met(id_: str, start: str | None, **more: object) -> Outline:
    return replace(MET, id=id_, start=PartialDate.parse(start) if start else None, **more)  # type: ignore[arg-type]


def of(*rows: Outline, **more: object):
    return timeline(("CHN", "RUS"), rows, **more)


def test_a_year_without_contact_is_counted_as_zero_of_every_kind():
    found = of(met("enc-a", "2022-02-04"), met("enc-b", "2024-05-16", kind="call"))
    assert list(found.counts) == [2022, 2023, 2024]
    assert set(found.counts[2023].values()) == {0} and set(KINDS) < set(found.counts[2023])
    assert found.counts[2024]["call"] == 1 and found.counts[2024]["meeting"] == 0


def test_talks_within_a_visit_are_rows_of_their_own_and_one_occasion():
    found = of(met("enc-v", "2024-05-16", kind="visit"), met("enc-a", "2024-05-16", whole="enc-v"))
    assert found.counts[2024]["visit"] == found.counts[2024]["meeting"] == found.counts[2024]["occasions"] == 1


def test_what_is_only_planned_or_was_called_off_is_no_contact():
    found = of(
        met("enc-a", "2024-05-16"),
        met("enc-p", "2025-01-01", status="planned"),
        met("enc-c", "2024-07-01", status="cancelled"),
    )
    assert found.last["any"] == "enc-a" and found.ahead == ("enc-p",) and found.called_off == 1
    assert found.counts[2024]["meeting"] == 1 and 2025 not in found.counts and not found.gaps


def test_the_last_contact_is_told_for_each_way():
    found = of(met("enc-m", "2024-05-16"), met("enc-k", "2024-07-16", kind="call"))
    assert found.last == {"any": "enc-k", "in person": "enc-m", "by call": "enc-k", "in writing": None}


def test_a_year_alone_does_not_outdo_a_day_of_that_year():
    assert of(met("enc-y", "2024"), met("enc-m", "2024-05-16")).last["any"] == "enc-m"


def test_a_gap_is_as_short_as_partial_dates_allow():
    found = of(met("enc-a", "2024-01"), met("enc-b", "2024-03-02"))
    assert [(gap.after, gap.before, gap.days) for gap in found.gaps] == [("enc-a", "enc-b", 31)]


def test_a_gap_begins_where_the_longer_visit_ends():
    visit = met("enc-v", "2024-05-16", kind="visit", end=PartialDate(2024, 5, 20))
    found = of(visit, met("enc-a", "2024-05-17"), met("enc-b", "2024-05-30"))
    assert [(gap.after, gap.days) for gap in found.gaps] == [("enc-v", 10)]


def test_the_undated_stand_last_and_are_counted_apart():
    found = of(met("enc-u", None), met("enc-a", "2024-05-16"))
    assert [row.id for row in found.encounters] == ["enc-a", "enc-u"] and found.undated == 1


def test_the_order_of_the_rows_leaves_no_trace():
    rows = [met(f"enc-{at}", f"2024-05-{at:02}") for at in range(1, 9)]
    assert of(*rows) == of(*reversed(rows))


def test_nothing_known_is_no_year_and_no_contact():
    found = of()
    assert found.counts == {} and set(found.last.values()) == {None} and not found.gaps
