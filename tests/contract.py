"""What `communique.reading/1` promises, checked on a finished JSON object (docs/reading.md): `problems(document)`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from contract_lists import list_problems

Json = dict[str, Any]

KINDS = {"meeting", "call", "video_call", "letter", "visit", "summit", "signing", "ceremony", "other"}
STATUSES = {"held", "planned", "past", "postponed", "cancelled", "denied"}
LEVELS = {"state", "official", "official_working", "working", "private", "transit", None}
SUPPORT = {"printed", "resolved", "inferred"}
FURNITURE = {
    "menu", "caption", "credit", "comments", "share", "header", "title", "standfirst", "byline", "dateline",
    "related", "other",
}  # fmt: skip
ORIGIN_HOW = {"credit", "dateline", "byline", "attribution"}
DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?")
COUNTRY = re.compile(r"[A-Z]{3}")

_DOCUMENT = {
    "id": str, "path": (str, type(None)), "url": (str, type(None)), "text": str, "language": (str, type(None)),
    "title": (str, type(None)), "title_span": (list, type(None)), "byline": (str, type(None)),
    "outlet": (str, type(None)), "published": (dict, type(None)), "body": list, "furniture": list, "origins": list,
}  # fmt: skip
_PARTY = {"name": (str, type(None)), "country": (str, type(None)), "entity": (str, type(None)), "support": str,
          "evidence": list}  # fmt: skip
_ENCOUNTER = {
    "id": str, "part_of": (str, type(None)), "kind": str, "status": str, "main": bool, "participants": list,
    "accompanying": list, "level": (str, type(None)), "initiator": (dict, type(None)),
    "sidelines_of": (str, type(None)), "place": (dict, type(None)), "start": (str, type(None)),
    "end": (str, type(None)), "how": (str, type(None)), "support": str, "evidence": list,
}  # fmt: skip
_STATEMENT = {
    "encounter": (str, type(None)), "speaker": dict, "toward": (dict, type(None)), "mode": str,
    "cue": (list, type(None)), "source": (list, type(None)), "content": list, "via": list, "support": str,
    "evidence": list,
}  # fmt: skip


def problems(document: Json) -> list[str]:
    """Everything in which the object does not keep the contract; empty where it does."""
    return list(_problems(document))


def _problems(row: Json) -> Iterator[str]:
    if row.get("schema") != "communique.reading/1":
        yield f"schema: {row.get('schema')!r}"
    if "error" in row:
        for key in ("kind", "message", "mend"):
            if not (isinstance(row["error"].get(key), str) and row["error"][key]):
                yield f"error.{key} is missing"
        if "encounters" in row or "statements" in row:
            yield "a failed input has no lists"
        return
    if not re.fullmatch(r"\d+\.\d+\.\d+[^+]*\+kb\d{4}\.\d+\S*", str(row.get("reader"))):
        yield f"reader: {row.get('reader')!r}"
    page = row["document"]
    text = page["text"]
    yield from _typed(page, _DOCUMENT, "document")
    yield from _article(page, text)
    if page.get("unread"):
        if "encounters" in row or "statements" in row:
            yield "a text that is not parsed has no lists"
        for at, party in enumerate(row.get("names", [])):
            yield from _party(party, text, f"names[{at}]")
        return
    for key in ("encounters", "statements"):
        if not isinstance(row.get(key), list):
            yield f"{key}: no list"
            return
    yield from _encounters(row["encounters"], text)
    ids = {encounter["id"] for encounter in row["encounters"]}
    for at, statement in enumerate(row["statements"]):
        yield from _statement(statement, text, ids, f"statements[{at}]")
    yield from list_problems(row)


def _typed(row: Json, types: dict[str, Any], where: str) -> Iterator[str]:
    for key, kind in types.items():
        if key not in row:
            yield f"{where}.{key} is missing"
        elif not isinstance(row[key], kind):
            yield f"{where}.{key} is {type(row[key]).__name__}"


def _span(span: Any, text: str, where: str) -> Iterator[str]:
    right = isinstance(span, list) and len(span) == 2 and all(type(n) is int for n in span)
    if not right or not 0 <= span[0] < span[1] <= len(text):
        yield f"{where}: no span of the text: {span!r}"
    elif not text[span[0] : span[1]].strip():
        yield f"{where}: only white space: {span!r}"


def _spans(spans: list[Any], text: str, where: str, *, empty: bool = False) -> Iterator[str]:
    if not spans and not empty:
        yield f"{where}: empty"
    for span in spans:
        yield from _span(span, text, where)
    if [tuple(span) for span in spans] != sorted({tuple(span) for span in spans}):
        yield f"{where}: not in text order, or one twice: {spans}"


def _article(page: Json, text: str) -> Iterator[str]:
    if not re.fullmatch(r"sha256:[0-9a-f]{64}", page["id"]):
        yield f"document.id: {page['id']!r}"
    if page["title_span"] is not None:
        yield from _span(page["title_span"], text, "title_span")
    yield from _spans(page["body"], text, "body", empty=True)
    for row in page["furniture"]:
        yield from _span(row["span"], text, "furniture")
        if row["kind"] not in FURNITURE:
            yield f"furniture kind {row['kind']!r}"
    taken = sorted([tuple(s) for s in page["body"]] + [tuple(row["span"]) for row in page["furniture"]])
    for one, two in pairwise(taken):
        if one[1] > two[0]:
            yield f"body and furniture overlap: {one} {two}"
    published = page["published"]
    if published is not None:
        if not DATE.fullmatch(published["date"]):
            yield f"published.date: {published['date']!r}"
        if published["time"] is not None and not TIME.fullmatch(published["time"]):
            yield f"published.time: {published['time']!r}"
        if not published["how"]:
            yield "published.how is missing"
        yield from _spans(published["evidence"], text, "published", empty=published["how"] == "given")
    for origin in page["origins"]:
        if not origin["name"] or origin["how"] not in ORIGIN_HOW:
            yield f"origin: {origin!r}"
        yield from _spans(origin["evidence"], text, f"origin {origin['name']}")


def _party(party: Json, text: str, where: str, *, empty: bool = False, unknown: bool = False) -> Iterator[str]:
    yield from _typed(party, _PARTY, where)
    if party["support"] not in SUPPORT:
        yield f"{where}.support: {party['support']!r}"
    if not (unknown or party["name"] or party["country"] or party.get("countries")):
        yield f"{where}: neither name nor country"
    yield from _spans(party["evidence"], text, f"{where}.evidence", empty=empty)


def _encounters(rows: list[Json], text: str) -> Iterator[str]:
    ids = [row["id"] for row in rows]
    if len(set(ids)) != len(ids):
        yield f"encounter ids twice: {ids}"
    for row in rows:
        yield from _encounter(row, text, set(ids), f"encounter {row['id']}")


def _encounter(row: Json, text: str, ids: set[str], where: str) -> Iterator[str]:
    yield from _typed(row, _ENCOUNTER, where)
    for key, allowed in (("kind", KINDS), ("status", STATUSES), ("level", LEVELS), ("support", SUPPORT)):
        if row[key] not in allowed:
            yield f"{where}.{key}: {row[key]!r}"
    if row["part_of"] is not None and (row["part_of"] not in ids or row["part_of"] == row["id"]):
        yield f"{where}.part_of: {row['part_of']!r}"
    for key in ("participants", "accompanying"):
        for at, party in enumerate(row[key]):
            yield from _party(party, text, f"{where}.{key}[{at}]")
    for key in ("start", "end"):
        if row[key] is not None and not DATE.fullmatch(row[key]):
            yield f"{where}.{key}: {row[key]!r}"
    if row["start"] is not None and not row["how"]:
        yield f"{where}: dated without a rule"
    if row["end"] is not None and row["start"] is None:
        yield f"{where}: an end without a start"
    place = row["place"]
    if place is not None:
        if not (place["city"] or place["country"] or place["venue"]):
            yield f"{where}.place is empty"
        yield from _spans(place["evidence"], text, f"{where}.place")
    if row["initiator"] is not None:
        if row["initiator"]["how"] not in ("invitation", "request"):
            yield f"{where}.initiator: {row['initiator']!r}"
        yield from _spans(row["initiator"]["evidence"], text, f"{where}.initiator")
    yield from _spans(row.get("date_evidence", []), text, f"{where}.date_evidence", empty=True)
    yield from _spans(row["evidence"], text, where)


def _statement(row: Json, text: str, ids: set[str], where: str) -> Iterator[str]:
    yield from _typed(row, _STATEMENT, where)
    if row["mode"] not in ("direct", "indirect", "mixed") or row["support"] not in SUPPORT:
        yield f"{where}: mode {row['mode']!r}, support {row['support']!r}"
    if row["encounter"] is not None and row["encounter"] not in ids:
        yield f"{where}.encounter: {row['encounter']!r}"
    # "He said ..." of somebody whom the text does not name is a statement, as long as the words for him are shown.
    yield from _party(row["speaker"], text, f"{where}.speaker", empty=True, unknown=row["source"] is not None)
    for key in ("cue", "source"):
        if row[key] is not None:
            yield from _span(row[key], text, f"{where}.{key}")
    yield from _spans(row["content"], text, f"{where}.content")
    yield from _spans(row["evidence"], text, f"{where}.evidence")
    yield from _spans(row.get("insertions", []), text, f"{where}.insertions", empty=True)
    yield from _spans(row.get("via_evidence", []), text, f"{where}.via_evidence", empty=not row["via"])
    for span in row.get("insertions", []):
        if not any(piece[0] <= span[0] and span[1] <= piece[1] for piece in row["content"]):
            yield f"{where}: an insertion outside the content"
