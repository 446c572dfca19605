"""Events: the acts that an article tells, in the PLOVER 2.0 ontology."""

from communique.reading.events.needs import needing
from communique.reading.events.read import events

__all__ = ["events", "needing"]
