"""Who the words of an article name. All texts written for communique."""

from __future__ import annotations

import pytest

from communique.knowledge.base import default
from communique.model.dates import PartialDate
from communique.model.span import Span
from communique.reading.actors import Actors, find_actors
from communique.reading.blocks import Block
from communique.reading.parse import parsed, sentences


def read(text: str, on: str | None = "2024-04-09", home: str | None = None) -> Actors:
    spans = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    kb = default()
    rows = parsed(text, sentences(text, spans), lambda _: True)
    blocks = [Block(span, "body") for span in spans]
    day = PartialDate.parse(on) if on else None
    return find_actors(text, blocks, rows, kb.names.find(text), kb, on=day, home=home)


def who(text: str, words: str, on: str | None = "2024-04-09", home: str | None = None, nth: int = 0):
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    return read(text, on, home).party(Span(at, at + len(words)))


NAIROBI = (
    "Kenyan President William Ruto received Chinese Foreign Minister Wang Yi in Nairobi on Tuesday.\n"
    "Ruto said the railway would be extended. Wang thanked the Kenyan leader for his hospitality.\n"
    "He added that Chinese companies were ready. The foreign minister leaves on Wednesday.\n"
    "The two sides agreed to meet again."
)


@pytest.mark.parametrize(
    ("words", "nth", "name", "country"),
    [
        ("Kenyan President William Ruto", 0, "William Ruto", "KEN"),
        ("Chinese Foreign Minister Wang Yi", 0, "Wang Yi", "CHN"),
        ("Ruto", 1, "William Ruto", "KEN"),
        ("Wang", 1, "Wang Yi", "CHN"),
        ("the Kenyan leader", 0, "William Ruto", "KEN"),
        ("He", 0, "Wang Yi", "CHN"),
        ("The foreign minister", 0, "Wang Yi", "CHN"),
    ],
)
def test_every_form_of_a_name_leads_to_the_person(words, nth, name, country):
    party = who(NAIROBI, words, nth=nth)
    assert (party.name, party.country) == (name, country)


def test_the_two_sides_are_the_sides():
    assert who(NAIROBI, "The two sides").name == "both sides"


def test_an_unknown_minister_with_nationality_stays_a_person():
    text = "Zambian Tourism Minister Oswin Talamela met Norwegian Foreign Minister Espen Barth Eide in Lusaka."
    party = who(text, "Zambian Tourism Minister Oswin Talamela")
    assert (party.name, party.country, party.entity, party.role) == ("Oswin Talamela", "ZMB", None, "tourism minister")


def test_a_title_after_the_name_gives_nationality_and_role():
    text = "Oswin Talamela, the Zambian tourism minister, said the park would open."
    party = who(text, "Oswin Talamela")
    assert (party.country, party.role) == ("ZMB", "tourism minister")


def test_a_title_before_the_comma_and_the_name_are_one():
    text = "The Russian president, Vladimir Putin, arrived late."
    assert who(text, "The Russian president, Vladimir Putin").name == "Vladimir Putin"


def test_a_name_with_of_and_its_state():
    text = "Vice President Kamala Harris sat down with Prime Minister Kyriakos Mitsotakis of Greece."
    party = who(text, "Prime Minister Kyriakos Mitsotakis of Greece", on="2022-05-17")
    assert (party.name, party.country) == ("Kyriakos Mitsotakis", "GRC")
    assert who(text, "Vice President Kamala Harris", on="2022-05-17").country == "USA"


def test_a_title_alone_means_the_holder_on_the_day():
    text = "The German chancellor met the Japanese prime minister in Tokyo."
    assert who(text, "The German chancellor", on="2016-05-26").name == "Angela Merkel"
    assert who(text, "The German chancellor", on="2023-03-18").name == "Olaf Scholz"


def test_a_title_alone_names_nobody_without_a_date():
    party = who("The German chancellor spoke.", "The German chancellor", on=None)
    assert (party.name, party.country) == (None, "DEU")


