"""What a relation is called, and when that changed."""

from __future__ import annotations

from collections.abc import Iterable

from communique.analyse.undertakings import leading
from communique.model.record import MergedRow


def of_both(rows: Iterable[MergedRow], parties: Iterable[str]) -> tuple[MergedRow, ...]:
    """The labels that name exactly these parties, in the order of time, those without a day first.

    Of one day the best attested stands last: it is what the relation is called.
    """
    wanted = frozenset(parties)
    exact = [row for row in rows if frozenset(row.parties) == wanted]
    return tuple(sorted(exact, key=lambda row: (str(row.day or ""), len(row.voices), row.articles, row.id)))


def changes(rows: Iterable[MergedRow]) -> tuple[MergedRow, ...]:
    """Of labels in the order of time those that differ from what was said before, or tell of a change themselves."""
    kept: list[MergedRow] = []
    called: tuple[str | None, ...] | None = None
    for row in rows:
        now = _level(row)
        if now != called or leading(row, "change") in ("elevated", "established"):
            kept.append(row)
        called = now
    return tuple(kept)


def _level(row: MergedRow) -> tuple[str | None, ...]:
    level = leading(row, "level")
    return (level,) if level else (None, (leading(row, "label") or row.text).casefold())
