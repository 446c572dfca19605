"""What was said, speaker by speaker: the same points side by side, silence where one account has nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from communique.analyse.compare.align import Point, aligned, alone, moved, once
from communique.analyse.compare.given import Cutter, Given
from communique.analyse.compare.likeness import words
from communique.knowledge.folding import folded_name
from communique.model.article import Article
from communique.model.comparison import Cell, Line, Speech
from communique.model.reading import Party, Statement
from communique.model.span import Span

PUT_IN_OTHER_MOUTH = 0.6
"""From this likeness on what one account has one speaker say is what the other has another say: more than for one
speaker, since two people often say much the same."""
Key = tuple[str, ...]


def said(left: Given, right: Given, cut: Cutter) -> tuple[tuple[Speech, ...], tuple[Line, ...]]:
    """The speeches in the order of the left account (then the right one), and what both sides say together."""
    speakers: dict[Key, Party] = {}
    mine, theirs = _by_speaker(left, cut, speakers), _by_speaker(right, cut, speakers)
    lines: dict[Key, list[Line]] = {}
    rest_left: list[tuple[Key, Point]] = []
    rest_right: list[tuple[Key, Point]] = []
    for key in speakers:
        pairs, only_left, only_right = aligned(once(mine.get(key, [])), once(theirs.get(key, [])))
        lines[key] = pairs
        rest_left += [(key, point) for point in only_left]
        rest_right += [(key, point) for point in only_right]
    crossed, rest_left, rest_right = _crossed(rest_left, rest_right, speakers)
    for key, line in crossed:
        lines[key].append(line)
    for key, point in rest_left:
        lines[key].append(alone(point, "left"))
    for key, point in rest_right:
        lines[key].append(alone(point, "right"))
    order = _order(mine, theirs)
    done = {key: by_topic(in_order(_moved(rows, order), order)) for key, rows in lines.items() if rows}
    speeches = tuple(Speech(speakers[key], rows) for key, rows in done.items() if not joint(speakers[key]))
    together = tuple(row for key, rows in done.items() if joint(speakers[key]) for row in rows)
    return speeches, together


def joint(speaker: Party) -> bool:
    """Whether it is the parties together who speak."""
    return len(speaker.countries) > 1 or (speaker.name or "").lower() == "both sides"


def _by_speaker(given: Given, cut: Cutter, speakers: dict[Key, Party]) -> dict[Key, list[Point]]:
    """The points of an account by who makes them; new speakers are added to those known."""
    out: dict[Key, list[Point]] = defaultdict(list)
    for number, telling in enumerate(given.tellings):
        article = telling.reading.article
        for _, row in telling.statements():
            key = _key(article, row)
            speakers.setdefault(key, row.speaker if any(key) else _unknown(article, row))
            out[key].append(_point(article, row, number, cut))
    return out


def _key(article: Article, row: Statement) -> Key:
    if joint(row.speaker):
        return ("both sides",)
    key = row.speaker.key
    return key if any(key) else ("", _source(article, row))


def _source(article: Article, row: Statement) -> str:
    return folded_name(row.source.of(article.text)) if row.source else ""


def _unknown(article: Article, row: Statement) -> Party:
    """A speaker of whom the text does not tell who he is, by the words that stand for him."""
    words = " ".join(row.source.of(article.text).split()) if row.source else None
    return replace(row.speaker, name=words)


def _point(article: Article, row: Statement, number: int, cut: Cutter) -> Point:
    cell = cut.cell(article, row.content, cue=row.cue)
    label = " ".join(row.cue.of(article.text).split()) if row.cue else ""
    place = (number, row.content[0].start)
    return Point(label, cell, words(cell.words), place, tuple(row.topics))


def _crossed(
    left: Sequence[tuple[Key, Point]], right: Sequence[tuple[Key, Point]], speakers: dict[Key, Party]
) -> tuple[list[tuple[Key, Line]], list[tuple[Key, Point]], list[tuple[Key, Point]]]:
    """Points that the other account has somebody else make; each cell then tells its speaker."""
    mine = [replace(point, cell=replace(point.cell, speaker=speakers[key])) for key, point in left]
    theirs = [replace(point, cell=replace(point.cell, speaker=speakers[key])) for key, point in right]
    lines, _, _ = aligned(mine, theirs, least=PUT_IN_OTHER_MOUTH, flags=("speaker",))
    by_place = {_where(point.cell): key for key, point in left}
    used_left = {_where(line.left) for line in lines if line.left}
    used_right = {_where(line.right) for line in lines if line.right}
    found = [(by_place[_where(line.left)], line) for line in lines if line.left]
    return (
        found,
        [row for row in left if _where(row[1].cell) not in used_left],
        [row for row in right if _where(row[1].cell) not in used_right],
    )


def _where(cell: Cell) -> tuple[str, Span]:
    return cell.article, cell.spans[0]


Order = tuple[dict[tuple[str, Span], tuple[int, int]], dict[tuple[str, Span], tuple[int, int]]]


def _order(mine: dict[Key, list[Point]], theirs: dict[Key, list[Point]]) -> Order:
    """Where each cell stands in the order of its account."""
    left, right = (
        {_where(point.cell): point.place for points in rows.values() for point in points} for rows in (mine, theirs)
    )
    return left, right


def _moved(lines: list[Line], order: Order) -> list[Line]:
    """The lines with those told whose order among what both leading texts have changed."""
    both = [
        (at, order[0][_where(line.left)], order[1][_where(line.right)])
        for at, line in enumerate(lines)
        if line.left and line.right
    ]
    lead = [(at, one[1], two[1]) for at, one, two in both if one[0] == 0 and two[0] == 0]
    found = moved([(one, two) for _, one, two in lead])
    out = list(lines)
    for which, places in found.items():
        at = lead[which][0]
        out[at] = replace(out[at], moved=places, flags=(*out[at].flags, "moved"))
    return out


def in_order(lines: Iterable[Line], order: Order) -> list[Line]:
    """Lines in the order of the left account; what only the right one has stands before what it precedes there."""
    rows = list(lines)
    right = sorted((row for row in rows if row.right), key=lambda row: order[1][_where(row.right)])  # type: ignore[arg-type]
    out = sorted((row for row in rows if row.left), key=lambda row: order[0][_where(row.left)])  # type: ignore[arg-type]
    before = len(out)
    for row in reversed(right):
        if row.left:
            before = out.index(row)
        else:
            out.insert(before, row)
    return out


def by_topic(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Lines with those of one topic together, topics in the order in which they first come; without one, last."""
    first: dict[str, int] = {}
    for at, line in enumerate(lines):
        first.setdefault(line.topics[0] if line.topics else "", at)
    last = len(lines)
    return tuple(
        sorted(lines, key=lambda line: first[line.topics[0]] if line.topics else last)  # sorted keeps their order
    )
