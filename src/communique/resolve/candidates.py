"""Which mentions must be looked at together: the neighbours of a mention, and the component that it belongs to."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from communique.resolve.facts import MentionFacts
from communique.resolve.same import THRESHOLD, likeness

SLACK = 1
"""Days that two intervals may lie apart and still be candidates: a date in another time zone."""
# The most that copy links and quotations add to a likeness: what is below it even then can never be joined.
_BONUS = 0.15

Near = Callable[[MentionFacts], Iterable[MentionFacts]]
"""The candidates of a mention: those that `are_candidates` would find, from a store's index or a list."""


def are_candidates(a: MentionFacts, b: MentionFacts) -> bool:
    """Whether two mentions share parties and could share a day: cheap, and what an index can answer."""
    if not set(a.blocks) & set(b.blocks):
        return False
    if a.first is None or a.last is None or b.first is None or b.last is None:
        return False
    return a.first <= b.last + SLACK and b.first <= a.last + SLACK


def candidates(mention: MentionFacts, all_mentions: Iterable[MentionFacts]) -> tuple[MentionFacts, ...]:
    """The candidates of a mention in a list, by their keys."""
    found = (other for other in all_mentions if other.key != mention.key and are_candidates(mention, other))
    return tuple(sorted(found, key=lambda other: other.key))


def tied(a: MentionFacts, b: MentionFacts) -> bool:
    """Whether two mentions may end in one group, or one in a part of the other."""
    if a.family != b.family:
        return holds(a, b) or holds(b, a)
    if a.dating == b.dating == "day" and a.first == b.first and a.actors == b.actors:
        return True  # two encounters of one day: their ids have to be told apart
    found = likeness(a, b)
    return found is not None and found + _BONUS >= THRESHOLD


def holds(outer: MentionFacts, inner: MentionFacts) -> bool:
    """Whether talks or a signing can be a part of a visit or of a summit: same persons, in its days, in its country.

    Within one article the reader's own word counts.
    """
    if outer.article == inner.article:
        return inner.outer == outer.encounter
    if outer.first is None or outer.last is None or inner.dating != "day" or inner.first is None:
        return False
    if outer.dating not in ("day", "days") or not outer.first <= inner.first <= outer.last:
        return False
    persons = {actor.key for actor in outer.people}
    if not persons or not persons <= {actor.key for actor in inner.people}:
        return False
    if outer.family == "visit":
        if inner.family not in ("talks", "signing", "ceremony") or not outer.country:
            return False
        # A meeting in the host's country with somebody else than the host is no part of the visit.
        return inner.country == outer.country and outer.country in inner.countries
    return outer.family == "talks" and inner.family == "signing" and outer.city == inner.city


def component(seeds: Iterable[MentionFacts], near: Near, bound: Near | None = None) -> tuple[MentionFacts, ...]:
    """Everything that the seeds can be joined with, directly or through others, the seeds too; by their keys.

    A group never reaches beyond its component, so that this is all that a new article can change. near gives the
    candidates of a mention; bound those that belong to it whatever their facts: the others of a copied sentence, those
    judged the same, the container and the parts in its own reading.
    """
    taken: dict[str, MentionFacts] = {}
    waiting = list(seeds)
    while waiting:
        mention = waiting.pop()
        if mention.key in taken:
            continue
        taken[mention.key] = mention
        waiting += [other for other in near(mention) if other.key not in taken and tied(mention, other)]
        waiting += [other for other in (bound(mention) if bound else ()) if other.key not in taken]
    return tuple(taken[key] for key in sorted(taken))
