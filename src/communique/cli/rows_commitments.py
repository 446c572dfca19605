"""Commitments on the page: who is bound, in the words of the article, grouped by status."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from communique.cli.screen import plain
from communique.cli.section import Named, Row, Section
from communique.model.reading import Commitment, CommitmentStatus

_FIRMNESS = get_args(CommitmentStatus)


def commitment_sections(text: str, rows: tuple[Commitment, ...], named: Named) -> Iterator[Section]:
    """The commitments, the firmest first; nothing where there are none."""
    if not rows:
        return
    ordered = sorted(rows, key=lambda row: _FIRMNESS.index(row.status))
    shown = tuple(_commitment_row(text, row, named) for row in ordered)
    yield Section(f"Commitments · {len(rows)}", shown)


def _commitment_row(text: str, row: Commitment, named: Named) -> Row:
    notes: list[str] = [row.polarity] if row.polarity != "affirmed" else []
    if row.claimed_by:
        notes.append(f"by {named(row.claimed_by)}'s account")
    if row.deadline:
        notes.append(f"by {row.deadline}")
    notes += [row.encounter] if row.encounter else []
    who = ", ".join(map(named, row.parties))
    words = plain(max(row.evidence, key=lambda span: (len(span), -span.start)).of(text))
    note = f" [{', '.join(notes)}]" if notes else ""
    return Row(row.status.replace("_", " "), f"{who}{note}: “{words}”", row.evidence, row.how)
