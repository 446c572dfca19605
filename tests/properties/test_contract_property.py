"""Whatever the input: every span of every output lies in the text and keeps the contract; nothing crashes."""

import json
import sys
from pathlib import Path

import genre
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from communique.model.article import Source
from communique.model.reading import Failure
from communique.run.api import to_json
from communique.run.read import Reader

sys.path.insert(0, str(Path(__file__).parents[1]))
from contract import problems

EXAMPLES = sorted((Path(__file__).parents[2] / "src" / "communique" / "examples").glob("[0-9]*"))
unhurried = settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck), derandomize=True)


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(debug=True)  # a fault of ours is an error here, not a row


def checked(reader: Reader, data: bytes) -> dict:
    result = reader.read(Source(data, None))
    document = json.loads(to_json(result))
    assert problems(document) == []
    if isinstance(result, Failure):
        assert result.kind != "internal"
    return document


@unhurried
@given(genre.texts)
@example("\u0000\u0000")
@example("“" * 50 + " he said")
@example("He said. She said. They said.")
@example("Xi said: ")
def test_every_text_gives_a_reading_that_keeps_the_contract_or_a_row_that_says_why(reader, text):
    checked(reader, text.encode("utf-8", "surrogatepass"))


@unhurried
@given(genre.pages())
def test_every_html_page_does_too(reader, page):
    checked(reader, page.encode("utf-8", "surrogatepass"))


@unhurried
@given(st.binary(max_size=300))
@example(b"\xff\xfe")
@example(b"%PDF-1.4")
@example(b"<html")
def test_any_bytes_do_too(reader, data):
    checked(reader, data)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_the_examples_keep_the_contract(reader, path):
    document = checked(reader, path.read_bytes())
    assert "error" not in document


@pytest.mark.parametrize("path", [path for path in EXAMPLES if path.suffix == ".txt"][:6], ids=lambda path: path.name)
def test_line_ends_change_no_value(reader, path):
    data = path.read_bytes()
    unix, dos = (checked(reader, d) for d in (data, data.replace(b"\n", b"\r\n")))
    assert dos["document"]["text"].replace("\r\n", "\n") == unix["document"]["text"]
    assert len(dos["document"]["body"]) == len(unix["document"]["body"])

    def spoken(document: dict) -> list:
        text = document["document"]["text"]
        rows = document.get("statements", [])
        return [(row["speaker"]["name"], [text[s:e] for s, e in row["content"]]) for row in rows]

    assert spoken(dos) == spoken(unix)
