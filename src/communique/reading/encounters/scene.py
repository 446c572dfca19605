"""A sentence as a scene: its parse, and who of the actors stands at which word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from communique.knowledge.calendar import DateMention, find_dates
from communique.knowledge.names import Name
from communique.model.span import Span
from communique.reading.actors.actors import Actor
from communique.reading.actors.words import PLURAL_OFFICIALS
from communique.reading.blocks import BlockRole
from communique.reading.parse import Sentence
from communique.reading.tokens import Token

_JOIN = re.compile(
    r"(?:\s*\([A-Z.]{2,8}\))?\s*(?:,|;|/|&|,?\s*and|,?\s*as well as|,?\s*along with|,?\s*(?:together )?with)\s*"
    r"(?:the\s+|then\s+)?"
    r"|,?\s*and other (?:[\w-]+\s+){1,6}[\w-]+,\s*(?:and\s+)?(?:the\s+)?",
    re.IGNORECASE,
)
_OWN_SHORT = re.compile(r"\s*\(")
_OWN_STATE = re.compile(r"\s*[()]?\s*")
_POSSESSIVE = re.compile(r"[’']s?\s+")
_FROM = re.compile(r"\s+(?:from|of)\s+(?:the\s+)?", re.IGNORECASE)
_ADVERBS = frozenset(
    "then today yesterday tonight virtually briefly separately also earlier later again first jointly here bilaterally"
    " privately directly individually together this last in on at with to by for over the a an of s via phone telephone"
    " video link videoconference afternoon morning evening night week month year local time person".split()
)


@dataclass(slots=True)
class Scene:
    """One parsed sentence with its actors and names; all spans are those of the article's text."""

    text: str
    sentence: Sentence
    role: BlockRole
    actors: Sequence[Actor]
    names: Sequence[Name]
    quotes: Sequence[Span]
    lead: int = 0
    triggers: Sequence[tuple[int, int]] = ()
    _dates: tuple[DateMention, ...] | None = field(default=None)
    _tokens: tuple[Token, ...] | None = field(default=None)

    @property
    def tokens(self) -> Iterable[Token]:
        """The tokens of the parse, made once: a Doc makes each anew whenever it is walked."""
        if self._tokens is None:
            self._tokens = tuple(self.sentence.doc or ())
        return self._tokens

    def candidates(self) -> list[Token]:
        """The tokens at the words that can tell of an encounter; the others of the sentence are not made for it."""
        out: dict[int, Token] = {}
        doc, begin = self.sentence.doc, self.sentence.span.start
        for start, end in self.triggers:
            found = doc.covered(start - begin, end - begin) if doc is not None else None
            out.update((token.i, token) for token in (doc[found.start : found.stop] if doc and found else ()))
        return list(out.values())

    @property
    def dates(self) -> tuple[DateMention, ...]:
        """The dates printed in the sentence."""
        if self._dates is None:
            self._dates = find_dates(self.text, self.sentence.span.start, self.sentence.span.end)
        return self._dates

    def span(self, token: Token, last: Token | None = None) -> Span:
        """Where a token, or a stretch of tokens, stands."""
        return self.sentence.place(token, last)

    def quoted(self, token: Token) -> bool:
        """Whether the token stands in a quotation."""
        span = self.span(token)
        return any(quote.holds(span) for quote in self.quotes)

    def token_at(self, place: int) -> Token | None:
        """The token that holds a character of the article's text."""
        at = place - self.sentence.span.start
        return next((t for t in self.tokens if t.idx <= at < t.idx + len(t)), None)

    def head(self, span: Span) -> Token | None:
        """The token of a stretch that the rest of it hangs on."""
        start, end = span.start - self.sentence.span.start, span.end - self.sentence.span.start
        inside = [t for t in self.tokens if t.idx < end and t.idx + len(t) > start]
        kept = {t.i for t in inside}
        outer = [t for t in inside if t.head.i not in kept or t.head.i == t.i]
        named = [t for t in outer if t.dep_ in ("pobj", "dobj")] or [
            t for t in outer if t.dep_ not in ("punct", "det", "case", "prep")
        ]
        chosen = named or outer
        return chosen[-1] if chosen else None

    def actor(self, token: Token) -> Actor | None:
        """The actor whose mention covers a token."""
        span = self.span(token)
        return next((a for a in self.actors if a.span.overlaps(span)), None)

    def people(self, token: Token | None) -> list[Actor]:
        """The actors that a noun and what is joined to it name, in text order."""
        if token is None:
            return []
        found: dict[int, Actor] = {}
        for noun in (token, *_joined(token)):
            first = self.actor(noun) or self._apposed(noun) or self._owner(noun) or self._governed(noun)
            if first is not None and first.mention.kind == "title" and first.party is None:
                first = self._apposed(noun) or first  # "his counterpart, Kenyan Foreign Minister X"
            if first is not None and first.mention.kind == "group" and not first.mention.countries:
                first = self._owner(noun) or first
            if first is not None:
                for actor in self._chain(first):
                    found.setdefault(actor.span.start, actor)
        return [found[at] for at in sorted(found)]

    def _owner(self, noun: Token) -> Actor | None:
        """The state of officials who are no mention of their own ("Pakistan's civilian and military leaders")."""
        owner = next((c for c in noun.children if c.dep_ == "poss"), None)
        if owner is None or noun.lower_ not in PLURAL_OFFICIALS:
            return None
        actor = self.actor(owner)
        return actor if actor is not None and actor.mention.kind == "state" else None

    def _governed(self, noun: Token) -> Actor | None:
        """The first state of "the governments of Kenya, Uganda and Rwanda"."""
        if noun.lower_ not in ("governments", "government"):
            return None
        states = [self.actor(child) for of in noun.children if of.lower_ == "of" for child in of.children]
        return next((a for a in states if a is not None and a.mention.kind == "state"), None)

    def _apposed(self, noun: Token) -> Actor | None:
        for child in noun.children:
            if child.dep_ == "appos" and (actor := self.actor(child)):
                return actor
        return None

    def _chain(self, first: Actor) -> list[Actor]:
        """The actor and those that only commas and "and" join to it, on both sides."""
        rows = list(self.actors)
        at = rows.index(first)
        out = [*reversed(self._leftwards(rows[:at], first)), first]
        edge, owned = first.span.end, False
        for actor in rows[at + 1 :]:
            gap = self.text[edge : actor.span.start]
            if actor.mention.kind == "state" and _OWN_SHORT.fullmatch(gap):
                continue  # "Republic of Korea (ROK)"
            if self._owns(actor) and _JOIN.fullmatch(gap):
                owned = True  # "and Russia's X": the join before the state is the person's
                edge = actor.span.end
                continue
            if owned and _POSSESSIVE.fullmatch(gap):
                gap = ", "
            owned = False
            if not _JOIN.fullmatch(gap) or actor.mention.kind == "pronoun" or not self._same_clause(out[0], actor):
                break
            out.append(actor)
            edge = actor.span.end
        return self._states_of(out, rows)

    def _leftwards(self, rows: Sequence[Actor], first: Actor) -> list[Actor]:
        """The actors joined before one, the nearest first; a comma joins only where "and" has joined one before."""
        out: list[Actor] = []
        edge = first.span.start
        for actor in reversed(rows):
            gap = self.text[actor.span.end : edge]
            if actor.mention.kind == "state" and _OWN_STATE.fullmatch(gap):
                edge = actor.span.start  # "Republic of Korea (ROK) First Vice Minister X": the state is the title's
                continue
            top = self.head(actor.span)
            listed = "and" in gap.lower() or "&" in gap or bool(out)
            if not _JOIN.fullmatch(gap) or not listed or actor.mention.kind == "pronoun" or top is None:
                break
            if top.dep_ in ("pobj", "dobj", "poss"):
                break
            out.append(actor)
            edge = actor.span.start
        return out

    def _states_of(self, found: list[Actor], rows: Sequence[Actor]) -> list[Actor]:
        """The states of officials who are named by them only ("officials from Kenya and Uganda")."""
        last = found[-1]
        following = [a for a in rows if a.span.start > last.span.end]
        if last.mention.kind != "group" or last.mention.countries or not following:
            return found
        gap = self.text[last.span.end : following[0].span.start]
        if not _FROM.fullmatch(gap) or following[0].mention.kind not in ("state", "organisation"):
            return found
        return [*found, *self._chain(following[0])]

    def _same_clause(self, first: Actor, later: Actor) -> bool:
        """Whether a later mention is not the subject of a verb of its own."""
        a, b = self.head(first.span), self.head(later.span)
        if a is None or b is None or b.dep_ not in ("nsubj", "nsubjpass"):
            return True
        return b.head.i == a.head.i

    def after(self, token: Token, word: str | None = None) -> list[Actor]:
        """The actors right after a trigger, where only adverbs, dates and places stand between: for a parse that errs.

        word must be among what stands between, where one is given.
        """
        start = self.span(token).end
        for actor in self.actors:
            if actor.span.start >= start:
                if self._is_place(actor) or self._owns(actor):
                    continue
                gap = self._plain(start, actor.span.start)
                fits = all(step in _ADVERBS for step in gap) and (word is None or word in gap)
                return self._chain(actor) if fits else []
        return []

    def before(self, token: Token) -> list[Actor]:
        """The actors right before a verb, where only auxiliaries and adverbs stand between."""
        stop = self.span(token).start
        rows = [a for a in self.actors if a.span.end <= stop]
        if not rows:
            return []
        tail = re.compile(r"(?:[-‑–]\w+)?").match(self.text, rows[-1].span.end)  # "Cho Hyun" of "Cho Hyun-dong"
        gap = self._plain(tail.end() if tail else rows[-1].span.end, stop)
        if not all(
            word in _ADVERBS or word in {"will", "has", "have", "had", "is", "are", "was", "were"} for word in gap
        ):
            return []
        first = rows[-1]
        for actor in reversed(rows[:-1]):
            if not _JOIN.fullmatch(self.text[actor.span.end : first.span.start]):
                break
            first = actor
        return self._chain(first)

    def _owns(self, actor: Actor) -> bool:
        return actor.mention.kind == "state" and bool(
            re.match(r"[’']s?\s", self.text[actor.span.end : actor.span.end + 3])
        )

    def _is_place(self, actor: Actor) -> bool:
        """Whether a state or organisation is named as a place ("in Berlin", "Berlin, Germany")."""
        before = self.text[max(0, actor.span.start - 12) : actor.span.start]
        return actor.mention.kind in ("state", "organisation") and bool(
            re.search(r"(?:\b(?:in|at|to|from)\s+(?:the\s+)?|\w,\s+)$", before, re.IGNORECASE)
        )

    def _plain(self, start: int, end: int) -> list[str]:
        """The words between two places, without dates and names of places."""
        words = self.text[start:end]
        for date in self.dates:
            if start <= date.span.start and date.span.end <= end:
                words = words.replace(date.span.of(self.text), " ")
        for name in self.names:
            if start <= name.span.start and name.span.end <= end:
                words = words.replace(name.span.of(self.text), " ")
        return re.findall(r"[^\W_]+", words.lower())


