"""What the checks look at: an article with what was read of it, line by line, and the tables."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from communique.knowledge.base import Knowledge
from communique.knowledge.calendar import DateMention, find_dates
from communique.knowledge.names import Name
from communique.model.dates import PartialDate
from communique.model.reading import Reading
from communique.model.span import Span
from communique.reading.actors import Actors
from communique.reading.blocks import Block, BlockRole
from communique.reading.parse import Sentence

# Words by which a sentence tells of another time than that of its article: there a title, a place or a count may
# be that of the time told.
_ANOTHER_TIME = re.compile(
    r"\b(?:then|formerly|at\s+(?:the|that)\s+time|(?:years?|decades?|months?)\s+(?:ago|earlier|before)|decades?"
    r"|back\s+in|last\s+(?:year|decade|century)|historically|previous(?:ly)?|predecessors?|the\s+late|died|death"
    r"|funeral|memoirs?|biography|\w+-era|tenure|served|serving|ex-|while\s+(?:he|she)\s+was"
    r"|when\s+(?:he|she|it|they)\s+(?:was|were)|administrations?|presidency|premiership|first\s+term|second\s+term"
    r"|succeed\w*|successors?|replac\w+|oust\w+|resign\w*|stepp\w+\s+down|elect(?:ed|ions?)|sworn|inaugurat\w*"
    r"|appoint\w*|(?:took|takes?|taking)\s+office|took\s+over|recall\w*|since|founded|creat(?:ed|ion)"
    r"|establish(?:ed|ment)\s+in|initially|originally|used\s+to|original|founding|expanded|enlarge\w*|campaign\w*"
    r"|candidates?|nominee|tapped|named|remember\w*|legacy|trial|convicted|indicted|arrested)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# Words by which it tells of what is to come, or of what is only thought of.
_TO_COME = re.compile(
    r"\b(?:will|would|shall|to\s+be|is\s+to|are\s+to|due|scheduled|slated|set\s+(?:to|for)|expected|plan(?:s|ned|ning)?"
    r"|upcoming|forthcoming|next|ahead\s+of|preparation\w*|prepar(?:es?|ed|ing)|before|until|till|invit\w+|propos\w+"
    r"|by\s+(?:the\s+(?:end|start|middle)|\d|next|early|late|mid|(?-i:[A-Z][a-z]+day|January|February|March|April|May|June|July|August"
    r"|September|October|November|December))"
    r"|(?-i:may)|might|could|should|if|hopes?|looks?\s+forward|looking\s+forward|deadline|expir\w+|valid|effective|takes?\s+effect"
    r"|target|postpon\w+|delay\w*|cancel\w+)\b",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Line:
    """One sentence of a block, with the names and dates printed in it; all spans are those of the article's text."""

    text: str
    span: Span
    role: BlockRole
    names: Sequence[Name]
    sentence: Sentence
    lead: bool
    _dates: tuple[DateMention, ...] | None = field(default=None)

    @property
    def words(self) -> str:
        """Its characters."""
        return self.span.of(self.text)

    @property
    def dates(self) -> tuple[DateMention, ...]:
        """The dates printed in it."""
        if self._dates is None:
            self._dates = find_dates(self.text, self.span.start, self.span.end)
        return self._dates

    def between(self, left: Span, right: Span) -> str:
        """What is printed between two stretches of it."""
        return self.text[left.end : right.start]

    def before(self, span: Span, chars: int = 60) -> str:
        """What is printed before a stretch, within the sentence."""
        return self.text[max(self.span.start, span.start - chars) : span.start]

    def after(self, span: Span, chars: int = 60) -> str:
        """What is printed after a stretch, within the sentence."""
        return self.text[span.end : min(self.span.end, span.end + chars)]

    def to_come(self) -> bool:
        """Whether it speaks of what is to come or only thought of."""
        return _TO_COME.search(self.text, self.span.start, self.span.end) is not None

    def another_time(self, day: PartialDate | None) -> bool:
        """Whether it tells of another time than the article's own day: by a cue, or by another year."""
        if _ANOTHER_TIME.search(self.text, self.span.start, self.span.end):
            return True
        years = _YEAR.findall(self.text, self.span.start, self.span.end) if day is not None else []
        if day is not None and any(int(year) < day.year for year in years):
            return True
        for mention in self.dates:
            far = mention.relative
            if far is not None and far.unit == "year" and far.by != 0:
                return True
        return False


class Subject:
    """A reading as the checks look at it.

    A list that was not read is None, and no check is made that needs it. names are those of the whole text, in order.
    """

    def __init__(
        self,
        reading: Reading,
        blocks: Sequence[Block],
        sentences: Sequence[Sentence],
        names: Sequence[Name],
        actors: Actors,
        knowledge: Knowledge,
    ) -> None:
        self.reading, self.article, self.text = reading, reading.article, reading.article.text
        self.knowledge, self.actors = knowledge, actors
        article = reading.article
        self.day = article.published.date if article.published else None
        self.lines = _lines(article.text, blocks, sentences, names)
        self._starts = [line.span.start for line in self.lines]

    def line_at(self, span: Span) -> Line | None:
        """The line that holds the start of a stretch."""
        at = bisect.bisect_right(self._starts, span.start) - 1
        return self.lines[at] if at >= 0 and self.lines[at].span.end > span.start else None

    @cached_property
    def told(self) -> tuple[Line, ...]:
        """The lines that tell the article's own matter: title, standfirst and body, no captions (of older pictures)."""
        return tuple(line for line in self.lines if line.role != "caption")

    @cached_property
    def exact(self) -> PartialDate | None:
        """The day on which the page came out; None where only a month or a year is known."""
        return self.day if self.day is not None and self.day.exact else None


def _lines(
    text: str, blocks: Sequence[Block], sentences: Sequence[Sentence], names: Sequence[Name]
) -> tuple[Line, ...]:
    starts = [name.span.start for name in names]
    body = next((at for at, block in enumerate(blocks) if block.role == "body"), 0)
    out = []
    for row in sentences:
        first, last = bisect.bisect_left(starts, row.span.start), bisect.bisect_left(starts, row.span.end)
        block = blocks[row.block]
        # What stands in the title, the standfirst and the first two paragraphs is an article's news.
        lead = block.role in ("title", "standfirst") or (block.role == "body" and row.block <= body + 1)
        out.append(Line(text, row.span, block.role, names[first:last], row, lead))
    return tuple(out)
