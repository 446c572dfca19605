"""Where an encounter was: city, country and venue from the phrases that hang on its own words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from communique.knowledge.base import Knowledge
from communique.knowledge.kinds import Entry
from communique.knowledge.names import Name
from communique.model.reading import Place
from communique.model.span import Span
from communique.reading.encounters.scene import Scene
from communique.reading.encounters.tense import TAKES_PLACE
from communique.reading.tokens import Token

_AT = frozenset("in at inside near outside".split())
_TO = frozenset("to in into at for on".split())
_TOPIC = frozenset(
    "about on over regarding concerning against from after before following since toward towards despite amid as than"
    " because including through".split()
)
_ON_THE_WAY = frozenset("to of in at on as for with by".split())
_TOWNS = frozenset("city town resort capital port village suburb district municipality island state".split())
_PLACED = re.compile(r"\b(?:in|at)\s+(?:the\s+)?\Z", re.IGNORECASE)
_CAPITAL = re.compile(r"(?:['’]s?)?\s+capital\b(?!\s+(?:of|city\s+of|markets?|gains?|punishment)\b)")
_COUNTRY_AFTER = re.compile(r"\s*(?:,|\()\s*(?:the\s+)?$")


@dataclass(frozen=True, slots=True)
class Where:
    """A place read so far; parts that are not stated are None. states are those of a journey to several."""

    city: str | None
    country: str | None
    venue: str | None
    evidence: tuple[Span, ...]
    states: tuple[str, ...] = ()

    def place(self) -> Place | None:
        """The same as a value of the contract; None for a journey to several states."""
        if not (self.city or self.country or self.venue):
            return None
        return Place(self.city, self.country, self.venue, tuple(sorted(set(self.evidence))))


def entry(name: Name, *kinds: str) -> Entry | None:
    """The first entry of a name of one of these kinds."""
    return next((e for kind in kinds for e in name.entries if e.kind == kind), None)


def where(scene: Scene, tops: Sequence[Token], kb: Knowledge, *, goal: bool) -> Where | None:
    """The place of what the given words tell (the trigger and the verb that governs it); None where none is stated.

    goal asks for a destination too ("arrived in", "visit to", "welcomed to"), else only for where it took place.
    """
    found: list[Where] = []
    for at, name in enumerate(scene.names):
        if (capital := _capital(scene, name, kb)) is not None:
            noun = scene.token_at(capital[1].end - 1)
            if noun is not None and _stands(scene, noun, name, tops, goal=goal):
                found.append(capital[0])
            continue
        kind = entry(name, "venue", "city", "state")
        token = scene.head(name.span) if kind and not _of_pair(scene, name) else None
        if kind is None or token is None or (scene.quoted(token) and not scene.quoted(tops[0])):
            continue
        if _stands(scene, token, name, tops, goal=goal):
            found.append(_read(scene, at, kb))
    return _whole(found, goal=goal) or (None if goal else _following(scene, tops[0], kb))


def _of_pair(scene: Scene, name: Name) -> bool:
    """Whether a state is one of a pair before a noun ("the U.S.-Brazil Dialogue"): whose it is, not where."""
    after = scene.text[name.span.end : name.span.end + 2]
    return bool(entry(name, "state")) and (
        bool(re.match(r"[-‑–][A-Z]", after)) or scene.text[max(0, name.span.start - 1) : name.span.start] in "-‑–"
    )


def _capital(scene: Scene, name: Name, kb: Knowledge) -> tuple[Where, Span] | None:
    """The city and the words of "the Finnish capital", "Finland's capital"; None for a state with several capitals."""
    state = entry(name, "demonym", "state")
    if state is None or name.span.end >= scene.sentence.span.end:
        return None
    after = _CAPITAL.match(scene.text, name.span.end, scene.sentence.span.end)
    row = kb.states.get(state.country or state.id) if after else None
    if row is None or len(row.capitals) != 1 or after is None:
        return None
    words = Span(name.span.start, after.end())
    return Where(row.capitals[0], row.id, None, (words,)), words


def _following(scene: Scene, trigger: Token, kb: Knowledge) -> Where | None:
    """The city or venue after "in" or "at" behind the trigger, with no verb or topic between: for a parse that errs."""
    start = scene.span(trigger).end
    for at, name in enumerate(scene.names):
        if name.span.start < start or not entry(name, "city", "venue"):
            continue
        if not _PLACED.search(scene.text, start, name.span.start) or _owned(scene, name):
            continue
        last = scene.token_at(name.span.start)
        between = [t for t in scene.tokens if last is not None and trigger.i < t.i < last.i]
        stops = _TOPIC - {"on"} | {",", ";", "and"}
        if any(t.tag_.startswith("VB") or t.lower_ in stops for t in between):
            return None
        return _read(scene, at, kb)
    return None


def _owned(scene: Scene, name: Name) -> bool:
    return bool(re.match(r"[’']s?\b", scene.text[name.span.end : name.span.end + 2]))


def _read(scene: Scene, at: int, kb: Knowledge) -> Where:
    """One printed name as a place, with the state printed after a city ("Riyadh, Saudi Arabia")."""
    name = scene.names[at]
    if venue := entry(name, "venue"):
        row = kb.venues.get(venue.id)
        town = row.city if row else None
        return Where(town, row.country if row else venue.country, venue.name, (name.span,))
    if city := entry(name, "city"):
        spans: tuple[Span, ...] = (name.span,)
        country = city.country
        if at + 1 < len(scene.names):
            following = scene.names[at + 1]
            state = entry(following, "state")
            if state and _COUNTRY_AFTER.fullmatch(scene.text[name.span.end : following.span.start]):
                spans, country = (name.span, following.span), state.id
        return Where(city.name, country, None, spans)
    state = entry(name, "state")
    assert state is not None
    return Where(None, state.id, None, (name.span,))


def _stands(scene: Scene, token: Token, name: Name, tops: Sequence[Token], *, goal: bool) -> bool:
    """Whether a name of a place stands in a phrase of place that hangs on one of the tops."""
    if _owned(scene, name) and scene.span(token).overlaps(name.span):
        return False
    chain = [token]
    while chain[-1].head.i != chain[-1].i and len(chain) < 16:
        chain.append(chain[-1].head)
    numbers = {t.i for t in tops}
    stop = next((n for n, t in enumerate(chain) if t.i in numbers and n > 0), None)
    if stop is None:
        return False
    path = chain[:stop]
    at = next((n for n, t in enumerate(path) if t.dep_ == "prep" or (t.tag_ == "TO" and t.dep_ != "aux")), None)
    if at is not None and path[at].lower_ == "of" and path[at].head.lower_ in _TOWNS:
        at = next((n for n, t in enumerate(path) if n > at and t.dep_ == "prep"), None)
    if at is None and token.dep_ in ("compound", "nmod") and not name.span.overlaps(scene.span(token.head)):
        return False  # "led a U.S. delegation"
    if at is None:
        return (
            goal
            and path[-1].dep_ == "dobj"
            and not any(t.tag_.startswith("VB") for t in path)
            and all(t.dep_ in ("dobj", "conj", "appos", "compound", "nmod") for t in path)
        )
    if path[at].lower_ not in (_TO if goal else _AT) or any(t.dep_ in ("amod", "poss") for t in path[:at]):
        return False
    if any(t.tag_.startswith("VB") and t.dep_ == "relcl" for t in path[:at]):
        return False  # "to Toronto, where he will represent Kenya"
    if any(t.dep_ in ("compound", "nmod") and not _within(t, t.head, name, scene) for t in path[:at]):
        return False
    if not goal and entry(name, "state") and not entry(name, "city", "venue"):
        further = [t.dep_ for t in path[at + 1 :]]
        if "prep" in further and ("dobj" in further or path[at + 1].dep_ == "dobj"):
            return False  # "voiced support to the army in its operation in X"
    return _quiet(path[at + 1 :], chain[stop], goal=goal)


def _within(token: Token, head: Token, name: Name, scene: Scene) -> bool:
    """Whether a compound stays inside the printed name ("New" of "New Delhi") or is part of a list of places."""
    return name.span.overlaps(scene.span(head)) or (head.tag_ in ("NNP",) and token.dep_ == "nmod")


def _quiet(path: Sequence[Token], top: Token, *, goal: bool) -> bool:
    """Whether nothing on the way up tells another story: no verb, no topic, no time of another thing."""
    for token in path:
        if token.tag_.startswith("VB") and token.dep_ != "prep" and token.lower_ not in TAKES_PLACE:
            return False
        if token.dep_ != "prep":
            continue
        margins = any(c.lower_ in ("sidelines", "margins", "fringes") for c in token.children)
        if (token.lower_ in _TOPIC and not margins) or (goal and token.lower_ not in _ON_THE_WAY):
            return False
    return True


def _whole(found: Sequence[Where], *, goal: bool) -> Where | None:
    """The parts put together; several cities of one phrase give none, several states no country."""
    if not found:
        return None
    spans = tuple(span for row in found for span in row.evidence)
    venues = [row for row in found if row.venue]
    cities = list(dict.fromkeys((row.city, row.country) for row in found if row.city and not row.venue))
    countries = list(dict.fromkeys(row.country for row in found if row.country))
    if venues and (not cities or (goal and venues[0].city)):
        return replace(venues[0], evidence=spans)
    if venues and len(cities) == 1:
        return Where(cities[0][0], cities[0][1], venues[0].venue, spans)
    if len(cities) == 1 and len(countries) == 1:
        return Where(cities[0][0], cities[0][1], None, spans)
    if len(cities) == 1 and cities[0][1] in countries and not goal:
        return Where(cities[0][0], cities[0][1], None, spans)
    if len(countries) == 1:
        return Where(None, countries[0], None, spans)
    return Where(None, None, None, spans, tuple(c for c in countries if c)) if goal else None


def of_relative(scene: Scene, verb: Token, kb: Knowledge) -> Where | None:
    """The place right before the "where" of a verb's own clause ("after talks in Beirut, where he met X")."""
    asks = next((c for c in verb.children if c.lower_ == "where"), None)
    if asks is None:
        return None
    start = scene.span(asks).start
    for at, name in enumerate(scene.names):
        if name.span.end <= start and entry(name, "venue", "city", "state"):
            gap = scene.text[name.span.end : start]
            if not re.fullmatch(r"\s*,?\s*", gap):
                continue
            city = scene.names[at - 1] if at and entry(scene.names[at - 1], "city") else None
            if city is not None and _COUNTRY_AFTER.fullmatch(scene.text[city.span.end : name.span.start]):
                at, name = at - 1, city
            if _PLACED.search(scene.text, scene.sentence.span.start, name.span.start):
                return _read(scene, at, kb)
    return None


def before(scene: Scene, noun: Token) -> Where | None:
    """The city printed right before a noun of encounter ("the Helsinki summit"); None where there is none."""
    start = scene.span(noun).start
    for name in scene.names:
        if name.span.end <= start <= name.span.end + 1 and (city := entry(name, "city")):
            return Where(city.name, city.country, None, (name.span,))
    return None


def goal_before(scene: Scene, noun: Token) -> tuple[Where | None, bool]:
    """Where a journey goes by the name right before its noun ("his Beijing trip"), and whether it is a region's."""
    start = scene.span(noun).start
    name = next((n for n in scene.names if n.span.end <= start <= n.span.end + 1), None)
    if name is None:
        return None, False
    if entry(name, "region", "initiative") and not entry(name, "state", "demonym", "city"):
        return None, bool(entry(name, "region"))
    city, state = entry(name, "city"), entry(name, "state")
    if city is not None:
        return Where(city.name, city.country, None, (name.span,)), False
    return (Where(None, state.id, None, (name.span,)), False) if state is not None else (None, False)
