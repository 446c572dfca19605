"""Every form of attribution: exact cue, source and content. All sentences written for communique."""

from __future__ import annotations

import pytest

from communique.model.span import Span, stripped
from communique.reading import parse
from communique.reading.statements import Frame, frames, needs


def read(text: str) -> tuple[Frame, ...]:
    blocks, at = [], 0
    for line in text.split("\n"):
        span = stripped(text, at, at + len(line))
        blocks += [span] if span else []
        at += len(line) + 1
    return frames(text, parse.parsed(text, parse.sentences(text, blocks), needs))


def shown(text: str) -> list[tuple[str | None, str | None, str]]:
    """Source, cue and content of each frame."""

    def cut(span: Span | None) -> str | None:
        return span.of(text) if span else None

    return [(cut(f.source), cut(f.cue), " // ".join(s.of(text) for s in f.content)) for f in read(text)]


ONE = [
    (
        "Investors cautioned the plan was new and it was too soon to judge the effect on the fisheries.",
        ("Investors", "cautioned", "the plan was new and it was too soon to judge the effect on the fisheries"),
    ),
    (
        "“I do not think the strait will open,” Petrov said Friday morning before the treaty was announced.",
        ("Petrov", "said", "I do not think the strait will open"),
    ),
    (
        "In his discussion with Sela, Kenyan Prime Minister Musa Otieno Mudavadi said the two neighbours shared goals.",
        ("Kenyan Prime Minister Musa Otieno Mudavadi", "said", "the two neighbours shared goals"),
    ),
    (
        "The two leaders resolved that Kenya and Fiji will keep the sea lanes open.",
        ("The two leaders", "resolved", "Kenya and Fiji will keep the sea lanes open"),
    ),
    (
        "Orpo again -- as he often does -- rose and criticised the inquiry as a waste.",
        ("Orpo", "criticised", "the inquiry as a waste"),
    ),
    (
        "President Orpo spoke on Friday with Fijian Prime Minister Ratu Sela to congratulate him on his new mandate.",
        ("President Orpo", "congratulate", "him on his new mandate"),
    ),
    (
        "Orpo relayed “concerns” over the deepening drought in the border district of Mandera.",
        ("Orpo", "relayed", "“concerns” over the deepening drought in the border district of Mandera"),
    ),
    (
        "The President welcomed the visit to Suva this week by the Tongan minister’s chief of staff.",
        ("The President", "welcomed", "the visit to Suva this week by the Tongan minister’s chief of staff"),
    ),
    (
        "The envoy underscored the importance of open ports for keeping prices low so that villagers can buy grain.",
        (
            "The envoy",
            "underscored",
            "the importance of open ports for keeping prices low so that villagers can buy grain",
        ),
    ),
    (
        "The minister stressed Kenya's keenness to deepen ties with the islands of the Pacific.",
        ("The minister", "stressed", "Kenya's keenness to deepen ties with the islands of the Pacific"),
    ),
    (
        "The senator invoked the floods of spring to thrill his young voters.",
        ("The senator", "invoked", "the floods of spring"),
    ),
    (
        "Orpo characterised the inquiry stemming from the ferry accident as a “waste of paper.”",
        ("Orpo", "characterised", "the inquiry stemming from the ferry accident as a “waste of paper.”"),
    ),
    (
        "The senator called Fijian Prime Minister Ratu Sela “one of the kindest men of our age.”",
        ("The senator", "called", "Fijian Prime Minister Ratu Sela “one of the kindest men of our age.”"),
    ),
    (
        "The Pacific Health Council declared the fever an emergency on Friday.",
        ("The Pacific Health Council", "declared", "the fever an emergency"),
    ),
    (
        "Orpo urged Fiji to “open the strait, limit its patrols and spare the fishermen”.",
        ("Orpo", "urged", "Fiji to “open the strait, limit its patrols and spare the fishermen”"),
    ),
    (
        "Petrov added that attempts by the islands to solve all quarrels with tariffs were extremely harmful.",
        ("Petrov", "added", "attempts by the islands to solve all quarrels with tariffs were extremely harmful"),
    ),
    (
        "Petrov spoke today with Prime Minister Sela of Fiji, committing that both navies will search together.",
        ("Petrov", "committing", "both navies will search together"),
    ),
    (
        "The council has raised the possibility of safe routes being opened into the valley.",
        ("The council", "raised", "the possibility of safe routes being opened into the valley"),
    ),
    (
        "The Kenyan foreign minister said that the corridor would open in March.",
        ("The Kenyan foreign minister", "said", "the corridor would open in March"),
    ),
    (
        "Mudavadi said the corridor would open in March.",
        ("Mudavadi", "said", "the corridor would open in March"),
    ),
    (
        "Nairobi is ready to host the second round, Mudavadi told his Rwandan guest on Monday in Mombasa.",
        ("Mudavadi", "told", "Nairobi is ready to host the second round"),
    ),
    (
        "The ferry line will reopen before the harvest, Petrov said.",
        ("Petrov", "said", "The ferry line will reopen before the harvest"),
    ),
    (
        "“The road is long, but it leads home,” underlined the Georgian leader.",
        ("the Georgian leader", "underlined", "The road is long, but it leads home"),
    ),
    (
        "“The ceasefire is holding. Nobody wants another winter of war,” said the Finnish envoy.",
        ("the Finnish envoy", "said", "The ceasefire is holding. Nobody wants another winter of war"),
    ),
    (
        "Brazil, Lula said, will keep its embassy open.",
        ("Lula", "said", "Brazil // will keep its embassy open"),
    ),
    (
        "“We are patient,” Orpo told reporters, “but patience has a date.”",
        ("Orpo", "told", "We are patient // but patience has a date."),
    ),
    (
        "“We are patient,” Orpo told reporters. “Patience has a date.”",
        ("Orpo", "told", "We are patient // Patience has a date."),
    ),
    (
        "The minister said: “Our door is open. It stays open.”",
        ("The minister", "said", "Our door is open. It stays open."),
    ),
    (
        "Merkel said the deal was “good for everyone” and “long overdue”.",
        ("Merkel", "said", "the deal was “good for everyone” and “long overdue”"),
    ),
    (
        "He called on both sides to lower tariffs, open the border and resume flights.",
        ("He", "called on", "both sides to lower tariffs, open the border and resume flights"),
    ),
    (
        "The president called for strengthened trust along the river.",
        ("The president", "called for", "strengthened trust along the river"),
    ),
    (
        "The king urged his neighbours to open the strait.",
        ("The king", "urged", "his neighbours to open the strait"),
    ),
    (
        "The king urged restraint.",
        ("The king", "urged", "restraint"),
    ),
    (
        "Both sides agreed to reopen the consulate in Aden.",
        ("Both sides", "agreed", "to reopen the consulate in Aden"),
    ),
    (
        "The two ministers held talks in Doha on Sunday, with both sides agreeing to share flood data.",
        ("both sides", "agreeing", "to share flood data"),
    ),
    (
        "Ramaphosa welcomed the court's ruling as fair and final.",
        ("Ramaphosa", "welcomed", "the court's ruling as fair and final"),
    ),
    (
        "Kishida lauded Modi for his role in the rescue.",
        ("Kishida", "lauded", "Modi for his role in the rescue"),
    ),
    (
        "The Fijian premier thanked Tonga for its help.",
        ("The Fijian premier", "thanked", "Tonga for its help"),
    ),
    (
        "The chancellor condemned the attack on the convoy.",
        ("The chancellor", "condemned", "the attack on the convoy"),
    ),
    (
        "The envoy recalled his visit to the monastery.",
        ("The envoy", "recalled", "his visit to the monastery"),
    ),
    (
        "The Sultan expressed his hope for an early return of the fishermen.",
        ("The Sultan", "expressed", "his hope for an early return of the fishermen"),
    ),
    (
        "The prince extended his condolences to the families of the crew.",
        ("The prince", "extended", "his condolences to the families of the crew"),
    ),
    (
        "He emphasized three principles: patience, parity, and open books.",
        ("He", "emphasized", "three principles: patience, parity, and open books"),
    ),
    (
        "The two presidents reaffirmed their commitment to the river treaty.",
        ("The two presidents", "reaffirmed", "their commitment to the river treaty"),
    ),
    (
        "Lagos accused Abuja of hiding the annex.",
        ("Lagos", "accused", "Abuja of hiding the annex"),
    ),
    (
        "Norway assured Iceland of its full support.",
        ("Norway", "assured", "its full support"),
    ),
    (
        "The premier warned against haste.",
        ("The premier", "warned against", "haste"),
    ),
    (
        "She made it clear that the base would close.",
        ("She", "made it clear", "the base would close"),
    ),
    (
        "According to the defence ministry, two ships left the harbour at dawn.",
        ("the defence ministry", "According to", "two ships left the harbour at dawn"),
    ),
    (
        "Two ships left the harbour at dawn, according to the defence ministry.",
        ("the defence ministry", "according to", "Two ships left the harbour at dawn"),
    ),
    (
        "As the minister noted, the pipeline is empty.",
        ("the minister", "noted", "the pipeline is empty"),
    ),
    (
        "“The canal will be dredged,” the premier was quoted as saying by the Tanjug news agency.",
        ("the premier", "saying", "The canal will be dredged"),
    ),
    (
        "Xinhua quoted him as saying that the canal would be dredged.",
        ("him", "saying", "the canal would be dredged"),
    ),
    (
        "The visitor was praised by the chancellor.",
        ("the chancellor", "praised", "The visitor"),
    ),
    (
        "The commission issued a statement saying that the talks would go on.",
        ("The commission", "saying", "the talks would go on"),
    ),
    (
        "The Maltese minister, who chairs the bloc, told the meeting that the levy would fall.",
        ("The Maltese minister", "told", "the levy would fall"),
    ),
    (
        '"Will the bridge hold?" Lavrov asked.',
        ("Lavrov", "asked", "Will the bridge hold?"),
    ),
    (
        "Both sides have agreed to keep the lanes open, lift the tolls, and share the cost of the pilots.",
        ("Both sides", "agreed", "to keep the lanes open, lift the tolls, and share the cost of the pilots"),
    ),
    (
        "Under Secretary Marlow reiterated the need to keep the lanes open.",
        ("Secretary Marlow", "reiterated", "the need to keep the lanes open"),
    ),
    (
        "The bank has ended its contract with Tom Gale, a former aide to the mayor, a spokesman for the bank said.",
        (
            "a spokesman for the bank",
            "said",
            "The bank has ended its contract with Tom Gale, a former aide to the mayor",
        ),
    ),
    (
        "“The lake is ours to share,” says Mira Holt, 32, a clerk for a firm that sells nets.",
        ("Mira Holt, 32, a clerk for a firm", "says", "The lake is ours to share"),
    ),
    (
        "“The lake is ours to share,” he said two days after the flood, “and we will share it.”",
        ("he", "said", "The lake is ours to share // and we will share it."),
    ),
    (
        "The broker said he had received offers, but “none of them was made in earnest.”",
        ("The broker", "said", "he had received offers, but “none of them was made in earnest.”"),
    ),
    (
        "“The toll will be lifted,” May said.",
        ("May", "said", "The toll will be lifted"),
    ),
    (
        "The plan was written by two clerks, said one official involved in its drafting.",
        ("one official", "said", "The plan was written by two clerks"),
    ),
    (
        "The envoy said hours before the vote that the toll would be lifted.",
        ("The envoy", "said", "the toll would be lifted"),
    ),
    (
        "Niinisto and Duda both stressed that the toll must go.",
        ("Niinisto and Duda", "stressed", "the toll must go"),
    ),
    (
        "“The sea divides nobody,” the envoy ventured.",
        ("the envoy", "ventured", "The sea divides nobody"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), ONE, ids=[text[:40] for text, _ in ONE])
def test_one_statement_is_read_exactly(text: str, expected: tuple[str, str, str]) -> None:
    assert shown(text) == [expected]


TWO = [
    (
        "Several states denounced Fiji’s decision to be unlawful and threatened tougher measures against Tonga.",
        [
            ("Several states", "denounced", "Fiji’s decision to be unlawful"),
            ("Several states", "threatened", "tougher measures against Tonga"),
        ],
    ),
    (
        "Noting that the ferry line had reopened, Petrov said trade would follow.",
        [("Petrov", "Noting", "the ferry line had reopened"), ("Petrov", "said", "trade would follow")],
    ),
    (
        "Sobotka said the treaty was sound, adding that the annexes needed work.",
        [("Sobotka", "said", "the treaty was sound"), ("Sobotka", "adding", "the annexes needed work")],
    ),
    (
        "She noted that the port remains open and encouraged more shippers to use it.",
        [("She", "noted", "the port remains open"), ("She", "encouraged", "more shippers to use it")],
    ),
    (
        "The two presidents reaffirmed their commitment to the river treaty, while pledging to share flood data.",
        [
            ("The two presidents", "reaffirmed", "their commitment to the river treaty"),
            ("The two presidents", "pledging", "to share flood data"),
        ],
    ),
    (
        "Tusk praised the pact, emphasising the importance of calm on the border.",
        [("Tusk", "praised", "the pact"), ("Tusk", "emphasising", "the importance of calm on the border")],
    ),
    (
        "The Czech leader described the summit as a turning point and called the host a friend.",
        [
            ("The Czech leader", "described", "the summit as a turning point"),
            ("The Czech leader", "called", "the host a friend"),
        ],
    ),
    (
        "“We want a fair treaty,” the minister said, urging the neighbours to sign it.",
        [("the minister", "said", "We want a fair treaty"), ("the minister", "urging", "the neighbours to sign it")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TWO, ids=[text[:40] for text, _ in TWO])
def test_two_cues_are_two_statements_of_one_speaker(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert shown(text) == expected
    assert [frame.inherits is not None for frame in read(text)].count(True) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The ambassador did not say that the talks had failed.",
        "The spokesman declined to say whether the visit would go ahead.",
        "The minister may announce that the base will close.",
        "The king called on the governor after breakfast.",
        "The visit underscored the depth of the friendship.",
        "The talks emphasized trade.",
        "The two sides signed the said agreement.",
        "The leaders’ talks lasted two hours.",
        "The report was on the table.",
        "Asked about the annex, the two ministers smiled.",
        "After the vote the members are asked to hand in their cards.",
        "The officials refused to open the gate.",
        "He hopes to visit the lake in June.",
    ],
)
def test_what_was_not_said_is_no_statement(text: str) -> None:
    assert shown(text) == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The envoy said during a press conference in Minsk that flights would resume.", "flights would resume"),
        ("The envoy said on Monday that flights would resume.", "flights would resume"),
        ("The envoy said on Monday flights would resume.", "flights would resume"),
        ("The ministry said in a statement that the envoy had been recalled.", "the envoy had been recalled"),
        ("Orban told reporters that the road was open, during a visit to the tunnel.", "the road was open"),
        ("The king praised the crew in a telephone call with the premier.", "the crew"),
        ("The envoy said last week that flights would resume.", "flights would resume"),
    ],
)
def test_a_phrase_that_belongs_to_the_verb_is_outside_the_content(text: str, content: str) -> None:
    assert [c for _, _, c in shown(text)] == [content]


