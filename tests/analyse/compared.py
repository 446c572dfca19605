"""Readings made by hand for comparisons: sentences with statements, phrases, labels and commitments in them."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field

from communique.analyse.compare import Given, Telling, compare
from communique.knowledge.base import default
from communique.model.article import Article
from communique.model.comparison import Account, AccountSource, Comparison
from communique.model.dates import PartialDate
from communique.model.reading import Commitment, Encounter, Partnership, Party, Phrase, Reading, Statement
from communique.model.span import Span

PEOPLE = {"Xi": ("Xi Jinping", "CHN"), "Putin": ("Vladimir Putin", "RUS"), "both": ("both sides", None)}


@dataclass
class Page:
    """A page of sentences, each on a line of its own; `says` and the others add what is read from them."""

    sentences: Sequence[str]
    statements: list[Statement] = field(default_factory=list)
    phrases: dict[str, list[Span]] = field(default_factory=dict)
    labels: list[Partnership] = field(default_factory=list)
    commitments: list[Commitment] = field(default_factory=list)
    language: str = "en"

    @property
    def text(self) -> str:
        return "Written for communique, not a news report\n" + "\n".join(self.sentences)

    def at(self, words: str) -> Span:
        start = self.text.index(words)
        return Span(start, start + len(words))

    def says(self, who: str, words: str, topics: Sequence[str] = ()) -> Page:
        name, country = PEOPLE[who]
        countries = ("CHN", "RUS") if country is None else ()
        span = self.at(words)
        party = Party(name, country, (span,), None, None, countries)
        self.statements.append(Statement(party, "indirect", (span,), None, None, (span,), topics=tuple(topics)))  # type: ignore[arg-type]
        return self

    def phrase(self, id_: str, words: str) -> Page:
        self.phrases.setdefault(id_, []).append(self.at(words))
        return self

    def label(self, words: str, level: str | None) -> Page:
        self.labels.append(Partnership(("CHN", "RUS"), words, (self.at(words),), level))
        return self

    def promises(self, words: str, status: str, **more: object) -> Page:
        self.commitments.append(Commitment(("CHN", "RUS"), status, (self.at(words),), **more))  # type: ignore[arg-type]
        return self

    def reading(self) -> Reading:
        text = self.text
        body = tuple(self.at(sentence) for sentence in self.sentences)
        article = Article(
            "sha256:" + hashlib.sha256(text.encode()).hexdigest(), text, language=self.language, body=body
        )
        met = Encounter(
            "e1", "meeting", "held", True, (), (body[0],), start=PartialDate(2024, 5, 16), date_evidence=(body[0],)
        )
        rows = tuple(
            Phrase(id_, spans[0].of(text), tuple(sorted(spans)), statement=self._statement(spans))
            for id_, spans in sorted(self.phrases.items(), key=lambda row: min(row[1]))
        )
        return Reading(
            article, "0", (met,), tuple(self.statements), commitments=tuple(self.commitments),
            partnerships=tuple(self.labels), phrases=rows,
        )  # fmt: skip

    def _statement(self, spans: Sequence[Span]) -> int | None:
        held = (at for at, row in enumerate(self.statements) if any(row.content[0].overlaps(span) for span in spans))
        return next(held, None)


def given(label: str, *pages: Page) -> Given:
    """An account of these pages."""
    readings = [page.reading() for page in pages]
    sources = tuple(
        AccountSource(one.article.id, None, None, f"{label}.txt", None, None, None, len(one.article.text.split()))
        for one in readings
    )
    return Given(Account(label, sources), tuple(Telling(one) for one in readings))


def compared(left: Page | Given, right: Page | Given) -> Comparison:
    """The comparison of two pages, as of two days."""
    sides = [one if isinstance(one, Given) else given(name, one) for name, one in (("A", left), ("B", right))]
    return compare(sides[0], sides[1], default(), manner="time")
