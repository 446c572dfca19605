"""Statements: the attributions of an article with who spoke, to whom, and who passes it on."""

from __future__ import annotations

import bisect
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from communique.knowledge.base import Knowledge
from communique.model.article import Article
from communique.model.reading import Party, Statement
from communique.model.span import Span, evidence
from communique.reading.parse import Sentence
from communique.reading.statements import headlines, joint
from communique.reading.statements.carriers import Carriers
from communique.reading.statements.frame import Frame
from communique.reading.statements.frames import frames
from communique.reading.statements.quotes import quotations
from communique.reading.statements.turns import turns
from communique.reading.topics import Topics

_PRONOUN = re.compile(r"(?:he|she|they|him|her|them|it)", re.IGNORECASE)
# Words that name nobody to a reader of the record: the author, the reader, relative and indefinite pronouns.
_NOBODY = re.compile(
    r"(?:I|we|you|us|me|my|our|one|who|which|that|this|these|those|what|some|many|others?|few|several|most|all|none|"
    r"nobody|everyone|everybody|anyone|someone|each|something|nothing|whoever|whatever)",
    re.IGNORECASE,
)
# Cues that also tell what a thing shows ("the deal underscores the ties"): they need a speaker who can speak.
_SHOWING = frozenset(
    "accentuate affirm attest bolster challenge claim confirm demand express foresee highlight imply indicate invite"
    " invoke mean order point press promise push reaffirm reflect reiterate reveal set signal specify stress suggest"
    " threaten underline underscore add".split()
)
_SPEAKERS = re.compile(
    r"\b(?:officials?|minist\w+|spokes\w+|analysts?|experts?|leaders?|sources?|diplomats?|sides|parties|members|people|critics?"
    r"|observers|governments?|lawmakers?|statements?|communiqu\w+|declaration|document|readout|report|president|premier|chancellor"
    r"|king|queen|prince\w*|ambassador|envoy|delegat\w+|chair\w*|director|head|chief|commission\w*|council|committee|embassy"
    r"|office|department|authorities|administration|parliament|senators?|professor|economists?|residents?|witnesses|activists?"
    r"|groups?|opposition|foundation|union|organi[sz]ation|company|law|senat\w+|mayor|governor|general|commander|judge|court"
    r"|secretary|representatives?|participants|countries|states|nations|house|officers?|aides?|negotiators?|team|lawyers?"
    r"|scientists?|protesters?|academics|historians|advocates|families|voters|pope|cardinal|bishop|emir|sheikh|sultan"
    r"|prosecutors?|police|army|military|american|russian|leadership)\b",
    re.IGNORECASE,
)


# "KINSHASA (Reuters) - ", where the article did not cut it off.
_DATELINE = re.compile(r"[A-Z][^()\n]{0,40}\([^()\n]{2,30}\)\s*[-–—]+\s*(?=\S)|\([A-Z][^()\n]{2,30}\)\s*(?=\S)")
_CHANNEL = re.compile(
    r"\b(?:spokes\w+|ministry|office|kremlin|white house|embassy|press service|statement|readout)\b", re.IGNORECASE
)
# Between the start of a content and its first words at most: an opening mark, a blank.
_NEAR = 4


class Actors(Protocol):
    """Who the words of an article name; made by `reading.actors`."""

    def party(self, span: Span) -> Party | None:
        """Whom the source words name, pronouns and titles resolved; None where that cannot be told."""

    def sides(self) -> Party:
        """The parties of the article's encounter together: "both sides"."""


def statements(article: Article, sentences: Sequence[Sentence], actors: Actors, kb: Knowledge) -> tuple[Statement, ...]:
    """The statements of an article in text order.

    Captions never speak. A title or standfirst counts by a colon or a verb of speech, and what the body says again is
    one row with both places in its evidence. An outlet is never the speaker: it is named in `via` of the statement
    that stands inside its own, and alone it gives no row. The turns of a transcript are direct statements. In a joint
    text "we" are the parties together.
    """
    reader = _Reader(article, actors, kb)
    quoted = quotations(article.text, enumerate(article.body))
    reader.together = joint.joint(article, quoted, kb)
    rows = reader.read(frames(article.text, sentences))
    if reader.together is not None:
        rows = joint.with_own(rows, joint.own(article.text, sentences, quoted, reader.together))
    spoken = turns(article.text, article.body, reader.labelled)
    said = sorted(span for turn in spoken for span in turn.content)
    rows = [(row, role) for row, role in rows if not _within(row.content[0], said)]
    rows += [(turn, "body") for turn in spoken]
    heads = [row for row, role in rows if role != "body"] + reader.headline([s.span for s in sentences])
    about = Topics(article.text, kb)
    found = _merged(article.text, heads, [row for row, role in rows if role == "body"])
    return tuple(replace(row, topics=about.of(row.content)) for row in found)


