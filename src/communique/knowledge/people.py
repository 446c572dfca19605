"""People: who held which office when, by name, by surname and by office."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from communique.knowledge.folding import folded_name
from communique.knowledge.surnames import surname_keys
from communique.knowledge.tables import Tables, parts
from communique.model.dates import PartialDate

COLUMNS = ("country", "office", "title", "person", "aliases", "wikidata", "start", "end", "newest", "source")

HELD_BY_MANY = frozenset({"ambassador", "envoy", "leader", "minister", "official", "other", "other_top"})
"""Keys of offices that several people of one state hold at once."""


@dataclass(frozen=True, slots=True)
class Term:
    """One term of one person in one office.

    country is ISO alpha-3 or the id of an organisation. start is None where it is not known; end is None for a term
    that was open at newest, the last day that a source still shows it. own_only says that the row rests on general
    knowledge alone: use it only beside a printed title, never as the ground of a check.
    """

    country: str
    office: str
    title: str
    start: PartialDate | None
    end: PartialDate | None
    newest: PartialDate | None
    own_only: bool
    acting: bool

    @property
    def open(self) -> bool:
        """Whether the term had not ended at the newest source: after `newest` its holder is a guess."""
        return self.end is None

    def covers(self, on: PartialDate) -> bool:
        """Whether the office was held on a date; a partial date counts where any day of it does.

        False after `newest` on an open term: believe it then only where title and name are printed together.
        """
        last = self.end or self.newest
        if last is None or (self.start is not None and self.start.first > on.last):
            return False
        return on.first <= last.last

    def may_cover(self, on: PartialDate) -> bool:
        """The same, but an open term is taken to go on: only for a title and a name that are printed together."""
        if self.start is not None and self.start.first > on.last:
            return False
        return self.end is None or on.first <= self.end.last


@dataclass(frozen=True, slots=True)
class Person:
    """A person with other spellings of his name and his terms, the latest start first.

    country is his own state (the organisation's id where the tables only know him in an organisation's office). entity
    is the Wikidata item where one is known, else an id made of country and name ("KEN:musalia-mudavadi").
    """

    entity: str
    name: str
    aliases: tuple[str, ...]
    terms: tuple[Term, ...]
    country: str

    def held(self, on: PartialDate) -> tuple[Term, ...]:
        """The terms that cover a date."""
        return tuple(term for term in self.terms if term.covers(on))


class People:
    """Everybody in the tables of office holders and officials."""

    def __init__(self, tables: Tables) -> None:
        rows = tables.rows("holders", COLUMNS) + tables.rows("officials", COLUMNS)
        extra: dict[str, list[str]] = {}
        for person, alias in tables.rows("aliases", ("person", "alias")):
            extra.setdefault(person, []).append(alias)
        self._states = frozenset(row[0] for row in tables.rows("states", ("id",)))
        self.family_names = frozenset(folded_name(row[0]) for row in tables.rows("family_names", ("name",)))
        entities = {row[3]: row[5] for row in rows if row[5]}
        by_entity: dict[str, list[list[str]]] = {}
        for row in rows:
            # A row without Wikidata item belongs to the person of the same full name, where there is one.
            entity = row[5] or entities.get(row[3]) or f"{row[0]}:{folded_name(row[3]).replace(' ', '-')}"
            by_entity.setdefault(entity, []).append(row)
        self._rows = by_entity
        self._extra = extra
        self._known: dict[str, Person] = {}

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[Person]:
        return (self.by_entity(entity) for entity in self._rows)

    def by_entity(self, entity: str) -> Person:
        """The person of an id; raises KeyError where there is none."""
        known = self._known.get(entity)
        if known is None:
            known = self._known[entity] = self._person(entity)
        return known

    def forms(self) -> Iterator[tuple[str, str, str, str | None]]:
        """Every printed full name or alias with entity, canonical name and country of the latest term."""
        for entity, rows in self._rows.items():
            newest = max(rows, key=_order)
            home = self._home(rows)
            for form in _names(rows, newest, self._extra):
                if " " in form or form != newest[3] or newest[2] not in _REGNAL:
                    yield form, entity, newest[3], home
            if newest[2] in _REGNAL:
                name = newest[3] if " " not in newest[3] else newest[3].rsplit(" ", 1)[0]
                if " " not in name:
                    yield f"{newest[2]} {name}", entity, newest[3], home
                    yield f"{newest[2]} {newest[3]}", entity, newest[3], home

    def _home(self, rows: list[list[str]]) -> str:
        """The person's own state: that of most of his terms; a crown worn besides (Andorra, the realms) counts last."""
        if len(rows) == 1:
            return rows[0][0]
        # A state outweighs organisations; among realms of one crown the United Kingdom is where the monarch lives.
        votes: dict[str, int] = {}
        for row in rows:
            own = row[0] in self._states and row[2] not in _CROWNS
            votes[row[0]] = votes.get(row[0], 0) + (100 if own else 1) + (50 if row[0] == "GBR" else 0)
        return max(sorted(votes), key=lambda country: votes[country])

    def _state(self, country: str) -> str | None:
        return country if country in self._states else None

    def _person(self, entity: str) -> Person:
        rows = self._rows[entity]
        newest = max(rows, key=_order)
        terms = tuple(_term(row) for row in sorted(rows, key=_order, reverse=True))
        name, *aliases = _names(rows, newest, self._extra)
        return Person(entity, name, tuple(aliases), terms, self._home(rows))

    @cached_property
    def _by_name(self) -> dict[str, list[str]]:
        index: dict[str, list[str]] = {}
        for form, entity, _, _ in self.forms():
            entities = index.setdefault(_joined(form), [])
            if entity not in entities:
                entities.append(entity)
        return index

    @cached_property
    def _by_surname(self) -> dict[str, list[str]]:
        index: dict[str, list[str]] = {}
        for entity, rows in self._rows.items():
            keys: dict[str, None] = {}
            newest, home = max(rows, key=_order), self._state(self._home(rows))
            for name in _names(rows, newest, self._extra):
                keys.update(dict.fromkeys(surname_keys(name, home, self.family_names)))
            for key in keys:
                index.setdefault(_joined(key), []).append(entity)
        return index

    @cached_property
    def _by_office(self) -> dict[tuple[str, str], list[str]]:
        index: dict[tuple[str, str], dict[str, None]] = {}
        for entity, rows in self._rows.items():
            for row in rows:
                index.setdefault((row[0], row[1]), {})[entity] = None
        return {key: list(entities) for key, entities in index.items()}

    def named(self, text: str) -> tuple[Person, ...]:
        """The people of a full name or alias, whatever its case, diacritics, hyphens and apostrophes."""
        return tuple(self.by_entity(entity) for entity in self._by_name.get(_joined(text), ()))

    def surnamed(self, word: str) -> tuple[Person, ...]:
        """The people who may be named by a surname (or, where that is the custom, a given name) alone.

        Those with the latest term first. "al-Sisi", "von der Leyen" and "Sisi", "Leyen" are all understood.
        """
        people = [self.by_entity(entity) for entity in self._by_surname.get(_joined(word), ())]
        return tuple(sorted(people, key=lambda person: (_latest(person), person.entity), reverse=True))

    def holders(
        self, country: str, office: str, on: PartialDate | None, title: str | None = None
    ) -> tuple[Person, ...]:
        """Who held an office on a date; everybody who ever held it, the latest first, where on is None.

        title keeps those of that printed title, where several offices share a key (a king and a governor-general, the
        organs of the UN). An office of HELD_BY_MANY has no holder without a title: "the envoy" is anybody. The best
        attested come first: checked before own, full before acting, late before early.
        """
        if title is None and office in HELD_BY_MANY:
            return ()
        found: list[tuple[tuple[int, int, int], str, Person]] = []
        wanted = folded_name(title) if title else None
        for entity in self._by_office.get((country, office), ()):
            person = self.by_entity(entity)
            for term in person.terms:
                if (term.country, term.office) != (country, office) or (on and not term.covers(on)):
                    continue
                if wanted and wanted not in folded_name(term.title):
                    continue
                day = -(term.start.first.toordinal() if term.start else 0)
                order = (day, 0, 0) if on is None else (int(term.own_only), int(term.acting), day)
                found.append((order, entity, person))
                break
        return tuple(person for _, _, person in sorted(found, key=lambda row: row[:2]))

    def family_first(self, name: str, country: str) -> bool:
        """Whether the first word of a full name is its surname, by the custom of the country (or organisation)."""
        keys = surname_keys(name, self._state(country), self.family_names)
        return bool(keys) and keys[0] == folded_name(name).split()[0] and " " in name


