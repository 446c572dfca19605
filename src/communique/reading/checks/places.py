"""Places that cannot both be right: a venue in another city, a city in another state, a visit to another state."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from communique.knowledge.kinds import Entry
from communique.knowledge.names import Name
from communique.model.reading import Check, Severity
from communique.model.span import Span, evidence
from communique.reading.actors.actors import Actor
from communique.reading.checks.near import Nearby, nearby
from communique.reading.checks.subject import Line, Subject

_ADJECTIVES = r"(?:[a-z][\w-]+\s+){0,2}"
_IN = re.compile(
    rf",?\s+in\s+(?:the\s+)?(?:[a-z]+\s+)?(?:(?:city|capital)\s+(?:of\s+)?)?{_ADJECTIVES}|\s*,\s+|\s*\(\s*"
)
_OWNED = re.compile(rf"[’']s\s+{_ADJECTIVES}")
_AT = re.compile(
    rf",?(?:\s+(?:on\s+\w+|today|yesterday|earlier),?)?\s+(?:at|in|inside|near)\s+(?:the\s+)?{_ADJECTIVES}"
)
_PLACED = re.compile(r"\b(?:in|at|near|from|outside|inside)\s+(?:the\s+)?(?:[a-z]+\s+)?$")
_IN_BEFORE = re.compile(r"\bin\s+(?:the\s+)?(?:(?:capital|city)\s+(?:of\s+)?)?$", re.IGNORECASE)
# After "…, Beijing" or "…, Russia": what shows that the name closed a phrase of place and opens no clause or list.
_CLOSED = re.compile(
    r"\s*(?:\.(?!\w)|\)|;|$|\bon\b|\bfor\b|\bwith\b|\bto\s+(?:discuss|attend|mark|review|take|hold|meet)\b|\bduring\b|\bwhere\b"
    r"|\bafter\b|\bfrom\b|\bbetween\b|\bearlier\b|\btoday\b|\byesterday\b|\b(?:last|this|next)\b|,\s+(?:on|where|for|with|during"
    r"|as|after|the|which|who|he|she|they|to|in|at|by|earlier|according)\b|,\s+(?:[\w’'-]+\s+){1,4}(?:said|says|told|added|reported|announced|confirmed)\b|,\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
)
_OF_STATE = re.compile(
    r"(?:[’']s)?\s+(?P<word>capital|(?:port|resort|host|historic|coastal|northern|southern|eastern|western)?\s?city)"
    r"(?:\s+of|,)?\s+"
)
_VISIT = re.compile(
    r"\s+(?:on\s+\w+\s+|today\s+|yesterday\s+|early\s+|late\s+|[A-Z][a-z]+day\s+(?:\w+\s+)?)?(?:for|on|to\s+(?:start|begin|pay|kick\s+off))"
    r"\s+(?:an?|his|her|their|the)\s+(?:[\w-]+\s+){0,4}visit\s+to\s+(?:the\s+)?"
)
_ARRIVED = re.compile(r"\b(?:arrived|arrives|landed|lands|touched\s+down|arriving)\s+(?:in|at)\s+(?:the\s+)?$")
_PLACES = frozenset({"venue", "city", "state", "demonym"})
# Territories that visits to their state lead to.
_PART_OF = {
    "HKG": "CHN",
    "MAC": "CHN",
    "PRI": "USA",
    "GUM": "USA",
    "GRL": "DNK",
    "REU": "FRA",
    "PYF": "FRA",
    "NCL": "FRA",
}
_DISPUTED = frozenset({"ISR", "PSE", "TWN", "XKX", "UKR", "ESH", "CYP", "GEO"})
# A city smaller than this may share its name with one that the table does not have.
_LARGE = 1_000_000
# The same where the text itself calls it a city of that state ("the Tajik city of Samarkand").
_KNOWN = 200_000


def places(subject: Subject) -> Iterator[Check]:
    """Every place of the article that another word of the same phrase contradicts."""
    near = nearby(subject.knowledge)
    for line in subject.lines:
        placed = [n for n in line.names if any(e.kind in _PLACES for e in n.entries)]
        for left, right in pairwise(placed):
            yield from _venue_city(subject, line, left, right, near)
            yield from _city_state(subject, line, left, right)
            yield from _state_city(subject, line, left, right)
            yield from _visit(subject, line, left, right)
    yield from _of_encounters(subject, near)


def entry(name: Name, kind: str) -> Entry | None:
    """What a name stands for as a thing of one kind, where it is not an ordinary word too."""
    return next((e for e in name.entries if e.kind == kind and not e.shared), None)


def _venue_city(subject: Subject, line: Line, left: Name, right: Name, near: Nearby) -> Iterator[Check]:
    gap = line.between(left.span, right.span)
    venue, city = entry(left, "venue"), entry(right, "city")
    if venue and city:
        closed = re.search(r"\bin\b", gap) or _CLOSED.match(line.after(right.span))
        if not _IN.fullmatch(gap) or not closed:
            return
    else:
        city, venue = entry(left, "city"), entry(right, "venue")
        if not (venue and city):
            return
        owned = _OWNED.fullmatch(gap)
        if not owned and not (_AT.fullmatch(gap) and _IN_BEFORE.search(line.before(left.span))):
            return
    found = _wrong_city(subject, venue, city.name, city.country, near)
    if found:
        severity, message = found
        yield Check("place_conflict", severity, message, evidence(left.span, right.span), f"kb:venues/{venue.id}")


def _wrong_city(
    subject: Subject, venue: Entry, city: str, country: str | None, near: Nearby
) -> tuple[Severity, str] | None:
    row = subject.knowledge.venues.get(venue.id)
    if row is None or row.city is None or row.city == city or near.together("venue", venue.id, row.city, city):
        return None
    message = f"The text places {_the(row.name)} in {city}; it stands in {row.city}."
    return ("error" if near.grounded("venues", venue.id) else "warning"), message


def _the(name: str) -> str:
    """A venue's name with the article that it is spoken with."""
    bare = name.split()[0] in ("Camp", "Zhongnanhai", "Diaoyutai", "Chequers") or len(name.split()) == 1
    return name if bare or name.startswith("The ") else f"the {name}"


