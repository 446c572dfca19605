"""`communique show`: one encounter, claim or row of a list of a record, whole."""

from __future__ import annotations

import argparse
import json
import sqlite3
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NoReturn

from communique.cli import listed_show, tree
from communique.cli.asked import knowledge, opened, text, where, who
from communique.cli.build import unusable
from communique.cli.screen import Screen, counted, plain, screen_for
from communique.cli.section import Named
from communique.model.record import Attested, Claim, Contradiction, MergedEncounter, MergedRow

if TYPE_CHECKING:
    from communique.knowledge.base import Knowledge

_LABELS = {
    "status": "status", "start": "when", "end": "until", "city": "city", "country": "country", "venue": "venue",
    "level": "level", "initiator": "asked for by", "sidelines_of": "sidelines of", "kind": "kind",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Whole:
    """An encounter with all that hangs on it."""

    row: MergedEncounter
    outer: MergedEncounter | None
    parts: tuple[MergedEncounter, ...]
    claims: tuple[Claim, ...]
    told: tree.Told
    said: tuple[Contradiction, ...]
    rows: tuple[MergedRow, ...]


def show(asked: argparse.Namespace, refuse: Callable[[str], NoReturn]) -> int:
    """Show what was asked for; the exit code."""
    from communique.cli.read import country_name
    from communique.run.references import UnknownError
    from communique.store.faults import StoreError

    kb = knowledge(asked.knowledge, refuse)
    try:
        with opened(asked.db) as connection:
            found = _found(connection, asked.id, kb)
    except UnknownError as error:
        refuse(str(error))
    except StoreError as error:
        return unusable(error)
    screen = screen_for(sys.stdout, asked.color)
    if asked.json:
        print(json.dumps(_document(found), ensure_ascii=False, separators=(",", ":")))
        return 0
    named: Named = lambda code: country_name(kb, code)  # noqa: E731 - the one line says it
    for line in _lines(found, screen, named):
        print(line)
    return 0


Shown = Whole | tuple[Claim, tree.Told] | tuple[MergedRow, tree.Told]


def _found(connection: sqlite3.Connection, reference: str, kb: Knowledge) -> Shown:
    if reference.startswith("claim-"):
        return _claim(connection, reference, kb)
    if is_row(reference):
        return _row(connection, reference, kb)
    return _whole(connection, reference, kb)


def _lines(found: Shown, screen: Screen, named: Named) -> Iterator[str]:
    if isinstance(found, Whole):
        return _page(found, screen, named)
    thing, told = found
    return (
        _claim_page(thing, told, screen, named) if isinstance(thing, Claim) else listed_show.page(thing, told, screen)
    )


def is_row(reference: str) -> bool:
    """Whether an id is that of a row of a list."""
    from communique.resolve.lists.forms import PREFIXES

    return reference.partition("-")[0] in PREFIXES


def _whole(connection: sqlite3.Connection, reference: str, kb: Knowledge) -> Whole:
    from communique.resolve.disputes import said_differently
    from communique.run.references import encounter_of
    from communique.store import claims, encounters, rows

    row = encounters.one(connection, encounter_of(connection, reference))
    assert row is not None
    found = tree.told(connection, dict.fromkeys(article for article, _ in row.mentions), kb)
    said = claims.of_encounter(connection, row.id)
    outer = encounters.one(connection, row.part_of) if row.part_of else None
    parts = encounters.parts_of(connection, row.id)
    differently = said_differently(said, found.readings, found.chains, found.links)
    return Whole(row, outer, parts, said, found, differently, rows.of_encounter(connection, row.id))


def _claim(connection: sqlite3.Connection, reference: str, kb: Knowledge) -> tuple[Claim, tree.Told]:
    from communique.run.references import claim_of
    from communique.store import claims

    claim = claims.one(connection, claim_of(connection, reference))
    assert claim is not None
    return claim, tree.told(connection, dict.fromkeys(article for article, _ in claim.wordings), kb)


def _row(connection: sqlite3.Connection, reference: str, kb: Knowledge) -> tuple[MergedRow, tree.Told]:
    from communique.run.references import row_of
    from communique.store import rows

    row = rows.one(connection, row_of(connection, reference))
    assert row is not None
    return row, tree.told(connection, dict.fromkeys(article for article, _ in row.tellings), kb)


def _document(found: Shown) -> dict[str, Any]:
    from communique.store.codec import packed
    from communique.store.codec import plain as unpacked

    if not isinstance(found, Whole):
        kind = "claim" if isinstance(found[0], Claim) else "row"
        return {kind: unpacked(packed(found[0])), "origins": tree.as_json(found[1])}
    return {
        "encounter": unpacked(packed(found.row)),
        "parts": [part.id for part in found.parts],
        "said_differently": unpacked(packed(found.said)),
        "claims": [unpacked(packed(claim)) for claim in found.claims],
        "rows": [unpacked(packed(row)) for row in found.rows],
        "origins": tree.as_json(found.told),
    }


def _page(found: Whole, screen: Screen, named: Named) -> Iterator[str]:
    row = found.row
    yield screen.paint(_headline(row, named), "head")
    behind = counted(len(row.voices), "independent origin")
    yield f"{row.id} · {counted(row.articles, 'article')} · {counted(row.outlets, 'outlet')} · {behind}"
    yield ""
    for party, said in row.participants:
        name = plain(party.name) if party.name else named(party.country or "?")
        role = ", ".join(part for part in (plain(party.role or ""), named(party.country or "")) if part)
        # The key is how an unknown person is named in a correction.
        yield from _value(
            "who", f"{name}{f', {role}' if party.name and role else ''} [{said.value}]", said, found, screen
        )
    for field, label in _LABELS.items():
        for said in row.values.get(field, ()):  # type: ignore[call-overload]
            value = named(said.value) if field == "country" else plain(said.value).replace("_", " ")
            yield from _value(label, value, said, found, screen)
    if found.outer:
        yield f"  {'part of':13} {_headline(found.outer, named)} ({found.outer.id})"
    for part in found.parts:
        yield f"  {'part':13} {_headline(part, named)} ({part.id})"
    yield from _disputes((*row.contradictions, *found.said), found, screen)
    yield ""
    yield screen.paint(f"Origins · {len(found.told.voices())}", "bold")
    yield from tree.lines(found.told, screen)
    yield from _claims(found.claims, found.told, screen, named)
    yield from listed_show.of_encounter(found.rows, found.told, screen)


def _headline(row: MergedEncounter, named: Named) -> str:
    place = where(row, named)
    what = text(row, "kind").replace("_", " ")
    parts = (str(row.start or "date not stated"), f"{what}: {', '.join(who(row, named))}", place)
    return ", ".join(part for part in parts if part)


def _value(label: str, value: str, said: Attested, found: Whole, screen: Screen) -> Iterator[str]:
    told = _attested(said, found)
    yield from screen.wrapped(f"{value} ({told})", " " * 16, f"  {label:13} ")


def _attested(said: Attested, found: Whole) -> str:
    if said.rejected:
        return f"rejected by {plain(said.by or 'a person')}"
    if not said.places:
        return f"set by {plain(said.by or 'a person')}"
    articles = len({place.article for place in said.places})
    if articles == found.row.articles and len(said.voices) == len(found.row.voices):
        return "all articles" if articles > 1 else "one article"
    return f"{counted(articles, 'article')}: {found.told.labels(said.voices)}"


def _disputes(rows: tuple[Contradiction, ...], found: Whole, screen: Screen) -> Iterator[str]:
    if not rows:
        return
    yield ""
    yield screen.paint(f"Contradictions · {len(rows)}", "bold")
    for row in rows:
        values = " / ".join(f"{plain(value.value)} ({_attested(value, found)})" for value in row.values)
        why = f": {row.explanation}" if row.explanation else ""
        yield from screen.wrapped(f"{plain(row.field)}: {values}{why}", "    ", "  ")


def _claims(claims: tuple[Claim, ...], told: tree.Told, screen: Screen, named: Named) -> Iterator[str]:
    if not claims:
        return
    by_speaker: dict[str, list[Claim]] = {}
    for claim in claims:
        name = plain(claim.speaker.name) if claim.speaker.name else named(claim.speaker.country or "not told who")
        by_speaker.setdefault(name, []).append(claim)
    yield ""
    yield screen.paint(f"Said · {len(claims)}", "bold")
    for name, rows in by_speaker.items():
        yield f"  {name}"
        for claim in rows:
            yield from screen.wrapped(
                f"{plain(claim.text)} [{_carried(claim, told)}; {claim.id[:12]}]", "      ", "    - "
            )


def _carried(claim: Claim, told: tree.Told) -> str:
    parts = [
        counted(claim.articles, "article"),
        f"{counted(len(claim.voices), 'origin')}: {told.labels(claim.voices)}",
    ]
    if claim.first and claim.articles > 1:
        parts.append(f"first {plain(claim.first)}")
    return "; ".join(parts)


def _claim_page(claim: Claim, found: tree.Told, screen: Screen, named: Named) -> Iterator[str]:
    name = plain(claim.speaker.name) if claim.speaker.name else named(claim.speaker.country or "not told who")
    yield screen.paint(name, "head")
    yield from screen.wrapped(plain(claim.text))
    yield f"{claim.id} · {_carried(claim, found)}"
    if claim.sides:
        yield f"carried by outlets of: {', '.join(map(named, claim.sides))}"
    yield ""
    for article, index in claim.wordings:
        reading = found.readings[article]
        spans = (reading.statements or ())[index].content
        words = " … ".join(plain(span.of(reading.article.text)) for span in spans)
        yield from screen.wrapped(f"{plain(reading.article.outlet or _file(found, article))}: {words}", "    ", "  - ")
    yield ""
    yield from tree.lines(found, screen)


def _file(found: tree.Told, article: str) -> str:
    return (found.paths.get(article) or article[:19]).rpartition("/")[2]
