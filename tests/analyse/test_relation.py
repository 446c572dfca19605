"""The card of a relation: labels and when they changed, what is next, what is disputed."""

import json
from dataclasses import replace

import communique
from communique.analyse.relation import changes, of_both
from communique.analyse.sheets.relation import sheet, upcoming
from communique.analyse.sheets.rows import printed
from communique.analyse.sheets.words import named
from communique.cli.main import main
from communique.knowledge.base import default
from communique.model.answer import Outline
from communique.model.dates import PartialDate
from communique.model.record import Attested, MergedRow

KB = default()
PLANNED = Outline("enc-p", "visit", "planned", None, None, (), ("CHN", "KEN"), None, None, 1, 1, 1)


def label(id_: str, day: str, words: str, parties=("CHN", "KEN"), voices=1, **values: str) -> MergedRow:
    told = {field: (Attested(value, (), ("wire",)),) for field, value in {"label": words, **values}.items()}
    return MergedRow(f"par-{id_}", "partnerships", None, words, parties, (), told, voices, 1, ("wire",) * voices,
                     PartialDate.parse(day))  # fmt: skip


def test_a_relation_is_called_by_labels_of_exactly_these_parties():
    rows = [label("a", "2020", "strategic partnership"), label("b", "2021", "quad", ("CHN", "KEN", "UGA"))]
    assert [row.id for row in of_both(rows, ("KEN", "CHN"))] == ["par-a"]


def test_of_one_day_the_best_attested_label_is_the_last():
    rows = [label("a", "2020", "new partnership", voices=3), label("b", "2020", "old partnership")]
    assert of_both(rows, ("CHN", "KEN"))[-1].id == "par-a"


def test_the_history_has_changes_only():
    rows = [
        label("a", "2020", "strategic partnership", level="strategic"),
        label("b", "2021", "a strategic partnership", level="strategic"),
        label("c", "2022", "comprehensive partnership", level="comprehensive"),
        label("d", "2023", "comprehensive partnership", level="comprehensive", change="elevated"),
    ]
    assert [row.id for row in changes(rows)] == ["par-a", "par-c", "par-d"]


def test_days_are_printed_as_days_and_sums_as_sums():
    assert printed("start", "2024-07-09") == "2024-07-09"
    assert printed("amount", "over 240100000000 USD") == "over 240.1 billion USD"


def test_a_card_opens_every_line_and_says_what_is_missing(tmp_path, capsys):
    from test_ledger import Path, shutil

    shutil.copytree(Path(__file__).parent / "promises", tmp_path / "pages")
    record = str(tmp_path / "r.db")
    assert main(["build", str(tmp_path / "pages"), "--db", record, "--quiet"]) == 0
    capsys.readouterr()
    assert main(["relation", "Tanzania", "ZMB", "--json", "--db", record]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["label"] is None and len(found["met"]) == 3 and len(found["promises"]) == 3
    assert all(row["evidence"] for row in found["met"])
    assert all(step["evidence"] for row in found["promises"] for step in row["course"])
    assert main(["relation", "Tanzania", "ZMB", "--db", record]) == 0
    page = capsys.readouterr().out
    assert "no article of the record says" in page and "next planned    none in the record" in page
    card = communique.relation(record, "TZA", "Zambia")
    past = replace(PLANNED, id="enc-past", start=PartialDate(2024, 1))
    next_ = replace(PLANNED, start=PartialDate(2025))
    assert upcoming(replace(card, ahead=(past, next_))) == next_ and upcoming(replace(card, ahead=(past,))) is None
    assert any(
        part.title == "Told as planned" for part in sheet(replace(card, ahead=(past,)), named(KB), {}, KB).sections
    )
