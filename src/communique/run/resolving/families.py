"""The second step: for articles whose links changed, where their text and their family's comes from."""

from __future__ import annotations

from collections.abc import Iterable

from communique.resolve.origins import chains
from communique.run.resolving.claims import FAMILY, resolve_claims
from communique.run.resolving.desk import Desk
from communique.run.resolving.entering import queue_mentions
from communique.store import articles, links, todo
from communique.store.todo import Stage


def resolve_families(desk: Desk, numbers: Iterable[int]) -> None:
    """Draw the chains of these articles' families anew."""
    done: set[int] = set()
    for number in numbers:
        if number not in done and articles.id_of(desk.connection, number) is not None:
            done |= _resolve(desk, number)
        done.add(number)
    todo.done(desk.connection, Stage.FAMILIES, sorted(done))


def _resolve(desk: Desk, number: int) -> set[int]:
    family = links.family(desk.connection, number)
    readings = desk.readings(family)
    found = chains(tuple(readings.values()), links.among(desk.connection, family), desk.knowledge)
    for member in sorted(family):
        chain = found[readings[member].article.id]
        if links.put_chain(desk.connection, member, chain):
            queue_mentions(desk.connection, member)
    # Now, with the readings at hand: what is said outside of encounters is compared within the family alone.
    resolve_claims(desk, (f"{FAMILY}{number}",))
    return family
