"""Commitments read from sentences of our own: the cases stand in cases/commitments.txt, one can add to them by hand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from communique.model.article import Source
from communique.model.dates import PartialDate
from communique.model.reading import Commitment, Reading
from communique.run.read import Reader

CASES = Path(__file__).parent / "cases" / "commitments.txt"


@dataclass(frozen=True)
class Case:
    text: str
    rows: tuple[tuple[str, str], ...]  # "signed CHN+KEN affirmed", words of the evidence
    known_miss: bool


def cases() -> list[Case]:
    out = []
    for block in re.split(r"\n\s*\n", CASES.read_text(encoding="utf-8")):
        lines = [line for line in block.splitlines() if line.strip() and not line.startswith("#")]
        if not lines:
            continue
        text = " ".join(line for line in lines if not line.startswith(">"))
        rows = [line[1:].strip() for line in lines if line.startswith(">")]
        wanted = tuple(
            (a.strip(), b.strip()) for a, _, b in (row.partition("|") for row in rows) if a.strip() != "none"
        )
        out.append(Case(text.lstrip("? "), wanted, text.startswith("?")))
    return out


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(debug=True)


def read(reader: Reader, text: str) -> tuple[Commitment, ...]:
    reading = reader.read(Source(text.encode(), "case.txt", None, PartialDate(2025, 6, 12)))
    assert isinstance(reading, Reading)
    assert reading.commitments is not None
    return reading.commitments


def as_line(row: Commitment) -> str:
    return f"{row.status} {'+'.join(sorted(row.parties))} {row.polarity}"


def wanted_line(row: str) -> str:
    status, parties, *polarity = row.split()
    return f"{status} {'+'.join(sorted(parties.split('+')))} {polarity[0] if polarity else 'affirmed'}"


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.text[-60:])
def test_a_case_gives_its_rows_and_no_other(reader, case):
    if case.known_miss:
        pytest.xfail("known miss")
    found = read(reader, case.text)
    assert sorted(map(as_line, found)) == sorted(wanted_line(row) for row, _ in case.rows)
    for row, words in case.rows:
        same = [r for r in found if as_line(r) == wanted_line(row)]
        assert any(words in span.of(case.text) for r in same for span in r.evidence), same


def test_there_are_at_least_eighty_cases_and_each_status_has_some():
    rows = [row for case in cases() for row, _ in case.rows]
    assert len(cases()) >= 80
    for word in ("signed", "agreed", "pledged", "offered", "called_for", "implemented"):
        assert sum(row.startswith(word) for row in rows) >= 5, word
    for polarity in ("negated", "conditional", "denied"):
        assert any(row.endswith(polarity) for row in rows), polarity


def test_a_commitment_counts_its_instruments_and_names_its_money(reader):
    text = (
        "President Xi Jinping of China received President William Ruto of Kenya in Beijing on Thursday. "
        "The two sides signed over 20 cooperation agreements. Xi said China will provide 500 million yuan to Kenya."
    )
    signed, pledged = read(reader, text)
    assert signed.label == "over 20 cooperation agreements"
    assert signed.count is not None and (signed.count.value, signed.count.bound) == (20, "over")
    assert pledged.amount is not None and (pledged.amount.value, pledged.amount.unit) == (500_000_000, "CNY")
    assert (signed.amount, pledged.count) == (None, None)


def test_one_act_told_three_times_is_one_row_with_three_places(reader):
    text = (
        "Kenya, China agree to extend railway to Malaba\n\n"
        "Kenyan President William Ruto met Chinese President Xi Jinping in Beijing on Tuesday.\n\n"
        "The two leaders agreed to extend the railway to Malaba on the border with Uganda.\n\n"
        "Ruto said Kenya and China agreed to extend the railway to the border at Malaba."
    )
    (row,) = read(reader, text)
    assert (row.status, set(row.parties), len(row.evidence)) == ("agreed", {"KEN", "CHN"}, 3)
    assert row.claimed_by is None


def test_what_one_side_says_both_agreed_is_its_claim(reader):
    text = (
        "Russian Foreign Minister Sergey Lavrov met Turkish Foreign Minister Hakan Fidan in Moscow on Monday. "
        "Lavrov said Russia and Turkey had agreed to reopen the consulate in Izmir."
    )
    (row,) = read(reader, text)
    assert (row.claimed_by, row.encounter) == ("RUS", "e1")


def test_a_call_binds_nobody_and_names_on_whom_it_calls(reader):
    (row,) = read(reader, "Turkey called on Israel to lift the blockade of Gaza by the end of 2025.")
    assert (row.parties, row.toward[:1], str(row.deadline)) == (("TUR",), ("ISR",), "2025")


@pytest.mark.parametrize(
    "piece", ["agreed to ", "will sign the agreement with China, ", "by the end of ", "“we should "]
)
def test_hostile_text_takes_linear_time(piece):
    from time import process_time

    from communique.reading.commitments import details, needs

    begun = process_time()
    needs(piece * 100_000)
    details.is_history(piece * 100_000, 2025)
    details.deadline(piece * 100_000)
    assert process_time() - begun < 5
