"""Judgements: what people (and, below them, machines) decided, as an append-only log that is read as a whole.

The log may be read in any order: an entry's time and id say which came later. Nothing is ever taken out of it; an
entry is taken back by another one.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field, fields

from communique.model.record import Judgement
from communique.resolve.facts import content_id

ACTS = ("same", "different", "reject", "set", "merge_person", "split_person", "name_person", "undo")
MACHINE = "machine"
"""What stands in `by` where no person judged; None is a person who did not give a name."""
_NEEDS = {
    "same": ("object",), "different": ("object",), "reject": ("field", "value"), "set": ("field", "value"),
    "merge_person": ("object",), "split_person": ("object",), "name_person": ("value",), "undo": ("undoes",),
}  # fmt: skip


class JudgementError(ValueError):
    """An entry that says too little or too much to be obeyed; the message says what it lacks."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A judgement that could not be followed, and why: a row of the record, never silence."""

    judgement: str
    reason: str


def judgement(
    act: str,
    subject: str = "",
    *,
    object: str | None = None,
    field: str | None = None,
    value: str | None = None,
    undoes: str | None = None,
    by: str | None = None,
    at: str | None = None,
    note: str | None = None,
) -> Judgement:
    """An entry with its id made from its content; raises JudgementError where it lacks what its act needs."""
    given = {"object": object, "field": field, "value": value, "undoes": undoes}
    if act not in _NEEDS:
        raise JudgementError(f"no such judgement: {act!r} (there are {', '.join(ACTS)})")
    lacking = [name for name in _NEEDS[act] if not given[name]]
    if lacking or (act != "undo" and not subject):
        raise JudgementError(f"{act} needs {', '.join(lacking or ['a subject'])}")
    if act in ("same", "different", "merge_person") and object == subject:
        raise JudgementError(f"{act} needs two things, not {subject} twice")
    parts = [act, subject, *(f"{part or ''}" for part in (object, field, value, undoes, by, at, note))]
    return Judgement(content_id("jud", parts), act, subject, object, field, value, undoes, by, at, note)


