"""Plain text: its printed lines as blocks, broken paragraphs joined, a date fused with a headline cut off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from communique.article.lines import Line, Page
from communique.model.span import Span, stripped

# Hard-wrapped texts are set at 60 to 100 columns (mail, telegram and agency feeds: 65 to 80).
_WRAP_LEAST, _WRAP_MOST = 45, 120
# A wrapped text fills its lines: the longest 9 of 10 inner lines end within this much of the widest.
_WRAP_SLACK = 16
_END = tuple(".!?:;…”\"'’)»")
_ITEM = re.compile(r"\s*(?:[-*•·–—▪►]|\d{1,2}[.)]|[A-Z][A-Za-z. ]{0,30}:)\s")
_FUSED = re.compile(
    r"\s*(?:(?:date|published|posted|updated|time|on)\s*:?\s+)?"
    r"(?:(?:19|20)\d\d[-/.](?:0?[1-9]|1[0-2])[-/.](?:0?[1-9]|[12]\d|3[01])"
    r"|(?:0?[1-9]|[12]\d|3[01])[-/.](?:0?[1-9]|1[0-2]|[A-Z][a-z]{2})[-/.](?:19|20)\d\d"
    r"|(?:0?[1-9]|[12]\d|3[01])\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?,?\s(?:19|20)\d\d"
    r"|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?\s(?:0?[1-9]|[12]\d|3[01]),\s(?:19|20)\d\d)"
    r"(?:,?\s+(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:\s?[AaPp]\.?[Mm]\.?)?)?(?=\s)"
)
# A headline with its day fused behind it: "... AS PRESIDENT MEETS GUEST 24th May 2031"; not "Schedule for 24 May 2031"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}"
_FUSED_BEHIND = re.compile(
    r"(?<=[\w”\"’')])(?<!\b(?:on|of|to|by|in))(?<!\b(?:for|the|and))(?<!\b(?:from))(?<!\b(?:until|since|dated))\s+(?P<day>"
    rf"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?\s{_MONTH},?\s(?:19|20)\d\d"
    rf"|{_MONTH}\s(?:0?[1-9]|[12]\d|3[01]),\s(?:19|20)\d\d)$"
)
_STAMPED = re.compile(r"publish|updated|posted|\d:\d|\|", re.IGNORECASE)
_HEADLINE_CHARS = 200
_HEADLINE_WORDS = 6


# Notes and credits at the ends of one-line texts (agency feeds) are at most this long.
_NOTE_CHARS = 500
_LONG_LINE = 200
_NOTE = re.compile(
    r"\({1,2}(?:This|Corrects|Corrected|Adds|Updates|Updated|Recasts|Refiles|Editor|Note"
    r"|The following)\b[^()]{5,400}\){1,2}\s*"
)
_CREDITS = re.compile(
    r"(?<=[.!?”\"'’)])\s+(?:\(?(?:Additional )?(?:[Rr]eporting|[Ww]riting"
    r"|[Ee]diting) by [A-Z][^.!?]{0,300}(?:\.[^.!?]{0,100}){0,4}"
    r"|\((?:This story|With (?:additional )?inputs?|Source|Reporting|Writing|Editing|Contributed)\b[^()]{0,300}\)"
    r"|(?:Copyright|©)\s[^.]{0,100}(?:\.[^.]{0,120}){0,3})$"
)


def plain_page(text: str) -> Page:
    """The lines of a plain text; a paragraph that is broken over several printed lines is one line."""
    printed = list(_printed(text))
    lines = _joined(text, printed) if _is_wrapped(text, printed) else [s for s in printed if s is not None]
    return Page(text, tuple(Line(span) for whole in lines for span in _parts(text, whole)))


def _printed(text: str) -> Iterator[Span | None]:
    """Printed lines without the white space around them; None for a blank one."""
    at = 0
    for raw in text.splitlines(keepends=True):
        yield stripped(text, at, at + len(raw))
        at += len(raw)


def _is_wrapped(text: str, printed: list[Span | None]) -> bool:
    """Whether paragraphs are broken at a column: most lines that go on in the next one are nearly full."""
    lengths = sorted(len(s) for s in printed if s is not None)
    if len(lengths) < 4:
        return False
    wide = lengths[-max(1, len(lengths) // 20)]
    if not _WRAP_LEAST <= wide <= _WRAP_MOST or lengths[-1] > wide * 1.5:
        return False
    broken = full = 0
    for one, other in pairwise(printed):
        if one is not None and other is not None and not one.of(text).endswith(_END):
            broken += 1
            full += len(one) >= wide - _WRAP_SLACK
    return broken >= 3 and full >= 0.6 * broken


def _joined(text: str, printed: list[Span | None]) -> list[Span]:
    lengths = sorted(len(s) for s in printed if s is not None)
    wide = lengths[-max(1, len(lengths) // 20)]
    out: list[Span] = []
    last: Span | None = None
    for span in printed:
        if span is not None and last is not None and out and _goes_on(text, last, span, wide):
            out[-1] = Span(out[-1].start, span.end)
        elif span is not None:
            out.append(span)
        last = span
    return out


def _goes_on(text: str, one: Span, other: Span, wide: int) -> bool:
    """Whether a printed line continues the paragraph of the line before it."""
    start = other.of(text)
    if _ITEM.match(start[:60]):
        return False
    first_word = start.split(maxsplit=1)[0]
    # the line before was full if this line's first word had no room in it
    return len(one) + 1 + len(first_word) > wide - _WRAP_SLACK // 2 or start[:1].islower()


def _parts(text: str, line: Span) -> Iterator[Span]:
    """A line, or what was fused into it: a date stamp and its headline, an editor's note before, credits after."""
    stamp = _FUSED.match(text, line.start, min(line.end, line.start + 60))
    if stamp and line.end - stamp.end() > 20:
        rest = stripped(text, stamp.end(), line.end, "-–—|:, ")
        if rest is not None and text[rest.start].isupper() and len(rest) < 220:
            yield Span(line.start, stamp.end())
            yield rest
            return
    if len(line) <= _HEADLINE_CHARS and (behind := _FUSED_BEHIND.search(text, line.start, line.end)):
        title = stripped(text, line.start, behind.start("day"))
        headline = title is not None and not _STAMPED.search(title.of(text))
        if title is not None and headline and len(title.of(text).split()) >= _HEADLINE_WORDS:
            yield title
            yield Span(*behind.span("day"))
            return
    note = _NOTE.match(text, line.start, min(line.end, line.start + _NOTE_CHARS))
    start = line.start
    if note and note.end() < line.end:
        yield Span(start, note.end())
        start = note.end()
        start += len(text[start : line.end]) - len(text[start : line.end].lstrip())
    cut = _credits_from(text, start, line.end)
    yield from (span for span in (stripped(text, start, cut), stripped(text, cut, line.end)) if span is not None)


def _credits_from(text: str, start: int, end: int) -> int:
    """Where the credits at the end of a long line begin; its end where it has none."""
    if end - start < _LONG_LINE:
        return end
    found = _CREDITS.search(text, max(start + _LONG_LINE // 2, end - _NOTE_CHARS), end)
    return found.start() if found else end
