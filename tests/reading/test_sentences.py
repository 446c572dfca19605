from __future__ import annotations

import pytest

from communique.model.span import Span
from communique.reading.parse import split


def sentences(text: str) -> list[str]:
    return [span.of(text) for span in split(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    "text",
    [
        "The minister held a meeting with H.E. Mr. Ardo Velle, minister of fisheries of the island.",
        "He received H.R.H. Prince Oyen and H.H. Sheikh Taher at the palace.",
        "The envoy spoke with J. R. Marrow of the harbour office.",
    ],
)
def test_the_points_of_styles_and_initials_end_no_sentence(text: str) -> None:
    assert sentences(text) == [text]


def test_an_initialism_may_end_a_sentence() -> None:
    assert sentences("He flew to the U.S. The talks begin on Monday.") == [
        "He flew to the U.S.",
        "The talks begin on Monday.",
    ]
