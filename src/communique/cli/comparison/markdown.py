"""A comparison as Markdown: tables of two columns, the sentences as footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique.cli.comparison.parts import Part, Row, Shown, Words, evidence, letter, parts, pieces, source_line, title
from communique.cli.screen import plain
from communique.cli.section import Named
from communique.model.comparison import Account, Comparison

_SIGNS = {"=": "=", "~": "≈", "-": "−", "+": "+", "<": "‹", ">": "›"}  # a hyphen or tilde would be Markdown's
# What Markdown would take for its own; a bar would end the cell.
_SPECIAL = re.compile(r"([\\`*_\[\]<>|#~$])")


def page(found: Comparison, named: Named) -> Iterator[str]:
    """The lines of the text."""
    words = Words(found, named)
    notes: list[str] = []
    yield f"# {_safe(title(found, named))}"
    yield ""
    for account in (found.left, found.right):
        yield from _account(account, words)
    for part in parts(found, named):
        yield from _part(part, words, notes)
    for note in found.notes:
        yield f"- {_safe(plain(note))}"
    if found.notes:
        yield ""
    yield "What is in **bold** is not in the other account."
    yield ""
    yield from notes


def _account(account: Account, words: Words) -> Iterator[str]:
    left = words.found.left is account
    yield f"**{_safe(words.name(account))}**"
    yield ""
    if not account.sources:
        yield f"- {_safe(words.silence(left))} in this record"
    for at, source in enumerate(account.sources):
        mark = f"{letter(at)}: " if len(account.sources) > 1 else ""
        heading = f"{_safe(plain(source.title))}. " if source.title else ""
        yield f"- {mark}{heading}{_safe(source_line(source))}"
    yield ""


def _part(part: Part, words: Words, notes: list[str]) -> Iterator[str]:
    yield f"## {_safe(part.title)}"
    yield ""
    if part.note:
        yield _safe(part.note)
        yield ""
    if not part.blocks:
        yield _safe(part.empty)
        yield ""
    for block in part.blocks:
        if block.title:
            yield f"### {_safe(block.title)}{f' ({_safe(block.note)})' if block.note else ''}"
            yield ""
        left, right = (_safe(words.name(account)) for account in (words.found.left, words.found.right))
        yield f"| | {left} | {right} |"
        yield "|---|---|---|"
        for row in block.rows:
            yield _row(row, words, notes)
        yield ""


def _row(row: Row, words: Words, notes: list[str]) -> str:
    head = f"**{_safe(row.head)}**" if row.head else ""
    originals = " ".join(map(_safe, row.originals))
    about = (
        head,
        originals,
        f"{_SIGNS[row.mark]} {_safe(row.told)}",
        *map(_safe, (*row.tags, *row.below)),
    )
    first = "<br>".join(part for part in about if part)
    cells = [
        _cell(shown, account, notes) if shown else f"*{_safe(words.silence(account is words.found.left))}*"
        for shown, account in ((row.left, words.found.left), (row.right, words.found.right))
    ]
    return f"| {first} | {cells[0]} | {cells[1]} |"


def _cell(shown: Shown, account: Account, notes: list[str]) -> str:
    runs = "".join(f"**{_safe(text)}**" if differs else _safe(text) for text, differs in pieces(shown.cell))
    said = f"“{runs}”" if shown.quoted else runs
    before = f"{_safe(shown.value)}: " if shown.value else ""
    if shown.cue and not shown.quoted:
        before += f"{_safe(shown.cue)}: "
    who = f" ({_safe(shown.speaker)})" if shown.speaker else ""
    source = next(one for one in account.sources if one.article == shown.cell.article)
    marked = "".join(f"**{_safe(text)}**" if is_shown else _safe(text) for text, is_shown in evidence(shown.cell))
    spans = ", ".join(f"{span.start}–{span.end}" for span in shown.cell.spans)
    notes.append(f"[^{len(notes) + 1}]: {marked} ({_safe(source_line(source))}; {shown.place}, characters {spans})")
    return f"{before}{said}{who}[^{len(notes)}]"


def _safe(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)
