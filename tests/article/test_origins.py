import pytest

from communique.article.lines import Page
from communique.article.origins import origins
from communique.article.plain import plain_page
from communique.article.roles import with_roles
from communique.knowledge.base import default
from communique.model.article import Origin

BODY = (
    "The foreign ministers of the two neighbours met on Tuesday to talk about the ferry that has not run since spring, "
    "the hosts said after the meeting.\n\n"
    "Both sides want the ferry to run again before the summer, and experts will meet to settle who pays for the pier, "
    "which a storm had damaged badly.\n\n"
    "The guests will leave on Wednesday after a visit to the harbour, where they are to see the new customs hall."
)


def page(text: str) -> Page:
    return with_roles(plain_page(text), default())


def found(text: str, outlet: str | None = None) -> tuple[Origin, ...]:
    return origins(page(text), default(), outlet=outlet)


def names(text: str, outlet: str | None = None) -> list[str]:
    return [origin.name for origin in found(text, outlet)]


@pytest.mark.parametrize(
    ("credit", "name"),
    [
        ("(Xinhua)", "Xinhua News Agency"),
        ("Source: Xinhua", "Xinhua News Agency"),
        ("Sources Xinhua", "Xinhua News Agency"),
        ("(With input from Xinhua)", "Xinhua News Agency"),
        ("* This article was originally published by CGTN.", "CGTN"),
        ("/TASS/", "TASS"),
        ("- Reuters", "Reuters"),
        ("© AFP 2031", "Agence France-Presse"),
        ("Copyright 2031 The Associated Press. All rights reserved.", "Associated Press"),
        ("The Associated Press contributed to this report.", "Associated Press"),
        ("With files from The Canadian Press and Reuters", "Reuters"),
        ("This story first appeared in The Guardian.", "The Guardian"),
        ("Source: Ministry of Foreign Affairs of Japan", "Foreign Ministry of Japan"),
        ("Source: State House Kenya", "Presidency of Kenya"),
        ("With SPA and IRNA", "IRNA"),
        ("(Source: Xinhua)", "Xinhua News Agency"),
        ("Source: Harbour Gazette", "Harbour Gazette"),
        ("This article was originally published by the Harbour Gazette.", "Harbour Gazette"),
    ],
)
def test_a_credit_line_names_an_origin(credit: str, name: str) -> None:
    assert name in names(f"Ministers talk about the ferry\n\n{BODY}\n\n{credit}\n")


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("By Ada Example, Associated Press", "Associated Press"),
        ("By ADA EXAMPLE, CNN", "CNN"),
        ("By The Associated Press", "Associated Press"),
        ("Ada Example and Bo ExempelAssociated Press", "Associated Press"),
        ("Xinhua | Updated: 2031-05-06 09:12", "Xinhua News Agency"),
        ("The Associated Press | Sunday, July 15, 2031, 8:27 a.m.", "Associated Press"),
    ],
)
def test_a_byline_names_its_agency(line: str, name: str) -> None:
    origin = found(f"Ministers talk about the ferry\n{line}\n\n{BODY}\n")
    assert [o.name for o in origin] == [name]
    assert origin[0].how == "byline"


def test_a_dateline_names_its_agency_once() -> None:
    origin = found(f"Ministers talk about the ferry\n\nRIGA, May 2 (Reuters) - {BODY}\n\n(Reuters)\n")
    assert [(o.name, o.how) for o in origin] == [("Reuters", "dateline")]
    assert len(origin[0].evidence) == 2


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ('"The pier must be mended first," the visitor said, according to Interfax.', "Interfax"),
        ('The pier must be mended first, the minister told Reuters.', "Reuters"),
        ("The ferry would run in May, the official Xinhua news agency reported.", "Xinhua News Agency"),
        ('“The pier must be mended first,” indicated the Xinhua news agency.', "Xinhua News Agency"),
        ("The talks were useful, the Japanese Foreign Ministry said in a statement.", "Foreign Ministry of Japan"),
        ("In a statement on Tuesday, the Japanese Foreign Ministry said it was old.", "Foreign Ministry of Japan"),
        ("The two spoke about it, according to a Kremlin readout of the call.", "Kremlin"),
        ("The Turkish Foreign Ministry announced on X that it was old.", "Foreign Ministry of Türkiye"),
        ("The Elysee Palace said in a statement that it was old.", "Élysée"),
        ("The ferry will run, state news agency SANA said.", "SANA"),
        ("The Emirates News Agency (WAM) reported the call.", "WAM"),
        ("According to the German government, the talks were useful.", "Government of Germany"),
        ("According to Interfax, the talks were useful.", "Interfax"),
        ("The talks were useful, the Kremlin said in a readout.", "Kremlin"),
        ("The talks were useful, the Egyptian presidency said in a statement.", "Presidency of Egypt"),
        ("The two will meet again, according to a statement by the government of Fiji.", "Government of Fiji"),
        ("According to reports from Chinese state media, the pier will be rebuilt.", "state media of China"),
    ],
)  # fmt: skip
def test_an_attribution_inside_the_body_names_who_carries_it(sentence: str, name: str) -> None:
    assert names(f"Ministers talk about the ferry\n\n{BODY}\n\n{sentence}\n\n{BODY}") == [name]


