"""Initiatives: the named initiatives, doctrines, treaties and projects that an article mentions."""

from __future__ import annotations

from collections.abc import Iterable

from communique.knowledge.names import Name
from communique.model.reading import Initiative
from communique.model.span import Span, evidence


def initiatives(names: Iterable[Name]) -> tuple[Initiative, ...]:
    """The initiatives among the names of a text, each once, in the order of first mention.

    A form that means other things too ("GDI", "Vision 2030") counts only where the text has another form of the same.
    """
    places: dict[tuple[str, str], list[Span]] = {}
    sure: set[str] = set()
    for name in names:
        entry = name.entries[0]
        if entry.kind == "initiative":
            places.setdefault((entry.id, entry.name), []).append(name.span)
            if not entry.shared:
                sure.add(entry.id)
    return tuple(Initiative(name, id_, evidence(*spans)) for (id_, name), spans in places.items() if id_ in sure)
