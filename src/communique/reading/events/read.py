"""Events: the PLOVER view of a reading, from its other lists and, for what those do not hold, from the text."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from communique.knowledge.base import Knowledge
from communique.knowledge.calendar import DateMention, find_dates, resolve
from communique.knowledge.names import Name
from communique.model.article import Article
from communique.model.dates import PartialDate
from communique.model.reading import Commitment, Encounter, Event, Statement
from communique.reading.actors.actors import Actors
from communique.reading.blocks import Block
from communique.reading.events.contexts import contexts, is_sport
from communique.reading.events.derive import of_commitments, of_encounters
from communique.reading.events.merge import Draft, indices, merged, taken_in
from communique.reading.events.own import Told, told_by
from communique.reading.parse import Sentence

# What is dated more than a month before its page is background (the word of the encounters' news, too).
_OLD_DAYS = 31
# History, not news: the event data of the field begins after the Second World War.
_ANCIENT = re.compile(
    r"\b(?:in|of|since|from|until|by) (?:1[0-8]\d\d|19[0-3]\d|194[0-4])\b|\b\w+teenth[- ]century\b", re.IGNORECASE
)


def events(
    article: Article,
    blocks: Sequence[Block],
    sentences: Sequence[Sentence],
    actors: Actors,
    names: Sequence[Name],
    kb: Knowledge,
    met: Sequence[Encounter],
    said: Sequence[Statement],
    bound: Sequence[Commitment],
) -> tuple[tuple[Event, ...], tuple[Statement, ...]]:
    """The events of an article, and its statements with the index of the event that each of them is.

    bound may be empty where commitments are not read. Captions give none: they tell again, or of another day.
    """
    starts = [sentence.span.start for sentence in sentences]
    meetings = [event for event in of_encounters(met) if not _in_sport(article.text, event, sentences, starts)]
    drafts = [_draft(event, starts) for event in meetings]
    meeting = {at for event in of_encounters(met) for at in _sentences(event, starts)}
    own = list(_own(article, blocks, sentences, actors, names, kb, said, met, meeting))
    # a commitment stands in for no main clause: what the text tells first comes first
    rest, own = taken_in([_draft(event, starts, 1) for event in of_commitments(article.text, bound)], own)
    rows = merged([*drafts, *own, *rest])
    found = indices(rows, "statement")
    return rows, tuple(replace(row, event=found.get(at)) for at, row in enumerate(said))


def _sentences(event: Event, starts: Sequence[int]) -> Iterator[int]:
    for span in event.evidence:
        yield bisect.bisect_right(starts, span.start) - 1


def _in_sport(text: str, event: Event, sentences: Sequence[Sentence], starts: Sequence[int]) -> bool:
    return all(is_sport(sentences[at].span.of(text)) for at in _sentences(event, starts) if at >= 0)


def _draft(event: Event, starts: Sequence[int], rank: int = 0) -> Draft:
    return Draft(event, frozenset(_sentences(event, starts)), rank)


def _own(
    article: Article,
    blocks: Sequence[Block],
    sentences: Sequence[Sentence],
    actors: Actors,
    names: Sequence[Name],
    kb: Knowledge,
    said: Sequence[Statement],
    met: Sequence[Encounter],
    meeting: set[int],
) -> Iterator[Draft]:
    """The acts that the text tells beside what the other lists hold."""
    begins = [block.span.start for block in blocks]
    published = article.published.date if article.published else None
    for told in told_by(article.text, sentences, actors, names, kb, said, met):
        at = bisect.bisect_right(begins, told.sentence.span.start) - 1
        if at < 0 or blocks[at].role == "caption":
            continue
        event = told.event
        if _of_meeting(event) and (told.sentence.index in meeting or len({*event.actor, *event.recipient}) < 2):
            continue
        words = told.sentence.span.of(article.text)
        if _ANCIENT.search(words):
            continue
        if event.status == "held" and _is_old(article.text, told, published):
            event = replace(event, status="past")
        yield Draft(replace(event, context=contexts(words)), frozenset({told.sentence.index}), told.rank, told.verb)


def _of_meeting(event: Event) -> bool:
    """Whether an act is a talk or visit, held or to come: where the encounters tell it, theirs is the event."""
    return event.type == "CONSULT" or (event.type == "AGREE" and event.how == "to meet")


def _is_old(text: str, told: Told, published: PartialDate | None) -> bool:
    """Whether the sentence dates the act well before its page: "last year", "in 1979"."""
    span = told.sentence.span
    return any(_long_before(mention, published) for mention in find_dates(text, span.start, span.end))


def _long_before(mention: DateMention, published: PartialDate | None) -> bool:
    far = mention.relative
    if far is not None:
        return far.unit in ("month", "year") and far.by < 0
    if published is None:
        return False
    found = resolve(mention, published)
    return found is not None and (published.first - found.last).days > _OLD_DAYS
