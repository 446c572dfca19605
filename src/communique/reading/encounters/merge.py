"""Traces that tell of the same encounter, put together."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar, cast

from communique.model.dates import PartialDate
from communique.model.reading import EncounterKind, Party
from communique.reading.encounters.tense import Told
from communique.reading.encounters.trace import Trace
from communique.reading.encounters.when import When
from communique.reading.encounters.where import Where

_TALKING = frozenset({"meeting", "call", "video_call"})
_SAME_TALK = frozenset("talks discussion discussions conversation conversations exchange dialogue".split())
_AGAIN = re.compile(r"\b(?:again|next|further|another|second|third|new|future|follow-up)\b", re.IGNORECASE)


_ORDER = {"body": 0, "standfirst": 1, "title": 2, "caption": 3}
T = TypeVar("T")


@dataclass(slots=True)
class Group:
    """One encounter as a list of its traces, the telling ones first in text order."""

    traces: list[Trace]
    extra: list[Trace] = field(default_factory=list)
    main: bool = False
    _stamp: tuple[int, int] = field(default=(0, 0), compare=False)
    _kept: dict[str, object] = field(default_factory=dict, compare=False)

    def _once(self, what: str, make: Callable[[], T]) -> T:
        """What is read from the traces, made anew only where one has come to them."""
        if (stamp := (len(self.traces), len(self.extra))) != self._stamp:
            self._stamp = stamp
            self._kept.clear()
        if what not in self._kept:
            self._kept[what] = make()
        return cast(T, self._kept[what])

    def forget(self) -> None:
        """Read its fields anew: one of its traces was changed."""
        self._kept.clear()

    @property
    def ranked(self) -> list[Trace]:
        """The traces, those first that say most surely what it was: the body's main clauses in text order."""
        return self._once("ranked", lambda: sorted(self.traces, key=_surest))

    @property
    def best(self) -> Trace:
        """The trace that its fields are read from first."""
        return self.ranked[0]

    @property
    def every(self) -> list[Trace]:
        """All its traces, those that only refer back to it last."""
        return [*self.ranked, *self.extra]

    @property
    def first(self) -> int:
        """Where the text first tells of it, the body before the title."""
        return self._once("first", self._first)

    def _first(self) -> int:
        body = [t.place_in_text for t in self.traces if t.role == "body"]
        return min(body or [t.place_in_text for t in self.traces])

    @property
    def kind(self) -> EncounterKind:
        """Its kind: by its surest traces, the title's word before a doubtful one of the body."""
        return self._once("kind", self._kind)

    def _kind(self) -> EncounterKind:
        sure = [t for t in self.ranked if t.certain]
        if self.best.frame == "receive":  # a guest received: a visit where the title calls it so, else a meeting
            named = [t.kind for t in self.ranked if t.role == "title"] or [t.kind for t in sure if t.kind != "visit"]
            return named[0] if named else self.best.kind
        if any(t.kind == "video_call" for t in sure):
            return "video_call"
        titled = [t.kind for t in sure if t.role == "title" and not self.best.certain]
        kind = titled[0] if titled else (sure or self.ranked)[0].kind
        surest = next((t for t in self.ranked if t.certain and t.kind == kind), self.best)
        return "summit" if kind == "meeting" and surest.several else kind

    @property
    def parties(self) -> list[Party]:
        """Its participants: those of its best trace, a bare state replaced by the person who stands for it."""
        return self._once("parties", self._parties)

    def _parties(self) -> list[Party]:
        ranked = self.ranked
        full = [t for t in ranked if len(t.parties) > 1]
        base = list((full or ranked)[0].parties) if self.kind != "visit" else list(ranked[0].parties)
        named = [p for t in ranked for p in t.parties if p.name]
        if self.kind == "summit" and not self.best.several:
            base = list({p.key: p for t in ranked for p in t.parties}.values())
        if self.kind == "signing" and self.best.attended:
            sides = {p.country for p in base}  # who signed, beside those of other states who looked on
            base += list({p.key: p for t in ranked for p in t.parties if p.country not in sides}.values())
        taken = {p.key for p in base}
        for at, party in enumerate(base):
            if party.name is None and party.country:
                better = next((p for p in named if p.country == party.country and p.key not in taken), None)
                if (
                    better is not None
                    and len(self.traces) > 1
                    and not any(p.country == party.country and p.name for p in base)
                ):
                    base[at] = better
                    taken.add(better.key)
        standing = {p.country for p in base if p.name and self.kind != "summit"}
        return [self._with_evidence(party) for party in base if party.name or party.country not in standing]

    def _with_evidence(self, party: Party) -> Party:
        spans = {s for t in self.traces for p in t.parties if p.key == party.key for s in p.evidence}
        role = party.role or next(
            (p.role for t in self.traces for p in t.parties if p.key == party.key and p.role), None
        )
        return replace(party, evidence=tuple(sorted(spans | set(party.evidence))), role=role)

    @property
    def told(self) -> Told:
        """Its status as told, "open" where no trace says."""
        return self._once("told", self._told)

    def _told(self) -> Told:
        sure = [t.told for t in self.ranked if t.told != "open"]
        return next(iter([*sure, *(t.told for t in self.extra if t.told != "open")]), "open")

    @property
    def when(self) -> When | None:
        """Its date: the finest that its traces give, the surest trace first."""
        return self._once("when", self._when)

    def _when(self) -> When | None:
        apart = {"planned": ("held", "past"), "held": ("planned",)}.get(self.told, ())
        dated = [t for t in self.every if t.when is not None and t.told not in apart]
        found = [t.when for t in dated if t.when and (t.role == "body" or t.role == self.best.role)]
        found = found or [t.when for t in dated if t.when]
        if not found:
            return None
        later = [w for w in found if _a_week_apart(found[0], w) and w.start > found[0].start]
        if later:
            return later[0]
        finer = [w for w in found if w.start.agrees(found[0].start) and w.start.precision > found[0].start.precision]
        return (finer or found)[0]

    @property
    def where(self) -> Where | None:
        """Its place, put together from all traces that agree."""
        if self.kind in ("call", "video_call", "letter"):
            return None
        # "his meetings in Britain" are beside others: where one side went is not where both met
        found = [t.where for t in (*self.ranked, *(t for t in self.extra if not t.many)) if t.where is not None]
        if not found:
            return None
        out = found[0]
        for row in found[1:]:
            if out.states or row.states:
                continue
            if row.country and out.country and row.country != out.country:
                continue
            if row.city and out.city and row.city != out.city:
                continue
            if (row.city and not out.city) or (row.venue and not out.venue) or (row.country and not out.country):
                out = Where(
                    out.city or row.city,
                    out.country or row.country,
                    out.venue or row.venue,
                    (*out.evidence, *row.evidence),
                )
        return out


