#!/usr/bin/env python3
"""Copies: families made from the example articles, and the speed and size of the index.

usage: python benchmarks/copies.py [--errors] [--skip NAME...]

--errors  print every pair that is judged wrong
--skip    leave out: families, speed, translated

Families: every independent example goes through cut, extend, stitch, reorder, edit, one paragraph borrowed, quotation
only, caption only; each page is made as a plain text and goes through the article stage. What two pages share is known
from how they were made: sentences of one source article. Truth: bulk where the shared prose is 40 % of the shorter
page's prose or more, any where a sentence of ten words is shared. The examples are copied from each other too: of those
that are, only one is taken. Translated: into Spanish and back by Debian's apertium with apertium-eng-spa.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from communique.article.build import read_article
from communique.knowledge.base import Knowledge, default
from communique.model.article import Article, Source
from communique.model.reading import Reading
from communique.model.record import CopyLink
from communique.resolve.copies import authored, compare, fingerprints, prepared
from communique.store.fingerprints import packed

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "src" / "communique" / "examples"
BULK, SENTENCE = 0.40, 10
TARGETS = {"bulk_f1": 0.95, "any_f1": 0.85, "per_second": 1000.0, "bytes": 2000.0, "translated": 0.9}
_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z“\"])")
# What a rewriter changes without changing what is said.
SWAPS = (
    (r"\bsaid\b", "stated"), (r"\bmet with\b", "met"), (r"\balso\b ?", ""), (r"\bboth sides\b", "the two sides"),
    (r"\bheld\b", "had"), (r"\bnoted\b", "observed"), (r"\bcountries\b", "nations"), (r"\bstressed\b", "underlined"),
    (r"\badded\b", "went on"), (r"\bmore\b", "further"),
)  # fmt: skip

FRAMES = (
    "a diplomat told this paper", "an aide said", "recalled one who was there", "read a note of the day",
    "was how a guest put it", "wrote the embassy later", "as the hosts have it",
)  # fmt: skip


@dataclass(frozen=True)
class Made:
    """One made page: its name, its paragraphs, each a list of (source sentence id or None, words)."""

    name: str
    paragraphs: tuple[tuple[tuple[str | None, str], ...], ...]
    captions: tuple[str, ...] = ()

    def text(self, number: int) -> str:
        blocks = [" ".join(words for _, words in paragraph) for paragraph in self.paragraphs]
        middle = len(blocks) // 2
        blocks[middle:middle] = self.captions
        return "\n\n".join([f"Report number {number} of the gazette", *blocks]) + "\n"

    def prose(self) -> dict[str, int]:
        """The source sentences with their words."""
        return {id_: len(words.split()) for paragraph in self.paragraphs for id_, words in paragraph if id_}


def sources(kb: Knowledge) -> list[tuple[str, list[list[tuple[str, str]]]]]:
    """The examples in English, of copies of one another one each, as paragraphs of sentences."""
    read: list[tuple[str, Reading]] = []
    for path in sorted(EXAMPLES.iterdir()):
        if path.suffix not in (".txt", ".html"):
            continue
        article = read_article(Source(path.read_bytes(), path.name), kb)
        if isinstance(article, Article) and article.language == "en" and len(article.body) >= 5:
            reading = Reading(article, "benchmark")
            links = [compare(reading, other) for _, other in read]
            if not any(link and link.kind != "quotation" for link in links):
                read.append((path.name[:2], reading))
    out = []
    for name, reading in read:
        paragraphs = []
        for number, span in enumerate(reading.article.body):
            parts = _END.split(" ".join(span.of(reading.article.text).split()))
            paragraphs.append([(f"{name}.{number}.{at}", part) for at, part in enumerate(parts)])
        out.append((name, paragraphs))
    return out


def edited(paragraph: list[tuple[str, str]]) -> tuple[tuple[str | None, str], ...]:
    out: list[tuple[str | None, str]] = []
    for id_, words in paragraph:
        for old, new in SWAPS:
            words = re.sub(old, new, words)
        out.append((id_, words))
    return tuple(out)


def made(base: list[tuple[str, list[list[tuple[str, str]]]]]) -> Iterator[Made]:
    for at, (name, own) in enumerate(base):
        other, more = base[(at + 7) % len(base)]
        whole = tuple(map(tuple, own))
        foreign = tuple(map(tuple, more))
        yield Made(f"{name} whole", whole)
        yield Made(f"{name} cut", whole[: max(3, len(whole) // 2)])
        yield Made(f"{name} extended by {other}", (*whole, *foreign[:3]))
        yield Made(f"{name} stitched with {other}", (*whole[: len(whole) // 2], *foreign[len(foreign) // 2 :]))
        yield Made(f"{name} reordered", (*whole[len(whole) // 2 :], *whole[: len(whole) // 2]))
        yield Made(f"{name} edited", tuple(edited(paragraph) for paragraph in own))
        carrier = tuple(map(tuple, base[(at + 3) % len(base)][1]))
        yield Made(f"{name} one paragraph in another", (*carrier[:2], whole[len(whole) // 2], *carrier[2:]))


def decoys(base: list[tuple[str, list[list[tuple[str, str]]]]]) -> Iterator[Made]:
    """Pages on different things that share only quoted words, or only a caption."""
    for at, (name, own) in enumerate(base):
        said = own[1][0][1].rstrip(".")
        caption = f"{own[0][0][1].rstrip('.')}, May 6, 2024. (AP Photo/Ada Example)"
        for step in (5, 11):
            carrier_name, carrier = base[(at + step) % len(base)]
            body = tuple(map(tuple, carrier))
            frame = FRAMES[(at + step) % len(FRAMES)]
            quoted = ((None, f"“{said},” {frame}."),)
            yield Made(f"{name} quoted in {carrier_name}", (*body[:2], quoted, *body[2:]))
            yield Made(f"{name} caption in {carrier_name}", body, (caption,))


def truth(a: Made, b: Made) -> tuple[bool, bool]:
    """Whether two pages are bulk copies, and whether they share any sentence."""
    mine, theirs = a.prose(), b.prose()
    both = set(mine) & set(theirs)
    shared = sum(min(mine[id_], theirs[id_]) for id_ in both)
    bulk = shared / max(1, min(sum(mine.values()), sum(theirs.values()))) >= BULK
    return bulk, any(min(mine[id_], theirs[id_]) >= SENTENCE for id_ in both)


def figures(right: int, found: int, wanted: int) -> tuple[float, float, float]:
    precision, recall = right / max(1, found), right / max(1, wanted)
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def families(kb: Knowledge, show: bool) -> None:
    base = sources(kb)
    pages = [*made(base), *decoys(base)]
    read = [read_article(Source(page.text(at).encode(), page.name), kb) for at, page in enumerate(pages)]
    ready = [prepared(Reading(a, "benchmark")) for a in read if isinstance(a, Article)]
    marks = [frozenset(fingerprints(row.reading)) for row in ready]
    count: Counter[str] = Counter()
    for i, j in combinations(range(len(pages)), 2):
        bulk, some = truth(pages[i], pages[j])
        link = compare(ready[i], ready[j]) if marks[i] & marks[j] else None
        kind = link.kind if link else None
        got = kind in ("bulk", "translated"), kind in ("bulk", "partial", "translated")
        count.update(bulk=bulk, any=some, bulk_found=got[0], any_found=got[1])
        count.update(bulk_right=bulk and got[0], any_right=some and got[1], false=got[1] and not some)
        if show and (got != (bulk, some)):
            print(f"  {pages[i].name} | {pages[j].name}: {kind} {link.share if link else ''}, truth {bulk, some}")
    print(f"families: {len(base)} articles, {len(pages)} pages, {count['bulk']} bulk and {count['any']} linked pairs")
    for name in ("bulk", "any"):
        p, r, f1 = figures(count[f"{name}_right"], count[f"{name}_found"], count[name])
        say(f"{name} copies: P {p:.3f} R {r:.3f} F1", f1, f1 >= TARGETS[f"{name}_f1"], f">= {TARGETS[f'{name}_f1']}")
    say("links from quotations, captions or nothing", count["false"], count["false"] == 0, "0")


def say(name: str, value: float, good: bool, target: str) -> None:
    print(f"{name:<58} {value:9.3f}  target {target}  {'ok' if good else 'MISSED'}")


def apertium(paragraphs: list[str], pair: str) -> list[str]:
    done = subprocess.run(
        ["apertium", "-u", pair], input="\n\n".join(paragraphs) + "\n", capture_output=True, text=True, check=True
    )
    return done.stdout.rstrip("\n").split("\n\n")


def translated(kb: Knowledge, show: bool) -> None:
    """Copies put into Spanish and back, and the Spanish itself, against the other examples."""
    if shutil.which("apertium") is None:
        print("translated: skipped, no apertium (Debian: apt-get install apertium apertium-eng-spa)")
        return
    base = sources(kb)
    originals: list[tuple[str, Reading]] = []
    copies: dict[str, list[tuple[str, Reading]]] = {"back in English": [], "in Spanish": []}
    for number, (name, own) in enumerate(base):
        blocks = [" ".join(words for _, words in paragraph) for paragraph in own]
        spanish = apertium(blocks, "eng-spa")
        for kind, lines in (("", blocks), ("in Spanish", spanish), ("back in English", apertium(spanish, "spa-eng"))):
            text = "\n\n".join([f"{kind} {number}".strip().capitalize(), *lines]) + "\n"
            article = read_article(Source(text.encode(), name), kb)
            if isinstance(article, Article):
                (copies[kind] if kind else originals).append((name, Reading(article, "benchmark")))
    for kind, rows in copies.items():
        count: Counter[str] = Counter()
        for name, reading in rows:
            for other, original in originals:
                link = compare(reading, original)
                linked = link is not None and link.kind != "quotation"
                count.update(wanted=name == other, found=linked, right=linked and name == other)
                if show and linked != (name == other):
                    print(f"  {kind} {name} | {other}: {link and (link.kind, link.share)}")
        p, r, f1 = figures(count["right"], count["found"], count["wanted"])
        say(f"{kind}: P {p:.3f} R {r:.3f} F1", f1, f1 >= TARGETS["translated"], f">= {TARGETS['translated']}")


def speed(kb: Knowledge) -> None:
    """Articles of 400 words a CPU second, and bytes an article, best of three rounds."""
    words = [words for _, own in sources(kb) for paragraph in own for _, words in paragraph]
    readings = []
    for number in range(1000):
        picked, size, at = [], 0, number * 37
        while size < 400:
            picked.append(words[at % len(words)])
            size += len(picked[-1].split())
            at += 1 + number % 11
        text = "\n\n".join(" ".join(picked[k : k + 3]) for k in range(0, len(picked), 3))
        article = read_article(Source(text.encode(), None), kb) if number < 100 else None
        readings.append(Reading(article, "b") if isinstance(article, Article) else readings[number % 100])
    best, bytes_ = 0.0, 0
    for _ in range(3):
        start = time.process_time()
        marks = [fingerprints(reading) for reading in readings]
        best = max(best, len(readings) / (time.process_time() - start))
        bytes_ = sum(len(packed(mark)) for mark in marks)
    prose = sum(len(span.of(r.article.text).split()) for r in readings for span in authored(r)) / len(readings)
    print(f"index: {len(readings)} articles of {prose:.0f} words of prose")
    say("articles a CPU second", best, best >= TARGETS["per_second"], ">= 1000")
    say("bytes an article", bytes_ / len(readings), bytes_ / len(readings) <= TARGETS["bytes"], "<= 2000")
    pair: list[CopyLink | None] = []
    ready = [prepared(reading) for reading in readings[:60]]
    start = time.process_time()
    pair += [compare(a, b) for a, b in combinations(ready, 2)]
    print(f"comparing: {1000 * (time.process_time() - start) / len(pair):.2f} ms a pair")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--errors", action="store_true")
    options.add_argument("--skip", nargs="*", default=[])
    given = options.parse_args()
    kb = default()
    if "families" not in given.skip:
        families(kb, given.errors)
    if "translated" not in given.skip:
        translated(kb, given.errors)
    if "speed" not in given.skip:
        speed(kb)


if __name__ == "__main__":
    main()
