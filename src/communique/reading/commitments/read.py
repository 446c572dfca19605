"""Commitments: the acts of an article's sentences with whom they bind, each act once."""

from __future__ import annotations

from collections.abc import Sequence

from communique.knowledge.base import Knowledge
from communique.knowledge.names import Name
from communique.model.article import Article
from communique.model.reading import Commitment, CommitmentStatus, Encounter, Statement, Topic
from communique.model.span import Span, evidence
from communique.reading.actors import Actors
from communique.reading.blocks import Block
from communique.reading.commitments import details
from communique.reading.commitments.amounts import amount, count
from communique.reading.commitments.finding import found_in
from communique.reading.commitments.found import Found
from communique.reading.commitments.makers import Maker, Makers
from communique.reading.commitments.merge import Told, merged
from communique.reading.parse import Sentence
from communique.reading.statements import tree
from communique.reading.tokens import Token
from communique.reading.topics import Topics

_OWN = frozenset({"pledged", "offered", "called_for"})  # what only the side itself can make
_ASKING = frozenset({"ask", "request", "press"})
# Between the subject's words and the act's at most, so that both are one stretch of evidence.
_NEAR = 60


def commitments(
    article: Article,
    blocks: Sequence[Block],
    sentences: Sequence[Sentence],
    actors: Actors,
    encounters: Sequence[Encounter],
    statements: Sequence[Statement],
    names: Sequence[Name],
    kb: Knowledge,
    *,
    home: str | None = None,
) -> tuple[Commitment, ...]:
    """What sides agreed, signed, pledged, offered, called for and carried out, by the article's news.

    Captions tell none. home is the state in whose office's own account the article stands: an agreement told there is
    that side's claim.
    """
    reader = _Reader(article, actors, encounters, statements, names, kb, home)
    told: list[Told] = []
    for sentence in sentences:
        role = blocks[sentence.block].role
        if sentence.doc is None or role == "caption":
            continue
        told += reader.read(sentence, headline=role == "title")
    return merged(told)


def _meeting(encounters: Sequence[Encounter]) -> tuple[str, ...]:
    """The states of the main encounters: of those who took part, and of the place of a visit."""
    main = [e for e in encounters if e.main]
    found = [p.country for e in main for p in e.participants]
    found += [e.place.country for e in main if e.kind == "visit" and e.place is not None]
    return tuple(dict.fromkeys(country for country in found if country))


