"""A comparison on a terminal: two columns, or one below the other where it is narrow."""

from __future__ import annotations

from collections.abc import Iterator

from communique.cli.comparison.parts import (
    STANDINGS,
    Block,
    Part,
    Row,
    Shown,
    Words,
    evidence,
    letter,
    parts,
    pieces,
    source_line,
    title,
)
from communique.cli.screen import Screen, columns, plain
from communique.cli.section import Named
from communique.model.comparison import Account, Comparison

NARROW = 72
"""Fewer columns than this hold no two columns that anybody likes to read."""
_TONES = {"=": "dim", "~": "mark", "-": "bad", "+": "good", "<": "bad", ">": "good"}


def page(found: Comparison, screen: Screen, named: Named, *, explain: bool = False) -> Iterator[str]:
    """The lines of the page; explain adds the sentences in which the words stand."""
    words = Words(found, named)
    for line in screen.wrapped(title(found, named)):
        yield screen.paint(line, "bold")
    yield screen.rule()
    yield from _heads(found, words, screen)
    for part in parts(found, named):
        yield from _part(part, words, screen, explain)
    yield ""
    yield from _foot(found, words, screen)


def _heads(found: Comparison, words: Words, screen: Screen) -> Iterator[str]:
    left, right = (_head(account, words) for account in (found.left, found.right))
    yield from _beside(left, right, " ", screen, tone="bold")


def _head(account: Account, words: Words) -> list[str]:
    lines = [words.name(account)]
    several = len(account.sources) > 1
    for at, source in enumerate(account.sources):
        lines.append(f"{letter(at)}: {source_line(source)}" if several else source_line(source))
    if not account.sources:
        lines.append(f"{words.silence(words.found.left is account)} in this record")
    return lines


def _part(part: Part, words: Words, screen: Screen, explain: bool) -> Iterator[str]:
    yield ""
    heading = part.title.upper()
    first, *rest = screen.wrapped(f"{heading} · {part.note}" if part.note else heading, "  ", "")
    yield screen.paint(first[: len(heading)], "head") + screen.paint(first[len(heading) :], "dim")
    yield from (screen.paint(line, "dim") for line in rest)
    if not part.blocks and part.empty:
        yield from screen.wrapped(part.empty, "  ", "  ")
    for block in part.blocks:
        yield from _block(block, words, screen, explain)


def _block(block: Block, words: Words, screen: Screen, explain: bool) -> Iterator[str]:
    if block.title:
        yield ""
        note = f"  ({block.note})" if block.note else ""
        for line in screen.wrapped(block.title + note, "  ", ""):
            yield screen.paint(line, "bold")
    for number, row in enumerate(block.rows):
        if number and not row.head:
            yield ""  # rows would run into each other
        yield from _row(row, words, screen, explain)


def _row(row: Row, words: Words, screen: Screen, explain: bool) -> Iterator[str]:
    if row.head:
        originals = f" · {' · '.join(row.originals)}" if row.originals else ""
        yield ""
        for line in screen.wrapped(row.head + originals, "  ", "  "):
            yield screen.paint(line, "bold")
    left = [_cell(row.left, screen, "bad")] if row.left else [screen.paint(_silent(words, True), "dim")]
    right = [_cell(row.right, screen, "good")] if row.right else [screen.paint(_silent(words, False), "dim")]
    yield from _beside(left, right, row.mark, screen)
    for note in (", ".join(row.tags), *row.below):
        if note:
            yield from (screen.paint(line, "dim") for line in screen.wrapped(note, "      ", "    · "))
    if explain:
        yield from _explained(row, words, screen)


def _silent(words: Words, left: bool) -> str:
    return f"({words.silence(left)})"


def _cell(shown: Shown, screen: Screen, tone: str) -> str:
    runs = []
    for text, differs in pieces(shown.cell):
        if differs and screen.colour:
            runs.append(" ".join(screen.paint(word, tone) for word in text.split(" ")))
        else:
            runs.append(f"⟦{text}⟧" if differs else text)
    said = "".join(runs)
    said = f"“{said}”" if shown.quoted else said
    before = f"{shown.value}: " if shown.value else f"{shown.cue}: " if shown.cue and not shown.quoted else ""
    who = f" {shown.speaker}," if shown.speaker else ""
    return f"{before}{said}{who} {screen.paint(shown.place.replace(' ', ' '), 'dim')}"


def _beside(left: list[str], right: list[str], mark: str, screen: Screen, tone: str | None = None) -> Iterator[str]:
    """Two columns with a mark between; below each other where the screen is narrow. tone is for the first line."""
    if screen.width < NARROW:
        for name, side in (("A", left), ("B", right)):
            for number, text in enumerate(side):
                head = f"{name} {mark} " if number == 0 else "    "
                for line in screen.wrapped(text, "    ", head):
                    yield screen.paint(line, tone if number == 0 else None)
        return
    wide = (screen.width - 3) // 2
    half = Screen(wide, screen.colour)
    columns_of = []
    for side in (left, right):
        lines = []
        for number, text in enumerate(side):
            indent = "  " if number else ""
            lines += [screen.paint(line, None if number else tone) for line in half.wrapped(text, indent)]
        columns_of.append(lines)
    rows = max(map(len, columns_of))
    for at in range(rows):
        one, two = (side[at] if at < len(side) else "" for side in columns_of)
        sign = screen.paint(mark, _TONES.get(mark)) if at == 0 else screen.paint("│", "dim")
        yield f"{one}{' ' * (wide - columns(one))} {sign} {two}".rstrip()


def _explained(row: Row, words: Words, screen: Screen) -> Iterator[str]:
    for shown, account in ((row.left, words.found.left), (row.right, words.found.right)):
        if shown is None:
            continue
        cell = shown.cell
        source = next(one for one in account.sources if one.article == cell.article)
        where = (source.path or source.article[:19]).rpartition("/")[2]
        spans = ", ".join(f"{span.start}-{span.end}" for span in cell.spans)
        marked = "".join(_marked(text, is_shown, screen) for text, is_shown in evidence(cell))
        yield from screen.wrapped(f"{plain(where)}, characters {spans}: {marked}", "      | ")
        if cell.also:
            yield from screen.wrapped(f"also in {len(cell.also)} more of its sentences", "      | ")


def _marked(text: str, is_shown: bool, screen: Screen) -> str:
    if not is_shown:
        return text
    return " ".join(screen.mark(word) for word in text.split(" ")) if screen.colour else screen.mark(text)


def _foot(found: Comparison, words: Words, screen: Screen) -> Iterator[str]:
    signs = ", ".join(f"{words.mark(name)} {words.told(name)}" for name in STANDINGS)
    marks = "coloured words are" if screen.colour else "⟦ ⟧ is"
    for line in screen.wrapped(f"{signs}; {marks} not in the other; ¶ paragraph"):
        yield screen.paint(line, "dim")
    for note in found.notes:
        yield from (screen.paint(line, "dim") for line in screen.wrapped(plain(note)))
