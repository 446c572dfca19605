"""The acts that the text itself tells: main clauses and statements with a word of an act and somebody of a state."""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from communique.knowledge.base import Knowledge
from communique.knowledge.names import Name
from communique.model.reading import Encounter, Event, Party, Statement
from communique.model.span import Span, evidence
from communique.reading.actors.actors import Actors
from communique.reading.actors.mentions import quoted_stretches
from communique.reading.actors.words import TITLE_HEADS
from communique.reading.events.acts import Act, acts, is_open
from communique.reading.events.contexts import is_sport
from communique.reading.events.grammar import SELF
from communique.reading.events.lexicon import holds_trigger, noun_rows
from communique.reading.events.sides import AGENTS, THINGS, Side, Sides
from communique.reading.parse import Sentence
from communique.reading.statements.tree import children
from communique.reading.tokens import Token

# Acts of which the doer may be unknown: a bomb kills, somebody sets fire to an embassy, a crowd protests.
_BY_UNKNOWN = frozenset("ASSAULT COERCE PROTEST".split())
# Of these, where they took place tells nothing of whom they were for; of other acts it does ("help in Harare").
_SPOKEN = frozenset("CONSULT SUPPORT ACCUSE COOPERATE".split())
_OF_WORDS = frozenset("attack attacks attacked attacking assault assaulted hit blasted".split())
_MUTUAL = frozenset({"CONSULT", "COOPERATE"})
_NOBODY = frozenset("statement report reports text document article meeting summit move time way one".split())


@dataclass(frozen=True, slots=True)
class Told:
    """An act as an event, its sentence, its rank there (0 for the main clause, then in text order) and its verb."""

    event: Event
    sentence: Sentence
    rank: int
    verb: Span


def told_by(
    text: str,
    sentences: Sequence[Sentence],
    actors: Actors,
    names: Sequence[Name],
    kb: Knowledge,
    said: Sequence[Statement] = (),
    met: Sequence[Encounter] = (),
) -> Iterator[Told]:
    """The acts told by the parsed sentences, in text order; in one sentence the main clause first."""
    starts = [name.span.start for name in names]
    met_by = {row.id: _of_parties(row.participants) for row in met}
    cues = sorted((row.cue.start, at) for at, row in enumerate(said) if row.cue is not None)
    quoted = _Quoted(text, sentences)
    for sentence in sentences:
        words = sentence.span.of(text)
        if sentence.doc is None or not holds_trigger(words) or is_sport(words):
            continue
        low, high = bisect.bisect_left(starts, sentence.span.start), bisect.bisect_left(starts, sentence.span.end)
        first = bisect.bisect_left(cues, (sentence.span.start, -1))
        last = bisect.bisect_left(cues, (sentence.span.end, -1))
        here = [(at, said[at]) for _, at in cues[first:last]]
        found = list(_in_sentence(sentence, here, quoted))
        if found:
            sides = Sides(text, sentence, actors.within(sentence.span), names[low:high], kb)
            for act, cue, rank in found:
                event = _event(act, sides, cue, rank, met_by)
                if event is not None:
                    yield Told(event, sentence, rank, sentence.place(act.verb))


class _Quoted:
    """Where the blocks quote, each looked through once."""

    def __init__(self, text: str, sentences: Sequence[Sentence]) -> None:
        self._text = text
        self._blocks: dict[int, Span] = {}
        for sentence in sentences:
            start = self._blocks.get(sentence.block, sentence.span).start
            self._blocks[sentence.block] = Span(start, sentence.span.end)
        self._found: dict[int, tuple[Span, ...]] = {}

    def holds(self, block: int, place: Span) -> bool:
        """Whether a place in a block stands in a quotation."""
        if block not in self._found:
            self._found[block] = quoted_stretches(self._text, self._blocks[block])
        return any(quote.holds(place) for quote in self._found[block])


def _in_sentence(
    sentence: Sentence, said: Sequence[tuple[int, Statement]], quoted: _Quoted
) -> Iterator[tuple[Act, tuple[int, Statement] | None, int]]:
    """The acts of a sentence, each with the statement whose cue tells it and its rank."""
    doc = sentence.doc
    if doc is None:
        return
    by_token: dict[int, tuple[int, Statement]] = {}
    for at, row in said:
        found = row.cue and doc.covered(row.cue.start - sentence.span.start, row.cue.end - sentence.span.start)
        for i in found or ():
            by_token.setdefault(i, (at, row))
    roots = [token for token in doc if token.head.i == token.i]
    seen: set[int] = set()
    for rank, top in enumerate((*roots, *(doc[i] for i in sorted(by_token)))):
        for act in acts(top):
            if act.verb.i in seen:
                continue
            seen.add(act.verb.i)
            cue = by_token.get(act.top.i) or by_token.get(act.verb.i)
            if is_open(act.top) or is_open(act.verb):
                continue
            if cue is None and quoted.holds(sentence.block, sentence.place(act.top)):
                continue
            yield act, cue, rank


