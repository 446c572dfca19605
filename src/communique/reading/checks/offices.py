"""Titles that their bearer did not hold on the article's day: another office, one that was over, one that goes on."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from communique.knowledge.people import HELD_BY_MANY, Person, Term
from communique.model.dates import PartialDate
from communique.model.reading import Check, Severity
from communique.reading.actors.actors import Actor
from communique.reading.checks.subject import Line, Subject
from communique.reading.checks.words import day as said

# Days around the change of an office in which titles are used either way: elections, swearing in, time zones, old copy.
_CHANGE = 14
_TITLES = frozenset(
    {
        "president", "prime minister", "premier", "foreign minister", "minister of foreign affairs",
        "minister for foreign affairs", "foreign affairs minister", "external affairs minister",
        "minister of external affairs",
        "chancellor", "federal chancellor", "secretary of state", "foreign secretary",
    }
)  # fmt: skip
# Offices that tell what a person was instead: of one of these he is known by everybody.
_KNOWN_BY = frozenset(
    {
        "head_of_state", "head_of_government", "foreign_minister", "vice_head_of_state", "deputy_head_of_government",
        "party_leader", "speaker", "crown_prince",
    }
)  # fmt: skip
# Several share the office at a time, or it changes hands every few months; its members keep the title.
_COLLECTIVE = frozenset({"AND", "BIH", "CHE", "LBY", "SDN", "SMR", "YEM", "SOM", "PSE", "TWN"})
# Federal heads of government who are never called premier, because those of the parts are.
_PREMIERS_OF_PARTS = frozenset({"AUS", "CAN"})
_GOVERNMENT = frozenset({"prime minister", "premier", "chancellor"})
_NOT_YET = frozenset("elect designate designated incoming nominee".split())
_OTHER_LIFE = frozenset(
    "outgoing acting interim caretaker late then future would-be self-proclaimed first two-time".split()
)


@dataclass(frozen=True, slots=True)
class Titled:
    """A person with a printed title of a state, as one office of the tables."""

    actor: Actor
    line: Line
    person: Person
    country: str
    office: str
    role: str


def offices(subject: Subject) -> Iterator[Check]:
    """Every title that the tables contradict for the article's own day."""
    day = subject.day
    if day is None or day.precision < 2:
        return
    for titled in _titled(subject):
        if titled.line.another_time(day):
            continue
        terms = _terms(titled)
        if titled.actor.mention.former:
            yield from _stray(titled, terms, day)
        elif _held(terms, day):
            yield from _premier(titled)
        elif titled.role != "premier" or titled.country not in _PREMIERS_OF_PARTS:
            yield from _not_held(subject, titled, terms, day)


def _titled(subject: Subject) -> Iterator[Titled]:
    for actor in subject.actors:
        mention, party = actor.mention, actor.party
        role = (mention.role or "").removeprefix("former ").removeprefix("ex-").strip()
        if mention.kind != "person" or mention.plural or role not in _TITLES or party is None:
            continue
        line = subject.line_at(mention.span)
        if line is None or line.role == "caption" or len(mention.countries) > 1:
            continue
        words = {word.strip(".,-").lower() for word in mention.span.of(subject.text).replace("-", " ").split()}
        beside = {word.strip(".,-").lower() for word in line.before(mention.span, 30).replace("-", " ").split()[-2:]}
        if (words | beside) & (_NOT_YET | _OTHER_LIFE):
            continue
        person = _person(subject, actor)
        country = mention.countries[0] if mention.countries else (person.country if person else None)
        if person is None or country not in subject.knowledge.states or country in _COLLECTIVE:
            continue
        if person.country != country:
            continue
        for office in _keys(subject, role, country):
            yield Titled(actor, line, person, country, office, role)


def _person(subject: Subject, actor: Actor) -> Person | None:
    """The one person of the tables whom a name names; None for a namesake or a bare surname."""
    mention, party = actor.mention, actor.party
    entity = party.entity if party else None
    if mention.name is None or entity is None:
        return None
    full = " " in " ".join(mention.name.of(subject.text).split()) or (party is not None and party.support == "resolved")
    if not full or (mention.persons and set(mention.persons) != {entity}):
        return None
    try:
        return subject.knowledge.people.by_entity(entity)
    except KeyError:
        return None


def _keys(subject: Subject, role: str, country: str) -> tuple[str, ...]:
    """The office that a title stands for in a state; none where it may stand for several."""
    if role == "premier" and country in _PREMIERS_OF_PARTS:
        return ("head_of_government",)
    rows = [row for row in subject.knowledge.offices if row.title == role]
    own = [row.key for row in rows if country in row.countries] or [row.key for row in rows if not row.countries]
    keys = set(own) - HELD_BY_MANY
    return tuple(keys) if len(keys) == 1 and keys <= {"head_of_state", "head_of_government", "foreign_minister"} else ()


def _terms(titled: Titled) -> list[Term]:
    return [term for term in titled.person.terms if _of_office(term, titled)]


