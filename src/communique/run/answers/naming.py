"""What a person types, as the record has it: states, organisations and persons by code or name."""

from __future__ import annotations

from communique.knowledge.base import Knowledge

_WANTED = frozenset({"state", "organisation", "demonym", "metonym"})


class NoSuchPartyError(LookupError):
    """A name that means no one party in the tables; the message says what to type."""


def party_of(kb: Knowledge, typed: str) -> str:
    """The code of a state or organisation, or the id of a person; raises NoSuchPartyError."""
    if typed.upper() in kb.states or typed in kb.organisations:
        return typed.upper() if typed.upper() in kb.states else typed
    people = {one.entity for one in kb.people.named(typed)}
    if len(people) == 1:
        return people.pop()
    found = {e.id for name in kb.names.find(typed) for e in name.entries[:1] if e.kind in _WANTED}
    if len(found) == 1:
        return found.pop()
    if _is_person(kb, typed):
        return typed
    raise NoSuchPartyError(f"the tables know no one party {typed!r}: give an ISO code (CHN), a state or a full name")


def _is_person(kb: Knowledge, typed: str) -> bool:
    try:
        return bool(kb.people.by_entity(typed))
    except KeyError:
        return False
