"""The example record: who tells which encounter, how many origins stand behind it, who copies whom (tests/gold)."""

import itertools
import json
from pathlib import Path

import pytest

from communique.ingest.files import load
from communique.knowledge.base import default
from communique.model.reading import Failure
from communique.resolve.copies.compare import compare
from communique.resolve.encounters import resolved
from communique.resolve.facts import mentions
from communique.resolve.origins import chains
from communique.run.read import Reader

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "src" / "communique" / "examples"
GOLD = [json.loads(line) for line in (ROOT / "tests" / "gold" / "record.jsonl").read_text().splitlines()]
COPIED = ("bulk", "partial", "translated")
each = pytest.mark.parametrize("row", GOLD, ids=lambda row: row["encounter"])


class Record:
    """All examples, resolved."""

    def __init__(self):
        reader = Reader()
        read = {path.stem: reader.read(load(str(path), 1 << 24)) for path in sorted(EXAMPLES.glob("[0-9]*"))}
        assert not [row for row in read.values() if isinstance(row, Failure)]
        self.by_name = read
        self.readings = {row.article.id: row for row in read.values()}
        self.name = {row.article.id: name for name, row in read.items()}
        told = {name: row["encounter"] for row in GOLD for name in (*row["articles"], *row["unread"])}
        self.links = {}
        for one, two in itertools.combinations(sorted(read), 2):
            link = compare(read[one], read[two])
            # A translation is only looked for among articles of one encounter.
            if link and (link.kind != "translated" or told.get(one) == told.get(two) is not None):
                self.links[one, two] = link
        links = [link for _, link in sorted(self.links.items())]
        self.chains = chains(tuple(self.readings.values()), links, default())
        self.mentions = [facts for row in self.readings.values() for facts in mentions(row)]
        self.encounters = resolved(self.mentions, self.readings, self.chains, links).encounters

    def of(self, row):
        """The encounters that hold the mentions of a gold row, with the articles of each."""
        people = {person.entity for name in row["people"] for person in default().people.named(name)}
        wanted = {
            (facts.article, facts.encounter)
            for facts in self.mentions
            if self.name[facts.article] in row["articles"]
            and facts.family == row["family"]
            and people <= {actor.key for actor in facts.actors}
            and (facts.start is None or row["date"].startswith(facts.start[:4]))
        }
        return [found for found in self.encounters if wanted & set(found.mentions)]


@pytest.fixture(scope="module")
def record():
    return Record()


@each
def test_the_articles_that_tell_an_encounter_are_found_and_no_others(record, row):
    found = record.of(row)
    told = {record.name[article] for one in found for article, _ in one.mentions}
    assert told <= set(row["articles"])
    assert set(row["articles"]) - set(row["may_lack"]) <= told
    assert len(found) <= 1


@each
def test_its_independent_origins_are_counted(record, row):
    for found in record.of(row):
        assert len(found.voices) == row["origins"], found.voices


@each
def test_who_copies_whom_and_how(record, row):
    kinds = {(one, two): record.links.get((one, two)) for one, two, _ in row["copies"]}
    assert all(kinds[one, two] and kinds[one, two].kind in wanted for one, two, wanted in row["copies"]), kinds


@each
def test_where_articles_contradict_each_other_it_is_said(record, row):
    for found in record.of(row):
        fields = {dispute.field for dispute in found.contradictions}
        assert set(row["disputed"]) <= fields
        assert not fields - set(row["disputed"]) - {"level", "venue"}


def test_no_copies_but_these(record):
    known = {(one, two) for row in GOLD for one, two, _ in row["copies"]}
    known |= {(one, two) for row in GOLD for one, two in row["may_be_copies"]}
    assert {pair for pair, link in record.links.items() if link.kind in COPIED} - known == set()


def test_the_record_is_large_enough_to_show_something():
    assert len(GOLD) >= 12
    assert (
        sum(len(row["articles"]) + len(row["unread"]) for row in GOLD) >= 40 or len(list(EXAMPLES.glob("[0-9]*"))) >= 40
    )


def test_the_gold_names_only_articles_that_are_there():
    names = {path.stem for path in EXAMPLES.glob("[0-9]*")}
    assert {name for row in GOLD for name in (*row["articles"], *row["unread"])} <= names
