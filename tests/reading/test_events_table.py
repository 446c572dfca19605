"""The event table and its codes. All texts are written for communique."""

from communique.knowledge.base import default
from communique.model.article import Source
from communique.reading.events import table
from communique.run.read import Reader

READER = Reader(debug=True)


def rows(text):
    return list(table.rows(READER.read(Source(text.encode())), READER.knowledge))


def test_an_organisation_is_igo_and_keeps_its_id_beside():
    (row,) = rows("The European Union imposed sanctions on Belarus.")
    assert (row.actors, row.recipients, row.organisations) == (("IGO",), ("BLR",), ("EU",))


def test_a_movement_counts_as_its_state():
    assert table.coded(("HAMAS", "UN", "KEN"), default()) == ("PSE", "IGO", "KEN")


def test_ids_come_from_content():
    text = "Peru condemned Chile for the raid."
    assert rows(text)[0].id == rows(text)[0].id != rows("Peru condemned Chile for the raids.")[0].id


def test_the_date_says_how_it_was_found():
    told = "Peru condemned Chile on 4 May 2023 for the raid."
    assert (str(rows(told)[0].date), rows(told)[0].date_how) == ("2023-05-04", "sentence")
    assert rows("Peru condemned Chile for the raid.")[0].date is None


def test_the_evidence_sentence_is_one_of_the_text():
    text = "It rained. Peru condemned Chile for the raid. Then it rained again."
    assert rows(text)[0].sentence.of(text) == "Peru condemned Chile for the raid."
