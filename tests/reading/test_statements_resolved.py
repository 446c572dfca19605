"""Statements with speakers and carriers resolved. All sentences written for communique."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from communique.knowledge import base
from communique.model.article import Article, Furniture
from communique.model.reading import Party, Statement
from communique.model.span import Span, stripped
from communique.reading import parse
from communique.reading.statements import needs, statements


@dataclass
class Cast:
    """Who the words of a test's text name: printed words → (name, country)."""

    text: str
    known: dict[str, tuple[str | None, str | None]] = field(default_factory=dict)

    def party(self, span: Span) -> Party | None:
        words = span.of(self.text)
        for printed, (name, country) in self.known.items():
            if words.startswith(printed):
                return Party(name, country, (span,))
        return None

    def sides(self) -> Party:
        return Party("both sides", None, ())


def blocks_of(text: str) -> list[Span]:
    out, at = [], 0
    for line in text.split("\n"):
        span = stripped(text, at, at + len(line))
        out += [span] if span else []
        at += len(line) + 1
    return out


def read(
    text: str, *, title: bool = False, caption: bool = False, **known: tuple[str | None, str | None]
) -> tuple[Statement, ...]:
    spans = blocks_of(text)
    furniture = (Furniture(spans[0], "caption"),) if caption else ()
    body = tuple(spans[1:] if title or caption else spans)
    article = Article("test", text, body=body, title_span=spans[0] if title else None, furniture=furniture)
    sentences = parse.parsed(text, parse.sentences(text, spans), needs)
    cast = Cast(text, {words.replace("_", " "): party for words, party in known.items()})
    return statements(article, sentences, cast, base.default())


def rows(text: str, found: tuple[Statement, ...]) -> list[tuple[str | None, str, tuple[str, ...]]]:
    return [(s.speaker.name or s.speaker.country, " // ".join(c.of(text) for c in s.content), s.via) for s in found]


PEOPLE: dict[str, tuple[str | None, str | None]] = {
    "Fidan": ("Hakan Fidan", "TUR"),
    "Peskov": ("Dmitry Peskov", "RUS"),
    "Lula": ("Luiz Inácio Lula da Silva", "BRA"),
    "China": (None, "CHN"),
    "The_ministry": (None, "KAZ"),
}


def test_an_agency_is_via_of_the_statement_inside_its_own() -> None:
    text = "Fidan said the gates would stay open, Anadolu reported."
    assert [(who, what) for who, what, _ in rows(text, read(text, **PEOPLE))] == [
        ("Hakan Fidan", "the gates would stay open")
    ]
    assert read(text, **PEOPLE)[0].via[0].startswith("Anadolu")


def test_according_to_an_agency_never_makes_it_the_speaker() -> None:
    text = "According to TASS, Peskov told reporters that the call would take place."
    assert rows(text, read(text, **PEOPLE)) == [("Dmitry Peskov", "the call would take place", ("TASS",))]


def test_an_agency_alone_gives_no_row() -> None:
    assert read("Xinhua reported that the canal would open.", **PEOPLE) == ()


def test_according_to_an_office_makes_it_the_speaker() -> None:
    text = "According to the harbour office, two ships left at dawn."
    assert rows(text, read(text)) == [("the harbour office", "two ships left at dawn", ())]


def test_state_media_are_named_with_their_state() -> None:
    text = "According to Chinese state media, Lula assured the host of his support."
    (row,) = read(text, **PEOPLE)
    assert row.via == ("state media of China",)
    text = "Lula said the embassy would open, according to state media."
    (row,) = read(text, **PEOPLE)
    assert row.via == ("state media",)


def test_the_same_source_is_the_one_before_it() -> None:
    text = (
        "Peskov said the call would take place, TASS reported.\n"
        "“The line is safe,” Peskov said, according to the same source."
    )
    assert [row.via for row in read(text, **PEOPLE)] == [("TASS",), ("TASS",)]


def test_a_quoting_agency_is_via_and_the_quoted_one_speaks() -> None:
    text = "“The line is secure,” Peskov was quoted as saying by TASS."
    assert rows(text, read(text, **PEOPLE)) == [("Dmitry Peskov", "The line is secure", ("TASS",))]


def test_a_colon_headline_is_a_statement_where_the_body_does_not_repeat_it() -> None:
    text = "Lula: Brazil to reopen its embassy in Suva\nLula visited the harbour."
    (row,) = read(text, title=True, **PEOPLE)
    assert (row.how, row.content[0].of(text)) == ("colon", "Brazil to reopen its embassy in Suva")
    assert row.cue is not None
    assert row.cue.of(text) == ":"


def test_what_the_body_says_again_is_one_row_with_both_places() -> None:
    text = "Lula: Brazil to reopen its embassy in Suva\nBrazil will reopen its embassy in Suva next year, Lula said."
    (row,) = read(text, title=True, **PEOPLE)
    assert row.content[0].of(text) == "Brazil will reopen its embassy in Suva next year"
    assert any(span.end < text.index("\n") for span in row.evidence)


