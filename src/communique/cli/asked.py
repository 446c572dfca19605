"""What the commands that ask a record share: opening it, names of parties, voices and dates in print."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from communique.cli.screen import plain
from communique.cli.section import NOT_STATED
from communique.model.dates import PartialDate
from communique.model.record import Attested, MergedEncounter

if TYPE_CHECKING:
    from communique.knowledge.base import Knowledge


@contextmanager
def opened(record: str) -> Iterator[sqlite3.Connection]:
    """The record of a command; raises StoreError with what is wrong and the mend."""
    from communique.store.faults import explained
    from communique.store.opening import open_store

    with explained(record):
        connection = open_store(record, asking=True)
        try:
            yield connection
        finally:
            connection.close()


def knowledge(folder: str | None, refuse: Callable[[str], NoReturn]) -> Knowledge:
    """The tables, with the user's own over them where a folder is given."""
    from communique.knowledge import base

    if folder is None:
        return base.default()
    if not Path(folder).is_dir():
        refuse(f"--knowledge: there is no folder {folder}")
    return base.load(Path(folder))


def date(name: str, text: str | None, refuse: Callable[[str], NoReturn]) -> str | None:
    """A date that was typed; usage ends the program where it is none."""
    try:
        return str(PartialDate.parse(text)) if text else None
    except ValueError as error:
        refuse(f"--{name}: {error}")


def party(kb: Knowledge, typed: str, refuse: Callable[[str], NoReturn], option: str = "--between") -> str:
    """What the record calls a party that was typed; usage ends the program where the tables know no one such."""
    from communique.run.answers.naming import NoSuchPartyError, party_of

    try:
        return party_of(kb, typed)
    except NoSuchPartyError as error:
        refuse(f"{option}: {error}")


def best(row: MergedEncounter, field: str) -> Attested | None:
    """The leading value of a field; None where nobody states one."""
    found = row.values.get(field, ())  # type: ignore[call-overload]
    return next((value for value in found if not value.rejected), None)


def text(row: MergedEncounter, field: str) -> str:
    """The same as it is printed."""
    found = best(row, field)
    return plain(found.value) if found else NOT_STATED


def who(row: MergedEncounter, named: Callable[[str], str]) -> list[str]:
    """Those who took part, by name; states without a person by theirs."""
    return [
        plain(one.name) if one.name else " and ".join(map(named, one.countries or (one.country or "?",)))
        for one, said in row.participants
        if not said.rejected
    ]


def where(row: MergedEncounter, named: Callable[[str], str]) -> str:
    """The place in a line: city, else country."""
    city, country = best(row, "city"), best(row, "country")
    return plain(city.value) if city else named(country.value) if country else ""
