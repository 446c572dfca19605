"""Claims: the same statement in many wordings, with who carries it and how many origins stand behind it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from communique.knowledge.base import Knowledge
from communique.model.reading import Party, Reading
from communique.model.record import Claim, CopyLink, OriginChain
from communique.resolve.accounts import Copies, telling_of, voices_behind
from communique.resolve.facts import content_id, folded
from communique.resolve.judgements import Corrections
from communique.resolve.linkage import average_linkage
from communique.resolve.merge import party_key
from communique.resolve.moments import earliest
from communique.resolve.sides import sides

# Of the words of the shorter wording, the share that must stand in the other; set on tests/gold/record.jsonl and the
# cases of test_claims.py, where wordings of one claim lie at .67 and above, other points of one speaker below .5.
ALIKE = 0.65
FEW_WORDS = 4
"""A wording of fewer words than this is only the same as one that has all of them, and nearly no others."""
_LENGTHS = 0.34
"""A wording three times as long says more than this one: what it shares counts less (by the factor below)."""
_LONGER = 0.8
_SMALL = frozenset(
    "a an and are as at be been but by can could for from had has have he her his i in into is it its may more most "
    "must not of on or our shall she should so than that the their them there they this those to up was we were which "
    "who will with would you your".split()
)


@dataclass(frozen=True, slots=True)
class Wording:
    """One statement of one reading; words are the stems of what it says, sorted, small words left out."""

    article: str
    index: int
    speaker: str
    party: Party
    text: str
    words: tuple[str, ...]


def wordings(
    reading: Reading, encounters: Iterable[str | None] | None = None, corrected: Corrections | None = None
) -> tuple[Wording, ...]:
    """The statements of a reading; only those made at the given encounters (ids within the reading) where given."""
    wanted = None if encounters is None else set(encounters)
    out = []
    for index, row in enumerate(reading.statements or ()):
        if wanted is not None and row.encounter not in wanted:
            continue
        key = (corrected or Corrections()).person(party_key(row.speaker), reading.article.id)
        text = " … ".join(" ".join(span.of(reading.article.text).split()) for span in row.content)
        out.append(Wording(reading.article.id, index, key, row.speaker, text, words(text)))
    return tuple(out)


def words(text: str) -> tuple[str, ...]:
    """What two wordings are compared by: the words that carry meaning, in a rough stem, with the numbers."""
    return tuple(sorted(_stem(word) for word in folded(text).split() if word not in _SMALL))


_ENDINGS = re.compile(r"(?:ational|ations?|ments?|ingly|ing|edly|ies|ied|ers?|ed|es|s|ly|ness)$")


def _stem(word: str) -> str:
    if word.isdigit() or len(word) < 5:
        return word
    return _ENDINGS.sub("", word)[:7].replace("our", "or") or word


def alike(one: Sequence[str], two: Sequence[str]) -> float:
    """The share of the shorter wording's words that stand in the other; less where that is much longer."""
    small, large = sorted((one, two), key=len)
    if not small:
        return 0.0
    shared = sum((Counter(small) & Counter(large)).values()) / len(small)
    ratio = len(small) / len(large)
    if len(small) < FEW_WORDS:
        return shared if shared == 1 and ratio > 0.5 else 0.0
    return shared if ratio >= _LENGTHS else shared * _LONGER


@dataclass(frozen=True, slots=True)
class _Scope:
    """What the claims of one scope share: the readings, and what is known of where their sentences come from."""

    readings: Mapping[str, Reading]
    chains: Mapping[str, OriginChain]
    copies: Copies
    ownership: Mapping[str, str | None]
    encounter: str | None
    parties: tuple[str, ...]
    kb: Knowledge | None