def _surest(trace: Trace) -> tuple[int, bool, bool, bool, float, int]:
    """The order of an encounter's traces: what says most surely what it was comes first."""
    few = len(trace.parties) < 2 and not trace.sides
    return (
        _ORDER[trace.role], trace.frame == "tell", trace.told == "open", few, -trace.weight, trace.place_in_text
    )  # fmt: skip


def groups(traces: Sequence[Trace]) -> list[Group]:
    """The encounters of an article as groups of traces; what only refers back is laid to what it refers to."""
    order = {"body": 0, "title": 1, "standfirst": 2, "caption": 3}
    told = [t for t in traces if _stands_alone(t)]
    out: list[Group] = []
    for trace in sorted(told, key=lambda t: (t.frame == "tell", order[t.role], t.told == "open", t.place_in_text)):
        if trace.attended and trace.kind != "signing" and (before := _attended_before(out, trace)) is not None:
            before.extra.append(replace(trace, parties=[]))
            continue
        home = next((g for g in _likely(out, trace) if _same(g, trace)), None)
        if home is not None:
            home.traces.append(trace)
        elif trace.frame != "tell" or not any(_told_better(g, trace) for g in out):
            out.append(Group([trace]))
    for trace in traces:
        if not _stands_alone(trace) and (trace.back or trace.sides or trace.parties):
            _lay_back(out, trace)
    return out


