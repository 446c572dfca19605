"""Rows as JSON Lines or CSV: one form for every command that lists something."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Mapping
from typing import Any


def print_json(rows: Iterable[Mapping[str, Any]]) -> None:
    """One JSON object a line; what is not stated is null."""
    for row in rows:
        print(json.dumps(row, ensure_ascii=False, separators=(",", ":"), default=str))


def print_csv(columns: Iterable[str], rows: Iterable[Mapping[str, Any]]) -> None:
    """Comma-separated values under a head; what is not stated is empty, lists are joined by semicolons."""
    names = list(columns)
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(names)
    for row in rows:
        out.writerow([_cell(row.get(name)) for name in names])


def _cell(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return "; ".join(map(str, value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = "" if value is None else str(value)
    # A cell that begins so is a formula to a spreadsheet: a page must not be able to write one.
    return "'" + text if text[:1] in ("=", "+", "-", "@", "\t", "\r") and not _is_number(text) else text


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True
