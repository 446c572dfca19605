"""Mentions: the stretches of a block that name a person, a state, an organisation or the sides, as printed.

Nothing is resolved here: a mention says what its own words say (nationality, title, name), and where.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from communique.knowledge.kinds import Entry
from communique.knowledge.names import Name
from communique.model.span import Span
from communique.reading.actors import words
from communique.reading.actors.items import Row
from communique.reading.actors.names import MAX_NAME_WORDS, Named, name_at
from communique.reading.actors.titles import POSSESSIVES, heads_title, title_at

Kind = Literal["person", "title", "state", "organisation", "group", "sides", "pronoun"]


_ADDRESS = frozenset({"mr", "mrs", "ms", "sheikh", "sir"})
_OPENING = words.TITLE_HEADS | _ADDRESS | {"assistant"} | {f"{word}." for word in _ADDRESS}
_MARK = re.compile(r"[“„«”»\"]")
_HYPHENS = frozenset("-‑–")


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention. name is the printed name inside span; persons are the ids of people who bear it.

    countries are the printed nationalities; role is the printed title without them, lower case; offices are office keys
    that the title can stand for. holder is "his", "her", "their" before a title ("his Kenyan counterpart"). former says
    that the title is marked as past; by_office that its state is not printed, but the only one with such an office.
    """

    span: Span
    kind: Kind
    name: Span | None = None
    persons: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    role: str | None = None
    offices: tuple[str, ...] = ()
    holder: str | None = None
    definite: bool = False
    plural: bool = False
    former: bool = False
    quoted: bool = False
    by_office: bool = False


def mentions(text: str, block: Span, names: Sequence[Name]) -> tuple[Mention, ...]:
    """The mentions of one block in text order, none overlapping another."""
    found = _Scan(Row(text, block, names)).all()
    for match in words.SIDES.finditer(text, block.start, block.end):
        span = Span(match.start(), match.end())
        first, last = overlapping(found, span)
        if first == last:
            found.insert(first, Mention(span, "sides", plural=True))
        else:
            found[first:last] = [_sided(m, span) for m in found[first:last]]
    for match in words.PRONOUN.finditer(text, block.start, block.end):
        span = Span(match.start(), match.end())
        first, last = overlapping(found, span)
        if first == last:
            found.insert(first, Mention(span, "pronoun"))
    for quote in quoted_stretches(text, block):
        first, last = overlapping(found, quote)
        found[first:last] = [replace(m, quoted=True) if quote.holds(m.span) else m for m in found[first:last]]
    return tuple(found)


def overlapping(found: Sequence[Mention], span: Span) -> tuple[int, int]:
    """The stretch of mentions in text order, none overlapping another, that share a character with a span."""
    first = bisect.bisect_left(found, span.start, key=lambda m: m.span.start)
    if first and found[first - 1].span.end > span.start:
        first -= 1
    last = first
    while last < len(found) and found[last].span.start < span.end:
        last += 1
    return first, last


def _sided(mention: Mention, span: Span) -> Mention:
    """A title such as "the two foreign ministers" means the sides, unless it carries a name of its own."""
    if mention.kind in ("title", "group") and span.holds(mention.span) and not mention.countries:
        return Mention(span, "sides", plural=True, role=mention.role)
    return mention


def quoted_stretches(text: str, block: Span) -> tuple[Span, ...]:
    """Where the block quotes: from an opening mark to its closing one, or to the end where none closes."""
    out: list[Span] = []
    start: int | None = None
    for found in _MARK.finditer(text, block.start, block.end):
        at, mark = found.start(), found[0]
        if mark in "“„«" or (mark == '"' and start is None):
            start = at if start is None else start
        elif start is not None:
            out.append(Span(start, at + 1))
            start = None
    if start is not None and start < block.end:
        out.append(Span(start, block.end))
    return tuple(out)


