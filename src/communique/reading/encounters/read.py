"""The encounters of an article: traces sentence by sentence, put together, the news among them marked."""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from communique.knowledge.base import Knowledge
from communique.knowledge.names import Name
from communique.model.article import Article, Published
from communique.model.reading import Encounter, Party, Status
from communique.model.span import Span, evidence
from communique.reading.actors.actors import Actor, Actors
from communique.reading.actors.mentions import quoted_stretches
from communique.reading.blocks import Block, BlockRole
from communique.reading.encounters.bearers import with_bearers
from communique.reading.encounters.dyads import surnames, with_dyads
from communique.reading.encounters.engagements import engagements
from communique.reading.encounters.journeys import date_in, place_in, place_of_signing, signed_at, whole_journey
from communique.reading.encounters.lead import (
    date_by_lead,
    day_of_dateline,
    next_of_series,
    place_of_dateline,
    place_of_title,
    titled_alone,
    told_by_lead,
    told_of_pair,
)
from communique.reading.encounters.merge import Group, groups
from communique.reading.encounters.named import city_called
from communique.reading.encounters.news import choose_main, container, diplomatic, score, status
from communique.reading.encounters.partners import with_partner
from communique.reading.encounters.scene import Scene
from communique.reading.encounters.telling import traces
from communique.reading.encounters.trace import Trace
from communique.reading.encounters.triggers import places
from communique.reading.encounters.turns import told_by_heading
from communique.reading.encounters.when import When
from communique.reading.parse import Sentence

# The fullest of 140 real pages (a live blog) has 113; putting them together takes the square of their number.
MAX_TRACES = 400
# Shorter stretches at the start of a body are clocks, bylines and headings more often than sentences.
SHORT = 40
_CLOSED = re.compile(r"[.!?…][\"”’')\]]*\s*$")
_PICTURE = re.compile(r"\bphoto(?:graph)?\W*$|\((?:AP|AFP|Reuters|Getty|EPA|Photo)\b[^)]*\)\W*$", re.IGNORECASE)


def encounters(
    article: Article,
    blocks: Sequence[Block],
    sentences: Sequence[Sentence],
    actors: Actors,
    names: Sequence[Name],
    kb: Knowledge,
) -> tuple[Encounter, ...]:
    """The encounters that an article reports or mentions, its news first, else in text order.

    sentences may be those of the body alone or of the title, standfirst and captions too; those without a parse are
    passed over. names are those of the whole text.
    """
    published = article.published.date if article.published else None
    read, told = _told(article, blocks, sentences, actors, names, kb)
    date_by_lead(read, told, published)
    if (opening := told_by_lead(read, told, published)) is not None:
        told.append(opening)
    if (second := told_of_pair(read, told, published)) is not None:
        told.append(second)
    if (heading := told_by_heading(article.text, blocks, actors, names, published)) is not None:
        told.append(heading)
    next_of_series(told)
    told = [t for t in told if not t.alone or titled_alone(t, told)]
    found = [g for g in groups(told) if diplomatic(g, kb) and status(g, published) != "open"]
    found = [g for g in found if g.kind != "signing" or _own_signing(g, found)]
    if not engagements(article, found, published):
        choose_main(found, published, _named_first(read, blocks, actors))
    for group in found:
        if (there := place_of_dateline(article, group, names, kb)) is not None:
            group.best.where = there
            group.forget()
        if (there := place_of_title(article, group, names)) is not None:
            group.best.where = there
            group.forget()
        if (day := day_of_dateline(article, group, names, published)) is not None:
            group.best.when = day
            group.forget()
    news = [group for group in found if group.main and group.kind in ("meeting", "summit")]
    first = max(news, key=lambda g: (score(g), -g.first), default=None)
    if first is not None and (there := city_called(article.text, blocks, names, first)) is not None:
        first.best.where = there
    found.sort(key=lambda g: (not g.main, g.first))
    return tuple(_encounter(at, group, found, article.published) for at, group in enumerate(found, 1))


def _told(
    article: Article,
    blocks: Sequence[Block],
    sentences: Sequence[Sentence],
    actors: Actors,
    names: Sequence[Name],
    kb: Knowledge,
) -> tuple[list[Scene], list[Trace]]:
    """The scenes read and what they tell, up to MAX_TRACES of it."""
    published = article.published.date if article.published else None
    read: list[Scene] = []
    told: list[Trace] = []
    for scene in scenes(article.text, blocks, sentences, actors, names):
        read.append(scene)
        made = (with_partner(scene, trace, actors) for trace in traces(scene, kb, published))
        told += (with_bearers(scene, trace, actors) for trace in made)
        if len(told) > MAX_TRACES:
            break
    return read, told


