"""Made-up readings of about 400 words, for tests and measurements of the record: nothing in them is read or real.

Every encounter is told by some articles: a wire's text, copies of it (whole, cut, with a new head), other accounts that
share a quotation with it, and later ones that only recall it. Sentences are of invented words, with set phrases that
return everywhere. The same seed gives the same readings on every machine.
"""

from __future__ import annotations

import datetime
import hashlib
import random
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from communique.model.article import Article, Origin, Published
from communique.model.dates import PartialDate
from communique.model.reading import Encounter, Party, Place, Reading, Statement
from communique.model.span import Span

READER = "0.1.0+kb2026.11"
STATES = (
    "ARG AUS BRA CAN CHN EGY ETH FIN FRA DEU GHA GRC HUN IND IDN IRN IRQ ITA JPN JOR KAZ KEN KOR MYS MEX MNG MAR NPL"
    " NZL NGA NOR PAK PER PHL POL PRT QAT ROU RUS SAU SRB SGP ZAF ESP LKA SWE CHE THA TUR UGA UKR ARE GBR USA UZB VNM"
).split()
OUTLETS = [f"{place} {kind}" for place in
           ("Harbour", "Delta", "Savanna", "Ridge", "Lagoon", "Prairie", "Fjord", "Oasis")
           for kind in ("Post", "Herald", "Courier", "Ledger", "Mirror", "Lantern")]  # fmt: skip
WIRES = ("Example Wire", "Second Wire", "Third Wire")
KINDS = ("meeting", "meeting", "meeting", "call", "visit")
PHRASES = [
    "exchanged views on regional and international issues of common concern",
    "agreed to deepen practical cooperation in trade and investment",
    "on the basis of mutual respect and equality",
    "attaches great importance to developing relations with",
    "the two sides should maintain high level exchanges",
]
_CONSONANTS, _VOWELS = "bdfgklmnprstvz", "aeiou"


def _words(chance: random.Random, count: int) -> list[str]:
    made = (
        "".join(chance.choice(_CONSONANTS) + chance.choice(_VOWELS) for _ in range(chance.randint(1, 3)))
        for _ in range(count)
    )
    return sorted(set(made))


_VOCABULARY = _words(random.Random(7), 6000)


@dataclass
class Telling:
    """The sentences of an account with what is read from each: a statement's speaker, or nothing."""

    sentences: list[tuple[str, str | None]] = field(default_factory=list)


@dataclass(frozen=True)
class Event:
    """An encounter as it took place in the made-up world."""

    number: int
    kind: str
    states: tuple[str, str]
    people: tuple[str, str]
    city: str
    day: datetime.date


def event(seed: int, number: int, years: int) -> Event:
    """The encounter of that number: states by popularity, a day within so many years."""
    chance = random.Random(f"{seed}/event/{number}")
    one, two = 0, 0
    while one == two:
        one, two = (int(len(STATES) * chance.random() ** 2) for _ in range(2))
    states = (STATES[one], STATES[two])
    day = datetime.date(2000, 1, 1) + datetime.timedelta(days=chance.randrange(365 * years))
    people = tuple(
        f"{state.title()} {_VOCABULARY[(7 * at + day.year) % 99].title()}man" for at, state in enumerate(states)
    )
    return Event(number, chance.choice(KINDS), states, (people[0], people[1]), f"{states[1].title()}ville", day)


def readings(count: int, seed: int = 1, articles_each: int = 8) -> Iterator[Reading]:
    """So many readings, encounter by encounter; about as many encounters a year whatever the count, up to 25 years."""
    years = years_of(count)
    made = number = 0
    while made < count:
        for reading in told(seed, event(seed, number, years), articles_each):
            if made < count:
                yield reading
                made += 1
        number += 1


