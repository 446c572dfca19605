"""Sides: which states and organisations the phrases of an act name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from communique.knowledge.base import Knowledge
from communique.knowledge.names import Name
from communique.model.span import Span
from communique.reading.actors import words
from communique.reading.actors.actors import Actor
from communique.reading.events.grammar import ASIDE
from communique.reading.events.lexicon import names, names_pattern, noun_rows
from communique.reading.parse import Sentence
from communique.reading.statements.tree import children
from communique.reading.tokens import Token

_KINDS = ("state", "demonym", "metonym", "organisation", "person", "city", "region")
# "anti-Syrian", "Israeli-occupied", "US-born": the state is not the one who acts.
_AGAINST = re.compile(r"(?:anti|pro|non|ex)[-‑–]\Z", re.IGNORECASE)
_TAIL = re.compile(r"[-‑–](?:occupied|controlled|held|born|ruled|made|annexed|administered|speaking|owned)\b")
_JOIN = re.compile(
    r"\s*(?:,|and|,\s*and|&|as well as|along with|or|between|,?\s*together with)\s*(?:the\s+|its\s+)?(?:\w+\s+){0,2}",
    re.IGNORECASE,
)
# Nouns that do nothing themselves: an agreement "signed by Russia" is not Russia.
THINGS = frozenset({"accord", "proposal", "order", "demand"})
AGENTS = (
    words.TITLE_HEADS
    | words.BODIES
    | words.BODY_HEADS
    | words.PLURAL_OFFICIALS
    | frozenset(
        "court army troops forces force party police navy soldiers people president premier leadership junta rulers"
        " ruler lawmakers judge judges prosecutor prosecutors council committee commission agency rebels militia guards"
        " opposition regime king queen pope coalition delegation team envoy aide wife son foreign minister senate house"
        " congress assembly bank intelligence chiefs generals wing group movement workers farmers students citizens"
        " supporters followers fighters guerrillas warplanes jets planes aircraft helicopters tanks warships gunboats"
        " ships artillery gunners settlers residents inhabitants minority majority population diplomats".split()
    )
)
_OF = frozenset("of from in by between among at with on against to".split())
_LOCATIVE = frozenset("in at near inside around outside within off through throughout across".split())


@dataclass(frozen=True, slots=True)
class Side:
    """A named side: the codes that a mention stands for, and where it is printed; person: it names somebody."""

    codes: tuple[str, ...]
    span: Span
    first: int
    last: int
    person: bool = False


class Sides:
    """The sides of one sentence, asked by the tokens of its parse."""

    def __init__(
        self, text: str, sentence: Sentence, actors: Sequence[Actor], printed: Sequence[Name], kb: Knowledge
    ) -> None:
        self.text = text
        self.sentence = sentence
        known = [
            (tuple(code for code in codes if code in kb.states or code in kb.organisations), span)
            for codes, span in (*_from_actors(actors, printed), *_from_names(printed))
        ]
        known = [*_own_names(text, sentence.span), *((codes, span) for codes, span in known if codes)]
        self.unknown = [a.span for a in actors if a.party is None and not a.mention.countries]
        people = {a.span for a in actors if a.party is not None and a.party.name}
        self.rows = sorted(_placed(text, sentence, known, people), key=lambda side: side.first)

    def of_phrase(self, head: Token, *, acting: bool = False) -> list[Side]:
        """The sides that a noun phrase names: one for each of its coordinated heads, "of" and "from" last.

        acting: the phrase must be somebody who acts, not a thing of his ("Kenya's plan").
        """
        out: list[Side] = []
        for noun in _heads(head):
            if acting and self._is_thing_of(noun):
                continue
            for side in self._of_head(noun):
                if side not in out:
                    out.append(side)
        return out

    def _is_thing_of(self, noun: Token) -> bool:
        """Whether a noun is owned by a side and is none of its people or offices: "Kenya's plan"."""
        owned = any(self._between(c.left_edge.i, c.right_edge.i) for c in children(noun, "poss"))
        return owned and noun.lower_ not in AGENTS and not noun.tag_.startswith("NNP")

    def _of_head(self, noun: Token) -> list[Side]:
        left = min((t.left_edge.i for t in noun.lefts), default=noun.i)
        own = self._between(left, noun.i)
        if own:
            return self._chain(own[-1:] if own[-1].first <= noun.i <= own[-1].last else own[:1], own)
        if any(row.kind in THINGS for row in noun_rows(noun)):
            return []
        near = [prep for prep in children(noun, "prep") if prep.lower_ in _OF]
        for child in (*children(noun, "appos"), *near):
            found = self._between(child.left_edge.i, child.right_edge.i)
            if found:
                return self._chain(found[:1], found)
        return []

    def _between(self, first: int, last: int) -> list[Side]:
        return [side for side in self.rows if side.last >= first and side.first <= last]

    def _chain(self, start: list[Side], found: Sequence[Side]) -> list[Side]:
        """The sides that only a comma or "and" joins to the first."""
        out = list(start)
        for side in found:
            gap = self.text[out[-1].span.end : side.span.start]
            if side.first > out[-1].last and (_JOIN.fullmatch(gap) or self._coordinated(out[-1], side)):
                out.append(side)
        return out

    def _coordinated(self, one: Side, other: Side) -> bool:
        """Whether the parse joins the nouns that two sides belong to: "a Kenyan firm's rivals and the Ugandan army"."""
        doc = self.sentence.doc
        if doc is None:
            return False
        noun, joined = _top(doc[one.last]), _top(doc[other.last])
        return joined.dep_ == "conj" and joined.head.i == noun.i

    def is_private(self, head: Token | None) -> bool:
        """Whether a phrase names a firm, a team, a player: nobody who acts for a state."""
        if head is None or self._between(head.i, head.i):
            return False
        nouns = (head, *children(head, "compound", "nmod", "appos"))
        return any(row.kind == "private" for noun in nouns for row in noun_rows(noun))

    def is_unknown(self, noun: Token) -> bool:
        """Whether a noun is somebody of whom the text does not tell whose he is."""
        place = self.sentence.place(noun)
        return any(span.overlaps(place) for span in self.unknown)

    def behind(self, verb: Token, without: set[str], skip: Token | None, *, places: bool) -> list[Side]:
        """The first side told behind a verb in its own clause, with what is joined to it; places, if at all, last."""
        allowed = set(_reach(verb, skip))
        rows = [s for s in self.rows if s.last in allowed and s.first > verb.i and not set(s.codes) <= without]
        doc = verb.doc
        direct = [s for s in rows if not _is_place(doc[s.first])]
        chosen = direct or (rows if places else [])
        return [s for s in self._chain(chosen[:1], chosen) if not set(s.codes) <= without] if chosen else []


def _heads(head: Token) -> Iterator[Token]:
    yield head
    for child in children(head, "conj"):
        if not child.tag_.startswith("VB"):
            yield from _heads(child)


def _top(token: Token) -> Token:
    """The noun of the phrase that a name is part of."""
    at = token
    while at.dep_ in ("compound", "amod", "nmod", "poss", "det", "case") and at.head.i != at.i:
        at = at.head
    return at


def _is_place(token: Token) -> bool:
    at = token
    for _ in range(3):
        if at.dep_ == "pobj":
            return at.head.lower_ in _LOCATIVE or at.lower_ in ("border", "frontier", "soil", "coast")
        if at.dep_ not in ("compound", "amod", "nmod", "poss"):
            return False
        at = at.head
    return False


def _reach(verb: Token, skip: Token | None) -> Iterator[int]:
    """The tokens of a verb's clause: what it governs, without its subject, circumstances and relative clauses."""
    stack = [verb]
    while stack:
        token = stack.pop()
        yield token.i
        for child in token.children:
            if child is skip or (skip is not None and child.i == skip.i):
                continue
            if child.dep_ in ("relcl", "parataxis") or (child.i < verb.i and child.dep_ in ("nsubj", "nsubjpass")):
                continue
            if child.dep_ == "conj" and child.tag_.startswith("VB") and token.i == verb.i:
                continue
            if child.dep_ in ("advcl", "prep") and _aside(child):
                continue
            stack.append(child)


