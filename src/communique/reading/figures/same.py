"""One row a fact: the same figure in title and body, or said twice, is one row with all its places."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from communique.knowledge.base import Knowledge
from communique.model.reading import Figure, Statement
from communique.model.span import Span, evidence

# A row is compared with so many rows of its value: no article has more, a list of thousands stays cheap.
_COMPARED = 12
# Two small counts of people are often two facts ("two died, two were hurt"); larger equal ones are one.
_TELLING = 10


def merged(rows: Iterable[Figure], knowledge: Knowledge) -> list[Figure]:
    """The rows, those of the same value, unit, period and direction made one."""
    out: list[Figure] = []
    spans: list[list[Span]] = []
    at: dict[tuple[object, ...], list[int]] = {}
    for row in rows:
        known = at.setdefault((row.value, row.upper, row.kind, None if row.kind == "count" else row.unit), [])
        same = next((i for i in known[-_COMPARED:] if _agree(out[i], row, knowledge)), None)
        if same is None:
            known.append(len(out))
            out.append(row)
            spans.append(list(row.evidence))
        else:
            out[same] = _both(out[same], row)
            spans[same] += row.evidence
    return [replace(row, evidence=evidence(*places)) for row, places in zip(out, spans, strict=True)]


def _agree(one: Figure, two: Figure, knowledge: Knowledge) -> bool:
    units = {(row.unit or "").lower().rstrip("s") for row in (one, two)} - {""}
    if one.kind == "count" and len(units) > 1 and not _same_people(one, two, knowledge):
        return False
    periods = one.period is None or two.period is None or one.period == two.period
    return periods and (one.growth is None or two.growth is None or one.growth == two.growth)


def _same_people(one: Figure, two: Figure, knowledge: Knowledge) -> bool:
    """Whether both count the same people: "12 Russian officers", "12 Russians", "the 12 officials"."""
    rows = [_people(row.unit or "", knowledge) for row in (one, two)]
    known = bool(one.parties and two.parties)
    return all(rows) and (one.parties == two.parties if known else one.value >= _TELLING)


def _people(noun: str, knowledge: Knowledge) -> bool:
    """Whether the noun is of people: by its row, or as a people's name ("Fijians")."""
    row = knowledge.counted.plural(noun)
    return row.kind == "harmed" if row else noun.istitle()


def _both(one: Figure, two: Figure) -> Figure:
    """The first row with what the second knows more."""
    late = one.period is None and two.period is not None
    return replace(
        one,
        unit=one.unit or two.unit,
        what=one.what or two.what,
        period=two.period if late else one.period,
        support=two.support if late else one.support,
        how=two.how if late else one.how,
        bound=one.bound or two.bound,
        growth=one.growth or two.growth,
        parties=one.parties or two.parties,
    )


def placed(rows: Sequence[Figure], said: Sequence[Statement]) -> tuple[Figure, ...]:
    """The rows in text order, each with the first statement that holds one of its places."""
    contents = sorted((span, index) for index, row in enumerate(said) for span in row.content)
    starts = [span.start for span, _ in contents]
    out = []
    for row in sorted(rows, key=lambda row: (row.evidence[0], row.value)):
        holding = []
        for span in row.evidence:
            found = bisect_right(starts, span.start) - 1
            if found >= 0 and contents[found][0].holds(span):
                holding.append(contents[found][1])
        out.append(replace(row, statement=min(holding, default=None)))
    return tuple(out)
