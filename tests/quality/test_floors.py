"""No change may make the reader worse than the floors of floors.toml, which only rise (docs/quality.md)."""

import importlib.util
import json
import tomllib
from pathlib import Path

import owngold
import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SHARED = ROOT.parent / "shared"
EXAMPLES = ROOT / "src" / "communique" / "examples"
FLOORS = tomllib.loads((HERE / "floors.toml").read_text())


def benchmark(name: str):
    spec = importlib.util.spec_from_file_location(f"benchmark_{name}", ROOT / "benchmarks" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def hold(kind: str, figures: dict[str, float]) -> None:
    below = {name: (figures[name], floor) for name, floor in FLOORS[kind].items() if figures[name] < floor}
    assert not below, f"{kind}: below the floor (figure, floor): {below}; all figures: {figures}"


def flat(table: dict) -> dict[str, float]:
    rows = {key: value for key, value in table.items() if isinstance(value, dict)}
    return {f"{key}.{name}": value for key, row in rows.items() for name, value in row.items() if value is not None}


def test_our_own_examples():
    articles = benchmark("articles")
    gold = articles.gold_rows(ROOT / "tests" / "gold" / "examples.jsonl")
    figures = owngold.score(gold, articles.readings(gold, EXAMPLES))
    hold("examples", {name: round(value, 3) for name, value in figures.items()})


@pytest.mark.shared
@pytest.mark.parametrize(
    "kind, gold, texts",
    [
        ("seeds", SHARED / "articles" / "gold.jsonl", SHARED / "articles"),
        ("texts", ROOT / "tests" / "gold" / "texts.jsonl", SHARED / "data" / "texts"),
        ("encounters", ROOT / "tests" / "gold" / "encounters.jsonl", SHARED / "data" / "texts"),
        ("encounters2", ROOT / "tests" / "gold" / "encounters2.jsonl", SHARED / "data" / "texts"),
    ],
    ids=["seeds", "texts", "encounters", "encounters2"],
)
def test_real_pages(kind, gold, texts, tmp_path):
    articles = benchmark("articles")
    rows = articles.gold_rows(gold)
    done = articles.read_and_score(rows, texts, tmp_path, options=["--json"])
    assert done.returncode == 0, done.stderr
    hold(kind, flat(json.loads(done.stdout)))