def test_his_counterpart_is_the_holder_of_the_same_office():
    text = "Chinese Foreign Minister Wang Yi spoke by phone with his Russian counterpart on Tuesday."
    assert who(text, "his Russian counterpart").name == "Sergey Lavrov"


def test_a_pronoun_outside_a_quotation_never_means_somebody_inside_it():
    text = (
        "Hungarian Foreign Minister Peter Szijjarto opened the session.\n"
        "“President Putin and I spoke about gas,” he said."
    )
    assert who(text, "he said").country == "HUN"


def test_an_owner_is_not_the_speaker():
    text = "Russian President Vladimir Putin rested. Putin’s spokesman Dmitry Peskov said so."
    assert who(text, "Putin’s spokesman Dmitry Peskov").name == "Dmitry Peskov"


def test_a_surname_of_somebody_else_is_not_the_leader():
    text = "U.S. President Donald Trump landed. Melania Trump said nothing."
    assert who(text, "Melania Trump", on="2018-07-16").name == "Melania Trump"


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("The Kremlin said so.", "The Kremlin", "RUS"),
        ("Beijing said so.", "Beijing", "CHN"),
        ("The Chinese side agreed.", "The Chinese side", "CHN"),
        ("Japan said so.", "Japan", "JPN"),
        ("The United Nations said so.", "The United Nations", "UN"),
        ("The Chinese Foreign Ministry said so.", "The Chinese Foreign Ministry", "CHN"),
    ],
)
def test_states_and_their_metonyms_speak_as_the_state(text, words, country):
    party = who(text, words)
    assert (party.name, party.country) == (None, country)


def test_two_parties_joined_by_and_are_the_sides():
    text = "Chinese President Xi Jinping and Kenyan President William Ruto agreed to go on."
    assert who(text, "Chinese President Xi Jinping and Kenyan President William Ruto").name == "both sides"


def test_in_an_official_readout_a_title_without_nation_is_of_that_state():
    text = "Special Envoy Harlan Quist met today with Yemeni officials."
    assert who(text, "Special Envoy Harlan Quist", home="USA").country == "USA"
    assert who(text, "Special Envoy Harlan Quist").country is None


def test_a_surname_with_title_is_found_by_office_and_date():
    text = "President Biden spoke today with Prime Minister Trudeau of Canada."
    assert who(text, "President Biden", on="2022-03-01").name == "Joe Biden"
    assert who(text, "Prime Minister Trudeau of Canada", on="2022-03-01").name == "Justin Trudeau"


def test_she_is_never_a_man_named_before():
    text = (
        "Peruvian lawyer Natalia Quispe met Donald Harrow in Lima.\n"
        "Quispe told the court that Harrow asked first. She said he paid."
    )
    assert who(text, "She").name == "Natalia Quispe"


def test_a_stranger_who_spoke_is_he_in_the_next_sentence():
    text = "Edwin Marlow, an analyst at a London firm, said sanctions would stay. He expected no change before May."
    assert who(text, "He").name == "Edwin Marlow"


def test_they_are_the_two_who_met():
    text = "President Joe Biden met today with Prime Minister Narendra Modi of India. They reviewed trade."
    assert who(text, "They", on="2022-05-24").name == "both sides"


def test_they_are_the_group_named_before():
    text = "Finnish officials opened the hall. They said the talks would last two hours."
    assert who(text, "They").name == "Finnish officials"


def test_a_group_told_by_its_words_keeps_them():
    text = "Russian President Vladimir Putin spoke. Supporters of Putin praised the plan."
    assert who(text, "Supporters of Putin").name == "Supporters of Putin"


def test_a_state_before_a_hyphen_qualifies_and_does_not_speak():
    text = "The Qatar-based Sahel Dialogue Council said it would attend."
    party = who(text, "The Qatar-based Sahel Dialogue Council")
    assert party is None or party.country != "QAT"


