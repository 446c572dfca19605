"""Who met whom, when and where. All texts written for communique."""

from __future__ import annotations

import pytest

from communique.knowledge.base import default
from communique.model.article import Article, Furniture, Published
from communique.model.dates import PartialDate
from communique.model.reading import Encounter
from communique.model.span import Span
from communique.reading.actors import find_actors
from communique.reading.blocks import blocks
from communique.reading.encounters import encounters, needs
from communique.reading.parse import parsed, sentences

TUESDAY = "2024-04-09"


def read(
    body: str,
    on: str | None = TUESDAY,
    *,
    title: str | None = None,
    caption: str | None = None,
    dateline: str | None = None,
    home: str | None = None,
) -> tuple[Encounter, ...]:
    lines = [line for line in (title, dateline, *body.split("\n"), caption) if line]
    text, spans = "", {}
    for line in lines:
        spans[line] = Span(len(text), len(text) + len(line))
        text += line + "\n"
    apart = {title, caption, dateline}
    article = Article(
        id="x",
        text=text,
        title=title,
        title_span=spans[title] if title else None,
        body=tuple(spans[line] for line in lines if line not in apart),
        furniture=(Furniture(spans[caption], "caption"),) if caption else (),
        published=Published(PartialDate.parse(on), "given", ()) if on else None,
        datelines=(spans[dateline],) if dateline else (),
    )
    kb = default()
    shown = blocks(article)
    names = kb.names.find(text)
    rows = parsed(text, sentences(text, [block.span for block in shown]), lambda _: True)
    day = article.published.date if article.published else None
    actors = find_actors(text, shown, rows, names, kb, on=day, home=home)
    found = encounters(article, shown, rows, actors, names, kb)
    for row in found:
        for span in (*row.evidence, *row.date_evidence, *(s for p in row.participants for s in p.evidence)):
            assert 0 <= span.start < span.end <= len(text)
    return found


def told(row: Encounter) -> str:
    """A row in short: kind, status, who, when, where."""
    who = " + ".join(p.name or p.country or "?" for p in row.participants)
    place = row.place
    where = "/".join(x for x in (place.city, place.country, place.venue) if x) if place else "-"
    when = f"{row.start}..{row.end}" if row.end else str(row.start)
    return f"{row.kind} {row.status}: {who} | {when} | {where}"


def news(body: str, on: str | None = TUESDAY, **more: str | None) -> list[str]:
    return [told(row) for row in read(body, on, **more) if row.main]


def others(body: str, on: str | None = TUESDAY, **more: str | None) -> list[str]:
    return [told(row) for row in read(body, on, **more) if not row.main]


MEETINGS = [
    (
        "Kenyan President William Ruto met Chinese Foreign Minister Wang Yi in Nairobi on Monday.",
        "meeting held: William Ruto + Wang Yi | 2024-04-08 | Nairobi/KEN",
    ),
    (
        "Wang Yi was received by Kenyan President William Ruto at State House in Nairobi on April 8.",
        "meeting held: Wang Yi + William Ruto | 2024-04-08 | Nairobi/KEN/State House",
    ),
    (
        "Visiting Nairobi, Chinese Foreign Minister Wang Yi held talks on Monday with President William Ruto of Kenya.",
        "meeting held: Wang Yi + William Ruto | 2024-04-08 | Nairobi/KEN",
    ),
    (
        "Talks between Vietnamese Prime Minister Pham Minh Chinh and his Lao counterpart Sonexay Siphandone took place"
        " in Vientiane last Friday.",
        "meeting held: Pham Minh Chinh + Sonexay Siphandone | 2024-04-05 | Vientiane/LAO",
    ),
    (
        "Brazilian President Luiz Inacio Lula da Silva and French President Emmanuel Macron met in Brasilia today.",
        "meeting held: Luiz Inácio Lula da Silva + Emmanuel Macron | 2024-04-09 | Brasilia/BRA",
    ),
    (
        "After a two-hour meeting with Emmanuel Macron in Paris, German Chancellor Olaf Scholz promised more help.",
        "meeting held: Emmanuel Macron + Olaf Scholz | None | Paris/FRA",
    ),
    (
        "Narendra Modi and Vladimir Putin agreed on a new corridor at talks in Moscow on Monday.",
        "meeting held: Narendra Modi + Vladimir Putin | 2024-04-08 | Moscow/RUS",
    ),
    (
        "The plan was approved on Monday by Narendra Modi and Vladimir Putin at a meeting in the resort of Sochi.",
        "meeting held: Narendra Modi + Vladimir Putin | 2024-04-08 | Sochi/RUS",
    ),
]

