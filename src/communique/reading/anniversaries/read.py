"""The anniversaries of an article, each once, with the event and year where the tables or the text tell them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from communique.knowledge.base import Knowledge
from communique.knowledge.calendar import find_dates, resolve
from communique.knowledge.kinds import Event
from communique.knowledge.names import Name
from communique.model.article import Article
from communique.model.dates import PartialDate
from communique.model.reading import Anniversary, Encounter, Support
from communique.model.span import Span, evidence
from communique.reading.anniversaries.events import named, of_relations, relations
from communique.reading.anniversaries.phrases import Phrase, phrases
from communique.reading.figures.sides import two_sides
from communique.reading.parse import Sentence

# A row is compared with so many before it: no article remembers more, a list of thousands stays cheap.
_COMPARED = 20
_KINDS = ("state", "demonym", "prefix", "organisation")
_AGAINST = re.compile(r"\b(?:against|from|over)\b", re.IGNORECASE)
_LEADING = re.compile(
    r"^(?:the|a|an|our|their|its)\s|^(?:establishment|establishing|start|opening|launch)\sof\s(?:the\s|full\s|formal\s|official\s)*",
    re.IGNORECASE,
)
_TAIL = re.compile(r"\s(?:between|among|with)\s.*$", re.IGNORECASE | re.DOTALL)
_THIS_YEAR = re.compile(r"\bthis year|\btoday|\byear(?:['’]s)?\s(?:marks|is)\b", re.IGNORECASE)
_LAST_YEAR = re.compile(r"\blast year\b", re.IGNORECASE)
_NEXT_YEAR = re.compile(r"\bnext year\b", re.IGNORECASE)
# What is marked in the present is marked in the year of the report; "marked" alone may be long ago.
_MARKS = re.compile(
    r"\b(?:marks?|marking|celebrates?|celebrating|commemorates?|commemorating|observes?|observing|coincid(?:es?|ed|ing)"
    r"|falls?|on the occasion of)\b",
    re.IGNORECASE,
)
# "the 25th anniversary of the Commission, which was set up in 1999"
_FOUNDED = re.compile(
    r"[^.;]{0,80}?\b(?:founded|set up|established|created|launched|signed|opened|begun|concluded)\s+in\s+"
    r"(?:[A-Z][a-z]+\s+)?(?P<year>1[5-9]\d\d|20\d\d)\b"
)
_VERB_REACH = 60
_NEAR_DATE = 90


@dataclass(frozen=True, slots=True)
class _Told:
    """A phrase with its sentence and the names in it."""

    phrase: Phrase
    sentence: Span
    names: tuple[Name, ...]


def anniversaries(
    article: Article,
    sentences: Sequence[Sentence],
    names: Sequence[Name],
    met: Sequence[Encounter],
    knowledge: Knowledge,
) -> tuple[Anniversary, ...]:
    """The anniversaries that an article names with their number; a bare "anniversary" is none."""
    text = article.text
    told: list[_Told] = []
    ordered = sorted(names, key=lambda name: name.span)
    starts = [name.span.start for name in ordered]
    for sentence in sorted(sentences, key=lambda row: row.span):
        found = tuple(phrases(text, sentence.span.start, sentence.span.end))
        if found:
            here = ordered[bisect_left(starts, sentence.span.start) : bisect_left(starts, sentence.span.end)]
            told += (_Told(phrase, sentence.span, tuple(here)) for phrase in found)
    sides = two_sides(met)
    rows = [_row(article, row, sides, knowledge) for row in told]
    return tuple(_merged(sorted(rows, key=lambda row: row.evidence[0])))


def _row(article: Article, told: _Told, sides: tuple[str, ...], knowledge: Knowledge) -> Anniversary:
    text, phrase = article.text, told.phrase
    what = phrase.what or _owner(text, told)
    words = " ".join((what or phrase.span).of(text).split())
    published = article.published.date if article.published else None
    support: Support = "printed"
    how: list[str] = []
    if phrase.what is None and what is not None and phrase.owner is not None and not phrase.owner.holds(what):
        support = "resolved"
        how.append("of: the name before “its”")
    inside = _codes(told, what)
    if of_relations(words):
        parties, event = _between(told, inside, sides, phrase, knowledge)
        of = _shortened(words)
    else:
        event = named(words, inside, knowledge, published.year if published else None, phrase.n)
        parties, of = _remembering(inside, event, words), _LEADING.sub("", words)
    year, rule, extra = _year(article, told, event, published)
    how += [rule] if rule else []
    if rule:
        support = "inferred"
    if parties and set(parties) - set(inside):
        support = "inferred" if support == "inferred" else "resolved"
    return Anniversary(
        phrase.n,
        of,
        evidence(phrase.span, what, extra),
        parties=parties,
        year=year,
        event=event.id if event else None,
        support=support,
        how="; ".join(how) or None,
    )


def _remembering(inside: tuple[str, ...], event: Event | None, words: str) -> tuple[str, ...]:
    """Whose event it is, of those named in it: never the side that it was against or from."""
    if event is not None:
        own = tuple(code for code in inside if code in event.parties)
        return own or (inside if len(inside) == 1 else ())
    return () if _AGAINST.search(words) else inside


def _owner(text: str, told: _Told) -> Span | None:
    """Whose anniversary it is where the phrase has no "of": the possessive, or the last name before "its"."""
    owner = told.phrase.owner
    if owner is None:
        return None
    before = [n for n in told.names if n.span.start < owner.end and n.entries[0].kind in _KINDS]
    if before and (
        before[-1].span.overlaps(owner) or owner.of(text).lower().split()[0] in ("its", "their", "our", "the")
    ):
        return before[-1].span
    return owner if owner.of(text)[:1].isupper() else None


def _codes(told: _Told, what: Span | None) -> tuple[str, ...]:
    """The states and organisations named in what is remembered."""
    found = []
    for name in told.names:
        entry = name.entries[0]
        if what is not None and what.overlaps(name.span) and entry.kind in _KINDS:
            found.append(entry.id if entry.kind == "organisation" else entry.country)
    return tuple(dict.fromkeys(code for code in found if code))


def _between(
    told: _Told, inside: tuple[str, ...], sides: tuple[str, ...], phrase: Phrase, knowledge: Knowledge
) -> tuple[tuple[str, ...], Event | None]:
    """Whose relations: the parties named in the phrase, else in the sentence, else the two sides of the news."""
    sentence = []
    for name in told.names:
        entry = name.entries[0]
        if entry.kind in _KINDS and (code := entry.id if entry.kind == "organisation" else entry.country):
            sentence.append(code)
    unique = tuple(dict.fromkeys(sentence))
    for parties in (inside, unique, sides):
        if len(parties) == 2:
            return parties, relations(parties, knowledge)
    if len(inside) == 1 and len(sides) == 2 and inside[0] in sides:
        return sides, relations(sides, knowledge)
    return (inside or (unique if len(unique) > 2 else ())), None


def _shortened(words: str) -> str:
    """ "diplomatic relations" of "the establishment of diplomatic relations between A and B"."""
    out, before = words, ""
    while out != before:
        before, out = out, _LEADING.sub("", out)
    return _TAIL.sub("", out) or words


def _year(
    article: Article, told: _Told, event: Event | None, published: PartialDate | None
) -> tuple[int | None, str | None, Span | None]:
    """The year of the anniversary, the rule that tells it, and what in the text it rests on."""
    text, n = article.text, told.phrase.n
    counted = event.date.year + n if event else None
    printed = _THIS_YEAR.search(text, told.sentence.start, told.sentence.end)
    if event is not None and (printed is None or published is None or counted == published.year):
        return counted, f"year: {event.id} + {n}", None
    if printed and published is not None:
        return published.year, "year: this year + published", Span(*printed.span())
    if founded := _FOUNDED.match(text, told.phrase.span.end, told.sentence.end):
        return int(founded["year"]) + n, f"year: {founded['year']} + {n}", Span(*founded.span("year"))
    for mention in find_dates(text, told.phrase.span.start, told.sentence.end):
        close = mention.span.start - told.phrase.span.end < _NEAR_DATE
        day = resolve(mention, published) if close else None
        if day is not None and (published is None or abs(day.year - published.year) <= 1):
            rule = f"year: {' '.join(mention.span.of(text).lower().split())} + published"
            return day.year, None if mention.year else rule, mention.span
    return _year_of_verb(text, told, published) if published is not None else (None, None, None)


def _year_of_verb(text: str, told: _Told, published: PartialDate) -> tuple[int | None, str | None, Span | None]:
    """The year by the words that lead to the phrase: "celebrated last year", "marks the 70th anniversary"."""
    stop = told.phrase.span.start
    start = max(told.sentence.start, stop - _VERB_REACH)
    for moved, years in ((_LAST_YEAR, -1), (_NEXT_YEAR, 1)):
        if said := moved.search(text, start, min(told.sentence.end, stop + _VERB_REACH + len(told.phrase.span))):
            rule = f"year: {' '.join(said[0].lower().split())} + published"
            return published.year + years, rule, Span(*said.span())
    marks = [*_MARKS.finditer(text, start, stop)]
    if marks:
        return published.year, "year: marked at the time of the report", Span(*marks[-1].span())
    return None, None, None


def _merged(rows: Iterable[Anniversary]) -> list[Anniversary]:
    """One row an anniversary: the same number of the same event or thing, or of relations of the same parties."""
    out: list[Anniversary] = []
    spans: list[list[Span]] = []
    for row in rows:
        first = max(0, len(out) - _COMPARED)
        same = next((i for i in range(first, len(out)) if _same(out[i], row)), None)
        if same is None:
            out.append(row)
            spans.append(list(row.evidence))
            continue
        known = out[same]
        fuller = row if (row.event is not None) > (known.event is not None) else known
        out[same] = replace(fuller, parties=known.parties or row.parties, year=known.year or row.year)
        spans[same] += row.evidence
    return [replace(row, evidence=evidence(*places)) for row, places in zip(out, spans, strict=True)]


def _same(one: Anniversary, two: Anniversary) -> bool:
    if one.n != two.n:
        return False
    if one.event and two.event:
        return one.event == two.event
    apart = one.parties and two.parties and not set(one.parties) & set(two.parties)
    kinds = of_relations(one.of) == of_relations(two.of)
    unknown = any("anniversar" in row.of.lower() for row in (one, two))
    return (
        not apart and (kinds or unknown) and bool(unknown or one.of.lower() == two.of.lower() or of_relations(one.of))
    )
