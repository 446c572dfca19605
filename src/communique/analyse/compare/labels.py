"""What the two accounts call the relationship: label beside label, level beside level."""

from __future__ import annotations

from dataclasses import replace

from communique.analyse.compare.given import Cutter, Given
from communique.analyse.compare.likeness import differing
from communique.knowledge.base import Knowledge
from communique.model.comparison import Cell, Flag, Line
from communique.model.reading import Partnership
from communique.model.span import Span

_Pair = tuple[str, ...]


def labels(left: Given, right: Given, cut: Cutter, kb: Knowledge) -> tuple[Line, ...]:
    """A line a pair of parties and label; labels of one level are one line, then what is left over side by side."""
    mine, theirs = _stated(left, cut), _stated(right, cut)
    out: list[Line] = []
    for pair in dict.fromkeys((*mine, *theirs)):
        out += _lines(",".join(pair), mine.get(pair, {}), theirs.get(pair, {}))
    return tuple(replace(line, original=_originals(line, kb)) for line in out)


def _originals(line: Line, kb: Knowledge) -> tuple[str, ...]:
    """The Chinese of the levels that a line shows, where the tables have it."""
    levels = [kb.partnerships.levels.get(cell.value or "") for cell in (line.left, line.right) if cell]
    return tuple(dict.fromkeys(level.zh for level in levels if level and level.zh))


def _stated(given: Given, cut: Cutter) -> dict[_Pair, dict[str, Cell]]:
    """For each pair the labels by their level, or by their words where these do not tell one."""
    out: dict[_Pair, dict[str, Cell]] = {}
    for telling in given.tellings:
        if not telling.whole:
            continue
        for row in telling.reading.partnerships or ():
            rows = out.setdefault(tuple(sorted(row.parties)), {})
            cell = cut.cell(telling.reading.article, (_printed(telling.reading.article.text, row),), value=row.level)
            key = row.level or cell.words.casefold()
            if key in rows:
                also = (*rows[key].also, (cell.article, cell.sentence))
                rows[key] = replace(rows[key], also=tuple(dict.fromkeys(also)))
            else:
                rows[key] = cell
    return out


def _printed(text: str, row: Partnership) -> Span:
    """Where the label itself stands: evidence also holds the parties and what became of the relation."""
    same = [span for span in row.evidence if " ".join(span.of(text).split()) == " ".join(row.label.split())]
    return same[0] if same else max(row.evidence, key=len)


def _lines(label: str, left: dict[str, Cell], right: dict[str, Cell]) -> list[Line]:
    out = []
    for key in left:
        if key in right:
            same = left[key].words.casefold() == right[key].words.casefold()
            one, two = (left[key], right[key]) if same else differing(left[key], right[key])[:2]
            out.append(Line(label, "same" if same else "reworded", one, two))
    only_left = [cell for key, cell in left.items() if key not in right]
    only_right = [cell for key, cell in right.items() if key not in left]
    # One other label on either side: that is the change a reader looks for, so they stand beside each other.
    if len(only_left) == len(only_right) == 1:
        one, two, _ = differing(only_left[0], only_right[0])
        flags: tuple[Flag, ...] = ("level",) if one.value and two.value else ()
        return [*out, Line(label, "reworded", one, two, flags=flags)]
    out += [Line(label, "left", cell, None) for cell in only_left]
    return out + [Line(label, "right", None, cell) for cell in only_right]
