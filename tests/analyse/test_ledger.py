"""The ledger: steps of one undertaking are found together, and nothing else is."""

import shutil
from pathlib import Path

import pytest

import communique
from communique.analyse.ledger import ledger, narrowed
from communique.analyse.undertakings import grouped
from communique.cli.main import main
from communique.knowledge.base import default
from communique.model.dates import PartialDate
from communique.model.record import Attested, MergedRow

KB = default()


def row(id_: str, day: str | None, status: str, text: str, bound=("KEN", "UGA"), **values: str) -> MergedRow:
    told = {"status": status, **values}
    found = {field: (Attested(value, (), ("wire",)),) for field, value in told.items()}
    found["bound"] = tuple(Attested(state, (), ("wire",)) for state in bound)
    parsed = PartialDate.parse(day) if day else None
    return MergedRow(f"com-{id_}", "commitments", f"enc-{id_}", text, bound, (), found, 1, 1, ("wire",), parsed)


LINE = "to build a power line from Tororo to Lessos"


def test_pledged_signed_and_delivered_is_one_undertaking_with_its_course():
    rows = [
        row("c", "2024-07-01", "implemented", f"early results in the work {LINE}", step="implementation_reported"),
        row("a", "2024-05-01", "pledged", f"Kenya pledged {LINE}"),
        row("b", "2024-06-01", "signed", f"an agreement {LINE}", label="agreement on the power line Tororo-Lessos"),
    ]
    (found,) = ledger(rows, KB)
    assert [step.id for step in found.steps] == ["com-a", "com-b", "com-c"]
    assert (found.id, found.status, found.state, found.repeated) == ("com-a", "implemented", "reported", 0)


@pytest.mark.parametrize(
    "other",
    [
        row("b", "2024-06-01", "agreed", "to build a power line from Olkaria to Kisumu"),
        row("b", "2024-06-01", "agreed", f"Kenya agreed {LINE}", bound=("KEN", "TZA")),
        row("b", "2024-06-01", "called_for", f"Kenya called on Uganda {LINE}"),
        row("b", "2024-06-01", "agreed", f"agreed {LINE}", amount="90000000 USD"),
        row("b", "2024-06-01", "signed", f"signed {LINE}", label="treaty on fishing in Lake Victoria"),
    ],
    ids=["another line", "another side", "only called for", "another sum", "another paper"],
)
def test_what_differs_in_what_counts_is_another_undertaking(other):
    first = row("a", "2024-05-01", "agreed", f"Kenya and Uganda agreed {LINE}", amount="50000000 USD",
                label="agreement on the power line")  # fmt: skip
    assert len(grouped([first, other], KB)) == 2


def test_words_of_any_readout_join_nothing():
    text = "Kenya and Uganda agreed to deepen practical cooperation and strengthen exchanges in all areas"
    assert len(grouped([row("a", "2024-05-01", "agreed", text), row("b", "2024-06-01", "agreed", text)], KB)) == 2


def test_rows_of_one_encounter_are_never_joined():
    one, two = row("a", "2024-05-01", "agreed", LINE), row("a", "2024-05-01", "signed", LINE)
    assert len(grouped([one, two], KB)) == 2


def test_a_promise_made_again_without_going_further_is_repeated():
    rows = [row(id_, f"2024-0{at}-01", "pledged", LINE) for at, id_ in enumerate("abc", 1)]
    (found,) = ledger(rows, KB)
    assert found.repeated == 2 and narrowed([found], repeated=True) == (found,)


def test_overdue_is_judged_by_the_day_that_was_given_and_by_no_clock():
    promised = row("a", "2024-05-01", "agreed", LINE, deadline="2025")
    assert ledger([promised], KB)[0].overdue is None
    assert ledger([promised], KB, PartialDate(2026, 1, 1))[0].overdue is True
    assert ledger([promised], KB, PartialDate(2025, 6, 1))[0].overdue is False


def test_a_deadline_that_moved_is_told_with_the_earlier_one():
    rows = [
        row("a", "2024-05-01", "agreed", LINE, deadline="2025"),
        row("b", "2024-06-01", "agreed", LINE, deadline="2026"),
    ]
    (found,) = ledger(rows, KB, PartialDate(2026, 1, 1))
    assert list(map(str, found.deadlines)) == ["2025", "2026"] and found.overdue is False


def test_a_treaty_in_force_still_binds_and_a_declaration_leaves_nothing_to_do():
    force = row("a", "2024-05-01", "implemented", LINE, step="in_force")
    declared = row("b", "2024-05-01", "signed", "joint declaration on friendship", label="joint declaration")
    assert [found.state for found in ledger([force, declared], KB)] == ["open", "done"]


def test_what_was_only_called_for_or_denied_is_left_out_unless_asked_for():
    called = row("a", "2024-05-01", "called_for", LINE)
    denied = row("b", "2024-05-01", "agreed", "to sell gas", polarity="denied")
    whole = ledger([called, denied], KB)
    assert narrowed(whole) == () and len(narrowed(whole, calls=True)) == 2


def test_the_order_of_the_rows_leaves_no_trace():
    rows = [row(id_, f"2024-0{at}-01", "pledged", f"{LINE} {id_ * 4}") for at, id_ in enumerate("abcdefg", 1)]
    assert grouped(rows, KB) == grouped(reversed(rows), KB)


@pytest.fixture(scope="module")
def record(tmp_path_factory):
    folder = tmp_path_factory.mktemp("promises")
    shutil.copytree(Path(__file__).parent / "promises", folder / "pages")
    assert main(["build", str(folder / "pages"), "--db", str(folder / "r.db"), "--quiet"]) == 0
    return str(folder / "r.db")


def test_three_meetings_tell_what_became_of_two_promises(record):
    found = communique.ledger(record, "Tanzania", "Zambia", as_of="2027-01-01")
    courses = {tuple(step.values["status"][0].value for step in row.steps): row for row in found}
    line = courses["pledged", "signed", "implemented"]
    market = courses["agreed", "agreed"]
    assert line.label == "agreement on the power line from Mbeya to Nakonde" and str(line.deadline) == "2027"
    assert (market.repeated, market.overdue, [str(day) for day in market.deadlines]) == (1, True, ["2025", "2026"])


def test_the_command_narrows_and_asks_for_the_day(record, capsys):
    def asked(*more):
        capsys.readouterr()
        assert main(["ledger", "TZA", "--db", record, *more]) == 0
        return capsys.readouterr().out

    assert "OVERDUE" in asked("--overdue", "--as-of", "2027-01-01") and "before: 2025" in asked("--open")
    assert asked("--csv", "--field", "infrastructure", "--calls").count("\n") >= 2
    with pytest.raises(SystemExit):
        main(["ledger", "--overdue", "--db", record])
    assert "does not look at the clock" in capsys.readouterr().err


def test_every_step_of_the_ledger_opens_its_sentence(record, capsys):
    import json
    import sqlite3

    capsys.readouterr()
    assert main(["ledger", "--calls", "--json", "--db", record]) == 0
    texts = dict(sqlite3.connect(record).execute("select id, text from articles"))
    steps = [step for line in capsys.readouterr().out.splitlines() for step in json.loads(line)["course"]]
    assert len(steps) == 7
    for step in steps:
        assert step["evidence"]
        for one in step["evidence"]:
            assert " ".join(texts[one["article"]][one["start"] : one["end"]].split()) == one["words"]
