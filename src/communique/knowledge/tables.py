"""Tables: CSV files with a header line, one kind a file, and a user's own rows laid over them."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path

SHIPPED = Path(__file__).parent / "tables"

KEYS: dict[str, tuple[str, ...]] = {
    "aliases": ("person", "alias"),
    "calendar": ("language", "word"),
    "cities": ("id",),
    "counted": ("noun",),
    "editions": ("id",),
    "copy_marks": ("kind", "words"),
    "events": ("id",),
    "family_names": ("name",),
    "first_names": ("name",),
    "holders": ("country", "office", "title", "person", "start"),
    "initiatives": ("id",),
    "memberships": ("organisation", "members", "since"),
    "metonyms": ("name", "actor"),
    "nearby": ("kind", "id", "city"),
    "offices": ("title", "countries"),
    "officials": ("country", "office", "title", "person", "start"),
    "organisations": ("id",),
    "outlets": ("id",),
    "partnership_levels": ("id",),
    "partnership_scales": ("scale", "level"),
    "partnership_words": ("id",),
    "partnerships": ("parties", "level"),
    "phrase_words": ("id",),
    "phrases": ("id",),
    "reference_figures": ("id",),
    "regions": ("id",),
    "state_codes": ("country",),
    "states": ("id",),
    "summits": ("id",),
    "topics": ("topic", "cue"),
    "units": ("word", "kind"),
    "venues": ("id",),
}
"""Every table with the columns that tell its rows apart: a user's row with the same values replaces the shipped one."""


class TableError(ValueError):
    """A table that cannot be used: the message says which file, what is wrong and what was expected."""


class Tables:
    """The shipped tables with a user's own rows.

    overlay is a folder with files of the same names; it may hold any of them, with any of the columns (the key columns
    at least). Raises TableError where the folder or a file of it is not usable.
    """

    def __init__(self, overlay: Path | None = None) -> None:
        self.overlay = overlay
        if overlay is not None:
            if not overlay.is_dir():
                raise TableError(f"the folder with your own tables does not exist: {overlay}")
            for path in sorted(overlay.glob("*.csv")):
                if path.stem not in KEYS:
                    raise TableError(f"{path}: no table has this name (there are: {', '.join(sorted(KEYS))})")

    @cached_property
    def version(self) -> str:
        """The version of the tables ("kb2026.11"); "+own" follows where a user's rows are laid over them."""
        return (SHIPPED / "VERSION").read_text(encoding="ascii").strip() + ("+own" if self.overlay else "")

    def rows(self, table: str, columns: Sequence[str]) -> list[list[str]]:
        """The rows of a table with the given columns in the given order; an absent optional value is ""."""
        rows = _read(SHIPPED / f"{table}.csv", columns, required=columns)
        own = self.overlay / f"{table}.csv" if self.overlay else None
        if own is None or not own.exists():
            return rows
        key = [columns.index(name) for name in KEYS[table]]
        added = _read(own, columns, required=KEYS[table])
        replaced = {tuple(row[i] for i in key) for row in added}
        return [row for row in rows if tuple(row[i] for i in key) not in replaced] + added


def _read(path: Path, columns: Sequence[str], required: Iterable[str]) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.reader(file)
        header = next(reader, [])
        rows = [row for row in reader if row]
    missing = [name for name in required if name not in header]
    if missing:
        raise TableError(f"{path}: the header lacks {', '.join(missing)} (it has: {', '.join(header)})")
    for row in rows:
        if len(row) != len(header):
            raise TableError(f"{path}: a row has {len(row)} values, the header {len(header)}: {','.join(row)[:80]}")
    if header == list(columns):
        return rows
    if header[: len(columns)] == list(columns):
        return [row[: len(columns)] for row in rows]
    at = [header.index(name) if name in header else None for name in columns]
    return [["" if i is None else row[i] for i in at] for row in rows]


def parts(value: str) -> tuple[str, ...]:
    """The pieces of a value that lists several, with `;` between them."""
    return tuple(piece for piece in (p.strip() for p in value.split(";")) if piece) if value else ()
