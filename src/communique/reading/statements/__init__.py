"""Statements: who is reported to have said what, by which word, passed on by whom."""

from communique.reading.statements.frame import Frame
from communique.reading.statements.frames import frames
from communique.reading.statements.needs import needs

__all__ = ["Frame", "frames", "needs"]