def _attended_before(out: list[Group], trace: Trace) -> Group | None:
    """The encounter told before a list of those present at "the meeting": they came along, they did not hold it."""
    fits = [g for g in out if g.first < trace.place_in_text and len(g.parties) > 1 and _may_refer(g, trace)]
    return max(fits, key=lambda g: g.first, default=None)


def _told_better(group: Group, trace: Trace) -> bool:
    """Whether held talks of the same people make "X told Y" a part of them."""
    told = group.told in ("held", "open") and group.best.kind in _TALKING | {"letter"}
    return told and _parties_agree(group, trace) and _dates_agree(group.when, trace.when)


def _likely(out: list[Group], trace: Trace) -> list[Group]:
    """The groups in the order in which a trace is tried on them: the nearest told before it first."""
    return sorted(
        out,
        key=lambda g: (g.best.role != trace.role, g.first > trace.place_in_text, abs(g.first - trace.place_in_text)),
    )


def _stands_alone(trace: Trace) -> bool:
    """Whether a trace names enough to be an encounter of its own."""
    if trace.kind in ("visit", "summit", "ceremony"):
        return bool(trace.parties)
    return len(trace.parties) > 1 or trace.alone


def _same(group: Group, trace: Trace) -> bool:
    return (
        _kinds_agree(group, trace)
        and _parties_agree(group, trace)
        and _dates_agree(group.when, trace.when)
        and _status_agrees(group, trace)
        and _places_agree(group.where, trace.where)
        and not (trace.role == "caption" and group.best.role != "caption")
        and not _one_more(group, trace)
    )


def _one_more(group: Group, trace: Trace) -> bool:
    """Whether a trace told as a further one ("also met with military officials") is none of the group's."""
    if not trace.further or trace.kind != "meeting" or trace.standing < 3:
        return False
    named = {p.key for p in trace.parties}
    return group.best.place_in_text < trace.place_in_text and not all(p.key in named for p in group.best.parties)


def _kinds_agree(group: Group, trace: Trace) -> bool:
    a, b = group.best, trace
    if a.kind == b.kind:
        return True
    pair = {group.kind, b.kind}
    if pair == {"summit", "meeting"} and (b.several or any(t.several for t in group.traces)):
        return True  # "A, B and C met for the first summit of their countries"
    if pair <= _TALKING:
        if pair == {"meeting", "call"}:
            if "summit" in (a.frame, b.frame):
                return False  # who "spoke" did not do so at "the US-Kenya summit"
            return any(not t.certain for t in (*group.traces, b))
        return True
    bare = b.frame == "visit" and b.where is None and b.when is None
    return pair == {"meeting", "visit"} and a.frame == "receive" and (b.role == "title" or bare)


def _parties_agree(group: Group, trace: Trace) -> bool:
    """Whether the participants may be the same: the smaller set lies in the larger, a state through its person."""
    mine, theirs = group.best.parties, trace.parties
    if group.kind == trace.kind == "summit" and all(p.name for p in theirs):
        return True  # who "took part in the summit" took part in the one told before
    if group.kind == trace.kind == "signing" and any(t.attended for t in (*group.traces, trace)):
        return not trace.further  # "was signed in the presence of A": who signed is told elsewhere
    if any(_matched(p, mine) for p in theirs):
        small, large = sorted((mine, theirs), key=len)
        return all(_matched(p, large) for p in small)
    return False


def _matched(party: Party, others: Sequence[Party]) -> bool:
    for other in others:
        if party.key == other.key:
            return True
        if party.country and party.country == other.country and (party.name is None or other.name is None):
            return True
    return False


