"""Dyad-years: zeros, pairs, what is left out."""

from dataclasses import replace

from communique.model.dates import PartialDate
from communique.model.reading import Party
from communique.model.record import Attested, MergedEncounter
from communique.resolve.dyads import dyads

STATES = ("CHN", "KEN", "RUS", "UGA")


def attested(value):
    return Attested(value, (), ("a",))


def encounter(name, states, date, kind="meeting", status="held"):
    return MergedEncounter(
        id=name,
        mentions=(),
        values={"kind": (attested(kind),), "status": (attested(status),)},
        participants=tuple((Party(None, state, ()), attested(state)) for state in states),
        start=PartialDate.parse(date) if date else None,
        part_of=None,
        articles=1,
        outlets=1,
        voices=("a",),
    )


def test_every_pair_has_a_row_for_every_year_zeros_included():
    found = dyads([encounter("a", ("CHN", "KEN"), "2021-05"), encounter("b", ("CHN", "RUS"), "2023")], {}, STATES)
    assert {(row.year, row.states) for row in found.rows} == {
        (year, pair) for year in (2021, 2022, 2023) for pair in (("CHN", "KEN"), ("CHN", "RUS"), ("KEN", "RUS"))
    }
    assert sum(row.encounters for row in found.rows) == 2
    assert [row.encounters for row in found.rows if row.states == ("KEN", "RUS")] == [0, 0, 0]


def test_an_encounter_of_three_states_counts_for_each_pair_and_an_organisation_for_none():
    found = dyads([encounter("a", ("CHN", "KEN", "UGA", "SCO"), "2021", kind="summit")], {"a": 4}, STATES)
    assert [(row.states, row.counts["summit"], row.counts["statements"]) for row in found.rows] == [
        (("CHN", "KEN"), 1, 4),
        (("CHN", "UGA"), 1, 4),
        (("KEN", "UGA"), 1, 4),
    ]


def test_what_is_planned_or_called_off_is_counted_apart_and_the_undated_is_told():
    rows = [
        encounter("a", ("CHN", "KEN"), "2021", status="planned"),
        encounter("b", ("CHN", "KEN"), "2021", status="cancelled"),
        encounter("c", ("CHN", "KEN"), None),
    ]
    found = dyads(rows, {}, STATES)
    assert found.undated == 1
    assert [(row.encounters, row.counts["planned"], row.counts["cancelled"]) for row in found.rows] == [(0, 1, 1)]


def test_the_host_of_a_visit_is_the_state_of_its_place():
    row = encounter("a", ("KEN",), "2021", kind="visit")
    row = replace(row, values={**row.values, "country": (attested("CHN"),)})
    assert [found.states for found in dyads([row], {}, STATES).rows] == [("CHN", "KEN")]


def test_years_asked_for_are_there_though_nothing_happened():
    found = dyads([encounter("a", ("CHN", "KEN"), "2021")], {}, STATES, 2019, 2022)
    assert [row.year for row in found.rows] == [2019, 2020, 2021, 2022]