CALLS = [
    (
        "Vladimir Putin spoke by phone with Narendra Modi on Monday about grain exports.",
        "call held: Vladimir Putin + Narendra Modi | 2024-04-08 | -",
    ),
    (
        "President Emmanuel Macron of France held a telephone call today with President Xi Jinping of China.",
        "call held: Emmanuel Macron + Xi Jinping | 2024-04-09 | -",
    ),
    (
        "Emmanuel Macron telephoned Vladimir Putin on Monday.",
        "call held: Emmanuel Macron + Vladimir Putin | 2024-04-08 | -",
    ),
    (
        "Emmanuel Macron and Xi Jinping spoke today about the war in Gaza.",
        "call held: Emmanuel Macron + Xi Jinping | 2024-04-09 | -",
    ),
    (
        "Emmanuel Macron met virtually today with Xi Jinping.",
        "video_call held: Emmanuel Macron + Xi Jinping | 2024-04-09 | -",
    ),
]

PLANNED = [
    (
        "Kenyan President William Ruto will meet Xi Jinping in Beijing on Friday.",
        "meeting planned: William Ruto + Xi Jinping | 2024-04-12 | Beijing/CHN",
    ),
    (
        "The Kenyan leader William Ruto is due to meet with Xi Jinping in Beijing in September.",
        "meeting planned: William Ruto + Xi Jinping | 2024-09 | Beijing/CHN",
    ),
    (
        "Russian Foreign Minister Sergey Lavrov will pay a working visit to Turkmenistan from April 15 to 17.",
        "visit planned: Sergey Lavrov | 2024-04-15..2024-04-17 | TKM",
    ),
    (
        "German Chancellor Olaf Scholz will travel to Chongqing, Shanghai and Beijing on April 13-16.",
        "visit planned: Olaf Scholz | 2024-04-13..2024-04-16 | CHN",
    ),
    (
        "Olaf Scholz had low expectations for his meeting with Xi Jinping on Friday in Beijing.",
        "meeting planned: Olaf Scholz + Xi Jinping | 2024-04-12 | Beijing/CHN",
    ),
]

VISITS = [
    (
        "Russian Foreign Minister Sergey Lavrov arrived in Beijing on Monday.",
        "visit held: Sergey Lavrov | 2024-04-08 | Beijing/CHN",
    ),
    (
        "Japanese Prime Minister Fumio Kishida led a delegation to Paraguay on May 3.",
        "visit held: Kishida Fumio | 2023-05-03 | PRY",
    ),
]


@pytest.mark.parametrize(("text", "row"), [*MEETINGS, *CALLS, *PLANNED, *VISITS[:1]])
def test_a_lead_sentence_tells_kind_status_people_day_and_place(text: str, row: str) -> None:
    found = news(text)
    kind, rest = row.split(": ", 1)
    people, when, where = rest.split(" | ")
    assert len(found) == 1
    got_kind, got_rest = found[0].split(": ", 1)
    got_people, got_when, got_where = got_rest.split(" | ")
    assert (got_kind, set(got_people.split(" + ")), got_when, got_where) == (
        kind,
        set(people.split(" + ")),
        when,
        where,
    )


@pytest.mark.parametrize(
    "text",
    [
        "Xi Jinping called on Vladimir Putin to exercise restraint over the islands.",
        "The talks must resume, Vladimir Putin said in Moscow.",
        "Peace talks between the government and the rebels stalled on Monday.",
        "Emmanuel Macron would meet Vladimir Putin if the ceasefire held.",
        "Emmanuel Macron is ready to meet Vladimir Putin in Geneva.",
        "Emmanuel Macron has refused to meet Vladimir Putin.",
        "Emmanuel Macron did not meet Vladimir Putin in Geneva.",
        "Emmanuel Macron regularly meets Olaf Scholz.",
        "The new rules meet the needs of Kenyan farmers, President William Ruto said.",
        "President William Ruto met Kenyan governors in Nairobi on Monday.",
        "President William Ruto met the chief executive of a tea company in Nairobi.",
        "Emmanuel Macron spoke to reporters in Berlin on Monday.",
        "Kenya beat Uganda when the two teams met in Nairobi on Saturday.",
        "The Kenyan delegation will meet again when the court hearing resumes.",
        "“I met Vladimir Putin in Geneva,” the author writes of his hero.",
    ],
)
def test_look_alikes_and_domestic_affairs_give_no_news(text: str) -> None:
    assert news(text) == []


