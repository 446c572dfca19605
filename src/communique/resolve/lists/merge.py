"""Merging: the rows of the lists of all articles about one encounter, each once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from communique.knowledge.base import Knowledge
from communique.model.dates import PartialDate
from communique.model.reading import Reading
from communique.model.record import Attested, CopyLink, MergedRow, OriginChain, Place
from communique.resolve.accounts import Copies, Telling, voices_behind
from communique.resolve.attesting import Said, attested_values
from communique.resolve.claims import ALIKE
from communique.resolve.facts import content_id
from communique.resolve.judgements import Corrections
from communique.resolve.linkage import average_linkage
from communique.resolve.lists.disputes import contradictions
from communique.resolve.lists.forms import FORMS, Form
from communique.resolve.lists.items import LISTS, Item
from communique.resolve.moments import earliest
from communique.resolve.sides import sides


@dataclass(frozen=True, slots=True)
class Scope:
    """Within what rows are compared: an encounter with its day and the countries that take part, or a family of copies
    (encounter None). The rest is what is known of the articles."""

    readings: Mapping[str, Reading]
    chains: Mapping[str, OriginChain]
    links: Sequence[CopyLink] = ()
    encounter: str | None = None
    day: PartialDate | None = None
    parties: tuple[str, ...] = ()
    corrected: Corrections = field(default_factory=Corrections)
    kb: Knowledge | None = None


def merged(rows: Iterable[Item], scope: Scope) -> tuple[tuple[MergedRow, tuple[Item, ...]], ...]:
    """The merged rows of a scope in the order of their ids, each with the items that it is made of."""
    by_list: dict[str, list[Item]] = {}
    for row in sorted(rows, key=lambda row: (row.article, row.position)):
        by_list.setdefault(row.list, []).append(row)
    copies = Copies(scope.links)
    owned = {chain.voice: chain.ownership for _, chain in sorted(scope.chains.items())}
    out = []
    for name in LISTS:
        for group in _groups(by_list.get(name, []), FORMS[name]):
            out.append((_merged(group, scope, copies, owned), tuple(group)))
    return tuple(sorted(_told_apart(out), key=lambda pair: pair[0].id))


def _told_apart(rows: Sequence[tuple[MergedRow, tuple[Item, ...]]]) -> list[tuple[MergedRow, tuple[Item, ...]]]:
    """The rows with ids that differ: of those with equal content all but the first get a telling's key as well."""
    taken: set[str] = set()
    out = []
    for row, group in sorted(rows, key=lambda pair: (pair[0].id, min(item.key for item in pair[1]))):
        key = min(item.key for item in group)
        id_ = row.id if row.id not in taken else content_id(row.id.partition("-")[0], (row.id, key))
        taken.add(id_)
        out.append((replace(row, id=id_), group))
    return out


def _groups(rows: Sequence[Item], form: Form) -> list[list[Item]]:
    """The items that are one thing."""
    by_kind: dict[tuple[object, ...], list[Item]] = {}
    for row in rows:
        signature = (tuple(sorted(row.parties)), tuple(form.values(row)), row.words)
        by_kind.setdefault(signature, []).append(row)
    kinds = [by_kind[signature] for signature in sorted(by_kind, key=repr)]
    holding: dict[str, list[int]] = {}
    for at, kind in enumerate(kinds):
        for token in set(form.tokens(kind[0])):
            holding.setdefault(token, []).append(at)
    pairs = {(at, to) for found in holding.values() for n, at in enumerate(found) for to in found[n + 1 :]}
    likeness = {}
    for at, to in sorted(pairs):
        value = _alike(kinds[at], kinds[to], form)
        if value:
            likeness[at, to] = round(value, 9)
    joined = average_linkage([len(kind) for kind in kinds], likeness, ALIKE)
    return [[row for at in group for row in kinds[at]] for group in joined]


def _alike(one: Sequence[Item], two: Sequence[Item], form: Form) -> float:
    """How alike two kinds of telling are; 0 where an article has both and means two things."""
    value = form.alike(one[0], two[0])
    if value and form.apart(one[0], two[0]) and {row.article for row in one} & {row.article for row in two}:
        return 0.0
    return value


def _merged(group: Sequence[Item], scope: Scope, copies: Copies, owned: Mapping[str, str | None]) -> MergedRow:
    name, form = group[0].list, FORMS[group[0].list]
    behind = voices_behind([Telling(row.article, row.spans) for row in group], scope.chains, copies)
    shown = _shown(group, behind)
    values = _values(group, behind, form, scope.corrected)
    articles = sorted({row.article for row in group})
    readings = scope.readings
    order = sorted(group, key=lambda row: (*_moment(readings[row.article]), row.article, row.position))
    voices = tuple(sorted(set(behind)))
    dates = [row.date for id_ in articles if (row := readings[id_].article.published) is not None]
    return MergedRow(
        id=content_id(form.prefix, (scope.encounter or f"article:{shown.article}", *form.core(shown))),
        list=name,
        encounter=scope.encounter,
        text=shown.text,
        parties=tuple(sorted({party for row in group for party in row.parties})),
        tellings=tuple((row.article, row.position) for row in order),
        values=values,
        articles=len(articles),
        outlets=len({outlet for id_ in articles if (outlet := readings[id_].article.outlet)}),
        voices=voices,
        day=scope.day or min(dates, key=str, default=None),
        ownership=dict(sorted(Counter(owned[voice] or "unknown" for voice in voices if voice in owned).items())),
        sides=sides(voices, scope.parties, scope.kb),
        first=earliest(readings[id_].article for id_ in articles),
        contradictions=contradictions(name, group, values, copies, lambda found: sides(found, scope.parties, scope.kb)),
    )


def _values(
    group: Sequence[Item], behind: Sequence[str], form: Form, corrected: Corrections
) -> dict[str, tuple[Attested, ...]]:
    said: dict[str, list[Said]] = {}
    for row, voice in zip(group, behind, strict=True):
        places = tuple(Place(row.article, span) for span in row.spans)
        for name, value in form.values(row):
            said.setdefault(name, []).append(Said(value, places, voice, row.article))
    keys = [row.key for row in group]
    for key in keys:
        for name, _, _ in corrected.put.get(key, ()):
            said.setdefault(name, [])
    return {name: attested_values(name, rows, keys, corrected) for name, rows in said.items()}


def _shown(group: Sequence[Item], behind: Sequence[str]) -> Item:
    """The telling that stands for a row: in the words of most origins, then of most articles, then the shortest."""
    voices: dict[tuple[str, ...], set[str]] = {}
    for row, voice in zip(group, behind, strict=True):
        voices.setdefault(row.words, set()).add(voice)
    count = Counter(row.words for row in group)
    return min(
        group, key=lambda r: (-len(voices[r.words]), -count[r.words], len(r.text), r.words, r.article, r.position)
    )


def _moment(reading: Reading) -> tuple[str, str]:
    published = reading.article.published
    return (str(published.date), published.time or "~") if published else ("~", "~")
