"""The knowledge base: all tables behind one object, loaded when first asked for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import cast, get_args

from communique.knowledge import forms
from communique.knowledge.counted import CountedNouns
from communique.knowledge.kinds import (
    City,
    Edition,
    Event,
    Initiative,
    Metonym,
    Office,
    Organisation,
    Outlet,
    ReferenceFigure,
    Region,
    State,
    StateCodes,
    Summit,
    Venue,
)
from communique.knowledge.names import Names
from communique.knowledge.partnerships import Partnerships
from communique.knowledge.people import People, date
from communique.knowledge.phrases import SetPhrases
from communique.knowledge.tables import TableError, Tables, parts
from communique.knowledge.units import Units
from communique.model.reading import Topic


class Knowledge:
    """What is known before an article is read. Each part is read from its table when it is first asked for.

    overlay is a folder with a user's own rows (docs/knowledge.md); None for the shipped tables alone. Raises TableError
    where it cannot be used.
    """

    def __init__(self, overlay: Path | None = None) -> None:
        self.tables = Tables(overlay)

    @property
    def version(self) -> str:
        """The version of the tables, such as "kb2026.11"."""
        return self.tables.version

    @cached_property
    def names(self) -> Names:
        """Every name of the tables, ready to be found in a text."""
        return Names(forms.all_forms(self.tables, self.people))

    @cached_property
    def people(self) -> People:
        """People with their offices."""
        return People(self.tables)

    @cached_property
    def states(self) -> Mapping[str, State]:
        """States and territories by ISO alpha-3."""
        return {
            row[0]: State(
                row[0],
                row[1],
                row[2],
                row[3],
                parts(row[4]),
                parts(row[5]),
                parts(row[6]),
                parts(row[7]),
                parts(row[8]),
                row[9],
            )
            for row in self.tables.rows("states", forms.STATES)
        }

    @cached_property
    def state_codes(self) -> Mapping[str, StateCodes]:
        """The Correlates of War and Gleditsch-Ward numbers of states by ISO alpha-3."""
        columns = ("country", "cow_abbr", "cow", "gw")
        return {
            country: StateCodes(abbr, int(cow), int(gw))
            for country, abbr, cow, gw in self.tables.rows("state_codes", columns)
        }

    @cached_property
    def organisations(self) -> Mapping[str, Organisation]:
        """Organisations and groupings by id."""
        return {
            id_: Organisation(id_, name, parts(aliases), kind, seat or None, country or None)
            for id_, name, aliases, kind, seat, country, _ in self.tables.rows("organisations", forms.ORGANISATIONS)
        }

    @cached_property
    def cities(self) -> Mapping[str, City]:
        """Cities by GeoNames id, capitals and large ones first."""
        return {
            id_: City(id_, name, parts(aliases), country, int(population or 0), bool(capital), bool(shared))
            for id_, name, aliases, country, population, capital, shared in self.tables.rows("cities", forms.CITIES)
        }

    @cached_property
    def venues(self) -> Mapping[str, Venue]:
        """Buildings and estates by id."""
        return {
            id_: Venue(id_, name, parts(aliases), city or None, country or None)
            for id_, name, aliases, city, country, _ in self.tables.rows("venues", forms.VENUES)
        }

    @cached_property
    def summits(self) -> Mapping[str, Summit]:
        """Recurring summits by id, each with its editions."""
        editions: dict[str, list[Edition]] = {}
        for id_, series, ordinal, city, country, start, end, how in self.tables.rows("editions", forms.EDITIONS):
            edition = Edition(
                id_,
                series,
                int(ordinal) if ordinal else None,
                city or None,
                country or None,
                date(start),
                date(end),
                how,
            )
            editions.setdefault(series, []).append(edition)
        return {
            id_: Summit(id_, name, parts(aliases), organisation or None, tuple(editions.get(id_, ())))
            for id_, name, aliases, organisation in self.tables.rows("summits", forms.SUMMITS)
        }

    @cached_property
    def editions(self) -> Mapping[str, Edition]:
        """The editions of all summits by id."""
        return {edition.id: edition for summit in self.summits.values() for edition in summit.editions}

    @cached_property
    def outlets(self) -> Mapping[str, Outlet]:
        """Media and press offices by id."""
        return {
            id_: Outlet(
                id_, name, parts(aliases), domain or None, country or None, kind, standing or None, group or None
            )
            for id_, name, aliases, domain, country, kind, standing, group, _ in self.tables.rows(
                "outlets", forms.OUTLETS
            )
        }

    @cached_property
    def offices(self) -> tuple[Office, ...]:
        """Printed titles with the office that each stands for, and where."""
        return tuple(
            Office(title, plural, key, parts(countries), int(rank))
            for title, plural, key, countries, rank in self.tables.rows("offices", forms.OFFICES)
        )

    @cached_property
    def events(self) -> Mapping[str, Event]:
        """Dated events that anniversaries count from, by id."""
        return {
            row[0]: Event(row[0], on, row[2], row[3], parts(row[4]))
            for row in self.tables.rows("events", ("id", "date", "kind", "name", "parties"))
            if (on := date(row[1])) is not None
        }

    @cached_property
    def units(self) -> Units:
        """Scale words, currencies, shares and measures, ready to be found beside a number."""
        return Units(self.tables)

    @cached_property
    def counted(self) -> CountedNouns:
        """Nouns that news counts."""
        return CountedNouns(self.tables)

    @cached_property
    def reference_figures(self) -> Mapping[str, ReferenceFigure]:
        """Figures that news repeats, by id, to compare printed ones with."""
        columns = ("measure", "parties", "period", "value", "unit", "definition", "reporter", "tolerance", "doubtful")
        return {
            id_: ReferenceFigure(
                id_, measure, parts(parties), period or None, float(value), unit, definition, reporter,
                float(tolerance or 0), bool(doubtful),
            )
            for id_, measure, parties, period, value, unit, definition, reporter, tolerance, doubtful in (
                self.tables.rows("reference_figures", ("id", *columns))
            )
        }  # fmt: skip

    @cached_property
    def initiatives(self) -> Mapping[str, Initiative]:
        """Named initiatives and projects by id."""
        return {
            id_: Initiative(id_, name, parts(aliases), proponent or None, date(first))
            for id_, name, aliases, proponent, first, _ in self.tables.rows("initiatives", forms.INITIATIVES)
        }

    @cached_property
    def partnerships(self) -> Partnerships:
        """Levels of partnership, the words of their labels, and who holds which since when."""
        return Partnerships(self.tables)

    @cached_property
    def phrases(self) -> SetPhrases:
        """Set phrases, and the words that stand for each other in them."""
        return SetPhrases(self.tables)

    @cached_property
    def regions(self) -> Mapping[str, Region]:
        """Parts of the world and of states, seas, loose groups of states, by id."""
        return {
            row[0]: Region(row[0], row[1], parts(row[2]), parts(row[3]), row[4], row[5] or None)
            for row in self.tables.rows("regions", forms.REGIONS)
        }

    @cached_property
    def metonyms(self) -> tuple[Metonym, ...]:
        """Houses and places that are printed for an actor (capitals are with the states)."""
        return tuple(
            Metonym(name, actor, what, parts(aliases))
            for name, actor, what, aliases in self.tables.rows("metonyms", forms.METONYMS)
        )

    @cached_property
    def topics(self) -> Mapping[str, tuple[Topic, ...]]:
        """The words that tell what something is about, lower case, each with the topics that it tells of."""
        found: dict[str, list[Topic]] = {}
        for topic, cue in self.tables.rows("topics", ("topic", "cue")):
            if topic not in get_args(Topic):
                raise TableError(f"topics.csv: no such topic: {topic!r} (there are: {', '.join(get_args(Topic))})")
            found.setdefault(cue.lower(), []).append(cast(Topic, topic))
        return {cue: tuple(topics) for cue, topics in found.items()}

    @cached_property
    def _by_domain(self) -> Mapping[str, str]:
        return {outlet.domain: id_ for id_, outlet in self.outlets.items() if outlet.domain}

    def outlet_at(self, host: str) -> Outlet | None:
        """The outlet of a web host ("english.news.cn"), by the longest domain that it ends in; None for another."""
        labels = host.lower().removeprefix("www.").rstrip(".").split(".")
        for at in range(len(labels) - 1):
            id_ = self._by_domain.get(".".join(labels[at:]))
            if id_ is not None:
                return self.outlets[id_]
        return None


def load(overlay: Path | None = None) -> Knowledge:
    """The knowledge base with a user's own tables laid over it."""
    return Knowledge(overlay)


@cache
def default() -> Knowledge:
    """The shipped knowledge base; the same object every time."""
    return Knowledge()
