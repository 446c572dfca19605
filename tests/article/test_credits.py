import pytest

from communique.article.build import read_article
from communique.knowledge.base import default
from communique.model.article import Article, Source

BODY = (
    "The prime minister of Exampleland received the foreign minister of Norway on Tuesday in Oslo, and both spoke of"
    " fishing and of the sea between the two coasts.\n\n"
    "They agreed that their experts meet again before the winter, the guest told the press after the talks.\n\n"
    "The guest left for Riga in the evening, where he is to open a school for sailors on Wednesday.\n\n"
)


def read(text: str) -> Article:
    article = read_article(Source(text.encode(), "a.txt"), default())
    assert isinstance(article, Article)
    return article


def kinds(text: str) -> set[tuple[str, str]]:
    return {(row.kind, row.origin) for row in read(text).credits}


@pytest.mark.parametrize(
    ("line", "kind", "origin"),
    [
        ("This article was originally published by CGTN.", "republished", "CGTN"),
        ("Source: Xinhua", "source_line", "Xinhua News Agency"),
        ("(With input from Xinhua)", "input", "Xinhua News Agency"),
        ("With additional reporting by Reuters", "input", "Reuters"),
        ("Reuters contributed to this report.", "contributor", "Reuters"),
    ],
)
def test_the_words_of_a_credit_line_tell_its_kind(line, kind, origin):
    assert (kind, origin) in kinds(f"Ministers meet in Oslo\n\n{BODY}{line}\n")


def test_a_dateline_is_a_credit_of_its_own_kind():
    text = "Ministers meet in Oslo\n\nOSLO, May 6 (Xinhua) -- " + BODY
    assert ("dateline", "Xinhua News Agency") in kinds(text)


def test_a_byline_with_an_agency_is_one():
    text = "Ministers meet in Oslo\n\nBy Ada Example, Associated Press\n\n" + BODY
    assert ("byline", "Associated Press") in kinds(text)


def test_a_printed_name_is_one_credit_and_the_line_with_source_is_no_byline():
    article = read("Ministers meet in Oslo\nSource: Xinhua | 2024-05-06 20:47:13\n\n" + BODY)
    assert [(row.kind, row.origin) for row in article.credits] == [("source_line", "Xinhua News Agency")]


def test_an_attribution_holds_for_its_sentence_alone():
    sentence = "The two will meet again in June, according to the Interfax news agency."
    article = read(f"Ministers meet in Oslo\n\n{BODY}The talks were long. {sentence} Nobody else said so.\n\n{BODY}")
    row = next(row for row in article.credits if row.kind == "attribution")
    assert row.scope is not None and row.scope.of(article.text) == sentence


def test_other_credits_hold_for_the_whole_text():
    assert all(row.scope is None for row in read(f"Ministers meet\n\n{BODY}Source: Xinhua\n").credits)


def test_a_photo_credit_is_typed_and_sets_no_origin():
    article = read(f"Ministers meet in Oslo\n\nThe two ministers in Oslo, May 6, 2024. REUTERS/Ada Example\n\n{BODY}")
    assert [row.kind for row in article.credits] == ["photo"]
    assert article.origins == ()


def test_a_line_of_photographer_and_agency_under_a_picture_is_no_byline():
    text = (
        "Ministers meet in Oslo\n\nThe two ministers in Oslo, May 6, 2024. (AP Photo/Ada Example)\n"
        f"Ada Example, AP\n\n{BODY}"
    )
    article = read(text)
    assert {row.kind for row in article.credits} == {"photo"}
    assert article.origins == ()


def test_the_source_in_brackets_behind_an_item_of_a_digest_holds_for_the_item():
    item = (
        "The harbour of Exampleport was closed on Monday after a storm that moved ships against the piers and"
        " flooded the market behind them, officials there said. (Reuters)"
    )
    article = read(f"The news of the day\n\n{BODY}{BODY}{item}\n\n{BODY}")
    row = next(row for row in article.credits if row.origin == "Reuters")
    assert row.scope is not None and row.scope.of(article.text) == item


def test_every_span_of_a_credit_lies_in_the_text():
    article = read(f"Ministers meet\n\nOSLO (AP) -- {BODY}Source: Xinhua\n")
    for row in article.credits:
        for span in (*row.evidence, *((row.scope,) if row.scope else ())):
            assert span.end <= len(article.text) and span.of(article.text).strip()


def test_outlets_named_one_a_line_on_a_page_of_links_are_no_credits():
    item = "Ministers of the northern states agree on the fishing grounds of the sea between their coasts on Tuesday"
    lines = "".join(f"{item}\n\n{name}\n\n" for name in ("Reuters", "CNN", "The New York Times", "BBC News"))
    article = read(f"Ministers meet in Oslo\n\n{BODY}{lines}")
    assert article.credits == () and article.origins == ()
