"""What an article says about one encounter, reduced to what tells whether two articles mean the same one.

Facts are small, plain and hashable, so that a store can keep them beside the reading and find neighbours by block key
and days alone.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from communique.knowledge.base import default
from communique.model.dates import PartialDate
from communique.model.reading import Encounter, Party, Reading
from communique.model.span import Span

Family = Literal["talks", "multi", "visit", "call", "letter", "signing", "ceremony", "other"]
"""Kinds that can be told of one another: a bilateral summit is talks, a summit of an organisation is "multi"."""
Dating = Literal["day", "days", "part", "month", "year", "published", "none"]
"""What the time of a mention rests on; "part" where it is that of the visit or summit that it belongs to."""

# Days from the first to the last of an interval that are searched around what is known.
NEWS_BEFORE, NEWS_AFTER = 3, 1  # an undated main encounter took place about when the article came out
PLANNED_AHEAD = 60
VISIT_LENGTH = 4  # a visit of which only one day is told
MAX_PAIRED = 8  # countries of one mention of which every pair is a block key: 28 keys

FAMILIES: dict[str, Family] = {
    "meeting": "talks", "summit": "talks", "other": "other", "call": "call", "video_call": "call", "letter": "letter",
    "visit": "visit", "signing": "signing", "ceremony": "ceremony",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Actor:
    """Who took part: key is the entity in the knowledge base, else the folded name; "" for a state without a name."""

    key: str
    country: str
    known: bool = False


@dataclass(frozen=True, slots=True)
class MentionFacts:
    """One encounter as one article tells it.

    key is made of content that re-reading seldom changes (article, kind, parties), so that judgements find it again.
    blocks are the keys under which candidates are looked up; first and last the days (ordinals) within which it can
    lie, None where nothing tells. outer is the id of the encounter that holds it in the same reading.
    """

    key: str
    article: str
    encounter: str
    family: Family
    status: str
    main: bool
    actors: tuple[Actor, ...]
    countries: tuple[str, ...]
    blocks: tuple[str, ...]
    first: int | None
    last: int | None
    dating: Dating
    start: str | None
    end: str | None
    city: str | None
    country: str | None
    venue: str | None
    sidelines: str | None
    published: int | None
    spans: tuple[Span, ...]
    outer: str | None = None

    @property
    def told(self) -> tuple[object, ...]:
        """All that is compared, but not the article: mentions of which it is equal state the same."""
        published = self.published if self.dating == "published" else None
        return (
            self.family, self.status, self.main, self.actors, self.countries, self.first, self.last, self.dating,
            self.city, self.country, self.venue, self.sidelines, published,
        )  # fmt: skip

    @property
    def people(self) -> tuple[Actor, ...]:
        """The actors that are named persons."""
        return tuple(actor for actor in self.actors if actor.key)


def mentions(reading: Reading) -> tuple[MentionFacts, ...]:
    """The facts of every encounter of a reading, in its order; empty where encounters were not read."""
    rows = reading.encounters or ()
    by_id = {row.id: row for row in rows}
    keys = _keys(reading.article.id, rows)
    return tuple(_facts(reading, row, by_id, key) for row, key in zip(rows, keys, strict=True))


def content_id(prefix: str, parts: Iterable[str]) -> str:
    """An id made of its parts, each with its length before it so that no two lists run together."""
    joined = b"".join(b"%d:%s" % (len(raw), raw) for raw in (part.encode("utf-8", "replace") for part in parts))
    return f"{prefix}-{hashlib.sha256(joined).hexdigest()[:16]}"


def folded(name: str) -> str:
    """A name in small letters without marks, words in order; for comparing, never for showing."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return " ".join("".join(c if c.isalnum() else " " for c in bare.casefold()).split())


def actor(party: Party) -> Actor:
    """A party reduced to what is compared."""
    if party.name is None:
        return Actor("", party.country or "+".join(sorted(party.countries)))
    return Actor(party.entity or folded(party.name), party.country or "", party.entity is not None)


def family(row: Encounter) -> Family:
    """The kind of an encounter, coarse enough that two articles seldom differ in it."""
    found = FAMILIES.get(row.kind, "other")
    if row.kind == "summit" and any(_is_organisation(party) for party in row.participants):
        return "multi"
    return found


def _is_organisation(party: Party) -> bool:
    return party.name is None and is_organisation(party.country)


def is_organisation(code: str | None) -> bool:
    """Whether the country of a party is the id of an organisation (SCO, G20) and not of a state."""
    return bool(code) and code not in default().states


