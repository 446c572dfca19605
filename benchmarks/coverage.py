#!/usr/bin/env python3
"""Sentence by sentence: what of our own annotated pages a reading covers, and where it reads something into nothing.

usage: python benchmarks/coverage.py [--part dev|held] [--misses]

Each sentence of tests/gold/pages.jsonl says which lists it gives a row to ("rows"), or why it gives none ("nothing").
covered   share of the sentences with rows of which the reading has at least one row of a kind that the gold names
complete  share of the sentences with rows of which it has every kind that the gold names
quiet     share of the "nothing" sentences without a row of encounters, statements, commitments or partnerships
--misses  prints the first words of each sentence that is not covered, with what is missing
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parents[1] / "tests" / "gold"
LISTS = {
    "encounter": "encounters", "statement": "statements", "commitment": "commitments", "partnership": "partnerships",
    "figure": "figures", "anniversary": "anniversaries", "initiative": "initiatives", "phrase": "phrases",
}  # fmt: skip
# A figure, initiative or set phrase may stand in a sentence that has nothing else to read.
LOUD = ("encounter", "statement", "commitment", "partnership")


def sentences(row: dict[str, Any], text: str) -> Iterator[tuple[dict[str, Any], int, int]]:
    """The annotated sentences with where they begin and end, in text order."""
    at, places = 0, []
    for sentence in row["sentences"]:
        words = r"\s+".join(map(re.escape, sentence["starts"].split()))
        found = re.compile(words).search(text, at)
        if found is None:
            raise ValueError(f"{row['id']}: no sentence begins with {sentence['starts']!r}")
        places.append(found.start())
        at = found.end()
    for sentence, start, end in zip(row["sentences"], places, [*places[1:], len(text)], strict=True):
        yield sentence, start, end


def read_kinds(reading: dict[str, Any], start: int, end: int) -> set[str]:
    """The kinds of rows whose evidence touches a stretch of the text."""
    return {
        kind
        for kind, name in LISTS.items()
        if any(s < end and start < e for entry in reading.get(name) or () for s, e in entry["evidence"])
    }


def coverage(rows: list[dict[str, Any]], readings: list[dict[str, Any]], misses: list[str]) -> dict[str, float]:
    """The shares, over all sentences of all pages; what is missing is added to misses."""
    told = covered = complete = nothing = quiet = 0
    for row, reading in zip(rows, readings, strict=True):
        for sentence, start, end in sentences(row, reading["document"]["text"]):
            have = read_kinds(reading, start, end)
            want = set(sentence.get("rows", ())) & set(LISTS) - set(sentence.get("optional", ()))
            if "nothing" in sentence:
                nothing += 1
                quiet += not have & set(LOUD)
            elif want:
                told += 1
                covered += bool(want & have)
                complete += want <= have
                if not want & have:
                    misses.append(f"{row['id']}: {sentence['starts']} ... {', '.join(sorted(want))}")
    return {
        "sentences": told,
        "covered": round(covered / told, 3),
        "complete": round(complete / told, 3),
        "quiet": round(quiet / nothing, 3) if nothing else 1.0,
    }


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--part", choices=("dev", "held"))
    options.add_argument("--misses", action="store_true")
    asked = options.parse_args()
    from articles import gold_rows, readings

    rows = [row for row in gold_rows(HERE / "pages.jsonl") if not asked.part or row["part"] == asked.part]
    missing: list[str] = []
    print(json.dumps(coverage(rows, readings(rows, HERE / "pages"), missing)))
    if asked.misses:
        print(*missing, sep="\n")


if __name__ == "__main__":
    main()
