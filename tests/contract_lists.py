"""What the contract promises of the lists beside encounters and statements: `list_problems(document)`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

Json = dict[str, Any]

TOPICS = {
    "political relations", "policy", "trade", "investment", "finance", "energy", "connectivity", "infrastructure",
    "industry", "agriculture", "science and technology", "artificial intelligence", "space", "health", "education",
    "culture", "media", "people-to-people", "security", "defence", "climate", "development", "multilateral",
}  # fmt: skip
_TEXT, _LIST, _NUMBER = (str, type(None)), (list,), (int, float)
_DATE = r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?"
_PERIOD = re.compile(rf"{_DATE}|\d{{4}}-H[12]|\d{{4}}-Q[1-4]|{_DATE}/{_DATE}")
_SUPPORT = {"printed", "resolved", "inferred"}

# For each list: the types of its fields, and the words that some of them may hold.
ROWS: dict[str, tuple[dict[str, tuple[type, ...]], dict[str, set[Any]]]] = {
    "commitments": (
        {"encounter": _TEXT, "statement": (int, type(None)), "parties": _LIST, "toward": _LIST, "status": (str,),
         "label": _TEXT, "count": (dict, type(None)), "amount": (dict, type(None)), "deadline": _TEXT, "fields": _LIST},
        {"status": {"signed", "agreed", "pledged", "offered", "called_for", "implemented"}, "support": _SUPPORT,
         "polarity": {"affirmed", "negated", "conditional", "denied"}},
    ),
    "partnerships": (
        {"parties": _LIST, "label": (str,), "level": _TEXT, "change": _TEXT},
        {"change": {"elevated", "established", "reaffirmed", None}, "support": _SUPPORT},
    ),
    "figures": (
        {"value": _NUMBER, "unit": _TEXT, "what": _TEXT, "period": _TEXT, "bound": _TEXT},
        {"bound": {"over", "under", "about", None}, "kind": {"money", "count", "percent", "volume", "streak"},
         "growth": {"rose", "fell", None}, "support": _SUPPORT},
    ),
    "anniversaries": (
        {"n": (int,), "of": (str,), "parties": _LIST, "year": (int, type(None))},
        {"support": _SUPPORT},
    ),
    "initiatives": ({"name": (str,), "entity": (str,)}, {}),
    "phrases": (
        {"id": (str,), "text": (str,)},
        {"form": {"canonical", "variant", "reordered", "translated"}},
    ),
    "events": (
        {"type": (str,), "mode": _TEXT, "context": _LIST, "actor": _LIST, "recipient": _LIST, "status": (str,)},
        {"status": {"held", "planned", "past", "cancelled", "hypothetical", "denied"}, "support": _SUPPORT},
    ),
    "checks": (
        {"kind": (str,), "severity": (str,), "message": (str,), "against": _TEXT},
        {"severity": {"error", "warning", "note"}},
    ),
}  # fmt: skip


def list_problems(document: Json) -> Iterator[str]:
    """Everything in which a reading's lists do not keep the contract."""
    text = document["document"]["text"]
    for name, (types, words) in ROWS.items():
        for at, row in enumerate(document.get(name, [])):
            where = f"{name}[{at}]"
            yield from _fields(row, types, words, where)
            yield from _evidence(row.get("evidence"), text, where)
    yield from _pointers(document)
    yield from _values(document)


def _fields(row: Json, types: dict[str, tuple[type, ...]], words: dict[str, set[Any]], where: str) -> Iterator[str]:
    for key, kinds in types.items():
        if key not in row or type(row[key]) not in kinds:
            yield f"{where}.{key}: {row.get(key, 'missing')!r}"
    for key, allowed in words.items():
        if row.get(key) not in allowed:
            yield f"{where}.{key}: {row.get(key)!r}"


def _evidence(spans: Any, text: str, where: str) -> Iterator[str]:
    if not spans:
        yield f"{where}: no evidence"
        return
    for start, end in spans:
        if not 0 <= start < end <= len(text) or not text[start:end].strip():
            yield f"{where}: no span of the text: [{start}, {end})"
    if [tuple(span) for span in spans] != sorted({tuple(span) for span in spans}):
        yield f"{where}: not in text order, or one twice: {spans}"


def _pointers(document: Json) -> Iterator[str]:
    ids = {row["id"] for row in document.get("encounters", [])} | {None}
    said, events = len(document.get("statements", [])), len(document.get("events", []))
    for name in ("commitments", "figures", "phrases"):
        for at, row in enumerate(document.get(name, [])):
            if row.get("encounter") not in ids:
                yield f"{name}[{at}].encounter: {row['encounter']!r}"
            if row.get("statement") is not None and not 0 <= row["statement"] < said:
                yield f"{name}[{at}].statement: {row['statement']!r}"
    for at, row in enumerate(document.get("statements", [])):
        if row.get("event") is not None and not 0 <= row["event"] < events:
            yield f"statements[{at}].event: {row['event']!r}"
        if not set(row.get("topics", [])) <= TOPICS:
            yield f"statements[{at}].topics: {row['topics']!r}"


def _values(document: Json) -> Iterator[str]:
    text = document["document"]["text"]
    for at, row in enumerate(document.get("commitments", [])):
        if not row["parties"] or not set(row["fields"]) <= TOPICS:
            yield f"commitments[{at}]: parties {row['parties']!r}, fields {row['fields']!r}"
        if row["deadline"] is not None and not re.fullmatch(_DATE, row["deadline"]):
            yield f"commitments[{at}].deadline: {row['deadline']!r}"
    for at, row in enumerate(document.get("figures", [])):
        if row["period"] is not None and not _PERIOD.fullmatch(row["period"]):
            yield f"figures[{at}].period: {row['period']!r}"
    for at, row in enumerate(document.get("phrases", [])):
        if all(text[start:end] != row["text"] for start, end in row["evidence"]):
            yield f"phrases[{at}]: its text is not what it was read from"
