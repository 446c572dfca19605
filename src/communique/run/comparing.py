"""`communique.compare`: two readouts side by side, from files, from a record, or from both."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from os import PathLike, fspath
from pathlib import Path

from communique.analyse.compare import Given
from communique.analyse.compare import compare as compared
from communique.knowledge import base
from communique.knowledge.base import Knowledge
from communique.model.comparison import Comparison, Earlier, Manner, Use
from communique.model.dates import PartialDate
from communique.model.reading import Reading
from communique.model.record import MergedEncounter
from communique.run import accounts
from communique.run.accounts import Page
from communique.run.in_words import headline, listed, name, names, news, state, when
from communique.run.references import UnknownError, article_of, encounter_of
from communique.store import articles, encounters, phrase_uses, rows
from communique.store.faults import explained
from communique.store.opening import open_store

ALL = "all"
"""Asked for as an account: whatever anybody published."""
_TURNED = "the earlier one stands on the left, though it was asked for second"
SHOWN = 5
"""Earlier uses of a phrase between the same parties that are kept, the latest first."""


NAMED = 6
"""Names of others that a note lists."""


class AskedError(ValueError):
    """What was asked for cannot be compared; the message says why and what to ask instead."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What a comparison is made with: the tables (overlay: the user's own), and the record where one is asked."""

    kb: Knowledge
    overlay: Path | None = None
    connection: sqlite3.Connection | None = None


def compare(
    one: str | PathLike[str] | Reading,
    other: str | PathLike[str] | Reading | None = None,
    *,
    record: str | PathLike[str] | None = None,
    sides: bool = False,
    previous: bool = False,
    account: Sequence[str] = (),
    knowledge: Path | None = None,
) -> Comparison:
    """Two accounts side by side: what both have, what only one has, and how the words differ.

    one and other are files, readings, or (with a record) articles or encounters in it by id, path or the beginning of
    an id. With one encounter alone, sides lays the two sides' accounts of it beside each other, and previous the last
    encounter of the same pair and kind before it. account names whose accounts of encounters are taken: codes of
    states, or "all". Raises AskedError, UnknownError, UnreadableError and StoreError.
    """
    kb = base.load(knowledge) if knowledge else base.default()
    asked = [fspath(thing) if not isinstance(thing, Reading) else thing for thing in (one, other) if thing is not None]
    if record is None:
        if sides or previous:
            raise AskedError("the sides of an encounter, and the one before it, are in a record: name one with --db")
        return _compared(asked, Desk(kb, knowledge), account)
    file = fspath(record)
    with explained(file), closing(open_store(file, asking=True)) as connection:
        desk = Desk(kb, knowledge, connection)
        if not sides and not previous:
            return _compared(asked, desk, account)
        if len(asked) > 1 or isinstance(asked[0], Reading):
            raise AskedError("give one encounter: its other account, or the encounter before it, is looked for")
        row = encounters.one(connection, encounter_of(connection, asked[0]))
        assert row is not None
        return _sides(row, desk, account) if sides else _previous(row, desk, account)


def _compared(asked: Sequence[str | Reading], desk: Desk, account: Sequence[str]) -> Comparison:
    if len(asked) != 2:
        raise AskedError("give two things to compare, or one encounter with --sides or --previous")
    found = [_found(thing, desk) for thing in asked]
    if all(isinstance(thing, MergedEncounter) for thing in found):
        one, two = (thing for thing in found if isinstance(thing, MergedEncounter))
        return _encounters(one, two, desk, account)
    pages = [thing for thing in found if isinstance(thing, Page)]
    if len(pages) != 2:
        raise AskedError("an encounter and an article: give two of one kind")
    return _articles(pages[0], pages[1], desk)


def _found(thing: str | Reading, desk: Desk) -> Page | MergedEncounter:
    """What a person typed: an encounter or article of the record, else a file."""
    if isinstance(thing, Reading):
        return accounts.page_from(thing)
    if desk.connection is None:
        return accounts.page_from(_file(thing, desk))
    if thing.startswith("enc-"):
        row = encounters.one(desk.connection, encounter_of(desk.connection, thing))
        assert row is not None
        return row
    try:
        return accounts.page_of(desk.connection, article_of(desk.connection, thing))
    except UnknownError:
        if not Path(thing).is_file():
            raise
        return accounts.page_from(_file(thing, desk))


def _file(path: str, desk: Desk) -> Reading:
    from communique.run.api import read_file  # loads spaCy: a comparison within a record has no need of it
    from communique.run.read import Settings, SetupError

    if path.startswith("enc-") and not Path(path).is_file():
        raise AskedError(f"{path} is an encounter of a record: name the record with --db")
    try:
        return read_file(path, settings=Settings(knowledge=desk.overlay))
    except SetupError as error:
        raise AskedError(str(error)) from error