def _event(
    act: Act, sides: Sides, said: tuple[int, Statement] | None, rank: int, met_by: Mapping[str, tuple[str, ...]]
) -> Event | None:
    if sides.is_private(act.actor) or sides.is_private(act.patient):
        return None
    doers = sides.of_phrase(act.actor, acting=True) if act.actor is not None else []
    by_cue = act.actor is None or act.actor.tag_ in ("PRP", "WP", "WDT") or act.actor.lower_ in SELF
    speaks = said is not None and not doers and (by_cue if act.top.i != act.verb.i else True)
    speaks = speaks and not (act.actor is None and act.patient is not None)
    mine = _codes(doers) or (_speaking(said[1], met_by) if said and speaks else ())
    met = _met(act, sides, set(mine), rank)
    recipient = tuple(code for code in _codes(met) if code not in mine)
    if not mine and not (recipient and rank == 0 and _by_stranger(act)):
        return None
    if act.rule == "must" and not met:
        return None
    kind, mode = act.type, act.mode
    if kind == "ASSAULT" and act.verb.lower_ in _OF_WORDS and met and met[0].person and doers and doers[0].person:
        kind, mode = "ACCUSE", "disapprove"  # one politician attacks another with words
    spans = {sides.sentence.place(act.verb), *(side.span for side in (*doers, *met))}
    if said and speaks and said[1].source:
        spans.add(said[1].source)
    return Event(
        type=kind,
        actor=mine,
        recipient=recipient,
        status=act.status,
        evidence=evidence(*sorted(spans)),
        mode=mode,
        derived=(f"statement:{said[0]}",) if said else ("text",),
        support="resolved" if speaks else "printed",
        how=act.rule,
    )


def _by_stranger(act: Act) -> bool:
    """Whether an act whose doer's state is not told still stands: the doer is named, or none is needed."""
    if act.actor is None:
        return act.type in _BY_UNKNOWN
    kinds = {row.kind for row in noun_rows(act.actor)}
    if kinds & THINGS or act.type == "CONSULT":
        return False
    if kinds & {"attack", "rocket"}:
        return act.type == "ASSAULT"
    named = act.actor.tag_ in ("NNP", "NNPS", "NNS")
    return (named or act.actor.lower_ in AGENTS) and act.actor.lower_ not in _NOBODY


def _met(act: Act, sides: Sides, mine: set[str], rank: int) -> list[Side]:
    """Whom the act meets: the phrase that the grammar names, else the first side told behind the verb.

    Nobody where its object is somebody whom the text does not place; where a verbal act took place tells nothing of
    whom it was for.
    """
    named = sides.of_phrase(act.patient) if act.patient is not None else []
    if act.rule == "must":
        return named
    named = [side for side in named if not set(side.codes) <= mine]
    if named:
        return named
    owned = [side for noun in children(act.verb, "dobj") for side in sides.of_phrase(noun)]
    if owned and all(set(side.codes) <= mine for side in owned):
        return []  # "blamed his own country ... and not": nobody else
    direct = [noun for noun in children(act.verb, "dobj") if sides.is_unknown(noun) or _is_person(noun)]
    if direct and not sides.of_phrase(direct[0]):
        return []
    if len(mine) > 1 and (act.type in _MUTUAL or (act.type == "AGREE" and act.rule == "intend")):
        return [side for side in sides.behind(act.verb, mine, act.actor, places=False) if not _topical(side, sides)]
    return sides.behind(act.verb, mine, act.actor, places=_may_be_placed(act, rank))


def _may_be_placed(act: Act, rank: int) -> bool:
    """Whether where an act took place tells whom it was for: "visited", "help in Harare", "concern over arrests in"."""
    voiced = act.type == "ACCUSE" and act.rule == "verb+object"
    return act.mode == "visit" or (rank == 0 and (voiced or act.type not in _SPOKEN))


def _is_person(noun: Token) -> bool:
    return noun.tag_ == "PRP" or noun.lower_ in TITLE_HEADS


def _topical(side: Side, sides: Sides) -> bool:
    """Whether a side is told by "on", "about", "of": what the parties talk about, nobody who takes part."""
    doc = sides.sentence.doc
    at = doc[side.first] if doc is not None else None
    while at is not None and at.dep_ not in ("pobj", "dobj") and at.head.i != at.i:
        at = at.head
    return at is None or at.dep_ != "pobj" or at.head.lower_ not in ("with", "to", "for", "against")


def _speaking(row: Statement, met_by: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Whose statement it is; of both sides where the sides of its encounter speak."""
    party = row.speaker
    if party.country:
        return (party.country,)
    return party.countries or (met_by.get(row.encounter or "", ()) if party.name in (None, "both sides") else ())


def _of_parties(parties: Sequence[Party]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code for p in parties for code in ((p.country,) if p.country else p.countries)))


def _codes(sides: Sequence[Side]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code for side in sides for code in side.codes))
