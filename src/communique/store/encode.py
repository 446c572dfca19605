"""A reading as the record keeps it: its JSON (docs/reading.md) without the text, and what that leaves out."""

from __future__ import annotations

import json
from typing import Any

from communique.model.document import reading_document
from communique.model.reading import Party, Reading
from communique.model.span import Span


def stored(reading: Reading) -> str:
    """The reading as one line of JSON, always the same for the same reading.

    The text stands in a column of its own and the path belongs to the input, not to what was read: both are left out.
    `kept` holds what the printed form does not show, so that `decode.reading_of` gives back the very same reading.
    """
    document = reading_document(reading)
    for key in ("text", "path"):
        del document["document"][key]
    if kept := _kept(reading):
        document["kept"] = kept
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))


def _kept(reading: Reading) -> dict[str, Any]:
    article, out = reading.article, dict[str, Any]()
    if article.byline:
        out["byline"] = _pairs(article.byline.evidence)
    if article.datelines:
        out["datelines"] = _pairs(article.datelines)
    if reading.names and (reading.encounters is not None or reading.statements is not None):
        out["names"] = [party_row(party) for party in reading.names]
    toward = {str(at): party_row(row.toward) for at, row in enumerate(reading.statements or ()) if row.toward}
    if toward:
        out["toward"] = toward
    return out


def party_row(party: Party) -> dict[str, Any]:
    """A party with all of its fields."""
    return {
        "name": party.name,
        "country": party.country,
        "entity": party.entity,
        "role": party.role,
        "countries": list(party.countries),
        "support": party.support,
        "evidence": _pairs(party.evidence),
        "how": party.how,
    }


def _pairs(spans: tuple[Span, ...]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]
