"""The ledger as a sheet: every undertaking with its steps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from communique.analyse.sheets.rows import dispute_line, row_line, status_of
from communique.analyse.sheets.words import Named, clean, counted, listed
from communique.analyse.undertakings import leading
from communique.knowledge.spoken import spoken_key
from communique.model.answer import Cited
from communique.model.sheet import Line, Section, Sheet
from communique.model.undertaking import State, Undertaking

Sentences = Mapping[str, tuple[Cited, ...]]
_TITLES: Mapping[State, str] = {
    "open": "Open",
    "reported": "First results reported",
    "done": "Carried out",
    "ended": "Suspended, withdrawn or ended",
    "offered": "Offered by one side",
    "called for": "Called for",
}
"""The sections, in the order of the page."""


def sheet(found: Sequence[Undertaking], called: Named, cited: Sentences, title: str) -> Sheet:
    """The page of a ledger."""
    parts = []
    for state, heading in _TITLES.items():
        rows = [row for row in found if row.state == state]
        if rows:
            parts.append(Section(heading, tuple(undertaking_line(row, called, cited) for row in rows)))
    repeated = sum(bool(row.repeated) for row in found)
    lead = [Line(f"{counted(len(found), 'undertaking')}, {repeated} of them repeated without going further")]
    if any(row.overdue is not None for row in found):
        lead.append(Line(f"{sum(bool(row.overdue) for row in found)} overdue"))
    return Sheet(title, tuple(lead), tuple(parts))


def undertaking_line(row: Undertaking, called: Named, cited: Sentences) -> Line:
    """An undertaking: what, by whom, until when; under it its steps, or what is disputed of the only one."""
    only = row.steps[0]
    if len(row.steps) == 1:
        line = row_line(only, called, cited.get(only.id, ()))
        return Line(f"{said(row, called)}{marks(row)}", line.cited, line.label, line.counts, line.id, line.under)
    under = [row_line(step, called, cited.get(step.id, ())) for step in row.steps]
    shown = tuple(Line(f"{line.label}, {line.text}", line.cited, "", line.counts, line.id) for line in under)
    disputes = tuple(dispute_line(step, at) for step in row.steps for at in range(len(step.contradictions)))
    return Line(f"{said(row, called)}{marks(row)}", (), str(row.first or "not dated"), None, None, (*shown, *disputes))


def said(row: Undertaking, called: Named) -> str:
    """What was undertaken and by whom, in the words of the step that went furthest."""
    furthest = max(reversed(row.steps), key=lambda step: leading(step, "status") == row.status)
    amounts = [spoken_key(value) for value in (row.count, row.amount) if value]
    # The whole sentence says more than the name of a paper, but the name is what the paper is known by.
    what = "; ".join([row.label or furthest.text, *amounts])
    to = [code for code in row.toward if code not in row.bound]
    who = listed(map(called, row.bound)) + (f", toward {listed(map(called, to))}" if to else "")
    by = leading(furthest, "claimed_by")
    return f"{status_of(furthest)}: {clean(what)} ({who})" + (f", by the account of {called(by)} alone" if by else "")


def marks(row: Undertaking) -> str:
    """Until when, what became of the deadline, whether it was only repeated."""
    parts = []
    if row.deadline:
        moved = f" (before: {', '.join(map(str, row.deadlines[:-1]))})" if len(row.deadlines) > 1 else ""
        parts.append(f"by {row.deadline}{moved}")
    if row.overdue:
        parts.append("OVERDUE")
    if row.repeated:
        parts.append(f"repeated {row.repeated} time{'s' * (row.repeated != 1)}")
    return f"; {'; '.join(parts)}" if parts else ""
