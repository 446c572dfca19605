"""`communique news`: what is new in a record."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NoReturn

from communique.cli.asked import date, knowledge, opened, party
from communique.cli.build import unusable
from communique.cli.rowsout import print_csv, print_json
from communique.cli.sheets import print_sheet
from communique.cli.timeline import cited, outline_row
from communique.model.answer import Outline
from communique.model.news import News

COLUMNS = (
    "news", "id", "what", "day", "text", "parties", "fields", "before", "now", "new_origins", "new_articles",
    "new_statements", "articles", "origins",
)  # fmt: skip


def news(asked: argparse.Namespace, refuse: Callable[[str], NoReturn]) -> int:
    """Answer what was asked for; the exit code."""
    from communique.analyse.sheets import news as laid_out
    from communique.analyse.sheets.words import listed, named
    from communique.run.answers.news import look, looked, news_of
    from communique.store import since as stored
    from communique.store.faults import StoreError

    kb = knowledge(asked.knowledge, refuse)
    parties = list(dict.fromkeys(party(kb, typed, refuse, "PARTY") for typed in asked.parties))
    if (asked.since is None) == (asked.look is None):
        refuse("since when? give --since DATE, or --look FILE (since the last look)")
    since = date("since", asked.since, refuse)
    try:
        with opened(asked.db) as connection:
            known = looked(Path(asked.look)) if asked.look else None
            fresh = stored.published(connection, since) if since else stored.not_among(connection, known or ())
            found = news_of(connection, fresh, parties, asked.field)
            called = named(kb)
            title = _title(listed(map(called, parties)) if parties else "", asked)
            _print(found, asked, lambda: laid_out.sheet(found, called, title))
            if asked.look and not _written(lambda: look(connection, Path(asked.look)), asked.look):
                return 3
    except ValueError as error:
        refuse(f"--look: {error}")
    except StoreError as error:
        return unusable(error)
    return 0


def _written(write: Callable[[], None], path: str) -> bool:
    try:
        write()
    except OSError as error:
        print(f"communique: {path} cannot be written: {error.strerror}", file=sys.stderr)
        return False
    return True


def _title(who: str, asked: argparse.Namespace) -> str:
    when = f"since {asked.since}" if asked.since else "since the last look"
    return f"News {when}" + (f": {who}" if who else "")


def _print(found: News, asked: argparse.Namespace, sheet: Callable[[], Any]) -> None:
    if asked.json:
        print_json(documents(found))
    elif asked.csv:
        print_csv(COLUMNS, as_rows(found))
    else:
        print_sheet(sheet(), asked)


def as_rows(found: News) -> Iterator[dict[str, Any]]:
    """What is new as rows, one a row of the record."""
    for item in found.items:
        about = item.about
        day = about.start if isinstance(about, Outline) else about.day
        yield {
            "news": item.kind, "id": about.id, "day": str(day) if day else None,
            "what": "encounter" if isinstance(about, Outline) else about.list.removesuffix("s"),
            "text": ", ".join((about.kind, *about.who)) if isinstance(about, Outline) else about.text,
            "parties": list(about.countries if isinstance(about, Outline) else about.parties),
            "fields": [*(row.field for row in item.contradictions), *(value.field for value in item.values)],
            "before": [value.before or "" for value in item.values], "now": [value.now for value in item.values],
            "new_origins": item.origins, "new_articles": item.articles, "new_statements": item.said,
            "articles": about.articles, "origins": about.origins if isinstance(about, Outline) else len(about.voices),
        }  # fmt: skip


def documents(found: News) -> Iterator[dict[str, Any]]:
    """The same, whole, with the sentences of the articles since."""
    from communique.cli.listed import as_row

    for row, item in zip(as_rows(found), found.items, strict=True):
        about = outline_row(item.about) if isinstance(item.about, Outline) else as_row(item.about)
        evidence = [cited(one) for one in found.cited.get(item.about.id, ())]
        against = [
            {"field": one.field, "values": [value.value for value in one.values], "explanation": one.explanation}
            for one in item.contradictions
        ]
        yield {**row, "contradictions": against, "row": about, "evidence": evidence}
