"""What a handful of readings say together, without a record that stays."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from pathlib import Path

from communique.knowledge.base import Knowledge
from communique.model.reading import Reading
from communique.model.record import MergedEncounter
from communique.run.resolving.desk import Desk
from communique.run.resolving.entering import enter
from communique.run.resolving.steps import resolve_pending
from communique.store import encounters
from communique.store.opening import open_store, writing


def encounters_of(readings: Iterable[Reading], knowledge: Knowledge) -> tuple[MergedEncounter, ...]:
    """The encounters that these readings tell, each once, in the order of time; the same as a record of them has."""
    with tempfile.TemporaryDirectory() as folder:
        connection = open_store(Path(folder) / "record.db", create=True)
        try:
            desk = Desk(connection, knowledge)
            with writing(connection):
                for reading in readings:
                    enter(desk, reading)
            resolve_pending(desk)
            return tuple(encounters.found(connection))
        finally:
            connection.close()