def test_a_headline_with_an_unknown_before_its_colon_says_nothing() -> None:
    assert read("Explained: Brazil to reopen its embassy in Suva\nLula left.", title=True, **PEOPLE) == ()


def test_a_caption_says_nothing() -> None:
    text = "Lula said farewell to the crew in this file photo.\nLula left."
    assert read(text, caption=True, **PEOPLE) == ()


def test_an_unknown_speaker_keeps_the_printed_words() -> None:
    text = "Western diplomats say the pact will hold.\nAnatol Brzek, a trader in Suva, said the market was quiet."
    assert [who for who, _, _ in rows(text, read(text))] == ["Western diplomats", "Anatol Brzek"]


def test_the_author_and_the_reader_are_no_speakers() -> None:
    assert read("I said that the pact will hold. You say it will not.") == ()


def test_a_thing_that_shows_something_does_not_speak() -> None:
    assert read("The harbour wall underscores the need for repairs.") == ()


def test_a_greeting_without_content_is_no_statement() -> None:
    assert read("Lula welcomed Fidan.", **PEOPLE) == ()


def test_it_is_the_body_that_spoke_before() -> None:
    text = "The ministry said the road was closed. It added that buses would run."
    assert [who for who, _, _ in rows(text, read(text, **PEOPLE))] == ["KAZ", "KAZ"]


def test_a_spokesman_for_the_speaker_gives_way_to_him() -> None:
    text = "The ministry said Lula told Fidan that the embassy would open."
    assert rows(text, read(text, **PEOPLE)) == [("Luiz Inácio Lula da Silva", "the embassy would open", ())]


def test_who_was_told_is_toward() -> None:
    text = "Lula told Fidan that the embassy would open."
    (row,) = read(text, **PEOPLE)
    assert row.toward is not None
    assert row.toward.name == "Hakan Fidan"


def test_a_dateline_is_no_part_of_the_source() -> None:
    text = "SUVA (Reuters) - Lula said the embassy would open."
    cast = Cast(text, {"Lula": ("Luiz Inácio Lula da Silva", "BRA")})
    article = Article("test", text, body=(Span(0, len(text)),), datelines=(Span(0, 16),))
    sentences = parse.parsed(text, parse.sentences(text, article.body), needs)
    for row in statements(article, sentences, cast, base.default()):
        assert row.source is not None
        assert row.source.start >= 16


def test_a_continued_quotation_keeps_speaker_and_carrier() -> None:
    text = "“The line is secure,” Peskov said, according to TASS.\n“Nobody else was on the line.”"
    assert [(who, via) for who, _, via in rows(text, read(text, **PEOPLE))] == [("Dmitry Peskov", ("TASS",))] * 2


def test_whom_an_agency_cites_speaks_and_the_agency_carries_it() -> None:
    text = "TASS reported, citing Peskov, that the line was secure."
    assert rows(text, read(text, **PEOPLE)) == [("Dmitry Peskov", "the line was secure", ("TASS",))]
    text = "The line was secure, TASS reported, citing two officials."
    assert rows(text, read(text, **PEOPLE)) == [("two officials", "The line was secure", ("TASS",))]


def test_as_quoted_by_an_agency_is_via_and_no_content() -> None:
    text = "Peskov said that the line was secure, as quoted by TASS."
    assert rows(text, read(text, **PEOPLE)) == [("Dmitry Peskov", "the line was secure", ("TASS",))]


def test_what_a_speaker_cites_as_his_ground_is_no_statement_of_its_own() -> None:
    text = "Lula said the embassy would close, citing the cost of repairs."
    assert rows(text, read(text, **PEOPLE)) == [("Luiz Inácio Lula da Silva", "the embassy would close", ())]


def test_they_are_the_sides_where_nobody_else_is_meant() -> None:
    text = "They agreed to reopen the ferry line."
    cast = Cast(text)
    sides = Party("both sides", None, (Span(0, 4),), countries=("BRA", "FJI"))
    cast.sides = lambda: sides  # type: ignore[method-assign]
    article = Article("test", text, body=(Span(0, len(text)),))
    sentences = parse.parsed(text, parse.sentences(text, article.body), needs)
    (row,) = statements(article, sentences, cast, base.default())
    assert (row.speaker.name, row.speaker.countries) == ("both sides", ("BRA", "FJI"))


def test_an_office_that_is_listed_for_its_web_site_speaks_itself() -> None:
    text = "The White House said the ferry would sail."
    assert rows(text, read(text)) == [("USA", "the ferry would sail", ())]


def test_a_ministry_is_no_paper_though_its_name_holds_one() -> None:
    text = "The Ministry of Foreign Affairs of Fiji said the ferry would sail."
    (row,) = read(text, The_Ministry_of_Foreign_Affairs=(None, "FJI"))
    assert (row.speaker.country, row.via) == ("FJI", ())


