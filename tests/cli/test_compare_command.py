"""`communique compare` as it is typed, and its page for a browser."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from communique.cli.main import main

READOUTS = sorted((Path(__file__).parents[1] / "analyse" / "readouts").iterdir())
TWO = [str(path) for path in READOUTS[:2]]
VOID = {"meta", "br", "link", "img"}


@pytest.fixture
def ask(capsys):
    def asked(*arguments, code=0):
        capsys.readouterr()
        try:
            assert main(["compare", *arguments]) == code
        except SystemExit as stopped:
            assert stopped.code == code
        return capsys.readouterr()

    return asked


class Page(HTMLParser):
    """Elements that are opened and closed in order, and what stands in them."""

    def __init__(self, text):
        super().__init__()
        self.open, self.seen, self.ids, self.hrefs = [], [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        self.seen.append((tag, given))
        self.ids += [given["id"]] if "id" in given else []
        self.hrefs += [given["href"]] if "href" in given else []
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def test_two_files_are_laid_side_by_side(ask):
    out = ask(*TWO).out
    assert "SET PHRASES" in out and "3 kept" in out and "true multilateralism · 真正的多边主义" in out
    assert max(map(len, out.splitlines())) <= 80


def test_without_a_record_nothing_is_said_of_earlier_uses(ask):
    assert "before:" not in ask(*TWO).out and "before in this record" not in ask(*TWO).out


def test_the_json_is_one_object_with_spans(ask):
    found = json.loads(ask(*TWO, "--json").out)
    assert found["schema"] == "communique.comparison/1" and found["counts"]["phrases"]["same"] == 3
    assert all(line["left"]["evidence"] for line in found["phrases"] if line["left"])


def test_the_page_is_well_formed_and_needs_nothing_from_elsewhere(ask):
    text = ask(*TWO, "--html").out
    page = Page(text)
    assert page.open == [] and len(page.ids) == len(set(page.ids))
    assert not {"script", "img", "link", "iframe"} & {tag for tag, _ in page.seen}
    assert not re.search(r"https?://|@import|url\(", text)
    assert {href[1:] for href in page.hrefs} <= set(page.ids)


def test_the_page_has_real_headers_and_does_not_tell_by_colour_alone(ask):
    page = Page(ask(*TWO, "--html").out)
    tables = sum(tag == "table" for tag, _ in page.seen)
    assert tables == sum(tag == "caption" for tag, _ in page.seen)
    assert sum(given.get("scope") == "col" for tag, given in page.seen if tag == "th") == 3 * tables
    rows = [given for tag, given in page.seen if tag == "tr" and "line" in given.get("class", "")]
    assert len(rows) == sum(given.get("scope") == "row" for tag, given in page.seen if tag == "th")
    assert {"del", "ins"} <= {tag for tag, _ in page.seen}


def test_what_a_page_prints_cannot_become_markup(ask, tmp_path):
    evil = tmp_path / "evil.txt"
    evil.write_text(
        READOUTS[0].read_text().replace("true multilateralism", "true <script>alert(1)</script> multilateralism")
    )
    text = ask(str(evil), TWO[1], "--html").out
    assert "<script" not in text and Page(text).open == []
    assert "|" not in re.sub(r"\\\||^\|.*\|$", "", ask(str(evil), TWO[1], "--md").out, flags=re.MULTILINE)


def test_the_markdown_has_a_footnote_for_every_reference(ask):
    text = ask(*TWO, "--md").out
    used = re.findall(r"\[\^(\d+)\](?!:)", text)
    told = re.findall(r"^\[\^(\d+)\]:", text, re.MULTILINE)
    assert used == told and len(used) > 20


def test_the_sentences_stand_below_where_they_are_asked_for(ask):
    out = ask(*TWO, "--explain").out
    assert "characters " in out and "⟦one-China principle⟧" in out


@pytest.mark.parametrize(
    "asked, told",
    [
        ([TWO[0]], "two things"),
        ([*TWO, TWO[0]], "two things"),
        ([*TWO, "--sides"], "--db"),
        ([TWO[0], "no-such-file.txt"], "no-such-file.txt"),
    ],
    ids=["one", "three", "sides of files", "missing"],
)
def test_wrong_usage_is_told_in_a_line(ask, asked, told):
    assert told in ask(*asked, code=2).err


def test_a_missing_record_is_told(ask):
    assert "no record" in ask("enc-12", "--sides", "--db", "nowhere.db", code=3).err
