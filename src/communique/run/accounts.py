"""The accounts that a comparison lays side by side: one article, all of an encounter, or one side's of it."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from communique.analyse.compare import Given, Telling
from communique.knowledge.base import Knowledge
from communique.model.comparison import Account, AccountSource
from communique.model.dates import PartialDate
from communique.model.reading import Encounter, Reading
from communique.model.record import MergedEncounter, OriginChain
from communique.resolve.voices import voices
from communique.store import articles, encounters, finding, links

OFFICIAL = frozenset(("G", "S", "SF", "PS"))
"""Classes of outlets that stand for a side: its offices and state media, and what it pays for (docs/knowledge.md)."""
MOST = 40
"""Articles of one account that are compared; a summit that a thousand pages tell would take minutes otherwise."""
LOOKED_AT = 150
"""Articles of one encounter that are read at all (a reading takes 1 to 2 ms): some of every origin."""


@dataclass(frozen=True, slots=True)
class Page:
    """One article of a record that tells an encounter: its reading, where it comes from, which mentions it has."""

    number: int
    reading: Reading
    chain: OriginChain | None
    path: str | None
    mentions: frozenset[str] | None
    copies: int = 0

    @property
    def voice(self) -> str:
        """The independent origin that it counts with."""
        return self.chain.voice if self.chain else f"article:{self.reading.article.id}"

    @property
    def news(self) -> bool:
        """Whether the encounter is what the article reports as its news."""
        if self.mentions is None:
            return True
        return any(row.main for row in self.reading.encounters or () if row.id in self.mentions)


def pages_of(connection: sqlite3.Connection, row: MergedEncounter) -> list[Page]:
    """The articles that tell an encounter, those whose news it is first, then by time."""
    inside: dict[str, set[str]] = {}
    for article, mention in row.mentions:
        inside.setdefault(article, set()).add(mention)
    numbers = {id_: number for id_ in sorted(inside) if (number := articles.number_of(connection, id_)) is not None}
    chains = links.chains(connection, sorted(numbers.values()))
    numbers = _of_every_voice(numbers, chains)
    readings = articles.readings(connection, sorted(numbers.values()))
    found = []
    for id_, number in numbers.items():
        reading = readings[number]
        mentions = frozenset(inside[id_] | _parts(reading, inside[id_]))
        found.append(Page(number, reading, chains.get(id_), finding.path_of(connection, id_), mentions))
    return sorted(found, key=_lead)


def _of_every_voice(numbers: dict[str, int], chains: dict[str, OriginChain]) -> dict[str, int]:
    """No more than LOOKED_AT articles: of every voice one, then of every voice a second, and so on."""
    if len(numbers) <= LOOKED_AT:
        return numbers
    seen = Counter[str]()
    turns = []
    for id_ in numbers:
        voice = chains[id_].voice if id_ in chains else id_
        turns.append((seen[voice], id_))
        seen[voice] += 1
    return {id_: numbers[id_] for _, id_ in sorted(turns)[:LOOKED_AT]}


def _parts(reading: Reading, whole: Collection[str]) -> set[str]:
    """The encounters of a reading that are parts of these: the talks of a visit."""
    return {row.id for row in reading.encounters or () if row.part_of in whole}


def _lead(page: Page) -> tuple[object, ...]:
    published = page.reading.article.published
    when = (str(published.date), published.time or "~") if published else ("~", "~")
    said = len(page.reading.statements or ())
    return (not page.news, -min(said, 1), when, -said, page.reading.article.id)


def page_of(connection: sqlite3.Connection, article: str) -> Page:
    """One article of the record, whole."""
    number = articles.number_of(connection, article)
    assert number is not None
    reading = articles.readings(connection, (number,))[number]
    chain = links.chains(connection, (number,)).get(article)
    return Page(number, reading, chain, finding.path_of(connection, article), None)


def page_from(reading: Reading) -> Page:
    """A reading that is in no record, as a page."""
    return Page(0, reading, None, reading.article.path, None)


def homes(page: Page, kb: Knowledge) -> frozenset[str]:
    """The states whose own outlet or office the text comes from."""
    kind, _, rest = page.voice.partition(":")
    if kind in ("office", "state-media"):
        return frozenset((rest.partition(":")[0],))
    rows = kb.outlets.values()
    return frozenset(row.country for row in rows if row.country and page.voice in (row.id, row.group, row.name))


def official(page: Page) -> bool:
    """Whether the text comes from an office or from media that a state owns or pays for."""
    return page.chain is not None and page.chain.ownership in OFFICIAL


def side_pages(pages: Sequence[Page], side: str, kb: Knowledge) -> tuple[list[Page], bool]:
    """The pages that are a side's account, and whether they are official.

    Its offices and state media; where these published nothing, what the press of that state has.
    """
    own = [page for page in pages if side in homes(page, kb)]
    formal = [page for page in own if official(page)]
    return _purest(formal or own), bool(formal)


def _purest(pages: Sequence[Page]) -> list[Page]:
    """Without pages that carry another's words beside, or the same in translation, where purer ones are there.

    What is left out is counted as a copy of the first page of its origin.
    """
    kept = [page for page in pages if not _mixed(page)] or list(pages)
    out = []
    for at, page in enumerate(kept):
        first = not any(one.voice == page.voice for one in kept[:at])
        beside = sum(one.voice == page.voice for one in pages if one not in kept) if first else 0
        out.append(replace(page, copies=page.copies + beside))
    return out


def _mixed(page: Page) -> bool:
    """Whether a page is stitched from two agencies, or has its origin only as the copy of another page."""
    chain = page.chain
    return chain is not None and (bool(chain.credited) or any(step.how == "copy" for step in chain.steps))


def sides_of(row: MergedEncounter) -> tuple[str, ...]:
    """The states and organisations that took part, in the order in which the record names them."""
    codes = [
        code
        for party, said in row.participants
        if not said.rejected
        for code in ((party.country,) if party.country else party.countries)
        if code
    ]
    return tuple(dict.fromkeys(codes))


def given(
    label: str,
    pages: Sequence[Page],
    kb: Knowledge,
    *,
    side: str | None = None,
    row: MergedEncounter | None = None,
    told: str | None = None,
) -> Given:
    """An account of these pages. Copies of a text that is there already are counted, not compared."""
    kept = _without_copies(pages)[:MOST]
    account = Account(
        label,
        tuple(_source(page, kb) for page in kept),
        side,
        row.id if row else None,
        told,
        row.start if row else _day(kept),
    )
    return Given(account, tuple(Telling(page.reading, page.mentions, page.news) for page in kept))


def _day(pages: Sequence[Page]) -> PartialDate | None:
    return main_day(pages[0].reading) if pages else None


def main_day(reading: Reading) -> PartialDate | None:
    """The day of what an article reports, else that on which it came out."""
    row = main(reading)
    published = reading.article.published
    return row.start if row and row.start else published.date if published else None


def main(reading: Reading) -> Encounter | None:
    """The encounter that an article reports as its news."""
    return next((row for row in reading.encounters or () if row.main), None)


def _without_copies(pages: Sequence[Page]) -> list[Page]:
    """Of pages that print the same sentences, the one that has the most of them, with how many stand behind it."""
    prose = [_prose(page) for page in pages]
    kept: dict[int, int] = {}
    for at in sorted(range(len(pages)), key=lambda at: (-len(prose[at]), at)):
        twin = next((to for to in sorted(kept) if prose[at] <= prose[to]), None)
        if twin is None:
            kept[at] = pages[at].copies
        else:
            kept[twin] += 1 + pages[at].copies
    return [replace(pages[at], copies=kept[at]) for at in sorted(kept)]


def _prose(page: Page) -> frozenset[str]:
    article = page.reading.article
    return frozenset(" ".join(span.of(article.text).split()) for span in article.body)


def _source(page: Page, kb: Knowledge) -> AccountSource:
    article = page.reading.article
    published = article.published
    when = " ".join(filter(None, (str(published.date), published.time, published.zone))) if published else None
    return AccountSource(
        article.id,
        article.title,
        article.outlet,
        page.path,
        article.url,
        when,
        _origin(page, kb),
        sum(len(span.of(article.text).split()) for span in article.body),
        article.language,
        article.unread,
        page.copies,
    )


def _origin(page: Page, kb: Knowledge) -> str | None:
    """Whose text it is, as its credits print it, else by the name of its voice."""
    if page.chain is None:
        return page.reading.article.origins[0].name if page.reading.article.origins else None
    known = voices(kb)
    printed = [step.name for step in page.chain.steps if step.name and step.role in ("origin", "rewriter")]
    named = [name for name in printed if known.of(name).key == page.voice]
    return named[0] if named else known.name_of(page.voice)


def before(connection: sqlite3.Connection, row: MergedEncounter) -> tuple[MergedEncounter | None, tuple[str, ...]]:
    """The last encounter of the same pair and kind of which the record has what was said, and the ids passed over.

    The same persons; where they never met before, the same states.
    """
    if row.start is None:
        return None, ()
    kind = next((said.value for said in row.values.get("kind", ()) if not said.rejected), None)
    for parties in _pairs(row):
        passed: list[str] = []
        for other in encounters.earlier(connection, parties, kind, str(row.start)):
            if encounters.has_claims(connection, other.id):
                return other, tuple(passed)
            passed.append(other.id)
    return None, ()


def _pairs(row: MergedEncounter) -> Iterable[tuple[str, ...]]:
    people = tuple(dict.fromkeys(p.entity for p, said in row.participants if p.entity and p.name and not said.rejected))
    if len(people) > 1:
        yield people
    states = sides_of(row)
    if len(states) > 1:
        yield states
