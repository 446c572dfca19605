"""Body extraction on real pages: F1 of 4-token shingles and share of exact bodies.

usage: .venv/bin/python benchmarks/pages.py [--pages ../shared/data/pages] [--worst N] [--half even|odd] [--json]

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

from communique.article.build import read_article
from communique.knowledge.base import default
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
    rows = []
    for place, name in enumerate(sorted(truth)):
        if args.half and ("even", "odd")[place % 2] != args.half:
            continue
        data = gzip.decompress((args.pages / "html" / f"{name}.html.gz").read_bytes())
        rows += measure(name, place, data, truth[name]["articleBody"], kb)
    report(rows, args.worst)
    if args.save:
        args.save.write_text("".join(json.dumps(r) + "\n" for r in rows), "utf-8")
    return 0


def measure(name: str, place: int, data: bytes, true: str, kb: object) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = []
    flat = ""
    for form in ("html", "text"):
        start = time.process_time()
        article = read_article(Source(data if form == "html" else flat.encode()), kb)  # type: ignore[arg-type]
        spent = time.process_time() - start
        found = body(article) if isinstance(article, Article) else ""
        precision, recall, exact = compare(true, found)
        headed = compare(true, with_datelines(article))[2] if isinstance(article, Article) else False
        rows.append(
            {
                "name": name,
                "half": place % 2,
                "form": form,
                "p": precision,
                "r": recall,
                "exact": exact,
                "headed": headed,
                "s": spent,
            }
        )
        if form == "html" and isinstance(article, Article):
            flat = visible(article)
    return rows


def with_datelines(article: Article) -> str:
    """The body as the truth of these pages has it: datelines are furniture to us, and body there."""
    return "\n".join(span.of(article.text) for span in sorted((*article.body, *article.datelines)))


def visible(article: Article) -> str:
    """All visible lines: the text after the values of the head (its first furniture is that block)."""
    head = [f.span for f in article.furniture if f.kind == "header" and f.span.start == 0]
    return article.text[head[0].end :].lstrip("\n") if head else article.text


def report(rows: list[dict[str, object]], worst: int) -> None:
    for form in ("html", "text"):
        for label, halves in (("even", (0,)), ("odd", (1,)), ("all", (0, 1))):
            mine = [r for r in rows if r["form"] == form and r["half"] in halves]
            if not mine:
                continue
            n = len(mine)
            p, r = (sum(float(row[k]) for row in mine) / n for k in ("p", "r"))  # type: ignore[arg-type]
            exact = sum(bool(row["exact"]) for row in mine) / n
            headed = sum(bool(row["headed"]) for row in mine) / n
            spent = sum(float(row["s"]) for row in mine) / n  # type: ignore[arg-type]
            f1 = 2 * p * r / (p + r) if p + r else 0.0
            print(
                f"{form} {label:4} n={n:3} F1 {f1:.4f} P {p:.4f} R {r:.4f} exact {exact:.3f} ({headed:.3f}) {spent * 1000:.0f} ms/page"
            )
        even = [r for r in rows if r["form"] == form and r["half"] == 0]
        for row in sorted(even, key=lambda r: float(r["p"]) + float(r["r"]))[:worst]:  # type: ignore[arg-type]
            print(f"  {row['name'][:10]} p {row['p']:.3f} r {row['r']:.3f}")  # type: ignore[index]


if __name__ == "__main__":
    sys.exit(main())
