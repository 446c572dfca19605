"""Whose figure it is: the states, groups and currencies that the sentence names beside a number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from communique.knowledge.base import Knowledge
from communique.knowledge.names import Name
from communique.model.reading import Encounter, Support
from communique.model.span import Span
from communique.reading.figures.numbers import NumberMention
from communique.reading.figures.period import Period

_STATES = ("state", "demonym", "prefix")
_GROUPS = ("organisation", "region")
# Trade has parties that are no states: "trade between China and Africa".
_TRADE = re.compile(r"\b(?:trade|exports?|imports?|commerce|investments?|trading partner)\b", re.IGNORECASE)
BOTH = re.compile(
    r"\b(?:bilateral|two-way|mutual|(?:the|our|their) two (?:countries|nations|states|sides|economies)"
    r"|both countries)\b",
    re.IGNORECASE,
)
"""Words that mean the two sides of the news without naming them."""
# A sign alone is the dollar of the United States; another dollar would say so on a page for readers abroad.
_BARE_DOLLAR = "dollar sign alone"
# A sentence that names more states than this does not tell whose its numbers are.
_MOST_PARTIES = 3


@dataclass(frozen=True, slots=True)
class Place:
    """One sentence with what stands in it."""

    text: str
    span: Span
    title: bool
    names: tuple[Name, ...]
    periods: tuple[Period, ...]
    dates: tuple[Span, ...]


def currency_of(place: Place, number: NumberMention, knowledge: Knowledge) -> tuple[str | None, Support, str | None]:
    """The ISO code of an amount, how sure it is and by which rule.

    A word that several currencies share is told by the one state of theirs that the sentence names, else it is None.
    """
    if len(number.codes) == 1:
        return number.codes[0], "printed", _BARE_DOLLAR if number.sign == "$" else None
    entries = [name.entries[0] for name in place.names]
    codes = [entry.country for entry in entries if entry.kind in _STATES and entry.country]
    alpha2 = {knowledge.states[code].alpha2 for code in codes if code in knowledge.states}
    fitting = [code for code in number.codes if code[:2] in alpha2]
    if len(fitting) != 1:
        return None, "printed", None
    return fitting[0], "inferred", "currency of the state named beside it"


def parties_of(place: Place, number: Span, what: Span | None) -> tuple[str, ...]:
    """The states named in what is measured, else before the number in its sentence."""
    led = _TRADE.search(place.text, place.span.start, number.start)
    trade = led is not None or (what is not None and _TRADE.search(what.of(place.text)) is not None)
    inside: list[str] = []
    before: list[str] = []
    for name in place.names:
        code = _code(name, groups=trade)
        if code and what is not None and what.holds(name.span):
            inside.append(code)
        elif code and name.span.end <= number.start:
            before.append(code)
    # Of trade both ends are parties, also where only one of them stands in what is measured.
    chosen = inside + before if trade and len(set(inside)) < 2 else inside or before
    unique = tuple(dict.fromkeys(chosen))
    return unique if len(unique) <= _MOST_PARTIES else ()


def _code(name: Name, *, groups: bool) -> str | None:
    entry = name.entries[0]
    if entry.kind in _STATES:
        return entry.country
    return entry.id if groups and entry.kind in _GROUPS else None


def two_sides(met: Sequence[Encounter]) -> tuple[str, ...]:
    """The two states of the article's news, where it is of two; else none."""
    main = [party.country for row in met if row.main for party in row.participants if party.country]
    unique = tuple(dict.fromkeys(main))
    return unique if len(unique) == 2 else ()
