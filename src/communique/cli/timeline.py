"""`communique timeline`: when and how some parties were in contact."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from typing import Any, NoReturn

from communique.analyse.sheets.words import source
from communique.cli.asked import date, knowledge, opened, party
from communique.cli.build import unusable
from communique.cli.rowsout import print_csv, print_json
from communique.cli.sheets import print_sheet
from communique.model.answer import KINDS, Cited, Outline, Timeline
from communique.model.record import MergedRow

COLUMNS = (
    "id", "what", "start", "end", "kind", "status", "text", "who", "parties", "city", "country", "whole", "articles",
    "outlets", "origins", "disputed", "source", "words",
)  # fmt: skip


def timeline(asked: argparse.Namespace, refuse: Callable[[str], NoReturn]) -> int:
    """Answer what was asked for; the exit code."""
    from communique.analyse.sheets import timeline as laid_out
    from communique.analyse.sheets.words import named
    from communique.run.answers.timeline import timeline_of, with_sentences
    from communique.store.faults import StoreError

    kb = knowledge(asked.knowledge, refuse)
    parties = list(dict.fromkeys(party(kb, typed, refuse, "PARTY") for typed in asked.parties))
    since, until = date("since", asked.since, refuse), date("until", asked.until, refuse)
    try:
        with opened(asked.db) as connection:
            found = with_sentences(connection, timeline_of(connection, parties, since=since, until=until))
    except StoreError as error:
        return unusable(error)
    if asked.counts:
        (print_json if asked.json else _counts_csv)(count_rows(found))
    elif asked.json:
        print_json([document(found)])
    elif asked.csv:
        print_csv(COLUMNS, entries(found))
    else:
        print_sheet(laid_out.sheet(found, named(kb)), asked)
    return 0


def _counts_csv(rows: Iterator[dict[str, Any]]) -> None:
    print_csv(("year", *KINDS, "occasions"), rows)


def count_rows(found: Timeline) -> Iterator[dict[str, Any]]:
    """A row a year: how many of every kind, zeros included."""
    for year, row in found.counts.items():
        yield {"year": year, **row}


def document(found: Timeline) -> dict[str, Any]:
    """The whole timeline as plain values; every entry with its sentences."""
    return {
        "parties": list(found.parties),
        "newest_article": str(found.until) if found.until else None,
        "last": dict(found.last),
        "gaps": [
            {"after": gap.after, "before": gap.before, "last": str(gap.last), "next": str(gap.next), "days": gap.days}
            for gap in found.gaps
        ],
        "counts": list(count_rows(found)),
        "undated": found.undated,
        "called_off": found.called_off,
        "ahead": list(found.ahead),
        "entries": [{**row, "evidence": evidence(found, row["id"])} for row in entries(found)],
    }


def evidence(found: Timeline, id_: str) -> list[dict[str, Any]]:
    """The sentences behind an entry."""
    return [cited(one) for one in (found.cited or {}).get(id_, ())]


def cited(one: Cited) -> dict[str, Any]:
    """A sentence as plain values; start and end are its characters in the text of the article."""
    return {
        "article": one.article,
        "outlet": one.outlet,
        "published": one.published,
        "path": one.path,
        "start": one.sentence.start,
        "end": one.sentence.end,
        "marked": [[span.start, span.end] for span in one.marked],
        "words": one.words,
    }


def entries(found: Timeline) -> Iterator[dict[str, Any]]:
    """Encounters, levels, agreements and phrases as rows, list by list, each in the order of time."""
    for met in found.encounters:
        yield outline_row(met) | _first(found, met.id)
    for row in (*found.levels, *found.agreements, *found.phrases):
        yield _row(row) | _first(found, row.id)


def _first(found: Timeline, id_: str) -> dict[str, Any]:
    first = next(iter((found.cited or {}).get(id_, ())), None)
    if first is None:
        return {"source": None, "words": None}
    return {"source": source(first), "words": first.words}


def outline_row(row: Outline) -> dict[str, Any]:
    """An encounter in a line as plain values."""
    return {
        "id": row.id, "what": "encounter", "start": str(row.start) if row.start else None,
        "end": str(row.end) if row.end else None, "kind": row.kind, "status": row.status, "text": None,
        "who": list(row.who), "parties": list(row.countries), "city": row.city, "country": row.country,
        "whole": row.whole, "articles": row.articles, "outlets": row.outlets, "origins": row.origins,
        "disputed": list(row.disputed),
    }  # fmt: skip


def _row(row: MergedRow) -> dict[str, Any]:
    def value(field: str) -> str | None:
        return next((one.value for one in row.values.get(field, ()) if not one.rejected), None)

    return {
        "id": row.id, "what": row.list.removesuffix("s"), "start": str(row.day) if row.day else None, "end": None,
        "kind": value("level") or value("id"), "status": value("status") or value("change"),
        "text": value("label") or row.text, "who": [], "parties": list(row.parties), "city": None, "country": None,
        "whole": row.encounter, "articles": row.articles, "outlets": row.outlets, "origins": len(row.voices),
        "disputed": [dispute.field for dispute in row.contradictions],
    }  # fmt: skip
