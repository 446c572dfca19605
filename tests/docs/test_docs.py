"""The manual is under test: what it names exists, and what exists is named in it."""

import argparse
import json
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


def test_the_example_in_the_manual_is_what_comes_out():
    """docs/reading.md shows JSON: every object in it is one that the golden files hold, key for key."""
    text = (ROOT / "docs" / "reading.md").read_text()
    blocks = re.findall(r"```json\n(.*?)```", text, re.DOTALL)
    assert blocks
    kept = json.loads((ROOT / "tests" / "golden" / "01-xi-albanese-wire.json").read_text())
    for block in blocks:
        shown = json.loads(block)
        assert _within(shown, kept), block


def _within(shown: object, kept: object) -> bool:
    if shown == kept:
        return True
    inside = kept.values() if isinstance(kept, dict) else kept if isinstance(kept, list) else ()
    return any(_within(shown, value) for value in inside)