def scenes(
    text: str, blocks: Sequence[Block], sentences: Sequence[Sentence], actors: Actors, names: Sequence[Name]
) -> Iterator[Scene]:
    """The parsed sentences that can tell of an encounter, and the lead, with who and what is named in each."""
    starts = [name.span.start for name in names]
    begins = [block.span.start for block in blocks]
    quotes: dict[Span, tuple[list[int], tuple[Span, ...]]] = {}
    known = surnames(actors)
    lead = -1
    for sentence in sentences:
        at = bisect.bisect_right(begins, sentence.span.start) - 1
        block = blocks[at] if at >= 0 and blocks[at].span.holds(sentence.span) else None
        role: BlockRole = block.role if block else "body"
        lead += role == "body" and len(sentence.span) > SHORT and (lead >= 0 or _tells(sentence.span.of(text)))
        if sentence.doc is None:
            continue
        first = max(lead, 0) if role == "body" else 99
        triggers = places(text, sentence.span.start, sentence.span.end)
        if not triggers and first > 0:
            continue
        where = block.span if block else sentence.span
        if where not in quotes:
            found = quoted_stretches(text, where)
            quotes[where] = ([quote.start for quote in found], found)
        low, high = bisect.bisect_left(starts, sentence.span.start), bisect.bisect_left(starts, sentence.span.end)
        said = _over(*quotes[where], sentence.span)
        here: Sequence[Actor] = actors.within(sentence.span)
        if triggers:
            here = with_dyads(text, sentence.span, here, known, names[low:high])
        yield Scene(text, sentence, role, here, names[low:high], said, first, triggers)


def _named_first(read: Sequence[Scene], blocks: Sequence[Block], actors: Actors) -> frozenset[tuple[str, ...]]:
    """Whom the title and the lead name, as keys."""
    spans = [block.span for block in blocks if block.role == "title"]
    spans += [scene.sentence.span for scene in read if scene.role == "body" and scene.lead == 0]
    return frozenset(a.party.key for span in spans for a in actors.within(span) if a.party is not None)


def _tells(words: str) -> bool:
    """Whether what opens a body is a sentence: no byline or heading without a full stop, no caption of a picture."""
    return _CLOSED.search(words) is not None and _PICTURE.search(words) is None


def _over(starts: Sequence[int], quotes: Sequence[Span], span: Span) -> tuple[Span, ...]:
    """The quotations that reach into a sentence; starts are where they begin."""
    at = max(0, bisect.bisect_left(starts, span.start) - 1)
    return tuple(itertools.takewhile(lambda quote: quote.start < span.end, quotes[at:]))


def _own_signing(group: Group, found: Sequence[Group]) -> bool:
    """Whether a signing is an encounter of its own: with a time or place, or nothing else between its parties."""
    mine = {p.key for p in group.parties}
    kinds = ("meeting", "summit", "signing")
    others = [g for g in found if g is not group and g.kind in kinds and {p.key for p in g.parties} & mine]
    return not others or group.when is not None or group.where is not None


def _encounter(at: int, group: Group, found: Sequence[Group], stamp: Published | None) -> Encounter:
    """The group as a value of the contract."""
    published = stamp.date if stamp else None
    where, outer = group.where, container(group, found, published)
    date = group.when
    for whole in (outer, whole_journey(outer or group, found)):
        if whole is not None and whole.told not in ("postponed", "cancelled"):
            date = date or date_in(whole, group)
    if outer is not None and group.kind == "meeting" and status(outer, published) == status(group, published):
        where = place_in(outer, group)
    if (signing := signed_at(group, found)) is not None and signing.when is not None:
        date, where = date or replace(signing.when, how="signing"), where or place_of_signing(signing, group)
    date = date or _in_the_year(group, stamp)
    parties = tuple(group.parties)
    keys = {p.key for p in parties}
    beside = {p.key: p for t in group.every for p in t.accompanying if p.key not in keys}
    verdict: Status = status(group, published)  # type: ignore[assignment]
    return Encounter(
        id=f"e{at}",
        kind=group.kind,
        status=verdict,
        main=group.main,
        participants=_ordered(parties),
        evidence=evidence(*(span for t in group.every for span in t.evidence)),
        part_of=f"e{found.index(outer) + 1}" if outer is not None else None,
        accompanying=tuple(beside.values()),
        level=next((t.level for t in group.every if t.level), None),
        initiator=next((t.initiator for t in group.every if t.initiator), None),
        sidelines_of=next((t.sidelines for t in group.every if t.sidelines), None),
        place=where.place() if where else None,
        start=date.start if date else None,
        end=date.end if date else None,
        how=date.how if date else None,
        date_evidence=date.evidence if date else (),
    )


def _in_the_year(group: Group, stamp: Published | None) -> When | None:
    """The year or month of publication for news of it: where no more is known of the page, its news is of that time."""
    if stamp is None or stamp.date.exact is not None or not group.main or status(group, stamp.date) != "held":
        return None
    return When(stamp.date, None, "published", stamp.evidence)


def _ordered(parties: Sequence[Party]) -> tuple[Party, ...]:
    return tuple(sorted(parties, key=lambda p: p.evidence[0]))
