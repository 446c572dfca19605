"""What the tables say to the claims of an article: offices, summits, labels of relations, anniversaries."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from communique.knowledge.base import Knowledge
from communique.knowledge.comparing import agrees, comparable
from communique.knowledge.kinds import Edition
from communique.knowledge.people import HELD_BY_MANY
from communique.model.dates import PartialDate
from communique.model.reading import Encounter, Party, Reading
from communique.model.verdict import Verdict


def verdicts(reading: Reading, knowledge: Knowledge) -> Iterator[Verdict]:
    """Every check that failed as a contradiction; then what the tables confirm, and what they do not know."""
    for check in reading.checks or ():
        kind = check.kind.replace("_", " ")
        words = " … ".join(" ".join(span.of(reading.article.text).split()) for span in check.evidence[:2])
        yield Verdict(
            kind, words, "contradicted", check.message, check.evidence, check.against, severity=check.severity
        )
    day = reading.article.published.date if reading.article.published else None
    yield from _offices(reading, day, knowledge)
    for row in reading.encounters or ():
        yield from _summit(row, knowledge)
    yield from _labels(reading, day, knowledge)
    yield from _anniversaries(reading, knowledge)
    yield from _figures(reading, knowledge)


def _offices(reading: Reading, day: PartialDate | None, knowledge: Knowledge) -> Iterator[Verdict]:
    """One verdict for each person and title: the one of a dated encounter before that of an undated one."""
    taken = {span for row in reading.checks or () for span in row.evidence}
    found: dict[tuple[str, ...], Verdict] = {}
    for row in reading.encounters or ():
        when = row.start or (day if row.main else None)
        for party in (*row.participants, *row.accompanying):
            if not (party.name and party.role) or taken & set(party.evidence):
                continue
            key, verdict = (*party.key, party.role), _office(party, when, knowledge)
            old = found.get(key)
            if old is None or (old.judged == "unknown" and verdict.judged == "confirmed"):
                found[key] = verdict
    yield from found.values()


def _office(party: Party, when: PartialDate | None, knowledge: Knowledge) -> Verdict:
    state = knowledge.states.get(party.country or "")
    claim = ", ".join(part for part in (party.role, state.name if state else party.country) if part)
    field = f"office of {party.name}"
    if party.entity is None or when is None:
        why = "the tables do not know the person" if party.entity is None else "the article does not date it"
        return Verdict(field, claim, "unknown", why, party.evidence)
    keys = {row.key for row in knowledge.offices if row.title == party.role} - HELD_BY_MANY
    try:
        person = knowledge.people.by_entity(party.entity)
    except KeyError:
        return Verdict(field, claim, "unknown", "the tables do not know the person", party.evidence)
    terms = [term for term in person.terms if term.office in keys and term.covers(when)]
    firm = next((term for term in terms if not term.own_only), None)
    if firm is None:
        why = (
            "the tables have it from general knowledge alone"
            if terms
            else "the tables do not have this office of that day"
        )
        return Verdict(field, claim, "unknown", why, party.evidence)
    since = f"{firm.title} since {firm.start}" if firm.start else firm.title
    until = f" to {firm.end}" if firm.end else ""
    against = f"kb:holders/{firm.country}/{firm.office}"
    return Verdict(field, claim, "confirmed", f"{since}{until}", party.evidence, against)


def _summit(row: Encounter, knowledge: Knowledge) -> Iterator[Verdict]:
    """The day and place of a summit whose edition the tables have."""
    bodies = {party.country for party in row.participants if party.name is None}
    series = [s for s in knowledge.summits.values() if s.organisation in bodies and s.name.endswith("summit")]
    if row.kind != "summit" or len(series) != 1 or row.start is None:
        return
    found = [edition for edition in series[0].editions if _within(edition, row.start)]
    if len(found) != 1 or found[0].how == "planned":
        return
    edition, city = found[0], row.place.city if row.place else None
    if city is not None and city != edition.city:
        return  # a check says so, where it is sure
    claim = ", ".join(part for part in (series[0].name, city, str(row.start)) if part)
    says = f"held in {edition.city or 'no one place'} from {edition.start} to {edition.end}"
    yield Verdict(f"{row.id} summit", claim, "confirmed", says, row.evidence, f"kb:editions/{edition.id}")


def _within(edition: Edition, start: PartialDate) -> bool:
    if edition.start is None:
        return False
    if start.precision < 3:
        return start.agrees(edition.start)
    day, last = datetime.timedelta(days=1), edition.end or edition.start
    return edition.start.first - day <= start.first <= last.last + day


def _labels(reading: Reading, day: PartialDate | None, knowledge: Knowledge) -> Iterator[Verdict]:
    taken = {row.evidence for row in reading.checks or () if row.kind == "partnership_conflict"}
    for row in reading.partnerships or ():
        field = f"relations of {' and '.join(row.parties)}"
        rows = knowledge.partnerships.between(row.parties)
        held = next((r for r in rows if row.level and r.level == row.level and r.standing != "doubtful"), None)
        if row.evidence in taken:
            continue
        if held is not None and held.since is not None and day is not None and held.since.first <= day.last:
            against = f"kb:partnerships/{';'.join(row.parties)}"
            yield Verdict(field, row.label, "confirmed", f"so called since {held.since}", row.evidence, against)
        else:
            why = "the tables do not have this label of the two" if rows else "the tables do not have these parties"
            yield Verdict(field, row.label, "unknown", why, row.evidence)


def _anniversaries(reading: Reading, knowledge: Knowledge) -> Iterator[Verdict]:
    taken = {row.evidence for row in reading.checks or () if row.kind == "anniversary_mismatch"}
    for row in reading.anniversaries or ():
        event = knowledge.events.get(row.event or "")
        field = f"anniversary of {row.of}"
        claim = f"{row.n} years" + (f" in {row.year}" if row.year else "")
        if row.evidence in taken:
            continue
        if event is not None and row.year is not None and event.date.year + row.n == row.year:
            yield Verdict(
                field, claim, "confirmed", f"{event.name}: {event.date}", row.evidence, f"kb:events/{event.id}"
            )
        else:
            yield Verdict(
                field, claim, "unknown", "the tables do not have the event, or the text no year", row.evidence
            )


def _figures(reading: Reading, knowledge: Knowledge) -> Iterator[Verdict]:
    """The sums of trade that the tables have; other sums of money are listed as not checked."""
    taken = {row.evidence for row in reading.checks or () if row.kind == "figure_conflict"}
    rows = tuple(knowledge.reference_figures.values())
    for figure in reading.figures or ():
        if figure.kind != "money" or figure.evidence in taken:
            continue
        amount = f"{figure.bound or ''} {figure.value:,} {figure.unit or ''}".strip()
        claim = f"{figure.what}: {amount}" if figure.what else amount
        field = f"figure of {figure.period}" if figure.period else "figure"
        fits, rate = comparable(figure, frozenset(figure.parties), rows)
        right = next((row for row in fits if agrees(figure, row, rate)), None)
        if right is not None and "trade" in (figure.what or "").lower():
            says = f"{right.value:,.0f} {right.unit} ({right.reporter}; {right.definition})"
            against = f"kb:reference_figures/{right.id}"
            yield Verdict(field, claim, "confirmed", says, figure.evidence, against)
        else:
            yield Verdict(field, claim, "unknown", "the tables have no figure to hold it against", figure.evidence)
