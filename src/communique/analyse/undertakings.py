"""Which commitments of different encounters are one undertaking: by who is bound, and by the words that are its own.

Rows of one encounter are never joined here: the record did that. The same words in two encounters are not enough where
they are those of every readout ("deepen practical cooperation"), so only words of content count.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from communique.knowledge.base import Knowledge
from communique.knowledge.stems import stem
from communique.model.record import MergedRow

SHARED, SHARE = 4, 0.6
"""So many words of content must be in both, and that share of the shorter text's."""
NAMED, NAMED_SHARE = 3, 0.5
"""Where a name of its own ("Malaba") or an amount stands in both, so much is enough."""
LABELS = 0.8
"""Of the shorter label's words, where both have one that names more than the kind of paper."""
UNDATED = 0.9
"""A step without a day has no place in a course: it joins only where it says the same in nearly the same words.

All measured on the 321 commitments that 582 pages of many outlets tell, every join read by eye (docs/decisions/0015).
"""

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
# What stands in any readout and tells no undertaking from another, beside articles, pronouns and auxiliaries.
_EMPTY = frozenset(
    stem(word)
    for word in (
        "a an and also any all as at be been being both but by can could each either every for from further had"
        " has have he her him his how i if in into is it its like made make may more most must new no nor not of"
        " on or other our over own per s shall she should so some such than that the their them then there these"
        " they this those through to under until up very was we were what when where which while who will with"
        " would year years you side sides two country countries state states nation nations government governments"
        " president prime minister foreign leader leaders chinese russian american world international regional"
        " bilateral mutual mutually common relation relations relationship tie ties cooperation cooperate"
        " partnership partner friendship friendly exchange exchanges development develop deepen deepening"
        " strengthen strengthening enhance enhancing promote promoting expand expanding advance advancing boost"
        " boosting maintain maintaining continue continuing support supporting work working joint jointly together"
        " practical pragmatic comprehensive strategic high level area areas field fields issue issues sector"
        " sectors interest interests agree agreed agreement agreements pledge pledged sign signed signing commit"
        " committed commitment ready willing stand stands said reaffirm reaffirmed reiterate express expressed"
        " wish wants want urge urged call called hope hoped invite invited thank important importance great good"
        " better number document documents memorandum understanding memoranda mou declaration statement treaty"
        " deal underscore underscored emphasize emphasized reaffirming ironclad steadfast unwavering unshakeable"
        " strong robust close closely provide help united shared including people forward look looks welcome"
        " welcoming meeting meetings talks secretary deputy minister ministers address challenge challenges"
        " advance view remain remains conditions parties administration take taking efforts effort commitments"
        " resolve resolved white house visit visiting monday tuesday wednesday thursday friday saturday sunday"
        " january february march april june july august september october november december today yesterday"
    ).split()
)


@dataclass(frozen=True, slots=True)
class Content:
    """What a commitment is compared by: its own words, those of them that are names, and what it counts or pays."""

    words: frozenset[str]
    names: frozenset[str]
    amounts: frozenset[str]
    label: frozenset[str]


def content(row: MergedRow, kb: Knowledge) -> Content:
    """The words of content of a row: neither those of any readout nor the names of the sides and of their people."""
    label = leading(row, "label")
    printed = f"{label} · {row.text}" if label and label not in row.text else row.text
    sides = frozenset(word for code in row.parties for word in _called(kb, code))
    words, names = set(), set()
    for match in _WORD.finditer(printed):
        known = stem(match[0])
        if known in _EMPTY or known in sides or (len(known) < 3 and not known.isdigit()):
            continue
        if match[0][0].isupper() and kb.people.surnamed(match[0]):
            continue
        words.add(known)
        if match.start() and match[0][0].isupper():
            names.add(known)
    amounts = {value for field in ("count", "amount") if (value := leading(row, field))}
    # A year in the text is a deadline, which may move; any other number is what is promised.
    amounts = amounts or {
        word for word in words if word.isdigit() and not (len(word) == 4 and word[:2] in ("19", "20"))
    }
    return Content(frozenset(words), frozenset(names), frozenset(amounts), _own(label, sides))


