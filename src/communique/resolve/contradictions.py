"""Contradictions: values of one encounter that cannot all be right, and why two right ones may still differ."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from communique.model.article import Published
from communique.model.dates import PartialDate
from communique.model.reading import Party
from communique.model.record import Attested, Contradiction, Field
from communique.resolve.accounts import Copies, between_copies
from communique.resolve.facts import folded

SINGLE: tuple[Field, ...] = ("status", "start", "end", "city", "country", "venue", "level", "initiator")
"""Fields of which an encounter has one true value."""


_MOVED = "the same text under another date: the copy's own date moved its weekday or “today”"


@dataclass(frozen=True, slots=True)
class Teller:
    """Who states a value: the outlet, origin and publication of an article, and how it dates the encounter."""

    outlet: str | None
    voice: str
    published: Published | None
    start: PartialDate | None
    how: str | None


def contradictions(
    values: Mapping[Field, Sequence[Attested]],
    people: Sequence[tuple[Party, Attested]],
    tellers: Mapping[str, Teller],
    copies: Copies | None = None,
) -> tuple[Contradiction, ...]:
    """The fields whose values contradict each other, in the order of SINGLE, then titles of persons.

    Values that people rejected take no part; a coarser date is refined by a finer one, never contradicted.
    """
    out, copies = [], copies or Copies(())
    for name in SINGLE:
        found = _opposed(name, [row for row in values.get(name, ()) if not row.rejected])
        if len(found) > 1:
            out.append(Contradiction(name, tuple(found), explanation(name, found, tellers, copies)))
    return (*out, *_spellings(people))


def _opposed(name: Field, rows: Sequence[Attested]) -> list[Attested]:
    """The values that exclude the first or one another."""
    if name in ("start", "end"):
        days = [(row, PartialDate.parse(row.value)) for row in rows]
        return [row for row, day in days if any(not day.agrees(other) for _, other in days)]
    if name == "status":
        # Planned, then held, is the course of things; held and denied is a contradiction.
        kept = [row for row in rows if row.value in ("held", "past", "cancelled", "denied", "postponed")]
        return kept if {row.value in ("held", "past") for row in kept} == {True, False} else []
    return list(rows)


def explanation(name: Field, rows: Sequence[Attested], tellers: Mapping[str, Teller], copies: Copies) -> str | None:
    """Why the first two values may differ; None where nothing is known that explains it."""
    one, two = rows[0], rows[1]
    copied = between_copies(rows, copies)
    if name in ("start", "end"):
        return _why_dates(one, two, tellers, copied)
    if copied:
        return copied
    if name == "venue":
        return _why_venues(one.value, two.value)
    if name == "city" and _similar(one.value, two.value):
        return "two spellings of one name"
    if name == "level":
        return "the two sides rank the visit differently" if not set(one.voices) & set(two.voices) else None
    if name == "initiator":
        return "each side may name the other as the one who asked" if not set(one.voices) & set(two.voices) else None
    return None


def _articles(row: Attested) -> set[str]:
    return {place.article for place in row.places}


def _why_dates(one: Attested, two: Attested, tellers: Mapping[str, Teller], copied: str | None) -> str | None:
    first, second = PartialDate.parse(one.value).exact, PartialDate.parse(two.value).exact
    late = [tellers[id_] for id_ in sorted(_articles(two)) if id_ in tellers]
    if copied:
        # A day that is printed was changed; one that was reckoned from the page's own date moved with it.
        moved = all("published" in (teller.how or "") for teller in late)
        return _MOVED if moved else copied
    if first is None or second is None or not late:
        return None
    if all(_is_own_day(teller, second) for teller in late) and second - first == datetime.timedelta(days=1):
        return "the day of the report, not of the encounter"
    if abs((second - first).days) == 1:
        zones = {t.published.zone for id_, t in sorted(tellers.items()) if t.published and t.published.zone}
        return "perhaps one moment in two time zones" if len(zones) > 1 else "perhaps arrival and talks"
    return None


def _is_own_day(teller: Teller, day: datetime.date) -> bool:
    return teller.published is not None and teller.published.date.exact == day


def _why_venues(one: str, two: str) -> str | None:
    if _similar(one, two):
        return "two spellings of one name"
    return "a room or building within a place, or two sittings"


def _similar(one: str, two: str) -> bool:
    a, b = folded(one), folded(two)
    # .8: Kiev/Kyiv .50 is left to the tables, Astana/Astanah .92, Tashkent/Toshkent .88.
    return a in b or b in a or SequenceMatcher(None, a, b).ratio() >= 0.8


def _spellings(people: Sequence[tuple[Party, Attested]]) -> list[Contradiction]:
    """Persons of one state whose names differ in spelling only: one of them may be the other."""
    out = []
    rows = [(party, said) for party, said in people if party.name and not said.rejected]
    for at, (one, first) in enumerate(rows):
        for two, second in rows[at + 1 :]:
            if one.country == two.country and _similar(one.name or "", two.name or ""):
                out.append(Contradiction("participants", (first, second), "two spellings of one name"))
    return out
