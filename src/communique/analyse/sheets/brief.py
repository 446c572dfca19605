"""A brief as a sheet of two pages: every sentence is a row of the record and carries a footnote."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from communique.analyse.sheets.ledger import marks, said
from communique.analyse.sheets.relation import dispute_lines
from communique.analyse.sheets.rows import leading, printed, row_line
from communique.analyse.sheets.words import Named, clean, encounter_line, listed, met
from communique.model.brief import Brief, PhraseUse, Said
from communique.model.record import Attested
from communique.model.sheet import Line, Section, Sheet
from communique.model.undertaking import Undertaking

ROOM = 1400
"""Points of height on two pages of A4 with margins of 2 cm, less a little (analyse/sheets/word.py)."""
KEPT = "Told differently"
MISSING = "What could not be established"
_VALUES = (
    ("start", "day"), ("end", "until"), ("city", "city"), ("country", "country"), ("venue", "venue"),
    ("level", "level"), ("initiator", "asked for by"), ("status", "status"),
)  # fmt: skip


def sheet(found: Brief, called: Named) -> Sheet:
    """The pages; what does not fit on two is left out, and said to be."""
    sections = [part for part in _sections(found, called) if part.lines]
    fitted, left = _fitted(sections)
    missing = [*_missing(found, called), *_single(fitted)]
    if left:
        missing.append(Line(f"{left} more lines of the record did not fit on two pages"))
    parts = (*fitted, Section(MISSING, tuple(missing), silent=True))
    return Sheet(_title(found, called), (), parts)


def _title(found: Brief, called: Named) -> str:
    if found.subject == "encounter":
        line = found.met[0]
        return f"Brief: {line.start or 'not dated'}, {met(line, called)}"
    return f"Brief: {listed(map(called, found.parties))}"


def _sections(found: Brief, called: Named) -> Iterator[Section]:
    cited = found.cited
    if found.subject == "encounter":
        yield Section("What is told of it", tuple(_told(found, called)))
        earlier = found.met[1:]
        yield Section("Before it", tuple(encounter_line(row, called, cited.get(row.id, ())) for row in earlier))
    else:
        yield Section("Last contacts", tuple(encounter_line(row, called, cited.get(row.id, ())) for row in found.met))
    yield Section("Planned", tuple(encounter_line(row, called, cited.get(row.id, ())) for row in found.ahead))
    if found.label:
        line = row_line(found.label, called, cited.get(found.label.id, ()))
        yield Section("What the relation is called", (replace(line, under=()),))
    yield Section(_said_title(found), tuple(_said(row, found, called) for row in found.said))
    yield Section("Promised", tuple(_promise(row, found, called) for row in found.promises))
    figures = (row_line(row, called, cited.get(row.id, ())) for row in found.figures)
    yield Section("Figures", tuple(replace(line, under=()) for line in figures))
    yield Section("Phrases to expect", tuple(_phrase(use, found, called) for use in found.phrases))
    yield Section(KEPT, tuple(dispute_lines(found.disputes, called, cited)))


def _told(found: Brief, called: Named) -> Iterator[Line]:
    """The encounter itself: who, when, where, each with how many stand behind the value."""
    assert found.whole is not None
    for at, (party, attested) in enumerate(found.whole.participants):
        name = clean(party.name) if party.name else listed(map(called, party.countries or (party.country or "?",)))
        role = ", ".join(part for part in (clean(party.role or ""), called(party.country or "")) if part)
        text = f"{name}, {role}" if party.name and role else name
        yield from _value("who", text, attested, found, f"who:{at}")
    for field, label in _VALUES:
        for value in found.whole.values.get(field, ())[:1]:  # type: ignore[call-overload]
            shown = called(value.value) if field == "country" else printed(field, value.value)
            yield from _value(label, shown, value, found, f"value:{field}")


def _value(label: str, text: str, value: Attested, found: Brief, key: str) -> Iterator[Line]:
    # A value that people set has no sentence: it stands in the log of corrections, not in a brief.
    cited = found.cited.get(key, ())
    if cited and not value.rejected:
        articles = len({place.article for place in value.places})
        voices = len(value.voices)
        behind = f"{articles} article{'s' * (articles != 1)}, {voices} independent origin{'s' * (voices != 1)}"
        yield Line(f"{text} ({behind})", cited, label)


def _said_title(found: Brief) -> str:
    if found.subject == "person":
        return "Said lately"
    day = next((row.day for row in found.said if row.day), None)
    return f"Said on {day}" if day else "Said"


def _said(row: Said, found: Brief, called: Named) -> Line:
    label = f"{row.day or 'not dated'}" if found.subject == "person" else called(clean(row.speaker))
    cue = f"{clean(row.cue)} " if row.cue else ""
    return Line(f"{cue}{clean(row.text)}", found.cited.get(row.id, ()), label, row.counts, row.id)


def _promise(row: Undertaking, found: Brief, called: Named) -> Line:
    days = ", ".join(dict.fromkeys(str(step.day or "not dated") for step in row.steps))
    cited = tuple(dict.fromkeys(one for step in row.steps for one in found.cited.get(step.id, ())))
    articles = len({article for step in row.steps for article, _ in step.tellings})
    outlets = max(step.outlets for step in row.steps)
    counts = (articles, outlets, len({voice for step in row.steps for voice in step.voices}))
    return Line(f"{said(row, called)}{marks(row)}", cited, days, counts, row.id)


def _phrase(use: PhraseUse, found: Brief, called: Named) -> Line:
    line = row_line(use.row, called, found.cited.get(use.row.id, ()))
    times = f"; in {use.encounters} encounters" if use.encounters > 1 else ""
    words = leading(use.row, "text") or use.row.text
    speakers = [one.value for one in use.row.values.get("speaker", ()) if not one.rejected]
    who = f", {listed(map(clean, speakers))}" if speakers else ""
    return Line(f"“{clean(words)}”{who}{times}", line.cited, line.label, line.counts, line.id)


def _missing(found: Brief, called: Named) -> Iterator[Line]:
    """What the record does not have of what a brief is asked for."""
    if found.until:
        yield Line(f"anything after {found.until}, the day of the newest article")
    if not found.met:
        yield Line("when they last met: the record has no dated encounter")
    if found.subject == "pair" and found.label is None:
        yield Line("what the relation is called: no article of the record says")
    if found.subject != "encounter" and not found.ahead:
        yield Line("the next encounter: none is told as planned")
    for name in found.silent:
        yield Line(f"what {called(clean(name))} said there: no article of the record tells")
    if found.whole:
        lacking = [label for field, label in _VALUES[:5] if field != "end" and not found.whole.values.get(field)]  # type: ignore[call-overload]
        if lacking:
            yield Line(f"{listed(lacking)}: stated by no article")
    if not found.promises:
        yield Line("promises: the record has none that is open")


def _single(sections: list[Section]) -> Iterator[Line]:
    """How much rests on one account alone."""
    counted = [line for section in sections for line in section.lines if line.counts]
    single = sum(line.counts is not None and line.counts[2] == 1 for line in counted)
    if single:
        yield Line(f"confirmation: {single} of the {len(counted)} lines with counts rest on one account alone")


def _fitted(sections: list[Section]) -> tuple[list[Section], int]:
    """The sections with as many of their lines as two pages hold; how many were left out.

    The longest section loses its last line first; the first section and what is told differently stay.
    """
    kept, left = list(sections), 0
    while _height(kept) > ROOM:
        free = [at for at, part in enumerate(kept) if at and part.title != KEPT and len(part.lines) > 1]
        if not free:
            break
        at = max(free, key=lambda at: (len(kept[at].lines), at))
        kept[at] = replace(kept[at], lines=kept[at].lines[:-1])
        left += 1
    return kept, left


def _height(sections: list[Section]) -> float:
    """The points that sections take in print: lines of 95 characters, footnotes of 125 in smaller type."""
    lines = [line for section in sections for line in section.lines]
    notes = [one for line in lines for one in line.cited]
    text = sum(-(-(len(line.label) + len(line.text) + 55) // 95) * 12.6 + 3 for line in lines)
    small = sum(-(-(len(words) + 80) // 125) * 9.6 for words in {one.words for one in notes})
    again = (len(notes) - len({one.words for one in notes})) * 9.6
    return text + small + again + 30 * (len(sections) + 1) + 60
