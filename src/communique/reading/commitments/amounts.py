"""How many instruments and how much money a commitment is about, by the grammar of figures."""

from __future__ import annotations

from communique.knowledge.base import Knowledge
from communique.model.reading import Quantity
from communique.model.span import Span
from communique.reading.figures import NumberMention, find_numbers


def amount(text: str, content: Span, kb: Knowledge) -> Quantity | None:
    """The money of a commitment; None where there is none, where its currency is open, and where several sums stand."""
    money = [row for row in find_numbers(text, kb, content.start, content.end) if row.kind == "money" and row.unit]
    return _quantity(money[0], money[0].unit) if len(money) == 1 else None


def count(text: str, label: Span, kb: Knowledge) -> Quantity | None:
    """How many instruments a label counts: 12 of "12 cooperation documents", over 20 of "over 20 agreements"."""
    for row in find_numbers(text, kb, label.start, label.end):
        first = row.span.start - label.start <= len("a total of ")
        if row.kind == "bare" and first and row.value == int(row.value) and row.value > 1:
            return _quantity(row, None)
        return None
    return None


def _quantity(row: NumberMention, unit: str | None) -> Quantity:
    return Quantity(row.value, unit, row.bound)
