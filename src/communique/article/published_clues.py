"""What a text tells of its day without printing it: weekdays of the news, years, anniversaries of dated events."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from communique.article.lines import Page
from communique.article.published_stamps import Layout
from communique.knowledge.base import Knowledge
from communique.knowledge.calendar import DateMention, find_dates
from communique.knowledge.kinds import Event
from communique.knowledge.people import Person
from communique.model.dates import PartialDate
from communique.model.span import Span


@dataclass(frozen=True, slots=True)
class Clue:
    """A value read at a place: a weekday (0 for Monday) or a year."""

    value: int
    span: Span


@dataclass(frozen=True, slots=True)
class Anniversary:
    """An anniversary of a known event, brought onto the calendar.

    year is the year in which the text stands; day is set only where messages or a ceremony for it are the news.
    """

    year: int
    day: PartialDate | None
    span: Span


@dataclass(frozen=True, slots=True)
class Clues:
    """Weekdays and days of the lead, years printed, anniversaries, people named with an office."""

    weekdays: tuple[Clue, ...]
    days: tuple[DateMention, ...]
    years: tuple[Clue, ...]
    anniversaries: tuple[Anniversary, ...]
    holders: tuple[tuple[tuple[Person, ...], Span], ...]


# The lead: the first sentences, in which the weekday of the news stands.
_LEAD_CHARS = 900
_REACH = 600
_GOAL_REACH = 80
_FUTURE = re.compile(
    r"\b(?:will|would|meets|to (?:meet|hold|visit|travel|attend|sign|host|arrive|begin|start|open)|is due|due to|"
    r"set to|scheduled|upcoming|ahead of|expected|plans?|next)\b[^.]{0,60}$|\b(?:until|before|by)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_PAST_REFERENCE = re.compile(r"\b(?:last|since|previous|from|a week ago)\s+$", re.IGNORECASE)
_TENS = {"twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70,
         "eightieth": 80, "ninetieth": 90, "hundredth": 100, "tenth": 10}  # fmt: skip
_ANNIVERSARY = re.compile(
    r"(?:(?P<n>\d{1,3})\s?(?:st|nd|rd|th|e|º|°|-й)?|(?P<word>" + "|".join(_TENS) + r"))[ \u00a0-]+anniversar(?:y|ies)",
    re.IGNORECASE,
)
_ANNIVERSARY_WORD = re.compile("anniversar", re.IGNORECASE)
_RELATIONS = re.compile(r"\b(?:diplomatic|relations|ties|recognition|recogni[sz]\w+)\b", re.IGNORECASE)
_MESSAGES = re.compile(
    r"\b(?:congratulat\w+|messages?|telegrams?|letters?|greetings|ceremony|reception|gala)\b", re.IGNORECASE
)
_FOR = re.compile(
    r"(?:\bfor|\bon|\bto mark|\bmarking|\bto celebrate|\bcelebrating|\bto commemorate|\bcommemorating|\boccasion of|"
    r"\bover)(?: the occasion of)?(?: the| their| its)?\s*$",
    re.IGNORECASE,
)
_NOT_THIS_YEAR = re.compile(
    r"\b(?:next year|last year|ahead of|upcoming|approaching|in the run-up|previous|before the|since the|after the|"
    r"would mark|will mark)\b[^.]{0,80}$",
    re.IGNORECASE,
)
# Without four digits, or two behind a stroke, no date has a year.
_YEAR = re.compile(r"(?:19|20)\d\d|/\d\d")
# Years that programmes and deadlines carry: "the 2030 Agenda", "Vision 2035", "by 2040", "the target of ... in 2030"
_TO_COME = re.compile(r"\b(?:agenda|vision|plan|by|until|till|through|towards?)\s+$", re.IGNORECASE)
_GOAL = re.compile(
    r"\b(?:targets?|goals?|objectives?|aims?|ambitions?|deadlines?|pledges?|net[- ]zero|milestones?|roadmaps?)\b"
    r"[^.\n]{0,60}$",
    re.IGNORECASE,
)
_PROGRAMME = re.compile(r"\s+(?:Agenda|Vision|Goals?|Plan|Strategy)\b")
_TITLED = re.compile(
    r"(?<!former )(?<!ex-)(?<!then-)(?<!Vice )\b(?:President|Prime Minister|Premier|Chancellor|Foreign Minister|"
    r"Secretary of State|Secretary-General|Foreign Secretary|Defen[cs]e Minister)\s(?=[A-Z])"
)
_SENTENCE_START = re.compile(r"[.!?]\s+(?=[\"“A-Z])|\n")


def clues(page: Page, where: Layout, kb: Knowledge) -> Clues:
    """The clues of a page's title and body; captions, comments and related links give none."""
    blocks = _article(page, where)
    return Clues(
        tuple(_weekdays(page.text, blocks)),
        tuple(_days(page.text, blocks)),
        tuple(_years(page.text, blocks)),
        tuple(_anniversaries(page.text, blocks, kb)),
        tuple(_holders(page.text, blocks, kb)),
    )


def _article(page: Page, where: Layout) -> list[Span]:
    roles = ("caption", "comments", "related", "menu", "share", "header")
    lines = page.lines[where.body : where.end]
    title = [page.lines[where.title].span] if where.title is not None else []
    marked = any(line.role == "body" for line in lines)
    return title + [line.span for line in lines if (line.role == "body" if marked else line.role not in roles)]


