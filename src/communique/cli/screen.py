"""The screen: width, colour, wrapping, and characters that must not reach a terminal."""

from __future__ import annotations

import os
import re
import shutil
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import IO

PIPE_WIDTH = 80
# Longer lines tire the eye: a terminal over the whole screen still gets a readable page.
MAX_WIDTH = 110

_CODES = {"bold": "1", "dim": "2", "mark": "1;33", "good": "32", "bad": "31", "head": "1;36"}
_ANSI = re.compile(r"\x1b\[[0-9;]*m")
_WHITE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Screen:
    """How wide a page is and whether it may use colours."""

    width: int = PIPE_WIDTH
    colour: bool = False

    def paint(self, text: str, tone: str | None) -> str:
        """The text in a tone (bold, dim, mark, good, bad, head); unchanged where there are no colours."""
        if not self.colour or tone is None or not text:
            return text
        return f"\x1b[{_CODES[tone]}m{text}\x1b[0m"

    def mark(self, text: str) -> str:
        """Evidence within its sentence: coloured, or between ⟦ and ⟧."""
        return self.paint(text, "mark") if self.colour else f"⟦{text}⟧"

    def rule(self, character: str = "─") -> str:
        """A line across the page."""
        return self.paint(character * self.width, "dim")

    def wrapped(self, text: str, indent: str = "", first: str | None = None) -> Iterator[str]:
        """The text broken at white space into lines of the page's width, each after its indent."""
        head = indent if first is None else first
        line, room = "", self.width - columns(head)
        for word in _words(text, self.width - columns(indent)):
            wide = columns(word)
            if line and columns(line) + 1 + wide > room:
                yield (head + line).rstrip()
                head, line, room = indent, word, self.width - columns(indent)
            else:
                line = f"{line} {word}" if line else word
        yield (head + line).rstrip()


def screen_for(stream: IO[str], colour: bool | None = None, widest: int = MAX_WIDTH) -> Screen:
    """The screen for a stream: its width and colours on a terminal, 80 columns and none elsewhere.

    widest is the width that is used at most. colour overrides (`--color`, `--no-color`); NO_COLOR in the environment
    and dumb terminals have none.
    """
    terminal = stream.isatty()
    width = min(max(shutil.get_terminal_size((PIPE_WIDTH, 24)).columns, 40), widest) if terminal else PIPE_WIDTH
    if colour is None:
        colour = terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return Screen(width, colour)


def utf8_output() -> None:
    """Make both output streams UTF-8 with plain line ends, whatever the locale; what cannot be encoded is escaped."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def columns(text: str) -> int:
    """How many columns a text takes on a screen: wide characters two, combining marks and colours none."""
    text = _ANSI.sub("", text)
    if text.isascii():
        return len(text)
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def plain(text: str) -> str:
    """A stretch of a page as one line that is safe to show.

    White space is one space; control characters and those that turn the direction of writing are left out: a page must
    not be able to move the cursor or to swap what is said.
    """
    return "".join(c for c in _WHITE.sub(" ", text) if unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co", "Cn"))


def _words(text: str, room: int) -> Iterator[str]:
    """Words of a text, those wider than the page cut."""
    for word in text.split(" "):
        while len(word) > room and columns(word) > room > 0 and not _ANSI.search(word):
            cut = _fitting(word, room)
            yield word[:cut]
            word = word[cut:]
        if word:
            yield word


def _fitting(word: str, room: int) -> int:
    used = 0
    for at, character in enumerate(word):
        used += _columns(character)
        if used > room:
            return max(at, 1)
    return len(word)


def counted(number: int, noun: str) -> str:
    """`1 article`, `2 articles`."""
    return f"{number} {noun}{'s' * (number != 1)}"


def table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]], widths: tuple[int, ...]) -> Iterator[str]:
    """Rows under a head in columns of the given widths; what does not fit goes on in the next line of its cell."""
    yield _row(head, widths)
    yield "  ".join("-" * width for width in widths)
    for row in rows:
        cells = [list(Screen(width).wrapped(cell)) for cell, width in zip(row, widths, strict=True)]
        for at in range(max(len(cell) for cell in cells)):
            yield _row(tuple(cell[at] if at < len(cell) else "" for cell in cells), widths)


def _row(cells: tuple[str, ...], widths: tuple[int, ...]) -> str:
    return "  ".join(cell + " " * (width - columns(cell)) for cell, width in zip(cells, widths, strict=True)).rstrip()
