import random

from copytexts import HARBOUR, ORCHARD, article
from hypothesis import given, settings
from hypothesis import strategies as st
from telling import copy
from test_claims import OTHER, TRADE, found, telling

from communique.knowledge.base import default
from communique.model.record import OriginChain
from communique.model.span import Span
from communique.resolve.accounts import COPIES, Copies, Telling, voices_behind
from communique.resolve.copies import compare
from communique.resolve.disputes import said_differently
from communique.resolve.origins import chains

FIRST, SECOND = "first-agency", "second-agency"


def known(**rows):
    """Chains: page=voice, or page=(voice, credited too)."""
    return {
        id: OriginChain(id, (), row, None) if isinstance(row, str) else OriginChain(id, (), row[0], None, (row[1],))
        for id, row in rows.items()
    }


def test_a_sentence_of_a_stitched_page_counts_with_the_agency_that_it_was_taken_from():
    pages = [telling("one", ("Xi", TRADE)), telling("two", ("Xi", OTHER)), telling("s", ("Xi", TRADE), ("Xi", OTHER))]
    at = len(TRADE) + 2
    links = [
        copy("one", "s", "partial", ((0, len(TRADE), 0, len(TRADE)),)),
        copy("s", "two", "partial", ((at, at + len(OTHER), 0, len(OTHER)),)),
    ]
    rows = found(*pages, chains=known(one=FIRST, two=SECOND, s=(FIRST, SECOND)), links=links)
    assert {claim.text: claim.voices for claim in rows} == {TRADE: (FIRST,), OTHER: (SECOND,)}


def test_what_a_stitched_page_alone_says_counts_with_the_page():
    pages = [telling("two", ("Xi", OTHER)), telling("s", ("Xi", TRADE))]
    (claim,) = [row for row in found(*pages, chains=known(two=SECOND, s=(FIRST, SECOND))) if row.text == TRADE]
    assert claim.voices == (FIRST,)


def test_a_copied_sentence_in_a_report_of_its_own_is_no_second_account():
    pages = [telling("a", ("Xi", TRADE)), telling("b", ("Xi", TRADE))]
    link = copy("a", "b", "partial", ((0, len(TRADE), 0, len(TRADE)),))
    assert len(found(*pages, chains=known(a=FIRST, b="paper"))[0].voices) == 2
    assert len(found(*pages, chains=known(a=FIRST, b="paper"), links=[link])[0].voices) == 1


def test_a_quotation_that_both_heard_stays_two_accounts():
    cue, said = Span(0, 4), Span(5, 80)
    rows = [Telling(id, (said,), cue, quoted=True) for id in "ab"]
    chain = known(a=FIRST, b="paper")
    only_words = Copies([copy("a", "b", "partial", ((5, 80, 5, 80),))])
    with_cue = Copies([copy("a", "b", "partial", ((0, 80, 0, 80),))])
    assert len(set(voices_behind(rows, chain, only_words))) == 2
    assert len(set(voices_behind(rows, chain, with_cue))) == 1
    assert len(set(voices_behind(rows, chain, Copies([copy("a", "b", "quotation")])))) == 2


def test_a_number_that_a_copy_rewrote_is_shown_but_is_no_second_account():
    pages = [telling("a", ("Xi", TRADE)), telling("b", ("Xi", TRADE.replace("30", "25", 1)))]
    at = TRADE.index("30")
    runs = ((0, at, 0, at), (at + 2, len(TRADE), at + 2, len(TRADE)))
    given = {"chains": known(a=FIRST, b="paper"), "links": [copy("a", "b", "bulk", runs)]}
    rows = found(*pages, **given)
    by_id = {page.article.id: page for page in pages}
    (dispute,) = said_differently(rows, by_id, given["chains"], given["links"])
    assert dispute.explanation == COPIES
    assert {voice for value in dispute.values for voice in value.voices} == {FIRST}
    (apart,) = said_differently(found(*pages, chains=given["chains"]), by_id, given["chains"])
    assert apart.explanation is None
    assert {voice for value in apart.values for voice in value.voices} == {FIRST, "paper"}


def test_the_chain_of_a_stitched_page_names_all_that_it_credits():
    page = article(HARBOUR + ORCHARD, "Coast Herald", [("source_line", "TASS"), ("source_line", "Xinhua News Agency")])
    other = article(ORCHARD, "Reuters")
    links = [link for link in (compare(*sorted((page, other), key=lambda r: r.article.id)),) if link]
    chain = chains([page, other], links, default())[page.article.id]
    assert {chain.voice, *chain.credited} >= {"tass", "xinhua"}
    assert chain.voice not in chain.credited


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=8), st.randoms(use_true_random=False))
def test_any_order_gives_the_same_voices(pairs, chance: random.Random):
    rows = [Telling(f"a{n}", (Span(0, 50),)) for n in range(8)]
    links = [
        copy(f"a{min(p)}", f"a{max(p)}", "partial") for p in sorted({tuple(sorted(p)) for p in pairs}) if p[0] != p[1]
    ]
    chain = known(**{f"a{n}": f"v{n % 3}" for n in range(8)})
    first = dict(zip(rows, voices_behind(rows, chain, Copies(links)), strict=True))
    chance.shuffle(rows)
    chance.shuffle(links)
    assert dict(zip(rows, voices_behind(rows, chain, Copies(links)), strict=True)) == first