def years_of(count: int) -> int:
    """Over how many years the encounters of so many articles are spread."""
    return max(1, min(25, count // 4000))


def renamed(row: Reading, outlet: str) -> Reading:
    """The same article on another outlet's page: other bytes, other id, the same words in the same places."""
    id_ = "sha256:" + hashlib.sha256(f"{row.article.id} {outlet}".encode()).hexdigest()
    return replace(row, article=replace(row.article, id=id_, outlet=outlet))


def told(seed: int, what: Event, articles: int) -> Iterator[Reading]:
    """The articles about one encounter."""
    chance = random.Random(f"{seed}/told/{what.number}")
    wire = _account(chance, what)
    quotation = next((text for text, speaker in wire.sentences if speaker and "“" in text), None)
    for at in range(articles):
        outlet, credit = chance.choice(OUTLETS), None
        if at == 0:
            account, outlet, credit = wire, chance.choice(WIRES), None
        elif at <= articles // 2:
            cut = chance.randint(max(4, len(wire.sentences) // 2), len(wire.sentences))
            account = Telling(wire.sentences[:cut])
            credit = WIRES[0] if chance.random() < 0.5 else None
        else:
            account = _account(chance, what)
            if quotation and chance.random() < 0.5:
                account.sentences.insert(3, (quotation, what.people[0]))
        yield reading(what, account, outlet, credit, at, dated=chance.random() < 0.8)


def _account(chance: random.Random, what: Event) -> Telling:
    """About 400 words on an encounter."""
    met = {"call": "spoke by phone with", "visit": "visited"}.get(what.kind, "met")
    lead = f"{what.people[0]} {met} {what.people[1]} in {what.city} on {what.day:%d %B %Y}."
    out = Telling([(lead, None)])
    words = len(lead.split())
    while words < 390:
        text, speaker = _sentence(chance, what)
        out.sentences.append((text, speaker))
        words += len(text.split())
    return out


def _sentence(chance: random.Random, what: Event) -> tuple[str, str | None]:
    words = [chance.choice(_VOCABULARY) for _ in range(chance.randint(14, 26))]
    if chance.random() < 0.15:
        words.insert(len(words) // 2, chance.choice(PHRASES))
    body = " ".join(words)
    speaker = chance.choice(what.people)
    found = chance.random()
    if found < 0.2:
        return f"{speaker} said that “{body}”.", speaker
    return (f"{speaker} said that {body}.", speaker) if found < 0.45 else (f"{body.capitalize()}.", None)


def reading(what: Event, account: Telling, outlet: str, credit: str | None, at: int, *, dated: bool = True) -> Reading:
    """The reading of one made-up article."""
    published = what.day + datetime.timedelta(days=at % 3)
    head = f"Written for communique, not a news report: {outlet} {what.number}.{at}\n"
    text, statements, body = head, [], []
    for sentence, speaker in account.sentences:
        start = len(text)
        text += sentence + "\n"
        body.append(Span(start, start + len(sentence)))
        if speaker:
            statements.append(_statement(what, speaker, sentence, start))
    origins: tuple[Origin, ...] = ()
    if credit:
        line = f"({credit})"
        origins = (Origin(credit, "credit", (Span(len(text), len(text) + len(line)),)),)
        text += line + "\n"
    article = Article(
        id="sha256:" + hashlib.sha256(text.encode()).hexdigest(),
        text=text,
        language="en",
        title=head.strip(),
        title_span=Span(0, len(head) - 1),
        outlet=outlet,
        published=Published(PartialDate.of(published), "meta", (Span(0, 7),), f"{8 + at % 12:02}:00", "+00:00"),
        body=tuple(body),
        origins=origins,
    )
    return Reading(article, READER, (_encounter(what, body[0], dated),), tuple(statements))


def _encounter(what: Event, lead: Span, dated: bool) -> Encounter:
    people = tuple(
        Party(name, state, (lead,), f"made:{name}", "president")
        for name, state in zip(what.people, what.states, strict=True)
    )
    place = None if what.kind == "call" else Place(what.city, what.states[1], None, (lead,))
    return Encounter(
        "e1", what.kind, "held", True, people, (lead,), place=place,  # type: ignore[arg-type]
        start=PartialDate.of(what.day) if dated else None, how="printed" if dated else None,
        date_evidence=(lead,) if dated else (),
    )  # fmt: skip


def _statement(what: Event, speaker: str, sentence: str, start: int) -> Statement:
    begin, end = start + sentence.index(" that ") + 6, start + len(sentence) - 1
    state = what.states[what.people.index(speaker)]
    source = Span(start, start + len(speaker))
    cue = Span(source.end + 1, source.end + 5)
    mode = "direct" if "“" in sentence else "indirect"
    party = Party(speaker, state, (source,), f"made:{speaker}")
    return Statement(party, mode, (Span(begin, end),), cue, source, (Span(start, end + 1),), "e1")  # type: ignore[arg-type]
