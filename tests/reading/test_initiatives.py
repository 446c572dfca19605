"""Initiatives: each once, with all its places; a doubtful abbreviation only beside its name. Written for communique."""

from __future__ import annotations

import communique


def found(text: str) -> list[tuple[str, int]]:
    return [(row.entity, len(row.evidence)) for row in communique.read_text(text).initiatives or ()]


def test_an_initiative_is_one_row_with_all_its_places() -> None:
    text = "Kenya backs the Global Security Initiative and Belt and Road cooperation. It called the GSI timely."
    assert found(text) == [("gsi", 2), ("bri", 1)]


def test_a_doubtful_abbreviation_alone_is_no_initiative() -> None:
    assert found("The minister said the GDI of the county had risen, and the SAGAR hotel was full.") == []
