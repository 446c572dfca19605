"""The directory: people of the tables, as an article of a certain date may mean them by name, title or office."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from communique.knowledge.base import Knowledge
from communique.knowledge.folding import folded_name
from communique.knowledge.people import Person
from communique.model.dates import PartialDate
from communique.reading.actors.cast import TOP_OFFICES, offices_on

# Titles of heads of state who have no counterpart among executive presidents: their prime minister has.
MONARCHS = frozenset({"King", "Queen", "Emperor", "Grand Duke", "Governor-General", "Governor General", "Prince"})

_LEADING = frozenset({"head_of_state", "head_of_government"})
_CAPITALISED = re.compile(r"\b[A-Z]\w{2,}")


class Directory:
    """Finds the one person who is meant; answers None wherever two could be.

    on is the day the article came out, None where unknown; home the state whose government speaks in it.
    """

    def __init__(self, kb: Knowledge, on: PartialDate | None, home: str | None) -> None:
        self.people = kb.people
        self.organisations = kb.organisations
        self.on = on
        self.home = home
        self._undated: dict[str, Person] | None = None

    def of_name(
        self, name: str, ids: Sequence[str], offices: Sequence[str], country: str | None, titled: bool
    ) -> Person | None:
        """Who is meant by a full name: of that state and title, in office on the date.

        ids are the people who bear the name as printed.
        """
        fits = [self.people.by_entity(entity) for entity in ids] or self._turned(name, offices)
        if country and any(t.country == country for p in fits for t in p.terms):
            fits = [p for p in fits if any(t.country == country for t in p.terms)]
        if len(fits) > 1 and offices:
            fits = [p for p in fits if any(t.office in offices for t in p.terms)] or fits
        if len(fits) > 1 and self.on is not None:
            fits = [p for p in fits if offices_on(p, self.on)] or fits
        if len(fits) > 1:
            fits = [p for p in fits if any(t.office in TOP_OFFICES for t in p.terms)] or fits
        if len(fits) == 1 and only_own(fits[0]) and not titled:
            return None
        if not fits and offices:
            return self._spelt_otherwise(name, offices, country)
        return fits[0] if len(fits) == 1 else None

    def _turned(self, name: str, offices: Sequence[str]) -> list[Person]:
        """People of a name with the family name first: in capitals ("KISHIDA Fumio"), or with an office of Japan."""
        words = name.split()
        if len(words) == 2 and offices and not words[0].isupper():
            found = self.people.named(f"{words[1]} {words[0]}")
            return [p for p in found if any(t.country == "JPN" and t.office in offices for t in p.terms)]
        if len(words) < 2 or not (len(words[0]) > 1 and words[0].isupper()) or words[-1].isupper():
            return []
        family, given = words[0].title(), " ".join(words[1:])
        return list(self.people.named(f"{given} {family}") or self.people.named(f"{family} {given}"))

    def _spelt_otherwise(self, name: str, offices: Sequence[str], country: str | None) -> Person | None:
        """The holder of the printed office who has the printed surname; his first name must begin alike where the
        state is not printed, too ("British Foreign Secretary Elizabeth Truss" is Liz Truss)."""
        printed = name.split()
        person = self.of_title(printed[-1], offices, country, former=False) if len(printed) > 1 else None
        if country:
            return person
        names = (person.name, *person.aliases) if person else ()
        return person if any(folded_name(n)[:1] == folded_name(printed[0])[:1] for n in names) else None

    def of_title(self, form: str, offices: Sequence[str], country: str | None, *, former: bool) -> Person | None:
        """Who is meant by a title and a surname: "President Putin", "former President Obama"."""
        words = form.split()
        found = {p.entity: p for word in (words[-1], words[0]) for p in self.people.surnamed(word)}
        fits = [p for p in found.values() if not country or any(t.country == country for t in p.terms)]
        if not offices and not country:
            return None
        for some in (offices[:1], offices):
            held = [p for p in fits if not some or any(t.office in some for t in p.terms)]
            now = held if self.on is None or former else [p for p in held if self._holds(p, some)]
            chosen = now or (held if offices else [p for p in held if self.on and offices_on(p, self.on)])
            if len(chosen) == 1 and not only_own(chosen[0]):
                return chosen[0] if country or self._prominent(chosen[0]) else None
        return None

    def _holds(self, person: Person, offices: Sequence[str]) -> bool:
        assert self.on is not None
        return any(t.covers(self.on) and (not offices or t.office in offices) for t in person.terms)

    def _prominent(self, person: Person) -> bool:
        """Whether a title and a surname without nationality may mean somebody: a leader, or one of the own state."""
        return any(t.office in TOP_OFFICES or t.country == self.home for t in person.terms)

    def leader(self, word: str, text: str) -> Person | None:
        """The one person of that surname who held a top office on the article's date.

        None where the word also stands in lower case in the text.
        """
        if len(word) < 3:
            return None
        if self.on is None:
            return self._of_one_time(text).get(word)
        fits = [p for p in self.people.surnamed(word) if not only_own(p)]
        fits = [p for p in fits if any(t.covers(self.on) and t.office in TOP_OFFICES for t in p.terms)]
        if len({p.entity for p in fits}) != 1 or re.search(rf"\b{re.escape(word.lower())}\b", text):
            return None
        return fits[0]

    def _of_one_time(self, text: str) -> Mapping[str, Person]:
        """The leaders whom a text without a date names by their surnames only.

        A surname counts that only one leader ever bore, beside another state's leader who was in office with him:
        "Trump" where "Putin" stands too.
        """
        if self._undated is None:
            found: dict[str, Person] = {}
            for word in sorted({match[0] for match in _CAPITALISED.finditer(text)}):
                fits = {p.entity: p for p in self.people.surnamed(word) if not only_own(p) and _led(p)}
                if len(fits) == 1 and not re.search(rf"\b{re.escape(word.lower())}\b", text):
                    found[word] = next(iter(fits.values()))
            rows = list(found.items())
            self._undated = {word: p for word, p in rows if any(_in_office_together(p, other) for _, other in rows)}
        return self._undated

    def holder(self, country: str, office: str) -> Person | None:
        """The one person who held an office on the article's date."""
        if self.on is None:
            return None
        held = {p.entity: p for p in self.people.holders(country, office, self.on) if not only_own(p)}
        return next(iter(held.values())) if len(held) == 1 else None

    def head_of_body(self, text: str) -> tuple[Person, str] | None:
        """The secretary-general of the one organisation that a text names, with its id: "The Secretary-General met"."""
        found = {}
        for row in self.organisations.values():
            if any(re.search(rf"\b{re.escape(name)}\b", text) for name in (row.name, *row.aliases) if name in text):
                person = self.holder(row.id, "secretary_general")
                if person is not None:
                    found[row.id] = person
        return next(((person, body) for body, person in found.items()), None) if len(found) == 1 else None

    def peer(self, offices: Sequence[str], country: str) -> Person | None:
        """Who matches these offices in another state; for an executive president, not a monarch but his minister."""
        if self.on is None or not offices:
            return None
        state, government = (
            list(self.people.holders(country, office, self.on)) if office in offices else []
            for office in ("head_of_state", "head_of_government")
        )
        if state and government and state != government:
            titles = {t.title for t in state[0].terms if t.country == country and t.office == "head_of_state"}
            return government[0] if titles & MONARCHS and len(government) == 1 else None
        return self.holder(country, offices[0])


def only_own(person: Person) -> bool:
    """Whether all that is known of a person's offices rests on general knowledge alone."""
    return all(t.own_only for t in person.terms)


def _led(person: Person) -> bool:
    """Whether a person ever led a state or its government."""
    return any(t.office in _LEADING and t.start is not None for t in person.terms)


def _in_office_together(one: Person, other: Person) -> bool:
    """Whether two people led different states at one time."""
    return any(
        a.country != b.country and a.start is not None and b.start is not None
        and (a.end is None or b.start.first <= a.end.last) and (b.end is None or a.start.first <= b.end.last)
        for a in one.terms if a.office in _LEADING for b in other.terms if b.office in _LEADING
    )  # fmt: skip
