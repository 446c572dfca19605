"""Encounters: who met, called, visited, wrote to whom, when, where, and which of it is the article's news."""

from communique.reading.encounters.read import encounters
from communique.reading.encounters.triggers import needs

__all__ = ["encounters", "needs"]
