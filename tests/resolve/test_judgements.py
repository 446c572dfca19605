import json

import pytest

from communique.resolve.judgements import (
    JudgementError,
    corrections,
    from_lines,
    in_order,
    judgement,
    pairs,
    standing,
    to_file,
    to_line,
)


def test_an_entry_is_known_by_its_content():
    assert judgement("same", "a", object="b", at="1") == judgement("same", "a", object="b", at="1")
    assert judgement("same", "a", object="b", at="1").id != judgement("same", "a", object="b", at="2").id
    assert judgement("set", "a", field="b", value="cd").id != judgement("set", "a", field="bc", value="d").id


@pytest.mark.parametrize(
    ("act", "given"),
    [("same", {}), ("reject", {"field": "city"}), ("set", {"value": "x"}), ("undo", {}), ("bless", {"object": "b"})],
)
def test_an_entry_that_lacks_something_says_what(act, given):
    with pytest.raises(JudgementError):
        judgement(act, "a", **given)


def test_nothing_is_the_same_as_or_different_from_itself():
    with pytest.raises(JudgementError, match="twice"):
        judgement("same", "a", object="a")


def test_an_undone_undo_gives_the_entry_back():
    first = judgement("same", "a", object="b", at="1")
    undo = judgement("undo", undoes=first.id, at="2")
    again = judgement("undo", undoes=undo.id, at="3")
    assert standing([first]) == (first,)
    assert standing([first, undo]) == ()
    assert standing([again, undo, first]) == (first,)


def test_the_log_has_one_order_whatever_the_order_of_import():
    rows = [judgement("same", "a", object=f"b{n}", at=str(n)) for n in range(9)]
    assert in_order(rows) == in_order(reversed(rows)) == in_order(rows + rows)


def test_the_file_gives_back_the_log():
    rows = [
        judgement("set", "men-1", field="city", value="Tianjin", by="Zoë", at="2026-01-01T00:00:00", note="§ 3"),
        judgement("undo", undoes="jud-1", at="2026-01-02T00:00:00"),
    ]
    assert from_lines(to_file(rows)) == in_order(rows)
    assert to_file(from_lines(to_file(rows))) == to_file(rows)


def test_a_line_without_an_id_is_an_entry_somebody_wrote_by_hand():
    (row,) = from_lines('\n{"act": "same", "subject": "a", "object": "b"}\n')
    assert row == judgement("same", "a", object="b")


def test_a_changed_line_is_refused_with_its_number():
    good = to_line(judgement("same", "a", object="b"))
    changed = json.dumps(json.loads(good) | {"object": "c"})
    with pytest.raises(JudgementError, match=r"line 2.*changed"):
        from_lines(good + "\n" + changed)


@pytest.mark.parametrize(
    "line", ["[]", "{", '{"act": "same", "subject": "a", "object": 3}', '{"act": "same", "why": "x"}']
)
def test_what_is_no_entry_is_refused_with_its_line(line):
    with pytest.raises(JudgementError, match="line 1"):
        from_lines(line)


def test_the_last_word_on_a_pair_counts_in_whatever_order_it_names_them():
    rows = [judgement("same", "a", object="b", at="1"), judgement("different", "b", object="a", at="2")]
    assert pairs(rows).same == ()
    assert [row[:2] for row in pairs(rows).different] == [("a", "b")]


def test_persons_merged_twice_count_under_the_last():
    rows = [judgement("merge_person", "Q2", object="Q1", at="1"), judgement("merge_person", "Q3", object="Q2", at="2")]
    assert corrections(rows).person("Q1") == "Q3"


def test_merging_in_a_circle_ends():
    rows = [judgement("merge_person", "Q2", object="Q1", at="1"), judgement("merge_person", "Q1", object="Q2", at="2")]
    assert corrections(rows).person("Q1") in ("Q1", "Q2")


def test_a_name_can_mean_another_in_one_article():
    row = judgement("split_person", "UZB/karimov", object="article-1")
    assert corrections([row]).person("UZB/karimov", "article-1") != "UZB/karimov"
    assert corrections([row]).person("UZB/karimov", "article-2") == "UZB/karimov"
