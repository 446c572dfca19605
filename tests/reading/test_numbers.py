"""Numbers as they are printed: value, scale, unit, range and bound (cases/numbers.jsonl, written for communique)."""

import json
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.knowledge.base import default
from communique.reading.figures import find_numbers

CASES = [json.loads(line) for line in (Path(__file__).parent / "cases" / "numbers.jsonl").read_text().splitlines()]
PIECES = "$|5|1,000| |billion|to |-|over |two |dozen|%|\n|x|亿|.|US$".split("|")


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:40] for case in CASES])
def test_a_number_is_what_is_printed(case):
    text = case["text"]
    found = find_numbers(text, default())
    assert [(m.span.of(text), m.value, m.upper, m.kind, ";".join(m.codes), m.bound) for m in found] == [
        tuple(row) for row in case["found"]
    ]


def test_a_run_of_digits_or_scale_words_is_no_number_of_that_size():
    assert find_numbers("9" * 5000, default()) == ()
    assert [m.value for m in find_numbers("5 " + "million " * 5000, default())] == [5 * 10**18]


@given(
    st.lists(
        st.sampled_from(
            ["$", "5", "1,000", " ", "billion", "to ", "-", "over ", "two ", "dozen", "%", "\n", "x", "亿", ".", "US$"]
        ),
        max_size=30,
    )
)
def test_spans_hold_their_number_whatever_the_text(pieces):
    text = "".join(pieces)
    found = find_numbers(text, default())
    ends = [0, *(m.span.end for m in found)]
    assert all(m.span.holds(m.number) and m.span.end <= len(text) for m in found)
    assert all(end <= m.number.start for end, m in zip(ends, found, strict=False))
    assert all(m.upper is None or m.upper > m.value for m in found)


@pytest.mark.parametrize("piece", ["1,", "five to ", "20 percent to ", "$1 million to ", "a hundred ", "1 "])
def test_time_is_linear_in_the_length(piece):
    def cost(n):
        start = time.process_time()
        find_numbers(piece * n, default())
        return time.process_time() - start

    cost(10)
    assert cost(8000) < 12 * max(cost(2000), 0.005)