class _Reader:
    def __init__(
        self,
        article: Article,
        actors: Actors,
        encounters: Sequence[Encounter],
        statements: Sequence[Statement],
        names: Sequence[Name],
        kb: Knowledge,
        home: str | None,
    ) -> None:
        self.text = article.text
        self.year = article.published.date.year if article.published else None
        self.encounters = encounters
        self.statements = statements
        day = article.published.date if article.published else None
        self.makers = Makers(article.text, actors, statements, names, _meeting(encounters), kb, day)
        self.topics = Topics(article.text, kb)
        self.home = home
        self.kb = kb
        self.abroad = any(
            e.kind in {"summit", "visit"} or len({p.country for p in e.participants}) > 1 for e in encounters if e.main
        )

    def read(self, sentence: Sentence, *, headline: bool) -> list[Told]:
        out = []
        for found in found_in(sentence.doc) if sentence.doc is not None else ():
            row = self._row(sentence, found)
            if row is not None:
                words = sentence.place(found.word.doc[found.first], found.word.doc[found.last]).of(self.text)
                out.append(Told(row, words, sentence.index, headline))
        return out

    def _row(self, sentence: Sentence, found: Found) -> Commitment | None:
        place = sentence.place(found.word)
        own, outer = self.makers.by_cue(place), self.makers.around(place)
        if outer == own:
            outer = None
        maker = self._maker(sentence, found, own, outer)
        if maker is None:
            return None
        doc = found.word.doc
        content = sentence.place(doc[found.first], doc[found.last])
        if self._at_home(sentence, found, maker):
            return None
        status = found.act.status if len(maker.countries) > 1 else found.act.alone
        if status is None or self._is_history(sentence, found, place, content, outer, status):
            return None
        parties = self._with_others(maker, status, sentence, found)
        named = self.makers.named(content)
        fields = self.topics.of((content,))
        if not self._is_foreign(parties, named, sentence) or self._is_bare(found, parties, content, fields):
            return None
        printed = details.label(found, sentence, self.text)
        denied = self._cue(outer)
        spans = self._evidence(sentence, found, maker, place, content)
        return Commitment(
            parties=parties,
            status=status,
            evidence=spans,
            toward=self._toward(sentence, found, parties, named),
            step=self._step(found, content),
            polarity=details.polarity(found, content.of(self.text), denied),
            label=printed[0] if printed else None,
            count=count(self.text, printed[1], self.kb) if printed else None,
            amount=amount(self.text, content, self.kb),
            deadline=details.deadline(content.of(self.text)),
            fields=fields,
            claimed_by=self._claimed_by(parties, status, outer),
            encounter=self._encounter(parties, own, outer),
            statement=own if own is not None else outer,
            support=maker.support,
            how=f"{found.act.word}: {found.form}",
        )

    def _at_home(self, sentence: Sentence, found: Found, maker: Maker) -> bool:
        """Whether a side calls on its own: "Bolton encouraged Trump to", "America should"."""
        addressee = found.addressee if found.form != "modal" else found.subject
        if found.act.word in _ASKING and (addressee is None or not self._hears(sentence, addressee)):
            return True  # "requested a meeting to discuss"
        if found.act.status != "called_for" or addressee is None or len(maker.countries) > 1:
            return False
        return self.makers.addressed(sentence, addressee) == maker.countries

    def _hears(self, sentence: Sentence, token: Token) -> bool:
        return bool(self.makers.addressed(sentence, token)) or self.makers.anybody(sentence, token)

    def _cue(self, at: int | None) -> str:
        cue = self.statements[at].cue if at is not None else None
        return cue.of(self.text) if cue is not None else ""

    def _maker(self, sentence: Sentence, found: Found, own: int | None, outer: int | None) -> Maker | None:
        if found.form == "modal":
            # "We will" of a joint text is the cue of its own statement.
            return self._obliged(sentence, found, own if outer is None else outer)
        maker = self.makers.speaker(own) if own is not None and found.subject is not None else None
        if found.subject is not None and (maker is None or len(maker.countries) == 1):
            named = self.makers.subject(sentence, found.subject, outer)
            maker = named if maker is None or (named is not None and len(named.countries) > 1) else maker
        if maker is None and found.subject is None and found.act.status in {"signed", "agreed", "implemented"}:
            maker = self._together(sentence, found)
        if maker is not None and found.act.status in {"signed", "agreed"} and self._half(sentence, found, maker):
            return None
        if maker is None or outer is None:
            return maker
        said = self.makers.speaker(outer)
        if said is None:
            return None if found.act.status in _OWN else maker
        return maker if set(said.countries) & set(maker.countries) else None

    def _half(self, sentence: Sentence, found: Found, maker: Maker) -> bool:
        """Whether of "the chancellor and the presidents agreed" only the chancellor is known."""
        if found.subject is None or len(maker.countries) > 1:
            return False
        others = [t for t in tree.children(found.subject, "conj") if t.tag_ in {"NN", "NNS", "NNP", "NNPS"}]
        return any(self.makers.subject(sentence, t, None) is None for t in others)

    def _obliged(self, sentence: Sentence, found: Found, outer: int | None) -> Maker | None:
        """The maker of "... should" and "... will": who says it."""
        if found.subject is None:
            return None
        subject = self.makers.subject(sentence, found.subject, outer)
        said = self.makers.speaker(outer) if outer is not None else None
        if outer is None and found.subject.lower_ == "we":
            said = subject  # a joint statement
        if said is None:
            return None
        if found.act.status == "called_for":
            told = subject is not None and self.makers.named_by(sentence, found.subject)
            ok = told or self.makers.anybody(sentence, found.subject)
            return said if ok else None
        if subject is None or not set(said.countries) & set(subject.countries):
            return None
        return subject

    def _together(self, sentence: Sentence, found: Found) -> Maker | None:
        """Who signed where nobody is named: the states that the sentence names, else the sides of the encounter."""
        if found.noun is None and found.form != "that-clause":
            return None
        sides = self.makers.sides()
        named = self.makers.named(self._between(sentence, found))
        if len(named) > 1:
            return Maker(named, None, "inferred")
        return sides if sides is not None and set(named) <= set(sides.countries) else None

    def _between(self, sentence: Sentence, found: Found) -> Span:
        """Where the parties of an instrument are named: "the treaty between A and B", else the stretch of the act."""
        doc = found.word.doc
        for link in (t for word in (found.noun, found.word) if word is not None for t in tree.children(word, "prep")):
            if link.lower_ in {"between", "among", "with"}:
                return sentence.place(doc[link.left_edge.i], doc[link.right_edge.i])
        return sentence.place(found.noun or found.word)

    def _with_others(self, maker: Maker, status: CommitmentStatus, sentence: Sentence, found: Found) -> tuple[str, ...]:
        """All who are bound: "Kenya signed an agreement with China" binds both."""
        parties = maker.countries
        if status not in {"signed", "agreed"} or len(parties) != 1 or sentence.doc is None:
            return parties
        for link in sentence.doc:
            if link.lower_ != "with" or link.head not in (found.word, found.noun):
                continue
            for noun in tree.children(link, "pobj"):
                other = self.makers.subject(sentence, noun, None)
                if other is not None and other.countries[0] not in parties:
                    return (*parties, *other.countries)
        return parties

    def _is_history(
        self, sentence: Sentence, found: Found, place: Span, content: Span, outer: int | None, status: str
    ) -> bool:
        if details.is_pluperfect(found.verb) and outer is None:
            return True
        clause = self._clause(sentence, found)
        words = clause.replace(content.of(self.text), " ") if found.form not in {"noun phrase", "in force"} else clause
        return found.form != "modal" and details.is_history(words, self.year)

    def _clause(self, sentence: Sentence, found: Found) -> str:
        """The clause of the act's verb with what hangs on it."""
        verb, doc = found.verb, found.word.doc
        before = ""
        head = verb.head
        if verb.dep_ in {"conj", "advcl"} and head.left_edge.i < verb.left_edge.i:
            # what "last year" opens holds for the second half too; what a participle hangs on dates it
            last = head.i - 1 if verb.dep_ == "conj" else verb.left_edge.i - 1
            before = sentence.place(doc[head.left_edge.i], doc[max(head.left_edge.i, last)]).of(self.text) + " "
        return before + sentence.place(doc[verb.left_edge.i], doc[verb.right_edge.i]).of(self.text)

    def _is_foreign(self, parties: tuple[str, ...], named: tuple[str, ...], sentence: Sentence) -> bool:
        """Whether it concerns more than one state: domestic politics is none of ours."""
        if len(parties) > 1 or set(named) - set(parties):
            return True
        if self.makers.voices > 1:
            return True
        summit = any(e.kind == "summit" for e in self.encounters if e.main)
        taking = {p.country for e in self.encounters if e.main for p in e.participants} | set(_meeting(self.encounters))
        if self.abroad and (summit or set(parties) & taking):
            return True
        return bool(set(self.makers.places(sentence.span)) - set(parties))

    def _is_bare(self, found: Found, parties: tuple[str, ...], content: Span, fields: tuple[Topic, ...]) -> bool:
        """Whether what is demanded need not concern another state: "demanded a parade"."""
        if found.form != "noun phrase" or found.act.status != "called_for":
            return False
        abroad = set(self.makers.places(content)) - set(parties)
        return not abroad and not set(fields) & {"security", "defence", "multilateral"}

    def _toward(
        self, sentence: Sentence, found: Found, parties: tuple[str, ...], named: tuple[str, ...]
    ) -> tuple[str, ...]:
        subject: tuple[str, ...] = ()
        if found.act.status == "called_for" and found.form == "modal" and found.subject is not None:
            who = self.makers.subject(sentence, found.subject, None)
            subject = who.countries if who is not None else ()
        return tuple(code for code in dict.fromkeys((*subject, *named)) if code not in parties)

    def _step(self, found: Found, content: Span) -> str | None:
        words = content.of(self.text).lower()
        if found.act.status == "agreed" and ("in principle" in words or "consensus" in words):
            return "agreed_in_principle"
        return found.act.step

    def _claimed_by(self, parties: tuple[str, ...], status: str, outer: int | None) -> str | None:
        if status in _OWN or len(parties) < 2:
            return None
        if outer is not None:
            said = self.makers.speaker(outer)
            return said.countries[0] if said is not None and len(said.countries) == 1 else None
        return self.home if self.home in parties else None

    def _encounter(self, parties: tuple[str, ...], own: int | None, outer: int | None) -> str | None:
        for at in (own, outer):
            if at is not None and self.statements[at].encounter is not None:
                return self.statements[at].encounter
        held = [
            e
            for e in self.encounters
            if e.main and e.status == "held" and set(parties) <= {p.country for p in e.participants}
        ]
        return held[0].id if len(held) == 1 and len(parties) > 1 else None

    def _evidence(self, sentence: Sentence, found: Found, maker: Maker, place: Span, content: Span) -> tuple[Span, ...]:
        act = Span(min(place.start, content.start), max(place.end, content.end))
        subject = None
        if found.subject is not None:
            doc = found.word.doc
            subject = sentence.place(*(doc[at] for at in tree.phrase(found.subject)))
            if act.start - _NEAR <= subject.end <= act.start:
                return (Span(subject.start, act.end),)
        if maker.evidence is not None and not act.overlaps(maker.evidence):
            return evidence(act, maker.evidence)
        return evidence(act, subject) if subject is not None and not act.overlaps(subject) else (act,)
