import random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from telling import article, copy, met, one

from communique.resolve.candidates import candidates, component
from communique.resolve.facts import mentions
from communique.resolve.groups import group
from communique.resolve.judgements import Pairs, judgement, pairs

TALKS = {"date": "2024-05-16", "city": "Beijing", "country": "CHN"}
calm = settings(deadline=None, max_examples=120, suppress_health_check=list(HealthCheck))


def keys(found):
    return sorted(tuple(sorted(m.key for m in rows)) for rows in found.groups)


def articles(found):
    return sorted(sorted(m.article for m in rows) for rows in found.groups)


@st.composite
def corpora(draw):
    rows = []
    for at in range(draw(st.integers(2, 14))):
        names = draw(
            st.sampled_from([("Xi", "Putin"), ("Putin", "Xi"), ("Wang", "Lavrov"), ("CHN", "RUS"), ("Xi", "Modi")])
        )
        given_ = {
            "date": draw(
                st.sampled_from([None, "2024", "2024-05", "2024-05-15", "2024-05-16", "2024-05-17", "2024-05-20"])
            ),
            "city": draw(st.sampled_from([None, "Beijing", "Harbin"])),
            "kind": draw(st.sampled_from(["meeting", "meeting", "summit", "call"])),
            "status": draw(st.sampled_from(["held", "held", "past", "planned"])),
            "main": draw(st.booleans()),
        }
        second = [met(*names, id="e2", at=30, date="2024-05-17")] if draw(st.booleans()) else []
        published = draw(st.sampled_from([None, "2024-05-16", "2024-05-17", "2024-05-18"]))
        rows += mentions(article(f"a{at:02}", met(*names, **given_), *second, published=published))
    ids = sorted({row.article for row in rows})
    ends = st.tuples(st.sampled_from(ids), st.sampled_from(ids)).filter(lambda pair: pair[0] < pair[1])
    pairs_ = draw(st.lists(ends, max_size=4, unique=True))
    links = [copy(*pair, kind=draw(st.sampled_from(["bulk", "quotation"]))) for pair in pairs_]
    return rows, links


@st.composite
def judged(draw, rows):
    known = sorted(row.key for row in rows)
    ends = st.tuples(st.sampled_from(known), st.sampled_from(known)).filter(lambda pair: pair[0] != pair[1])
    entries = []
    for at, pair in enumerate(draw(st.lists(ends, max_size=6))):
        act = draw(st.sampled_from(["same", "different"]))
        entries.append(judgement(act, pair[0], object=pair[1], at=f"2026-01-01T00:00:{at:02}"))
    return entries


@calm
@given(corpora(), st.randoms(use_true_random=False))
def test_any_order_gives_the_same_groups(corpus, chance: random.Random):
    rows, links = corpus
    first = keys(group(rows, links))
    chance.shuffle(rows)
    chance.shuffle(links)
    assert keys(group(rows, links)) == first


@calm
@given(corpora())
def test_every_mention_is_in_one_group(corpus):
    rows, links = corpus
    found = [m.key for g in group(rows, links).groups for m in g]
    assert sorted(found) == sorted(row.key for row in rows)


@calm
@given(corpora())
def test_components_apart_give_the_same_groups_as_all_at_once(corpus):
    rows, links = corpus
    by_article = {}
    for row in rows:
        by_article.setdefault(row.article, []).append(row)
    others = {}
    for link in links:
        others.setdefault(link.first, []).append(link.second)
        others.setdefault(link.second, []).append(link.first)

    def bound(mention):
        return [m for id_ in others.get(mention.article, ()) for m in by_article[id_]]

    left, apart = {row.key: row for row in rows}, []
    while left:
        part = component([left[min(left)]], lambda m: candidates(m, rows), bound)
        apart += keys(group(part, links))
        left = {key: row for key, row in left.items() if row not in part}
    assert sorted(apart) == keys(group(rows, links))


@calm
@given(st.data())
def test_what_people_keep_apart_is_never_joined_and_what_they_join_is_or_is_refused(data):
    rows, links = data.draw(corpora())
    log = data.draw(judged(rows))
    said = pairs(log)
    found = group(rows, links, said)
    place = {m.key: at for at, g in enumerate(found.groups) for m in g}
    assert all(place[a] != place[b] for a, b, _ in said.different)
    refused = {row.judgement for row in found.refusals}
    assert all(place[a] == place[b] or id_ in refused for a, b, id_ in said.same)


