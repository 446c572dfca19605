"""What a comparison is made from: accounts with their readings; and the cells that are cut from them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from communique.knowledge.sentences import split
from communique.model.article import Article
from communique.model.comparison import Account, Cell
from communique.model.reading import Encounter, Party, Reading, Statement
from communique.model.span import Evidence, Span, joined

# A title or a caption without end is shown this far around what stands in it.
_AROUND = 400


@dataclass(frozen=True, slots=True)
class Telling:
    """One article of an account. encounters are the ids within its reading that are compared; None for all of it.

    whole says that the page is about them: then its phrases and labels count too, and what is said outside of any
    encounter; else only what is said in these.
    """

    reading: Reading
    encounters: frozenset[str] | None = None
    whole: bool = True

    def counts(self, encounter: str | None) -> bool:
        """Whether something told of that encounter of the reading belongs to the account."""
        if self.encounters is None:
            return True
        return self.whole if encounter is None else encounter in self.encounters

    def statements(self) -> Iterator[tuple[int, Statement]]:
        """The statements that belong to the account, with their index in the reading."""
        for index, row in enumerate(self.reading.statements or ()):
            if self.counts(row.encounter):
                yield index, row

    def told(self) -> tuple[Encounter, ...]:
        """The encounters that are compared: those asked for, else the article's news."""
        rows = self.reading.encounters or ()
        if self.encounters is None:
            return tuple(row for row in rows if row.main)
        return tuple(row for row in rows if row.id in self.encounters)


@dataclass(frozen=True, slots=True)
class Given:
    """One account with the tellings that it is made of, the leading one first."""

    account: Account
    tellings: tuple[Telling, ...] = ()


@dataclass(slots=True)
class Cutter:
    """Cuts cells from articles; sentences of a block are found once."""

    _sentences: dict[tuple[str, int], list[Span]] = field(default_factory=dict)

    def cell(
        self,
        article: Article,
        spans: Iterable[Span],
        *,
        cue: Span | None = None,
        value: str | None = None,
        speaker: Party | None = None,
        also: Sequence[tuple[str, Span]] = (),
    ) -> Cell:
        """The cell that shows these stretches of an article."""
        kept: Evidence = joined(spans, article.text)
        place = self.sentence(article, kept[0])
        return Cell(
            article.id,
            kept,
            tuple(span.of(article.text) for span in kept),
            place,
            place.of(article.text),
            _paragraph(article, kept[0]),
            cue,
            cue.of(article.text) if cue else None,
            value,
            speaker,
            (),
            tuple(also),
        )

    def sentence(self, article: Article, span: Span) -> Span:
        """The sentence that holds a stretch, or all that it runs over; the line where it stands outside the body."""
        number = _paragraph(article, span)
        if number is None:
            return _line(article.text, span)
        block = article.body[number - 1]
        key = (article.id, number)
        if key not in self._sentences:
            self._sentences[key] = split(article.text, block)
        inside = [one for one in self._sentences[key] if one.overlaps(span)] or [block]
        return Span(min(inside[0].start, span.start), max(inside[-1].end, span.end))


def _paragraph(article: Article, span: Span) -> int | None:
    at = bisect_left(article.body, span.start + 1, key=lambda block: block.end)
    return at + 1 if at < len(article.body) and article.body[at].overlaps(span) else None


def _line(text: str, span: Span) -> Span:
    low = max(text.rfind("\n", 0, span.start) + 1, span.start - _AROUND)
    stop = text.find("\n", span.end)
    return Span(low, min(len(text) if stop < 0 else stop, span.end + _AROUND))