def test_a_generic_source_gives_way_to_a_named_one_of_the_same_state() -> None:
    text = f"{BODY}\n\nThe pier matters, Chinese state media reported.\n\nIt is old, Xinhua said on Tuesday.\n\n{BODY}"
    assert names(text) == ["Xinhua News Agency"]
    other = (
        f"{BODY}\n\nThe pier matters, Chinese state media reported.\n\nIt is old, Interfax said on Tuesday.\n\n{BODY}"
    )
    assert sorted(names(other)) == ["Interfax", "state media of China"]


@pytest.mark.parametrize(
    "text",
    [
        f"Title of the report\n\n{BODY}\n\nA ferry in the harbour. REUTERS/Ada Example",
        f"Title of the report\n\nA ferry in the harbour. Ada Example/Pool via AP\n\n{BODY}",
        f"Title of the report\n\n(Photo: Ada Example / AFP)\n\n{BODY}",
        f"Fox News•\nTitle of another report\nBloomberg•\n\nTitle of the report\n\n{BODY}",
        f"Title of the report\n\n{BODY}\n\nSource: A Fox News poll of a thousand voters.",
        f"{BODY}\n\nHe called Reuters a company like any other, and laughed about it with the guests from abroad.",
        f"{BODY}\n\nThe Kremlin wants the ferry to run, and the foreign ministry of Japan wants it, too.",
        f"{BODY}\n\nAccording to the White House press pool, the guests were late for the dinner in the harbour.",
    ],
)
def test_photo_credits_and_mere_mentions_are_no_origins(text: str) -> None:
    assert names(text) == []


def test_the_site_s_own_masthead_is_no_origin() -> None:
    assert names(f"The Boston Globe\nMinisters talk about the ferry\n\n{BODY}", outlet="The Boston Globe") == []


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("Statement by Press Secretary Ada Example on the Guests from Example", "The White House"),
        ("Readout from the White House of the Talk with the Guests from Example", "The White House"),
        ("Secretary Example’s Travel to Example\n\nNed Price, Department Spokesperson", "US Department of State"),
        ("Secretary Example’s Call with the Foreign Minister\n\nOffice of the Spokesperson", "US Department of State"),
    ],
)
def test_an_office_is_the_origin_of_its_own_readout(head: str, name: str) -> None:
    assert names(f"{head}\n\n{BODY}") == [name]


def test_whom_a_readout_is_about_is_not_who_issued_it() -> None:
    assert names(f"Readout of President Joe Biden’s Talk with the Guests from Example\n\n{BODY}") == []


def test_a_talk_with_a_broadcaster_is_no_origin_and_one_with_a_wire_is() -> None:
    assert names(f"{BODY}\n\nThe minister told CBS News that the ferry would run.") == []
    assert names(f"{BODY}\n\nThe minister told Reuters that the ferry would run.") == ["Reuters"]


def test_every_span_of_evidence_cuts_out_printed_words() -> None:
    text = f"Ferry talks\n\nRIGA (AP) — {BODY}\n\nHe told Reuters so.\n\nSource: Xinhua"
    for origin in found(text):
        for span in origin.evidence:
            assert 0 <= span.start < span.end <= len(text)
            assert span.of(text).strip() == span.of(text)


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("“The pier is ours,” the harbour minister was quoted as saying by the RIA news agency.", "RIA Novosti"),
        ("The ferry will run again in spring, Bloomberg reported.", "Bloomberg"),
        ("The pier fell after the Wall Street Journal reported on it on Friday.", "The Wall Street Journal"),
        ("It was ferries that the people wanted, Reuters report.", "Reuters"),
        ("Speaking to Agence France-Presse, the harbour master was calm.", "Agence France-Presse"),
        (
            "The Chinese foreign ministry statement about the talks did not mention the ferry.",
            "Ministry of Foreign Affairs of China",
        ),
        ("According to Bloomberg, the minister recalled the storm of last year.", "Bloomberg"),
        ("Going by numbers reported by The Associated Press, forty ferries were lost.", "Associated Press"),
        ("According to a recent report by The Guardian, the pier is older than the town.", "The Guardian"),
        ("But Sana, the Syrian state news agency, claimed that the ferry was never stopped.", "SANA"),
    ],
)
def test_a_body_that_tells_by_whose_report_names_an_origin(sentence: str, name: str) -> None:
    assert name in names(f"Ministers talk about the ferry\n\n{BODY}\n\n{sentence}\n\n{BODY}")


