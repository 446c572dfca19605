"""What other articles of a record say to the encounters and lists of one article: confirmed, contradicted, unknown."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from communique.model.dates import PartialDate
from communique.model.reading import Encounter, Party, Reading
from communique.model.record import MergedEncounter, MergedRow
from communique.model.span import Evidence
from communique.model.verdict import Verdict

# Two encounters of the same people within so many days are looked at as perhaps one that is told wrongly.
NEAR = 3
_STATED = ("start", "city", "country", "venue", "level")
_LABEL = {"start": "date", "city": "city", "country": "country", "venue": "venue", "level": "level of the visit"}
_HELD = ("held", "past")


@dataclass(frozen=True, slots=True)
class Beside:
    """What a record has beside one article: the encounters that it tells, and who else tells them.

    merged maps the article's encounters to those of the record; voices the other articles to their independent
    origins; own is the origin of the article itself: a copy of it is no second account. near are encounters of the same
    people about the same days. rows are what is told of the article's encounters, list by list.
    """

    article: str
    merged: Mapping[str, MergedEncounter]
    voices: Mapping[str, str]
    own: str | None
    near: Mapping[str, Sequence[MergedEncounter]]
    rows: Sequence[MergedRow]
    shown: Mapping[str, str]

    def others(self, rows: Iterator[str] | Sequence[str]) -> tuple[int, int]:
        """How many other articles these are, and how many independent origins, the article's own left out."""
        articles = {row for row in rows if row != self.article}
        origins = {self.voices.get(row, f"article:{row}") for row in articles}
        return len(articles), len(origins - {self.own})

    def id_of(self, merged: MergedEncounter | MergedRow) -> str:
        """The id under which the record itself has an encounter or row."""
        return self.shown.get(merged.id, merged.id)


def verdicts(reading: Reading, beside: Beside) -> Iterator[Verdict]:
    """The verdicts of a record on the encounters of an article."""
    for row in reading.encounters or ():
        merged = beside.merged.get(row.id)
        told = [] if merged is None else [article for article, _ in merged.mentions if article != beside.article]
        if merged is None or not told:
            yield from _alone(row, beside)
            continue
        yield from _participants(row, merged, beside)
        for field in _STATED:
            yield from _field(row, merged, field, beside)


def _participants(row: Encounter, merged: MergedEncounter, beside: Beside) -> Iterator[Verdict]:
    wanted = {party.key for party in row.participants if party.name}
    if not wanted:
        return
    told = {place.article for party, said in merged.participants if party.key in wanted for place in said.places}
    articles, voices = beside.others(sorted(told))
    if articles:
        kind = row.kind.replace("_", " ")
        yield Verdict(
            f"{row.id} {kind}", _people(row.participants), "confirmed", "the same people took part by others' account",
            row.evidence, f"record:{beside.id_of(merged)}", articles, voices,
        )  # fmt: skip


def _field(row: Encounter, merged: MergedEncounter, field: str, beside: Beside) -> Iterator[Verdict]:
    claimed = _claimed(row, field)
    if claimed is None:
        return
    value, evidence = claimed
    agree, differ = list[str](), list[tuple[str, list[str]]]()
    for said in merged.values.get(field, ()):  # type: ignore[call-overload]
        others = [place.article for place in said.places if place.article != beside.article]
        if said.rejected or not (others or said.by):
            continue
        if _agrees(field, value, said.value):
            agree += others
        else:
            differ.append((said.value, others))
    by, name = f"record:{beside.id_of(merged)}", f"{row.id} {_LABEL[field]}"
    one, two = beside.others(agree), beside.others([article for _, rows in differ for article in rows])
    if differ and two[1] > one[1]:
        told = "; ".join(f"{other} ({_count(*beside.others(rows))})" for other, rows in differ)
        severity = "error" if not agree and two[1] > 1 else "warning"
        yield Verdict(name, value, "contradicted", told, evidence, by, *two, severity)  # type: ignore[arg-type]
    elif agree:
        told = "; ".join(f"otherwise {other} ({_count(*beside.others(rows))})" for other, rows in differ)
        yield Verdict(name, value, "confirmed", told or "stated by others too", evidence, by, *one)
    elif differ:
        told = "; ".join(f"{other} ({_count(*beside.others(rows))})" for other, rows in differ)
        yield Verdict(name, value, "contradicted", told, evidence, by, *two, "warning")
    else:
        yield Verdict(name, value, "unknown", "the other articles that tell it do not state this", evidence, by)


def _claimed(row: Encounter, field: str) -> tuple[str, Evidence] | None:
    """What the article states of a field, and where."""
    place = row.place
    if field == "start":
        return (str(row.start), row.date_evidence or row.evidence) if row.start else None
    if field == "level":
        return (row.level, row.evidence) if row.level else None
    value = getattr(place, field) if place is not None else None
    if field == "country" and place is not None and place.city:
        return None  # the city says it
    return (value, place.evidence) if value and place is not None else None


