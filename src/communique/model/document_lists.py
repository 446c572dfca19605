"""The JSON form of a reading's lists beside encounters and statements: one writer a list, in order of the contract."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from communique.model.reading import (
    Anniversary,
    Check,
    Commitment,
    Event,
    Figure,
    Initiative,
    Partnership,
    Phrase,
    Quantity,
)
from communique.model.span import Span

Json = dict[str, Any]


def _pairs(spans: tuple[Span, ...]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _quantity(row: Quantity | None) -> Json | None:
    if row is None:
        return None
    out: Json = {"value": row.value}
    if row.unit:
        out["unit"] = row.unit
    return out | {"bound": row.bound}


def _commitment(row: Commitment) -> Json:
    return {
        "encounter": row.encounter,
        "statement": row.statement,
        "parties": list(row.parties),
        "toward": list(row.toward),
        "status": row.status,
        "step": row.step,
        "polarity": row.polarity,
        "label": row.label,
        "count": _quantity(row.count),
        "amount": _quantity(row.amount),
        "deadline": row.deadline and str(row.deadline),
        "fields": list(row.fields),
        "claimed_by": row.claimed_by,
        "support": row.support,
        "how": row.how,
        "evidence": _pairs(row.evidence),
    }


def _partnership(row: Partnership) -> Json:
    return {
        "parties": list(row.parties),
        "label": row.label,
        "level": row.level,
        "change": row.change,
        "support": row.support,
        "how": row.how,
        "evidence": _pairs(row.evidence),
    }


def _figure(row: Figure) -> Json:
    return {
        "value": row.value,
        "upper": row.upper,
        "unit": row.unit,
        "kind": row.kind,
        "what": row.what,
        "period": row.period,
        "bound": row.bound,
        "growth": row.growth,
        "parties": list(row.parties),
        "statement": row.statement,
        "support": row.support,
        "how": row.how,
        "evidence": _pairs(row.evidence),
    }


def _anniversary(row: Anniversary) -> Json:
    return {
        "n": row.n,
        "of": row.of,
        "parties": list(row.parties),
        "year": row.year,
        "event": row.event,
        "support": row.support,
        "how": row.how,
        "evidence": _pairs(row.evidence),
    }


def _initiative(row: Initiative) -> Json:
    return {"name": row.name, "entity": row.entity, "evidence": _pairs(row.evidence)}


def _phrase(row: Phrase) -> Json:
    return {
        "id": row.id,
        "text": row.text,
        "form": row.form,
        "statement": row.statement,
        "evidence": _pairs(row.evidence),
    }


def _event(row: Event) -> Json:
    return {
        "type": row.type,
        "mode": row.mode,
        "context": list(row.context),
        "actor": list(row.actor),
        "recipient": list(row.recipient),
        "status": row.status,
        "derived": list(row.derived),
        "support": row.support,
        "how": row.how,
        "evidence": _pairs(row.evidence),
    }


def _check(row: Check) -> Json:
    return {
        "kind": row.kind,
        "severity": row.severity,
        "message": row.message,
        "against": row.against,
        "evidence": _pairs(row.evidence),
    }


LISTS: Mapping[str, Callable[[Any], Json]] = MappingProxyType(
    {
        "commitments": _commitment,
        "partnerships": _partnership,
        "figures": _figure,
        "anniversaries": _anniversary,
        "initiatives": _initiative,
        "phrases": _phrase,
        "events": _event,
        "checks": _check,
    }
)
"""For each list of `Reading` how one of its rows is written."""