@calm
@given(st.data())
def test_undo_restores_what_was_before(data):
    rows, links = data.draw(corpora())
    log = data.draw(judged(rows))
    undone = [judgement("undo", undoes=row.id, at=f"2026-01-02T00:00:{at:02}") for at, row in enumerate(log)]
    assert keys(group(rows, links, pairs(log + undone))) == keys(group(rows, links))


def test_forty_reports_are_one_meeting():
    rows = [one(f"a{n}", "Xi", "Putin", **(TALKS if n % 2 else {"date": "2024-05-16"})) for n in range(40)]
    assert len(group(rows).groups) == 1


def test_one_vague_article_never_joins_two_summits():
    rows = [one("a", "Xi", "Putin", **TALKS), one("b", "Xi", "Putin", date="2024-05-20", city="Beijing", country="CHN")]
    vague = one("c", "Xi", "Putin", date="2024-05", city="Beijing", country="CHN")
    assert len(group([*rows, vague]).groups) == 2


def test_a_day_that_one_article_tells_as_two_stays_two():
    both = mentions(
        article(
            "a",
            met("Xi", "Putin", **TALKS),
            met("Xi", "Putin", id="e2", at=20, date="2024-05-17", city="Beijing", country="CHN"),
        )
    )
    others = [
        one("b", "Xi", "Putin", **TALKS),
        one("c", "Xi", "Putin", date="2024-05-17", city="Beijing", country="CHN"),
    ]
    assert articles(group([*both, *others])) == [["a", "b"], ["a", "c"]]


def test_a_copy_under_a_later_date_stays_with_its_source():
    rows = [one("a", "Xi", "Putin", published="2024-05-16", **TALKS)]
    rows.append(one("b", "Xi", "Putin", published="2024-05-24", date="2024-05-23", city="Beijing", country="CHN"))
    assert len(group(rows).groups) == 2
    assert len(group(rows, [copy("a", "b")]).groups) == 1
    third = one("c", "Xi", "Putin", published="2024-05-17", **TALKS)
    assert len(group([*rows, third], [copy("a", "b")]).groups) == 1


def test_a_shared_quotation_is_no_copy_of_the_telling():
    rows = [one("a", "Xi", "Putin", **TALKS), one("b", "Xi", "Putin", date="2024-05-23", city="Beijing", country="CHN")]
    assert len(group(rows, [copy("a", "b", kind="quotation")]).groups) == 2


def test_the_later_of_two_judgements_that_cannot_both_stand_is_refused_and_named():
    rows = [one(name, "Xi", "Putin", date=f"2024-0{n}-01") for n, name in enumerate("abc", 1)]
    a, b, c = (row.key for row in rows)
    log = [
        judgement("same", a, object=b, at="1"),
        judgement("same", b, object=c, at="2"),
        judgement("different", a, object=c, at="3"),
    ]
    found = group(rows, judged=pairs(log))
    assert articles(found) == [["a", "b"], ["c"]]
    assert [row.judgement for row in found.refusals] == [log[1].id]


def test_people_outrank_machines_and_the_later_of_two_people_counts():
    rows = [one("a", "Xi", "Putin", **TALKS), one("b", "Xi", "Putin", **TALKS)]
    a, b = (row.key for row in rows)
    person = judgement("different", a, object=b, at="1", by="anna")
    machine = judgement("same", b, object=a, at="2", by="machine")
    assert len(group(rows, judged=pairs([person, machine])).groups) == 2
    later = judgement("same", a, object=b, at="3", by="ben")
    assert len(group(rows, judged=pairs([person, machine, later])).groups) == 1


def test_judgements_about_articles_that_are_not_there_wait():
    assert keys(group([one("a", "Xi", "Putin")], judged=Pairs(same=(("men-x", "men-y", "j"),)))) == [
        (one("a", "Xi", "Putin").key,)
    ]


def test_what_a_person_joins_brings_all_that_belongs_to_either():
    may = [one(name, "Xi", "Putin", **TALKS) for name in "ab"]
    july = [one(name, "Xi", "Putin", date="2024-07-03", city="Astana", country="KAZ") for name in "cd"]
    july.append(one("e", "Xi", "Putin", date="2024-07-03"))
    entry = judgement("same", may[0].key, object=july[0].key)
    assert articles(group([*may, *july], judged=pairs([entry]))) == [["a", "b", "c", "d", "e"]]


