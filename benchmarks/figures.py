#!/usr/bin/env python3
"""Reads the articles of a gold file and scores figures and anniversaries as ../shared/eval/score_articles.py does.

usage: python benchmarks/figures.py GOLD TEXTS [--errors] [--only ID...]

GOLD    gold facts, one object per article with "figures" and "anniversaries"; what else a row holds is not looked at
TEXTS   the folder of the texts: ID.txt

examples:
  python benchmarks/figures.py tests/gold/figures.jsonl ../shared/data/texts --errors
  python benchmarks/figures.py ../shared/articles/gold.jsonl ../shared/articles
"""

from __future__ import annotations

import argparse
import importlib.util
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
Json = dict[str, Any]


def module(path: Path) -> Any:
    """A script as a module."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec and spec.loader
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return loaded


articles = module(HERE / "articles.py")


def same_figure(scorer: Any, gold: Json, found: Json) -> float:
    """1.0 for the same value in the same currency or share: the scorer's own rule."""
    near = abs(gold["value"] - found["value"]) <= 1e-6 * max(1.0, abs(gold["value"]))
    return float(near and scorer.same_unit(gold["unit"], found["unit"]))


def same_anniversary(gold: Json, found: Json) -> float:
    """1.0 for the same number, year (where the gold knows it) and at least one party: the scorer's own rule."""
    year = gold.get("year") is None or gold["year"] == found["year"]
    parties = not gold["parties"] or not found["parties"] or set(gold["parties"]) & set(found["parties"])
    return float(gold["n"] == found["n"] and year and bool(parties))


def score(rows: list[Json], readings: list[Json], show: bool = False) -> dict[str, Any]:
    """Precision, recall and F1 of the two lists over all rows."""
    scorer = module(articles.SCORER)
    out = {}
    for key, same in (("figures", lambda g, p: same_figure(scorer, g, p)), ("anniversaries", same_anniversary)):
        tally = scorer.Tally()
        for row, reading in zip(rows, readings, strict=True):
            gold, found = row[key], reading.get(key) or []
            pairs = scorer.greedy(gold, found, same)
            tally.match(gold, found, pairs)
            if show:
                tell(row["id"], key, gold, found, pairs, reading["document"]["text"])
        out[key] = tally.prf()
    return out


def tell(id_: str, key: str, gold: list[Json], found: list[Json], pairs: list[tuple[int, int]], text: str) -> None:
    """Print every miss and false alarm with the words around it."""
    for i, row in enumerate(gold):
        if i not in {g for g, _ in pairs} and not row.get("optional"):
            print(
                id_,
                key,
                "missed:",
                {k: row.get(k) for k in ("value", "n", "unit", "what", "of", "at", "year") if k in row},
            )
    for i, row in enumerate(found):
        if i not in {p for _, p in pairs}:
            start, end = row["evidence"][0]
            where = " ".join(text[max(0, start - 40) : end + 40].split())
            print(
                id_,
                key,
                "extra:",
                {k: row.get(k) for k in ("value", "n", "unit", "what", "of", "year") if k in row},
                "|",
                where,
            )


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("gold", type=Path)
    options.add_argument("texts", type=Path)
    options.add_argument("--errors", action="store_true")
    options.add_argument("--only", nargs="+", default=[])
    asked = options.parse_args()
    rows = [row for row in articles.gold_rows(asked.gold) if not asked.only or row["id"] in asked.only]
    rows = [row for row in rows if "figures" in row]
    for name, value in score(rows, articles.readings(rows, asked.texts), asked.errors).items():
        print(f"{name:15}", "  ".join(f"{key} {number}" for key, number in value.items()))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
