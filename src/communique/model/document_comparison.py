"""The JSON form of a comparison: the contract `communique.comparison/1` (docs/compare.md)."""

from __future__ import annotations

from typing import Any

from communique.model.comparison import Account, Cell, Comparison, Earlier, Line, PhraseLine, Use, tally
from communique.model.reading import Party
from communique.model.span import Span

SCHEMA = "communique.comparison/1"
Json = dict[str, Any]


def comparison_document(found: Comparison) -> Json:
    """One comparison as the object that `communique compare --json` prints."""
    return {
        "schema": SCHEMA,
        "manner": found.manner,
        "left": _account(found.left),
        "right": _account(found.right),
        "parties": list(found.parties),
        "counts": {
            "phrases": tally(row.line for row in found.phrases),
            "statements": tally(line for speech in found.speeches for line in speech.lines),
            "joint": tally(found.joint),
            "commitments": tally(found.commitments),
            "identical_sentences": found.identical,
        },
        "facts": [_line(line) for line in found.facts],
        "phrases": [_phrase(row) for row in found.phrases],
        "labels": [_line(line) for line in found.labels],
        "speeches": [
            {"speaker": _party(speech.speaker), "lines": [_line(line) for line in speech.lines]}
            for speech in found.speeches
        ],
        "joint": [_line(line) for line in found.joint],
        "commitments": [_line(line) for line in found.commitments],
        "passages": [_line(line) for line in found.passages],
        "notes": list(found.notes),
    }


def _account(row: Account) -> Json:
    return {
        "label": row.label,
        "side": row.side,
        "encounter": row.encounter,
        "told": row.told,
        "day": str(row.day) if row.day else None,
        "sources": [
            {
                "article": one.article,
                "title": one.title,
                "outlet": one.outlet,
                "path": one.path,
                "url": one.url,
                "published": one.published,
                "origin": one.origin,
                "words": one.words,
                "language": one.language,
                "unread": one.unread,
                "copies": one.copies,
            }
            for one in row.sources
        ],
    }


def _line(line: Line) -> Json:
    return {
        "label": line.label,
        "standing": line.standing,
        "left": _cell(line.left),
        "right": _cell(line.right),
        "topics": list(line.topics),
        "flags": list(line.flags),
        "moved": list(line.moved) if line.moved else None,
        "original": list(line.original),
        "likeness": line.likeness,
    }


def _cell(cell: Cell | None) -> Json | None:
    if cell is None:
        return None
    return {
        "article": cell.article,
        "evidence": [_span(span) for span in cell.spans],
        "texts": list(cell.texts),
        "cue": _span(cell.cue) if cell.cue else None,
        "cue_text": cell.cue_text,
        "value": cell.value,
        "speaker": _party(cell.speaker) if cell.speaker else None,
        "sentence": _span(cell.sentence),
        "sentence_text": cell.sentence_text,
        "paragraph": cell.paragraph,
        "differing": [_span(span) for span in cell.differing],
        "also": [{"article": article, "sentence": _span(span)} for article, span in cell.also],
    }


def _span(span: Span) -> list[int]:
    return [span.start, span.end]


def _party(party: Party) -> Json:
    return {
        "name": party.name,
        "country": party.country,
        "countries": list(party.countries),
        "entity": party.entity,
    }


def _phrase(row: PhraseLine) -> Json:
    return {
        **_line(row.line),
        "id": row.id,
        "name": row.name,
        "original": list(row.original),
        "owner": list(row.owner),
        "since": str(row.since) if row.since else None,
        "instead": list(row.instead),
        "earlier": _earlier(row.earlier),
    }


def _earlier(row: Earlier | None) -> Json | None:
    if row is None:
        return None
    return {
        "first": _use(row.first) if row.first else None,
        "count": row.count,
        "pair": [_use(one) for one in row.pair],
    }


def _use(row: Use) -> Json:
    return {
        "day": str(row.day) if row.day else None,
        "encounter": row.encounter,
        "what": row.what,
        "articles": list(row.articles),
    }
