"""Checks of the tables of set phrases: pairs that exist, words of one class only, wordings of one phrase only."""

from __future__ import annotations

from collections.abc import Iterator

from communique.knowledge.phrases import SetPhrases
from communique.knowledge.stems import stem
from communique.knowledge.tables import Tables

GROUPS = frozenset(
    {
        "worldview", "order", "principle", "relations", "taiwan", "security", "ukraine", "economy", "people",
        "domestic", "history", "protest",
    }
)  # fmt: skip


def problems(tables: Tables) -> list[str]:
    """What is wrong in the tables of set phrases; empty where nothing is."""
    found = SetPhrases(tables)
    try:
        return [*_phrases(found), *_words(found)]
    except ValueError as error:
        return [f"phrases: {error}"]


def _phrases(found: SetPhrases) -> Iterator[str]:
    owners: dict[str, str] = {}
    for row in found.rows.values():
        where = f"phrases.csv: {row.id}"
        if row.group not in GROUPS:
            yield f"{where}: group is {row.group!r}; possible are {', '.join(sorted(GROUPS))}"
        for other in row.not_this:
            if other not in found.rows or other == row.id:
                yield f"{where}: no such other phrase in not_this: {other}"
        for wording in (row.name, *row.variants, *row.original):
            key = " ".join(stem(word) for word in wording.removeprefix("=").replace("-", " ").split())
            if owners.setdefault(key, row.id) != row.id:
                yield f"{where}: {wording!r} is also a wording of {owners[key]}"


def _words(found: SetPhrases) -> Iterator[str]:
    classes: dict[str, str] = {}
    for id_, words in found.words.items():
        if len(words) < 2:
            yield f"phrase_words.csv: {id_}: a class has at least two words"
        for word in words:
            key = " ".join(map(stem, word.split()))
            if classes.setdefault(key, id_) != id_:
                yield f"phrase_words.csv: {id_}: {word!r} is also in {classes[key]}"
