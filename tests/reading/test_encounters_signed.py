"""Signings, gatherings of three states, people told by office, unnamed visitors. All texts written for communique."""

from __future__ import annotations

from test_encounters import read, told


def mains(body: str, on: str | None = "2024-04-09", *, title: str | None = None) -> list[str]:
    return [told(row) for row in read(body, on, title=title) if row.main]


def others(body: str, on: str | None = "2024-04-09", *, title: str | None = None) -> list[str]:
    return [told(row) for row in read(body, on, title=title) if not row.main]


def test_two_presidents_who_witness_a_signing_are_its_participants() -> None:
    body = (
        "Kenyan President William Ruto and Kazakh President Kassym-Jomart Tokayev witnessed in Astana on Monday the"
        " signing of an agreement on air services between the two countries.\nDuring their talks, the two presidents"
        " discussed trade."
    )
    assert mains(body)[0] == "signing held: William Ruto + Kassym-Jomart Tokayev | 2024-04-08 | Astana/KAZ"


def test_a_treaty_between_two_states_was_signed_by_those_who_put_their_names_to_it() -> None:
    body = (
        "A treaty on extradition between Japan and the United Kingdom was signed in London on Monday.\nPrime Minister"
        " Fumio Kishida of Japan and British Prime Minister Rishi Sunak put their signatures to the document."
    )
    assert mains(body) == ["signing held: Fumio Kishida + Rishi Sunak | 2024-04-08 | London/GBR"]


def test_who_signed_in_the_presence_of_others_is_told_in_another_sentence() -> None:
    body = (
        "An agreement on the exchange of prisoners was signed on Monday in Doha, in the presence of Qatari Prime"
        " Minister Mohammed bin Abdulrahman Al Thani.\nArmenian Foreign Minister Ararat Mirzoyan and Azerbaijani"
        " Foreign Minister Jeyhun Bayramov put their names to the document."
    )
    (row,) = mains(body)
    assert row.startswith("signing held:") and "Ararat Mirzoyan + Jeyhun Bayramov" in row
    assert row.endswith("| 2024-04-08 | Doha/QAT")


def test_a_treaty_signed_at_a_time_and_place_gives_them_to_those_who_put_their_names_to_it() -> None:
    body = (
        "New Zealand will train the police of Samoa under a treaty signed on Monday in Apia.\nPrime Ministers"
        " Christopher Luxon and Fiame Naomi Mata'afa put their names to the treaty."
    )
    (row,) = mains(body, title="New Zealand and Samoa sign police treaty")
    assert row.startswith("signing held: Christopher Luxon + ") and "| 2024-04-08 |" in row


def test_a_treaty_signed_long_ago_dates_no_signing() -> None:
    body = (
        "Kenya will open its ports under a treaty signed in 1984 in Geneva.\nKenyan President William Ruto and Ugandan"
        " President Yoweri Museveni signed an agreement on the ports in Nairobi on Monday."
    )
    assert "signing held: William Ruto + Yoweri Museveni | 2024-04-08 | Nairobi/KEN" in mains(body)


def test_the_talks_before_a_signing_are_news_of_the_same_day() -> None:
    body = (
        "Kenyan President William Ruto and Rwandan President Paul Kagame signed a defence agreement in Kigali on"
        " Monday.\nThe two presidents had agreed on it at their talks, and Ruto and Kagame shook hands after them."
    )
    assert any(row.startswith("signing held") for row in mains(body))


def test_the_leaders_of_states_are_those_whom_the_text_names() -> None:
    body = (
        "Turkish President Recep Tayyip Erdogan met the leaders of Kazakhstan, Uzbekistan and Azerbaijan in Samarkand"
        " on Monday.\nPresidents Kassym-Jomart Tokayev, Shavkat Mirziyoyev and Ilham Aliyev had one subject: gas."
    )
    (row,) = mains(body)
    assert row.startswith("summit held: ") and row.endswith("| 2024-04-08 | Samarkand/UZB")
    assert all(name in row for name in ("Erdoğan", "Tokayev", "Mirziyoyev", "Aliyev"))


