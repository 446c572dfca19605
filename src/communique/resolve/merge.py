"""Merging: one encounter out of the mentions of a group, every value with the places that state it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from communique.model.dates import PartialDate
from communique.model.reading import Encounter, Party, Reading
from communique.model.record import Attested, CopyLink, Field, MergedEncounter, OriginChain, Place
from communique.model.span import Span
from communique.resolve.accounts import Copies
from communique.resolve.attesting import Said, attested_values, by_origins
from communique.resolve.contradictions import Teller, contradictions
from communique.resolve.facts import MentionFacts, actor, content_id, family
from communique.resolve.judgements import Corrections
from communique.resolve.titles import titles

FIELDS: tuple[Field, ...] = (
    "kind", "status", "start", "end", "city", "country", "venue", "level", "initiator", "sidelines_of",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mention:
    """One encounter of one reading, with the facts that stand for it and the origin of its article."""

    facts: MentionFacts
    row: Encounter
    reading: Reading
    voice: str


def merge(
    group: Sequence[MentionFacts],
    readings: Mapping[str, Reading],
    chains: Mapping[str, OriginChain],
    links: Iterable[CopyLink] = (),
    corrected: Corrections | None = None,
) -> MergedEncounter:
    """The encounter that a group tells; readings and chains are by article id.

    An article whose chain is missing counts as an origin of its own. What people rejected stays in the list of values,
    marked; what they set comes first.
    part_of, and ids that two encounters share, are for `encounters.resolved`, which sees all groups of a component.
    """
    corrected = corrected or Corrections()
    mentions = [_mention(facts, readings, chains) for facts in sorted(group, key=lambda facts: facts.key)]
    values = {name: found for name in FIELDS if (found := _values(name, mentions, corrected))}
    people = _participants(mentions, corrected)
    values["participants"] = tuple(said for _, said in people)
    start = next((PartialDate.parse(row.value) for row in values.get("start", ()) if not row.rejected), None)
    articles = sorted({mention.facts.article for mention in mentions})
    tellers = {mention.facts.article: _teller(mention) for mention in mentions}
    copies = Copies(links)
    return MergedEncounter(
        id=_id(mentions, people, start),
        mentions=tuple(sorted((mention.facts.article, mention.row.id) for mention in mentions)),
        values=values,
        participants=people,
        start=start,
        part_of=None,
        articles=len(articles),
        outlets=len({outlet for id_ in articles if (outlet := readings[id_].article.outlet)}),
        voices=tuple(sorted({mention.voice for mention in mentions})),
        contradictions=(
            *contradictions(values, people, tellers, copies),
            *titles(((m.facts.article, m.row, m.voice) for m in mentions), copies),
        ),
    )


def _mention(facts: MentionFacts, readings: Mapping[str, Reading], chains: Mapping[str, OriginChain]) -> Mention:
    reading = readings[facts.article]
    row = next(row for row in reading.encounters or () if row.id == facts.encounter)
    return Mention(facts, row, reading, voice_of(facts.article, chains))


def voice_of(article: str, chains: Mapping[str, OriginChain]) -> str:
    """The independent origin behind an article; the article itself where no chain is known."""
    chain = chains.get(article)
    return chain.voice if chain else f"article:{article}"


def _teller(mention: Mention) -> Teller:
    article = mention.reading.article
    return Teller(article.outlet, mention.voice, article.published, mention.row.start, mention.row.how)


def _values(name: Field, mentions: Sequence[Mention], corrected: Corrections) -> tuple[Attested, ...]:
    """The values of one field, the best attested first, those set by people before all, rejected ones last."""
    said = [
        Said(value, _places(m.facts.article, spans), m.voice, m.facts.article)
        for m in mentions
        if (value := _value(m.row, name)) and (spans := _spans(m.row, name))
    ]
    return attested_values(name, said, [m.facts.key for m in mentions], corrected, _weight)


def _value(row: Encounter, name: Field) -> str | None:
    place = row.place
    if name in ("city", "country", "venue"):
        return getattr(place, name) if place else None
    if name == "initiator":
        return f"{row.initiator.country}:{row.initiator.how}" if row.initiator else None
    value = getattr(row, name)
    return str(value) if value else None


def _spans(row: Encounter, name: Field) -> tuple[Span, ...]:
    if name in ("city", "country", "venue") and row.place:
        return row.place.evidence
    if name in ("start", "end") and row.date_evidence:
        return row.date_evidence
    if name == "initiator" and row.initiator:
        return row.initiator.evidence
    return row.evidence


def _places(article: str, spans: Iterable[Span]) -> tuple[Place, ...]:
    return tuple(Place(article, span) for span in spans)


def _weight(name: str, value: str, by_value: Mapping[str, Sequence[Said]]) -> tuple[int, ...]:
    """Voices, then articles, the most first; what a coarser date says counts for the finer ones that it agrees with."""
    found = list(by_value.get(value, ()))
    fineness = 0
    if name in ("start", "end"):
        day = PartialDate.parse(value)
        coarser = [v for v in by_value if v != value and v == value[: len(v)]]
        found += [row for other in coarser for row in by_value[other]]
        fineness = day.precision
    elif name == "status":
        # What was planned and then took place took place: announcements do not outvote reports.
        return (_STATUS.index(value) if value in _STATUS else len(_STATUS), -len({row.voice for row in found}))
    return (*by_origins(found), -fineness)


_STATUS = ("held", "past", "cancelled", "postponed", "denied", "planned")


def _participants(mentions: Sequence[Mention], corrected: Corrections) -> tuple[tuple[Party, Attested], ...]:
    """Everyone that a mention names as taking part, each once, the best attested first.

    A state without a name is left out where a person of it is named: the person is the fuller value.
    """
    said: dict[str, list[Said]] = {}
    best: dict[str, Party] = {}
    for m in mentions:
        for party in m.row.participants:
            key = corrected.person(party_key(party), m.facts.article)
            said.setdefault(key, []).append(
                Said(key, _places(m.facts.article, party.evidence), m.voice, m.facts.article)
            )
            if key not in best or _fuller(party, key) > _fuller(best[key], key):
                best[key] = party
    named = {best[key].country for key in said if best[key].name}
    kept = {key: rows for key, rows in said.items() if best[key].name or best[key].country not in named}
    rows = [row for rows in kept.values() for row in rows]
    found = attested_values("participants", rows, [m.facts.key for m in mentions], corrected, _weight)
    return tuple((_named(best[row.value], corrected), row) for row in found if row.value in best)


def party_key(party: Party) -> str:
    """The key of a party in the record: the entity, else country and folded name."""
    one = actor(party)
    return one.key if one.known else f"{one.country}/{one.key}"


def _fuller(party: Party, key: str) -> tuple[bool, bool, bool, int, str]:
    # Of persons that were merged the one that the others are merged into gives the name.
    return (
        party_key(party) == key,
        party.support == "printed",
        party.role is not None,
        len(party.name or ""),
        party.name or "",
    )


def _named(party: Party, corrected: Corrections) -> Party:
    name = corrected.named.get(party_key(party))
    if name is None:
        return party
    return Party(
        name, party.country, party.evidence, party.entity, party.role, party.countries, party.support, party.how
    )


def _id(mentions: Sequence[Mention], people: Sequence[tuple[Party, Attested]], start: PartialDate | None) -> str:
    """An id that other articles seldom change: kind, the main parties, the day.

    Without a day, the smallest mention's key tells this encounter from others of the same parties.
    """
    kind = min((family(m.row) for m in mentions), default="other")
    most = max((len(said.places) and len({p.article for p in said.places}) for _, said in people), default=0)
    core = sorted(said.value for _, said in people if 2 * len({p.article for p in said.places}) >= most)
    rest = str(start) if start and start.exact else mentions[0].facts.key
    return content_id("enc", (kind, *core, rest))
