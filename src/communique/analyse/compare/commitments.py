"""Commitments of two accounts: the same promise side by side, with the step, sum and deadline that differ."""

from __future__ import annotations

from dataclasses import dataclass, replace

from communique.analyse.compare.align import Point, aligned, alone
from communique.analyse.compare.given import Cutter, Given
from communique.analyse.compare.likeness import words
from communique.analyse.compare.said import in_order
from communique.knowledge.base import Knowledge
from communique.model.comparison import Cell, Flag, Line
from communique.model.reading import Commitment, Quantity
from communique.model.span import Span


@dataclass(frozen=True, slots=True)
class _Promise:
    point: Point
    row: Commitment


def commitments(left: Given, right: Given, cut: Cutter, kb: Knowledge) -> tuple[Line, ...]:
    """A line a commitment, in the order of the texts; label is the step that it has reached in either account."""
    mine, theirs = _promises(left, cut, kb), _promises(right, cut, kb)
    pairs, only_left, only_right = aligned([one.point for one in mine], [one.point for one in theirs])
    rows = {_where(one.point.cell): one.row for one in (*mine, *theirs)}
    lines = [_told(line, rows) for line in pairs]
    lines += [alone(point, "left") for point in only_left] + [alone(point, "right") for point in only_right]
    places = [{_where(one.point.cell): one.point.place for one in side} for side in (mine, theirs)]
    return tuple(in_order(lines, (places[0], places[1])))


def _promises(given: Given, cut: Cutter, kb: Knowledge) -> list[_Promise]:
    out: dict[tuple[str, Span], _Promise] = {}
    for number, telling in enumerate(given.tellings):
        for row in telling.reading.commitments or ():
            if not telling.counts(row.encounter) or _only_said(row):
                continue
            cell = cut.cell(telling.reading.article, row.evidence)
            cell = replace(cell, value=_value(row, cell.words, kb))
            found = words(f"{cell.words} {row.label or ''}")
            point = Point(_step(row), cell, found, (number, row.evidence[0].start), tuple(row.fields))
            out.setdefault(_where(cell), _Promise(point, row))
    return list(out.values())


def _only_said(row: Commitment) -> bool:
    """Whether it is no more than what somebody said will do, is ready for, or wants: it stands with statements."""
    bare = row.label is None and row.amount is None and row.count is None and row.deadline is None
    return row.statement is not None and (row.status == "called_for" or (row.status in ("offered", "pledged") and bare))


def _step(row: Commitment) -> str:
    denied = "" if row.polarity == "affirmed" else f" ({row.polarity})"
    return f"{(row.step or row.status).replace('_', ' ')}{denied}"


def _value(row: Commitment, printed: str, kb: Knowledge) -> str | None:
    """What the printed words do not say as such: a sum and a day as they were read, a name that stands elsewhere."""
    parts = (
        row.label if row.label and row.label.casefold() not in printed.casefold() else None,
        _quantity(row.amount),
        f"by {row.deadline}" if row.deadline else None,
        f"by the account of {_name(row.claimed_by, kb)} alone" if row.claimed_by else None,
    )
    return ", ".join(part for part in parts if part) or None


def _name(code: str, kb: Knowledge) -> str:
    found = kb.states.get(code) or kb.organisations.get(code)
    return found.name if found else code


def _quantity(row: Quantity | None) -> str | None:
    if row is None:
        return None
    return " ".join(part for part in (row.bound, f"{row.value:,}", row.unit) if part)


def _told(line: Line, rows: dict[tuple[str, Span], Commitment]) -> Line:
    assert line.left is not None and line.right is not None
    one, two = rows[_where(line.left)], rows[_where(line.right)]
    flags: list[Flag] = list(line.flags)
    if (one.step or one.status, one.polarity) != (two.step or two.status, two.polarity):
        flags.append("status")
    if one.amount and two.amount and one.amount != two.amount:
        flags.append("amount")
    if one.deadline and two.deadline and one.deadline != two.deadline:
        flags.append("deadline")
    standing = "reworded" if set(flags) & {"status", "amount", "deadline"} else line.standing
    return replace(line, standing=standing, flags=tuple(flags))


def _where(cell: Cell) -> tuple[str, Span]:
    return cell.article, cell.spans[0]