@lru_cache(maxsize=1024)
def _called(kb: Knowledge, code: str) -> frozenset[str]:
    """The stems of what a state or organisation is called."""
    state, organisation = kb.states.get(code), kb.organisations.get(code)
    names = [code]
    if state:
        names += [state.name, state.official, *state.aliases, *state.demonyms, *state.capitals, *state.prefixes]
    if organisation:
        names += [organisation.name, *organisation.aliases]
    return frozenset(stem(match[0]) for name in names for match in _WORD.finditer(name))


def _own(label: str | None, sides: frozenset[str]) -> frozenset[str]:
    """The words by which a label names one paper: none for "joint statement"."""
    stems = {stem(match[0]) for match in _WORD.finditer(label or "")}
    return frozenset(word for word in stems if word not in _EMPTY and word not in sides)


def grouped(rows: Iterable[MergedRow], kb: Knowledge) -> list[tuple[MergedRow, ...]]:
    """The rows by undertaking, each in the order of time; undertakings by their first step."""
    ordered = sorted(rows, key=lambda row: (row.day is None, str(row.day or ""), row.id))
    told = [content(row, kb) for row in ordered]
    groups: list[list[int]] = []
    home: dict[int, int] = {}
    by_word: defaultdict[str, list[int]] = defaultdict(list)
    for at, row in enumerate(ordered):
        best: tuple[float, int] | None = None
        for other in sorted({other for word in told[at].words for other in by_word[word]}):
            score = alike(ordered[other], told[other], row, told[at])
            if score and (best is None or score > best[0]) and _may_join(ordered, groups[home[other]], row):
                best = (score, other)
        home[at] = home[best[1]] if best else len(groups)
        if best:
            groups[home[at]].append(at)
        else:
            groups.append([at])
        for word in told[at].words:
            by_word[word].append(at)
    return [tuple(ordered[at] for at in group) for group in groups]


def _may_join(rows: Sequence[MergedRow], group: Sequence[int], row: MergedRow) -> bool:
    """A step is of another encounter than all before it, and the undertaking's first step binds the same sides."""
    apart = all(rows[at].encounter != row.encounter or row.encounter is None for at in group)
    return apart and sides_fit(rows[group[0]], row)


def alike(one: MergedRow, a: Content, two: MergedRow, b: Content) -> float:
    """How alike two commitments of different encounters are, 0 where they are not one undertaking."""
    if not sides_fit(one, two) or (a.amounts and b.amounts and not a.amounts & b.amounts):
        return 0.0
    if len(a.label) > 1 and len(b.label) > 1:
        # Two papers that have names are one paper or two, whatever else is said of them.
        share = len(a.label & b.label) / min(len(a.label), len(b.label))
        return share if share >= LABELS else 0.0
    shared = a.words & b.words
    small = min(len(a.words), len(b.words))
    share = len(shared) / small if small else 0.0
    if (one.day is None or two.day is None or min(len(one.parties), len(two.parties)) == 1) and share < UNDATED:
        return 0.0
    if len(shared) >= SHARED and share >= SHARE:
        return share
    own = bool(a.names & b.names or a.amounts & b.amounts)
    return share if own and len(shared) >= NAMED and share >= NAMED_SHARE else 0.0


def sides_fit(one: MergedRow, two: MergedRow) -> bool:
    """Whether the same sides may be bound: one row names those of the other, or more of them.

    What one side calls for binds nobody, so it is no step of what another promises.
    """
    a, b = frozenset(one.parties), frozenset(two.parties)
    called = [leading(row, "status") == "called_for" for row in (one, two)]
    return called[0] == called[1] and (a <= b or b <= a) and bool(_bound(one) & _bound(two))


def _bound(row: MergedRow) -> frozenset[str]:
    found = {one.value for one in row.values.get("bound", ()) if not one.rejected}
    return frozenset(found or row.parties)


def leading(row: MergedRow, field: str) -> str | None:
    """The best attested value of a field; None where nobody states one."""
    return next((one.value for one in row.values.get(field, ()) if not one.rejected), None)
