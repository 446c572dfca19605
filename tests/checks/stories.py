# ruff: noqa: E501 - sentences of articles stay whole
"""Short articles in the genre's style about real public encounters, written for communique.

The facts (who, where, which day) are public; every sentence is ours. `article` tells one of ENCOUNTERS in one of five
manners and takes up a sentence to be planted, or its true twin.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass

WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = "January February March April May June July August September October November December".split()


@dataclass(frozen=True)
class Told:
    """One encounter: its day, place, and the two who met, each as (nationality, title, full name, surname)."""

    day: datetime.date
    city: str
    state: str
    one: tuple[str, str, str, str]
    two: tuple[str, str, str, str]

    @property
    def weekday(self) -> str:
        return WEEKDAYS[self.day.weekday()]

    @property
    def date(self) -> str:
        return f"{self.day.day} {MONTHS[self.day.month - 1]} {self.day.year}"

    @property
    def us_date(self) -> str:
        return f"{MONTHS[self.day.month - 1]} {self.day.day}, {self.day.year}"


def _told(day: str, city: str, state: str, one: str, two: str) -> Told:
    people = [tuple(part.strip() for part in row.split("|")) for row in (one, two)]
    return Told(datetime.date.fromisoformat(day), city, state, people[0], people[1])  # type: ignore[arg-type]


XI = "Chinese | President | Xi Jinping | Xi"
PUTIN = "Russian | President | Vladimir Putin | Putin"
MODI = "Indian | Prime Minister | Narendra Modi | Modi"
WANG = "Chinese | Foreign Minister | Wang Yi | Wang"
LAVROV = "Russian | Foreign Minister | Sergey Lavrov | Lavrov"
LI = "Chinese | Premier | Li Qiang | Li"
ENCOUNTERS = [
    _told("2024-05-16", "Beijing", "China", XI, PUTIN),
    _told("2023-11-06", "Beijing", "China", XI, "Australian | Prime Minister | Anthony Albanese | Albanese"),
    _told("2024-07-09", "Moscow", "Russia", MODI, PUTIN),
    _told(
        "2023-03-16", "Tokyo", "Japan", "Japanese | Prime Minister | Fumio Kishida | Kishida",
        "South Korean | President | Yoon Suk Yeol | Yoon",
    ),
    _told("2024-09-03", "Beijing", "China", XI, "Kenyan | President | William Ruto | Ruto"),
    _told("2024-04-26", "Beijing", "China", WANG, "U.S. | Secretary of State | Antony Blinken | Blinken"),
    _told("2025-04-24", "Beijing", "China", XI, "Kenyan | President | William Ruto | Ruto"),
    _told("2025-09-02", "Beijing", "China", XI, PUTIN),
    _told("2024-10-22", "Kazan", "Russia", MODI, PUTIN),
    _told("2024-10-23", "Kazan", "Russia", XI, MODI),
    _told("2025-08-31", "Tianjin", "China", XI, MODI),
    _told("2024-11-18", "Rio de Janeiro", "Brazil", XI, "British | Prime Minister | Keir Starmer | Starmer"),
    _told("2024-05-06", "Paris", "France", XI, "French | President | Emmanuel Macron | Macron"),
    _told("2024-05-08", "Belgrade", "Serbia", XI, "Serbian | President | Aleksandar Vucic | Vucic"),
    _told("2024-05-09", "Budapest", "Hungary", XI, "Hungarian | Prime Minister | Viktor Orban | Orban"),
    _told("2024-06-17", "Canberra", "Australia", LI, "Australian | Prime Minister | Anthony Albanese | Albanese"),
    _told("2024-08-21", "Moscow", "Russia", LI, "Russian | Prime Minister | Mikhail Mishustin | Mishustin"),
    _told("2024-10-14", "Islamabad", "Pakistan", LI, "Pakistani | Prime Minister | Shehbaz Sharif | Sharif"),
    _told("2024-11-20", "Brasilia", "Brazil", XI, "Brazilian | President | Luiz Inacio Lula da Silva | Lula"),
    _told("2025-01-17", "Moscow", "Russia", PUTIN, "Iranian | President | Masoud Pezeshkian | Pezeshkian"),
    _told("2024-07-03", "Astana", "Kazakhstan", XI, PUTIN),
    _told("2024-04-09", "Beijing", "China", WANG, LAVROV),
    _told("2025-02-13", "Washington", "the United States", MODI, "U.S. | President | Donald Trump | Trump"),
    _told("2025-04-16", "Putrajaya", "Malaysia", XI, "Malaysian | Prime Minister | Anwar Ibrahim | Anwar"),
]  # fmt: skip

_TOPICS = (
    ("trade and transport", "a joint commission would meet in the autumn"),
    ("energy and farm goods", "officials should draw up a list of projects"),
    ("regional security", "dialogue was better than confrontation"),
    ("visas and student exchange", "direct flights should be increased"),
    ("investment and technology", "companies needed a predictable setting"),
)
_CLOSINGS = (
    "A dinner for the delegations followed in the evening.",
    "The two also spoke about the situation in the Middle East, officials added.",
    "No joint statement was published.",
    "Several documents were signed after the talks.",
    "Aides said the tone had been calm.",
)


def titled(person: tuple[str, str, str, str]) -> str:
    return f"{person[0]} {person[1]} {person[2]}"


def article(at: int, extra: str, *, lead: str | None = None, city: str | None = None) -> str:
    """The article about an encounter in the manner of its number; extra is its second or third paragraph.

    lead replaces the first sentence, city the place in it.
    """
    told = ENCOUNTERS[at % len(ENCOUNTERS)]
    topic, wish = _TOPICS[at % 5]
    closing = _CLOSINGS[(at * 3) % 5]
    one, two = titled(told.one), titled(told.two)
    where, manner = city or told.city, at % 5
    if manner == 0:
        first = lead or f"{one} held talks with {two} in {where} on {told.weekday}."
        return f"Published: {told.date}\n\n{first} They discussed {topic}.\n\n{told.one[3]} said {wish}.\n\n{extra}\n\n{closing}\n"
    if manner == 1:
        first = lead or f"{one} met {two} in {where} on {told.weekday} to discuss {topic}."
        return (
            f"{told.one[3]} and {told.two[3]} meet in {where}\n\n{told.us_date}\n\n{first}\n\n{extra}\n\n"
            f"“We want steady relations,” {told.two[3]} said. {told.one[3]} replied that {wish}.\n\n{closing}\n"
        )
    if manner == 2:
        first = lead or f"{one} and {two} held talks in {where} on {told.weekday}, state media reported."
        return (
            f"{told.day.isoformat()} 18:40\n\n{first}\n\n{told.two[3]} told {told.one[3]} that {wish}, and both spoke of {topic}."
            f"\n\n{extra}\n\n{closing}\n"
        )
    if manner == 3:
        month = MONTHS[told.day.month - 1]
        short = month if len(month) < 6 else {"September": "Sept."}.get(month, month[:3] + ".")
        first = lead or f"{one} met with {two} here on {told.weekday}."
        return (
            f"{told.day.year}-{told.day.month:02}-{told.day.day:02}\n\n{where.upper()}, {short} {told.day.day} (Xinhua) -- {first}\n\n"
            f"{told.one[3]} noted that {wish}.\n\n{extra}\n\n{closing}\n"
        )
    first = lead or f"{two} was received by {one} in {where} on {told.weekday}, {told.date}, the host's office said."
    return (
        f"Posted on {told.us_date}\n\n{first}\n\n{extra}\n\nThe talks covered {topic}. {told.two[3]} stressed that {wish}.\n\n"
        f"{closing}\n"
    )