def test_two_peoples_judgements_both_stand_and_the_machine_gives_way():
    a = one("a", "Xi", "Putin", **TALKS)
    b = one("b", "Xi", "Putin", date="2024-07-03", city="Astana", country="KAZ")
    c = one("c", "Xi", "Putin", date="2024-07-03", city="Astana", country="KAZ")
    log = [judgement("same", a.key, object=b.key), judgement("different", a.key, object=c.key)]
    found = group([a, b, c], judged=pairs(log))
    assert articles(found) == [["a", "b"], ["c"]]
    assert found.refusals == ()


def test_one_slip_among_forty_articles_tears_nothing_apart():
    forty = [one(f"a{n:02}", "Xi", "Putin", **TALKS) for n in range(20)]
    forty += [one(f"b{n:02}", "Xi", "Putin", date="2024-05-16", venue="Great Hall of the People") for n in range(20)]
    slip = article(
        "a00",
        met("Xi", "Putin", **TALKS),
        met("Xi", "Putin", id="e2", at=20, date="2024-05-16", venue="Great Hall of the People"),
    )
    assert max(len(rows) for rows in group([*forty[1:], *mentions(slip)]).groups) >= 40


def test_a_mention_without_a_day_keeps_nothing_away():
    undated = one("b", "Xi", "Putin", main=False, status="past")
    rows = [one("a", "Xi", "Putin", **TALKS), undated, one("c", "Xi", "Putin", **TALKS)]
    assert len(group(rows).groups) == 2
    assert articles(group(rows, [copy("a", "b")])) == [["a", "b", "c"]]


def with_and_without_city():
    """Two camps that name one day, of which one never names the city: what a page that tells both could keep apart."""
    named = [one(f"a{n:02}", "Xi", "Putin", **TALKS) for n in range(6)]
    bare = [one(f"b{n:02}", "Xi", "Putin", **RECALLED) for n in range(3)]
    return [*named, *bare]


RECALLED = {"date": "2024-05-16", "status": "past", "main": False}


def test_an_article_that_tells_an_encounter_twice_parts_nothing():
    both = mentions(article("c", met("Xi", "Putin", **TALKS), met("Xi", "Putin", id="e2", at=200, **RECALLED)))
    assert len(group([*with_and_without_city(), *both]).groups) == 1


def test_nor_does_one_that_gives_no_day_the_first_time():
    lead = met("Xi", "Putin", status="planned")
    both = mentions(article("c", lead, met("Xi", "Putin", id="e2", at=200, **RECALLED)))
    assert len(group([*with_and_without_city(), *both], [copy("a00", "c")]).groups) == 1


def test_a_day_missed_by_one_in_one_article_parts_nothing_that_the_others_are_sure_of():
    lead = met("Xi", "Putin", date="2024-05-15", city="Beijing", country="CHN")
    both = mentions(article("c", lead, met("Xi", "Putin", id="e2", at=200, **RECALLED)))
    assert len(group([*with_and_without_city(), *both], [copy("a00", "c")]).groups) == 1


def test_an_article_that_tells_another_day_city_or_guest_still_keeps_two_apart():
    days = {"date": "2024-05-20", "city": "Beijing", "country": "CHN"}
    city = {"date": "2024-05-16", "city": "Harbin", "country": "CHN"}
    for other in (days, city):
        both = mentions(article("a", met("Xi", "Putin", **TALKS), met("Xi", "Putin", id="e2", at=200, **other)))
        assert len(group([*both, one("b", "Xi", "Putin", **other), one("c", "Xi", "Putin", **TALKS)]).groups) == 2
    three = met("Xi", "Putin", "Modi", id="e2", at=200, **TALKS)
    both = mentions(article("a", met("Xi", "Putin", **TALKS), three))
    assert len(group(both).groups) == 2


@calm
@given(st.lists(st.sampled_from([TALKS, RECALLED, {}, {"date": "2024-05"}]), min_size=1, max_size=8), st.integers(2, 9))
def test_however_many_articles_tell_it_twice_it_stays_one(again, count):
    rows = [one(f"n{n:02}", "Xi", "Putin", **(RECALLED if n % 2 else TALKS)) for n in range(count)]
    links = []
    for at, lead in enumerate(again):
        links.append(copy("n00", f"t{at}"))
        rows += mentions(article(f"t{at}", met("Xi", "Putin", **lead), met("Xi", "Putin", id="e2", at=200, **RECALLED)))
    assert max(len({m.article for m in found}) for found in group(rows, links).groups) == count + len(again)