def _articles(one: Page, two: Page, desk: Desk) -> Comparison:
    manner = _manner(one, two)
    first, second = accounts.main_day(one.reading), accounts.main_day(two.reading)
    turned = manner == "time" and first is not None and second is not None and first > second
    if turned:
        one, two = two, one
    called = names(one, two)
    left, right = (
        accounts.given(called_so, [page], desk.kb, told=news(page.reading))
        for called_so, page in zip(called, (one, two), strict=True)
    )
    parties = _parties(one.reading) or _parties(two.reading)
    return _laid(left, right, desk, manner, parties, [_TURNED] if turned else [])


def _manner(one: Page, two: Page) -> Manner:
    """Whether two articles tell one encounter (sides) or, of one origin, those of two days (time); else they are texts.

    Only the same voice can have dropped or added anything.
    """
    first, second = accounts.main(one.reading), accounts.main(two.reading)
    if not (first and second and first.start and second.start and _parties(one.reading)):
        return "texts"
    if set(_parties(one.reading)) != set(_parties(two.reading)):
        return "texts"
    if not first.start.agrees(second.start):
        return "time" if name(one) == name(two) else "texts"
    return "sides" if first.kind == second.kind else "texts"


def _parties(reading: Reading) -> tuple[str, ...]:
    row = accounts.main(reading)
    return tuple(dict.fromkeys(p.country for p in row.participants if p.country)) if row else ()


def _encounters(one: MergedEncounter, two: MergedEncounter, desk: Desk, account: Sequence[str]) -> Comparison:
    assert desk.connection is not None
    turned = one.start is not None and two.start is not None and one.start > two.start
    if turned:
        one, two = two, one
    pages = [accounts.pages_of(desk.connection, row) for row in (one, two)]
    parties = tuple(dict.fromkeys((*accounts.sides_of(one), *accounts.sides_of(two))))
    chosen = [_chosen(found, parties, desk.kb, account) for found in pages]
    again = len({*accounts.sides_of(one)} & {*accounts.sides_of(two)}) > 1
    manner: Manner = "time" if again and account else "texts"
    notes = [_TURNED] if turned else []
    if not account:
        chosen, told, common = _of_both(pages, parties, desk.kb)
        notes += told
        manner = "time" if common and again else "texts"
    notes += [note for row in (one, two) for note in _not_looked_at(row)]
    left, right = (
        accounts.given(when(row), found, desk.kb, row=row, told=headline(row, desk.kb))
        for row, found in zip((one, two), chosen, strict=True)
    )
    return _laid(left, right, desk, manner, parties, notes)


def _chosen(pages: Sequence[Page], parties: Collection[str], kb: Knowledge, account: Sequence[str]) -> list[Page]:
    """The pages of the accounts that were asked for."""
    if not account or ALL in account:
        return list(pages)
    return _ordered(pages, [accounts.side_pages(pages, side, kb)[0] for side in account])


def _ordered(pages: Sequence[Page], chosen: Sequence[Sequence[Page]]) -> list[Page]:
    """The chosen pages, each once, in the order in which all stand."""
    found = {page.number: page for group in chosen for page in group}
    return [found[page.number] for page in pages if page.number in found]


def _beside(pages: Sequence[Page], shown: Sequence[Page]) -> list[Page]:
    """The pages that are not shown, nor counted as copies of those that are."""
    voices = {page.voice for page in shown}
    return [page for page in pages if page.voice not in voices]


def _of_both(
    pages: Sequence[Sequence[Page]], parties: Collection[str], kb: Knowledge
) -> tuple[list[list[Page]], list[str], bool]:
    """The accounts of those sides that published about both encounters; all where no side did, and whether one did.

    Another side's readout on one day only would make everything that it alone says look new, or gone.
    """
    own = [{side: found for side in parties if (found := accounts.side_pages(one, side, kb)[0])} for one in pages]
    common = [side for side in parties if side in own[0] and side in own[1]]
    if not common:
        note = (
            "no side's own account of both encounters is in the record: everything that was published is compared, and"
            " what stands on one day only may stand there because another published it"
        )
        return [list(one) for one in pages], [note], False
    chosen = [_ordered(one, [own[at][side] for side in common]) for at, one in enumerate(pages)]
    notes = [f"compared: {listed([_possessive(state(kb, side)) for side in common])} account of both encounters"]
    if left_out := sum(len(_beside(one, kept)) for one, kept in zip(pages, chosen, strict=True)):
        notes.append(f"left out: {_articles_in_words(left_out)} by others (--account all compares them, too)")
    return chosen, notes, True