def _joined(token: Token) -> list[Token]:
    """What is coordinated with a noun, to its right; a parse may hang the rest of a list on its first noun."""
    out: list[Token] = []
    open_ = [token]
    while open_:
        following = [c for c in open_.pop(0).children if c.dep_ == "conj" and not c.tag_.startswith("VB")]
        out += following
        open_ += following
    return out


def verb_of(token: Token) -> Token | None:
    """The verb that a word belongs to: itself, or the nearest one above it."""
    at = token
    while not at.tag_.startswith("VB"):
        if at.head.i == at.i:
            return None
        at = at.head
    return at


def child(token: Token, *deps: str) -> Token | None:
    """The first child with one of these relations."""
    return next((c for c in token.children if c.dep_ in deps), None)


def subject(verb: Token) -> Token | None:
    """Who does what a verb says: its subject, or that of the verb it continues."""
    at = verb
    for _ in range(6):
        if (found := child(at, "nsubj", "nsubjpass")) is not None:
            relative = found.tag_ in ("WP", "WDT") or found.lower_ in ("who", "which", "that")
            return at.head if relative and at.dep_ == "relcl" else found
        if at.dep_ == "relcl":
            return at.head
        if at.dep_ == "acl" and at.tag_ == "VBG":
            return at.head
        if at.dep_ in (
            "pcomp",
            "xcomp",
            "conj",
            "advcl",
            "ccomp",
            "aux",
            "prep",
            "acl",
            "acomp",
            "dep",
            "attr",
            "oprd",
        ):
            at = at.head
            while not at.tag_.startswith(("VB", "MD")) and at.dep_ in (
                "prep", "pobj", "acomp", "dobj", "attr", "xcomp", "oprd", "acl", "conj", "pcomp", "advcl",
            ):  # fmt: skip
                at = at.head
            continue
        return None
    return None


def reaches(token: Token, top: Token) -> bool:
    """Whether a word hangs on another without a verb between."""
    at = token
    while at.i != top.i:
        if at.head.i == at.i:
            return False
        at = at.head
        if at.i != top.i and at.tag_.startswith("VB") and at.dep_ != "prep":
            return False
    return True


def objects(top: Token, *words: str) -> list[Token]:
    """The nouns after prepositions of these forms that hang on a verb or noun, even over an adverb or noun between."""
    out = []
    for token in top.subtree:
        if token.tag_ in ("IN", "TO") and token.lower_ in words and token.i > top.i and reaches(token, top):
            out += [c for c in token.children if c.dep_ == "pobj"]
    return out
