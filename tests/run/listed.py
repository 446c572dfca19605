"""Made-up readings with lists: what their sentences would state, were they real."""

from __future__ import annotations

from dataclasses import replace

from communique.model.dates import PartialDate
from communique.model.reading import (
    Anniversary,
    Commitment,
    Figure,
    Initiative,
    Partnership,
    Phrase,
    Quantity,
    Reading,
)
from communique.model.span import Span


def listed(reading: Reading, at: int) -> Reading:
    """The reading with one row or two in every list; articles differ in numbers and words by their place."""
    body = reading.article.body
    met = (reading.encounters or ())[0]
    states = tuple(party.country or "" for party in met.participants)
    own = None if at % 7 == 0 else met.id
    lone = replace(met, main=False) if own is None else met
    trade = 240_100_000_000 if at % 3 else 240_000_000_000
    said = [index for index, row in enumerate(reading.statements or ()) if row.encounter]
    return replace(
        reading,
        encounters=(lone,),
        commitments=(
            Commitment(states, "signed" if at % 2 else "agreed", (body[0],), label="Treaty on Ferries", encounter=own,
                       deadline=PartialDate(2030), fields=("trade",)),
            Commitment(states, "signed", (body[1],), count=Quantity(20 + at % 2, "agreements"), encounter=own),
        ),
        partnerships=(Partnership(states, "strategic partnership", (body[2],), change="elevated" if at % 2 else None),),
        figures=(
            Figure(trade, "money", (body[3],), "USD", "bilateral trade", "2023", parties=states),
            Figure(26.3, "percent", (body[3],), "percent", "bilateral trade", growth="rose", parties=states),
        ),
        anniversaries=(Anniversary(75, "diplomatic relations", (body[0],), states, 2024),),
        initiatives=(Initiative("Ferry Initiative", "ferry-initiative", (body[1],)),),
        phrases=(
            Phrase("win-win", "win-win", (Span(body[2].start, body[2].start + 7),), statement=(said or [None])[0]),
        ),
    )  # fmt: skip


def all_listed(readings: list[Reading]) -> list[Reading]:
    """The readings with lists, each by its own id: the same however they are ordered."""
    return [listed(row, int(row.article.id[-4:], 16)) for row in readings]
