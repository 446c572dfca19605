"""The time a figure is for: a year, month, half or quarter printed beside it, or told from the day of publication."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from communique.knowledge.calendar import DateMention, resolve
from communique.model.dates import PartialDate
from communique.model.reading import Support
from communique.model.span import Span
from communique.reading.figures.nouns import STOPS

_ORDINAL = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
_COUNT = {w: n for n, w in enumerate("one two three four five six seven eight nine ten eleven".split(), 1)}
_PART = re.compile(
    r"\b(?:(?P<nth>first|second|third|fourth|1st|2nd|3rd|4th)\s(?P<part>half|quarter)|(?P<letter>[QH])(?P<n>[1-4])"
    r"|first\s(?P<count>\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven)\smonths)"
    r"(?:\s(?:of\s)?(?:(?P<year>(?:19|20)\d\d)|(?P<way>this|last)\syear))?\b",
    re.IGNORECASE,
)
# "in 2024", "for the year 2024", "by 2030"; a date that nothing leads to is most often another thing's
_LED = re.compile(
    r"\b(?:in|during|for|of|by|from|since|through|over|as of|until|till|end of|fiscal year|fiscal"
    r"|year|early|late|mid)[\s-]$|\(\s?$",
    re.IGNORECASE,
)
_BREAK = re.compile(r"[;:]\s|\.\s")
_REACH = 60
# "in the 2016 election": the year belongs to another thing
_OWNED = re.compile(
    r"\s(?!alone|compared|versus|against|levels?|when|while|so|already|year|onwards?|onward|\w+ly\b)[a-z]{3,}"
)
# "the two-percent target": a rule holds beyond the year in which somebody met it
_RULE = re.compile(
    r"[\s-](?:[a-z]+\s)?(?:target|threshold|goal|rule|mark|limit|cap|level|requirement)s?\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Period:
    """A printed period, where it stands, and how it was told where it is not printed whole."""

    value: str
    span: Span
    support: Support = "printed"
    how: str | None = None


def periods(
    text: str, start: int, stop: int, dates: Sequence[DateMention], published: PartialDate | None
) -> tuple[Period, ...]:
    """Every period that the sentence text[start:stop] prints, in text order."""
    parts = [found for match in _PART.finditer(text, start, stop) if (found := _part(match, published))]
    taken = [row.span for row in parts]
    for mention in dates:
        if any(span.overlaps(mention.span) for span in taken):
            continue
        row = _date(text, mention, start, published)
        if row is not None:
            parts.append(row)
    return tuple(sorted(parts, key=lambda row: row.span))


def _part(match: re.Match[str], published: PartialDate | None) -> Period | None:
    """A half, a quarter or the first months of a year; None where nothing tells the year."""
    how: str | None = None
    if match["year"]:
        year = int(match["year"])
    elif published is not None:
        year = published.year - ((match["way"] or "").lower() == "last")
        how = f"{(match['way'] or 'this').lower()} year+published"
    else:
        return None
    span, support = Span(*match.span()), "inferred" if how else "printed"
    if match["count"]:
        count = match["count"].lower()
        months = int(count) if count.isdigit() else _COUNT[count]
        value = f"{year:04}-01/{year:04}-{months:02}" if 1 < months < 12 else ""
    elif match["letter"]:
        value = f"{year:04}-{match['letter'].upper()}{match['n']}"
        value = "" if match["letter"].upper() == "H" and int(match["n"]) > 2 else value
    else:
        value = f"{year:04}-{match['part'][0].upper()}{_ORDINAL[match['nth'].lower()]}"
        value = "" if match["part"].lower() == "half" and _ORDINAL[match["nth"].lower()] > 2 else value
    return Period(value, span, support, how) if value else None  # type: ignore[arg-type]


def _date(text: str, mention: DateMention, start: int, published: PartialDate | None) -> Period | None:
    if mention.kind not in ("year", "month") and not (mention.relative and mention.relative.unit in ("year", "month")):
        return None
    relative = mention.relative is not None
    before = text[max(start, mention.span.start - 16) : mention.span.start]
    if not relative and not _LED.search(before) and mention.span.start > start:
        return None
    day = resolve(mention, published)
    if day is None:
        return None
    inferred = relative or mention.year is None
    how = f"{' '.join(mention.span.of(text).lower().split())}+published" if inferred else None
    value = str(day)
    if mention.end is not None and (mention.end.year or mention.end.month):
        end_year = mention.end.year or day.year
        end = f"{end_year:04}-{mention.end.month:02}" if mention.end.month else f"{end_year:04}"
        value = f"{value}/{end}"
    return Period(value, mention.span, "inferred" if inferred else "printed", how)


def period_of(
    text: str, number: Span, others: Sequence[Span], start: int, stop: int, rows: Sequence[Period]
) -> Period | None:
    """The period of one number: the first one behind it before the next number, else one that opens the sentence.

    Two numbers with one period at the sentence's end share it only where nothing but "and" or a comma parts them.
    """
    if _RULE.match(text, number.end, stop):
        return None
    after = [row for row in rows if number.end <= row.span.start]
    if after:
        row = after[0]
        between = text[number.end : row.span.start]
        owned = _OWNED.match(text, row.span.end, stop)
        if owned and owned[0].strip() not in STOPS:
            return None
        blocked = any(number.end <= span.start < row.span.start for span in others)
        if not blocked and len(between) <= _REACH and not _BREAK.search(between):
            return row
    before = [row for row in rows if row.span.end <= number.start]
    if before:
        row = before[-1]
        opens = not text[start : row.span.start].strip(" ,“\"'") or len(text[start : row.span.start].split()) <= 3
        between = text[row.span.end : number.start]
        if not _BREAK.search(between) and (
            opens
            or (
                len(between) <= 30
                and not any(span.start < number.start and span.start >= row.span.end for span in others)
            )
        ):
            return row
    return None
