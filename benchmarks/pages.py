"""Body extraction on real pages: F1 of 4-token shingles and share of exact bodies.

usage: .venv/bin/python benchmarks/pages.py [--pages ../shared/data/pages] [--worst N] [--half even|odd]
       [--save ROWS.jsonl]

Reads every page as HTML and again as plain text (all its visible text, one block a line), compares the body with the
true one as scrapinghub/article-extraction-benchmark does (means of precision and recall over pages), and prints the
even half (positions in sorted order, tuned on), the odd half (never looked at while tuning) and all pages. In brackets:
exact with the datelines put back, which are part of the true bodies and furniture to us.
"""

from __future__ import annotations

import argparse
import collections
import gzip
import json
import pathlib
import re
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from statistics import fmean

from communique.article.build import read_article
from communique.knowledge.base import Knowledge, default
from communique.model.article import Article, Source

TOKEN = re.compile(r"\w+")


def shingles(text: str, n: int = 4) -> collections.Counter[tuple[str, ...]]:
    tokens = TOKEN.findall(text)
    return collections.Counter(t for i in range(max(1, len(tokens) - n + 1)) if (t := tuple(tokens[i : i + n])))


def compare(true: str, found: str) -> tuple[float, float, bool]:
    """Precision, recall and whether every token is right."""
    a, b = shingles(true), shingles(found)
    both = sum((a & b).values())
    precision = both / sum(b.values()) if b else (1.0 if not a else 0.0)
    recall = both / sum(a.values()) if a else 1.0
    return precision, recall, TOKEN.findall(true) == TOKEN.findall(found)


def body(article: Article) -> str:
    return "\n".join(span.of(article.text) for span in article.body)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=pathlib.Path, default=pathlib.Path("../shared/data/pages"))
    parser.add_argument("--worst", type=int, default=0, help="print the N worst pages of the even half")
    parser.add_argument("--half", choices=("even", "odd"), help="only this half")
    parser.add_argument("--save", type=pathlib.Path, help="write bodies and rows as JSON lines")
    args = parser.parse_args()
    truth = json.loads((args.pages / "ground-truth.json").read_text("utf-8"))
    kb = default()
    rows: list[Row] = []
    for place, name in enumerate(sorted(truth)):
        if args.half and ("even", "odd")[place % 2] != args.half:
            continue
        data = gzip.decompress((args.pages / "html" / f"{name}.html.gz").read_bytes())
        rows += measure(name, place, data, truth[name]["articleBody"], kb)
    report(rows, args.worst)
    if args.save:
        args.save.write_text("".join(json.dumps(asdict(r)) + "\n" for r in rows), "utf-8")
    return 0


@dataclass(frozen=True, slots=True)
class Row:
    """How one page came out; headed is exact with the datelines put back."""

    name: str
    half: int
    form: str
    p: float
    r: float
    exact: bool
    headed: bool
    spent_ms: float


def measure(name: str, place: int, data: bytes, true: str, kb: Knowledge) -> Iterator[Row]:
    for form in ("html", "text"):
        start = time.process_time()
        article = read_article(Source(data), kb)
        spent = (time.process_time() - start) * 1000
        if not isinstance(article, Article):
            yield Row(name, place % 2, form, 0.0, 0.0, False, False, spent)
            continue
        precision, recall, exact = compare(true, body(article))
        headed = compare(true, with_datelines(article))[2]
        yield Row(name, place % 2, form, precision, recall, exact, headed, spent)
        data = visible(article).encode()


def with_datelines(article: Article) -> str:
    """The body as the truth of these pages has it: datelines are furniture to us, and body there."""
    return "\n".join(span.of(article.text) for span in sorted((*article.body, *article.datelines)))


def visible(article: Article) -> str:
    """All visible lines: the text after the values of the head (its first furniture is that block)."""
    head = [f.span for f in article.furniture if f.kind == "header" and f.span.start == 0]
    return article.text[head[0].end :].lstrip("\n") if head else article.text


def report(rows: list[Row], worst: int) -> None:
    for form in ("html", "text"):
        for label, halves in (("even", (0,)), ("odd", (1,)), ("all", (0, 1))):
            mine = [row for row in rows if row.form == form and row.half in halves]
            if mine:
                print(f"{form} {label:4} n={len(mine):3} {summary(mine)}")
        even = [row for row in rows if row.form == form and row.half == 0]
        for row in sorted(even, key=lambda row: row.p + row.r)[:worst]:
            print(f"  {row.name[:10]} p {row.p:.3f} r {row.r:.3f}")


def summary(rows: list[Row]) -> str:
    p, r = fmean(row.p for row in rows), fmean(row.r for row in rows)
    f1 = 2 * p * r / (p + r) if p + r else 0.0
    exact, headed = fmean(row.exact for row in rows), fmean(row.headed for row in rows)
    spent = fmean(row.spent_ms for row in rows)
    return f"F1 {f1:.4f} P {p:.4f} R {r:.4f} exact {exact:.3f} ({headed:.3f}) {spent:.0f} ms/page"


if __name__ == "__main__":
    sys.exit(main())