def test_who_was_told_is_the_addressee_and_not_content() -> None:
    text = "Mudavadi told his Rwandan guest that the corridor would open."
    (frame,) = read(text)
    assert frame.addressee is not None
    assert frame.addressee.of(text) == "his Rwandan guest"
    assert frame.content[0].of(text) == "the corridor would open"


def test_a_quoting_agency_is_via() -> None:
    text = "Xinhua quoted him as saying that the canal would be dredged."
    (frame,) = read(text)
    assert [span.of(text) for span in frame.via] == ["Xinhua"]


def test_according_to_beside_a_speaker_is_via() -> None:
    text = "According to Anadolu, Fidan told his guest that the gates would stay open."
    outer, inner = read(text)
    assert outer.form == "according to"
    assert inner.inside == 0
    assert [span.of(text) for span in inner.via] == ["Anadolu"]
    assert inner.content[0].of(text) == "the gates would stay open"


def test_nested_attributions_know_which_stands_inside_which() -> None:
    text = "TASS reported that Peskov said the call would take place on Friday."
    outer, inner = read(text)
    assert (outer.inside, inner.inside) == (None, 0)
    assert inner.content[0].of(text) == "the call would take place on Friday"


def test_the_cue_carries_its_force() -> None:
    assert [frame.force for frame in read("The king urged restraint and vowed to help.")] == ["called_for", "pledged"]


