"""Put off, denied, courtesy calls, the city of a relative clause, who was present. All texts written for communique."""

from __future__ import annotations

import pytest
from test_encounters import read, told

from communique.knowledge.base import default
from communique.model.article import Article, Furniture
from communique.model.span import Span
from communique.reading.actors import find_actors
from communique.reading.blocks import blocks
from communique.reading.encounters import encounters
from communique.reading.parse import parsed, sentences


def every(body: str, on: str | None = "2024-04-09", *, title: str | None = None) -> list[str]:
    return [told(row) for row in read(body, on, title=title)]


def test_where_he_met_somebody_is_the_city_that_the_clause_hangs_on() -> None:
    rows = every(
        "Norwegian Foreign Minister Espen Barth Eide arrived in Amman on Sunday after a day of talks in Cairo, where he"
        " met Egyptian Foreign Minister Sameh Shoukry."
    )
    assert "meeting held: Espen Barth Eide + Sameh Shoukry | None | Cairo/EGY" in rows


POSTPONED = (
    "The state visit to Kenya by Chinese President Xi Jinping, first planned for May 3-5, has been postponed to June"
    " 25-27, a spokesman said on Monday.\nDuring the visit, Xi is expected to hold talks with President William Ruto."
)


def test_the_new_date_of_a_visit_put_off_is_a_planned_visit() -> None:
    assert every(POSTPONED)[:2] == [
        "visit postponed: Xi Jinping | 2024-05-03..2024-05-05 | KEN",
        "visit planned: Xi Jinping | 2024-06-25..2024-06-27 | KEN",
    ]


def test_nothing_is_dated_by_a_visit_put_off() -> None:
    assert every(POSTPONED)[2:] == ["meeting planned: Xi Jinping + William Ruto | 2024-06 | -"]
    without = POSTPONED.replace(" to June 25-27", "")
    assert every(without)[1:] == ["meeting planned: Xi Jinping + William Ruto | None | -"]


def test_a_visit_put_off_until_a_month_is_planned_for_it() -> None:
    rows = every("Kenyan President William Ruto has put off his visit to Japan until June.")
    assert rows == ["visit postponed: William Ruto | None | JPN", "visit planned: William Ruto | 2024-06 | JPN"]


def test_the_end_of_the_old_dates_is_no_new_date() -> None:
    rows = every("Kenyan President William Ruto postponed his visit to Japan, which was planned from May 3 to May 5.")
    assert rows == ["visit postponed: William Ruto | 2024-05-03..2024-05-05 | JPN"]


@pytest.mark.parametrize(
    "text",
    [
        "Kenyan President William Ruto visited no Asian country in 2023, but he sent a minister to Tokyo.",
        "Kenyan President William Ruto met no Japanese minister in Tokyo in March.",
    ],
)
def test_who_visited_no_country_and_met_nobody_gives_no_encounter(text: str) -> None:
    assert every(text) == []


def test_a_courtesy_call_is_a_meeting() -> None:
    rows = every(
        "Indian External Affairs Minister S. Jaishankar called on Kenyan President William Ruto in Nairobi on Monday"
        " and met Kenyan Prime Cabinet Secretary Musalia Mudavadi."
        " He also held delegation-level talks with his counterpart, Kenyan Foreign Minister Alfred Mutua."
    )
    assert rows[0] == "meeting held: S. Jaishankar + William Ruto | 2024-04-08 | Nairobi/KEN"
    assert [row.split(" | ")[0] for row in rows[1:]] == [
        "meeting held: S. Jaishankar + Musalia Mudavadi",
        "meeting held: S. Jaishankar + Alfred Mutua",
    ]


def test_who_is_called_on_to_act_is_not_met() -> None:
    assert every("Kenyan President William Ruto called on Russian President Vladimir Putin to end the war.") == []


RUTO_AND_WANG = "Kenyan President William Ruto met Chinese Foreign Minister Wang Yi in Nairobi on Monday"


@pytest.mark.parametrize(
    ("text", "country", "how"),
    [
        (
            f"{RUTO_AND_WANG}.\nThe meeting, which took place at the request of the Chinese side, was short.",
            "CHN",
            "request",
        ),
        (f"{RUTO_AND_WANG} at Beijing's request.", "CHN", "request"),
        (f"{RUTO_AND_WANG} at Kenya’s invitation.", "KEN", "invitation"),
        (
            "Kenyan President William Ruto spoke by phone with Chinese Foreign Minister Wang Yi on Monday."
            "\nThe call, which took place at the request of the Chinese side, lasted an hour.",
            "CHN",
            "request",
        ),
    ],
)
def test_who_asked_is_read_from_a_clause_of_its_own_too(text: str, country: str, how: str) -> None:
    row = read(text)[0]
    assert row.initiator is not None and (row.initiator.country, row.initiator.how) == (country, how)