def test_a_call_has_no_place() -> None:
    row = read("Emmanuel Macron spoke by phone with Xi Jinping in Beijing on Monday.")[0]
    assert row.kind == "call"
    assert row.place is None


def test_a_day_is_read_only_where_its_own_clause_prints_it() -> None:
    text = "Xi Jinping met William Ruto, a spokesman said on Monday."
    assert [row.start for row in read(text)] == [None]


def test_without_publication_date_a_weekday_dates_nothing() -> None:
    row = read("Xi Jinping met William Ruto in Beijing on Monday.", None)[0]
    assert row.start is None
    assert row.how is None


def test_a_stated_date_needs_no_publication_date() -> None:
    row = read("Xi Jinping met William Ruto in Beijing on April 24, 2025.", None)[0]
    assert str(row.start) == "2025-04-24"
    assert row.how == "stated"


def test_the_day_of_another_event_dates_no_meeting() -> None:
    text = (
        "Antony Blinken spoke with Greek Foreign Minister George Gerapetritis to condemn the May 27 seizure of a ship."
    )
    assert [row.start for row in read(text)] == [None]


def test_a_month_is_never_filled_up() -> None:
    assert "| 2024-09 |" in news("William Ruto will meet Xi Jinping in Beijing in September.")[0]


def test_background_is_past_and_no_news() -> None:
    body = (
        "Xi Jinping met William Ruto in Beijing on Monday.\n"
        "Xi recalled his state visit to Nairobi in May 2019. Ruto had met Vladimir Putin in Sochi in 2023."
    )
    rows = others(body)
    assert "visit past: Xi Jinping | 2019-05 | Nairobi/KEN" in rows
    assert "meeting past: William Ruto + Vladimir Putin | 2023 | Sochi/RUS" in rows


def test_a_caption_gives_a_past_encounter_only() -> None:
    rows = read(
        "Xi Jinping met William Ruto in Beijing on Monday.",
        caption="FILE PHOTO: Vladimir Putin shakes hands with Xi Jinping during a meeting in Kazan, October 22, 2023.",
    )
    captioned = [told(row) for row in rows if not row.main]
    assert captioned == ["meeting past: Vladimir Putin + Xi Jinping | 2023-10-22 | Kazan/RUS"]


def test_what_refers_back_brings_the_venue() -> None:
    body = (
        "Xi Jinping and Vladimir Putin met in Beijing on Monday.\n"
        "The talks, held at the Great Hall of the People, covered energy."
    )
    assert news(body) == [
        "meeting held: Xi Jinping + Vladimir Putin | 2024-04-08 | Beijing/CHN/Great Hall of the People"
    ]


def test_the_talks_of_a_lead_without_a_word_for_them_belong_to_its_two_subjects() -> None:
    body = (
        "Xi Jinping and Vladimir Putin on Monday pledged closer ties in energy and farming.\n"
        "The talks took place in Beijing."
    )
    assert news(body) == ["meeting held: Xi Jinping + Vladimir Putin | 2024-04-08 | Beijing/CHN"]


def test_told_in_the_lead_is_a_meeting_where_nothing_better_tells_of_it() -> None:
    body = "China will buy more avocados, Xi Jinping told William Ruto on Monday in Beijing."
    assert news(body) == ["meeting held: Xi Jinping + William Ruto | 2024-04-08 | Beijing/CHN"]


def test_told_during_an_exchange_of_messages_is_a_letter() -> None:
    body = (
        "Xi Jinping told Vladimir Putin on Monday that trade was growing, during congratulations exchanged for the"
        " anniversary of ties."
    )
    assert news(body) == ["letter held: Xi Jinping + Vladimir Putin | 2024-04-08 | -"]


def test_a_clause_with_where_shares_place_and_month() -> None:
    body = (
        "Xi Jinping told Vladimir Putin on Monday that trade was growing.\n"
        "Xi is due to take part in the BRICS summit in Kazan in October, where he is due to meet with Putin."
    )
    assert "meeting planned: Xi Jinping + Vladimir Putin | 2024-10 | Kazan/RUS" in others(body)


