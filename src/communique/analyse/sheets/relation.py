"""The card of a relation as a sheet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from communique.analyse.sheets.ledger import undertaking_line
from communique.analyse.sheets.rows import backing, printed, row_line
from communique.analyse.sheets.words import Named, encounter_line, met
from communique.knowledge.base import Knowledge
from communique.knowledge.partnerships import DatedPartnership
from communique.model.answer import Cited, Outline
from communique.model.record import Attested, MergedRow
from communique.model.relation import Dispute, Relation
from communique.model.sheet import Line, Section, Sheet

Sentences = Mapping[str, tuple[Cited, ...]]


def sheet(card: Relation, called: Named, cited: Sentences, kb: Knowledge) -> Sheet:
    """The page of a relation."""
    one, other = map(called, card.parties)
    parts = (
        Section("What it was called", tuple(row_line(row, called, cited.get(row.id, ())) for row in card.labels)),
        Section(
            "What the tables have",
            tuple(_dated(row, kb) for row in kb.partnerships.between(card.parties)),
            note="from the tables of communique, not from articles of the record",
        ),
        Section("Last encounters", tuple(encounter_line(row, called, cited.get(row.id, ())) for row in card.met)),
        Section(
            "Told as planned",
            tuple(encounter_line(row, called, cited.get(row.id, ())) for row in card.ahead),
            note="no article of the record tells that they took place",
        ),
        Section("Promised and not told as done", tuple(undertaking_line(row, called, cited) for row in card.promises)),
        Section("Figures", tuple(row_line(row, called, cited.get(row.id, ())) for row in card.figures)),
        Section("Told differently", tuple(dispute_lines(card.disputes, called, cited))),
    )
    return Sheet(f"{one} and {other}", tuple(_lead(card, called, cited)), tuple(part for part in parts if part.lines))


def _lead(card: Relation, called: Named, cited: Sentences) -> Iterator[Line]:
    if card.label:
        row = row_line(card.label, called, cited.get(card.label.id, ()))
        yield Line(f"{row.text}, {row.label}", row.cited, "called last", row.counts, row.id)
    else:
        yield Line("no article of the record says", label="called last")
    by_id = {row.id: row for row in card.timeline.encounters}
    last = card.timeline.last["any"]
    if last is None:
        yield Line("none in the record", label="last contact")
    else:
        yield Line(_day(by_id[last], called), cited.get(last, ()), "last contact", None, last)
    held = sum(row["occasions"] for row in card.timeline.counts.values())
    years = list(card.timeline.counts)
    when = f", {years[0]} to {years[-1]}" if len(years) > 1 else f", {years[0]}" if years else ""
    yield Line(f"{held} in the record{when}", label="occasions")
    ahead = upcoming(card)
    if ahead:
        yield Line(_day(ahead, called), cited.get(ahead.id, ()), "next planned", None, ahead.id)
    else:
        yield Line("none in the record", label="next planned")
    yield Line(str(card.timeline.until or "not stated by any article"), label="newest article")


def upcoming(card: Relation) -> Outline | None:
    """The next planned encounter: the first that does not lie before the newest article."""
    until = card.timeline.until
    dated = (row for row in card.ahead if row.start and (until is None or row.start.last >= until.first))
    return next(dated, None)


def _day(row: Outline, called: Named) -> str:
    return f"{row.end or row.start or 'not dated'}, {met(row, called)}"


def _dated(row: DatedPartnership, kb: Knowledge) -> Line:
    level = kb.partnerships.levels[row.level]
    ended = f" until {row.until}" if row.until else ""
    doubt = ", doubtful" if row.standing == "doubtful" else ""
    return Line(f"{row.label or level.name} ({level.zh}){ended}{doubt}", label=str(row.since or "since ?"))


def dispute_lines(disputes: tuple[Dispute, ...], called: Named, cited: Sentences) -> Iterator[Line]:
    """What articles contradict each other about: both values, how many stand behind each, and why they may differ."""
    for at, dispute in enumerate(disputes):
        row = dispute.contradiction
        values = " / ".join(f"{_value(row.field, one, called)} ({backing(one)})" for one in row.values)
        why = f"; {row.explanation}" if row.explanation else ""
        text = f"{_about(dispute.about, called)}: {row.field.replace('_', ' ')} {values}{why}"
        day = dispute.about.day if isinstance(dispute.about, MergedRow) else dispute.about.start
        yield Line(text, cited.get(f"dispute:{at}", ()), str(day or "not dated"), None, dispute.about.id)


def _about(about: Outline | MergedRow, called: Named) -> str:
    return row_line(about, called).text if isinstance(about, MergedRow) else met(about, called)


def _value(field: str, one: Attested, called: Named) -> str:
    return called(one.value) if field in ("country", "participants") else printed(field, one.value)
