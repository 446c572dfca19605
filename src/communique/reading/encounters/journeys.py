"""What a meeting takes over from the visit in which it was held: its city, and of its days what is sure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from communique.model.dates import PartialDate
from communique.reading.encounters.merge import Group
from communique.reading.encounters.when import When
from communique.reading.encounters.where import Where


def date_in(visit: Group, group: Group) -> When | None:
    """The date of an encounter told without one that was part of a dated visit.

    The visit's day where one sentence tells of both, or somebody "visited Aden today"; else the month, where
    all of the visit lies in it; None where the visit's date says no more than a year.
    """
    whole = visit.when
    if whole is None or whole.start.precision < _MONTH:
        return None
    one_day = _told_together(visit, group) or any(
        t.frame in ("visit", "lead") and t.certain and t.when is whole for t in visit.traces
    )
    if whole.end is None and whole.start.exact is not None and one_day:
        return replace(whole, how="visit")
    first, last = str(whole.start)[:7], str(whole.end or whole.start)[:7]
    return When(PartialDate.parse(first), None, "visit", whole.evidence) if first == last else None


_MONTH = PartialDate.parse("2000-01").precision


def signed_at(group: Group, found: Sequence[Group]) -> Group | None:
    """The signing, news of the page and of a known day, that talks of the same people were held for."""
    if group.kind != "meeting" or not group.main or group.told != "held" or group.when is not None:
        return None
    keys = {p.key for p in group.parties}
    rows = (g for g in found if g.kind == "signing" and g.main and g.told in ("held", "open"))
    return next((g for g in rows if {p.key for p in g.parties} == keys and g.when and g.when.start.exact), None)


def place_of_signing(signing: Group, group: Group) -> Where | None:
    """Where talks were that one sentence tells of together with the signing."""
    return signing.where if group.where is None and _told_together(signing, group) else group.where


def whole_journey(leg: Group, found: Sequence[Group]) -> Group | None:
    """The journey of which a visit is one leg: the dated news of the same travellers, to no one city."""
    if leg.kind != "visit" or not leg.main:
        return None
    travellers = {p.key for p in leg.parties}
    return next(
        (
            g for g in found
            if g.kind == "visit" and g is not leg and g.main and g.when is not None
            and (g.where is None or not g.where.city) and {p.key for p in g.parties} == travellers
        ),
        None,
    )  # fmt: skip


def _told_together(visit: Group, group: Group) -> bool:
    told = {t.sentence for t in visit.traces}
    return any(t.sentence in told for t in group.traces)


def place_in(visit: Group, group: Group) -> Where | None:
    """The city of the visit for a meeting that is told without a place, with somebody of that city's state."""
    there = visit.where
    if group.where is not None and (group.where.city or group.where.country != (there and there.country)):
        return group.where
    if there is None or not there.city or there.states:
        return group.where
    return there if any(p.country == there.country for p in group.parties) else group.where