def test_a_visit_that_frames_talks_contains_them() -> None:
    rows = read(
        "Vladimir Putin and Xi Jinping met in Beijing on Monday.\nPutin's visit to China comes amid high oil prices."
    )
    assert [(row.id, row.kind, row.main, row.part_of) for row in rows] == [
        ("e1", "meeting", True, "e2"),
        ("e2", "visit", False, None),
    ]


def test_a_journey_that_is_the_news_is_main_and_its_meetings_are_part_of_it() -> None:
    rows = read(
        "Sergey Lavrov will travel to Beijing on April 15.\nHe will meet Wang Yi.", title="Lavrov to travel to Beijing"
    )
    assert [(row.kind, row.status, row.main, row.part_of) for row in rows] == [
        ("visit", "planned", True, None),
        ("meeting", "planned", False, "e1"),
    ]


def test_a_journey_to_several_states_has_no_place_and_is_abroad() -> None:
    rows = read("Sergey Lavrov will travel to Kenya, Uganda and Rwanda from April 15 to 20.")
    assert [(row.kind, row.main, row.place) for row in rows] == [("visit", True, None)]


def test_a_guest_received_is_a_visit_where_the_title_says_so() -> None:
    body = "Emmanuel Macron will welcome Olaf Scholz to Paris on April 15."
    assert news(body)[0].startswith("meeting planned")
    assert news(body, title="Statement on the Visit of Chancellor Olaf Scholz to Paris")[0].startswith("visit planned")


def test_the_title_says_that_spoken_was_a_meeting() -> None:
    body = "Foreign Minister Wang Yi spoke with Secretary of State Antony Blinken on Monday."
    assert news(body)[0].startswith("call held")
    assert news(body, title="Wang Yi's Meeting with Antony Blinken")[0].startswith("meeting held")


def test_a_title_alone_is_no_ground() -> None:
    assert news("Oil prices rose on Monday as traders waited for data.", title="Xi Jinping meets Vladimir Putin") == []


def test_several_meetings_are_several_encounters() -> None:
    body = "Wang Yi met Antony Blinken in Munich on Monday.\nWang Yi also met David Cameron in Munich on Monday."
    assert len(read(body)) == 2


def test_a_summit_named_after_its_city_was_there() -> None:
    body = "Emmanuel Macron met Vladimir Putin on Monday.\nThe Geneva summit lasted four hours."
    assert news(body) == ["meeting held: Emmanuel Macron + Vladimir Putin | 2024-04-08 | Geneva/CHE"]


def test_the_margins_of_a_summit_are_kept_with_its_place() -> None:
    row = read("Emmanuel Macron met with Narendra Modi today on the margins of the G20 summit in Rio de Janeiro.")[0]
    assert row.sidelines_of == "G20 summit"
    assert row.place is not None
    assert row.place.city == "Rio de Janeiro"


def test_a_dateline_city_is_the_place_only_where_the_text_says_so() -> None:
    lead = "Xi Jinping told visiting French President Emmanuel Macron on Monday that trade was growing."
    row = read(lead, dateline="BEIJING, April 8 (Xinhua) --")[0]
    assert row.place is not None
    assert row.place.city == "Beijing"
    plain = "Xi Jinping met French President Emmanuel Macron on Monday, officials said."
    assert read(plain, dateline="BEIJING, April 8 (Xinhua) --")[0].place is None


def test_who_invited_is_kept() -> None:
    row = read("At the invitation of Xi Jinping, Vladimir Putin will pay a state visit to China from May 16 to 17.")[0]
    assert row.level == "state"
    assert row.initiator is not None
    assert (row.initiator.country, row.initiator.how) == ("CHN", "invitation")


def test_who_came_along_is_no_participant() -> None:
    row = read("Xi Jinping, accompanied by Wang Yi, met Vladimir Putin in Beijing on Monday.")[0]
    assert {p.name for p in row.participants} == {"Xi Jinping", "Vladimir Putin"}
    assert [p.name for p in row.accompanying] == ["Wang Yi"]


def test_a_cancelled_meeting_is_cancelled() -> None:
    rows = read("Emmanuel Macron cancelled a meeting with Vladimir Putin in Geneva.")
    assert [row.status for row in rows] == ["cancelled"]


def test_a_postponed_visit_is_postponed() -> None:
    rows = read("Antony Blinken postponed his visit to Beijing on Friday.", "2023-02-04")
    assert [(row.kind, row.status) for row in rows] == [("visit", "postponed")]


