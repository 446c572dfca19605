"""Checks of the tables of partnerships: levels that exist, words that exist, one label for one level."""

from __future__ import annotations

from collections.abc import Iterator

from communique.knowledge.partnerships import Partnerships
from communique.knowledge.tables import Tables

ROLES = frozenset({"head", "modifier", "tail"})
TRACKS = frozenset({"partnership", "community", "alliance", "relations"})
STANDINGS = frozenset({"", "checked", "month checked", "year checked", "label checked", "doubtful"})


def problems(tables: Tables) -> list[str]:
    """What is wrong in the tables of partnerships; empty where nothing is."""
    found = Partnerships(tables)
    try:
        return [*_words(found), *_levels(found), *_scales(found), *_dated(found)]
    except ValueError as error:
        return [f"partnerships: {error}"]


def _words(found: Partnerships) -> Iterator[str]:
    spelled: dict[str, str] = {}
    for row in found.words.values():
        where = f"partnership_words.csv: {row.id}"
        if row.role not in ROLES:
            yield f"{where}: role is {row.role!r}; possible are {', '.join(sorted(ROLES))}"
        for form in (row.name, *row.variants):
            if spelled.setdefault(form.lower(), row.id) != row.id:
                yield f"{where}: {form!r} also stands for {spelled[form.lower()]}"


def _levels(found: Partnerships) -> Iterator[str]:
    labels: dict[frozenset[str], str] = {}
    for row in found.levels.values():
        where = f"partnership_levels.csv: {row.id}"
        if row.track not in TRACKS:
            yield f"{where}: track is {row.track!r}; possible are {', '.join(sorted(TRACKS))}"
        for word in sorted(row.words - found.words.keys()):
            yield f"{where}: no such word: {word}"
        if row.words and labels.setdefault(row.words, row.id) != row.id:
            yield f"{where}: {labels[row.words]} has the same words"
        heads = [word for word in row.words if word in found.words and found.words[word].role == "head"]
        if row.words and len(heads) != 1:
            yield f"{where}: a label has one head, not {len(heads)}"


def _scales(found: Partnerships) -> Iterator[str]:
    for scale, rungs in found.scales.items():
        for level in rungs:
            if level not in found.levels:
                yield f"partnership_scales.csv: {scale}: no such level: {level}"


def _dated(found: Partnerships) -> Iterator[str]:
    last: dict[frozenset[str], str] = {}
    for row in found.dated:
        where = f"partnerships.csv: {', '.join(row.parties)}, {row.level}"
        if row.level not in found.levels:
            yield f"{where}: no such level"
        if row.standing not in STANDINGS:
            yield f"{where}: standing is {row.standing!r}; possible are {', '.join(filter(None, sorted(STANDINGS)))}"
        if len(set(row.parties)) < 2:
            yield f"{where}: a partnership has at least two parties"
        if row.since and row.until and row.since.first > row.until.last:
            yield f"{where}: ends before it starts"
        since = str(row.since) if row.since else ""
        if since and since < last.get(frozenset(row.parties), ""):
            yield f"{where}: the rungs of a pair stand in order of time"
        last[frozenset(row.parties)] = since or last.get(frozenset(row.parties), "")
