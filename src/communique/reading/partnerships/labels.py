"""Labels: the printed names of relations ("comprehensive strategic partnership of coordination for a new era").

A label is a head (partnership, ally, community with a shared future ...) with modifiers before it and tails behind it,
all of them components of the table of words. Nothing is filled in: the level is that of the printed components.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from communique.knowledge.partnerships import PartnershipLevel, Partnerships
from communique.model.span import Span
from communique.reading.wordlist import one_of

# One of these makes a label of "partnership" even where no level has all of its words ("enduring" alone does not).
_STRONG = frozenset({"strategic", "coordination", "all-weather", "privileged"})
# "a more integrated and comprehensive partnership": its name is longer than the table knows
_LONGER = re.compile(r"\ba more [\w-]+ and \Z", re.IGNORECASE)
_PERSONS = re.compile(r"partners?$", re.IGNORECASE)  # said of the one side, not of the relation
_MOST = 6  # modifiers before a head; bounds the search, the longest label of the tables has five
_GAP = r"(?:\s*,)?(?:\s+and)?[\s-]+"
_DYAD = r"(?-i:(?:[A-Z][\w.]*(?:\s?[-‑–]\s?[A-Z][\w.]*)+|U\.?S\.?)\s+)?"


@dataclass(frozen=True, slots=True)
class Label:
    """A printed label: where it stands, its components and its level (None where they do not tell one).

    bare says that it is a label only beside its parties ("the U.S.-Japan alliance", not "the alliance").
    """

    span: Span
    words: frozenset[str]
    head: str
    plural: bool
    level: PartnershipLevel | None
    bare: bool = False
    persons: bool = False  # "strategic partners", said of the sides


@dataclass(frozen=True, slots=True)
class Grammar:
    """The patterns of one knowledge base: heads alone (a quick test), whole labels, and the components in them."""

    table: Partnerships
    heads: re.Pattern[str]
    labels: re.Pattern[str]
    component: re.Pattern[str]
    ids: dict[str, str]
    head_ids: dict[str, str]


@functools.lru_cache(maxsize=4)
def grammar(table: Partnerships) -> Grammar:
    """The patterns of a table of words; made once a table."""
    forms: dict[str, dict[str, str]] = {"head": {}, "modifier": {}, "tail": {}}
    nouns: dict[str, str] = {}
    for word in table.words.values():
        for form in (word.name, *word.variants):
            forms[word.role][_plain(form)] = word.id
            if word.role == "modifier" and form.startswith("of "):
                nouns[_plain(form.removeprefix("of "))] = word.id
    heads, modifiers, tails, noun = (_any(rows) for rows in (*forms.values(), nouns))
    run = rf"(?:{modifiers}{_GAP}){{0,{_MOST}}}"
    tail = rf"(?:\s*,)?\s+(?:{tails}|(?:of|for)\s+{run}{noun}|and\s+{run}{noun})"
    whole = rf"(?<![\w-])(?P<before>{run}){_DYAD}(?P<head>{heads})(?![\w-])(?P<tails>(?:{tail}(?!\w)){{0,3}})"
    ids = {form: id_ for rows in (forms["modifier"], forms["tail"]) for form, id_ in rows.items()} | nouns
    return Grammar(
        table,
        re.compile(rf"(?<![\w-]){heads}(?![\w-])", re.IGNORECASE),
        re.compile(whole, re.IGNORECASE),
        re.compile(rf"(?<!\w){_any(ids)}(?!\w)", re.IGNORECASE),
        ids,
        forms["head"],
    )


def _any(forms: dict[str, str]) -> str:
    """A pattern for any of the forms; a blank or hyphen in one stands for a blank, a hyphen or a line end."""
    return one_of(forms).replace(r"\ ", r"[\s‐‑–-]+")


def labels(text: str, span: Span, found: Grammar) -> Iterator[Label]:
    """The labels of one sentence, in text order."""
    if not found.heads.search(text, span.start, span.end):
        return
    for match in found.labels.finditer(text, span.start, span.end):
        label = _label(match, found)
        longer = label is not None and _LONGER.search(text, max(span.start, label.span.start - 40), label.span.start)
        if label is not None and not longer:
            yield label


def _label(match: re.Match[str], found: Grammar) -> Label | None:
    table, head = found.table, found.head_ids[_plain(match["head"])]
    before, after, end = match["before"], match["tails"], match.end()
    words = _components(before, found) | {head}
    more = _components(after, found)
    if re.match(r"\s*,?\s+and\b", after, re.IGNORECASE) and not _completes(words, more):
        more, end = frozenset(), match.end("head")
    words |= more
    if words == {"alliance"}:
        return Label(
            Span(match.start("head"), end), words, head, _plural(match), table.levels.get("alliance"), bare=True
        )
    worldwide = head == "shared-future" and words & {"mankind", "global"}  # a doctrine, no relation of two
    if worldwide or not _says_enough(words, head, match["head"], table):
        return None
    start = match.start() if before.strip() else match.start("head")
    bare = words == {"shared-future"}
    persons = bool(_PERSONS.search(match["head"]))
    return Label(Span(start, end), words, head, _plural(match), _level(words, head, table), bare, persons)


def _plural(match: re.Match[str]) -> bool:
    return match["head"].lower().endswith(("ships", "allies", "alliances"))


def _completes(words: frozenset[str], more: frozenset[str]) -> bool:
    """Whether "and strategic interaction" belongs to the label: only where it brings in what the label lacks."""
    return bool(more - {"cooperative"}) and "strategic" in more and "strategic" not in words


def _components(printed: str, found: Grammar) -> frozenset[str]:
    return frozenset(found.ids[_plain(match[0])] for match in found.component.finditer(printed))


def _plain(form: str) -> str:
    return re.sub(r"[\s‐‑–-]+", " ", form.lower())


def _says_enough(words: frozenset[str], head: str, printed: str, table: Partnerships) -> bool:
    if head == "shared-future":
        return True
    if table.level_of(words) is not None:
        return not _PERSONS.search(printed) or bool(words & {"strategic", "defence"})
    return (
        head in ("partnership", "alliance")
        and bool(words & _STRONG)
        and (not _PERSONS.search(printed) or "strategic" in words)
    )


def _level(words: frozenset[str], head: str, table: Partnerships) -> PartnershipLevel | None:
    """The level that has exactly these components, else the one with most of them, where only one has."""
    exact = table.level_of(words)
    if exact is not None:
        return exact
    under = [level for level in table.levels.values() if head in level.words and level.words <= words]
    most = max((len(level.words) for level in under), default=0)
    best = [level for level in under if len(level.words) == most]
    return best[0] if len(best) == 1 else None