def _merged(text: str, heads: Sequence[Statement], body: Sequence[Statement]) -> tuple[Statement, ...]:
    rows = list(body)
    for head in heads:
        same = next((n for n, row in enumerate(rows) if headlines.repeats(text, head, row)), None)
        if same is None:
            rows.append(head)
        else:
            rows[same] = replace(rows[same], evidence=evidence(*rows[same].evidence, *head.evidence))
    return tuple(sorted(rows, key=lambda row: (row.content[0], row.cue or row.content[0])))


def _within(span: Span, places: Sequence[Span]) -> bool:
    at = bisect.bisect_right(places, span.start, key=lambda place: place.start) - 1
    return at >= 0 and places[at].holds(span)


class _Reader:
    """Resolves the frames of one article, in order, so that "the same source" and "it" find what stood before."""

    def __init__(self, article: Article, actors: Actors, kb: Knowledge) -> None:
        self.article = article
        self.text = article.text
        self.actors = actors
        self.carriers = Carriers(article.text, kb)
        self.last: Party | None = None
        self.together: joint.Joint | None = None
        rows = [row for row in article.furniture if row.kind in {"standfirst", "caption", "title"}]
        self.marked = sorted((row.span.start, row.span.end, str(row.kind)) for row in rows)

    def read(self, found: Sequence[Frame]) -> list[tuple[Statement, str]]:
        """The statements of the frames, each with the role of its place (title, standfirst or body)."""
        found = [replace(frame, source=self._without_dateline(frame.source)) for frame in found]
        outlets = self._outlets(found)
        cited = _cited(found, outlets)
        dropped = self._dropped(found, outlets)
        out: list[tuple[Statement, str]] = []
        made: dict[int, Statement] = {}
        for n, frame in enumerate(found):
            role = self._role(frame.content[0])
            if role == "caption" or (n in dropped and n not in cited) or _only_cites(frame):
                continue
            names, places = self._via(n, found, outlets, made)
            if n in cited:
                frame = replace(frame, source=found[cited[n]].content[0])
                names, places = outlets[n], evidence(found[n].source)
            row = self._statement(frame, (names, places))
            if row is not None:
                made[n] = row
                out.append((row, role))
        return out

    def headline(self, read: Sequence[Span]) -> list[Statement]:
        """The statement of a title with a colon; [] where it has none or its parse gave a statement already."""
        title = self.article.title_span
        if title is None:
            return []
        found = headlines.colon(self.text, title, self.speaking)
        if found is None:
            return []
        party, source, cue, content = found
        places = evidence(source, cue, content)
        return [Statement(party, "indirect", (content,), cue, source, places, support=party.support, how="colon")]

    def speaking(self, span: Span) -> Party | None:
        """Whom the words before a colon name; None for outlets and for those whom nobody knows."""
        if self.carriers.named(span):
            return None
        party = self.actors.party(span)
        return party if party is not None and _known(party) else None

    def labelled(self, span: Span) -> Party | None:
        """Whom the label of a transcript's turn names, told by his name elsewhere where the label's line is no body."""
        party = self.speaking(span)
        name = re.search(r"[A-Z][\w’'-]+ [A-Z][\w’'-]+$", span.of(self.text))
        if party is not None or name is None or span.start >= self.article.body[0].start:
            return party
        for found in re.finditer(re.escape(name[0]), self.text):
            other = self.speaking(Span(found.start(), found.end()))
            if other is not None:
                return replace(other, evidence=(span,))
        return None

    def _role(self, span: Span) -> str:
        if self.article.title_span is not None and self.article.title_span.overlaps(span):
            return "title"
        at = bisect.bisect_right(self.marked, (span.start, len(self.text), "")) - 1
        if at >= 0 and span.start < self.marked[at][1]:
            return self.marked[at][2]
        return "body"

    def _outlets(self, found: Sequence[Frame]) -> dict[int, tuple[str, ...]]:
        """The frames whose source is an outlet, with its names."""
        for span in sorted({span for frame in found for span in (frame.source, *frame.via) if span is not None}):
            self.carriers.named(span)  # in text order, so that "the same source" finds the one before it
        named = {n: self.carriers.named(frame.source) for n, frame in enumerate(found) if frame.source is not None}
        return {n: outlets for n, outlets in named.items() if outlets}

    def _dropped(self, found: Sequence[Frame], outlets: dict[int, tuple[str, ...]]) -> set[int]:
        """The frames that are no rows: outlets, shells around another's words, words inside another's statement."""
        out = set(outlets)
        for n, frame in enumerate(found):
            outer = frame.inside
            if outer is None or n in outlets:
                continue
            if outer in outlets:
                continue
            if found[outer].form == "according to" or (
                self._channel(found[outer]) and self._fills(frame, found[outer])
            ):
                out.add(outer)
            elif outer not in out and not self._retold(frame, found[outer]):
                out.add(n)
        return out

    def _channel(self, outer: Frame) -> bool:
        """Whether the outer speaker only reports on another's behalf: a ministry, an office, a spokesperson."""
        if outer.source is None or _PRONOUN.fullmatch(outer.source.of(self.text)):
            return False
        return bool(_CHANNEL.search(outer.source.of(self.text)))

    def _retold(self, inner: Frame, outer: Frame) -> bool:
        """Whether both speak: "Fidan told Lavrov that ..., the sources added" has a statement of his and of theirs."""
        told = inner.form == "that-clause" and inner.addressee is not None
        return told and outer.form == "trailing clause" and self._fills(inner, outer)

    def _fills(self, inner: Frame, outer: Frame) -> bool:
        """Whether the inner attribution is all that the outer one says, by another speaker named there."""
        if inner.source is None or inner.inherits is not None or _PRONOUN.fullmatch(inner.source.of(self.text)):
            return False
        first = inner.source.start - outer.content[0].start <= _NEAR
        return first and inner.form in {"that-clause", "quotation", "trailing clause"}

    def _via(
        self, n: int, found: Sequence[Frame], outlets: dict[int, tuple[str, ...]], made: dict[int, Statement]
    ) -> tuple[tuple[str, ...], tuple[Span, ...]]:
        names: list[str] = []
        places: list[Span] = []
        at: int | None = n
        passed: set[int] = set()  # two frames that overlap may each be read as standing inside the other
        while at is not None and at not in passed:
            passed.add(at)
            for span in found[at].via:
                if span not in places and (named := self.carriers.named(span)):
                    names += named
                    places.append(span)
            at = found[at].inside
            source = found[at].source if at is not None else None
            if at is not None and at in outlets and source is not None and source not in places:
                names += outlets[at]
                places.append(source)
        before = found[n].inherits
        if found[n].form == "continuation" and before in made:
            return made[before].via, made[before].via_evidence
        return tuple(dict.fromkeys(names)), tuple(sorted(set(places)))

    def _statement(self, frame: Frame, via: tuple[tuple[str, ...], tuple[Span, ...]]) -> Statement | None:
        source = frame.source
        speaker = self._speaker(frame, source) if source is not None and not frame.thin else None
        if speaker is None:
            return None
        self.last = speaker
        toward = self.actors.party(frame.addressee) if frame.addressee else None
        return Statement(
            speaker=speaker,
            mode=frame.mode,
            content=frame.content,
            cue=frame.cue,
            source=source,
            evidence=evidence(source, frame.cue, *frame.content, *via[1]),
            toward=toward,
            via=via[0],
            via_evidence=via[1],
            insertions=frame.insertions,
            support=speaker.support,
            how=joint.HOW if speaker.how == joint.HOW else frame.form,
            force=frame.force,
        )

    def _without_dateline(self, source: Span | None) -> Span | None:
        for line in self.article.datelines:
            if source is not None and source.overlaps(line):
                return Span(line.end, source.end) if line.end < source.end else None
        unnoticed = _DATELINE.match(self.text, source.start, source.end) if source else None
        return Span(unnoticed.end(), source.end) if unnoticed and source else source

    def _core(self, source: Span) -> Span:
        """The source without what only describes it: "Kosachev" of "Kosachev, the head of the committee"."""
        found = _APPOSITION.search(self.text, source.start, source.end)
        return Span(source.start, found.start()) if found and found.start() > source.start else source

    def _with_that_of(self, source: Span) -> Party | None:
        """The two leaders of "the president of Brazil, A, and that of Colombia, B, agreed"; None of other sources."""
        found = _THAT_OF.fullmatch(self.text, source.start, source.end)
        if found is None:
            return None
        spans = [Span(*found.span("one")), Span(*found.span("other"))]
        parties = [self.actors.party(self._core(span)) for span in spans]
        countries = tuple(dict.fromkeys(p.country for p in parties if p is not None and p.country))
        if len(countries) < len(spans):
            return None
        sides = self.actors.sides()
        if not sides.countries or set(countries) <= set(sides.countries):
            return replace(sides, evidence=(source,), countries=sides.countries or countries)
        return Party(re.sub(r"\s+", " ", source.of(self.text)), None, (source,), countries=countries)

    def _speaker(self, frame: Frame, source: Span) -> Party | None:
        """Who speaks; the printed words where nobody known does; None where they can name nobody."""
        core = self._core(source)
        words = re.sub(r"\s+", " ", core.of(self.text)).strip()
        if self.together is not None and (parties := self.together.party(source, self.text)) is not None:
            return parties
        if _NOBODY.fullmatch(words):
            return None
        if (both := self._with_that_of(source)) is not None:
            return both
        party = self.actors.party(core)
        if party is None and core != source and not _person_like(words):
            party = self.actors.party(source)
        if party is not None and _known(party):
            return party
        if (office := self.carriers.office(core)) is not None:
            return Party(None, office, (source,))
        if words.lower() == "it":
            last = self.last if self.last is not None and self.last.name is None else None
            return replace(last, evidence=(source,), support="resolved", how="it") if last else None
        if _PRONOUN.fullmatch(words):
            if party is not None and party.name:
                return party
            sides = self.actors.sides()
            if words.lower() == "they" and sides.countries:
                return replace(sides, evidence=(source,), support="resolved", how="they")
            return Party(None, None, (source,), support="resolved", how="unresolved pronoun")
        if party is not None and party.name and _names(party.name, words):
            return party
        showing = frame.lemma is not None and frame.lemma.split()[0] in _SHOWING
        if showing and not _SPEAKERS.search(words) and not _person_like(words):
            return None
        return Party(words, None, (source,))


