"""Briefs: no sentence that is not made of records, and every one opens its evidence."""

import io
import json
import re
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

import communique
from communique.analyse.sheets.brief import ROOM, _fitted, _height
from communique.analyse.sheets.html import html
from communique.analyse.sheets.markdown import markdown
from communique.analyse.sheets.word import docx
from communique.cli.main import main
from communique.model.answer import Cited
from communique.model.sheet import Grid, Line, Section, Sheet
from communique.model.span import Span

EXAMPLES = Path(__file__).parents[2] / "src" / "communique" / "examples"
CHOSEN = ("0[1-7]*", "1[01]*", "3[2-9]*", "4[0-6]*")
SUBJECTS = [
    ("China", "Russia"), ("India", "Russia"), ("China", "Australia"), ("China", "Kenya"), ("China", "India"),
    ("Xi Jinping", None), ("Vladimir Putin", None), ("William Ruto", None), ("Antony Blinken", None), ("Kenya", None),
]  # fmt: skip
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def record(tmp_path_factory):
    folder = tmp_path_factory.mktemp("brief")
    (folder / "pages").mkdir()
    for pattern in CHOSEN:
        for path in EXAMPLES.glob(pattern):
            shutil.copy(path, folder / "pages")
    assert main(["build", str(folder / "pages"), "--db", str(folder / "r.db"), "--quiet"]) == 0
    return str(folder / "r.db")


def subjects(record):
    met = sqlite3.connect(record).execute("select id from encounters order by id").fetchall()
    return [*SUBJECTS, *((row[0], None) for row in met)]


def test_every_sentence_of_a_brief_carries_a_footnote_that_opens_an_existing_span(record):
    texts = dict(sqlite3.connect(record).execute("select id, text from articles"))
    lines = 0
    for subject, other in subjects(record):
        for part in communique.brief(record, subject, other).sections:
            for line in part.lines:
                assert bool(line.cited) != part.silent, (subject, other, part.title, line.text)
                for one in line.cited:
                    lines += 1
                    assert " ".join(one.sentence.of(texts[one.article]).split()) == one.words
                    assert one.marked and all(one.sentence.holds(span) for span in one.marked)
    assert lines > 200


def test_every_brief_fits_on_two_pages_and_says_what_is_missing(record):
    for subject, other in subjects(record):
        made = communique.brief(record, subject, other)
        assert made.sections[-1].silent and made.sections[-1].lines
        assert _height(list(made.sections[:-1])) <= ROOM


def test_what_does_not_fit_is_counted():
    lines = tuple(Line("word " * 60, label=str(at)) for at in range(60))
    kept, left = _fitted([Section("a", lines[:3]), Section("b", lines), Section("Told differently", lines[:3])])
    assert left and [len(part.lines) for part in kept] == [3, 60 - left, 3] and _height(kept) <= ROOM


def test_who_was_not_heard_is_named(record, capsys):
    asked = sqlite3.connect(record).execute("select id from encounters where id not in (select coalesce(encounter, '')"
                                            " from claims) and kind = 'visit' limit 1").fetchone()  # fmt: skip
    text = markdown(communique.brief(record, asked[0]))
    assert "no article of the record tells" in text


def test_a_brief_on_nobody_says_so_and_a_wrong_id_is_refused(record, capsys):
    assert "no dated encounter" in markdown(communique.brief(record, "Fiji", "Tonga"))
    for typed in ("Nowhereland", "enc-ffffffffffff", "enc-"):
        with pytest.raises(LookupError):
            communique.brief(record, typed)
        with pytest.raises(SystemExit):
            main(["brief", typed, "--db", record])


def test_a_word_file_has_a_footnote_for_every_mark_and_the_same_bytes_each_time(record):
    made = communique.brief(record, "China", "Russia")
    assert docx(made) == docx(made)
    with zipfile.ZipFile(io.BytesIO(docx(made))) as file:
        parts = {name: ElementTree.fromstring(file.read(name)) for name in file.namelist()}
    marks = [row.get(f"{W}id") for row in parts["word/document.xml"].iter(f"{W}footnoteReference")]
    notes = [row.get(f"{W}id") for row in parts["word/footnotes.xml"].iter(f"{W}footnote")]
    assert marks and len(set(marks)) == len(marks) and {"-1", "0", *marks} == set(notes)
    words = "".join(row.text or "" for row in parts["word/document.xml"].iter(f"{W}t"))
    for line in made.lines():
        assert " ".join(line.text.split()) in words


def test_what_a_page_says_never_breaks_a_word_file():
    nasty = "a & <w:p> \x00\x0b\ufffe ]]> “b” \u202e"
    one = Cited("sha256:0", nasty, None, None, "p", None, Span(0, 5), (), nasty)
    made = docx(Sheet(nasty, (Line(nasty, (one,)),), (Section(nasty, (), Grid((nasty,), ((nasty,),)), nasty),)))
    with zipfile.ZipFile(io.BytesIO(made)) as file:
        for name in file.namelist():
            ElementTree.fromstring(file.read(name))


def test_a_brief_has_the_same_bytes_in_any_process(record):
    made = markdown(communique.brief(record, "India", "Russia"))
    for seed in ("1", "2"):
        command = [sys.executable, "-m", "communique", "brief", "India", "Russia", "--md", "--db", record]
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8",
                              env={"PYTHONHASHSEED": seed})  # fmt: skip
        assert done.stdout == made


def test_the_command_writes_every_form(record, tmp_path, capsys):
    def asked(*more, code=0):
        capsys.readouterr()
        assert main(["brief", "India", "Russia", "--db", record, *more]) == code
        return capsys.readouterr().out

    made = communique.brief(record, "India", "Russia")
    assert asked("--md") == markdown(made) and asked("--html") == html(made)
    page = asked()
    for number in range(1, len(made.footnotes()) + 1):
        assert page.count(f"[{number}]") >= 2
    told = json.loads(asked("--json"))
    assert [row["id"] for part in told["sections"] for row in part["lines"]] == [row.id for row in made.lines()]
    asked("--docx", str(tmp_path / "b.docx"))
    assert (tmp_path / "b.docx").read_bytes() == docx(made)
    asked("--docx", str(tmp_path / "no" / "b.docx"), code=3)


def test_a_sentence_in_print_is_told_from_the_line_that_it_supports(record):
    made = markdown(replace(communique.brief(record, "India", "Russia"), title="x"))
    assert re.findall(r"^\[\^\d+\]: .+, \d{4}-\d\d-\d\d.*: “.+” \(.+, characters \d+–\d+\)$", made, re.MULTILINE)
