"""What articles say differently of one statement: a number in it, or who made it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from communique.model.reading import Reading
from communique.model.record import Attested, Claim, Contradiction, Place
from communique.resolve.claims import ALIKE, alike, words
from communique.resolve.facts import folded
from communique.resolve.titles import attested, best_first

# "One" and "two" are hardly ever counts here: "the two sides", "one China".
_WORDS = "one two three four five six seven eight nine ten eleven twelve".split()
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
# Two wordings of different speakers are one disputed statement only where they say nearly the same.
_ONE_STATEMENT = 0.85


def said_differently(
    claims: Sequence[Claim], readings: Mapping[str, Reading], voices: Mapping[str, str]
) -> tuple[Contradiction, ...]:
    """Claims of an encounter whose wordings give different numbers, and statements given to different speakers.

    voices has the independent origin behind every article.
    """
    numbers = [row for claim in sorted(claims, key=lambda c: c.id) if (row := _numbers(claim, readings, voices))]
    return (*numbers, *_speakers(claims, readings, voices))


def _numbers(claim: Claim, readings: Mapping[str, Reading], voices: Mapping[str, str]) -> Contradiction | None:
    found: dict[str, list[tuple[Place, str]]] = {}
    for article, index in claim.wordings:
        places = _places(article, index, readings)
        value = " and ".join(counted(_text(article, index, readings)))
        if value:
            found.setdefault(value, []).extend((place, voices.get(article, article)) for place in places)
    # One wording that gives more numbers than the other says more, not otherwise.
    kinds = [set(value.split(" and ")) for value in found]
    if not any(not (one <= two or two <= one) for one in kinds for two in kinds):
        return None
    rows = best_first(attested(value, places) for value, places in found.items())
    return Contradiction(f"number in “{claim.text}”", rows, None)


def counted(text: str) -> tuple[str, ...]:
    """The numbers of a text by size, each once: without separators of thousands, three to twelve as digits."""
    digits = {re.sub(r"[.,](?=\d{3}\b)", "", number) for number in _NUMBER.findall(text)}
    digits |= {str(_WORDS.index(word) + 1) for word in folded(text).split() if word in _WORDS[2:]}
    return tuple(sorted(digits, key=lambda number: (len(number), number)))


def _speakers(
    claims: Sequence[Claim], readings: Mapping[str, Reading], voices: Mapping[str, str]
) -> list[Contradiction]:
    """The same statement in the mouths of two speakers, no article giving it to both."""
    out = []
    rows = sorted(((words(claim.text), claim) for claim in claims), key=lambda row: row[1].id)
    for at, (mine, one) in enumerate(rows):
        for theirs, two in rows[at + 1 :]:
            if one.speaker.key == two.speaker.key or {a for a, _ in one.wordings} & {a for a, _ in two.wordings}:
                continue
            if _one_statement(mine, theirs):
                values = best_first(_said_by(claim, readings, voices) for claim in (one, two))
                out.append(Contradiction(f"speaker of “{one.text}”", values, None))
    return out


def _one_statement(mine: Sequence[str], theirs: Sequence[str]) -> bool:
    short, long = sorted((len(mine), len(theirs)))
    return short > 3 and short >= ALIKE * long and alike(mine, theirs) >= _ONE_STATEMENT


def _said_by(claim: Claim, readings: Mapping[str, Reading], voices: Mapping[str, str]) -> Attested:
    found = [
        (place, voices.get(article, article))
        for article, index in claim.wordings
        for place in _places(article, index, readings)
    ]
    return attested(claim.speaker.name or claim.speaker.country or "not told", found)


def _places(article: str, index: int, readings: Mapping[str, Reading]) -> list[Place]:
    return [Place(article, span) for span in (readings[article].statements or ())[index].content]


def _text(article: str, index: int, readings: Mapping[str, Reading]) -> str:
    reading = readings[article]
    return " ".join(span.of(reading.article.text) for span in (reading.statements or ())[index].content)
