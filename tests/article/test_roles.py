from __future__ import annotations

import pytest

from communique.article.build import read_article
from communique.article.roles_cues import cue
from communique.knowledge.base import default
from communique.model.article import Article, Source

P1 = "The foreign ministers of Arland and Borland met on Tuesday and agreed to reopen the northern crossing in May."
P2 = "They also spoke about fishing rights, a shared power line and the return of students after the long closure."
P3 = "Officials of both sides will meet again before the summer to settle what is left open, the hosts said later."
BODY = [P1, P2, P3]


def article(text: str) -> Article:
    result = read_article(Source(text.encode()), default())
    assert isinstance(result, Article)
    return result


def body(result: Article) -> list[str]:
    return [span.of(result.text) for span in result.body]


def furniture(result: Article) -> list[tuple[str, str]]:
    return [(f.kind, f.span.of(result.text)) for f in result.furniture]


def lines(*parts: str) -> str:
    return "\n".join(parts) + "\n"


def test_a_page_with_every_kind_of_furniture_keeps_its_three_paragraphs() -> None:
    result = article(
        lines(
            "Written for communique, not a news report",
            "• March 3, 2025",
            "Ministers agree to reopen northern crossing",
            "By Anna Exampleton",
            "Published: March 2, 2025 10:15 AM",
            "FILE PHOTO: The crossing in winter. Photo: Somebody/AFP",
            "",
            *BODY,
            "(With input from Xinhua)",
            "Share this:",
            "Related Articles",
            "Ferry line to Borland sold",
            "Leave a Reply",
            "Your e-mail stays private. Required fields are marked *",
        )
    )
    assert body(result) == BODY
    assert [kind for kind, _ in furniture(result)] == [
        *("other", "header", "title", "byline", "header", "caption"),
        *("credit", "share", "related", "related", "comments", "comments"),
    ]
    assert result.title == "Ministers agree to reopen northern crossing"
    assert result.byline is not None and result.byline.text == "Anna Exampleton"


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("November 18, 2024", "header"),
        ("17:32, 09-Apr-2024", "header"),
        ("Last Update July 1, 2024 6:17 PM", "header"),
        ("Updated 3 hours ago", "header"),
        ("2025-03-02T10:15:00+01:00", "header"),
        ("4 min read", "header"),
        ("somepaper.example", "header"),
        ("By Anna Exampleton and Ben Sample", "byline"),
        ("By Anna Exampleton | March 2, 2025 10:15 AM", "byline"),
        ("by Ben Sample - Mar 2, 2025 7:00 am", "byline"),
        ("someone@somepaper.example", "byline"),
        ("FILE - Arland's minister waves to a crowd.", "caption"),
        ("The minister arrives at the port. (Photo: Ben Sample)", "caption"),
        ("The minister arrives at the port. (Ben Sample / Getty Images)", "caption"),
        ("Minister Exampleton, left, greets her guest at the airport in Portville.", "caption"),
        ("The minister waves as he leaves Portville, Sunday, March 2, 2025.", "caption"),
        ("(With input from Xinhua)", "credit"),
        ("* This article was originally published by the Portville Post.", "credit"),
        ("Source: Xinhua", "credit"),
        ("Sources Xinhua", "credit"),
        ("source site-12", "credit"),
        ("(Reporting by Anna Exampleton; Editing by Ben Sample)", "credit"),
        ("© 2025 Portville Post. All rights reserved.", "credit"),
        ("Ben Sample in Portville contributed to this report.", "credit"),
        ("READ MORE: Ferry line to Borland sold", "related"),
        ("Related Articles", "related"),
        ("You may also like", "related"),
        ("Leave a Reply", "comments"),
        ("12 comments", "comments"),
        ("View Comments", "comments"),
        ("Share this:", "share"),
        ("Facebook Twitter WhatsApp 12 Email", "share"),
        ("Follow us on:", "share"),
        ("Advertisement", "menu"),
        ("Skip to main content", "menu"),
        ("Sign up for our daily newsletter", "menu"),
        ("Written for communique, not a news report.", "other"),
        ("window._box = window._box || []; window._box.push({mode: 'x'})", "other"),
    ],
)
def test_what_a_line_says_of_itself(line: str, role: str) -> None:
    assert cue(line) == role


