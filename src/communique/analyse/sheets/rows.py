"""A row of a list (a commitment, a figure ...) in a line of a sheet."""

from __future__ import annotations

from communique.analyse.sheets.words import Named, clean, listed
from communique.knowledge.spoken import spoken_key
from communique.model.answer import Cited
from communique.model.record import Attested, MergedRow
from communique.model.sheet import Line


def leading(row: MergedRow, field: str) -> str | None:
    """The best attested value of a field; None where nobody states one."""
    return next((one.value for one in row.values.get(field, ()) if not one.rejected), None)


def standing(row: MergedRow, field: str) -> tuple[str, ...]:
    """All values of a field that nobody rejected, the best attested first."""
    return tuple(one.value for one in row.values.get(field, ()) if not one.rejected)


def row_line(row: MergedRow, called: Named, cited: tuple[Cited, ...] = ()) -> Line:
    """The row with its day, its counts and, under it, what articles contradict each other about."""
    return Line(
        text(row, called),
        cited,
        str(row.day or "not dated"),
        (row.articles, row.outlets, len(row.voices)),
        row.id,
        tuple(dispute_line(row, at) for at in range(len(row.contradictions))),
    )


def dispute_line(row: MergedRow, at: int) -> Line:
    """One contradiction of a row: every value with how many articles and origins state it."""
    dispute = row.contradictions[at]
    values = " / ".join(f"{printed(dispute.field, one.value)} ({backing(one)})" for one in dispute.values)
    why = f": {dispute.explanation}" if dispute.explanation else ""
    return Line(f"told differently, {dispute.field.replace('_', ' ')}: {values}{why}")


AMOUNTS = frozenset({"value", "count", "amount"})
"""Fields whose values are numbers with what belongs to them."""


def printed(field: str, value: str) -> str:
    """A value of a field as it is printed."""
    return clean(spoken_key(value) if field in AMOUNTS else value.replace("_", " "))


def backing(one: Attested) -> str:
    """`4 articles, 2 origins`: who states a value."""
    articles = len({place.article for place in one.places})
    return f"{articles} article{'s' * (articles != 1)}, {len(one.voices)} origin{'s' * (len(one.voices) != 1)}"


def text(row: MergedRow, called: Named) -> str:
    """What the row says by its leading values, with its parties."""
    who = f" ({listed(map(called, row.parties))})" if row.parties else ""
    return clean(_SAYS[row.list](row)) + who


def _commitment(row: MergedRow) -> str:
    status = status_of(row)
    polarity = leading(row, "polarity")
    if polarity and polarity != "affirmed":
        status = f"{polarity}: {status}"
    by = leading(row, "deadline")
    parts = [spoken_key(value) for name in ("count", "amount") if (value := leading(row, name))]
    return f"{status}: {'; '.join([leading(row, 'label') or row.text, *parts, *([f'by {by}'] if by else [])])}"


def status_of(row: MergedRow) -> str:
    """How far a commitment is, in words: of what is carried out, how ("in force", "implementation reported")."""
    status, step = leading(row, "status"), leading(row, "step")
    return ((step if status == "implemented" else None) or status or "status not stated").replace("_", " ")


def _partnership(row: MergedRow) -> str:
    return ", ".join(part for part in (leading(row, "label"), leading(row, "change")) if part)


def _figure(row: MergedRow) -> str:
    of = ", ".join(part for part in (leading(row, "what"), leading(row, "period")) if part)
    return f"{spoken_key(leading(row, 'value') or '')}{f': {of}' if of else ''}"


def _anniversary(row: MergedRow) -> str:
    year = leading(row, "year")
    return f"{leading(row, 'n')} years of {leading(row, 'of')}{f', {year}' if year else ''}"


def _phrase(row: MergedRow) -> str:
    said = ", ".join(standing(row, "speaker"))
    return f"“{leading(row, 'text') or row.text}” [{leading(row, 'id')}]{f' ({said})' if said else ''}"


_SAYS = {
    "commitments": _commitment,
    "partnerships": _partnership,
    "figures": _figure,
    "anniversaries": _anniversary,
    "initiatives": lambda row: leading(row, "name") or row.text,
    "phrases": _phrase,
}
