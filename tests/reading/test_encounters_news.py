"""What the news of a page is, journeys and their legs, pairs before a noun. All texts written for communique."""

from __future__ import annotations

import pytest
from test_encounters import read, told


def mains(body: str, on: str | None = "2024-04-09", *, title: str | None = None) -> list[str]:
    return [told(row) for row in read(body, on, title=title) if row.main]


def every(body: str, on: str | None = "2024-04-09", *, title: str | None = None) -> list[str]:
    return [told(row) for row in read(body, on, title=title)]


@pytest.mark.parametrize(
    "opening",
    [
        "Kenyan President William Ruto will raise debts when meeting with Chinese President Xi Jinping in Beijing.",
        "Villagers lined the road on the eve of a meeting in Beijing between Kenyan President William Ruto and Chinese"
        " President Xi Jinping.",
    ],
)
def test_a_page_about_a_coming_meeting_has_it_as_its_news(opening: str) -> None:
    body = opening + (
        "\nAides have spoken of little else for a month."
        "\nAhead of the meeting, officials in Nairobi played down the hopes of their farmers."
        "\nRuto wants the meeting with Xi to end in a new loan."
    )
    assert mains(body) == ["meeting planned: William Ruto + Xi Jinping | None | Beijing/CHN"]


def test_what_the_body_dwells_on_outweighs_a_visit_told_in_passing() -> None:
    body = (
        "Farmers in Kisumu hope for cheaper fertiliser from the coming encounter."
        "\nKenyan President William Ruto is to hold talks with Chinese President Xi Jinping."
        "\nAt the talks Ruto will ask for a discount."
        "\nThe talks are seen as a test of old ties."
        "\nAides said the talks would be short."
    )
    assert mains(body) == ["meeting planned: William Ruto + Xi Jinping | None | -"]


def test_a_byline_and_a_caption_do_not_use_up_the_lead() -> None:
    body = (
        "The old harbour palace of Mombasa, Kenya, seen from the water in a photo."
        "\nOduya Wekesa and Miriam Achieng, Harbour Gazette"
        "\nWilliam Ruto and Xi Jinping will meet at the harbour palace, Kenya's presidency announced."
    )
    assert mains(body) == ["meeting planned: William Ruto + Xi Jinping | None | -"]


@pytest.mark.parametrize("noun", ["the Xi-Ruto summit", "Xi's Ruto summit", "the Xi–Ruto talks"])
def test_surnames_right_before_a_noun_are_its_people(noun: str) -> None:
    body = (
        f"Traders closed their shops early ahead of {noun}."
        "\nChinese President Xi Jinping and Kenyan President William Ruto have not spoken to reporters."
    )
    assert every(body) == ["meeting planned: Xi Jinping + William Ruto | None | -"]


def test_two_states_right_before_a_noun_are_its_parties() -> None:
    body = "Kenyan Foreign Minister Musalia Mudavadi opened the 2024 Kenya-EU Trade Consultations in Nairobi on Monday."
    assert every(body) == ["meeting held: Musalia Mudavadi + EU | 2024-04-08 | Nairobi/KEN"]


def test_ministers_or_leaders_of_three_states_together_are_a_summit() -> None:
    ministers = (
        "Kenyan Foreign Minister Musalia Mudavadi met German Foreign Minister Annalena Baerbock and French Foreign"
        " Minister Stephane Sejourne in Nairobi on Monday."
    )
    assert mains(ministers)[0].startswith("summit held")
    leaders = (
        "Kenyan President William Ruto met German Chancellor Olaf Scholz and French President Emmanuel Macron in"
        " Nairobi on Monday."
    )
    assert mains(leaders)[0].startswith("summit held")
    assert mains(ministers.replace(" met ", " met separately "))[0].startswith("meeting held")


def test_a_further_meeting_of_the_same_guest_is_one_of_its_own() -> None:
    body = (
        "German Foreign Minister Annalena Baerbock met Kenyan President William Ruto in Nairobi on Monday."
        "\nBaerbock also met Kenyan Foreign Minister Musalia Mudavadi."
    )
    assert len(mains(body)) + len(every(body)) >= 3


def test_an_old_date_makes_a_meeting_background() -> None:
    body = (
        "Kenyan President William Ruto will meet Chinese President Xi Jinping in Beijing on Friday."
        "\nRuto meets Xi during a forum in Johannesburg on Aug. 23, 2023."
    )
    assert every(body) == [
        "meeting planned: William Ruto + Xi Jinping | 2024-04-12 | Beijing/CHN",
        "meeting past: William Ruto + Xi Jinping | 2023-08-23 | Johannesburg/ZAF",
    ]


