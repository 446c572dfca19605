"""What is stored is what was read: readings, merged rows, inputs and judgements come back as they were."""

import json
import sys
from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from communique.model.article import Article, Credit, Furniture, Origin, Printed, Published
from communique.model.dates import PartialDate
from communique.model.document import reading_document
from communique.model.reading import (
    Anniversary,
    Check,
    Commitment,
    Encounter,
    Event,
    Figure,
    Initiative,
    Initiator,
    Partnership,
    Party,
    Phrase,
    Place,
    Quantity,
    Reading,
    Statement,
)
from communique.model.record import (
    Attested,
    Claim,
    Contradiction,
    CopyLink,
    Judgement,
    MergedEncounter,
    OriginChain,
    Step,
)
from communique.model.record import Place as Stretch
from communique.model.span import Span
from communique.store import articles, inputs, judgements, todo
from communique.store.codec import packed, unpacked
from communique.store.decode import reading_of
from communique.store.decode_lists import LISTS
from communique.store.encode import stored
from communique.store.inputs import Input, readable
from communique.store.opening import open_store, writing

sys.path.insert(0, str(Path(__file__).parents[1] / "cli"))
import handmade

TEXT = "Written for communique: äöü 中 \x00 \U0001f469 and so on, made-up text." * 4
texts = st.text(min_size=1, max_size=8)
maybe = st.none() | texts
spans = st.builds(lambda a, n: Span(a, a + n), st.integers(0, 80), st.integers(1, 20))
evidence = st.lists(spans, min_size=1, max_size=3).map(lambda rows: tuple(sorted(set(rows))))
any_evidence = st.lists(spans, max_size=2).map(lambda rows: tuple(sorted(set(rows))))
dates = st.sampled_from(["2024", "2024-10", "2024-10-02", "0987-01-01"]).map(PartialDate.parse)
support = st.sampled_from(["printed", "resolved", "inferred"])
parties = st.builds(
    Party, maybe, maybe, any_evidence, maybe, maybe, st.lists(texts, max_size=2).map(tuple), support, maybe
)
encounters = st.builds(
    Encounter, texts, st.sampled_from(["meeting", "call"]), st.sampled_from(["held", "planned"]), st.booleans(),
    st.lists(parties, max_size=2).map(tuple), evidence, maybe, st.lists(parties, max_size=1).map(tuple),
    st.none() | st.sampled_from(["state", "working"]),
    st.none() | st.builds(Initiator, texts, st.sampled_from(["invitation", "request"]), evidence), maybe,
    st.none() | st.builds(Place, maybe, maybe, maybe, evidence), st.none() | dates, st.none() | dates, maybe,
    any_evidence, support,
)  # fmt: skip
statements = st.builds(
    Statement, parties, st.sampled_from(["direct", "indirect", "mixed"]), evidence, st.none() | spans,
    st.none() | spans, evidence, maybe, st.none() | parties, st.lists(texts, max_size=2).map(tuple), any_evidence,
    any_evidence, support, maybe, st.just(()) | st.just(("trade", "energy")), maybe, st.none() | st.integers(0, 9),
)  # fmt: skip
numbers = st.integers(-5, 10**15) | st.floats(-1e9, 1e12, allow_nan=False)
some = st.lists(texts, max_size=3).map(tuple)
index = st.none() | st.integers(0, 9)
bounds = st.none() | st.sampled_from(["over", "under", "about"])
quantities = st.none() | st.builds(Quantity, numbers, maybe, bounds)
lists = {
    "commitments": st.builds(
        Commitment, some, st.sampled_from(["signed", "pledged"]), evidence, some, maybe,
        st.sampled_from(["affirmed", "denied"]), maybe, quantities, quantities, st.none() | dates,
        st.just(()) | st.just(("trade",)), maybe, maybe, index, support, maybe,
    ),
    "partnerships": st.builds(
        Partnership, some, texts, evidence, maybe, st.none() | st.sampled_from(["elevated", "reaffirmed"]), support,
        maybe,
    ),
    "figures": st.builds(
        Figure, numbers, st.sampled_from(["money", "percent"]), evidence, maybe, maybe, maybe, bounds,
        st.none() | numbers, st.none() | st.sampled_from(["rose", "fell"]), some, index, support, maybe,
    ),
    "anniversaries": st.builds(
        Anniversary, st.integers(1, 500), texts, evidence, some, st.none() | st.integers(1, 3000), maybe, support,
        maybe,
    ),
    "initiatives": st.builds(Initiative, texts, texts, evidence),
    "phrases": st.builds(Phrase, texts, texts, evidence, st.sampled_from(["canonical", "variant"]), index),
    "events": st.builds(
        Event, texts, some, some, st.sampled_from(["held", "planned"]), evidence, maybe, some, some, support, maybe,
    ),
    "checks": st.builds(Check, texts, st.sampled_from(["error", "note"]), texts, evidence, maybe),
}  # fmt: skip
pages = st.builds(
    Article, st.just("sha256:" + "0" * 64), st.just(TEXT), st.none(), maybe, maybe, maybe, st.none() | spans,
    st.none() | st.builds(Printed, texts, evidence), maybe,
    st.none() | st.builds(Published, dates, texts, any_evidence, maybe, maybe), any_evidence,
    st.lists(st.builds(Furniture, spans, st.sampled_from(["menu", "caption"])), max_size=2).map(tuple),
    st.lists(st.builds(Origin, texts, st.sampled_from(["credit", "byline"]), evidence, maybe), max_size=2).map(tuple),
    st.lists(
        st.builds(Credit, st.sampled_from(["photo", "input"]), texts, maybe, evidence, st.none() | spans), max_size=2
    ).map(tuple),
    st.lists(texts, max_size=2).map(tuple), st.none() | texts, any_evidence,
)  # fmt: skip
readings = st.builds(
    Reading, pages, texts, st.none() | st.lists(encounters, max_size=2).map(tuple),
    st.none() | st.lists(statements, max_size=3).map(tuple), st.lists(parties, max_size=2).map(tuple),
    **{name: st.none() | st.lists(rows, max_size=2).map(tuple) for name, rows in lists.items()},
)  # fmt: skip


