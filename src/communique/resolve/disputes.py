"""What articles say differently of one statement: a number in it, or who made it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from communique.model.reading import Reading, Statement
from communique.model.record import Attested, Claim, Contradiction, CopyLink, OriginChain, Place
from communique.resolve.accounts import Copies, between_copies, telling_of, voices_behind
from communique.resolve.claims import ALIKE, alike, words
from communique.resolve.facts import folded
from communique.resolve.titles import attested, best_first

# "One" and "two" are hardly ever counts here: "the two sides", "one China".
_WORDS = "one two three four five six seven eight nine ten eleven twelve".split()
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
# Two wordings of different speakers are one disputed statement only where they say nearly the same.
_ONE_STATEMENT = 0.85


@dataclass(frozen=True, slots=True)
class _Known:
    """What statements are looked up in: the readings, and where their sentences come from."""

    readings: Mapping[str, Reading]
    chains: Mapping[str, OriginChain]
    copies: Copies

    def told(self, claim: Claim) -> list[tuple[str, int, str]]:
        """The wordings of a claim, each with the independent origin behind it."""
        rows = [telling_of(article, self.statement(article, index)) for article, index in claim.wordings]
        behind = voices_behind(rows, self.chains, self.copies)
        return [(*wording, voice) for wording, voice in zip(claim.wordings, behind, strict=True)]

    def statement(self, article: str, index: int) -> Statement:
        """One statement of one article."""
        return (self.readings[article].statements or ())[index]

    def places(self, article: str, index: int) -> list[Place]:
        """Where it stands."""
        return [Place(article, span) for span in self.statement(article, index).content]

    def text(self, article: str, index: int) -> str:
        """Its words."""
        text = self.readings[article].article.text
        return " ".join(span.of(text) for span in self.statement(article, index).content)


def said_differently(
    claims: Sequence[Claim],
    readings: Mapping[str, Reading],
    chains: Mapping[str, OriginChain] | None = None,
    links: Iterable[CopyLink] = (),
) -> tuple[Contradiction, ...]:
    """Claims of an encounter whose wordings give different numbers, and statements given to different speakers."""
    known = _Known(readings, chains or {}, Copies(links))
    numbers = [row for claim in sorted(claims, key=lambda c: c.id) if (row := _numbers(claim, known))]
    return (*numbers, *_speakers(claims, known))


def _numbers(claim: Claim, known: _Known) -> Contradiction | None:
    found: dict[str, list[tuple[Place, str]]] = {}
    for article, index, voice in known.told(claim):
        value = " and ".join(counted(known.text(article, index)))
        if value:
            found.setdefault(value, []).extend((place, voice) for place in known.places(article, index))
    # One wording that gives more numbers than the other says more, not otherwise.
    kinds = [set(value.split(" and ")) for value in found]
    if not any(not (one <= two or two <= one) for one in kinds for two in kinds):
        return None
    rows = best_first(attested(value, places) for value, places in found.items())
    return Contradiction(f"number in “{claim.text}”", rows, between_copies(rows, known.copies))


def counted(text: str) -> tuple[str, ...]:
    """The numbers of a text by size, each once: without separators of thousands, three to twelve as digits."""
    digits = {re.sub(r"[.,](?=\d{3}\b)", "", number) for number in _NUMBER.findall(text)}
    digits |= {str(_WORDS.index(word) + 1) for word in folded(text).split() if word in _WORDS[2:]}
    return tuple(sorted(digits, key=lambda number: (len(number), number)))


def _speakers(claims: Sequence[Claim], known: _Known) -> list[Contradiction]:
    """The same statement in the mouths of two speakers, no article giving it to both."""
    out = []
    rows = sorted(((words(claim.text), claim) for claim in claims), key=lambda row: row[1].id)
    for at, (mine, one) in enumerate(rows):
        for theirs, two in rows[at + 1 :]:
            if one.speaker.key == two.speaker.key or {a for a, _ in one.wordings} & {a for a, _ in two.wordings}:
                continue
            if _one_statement(mine, theirs):
                values = best_first(_said_by(claim, known) for claim in (one, two))
                why = between_copies(values, known.copies)
                out.append(Contradiction(f"speaker of “{one.text}”", values, why))
    return out


def _one_statement(mine: Sequence[str], theirs: Sequence[str]) -> bool:
    short, long = sorted((len(mine), len(theirs)))
    return short > 3 and short >= ALIKE * long and alike(mine, theirs) >= _ONE_STATEMENT


def _said_by(claim: Claim, known: _Known) -> Attested:
    found = [(place, voice) for article, index, voice in known.told(claim) for place in known.places(article, index)]
    return attested(claim.speaker.name or claim.speaker.country or "not told", found)
