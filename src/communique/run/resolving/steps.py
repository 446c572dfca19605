"""All steps in order, in transactions of some tenths of a second."""

from __future__ import annotations

from collections import Counter
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
# How much is done in one transaction, whatever it is: some tenths of a second.
_AT_ONCE = 100


def resolve_pending(desk: Desk, show: Show | None = None) -> int:
    """Do all that is still to be done; how many steps that were.

    Steps can give work to those before them only through a change of content ids, so this ends; the stages are gone
    through until nothing is left.
    """
    total: Counter[Stage] = Counter()
    while todo.left(desk.connection):
        with writing(desk.connection):
            done = _some(desk)
        total += done
        for stage in done if show else ():
            assert show is not None
            show(Progress(_NAMES[stage], total[stage], total[stage] + todo.count(desk.connection, stage)))
    return total.total()


def _some(desk: Desk) -> Counter[Stage]:
    """Do the next hundred things, stage by stage; how many of each stage that were."""
    done: Counter[Stage] = Counter()
    for stage in Stage:
        while (room := _AT_ONCE - done.total()) > 0 and (keys := todo.first(desk.connection, stage, room)):
            _resolve(desk, stage, keys)
            done[stage] += len(keys)
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
