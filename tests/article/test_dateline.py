import pytest

from communique.article.dateline import Dateline, find_dateline
from communique.knowledge.base import default
from communique.model.span import Span

SENTENCE = "The two foreign ministers agreed on Tuesday to reopen the border crossing, the hosts said."


def dateline(text: str) -> Dateline | None:
    return find_dateline(text, Span(0, len(text)), default())


@pytest.mark.parametrize(
    ("head", "city", "date", "agency"),
    [
        ("BEIJING, Sept. 2 (Xinhua) -- ", "BEIJING", "Sept. 2", "Xinhua"),
        ("BEIJING, Sept. 2, 2031 (Xinhua) -- ", "BEIJING", "Sept. 2, 2031", "Xinhua"),
        ("MOSCOW, February 4. /TASS/. ", "MOSCOW", "February 4", "TASS"),
        ("HELSINKI (AP) — ", "HELSINKI", None, "AP"),
        ("WASHINGTON/HAVANA (Reuters) - ", "WASHINGTON/HAVANA", None, "Reuters"),
        ("YOKOTA AIR BASE, Japan (Reuters) - ", "YOKOTA AIR BASE", None, "Reuters"),
        ("ABOARD AIR FORCE ONE (Reuters) - ", "ABOARD AIR FORCE ONE", None, "Reuters"),
        ("By Ada Nord. ABOARD AIR FORCE ONE (Reuters) - ", "ABOARD AIR FORCE ONE", None, "Reuters"),
        ("Beijing, September 2 — ", "Beijing", "September 2", None),
        ("Tianjin, China, September 1. Trend reports. ", "Tianjin", "September 1", "Trend"),
        ("New Delhi [India], September 2 (ANI): ", "New Delhi", "September 2", "ANI"),
        ("NEW DELHI: ", "NEW DELHI", None, None),
        ("London: ", "London", None, None),
        ("LONDON — ", "LONDON", None, None),
        ("YEREVAN, MAY 6, ARMENPRESS. ", "YEREVAN", "MAY 6", "ARMENPRESS"),
        ("ASTANA. KAZINFORM - ", "ASTANA", None, "KAZINFORM"),
        ("Tehran, May 6, IRNA – ", "Tehran", "May 6", "IRNA"),
        ("(Beijing) ", "Beijing", None, None),
        ("(ANSA) - Rome, January 24 - ", "Rome", "January 24", "ANSA"),
        ("(Reuters) - ", None, None, "Reuters"),
        ("SEOUL, South Korea (AP) — ", "SEOUL", None, "AP"),
    ],
)
def test_the_parts_of_a_dateline_are_told_apart(
    head: str, city: str | None, date: str | None, agency: str | None
) -> None:
    text = head + SENTENCE
    found = dateline(text)
    assert found is not None
    assert text[found.span.end :].strip() == SENTENCE
    assert (found.city.of(text) if found.city else None) == city
    assert (found.date.span.of(text) if found.date else None) == date
    assert (found.agency.of(text) if found.agency else None) == agency


def test_a_place_and_date_may_be_a_line_of_their_own() -> None:
    found = dateline("Islamabad 12 January 2031")
    assert found is not None
    assert found.whole
    assert found.date is not None
    assert found.date.year == 2031


@pytest.mark.parametrize(
    "text",
    [
        "Beijing - the capital of the host state - welcomed the guests.",
        "WATCH: The prime minister arrives for the summit with the guests from the north and south.",
        "RELATED: Ministers agree on a new round of consultations about the common border.",
        "OPINION — Why the two neighbours should talk more often than once in five years.",
        "Riga - Tallinn trains will run again from May, the two railways said in a joint statement.",
        "BRUSSELS, BELGIUM - JULY 11: Heads of state pose for the family photograph of the alliance.",
        "AFP PHOTO / Lehtikuva / Person Example",
        "Moscow, which had asked for the talks, said little about what came out of them.",
        "The ministers (Reuters) - said nothing.",
        "In May, the two presidents will meet again.",
    ],
)
def test_ordinary_lines_have_no_dateline(text: str) -> None:
    assert dateline(text) is None
