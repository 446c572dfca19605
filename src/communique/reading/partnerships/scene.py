"""Scene: one sentence with the states and groups that it names, and whose news the article is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from communique.knowledge.base import Knowledge
from communique.knowledge.names import Name
from communique.model.reading import Encounter
from communique.model.span import Span
from communique.reading.actors import Actors

# Bodies that have relations of their own; courts, banks, agencies, parties and movements are none.
_BODIES = frozenset({"world", "union", "regional", "grouping", "alliance"})
_STATES = frozenset({"state", "demonym", "metonym", "prefix"})
# "in Beijing", "from Moscow": a place, not the government there.
_AT = re.compile(r"\b(?:in|at|to|from|near|outside|visited|reached|arrived|left)\s+$", re.IGNORECASE)
_JOINT = re.compile(
    r"\b(?:bilateral|both|mutual|(?:the|our|their) (?:two|three)|the (?:sides|parties|leaders|presidents)"
    r"|(?:two|three) (?:countries|nations|states|sides|peoples|neighbou?rs|leaders))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Mentioned:
    """A state, organisation or group of states that a stretch of text names, directly or by one of its people."""

    span: Span
    code: str
    person: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence; named are those it names in text order, main the two sides of the article where it has two."""

    text: str
    span: Span
    named: tuple[Mentioned, ...]
    main: tuple[str, ...]
    main_evidence: tuple[Span, ...]
    home: str | None

    def between(self, start: int, end: int) -> str:
        """The text from start to end."""
        return self.text[start:end]

    def joint(self, before: int) -> re.Match[str] | None:
        """The last words before an offset that speak of the two sides together."""
        found = None
        for found in _JOINT.finditer(self.text, self.span.start, before):  # noqa: B007
            pass
        return found


def named(text: str, span: Span, names: Sequence[Name], actors: Actors, kb: Knowledge) -> tuple[Mentioned, ...]:
    """Those whom a sentence names. names are those of the sentence."""
    out = [Mentioned(name.span, code) for name in names if (code := _code(text, name, kb))]
    for actor in actors.within(span):
        country = state_of(actor.party.country, kb) if actor.party is not None else None
        named_before = any(actor.span.overlaps(row.span) for row in out)
        if country and actor.mention.kind in ("person", "title") and not named_before:
            out.append(Mentioned(actor.span, country, person=True))
    return tuple(sorted(out, key=lambda row: row.span))


def _code(text: str, name: Name, kb: Knowledge) -> str | None:
    """Whom a name stands for as a party of a relation; None for cities as places, people, offices and the like."""
    for entry in name.entries:
        if entry.kind in _STATES and entry.country:
            place = entry.kind == "metonym" and _AT.search(text[max(0, name.span.start - 12) : name.span.start])
            return None if place else entry.country
        if entry.kind == "organisation":
            return entry.id if kb.organisations[entry.id].kind in _BODIES else None
        if entry.kind == "region" and kb.regions[entry.id].kind == "group":
            return entry.id
        if entry.kind != "city":
            return None
    return None


def state_of(code: str | None, kb: Knowledge) -> str | None:
    """The state for which somebody acts: a party's leader acts for his state."""
    row = kb.organisations.get(code) if code else None
    return row.country or code if row is not None and row.kind == "party" else code


def sides(
    met: Iterable[Encounter], told: Sequence[Mentioned], kb: Knowledge
) -> tuple[tuple[str, ...], tuple[Span, ...]]:
    """The two sides of an article: of its main encounters, else the two that its title or first lines name.

    () where there are not exactly two.
    """
    main = [row for row in met if row.main and row.status != "denied"]
    countries: dict[str, Span] = {}
    for row in main:
        for party in row.participants:
            country = state_of(party.country, kb)
            if country and party.evidence:
                countries.setdefault(country, party.evidence[0])
    for row in main if len(countries) == 1 else ():
        if row.place is not None and row.place.country:
            countries.setdefault(row.place.country, row.place.evidence[0])
    if len(countries) != 2:
        countries = {}
        for mention in told:
            countries.setdefault(mention.code, mention.span)
    return (tuple(countries), tuple(sorted(countries.values()))) if len(countries) == 2 else ((), ())
