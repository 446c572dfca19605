"""Who the words of a text name: persons, states, organisations, the two sides."""

from communique.reading.actors.actors import Actors, find_actors

__all__ = ["Actors", "find_actors"]
