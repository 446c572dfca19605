"""`communique relation`: the card of two parties."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from typing import Any, NoReturn

from communique.cli.asked import knowledge, opened, party
from communique.cli.build import unusable
from communique.cli.rowsout import print_json
from communique.cli.sheets import print_sheet
from communique.cli.timeline import cited, outline_row
from communique.model.answer import Cited
from communique.model.record import MergedRow
from communique.model.relation import Relation


def relation(asked: argparse.Namespace, refuse: Callable[[str], NoReturn]) -> int:
    """Answer what was asked for; the exit code."""
    from communique.analyse.sheets import relation as laid_out
    from communique.analyse.sheets.words import named
    from communique.run.answers.relation import relation_of, sentences
    from communique.store.faults import StoreError

    kb = knowledge(asked.knowledge, refuse)
    one, other = (party(kb, typed, refuse, "PARTY") for typed in (asked.one, asked.other))
    if one == other:
        refuse("a relation needs two parties")
    try:
        with opened(asked.db) as connection:
            card = relation_of(connection, (one, other), kb)
            told = sentences(connection, card)
    except StoreError as error:
        return unusable(error)
    if asked.json:
        print_json([document(card, told)])
    else:
        print_sheet(laid_out.sheet(card, named(kb), told, kb), asked)
    return 0


def document(card: Relation, told: Mapping[str, tuple[Cited, ...]]) -> dict[str, Any]:
    """The card as plain values; every row with its sentences."""
    from communique.cli.ledger import document as promise
    from communique.cli.listed import as_row

    def evidence(id_: str) -> list[dict[str, Any]]:
        return [cited(one) for one in told.get(id_, ())]

    def row(one: MergedRow) -> dict[str, Any]:
        return {**as_row(one), "evidence": evidence(one.id)}

    return {
        "parties": list(card.parties),
        "newest_article": str(card.timeline.until) if card.timeline.until else None,
        "label": row(card.label) if card.label else None,
        "labels": [row(one) for one in card.labels],
        "last": dict(card.timeline.last),
        "met": [{**outline_row(one), "evidence": evidence(one.id)} for one in card.met],
        "ahead": [{**outline_row(one), "evidence": evidence(one.id)} for one in card.ahead],
        "promises": [promise(one, told) for one in card.promises],
        "figures": [row(one) for one in card.figures],
        "disputes": [
            {
                "about": dispute.about.id,
                "field": dispute.contradiction.field,
                "values": [
                    {"value": one.value, "articles": len({p.article for p in one.places}), "origins": len(one.voices)}
                    for one in dispute.contradiction.values
                ],
                "explanation": dispute.contradiction.explanation,
                "evidence": evidence(f"dispute:{at}"),
            }
            for at, dispute in enumerate(card.disputes)
        ],
    }
