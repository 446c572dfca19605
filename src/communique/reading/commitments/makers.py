"""Whom a commitment binds: the states and organisations behind its subject, or behind the one who says it."""

from __future__ import annotations

import bisect
import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from communique.knowledge.base import Knowledge
from communique.knowledge.names import Name
from communique.model.dates import PartialDate
from communique.model.reading import Party, Statement, Support
from communique.model.span import Span
from communique.reading.actors import Actors
from communique.reading.parse import Sentence
from communique.reading.statements import tree
from communique.reading.tokens import Token

# The speaker and those he speaks for, inside what he says.
_OURSELVES = re.compile(
    r"(?:we|i|us|our (?:country|government|nation|side|people)|my (?:country|government)"
    r"|(?:his|her|its|their) (?:country|government|nation|administration|side))",
    re.IGNORECASE,
)
# Plurals that act for all the states named with them: "the foreign ministers of A and B".
_OFFICIALS = re.compile(
    r"\b(?:ministers|leaders|presidents|officials|heads|premiers|secretaries|negotiators|governments|diplomats"
    r"|envoys|delegations|chiefs)\b",
    re.IGNORECASE,
)
_AND_I = re.compile(r"\band (?:I|me|myself)$|^I and\b")
_ALL = re.compile(
    r"\b(?:our (?:two )?(?:countries|nations|sides)|both (?:sides|countries)|the (?:two|three) \w+)\b", re.IGNORECASE
)
# Groups of people who bind no state.
_UNOFFICIAL = re.compile(
    r"\b(?:lawmakers?|senators?|congress(?:man|woman|men)|analysts?|experts?|activists?|protesters?|critics?|opposition"
    r"|compan(?:y|ies)|firms?|banks?|citizens|voters|investors?|business\w*|enterprises|workers|residents|journalists?|scholars?|academics?"
    r"|former|ex-\w+|students|people|researchers?|scientists?|rebels?|militants|observers|economists?|media|press|sources"
    r"|universit(?:y|ies)|airlines?|families|soldiers|republicans?|democrats?|candidates?|campaign|newspaper|editorial|advocates?|private"
    r"|campaigners?|trade unions?|think tanks?|charit(?:y|ies)|lobb\w+|church\w*|players?|clubs?|teams?)\b",
    re.IGNORECASE,
)
# Titles that speak for no state.
_PARTISAN = re.compile(
    rf"{_UNOFFICIAL.pattern}|\b(?:rep|sen|mp|mep|governor|mayor|attorney|lawyer|leader of the opposition)\b",
    re.IGNORECASE,
)
# Whom a call may be for where no state is named: "all parties should exercise restraint".
_ANYBODY = frozenset(
    "parties sides countries nations states governments powers members leaders world they community both all".split()
)
# Whose words a joint document is.
_SIGNATORIES = re.compile(
    r"\bWe,\s[^.;\n]{10,300}?(?=,? (?:met|held|have|having|gathered|convened|hereby|declare|reaffirm|welcome)\b)"
    r"|^[^\n]{0,80}\bJoint (?:Statement|Declaration|Communiqu[eé]|Press Statement) (?:of|by|between) [^\n]{5,200}",
    re.MULTILINE,
)
# Names that stand somewhere in the world.
_PLACED = frozenset({"state", "demonym", "metonym", "city", "region", "organisation", "person", "prefix"})


@dataclass(frozen=True, slots=True)
class Maker:
    """Who is bound: ids of states and organisations, the words that name them, how sure it is."""

    countries: tuple[str, ...]
    evidence: Span | None
    support: Support = "printed"


