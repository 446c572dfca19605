"""The cast: the people whom one article names, each with every form of the name that stands for him in it."""

from __future__ import annotations

import bisect
from collections.abc import Iterable
from dataclasses import dataclass, field

from communique.knowledge.base import Knowledge
from communique.knowledge.folding import folded_name
from communique.knowledge.people import Person
from communique.knowledge.surnames import surname_keys
from communique.model.dates import PartialDate
from communique.reading.actors.words import HONORIFICS

TOP_OFFICES = frozenset({"head_of_state", "head_of_government", "foreign_minister"})


@dataclass(slots=True)
class Member:
    """One person of the cast.

    offices are those printed here and those that a known person held on the date (current). at_home are the titles
    printed without a nationality: the text takes them for those of its own country, unless it prints his nationality
    elsewhere (foreign).
    """

    name: str
    entity: str | None
    country: str | None
    offices: set[str] = field(default_factory=set)
    current: set[str] = field(default_factory=set)
    roles: list[str] = field(default_factory=list)
    at_home: set[str] = field(default_factory=set)
    foreign: bool = False
    forms: set[str] = field(default_factory=set)
    places: list[int] = field(default_factory=list)

    def named_at(self, place: int) -> None:
        """Note that the text names him at a place; places stay in text order."""
        bisect.insort(self.places, place)


def short_forms(name: str, country: str | None, kb: Knowledge) -> set[str]:
    """The folded one-name forms under which a full name goes on: "xi" of Xi Jinping, "von der leyen" and "leyen"."""
    words = [word for word in name.replace(",", " ").split() if word.lower() not in HONORIFICS]
    state = country if country in kb.states else ""
    return set(surname_keys(" ".join(words), state, kb.people.family_names)) if words else set()


class Cast:
    """The people of one article, found by entity, full name or short form."""

    def __init__(self, kb: Knowledge, on: PartialDate | None) -> None:
        self.kb = kb
        self.on = on
        self.members: list[Member] = []

    def add(self, person: Person | None, name: str, country: str | None) -> Member:
        """The member for a known person, or for a printed full name; made where the cast has none yet."""
        for member in self.members:
            if (person and member.entity == person.entity) or (not person and same_person(member.name, name)):
                member.country = member.country or country
                if not member.entity and len(name.split()) > len(member.name.split()):
                    member.name = name
                member.forms |= short_forms(name, member.country, self.kb)
                return member
        member = Member(person.name if person else name, person.entity if person else None, country)
        if person:
            member.country = country or country_of(person, self.on)
            member.current = offices_on(person, self.on)
            member.offices |= member.current
        for form in (name, member.name, *(person.aliases if person else ())):
            member.forms |= short_forms(form, member.country, self.kb)
        self.members.append(member)
        return member

    def by_form(self, form: str, before: int, offices: Iterable[str] = (), country: str | None = None) -> Member | None:
        """The member whom a short form means at a place: of that country and office if any is, the latest named."""
        key = folded_name(form)
        fits = [m for m in self.members if key in m.forms]
        if country and any(m.country == country for m in fits):
            fits = [m for m in fits if m.country == country]
        wanted = set(offices)
        if wanted and any(m.offices & wanted for m in fits):
            fits = [m for m in fits if m.offices & wanted]
        return self._latest(fits, before)

    def by_office(self, offices: Iterable[str], countries: Iterable[str], before: int) -> Member | None:
        """The latest named member who holds one of these offices, of one of these countries if any is given."""
        wanted, states = set(offices), set(countries)
        fits = [m for m in self.members if m.offices & wanted and (not states or m.country in states)]
        if states and self.on is not None:
            fits = [m for m in fits if m.current & wanted] or fits
        if states and self.on is None and len(fits) > 1:
            # on a page without a date "the US president" is he of whom it speaks most
            most = max(len(m.places) for m in fits)
            fits = [m for m in fits if len(m.places) == most]
        return self._latest(fits, before)

    def by_role(self, role: str, before: int) -> Member | None:
        """The latest named member whose printed title ends with these words."""
        fits = [m for m in self.members if any(r == role or r.endswith(" " + role) for r in m.roles)]
        own = [m for m in fits if any(r == role or r.endswith(" " + role) for r in m.at_home)]
        return self._latest(own if len(own) == 1 else fits, before)

    @staticmethod
    def _latest(fits: list[Member], before: int) -> Member | None:
        def last(member: Member) -> int:
            at = bisect.bisect_left(member.places, before)
            return member.places[at - 1] if at else -1

        if not fits:
            return None
        return max(fits, key=lambda m: (last(m), -m.places[0] if m.places else 0))


def same_person(a: str, b: str) -> bool:
    """Whether one printed full name is the other with words left out, the last word shared."""
    wa, wb = a.casefold().split(), b.casefold().split()
    if wa == wb:
        return True
    shorter, longer = sorted((wa, wb), key=len)
    return len(shorter) > 1 and shorter[-1] == longer[-1] and all(word in longer for word in shorter)


def country_of(person: Person, on: PartialDate | None) -> str | None:
    """The state or organisation that a person stands for on a date: by the term that covers it, else the last one."""
    terms = [t for t in person.terms if on is not None and t.covers(on)]
    if not terms and on is not None:
        terms = [t for t in person.terms if t.start is not None and t.start.first <= on.last]
        terms = terms[:1]
    countries = {t.country for t in terms or person.terms}
    if len(countries) == 1:
        return countries.pop()
    if person.country in countries:
        return person.country
    top = [t.country for t in terms or person.terms if t.office in TOP_OFFICES]
    return top[0] if top else (terms or person.terms)[0].country


def offices_on(person: Person, on: PartialDate | None) -> set[str]:
    """The office keys that a person held on a date; all he ever held where no date is known."""
    if on is None:
        return {t.office for t in person.terms}
    held = {t.office for t in person.terms if t.covers(on)}
    return held or {t.office for t in person.terms if t.open and t.may_cover(on)}