@pytest.mark.parametrize(
    "line",
    [
        *BODY,
        "He left.",
        "In 2023, trade reached a record level.",
        "“We will share this burden,” she said.",
        "By Tuesday evening the ministers had agreed on the text.",
        "More than forty agreements were signed, the ministry said.",
        "Related questions were left to experts.",
        "The latest round of talks ended without a result.",
        "Reporting by the mission showed that the truce held.",
        "On the right, the party of the former minister gained ground.",
        "Министры договорились, что скорость движения меняется.",
        "5. Министры договорились, что скорость меняется.",
        "Read out in full, the statement takes an hour.",
    ],
)
def test_a_sentence_of_the_report_says_nothing_of_itself(line: str) -> None:
    assert cue(line) is None


def test_a_standfirst_above_a_picture_is_no_body() -> None:
    result = article(
        lines(
            "Ministers agree to reopen northern crossing",
            "The two neighbours end a closure that cut families apart.",
            "FILE PHOTO: The crossing in winter.",
            *BODY,
        )
    )
    assert body(result) == BODY
    assert furniture(result)[1][0] == "standfirst"


def test_a_title_that_stands_twice_is_furniture_twice() -> None:
    title = "Ministers agree to reopen northern crossing"
    result = article(lines(title, "", title, "", *BODY))
    assert body(result) == BODY
    assert [kind for kind, _ in furniture(result)] == ["title", "title"]


def test_a_date_fused_with_the_headline_is_cut_off() -> None:
    title = "Ministers of Arland and Borland met to reopen the crossing."
    result = article(f" date 2025-03-02 {title}\n" + lines(*BODY))
    assert (result.title, body(result)) == (title, BODY)
    assert furniture(result)[0] == ("header", "date 2025-03-02")


def test_boilerplate_above_the_headline_is_not_the_title() -> None:
    result = article(
        lines(
            "To find out more please read the house rules and answers",
            "Ministers of Arland and Borland reopen northern crossing",
            *BODY,
        )
    )
    assert result.title == "Ministers of Arland and Borland reopen northern crossing"


def test_the_name_of_the_site_behind_the_title_is_the_outlet() -> None:
    title = "Ministers agree to reopen northern crossing"
    result = article(lines(f"{title} | Portville Example", title, *BODY))
    assert (result.title, result.outlet) == (title, "Portville Example")


def test_a_site_alone_at_the_top_is_the_outlet() -> None:
    assert article(lines("portville.example", "Sources Xinhua", *BODY)).outlet == "portville.example"


def test_an_agency_under_the_title_is_the_byline() -> None:
    result = article(lines("Ministers agree to reopen northern crossing", "CGTN", "", *BODY))
    assert result.byline is not None and result.byline.text == "CGTN"
    assert body(result) == BODY


def test_a_name_alone_after_the_report_is_the_byline() -> None:
    result = article(lines("Ministers agree to reopen northern crossing", *BODY, "Anna Exampleton", "Follow us on:"))
    assert result.byline is not None and result.byline.text == "Anna Exampleton"
    assert body(result) == BODY


def test_a_byline_behind_its_stamp_is_read_without_it() -> None:
    result = article(lines("Ministers agree to reopen crossing", "Posted 3:57 pm, July 15, 2018, by Ben Sample", *BODY))
    assert result.byline is not None and result.byline.text == "Ben Sample"


def test_a_surname_that_is_a_place_is_still_a_name() -> None:
    result = article(lines("Ministers agree to reopen crossing", "Anna Holland and Ben Washington", *BODY))
    assert result.byline is not None and result.byline.text == "Anna Holland and Ben Washington"


def test_a_headline_that_begins_with_a_name_is_no_byline() -> None:
    title = "Xi Jinping, Putin Strengthen China-Russia Ties in Talks"
    assert article(lines(title, *BODY)).title == title


def test_a_note_on_the_author_is_no_body() -> None:
    note = "Anna Exampleton is a correspondent for the Portville Post. Follow her on Twitter."
    assert body(article(lines("Ministers agree to reopen crossing", *BODY, note))) == BODY


def test_related_headlines_in_the_middle_go_and_the_report_goes_on() -> None:
    result = article(lines("Ministers agree on crossing", P1, "Related Content", "Ferry line to Borland sold", P2, P3))
    assert body(result) == BODY