def claims(
    rows: Iterable[Wording],
    readings: Mapping[str, Reading],
    chains: Mapping[str, OriginChain] | None = None,
    *,
    links: Iterable[CopyLink] = (),
    encounter: str | None = None,
    parties: Iterable[str] = (),
    kb: Knowledge | None = None,
) -> tuple[Claim, ...]:
    """The claims of one scope (an encounter, or a family of copies) in the order of their ids.

    encounter is the merged encounter's id, None outside of any; parties the countries that take part in it: sides
    tells which of them have outlets that carry the claim. links are those between the articles: a sentence that stands
    in a copied run counts with the text that it was copied from.
    """
    chains = chains or {}
    owned = {chain.voice: chain.ownership for _, chain in sorted(chains.items())}
    scope = _Scope(readings, chains, Copies(links), owned, encounter, tuple(parties), kb)
    by_speaker: dict[str, list[Wording]] = {}
    for row in sorted(rows, key=lambda row: (row.article, row.index)):
        by_speaker.setdefault(row.speaker, []).append(row)
    out = [_claim(group, scope) for found in by_speaker.values() for group in _groups(found)]
    return tuple(sorted({row.id: row for row in out}.values(), key=lambda row: row.id))


def _groups(rows: list[Wording]) -> list[list[Wording]]:
    """The wordings of one speaker that say the same."""
    by_words: dict[tuple[str, ...], list[Wording]] = {}
    for row in rows:
        by_words.setdefault(row.words, []).append(row)
    kinds = sorted(by_words)
    holding: dict[str, list[int]] = {}
    for at, kind in enumerate(kinds):
        for word in set(kind):
            holding.setdefault(word, []).append(at)
    likeness: dict[tuple[int, int], float] = {}
    for at, kind in enumerate(kinds):
        shared = Counter(other for word in set(kind) for other in holding[word] if other > at)
        for other, count in shared.items():
            # Too few words in common to reach the threshold: not worth an exact look.
            if 3 * count >= min(len(set(kind)), len(set(kinds[other]))):
                value = round(alike(kind, kinds[other]), 9)
                if value:
                    likeness[at, other] = value
    joined = average_linkage([len(by_words[kind]) for kind in kinds], likeness, ALIKE)
    return [[row for at in group for row in by_words[kinds[at]]] for group in joined]


def _claim(group: Sequence[Wording], scope: _Scope) -> Claim:
    readings = scope.readings
    articles = sorted({row.article for row in group})
    behind = voices_behind(
        [telling_of(row.article, (readings[row.article].statements or ())[row.index]) for row in group],
        scope.chains,
        scope.copies,
    )
    shown = _shown(group, behind)
    voices = sorted(set(behind))
    order = sorted(group, key=lambda row: (*_day(readings[row.article]), row.article, row.index))
    owned = Counter(scope.ownership[voice] or "unknown" for voice in voices if voice in scope.ownership)
    return Claim(
        id=content_id("claim", (scope.encounter or f"article:{shown.article}", shown.speaker, *shown.words)),
        encounter=scope.encounter,
        speaker=shown.party,
        text=shown.text,
        wordings=tuple((row.article, row.index) for row in order),
        articles=len(articles),
        outlets=len({name for article in articles if (name := readings[article].article.outlet)}),
        voices=tuple(voices),
        ownership=dict(sorted(owned.items())),
        sides=sides(voices, scope.parties, scope.kb),
        first=earliest(readings[article].article for article in articles),
    )


def _shown(group: Sequence[Wording], behind: Sequence[str]) -> Wording:
    """The wording that stands for a claim: that of most origins, then of most articles, then the shortest."""
    voices: dict[tuple[str, ...], set[str]] = {}
    count = Counter(row.words for row in group)
    for row, voice in zip(group, behind, strict=True):
        voices.setdefault(row.words, set()).add(voice)
    return min(group, key=lambda r: (-len(voices[r.words]), -count[r.words], len(r.text), r.words, r.article, r.index))


def _day(reading: Reading) -> tuple[str, str]:
    published = reading.article.published
    return (str(published.date), published.time or "~") if published else ("~", "~")