def _not_looked_at(row: MergedEncounter) -> list[str]:
    """What is said where more articles tell an encounter than are looked at."""
    told = len({article for article, _ in row.mentions})
    if told <= accounts.LOOKED_AT:
        return []
    return [f"{when(row)}: {accounts.LOOKED_AT} of {told} articles were looked at, some of every origin"]


def _sides(row: MergedEncounter, desk: Desk, account: Sequence[str]) -> Comparison:
    assert desk.connection is not None
    pages = accounts.pages_of(desk.connection, row)
    parties = accounts.sides_of(row)
    found = {side: accounts.side_pages(pages, side, desk.kb) for side in (account or parties)}
    if len(found) < 2:
        raise AskedError("the record knows fewer than two sides of this encounter: name two with --account")
    # Of more than two sides those that published; the others are told.
    order = sorted(found, key=lambda side: not found[side][0]) if len(found) > 2 else list(found)
    notes = [f"also took part: {state(desk.kb, side)}" for side in order[2:]] + _not_looked_at(row)
    if rest := _beside(pages, [page for side in order[:2] for page in found[side][0]]):
        names = sorted({name(page) for page in rest})
        shown = listed(names) if len(names) <= NAMED else f"{', '.join(names[:NAMED])} ..."
        notes.append(f"neither side's own, and not compared: {_articles_in_words(len(rest))} ({shown})")
    for side in order[:2]:
        if found[side][0] and not found[side][1]:
            notes.append(f"no office or state media of {state(desk.kb, side)} has published: this is its press")
    left, right = (
        accounts.given(
            f"{state(desk.kb, side)}", found[side][0], desk.kb, side=side, row=row, told=headline(row, desk.kb)
        )
        for side in order[:2]
    )
    return _laid(left, right, desk, "sides", parties, notes)


def _articles_in_words(count: int) -> str:
    return f"{count} article{'s' * (count != 1)}"


def _possessive(word: str) -> str:
    return f"{word}'" if word.endswith("s") else f"{word}'s"


def _previous(row: MergedEncounter, desk: Desk, account: Sequence[str]) -> Comparison:
    assert desk.connection is not None
    before, passed = accounts.before(desk.connection, row)
    if before is None:
        raise AskedError(
            "the record has no earlier encounter of the same pair and kind of which it knows what was said"
        )
    found = _encounters(before, row, desk, account)
    if not passed:
        return found
    return replace(found, notes=(*found.notes, f"between them, without anything that was said: {', '.join(passed)}"))


def _laid(
    left: Given, right: Given, desk: Desk, manner: Manner, parties: Collection[str], notes: Collection[str] = ()
) -> Comparison:
    ids = dict.fromkeys(p.id for given in (left, right) for t in given.tellings for p in t.reading.phrases or ())
    earlier = _earlier(tuple(ids), left, right, tuple(parties), desk)
    return compared(left, right, desk.kb, manner=manner, parties=parties, earlier=earlier, notes=notes)


def _earlier(
    phrases: Sequence[str], left: Given, right: Given, parties: Sequence[str], desk: Desk
) -> dict[str, Earlier] | None:
    """The uses of phrases in the record before the earlier of two accounts; None where there is no record or day."""
    days = sorted(str(given.account.day) for given in (left, right) if given.account.day)
    if desk.connection is None or not days:
        return None
    connection, own = desk.connection, [one for given in (left, right) if (one := given.account.encounter)]
    between = phrase_uses.between(connection, parties, days[0], own) if len(parties) > 1 else {}
    out = {}
    for phrase in phrases:
        first, count = phrase_uses.first(connection, phrase, days[0])
        pair = tuple(_use(use, desk) for use in between.get(phrase, [])[:SHOWN])
        out[phrase] = Earlier(_use(first, desk) if first else None, count, pair)
    return out


def _use(use: phrase_uses.PhraseUse, desk: Desk) -> Use:
    assert desk.connection is not None
    row = rows.one(desk.connection, use.row)
    told = tuple(dict.fromkeys(article for article, _ in row.tellings)) if row else ()
    met = encounters.one(desk.connection, use.encounter) if use.encounter else None
    if met is not None:
        what = headline(met, desk.kb, dated=False)
    else:
        reading = articles.reading(desk.connection, told[0]) if told else None
        what = (reading.article.outlet or reading.article.title or "") if reading else ""
    return Use(PartialDate.parse(use.day), use.encounter, what, told)
