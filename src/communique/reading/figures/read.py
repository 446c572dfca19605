"""The figures of an article: numbers of substance with unit, what they measure, period, growth and states."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from communique.knowledge.base import Knowledge
from communique.knowledge.calendar import find_dates
from communique.knowledge.names import Name
from communique.model.article import Article
from communique.model.reading import Encounter, Figure, FigureKind, Statement
from communique.model.span import Span, evidence
from communique.reading.blocks import Block
from communique.reading.figures.measured import growth_of, measured_by
from communique.reading.figures.nouns import Counted, counted_at
from communique.reading.figures.numbers import NumberMention, find_numbers
from communique.reading.figures.period import period_of, periods
from communique.reading.figures.same import merged, placed
from communique.reading.figures.sides import BOTH, Place, currency_of, parties_of, two_sides
from communique.reading.figures.streaks import Streak, streaks
from communique.reading.figures.substance import is_figure
from communique.reading.parse import Sentence

_NUMBER_NEAR = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred|thousand|million|billion|trillion"
    r"|(?:thir|four|fif|six|seven|eigh|nine)t(?:een|y)|twenty|forty|half an?)\b",
    re.IGNORECASE,
)


def figures(
    article: Article,
    parts: Sequence[Block],
    sentences: Sequence[Sentence],
    names: Sequence[Name],
    met: Sequence[Encounter],
    said: Sequence[Statement],
    knowledge: Knowledge,
) -> tuple[Figure, ...]:
    """The figures that the title and body of an article state, each once, in text order."""
    sides = two_sides(met)
    found: list[Figure] = []
    name_at = 0
    ordered = sorted(names, key=lambda name: name.span)
    for sentence in sorted(sentences, key=lambda row: row.span):
        if not _NUMBER_NEAR.search(article.text, sentence.span.start, sentence.span.end):
            continue
        while name_at < len(ordered) and ordered[name_at].span.end <= sentence.span.start:
            name_at += 1
        here = _within(ordered, name_at, sentence.span)
        title = parts[sentence.block].role == "title"
        found += _of_sentence(article, sentence.span, here, knowledge, title=title)
    return placed(merged((_settled(row, sides) for row in found), knowledge), said)


def _within(names: Sequence[Name], first: int, span: Span) -> tuple[Name, ...]:
    out = []
    for name in names[first:]:
        if name.span.start >= span.end:
            break
        out.append(name)
    return tuple(out)


def _of_sentence(
    article: Article, span: Span, names: tuple[Name, ...], knowledge: Knowledge, *, title: bool
) -> list[Figure]:
    text = article.text
    dates = find_dates(text, span.start, span.end)
    numbers = find_numbers(text, knowledge, span.start, span.end, [date.span for date in dates])
    runs = list(streaks(text, span.start, span.end))
    if not numbers and not runs:
        return []
    # "U.S. dollars" names no party.
    names = tuple(name for name in names if not any(row.span.overlaps(name.span) for row in numbers))
    day = article.published.date if article.published else None
    when = periods(text, span.start, span.end, dates, day)
    claimed = tuple(sorted({*(date.span for date in dates), *(row.span for row in when)}))
    place = Place(text, span, title, names, when, claimed)
    out = [_streak(place, row) for row in runs]
    counted = {
        row: counted_at(text, row.span.end, span.end, knowledge.counted, row.value)
        for row in numbers
        if row.kind == "bare"
    }
    priced = _lent(numbers, counted)
    kept = [row for row in priced if not any(row.number.overlaps(run.span) for run in runs)]
    kept = [row for row in kept if is_figure(text, row, counted.get(row), span.start, span.end, title=title)]
    others = [row.number for row in kept]
    return sorted([*out, *(_figure(place, row, counted.get(row), others, knowledge) for row in kept)], key=_first)


def _lent(numbers: Sequence[NumberMention], counted: dict[NumberMention, Counted | None]) -> list[NumberMention]:
    """The numbers with the currency of the amount before it for one that has a scale and counts nothing.

    "a record 94.8 billion dollars, up 10.4 billion", "from 5 billion dollars to 10 billion".
    """
    out: list[NumberMention] = []
    money: NumberMention | None = None
    for row in numbers:
        near = money is not None and row.span.start - money.span.end < _LENT_REACH
        if money is not None and near and row.kind == "bare" and row.scaled and not counted.get(row):
            row = replace(row, kind="money", codes=money.codes, lent=True)
        if row.kind == "money":
            money = row
        out.append(row)
    return out


# Between an amount and the one that goes without its currency stand a few words ("in 2024, up").
_LENT_REACH = 60


def _first(row: Figure) -> Span:
    return row.evidence[0]


def _figure(
    place: Place, number: NumberMention, counted: Counted | None, others: Sequence[Span], knowledge: Knowledge
) -> Figure:
    text, start, stop = place.text, place.span.start, place.span.end
    kinds: dict[str, FigureKind] = {"money": "money", "percent": "percent", "volume": "volume", "bare": "count"}
    what = counted.span if counted else measured_by(text, number, start, stop, place.dates)
    when = period_of(text, number.span, [s for s in others if s != number.number], start, stop, place.periods)
    unit, support, how = number.unit, "printed", None
    if number.kind == "bare":
        unit = counted.head if counted else None
    elif number.kind == "money":
        unit, support, how = currency_of(place, number, knowledge)
        if number.lent:
            support, how = "inferred", "currency of the amount before it"
    if when is not None and when.how:
        support, how = "inferred", f"period: {when.how}" + (f"; {how}" if how else "")
    return Figure(
        number.value,
        kinds[number.kind],
        evidence(number.span, what, when.span if when else None),
        unit=unit,
        what=" ".join(what.of(text).split()) if what else None,
        period=when.value if when else None,
        bound=number.bound,
        upper=number.upper,
        growth=growth_of(text, number, start, stop),
        parties=parties_of(place, number.span, what),
        support=support,  # type: ignore[arg-type]
        how=how,
    )


def _streak(place: Place, row: Streak) -> Figure:
    what = row.what
    when = place.periods[0] if len(place.periods) == 1 else None
    return Figure(
        row.years,
        "streak",
        evidence(row.span, what, when.span if when else None),
        unit="years",
        what=" ".join(what.of(place.text).split()) if what else None,
        period=when.value if when else None,
        parties=parties_of(place, row.span, None),
        support="inferred" if when and when.how else "printed",
        how=f"period: {when.how}" if when and when.how else None,
    )


def _settled(row: Figure, sides: tuple[str, ...]) -> Figure:
    """The figure with the two states that "bilateral" means where the sentence names none."""
    if row.parties or not row.what or not BOTH.search(row.what) or not sides:
        return row
    how = "; ".join(filter(None, (row.how, "parties: the two sides of the encounter")))
    return replace(row, parties=sides, support="inferred" if row.support == "inferred" else "resolved", how=how)