BESIDE = [
    f"{RUTO_AND_WANG}.\nThe meeting was attended by Musalia Mudavadi, Prime Cabinet Secretary; Alfred Mutua, Foreign"
    " Minister; and a number of senior officials.",
    f"{RUTO_AND_WANG} in the presence of Kenyan Prime Cabinet Secretary Musalia Mudavadi and Foreign Minister Alfred"
    " Mutua.",
    f"{RUTO_AND_WANG}.\nKenyan Prime Cabinet Secretary Musalia Mudavadi and Foreign Minister Alfred Mutua were present"
    " at the talks.",
    f"{RUTO_AND_WANG}.\nPresent at the meeting were Kenyan Prime Cabinet Secretary Musalia Mudavadi and Foreign"
    " Minister Alfred Mutua.",
]


@pytest.mark.parametrize("text", BESIDE)
def test_who_is_listed_as_present_came_along(text: str) -> None:
    (row,) = read(text)
    assert told(row) == "meeting held: William Ruto + Wang Yi | 2024-04-08 | Nairobi/KEN"
    assert [p.name for p in row.accompanying] == ["Musalia Mudavadi", "Alfred Mutua"]


def test_who_attended_a_meeting_told_nowhere_else_took_part() -> None:
    rows = every("The meeting was attended by Kenyan President William Ruto and Chinese Foreign Minister Wang Yi.")
    assert [row.split(" | ")[0] for row in rows] == ["meeting held: William Ruto + Wang Yi"]


def test_a_meeting_with_no_aide_in_the_room_is_a_meeting() -> None:
    rows = every(
        "Kenyan President William Ruto is to meet Chinese Foreign Minister Wang Yi alone — with no one but an"
        " interpreter in the room — in Nairobi on Wednesday."
    )
    assert [row.split(" | ")[0] for row in rows] == ["meeting planned: William Ruto + Wang Yi"]


def test_a_clause_with_where_may_follow_city_and_state() -> None:
    rows = every(
        "Kenyan President William Ruto flew to Tokyo on Sunday after a stop in Hanoi, Vietnam, where he met Vietnamese"
        " Prime Minister Pham Minh Chinh."
    )
    assert "meeting held: William Ruto + Pham Minh Chinh | None | Hanoi/VNM" in rows


def test_the_talks_above_a_transcript_are_its_news() -> None:
    text = (
        "Talks with Foreign Minister of China Wang Yi\nWilliam Ruto, President of Kenya, held talks in Nairobi with"
        " Foreign Minister of China Wang Yi.\nMr Wang, I am glad to see you here again after so long a time.\n"
    )
    ends = [at for at, character in enumerate(text) if character == "\n"]
    title, above, body = Span(0, ends[0]), Span(ends[0] + 1, ends[1]), Span(ends[1] + 1, ends[2])
    article = Article(
        id="x", text=text, title=title.of(text), title_span=title, body=(body,),
        furniture=(Furniture(above, "standfirst"),),
    )  # fmt: skip
    kb, shown = default(), blocks(article)
    names = kb.names.find(text)
    rows = parsed(text, sentences(text, [block.span for block in shown]), lambda _: True)
    actors = find_actors(text, shown, rows, names, kb, on=None)
    (row,) = encounters(article, shown, rows, actors, names, kb)
    assert row.main and told(row) == "meeting held: William Ruto + Wang Yi | None | Nairobi/KEN"


def test_his_meeting_in_a_fronted_phrase_is_that_of_the_subject_behind_it() -> None:
    rows = every(
        "Ahead of his meeting with Kenyan President William Ruto, Chinese President Xi Jinping spoke to students."
    )
    assert rows and rows[0].startswith("meeting planned:")
    assert "Xi Jinping" in rows[0] and "William Ruto" in rows[0]


def test_the_city_by_which_a_text_calls_its_meeting_is_its_place() -> None:
    rows = every(
        "Chinese President Xi Jinping and Kenyan President William Ruto opened their talks on Tuesday.\nAides called"
        " the Nairobi summit a success."
    )
    assert rows[0].startswith("meeting held:")
    assert "Nairobi/KEN" in rows[0]


def test_two_cities_called_so_place_nothing() -> None:
    rows = every(
        "Chinese President Xi Jinping and Kenyan President William Ruto opened their talks on Tuesday.\nReporters flew"
        " to Nairobi for the talks. Others flew to Beijing for the talks."
    )
    assert "Nairobi" not in rows[0]
    assert "Beijing" not in rows[0]


def test_a_meeting_told_beside_something_else_has_the_subject_as_a_party() -> None:
    rows = every("Chinese President Xi Jinping planted trees ahead of a summit with Kenyan President William Ruto.")
    assert rows[0].startswith("meeting planned: Xi Jinping + William Ruto")


def test_a_summit_that_will_take_place_is_planned() -> None:
    rows = every("Vladimir Putin invited Modi to the BRICS summit, which will take place in Kazan in October.")
    assert any(row.startswith("summit planned: BRICS") and "2024-10" in row for row in rows)
