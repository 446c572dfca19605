"""`communique ledger`: what was promised, by whom, and what became of it."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NoReturn

from communique.cli.asked import date, knowledge, opened, party
from communique.cli.build import unusable
from communique.cli.rowsout import print_csv, print_json
from communique.cli.sheets import print_sheet
from communique.cli.timeline import cited
from communique.model.answer import Cited
from communique.model.dates import PartialDate
from communique.model.undertaking import State, Undertaking

COLUMNS = (
    "id", "state", "status", "what", "bound", "toward", "fields", "amount", "count", "deadline", "overdue", "first",
    "last", "repeated", "steps", "articles", "origins", "disputed", "course",
)  # fmt: skip


def ledger(asked: argparse.Namespace, refuse: Callable[[str], NoReturn]) -> int:
    """Answer what was asked for; the exit code."""
    from communique.analyse.ledger import narrowed
    from communique.analyse.sheets import ledger as laid_out
    from communique.analyse.sheets.words import listed, named
    from communique.run.answers.ledger import ledger_of, sentences
    from communique.store.faults import StoreError

    kb = knowledge(asked.knowledge, refuse)
    parties = list(dict.fromkeys(party(kb, typed, refuse, "PARTY") for typed in asked.parties))
    if asked.overdue and not asked.as_of:
        refuse("--overdue: by which day? give it with --as-of DATE (communique does not look at the clock)")
    day = date("as-of", asked.as_of, refuse)
    try:
        with opened(asked.db) as connection:
            whole = ledger_of(connection, parties, kb, field=asked.field, as_of=PartialDate.parse(day) if day else None)
            states: tuple[State, ...] = ("open", "reported") if asked.open else ()
            found = narrowed(whole, states=states, overdue=asked.overdue, repeated=asked.repeated, calls=asked.calls)[
                : asked.limit
            ]
            told = {} if asked.csv else sentences(connection, found)
    except StoreError as error:
        return unusable(error)
    if asked.json:
        print_json(document(row, told) for row in found)
    elif asked.csv:
        print_csv(COLUMNS, map(as_row, found))
    else:
        called = named(kb)
        title = f"Ledger: {listed(map(called, parties))}" if parties else "Ledger"
        print_sheet(laid_out.sheet(found, called, told, title), asked)
    return 0


def as_row(row: Undertaking) -> dict[str, Any]:
    """An undertaking as plain values."""
    from communique.analyse.undertakings import leading

    articles = {place.article for step in row.steps for place in _places(step)}
    return {
        "id": row.id, "state": row.state, "status": row.status, "what": row.label or row.steps[-1].text,
        "bound": list(row.bound), "toward": list(row.toward), "fields": list(row.fields), "amount": row.amount,
        "count": row.count, "deadline": str(row.deadline) if row.deadline else None, "overdue": row.overdue,
        "first": str(row.first) if row.first else None, "last": str(row.last) if row.last else None,
        "repeated": row.repeated, "steps": len(row.steps), "articles": len(articles),
        "origins": len({voice for step in row.steps for voice in step.voices}), "disputed": row.disputed,
        "course": [f"{step.day or 'not dated'} {leading(step, 'status')} {step.id}" for step in row.steps],
    }  # fmt: skip


def _places(step: Any) -> Iterator[Any]:
    for values in step.values.values():
        for value in values:
            yield from value.places


def document(row: Undertaking, told: Mapping[str, tuple[Cited, ...]]) -> dict[str, Any]:
    """The same with every step and its sentences."""
    from communique.cli.listed import as_row as step_row

    steps = [{**step_row(step), "evidence": [cited(one) for one in told.get(step.id, ())]} for step in row.steps]
    return {**as_row(row), "deadlines": [str(day) for day in row.deadlines], "course": steps}
