"""Sheets as Markdown and HTML: what a page says never becomes markup."""

import re

from communique.analyse.sheets.html import html
from communique.analyse.sheets.markdown import markdown
from communique.model.answer import Cited
from communique.model.sheet import Grid, Line, Section, Sheet
from communique.model.span import Span

NASTY = "a <script>x</script> [b](http://x.example) `c` *d* | e\n# f \u202egh"


def cited(words: str, start: int = 0) -> Cited:
    return Cited("sha256:0", "Post", "2024-05-16", None, "a/p.txt", None, Span(start, start + 5), (), words)


def sheet(words: str) -> Sheet:
    one, two = cited(words), cited("Second.", 9)
    lines = (Line(words, (one, two), "day", (1, 1, 1), "enc-1"), Line("again", (one,), under=(Line("under", (two,)),)))
    return Sheet(words, (Line("lead"),), (Section("Part", lines, Grid(("year", "n"), (("2024", words),)), "a note"),))


def test_a_sentence_that_is_cited_twice_is_one_footnote():
    made = markdown(sheet("Plain."))
    assert len(re.findall(r"^\[\^\d+\]: ", made, re.MULTILINE)) == 2
    assert "again[^1]" in made and "under[^2]" in made


def test_every_mark_of_a_footnote_has_its_footnote():
    for made, mark, note in (
        (markdown(sheet("Plain.")), r"\[\^(\d+)\](?!:)", r"^\[\^(\d+)\]:"),
        (html(sheet("Plain.")), r'href="#n(\d+)"', r'<li id="n(\d+)">'),
    ):
        assert set(re.findall(mark, made)) == set(re.findall(note, made, re.MULTILINE)) == {"1", "2"}


def test_what_a_page_says_never_becomes_markup():
    page, text = html(sheet(NASTY)), markdown(sheet(NASTY))
    assert "<script" not in page and "&lt;script&gt;" in page
    assert "](http" not in text.replace("\\](", "") and "\n# f" not in text and "<script" not in text.replace("\\<", "")
    assert "\u202e" not in page + text


def test_a_page_needs_nothing_from_elsewhere():
    made = html(sheet("Plain."))
    assert not re.search(r"https?://|<script|<link|<img", made)