def _aside(token: Token) -> bool:
    marks = {c.lower_ for c in token.children if c.dep_ in ("mark", "advmod")} | {token.lower_}
    return bool(marks & ASIDE)


def _placed(
    text: str, sentence: Sentence, known: Sequence[tuple[tuple[str, ...], Span]], people: set[Span]
) -> Iterator[Side]:
    """The sides at the tokens of the parse, the first of two at one place."""
    doc, begin = sentence.doc, sentence.span.start
    if doc is None:
        return
    taken: set[int] = set()
    for codes, span in known:
        found = doc.covered(max(span.start - begin, 0), span.end - begin)
        if found is None or not codes or taken & set(found):
            continue
        if _AGAINST.search(text[max(0, span.start - 6) : span.start]) or _TAIL.match(text, span.end):
            continue
        taken |= set(found)
        yield Side(codes, span, found.start, found.stop - 1, span in people)


def _own_names(text: str, span: Span) -> Iterator[tuple[tuple[str, ...], Span]]:
    """The names that only events know; they come first, for they are longer than what the tables find in them."""
    for found in names_pattern().finditer(text, span.start, span.end):
        yield (names()[found[0]],), Span(found.start(), found.end())


def _from_actors(actors: Sequence[Actor], printed: Sequence[Name]) -> Iterator[tuple[tuple[str, ...], Span]]:
    for actor in actors:
        if actor.party is not None and actor.mention.kind == "title" and _names_another(actor, printed):
            continue  # "the head of Libya's government", taken for somebody of another state
        party, mention = actor.party, actor.mention
        if party is not None:
            codes = (party.country,) if party.country else party.countries
            yield codes, actor.span
        elif mention.countries and len(mention.countries) == 1:
            yield mention.countries, actor.span


def _names_another(actor: Actor, printed: Sequence[Name]) -> bool:
    """Whether a title prints a state that is not that of the person it was taken for."""
    inside = [name.entries[0] for name in printed if actor.span.holds(name.span)]
    states = {entry.country for entry in inside if entry.kind in ("state", "demonym", "metonym")}
    return bool(states) and actor.party is not None and actor.party.country not in states


def _from_names(printed: Sequence[Name]) -> Iterator[tuple[tuple[str, ...], Span]]:
    for name in printed:
        for entry in name.entries:
            if entry.kind not in _KINDS or (entry.kind in ("person", "city") and entry.shared):
                continue
            code = entry.country or (entry.id if entry.kind == "organisation" else None)
            if entry.kind == "organisation":
                code = entry.id
            if code:
                yield (code,), name.span
                break