def test_prime_minister_may_is_a_person_and_may_9_a_day():
    text = "British Prime Minister Theresa May left on May 9. May said little."
    assert who(text, "British Prime Minister Theresa May", on="2018-05-10").name == "Theresa May"
    assert who(text, "May said", on="2018-05-10").name == "Theresa May"


def test_a_president_recalled_is_not_the_president_in_office():
    text = "Former U.S. President Barack Obama waited. The U.S. president flew to Oslo."
    assert who(text, "The U.S. president", on="2018-07-16").name == "Donald Trump"


def test_a_name_that_goes_on_behind_a_hyphen_is_not_cut():
    text = "Press Secretary Karine Jean-Pierre spoke."
    assert who(text, "Press Secretary Karine Jean-Pierre", on="2024-03-22", home="USA").name == "Karine Jean-Pierre"


def test_the_field_of_an_office_does_not_swallow_the_name():
    text = "Deputy Secretary of State for Budget and Resources Brian P. Orwick arrived in Paris."
    party = who(text, "Deputy Secretary of State for Budget and Resources Brian P. Orwick", home="USA")
    assert party.name == "Brian P. Orwick"


def test_the_president_without_nationality_is_the_one_whose_title_needs_none():
    text = (
        "President Donald Trump sat down with Russian President Vladimir Putin in Osaka.\n"
        "Putin smiled. The president said the talks were good."
    )
    assert who(text, "The president", on="2019-06-28").name == "Donald Trump"


@pytest.mark.parametrize(
    ("words", "name", "country"),
    [
        ("Deputy National Security Advisor for International Economics Rolf Adeane", "Rolf Adeane", "USA"),
        ("Under Secretary for Growth, Energy, and the Environment Ines W. Adeane", "Ines W. Adeane", "USA"),
        ("Assistant Secretary of State for African Affairs Ines Adeane", "Ines Adeane", "USA"),
        ("Special Representative for Ukraine Rolf Adeane", "Rolf Adeane", "USA"),
        ("U.N. Special Envoy for Syria Rolf O. Adeane", "Rolf O. Adeane", "UN"),
        ("Foreign Minister of the Republic of Korea Park Jin", "Park Jin", "KOR"),
        ("Minister for Foreign Affairs and Trade of Hungary Peter Szijjarto", "Péter Szijjártó", "HUN"),
        ("British Foreign Secretary Elizabeth Truss", "Liz Truss", "GBR"),
        ("Prime Minister KISHIDA Fumio", "Fumio Kishida", "JPN"),
        ("South Korean Ambassador Cho Hyun-dong", "Cho Hyun-dong", "KOR"),
        ("Queen Elizabeth II", "Elizabeth II", "GBR"),
        ("President Emmanuel Macron", "Emmanuel Macron", "FRA"),
        ("Former President Obama", "Barack Obama", "USA"),
    ],
)
def test_long_titles_and_foreign_spellings_lead_to_the_person(words, name, country):
    party = who(f"{words} spoke today.", words, on="2022-05-19" if "Truss" not in words else "2022-02-19", home="USA")
    assert (party.name, party.country) == (name, country)


def test_words_of_a_headline_are_no_part_of_a_name():
    party = who("President Biden Call with Prime Minister Kishida", "President Biden", on="2022-05-01")
    assert party.name == "Joe Biden"


def test_a_leader_without_nationality_is_not_taken_for_the_state_that_speaks():
    party = who("President Quillimaq met today with envoys.", "President Quillimaq", on="2022-05-01", home="USA")
    assert party.country is None


def test_titles_behind_names_in_a_list_belong_to_the_name_before():
    text = "Ines Adeane, Ambassador of Norway, Rolf Quist, Ambassador of Qatar, and Otto Brandt, Ambassador of Chile."
    assert [who(text, name).country for name in ("Ines Adeane", "Rolf Quist", "Otto Brandt")] == ["NOR", "QAT", "CHL"]


