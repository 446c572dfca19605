"""The rows of single articles, made ready to be compared: which encounter each belongs to, and its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from communique.model.reading import Encounter, Reading, Statement
from communique.model.record import ListName
from communique.model.span import Span
from communique.resolve.claims import words
from communique.resolve.facts import content_id, folded

LISTS: tuple[ListName, ...] = ("commitments", "partnerships", "figures", "anniversaries", "initiatives", "phrases")


@dataclass(frozen=True, slots=True)
class Item:
    """One row of a list in one reading.

    key is made of what re-reading seldom changes (article, list, words), so that corrections find it again. words are
    the stems that carry meaning in the printed text; speaker is who says it, where it stands in a statement.
    """

    article: str
    list: ListName
    position: int
    key: str
    row: Any
    parties: frozenset[str]
    text: str
    words: tuple[str, ...]
    speaker: str | None = None

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where it was read."""
        found: tuple[Span, ...] = self.row.evidence
        return found


def items(reading: Reading, encounters: Iterable[str | None] | None = None) -> tuple[Item, ...]:
    """The rows of all lists of a reading; only those that belong to the given encounters of it where given."""
    wanted = None if encounters is None else set(encounters)
    out = []
    seen: dict[str, int] = {}
    for name in LISTS:
        for position, row in enumerate(getattr(reading, name) or ()):
            item = _item(reading, name, position, row, seen)
            if wanted is None or belongs(reading, row) in wanted:
                out.append(item)
    return tuple(out)


def belongs(reading: Reading, row: Any) -> str | None:
    """The encounter within its reading that a row is told of: its own, its statement's, else the news of the article.

    None where the article has several news and the row's parties do not tell which, or none.
    """
    own: str | None = getattr(row, "encounter", None)
    said = _statement(reading, row)
    if own or (said and said.encounter):
        return own or (said.encounter if said else None)
    news = [met for met in reading.encounters or () if met.main]
    parties = set(getattr(row, "parties", ()))
    if len(news) > 1 and parties:
        news = [met for met in news if parties <= set(_countries(met))]
    return news[0].id if len(news) == 1 else None


def _countries(met: Encounter) -> Iterator[str]:
    for party in met.participants:
        yield from party.countries or ((party.country,) if party.country else ())


def _item(reading: Reading, name: ListName, position: int, row: Any, seen: dict[str, int]) -> Item:
    text = _printed(reading, row)
    parties = frozenset((*getattr(row, "parties", ()), *getattr(row, "toward", ())))
    stems = words(text)
    key = content_id("tel", (reading.article.id, name, *sorted(parties), folded(text)))
    seen[key] = seen.get(key, 0) + 1
    if seen[key] > 1:
        key = content_id("tel", (key, f"#{seen[key]}"))
    return Item(reading.article.id, name, position, key, row, parties, text, stems, _speaker(reading, row))


def _printed(reading: Reading, row: Any) -> str:
    """The printed words that stand for a row: its label or text, else the longest stretch that it was read from.

    Evidence holds more than that: the names of the parties, the words of a date.
    """
    for name in ("text", "label", "name", "of"):
        if words_of := getattr(row, name, None):
            return " ".join(str(words_of).split())
    spans: tuple[Span, ...] = row.evidence
    longest = min(spans, key=lambda span: (-len(span), span))
    return " ".join(longest.of(reading.article.text).split())


def _speaker(reading: Reading, row: Any) -> str | None:
    said = _statement(reading, row)
    return (said.speaker.name or said.speaker.country) if said else None


def _statement(reading: Reading, row: Any) -> Statement | None:
    """The statement that a row stands in."""
    at: int | None = getattr(row, "statement", None)
    rows = reading.statements or ()
    return rows[at] if at is not None and at < len(rows) else None