def test_a_short_sentence_after_related_is_the_report_again() -> None:
    result = article(
        lines("Ministers agree on crossing", P1, "WATCH:", "He listed three things that are left.", P2, P3)
    )
    assert body(result) == [P1, "He listed three things that are left.", P2, P3]


def test_comments_of_readers_are_no_body() -> None:
    more = (
        "The crossing was closed nine years ago after a dispute over tolls, and lorries have had to go around it since."
    )
    more += " Traders on both banks had asked for a ferry in vain."
    words = "I think that the ministers should have done this a long time ago because everybody suffered from it."
    result = article(
        lines("Ministers agree on crossing", *BODY, more, "3 Comments", words, words + " Yes.", words + " No.")
    )
    assert body(result) == [*BODY, more]


def test_short_closing_sentences_stay() -> None:
    result = article(lines("Ministers agree to reopen crossing", *BODY, "He gave no date."))
    assert body(result)[-1] == "He gave no date."


def test_short_turns_of_a_transcript_stay() -> None:
    turns = ["QUESTION: Thank you for this.", "MINISTER EXAMPLETON: Thank you.", "QUESTION: " + P1, P2, P3]
    assert body(article(lines("Interview with Minister Exampleton on Radio Portville", *turns))) == turns


def test_a_paragraph_broken_over_lines_is_one_block() -> None:
    import textwrap

    wrapped = "\n\n".join("\n".join(textwrap.wrap(p * 2, 72)) for p in BODY)
    result = article("Ministers agree to reopen northern crossing\n\n" + wrapped + "\n")
    assert len(result.body) == 3
    assert [" ".join(b.split()) for b in body(result)] == [" ".join((p * 2).split()) for p in BODY]


def test_paragraphs_of_one_line_each_are_never_joined() -> None:
    assert len(article(lines("Ministers agree to reopen crossing", *BODY)).body) == 3


def test_credits_at_the_end_of_a_one_line_text_are_cut_off() -> None:
    credit = "(Reporting by Anna Exampleton in Portville; Editing by Ben Sample)"
    result = article(lines("Ministers agree to reopen crossing", "", " ".join([*BODY, credit])))
    assert body(result) == [" ".join(BODY)]
    assert furniture(result)[-1] == ("credit", credit)


def test_the_dateline_is_cut_from_the_first_block() -> None:
    result = article(lines("Ministers agree to reopen crossing", "GENEVA (Reuters) - " + P1, P2, P3))
    assert body(result) == BODY
    assert [span.of(result.text).strip() for span in result.datelines] == ["GENEVA (Reuters) -"]


@pytest.mark.parametrize("text", ["Xi met Putin in Beijing.", "He left.", P1, f"{P1} {P2}"])
def test_single_sentences_are_texts_too(text: str) -> None:
    result = article(text)
    assert body(result) == [text]
    assert result.title is None


@pytest.mark.parametrize("text", ["12 34\n56\n", "Home\nMenu\nSearch\n", "...\n---\n", "Share this\n"])
def test_a_page_that_is_no_article_has_no_body(text: str) -> None:
    assert article(text).body == ()


def test_right_to_left_and_combining_marks_keep_their_places() -> None:
    arabic = "\u0627\u0644\u062a\u0642\u0649 \u0627\u0644\u0648\u0632\u064a\u0631"
    first = (
        f"The minister (in Arabic: {arabic}) said that Zu\u0308rich would host the talks in the autumn of this year."
    )
    result = article(lines("Ministers agree to reopen crossing", first, P2, P3))
    assert body(result) == [first, P2, P3]


@pytest.mark.parametrize("credit", ["(Xinhua)", "PTI", "/TASS/", "(with Reuters and AFP)", "– Reuters"])
def test_an_agency_after_the_last_full_stop_is_a_credit(credit: str) -> None:
    result = article(lines("Ministers agree to reopen crossing", P1, P2, f"{P3} {credit}"))
    assert body(result) == BODY
    assert furniture(result)[-1] == ("credit", credit)


@pytest.mark.parametrize(
    "last", ["He thanked the U.S. (and Borland).", "“We did it for the EU.” He left for the US.", P3]
)
def test_the_end_of_a_sentence_is_no_credit(last: str) -> None:
    assert body(article(lines("Ministers agree to reopen crossing", P1, P2, last)))[-1] == last