def test_an_official_readout_takes_the_home_of_its_own_official() -> None:
    body = "Deputy Secretary Kurt Campbell met today with Vietnamese Foreign Minister Bui Thanh Son."
    assert news(body, home="USA")[0].startswith("meeting held: Kurt Campbell + Bui Thanh Son | 2024-04-09")


def test_sentences_without_a_trigger_need_no_parse() -> None:
    assert not needs("The two economies grow at four percent a year.")
    assert needs("They met in Beijing.")


def test_the_same_article_gives_the_same_rows() -> None:
    body = "Xi Jinping met William Ruto in Beijing on Monday.\nWang Yi met Sergey Lavrov in Beijing on Monday."
    assert read(body) == read(body)


def test_the_simple_present_is_of_the_next_day_of_that_name() -> None:
    sunday = "2024-04-07"
    text = "Olaf Scholz, who meets Xi Jinping on Monday, was calm.\nOlaf Scholz is meeting Xi Jinping this Monday."
    assert [(row.status, str(row.start)) for row in read(text, sunday)] == [("planned", "2024-04-08")]


def test_the_simple_present_of_the_day_itself_is_held() -> None:
    monday = "2024-04-08"
    assert news("Olaf Scholz holds talks Monday with Xi Jinping in Beijing.", monday) == [
        "meeting held: Olaf Scholz + Xi Jinping | 2024-04-08 | Beijing/CHN"
    ]


def test_ahead_of_talks_they_are_planned() -> None:
    text = "Olaf Scholz promised results on Friday ahead of his meeting with Xi Jinping in Beijing."
    assert [row.status for row in read(text)] == ["planned"]


def test_whose_meeting_it_is_is_not_guessed() -> None:
    text = "Hillary Clinton mocked President Joe Biden on Monday ahead of his meeting with Xi Jinping."
    assert all("Hillary Clinton" not in {p.name for p in row.participants} for row in read(text))


def test_last_week_is_background() -> None:
    text = "Oil fell on Monday.\nOlaf Scholz met Xi Jinping in Beijing last week."
    assert [(row.status, row.main) for row in read(text)] == [("past", False)]


def test_what_is_told_as_news_is_not_laid_to_an_older_meeting() -> None:
    text = "Olaf Scholz is meeting Xi Jinping in Beijing.\nScholz met Xi in Berlin last year."
    assert [row.status for row in read(text)] == ["held", "past"]


def test_officials_who_are_named_by_their_states_take_part_as_states() -> None:
    text = "Officials from Kenya and Uganda met in Nairobi on Monday."
    assert news(text) == ["meeting held: KEN + UGA | 2024-04-08 | Nairobi/KEN"]


def test_an_owner_state_before_a_name_takes_no_part_of_its_own() -> None:
    text = "A summit between Emmanuel Macron and Russia's Vladimir Putin opened in Geneva on Monday."
    assert news(text) == ["meeting held: Emmanuel Macron + Vladimir Putin | 2024-04-08 | Geneva/CHE"]


def test_a_phrase_that_the_parser_hangs_on_a_name_still_tells_of_a_call() -> None:
    text = "Vladimir Putin and Recep Tayyip Erdogan, in a phone call on Monday, have discussed grain, Moscow said."
    assert news(text) == ["call held: Vladimir Putin + Recep Tayyip Erdoğan | 2024-04-08 | -"]


def test_the_year_of_a_named_summit_dates_no_talks() -> None:
    text = "Xi Jinping met Vladimir Putin in Tianjin on the sidelines of the SCO summit 2025."
    assert [str(row.start) for row in read(text) if row.main] == ["None"]


def test_a_minister_called_home_by_a_party_is_no_encounter() -> None:
    assert read("The opposition called on President William Ruto to resign. Ruto called it a joke.") == ()


def test_an_envoy_summoned_is_a_meeting() -> None:
    rows = read("Poland summoned the Russian ambassador in Warsaw on Monday.")
    assert [(row.kind, {p.country for p in row.participants}) for row in rows] == [("meeting", {"POL", "RUS"})]


def test_evidence_is_in_text_order_and_ids_count_from_the_news() -> None:
    rows = read("Wang Yi met Sergey Lavrov in Beijing on Monday.\nIn 2019 Wang Yi visited Moscow.")
    assert [row.id for row in rows] == ["e1", "e2"]
    for row in rows:
        assert list(row.evidence) == sorted(set(row.evidence))


def test_officials_of_a_state_whose_words_are_no_title_take_part_as_that_state() -> None:
    text = "Sergey Lavrov met Uganda's civilian and military leaders in Kampala on Monday."
    assert news(text) == ["meeting held: Sergey Lavrov + UGA | 2024-04-08 | Kampala/UGA"]