def in_order(log: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The log as it was written: by time, then id; every entry once."""
    return tuple(sorted({row.id: row for row in log}.values(), key=lambda row: (row.at or "", row.id)))


def standing(log: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The entries that count: those that no standing undo takes back, in order, machines' before people's.

    An undo can itself be undone. An undo of an entry that is not in the log waits for it.
    """
    rows = in_order(log)
    against: dict[str, list[str]] = {}
    for row in rows:
        if row.act == "undo" and row.undoes:
            against.setdefault(row.undoes, []).append(row.id)
    stands: dict[str, bool] = {}

    def holds(id_: str, path: tuple[str, ...] = ()) -> bool:
        if id_ in path:  # entries cannot truly undo each other: ids come from content
            return True
        if id_ not in stands:
            stands[id_] = not any(holds(other, (*path, id_)) for other in against.get(id_, ()))
        return stands[id_]

    kept = [row for row in rows if row.act != "undo" and holds(row.id)]
    return tuple(sorted(kept, key=lambda row: row.by != MACHINE))


@dataclass(frozen=True, slots=True)
class Pairs:
    """What is judged the same and what different: pairs of mention keys, each with its entry's id, in order."""

    same: tuple[tuple[str, str, str], ...] = ()
    different: tuple[tuple[str, str, str], ...] = ()

    def about(self, keys: Iterable[str]) -> Pairs:
        """Those whose two mentions are both among the keys."""
        known = set(keys)
        return Pairs(
            tuple(row for row in self.same if {row[0], row[1]} <= known),
            tuple(row for row in self.different if {row[0], row[1]} <= known),
        )


def pairs(log: Iterable[Judgement]) -> Pairs:
    """The last word on every pair of mentions."""
    last: dict[tuple[str, str], Judgement] = {}
    for row in standing(log):
        if row.act in ("same", "different") and row.object:
            one, two = sorted((row.subject, row.object))
            last.pop((one, two), None)
            last[one, two] = row
    rows = [(one, two, row) for (one, two), row in last.items()]
    return Pairs(
        tuple((one, two, row.id) for one, two, row in rows if row.act == "same"),
        tuple((one, two, row.id) for one, two, row in rows if row.act == "different"),
    )


@dataclass(frozen=True, slots=True)
class Corrections:
    """What is judged of values and persons.

    rejected and put are by subject (a mention's key, a claim's id); people maps the key of a person to the one he is
    merged into; split holds (person, article) pairs in which the name means another; named gives a name to a key.
    """

    rejected: dict[str, tuple[tuple[str, str, str | None], ...]] = field(default_factory=dict)
    put: dict[str, tuple[tuple[str, str, str | None], ...]] = field(default_factory=dict)
    people: dict[str, str] = field(default_factory=dict)
    split: frozenset[tuple[str, str]] = frozenset()
    named: dict[str, str] = field(default_factory=dict)

    def person(self, key: str, article: str | None = None) -> str:
        """The key that a person counts under, in one article or anywhere."""
        if article and (key, article) in self.split:
            return f"{key}@{article}"
        seen = {key}
        while (after := self.people.get(key)) and after not in seen:
            seen.add(after)
            key = after
        return key


def corrections(log: Iterable[Judgement]) -> Corrections:
    """What the standing entries say of values and persons; of two on one field the later counts."""
    rejected: dict[str, dict[tuple[str, str], str | None]] = {}
    put: dict[str, dict[str, tuple[str, str | None]]] = {}
    people: dict[str, str] = {}
    split: set[tuple[str, str]] = set()
    named: dict[str, str] = {}
    for row in standing(log):
        if row.act == "reject" and row.field and row.value:
            rejected.setdefault(row.subject, {})[row.field, row.value] = row.by
        elif row.act == "set" and row.field and row.value:
            put.setdefault(row.subject, {})[row.field] = (row.value, row.by)
        elif row.act == "merge_person" and row.object:
            people[row.object] = row.subject
        elif row.act == "split_person" and row.object:
            split.add((row.subject, row.object))
        elif row.act == "name_person" and row.value:
            named[row.subject] = row.value
    return Corrections(
        {key: tuple((name, value, by) for (name, value), by in rows.items()) for key, rows in rejected.items()},
        {key: tuple((name, value, by) for name, (value, by) in rows.items()) for key, rows in put.items()},
        people,
        frozenset(split),
        named,
    )


def to_line(row: Judgement) -> str:
    """One entry as a line of the corrections file."""
    return json.dumps({k: v for k, v in asdict(row).items() if v is not None}, ensure_ascii=False, sort_keys=True)


def from_lines(text: str) -> tuple[Judgement, ...]:
    """The entries of a corrections file (JSON Lines; empty lines are skipped).

    An entry without an id is given its own. Raises JudgementError, with the line, for what is no entry and for an entry
    whose id is not that of its content: somebody changed it after it was written.
    """
    out = []
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            try:
                out.append(_entry(line))
            except (ValueError, TypeError, KeyError) as error:
                raise JudgementError(f"line {number}: {error}") from error
    return tuple(out)


def _entry(line: str) -> Judgement:
    given = json.loads(line)
    if not isinstance(given, dict) or not all(isinstance(value, str) for value in given.values()):
        raise JudgementError("want an object whose values are strings")
    unknown = sorted(set(given) - {one.name for one in fields(Judgement)})
    if unknown:
        raise JudgementError(f"no such part: {', '.join(unknown)}")
    told = given.pop("id", None)
    entry = judgement(given.pop("act", ""), given.pop("subject", ""), **given)
    if told not in (None, entry.id):
        raise JudgementError(f"entry {told} was changed after it was written (its content makes {entry.id})")
    return entry


def to_file(log: Sequence[Judgement]) -> str:
    """The whole log as the text of a corrections file, in order."""
    return "".join(to_line(row) + "\n" for row in in_order(log))
