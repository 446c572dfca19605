"""Predictions for PLOVER gold records: one line a sentence, in the form of the scorer beside the records.

usage: python benchmarks/plover.py GOLD.jsonl OUT.jsonl
then:  python score_plover.py GOLD.jsonl OUT.jsonl --diplomacy

Every sentence is read as a text of its own, by the same reader as a page. The first event of a line is the first of the
reading. Hypothetical and denied acts are left out.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from communique.model.article import Source
from communique.model.reading import Reading
from communique.reading.events import table
from communique.run.read import Reader


def predictions(records: list[dict[str, Any]], reader: Reader) -> Iterator[dict[str, Any]]:
    """The prediction line of each record."""
    for record in records:
        reading = reader.read(Source(record["text"].encode("utf-8")))
        rows = list(table.rows(reading, reader.knowledge)) if isinstance(reading, Reading) else []
        yield {
            "id": record["id"],
            "events": [
                {"event": row.event.type, "mode": row.event.mode, "sources": row.actors, "targets": row.recipients}
                for row in rows
                if row.event.status != "denied"
            ],
        }


def main() -> None:
    """Read the records, write the predictions."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("gold", type=Path)
    asked.add_argument("out", type=Path)
    given = asked.parse_args()
    records = [json.loads(line) for line in given.gold.read_text("utf-8").splitlines() if line.strip()]
    with given.out.open("w", encoding="utf-8") as out:
        for line in predictions(records, Reader()):
            out.write(json.dumps(line, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