def test_an_unlisted_paper_is_known_by_how_it_calls_itself() -> None:
    text = "Lula said the ferry would sail, the Suva Evening Herald reported."
    (row,) = read(text, **PEOPLE)
    assert row.via == ("Suva Evening Herald",)


def test_an_agency_that_carries_no_news_speaks() -> None:
    text = "The river agency said the dam would hold."
    assert rows(text, read(text)) == [("The river agency", "the dam would hold", ())]


def test_an_outer_cue_is_no_content_of_the_inner_statement() -> None:
    text = "Peskov said on Wednesday that Moscow had never asked for the line to be cut, TASS news agency reported."
    assert rows(text, read(text, **PEOPLE)) == [
        ("Dmitry Peskov", "Moscow had never asked for the line to be cut", ("TASS",))
    ]


def test_an_outlets_poll_speaks_for_itself() -> None:
    text = "A Fox News poll says the ferry is well liked."
    assert [(who, via) for who, _, via in rows(text, read(text))] == [("A Fox News poll", ())]


def test_a_leader_and_that_of_another_state_agree_together() -> None:
    text = "The president of Brazil, Lula, and that of Fiji, Sela, agreed to share their charts."
    found = read(
        text, **{"The president of Brazil": ("Luiz Inácio Lula da Silva", "BRA"), "Sela": ("Ratu Sela", "FJI")}
    )
    assert [(s.speaker.name, s.speaker.countries) for s in found] == [("both sides", ("BRA", "FJI"))]


def test_who_told_and_who_passes_it_on_both_speak() -> None:
    text = "Fidan told Lula that the strait was open, the sources added."
    assert [(who, what) for who, what, _ in rows(text, read(text, **PEOPLE))] == [
        ("the sources", "Fidan told Lula that the strait was open"),
        ("Hakan Fidan", "the strait was open"),
    ]


def test_the_frame_of_a_visit_is_no_content() -> None:
    text = "Fidan agreed to share the charts, within the framework of the official visit that Lula is making."
    assert [what for _, what, _ in rows(text, read(text, **PEOPLE))] == ["to share the charts"]


def test_the_turns_of_a_transcript_are_direct_statements() -> None:
    text = (
        "Fidan: Colleagues, the harbour is open.\nChina said that ships may come.\nPeskov: Thank you for the news.\n"
        "We shall come.\n<...>\nA cook served tea."
    )
    found = read(text, **PEOPLE)
    assert [(s.mode, who, what) for s, (who, what, _) in zip(found, rows(text, found), strict=True)] == [
        ("direct", "Hakan Fidan", "Colleagues, the harbour is open. // China said that ships may come."),
        ("direct", "Dmitry Peskov", "Thank you for the news. // We shall come."),
    ]


def test_one_label_makes_no_transcript_and_the_last_turn_is_one_paragraph() -> None:
    assert read("Fidan: Colleagues, the harbour is open again.\nShips came in.", **PEOPLE) == ()
    text = "Fidan: The harbour is open.\nPeskov: Thank you for the news.\nThe guests then left for the airport."
    assert [what for _, what, _ in rows(text, read(text, **PEOPLE))] == [
        "The harbour is open.",
        "Thank you for the news.",
    ]


def test_a_clause_of_time_stands_between_said_and_that() -> None:
    text = "Fidan said after the treaty was announced that there would be no new tolls on the strait."
    assert [(who, what) for who, what, _ in rows(text, read(text, **PEOPLE))] == [
        ("Hakan Fidan", "there would be no new tolls on the strait")
    ]


def test_charges_are_no_speakers() -> None:
    assert read("The indictments charging the harbour master with theft were long.", **PEOPLE) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Fidan thanked Peskov for the aid to the quake zone.",
        "Fidan told Peskov that the road was open.",
        "Fidan assured Peskov of his country's support.",
        "Fidan urged Peskov to keep the road open.",
        "Fidan extended condolences to Peskov over the flood.",
        "In a message to Peskov, Fidan said the road was open.",
        "Fidan, speaking to Peskov, stressed that the road was open.",
        "“The road is open,” Fidan told Peskov.",
    ],
)
def test_a_statement_knows_whom_it_was_said_to(text: str) -> None:
    row = read(text, **PEOPLE)[0]
    assert row.speaker.name == "Hakan Fidan"
    assert row.toward is not None and row.toward.name == "Dmitry Peskov"


def test_whom_a_statement_speaks_about_is_not_whom_it_was_said_to() -> None:
    assert read("Fidan praised Peskov for his work on the road.", **PEOPLE)[0].toward is None
    assert read("Fidan said Peskov had kept the road open.", **PEOPLE)[0].toward is None


def test_a_statement_carries_the_topics_of_its_content_only() -> None:
    row = read("Fidan said at the energy forum that trade and visas were discussed.", **PEOPLE)[0]
    assert row.topics == ("trade", "people-to-people")
