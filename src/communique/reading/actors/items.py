"""A block of text as a row of items: words, punctuation, and the names that the knowledge base knows."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from dataclasses import dataclass

from communique.knowledge.kinds import Entry
from communique.knowledge.names import Name
from communique.model.span import Span

# Words keep inner hyphens, apostrophes and dots; every other visible character is an item of its own.
_WORD = re.compile(r"[^\W_]+(?:[’'ʼ‘`\-‑.·][^\W_]+)*|[^\s\w]", re.UNICODE)
_POSSESSIVE = re.compile(r"[’']s?$")

CALENDAR = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April June July August September"
    " October November December Mon Tue Wed Thu Fri Sat Sun Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec".split()
)


@dataclass(frozen=True, slots=True)
class Item:
    """One word, punctuation mark or known name; possessive says that an 's follows the name."""

    span: Span
    text: str
    entries: tuple[Entry, ...] = ()
    possessive: bool = False

    @property
    def low(self) -> str:
        """The words in lower case."""
        return self.text.lower()

    def entry(self, *kinds: str) -> Entry | None:
        """The first entry of one of these kinds."""
        return next((entry for entry in self.entries if entry.kind in kinds), None)

    @property
    def capital(self) -> bool:
        """Whether it begins like a name: an upper-case letter."""
        return self.text[0].isupper()

    @property
    def shouted(self) -> bool:
        """Whether it is an abbreviation or headline word: several letters, all upper case."""
        letters = [c for c in self.text if c.isalpha()]
        return len(letters) > 1 and all(c.isupper() for c in letters)


class Row:
    """The items of one block, asked by index; an index beyond the end answers with nothing."""

    def __init__(self, text: str, block: Span, names: Sequence[Name]) -> None:
        self.text = text
        self.items = _items(text, block, names)

    def __len__(self) -> int:
        return len(self.items)

    def __getitem__(self, index: int) -> Item:
        return self.items[index]

    def low(self, index: int) -> str:
        """The words of an item in lower case; "" beyond the end."""
        return self.items[index].low if 0 <= index < len(self.items) else ""

    def span(self, first: int, stop: int) -> Span:
        """Where the items from first up to stop (not included) stand."""
        return Span(self.items[first].span.start, self.items[stop - 1].span.end)

    def adjoins(self, index: int) -> bool:
        """Whether only a space or a possessive stands between an item and the one before it."""
        gap = self.text[self.items[index - 1].span.end : self.items[index].span.start]
        return gap.strip() in ("", "'s", "’s", "'", "’") and "\n\n" not in gap

    def nation(self, index: int, *more: str) -> str | None:
        """The state or organisation that an item names or qualifies by; None where it names a person or neither.

        more are further kinds of entries that count ("region").
        """
        item = self.items[index] if 0 <= index < len(self.items) else None
        if item is None or item.entry("person"):
            return None
        entry = item.entry("demonym", "state", "metonym", "organisation", *more)
        if entry is None and (part := item.entry("region")):
            return part.country  # a part of a state: "Northern Ireland First Minister"; None for a part of the world
        return (entry.country or entry.id) if entry else None

    def seat(self, index: int) -> str | None:
        """The state whose seat of government an item names ("the German Chancellery"); None for other items."""
        item = self.items[index] if 0 <= index < len(self.items) else None
        entry = item.entry("venue") if item is not None else None
        return entry.country if entry is not None else None


def _items(text: str, block: Span, names: Sequence[Name]) -> list[Item]:
    out: list[Item] = []
    at = bisect.bisect_left(names, block.start, key=lambda name: name.span.start)
    position = block.start
    while at < len(names) and names[at].span.start < block.end:
        name = names[at]
        at += 1
        if name.span.start < position or name.span.end > block.end or _cut_short(text, name):
            continue
        out += _plain(text, position, name.span.start)
        out.append(_known(text, name))
        position = name.span.end
        tail = re.compile(r"[’']s\b|[’'](?=\s)").match(text, position)
        if tail:
            out[-1] = Item(name.span, out[-1].text, name.entries, possessive=True)
            position = tail.end()
    return out + _plain(text, position, block.end)


def _cut_short(text: str, name: Name) -> bool:
    """Whether a person's name goes on behind a hyphen ("Karine Jean-Pierre"): it is then somebody else's."""
    after = text[name.span.end : name.span.end + 2]
    return after[:1] in ("-", "‑") and after[1:].isalpha() and name.entries[0].kind == "person"


def _known(text: str, name: Name) -> Item:
    return Item(name.span, name.span.of(text), name.entries)


def _plain(text: str, start: int, end: int) -> list[Item]:
    out = []
    for word in _WORD.finditer(text, start, end):
        printed = word[0]
        if "’" not in printed and "'" not in printed:
            out.append(Item(Span(word.start(), word.end()), printed))
            continue
        tail = _POSSESSIVE.search(printed)
        owner = tail is not None and len(tail[0]) < len(printed)
        stop = word.end() - len(tail[0]) if tail and owner else word.end()
        out.append(Item(Span(word.start(), stop), text[word.start() : stop], (), owner))
    return out