def test_an_aide_of_a_leader_is_not_that_leader():
    text = "Dr. Jan Adeane, Foreign and Security Advisor to the German Chancellor, met the press."
    party = who(text, "Jan Adeane", on="2022-05-01")
    assert (party.name, party.country) == ("Jan Adeane", "DEU")


def test_a_minister_named_among_foreigners_is_not_of_the_readouts_state():
    text = (
        "Deputy Adviser Ines Adeane met with members of President Milei of Argentina’s administration, "
        "including Economy Minister Rolf Quist."
    )
    assert who(text, "Economy Minister Rolf Quist", on="2024-05-01", home="USA").country is None
    assert who(text, "Deputy Adviser Ines Adeane", on="2024-05-01", home="USA").country == "USA"


def test_a_text_is_written_from_the_state_whose_leaders_need_no_nationality():
    text = "President Joe Biden sent Special Envoy Ines Adeane to Oslo. Norwegian officials received Adeane."
    assert who(text, "Special Envoy Ines Adeane", on="2022-05-01").country == "USA"


def test_deputy_first_minister_is_one_title():
    text = "Deputy First Minister Ines Adeane of Northern Ireland spoke."
    party = who(text, "Deputy First Minister Ines Adeane")
    assert (party.name, party.role) == ("Ines Adeane", "deputy first minister")


def test_the_secretary_general_is_of_the_one_organisation_that_the_text_names():
    text = "The Secretary-General received Norwegian envoys at United Nations Headquarters in New York."
    party = who(text, "The Secretary-General", on="2024-05-01")
    assert (party.name, party.country) == ("António Guterres", "UN")
    assert who("The Secretary-General received envoys.", "The Secretary-General", on="2024-05-01") is None


def test_a_name_in_capitals_is_written_as_elsewhere():
    assert who("ASSISTANT SECRETARY INES ADEANE met envoys.", "ASSISTANT SECRETARY INES ADEANE").name == "Ines Adeane"


def test_a_commission_behind_a_title_is_no_person():
    text = "Wang Yi, director of the Office of the Central Foreign Affairs Commission, received envoys."
    names = [a.party.name for a in read(text, "2024-04-26") if a.party and a.party.name]
    assert names == ["Wang Yi"]


@pytest.mark.parametrize(
    "text, name, country",
    [
        ("U.S. Special Envoy for the Horn of Africa Jeffrey Feltman spoke.", "Jeffrey Feltman", "USA"),
        ("U.S. Special Envoy for Global Food Security, Dr. Cary Fowler, spoke.", "Cary Fowler", "USA"),
        ("UN Special Envoy on Myanmar Noeleen Adler spoke.", "Noeleen Adler", "UN"),
        ("Lars Roeller, German Chancellery Director for Economic Policy, spoke.", "Lars Roeller", "DEU"),
        ("Director of National Intelligence (DNI) Avril Haines spoke.", "Avril Haines", "USA"),
    ],
)
def test_a_title_gives_up_its_name_and_state(text, name, country):
    """Written for communique."""
    found = [a.party for a in read(text) if a.mention.kind == "person"]
    assert [(p.name, p.country) for p in found if p] == [(name, country)]


def test_the_short_form_of_an_office_is_no_first_name():
    """Written for communique."""
    text = "Director of National Intelligence (DNI) Avril Haines was in Kigali. DNI Haines met President Kagame."
    found = who(text, "Haines", nth=1)
    assert found is not None
    assert found.name == "Avril Haines"


def test_a_readout_prints_the_hosts_nationality_once():
    """Written for communique."""
    text = (
        "Readout of the Energy Advisor's visit to Armenia\nAdvisor Ada Exampleton led a U.S. delegation to"
        " Yerevan. She met with Armenia President Vahagn Khachaturyan and Prime Minister Nikol Pashinyan. She praised"
        " President Khachaturyan and Prime Minister Pashinyan."
    )
    found = {a.party.name: a.party.country for a in read(text, "2023-03-19") if a.party and a.party.name}
    assert found["Ada Exampleton"] == "USA"
    assert found["Nikol Pashinyan"] == "ARM"