def test_a_state_whose_leader_is_not_named_stays_a_state() -> None:
    body = "Turkish President Recep Tayyip Erdogan met the leaders of Kazakhstan and Uzbekistan in Samarkand on Monday."
    (row,) = mains(body)
    assert row == "summit held: Recep Tayyip Erdoğan + KAZ + UZB | 2024-04-08 | Samarkand/UZB"


def test_talks_of_a_minister_with_his_counterparts_are_a_summit_with_those_named() -> None:
    body = (
        "Turkish Foreign Minister Hakan Fidan spoke of a new start after talks in Ankara on Monday with his"
        " counterparts from Iraq, Jordan and Lebanon.\nIraqi Foreign Minister Fuad Hussein, Jordanian"
        " Foreign Minister Ayman Safadi and Lebanese Foreign Minister Abdallah Bou Habib agreed to meet again."
    )
    (row,) = mains(body)
    assert row.startswith("summit held: ")
    assert all(name in row for name in ("Hakan Fidan", "Fuad Hussein", "Ayman", "Habib"))


def test_those_attending_a_summit_are_its_participants() -> None:
    body = (
        "The third Italy-Africa forum summit was held in Rome, Italy, on Monday, with Italian Prime Minister Giorgia"
        " Meloni, Kenyan President William Ruto and Tunisian President Kais Saied attending."
    )
    (row,) = mains(body)
    assert row == "summit held: Giorgia Meloni + William Ruto + Kais Saied | 2024-04-08 | Rome/ITA"


def test_we_who_met_are_a_summit_of_the_three_who_issue_the_statement() -> None:
    body = (
        "We, President Joe Biden, President Ferdinand Marcos Jr. and Prime Minister Kishida Fumio, met today in"
        " Washington for the first trilateral summit of our countries."
    )
    (row,) = mains(body, "2024-04-11")
    assert row.startswith("summit held: Joe Biden + Ferdinand Marcos Jr. + Fumio Kishida | 2024-04-11 | Washington/USA")


def test_the_visit_of_an_unnamed_leader_is_that_of_the_guest_of_the_talks() -> None:
    body = (
        "President William Ruto on Monday held talks with French President Emmanuel Macron at the Elysee Palace in"
        " Paris during the first state visit by an African leader in three years."
    )
    assert others(body) == ["visit held: William Ruto | None | Paris/FRA/Elysee Palace"]


def test_this_first_visit_by_a_prime_minister_is_that_of_the_one_named() -> None:
    body = (
        "Prime Minister Narendra Modi of India met Polish Prime Minister Donald Tusk in Warsaw on Monday.\nIt was the"
        " first visit by an Indian Prime Minister to Poland in 45 years."
    )
    assert others(body) == ["visit held: Narendra Modi | None | POL"]


def test_a_visit_by_any_leader_of_old_is_nobody_s_of_today() -> None:
    body = (
        "Prime Minister Narendra Modi of India met Polish Prime Minister Donald Tusk in Warsaw on Monday.\nThe last"
        " visit by an Indian Prime Minister to Poland took place in 1979."
    )
    assert not any("Modi" in row for row in others(body))


def test_who_will_go_to_a_city_visits_it() -> None:
    body = (
        "Greek Prime Minister Kyriakos Mitsotakis received Albanian Prime Minister Edi Rama in Athens on Monday.\nMr"
        " Mitsotakis will go to Tirana in the autumn."
    )
    assert others(body) == ["visit planned: Kyriakos Mitsotakis | None | Tirana/ALB"]


def test_a_spokesperson_who_speaks_of_their_trip_does_not_travel() -> None:
    body = (
        "Chinese Foreign Minister Wang Yi will visit Peru from May 5 to 7.\nIt will be the tenth year that Chinese"
        " foreign ministers have chosen a partner of the South for their first trip of the year, spokesperson Lin Jian"
        " told a briefing."
    )
    assert not any("Lin Jian" in row for row in (*mains(body), *others(body)))


def test_an_envoy_who_met_two_presidents_held_no_summit() -> None:
    body = (
        "U.S. National Security Advisor Jake Sullivan met Kenyan President William Ruto and Rwandan President Paul"
        " Kagame on Monday."
    )
    assert not any(row.startswith("summit") for row in (*mains(body), *others(body)))
