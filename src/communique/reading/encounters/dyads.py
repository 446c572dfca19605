"""Dyads: the surnames that stand right before a noun of encounter ("the Trump-Putin summit", "Trump's Putin summit").

Elsewhere a surname beside a capitalised word may be part of a longer name; before these nouns it is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from communique.knowledge.names import Name
from communique.model.reading import Party
from communique.model.span import Span
from communique.reading.actors.actors import Actor
from communique.reading.actors.mentions import Mention

_FAMILY_FIRST = frozenset({"CHN", "KOR", "PRK", "TWN", "KHM"})
_NOUNS = r"(?:summits?|meetings?|talks|encounter|dialogue|call|phone call|sit-down|showdown|dinner|lunch)"
_BETWEEN = r"(?:\s+(?:[A-Z][a-z]+|[a-z]+)){0,2}?"
_DYAD = re.compile(rf"\b([A-Z][\w’']+)[-‑–/]([A-Z][\w’']+)(?={_BETWEEN}\s+{_NOUNS}\b)")
_FIELDS = r"(?:\s+[A-Z][\w-]+){0,5}?"
_STATES = re.compile(
    rf"\b([A-Z][A-Za-z.]+[-‑–/][A-Z][A-Za-z.]+){_FIELDS}\s+"
    r"(?:[Ss]ummit|[Dd]ialogue|[Cc]onsultations?|[Tt]alks|[Mm]eeting|[Cc]ommission|[Cc]ouncil)\b"
)
_OWNED = re.compile(rf"(?:[’']s?|\b[Tt]he|\b[Hh]is|\b[Hh]er)\s+([A-Z]\w+)(?=\s+{_NOUNS}\b)")


def surnames(actors: Iterable[Actor]) -> Mapping[str, Party]:
    """The people of an article by the last word of each printed name; a word that two share is left out."""
    out: dict[str, Party] = {}
    shared: set[str] = set()
    for actor in actors:
        if actor.mention.kind != "person" or actor.party is None or not actor.party.country:
            continue
        words = (actor.party.name or "").split()
        for word in words[:1] if actor.party.country in _FAMILY_FIRST else words[-1:]:
            old = out.setdefault(word, actor.party)
            if old.key != actor.party.key:
                shared.add(word)
    return {word: party for word, party in out.items() if word not in shared}


def with_dyads(
    text: str, span: Span, found: Sequence[Actor], known: Mapping[str, Party], names: Sequence[Name]
) -> Sequence[Actor]:
    """The actors of a sentence with those named only before its nouns of encounter: surnames, and pairs of states."""
    places = [Span(m.start(n), m.end(n)) for m in _DYAD.finditer(text, span.start, span.end) for n in (1, 2)]
    places += [Span(m.start(1), m.end(1)) for m in _OWNED.finditer(text, span.start, span.end)]
    more: list[Actor] = []
    for place in places:
        party = known.get(place.of(text))
        if party is not None and not any(a.span.overlaps(place) for a in (*found, *more)):
            mention = Mention(place, "person", name=place)
            more.append(Actor(mention, replace(party, evidence=(place,), support="resolved", how="surname")))
    for match in _STATES.finditer(text, span.start, span.end):
        pair = [n for n in names if n.span.start == match.start() or n.span.end == match.end(1)]
        states = [(n, e) for n in pair if (e := n.entries[0]).kind in ("state", "demonym", "organisation", "prefix")]
        if len(states) != 2 or any(a.span.overlaps(n.span) for n in pair for a in (*found, *more)):
            continue
        for name, entry in states:
            made = Party(None, entry.country or entry.id, (name.span,), how="dyad", support="resolved")
            more.append(Actor(Mention(name.span, "state", countries=(entry.country or entry.id,)), made))
    return sorted((*found, *more), key=lambda a: a.span) if more else found
