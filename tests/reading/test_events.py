"""Events: one act, its type, its sides. All texts are written for communique."""

import time

import pytest

from communique.model.article import Source
from communique.run.read import Reader

READER = Reader(debug=True)


def events(text):
    return READER.read(Source(text.encode())).events


def first(text):
    found = events(text)
    return (found[0].type, found[0].actor, found[0].recipient) if found else None


@pytest.mark.parametrize(
    "text, kind, actor, recipient",
    [
        ("Kenya promised to send rice to Somalia.", "AGREE", ("KEN",), ("SOM",)),
        ("Kenya sent 200 tons of rice and other food aid to Somalia.", "AID", ("KEN",), ("SOM",)),
        ("Kenya refused to send food aid to Somalia.", "REJECT", ("KEN",), ("SOM",)),
        ("Kenya asked Somalia to send food aid.", "REQUEST", ("KEN",), ("SOM",)),
        ("Kenya threatened to cut off food aid to Somalia.", "THREATEN", ("KEN",), ("SOM",)),
        ("Kenya cut off food aid to Somalia on Friday.", "SANCTION", ("KEN",), ("SOM",)),
        ("Kenya will not send food aid to Somalia, a minister said.", "REJECT", ("KEN",), ("SOM",)),
        ("Peru said that Chile must withdraw its ships.", "REQUEST", ("PER",), ("CHL",)),
        ("Peru imposed sanctions on Chile.", "SANCTION", ("PER",), ("CHL",)),
        ("Peru lifted sanctions on Chile.", "CONCEDE", ("PER",), ("CHL",)),
        ("Peru expelled two diplomats of Chile.", "SANCTION", ("PER",), ("CHL",)),
        ("Two diplomats from Chile were expelled by Peru.", "SANCTION", ("PER",), ("CHL",)),
        ("Peru apologised to Chile for the delay.", "CONCEDE", ("PER",), ("CHL",)),
        ("Peru condemned the raid by Chile.", "ACCUSE", ("PER",), ("CHL",)),
        ("Peruvian troops withdrew from Chile on Monday.", "RETREAT", ("PER",), ("CHL",)),
        ("Peru and Chile began joint military exercises.", "COOPERATE", ("PER", "CHL"), ()),
        ("Peru recognised Chile.", "SUPPORT", ("PER",), ("CHL",)),
        ("Peru summoned the ambassador of Chile.", "ACCUSE", ("PER",), ("CHL",)),
        ("Peru vowed to attack Chile.", "THREATEN", ("PER",), ("CHL",)),
        ("Peru offered condolences to Chile after the storm.", "SUPPORT", ("PER",), ("CHL",)),
        ("Peruvian troops pulled out of Chile.", "RETREAT", ("PER",), ("CHL",)),
        ("The East German government expelled two diplomats of Peru.", "SANCTION", ("DEU",), ("PER",)),
        ("Soviet leader Mikhail Gorbachev welcomed a plan of Peru.", "SUPPORT", ("RUS",), ("PER",)),
        ("Chile's president will visit Peru next week.", "AGREE", ("CHL",), ("PER",)),
    ],
)
def test_an_operator_decides_what_an_act_is(text, kind, actor, recipient):
    assert first(text) == (kind, actor, recipient)


@pytest.mark.parametrize(
    "text",
    [
        "Peru did not send aid to Chile.",
        "It is unclear whether Peru will send aid to Chile.",
        "A spokesman for Peru declined to comment on Chile.",
        "Peru could send aid to Chile.",
        "Peruvian carmaker Andina agreed to sell a plant to Chile.",
        "Peru attacked from the start in the World Cup match against Chile.",
        "In 1879 Chile attacked Peru.",
        "Peru said it had not thought to ask Chile for help.",
        "Peru refused to rule out a visit to Chile.",
        "A war of words between Peru and Chile erupted on Sunday.",
        "If Chile signs, Peru will send food aid to Chile.",
        "Peru vowed that it can handle Chile.",
        "Peru wondered whether it had asked Chile to wait.",
        "The treaty that Peru signed with Chile is on show in Lima.",
    ],
)
def test_what_was_not_done_is_no_event(text):
    assert events(text) == ()


def test_no_state_is_on_both_sides():
    for text in ("Kenya's president urged Kenya and Uganda to sign.", "Kenyan police arrested twelve Kenyan farmers."):
        for event in events(text):
            assert not set(event.actor) & set(event.recipient)


def test_an_act_told_twice_is_one_event_with_two_places():
    text = (
        "Peru condemns Chile\n\nPeru on Monday condemned Chile for the closure of a port. The port is small.\n\n"
        "Peru also condemned Chile for the raid, an official said.\n"
    )
    found = [event for event in events(text) if event.type == "ACCUSE"]
    assert len(found) == 1 and len({text.count("\n", 0, span.start) for span in found[0].evidence}) > 1


def test_a_held_meeting_is_consult_a_planned_one_agree_a_cancelled_one_reject():
    held = "Kenyan President William Ruto met Chinese President Xi Jinping in Beijing on Tuesday."
    planned = "Kenyan President William Ruto will meet Chinese President Xi Jinping in Beijing next week."
    off = "A meeting of Kenyan President William Ruto and Chinese President Xi Jinping was cancelled on Tuesday."
    assert [events(text)[0].type for text in (held, planned, off)] == ["CONSULT", "AGREE", "REJECT"]
    assert events(held)[0].actor == ("KEN",) and events(held)[0].recipient == ("CHN",)
    assert events(held)[0].derived[0] == "encounter:e1" and events(planned)[0].status == "planned"


def test_a_statement_knows_its_event():
    text = "Chinese President Xi Jinping praised Kenya for its role in Africa, and said that the sky was blue."
    reading = READER.read(Source(text.encode()))
    praise = reading.statements[0]
    assert praise.event is not None and reading.events[praise.event].type == "SUPPORT"
    assert reading.events[praise.event].derived == ("statement:0",)
    assert all(row.event is None for row in reading.statements[1:])


@pytest.mark.parametrize(
    "text, kind",
    [
        ("Peru promised to send rice to Chile.", "AGREE"),
        ("Peru vowed to attack Chile.", "THREATEN"),
        ("Peru donated vaccines to Chile.", "AID"),
    ],
)
def test_a_commitment_and_the_act_that_tells_it_are_one_event(text, kind):
    reading = READER.read(Source(text.encode()))
    assert [event.type for event in reading.events] == [kind]
    if reading.commitments:
        assert any(name.startswith("commitment:") for name in reading.events[0].derived)


def test_an_act_of_last_year_is_past():
    assert [event.status for event in events("Kenya sent food aid to Somalia last year.")] == ["past"]


@pytest.mark.parametrize(
    "words", ["Kenya promised to ask Somalia to refuse to ", "Kenya insisted that Somalia vowed to urge that "]
)
def test_hostile_repetition_costs_linear_time(words):
    text = words * 400 + "go."
    start = time.process_time()
    events(text)
    once = time.process_time() - start
    start = time.process_time()
    events(text * 4)
    assert time.process_time() - start < 12 * max(once, 0.2)


def test_a_text_that_opens_with_their_talks_is_read():
    text = "Several Moroccan diplomats held their first meeting with President Barack Obama at a lunch on Friday."
    assert READER.read(Source(text.encode())).encounters is not None
