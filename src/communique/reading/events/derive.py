"""Events of the reading's other lists: encounters and commitments in the words of PLOVER."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.model.reading import Commitment, Encounter, Event, EventStatus, Party
from communique.reading.events.contexts import contexts

# A letter is no talk, a ceremony no meeting of sides; a signing is an event by what was signed.
_TOLD = frozenset({"meeting", "call", "video_call", "visit", "summit"})
_STATUS: dict[str, EventStatus] = {"held": "held", "past": "past", "planned": "planned", "cancelled": "cancelled"}
_COMMITTED = {
    "signed": "SUPPORT", "agreed": "AGREE", "pledged": "AGREE", "offered": "AGREE", "called_for": "REQUEST",
    "implemented": "COOPERATE",
}  # fmt: skip
_UNDONE = frozenset({"suspended", "withdrawn", "terminated"})
_AID = frozenset("aid assistance relief grant grants donation donations humanitarian food medicine loan".split())


def of_encounters(rows: Sequence[Encounter]) -> Iterator[Event]:
    """One event an encounter: CONSULT where it was held, AGREE where it is planned, REJECT where it was called off.

    A postponed one is none (its new date is an encounter of its own), nor is one whose sides are not two.
    """
    for row in rows:
        status = _STATUS.get(row.status)
        if status is None or row.kind not in _TOLD:
            continue
        actor, recipient = _directed(row)
        if len({*actor, *recipient}) < 2:
            continue
        held = status in ("held", "past")
        yield Event(
            type="CONSULT" if held else "AGREE" if status == "planned" else "REJECT",
            actor=actor,
            recipient=recipient,
            status=status,
            evidence=row.evidence,
            mode=_mode(row, {*actor, *recipient}) if held else "meet" if status == "cancelled" else None,
            context=("diplomatic",),
            derived=(f"encounter:{row.id}",),
            support=row.support,
            how=f"{row.kind} {row.status}",
        )


def _codes(parties: Sequence[Party]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code for p in parties for code in ((p.country,) if p.country else p.countries)))


def _directed(row: Encounter) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who visits whom: the host is the recipient where the place tells it, else all sides are actors."""
    codes = _codes(row.participants)
    host = row.place.country if row.place is not None else None
    if host is None or row.kind in ("call", "video_call", "summit") or len(codes) > 2:
        return codes, ()
    guests = tuple(code for code in codes if code != host)
    if row.kind == "visit" and guests:
        return guests, (host,)
    return (guests, (host,)) if host in codes and guests else (codes, ())


def _mode(row: Encounter, sides: set[str]) -> str | None:
    if row.kind in ("call", "video_call"):
        return "phone"
    if row.kind == "summit" or len(sides) > 2:
        return "multilateral"
    host = row.place.country if row.place is not None else None
    if host is None:
        return "visit" if row.kind == "visit" else None
    return "visit" if host in sides else "third-party"


def of_commitments(text: str, rows: Sequence[Commitment]) -> Iterator[Event]:
    """One event a commitment: willingness, a request, a signature, help that was given; a denied one is none."""
    for at, row in enumerate(rows):
        if row.polarity in ("negated", "denied") or not row.parties or row.step in _UNDONE:
            continue
        words = text[row.evidence[0].start : row.evidence[-1].end]
        kind = _COMMITTED[row.status]
        if row.status == "implemented" and set(words.lower().split()) & _AID:
            kind = "AID"
        yield Event(
            type=kind,
            actor=row.parties,
            recipient=tuple(code for code in row.toward if code not in row.parties),
            status="hypothetical" if row.polarity == "conditional" else "held",
            evidence=row.evidence,
            context=contexts(words),
            derived=(f"commitment:{at}",),
            support=row.support,
            how=f"commitment {row.status}",
        )
