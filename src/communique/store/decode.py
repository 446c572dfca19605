"""A stored reading as the types of the model."""

from __future__ import annotations

import json
from typing import Any

from communique.model.article import Article, Credit, Furniture, Origin, Printed, Published
from communique.model.dates import PartialDate
from communique.model.reading import Encounter, Initiator, Party, Place, Reading, Statement
from communique.model.span import Span
from communique.store.decode_lists import lists_of

Json = dict[str, Any]


def reading_of(stored: str, text: str, path: str | None = None) -> Reading:
    """The reading that `encode.stored` wrote, with its text.

    Raises ValueError, KeyError or TypeError where it is no such thing.
    """
    row = json.loads(stored)
    kept: Json = row.get("kept", {})
    toward: Json = kept.get("toward", {})
    names = kept.get("names", row.get("names", []))
    met, said = row.get("encounters"), row.get("statements")
    return Reading(
        _article(row["document"], kept, text, path),
        row["reader"],
        None if met is None else tuple(map(_encounter, met)),
        None if said is None else tuple(_statement(one, toward.get(str(at))) for at, one in enumerate(said)),
        tuple(map(_party, names)),
        **lists_of(row),
    )


def _span(pair: list[int] | None) -> Span | None:
    return None if pair is None else Span(pair[0], pair[1])


def _spans(pairs: list[list[int]]) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in pairs)


def _date(text: str | None) -> PartialDate | None:
    return PartialDate.parse(text) if text else None


def _article(row: Json, kept: Json, text: str, path: str | None) -> Article:
    byline = row["byline"]
    return Article(
        id=row["id"],
        text=text,
        path=path,
        url=row["url"],
        language=row["language"],
        title=row["title"],
        title_span=_span(row["title_span"]),
        byline=None if byline is None else Printed(byline, _spans(kept["byline"])),
        outlet=row["outlet"],
        published=_published(row["published"]),
        body=_spans(row["body"]),
        furniture=tuple(Furniture(Span(*one["span"]), one["kind"]) for one in row["furniture"]),
        origins=tuple(
            Origin(one["name"], one["how"], _spans(one["evidence"]), one["entity"]) for one in row["origins"]
        ),
        credits=tuple(
            Credit(one["kind"], one["origin"], one["entity"], _spans(one["evidence"]), _span(one["scope"]))
            for one in row.get("credits", ())
        ),
        mended=tuple(row.get("mended", ())),
        unread=row.get("unread"),
        datelines=_spans(kept.get("datelines", [])),
    )


def _published(row: Json | None) -> Published | None:
    if row is None:
        return None
    return Published(PartialDate.parse(row["date"]), row["how"], _spans(row["evidence"]), row["time"], row["zone"])


def _party(row: Json) -> Party:
    return Party(
        row["name"],
        row["country"],
        _spans(row["evidence"]),
        row["entity"],
        row.get("role"),
        tuple(row.get("countries", ())),
        row["support"],
        row.get("how"),
    )


def _encounter(row: Json) -> Encounter:
    place, asked = row["place"], row["initiator"]
    return Encounter(
        id=row["id"],
        kind=row["kind"],
        status=row["status"],
        main=row["main"],
        participants=tuple(map(_party, row["participants"])),
        evidence=_spans(row["evidence"]),
        part_of=row["part_of"],
        accompanying=tuple(map(_party, row["accompanying"])),
        level=row["level"],
        initiator=Initiator(asked["country"], asked["how"], _spans(asked["evidence"])) if asked else None,
        sidelines_of=row["sidelines_of"],
        place=Place(place["city"], place["country"], place["venue"], _spans(place["evidence"])) if place else None,
        start=_date(row["start"]),
        end=_date(row["end"]),
        how=row["how"],
        date_evidence=_spans(row["date_evidence"]),
        support=row["support"],
    )


def _statement(row: Json, toward: Json | None) -> Statement:
    return Statement(
        speaker=_party(row["speaker"]),
        mode=row["mode"],
        content=_spans(row["content"]),
        cue=_span(row["cue"]),
        source=_span(row["source"]),
        evidence=_spans(row["evidence"]),
        encounter=row["encounter"],
        toward=_party(toward) if toward else None,
        via=tuple(row["via"]),
        via_evidence=_spans(row["via_evidence"]),
        insertions=_spans(row["insertions"]),
        support=row["support"],
        how=row["how"],
        topics=tuple(row.get("topics", ())),
        force=row.get("force"),
        event=row.get("event"),
    )
