from __future__ import annotations

import pytest

from communique.article.build import read_article
from communique.article.html import html_page, is_html
from communique.article.lines import Page
from communique.knowledge.base import default
from communique.model.article import Article, Source

P1 = "The foreign ministers of Arland and Borland met on Tuesday and agreed to reopen the northern crossing in May."
P2 = "They also spoke about fishing rights, a shared power line and the return of students after the long closure."
P3 = "Officials of both sides will meet again before the summer to settle what is left open, the hosts said later."
BODY = [P1, P2, P3]
TITLE = "Ministers agree to reopen northern crossing"
PAGE = f"""<!DOCTYPE html>
<html lang="en"><head><title>{TITLE} | Portville Post</title>
<link rel="canonical" href="https://portville.example/crossing">
<meta property="og:site_name" content="Portville Post">
<meta property="og:title" content="{TITLE}">
<meta property="article:published_time" content="2025-03-02T10:15:00+01:00">
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "{TITLE}",
 "author": [{{"@type": "Person", "name": "Anna Exampleton"}}]}}</script>
<style>p {{ color: red }}</style></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
<header><h1>{TITLE}</h1><p class="byline">By Anna Exampleton</p></header>
<article><p>{P1}</p><figure><img src="x.jpg"><figcaption>The crossing in winter. Photo: Somebody</figcaption></figure>
<p>{P2[:40]}<b>{P2[40:60]}</b>{P2[60:]}</p>
<p>READ MORE: <a href="/f">Ferry line to Borland sold</a></p>
<p>{P3}</p></article>
<div class="comments"><h3>Leave a Reply</h3><p>I think they should have done this long ago.</p></div>
<div hidden>Never seen</div><div style="display:none">Not seen either</div><template>Nor this</template>
<footer>© 2025 Portville Post</footer><script>var seen = false;</script></body></html>"""


def article(text: str) -> Article:
    result = read_article(Source(text.encode()), default())
    assert isinstance(result, Article)
    return result


def page(text: str) -> Page:
    result = html_page(text)
    assert result is not None
    return result


def body(result: Article) -> list[str]:
    return [span.of(result.text) for span in result.body]


def shown(result: Page) -> list[str]:
    return [line.span.of(result.text) for line in result.lines]


def test_a_page_gives_its_paragraphs_and_nothing_else_as_body() -> None:
    assert body(article(PAGE)) == BODY


def test_title_byline_and_outlet_come_from_page_and_head() -> None:
    result = article(PAGE)
    assert (result.title, result.outlet) == (TITLE, "Portville Post")
    assert result.title_span is not None and result.title_span.of(result.text) == TITLE
    assert result.byline is not None and result.byline.text == "Anna Exampleton"


def test_what_is_never_visible_is_not_in_the_text() -> None:
    text = article(PAGE).text
    for gone in ("Never seen", "Not seen either", "Nor this", "color: red", "var seen"):
        assert gone not in text


def test_furniture_of_a_page_keeps_its_kind() -> None:
    result = article(PAGE)
    kinds = {f.span.of(result.text): f.kind for f in result.furniture}
    assert kinds["By Anna Exampleton"] == "byline"
    assert kinds["The crossing in winter. Photo: Somebody"] == "caption"
    assert kinds["READ MORE: Ferry line to Borland sold"] == "related"
    assert kinds["Leave a Reply"] == "comments"
    assert kinds["Home"] == "menu"


def test_values_of_the_head_have_a_place_in_the_text() -> None:
    found = page(PAGE)
    for value in found.meta:
        assert value.span.of(found.text) == value.value
    named = {value.name: value.value for value in found.meta}
    assert named["article:published_time"] == "2025-03-02T10:15:00+01:00"
    assert (named["ld:author"], named["url"]) == ("Anna Exampleton", "https://portville.example/crossing")
    assert all(value.span.end <= found.lines[0].span.start for value in found.meta)


def test_inline_elements_do_not_break_a_line_and_blocks_do() -> None:
    assert shown(page("<div>One <b>and</b> <a href=x>two</a><p>three<br>four</p>five</div>")) == [
        *("One and two", "three", "four", "five")
    ]


def test_a_row_of_short_cells_is_one_line() -> None:
    assert shown(page("<table><tr><td>Exports<td>12.4<td>+3</tr><tr><td>Imports<td>9</table><p>x</p>")) == [
        *("Exports 12.4 +3", "Imports 9", "x")
    ]


def test_a_page_laid_out_in_a_table_keeps_its_cells_apart() -> None:
    assert shown(page(f"<table><tr><td>Menu</td><td><p>{P1}</p><p>{P2}</p></td></tr></table>")) == ["Menu", P1, P2]


def test_entities_are_read() -> None:
    assert shown(page("<p>&ldquo;A &amp; B&rdquo; &#8211; c&nbsp;d</p><p>e</p>")) == ["“A & B” – c d", "e"]


@pytest.mark.parametrize(
    "text",
    [
        "<!DOCTYPE html><p>x",
        "<html><body>x</body></html>",
        "\n  <HTML>x",
        "<?xml version='1.0'?><html xmlns='x'><body><p>x</p></body></html>",
        "<div><p>one</p><p>two</p></div>",
    ],
)
def test_html_is_known_by_what_is_in_it(text: str) -> None:
    assert is_html(text)


@pytest.mark.parametrize(
    "text", ["Talks were held.", "a < b and b > c", "The <b>bold</b> plan.", "Use <p> for text.", P1]
)
def test_text_that_mentions_a_tag_is_no_html(text: str) -> None:
    assert not is_html(text)


@pytest.mark.parametrize(
    "head", ["{", '{"@type": "NewsArticle", "author": 5}', "[[[]]]", '{"@graph": {"a": 1}}', "null"]
)
def test_broken_machine_readable_data_is_passed_over(head: str) -> None:
    assert body(article(PAGE.replace('{"@type": "NewsArticle"', head + '{"@type": "NewsArticle"'))) == BODY


@pytest.mark.parametrize("tag", ["div", "b", "blockquote", "table"])
@pytest.mark.parametrize("depth", [150, 300, 5000])
def test_deep_nesting_keeps_the_text(tag: str, depth: int) -> None:
    text = f"<html><body>{f'<{tag}>' * depth}<p>{P1}</p><p>{P2}</p>"
    assert P1 in article(text).text


def test_a_page_without_visible_text_is_a_failure() -> None:
    result = read_article(
        Source(b"<html><head><title>x</title></head><body><script>x</script></body></html>"), default()
    )
    assert not isinstance(result, Article)
    assert result.kind == "no_text"


def test_the_same_page_twice_gives_the_same_article() -> None:
    assert [article(PAGE) for _ in range(3)] == [article(PAGE)] * 3
