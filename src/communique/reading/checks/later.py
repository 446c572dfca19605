"""What an article tells as past though it lies after the day on which the article came out."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from communique.knowledge.calendar import DateMention, find_dates, resolve
from communique.model.dates import PartialDate
from communique.model.reading import Check, Severity
from communique.model.span import Span, evidence
from communique.reading.checks.subject import Line, Subject
from communique.reading.checks.words import day
from communique.reading.tokens import Token

# One day may be a time zone; without a printed year a date farther off is most likely that of last year.
_ZONE, _NEAR = 1, 60
_ACTS = frozenset(
    "met held hosted received signed arrived visited attended spoke addressed welcomed concluded opened said"
    " told announced stated stressed noted wrapped convened discussed exchanged reached witnessed delivered"
    " chaired co-chaired inaugurated unveiled handed presented called talked greeted agreed kicked began"
    " started took departed left".split()
)


# So far before a date is its verb looked for.
_REACH = 90
_WORD = re.compile(r"[A-Za-z][\w-]*")
_ON = re.compile(r"\b(?:on|from)\s+(?:[A-Z][a-z]+day,?\s+)?(?:the\s+)?$")
_PLANNED_BEFORE = re.compile(r"\b(?:be|being|get)\s+$")
_ANOTHER_CLAUSE = re.compile(
    r"[,;:“”\"()]|\b(?:that|which|who|whom|whose|where|when|for|of|about|if|to|the\s+(?:one|agreement|meeting|summit)\s+on)\b"
)


def later(subject: Subject) -> Iterator[Check]:
    """A day in the past tense that lies after the article's own."""
    published = subject.article.published
    if subject.exact is None or published is None or published.how == "given":
        return
    newest = _newest(subject)
    held = (row for row in subject.reading.encounters or () if row.status in ("held", "past"))
    told = {span for row in held for span in row.date_evidence}
    for line in subject.told:
        for mention in line.dates:
            found = _day(mention, subject.exact)
            if found is None or (found.first - max(subject.exact.first, newest)).days <= _ZONE:
                continue
            if line.to_come() or not (mention.span in told or _acted(line, mention)):
                continue
            severity: Severity = "error" if mention.year is not None else "warning"
            message = (
                f"The page is of {day(subject.exact)}, but tells as already past what it dates "
                f"“{mention.span.of(line.text)}” ({day(found)}). One of the two dates is wrong."
            )
            where = evidence(mention.span, *published.evidence)
            yield Check("date_after_publication", severity, message, where, "article:published")


def _day(mention: DateMention, published: PartialDate) -> PartialDate | None:
    if mention.kind != "day" or mention.relative is not None or mention.other is not None:
        return None
    found = resolve(mention, published)
    if found is None or found.exact is None:
        return None
    far = (found.first - published.first).days
    return found if mention.year is not None or far <= _NEAR else None


def _newest(subject: Subject) -> datetime.date:
    """The last full date that the page prints outside of its sentences: it may have been changed after it came out."""
    newest = datetime.date.min
    for row in subject.article.furniture:
        if row.kind in ("title", "standfirst", "caption"):
            continue
        for mention in find_dates(subject.text, row.span.start, row.span.end):
            if mention.kind == "day" and mention.year and mention.month and mention.day and mention.other is None:
                newest = max(newest, datetime.date(mention.year, mention.month, mention.day))
    return newest


def _acted(line: Line, mention: DateMention) -> bool:
    """Whether the date belongs to a verb in the past that tells an act: "held talks on 12 June 2024"."""
    before = line.before(mention.span, _REACH)
    acts = [m for m in _WORD.finditer(before) if m[0].lower() in _ACTS]
    if not acts or not _ON.search(before):
        return _hangs(line, mention)
    last = acts[-1]
    passive = last[0].lower() in ("held", "signed", "hosted", "received", "concluded", "opened", "convened", "welcomed")
    if passive and _PLANNED_BEFORE.search(before[: last.start()]):
        return False
    return _ANOTHER_CLAUSE.search(before, last.end()) is None or _hangs(line, mention)


def _hangs(line: Line, mention: DateMention) -> bool:
    """The same by the parse."""
    doc = line.sentence.doc
    if doc is None:
        return False
    begin = line.sentence.span.start
    place = Span(mention.span.start - begin, mention.span.end - begin)
    inside = [t for t in doc if t.idx < place.end and t.idx + len(t) > place.start]
    top = next((t for t in inside if not any(t.head.i == other.i for other in inside) or t.head.i == t.i), None)
    verb = _verb(top)
    if verb is None or verb.lower_ not in _ACTS:
        return False
    if verb.tag_ == "VBN":
        return any(c.dep_ == "auxpass" and c.lower_ in ("was", "were") for c in verb.children)
    return verb.tag_ == "VBD"


def _verb(token: Token | None) -> Token | None:
    """The verb that a date hangs on directly or by its preposition alone."""
    for _ in range(3):
        if token is None or token.head.i == token.i:
            return None
        token = token.head
        if token.tag_.startswith("VB"):
            return token
        if token.dep_ != "prep" or token.lower_ not in ("on", "from", "between", "of"):
            return None
    return None