def test_have_met_twice_is_no_news() -> None:
    body = "William Ruto, Kenya's president, and Chinese President Xi Jinping have met twice."
    assert mains(body) == []


def test_legs_of_an_announced_journey_are_news_and_take_its_month() -> None:
    body = (
        "German Foreign Minister Annalena Baerbock will travel to Kenya and Ethiopia May 6-9, 2024."
        "\nShe will first travel to Nairobi to meet Kenyan President William Ruto."
        "\nBaerbock will then visit Addis Ababa, Ethiopia."
    )
    assert mains(body, title="Minister Baerbock's travel to Kenya and Ethiopia") == [
        "visit planned: Annalena Baerbock | 2024-05-06..2024-05-09 | -",
        "visit planned: Annalena Baerbock | 2024-05 | Nairobi/KEN",
        "visit planned: Annalena Baerbock | 2024-05 | Addis Ababa/ETH",
    ]
    assert "meeting planned: Annalena Baerbock + William Ruto | 2024-05 | Nairobi/KEN" in every(body)


def test_a_meeting_takes_its_city_from_the_visit_only_where_a_host_took_part() -> None:
    body = (
        "German Foreign Minister Annalena Baerbock arrived in Nairobi on Monday."
        "\nBaerbock held talks with {} on Tuesday."
    )
    assert "Nairobi/KEN" in next(r for r in every(body.format("Kenyan President William Ruto")) if "meeting" in r)
    assert "Nairobi" not in next(r for r in every(body.format("French President Emmanuel Macron")) if "meeting" in r)


def test_a_journey_named_after_a_region_is_one_abroad() -> None:
    body = "German Foreign Minister Annalena Baerbock will delay an upcoming Middle East trip by a week, she said."
    assert mains(body) == ["visit postponed: Annalena Baerbock | None | -"]


def test_who_is_on_travel_is_a_visitor() -> None:
    body = "German Foreign Minister Annalena Baerbock is on travel to Kenya from April 8-10, 2024."
    assert every(body) == ["visit held: Annalena Baerbock | 2024-04-08..2024-04-10 | KEN"]


def test_an_invitation_to_a_meeting_on_a_day_is_a_plan() -> None:
    body = (
        "Kenyan President William Ruto has invited Chinese President Xi Jinping to State House for talks on April 16."
    )
    assert every(body) == ["meeting planned: William Ruto + Xi Jinping | 2024-04-16 | -"]


def test_steady_consultation_is_no_encounter() -> None:
    body = (
        "Kenyan President William Ruto spoke today with Ethiopian Prime Minister Abiy Ahmed."
        "\nRuto and Abiy agreed to remain in regular consultation."
    )
    assert every(body) == ["call held: William Ruto + Abiy Ahmed | 2024-04-09 | -"]


def test_what_a_state_told_officials_during_talks_is_a_meeting() -> None:
    body = "Kenya told senior Ethiopian officials during talks on fishing in Nairobi on Monday that nets were too fine."
    assert every(body) == ["meeting held: KEN + ETH | 2024-04-08 | Nairobi/KEN"]


def test_a_diplomat_alone_counts_where_the_title_is_of_it() -> None:
    body = "German Foreign Minister Annalena Baerbock met virtually today with a group of women farmers from the coast."
    assert mains(body, title="Foreign Minister Baerbock's Meeting with Women Farmers") == [
        "video_call held: Annalena Baerbock | 2024-04-09 | -"
    ]
    assert every(body) == []


def test_a_meeting_that_is_seen_as_a_test_is_not_yet_held() -> None:
    body = (
        "President William Ruto's meeting with Chinese President Xi Jinping is mired in a quarrel over fish."
        "\nThe president said hours before the meeting that he was calm."
    )
    assert mains(body) == ["meeting planned: William Ruto + Xi Jinping | None | -"]


def test_a_state_in_a_clause_about_the_city_is_no_second_goal() -> None:
    body = (
        "German Foreign Minister Annalena Baerbock is travelling to Nairobi, Kenya, where she will represent Germany at"
        " a conference of donors."
    )
    assert any(row.startswith("visit") and row.endswith("| Nairobi/KEN") for row in every(body))


def test_who_spoke_by_phone_did_not_do_so_at_a_summit() -> None:
    body = (
        "Kenyan President William Ruto spoke today with Chinese President Xi Jinping."
        "\nThe leaders praised the work done following the China-Kenya summit that opened the port."
    )
    assert mains(body, title="Readout of President Ruto's Call with President Xi Jinping of China") == [
        "call held: William Ruto + Xi Jinping | 2024-04-09 | -"
    ]