def _keys(article: str, rows: Sequence[Encounter]) -> list[str]:
    """A key for every encounter of an article: kind and parties; date, then order, where these are alike."""
    bare = [(article, family(row), *sorted(_party_key(party) for party in row.participants)) for row in rows]
    out: list[str] = []
    seen: dict[tuple[str, ...], int] = {}
    for row, parts in zip(rows, bare, strict=True):
        full = (*parts, str(row.start or "")) if bare.count(parts) > 1 else parts
        seen[full] = seen.get(full, 0) + 1
        out.append(content_id("men", full if seen[full] == 1 else (*full, f"#{seen[full]}")))
    return out


def _party_key(party: Party) -> str:
    one = actor(party)
    return f"{one.country}/{one.key}"


def _facts(reading: Reading, row: Encounter, by_id: dict[str, Encounter], key: str) -> MentionFacts:
    place, stamp = row.place, reading.article.published
    kind = family(row)
    actors = tuple(sorted({actor(party) for party in row.participants}, key=lambda a: (a.country, a.key)))
    countries = tuple(sorted({c for p in row.participants for c in (p.countries or (p.country,)) if c}))
    first, last, dating = _when(row, by_id, stamp.date if stamp else None)
    return MentionFacts(
        key=key,
        article=reading.article.id,
        encounter=row.id,
        family=kind,
        status=row.status,
        main=row.main,
        actors=actors,
        countries=countries,
        blocks=_blocks(kind, countries, place.country if place else None),
        first=first,
        last=last,
        dating=dating,
        start=str(row.start) if row.start else None,
        end=str(row.end) if row.end else None,
        city=place.city if place else None,
        country=place.country if place else None,
        venue=place.venue if place else None,
        sidelines=row.sidelines_of,
        published=stamp.date.first.toordinal() if stamp and stamp.date.exact else None,
        spans=row.evidence,
        outer=row.part_of,
    )


def _blocks(kind: Family, countries: tuple[str, ...], host: str | None) -> tuple[str, ...]:
    """Every pair of countries that take part, an organisation also alone; for a visit the visitors' with the host's."""
    if kind == "visit" and host:
        return tuple(sorted({_pair(country, host) for country in countries}))
    kept = countries[:MAX_PAIRED]
    pairs = {_pair(one, two) for at, one in enumerate(kept) for two in kept[at + 1 :]}
    pairs |= {_pair(one, one) for one in kept if len(kept) == 1 or is_organisation(one)}
    return tuple(sorted(pairs))


def _pair(one: str, two: str) -> str:
    return f"{one}|{two}" if one <= two else f"{two}|{one}"


def _when(row: Encounter, by_id: dict[str, Encounter], published: PartialDate | None) -> _Interval:
    """The days within which an encounter can lie, and what they rest on."""
    if row.start:
        return _dated(row, row.start)
    outer = by_id.get(row.part_of or "")
    if outer and outer.start:
        first, last, _ = _dated(outer, outer.start)
        return first, last, "part"
    if not published or published.exact is None or not (row.main or row.status in ("held", "planned")):
        return None, None, "none"
    day = published.exact.toordinal()
    if row.status == "planned":
        return day - NEWS_AFTER, day + PLANNED_AHEAD, "published"
    return day - NEWS_BEFORE, day + NEWS_AFTER, "published"


def _dated(row: Encounter, start: PartialDate) -> _Interval:
    first, last = start.first.toordinal(), (row.end or start).last.toordinal()
    if start.precision == 1:
        return first, last, "year"
    if start.precision == 2:
        return first, last, "month"
    if row.kind == "visit" and not row.end:
        return first - 1, first + VISIT_LENGTH, "days"
    return first, max(first, last), "days" if last > first else "day"


_Interval = tuple[int | None, int | None, Dating]


def facts_row(facts: MentionFacts) -> dict[str, Any]:
    """The facts as plain JSON values, for a store."""
    out: dict[str, Any] = {name: getattr(facts, name) for name in _PLAIN}
    out["actors"] = [[one.key, one.country, one.known] for one in facts.actors]
    out["countries"], out["blocks"] = list(facts.countries), list(facts.blocks)
    out["spans"] = [[span.start, span.end] for span in facts.spans]
    return out


def facts_from(row: dict[str, Any]) -> MentionFacts:
    """The facts that facts_row wrote."""
    return MentionFacts(
        **{name: row[name] for name in _PLAIN},
        actors=tuple(Actor(key, country, known) for key, country, known in row["actors"]),
        countries=tuple(row["countries"]),
        blocks=tuple(row["blocks"]),
        spans=tuple(Span(start, end) for start, end in row["spans"]),
    )


_PLAIN = (
    "key", "article", "encounter", "family", "status", "main", "first", "last", "dating", "start", "end", "city",
    "country", "venue", "sidelines", "published", "outer",
)  # fmt: skip
