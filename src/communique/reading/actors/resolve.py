"""Resolution: from what a mention prints to whom it stands for.

Order: full names make the cast; then, in text order, short names, titles and pronouns are looked up in it, and after
it in the tables of offices by date. What stays ambiguous stays unresolved.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from communique.knowledge.folding import folded_name
from communique.knowledge.people import Person
from communique.model.reading import Party, Support
from communique.model.span import Span
from communique.reading.actors.cast import TOP_OFFICES, Cast, Member
from communique.reading.actors.directory import Directory
from communique.reading.actors.items import CALENDAR
from communique.reading.actors.mentions import Mention
from communique.reading.actors.pronouns import Antecedents
from communique.reading.actors.strangers import strangers
from communique.reading.actors.words import LOOSE_TITLES, OPENERS, VAGUE_TITLES
from communique.reading.blocks import Block
from communique.reading.parse import Sentence

_READOUT = re.compile(r"\s*(?:Readout (?:of|from)|Statement (?:by|from)|Press release)\b")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
# The offices that have a counterpart elsewhere, the one that wins for a person who holds several first.
MATCHED_OFFICES = ("foreign_minister", "head_of_state", "head_of_government", "defence_minister", "trade_minister")

# The longest short form of an office ("CINC", "SACEUR" is longer and rare).
_SHORT_OFFICE = 4

# Offices whose holders a country's own readouts and papers name without nationality.
SPOKEN_FOR = frozenset(
    "head_of_state head_of_government vice_head_of_state foreign_minister defence_minister security_adviser".split()
)


class Resolver:
    """Resolves the mentions of one article, in text order."""

    def __init__(
        self,
        text: str,
        blocks: Sequence[Block],
        sentences: Sequence[Sentence],
        found: Sequence[Mention],
        cast: Cast,
        home: str | None,
    ) -> None:
        self.text = text
        self.blocks = blocks
        self.sentences = sentences
        self.cast = cast
        self.directory = Directory(cast.kb, cast.on, home)
        self.home = home
        self._members: dict[Span, Member] = {}
        self._firsts: dict[int, list[Mention]] = {}
        self._starts = [sentence.span.start for sentence in sentences]
        self._alike = {m.span for before, m in zip([None, *found], found, strict=False) if self._joined(before, m)}
        found = [self._shared_nation(m, before) for before, m in zip([None, *found], found, strict=False)]
        for mention in found:
            if mention.kind == "person":
                self._enlist(mention)
        apart = strangers(text, sentences, found)
        for mention in apart:
            self._note(mention, self.cast.add(None, re.sub(r"\s+", " ", mention.span.of(text)), None))
        found = [*found, *apart]
        self.mentions = sorted([*found, *self._bare_names(found)], key=lambda m: m.span)
        self.antecedents = Antecedents(text, sentences, self.mentions, self._members)

    def resolved(self) -> Iterator[tuple[Mention, Party | None]]:
        """Each mention with whom it stands for."""
        for mention in self.mentions:
            if mention.kind == "person":
                self._short(mention)
        self.home = self.home or self._perspective()
        for mention in self.mentions:
            if mention.kind == "title":
                self._titled(mention)
        for mention in self.mentions:
            yield mention, self._party(mention)

    def _perspective(self) -> str | None:
        """The state that the text is written from: that of the leaders whose title it prints without nationality.

        None where it names leaders of two states so, or none.
        """
        readout = self._is_readout()
        own = [m for m in self.cast.members if m.entity and m.at_home and m.country in self.cast.kb.states]
        own = [m for m in own if not (readout and m.foreign)]
        countries = {m.country for m in own if m.current & SPOKEN_FOR}
        if countries or not readout:
            return countries.pop() if len(countries) == 1 else None
        offices = {c for m in self.mentions if m.by_office and m.kind == "person" for c in m.countries}
        if len(offices & set(self.cast.kb.states)) == 1:
            return offices.pop()  # "Assistant Secretary of State X": only one state has one
        # a readout of an aide: of the states it names, the one that no printed title belongs to
        named = [m for m in self.mentions if m.kind in ("person", "title") and "delegation" not in (m.role or "")]
        titled = {c for m in named for c in m.countries}
        titled |= {m.country for m in self.cast.members if m.country}
        sent = {c for m in self.mentions if m.kind == "title" and "delegation" in (m.role or "") for c in m.countries}
        left = (sent | {m.countries[0] for m in self.mentions if m.kind == "state"}) - titled
        return left.pop() if len(left) == 1 else None

    def _is_readout(self) -> bool:
        """Whether the text opens like an official's own report of a meeting."""
        opening = min((block.span.start for block in self.blocks), default=0)
        return _READOUT.match(self.text, opening) is not None

    def _shared_nation(self, mention: Mention, before: Mention | None) -> Mention:
        """ "Israeli adviser A and ambassador B": the second has the nationality of the first, if he has a title."""
        if before is None or mention.kind != "person" or not mention.role or mention.countries or mention.persons:
            return mention
        if before.kind != "person" or not before.countries or not before.role:
            return mention
        assert mention.name is not None
        name = re.sub(r"\s+", " ", mention.name.of(self.text))
        if mention.span not in self._alike or self.directory.of_name(name, (), mention.offices, None, True):
            return mention
        return replace(mention, countries=before.countries)

    def _joined(self, before: Mention | None, mention: Mention) -> bool:
        """Whether a person stands beside one of a printed nationality ("Kosovo's President A and Prime Minister B")."""
        if before is None or before.kind != "person" or not before.countries or mention.kind != "person":
            return False
        return self.text[before.span.end : mention.span.start].strip() in ("and", ",", ", and")

    # -- the cast

    def _enlist(self, mention: Mention) -> None:
        """Add a person named in full to the cast."""
        assert mention.name is not None
        printed = _as_name(mention.name.of(self.text))
        country = mention.countries[0] if mention.countries else None
        titled = bool(mention.role or mention.countries)
        person = self.directory.of_name(printed, mention.persons, mention.offices, country, titled)
        if person is None and len(printed.split()) < 2:
            return
        if person is None and not (mention.role or mention.countries or self._looks_full(printed)):
            return
        if mention.by_office and person is not None and all(t.country != country for t in person.terms):
            country = None  # "Council President X" of another council
        self._note(mention, self.cast.add(person, printed, country))

    @staticmethod
    def _looks_full(printed: str) -> bool:
        return 2 <= len(printed.split()) <= 5

    def _note(self, mention: Mention, member: Member) -> None:
        self._members[mention.span] = member
        if not member.places:
            self._firsts[id(member)] = [mention]
        member.named_at(mention.span.start)
        if (mention.countries and not mention.by_office) or mention.span in self._alike:
            member.foreign = True
        if mention.role:
            member.roles.append(mention.role)
            if not mention.former:
                member.offices.update(mention.offices)
                if not mention.countries and mention.kind == "person" and mention.span not in self._alike:
                    member.at_home.add(mention.role)
        if mention.countries and not member.country and not (mention.by_office and member.entity):
            member.country = mention.countries[0]

    def _bare_names(self, found: Sequence[Mention]) -> list[Mention]:
        """Short names of the cast ("Xi", "Lavrov") and of leaders in office that stand alone in the text."""
        taken = sorted(m.span for m in found)
        starts = [s.start for s in taken]
        forms = {form for m in self.cast.members for form in m.forms}
        single = {form.split()[-1] for form in forms}
        out = []
        for block in self.blocks:
            previous: re.Match[str] | None = None
            for word in _WORD.finditer(self.text, block.span.start, block.span.end):
                before, previous = previous, word
                if not word[0][0].isupper():
                    continue
                printed = re.sub(r"[’']s?$", "", word[0]) if "’" in word[0] or "'" in word[0] else word[0]
                if len(printed) < 2:
                    continue
                if printed in CALENDAR and not (folded_name(printed) in single and self._no_month(before, word)):
                    continue
                span = Span(word.start(), word.start() + len(printed))
                at = bisect.bisect_right(starts, span.start) - 1
                if at >= 0 and taken[at].overlaps(span):
                    continue
                if not (
                    folded_name(printed) in single or self.directory.leader(printed, self.text)
                ) or self._in_longer_name(before, word, span):
                    continue
                out.append(Mention(span, "person", name=span))
        return out

    def _no_month(self, before: re.Match[str] | None, word: re.Match[str]) -> bool:
        """Whether "May" stands like a name: no number beside it, no preposition of time before it."""
        near = self.text[max(0, word.start() - 4) : word.start()] + self.text[word.end() : word.end() + 6]
        preposition = before is not None and before[0].lower() in {"in", "of", "last", "since", "until", "by", "on"}
        return not any(c.isdigit() for c in near) and not preposition

    def _in_longer_name(self, before: re.Match[str] | None, word: re.Match[str], span: Span) -> bool:
        """Whether the word is part of somebody else's name or of a named thing ("Melania Trump", "Trump Tower")."""
        after = self.text[span.end : span.end + 2]
        if len(after) == 2 and after[0] == " " and after[1].isupper() and not self._calendar_follows(span.end):
            return True
        if before is None or self.text[before.end() : word.start()] not in (" ", "\u00a0"):
            return False
        if before[0].isupper() and 1 < len(before[0]) <= _SHORT_OFFICE:
            return False  # "DNI Haines", "NSA Sullivan": the short form of an office
        return before[0][0].isupper() and before[0].lower() not in OPENERS

    def _calendar_follows(self, at: int) -> bool:
        word = _WORD.match(self.text, at + 1)
        return bool(word and (word[0] in CALENDAR or word[0].lower() in {"and"}))

    # -- short names and titles

    def _short(self, mention: Mention) -> None:
        if mention.span in self._members or mention.name is None:
            return
        form = re.sub(r"\s+", " ", mention.name.of(self.text))
        country = mention.countries[0] if mention.countries else None
        member = self.cast.by_form(form, mention.span.start + 1, mention.offices, country)
        if member is None and (person := self._known(mention, form, country)):
            member = self.cast.add(person, form, country)
        if member is None and mention.role:
            member = self.cast.add(None, form, country)
        if member is not None:
            self._note(mention, member)

    def _known(self, mention: Mention, form: str, country: str | None) -> Person | None:
        if not mention.role:
            return self.directory.leader(form, self.text)
        return self.directory.of_title(form, mention.offices, country, former=mention.former)

    def _titled(self, mention: Mention) -> None:
        """Resolve a title without a name: the cast first, then the tables by office, state and date."""
        if mention.role and re.search(r"\bcounterparts?$", mention.role):
            self._counterpart(mention)
            return
        if not mention.definite or mention.former:
            return
        place = mention.span.start
        if mention.role in VAGUE_TITLES or (mention.role or "").split()[-1:] == ["official"]:
            return
        member = self._pointed_back(mention)
        if member is None and mention.countries and mention.offices:
            person = self.directory.holder(mention.countries[0], mention.offices[0])
            member = self.cast.add(person, person.name, mention.countries[0]) if person else None
        if member is None and not mention.countries and "secretary_general" in mention.offices:
            found = self.directory.head_of_body(self.text)
            member = self.cast.add(found[0], found[0].name, found[1]) if found else None
        if member is not None:
            self._members[mention.span] = member
            member.named_at(place)

    def _pointed_back(self, mention: Mention) -> Member | None:
        """The member of the cast whom a title without a name means."""
        place, role = mention.span.start, mention.role or ""
        if mention.countries:
            return self.cast.by_office(mention.offices, mention.countries, place) if mention.offices else None
        member = self.cast.by_role(role, place)
        if member is None and any(role == word or role.endswith(" " + word) for word in LOOSE_TITLES):
            member = self.cast.by_office(mention.offices, (), place)
        if member is not None and (not member.places or member.places[0] >= place):
            return None
        return member

    def _counterpart(self, mention: Mention) -> None:
        """ "his Kenyan counterpart": who holds in that state the office that the one before holds in his."""
        if not mention.countries:
            return
        subject = self._member_before(mention.span.start)
        if subject is None:
            return
        offices = [office for office in MATCHED_OFFICES if office in subject.offices]
        member = self.cast.by_office(offices, mention.countries, len(self.text))
        if member is None and (person := self.directory.peer(offices, mention.countries[0])):
            member = self.cast.add(person, person.name, mention.countries[0])
        if member is not None:
            self._members[mention.span] = member
            member.named_at(mention.span.start)

    def _member_before(self, place: int) -> Member | None:
        at = bisect.bisect_left(self.mentions, place, key=lambda m: m.span.start)
        before = next((m for m in reversed(self.mentions[max(0, at - 40) : at]) if m.span in self._members), None)
        return self._members[before.span] if before else None

    # -- parties

    def together(self, mention: Mention) -> tuple[Party, ...]:
        """The people of one state whom "they" means, two who travelled together; nobody where it may be the sides."""
        if mention.kind != "pronoun" or mention.span.of(self.text).lower() != "they":
            return ()
        found = self.antecedents.group(mention)
        people = [self._as_party(m, self._members[m.span]) for m in found if m.span in self._members]
        if len(people) < 2 or len(people) != len(found) or len({p.country for p in people}) != 1:
            return ()
        return tuple(replace(p, evidence=(mention.span,), support="resolved", how="pronoun") for p in people)

    def _party(self, mention: Mention) -> Party | None:
        member = self._members.get(mention.span)
        if mention.kind == "pronoun":
            member = self._antecedent(mention)
        if member is not None:
            return self._as_party(mention, member)
        if mention.kind == "person":
            return self._unknown(mention)
        if mention.kind in ("state", "organisation"):
            return Party(None, mention.countries[0], (mention.span,), role=mention.role)
        if mention.kind == "title":
            country = mention.countries[0] if mention.countries else None
            if country and (mention.offices or mention.definite):
                return Party(None, country, (mention.span,), role=mention.role)
        return None

    def _antecedent(self, mention: Mention) -> Member | None:
        if mention.span.of(self.text).lower() == "they":
            return None
        found = self.antecedents.person(mention)
        return self._members[found.span] if found else None

    def _behind_foreigner(self, mention: Mention) -> bool:
        """Whether a state or person of another state stands before a mention in its sentence: then he may be of it.

        "Met with members of President A's administration, including Minister B": B is not of the readout's state.
        """
        at = bisect.bisect_right(self._starts, mention.span.start) - 1
        sentence = self.sentences[at].span if at >= 0 else None
        first = bisect.bisect_left(self.mentions, mention.span.start, key=lambda m: m.span.start)
        for other in reversed(self.mentions[max(0, first - 12) : first]):
            if sentence is None or other.span.start < sentence.start:
                return False
            member = self._members.get(other.span)
            country = other.countries[0] if other.countries else member.country if member else None
            if other.kind in ("person", "title", "group") and country is not None and country != self.home:
                return True
        return False

    def _at_home(self, role: str | None, offices: Sequence[str]) -> str | None:
        """The state whose readout this is, for an official whose nationality it need not print; none for leaders."""
        leads = bool(set(offices) & TOP_OFFICES) and not set(offices) & {"official", "other", "envoy", "ambassador"}
        return self.home if role and not leads else None

    def _unknown(self, mention: Mention) -> Party:
        assert mention.name is not None
        country = mention.countries[0] if mention.countries else None
        if country is None and not self._behind_foreigner(mention):
            country = self._at_home(mention.role, mention.offices)
        return Party(_as_name(mention.name.of(self.text)), country, (mention.span,), role=mention.role)

    def _as_party(self, mention: Mention, member: Member) -> Party:
        printed = mention.name.of(self.text) if mention.name else ""
        support: Support = "printed" if re.sub(r"\s+", " ", printed) == member.name else "resolved"
        how = (
            None if support == "printed" else {"pronoun": "pronoun", "title": "office"}.get(mention.kind, "short name")
        )
        country = member.country
        if country is None and not any(self._behind_foreigner(m) for m in self._firsts.get(id(member), ())):
            country = self._at_home(" ".join(member.roles), tuple(member.offices))
        role = mention.role or (member.roles[0] if member.roles else None)
        return Party(member.name, country, (mention.span,), entity=member.entity, role=role, support=support, how=how)


def _as_name(printed: str) -> str:
    """A printed name on one line; one in capitals throughout as it is written elsewhere ("KAREN ADEANE")."""
    name = re.sub(r"\s+", " ", printed)
    return name.title() if name.isupper() and " " in name else name
