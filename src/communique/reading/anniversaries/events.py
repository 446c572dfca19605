"""Which dated event of the tables an anniversary counts from."""

from __future__ import annotations

import functools
import re
from collections.abc import Collection

from communique.knowledge.base import Knowledge
from communique.knowledge.kinds import Event

_CONTENT = re.compile(r"[A-Z]?[^\W\d_]{3,}")
_GENERIC = frozenset(
    "the and for with between founding foundation signing establishment establishing anniversary creation adoption"
    " birth treaty agreement agreements declaration day return people republic victory war great world national".split()
)
_RELATIONS = re.compile(
    r"\b(?:diplomatic|bilateral|formal|official)\s[\w\s]{0,30}?(?:relation|tie|link|partnership|friendship)"
    r"|\b(?:relations(?:hip)?|ties|recognition|diplomacy)\b",
    re.IGNORECASE,
)
_FOUNDED = re.compile(
    r"\b(?:found|establish|creat|birth|inception|formation|launch|signing|adoption)\w*\s(?:of\s)?", re.IGNORECASE
)
# A word of an event's name counts as found from this share of its own words on: "war against Japanese aggression".
_SHARE = 0.6
# "the Bandung Conference": a shorter name of the event is meant where all its words stand in the longer one.
_FEW = 2
_JOINTS = frozenset("the and for with from".split())


def of_relations(words: str) -> bool:
    """Whether the words say that diplomatic relations are what is remembered."""
    return bool(_RELATIONS.search(words))


def relations(parties: Collection[str], knowledge: Knowledge) -> Event | None:
    """The establishment of relations between exactly these parties; None where the tables do not have it."""
    rows = [row for row in _events(knowledge) if row.kind == "relations" and set(row.parties) == set(parties)]
    return rows[0] if len(rows) == 1 else None


def named(words: str, parties: Collection[str], knowledge: Knowledge, year: int | None, n: int) -> Event | None:
    """The event that the words name: by the words of its name, or as the founding of the one party they name.

    year is that of publication: an event whose nth anniversary falls into another year is not meant, unless nothing
    else tells.
    """
    wanted = _words(words) - _JOINTS
    scored: list[tuple[float, Event]] = []
    for event in _events(knowledge):
        if event.kind == "relations":
            continue
        own = _words(event.name)
        telling = own - _GENERIC
        found = telling & wanted
        if telling and len(found) >= _SHARE * len(telling):
            scored.append((len(found) / len(telling) + len(found) / 10, event))
        elif len(wanted) >= _FEW and wanted <= own:
            scored.append((0.7, event))
        elif event.kind == "founding" and set(event.parties) == set(parties) and _founding(words, parties, knowledge):
            scored.append((0.5, event))
    if year is not None and any(abs(event.date.year + n - year) <= 1 for _, event in scored):
        scored = [row for row in scored if abs(row[1].date.year + n - year) <= 1]
    scored.sort(key=lambda row: (-row[0], row[1].id))
    if not scored or (len(scored) > 1 and scored[0][0] == scored[1][0]):
        return None
    return scored[0][1]


@functools.lru_cache(maxsize=1024)
def _words(name: str) -> frozenset[str]:
    return frozenset(word.lower() for word in _CONTENT.findall(name))


def _founding(words: str, parties: Collection[str], knowledge: Knowledge) -> bool:
    """Whether the words name the party itself or its founding ("the UN", "founding of the UN"), nothing else of it."""
    rest = words
    for name in reversed(knowledge.names.find(words)):
        if any(entry.country in parties or entry.id in parties for entry in name.entries):
            rest = rest[: name.span.start] + rest[name.span.end :]
    rest = _FOUNDED.sub("", rest)
    return not re.sub(r"(?i)\b(?:the|of|in|its|organi[sz]ation|alliance|bloc|and)\b|[\W\d_]|['’]s?\b", "", rest)


def _events(knowledge: Knowledge) -> list[Event]:
    return [knowledge.events[id_] for id_ in sorted(knowledge.events)]