def _weekdays(text: str, blocks: list[Span]) -> Iterator[Clue]:
    left = _LEAD_CHARS
    for block in blocks:
        end = min(block.end, block.start + left)
        for mention in find_dates(text, block.start, end):
            before = text[max(block.start, mention.span.start - 90) : mention.span.start]
            if mention.weekday is None or mention.relative is not None or mention.kind != "weekday":
                continue
            if not _FUTURE.search(before) and not _PAST_REFERENCE.search(before):
                yield Clue(mention.weekday, mention.span)
        left -= len(block)
        if left <= 0:
            return


def _days(text: str, blocks: list[Span]) -> Iterator[DateMention]:
    """Days that the first sentences print, with or without their year: "On September 5, the ministers met"."""
    for block in blocks[:3]:
        for mention in find_dates(text, block.start, min(block.end, block.start + _LEAD_CHARS // 3)):
            led = text[max(block.start, mention.span.start - 3) : mention.span.start].lower() == "on "
            if led and mention.kind == "day" and mention.other is None:
                yield mention


def _years(text: str, blocks: list[Span]) -> Iterator[Clue]:
    for block in blocks:
        if not _YEAR.search(text, block.start, block.end):
            continue
        for mention in find_dates(text, block.start, block.end):
            if mention.year is None:
                continue
            before = text[max(block.start, mention.span.start - _GOAL_REACH) : mention.span.start]
            aimed_at = _TO_COME.search(before) or _GOAL.search(before)
            if not aimed_at and not _PROGRAMME.match(text, mention.span.end):
                yield Clue(mention.year, mention.span)


def _anniversaries(text: str, blocks: list[Span], kb: Knowledge) -> Iterator[Anniversary]:
    told = [block for block in blocks if _ANNIVERSARY_WORD.search(text, block.start, block.end)]
    found = [(match, block) for block in told for match in _ANNIVERSARY.finditer(text, block.start, block.end)]
    if not found:
        return
    lead = _states(text, blocks[:3], kb)
    for match, block in found:
        n = int(match["n"]) if match["n"] else _TENS[match["word"].lower()]
        sentence = _sentence(text, match, block)
        before = text[sentence.start : match.start()]
        if _NOT_THIS_YEAR.search(before) or n < 5:
            continue
        after = text[match.end() : min(sentence.end, match.end() + 160)]
        named = _states(text, [sentence], kb)
        events = _meant(after, n, named, lead, kb)
        years = {event.date.year + n for event in events}
        if len(years) != 1:
            continue
        days = {(event.date.month, event.date.day) for event in events}
        year, (month, day) = years.pop(), next(iter(sorted(days, key=str)))
        on = None
        if len(days) == 1 and month and day and _MESSAGES.search(sentence.of(text)) and _FOR.search(before):
            on = PartialDate(year, month, day)
        yield Anniversary(year, on, Span(match.start(), match.end()))


def _holders(text: str, blocks: list[Span], kb: Knowledge) -> Iterator[tuple[tuple[Person, ...], Span]]:
    """People whom the lead names behind a title that they hold: "Chancellor Ada Example", not "former ...".

    Several people where only a surname is printed that they share.
    """
    for block in blocks[:4]:
        for match in _TITLED.finditer(text, block.start, block.end):
            words = text[match.end() : min(block.end, match.end() + 50)]
            full = next((n for n in kb.names.find(words) if n.span.start == 0), None)
            if full is not None and any(e.kind == "person" for e in full.entries):
                people, length = kb.people.named(full.span.of(words)), full.span.end
            elif surname := re.match(r"[A-Z][\w-]+(?!\w|\s[A-Z])", words):
                people, length = kb.people.surnamed(surname[0]), surname.end()
            else:
                continue
            if people and all(person.terms for person in people):
                yield tuple(people), Span(match.start(), match.end() + length)


def _meant(after: str, n: int, named: frozenset[str], lead: frozenset[str], kb: Knowledge) -> list[Event]:
    """The events of the table that the words after "75th anniversary" can mean, seen from the states named."""
    if _RELATIONS.search(after):
        relations = [e for e in _events(kb) if "relations" in e.kind and len(e.parties) == 2]
        for states in (named, lead):
            if found := [e for e in relations if set(e.parties) <= states]:
                return found
        return []
    words = set(re.findall(r"[a-z]{4,}", after.lower()))
    found = []
    for event in _events(kb):
        wanted = set(re.findall(r"[a-z]{4,}", event.name.lower()))
        if "relations" not in event.kind and wanted and wanted <= words:
            found.append(event)
    return found


def _events(kb: Knowledge) -> list[Event]:
    return [kb.events[id_] for id_ in sorted(kb.events)]


def _states(text: str, spans: list[Span], kb: Knowledge) -> frozenset[str]:
    out: set[str] = set()
    for span in spans:
        for name in kb.names.find(span.of(text)):
            out |= {e.country for e in name.entries if e.kind in ("state", "demonym", "prefix") and e.country}
    return frozenset(out)


def _sentence(text: str, match: re.Match[str], block: Span) -> Span:
    """The sentence around a match; at most _REACH characters to either side, so that a page of one line stays cheap."""
    start, end = max(block.start, match.start() - _REACH), min(block.end, match.end() + _REACH)
    for stop in _SENTENCE_START.finditer(text, start, end):
        if stop.end() <= match.start():
            start = stop.end()
        elif stop.start() >= match.end():
            end = stop.start() + 1
            break
    return Span(start, end)