def _only_cites(frame: Frame) -> bool:
    """Whether it is "..., citing security concerns": the ground of another statement, none of its own."""
    return frame.lemma == "cite" and frame.inherits is not None


def _cited(found: Sequence[Frame], outlets: Mapping[int, tuple[str, ...]]) -> dict[int, int]:
    """The frames of outlets that cite somebody, with the frame of "citing": he speaks, the outlet carries it."""
    holding = {frame.inside for frame in found}
    out: dict[int, int] = {}
    for m, frame in enumerate(found):
        if frame.lemma != "cite" or m not in outlets:
            continue
        for n in (m - 1, m + 1):
            near = 0 <= n < len(found) and found[n].sentence == frame.sentence and found[n].source == frame.source
            if near and n in outlets and n not in holding:
                out[n] = m
    return out


def _known(party: Party) -> bool:
    return bool(party.entity or party.country or party.countries or party.name == "both sides")


def _names(name: str, words: str) -> bool:
    """Whether a name of a person unknown to the tables is the one that the words end with: "Barend Leyts"."""
    return _person_like(name) and name.split()[-1] == words.split()[-1]


_THAT_OF = re.compile(r"(?P<one>.{3,120}?),? and (?:that|the one) of (?:the )?[A-Z][^,]{2,40}, (?P<other>[^,]{3,60})")
_APPOSITION = re.compile(r",\s+(?:the|an?|his|her|its|their|who|which|[a-z]+|[A-Z][\w’']*[’']s?)\s")


def _person_like(words: str) -> bool:
    """Whether unknown words look like a person's name: two or three capitalised words without an article."""
    return bool(re.fullmatch(r"(?:[A-Z][\w’'.-]+\s?){1,4}", words))
