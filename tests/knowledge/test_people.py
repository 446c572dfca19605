"""People: by name, by surname, by office and date."""

from __future__ import annotations

import pytest

from communique.knowledge.base import default
from communique.knowledge.people import Term
from communique.knowledge.surnames import surname_keys
from communique.model.dates import PartialDate

on = PartialDate.parse


def names(country: str, office: str, date: str | None, title: str | None = None) -> list[str]:
    people = default().people.holders(country, office, on(date) if date else None, title)
    return [person.name for person in people]


@pytest.mark.parametrize(
    ("country", "office", "date", "name"),
    [
        ("KEN", "head_of_state", "2021-06-01", "Uhuru Kenyatta"),
        ("KEN", "head_of_state", "2023-06-01", "William Ruto"),
        ("CHN", "foreign_minister", "2023-03-01", "Qin Gang"),
        ("CHN", "foreign_minister", "2024-03-01", "Wang Yi"),
        ("GBR", "foreign_minister", "2024-01-10", "David Cameron"),
        ("USA", "foreign_minister", "2024-01-10", "Antony Blinken"),
        ("IRN", "head_of_government", "2025-03-01", "Masoud Pezeshkian"),
        ("RUS", "spokesperson", "2024-03", "Dmitry Peskov"),
        ("EU", "foreign_minister", "2025-02", "Kaja Kallas"),
    ],
)
def test_the_holder_of_an_office_is_the_one_of_that_day(country: str, office: str, date: str, name: str) -> None:
    assert name in names(country, office, date)


def test_a_partial_date_over_a_change_gives_both_holders() -> None:
    assert set(names("GBR", "foreign_minister", "2024-07")) == {"David Lammy", "David Cameron"}


def test_a_printed_title_tells_a_governor_general_from_a_king() -> None:
    assert names("AUS", "head_of_state", "2024-01", "King") == ["Charles III"]
    assert "Charles III" not in names("AUS", "head_of_state", "2024-01", "Governor-General")


def test_after_the_newest_source_an_open_term_covers_nothing_but_may() -> None:
    term = Term("CHN", "head_of_state", "President", on("2013-03-14"), None, on("2026-01-22"), False, False)
    assert term.covers(on("2026-01")) and not term.covers(on("2026-02"))
    assert term.may_cover(on("2026-02")) and not term.may_cover(on("2012"))
    assert term.open


def test_a_closed_term_ends_with_its_last_day() -> None:
    term = Term("KEN", "head_of_state", "President", on("2013-04-09"), on("2022-09"), None, False, False)
    assert term.covers(on("2022-09-30")) and not term.covers(on("2022-10-01"))
    assert term.covers(on("2013")) and not term.covers(on("2013-04-08"))


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Volodymyr Zelenskyy", "Volodymyr Zelensky"),
        ("Sergei Lavrov", "Sergey Lavrov"),
        ("Kassym-Zhomart Tokayev", "Kassym-Jomart Tokayev"),
        ("Abdel Fattah al-Sisi", "Abdel Fattah el-Sisi"),
        ("Antony J. Blinken", "Antony Blinken"),
        ("KIM JONG-UN", "Kim Jong Un"),
        ("Recep Tayyip Erdogan", "Recep Tayyip Erdoğan"),
    ],
)
def test_spellings_of_one_person_resolve_to_him(printed: str, name: str) -> None:
    assert [person.name for person in default().people.named(printed)] == [name]


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("Xi", "Xi Jinping"),
        ("Lavrov", "Sergey Lavrov"),
        ("Sisi", "Abdel Fattah el-Sisi"),
        ("el-Sisi", "Abdel Fattah el-Sisi"),
        ("von der Leyen", "Ursula von der Leyen"),
        ("Abiy", "Abiy Ahmed"),
        ("Ban", "Ban Ki-moon"),
        ("Zhang", "Zhang Ming"),
        ("Erdogan", "Recep Tayyip Erdoğan"),
        ("Sánchez", "Pedro Sánchez"),
        ("Chinh", "Pham Minh Chinh"),
    ],
)
def test_a_surname_alone_gives_its_people(word: str, name: str) -> None:
    assert name in [person.name for person in default().people.surnamed(word)]


def test_a_given_name_is_no_surname_where_surnames_are_used() -> None:
    assert "Vladimir Putin" not in [person.name for person in default().people.surnamed("Vladimir")]
    assert "Xi Jinping" not in [person.name for person in default().people.surnamed("Jinping")]


@pytest.mark.parametrize(
    ("name", "country", "keys"),
    [
        ("Xi Jinping", "CHN", ("xi",)),
        ("Joseph Wu", "TWN", ("wu",)),
        ("Lawrence Wong", "SGP", ("wong",)),
        ("Zhang Ming", None, ("zhang",)),
        ("Jim Yong Kim", None, ("kim",)),
        ("Lee Zeldin", "USA", ("zeldin",)),
        ("Ferdinand Marcos Jr.", "PHL", ("marcos",)),
        ("Andrés Manuel López Obrador", "MEX", ("obrador", "lopez obrador", "lopez")),
    ],
)
def test_surnames_follow_the_custom_of_the_country(name: str, country: str | None, keys: tuple[str, ...]) -> None:
    families = frozenset({"xi", "wu", "wong", "zhang", "kim", "lee", "ming"})
    assert surname_keys(name, country, families)[: len(keys)] == keys


def test_a_person_keeps_his_own_state_beside_other_offices() -> None:
    (macron,) = default().people.named("Emmanuel Macron")
    assert macron.country == "FRA"
    (charles,) = default().people.named("King Charles III")
    assert charles.country == "GBR"


def test_rows_on_general_knowledge_alone_say_so() -> None:
    (bruce,) = default().people.named("Tammy Bruce")
    assert all(term.own_only for term in bruce.terms)
    (xi,) = default().people.named("Xi Jinping")
    assert not all(term.own_only for term in xi.terms)


def test_without_a_date_all_holders_come_the_latest_first() -> None:
    holders = names("KEN", "head_of_state", None)
    assert holders.index("William Ruto") < holders.index("Uhuru Kenyatta") < holders.index("Mwai Kibaki")


@pytest.mark.parametrize(
    ("country", "printed"),
    [("USA", "senator"), ("CHN", "party secretary"), ("IND", "chief minister"), ("GBR", "queen"), ("RUS", "chairman")],
)
def test_a_title_that_many_hold_names_nobody(country: str, printed: str) -> None:
    kb = default()
    (title,) = kb.names.find(printed)
    keys = [entry.id for entry in title.entries if entry.country in (None, country)]
    people = [person for key in keys for person in kb.people.holders(country, key, on("2024-06"))]
    assert [person.name for person in people if not all(term.own_only for term in person.terms)] == []


@pytest.mark.parametrize(
    ("country", "printed", "name"),
    [
        ("NATO", "secretary general", "Jens Stoltenberg"),
        ("EU", "European Commission President", "Ursula von der Leyen"),
        ("SAU", "crown prince", "Mohammed bin Salman"),
        ("CHN", "top legislator", "Zhao Leji"),
        ("KEN", "Prime Cabinet Secretary", "Musalia Mudavadi"),
    ],
)
def test_a_title_that_one_holds_names_him(country: str, printed: str, name: str) -> None:
    kb = default()
    (title,) = kb.names.find(printed)
    keys = [entry.id for entry in title.entries if entry.country in (None, country)]
    assert [person.name for person in kb.people.holders(country, keys[0], on("2024-06-15"))] == [name]