def test_every_list_of_a_reading_is_stored():
    read = {field.name for field in fields(Reading)} - {"article", "reader", "encounters", "statements", "names"}
    assert read == set(LISTS) == set(lists)


@given(readings)
@settings(max_examples=150, deadline=None)
def test_any_reading_comes_back_as_it_was(reading):
    assert reading_of(stored(reading), reading.article.text) == reading


@given(readings)
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_reading_comes_back_from_the_file(tmp_path_factory, reading):
    connection = open_store(tmp_path_factory.mktemp("r") / "r.db", create=True)
    with writing(connection):
        articles.put(connection, reading, 0, b"")
    assert articles.reading(connection, reading.article.id) == reading
    connection.close()


def test_what_is_stored_is_the_json_that_is_printed_without_text_and_path():
    reading = handmade.reading()
    kept, printed = json.loads(stored(reading)), reading_document(reading)
    del printed["document"]["text"], printed["document"]["path"], kept["kept"]
    assert kept == json.loads(json.dumps(printed))


def test_an_article_is_shown_under_the_first_path_that_holds_it(tmp_path):
    reading = handmade.reading()
    connection = open_store(tmp_path / "r.db", create=True)
    with writing(connection):
        articles.put(connection, replace(reading, article=replace(reading.article, path="x")), 0, b"")
        for path in ("b.txt", "a.txt"):
            inputs.put(connection, Input(path, reading.article.id, "read"))
    assert articles.reading(connection, reading.article.id).article.path == "a.txt"
    connection.close()


def test_merged_rows_come_back_as_they_were():
    place = Stretch("sha256:1", Span(1, 4))
    said = Attested("held", (place,), ("v",), True, "a person")
    party = Party("A", "KEN", (Span(1, 2),), "kb:a")
    rows = (
        CopyLink("a", "b", "bulk", ((Span(1, 3), Span(2, 4)),), 0.5, None, "both credit X"),
        OriginChain("a", (Step("origin", None, "copy", (place,)),), "v", None),
        MergedEncounter(
            "enc-1", (("a", "e1"),), {"status": (said,)}, ((party, said),), PartialDate(2024, 5), None, 1, 1, ("v",),
            (Contradiction("status", (said, said), None),),
        ),
        Claim("claim-1", None, party, "text", (("a", 0),), 1, 1, ("v",), {"state": 1}, ("KEN",), None),
    )  # fmt: skip
    for row in rows:
        assert unpacked(type(row), packed(row)) == row


def test_the_log_only_grows_and_knows_an_entry_that_it_has(tmp_path):
    connection = open_store(tmp_path / "r.db", create=True)
    one, two = Judgement("j2", "same", "men-1", "men-2", by="ann"), Judgement("j1", "undo", "", undoes="j2", note="no")
    assert [judgements.append(connection, row) for row in (one, two, one)] == [True, True, False]
    assert judgements.judgements(connection) == (one, two)
    connection.close()


def test_a_path_that_is_no_text_can_be_stored(tmp_path):
    connection = open_store(tmp_path / "r.db", create=True)
    inputs.put(connection, Input(readable("caf\udce9.txt"), None, "failed", "missing", "gone", "look"))
    assert [row.path for row in inputs.all_inputs(connection)] == ["caf\\xe9.txt"]
    connection.close()


def test_what_is_to_be_done_is_noted_once_and_struck(tmp_path):
    connection = open_store(tmp_path / "r.db", create=True)
    todo.add(connection, todo.Stage.COPIES, (2, 1, 2))
    assert todo.left(connection) == {todo.Stage.COPIES: 2}
    todo.done(connection, todo.Stage.COPIES, todo.first(connection, todo.Stage.COPIES, 10))
    assert not todo.left(connection)
    connection.close()


@pytest.mark.parametrize(
    "words, asked", [("a b", '"a" "b"'), ('x "two words"', '"x" "two words"'), ('un"closed', '"un" "closed"')]
)
def test_words_are_searched_as_words_whatever_signs_they_hold(words, asked):
    assert articles.query(words) == asked