def _of_office(term: Term, titled: Titled) -> bool:
    """Whether a term is of the printed office; a president who also leads the government is no prime minister."""
    same = (term.country, term.office) == (titled.country, titled.office)
    return same and not (titled.role in _GOVERNMENT and term.title == "President")


def _held(terms: list[Term], day: PartialDate) -> bool:
    """Whether the office may have been held on the day, or some days before or after it."""
    return any(
        term.may_cover(_shifted(day.last, _CHANGE)) or term.may_cover(_shifted(day.first, -_CHANGE)) for term in terms
    )


def _firmly(term: Term, day: PartialDate) -> bool:
    """Whether more than general knowledge says that a term held all through the days around the day."""
    if term.own_only or term.acting or term.start is None:
        return False
    return (
        term.covers(day)
        and term.start.last <= day.first - datetime.timedelta(days=_CHANGE)
        and (term.end is None or term.end.first >= day.last + datetime.timedelta(days=_CHANGE))
    )


def _shifted(date: datetime.date, by: int) -> PartialDate:
    return PartialDate.of(date + datetime.timedelta(days=by))


def _stray(titled: Titled, terms: list[Term], day: PartialDate) -> Iterator[Check]:
    """ "former Foreign Minister Wang Yi" in 2024, when he is the minister."""
    now = [term for term in terms if _firmly(term, day)]
    if not now:
        return
    since = now[0].start
    message = f"{titled.person.name} is called a former {titled.role}, but held the office on {said(day)}" + (
        f" (since {said(since)})." if since else "."
    )
    yield _check("stray_former", _severity(titled), message, titled)


def _premier(titled: Titled) -> Iterator[Check]:
    """ "Chinese Prime Minister Li Qiang": the office is that of the premier."""
    if titled.office != "head_of_government":
        return
    if titled.country == "CHN" and titled.role == "prime minister":
        message = f"{titled.person.name} is China's Premier (of the State Council), not its Prime Minister."
    elif titled.country in _PREMIERS_OF_PARTS and titled.role == "premier":
        message = f"{titled.person.name} is prime minister; in that state premiers are the heads of its parts."
    else:
        return
    yield _check("wrong_title", "warning", message, titled)


def _not_held(subject: Subject, titled: Titled, terms: list[Term], day: PartialDate) -> Iterator[Check]:
    holders = [
        person for person in subject.knowledge.people.holders(titled.country, titled.office, day)
        if any(_of_office(t, titled) and _firmly(t, day) for t in person.terms)
    ]  # fmt: skip
    if not holders and titled.role in _GOVERNMENT and _presides(titled, day):
        message = f"{titled.person.name} is called {titled.role}; on {said(day)} he or she was President."
        yield _check("office_conflict", _severity(titled), message, titled)
    if len(holders) != 1 or holders[0].entity == titled.person.entity:
        return
    holder, name, role = holders[0].name, titled.person.name, titled.role
    known = [
        t for t in titled.person.terms if t.country == titled.country and t.office in _KNOWN_BY and _firmly(t, day)
    ]
    ended = [term for term in terms if term.end is not None and term.end.last < day.first]
    if known:
        message = f"{name} is called {role}; on {said(day)} that was {holder}, and {name} {known[0].title}."
        yield _check("office_conflict", _severity(titled), message, titled)
    elif ended and (titled.actor.mention.countries or _takes_part(subject, titled, day)):
        # Americans keep the title for life: only beside a nationality, or in the news, is it a slip.
        end = max((term.end for term in ended if term.end), key=lambda date: date.last)
        message = (
            f"{name} is called {role} without “former”: the term ended on {said(end)}; on {said(day)} the office was "
            f"{holder}'s."
        )
        yield _check("missing_former", _severity(titled), message, titled)
    elif terms and not ended:
        message = f"{name} was not yet {role} on {said(day)}: that was {holder}."
        yield _check("office_conflict", _severity(titled), message, titled)


def _presides(titled: Titled, day: PartialDate) -> bool:
    """Whether a person is the president of a state without a prime minister."""
    rows = [t for t in titled.person.terms if t.country == titled.country and _firmly(t, day)]
    return any(t.office == "head_of_state" and t.title == "President" for t in rows)


def _takes_part(subject: Subject, titled: Titled, day: PartialDate) -> bool:
    """Whether the news is that he met somebody: then it is told of his office now."""
    return any(
        row.main
        and row.status == "held"
        and (row.start is None or row.start.last >= day.first - datetime.timedelta(days=31))
        for row in subject.reading.encounters or ()
        for party in row.participants
        if party.entity == titled.person.entity
    )


def _severity(titled: Titled) -> Severity:
    """An error where the article's news is told; deeper in the text the time told may be another."""
    return "error" if titled.line.lead else "warning"


def _check(kind: str, severity: Severity, message: str, titled: Titled) -> Check:
    against = f"kb:holders/{titled.country}/{titled.office}"
    return Check(kind, severity, message, (titled.actor.mention.span,), against)
