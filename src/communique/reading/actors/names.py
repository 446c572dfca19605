"""Person names: the capitalised words that name somebody, with particles, initials and honorifics."""

from __future__ import annotations

import re
from dataclasses import dataclass

from communique.model.span import Span
from communique.reading.actors import words
from communique.reading.actors.items import CALENDAR, Row

MAX_NAME_WORDS = 7
_PARTICLE = re.compile(r"(?:al|el|ad|as|ar|ash)[-‑][A-Z]\w")


@dataclass(frozen=True, slots=True)
class Named:
    """A printed name: its items from first up to stop, its place, and the ids of known people who bear it."""

    first: int
    stop: int
    span: Span
    people: tuple[str, ...]


def name_at(row: Row, index: int) -> Named | None:
    """The person's name that begins at an item, after any honorifics; None where none does."""
    start = index
    while start < len(row) and (row.low(start) in words.HONORIFICS or (row[start].text == "." and start > index)):
        start += 1
    stop, people = start, tuple[str, ...]()
    while stop < len(row) and stop - start < MAX_NAME_WORDS and _belongs(row, start, stop):
        item = row[stop]
        if item.entry("person") and not people:
            people = tuple(entry.id for entry in item.entries if entry.kind == "person")
        stop += 1
        if item.possessive:
            break
    while stop > start and not (row[stop - 1].capital or _PARTICLE.match(row[stop - 1].text)):
        stop -= 1
    if stop == start or (
        not people and words.NO_PERSON.search(row.text, row[start].span.start, row[stop - 1].span.end)
    ):
        return None
    return Named(start, stop, row.span(start, stop), people)


def _belongs(row: Row, start: int, index: int) -> bool:
    """Whether an item goes on with (or begins) a name."""
    item = row[index]
    if index > start and (row.text[row[index - 1].span.end : item.span.start].strip() or not row.adjoins(index)):
        return False
    if item.entry("person"):
        return True
    if item.text == "." and index > start:
        return len(row[index - 1].text) == 1 and row[index - 1].capital
    if index > start and _PARTICLE.match(item.text):
        return True  # "Abdel Fattah al-Sisi"
    if item.low in words.PARTICLES:
        return index > start or item.capital or capital_after(row, index)
    if not item.capital or item.low in words.TITLE_HEADS or item.entry("office") or item.text in words.HEADLINE_WORDS:
        return False
    if item.text in CALENDAR:
        # "Prime Minister May", "Theresa May": a month only where a number or nothing name-like stands beside it
        if item.text in ("Jan", "April", "June", "August"):
            return index == start and capital_after(row, index)
        beside = start < index or row.low(index - 1).rstrip(".") in words.BEFORE_SURNAME
        return item.text == "May" and beside and not row.low(index + 1)[:1].isdigit()
    if item.entry("state", "demonym", "organisation", "outlet", "metonym", "summit", "initiative"):
        # a state's name inside a person's ("Israel Katz") begins it and is followed by a plain capitalised word
        return index == start and capital_after(row, index) and not item.entry("organisation", "demonym")
    return not (item.shouted and len(item.text) <= 5 and not _all_shouted(row, start))


def _all_shouted(row: Row, start: int) -> bool:
    return all(item.shouted for item in row.items[start : start + 2])


def capital_after(row: Row, index: int) -> bool:
    """Whether the next item is a plain capitalised word, no known name and no weekday or month."""
    if index + 1 >= len(row):
        return False
    following = row[index + 1]
    return following.capital and not following.entries and following.text not in CALENDAR
