"""Values with everybody who states them, the best attested first; what people judged comes before all."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from communique.model.record import Attested, Place
from communique.resolve.judgements import MACHINE, Corrections


@dataclass(frozen=True, slots=True)
class Said:
    """One statement of a value: where, and by which origin."""

    value: str
    places: tuple[Place, ...]
    voice: str
    article: str


Weight = Callable[[str, str, Mapping[str, Sequence[Said]]], tuple[int, ...]]
"""What a value is sorted by, the least first: from the field's name, the value, and all that is said."""


def by_origins(found: Sequence[Said]) -> tuple[int, int]:
    """Voices, then articles, the most first."""
    return (-len({row.voice for row in found}), -len({row.article for row in found}))


def _plain_weight(_: str, value: str, said: Mapping[str, Sequence[Said]]) -> tuple[int, ...]:
    return by_origins(said.get(value, ()))


def attested_values(
    name: str, said: Sequence[Said], keys: Sequence[str], corrected: Corrections, weight: Weight = _plain_weight
) -> tuple[Attested, ...]:
    """The values of one field, those set by people before all, rejected ones last.

    keys are those of the tellings, by which corrections are found.
    """
    by_value: dict[str, list[Said]] = {}
    for row in said:
        by_value.setdefault(row.value, []).append(row)
    rejected = {value: by for key in keys for field, value, by in corrected.rejected.get(key, ()) if field == name}
    put = {value: by for key in keys for field, value, by in corrected.put.get(key, ()) if field == name}
    rows = [_attested(value, found, value in rejected, rejected.get(value)) for value, found in by_value.items()]
    rows += [Attested(value, (), (), by=_by(by)) for value, by in put.items() if value not in by_value]
    order = {row.value: weight(name, row.value, by_value) for row in rows}
    return tuple(sorted(rows, key=lambda row: (row.rejected, row.value not in put, *order[row.value], row.value)))


def _attested(value: str, found: Sequence[Said], rejected: bool = False, by: str | None = None) -> Attested:
    places = tuple(sorted({place for row in found for place in row.places}))
    voices = tuple(sorted({row.voice for row in found}))
    return Attested(value, places, voices, rejected, _by(by) if rejected else None)


def _by(name: str | None) -> str:
    return name if name and name != MACHINE else name or "a person"
