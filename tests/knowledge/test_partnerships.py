"""Partnerships: one label is one level, whatever its translation; the rungs of a pair stand in order of time."""

from __future__ import annotations

from pathlib import Path

from communique.knowledge.base import default
from communique.knowledge.validate import problems

PARTNERSHIPS = default().partnerships


def test_coordination_is_never_cooperation() -> None:
    coordination = PARTNERSHIPS.level_of({"comprehensive", "strategic", "coordination", "partnership"})
    cooperation = PARTNERSHIPS.level_of({"comprehensive", "strategic", "cooperative", "partnership"})
    assert coordination and cooperation and coordination.id != cooperation.id


def test_all_round_is_never_comprehensive() -> None:
    words = {"strategic", "cooperative", "new-era", "partnership"}
    all_round, comprehensive = (PARTNERSHIPS.level_of(words | {one}) for one in ("all-round", "comprehensive"))
    assert all_round and comprehensive and all_round.id != comprehensive.id


def test_the_last_rung_of_a_pair_is_the_one_it_holds() -> None:
    rows = PARTNERSHIPS.between(["CHN", "RUS"])
    assert [str(row.since) for row in rows] == ["1994", "1996-04", "2010-11", "2019-06-05"]
    assert rows == PARTNERSHIPS.between(["RUS", "CHN"])


def test_a_ladder_is_a_states_own() -> None:
    china, vietnam = PARTNERSHIPS.scales["CHN"], PARTNERSHIPS.scales["VNM"]
    assert (
        (china["strategic"] or 0)
        < (china["comprehensive-strategic"] or 0)
        < (china["comprehensive-strategic-cooperative"] or 0)
    )
    assert vietnam["comprehensive"] == 1
    assert china["shared-future"] is None


def test_a_row_with_an_unknown_level_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "partnerships.csv").write_text(
        "parties,level,since,standing,source\nCHN;TKM,eternal-brotherhood,2023-01,sure,own\n", encoding="utf-8"
    )
    found = problems(tmp_path)
    assert any("no such level" in line for line in found) and any("standing is 'sure'" in line for line in found)
