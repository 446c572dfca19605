"""A comparison as parts of two columns, before layout: the words that all forms share."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from communique.cli.screen import counted, plain
from communique.cli.section import NOT_STATED, Named
from communique.model.comparison import (
    Account,
    AccountSource,
    Cell,
    Comparison,
    Earlier,
    Line,
    PhraseLine,
    Standing,
    Use,
    tally,
)
from communique.model.reading import Party

_MARKS = {"same": "=", "reworded": "~", "left": "-", "right": "+"}
STANDINGS: tuple[Standing, ...] = ("same", "reworded", "left", "right")
_ONLY = {"left": "<", "right": ">"}
_IN_TIME = {"same": "kept", "reworded": "reworded", "left": "dropped", "right": "added"}
_FLAGS = {
    "speaker": "another speaker",
    "negation": "“not” in one only",
    "numbers": "numbers differ",
    "level": "another level",
    "status": "another step",
    "amount": "amounts differ",
    "deadline": "deadlines differ",
}
_FIELDS = {
    "kind": "kind", "status": "status", "start": "day", "end": "until", "city": "city", "country": "country",
    "venue": "venue", "level": "level", "initiator": "asked for by", "sidelines_of": "sidelines of",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Shown:
    """A cell as it is printed: who says it (where the line does not), the cue, a value, where it stands.

    quoted says that the words are to stand between quotation marks.
    """

    cell: Cell
    speaker: str | None
    cue: str | None
    value: str | None
    place: str
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One line in two columns. head is what is compared, told how it stands, below what is known beside."""

    standing: Standing
    mark: str
    told: str
    head: str
    originals: tuple[str, ...]
    left: Shown | None
    right: Shown | None
    tags: tuple[str, ...] = ()
    below: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """Rows under a heading of their own: one speaker, one topic; title is empty where a part has one block only."""

    title: str
    rows: tuple[Row, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the page. note counts its lines; blocks may be none: then empty says what that means."""

    title: str
    note: str
    blocks: tuple[Block, ...]
    empty: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """How lines are told in one comparison: by time, or by whose account."""

    found: Comparison
    named: Named

    def name(self, account: Account) -> str:
        """An account as a column is headed."""
        label = plain(account.label)
        return f"{_possessive(label)} account" if account.side else label

    def told(self, standing: Standing) -> str:
        """How a line stands, in a word or two."""
        if self.found.manner == "time":
            return _IN_TIME[standing]
        if standing in ("same", "reworded"):
            return "in both" if standing == "same" else "in other words"
        return f"only {plain(self.found.left.label if standing == 'left' else self.found.right.label)}"

    def mark(self, standing: Standing) -> str:
        """The sign for how a line stands; that one of two sides says nothing is no loss, and gets no minus."""
        return _MARKS[standing] if self.found.manner == "time" else _ONLY.get(standing, _MARKS[standing])

    def silence(self, left: bool) -> str:
        """What stands where one account has nothing."""
        account = self.found.left if left else self.found.right
        if not account.sources:
            return f"no account by {plain(account.label)}"
        if account.encounter and not account.side:  # its label is a day
            return f"not on {plain(account.label)}"
        return f"not in {self.name(account)}" if account.side else f"not in {plain(account.label)}"

    def counts(self, lines: Sequence[Line]) -> str:
        """How many lines stand how, in a line."""
        rows = tally(lines)
        parts = [f"{rows[name]} {self.told(name)}" for name in STANDINGS if rows[name]]
        if rows["moved"]:
            parts.append(f"{rows['moved']} moved")
        return " · ".join(parts)


def _possessive(word: str) -> str:
    return f"{word}’" if word.endswith("s") else f"{word}’s"


def parts(found: Comparison, named: Named) -> Iterator[Part]:
    """The parts of the page, in order."""
    words = Words(found, named)
    facts = [line for line in found.facts if _worth(line, found)]
    if facts:
        yield Part("The encounter", "what is told differently", (Block("", tuple(_facts(facts, words))),))
    yield _phrases(words)
    if found.labels:
        rows = tuple(_label(line, words) for line in found.labels)
        yield Part("What the relationship is called", words.counts(found.labels), (Block("", rows),))
    yield _statements(words)
    if found.joint:
        rows = tuple(_line(line, words) for line in found.joint)
        yield Part("Said together", words.counts(found.joint), (Block("", rows),))
    if found.commitments:
        rows = tuple(_line(line, words, head=line.label, quoted=False) for line in found.commitments)
        yield Part("Commitments", words.counts(found.commitments), (Block("", rows),))
    if found.passages or found.identical:
        note = f"{counted(found.identical, 'sentence')} word for word the same"
        rows = tuple(_line(line, words) for line in found.passages)
        empty = "no other sentence nearly stands in both"
        yield Part("Other sentences", note, (Block("", rows),) if rows else (), empty)


def _worth(line: Line, found: Comparison) -> bool:
    """Whether a fact is worth a line: the two differ, or it says how formal it was and who asked for it."""
    if found.manner == "time" and line.label in ("start", "end"):
        return False  # two encounters have two days
    return line.standing != "same" or line.label in ("level", "initiator", "sidelines_of")


def _facts(lines: Sequence[Line], words: Words) -> Iterator[Row]:
    cities = any(line.label == "city" and line.standing != "same" for line in lines)
    for line in lines:
        if line.label == "country" and cities:
            continue
        yield _line(line, words, head=_FIELDS[line.label], quoted=True)


def _phrases(words: Words) -> Part:
    rows = words.found.phrases
    note = words.counts([row.line for row in rows])
    if rows and all(row.earlier is not None and row.earlier.first is None for row in rows):
        note += "; none of them before in this record"
    blocks = (Block("", tuple(_phrase(row, words) for row in rows)),) if rows else ()
    return Part("Set phrases", note, blocks, "neither has a set phrase that the tables know")


def _phrase(row: PhraseLine, words: Words) -> Row:
    made = _line(row.line, words, head=plain(row.name), quoted=True)
    below: list[str] = []
    if row.instead:
        names = {one.id: one.name for one in words.found.phrases}
        below.append(f"the other has “{'”, “'.join(names[id_] for id_ in row.instead)}”: never the same phrase")
    if row.earlier is not None and any(one.earlier and one.earlier.first for one in words.found.phrases):
        below.append(_earlier(row.earlier))
    return replace(made, originals=tuple(_one_a_script(row.original)), below=tuple(below))


def _one_a_script(wordings: Sequence[str]) -> Iterator[str]:
    """The first original wording in each script: others differ by a comma."""
    seen = set()
    for wording in wordings:
        script = unicodedata.name(wording[0], "").split(" ")[0]
        if script not in seen:
            seen.add(script)
            yield plain(wording)


def _earlier(row: Earlier) -> str:
    if row.first is None:
        return "before: not in the record"
    parts = [f"first {_use(row.first)}"]
    pair = [use for use in row.pair if use != row.first]
    if row.pair and not pair:
        parts = [f"{_use(row.first)}, of the same parties"]
    elif pair:
        parts.append(f"of the same parties {'; '.join(_use(use) for use in pair[:3])}")
    elif row.count:
        parts.append("not of the same parties")
    if row.count > 1:
        parts.append(f"{row.count} in all")
    return f"before: {'; '.join(parts)}"


def _use(row: Use) -> str:
    told = f"{row.day or NOT_STATED} {plain(row.what)}".strip()
    return f"{told} ({row.encounter[:12]})" if row.encounter else told


def _label(line: Line, words: Words) -> Row:
    pair = " and ".join(words.named(code) for code in line.label.split(","))
    made = _line(line, words, head=pair, quoted=True)
    if "level" not in line.flags:  # the same level, or one only: its label says it
        made = replace(made, left=_bare(made.left), right=_bare(made.right))
    return replace(made, originals=tuple(map(plain, line.original)))


def _bare(shown: Shown | None) -> Shown | None:
    return replace(shown, value=None) if shown else None


def _statements(words: Words) -> Part:
    found = words.found
    lines = [line for speech in found.speeches for line in speech.lines]
    blocks: list[Block] = []
    for speech in found.speeches:
        note = ""
        for side, account in (("left", found.left), ("right", found.right)):
            if speech.silent(side) and account.sources:  # type: ignore[arg-type]
                note = f"not quoted {words.silence(side == 'left').removeprefix('not ')}"
        blocks += _by_topic(speech.lines, speaker(speech.speaker, words.named), note, words)
    return Part("Said", words.counts(lines), tuple(blocks), "nobody is reported to have said anything in either")


def _by_topic(lines: Sequence[Line], title: str, note: str, words: Words) -> Iterator[Block]:
    """One block a speaker: the topic stands at the head of the first of its lines."""
    rows, topic = [], None
    for line in lines:
        own = line.topics[0] if line.topics else ""
        # What has no topic stands last; under the topic before it, it would look like one of its lines.
        rows.append(_line(line, words, head=(own or "other") if own != topic and (own or topic) else ""))
        topic = own
    yield Block(title, tuple(rows), note)


def _line(line: Line, words: Words, head: str = "", quoted: bool = False) -> Row:
    tags = [_FLAGS[flag] for flag in line.flags if flag in _FLAGS]
    if line.moved:
        tags.insert(0, f"moved {_nth(line.moved[0])} → {_nth(line.moved[1])}")
    left, right = (
        _shown(cell, account, words, quoted) if cell else None
        for cell, account in ((line.left, words.found.left), (line.right, words.found.right))
    )
    return Row(line.standing, words.mark(line.standing), words.told(line.standing), head, (), left, right, tuple(tags))


def _shown(cell: Cell, account: Account, words: Words, quoted: bool) -> Shown:
    who = plain(cell.speaker.name or speaker(cell.speaker, words.named)) if cell.speaker else None
    cue = "headline" if cell.cue_text == ":" else plain(cell.cue_text) if cell.cue_text else None
    return Shown(cell, who, cue, _value(cell.value, words.named), place(cell, account), quoted)


def _value(value: str | None, named: Named) -> str | None:
    if value is None:
        return None
    how, _, code = value.partition(":")
    if how in ("invitation", "request") and code:
        return f"by invitation of {named(code)}" if how == "invitation" else f"at the request of {named(code)}"
    return plain(named(value)).replace("_", " ")


def place(cell: Cell, account: Account) -> str:
    """Where a cell stands: the letter of its article where there are several, and its paragraph."""
    at = next(index for index, source in enumerate(account.sources) if source.article == cell.article)
    where = f"¶{cell.paragraph}" if cell.paragraph else "headline"
    return f"{letter(at)} {where}" if len(account.sources) > 1 else where


def letter(at: int) -> str:
    """The letter that stands for an article of an account: a, b ... z, then numbers."""
    return chr(ord("a") + at) if at < 26 else str(at + 1)


def source_line(source: AccountSource) -> str:
    """An article of an account in a line."""
    name = source.origin or source.outlet or "origin not stated"
    by = f"{name} in {source.outlet}" if source.outlet and source.outlet != name else name
    file = (source.path or source.url or source.article[:19]).rpartition("/")[2]
    copies = f"and {source.copies} {'copy' if source.copies == 1 else 'copies'}" if source.copies else ""
    unread = f"only its phrases read: {source.unread}" if source.unread else ""
    parts = (by, source.published or "date not stated", file, counted(source.words, "word"), copies, unread)
    return ", ".join(plain(part) for part in parts if part)


def speaker(party: Party, named: Named) -> str:
    """A speaker in print: his name and state."""
    where = [named(party.country)] if party.country else [named(code) for code in party.countries]
    if (party.name or "").lower() == "both sides":
        return "both sides"
    return ", ".join(part for part in (plain(party.name) if party.name else "", *where) if part) or "not told who"


def _nth(number: int) -> str:
    last = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th") if number % 100 not in (11, 12, 13) else "th"
    return f"{number}{last}"


def title(found: Comparison, named: Named) -> str:
    """The headline of the page."""
    if found.manner == "sides" and found.left.side:
        return plain(found.left.told or found.right.told or "Two accounts of one encounter")
    who = " and ".join(named(code) for code in found.parties)
    return f"{who}: {plain(found.left.label)} / {plain(found.right.label)}" if who else "Two texts side by side"


def pieces(cell: Cell) -> Iterator[tuple[str, bool]]:
    """The words of a cell as runs, with whether the other account has them not."""
    for number, (span, text) in enumerate(zip(cell.spans, cell.texts, strict=True)):
        if number:
            yield " … ", False
        at = span.start
        for mark in cell.differing:
            if not (span.start <= mark.start and mark.end <= span.end):
                continue
            yield plain(text[at - span.start : mark.start - span.start]), False
            yield plain(text[mark.start - span.start : mark.end - span.start]), True
            at = mark.end
        yield plain(text[at - span.start :]), False


def evidence(cell: Cell) -> Iterator[tuple[str, bool]]:
    """The sentence of a cell as runs, with whether they are the words shown."""
    at = cell.sentence.start
    for span in cell.spans:
        if not (cell.sentence.start <= span.start and span.end <= cell.sentence.end):
            continue
        yield plain(cell.sentence_text[at - cell.sentence.start : span.start - cell.sentence.start]), False
        yield plain(cell.sentence_text[span.start - cell.sentence.start : span.end - cell.sentence.start]), True
        at = span.end
    yield plain(cell.sentence_text[at - cell.sentence.start :]), False
