"""A small scorer for our own annotated examples, so that floors hold where ../shared is absent.

Stricter and simpler than ../shared/eval/score_articles.py: names must be equal, statements must overlap by half.
"""

from __future__ import annotations

import functools
import re
from collections import Counter
from typing import Any

from communique.knowledge.base import default

Json = dict[str, Any]
MARKS = dict.fromkeys(map(ord, "\u200e\u200f\u2066\u2067\u2068\u2069"))
ANY_MARKS = "[\u200e\u200f\u2066-\u2069]*"
QUOTES = str.maketrans("‘’“”–—\u00a0", "''\"\"-- ")


def score(gold: list[Json], readings: list[Json]) -> dict[str, float]:
    """Shares and F1 from 0 to 1 by name."""
    counts: dict[str, Counter[str]] = {}
    for row, reading in zip(gold, readings, strict=True):
        for name, part in _article(row, reading).items():
            counts.setdefault(name, Counter()).update(part)
    return {name: _f1(count) for name, count in counts.items()}


def _f1(count: Counter[str]) -> float:
    if count["asked"]:
        return count["right"] / count["asked"]
    total = 2 * count["hit"] + count["extra"] + count["missed"]
    return 2 * count["hit"] / total if total else 1.0


def _article(row: Json, reading: Json) -> dict[str, Counter[str]]:
    document = reading.get("document", {})
    published = (document.get("published") or {}).get("date")
    want = row["published"]
    right = published == want["date"] or published in want.get("accept", [])
    origins = {_origin(origin["name"]) for origin in document.get("origins", [])}
    main = [e for e in reading.get("encounters") or [] if e["main"]]
    firm = [e for e in row["encounters"] if e["main"] and not e.get("optional")]
    known = [e for e in row["encounters"] if e["main"]]
    statements = reading.get("statements") or []
    text = document.get("text", "")
    return {
        "published": Counter(asked=1, right=int(right)),
        "origins": _sets({_origin(name) for name in row["origins"]}, origins),
        "encounters": _pairs(firm, known, main, _same_people),
        "encounters_strict": _pairs(firm, known, main, _same_encounter),
        "silent": Counter(asked=int(not known), right=int(not known and not main)),
        "statements_right": _statements(row["statements"], statements, text),
    }


@functools.cache
def _aliases() -> dict[str, str]:
    names: dict[str, str] = {}
    for outlet in default().outlets.values():
        for name in (outlet.name, *outlet.aliases):
            names.setdefault(name, outlet.id)
    return names


def _origin(name: str) -> str:
    return _aliases().get(name, name)


def _sets(gold: set[str], found: set[str]) -> Counter[str]:
    return Counter(hit=len(gold & found), missed=len(gold - found), extra=len(found - gold))


def _pairs(firm: list[Json], known: list[Json], found: list[Json], same: Any) -> Counter[str]:
    left, hit = list(found), 0
    for row in known:
        match = next((e for e in left if same(row, e)), None)
        if match is not None:
            left.remove(match)
            hit += row in firm
    missed = sum(not any(same(row, e) for e in found) for row in firm)
    return Counter(hit=hit, missed=missed, extra=len(left))


def _people(row: Json) -> set[tuple[str | None, str | None]]:
    return {(p["name"], None if p["name"] else p["country"]) for p in row["participants"]}


def _same_people(gold: Json, found: Json) -> bool:
    one, two = _people(gold), _people(found)
    return 2 * len(one & two) >= max(len(one), len(two), 1)


def _same_encounter(gold: Json, found: Json) -> bool:
    city = (found["place"] or {}).get("city")
    facts = (gold["kind"], gold["status"], gold["date"], gold["city"]) == (
        found["kind"], found["status"], found["start"], city,
    )  # fmt: skip
    return facts and _people(gold) == _people(found)


def _find(text: str, anchor: str, start: int) -> tuple[int, int] | None:
    """Where an anchor stands, whatever the white space and the marks of the direction of writing."""
    words = anchor.translate(QUOTES).translate(MARKS).split()
    pattern = r"\s+".join(ANY_MARKS + ANY_MARKS.join(map(re.escape, word)) + ANY_MARKS for word in words)
    match = re.compile(pattern, re.IGNORECASE).search(text.translate(QUOTES), start)
    return match.span() if match else None


def _statements(gold: list[Json], found: list[Json], text: str) -> Counter[str]:
    left, count = list(found), Counter[str]()
    for row in gold:
        first = _find(text, row["starts"], 0)
        last = _find(text, row["ends"], first[0]) if first else None
        assert first and last, f"an anchor of the gold file is not in the text: {row['starts']} ... {row['ends']}"
        match = next((s for s in left if _overlap((first[0], last[1]), s["content"]) >= 0.5), None)
        if match is None:
            count["missed"] += not row.get("optional")
            continue
        left.remove(match)
        speaker = match["speaker"]
        names = {speaker["name"], *([speaker["country"]] if speaker["name"] is None else [])}
        right = bool(names & {row["speaker"], *row.get("speaker_or", [])})
        if not row.get("optional"):
            count["hit" if right else "missed"] += 1
            count["extra"] += not right
    count["extra"] += len(left)
    return count


def _overlap(gold: tuple[int, int], content: list[list[int]]) -> float:
    one = set(range(*gold))
    two = {at for start, end in content for at in range(start, end)}
    return len(one & two) / max(len(one | two), 1)
