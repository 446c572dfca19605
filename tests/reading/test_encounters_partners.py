"""Talks told with one side only, of "the two", in "the Finnish capital". All texts written for communique."""

from __future__ import annotations

from test_encounters import read, told

from communique.model.dates import PartialDate
from communique.reading.encounters import encounters  # noqa: F401 - what is tested


def every(body: str, on: str | None = "2024-04-09", *, title: str | None = None) -> list[str]:
    return [told(row) for row in read(body, on, title=title)]


def news(body: str, on: str | None = "2024-04-09", *, title: str | None = None) -> list[str]:
    return [told(row) for row in read(body, on, title=title) if row.main]


def test_his_talks_with_somebody_are_those_of_whom_the_sentence_before_names() -> None:
    rows = every(
        "Kenyan President William Ruto has changed his mind about the railway twice. How that will play out"
        " in his talks"
        " on Monday with Xi Jinping in Beijing is open."
    )
    assert any("William Ruto" in row and "Xi Jinping" in row for row in rows)


def test_whose_talks_they_were_stays_open_where_two_foreigners_are_named_before() -> None:
    rows = every(
        "Kenyan Foreign Minister Musalia Mudavadi spoke of Tanzanian Foreign Minister January Makamba before tomorrow's"
        " talks with Chinese Foreign Minister Wang Yi."
    )
    assert not any("Wang Yi" in row and "January Makamba" in row for row in rows)


def test_talks_between_the_two_are_of_the_two_whom_the_lead_names() -> None:
    text = (
        "Kenyan President William Ruto said on Tuesday that he and Chinese President Xi Jinping would fight"
        " smuggling.\n"
        "“It costs lives,” Ruto said in Beijing at the end of formal talks between the two."
    )
    assert news(text) == ["meeting held: William Ruto + Xi Jinping | 2024-04-09 | -"]


def test_talks_between_the_two_are_nobodys_where_the_lead_names_three() -> None:
    text = (
        "Kenyan President William Ruto said on Tuesday that he, Chinese President Xi Jinping and Russian"
        " President Vladimir"
        " Putin would fight smuggling.\n“It costs lives,” Ruto said at the end of formal talks between the two."
    )
    assert news(text) == []


def test_a_state_s_capital_is_its_city() -> None:
    rows = every("Xi Jinping met Kenyan President William Ruto in the Chinese capital on Monday.")
    assert rows == ["meeting held: Xi Jinping + William Ruto | 2024-04-08 | Beijing/CHN"]
    rows = every("Xi Jinping and Kenyan President William Ruto held talks in China's capital on Monday.")
    assert rows == ["meeting held: Xi Jinping + William Ruto | 2024-04-08 | Beijing/CHN"]


def test_the_capital_of_a_state_that_has_several_is_no_city() -> None:
    rows = every("Xi Jinping met Kenyan President William Ruto in the South African capital on Monday.")
    assert all("Pretoria" not in row and "Cape Town" not in row for row in rows)


def test_leaders_named_by_surname_only_are_known_without_a_date_where_they_were_in_office_together() -> None:
    text = "Trump arrived in Finland on Sunday for his summit with Putin. Trump and Putin meet on Monday in Helsinki."
    assert any(row.startswith("meeting planned: Donald Trump + Vladimir Putin") for row in every(text, None))


def test_a_surname_alone_is_no_leader_without_a_date_and_without_another() -> None:
    assert every("Harper met voters in Ottawa and later flew to Helsinki.", None) == []


def test_what_is_done_about_a_meeting_does_not_say_that_it_was_held() -> None:
    rows = read(
        "Kenyan President William Ruto is keeping hopes low for his summit with Xi Jinping, saying it may take time.\n"
        "Ruto said he approached the Xi meeting with patience.\nXi and Ruto are due to meet in Beijing.",
        "2024-04-09",
    )
    assert [row.status for row in rows if row.main] == ["planned"]


def test_what_a_main_clause_tells_of_the_day_is_news_wherever_it_stands() -> None:
    text = (
        "Efforts to end the border dispute have stalled, diplomats said.\nThe plan was drawn up by a"
        " commission last year."
        "\nIt has four parts, of which two are secret.\nFew expect that it will work before the"
        " rains.\nRussian President Vladimir Putin met Kenyan President William Ruto in Moscow on"
        " Tuesday to press for it."
    )
    assert news(text) == ["meeting held: Vladimir Putin + William Ruto | 2024-04-09 | Moscow/RUS"]


def test_what_was_held_last_week_is_no_news_far_down() -> None:
    text = (
        "Efforts to end the border dispute have stalled, diplomats said.\nThe plan was drawn up by a"
        " commission last year."
        "\nIt has four parts, of which two are secret.\nFew expect that it will work before the"
        " rains.\nRussian President Vladimir Putin met Kenyan President William Ruto in Moscow on"
        " April 2 to press for it."
    )
    assert news(text) == []


def test_they_who_travelled_together_met_those_whom_they_met() -> None:
    text = (
        "U.S. Special Envoy for Yemen Tim Lenderking and U.S. Ambassador to Yemen Steve Fagin visited Aden"
        " today.\nDuring"
        " the trip, they met with President Rashad al-Alimi and other members of the Council, and Foreign"
        " Minister Ahmad"
        " Awad bin Mubarak of Yemen."
    )
    rows = read(text, "2022-06-01")
    met = next(row for row in rows if row.kind == "meeting")
    names = [p.name for p in met.participants]
    assert names == ["Tim Lenderking", "Steve Fagin", "Rashad al-Alimi", "Ahmad Awad bin Mubarak"]
    assert met.start == PartialDate.parse("2022-06-01")


def test_a_list_of_companions_does_not_hide_who_visited() -> None:
    text = (
        "Under Secretary of State Victoria Nuland and a delegation, including officials from the Department"
        " of Defense and"
        " the Treasury, visited Paraguay and Panama from June 27-30."
    )
    assert news(text, "2021-07-01") == ["visit held: Victoria Nuland | 2021-06-27..2021-06-30 | -"]