def test_what_could_be_arranged_is_not_planned() -> None:
    text = "An adviser said on Monday that he could arrange a meeting between Emmanuel Macron and Vladimir Putin."
    assert read(text) == ()


def test_news_of_a_page_that_is_known_by_its_year_is_of_that_year() -> None:
    text = "Xi Jinping and Vladimir Putin have met in Beijing.\nXi had met Olaf Scholz in Berlin before."
    assert [(str(row.start), row.how) for row in read(text, "2024")] == [("2024", "published"), ("None", None)]
    assert read(text)[0].start is None


def test_had_met_is_background_but_not_in_reported_speech() -> None:
    assert [row.status for row in read("Xi Jinping had met Olaf Scholz in Berlin.")] == ["past"]
    assert [row.status for row in read("The spokesman said that Xi Jinping had met Olaf Scholz on Monday.")] == ["held"]


def test_messages_sent_to_each_other_are_a_letter() -> None:
    text = "Xi Jinping and Emmanuel Macron sent each other congratulations on Monday for the anniversary of ties."
    assert news(text) == ["letter held: Xi Jinping + Emmanuel Macron | 2024-04-08 | -"]


def test_an_announcement_before_its_source_is_the_news() -> None:
    text = "Iranian President Ebrahim Raisi will pay an official visit to Pakistan on April 22, the office said."
    assert news(text) == ["visit planned: Ebrahim Raisi | 2024-04-22 | PAK"]


def test_what_was_said_today_is_not_laid_to_an_older_meeting() -> None:
    text = (
        "Narendra Modi told Vladimir Putin on Monday that guns must fall silent.\n"
        "Modi met Putin in Samarkand on September 16, 2022."
    )
    assert news(text) == ["meeting held: Narendra Modi + Vladimir Putin | 2024-04-08 | -"]


def test_a_summit_takes_its_organisation_from_the_words_before_it() -> None:
    text = "The first European Union - Japan summit was held in Brussels on Monday."
    row = read(text)[0]
    assert (row.kind, row.main) == ("summit", True)
    assert "EU" in {p.country for p in row.participants}


def test_a_visit_put_off_keeps_its_first_date() -> None:
    text = "Antony Blinken on Friday postponed a visit to China that was to start on Sunday in Beijing."
    row = read(text, "2023-02-03")[0]
    assert (row.status, str(row.start)) == ("postponed", "2023-02-05")


def test_who_is_on_a_visit_is_a_visitor() -> None:
    rows = others("Xi Jinping met Anthony Albanese, who is on an official visit to China, in Beijing on Monday.")
    assert rows == ["visit held: Anthony Albanese | None | CHN"]


def test_what_the_two_leaders_did_at_another_time_is_an_encounter_of_its_own() -> None:
    body = "Xi Jinping met Anthony Albanese in Beijing on Monday.\nThe two leaders last met in Bali in November 2022."
    assert others(body) == ["meeting past: Xi Jinping + Anthony Albanese | 2022-11 | Bali/IDN"]


def test_who_took_part_in_the_summit_is_a_participant() -> None:
    body = (
        "The first European Union - Japan summit was held in Brussels on Monday.\n"
        "Charles Michel and Fumio Kishida took part in the summit."
    )
    row = read(body, "2023-07-11")[0]
    assert {p.name or p.country for p in row.participants} >= {"EU", "Charles Michel", "Fumio Kishida"}


def test_the_state_of_a_delegation_is_no_destination_and_a_week_no_day() -> None:
    text = (
        "During the week of April 1, National Security Advisor Jake Sullivan led a U.S. delegation to Warsaw, Poland."
    )
    assert news(text) == ["visit held: Jake Sullivan | None | Warsaw/POL"]


def test_the_morning_of_a_day_is_that_day() -> None:
    text = "Xi Jinping met William Ruto in Beijing on the morning of April 8."
    assert news(text) == ["meeting held: Xi Jinping + William Ruto | 2024-04-08 | Beijing/CHN"]


def test_the_ministers_of_a_grouping_meet_as_a_summit() -> None:
    row = read("Antony Blinken hosted the foreign ministers of ASEAN in Washington on Monday.")[0]
    assert (row.kind, {p.name or p.country for p in row.participants}) == ("summit", {"Antony Blinken", "ASEAN"})
