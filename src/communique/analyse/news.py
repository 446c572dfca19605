"""What articles since have done to a row of the record."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from communique.model.answer import Outline
from communique.model.news import Item, Kind, NewValue
from communique.model.record import Attested, Contradiction, MergedEncounter, MergedRow

ONE_VALUED = (
    "status", "start", "end", "city", "country", "venue", "level", "initiator", "sidelines_of", "value", "amount",
    "count", "deadline", "change", "claimed_by",
)  # fmt: skip
"""The fields of which a row has one value at a time: a new one is news. Other words for the same are none."""


def judged(
    row: MergedEncounter | MergedRow,
    about: Outline | MergedRow,
    fresh: Collection[str],
    voices: Mapping[str, str],
    said: int = 0,
) -> Item | None:
    """What the fresh articles (by id) did to a row; None where they only tell it again.

    voices are the independent origins of articles. said is how many statements of it only fresh articles have.
    """
    told = _articles(row)
    since, before = {one for one in told if one in fresh}, {one for one in told if one not in fresh}
    if not since:
        return None
    if not before:
        return Item(about, "new", articles=len(since), origins=len({voices.get(one, one) for one in since}))
    known = {voices.get(one, one) for one in before}
    further = len({voices.get(one, one) for one in since} - known)
    against = tuple(one for one in row.contradictions if _is_new(one, fresh))
    disputed = {one.field for one in row.contradictions}
    told_of: dict[str, tuple[Attested, ...]] = dict(row.values.items())
    values = tuple(value for value in _values(told_of, fresh) if value.field not in disputed)
    kind: Kind | None = "contradicted" if against else "changed" if values or said else "confirmed" if further else None
    return Item(about, kind, values, against, further, len(since), said) if kind else None


def _articles(row: MergedEncounter | MergedRow) -> set[str]:
    pairs = row.mentions if isinstance(row, MergedEncounter) else row.tellings
    return {article for article, _ in pairs}


def _only(value: Attested, fresh: Collection[str]) -> bool:
    return bool(value.places) and all(place.article in fresh for place in value.places)


def _is_new(row: Contradiction, fresh: Collection[str]) -> bool:
    """Whether articles since state one side and articles before another."""
    only = [_only(value, fresh) for value in row.values if value.places]
    return any(only) and not all(only)


def _values(found: Mapping[str, tuple[Attested, ...]], fresh: Collection[str]) -> Iterator[NewValue]:
    for field in ONE_VALUED:
        standing = [value for value in found.get(field, ()) if not value.rejected]
        old = next((value.value for value in standing if not _only(value, fresh)), None)
        for value in standing:
            if _only(value, fresh):
                yield NewValue(field, old, value.value)
                break
