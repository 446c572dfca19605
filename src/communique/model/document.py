"""The JSON form of a reading: the contract `communique.reading/1` (docs/reading.md)."""

from __future__ import annotations

from typing import Any

from communique.model.article import Article, Published
from communique.model.document_lists import LISTS
from communique.model.reading import Encounter, Failure, Party, Reading, Statement
from communique.model.span import Span

SCHEMA = "communique.reading/1"

Json = dict[str, Any]


def _pair(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


def _pairs(spans: tuple[Span, ...]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def reading_document(reading: Reading) -> Json:
    """One reading as the object that `communique read --json` prints."""
    out: Json = {"schema": SCHEMA, "reader": reading.reader, "document": article_document(reading.article)}
    if reading.encounters is not None:
        out["encounters"] = [_encounter(row) for row in reading.encounters]
    if reading.statements is not None:
        out["statements"] = [_statement(row) for row in reading.statements]
    if reading.encounters is None and reading.statements is None:
        out["names"] = [_party(row) for row in reading.names]
    for name, write in LISTS.items():
        rows = getattr(reading, name)
        if rows is not None:
            out[name] = [write(row) for row in rows]
    return out


def failure_document(failure: Failure) -> Json:
    """An input that could not be read, as the object that `communique read --json` prints."""
    document: Json = {"path": failure.path}
    if failure.id:
        document["id"] = failure.id
    return {
        "schema": SCHEMA,
        "document": document,
        "error": {"kind": failure.kind, "message": failure.message, "mend": failure.mend},
    }


def article_document(article: Article) -> Json:
    """The `document` part of a reading."""
    out: Json = {
        "id": article.id,
        "path": article.path,
        "url": article.url,
        "text": article.text,
        "language": article.language,
        "title": article.title,
        "title_span": _pair(article.title_span),
        "byline": article.byline.text if article.byline else None,
        "outlet": article.outlet,
        "published": _published(article.published),
        "body": _pairs(article.body),
        "furniture": [{"span": _pair(row.span), "kind": row.kind} for row in article.furniture],
        "origins": [
            {"name": row.name, "entity": row.entity, "how": row.how, "evidence": _pairs(row.evidence)}
            for row in article.origins
        ],
    }
    if article.credits:
        out["credits"] = [
            {
                "kind": row.kind,
                "origin": row.origin,
                "entity": row.entity,
                "scope": _pair(row.scope),
                "evidence": _pairs(row.evidence),
            }
            for row in article.credits
        ]
    if article.mended:
        out["mended"] = list(article.mended)
    if article.unread:
        out["unread"] = article.unread
    return out


def _published(published: Published | None) -> Json | None:
    if published is None:
        return None
    return {
        "date": str(published.date),
        "time": published.time,
        "zone": published.zone,
        "how": published.how,
        "evidence": _pairs(published.evidence),
    }


def _party(party: Party) -> Json:
    out: Json = {"name": party.name, "country": party.country, "entity": party.entity}
    if party.role:
        out["role"] = party.role
    if party.countries:
        out["countries"] = list(party.countries)
    out |= {"support": party.support, "evidence": _pairs(party.evidence)}
    if party.how:
        out["how"] = party.how
    return out


def _encounter(row: Encounter) -> Json:
    place = row.place
    initiator = row.initiator
    return {
        "id": row.id,
        "part_of": row.part_of,
        "kind": row.kind,
        "status": row.status,
        "main": row.main,
        "participants": [_party(party) for party in row.participants],
        "accompanying": [_party(party) for party in row.accompanying],
        "level": row.level,
        "initiator": initiator
        and {"country": initiator.country, "how": initiator.how, "evidence": _pairs(initiator.evidence)},
        "sidelines_of": row.sidelines_of,
        "place": place
        and {
            "city": place.city,
            "country": place.country,
            "venue": place.venue,
            "evidence": _pairs(place.evidence),
        },
        "start": row.start and str(row.start),
        "end": row.end and str(row.end),
        "how": row.how,
        "date_evidence": _pairs(row.date_evidence),
        "support": row.support,
        "evidence": _pairs(row.evidence),
    }


def _statement(row: Statement) -> Json:
    return {
        "encounter": row.encounter,
        "speaker": _party(row.speaker),
        "toward": row.toward and {"name": row.toward.name, "country": row.toward.country, "entity": row.toward.entity},
        "mode": row.mode,
        "cue": _pair(row.cue),
        "source": _pair(row.source),
        "content": _pairs(row.content),
        "insertions": _pairs(row.insertions),
        "via": list(row.via),
        "via_evidence": _pairs(row.via_evidence),
        "topics": list(row.topics),
        "force": row.force,
        "event": row.event,
        "support": row.support,
        "how": row.how,
        "evidence": _pairs(row.evidence),
    }