class Makers:
    """Whom the subjects of one article's sentences stand for."""

    def __init__(
        self,
        text: str,
        actors: Actors,
        statements: Sequence[Statement],
        names: Sequence[Name],
        meeting: tuple[str, ...],
        kb: Knowledge,
        day: PartialDate | None,
    ) -> None:
        self._text = text
        self._actors = actors
        self._statements = statements
        self._kb = kb
        self._names = [name for name in names if name.entries[0].kind in _PLACED]
        self._name_starts = [name.span.start for name in self._names]
        self._day = day
        self._meeting = meeting
        pieces = sorted((span.start, span.end, at) for at, row in enumerate(statements) for span in row.content)
        self._pieces, self._starts = pieces, [piece[0] for piece in pieces]
        self._longest = max((end - start for start, end, _ in pieces), default=0)
        cues = [(row.cue, at) for at, row in enumerate(statements) if row.cue is not None]
        self._cues = {cue.start: at for cue, at in cues}
        for cue, at in cues:  # "are committed" of a joint text: the act's own word is the second
            self._cues.setdefault(cue.end - len(cue.of(text).split()[-1]), at)

    @functools.cached_property
    def voices(self) -> int:
        """How many states and organisations speak in the article."""
        spoken = (self._official(row.speaker, row.source) for row in self._statements)
        return len({code for countries in spoken for code in countries})

    def by_cue(self, place: Span) -> int | None:
        """The index of the statement whose cue begins at a word."""
        return self._cues.get(place.start)

    def around(self, place: Span) -> int | None:
        """The index of the innermost statement that says the words at a place; None where nobody does."""
        held = [(end - start, at) for start, end, at in self._near(place.start) if start <= place.start < end]
        return min(held)[1] if held else None

    def _near(self, offset: int) -> Iterator[tuple[int, int, int]]:
        at = bisect.bisect_right(self._starts, offset) - 1
        while at >= 0 and self._pieces[at][0] >= offset - self._longest:
            yield self._pieces[at]
            at -= 1

    def speaker(self, at: int) -> Maker | None:
        """For whom the speaker of a statement speaks; None where he speaks for no state or organisation."""
        row = self._statements[at]
        countries = self._official(row.speaker, row.source)
        if not countries:
            return None
        where = row.source or (row.speaker.evidence[0] if row.speaker.evidence else None)
        return Maker(countries, where, "resolved")

    def subject(self, sentence: Sentence, token: Token, outer: int | None) -> Maker | None:
        """For whom a subject stands, pronouns read as the speaker of the statement around it says them."""
        span = sentence.place(*(token.doc[at] for at in tree.phrase(token)))
        some = re.search(r",? (?:including|such as|among them)\b", span.of(self._text))
        if some is not None and some.start():
            span = Span(span.start, span.start + some.start())  # "all members, including A": A is one of them
        words = " ".join(span.of(self._text).split())
        if _OURSELVES.fullmatch(words):
            said = self.speaker(outer) if outer is not None else self.ours if words.lower() == "we" else None
            return said and Maker(said.countries, span, "resolved")
        said = self.speaker(outer) if outer is not None and _AND_I.search(words) else None
        party = self._actors.party(span)
        countries = self._official(party, span) if party is not None else ()
        if (
            not countries
            and words.lower() == "it"
            and outer is not None
            and self._statements[outer].speaker.name is None
        ):
            countries = spoken.countries if (spoken := self.speaker(outer)) is not None else ()
        joined = token.tag_ in {"NNS", "NNPS"} and _OFFICIALS.search(words)
        if len(countries) == 1 and (joined or tree.children(token, "conj")):
            countries = tuple(dict.fromkeys((*countries, *self.named(span))))
        if len(countries) == 1 and joined and " and " in words:
            nations = self.places(span)  # "U.S. and Russian officials"
            countries = nations if countries[0] in nations else countries
        if len(countries) == 1 and (pair := self._pair(sentence, token)):
            countries = pair
        if said is not None:
            countries = tuple(dict.fromkeys((*said.countries, *countries)))
        if not countries and token.lower_ in _ANYBODY and _ALL.search(words):
            countries = self._actors.sides().countries
        if not countries:
            return None
        printed = party is not None and party.support == "printed"
        return Maker(countries, span, "printed" if printed else "resolved")

    def _pair(self, sentence: Sentence, token: Token) -> tuple[str, ...]:
        """The states of "the president of A, X, and the premier of B, Y": two at a sentence's start, no verb before."""
        before = token.doc[: token.i]
        plain = all(not tree.is_verb(t) and t.text not in {",", ";"} for t in before)
        if not plain or not before or before[0].tag_ == "IN" or all(t.lower_ != "and" for t in before):
            return ()
        named = self.named(sentence.place(token.doc[0], token))
        return named if len(named) == 2 else ()

    @functools.cached_property
    def ours(self) -> Maker | None:
        """Whose joint statement the text is: "We, the leaders of A and B", "Joint Statement of A and B"."""
        for found in _SIGNATORIES.finditer(self._text):
            named = self.named(Span(found.start(), found.end()))
            if len(named) > 1:
                return Maker(named, Span(found.start(), found.end()), "resolved")
        return None

    def named_by(self, sentence: Sentence, token: Token) -> bool:
        """Whether a word itself names somebody: not "summit" of "the summit in Helsinki"."""
        return bool(self._actors.within(sentence.place(token))) or bool(tree.children(token, "conj"))

    def anybody(self, sentence: Sentence, token: Token) -> bool:
        """Whether a call can be addressed to this subject: states, sides, "the international community"."""
        span = sentence.place(*(token.doc[at] for at in tree.phrase(token)))
        words = " ".join(span.of(self._text).split())
        return bool(_OURSELVES.fullmatch(words)) or token.lower_ in _ANYBODY

    def addressed(self, sentence: Sentence, token: Token) -> tuple[str, ...]:
        """The states and organisations behind those whom a call is for; empty where they are none."""
        span = sentence.place(*(token.doc[at] for at in tree.phrase(token)))
        party = self._actors.party(span)
        found = (party.countries or ((party.country,) if party.country else ())) if party is not None else ()
        return tuple(dict.fromkeys(self._state(code) for code in found)) or self.named(span)

    def named(self, span: Span) -> tuple[str, ...]:
        """The states and organisations named in a stretch, in text order."""
        found: list[str] = []
        for row in self._actors.within(span):
            party = row.party
            if party is not None and span.holds(row.span):
                found += party.countries or ((party.country,) if party.country else ())
            elif span.holds(row.span):
                found += row.mention.countries
        return tuple(dict.fromkeys(self._state(code) for code in found))

    def places(self, span: Span) -> tuple[str, ...]:
        """The states of all names in a stretch: of people, cities, regions, nationalities."""
        at = bisect.bisect_left(self._name_starts, span.start)
        found: list[str] = []
        while at < len(self._names) and self._names[at].span.end <= span.end:
            entry = self._names[at].entries[0]
            found += [entry.id if entry.kind in {"state", "demonym"} else entry.country or entry.id]
            at += 1
        return tuple(dict.fromkeys(found))

    def sides(self) -> Maker | None:
        """The parties of the article's main encounter."""
        sides = self._actors.sides().countries or self._meeting
        return Maker(sides, None, "inferred") if len(sides) > 1 else None

    def _official(self, party: Party, span: Span | None) -> tuple[str, ...]:
        words = span.of(self._text) if span is not None else ""
        if _UNOFFICIAL.search(words.split(",")[0]) or _PARTISAN.search(party.role or ""):
            return ()
        if span is not None and any(row.mention.former for row in self._actors.within(span)):
            return ()
        if self._left_office(party):
            return ()
        found = party.countries or ((party.country,) if party.country else ())
        return tuple(dict.fromkeys(self._state(code) for code in found))

    def _left_office(self, party: Party) -> bool:
        """Whether it is a known person without a printed title who held no office on the article's day."""
        if self._day is None or party.entity is None or party.name is None or party.role:
            return False
        try:
            person = self._kb.people.by_entity(party.entity)
        except KeyError:
            return False
        return not any(term.may_cover(self._day) for term in person.terms)

    def _state(self, code: str) -> str:
        """The state of a ruling party: who speaks for the party's centre speaks for the state."""
        row = self._kb.organisations.get(code)
        return row.country if row is not None and row.kind == "party" and row.country else code