_REGNAL = frozenset({"King", "Queen", "Emperor", "Pope", "Grand Duke", "Prince", "Sultan", "Emir"})
_CROWNS = frozenset({"Co-Prince", "King", "Queen"})


def _joined(name: str) -> str:
    """A name without what spellings differ in most: case, diacritics, hyphens, apostrophes and points."""
    return " ".join(folded_name(name).replace("-", " ").replace("'", "").replace(".", " ").split())


def _order(row: list[str]) -> tuple[str, str]:
    return row[6], row[7] or "9999"


def _latest(person: Person) -> tuple[int, int]:
    start = person.terms[0].start
    return (int(person.terms[0].open), start.first.toordinal() if start else 0)


def _names(rows: list[list[str]], newest: list[str], extra: dict[str, list[str]]) -> list[str]:
    """The canonical name, then the other spellings, none twice."""
    names = {newest[3]: None}
    for row in rows:
        names[row[3]] = None
        names.update(dict.fromkeys(parts(row[4])))
        names.update(dict.fromkeys(extra.get(row[3], ())))
    return list(names)


def _term(row: list[str]) -> Term:
    country, office, title, _, _, _, start, end, newest, source = row
    acting = title.lower().startswith(("acting", "interim", "caretaker"))
    return Term(country, office, title, date(start), date(end), date(newest), source == "own", acting)


_DATES: dict[str, PartialDate] = {}


def date(text: str) -> PartialDate | None:
    """A date of a table; None for an empty value. Raises ValueError on anything that is no date."""
    if not text:
        return None
    known = _DATES.get(text)
    if known is None:
        known = _DATES[text] = PartialDate.parse(text)
    return known
