"""A comparison of readouts: two accounts laid side by side, every cell with the characters that it shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from communique.model.dates import PartialDate
from communique.model.reading import Party
from communique.model.span import Evidence, Span

Manner = Literal["time", "sides", "texts"]
"""How two accounts stand to each other: an earlier and a later one, two accounts of one encounter, or two texts."""
Standing = Literal["same", "reworded", "left", "right"]
"""How a line stands in the two accounts: in both alike, in both in other words, or in one of them only."""
Flag = Literal["moved", "speaker", "negation", "numbers", "level", "status", "amount", "deadline"]


@dataclass(frozen=True, slots=True)
class Cell:
    """What one account says in a line: stretches of one article, as they stand there.

    texts are the characters of spans, one for one. sentence is the sentence around the first of them, paragraph the
    number of its block in the body (from 1), None for a title or other furniture. cue is the word that says that
    something was said, where there is one. value is what the words were read as
    (a day, a label's level), None where the words themselves are what counts. speaker is who says it, where a line is
    not that speaker's anyway. differing are the stretches that the other account has not: only for wordings that are
    near each other. also are further places of the same account that say the same: article and sentence.
    """

    article: str
    spans: Evidence
    texts: tuple[str, ...]
    sentence: Span
    sentence_text: str
    paragraph: int | None = None
    cue: Span | None = None
    cue_text: str | None = None
    value: str | None = None
    speaker: Party | None = None
    differing: tuple[Span, ...] = ()
    also: tuple[tuple[str, Span], ...] = ()

    @property
    def words(self) -> str:
        """The words shown, on one line."""
        return " … ".join(" ".join(text.split()) for text in self.texts)


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that is compared. Exactly one of left and right is None where only one account has it.

    label names it: a cue, a field, a pair of states. likeness is how much of the shorter wording stands in the other
    (0 to 1), where wordings were compared. moved are its places in the order of the two accounts (from 1), given where
    its order among what both have changed. original are a label's wordings in the original language. flags say what
    else differs.
    """

    label: str
    standing: Standing
    left: Cell | None
    right: Cell | None
    topics: tuple[str, ...] = ()
    flags: tuple[Flag, ...] = ()
    moved: tuple[int, int] | None = None
    original: tuple[str, ...] = ()
    likeness: float | None = None

    def __post_init__(self) -> None:
        missing = {"left": self.right, "right": self.left}.get(self.standing)
        both = self.left is not None and self.right is not None
        if both == (self.standing in ("left", "right")) or missing is not None or not (self.left or self.right):
            raise ValueError(f"a line that is {self.standing} cannot have these cells")


@dataclass(frozen=True, slots=True)
class Use:
    """One earlier use of a set phrase in the record: the day of the encounter (else of the article), and where."""

    day: PartialDate | None
    encounter: str | None
    what: str
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Earlier:
    """Uses of a set phrase before the earlier of the two accounts.

    first is the first in the whole record, count how many rows of it there are; pair are those between the same
    parties, the latest first (as many as are kept).
    """

    first: Use | None
    count: int
    pair: tuple[Use, ...] = ()


@dataclass(frozen=True, slots=True)
class PhraseLine:
    """A set phrase: its canonical English and original wordings, whose it is, and what became of it.

    instead are ids of phrases that the other account has where this one is missing, and that must never be taken for
    it. earlier is None where no record was asked.
    """

    id: str
    name: str
    line: Line
    original: tuple[str, ...] = ()
    owner: tuple[str, ...] = ()
    since: PartialDate | None = None
    instead: tuple[str, ...] = ()
    earlier: Earlier | None = None


@dataclass(frozen=True, slots=True)
class Speech:
    """What one speaker is reported to have said in the two accounts, in blocks of one topic each."""

    speaker: Party
    lines: tuple[Line, ...]

    def silent(self, side: Literal["left", "right"]) -> bool:
        """Whether that account has nothing said by him."""
        return all((line.left if side == "left" else line.right) is None for line in self.lines)


@dataclass(frozen=True, slots=True)
class AccountSource:
    """One article of an account; copies is how many others carry its text and were not compared for themselves."""

    article: str
    title: str | None
    outlet: str | None
    path: str | None
    url: str | None
    published: str | None
    origin: str | None
    words: int
    language: str | None = None
    unread: str | None = None
    copies: int = 0


@dataclass(frozen=True, slots=True)
class Account:
    """One of the two things compared: its articles, and what they tell of.

    label is its name in print ("China", "2024-05-16"); side the state whose account it is, where that is what makes it
    one. encounter is the id in the record, told the encounter in a line. sources is empty where that side published
    nothing that the record has: silence is told, not left out.
    """

    label: str
    sources: tuple[AccountSource, ...]
    side: str | None = None
    encounter: str | None = None
    told: str | None = None
    day: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two accounts laid side by side.

    identical counts the sentences of the bodies that stand in both, word for word; passages are those that nearly do
    and stand in no line above. notes say what was left out, and what a reader must know before he calls anything
    dropped.
    """

    manner: Manner
    left: Account
    right: Account
    parties: tuple[str, ...] = ()
    facts: tuple[Line, ...] = ()
    phrases: tuple[PhraseLine, ...] = ()
    labels: tuple[Line, ...] = ()
    speeches: tuple[Speech, ...] = ()
    joint: tuple[Line, ...] = ()
    commitments: tuple[Line, ...] = ()
    passages: tuple[Line, ...] = ()
    identical: int = 0
    notes: tuple[str, ...] = ()

    def lines(self) -> Iterable[Line]:
        """All lines, in the order of the page."""
        yield from self.facts
        yield from (row.line for row in self.phrases)
        yield from self.labels
        for speech in self.speeches:
            yield from speech.lines
        yield from (*self.joint, *self.commitments, *self.passages)


def tally(lines: Iterable[Line]) -> dict[str, int]:
    """How many lines stand how, moved ones counted beside."""
    rows = tuple(lines)
    counts = Counter[str](row.standing for row in rows)
    moved = sum(row.moved is not None for row in rows)
    return {**{name: counts[name] for name in ("same", "reworded", "left", "right")}, "moved": moved}
