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
        " the trip, they met with President Rashad al-Alimi and Foreign Minister Ahmad"
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


def test_he_who_prepares_to_meet_somebody_is_he_whose_trip_it_is() -> None:
    rows = every(
        "Here are five scenes from Kenyan President William Ruto's trip to Asia, as he prepares to meet Xi Jinping in"
        " Beijing on Wednesday."
    )
    assert "meeting planned: William Ruto + Xi Jinping | 2024-04-10 | Beijing/CHN" in rows


def test_the_governments_of_states_meet_as_these_states() -> None:
    rows = read(
        "The governments of Kenya, Uganda and Tanzania, represented by senior officials, held the inaugural"
        " meeting of the"
        " Lake Basin Steering Committee in Kampala on April 8, 2024."
    )
    assert [(r.kind, [p.country for p in r.participants]) for r in rows if r.main] == [
        ("summit", ["KEN", "UGA", "TZA"])
    ]


def test_what_is_said_at_the_start_of_a_summit_is_said_at_one_that_is_held() -> None:
    rows = read(
        "Kenyan President William Ruto says at the start of his summit with Xi Jinping in Beijing that trade"
        " must grow.\n"
        "He says their discussions will involve farming."
    )
    assert [row.status for row in rows if row.main] == ["held"]


def test_what_somebody_attended_weeks_before_his_news_is_past() -> None:
    rows = read(
        "Kenyan President William Ruto said on Tuesday that he was ill.\nThis comes a week after he attended"
        " a summit with"
        " Chinese President Xi Jinping, who was later ill, too."
    )
    assert [row.main for row in rows if "Xi Jinping" in [p.name for p in row.participants]] == [False]


def test_when_meeting_somebody_he_will_do_something_then() -> None:
    rows = read(
        "Kenyan President William Ruto will ask China to cut its tariffs and to buy more tea when meeting with Chinese"
        " President Xi Jinping in Beijing, an official said on Tuesday."
    )
    assert [row.status for row in rows] == ["planned"]


def test_a_full_name_goes_on_behind_its_article() -> None:
    rows = read("Russian President Vladimir Putin met Egypt's president Abdel Fattah al-Sisi in Cairo on Monday.")
    assert [p.name for p in rows[0].participants] == ["Vladimir Putin", "Abdel Fattah el-Sisi"]


def test_the_lead_tells_what_one_told_the_other_and_the_body_where() -> None:
    text = (
        "Kenyan President William Ruto expressed concern to Ethiopian Prime Minister Abiy Ahmed on Tuesday"
        " about the dam.\n"
        "The dispute over its water has gone on for more than ten years.\nIn a meeting with Abiy, Ruto asked for a new"
        " round of studies."
    )
    assert news(text) == ["meeting held: Abiy Ahmed + William Ruto | None | -"]


def test_a_digest_s_item_about_what_is_to_come_is_news() -> None:
    text = (
        "Here is what else you need to know this week, from prices to football results.\nThe tea auction"
        " opens on Monday"
        " with a new set of rules for buyers.\nPrices of fuel will change on Thursday, says the regulator.\nKenyan"
        " President William Ruto and Xi Jinping will have their first talks in Beijing. Topics of the meeting are trade"
        " and loans. The talks will last a day."
    )
    assert news(text) == ["meeting planned: William Ruto + Xi Jinping | None | Beijing/CHN"]


def test_a_transcript_s_heading_tells_of_the_meeting() -> None:
    rows = read(
        "PRESIDENT BIDEN: Mr. President, it is good to see you again.\nPRESIDENT RUTO: Thank you. Today's meeting is a"
        " good step.\nPRESIDENT BIDEN: Thank you all.",
        "2024-05-23",
        title="Remarks by President Biden and President William Ruto of Kenya Before Bilateral"
        " Meeting | Nairobi, Kenya",
    )
    assert [told(row) for row in rows if row.main] == [
        "meeting held: Joe Biden + William Ruto | 2024-05-23 | Nairobi/KEN"
    ]


def test_every_engagement_of_a_schedule_is_news_of_its_day() -> None:
    rows = read(
        "Secretary Antony Blinken meets with Kenyan Foreign Minister Musalia Mudavadi at the Department of"
        " State.\nUnder"
        " Secretary of State Victoria Nuland is on travel to Botswana from August 2-6, 2024.",
        "2024-08-04",
        title="Public Schedule – August 5, 2024",
        home="USA",
    )
    assert [told(row) for row in rows if row.main] == [
        "meeting planned: Antony Blinken + Musalia Mudavadi | 2024-08-05 | Washington/USA/Harry S. Truman Building",
        "visit held: Victoria Nuland | 2024-08-02..2024-08-06 | BWA",
    ]


def test_a_text_that_begins_with_his_meeting_has_nobody_before_it() -> None:
    assert read("He met his Indonesian counterpart in Nairobi on Monday.") == ()
    assert [row.main for row in read("Meeting with Xi Jinping goes on.")] in ([], [False])


def test_monday_s_summit_is_the_one_told_before_it() -> None:
    rows = read(
        "Kenyan President William Ruto and Chinese President Xi Jinping are due to meet in Beijing.\nMonday's summit"
        " was condemned in advance by members of parliament.",
        "2024-04-07",
    )
    assert [(row.status, len(row.evidence)) for row in rows] == [("planned", 2)]


def test_one_side_s_meetings_elsewhere_do_not_place_the_meeting_of_both() -> None:
    rows = read(
        "Kenyan President William Ruto will meet Chinese President Xi Jinping on Wednesday.\nRuto's meetings in Britain"
        " last week were a prelude."
    )
    assert [row.place for row in rows if row.main] == [None]


def test_a_pair_of_states_before_a_dialogue_is_no_destination() -> None:
    rows = every(
        "Kenyan Foreign Minister Musalia Mudavadi will travel to Brasilia for the Kenya-Brazil Dialogue on April 25."
    )
    assert "visit planned: Musalia Mudavadi | 2024-04-25 | Brasilia/BRA" in rows


def test_what_the_lead_dates_dates_the_summit_at_which_it_was_done() -> None:
    text = (
        "Chinese President Xi Jinping did it again on Monday, to Kenyan President William Ruto.\nXi came"
        " half an hour late to their long awaited summit in the Chinese capital."
    )
    assert news(text) == ["meeting held: William Ruto + Xi Jinping | 2024-04-08 | Beijing/CHN"]
