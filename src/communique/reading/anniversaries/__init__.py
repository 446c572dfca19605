"""Anniversaries: the nth return of a dated event, of what, for whom, and in which year."""

from communique.reading.anniversaries.read import anniversaries

__all__ = ["anniversaries"]
