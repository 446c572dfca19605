"""What is new: first told, contradicted, changed, confirmed; copies that add nothing are no news."""

import json
import shutil
from pathlib import Path

import pytest

import communique
from communique.analyse.news import judged
from communique.cli.main import main
from communique.model.answer import Outline
from communique.model.dates import PartialDate
from communique.model.record import Attested, Contradiction, MergedEncounter, Place
from communique.model.span import Span

LINE = Outline("enc-a", "visit", "planned", PartialDate(2024, 5), None, (), ("CHN",), None, None, 2, 2, 2)
VOICES = {"old": "wire", "new": "paper", "copy": "wire"}


def value(text: str, *articles: str) -> Attested:
    return Attested(text, tuple(Place(one, Span(0, 3)) for one in articles), tuple(VOICES[one] for one in articles))


def met(*articles: str, contradictions=(), **values) -> MergedEncounter:
    told = {field: found if isinstance(found, tuple) else (found,) for field, found in values.items()}
    mentions = tuple((one, "e1") for one in articles)
    voices = tuple(sorted({VOICES[one] for one in articles}))
    return MergedEncounter("enc-a", mentions, told, (), None, None, len(articles), 1, voices, contradictions)


def of(row: MergedEncounter, fresh=("new", "copy"), **more):
    return judged(row, LINE, frozenset(fresh), VOICES, **more)


def test_what_only_articles_since_tell_is_new():
    assert of(met("new", city=value("Lusaka", "new"))).kind == "new"


def test_what_no_article_since_tells_is_no_news():
    assert of(met("old", city=value("Lusaka", "old"))) is None


def test_a_copy_that_adds_nothing_is_no_news():
    assert of(met("old", "copy", city=value("Lusaka", "old", "copy"))) is None


def test_a_further_origin_confirms():
    found = of(met("old", "new", city=value("Lusaka", "old", "new")))
    assert (found.kind, found.origins, found.values) == ("confirmed", 1, ())


def test_a_planned_visit_that_took_place_is_changed_with_both_values():
    found = of(met("old", "new", status=(value("held", "new"), value("planned", "old"))))
    assert found.kind == "changed"
    assert [(one.field, one.before, one.now) for one in found.values] == [("status", "planned", "held")]


def test_a_place_that_nobody_had_stated_is_changed_from_nothing():
    found = of(met("old", "copy", city=value("Lusaka", "copy")))
    assert [(one.before, one.now) for one in found.values] == [(None, "Lusaka")] and found.origins == 0


def test_what_now_is_told_differently_is_contradicted_and_not_changed():
    both = (value("2024-05-14", "old"), value("2024-05-15", "new"))
    found = of(met("old", "new", start=both, contradictions=(Contradiction("start", both, None),)))
    assert found.kind == "contradicted" and found.values == () and len(found.contradictions) == 1


def test_an_old_contradiction_is_no_news():
    both = (value("2024-05-14", "old"), value("2024-05-15", "old"))
    found = of(met("old", "copy", start=both, contradictions=(Contradiction("start", both, None),)))
    assert found is None


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    folder = tmp_path_factory.mktemp("news")
    shutil.copytree(Path(__file__).parent / "promises", folder / "pages")
    return folder


@pytest.fixture(scope="module")
def record(pages):
    assert main(["build", str(pages / "pages"), "--db", str(pages / "r.db"), "--quiet"]) == 0
    return str(pages / "r.db")


def test_news_since_a_day_are_of_articles_of_that_day_and_later(record):
    found = communique.news(record, "Tanzania", since="2024-06-18")
    assert found.fresh == 2 and {item.kind for item in found.items} == {"new"}
    assert not [item for item in found.items if str(item.about.day if hasattr(item.about, "day") else item.about.start)
                < "2024-06"]  # fmt: skip
    assert communique.news(record, since="2024-08").items == ()


def test_news_in_a_field_are_commitments_in_it(record):
    found = communique.news(record, since="2024", field="infrastructure")
    assert found.items and all(
        "infrastructure" in {one.value for one in item.about.values["field"]} for item in found.items
    )


def test_every_item_opens_a_sentence_of_an_article_since(record):
    found = communique.news(record, since="2024-06")
    assert all(found.cited[item.about.id] for item in found.items)
    assert all(one.published >= "2024-06" for item in found.items for one in found.cited[item.about.id])


def test_since_the_last_look_is_what_came_after_it(pages, tmp_path, capsys):
    def asked(*more, code=0):
        capsys.readouterr()
        assert main([*more, "--db", str(tmp_path / "r.db")]) == code
        return capsys.readouterr().out

    first, *others = sorted((pages / "pages").iterdir())
    look = str(tmp_path / "last.look")
    asked("build", str(first), "--quiet")
    assert "1 article since" in asked("news", "--look", look)
    assert asked("news", "--look", look) == "News since the last look\n  0 articles since\n"
    asked("build", *map(str, others), "--quiet")
    told = [json.loads(line) for line in asked("news", "--look", look, "--json").splitlines()]
    assert told and {row["news"] for row in told} == {"new"} and all(row["evidence"] for row in told)
    assert asked("news", "--look", look, "--csv").count("\n") == 1
    assert asked("news", "--look", str(tmp_path / "no" / "x.look"), code=3)
    (tmp_path / "other.json").write_text("[]")
    for wrong in (("--look", str(tmp_path / "other.json")), (), ("--since", "2024", "--look", look)):
        with pytest.raises(SystemExit):
            main(["news", *wrong, "--db", str(tmp_path / "r.db")])
    assert (tmp_path / "other.json").read_text() == "[]"
