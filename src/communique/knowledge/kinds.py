"""What the tables hold: states, organisations, places, summits, media, titles, events, as frozen types."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from communique.model.dates import PartialDate

EntryKind = Literal[
    "state", "demonym", "metonym", "prefix", "city", "venue", "organisation", "summit", "outlet", "office", "person",
    "initiative", "region",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that a printed name may stand for.

    id is ISO alpha-3 for a state, demonym, metonym or prefix, the office key for an office, else the id of the row.
    country is ISO alpha-3, the id of an organisation, or None (a title that any state may have); for a person his own
    state, whatever office he holds on the day. A summit's id is that of the series or, where the string names one
    meeting of it, of the edition. shared says that the
    printed string is an ordinary word or the name of something else too: believe it only with support.
    """

    kind: EntryKind
    id: str
    name: str
    country: str | None
    shared: bool = False


@dataclass(frozen=True, slots=True)
class StateCodes:
    """What a state is called in the data sets of the field: Correlates of War and Gleditsch-Ward."""

    cow_abbr: str
    cow: int
    gw: int


@dataclass(frozen=True, slots=True)
class State:
    """A state, or a territory that news treats as an actor. id is ISO 3166-1 alpha-3 (Kosovo: XKX).

    leads is the office whose holder "the Chinese leader" means: head_of_state, head_of_government or party_leader.
    """

    id: str
    alpha2: str
    name: str
    official: str
    aliases: tuple[str, ...]
    demonyms: tuple[str, ...]
    capitals: tuple[str, ...]
    prefixes: tuple[str, ...]
    shared: tuple[str, ...]
    leads: str


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation or grouping of states; seat and country are None where it has none."""

    id: str
    name: str
    aliases: tuple[str, ...]
    kind: str
    seat: str | None
    country: str | None


@dataclass(frozen=True, slots=True)
class City:
    """A city; population as GeoNames gives it, 0 where unknown."""

    id: str
    name: str
    aliases: tuple[str, ...]
    country: str
    population: int
    capital: bool
    shared: bool


@dataclass(frozen=True, slots=True)
class Venue:
    """A building or estate where encounters take place; city is the name that the table of cities has for it.

    city and country are None for a house that many capitals have (the Presidential Palace).
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    city: str | None
    country: str | None


@dataclass(frozen=True, slots=True)
class Edition:
    """One meeting of a recurring summit; ordinal is None where it is not numbered or not known.

    how is "in person", "video", "cancelled" or "planned".
    """

    id: str
    series: str
    ordinal: int | None
    city: str | None
    country: str | None
    start: PartialDate | None
    end: PartialDate | None
    how: str


@dataclass(frozen=True, slots=True)
class Summit:
    """A recurring summit with its known editions in order of time; organisation is None for a plain forum."""

    id: str
    name: str
    aliases: tuple[str, ...]
    organisation: str | None
    editions: tuple[Edition, ...]


@dataclass(frozen=True, slots=True)
class Outlet:
    """An agency, newspaper, broadcaster, site or press office.

    kind is wire, newspaper, broadcaster, website, government or aggregator; standing a letter of docs/knowledge.md
    (S state, P private ...), None where unknown. Outlets of one group count as one origin.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    domain: str | None
    country: str | None
    kind: str
    standing: str | None
    group: str | None


@dataclass(frozen=True, slots=True)
class Office:
    """A title as it is printed before or after a name, or alone; countries is empty where any state may have it.

    key is the office that it stands for; rank is 1 for heads of state and government and grows downwards.
    """

    title: str
    plural: str
    key: str
    countries: tuple[str, ...]
    rank: int


@dataclass(frozen=True, slots=True)
class Event:
    """A dated event that anniversaries count from; parties are states or organisations."""

    id: str
    date: PartialDate
    kind: str
    name: str
    parties: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReferenceFigure:
    """A figure that is known before an article is read, to compare printed ones with.

    parties are states, organisations or regions. period is as in `model.reading.Figure`, None for a standing number.
    reporter is whose figure it is: two correct ones differ where reporters do. tolerance is in percent: what rounding
    and revision account for. doubtful rows raise no error.
    """

    id: str
    measure: str
    parties: tuple[str, ...]
    period: str | None
    value: float
    unit: str
    definition: str
    reporter: str
    tolerance: float
    doubtful: bool


@dataclass(frozen=True, slots=True)
class Initiative:
    """A named initiative, project or programme; first is when it was first put forward."""

    id: str
    name: str
    aliases: tuple[str, ...]
    proponent: str | None
    first: PartialDate | None


@dataclass(frozen=True, slots=True)
class Region:
    """A part of the world or of a state, a sea, a loose group of states.

    kind is "group", "part" (of the state in country), "place" or "sea".
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    demonyms: tuple[str, ...]
    kind: str
    country: str | None


@dataclass(frozen=True, slots=True)
class Metonym:
    """A place or house that is printed for an actor: the Kremlin for Russia. what says which body it stands for."""

    name: str
    actor: str
    what: str
    aliases: tuple[str, ...]
