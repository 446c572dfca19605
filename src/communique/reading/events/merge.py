"""One act is one event: tellings of the same act, in several places or by several lists, become one row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from communique.model.reading import Event
from communique.model.span import Span, evidence


@dataclass(frozen=True, slots=True)
class Draft:
    """An event with the sentences that tell it and its rank within the first of them (0: the main clause).

    verb is the word that tells an act of the text, None for one of another list.
    """

    event: Event
    sentences: frozenset[int]
    rank: int = 0
    verb: Span | None = None


def taken_in(bound: Sequence[Draft], own: Sequence[Draft]) -> tuple[list[Draft], list[Draft]]:
    """The commitments that the text tells no finer, and the acts of the text with those that they are.

    A commitment is an act of the text whose verb it holds and with which it shares a side: what the text's operators
    made of it (a vow of violence is a threat, what was delivered is aid) stands.
    """
    rest, acts = [], list(own)
    for row in bound:
        same = next((n for n, act in enumerate(acts) if _holds(row, act)), None)
        if same is None:
            rest.append(row)
        else:
            acts[same] = _joined(acts[same], row)
    return rest, acts


def _holds(row: Draft, act: Draft) -> bool:
    shared = {*row.event.actor, *row.event.recipient} & {*act.event.actor, *act.event.recipient}
    if act.verb is None or not shared or not row.sentences & act.sentences:
        return False
    return row.event.evidence[0].start <= act.verb.start and act.verb.end <= row.event.evidence[-1].end


def merged(drafts: Iterable[Draft]) -> tuple[Event, ...]:
    """The events, each act once, by the first sentence that tells it, the main clause of a sentence first.

    Drafts of the finer lists come before those of the text: their sides stand. Two are one act where type and sides are
    the same, or where they share a sentence, their type and a side.
    """
    rows: list[Draft] = []
    at: dict[tuple[object, ...], int] = {}
    for draft in drafts:
        same = at.get(_key(draft.event))
        if same is None:
            same = next((n for n, row in enumerate(rows) if _one_act(row, draft)), None)
        if same is None:
            at[_key(draft.event)] = len(rows)
            rows.append(draft)
        else:
            rows[same] = _joined(rows[same], draft)
    rows.sort(key=lambda row: (min(row.sentences, default=0), row.rank, row.event.evidence[0]))
    return tuple(row.event for row in rows)


def _key(event: Event) -> tuple[object, ...]:
    return event.type, frozenset((*event.actor, *event.recipient)), _real(event)


def _real(event: Event) -> bool:
    """Whether the act was done; to agree is done when it is said, whenever what was agreed to follows."""
    return event.status in ("held", "past") or (event.type == "AGREE" and event.status == "planned")


def _one_act(one: Draft, other: Draft) -> bool:
    a, b = one.event, other.event
    shared = {*a.actor, *a.recipient} & {*b.actor, *b.recipient}
    return a.type == b.type and bool(one.sentences & other.sentences) and bool(shared) and _real(a) == _real(b)


def _joined(one: Draft, other: Draft) -> Draft:
    a, b = one.event, other.event
    actor, recipient = a.actor or b.actor, a.recipient or b.recipient
    whole = replace(
        a,
        actor=actor,
        recipient=tuple(code for code in recipient if code not in actor),
        mode=a.mode or b.mode,
        context=tuple(dict.fromkeys((*a.context, *b.context))),
        evidence=evidence(*a.evidence, *b.evidence),
        derived=tuple(dict.fromkeys((*a.derived, *b.derived))),
    )
    return Draft(whole, one.sentences | other.sentences, min(one.rank, other.rank), one.verb)


def indices(events: Sequence[Event], prefix: str) -> dict[int, int]:
    """Which event each row of another list became ("statement:3" → {3: its index})."""
    out: dict[int, int] = {}
    for at, event in enumerate(events):
        for name in event.derived:
            kind, _, number = name.partition(":")
            if kind == prefix and number.isdigit():
                out.setdefault(int(number), at)
    return out
