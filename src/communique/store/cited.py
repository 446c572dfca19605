"""What a footnote needs of an article, without its whole reading."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass

from communique.model.span import Span


@dataclass(frozen=True, slots=True)
class Page:
    """An article as a footnote names it; published is its day, voice its independent origin.

    steps is how many are named in its chain: the agency's own page has fewer than those that republish it.
    """

    article: str
    outlet: str | None
    published: str | None
    title: str | None
    path: str | None
    voice: str | None
    steps: int | None


@dataclass(frozen=True, slots=True)
class Text:
    """The text of an article, the blocks of its body, and when it came out with time and zone as printed."""

    text: str
    body: tuple[Span, ...]
    published: str | None


def page(connection: sqlite3.Connection, article: str) -> Page | None:
    """How an article is named; None where the record does not have it."""
    row = connection.execute(
        "select id, outlet, published, title, (select min(path) from inputs where digest = id and state = 'read'),"
        " voice, (select count(*) from json_each(chain, '$.steps') where json_extract(value, '$.name') is not null)"
        " from articles left join chains on article = number where id = ?",
        (article,),
    ).fetchone()
    return Page(*row) if row else None


def text(connection: sqlite3.Connection, article: str) -> Text | None:
    """The text of an article; None where the record does not have it."""
    row = connection.execute(
        "select text, json_extract(reading, '$.document.body'), json_extract(reading, '$.document.published')"
        " from articles join readings on article = number where id = ?",
        (article,),
    ).fetchone()
    if row is None:
        return None
    when = json.loads(row[2]) if row[2] else None
    printed = " ".join(part for part in (when["date"], when["time"], when["zone"]) if part) if when else None
    return Text(row[0], tuple(Span(start, end) for start, end in json.loads(row[1])), printed)
