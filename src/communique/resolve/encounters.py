"""The encounters of a component: groups, merged, with ids of their own and their parts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from communique.model.reading import Reading
from communique.model.record import CopyLink, Judgement, MergedEncounter, OriginChain
from communique.resolve.candidates import holds
from communique.resolve.facts import Actor, MentionFacts, content_id
from communique.resolve.groups import group
from communique.resolve.judgements import Corrections, Refusal, corrections, pairs
from communique.resolve.merge import merge

# Who can hold whom: only an encounter further left holds one further right.
_ORDER = ("visit", "multi", "talks", "ceremony", "signing", "call", "letter", "other")


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a component comes to: its encounters by id, and the judgements that could not be followed."""

    encounters: tuple[MergedEncounter, ...]
    refusals: tuple[Refusal, ...] = ()


def resolved(
    component: Iterable[MentionFacts],
    readings: Mapping[str, Reading],
    chains: Mapping[str, OriginChain] | None = None,
    links: Iterable[CopyLink] = (),
    log: Iterable[Judgement] = (),
) -> Resolved:
    """The encounters that a whole component tells, in the order of their ids.

    readings, chains (by article id) and links may hold more than the component needs; log is the whole log.
    """
    log, links = tuple(log), tuple(links)
    corrected = corrections(log)
    found = group([with_people(row, corrected) for row in component], links, pairs(log))
    merged = [merge(rows, readings, chains or {}, _between(rows, links), corrected) for rows in found.groups]
    ids = _ids(merged, found.groups)
    outer = _containers(found.groups)
    rows = [replace(row, id=ids[at], part_of=ids[outer[at]] if at in outer else None) for at, row in enumerate(merged)]
    return Resolved(tuple(sorted(rows, key=lambda row: row.id)), found.refusals)


def with_people(facts: MentionFacts, corrected: Corrections) -> MentionFacts:
    """The facts with persons under the keys that people gave them: what candidates are to be looked up with."""
    if not (corrected.people or corrected.split):
        return facts
    actors = {replace(one, key=_person(one, facts.article, corrected)) if one.key else one for one in facts.actors}
    return replace(facts, actors=tuple(sorted(actors, key=lambda one: (one.country, one.key))))


def _person(one: Actor, article: str, corrected: Corrections) -> str:
    key = one.key if one.known else f"{one.country}/{one.key}"
    # Unknown persons are kept by their bare names beside their states.
    return corrected.person(key, article).removeprefix(f"{one.country}/")


def _between(rows: Sequence[MentionFacts], links: Sequence[CopyLink]) -> tuple[CopyLink, ...]:
    articles = {row.article for row in rows}
    return tuple(link for link in links if link.first in articles and link.second in articles)


def _ids(merged: Sequence[MergedEncounter], groups: Sequence[tuple[MentionFacts, ...]]) -> list[str]:
    """The ids, told apart where two encounters have the same parties on one day: all but the first by their mentions.

    groups come in the order of their smallest mention keys, which no other article of the component changes much.
    """
    out: list[str] = []
    for row, rows in zip(merged, groups, strict=True):
        out.append(row.id if row.id not in out else content_id("enc", (row.id, rows[0].key)))
    return out


def _containers(groups: Sequence[tuple[MentionFacts, ...]]) -> dict[int, int]:
    """For every group that is a part, the position of the group that holds it.

    Days and country that fit across articles count before what one article alone suggests, for a container without a
    day is often background; best are both; of equals the nearer container.
    """
    place = {(row.article, row.encounter): at for at, rows in enumerate(groups) for row in rows}
    by_article = Counter(
        (place[row.article, row.encounter], place[row.article, row.outer])
        for rows in groups
        for row in rows
        if row.outer and (row.article, row.outer) in place
    )
    out: dict[int, int] = {}
    for at, rows in enumerate(groups):
        best: tuple[int, int, int, str, int] | None = None
        for other, outers in enumerate(groups):
            if other == at or _rank(outers) >= _rank(rows):
                continue
            told = by_article[at, other]
            fits = any(holds(o, i) for o in outers for i in rows if o.article != i.article)
            if told or fits:
                entry = (-2 * fits - bool(told), -told, -_rank(outers), outers[0].key, other)
                best = min(best, entry) if best else entry
        if best:
            out[at] = best[4]
    return out


def _rank(rows: Sequence[MentionFacts]) -> int:
    return _ORDER.index(rows[0].family)