class _Scan:
    """One pass over the items of a block."""

    def __init__(self, row: Row) -> None:
        self.row = row
        self.out: list[Mention] = []

    def all(self) -> list[Mention]:
        at = 0
        while at < len(self.row):
            item = self.row[at]
            # most words name nobody: they are passed over before any rule looks at them
            plain = not item.entries and item.low not in _OPENING
            at = at + 1 if plain else max(at + 1, self._step(at))
        return self.out

    def _step(self, at: int) -> int:
        """Read what begins at this item; the index of the next item to look at."""
        if heads_title(self.row, at):
            return self._title(at)
        item = self.row[at]
        if item.entry("person"):
            return self._person(at)
        if item.entry("demonym") and not item.entry("state", "metonym"):
            return self._people(at)
        if entry := item.entry("state", "metonym", "organisation"):
            return self._body(at, entry)
        if item.entry("region"):
            return self._region(at)
        if item.low.rstrip(".") in _ADDRESS and name_at(self.row, at + 1):
            return self._person(at)
        return at + 1

    def _used(self) -> int:
        """The index of the first item after the last mention."""
        end = self.out[-1].span.end if self.out else 0
        return bisect.bisect_left(self.row.items, end, key=lambda item: item.span.start)

    def _title(self, at: int) -> int:
        title = title_at(self.row, at, self._used(), self._follows_name)
        kind: Kind = "person" if title.named else "group" if title.plural else "title"
        mention = Mention(
            self.row.span(title.left, title.stop),
            kind,
            name=title.named.span if title.named else None,
            persons=title.named.people if title.named else (),
            countries=title.countries,
            role=_own_role(title.role, named=title.named is not None),
            offices=title.offices,
            holder=next((word for word in sorted(POSSESSIVES) if word in title.qualifiers), None),
            definite=not title.qualifiers & {"a", "an"}
            and (bool(title.qualifiers & {"the", *POSSESSIVES}) or self.row[at].capital),
            plural=title.plural,
            former=bool(title.qualifiers & words.FORMER),
            by_office=title.by_office,
        )
        if mention.kind == "title" and (named := self._name_before(title.left)):
            self.out.append(Mention(named.span, "person", name=named.span))
        if not self._describes_last(mention):
            self.out.append(mention)
        return title.stop

    def _follows_name(self, left: int) -> bool:
        """Whether the items from left on stand right behind a person's name and a comma."""
        if self.row.low(left - 1) != ",":
            return False
        last = self.out[-1] if self.out else None
        known = last is not None and last.kind == "person" and not last.role
        if known and last is not None and self.row.text[last.span.end : self.row[left].span.start].strip() == ",":
            return True
        return self._name_before(left) is not None

    def _name_before(self, left: int) -> Named | None:
        """The unknown name in "Oswin Talamela, the Zambian minister": at least two words right before the comma."""
        used = self._used()
        if self.row.low(left - 1) != "," or left - 2 < used:
            return None
        for first in range(max(used, left - 1 - MAX_NAME_WORDS), left - 2):
            named = name_at(self.row, first)
            if named and named.stop == left - 1 and named.stop - named.first > 1:
                return named
        return None

    def _describes_last(self, mention: Mention) -> bool:
        """Join a title right after "NAME," to that person; whether that was so."""
        last = self.out[-1] if self.out else None
        if last is None or last.kind != "person" or mention.kind != "title" or last.role:
            return False
        if self.row.text[last.span.end : mention.span.start].strip() not in (",", ", who is", "("):
            return False
        self.out[-1] = replace(
            last,
            span=Span(last.span.start, mention.span.end),
            countries=last.countries or mention.countries,
            role=mention.role,
            offices=mention.offices,
            former=mention.former,
        )
        return True

    def _person(self, at: int) -> int:
        named = name_at(self.row, at)
        if named is None:
            return at + 1
        left, country = at, self.row.nation(at - 1)
        if country and at > self._used() and self.row.adjoins(at):
            before = self.row[at - 1]
            left = at - 1 if before.possessive or before.entry("demonym") else at
        countries = (country,) if country and left < at else ()
        span = self.row.span(left, named.stop)
        self.out.append(Mention(span, "person", name=named.span, persons=named.people, countries=countries))
        return named.stop

    def _people(self, at: int) -> int:
        """A demonym: "the Chinese side", "Americans"; nothing where it only qualifies what follows."""
        country = self.row.nation(at) or ""
        left = self._with_article(at)
        stop = _end_of_body(self.row, at + 1)
        if stop is not None:
            role = " ".join(item.low for item in self.row.items[at + 1 : stop])
            kind: Kind = "group" if role == "state media" else "state"
            span = self.row.span(left, stop)
            shown = None if role in ("side", "government") else role
            self.out.append(Mention(span, kind, countries=(country,), role=shown, definite=True))
            return stop
        item, following = self.row[at], self.row.low(at + 1)
        if item.text.endswith("s") and not item.possessive and not self._capital(at + 1) and following not in "-":
            self.out.append(Mention(self.row.span(left, at + 1), "group", countries=(country,), plural=True))
        return at + 1

    def _region(self, at: int) -> int:
        """A part of the world: a group of its states or people ("Western countries", "Europeans"), else nothing."""
        noun = self.row.low(at + 1)
        plural = noun in words.STATES_PLURAL
        if plural or (self.row[at].text.endswith("ans") and not self._capital(at + 1)):
            span = self.row.span(self._with_article(at), at + 1 + plural)
            self.out.append(Mention(span, "group", countries=(self.row.nation(at, "region") or "",), plural=True))
            return at + 1 + plural
        return at + 1

    def _capital(self, index: int) -> bool:
        return index < len(self.row) and self.row[index].capital

    def _qualifies(self, at: int) -> bool:
        """Whether a state's name only qualifies: "the Kremlin leader", "China-Russia relations"."""
        row, ahead = self.row, at + 1
        if row.low(ahead) in _HYPHENS and row.low(ahead + 1) in {"based", "led", "backed", "born", "brokered", "run"}:
            return True
        if row.low(ahead) in _HYPHENS or (at > 0 and row.low(at - 1) in _HYPHENS and row.nation(at - 2)):
            return row.nation(ahead + 1) is not None or row.low(at - 1) in _HYPHENS
        while ahead < len(row) and ahead - at < 6 and row.adjoins(ahead):
            if heads_title(row, ahead):
                return True
            if row.low(ahead) not in words.TITLE_FIELDS and row.low(ahead) not in words.QUALIFIERS - words.ARTICLES:
                return False
            ahead += 1
        return False

    def _with_article(self, at: int) -> int:
        named = self.row[at].entry("state", "metonym") and not words.WITH_ARTICLE.search(self.row[at].text)
        if at > self._used() and self.row.low(at - 1) == "the" and self.row.adjoins(at) and not named:
            return at - 1
        return at

    def _body(self, at: int, entry: Entry) -> int:
        """A state or organisation: itself, its government or its foreign ministry."""
        if self._qualifies(at):
            return at + 1
        kind: Kind = "state" if entry.kind in ("state", "metonym") else "organisation"
        stop, role = at + 1, None
        if self.row[at].possessive and (end := _end_of_body(self.row, at + 1)):
            role = " ".join(item.low for item in self.row.items[at + 1 : end])
            role, stop = (None if role in ("side", "government") else role), end
        span = self.row.span(self._with_article(at), stop)
        country = entry.country or entry.id
        self.out.append(Mention(span, kind, countries=(country,), role=role, definite=True))
        return stop


def _own_role(role: str, *, named: bool) -> str | None:
    """The printed title; "counterpart" beside a name says whose, not what, and is none."""
    if not named:
        return role
    return re.sub(r"^counterparts?,?\s*|[, ]*counterparts?$", "", role) or None


def _end_of_body(row: Row, at: int) -> int | None:
    """The index after the words by which a state acts ("side", "government", "foreign ministry"); None without them."""
    low = row.low(at)
    if low in words.BODIES:
        return at + 1
    if low in words.BODY_FIELDS and row.low(at + 1) in words.BODY_HEADS:
        return at + 2
    return None
