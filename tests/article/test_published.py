import dataclasses

import pytest

from communique.article.lines import MetaValue, Page
from communique.article.plain import plain_page
from communique.article.published import publication_date
from communique.article.roles import with_roles
from communique.knowledge.base import default
from communique.model.article import Published
from communique.model.dates import PartialDate
from communique.model.span import Span

TUESDAY = (
    "The foreign ministers of the two neighbours met on Tuesday to talk about the ferry that has not run since spring, "
    "the hosts said after the meeting.\n\n"
    "Both sides want the ferry to run again before the summer, and experts will meet to settle who pays for the pier, "
    "which a storm had damaged badly.\n\n"
    "The guests will leave on Wednesday after a visit to the harbour, where they are to see the new customs hall."
)
UNDATED = TUESDAY.replace(" on Tuesday", "").replace(" on Wednesday", "")
TITLE = "Ministers talk about the ferry between the two harbours"


def published(text: str, given: PartialDate | None = None) -> Published | None:
    return publication_date(with_roles(plain_page(text), default()), default(), url=None, given=given)


def date(text: str) -> str | None:
    found = published(text)
    return str(found.date) if found else None


def test_what_the_user_knows_wins() -> None:
    found = published(f"{TITLE}\n\n2 May 2030\n\n{UNDATED}", given=PartialDate(2031, 5, 2))
    assert found == Published(PartialDate(2031, 5, 2), "given", ())


@pytest.mark.parametrize(
    "line",
    [
        "Published: 2 May 2031",
        "Posted: 9:20 AM, May 2, 2031",
        "May 2, 2031",
        "17:32, 02-May-2031",
        "By Ada Example | Friday, 2 May 2031 08:39 PM",
        "Updated 8:50 a.m. May 3, 2031 | Published 3:55 a.m. May 2, 2031",
        "Published 3:55 a.m. ET May 2, 2031 | Updated 8:50 a.m. ET May 3, 2031",
    ],
)
def test_a_stamp_between_title_and_text_dates_the_article(line: str) -> None:
    found = published(f"{TITLE}\n{line}\n\n{UNDATED}")
    assert found is not None
    assert (str(found.date), found.how) == ("2031-05-02", "stated")


def test_the_time_of_the_stamp_is_kept() -> None:
    found = published(f"{TITLE}\n17:32, 02-May-2031\n\n{UNDATED}")
    assert found is not None
    assert found.time == "17:32"


def test_a_date_fused_with_the_title_is_read() -> None:
    assert date(f" date 2031-04-24 {TITLE}.\n{UNDATED}") == "2031-04-24"


def test_a_caption_date_never_dates_the_article() -> None:
    assert (
        date(f"{TITLE}\n\nFILE PHOTO: The ferry leaves the harbour on May 2, 2031. Ada Example/Pool\n\n{UNDATED}")
        is None
    )


def test_a_last_update_clock_never_dates_the_article() -> None:
    assert date(f"• November 18, 2031\n• Last Update July 1, 2031 6:17 PM\n\n{TITLE}\n\n{UNDATED}") is None


def test_an_update_dates_it_only_where_the_weekday_of_the_news_agrees() -> None:
    assert date(f"{TITLE}\nUpdated: May 6, 2031\n\n{TUESDAY}") == "2031-05-06"
    assert date(f"{TITLE}\nUpdated: May 9, 2031\n\n{TUESDAY}") is None


def test_an_update_counts_where_the_lead_prints_its_day() -> None:
    lead = UNDATED.replace("The foreign ministers", "On September 5, 2031, the foreign ministers")
    assert date(f"{TITLE}\nUpdated: September 05, 2031 22:15\n\n{lead}") == "2031-09-05"
    assert date(f"{TITLE}\nUpdated: October 15, 2031 22:15\n\n{lead}") is None


def test_a_comment_date_never_dates_the_article() -> None:
    assert date(f"{TITLE}\n\n{UNDATED}\n\nLeave a Reply\n\nAda Example says:\nMay 2, 2031 at 10:00\nWell done.") is None


def test_days_that_the_sentences_mention_never_date_the_article() -> None:
    assert (
        date(f"{TITLE}\n\n{UNDATED}\n\nThe last ferry left on May 2, 2031, and nobody has seen it since then.") is None
    )


def test_of_two_stamps_the_one_with_the_weekday_of_the_news_counts() -> None:
    found = published(f"{TITLE}\n19 November 2031\n6 May 2031\n\n{TUESDAY}")
    assert found is not None
    assert str(found.date) == "2031-05-06"


def test_a_dateline_with_its_year_dates_the_article() -> None:
    found = published(f"{TITLE}\n\nRIGA, May 6, 2031 (Reuters) - {UNDATED}")
    assert found is not None
    assert (str(found.date), found.how) == ("2031-05-06", "dateline")


def test_a_dateline_without_year_takes_the_year_in_which_the_weekday_agrees() -> None:
    text = f"{TITLE}\n\nRiga, September 2 — {TUESDAY}\n\nTrade had grown in 2024. The Forum 2025 opened on Sunday."
    found = published(text)
    assert found is not None
    assert (str(found.date), found.how) == ("2025-09-02", "dateline+year")
    assert [span.of(text) for span in found.evidence] == ["Riga, September 2", "Tuesday", "2025"]


def test_years_of_programmes_and_deadlines_tell_no_year() -> None:
    text = f"{TITLE}\n\nRiga, September 2 — {TUESDAY}\n\nThe Forum 2025 spoke of the 2030 Agenda and of Vision 2035."
    assert date(text) == "2025-09-02"


