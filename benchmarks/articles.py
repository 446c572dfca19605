#!/usr/bin/env python3
"""Reads the articles of a gold file and scores them with ../shared/eval/score_articles.py.

usage: python benchmarks/articles.py GOLD TEXTS [--errors] [--out FILE] [--only ID...] [--part dev|held]

GOLD    gold facts, one object per article (as ../shared/articles/gold.jsonl); a row may carry "given", the date that a
        user would say with --published because the page does not print it, "url", and "file", the name of its text
TEXTS   the folder of the texts: ID.txt, or what "file" says
--out   where the readings go (default: a temporary file)

examples:
  python benchmarks/articles.py ../shared/articles/gold.jsonl ../shared/articles --errors
  python benchmarks/articles.py tests/gold/texts.jsonl ../shared/data/texts --part dev --errors
  python benchmarks/articles.py tests/gold/examples.jsonl src/communique/examples
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

SCORER = Path(__file__).parents[2] / "shared" / "eval" / "score_articles.py"


def gold_rows(path: Path) -> list[dict[str, Any]]:
    rows = (json.loads(line) for line in path.read_text().splitlines() if line.strip())
    return [row for row in rows if "id" in row]


def text_of(row: dict[str, Any], folder: Path) -> Path:
    names = [row["file"]] if row.get("file") else [f"{row['id']}.txt", f"{row['id']}.html"]
    for name in names:
        if (folder / name).is_file():
            return folder / name
    sys.exit(f"articles.py: no text for {row['id']} in {folder}")


def readings(rows: list[dict[str, Any]], folder: Path) -> list[dict[str, Any]]:
    """The reading of each article as JSON, each read with what its row gives."""
    from communique.model.article import Source
    from communique.model.dates import PartialDate
    from communique.run.api import to_dict
    from communique.run.read import Reader

    reader, out = Reader(), []
    for row in rows:
        path = text_of(row, folder)
        given = PartialDate.parse(row["given"]) if row.get("given") else None
        out.append(to_dict(reader.read(Source(path.read_bytes(), row["id"], row.get("url"), given))))
    return out


def scorable(path: Path, reading: dict[str, Any]) -> bytes:
    """The text that the scorer compares with: the file itself, for HTML what was seen of it."""
    text = reading["document"].get("text")
    return path.read_bytes() if path.suffix == ".txt" or text is None else text.encode()


def read_and_score(
    rows: list[dict[str, Any]], texts: Path, scratch: Path, out: Path | None = None, options: Sequence[str] = ()
) -> subprocess.CompletedProcess[str]:
    """What the scorer says of the rows' articles; its table as JSON with the option --json."""
    found = readings(rows, texts)
    out, gold, folder = out or scratch / "out.jsonl", scratch / "gold.jsonl", scratch / "texts"
    out.write_text("\n".join(map(json.dumps, found)) + "\n")
    gold.write_text("\n".join(map(json.dumps, rows)) + "\n")
    folder.mkdir()
    for row, reading in zip(rows, found, strict=True):  # the scorer looks for ID.txt, whatever the text is called
        (folder / f"{row['id']}.txt").write_bytes(scorable(text_of(row, texts), reading))
    command = [sys.executable, str(SCORER), "--gold", str(gold), "--texts", str(folder), "--pred", str(out), *options]
    return subprocess.run(command, capture_output=True, text=True)


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("gold", type=Path)
    options.add_argument("texts", type=Path)
    options.add_argument("--errors", action="store_true")
    options.add_argument("--out", type=Path)
    options.add_argument("--only", nargs="+", default=[])
    options.add_argument("--part", help='only rows whose "part" is this')
    asked = options.parse_args()
    rows = [row for row in gold_rows(asked.gold) if not asked.only or row["id"] in asked.only]
    rows = [row for row in rows if not asked.part or row.get("part") == asked.part]
    with tempfile.TemporaryDirectory() as scratch:
        done = read_and_score(rows, asked.texts, Path(scratch), asked.out, ["--errors"] if asked.errors else [])
    print(done.stdout, done.stderr, sep="", end="")
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())
