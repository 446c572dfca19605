"""Checks against planted defects: `python benchmarks/checks.py [--misses] [CLASS]`.

Reads the articles that tests/checks/planted.py makes, each with its true twin: the share found in every class, and
every alarm on a twin. `python benchmarks/checks.py --pages FOLDER FILES...` lists the alarms on real pages, to be
judged by eye.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

import communique

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "checks"))


def found(only: str = "", *, show: bool = False) -> dict[str, float]:
    """The share of planted defects found by class ("found: ..."), and alarms and errors on twins."""
    from planted import plants

    asked, hit, alarms = Counter[str](), Counter[str](), Counter[str]()
    for name, bad, good in plants():
        if only not in name:
            continue
        asked[name] += 1
        kinds = [row.kind for row in communique.read_text(bad).checks or ()]
        hit[name] += name.split(":")[0] in kinds
        if show and name.split(":")[0] not in kinds:
            print(f"missed {name} ({kinds}): {bad!r}")
        alarms["twins"] += 1
        for row in communique.read_text(good).checks or ():
            alarms[row.severity] += 1
            alarms["alarms"] += 1
            if show:
                print(f"false {name}: {row.kind} {row.severity} {row.message}")
    shares = {f"found: {name}": hit[name] / asked[name] for name in asked}
    return {**shares, **{name: alarms[name] for name in ("twins", "alarms", "error")}}


def alarms(folder: Path, names: list[str]) -> None:
    """Print every check on real pages with the words that it is about."""
    for name in names:
        try:
            reading = communique.read_file(folder / name)
        except communique.UnreadableError:
            continue
        for row in reading.checks or ():
            text = reading.article.text
            print(f"{name}: {row.kind} {row.severity}: {row.message}")
            for span in row.evidence:
                print("   ", " ".join(text[max(0, span.start - 80) : span.end + 60].split()))


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true", help="print every miss and false alarm")
    parser.add_argument("--pages", type=Path, metavar="FOLDER", help="real pages instead: print their alarms")
    parser.add_argument("names", nargs="*", help="a class, or the files of --pages")
    asked = parser.parse_args()
    if asked.pages:
        alarms(asked.pages, asked.names or sorted(path.name for path in asked.pages.iterdir()))
        return
    for name, value in found(asked.names[0] if asked.names else "", show=asked.misses).items():
        print(f"{name:40} {value:.2f}" if name.startswith("found") else f"{name:40} {value}")


if __name__ == "__main__":
    main()
