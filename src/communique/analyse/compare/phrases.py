"""Set phrases of two accounts: kept, added, dropped, reworded, moved, put in another mouth."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from communique.analyse.compare.align import moved
from communique.analyse.compare.given import Cutter, Given
from communique.analyse.compare.likeness import differing
from communique.knowledge.phrases import SetPhrase
from communique.knowledge.stems import stem
from communique.model.comparison import Cell, Earlier, Flag, Line, PhraseLine

_ARTICLES = frozenset(("a", "an", "the"))


@dataclass(frozen=True, slots=True)
class _Said:
    """One place of a phrase in an account: its wording made comparable, whose language it is in, and who says it."""

    cell: Cell
    wording: tuple[str, ...]
    language: str | None
    place: tuple[int, int]


def phrases(
    left: Given,
    right: Given,
    known: Mapping[str, SetPhrase],
    cut: Cutter,
    earlier: Mapping[str, Earlier] | None = None,
) -> tuple[PhraseLine, ...]:
    """The phrases of both accounts, in the order of the left one; added ones follow what they follow on the right."""
    mine, theirs = _places(left, cut), _places(right, cut)
    both = [id_ for id_ in mine if id_ in theirs]
    lines = {id_: _line(mine.get(id_, []), theirs.get(id_, [])) for id_ in _order(list(mine), list(theirs))}
    lead = [id_ for id_ in both if mine[id_][0].place[0] == 0 and theirs[id_][0].place[0] == 0]
    for at, places in moved([(mine[id_][0].place[1], theirs[id_][0].place[1]) for id_ in lead]).items():
        line = lines[lead[at]]
        lines[lead[at]] = replace(line, moved=places, flags=(*line.flags, "moved"))
    return tuple(_phrase(id_, line, known, lines, earlier) for id_, line in lines.items())


def _places(given: Given, cut: Cutter) -> dict[str, list[_Said]]:
    """Every phrase of an account with its places, in the order in which they first come."""
    found: dict[str, list[_Said]] = {}
    for number, telling in enumerate(given.tellings):
        article = telling.reading.article
        said = [row for _, row in telling.statements()]
        for row in telling.reading.phrases or ():
            for span in row.evidence:
                who = next((one.speaker for one in said if any(part.overlaps(span) for part in one.content)), None)
                if who is None and not telling.whole:
                    continue
                cell = cut.cell(article, (span,), speaker=who)
                place = _Said(cell, _wording(cell.words), article.language, (number, span.start))
                found.setdefault(row.id, []).append(place)
    for places in found.values():
        places.sort(key=lambda said: said.place)
    return dict(sorted(found.items(), key=lambda row: row[1][0].place))


def _wording(text: str) -> tuple[str, ...]:
    parts = "".join(c if c.isalnum() or c in "'’" else " " for c in text).split()
    return tuple(word for word in map(stem, parts) if word not in _ARTICLES)


def _line(left: Sequence[_Said], right: Sequence[_Said]) -> Line:
    if not left or not right:
        said = _shown((left or right)[0], left or right)
        return Line("", "left", said, None) if left else Line("", "right", None, said)
    one, two = _nearest(left, right)
    cells = _shown(one, left), _shown(two, right)
    flags: tuple[Flag, ...] = ("speaker",) if _speakers(left) and _speakers(right) and _apart(left, right) else ()
    # In another language the words must differ: that the phrase is the same is what its id says.
    if one.wording == two.wording or one.language != two.language:
        return Line("", "same", *cells, flags=flags)
    marked_left, marked_right, _ = differing(*cells)
    return Line("", "reworded", marked_left, marked_right, flags=flags)


def _nearest(left: Sequence[_Said], right: Sequence[_Said]) -> tuple[_Said, _Said]:
    """The first places with the same wording; where there are none, the first of each."""
    there: dict[tuple[str, ...], _Said] = {}
    for said in right:
        there.setdefault(said.wording, said)
    return next(((said, there[said.wording]) for said in left if said.wording in there), (left[0], right[0]))


def _shown(said: _Said, places: Sequence[_Said]) -> Cell:
    others = [(one.cell.article, one.cell.sentence) for one in places if one.cell.spans != said.cell.spans]
    return replace(said.cell, also=tuple(dict.fromkeys(others)))


def _speakers(places: Sequence[_Said]) -> set[tuple[str, ...]]:
    return {said.cell.speaker.key for said in places if said.cell.speaker}


def _apart(left: Sequence[_Said], right: Sequence[_Said]) -> bool:
    return not _speakers(left) & _speakers(right)


def _order(left: list[str], right: list[str]) -> list[str]:
    """The ids of the left account in order, each that only the right one has after what it follows there."""
    out, after = list(left), 0
    for id_ in right:
        if id_ in left:
            after = out.index(id_) + 1
        else:
            out.insert(after, id_)
            after += 1
    return out


def _phrase(
    id_: str,
    line: Line,
    known: Mapping[str, SetPhrase],
    lines: Mapping[str, Line],
    earlier: Mapping[str, Earlier] | None,
) -> PhraseLine:
    row = known.get(id_)
    cell = line.left or line.right
    assert cell is not None
    if row is None:  # a table of the user's own that is not laid over any more
        return PhraseLine(id_, cell.words, replace(line, label=id_), earlier=(earlier or {}).get(id_))
    other = {"left": "right", "right": "left"}.get(line.standing)
    instead = tuple(one for one in row.not_this if one in lines and lines[one].standing == other) if other else ()
    return PhraseLine(
        id_,
        row.name,
        replace(line, label=row.name),
        row.original,
        row.owner,
        row.first,
        instead,
        (earlier or {}).get(id_) if earlier is not None else None,
    )
