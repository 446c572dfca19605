"""Write communique's attributions of a PolNeAR file in the form that score_attribution.py reads.

    attribution.py GOLD.jsonl[.gz] OUT.jsonl [--timings]

Only the forms (`frames`), nobody resolved. Where one attribution stands in another's content the outer one is written,
as in PolNeAR, where a word belongs to one attribution only.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from communique.model.span import Span, stripped
from communique.reading import parse
from communique.reading.statements import Frame, frames, needs


def blocks(text: str) -> list[Span]:
    out, at = [], 0
    for line in text.split("\n"):
        span = stripped(text, at, at + len(line))
        if span:
            out.append(span)
        at += len(line) + 1
    return out


def attributions(found: Iterable[Frame]) -> list[dict[str, object]]:
    listed = tuple(found)
    by_number = dict(enumerate(listed))
    out: list[dict[str, object]] = []
    for frame in listed:
        outer = by_number.get(frame.inside) if frame.inside is not None else None
        if outer is not None and outer.form != "according to":
            continue
        source = frame.relative or frame.source
        out.append(
            {
                "source": [source.start, source.end] if source else None,
                "cue": [frame.cue.start, frame.cue.end] if frame.cue else None,
                "content": [[s.start, s.end] for s in frame.content],
            }
        )
    return out


def records(path: Path) -> Iterator[dict[str, str]]:
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    yield from (json.loads(line) for line in data.decode("utf-8").split("\n") if line.strip())


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--timings", action="store_true", help="print CPU seconds of parse and rules")
    args = parser.parse_args()
    parse.pipeline()
    spent = {"parse": 0.0, "rules": 0.0}
    with args.out.open("w", encoding="utf-8") as file:
        for record in records(args.gold):
            text = record["text"]
            t0 = time.process_time()
            sentences = parse.parsed(text, parse.sentences(text, blocks(text)), needs)
            t1 = time.process_time()
            found = frames(text, sentences)
            t2 = time.process_time()
            spent["parse"] += t1 - t0
            spent["rules"] += t2 - t1
            file.write(json.dumps({"id": record["id"], "attributions": attributions(found)}) + "\n")
    if args.timings:
        print(f"parse {spent['parse']:.1f} s, rules {spent['rules']:.2f} s CPU", file=sys.stderr)


if __name__ == "__main__":
    main()
