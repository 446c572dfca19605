"""Comparisons of own readouts, kept whole in every form (COMMUNIQUE_UPDATE_GOLDEN=1 writes them anew)."""

import re
from pathlib import Path

import pytest
from test_golden import same_as_kept

from communique.cli.comparison import html, markdown, onscreen
from communique.cli.main import main
from communique.cli.read import country_name
from communique.cli.screen import Screen
from communique.knowledge.base import default
from communique.run.comparing import compare
from communique.store import encounters
from communique.store.opening import open_store

READOUTS = Path(__file__).parents[1] / "analyse" / "readouts"


def named(code: str) -> str:
    return country_name(default(), code)


@pytest.fixture(scope="module")
def record(tmp_path_factory):
    made = tmp_path_factory.mktemp("record") / "record.db"
    assert main(["build", str(READOUTS), "--db", str(made), "--quiet"]) == 0
    return str(made)


@pytest.fixture(scope="module")
def met(record):
    connection = open_store(record)
    try:
        return [row.id for row in encounters.found(connection, kind="meeting")][-1]
    finally:
        connection.close()


@pytest.fixture(scope="module")
def then_and_now(record, met):
    return compare(met, record=record, previous=True)


@pytest.fixture(scope="module")
def both_sides(record, met):
    return compare(met, record=record, sides=True)


@pytest.mark.parametrize("width", [80, 120])
def test_two_readouts_of_one_side_on_a_terminal(then_and_now, width):
    lines = list(onscreen.page(then_and_now, Screen(width), named))
    same_as_kept(f"compare.previous.{width}.txt", "\n".join(lines) + "\n")


def test_two_accounts_on_a_narrow_terminal_with_their_sentences(both_sides):
    lines = list(onscreen.page(both_sides, Screen(60), named, explain=True))
    same_as_kept("compare.sides.60.explain.txt", "\n".join(lines) + "\n")


def test_two_accounts_on_a_terminal(both_sides):
    same_as_kept("compare.sides.80.txt", "\n".join(onscreen.page(both_sides, Screen(80), named)) + "\n")


def test_the_page_for_a_browser(then_and_now):
    made = "\n".join(html.page(then_and_now, named)) + "\n"
    made = re.sub(r"(?<=<p>communique )[\d.]+", "VERSION", made)
    same_as_kept("compare.previous.html", re.sub(r"<style>.*</style>", "<style></style>", made, flags=re.DOTALL))


def test_the_text_in_markdown(both_sides):
    same_as_kept("compare.sides.md", "\n".join(markdown.page(both_sides, named)) + "\n")
