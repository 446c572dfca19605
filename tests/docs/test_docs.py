"""The manual is under test: what it names exists, and what exists is named in it."""

import argparse
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from communique.cli.main import parser

ROOT = Path(__file__).parents[2]
MANUAL = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]


def commands() -> dict[str, argparse.ArgumentParser]:
    return dict(parser()._subparsers._group_actions[0].choices)  # type: ignore[union-attr, arg-type]


def options() -> list[tuple[str, str]]:
    rows = []
    for name, command in commands().items():
        for action in command._actions:
            rows += [
                (name, option) for option in action.option_strings if option.startswith("--") and option != "--help"
            ]
    return rows


@pytest.mark.parametrize("command, option", options(), ids=lambda value: value)
def test_every_option_is_in_the_manual(command, option):
    text = (ROOT / "docs" / "commands.md").read_text()
    section = text.split(f"## communique {command}")[1].split("\n## ")[0]
    assert f"`{option}" in section or f"`{option.replace('--no-', '--')}" in section


@pytest.mark.parametrize("path", MANUAL, ids=lambda path: str(path.relative_to(ROOT)))
def test_commands_in_the_manual_exist(path):
    text = path.read_text()
    for name in re.findall(r"(?:^|`|\$ |\| )communique ([a-z]+)\b", text, re.MULTILINE):
        assert name in commands(), f"communique {name}"
    known = {option for _, option in options()} | {"--help", "--version"}
    for line in re.findall(r"communique (?:read|doctor|demo|version)[^`\n]*", text):
        for option in re.findall(r"(?<!\S)--[a-z-]+", line):
            assert option in known, option


@pytest.mark.parametrize("path", MANUAL, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(path):
    for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", path.read_text()):
        assert (path.parent / target).exists(), target


@pytest.mark.parametrize("path", MANUAL, ids=lambda path: str(path.relative_to(ROOT)))
def test_files_named_in_the_manual_exist(path):
    for name in re.findall(r"`((?:src|tests|docs|benchmarks|tools)/[\w./-]+)`", path.read_text()):
        assert (ROOT / name).exists(), name


def test_the_readme_promises_the_two_commands_that_exist():
    readme = (ROOT / "README.md").read_text()
    for command in ("python3 dev.py demo", "python3 dev.py test"):
        assert command in "\n".join(readme.splitlines()[:40])
    done = subprocess.run([sys.executable, ROOT / "dev.py", "help"], capture_output=True, text=True)
    assert "demo" in done.stdout and "test" in done.stdout


def test_every_key_of_the_output_is_explained():
    sys.path.insert(0, str(ROOT / "tests"))
    import contract

    text = (ROOT / "docs" / "reading.md").read_text()
    tables = (contract._DOCUMENT, contract._PARTY, contract._ENCOUNTER, contract._STATEMENT)
    assert not [key for table in tables for key in table if f"`{key}`" not in text]


SHOWN = re.compile(r"(<!-- from (\S+?)(?: at (\S+))?(?: lines (\d+) to (\d+))? -->\n```\w+\n).*?(```\n)", re.DOTALL)


def excerpt(name: str, at: str | None, first: str | None, last: str | None) -> str:
    """What a manual shows of a golden file: the object at a path in it, or some lines."""
    kept = (ROOT / name).read_text()
    if at:
        part = json.loads(kept)
        for step in at.split("."):
            part = part[int(step)] if step.isdigit() else part[step]
        pretty = json.dumps(part, ensure_ascii=False, indent=1)
        spans = re.compile(r"\[\s+(\d+),\s+(\d+)\s+\]")
        return (
            re.sub(r"\[\s+(\[\d+, \d+\](?:,\s+\[\d+, \d+\])*)\s+\]", _one_line, spans.sub(r"[\1, \2]", pretty)) + "\n"
        )
    return "".join(kept.splitlines(keepends=True)[int(first or 1) - 1 : int(last or 10**6)])


def _one_line(match: re.Match[str]) -> str:
    return "[" + " ".join(match[1].split()) + "]"


@pytest.mark.parametrize("path", MANUAL, ids=lambda path: str(path.relative_to(ROOT)))
def test_output_shown_in_the_manual_is_what_comes_out(path):
    """COMMUNIQUE_UPDATE_GOLDEN=1 writes it anew."""
    text = path.read_text()
    fresh = SHOWN.sub(lambda m: m[1] + excerpt(*m.groups()[1:5]) + m[6], text)
    if os.environ.get("COMMUNIQUE_UPDATE_GOLDEN") == "1":
        path.write_text(fresh)
    else:
        assert fresh == text


def test_the_manual_shows_output():
    assert SHOWN.search((ROOT / "README.md").read_text())
    assert SHOWN.search((ROOT / "docs" / "reading.md").read_text())
