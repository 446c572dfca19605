"""The event table: the events of a reading as rows for the field's own tools, with codes of states beside ISO."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from communique.knowledge.base import Knowledge
from communique.knowledge.calendar import find_dates, resolve
from communique.model.article import Article
from communique.model.dates import PartialDate
from communique.model.reading import Encounter, Event, Place, Reading
from communique.model.span import Span
from communique.reading.parse import split

IGO, NGO = "IGO", "NGO"
IMG = "IMG"
"""A movement of no one state, as PLOVER writes it."""
# Bodies that are no intergovernmental organisation: their own state stands for them.
_OF_A_STATE = frozenset({"movement", "party", "armed force", "legislature"})


@dataclass(frozen=True, slots=True)
class Row:
    """One event of the table. actors and recipients are ISO alpha-3 or "IGO"; organisations the ids behind "IGO".

    date is None where neither the sentence, its encounter nor the page tells one; date_how says which of them did.
    """

    id: str
    date: PartialDate | None
    date_how: str | None
    event: Event
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    organisations: tuple[str, ...]
    place: Place | None
    sentence: Span


def rows(reading: Reading, kb: Knowledge) -> Iterator[Row]:
    """The rows of a reading's events, in their order; denied and hypothetical ones too, marked by their status."""
    met = {row.id: row for row in reading.encounters or ()}
    for event in reading.events or ():
        names = [name.partition(":")[2] for name in event.derived if name.startswith("encounter:")]
        encounter = next((met[name] for name in names if name in met), None)
        date, how = _dated(reading.article, event, encounter)
        sentence = _sentence(reading.article, event)
        actors, recipients = coded(event.actor, kb), coded(event.recipient, kb)
        yield Row(
            id=_id(reading.article, event),
            date=date,
            date_how=how,
            event=event,
            actors=actors,
            recipients=tuple(code for code in recipients if code not in actors or code == IGO),
            organisations=tuple(c for c in (*event.actor, *event.recipient) if c not in kb.states),
            place=encounter.place if encounter else None,
            sentence=sentence,
        )


def coded(sides: Sequence[str], kb: Knowledge) -> tuple[str, ...]:
    """The codes of sides in the event table, each once."""
    return tuple(dict.fromkeys(_code(side, kb) for side in sides))


def _code(side: str, kb: Knowledge) -> str:
    if side in kb.states:
        return side
    body = kb.organisations.get(side)
    if body is not None and body.kind in _OF_A_STATE and body.country:
        return body.country
    if side == NGO or (body is not None and body.kind == "movement"):
        return NGO if side == NGO else IMG
    return IGO


def _id(article: Article, event: Event) -> str:
    """An id from content: the same act in the same article has the same id in any run."""
    first = event.evidence[0]
    parts = (article.id, event.type, *event.actor, ">", *event.recipient, event.status, first.start, first.end)
    return "ev-" + hashlib.sha256("\x1f".join(map(str, parts)).encode()).hexdigest()[:16]


def _dated(article: Article, event: Event, encounter: Encounter | None) -> tuple[PartialDate | None, str | None]:
    """The day of an act: its encounter's, the one printed in its sentence, else the page's, said to be so."""
    if encounter is not None and encounter.start is not None:
        return encounter.start, encounter.how
    published = article.published.date if article.published else None
    span = _sentence(article, event)
    future = event.status == "planned"
    dates = [found for m in find_dates(article.text, span.start, span.end) if (found := resolve(m, published, future))]
    exact = [date for date in dates if date.exact is not None]
    if len(exact) == 1:
        return exact[0], "sentence"
    if event.status != "held" or published is None:
        return None, None
    return published, "published"


def _sentence(article: Article, event: Event) -> Span:
    """The sentence that tells an event: the first of the body, for a headline says less."""
    told = [span for span in event.evidence if any(block.holds(span) for block in article.body)] or event.evidence
    block = next((b for b in article.body if b.holds(told[0])), None)
    if block is None:
        return told[0]
    return next((s for s in split(article.text, block) if s.holds(told[0])), told[0])