def _dates_agree(a: When | None, b: When | None) -> bool:
    if a is None or b is None:
        return True
    if a.start.agrees(b.start):
        return True
    if _a_week_apart(a, b):
        return True
    return _inside(a, b.start) or _inside(b, a.start)


def _a_week_apart(a: When, b: When) -> bool:
    """Whether two dates are one weekday word, read once as past and once as to come."""
    return a.how == b.how == "weekday+published" and abs((a.start.first - b.start.first).days) == 7


def _inside(whole: When, part: PartialDate) -> bool:
    return whole.end is not None and whole.start.first <= part.first and part.last <= whole.end.last


def _status_agrees(group: Group, trace: Trace) -> bool:
    a, b = group.told, trace.told
    if (trace.moved or any(t.moved for t in group.traces)) and a != b:
        return False
    if a == b or ("open" in (a, b) and "past" not in (a, b)):
        return True
    if "past" in (a, b) and {a, b} & {"held", "open"}:
        return group.when is not None and trace.when is not None
    if {a, b} == {"held", "planned"}:
        planned = trace if b == "planned" else group.best
        other = group.when if b == "planned" else trace.when
        return planned.when is None or (other is not None and planned.when.start == other.start)
    return {a, b} <= {"cancelled", "postponed", "planned"} and (group.when is None or trace.when is None)


def _places_agree(a: Where | None, b: Where | None) -> bool:
    if a is None or b is None:
        return True
    if a.states or b.states:
        return a.states == b.states
    if a.country and b.country and a.country != b.country:
        return False
    return not (a.city and b.city and a.city != b.city)


def _lay_back(out: list[Group], trace: Trace) -> None:
    """Give a trace that only refers ("the talks", "the two leaders met") to the encounter told last before it."""
    after = trace.role in ("title", "standfirst") or trace.kind == "signing"
    fits = [g for g in out if (after or g.first <= trace.place_in_text) and _may_refer(g, trace)]
    if trace.parties:
        fits = [g for g in fits if all(_matched(p, g.parties) for p in trace.parties)]
    if not fits:
        _another_time(out, trace)
        return
    if after:
        fits[0].extra.append(trace)
        return
    latest = max(fits, key=lambda g: max(t.place_in_text for t in g.every if t.place_in_text <= trace.place_in_text))
    latest.extra.append(trace)


def _another_time(out: list[Group], trace: Trace) -> None:
    """What "the two leaders" did at another time is an encounter of its own, between its main parties."""
    told = trace.sides and not trace.parties and trace.role == "body" and trace.frame in ("meet", "talks", "sit")
    pairs = [g for g in out if g.kind in _TALKING and len(g.parties) > 1]
    if told and pairs and (trace.told == "past" or trace.when is not None):
        first = min(pairs, key=lambda g: g.first)
        parties = [replace(p, evidence=trace.evidence, support="resolved", how="sides") for p in first.parties]
        out.append(Group([replace(trace, parties=parties)]))


def _may_refer(group: Group, trace: Trace) -> bool:
    kind = group.kind
    if trace.kind == "signing":
        near = trace.told == "held" and group.told in ("held", "open") and kind == "signing"
        return near and _dates_agree(group.when, trace.when) and _places_agree(group.where, trace.where)
    if trace.frame in ("talks", "meet", "meal", "sit", "gather", "speak") and kind not in _TALKING | {"summit"}:
        return False
    if trace.frame in ("call", "phone") and kind not in ("call", "video_call"):
        return False
    if trace.frame in ("visit", "travel") and kind != "visit":
        return False
    if trace.frame == "summit" and kind not in ("summit", "meeting"):
        return False
    if trace.frame in ("letter", "ceremony", "signing", "sign", "receive", "tell", "ring", "write"):
        return False
    if trace.told in ("past", "cancelled", "postponed") or trace.role == "caption" or group.best.role == "caption":
        return False
    if {trace.told, group.told} == {"held", "planned"} or group.told == "past":
        return False
    return _dates_agree(group.when, trace.when) and _places_agree(group.where, trace.where)
