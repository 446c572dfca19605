"""All steps in order, in transactions of some tenths of a second."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from communique.run.resolving.claims import resolve_claims
from communique.run.resolving.copies import check_links, resolve_copies
from communique.run.resolving.desk import Desk
from communique.run.resolving.encounters import resolve_encounters
from communique.run.resolving.entering import enter_again
from communique.run.resolving.families import resolve_families
from communique.store import todo
from communique.store.mentions import Key
from communique.store.opening import writing
from communique.store.todo import Stage


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is: of what ("reading", "copies", "encounters" ...), how many are done, how many there are."""

    what: str
    done: int
    total: int


Show = Callable[[Progress], None]
_NAMES = {
    Stage.ENTER: "indexing",
    Stage.COPIES: "copies",
    Stage.SHARED: "copies",
    Stage.FAMILIES: "origins",
    Stage.MENTIONS: "encounters",
    Stage.CLAIMS: "claims",
}
# How much of each stage is done in one transaction.
_AT_ONCE = {
    Stage.ENTER: 200,
    Stage.COPIES: 100,
    Stage.SHARED: 200,
    Stage.FAMILIES: 200,
    Stage.MENTIONS: 100,
    Stage.CLAIMS: 200,
}


def resolve_pending(desk: Desk, show: Show | None = None) -> int:
    """Do all that is still to be done; how many steps that were.

    Steps can give work to those before them only through a change of content ids, so this ends; the stages are gone
    through until nothing is left.
    """
    total = 0
    while todo.left(desk.connection):
        for stage in Stage:
            total += _resolve_stage(desk, stage, show)
    return total


def _resolve_stage(desk: Desk, stage: Stage, show: Show | None) -> int:
    done = 0
    while keys := todo.first(desk.connection, stage, _AT_ONCE[stage]):
        with writing(desk.connection):
            _resolve(desk, stage, keys)
        done += len(keys)
        if show:
            show(Progress(_NAMES[stage], done, done + todo.count(desk.connection, stage)))
    return done


def _resolve(desk: Desk, stage: Stage, keys: list[str]) -> None:
    if stage == Stage.ENTER:
        enter_again(desk, map(int, keys))
    elif stage == Stage.COPIES:
        resolve_copies(desk, map(int, keys))
    elif stage == Stage.SHARED:
        check_links(desk, map(int, keys))
    elif stage == Stage.FAMILIES:
        resolve_families(desk, map(int, keys))
    elif stage == Stage.MENTIONS:
        resolve_encounters(desk, map(mention_key, keys))
    else:
        resolve_claims(desk, keys)


def mention_key(text: str) -> Key:
    """The key of a mention from its form in the list of what is to be done."""
    number, _, mention = text.partition(":")
    return int(number), mention
