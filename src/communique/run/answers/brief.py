"""Briefs, out of a record: what to know before a meeting, every line with its sentence."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from communique.analyse.ledger import narrowed
from communique.analyse.relation import of_both
from communique.analyse.sheets.brief import sheet
from communique.analyse.sheets.words import named
from communique.knowledge.base import Knowledge, default
from communique.model.answer import Cited, Outline
from communique.model.brief import Brief, PhraseUse, Said
from communique.model.record import MergedRow
from communique.model.relation import Dispute
from communique.model.sheet import Sheet
from communique.model.undertaking import Undertaking
from communique.run.answers.citing import Citing, places_of
from communique.run.answers.ledger import ledger_of
from communique.run.answers.listing import about
from communique.run.answers.naming import NoSuchPartyError, party_of
from communique.run.answers.relation import disputes
from communique.run.answers.said import Speech
from communique.run.answers.timeline import timeline_of
from communique.store import claims, encounters, finding, outlines, rows
from communique.store.faults import explained
from communique.store.opening import open_store

MET, SAID, PROMISES, FIGURES, PHRASES, DISPUTES = 4, 3, 6, 5, 6, 5
"""So many lines of a kind at most (of statements: of each speaker), before they are fitted on two pages."""
SPEAKERS = 6
"""Statements of a person at most, in a brief on him."""


def brief(record: str | Path, subject: str, other: str | None = None) -> Sheet:
    """Two pages on a pair (`"China", "Kenya"`), an encounter (`"enc-85d5"`) or a person (`"William Ruto"`).

    Raises StoreError, and NoSuchPartyError where a name or an id means nothing or several.
    """
    kb = default()
    with explained(str(record)):
        connection = open_store(record, asking=True)
        try:
            return sheet(brief_of(connection, subject, other, kb), named(kb))
        finally:
            connection.close()


def brief_of(connection: sqlite3.Connection, subject: str, other: str | None, kb: Knowledge) -> Brief:
    """The rows of a brief of an open record; the subject as it is typed."""
    if other is None and subject.startswith("enc-"):
        return _of_encounter(connection, _encounter(connection, subject), kb)
    parties = tuple(dict.fromkeys(party_of(kb, typed) for typed in (subject, other) if typed))
    return _of_parties(connection, parties, kb)


def _encounter(connection: sqlite3.Connection, typed: str) -> str:
    found = finding.encounters(connection, typed)
    if len(found) != 1:
        told = (
            f"{typed} can be several encounters: give more of it" if found else f"the record has no encounter {typed}"
        )
        raise NoSuchPartyError(told)
    return found[0]


def _of_parties(connection: sqlite3.Connection, parties: tuple[str, ...], kb: Knowledge) -> Brief:
    line = timeline_of(connection, parties)
    held = [row for row in line.encounters if row.held and row.start]
    met = tuple(reversed(held))[:MET]
    until = line.until
    ahead = [row for row in line.encounters if row.id in line.ahead and row.start]
    called = of_both(line.levels, parties)
    promises = narrowed(ledger_of(connection, parties, kb), states=("open", "reported", "offered"))
    figures = [row for row in about(connection, "figures", parties) if row.day]
    citing = Citing(connection)
    speech = Speech(connection, citing)
    said, told = _person(speech, parties[0]) if len(parties) == 1 else _last(speech, met)
    found = Brief(
        "pair" if len(parties) > 1 else "person",
        parties,
        until,
        met=met,
        ahead=tuple(row for row in ahead if row.start and (until is None or row.start.last >= until.first))[:3],
        label=called[-1] if called and len(parties) > 1 else None,
        said=said,
        silent=_silent(met[0], said) if met and len(parties) > 1 else (),
        promises=_latest(promises),
        figures=tuple(reversed(figures))[:FIGURES],
        phrases=_phrases(line.phrases),
        disputes=tuple(disputes(connection, reversed(held), (*line.levels, *reversed(figures))))[:DISPUTES],
    )
    return replace(found, cited={**_sentences(citing, found), **told})


def _of_encounter(connection: sqlite3.Connection, id_: str, kb: Knowledge) -> Brief:
    whole, line = encounters.one(connection, id_), outlines.one(connection, id_)
    assert whole is not None and line is not None
    listed = rows.of_encounter(connection, id_)
    by_list = {name: [row for row in listed if row.list == name] for name in ("figures", "phrases", "partnerships")}
    citing = Citing(connection)
    speech = Speech(connection, citing)
    said, told = _last(speech, (line,))
    undertakings = ledger_of(connection, line.countries, kb) if line.countries else ()
    promises = [row for row in narrowed(undertakings) if any(step.encounter == id_ for step in row.steps)]
    before = [row for row in timeline_of(connection, line.countries).encounters if _is_before(row, line)]
    found = Brief(
        "encounter",
        line.countries,
        outlines.newest(connection),
        whole=whole,
        met=(line, *reversed(before[-2:])),
        label=next(iter(by_list["partnerships"]), None),
        said=said,
        silent=_silent(line, said),
        promises=tuple(promises)[:PROMISES],
        figures=tuple(by_list["figures"])[:FIGURES],
        phrases=tuple(PhraseUse(row, 1) for row in by_list["phrases"])[:PHRASES],
        disputes=tuple(disputes(connection, (line,), listed))[:DISPUTES],
    )
    return replace(found, cited={**_sentences(citing, found), **told})


def _is_before(row: Outline, line: Outline) -> bool:
    return bool(row.held and row.start and line.start and row.start.last < line.start.first)


def _last(speech: Speech, met: Sequence[Outline]) -> tuple[tuple[Said, ...], dict[str, tuple[Cited, ...]]]:
    """What was said in the latest of the encounters of which the record has anything said."""
    for line in met:
        said = speech.of_encounter(line.id, line.start, SAID)
        if said:
            told = {row.id: claims.one(speech.connection, row.id) for row in said}
            return said, {id_: speech.cite(claim, 1) for id_, claim in told.items() if claim}
    return (), {}


def _person(speech: Speech, person: str) -> tuple[tuple[Said, ...], dict[str, tuple[Cited, ...]]]:
    """What a person said lately."""
    found = claims.latest_of(speech.connection, person, SPEAKERS)
    said = tuple(speech.said(claim, day) for claim, day in found)
    return said, {claim.id: speech.cite(claim, 1) for claim, _ in found}


def _silent(line: Outline, said: Iterable[Said]) -> tuple[str, ...]:
    """Who took part in the last encounter, and no article of the record tells what he said there."""
    spoke = {row.speaker for row in said if row.day == line.start}
    return tuple(name for name in line.who if name not in spoke)


def _latest(promises: Sequence[Undertaking]) -> tuple[Undertaking, ...]:
    """What binds before what was only offered, the latest first."""
    ordered = sorted(promises, key=lambda row: (str(row.last or ""), row.id), reverse=True)
    return tuple(sorted(ordered, key=lambda row: row.state == "offered"))[:PROMISES]


def _phrases(found: Sequence[MergedRow]) -> tuple[PhraseUse, ...]:
    """The phrases of most encounters, each by its latest row."""
    latest: dict[str, MergedRow] = {}
    uses: Counter[str] = Counter()
    for row in found:
        id_ = next((one.value for one in row.values.get("id", ()) if not one.rejected), None)
        if id_:
            uses[id_] += 1
            latest[id_] = row
    ordered = sorted(latest, key=lambda id_: (-uses[id_], -len(latest[id_].voices), id_))
    return tuple(PhraseUse(latest[id_], uses[id_]) for id_ in ordered[:PHRASES])


def _sentences(citing: Citing, found: Brief) -> dict[str, tuple[Cited, ...]]:
    """One sentence for each row; for what is disputed one of every value."""
    cited = {row.id: citing.met(row, 1) for row in (*found.met, *found.ahead)}
    listed = [*found.figures, *(use.row for use in found.phrases), *([found.label] if found.label else [])]
    listed += [step for row in found.promises for step in row.steps]
    cited |= {row.id: citing.cite(places_of(row), 1) for row in listed}
    for at, dispute in enumerate(found.disputes):
        cited[f"dispute:{at}"] = _both(citing, dispute)
    if found.whole:
        for name, values in found.whole.values.items():
            cited[f"value:{name}"] = citing.cite(values[0].places, 1) if values else ()
        for at, (_, said) in enumerate(found.whole.participants):
            cited[f"who:{at}"] = citing.cite(said.places, 1)
    return cited


def _both(citing: Citing, dispute: Dispute) -> tuple[Cited, ...]:
    return tuple(one for value in dispute.contradiction.values for one in citing.cite(value.places, 1))