def test_a_dateline_takes_the_year_of_a_header_or_update_of_its_day() -> None:
    for header in ("6 MAY 2031, 17:30", "Updated 7 May 2031 22:31 GMT"):
        text = f"{header}\n{TITLE}\n\nRIGA, May 6 (Reuters) - {UNDATED}"
        found = published(text)
        assert found is not None
        assert (str(found.date), found.how) == ("2031-05-06", "dateline+header")


def test_two_day_first_dates_in_a_line_are_published_and_updated() -> None:
    assert date(f"{TITLE}\nAda Example | 06.05.2031 - Update: 07.05.2031\n\n{UNDATED}") == "2031-05-06"


def test_a_list_of_other_articles_with_their_times_dates_nothing() -> None:
    teasers = "Jul 14, 2031 7:00 am\nJul 14, 2031 7:00 am\nJul 14, 2031 2:45 pm\nJul 14, 2031 2:45 pm"
    assert date(f"{TITLE}\n{teasers}\n\n{UNDATED}") is None


def test_a_dateline_without_year_stays_silent_where_nothing_tells_the_year() -> None:
    assert date(f"{TITLE}\n\nRIGA, September 2 (Reuters) - {TUESDAY}") is None


def test_a_year_in_which_somebody_did_not_hold_his_office_is_no_answer() -> None:
    body = TUESDAY.replace("The foreign ministers", "President Donald Trump and the guests")
    assert date(f"{TITLE}\n\nRIGA, July 15 (Reuters) - {body}\n\nIt was agreed in 2014.") is None


def test_day_and_month_are_told_apart_by_the_weekday() -> None:
    assert date(f"{TITLE}\n06/05/2031\n\n{TUESDAY}") == "2031-05-06"
    assert date(f"{TITLE}\n05/06/2031\n\n{TUESDAY}") == "2031-05-06"


def test_a_day_and_month_that_nothing_tells_apart_stay_a_year() -> None:
    assert date(f"{TITLE}\n06/05/2031\n\n{UNDATED}") == "2031"


RELATIONS = "for the 75th anniversary of diplomatic relations between China and Russia"


def test_messages_for_an_anniversary_date_the_day_where_the_weekday_agrees() -> None:
    lead = "The presidents of China and Russia exchanged congratulations on {} {}, the two sides said in the evening."
    assert date(f"{TITLE}\n\n{lead.format('Wednesday', RELATIONS)}\n\n{UNDATED}") == "2024-10-02"
    assert date(f"{TITLE}\n\n{lead.format('Friday', RELATIONS)}\n\n{UNDATED}") == "2024"


def test_the_bare_phrase_gives_the_year_only() -> None:
    lead = (
        "This year marks the 75th anniversary of diplomatic relations between China and Russia, he said on Wednesday."
    )
    found = published(f"{TITLE}\n\n{lead}\n\n{UNDATED}")
    assert found is not None
    assert (str(found.date), found.how) == ("2024", "anniversary")


def with_head(*values: tuple[str, str]) -> Page:
    text, meta = "", []
    for name, value in values:
        start = len(text) + len(name) + 2
        meta.append(MetaValue(name, value, Span(start, start + len(value))))
        text += f"{name}: {value}\n"
    body = plain_page(f"{TITLE}\n\n{UNDATED}")
    lines = tuple(dataclasses.replace(line, span=line.span.shifted(len(text))) for line in body.lines)
    return with_roles(Page(text + body.text, lines, tuple(meta), html=True), default())


def test_the_head_of_a_page_gives_day_time_and_zone() -> None:
    page = with_head(("article:modified_time", "2031-05-09"), ("article:published_time", "2031-05-06T17:32:05+08:00"))
    found = publication_date(page, default(), url=None, given=None)
    assert found is not None
    assert (str(found.date), found.time, found.zone, found.how) == ("2031-05-06", "17:32", "+08:00", "metadata")
    assert found.evidence[0].of(page.text) == "2031-05-06T17:32:05+08:00"


def test_a_time_element_counts_where_it_is_the_page_s_only_day() -> None:
    one = with_head(("time", "2031-05-06T17:32:05Z"))
    found = publication_date(one, default(), url=None, given=None)
    assert found is not None
    assert (str(found.date), found.zone) == ("2031-05-06", "Z")
    many = with_head(("time", "2031-05-06T17:32:05Z"), ("time", "2031-05-09"))
    assert publication_date(many, default(), url=None, given=None) is None


def test_the_address_of_a_page_gives_its_day() -> None:
    page = with_head(("url", "https://news.example/world/2031/05/06/ferry.html"))
    found = publication_date(page, default(), url=None, given=None)
    assert found is not None
    assert (str(found.date), found.how) == ("2031-05-06", "url")


def test_the_year_of_a_target_tells_no_year() -> None:
    text = (
        f"{TITLE}\n\nRiga, September 2 — {TUESDAY} The Forum 2025 opened. Nobody gives up the target of clean ships in"
    )
    assert date(f"{text} 2031.") == "2025-09-02"


def test_a_day_fused_behind_the_headline_dates_the_article() -> None:
    head = "FERRY NAMED A PRIORITY AS PRESIDENT MEETS THE NEIGHBOURS 24th May 2031"
    page = plain_page(f"{head}\n\n{UNDATED}")
    assert [line.span.of(page.text) for line in page.lines[:2]] == [head[: -len(" 24th May 2031")], "24th May 2031"]


def test_the_day_that_a_headline_is_about_stays_in_it() -> None:
    head = "The public schedule of the minister for 24 May 2031"
    page = plain_page(f"{head}\n\n{UNDATED}")
    assert page.lines[0].span.of(page.text) == head