def _city_state(subject: Subject, line: Line, left: Name, right: Name) -> Iterator[Check]:
    """ "in Tianjin, Russia"."""
    city, state = entry(left, "city"), entry(right, "state")
    if not (city and state) or not re.fullmatch(r",\s+(?:the\s+)?", line.between(left.span, right.span)):
        return
    if not _PLACED.search(line.before(left.span)):
        return
    if not (_CLOSED.match(line.after(right.span)) or _person_follows(subject, line, right)):
        return
    if not _elsewhere(subject, left, state.id):
        return
    message = f"The text places {city.name} in {_state(subject, state.id)}; it is in {_state(subject, city.country)}."
    yield Check("place_conflict", "error", message, evidence(left.span, right.span), f"kb:cities/{city.id}")


def _person_follows(subject: Subject, line: Line, name: Name) -> bool:
    """Whether a person is named behind the comma: "in Doha, Saudi Arabia, President X met", no list of states."""
    match = re.match(r",\s+", line.after(name.span))
    if match is None:
        return False
    start = name.span.end + match.end()
    return any(row.span.start == start and row.mention.kind == "person" for row in _at(subject, start))


def _at(subject: Subject, place: int) -> tuple[Actor, ...]:
    return subject.actors.within(Span(place, place + 1))


def _state_city(subject: Subject, line: Line, left: Name, right: Name) -> Iterator[Check]:
    """ "the Russian city of Tianjin", "the Chinese capital Kazan"."""
    state = entry(left, "demonym") or entry(left, "state")
    city = entry(right, "city")
    match = _OF_STATE.fullmatch(line.between(left.span, right.span)) if state and city else None
    if match is None or state is None or city is None or len({e.id for e in left.entries}) > 1:
        return
    if _elsewhere(subject, right, state.id, _KNOWN):
        told, own = _state(subject, state.id), _state(subject, city.country)
        message = f"The text calls {city.name} a {match['word']} of {told}; it is in {own}."
        yield Check("place_conflict", "error", message, evidence(left.span, right.span), f"kb:cities/{city.id}")
        return
    row = subject.knowledge.states.get(state.id)
    if match["word"] != "capital" or row is None or state.id in _DISPUTED or city.country != state.id:
        return
    capitals = [town for town in subject.knowledge.cities.values() if town.country == state.id and town.capital]
    names = {*row.capitals, *(name for town in capitals for name in (town.name, *town.aliases))}
    if city.name in names or not row.capitals:
        return
    message = f"The text calls {city.name} the capital of {row.name}; that is {' or '.join(row.capitals)}."
    yield Check("place_conflict", "warning", message, evidence(left.span, right.span), f"kb:states/{state.id}")


def _elsewhere(subject: Subject, name: Name, state: str, large: int = _LARGE) -> bool:
    """Whether no city of that name lies in a state, and the best known is too large to be missed."""
    cities = [e for e in name.entries if e.kind == "city"]
    rows = [subject.knowledge.cities[e.id] for e in cities if e.id in subject.knowledge.cities]
    owners = {row.country for row in rows}
    owners |= {_PART_OF[owner] for owner in owners if owner in _PART_OF}
    if not rows or state in owners or state in _PART_OF or (owners | {state}) & _DISPUTED:
        return False
    return any(row.capital or row.population >= large for row in rows)


def _visit(subject: Subject, line: Line, left: Name, right: Name) -> Iterator[Check]:
    """ "arrived in Beijing for a state visit to Russia"."""
    city, state = entry(left, "city"), entry(right, "state")
    if not (city and state) or not _VISIT.fullmatch(line.between(left.span, right.span)):
        return
    if not _ARRIVED.search(line.before(left.span)) or not _elsewhere(subject, left, state.id):
        return
    message = (
        f"The text lets a visit to {_state(subject, state.id)} begin in {city.name}, "
        f"which is in {_state(subject, city.country)}."
    )
    yield Check("place_conflict", "error", message, evidence(left.span, right.span), f"kb:cities/{city.id}")


def _of_encounters(subject: Subject, near: Nearby) -> Iterator[Check]:
    """An encounter whose venue and city come from different sentences."""
    named = {name.span: name for line in subject.lines for name in line.names}
    for row in subject.reading.encounters or ():
        place = row.place
        if place is None or not (place.venue and place.city) or len(place.evidence) < 2:
            continue
        found = [named[span] for span in place.evidence if span in named]
        venues = [e for e in (entry(n, "venue") for n in found) if e is not None]
        cities = [n for n in found if (town := entry(n, "city")) and town.name == place.city]
        if len({e.id for e in venues}) != 1 or not cities:
            continue
        wrong = _wrong_city(subject, venues[0], place.city, place.country, near)
        if wrong:
            where = evidence(*(n.span for n in found if entry(n, "venue")), cities[0].span)
            yield Check("place_conflict", wrong[0], wrong[1], where, f"kb:venues/{venues[0].id}")


def _state(subject: Subject, code: str | None) -> str:
    row = subject.knowledge.states.get(code or "")
    return row.name if row else (code or "another state")