@pytest.mark.parametrize(
    "text, force",
    [
        ("The minister said the talks had begun.", "stated"),
        ("The minister stressed that trust matters.", "stressed"),
        ("The minister hoped that the talks would resume.", "hoped"),
        ("The minister expressed his hope that the talks would resume.", "hoped"),
        ("The minister expressed readiness to resume the talks.", "ready"),
        ("The minister voiced deep concern over the strikes.", "concerned"),
        ("The minister expressed his country's gratitude for the aid.", "welcomed"),
        ("The minister proposed holding a summit.", "proposed"),
        ("The minister suggested holding a summit.", "proposed"),
        ("The minister asked both sides to show restraint.", "called_for"),
        ("The minister called for a ceasefire.", "called_for"),
        ("The minister demanded that the siege be lifted.", "demanded"),
        ("The minister warned against new sanctions.", "warned"),
        ("The minister rejected the charge.", "opposed"),
        ("The minister condemned the attack on the embassy.", "condemned"),
        ("The minister praised the plan.", "welcomed"),
        ("The minister described the plan as a milestone.", "described"),
        ("The minister promised to send aid.", "pledged"),
        ("The two sides agreed to hold talks.", "agreed"),
    ],
)
def test_the_force_is_what_the_speaker_does(text: str, force: str) -> None:
    assert [frame.force for frame in read(text)] == [force]


