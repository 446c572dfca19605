"""A comparison as one HTML page: no script, nothing from elsewhere; for screens, light and dark, and for print."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from pathlib import Path

from communique.cli.comparison.parts import (
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
from communique.cli.screen import plain
from communique.cli.section import Named
from communique.model.comparison import Account, Comparison
from communique.version import __version__

_STYLE = Path(__file__).with_name("page.css")
_HAN = re.compile(r"[\u3400-\u9fff]")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_SIGNS = {"=": "=", "~": "≈", "-": "−", "+": "+", "<": "‹", ">": "›"}


def page(found: Comparison, named: Named) -> Iterator[str]:
    """The lines of the page."""
    words = Words(found, named)
    headline = title(found, named)
    yield "<!doctype html>"
    yield '<html lang="en">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="color-scheme" content="light dark">'
    yield f"<title>{escape(headline)} – communique</title>"
    yield f"<style>\n{_STYLE.read_text(encoding='utf-8').strip()}\n</style>"
    yield "</head>"
    yield "<body>"
    yield "<header>"
    yield f"<p class=kicker>{_kicker(found)}</p>"
    yield f"<h1>{escape(headline)}</h1>"
    yield "<div class=accounts>"
    for account in (found.left, found.right):
        yield from _account(account, words)
    yield "</div>"
    yield "</header>"
    made = tuple(parts(found, named))
    yield from _contents(made)
    yield "<main>"
    for number, part in enumerate(made, 1):
        yield from _part(part, number, words)
    yield "</main>"
    yield from _foot(found, words)
    yield "</body>"
    yield "</html>"


def _kicker(found: Comparison) -> str:
    if found.manner == "texts" and found.left.encounter:
        return "Two encounters"
    return {"sides": "Two accounts of one encounter", "time": "Then and now", "texts": "Two texts"}[found.manner]


def _account(account: Account, words: Words) -> Iterator[str]:
    side = "left" if words.found.left is account else "right"
    yield f"<section class='account {side}'>"
    yield f"<h2>{escape(words.name(account))}</h2>"
    if account.told and words.found.manner != "sides":
        yield f"<p class=told>{escape(plain(account.told))}</p>"
    if account.sources:
        several = len(account.sources) > 1
        yield "<ul>"
        for at, source in enumerate(account.sources):
            mark = f"<b>{letter(at)}</b> " if several else ""
            heading = f"<cite>{escape(plain(source.title))}</cite><br>" if source.title else ""
            yield f"<li>{mark}{heading}<small>{escape(source_line(source))}</small></li>"
        yield "</ul>"
    else:
        yield f"<p class=silent>{escape(words.silence(side == 'left'))} in this record</p>"
    yield "</section>"


def _contents(made: tuple[Part, ...]) -> Iterator[str]:
    yield "<nav aria-label='On this page'><ul>"
    for number, part in enumerate(made, 1):
        note = f" <span>{escape(part.note)}</span>" if part.note else ""
        yield f"<li><a href='#part-{number}'>{escape(part.title)}</a>{note}</li>"
    yield "</ul></nav>"


def _part(part: Part, number: int, words: Words) -> Iterator[str]:
    yield f"<section class=part id=part-{number}>"
    yield f"<h2>{escape(part.title)}</h2>"
    if part.note:
        yield f"<p class=note>{escape(part.note)}</p>"
    if not part.blocks:
        yield f"<p class=silent>{escape(part.empty)}</p>"
    for block in part.blocks:
        yield from _block(block, part, words)
    yield "</section>"


def _block(block: Block, part: Part, words: Words) -> Iterator[str]:
    # Where a narrow screen turns rows into blocks, the roles keep it a table for those who cannot see it.
    yield "<table role=table>"
    if block.title:
        note = f" <span>{escape(block.note)}</span>" if block.note else ""
        yield f"<caption>{escape(block.title)}{note}</caption>"
    else:
        yield f"<caption class=unseen>{escape(part.title)}</caption>"
    left, right = (escape(words.name(account)) for account in (words.found.left, words.found.right))
    yield "<thead role=rowgroup><tr role=row>"
    yield f"<th role=columnheader scope=col class=how>How</th><th role=columnheader scope=col>{left}</th>"
    yield f"<th role=columnheader scope=col>{right}</th></tr></thead>"
    yield "<tbody role=rowgroup>"
    for row in block.rows:
        yield from _row(row, words)
    yield "</tbody></table>"


def _row(row: Row, words: Words) -> Iterator[str]:
    if row.head or row.originals:
        originals = "".join(f" <span class=original{_lang(text)}>{escape(text)}</span>" for text in row.originals)
        head = f"<th role=rowheader scope=rowgroup colspan=3>{escape(row.head)}{originals}</th>"
        yield f"<tr role=row class=head>{head}</tr>"
    yield f"<tr role=row class='line {row.standing}'>"
    tags = "".join(f"<span class=tag>{escape(tag)}</span>" for tag in row.tags)
    sign = f"<span class=sign aria-hidden=true>{_SIGNS[row.mark]}</span>"
    yield f"<th role=rowheader scope=row class=how>{sign} <span class=word>{escape(row.told)}</span>{tags}</th>"
    for side, shown in (("left", row.left), ("right", row.right)):
        account = words.found.left if side == "left" else words.found.right
        label = escape(words.name(account), quote=True)
        if shown is None:
            silence = escape(words.silence(side == "left"))
            yield f"<td role=cell class='silent {side}' data-label=\"{label}\">{silence}</td>"
        else:
            yield f'<td role=cell class={side} data-label="{label}">{_cell(shown, account, side)}</td>'
    yield "</tr>"
    if row.below:
        told = "<br>".join(map(escape, row.below))
        yield f"<tr role=row class=below><td role=cell></td><td role=cell colspan=2>{told}</td></tr>"


def _cell(shown: Shown, account: Account, side: str) -> str:
    element = "del" if side == "left" else "ins"
    runs = "".join(
        f"<{element}>{escape(text)}</{element}>" if differs else escape(text) for text, differs in pieces(shown.cell)
    )
    value = f"<b>{escape(shown.value)}</b> " if shown.value else ""
    cue = f"<span class=cue>{escape(shown.cue)}</span> " if shown.cue and not shown.quoted else ""
    said = f"<q{_lang(shown.cell.words)}>{runs}</q>" if shown.quoted else runs
    who = f" <span class=who>{escape(shown.speaker)}</span>" if shown.speaker else ""
    return f"{value}{cue}{said}{who} {_evidence(shown, account)}"


def _evidence(shown: Shown, account: Account) -> str:
    cell = shown.cell
    source = next(one for one in account.sources if one.article == cell.article)
    marked = "".join(f"<mark>{escape(text)}</mark>" if is_shown else escape(text) for text, is_shown in evidence(cell))
    spans = ", ".join(f"{span.start}–{span.end}" for span in cell.spans)
    also = f" It stands in {len(cell.also)} more of its sentences." if cell.also else ""
    where = f"{escape(source_line(source))}; characters {spans}.{also}"
    place = escape(shown.place, quote=True)
    return (
        f"<details><summary aria-label='the sentence, {place}'>{place}</summary>"
        f"<blockquote{_lang(cell.sentence_text)}>{marked}</blockquote><p>{where}</p></details>"
    )


def _lang(text: str) -> str:
    if _HAN.search(text):
        return " lang=zh"
    return " lang=ru" if _CYRILLIC.search(text) else ""


def _foot(found: Comparison, words: Words) -> Iterator[str]:
    yield "<footer>"
    if found.notes:
        yield "<ul>"
        for note in found.notes:
            yield f"<li>{escape(plain(note))}</li>"
        yield "</ul>"
    yield (
        "<p>Statements are aligned by speaker, topic and words: one point that is told in wholly other words stands as"
        " two. What is underlined is not in the other account. ¶ opens the sentence.</p>"
    )
    yield f"<p>communique {__version__}</p>"
    yield "</footer>"