def test_the_dateline_of_a_short_first_paragraph_names_an_origin() -> None:
    head = "AFP\n\n14 Jul 2031\n\nLondon (AFP) – Five scenes from the ministers’ tour.\n\n– The storm –\n\n"
    assert "Agence France-Presse" in names(head + BODY)


def test_an_outlet_with_a_bullet_under_the_title_is_the_byline() -> None:
    assert names(f"Ministers talk about the ferry\n\nFox News•\n\nMinisters talk about the ferry\n\n{BODY}") == [
        "Fox News"
    ]


def test_a_person_who_shares_an_agencys_name_is_no_origin() -> None:
    sentence = "Michael Bloomberg said on Monday that the ferry was a fine thing, and Bloomberg said so again later."
    assert "Bloomberg" not in names(f"Ministers talk about the ferry\n\n{BODY}\n\n{sentence}\n\n{BODY}")


def test_the_line_that_introduces_the_author_names_his_outlet() -> None:
    text = f"Ministers talk about the ferry\n\n{BODY}\n\nAda Example is an editor for Fox News. Follow her."
    assert names(text) == ["Fox News"]


def test_the_times_is_the_paper_named_before() -> None:
    told = "The New York Times reported that the ferry is old.\n\nThe pier is older, the Times reported on Friday."
    assert names(f"{BODY}\n\n{told}\n\n{BODY}") == ["The New York Times"]


def test_an_outlet_that_shares_its_name_is_told_with_its_country() -> None:
    text = (
        f"Ministers talk about the ferry\n\n{BODY}\n\nNairobi and Mombasa, the Kenyan port, wait.\n\nSource: The Star"
    )
    assert names(text) == ["The Star (Kenya)"]


def test_the_dateline_of_a_standfirst_names_an_origin() -> None:
    head = "Ministers talk about the ferry\n\nRIGA (AP) - The latest on the ferry talks (local times):\n\n1:10 p.m.\n\n"
    assert names(head + BODY) == ["Associated Press"]


def test_an_agency_between_the_papers_name_and_the_date_is_the_origin() -> None:
    assert names(f"The Harbour Gazette\nAP\nJuly 16, 2031\nRIGA — {BODY}") == ["Associated Press"]


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Ministry of Foreign Affairs of Japan", "Foreign Ministry of Japan"),
        ("Ministry of External Affairs, Government of India\nMedia Center > Press Releases",
         "Ministry of External Affairs of India"),
        ("State House Kenya   The Presidency   Newsroom   Gallery   Contacts", "Presidency of Kenya"),
        ("THE WHITE HOUSE\nBRIEFING ROOM  >  STATEMENTS AND RELEASES", "The White House"),
        ("European Commission - Press release", "European Commission"),
        ("UN News | Global perspective Human stories", "UN News"),
    ],
)  # fmt: skip
def test_the_heading_of_an_offices_own_page_names_the_origin(heading: str, name: str) -> None:
    assert names(f"{heading}\nMinisters talk about the ferry\nJune 25, 2031\n\n{BODY}") == [name]


@pytest.mark.parametrize(
    "text",
    [
        f"Harbour Gazette\nWhite House\nMinisters talk about the ferry\n\nBy Ada Example\n\n{BODY}",
        f"Kremlin: the ferry is to blame\n\n{BODY}",
        f"European Commission proposes a new ferry\n\n{BODY}",
    ],
)
def test_a_section_or_a_headline_about_an_office_is_no_origin(text: str) -> None:
    assert names(text, "Harbour Gazette" if "Gazette" in text else None) == []


def test_a_line_of_agencies_behind_the_text_names_them_all() -> None:
    text = f"Ministers talk about the ferry\n\n{BODY}\n\n(dpa, TASS)\n\nMore on this topic"
    assert names(text) == ["dpa", "TASS"]
