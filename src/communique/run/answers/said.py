"""What was said, out of a record: claims with the sentences that they were read from."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator

from communique.model.answer import Cited
from communique.model.brief import Said
from communique.model.dates import PartialDate
from communique.model.reading import Reading, Statement
from communique.model.record import Claim, Place
from communique.run.answers.citing import Citing
from communique.store import articles, claims

LONGEST = 400
"""A statement of more characters is no line of a page."""


class Speech:
    """Opens claims of a record as what somebody said, with his verb; a reading is fetched once."""

    def __init__(self, connection: sqlite3.Connection, citing: Citing) -> None:
        self.connection, self.citing = connection, citing
        self._readings: dict[str, Reading | None] = {}

    def of_encounter(self, encounter: str, day: PartialDate | None, each: int) -> tuple[Said, ...]:
        """What every speaker said in an encounter, the best attested first, so many statements of each."""
        kept: dict[str, int] = {}
        out = []
        found = claims.of_encounter(self.connection, encounter)
        # A headline says again, and shorter, what the body has.
        for claim in sorted(found, key=lambda claim: not self._in_body(claim)):
            speaker = claim.speaker.name or claim.speaker.country or ""
            if speaker and len(claim.text) <= LONGEST and kept.get(speaker, 0) < each:
                kept[speaker] = kept.get(speaker, 0) + 1
                out.append(self.said(claim, day))
        return tuple(sorted(out, key=lambda row: (-kept[row.speaker], row.speaker)))

    def _in_body(self, claim: Claim) -> bool:
        statement, text = self._statement(*claim.wordings[0]), self.citing.text(claim.wordings[0][0])
        return bool(statement and text and any(block.overlaps(statement.content[0]) for block in text.body))

    def said(self, claim: Claim, day: PartialDate | None) -> Said:
        """A claim as a line."""
        statement = self._statement(*claim.wordings[0])
        text = self.citing.text(claim.wordings[0][0])
        cue = statement.cue.of(text.text) if statement and statement.cue and text else None
        counts = (claim.articles, claim.outlets, len(claim.voices))
        return Said(claim.id, claim.speaker.name or claim.speaker.country or "", cue, claim.text, day, counts)

    def cite(self, claim: Claim, most: int) -> tuple[Cited, ...]:
        """The sentences in which it is told."""
        return self.citing.cite(self._places(claim.wordings), most)

    def _places(self, wordings: Iterable[tuple[str, int]]) -> Iterator[Place]:
        for article, index in wordings:
            statement = self._statement(article, index)
            if statement:
                yield Place(article, max(statement.content, key=len))

    def _statement(self, article: str, index: int) -> Statement | None:
        if article not in self._readings:
            self._readings[article] = articles.reading(self.connection, article)
        reading = self._readings[article]
        return (reading.statements or ())[index] if reading else None