@pytest.mark.parametrize("credit", ["Xinhua", "With Reuters and AFP", "AFP – © tous droits réservés", "Anadolu Agency"])
def test_an_agency_on_a_line_of_its_own_at_the_end_is_a_credit(credit: str) -> None:
    result = article(lines("Ministers agree to reopen crossing", *BODY, credit))
    assert body(result) == BODY
    assert furniture(result)[-1] == ("credit", credit)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Home | World | Business | Weather | Puzzles", "menu"),
        ("Anna Exampleton | 12.12.2024 - Update: 12.12.2024", "byline"),
        ("Reuters   Monday, March 10, 2025 - 19:45   Print", "header"),
        ("Publié • Published 29/10/2024 – 21h10", "header"),
        ("All News 21:38 March 16, 2023", "header"),
        ("06 April 2023 ٠٦ أبريل ٢٠٢٣", "header"),
        ("Anna Exampleton, Senior Reporter", "byline"),
        ("Portville Post Staff", "byline"),
        ("Published in Portville by the Post: 12 pages, 2025", "header"),
    ],
)
def test_lines_of_several_pieces_above_the_report(line: str, kind: str) -> None:
    result = article(lines("Ministers agree to reopen crossing", line, *BODY))
    assert body(result) == BODY
    assert {text: k for k, text in furniture(result)}[line] == kind


@pytest.mark.parametrize(
    ("masthead", "outlet"),
    [
        (["PORTVILLE DAILY | portvilledaily.example"], "PORTVILLE DAILY"),
        (["Portville Post", "portvillepost.example"], "Portville Post"),
        (["Le Phare du Port — lepharduport.example"], "Le Phare du Port"),
        (["Harbour Example          harbourexample.example"], "Harbour Example"),
        (["news.portville.example > Nation"], "news.portville.example"),
    ],
)
def test_a_masthead_names_the_outlet(masthead: list[str], outlet: str) -> None:
    assert article(lines(*masthead, "Ministers agree to reopen northern crossing", *BODY)).outlet == outlet


def test_an_office_that_a_headline_quotes_is_no_outlet() -> None:
    result = article(lines("Minister to visit Russia on January 17 — Kremlin", "", *BODY))
    assert (result.title, result.outlet) == ("Minister to visit Russia on January 17 — Kremlin", None)


@pytest.mark.parametrize("line", ["See https://portville.example/a.html", "mail@portville.example", "www.facebook.com"])
def test_an_address_of_something_else_is_no_outlet(line: str) -> None:
    assert article(lines(line, "Ministers agree to reopen northern crossing", *BODY)).outlet is None


def test_where_and_when_it_was_released_is_no_title() -> None:
    text = (
        "Remarks after the talks with the minister of Liechtenstein\nSecretariat - Statement\n"
        "Vaduz, 9 October 2024\n\n"
        "We have had good talks about the ferry, and both of us want it to run again before the summer is over.\n\n"
        "The second thing is the pier, which a storm had damaged badly, and which the two cities will now pay for."
    )
    assert article(text).title == "Remarks after the talks with the minister of Liechtenstein"


def test_a_page_of_pictures_has_its_captions_as_body() -> None:
    caption = (
        "Kenyan President William Ruto and Chinese President Xi Jinping shake hands before their talks in Beijing on"
        " September 3, 2024. (Photo by Example Press / Getty Images)"
    )
    assert body(article(lines("share", "more", caption))) == [caption]


def test_captions_beside_a_report_are_no_body() -> None:
    caption = "Kenyan President William Ruto shakes hands before the talks in Beijing. (Example Press/Getty Images)"
    result = article(lines("Ministers agree to reopen northern crossing", caption, *BODY))
    assert body(result) == BODY


def test_every_item_of_a_public_schedule_is_body() -> None:
    items = [
        "MINISTER ANNA EXAMPLETON",
        "9:30 a.m. Minister Exampleton meets with the ambassador of Borland, at the Foreign Ministry.",
        "(CLOSED PRESS COVERAGE)",
        "DEPUTY MINISTER OSWIN TALAMELA",
        "Deputy Minister Talamela is on travel to Borland from July 9-10, 2024.",
        "BRIEFING SCHEDULE",
        "No briefing.",
    ]
    result = article(
        lines("Public Schedule – July 9, 2024", "Office of the Spokesperson", "***SUBJECT TO CHANGE***", *items)
    )
    assert body(result) == items
