"""A record as lines of text that do not depend on how it came about: what two builds are compared by."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

# The store's own numbers of articles depend on the order in which they came: ids stand for them.
_QUESTIONS = (
    ("input", "select path, digest, state, kind, reason, mend from inputs order by path"),
    (
        "article",
        "select id, title, outlet, language, published, url, text_digest, reader, digest, occasion, hex(fingerprints)"
        " from articles join readings on article = number order by id",
    ),
    ("common", "select value from common_fingerprints order by value"),
    ("link", "select link from copy_links order by link"),
    ("chain", "select chain from chains order by chain"),
    ("mention", "select id, mention, facts from mentions join articles on number = article order by id, mention"),
    ("encounter", "select id, base, merged from encounters order by id"),
    (
        "told",
        "select id, mention, encounter from encounter_mentions join articles on number = article order by 1, 2, 3",
    ),
    ("party", "select party, start, encounter from encounter_parties order by 1, 2, 3"),
    ("claim", "select id, scope, claims.claim from claims order by id"),
    ("wording", "select id, statement, claim from claim_wordings join articles on number = article order by 1, 2, 3"),
    ("row", "select id, scope, day, merged from merged_rows order by id"),
    (
        "row telling",
        "select id, list, position, telling, merged from merged_row_tellings join articles on number = article"
        " order by 1, 2, 3",
    ),
    ("facet", "select facet, value, merged from merged_row_facets order by 1, 2, 3"),
    (
        "judgement",
        "select id, act, subject, object, field, value, undoes, by_whom, at_time, note from judgements order by id",
    ),
    ("refusal", "select judgement, reason from refusals order by judgement"),
    ("todo", "select stage, key from todo order by stage, key"),
)


def lines(connection: sqlite3.Connection, *, inputs: bool = True) -> Iterator[str]:
    """Every row of the record as a line, in an order of its own; without the inputs' paths where these differ."""
    for name, question in _QUESTIONS:
        if name == "input" and not inputs:
            continue
        for row in connection.execute(question):
            yield f"{name}\t" + "\t".join("" if value is None else str(value) for value in row)
