# ruff: noqa: E501 - sentences of articles stay whole
"""Defects in articles of another hand than the planted ones: written for communique once the rules stood."""

import json
import time
from pathlib import Path

import pytest

import communique

FRESH = [json.loads(line) for line in (Path(__file__).parent / "fresh.jsonl").read_text().splitlines()]


@pytest.mark.parametrize("row", FRESH, ids=[f"{at}-{row['kind']}" for at, row in enumerate(FRESH)])
def test_a_defect_is_found_and_nothing_else(row):
    found = [check.kind for check in communique.read_text(row["text"]).checks or ()]
    assert found == [row["kind"]]


def test_every_check_stands_on_the_text_and_names_what_it_was_checked_against():
    for row in FRESH:
        reading = communique.read_text(row["text"])
        for check in reading.checks or ():
            assert check.against and check.message.endswith((".", "?", ")"))
            assert all(span.of(reading.article.text).strip() for span in check.evidence)


def test_the_worst_comes_first():
    text = (
        "Published: 5 March 2025\n\nChinese Prime Minister Li Qiang met Russian President Vladimir Putin at the Great Hall of the "
        "People in Shanghai on Tuesday."
    )
    found = [(check.kind, check.severity) for check in communique.read_text(text).checks or ()]
    assert found == [("place_conflict", "error"), ("wrong_title", "warning")]


@pytest.mark.parametrize(
    "nasty",
    [
        "This article was generated ",
        "SCO summit 2025 in ",
        "Tuesday, 3 March 2025 ",
        "[nos] ",
        "slot gacor ",
        "the 10-member SCO ",
    ],
)
def test_checks_take_linear_time(nasty):
    took = []
    for length in (15_000, 60_000):
        start = time.process_time()
        communique.read_text("Published: 5 March 2025\n\n" + (nasty * (length // len(nasty) + 1))[:length])
        took.append(time.process_time() - start)
    assert took[1] < 10 * took[0] + 0.5, took