def _agrees(field: str, one: str, two: str) -> bool:
    if field == "start":
        return PartialDate.parse(one).agrees(PartialDate.parse(two))
    return one == two


def _alone(row: Encounter, beside: Beside) -> Iterator[Verdict]:
    """An encounter that no other article tells; one of the same people about then may be it, told otherwise."""
    kind, who = row.kind.replace("_", " "), _people(row.participants)
    name = f"{row.id} {kind}"
    if row.status in _HELD and row.main and row.start is not None and row.start.exact:
        for merged in beside.near.get(row.id, ()):
            found = _instead(row, merged, beside)
            if found is not None:
                yield found
                return
    yield Verdict(name, who, "unknown", "no other article of the record tells it", row.evidence)


def _instead(row: Encounter, merged: MergedEncounter, beside: Beside) -> Verdict | None:
    """The verdict where the same people met at about that time on another day or in another city."""
    articles, voices = beside.others([article for article, _ in merged.mentions])
    city = next((said.value for said in merged.values.get("city", ()) if not said.rejected), None)
    own = row.place.city if row.place else None
    if not articles or merged.start is None or row.start is None:
        return None
    same_day = merged.start.agrees(row.start)
    if same_day and (city is None or own is None or city == own):
        return None
    if not same_day and own is not None and city is not None and own != city:
        return None  # another day and another place: another encounter
    where = f" in {city}" if city else ""
    field, claim = ("city", own or "") if same_day else ("date", str(row.start))
    evidence = (row.place.evidence if row.place else row.evidence) if same_day else row.date_evidence or row.evidence
    said = f"the record has them meet on {merged.start}{where} ({_count(articles, voices)}), and no second time"
    return Verdict(
        f"{row.id} {field}", claim, "contradicted", said, evidence, f"record:{beside.id_of(merged)}", articles, voices,
        "warning",
    )  # fmt: skip


def is_near(row: Encounter, start: PartialDate | None) -> bool:
    """Whether a day of the record lies about the day that an article states."""
    if row.start is None or start is None or row.start.exact is None or start.exact is None:
        return False
    return abs(start.first - row.start.first) <= datetime.timedelta(days=NEAR)


_KINDS = {"commitments": "commitment", "figures": "figure", "partnerships": "relations", "anniversaries": "anniversary"}


def lists(reading: Reading, beside: Beside) -> Iterator[Verdict]:
    """What other articles about the same encounters say to commitments, figures, labels and anniversaries."""
    for row in beside.rows:
        own = [at for article, at in row.tellings if article == beside.article]
        if row.list not in _KINDS or not own:
            continue
        printed = getattr(reading, row.list)[own[0]]
        others = [article for article, _ in row.tellings if article != beside.article]
        articles, voices = beside.others(others)
        by, name = f"record:{beside.id_of(row)}", _KINDS[row.list]
        text = " ".join(row.text.split())
        told = _otherwise(row, beside)
        if told is not None:
            field, value, says, counts = told
            yield Verdict(f"{name}: {field}", value, "contradicted", says, printed.evidence, by, *counts, "warning")
        elif articles:
            yield Verdict(name, text, "confirmed", "stated by others too", printed.evidence, by, articles, voices)
        elif row.list == "commitments":
            yield Verdict(name, text, "unknown", "no other article of the record tells it", printed.evidence, by)


def _otherwise(row: MergedRow, beside: Beside) -> tuple[str, str, str, tuple[int, int]] | None:
    """The field of a row of which more origins state another value than the article's own, with both."""
    for dispute in row.contradictions:
        own = next((v for v in dispute.values if any(p.article == beside.article for p in v.places)), None)
        if own is None:
            continue
        agree = beside.others([place.article for place in own.places])
        rest = [(v.value, [place.article for place in v.places]) for v in dispute.values if v is not own]
        differ = beside.others([article for _, found in rest for article in found])
        if differ[1] > agree[1]:
            says = "; ".join(f"{value} ({_count(*beside.others(found))})" for value, found in rest)
            why = f"; two right ones may differ: {dispute.explanation}" if dispute.explanation else ""
            return dispute.field, own.value, says + why, differ
    return None


def _people(parties: Sequence[Party]) -> str:
    return ", ".join(party.name or party.country or "?" for party in parties) or "nobody named"


def _count(articles: int, voices: int) -> str:
    """ "4 articles, 2 independent origins"."""
    if not articles:
        return "set by a person"
    origins = f"{voices} independent origin{'s' * (voices != 1)}" if voices else "no origin but its own"
    return f"{articles} article{'s' * (articles != 1)}, {origins}"
