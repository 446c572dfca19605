"""No change may make the reader worse than the floors of floors.toml, which only rise (docs/quality.md)."""

import importlib.util
import json
import subprocess
import sys
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


def test_planted_defects_are_found_and_their_twins_left_alone():
    figures = benchmark("checks").found()
    hold("checks", {name: value for name, value in figures.items() if name.startswith("found")})
    assert figures["twins"] >= 150 and figures["alarms"] <= 2 and figures["error"] == 0, figures


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


def _records(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def _told(name: str, plover, reader) -> dict[str, float]:
    """The share of right first types and F1 of parties on own sentences with one act each."""
    gold = _records(ROOT / "tests" / "gold" / "events" / f"{name}.jsonl")
    lines = list(plover.predictions(gold, reader))
    right = sum(bool(p["events"]) and p["events"][0]["event"] == g["event"] for p, g in zip(lines, gold, strict=True))
    hit = extra = missed = 0
    for line, row in zip(lines, gold, strict=True):
        want = {actor["code"] for actor in (*row["sources"], *row["targets"])}
        have = {code for event in line["events"] for code in (*event["sources"], *event["targets"])}
        hit, extra, missed = hit + len(want & have), extra + len(have - want), missed + len(want - have)
    return {f"{name} type top": right / len(gold), f"{name} parties": 2 * hit / (2 * hit + extra + missed)}


def test_own_sentences_of_events():
    """Types and parties of sentences with one act, and silence on those with none."""
    plover = benchmark("plover")
    reader = plover.Reader()
    silent = _records(ROOT / "tests" / "gold" / "events" / "negatives.jsonl")
    assert len(silent) >= 300
    alarms = sum(bool(line["events"]) for line in plover.predictions(silent, reader))
    told = _told("consult-agree", plover, reader) | _told("types", plover, reader)
    hold("events", told | {"quiet": 1 - alarms / len(silent)})


@pytest.mark.shared
def test_plover_records(tmp_path):
    gold, out = SHARED / "data" / "plover" / "gsr_dev.jsonl", tmp_path / "out.jsonl"
    plover = benchmark("plover")
    lines = plover.predictions(_records(gold), plover.Reader())
    out.write_text("".join(json.dumps(line) + "\n" for line in lines))
    scorer = SHARED / "eval" / "score_plover.py"
    done = subprocess.run(
        [sys.executable, scorer, gold, out, "--diplomacy", "--json"], capture_output=True, text=True, check=True
    )
    figures = json.loads(done.stdout)
    hold("plover", {"type top": figures["type top"], "parties": figures["parties P/R/F1"][2]})


@pytest.mark.shared
@pytest.mark.parametrize(
    "kind, gold, texts",
    [
        ("figures_seeds", SHARED / "articles" / "gold.jsonl", SHARED / "articles"),
        ("figures", ROOT / "tests" / "gold" / "figures.jsonl", SHARED / "data" / "texts"),
    ],
    ids=["seeds", "texts"],
)
def test_figures_of_real_pages(kind, gold, texts):
    benchmarks = benchmark("figures")
    rows = benchmarks.articles.gold_rows(gold)
    hold(kind, flat(benchmarks.score(rows, benchmarks.articles.readings(rows, texts))))


def _pages(part: str) -> tuple[list[dict], list[dict]]:
    articles = benchmark("articles")
    rows = [row for row in articles.gold_rows(ROOT / "tests" / "gold" / "pages.jsonl") if row["part"] == part]
    return rows, articles.readings(rows, ROOT / "tests" / "gold" / "pages")


@pytest.mark.parametrize("part", ["dev", "held"])
def test_every_sentence_of_our_own_pages_is_read_or_has_nothing(part):
    rows, readings = _pages(part)
    hold(f"coverage {part}", benchmark("coverage").coverage(rows, readings, []))


@pytest.mark.shared
@pytest.mark.parametrize("part", ["dev", "held"])
def test_our_own_pages_of_the_genre(part, tmp_path):
    articles = benchmark("articles")
    rows = [row for row in articles.gold_rows(ROOT / "tests" / "gold" / "pages.jsonl") if row["part"] == part]
    done = articles.read_and_score(rows, ROOT / "tests" / "gold" / "pages", tmp_path, options=["--json"])
    assert done.returncode == 0, done.stderr
    hold(f"pages {part}", flat(json.loads(done.stdout)))