def test_a_bare_name_is_thin_content() -> None:
    assert [frame.thin for frame in read("The emir welcomed Macron.")] == [True]
    assert [frame.thin for frame in read("The emir welcomed the proposal.")] == [False]


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("“The sea divides nobody,” the envoy said.", "direct"),
        ("The envoy said that “the sea divides nobody.”", "direct"),
        ("The envoy said the sea “divides nobody” at all.", "mixed"),
        ("The envoy said the sea divides nobody.", "indirect"),
    ],
)
def test_the_mode_tells_whose_words_they_are(text: str, mode: str) -> None:
    assert [frame.mode for frame in read(text)] == [mode]


def test_a_translators_bracket_is_an_insertion() -> None:
    text = "“The friendship of [nos] two peoples is old,” the premier said."
    (frame,) = read(text)
    assert [span.of(text) for span in frame.insertions] == ["[nos]"]


def test_american_and_british_spellings_are_both_cues() -> None:
    for word in ("emphasised", "emphasized", "stressed", "underlined", "signalled", "signaled", "recognised"):
        assert [cue for _, cue, _ in shown(f"The premier {word} that the pact holds.")] == [word]


def test_a_sentence_that_can_hold_nothing_needs_no_parse() -> None:
    assert not needs("The delegation left for Muscat at noon.")
    assert not needs("“The road is long.")
    assert needs("The premier emphasised calm.")
    assert needs("Two ships left, according to the ministry.")
    assert needs("“The sea divides nobody,” the envoy ventured.")
