"""Corrections of rows of lists: a value of a commitment, a figure ... is wrong, or is this."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NoReturn

from communique.cli.asking_lists import CHANGES, POLARITIES, STATUSES
from communique.cli.listed import AMOUNTS, VALUES, amount
from communique.model.dates import PartialDate

_ALLOWED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"status": STATUSES, "polarity": POLARITIES, "change": CHANGES}
)


def row_value(
    connection: sqlite3.Connection, act: str, given: tuple[str, str, str], refuse: Callable[[str], NoReturn]
) -> tuple[str, str, str]:
    """The telling that stands for a row, and the field and value as the record holds them; usage ends the program.

    given are the row's id, the field and the value as typed.
    """
    from communique.run.references import row_of, telling_of
    from communique.store import rows

    reference, field, value = given
    row = rows.one(connection, row_of(connection, reference))
    assert row is not None
    if field not in VALUES[row.list]:
        refuse(f"such a row has no field {field!r}: it has {', '.join(VALUES[row.list])}")
    stated = [one.value for one in row.values.get(field, ())]
    if field in AMOUNTS:
        value = next((one for one in stated if value in (one, amount(one))), value)
    if act == "reject" and value not in stated:
        refuse(f"no article gives it the {field} {value!r}" + (f": it has {', '.join(stated)}" if stated else ""))
    if act == "set":
        _check(field, value, refuse)
    return telling_of(connection, reference), field, value


def _check(field: str, value: str, refuse: Callable[[str], NoReturn]) -> None:
    if field in _ALLOWED and value not in _ALLOWED[field]:
        refuse(f"{field} is one of {', '.join(_ALLOWED[field])}")
    if field == "deadline":
        try:
            PartialDate.parse(value)
        except ValueError as error:
            refuse(str(error))
