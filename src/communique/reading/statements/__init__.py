"""Statements: who is reported to have said what, by which word, passed on by whom.

Two layers: `frames` finds attributions by their form alone and needs no knowledge base; `statements` resolves who
speaks, to whom, and which outlet carries it. `placed` then says at which encounter it was said.
"""

from communique.reading.statements.frame import Frame
from communique.reading.statements.frames import frames
from communique.reading.statements.needs import needs
from communique.reading.statements.place import placed
from communique.reading.statements.resolve import Actors, statements

__all__ = ["Actors", "Frame", "frames", "needs", "placed", "statements"]
