"""Actors: the mentions of an article, each with the person, state or organisation that it stands for."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from communique.knowledge.base import Knowledge
from communique.knowledge.names import Name
from communique.model.dates import PartialDate
from communique.model.reading import Party
from communique.model.span import Span
from communique.reading.actors.cast import Cast, Member
from communique.reading.actors.items import CALENDAR
from communique.reading.actors.mentions import Mention, mentions
from communique.reading.actors.resolve import Resolver
from communique.reading.actors.words import OPENERS
from communique.reading.blocks import Block
from communique.reading.parse import Sentence

_JOIN = re.compile(r"\s*(?:,|and|,\s*and|&|as well as|along with|,?\s*together with)\s*(?:the\s+)?", re.IGNORECASE)


_CAPITALISED = r"[A-Z][\w’'-]*\.?"
_NAME = re.compile(
    rf"(?:(?:Mr|Mrs|Ms|Dr|Sir|Lord|Lady|Prof)\.? )?({_CAPITALISED}(?: (?:[a-z]{{2,3}} )?{_CAPITALISED}){{0,4}})"
    r"(?=$|\s*[,;(–—-]|\s+(?:of|from|who|in|at)\b)"
)
# What may stand in a source before the one who speaks: articles and adjectives, no noun and no preposition.
_LIGHT = re.compile(
    r"(?:(?:the|a|an|his|her|their|its|both|but|and|even|then|former|late|new|embattled|visiting|outgoing|powerful|veteran"
    r"|conservative|far-right|left-wing|right-wing|populist|\d+-year-old|mr|mrs|ms|dr|sir)\b\.?[\s,“\"(]*)*",
    re.IGNORECASE,
)
_NO_NAME = OPENERS | frozenset(
    "the much many most some several few all leading senior former western eastern major other top local state national"
    " every each no our my your these those any more less both critics officials analysts experts sources house".split()
)


@dataclass(frozen=True, slots=True)
class Actor:
    """A mention and whom it stands for; party is None where the text does not tell.

    together are the people of one state whom "they" means.
    """

    mention: Mention
    party: Party | None
    together: tuple[Party, ...] = ()

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.mention.span


class Actors:
    """Whom the words of one article name. Made by `find_actors`."""

    def __init__(self, text: str, rows: Sequence[Actor], resolver: Resolver) -> None:
        self._text = text
        self._rows = tuple(sorted(rows, key=lambda row: row.span))
        self._starts = [row.span.start for row in self._rows]
        self._resolver = resolver
        self._sides: Party | None = None

    def __iter__(self) -> Iterator[Actor]:
        return iter(self._rows)

    def within(self, span: Span) -> tuple[Actor, ...]:
        """The actors whose mentions share a character with the span, in text order."""
        at = max(0, bisect.bisect_left(self._starts, span.start) - 1)
        out = []
        while at < len(self._rows) and self._rows[at].span.start < span.end:
            if self._rows[at].span.overlaps(span):
                out.append(self._rows[at])
            at += 1
        return tuple(out)

    def set_sides(self, countries: Iterable[str], evidence: tuple[Span, ...]) -> None:
        """Tell who "both sides" are: the parties of the main encounter."""
        self._sides = Party("both sides", None, evidence, countries=tuple(countries), support="resolved", how="sides")

    def sides(self) -> Party:
        """The parties together; countries is empty where the article has no main encounter."""
        return self._sides or Party("both sides", None, (), support="resolved", how="sides")

    def party(self, span: Span) -> Party | None:
        """Whom the words of a source name; None where that cannot be told (the printed words are then all there is).

        Two parties of the main encounter joined by "and" are "both sides"; other groups keep their printed words.
        """
        rows = [row for row in self.within(span) if not self._only_owns(row, span)]
        if not rows:
            return self._described(span) or self._stranger(span)
        first = rows[0]
        before = self._text[self._after_owner(span) : max(span.start, first.span.start)]
        if not _LIGHT.fullmatch(before.strip()):
            return self._described(span) or self._stranger(span) or self._others(span, rows)
        group = self._coordinated(rows)
        if len(group) > 1:
            return self._together(group)
        if first.mention.kind == "sides":
            return replace(self.sides(), evidence=(first.span,))
        if first.mention.kind == "group":
            return self._group(first.mention)
        if first.mention.kind == "pronoun" and first.party is None:
            return self._they(first.mention)
        return first.party

    def _after_owner(self, span: Span) -> int:
        """Where the words after a leading owner begin: "Putin's | spokesman Dmitry Peskov"."""
        owners = [row for row in self.within(span) if self._only_owns(row, span) and row.span.start <= span.start + 4]
        return max([span.start, *(min(row.span.end + 2, span.end) for row in owners)])

    def _described(self, span: Span) -> Party | None:
        """Whom an indefinite apposition describes: "Trump, a former developer, said"."""
        if not re.match(r"an?\s", span.of(self._text)):
            return None
        before = re.search(r",\s*$", self._text[: span.start])
        rows = self.within(Span(before.start() - 1, before.start())) if before and before.start() else ()
        return rows[-1].party if rows and rows[-1].span.end == (before.start() if before else 0) else None

    def _they(self, pronoun: Mention) -> Party | None:
        """ "They": a plural mention before it, or the people that the sentence before brought together."""
        if pronoun.span.of(self._text).lower() != "they":
            return None
        found = self._resolver.antecedents.group(pronoun)
        if len(found) == 1 and found[0].kind == "group":
            return replace(self._group(found[0]), evidence=(pronoun.span,), support="resolved", how="pronoun")
        if not found:
            return None
        return replace(self.sides(), evidence=(pronoun.span,), how="pronoun")

    def _others(self, span: Span, rows: Sequence[Actor]) -> Party:
        """A group told by its printed words ("supporters of Trump"), with the states that they name."""
        words = re.split(r",|\s+(?:who|which|that)\s", span.of(self._text))[0]
        where = Span(span.start, span.start + len(words.rstrip()))
        countries = tuple(
            dict.fromkeys(c for row in rows if row.mention.kind == "state" for c in row.mention.countries)
        )
        return Party(self._printed(where), None, (where,), countries=countries)

    def _stranger(self, span: Span) -> Party | None:
        """Somebody without title or nationality: his printed name, the full one where the text gives it before."""
        found = _NAME.match(span.of(self._text))
        if found is None or found[1] in CALENDAR or found[1].split()[0].lower() in _NO_NAME:
            return None
        where = Span(span.start + found.start(1), span.start + found.end(1))
        name = re.sub(r"\s+", " ", found[1])
        if " " not in name:
            full = re.search(rf"((?:[A-Z][\w’'-]+ ){{1,3}}){re.escape(name)}\b", self._text[: span.start])
            if full and full[0].split()[0].lower() not in _NO_NAME:
                return Party(full[0], None, (where,), support="resolved", how="short name")
        return Party(name, None, (where,))

    def _only_owns(self, row: Actor, span: Span) -> bool:
        """Whether the mention is only the owner of what speaks: "Putin's spokesman", "Xi's visit"."""
        after = self._text[row.span.end : min(span.end, row.span.end + 3)]
        return bool(re.match(r"[’']s?\s", after)) and row.span.end < span.end - 2

    def _coordinated(self, rows: Sequence[Actor]) -> list[Actor]:
        """The leading mentions that only commas and "and" stand between."""
        out = [rows[0]]
        for row in rows[1:]:
            if row.mention.kind in ("pronoun", "sides") or not _JOIN.fullmatch(
                self._text[out[-1].span.end : row.span.start]
            ):
                break
            out.append(row)
        return out

    def _together(self, group: Sequence[Actor]) -> Party:
        parties = [row.party for row in group if row.party is not None]
        countries = tuple(dict.fromkeys(p.country for p in parties if p.country))
        sides = self.sides()
        where = Span(group[0].span.start, group[-1].span.end)
        if len(countries) > 1 and (set(countries) <= set(sides.countries) or not sides.countries):
            return replace(sides, evidence=(where,), countries=sides.countries or countries)
        return Party(self._printed(where), None, (where,), countries=countries)

    def _group(self, mention: Mention) -> Party:
        return Party(self._printed(mention.span), None, (mention.span,), role=mention.role, countries=mention.countries)

    def _printed(self, span: Span) -> str:
        return re.sub(r"\s+", " ", span.of(self._text))


def find_actors(
    text: str,
    blocks: Sequence[Block],
    sentences: Sequence[Sentence],
    names: Sequence[Name],
    kb: Knowledge,
    *,
    on: PartialDate | None,
    home: str | None = None,
) -> Actors:
    """The actors of an article.

    names are those of the whole text. on is the day the article came out, None where unknown. home is the state whose
    government speaks in an official readout: there an official without a printed nationality is that state's.
    """
    found = [m for block in blocks for m in mentions(text, block.span, names)]
    resolver = Resolver(text, blocks, sentences, found, Cast(kb, on), home)
    return Actors(text, [Actor(m, p, resolver.together(m)) for m, p in resolver.resolved()], resolver)


__all__ = ["Actor", "Actors", "Member", "find_actors"]
