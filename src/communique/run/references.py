"""What a person types for a thing of a record, and the thing: beginnings of ids, paths, `ARTICLE#e1`."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from communique.store import encounters, finding, rows
from communique.store import mentions as stored

# Nothing here loads the parser: a command that only asks a record answers at once.


class UnknownError(LookupError):
    """A reference to something that the record does not have, or to several things; the message says which."""


def mention_of(connection: sqlite3.Connection, reference: str) -> str:
    """The key of the mention that stands for an encounter (`enc-...`), or for one told by an article (`ARTICLE#e1`).

    An id may be shortened as long as it stays unique. Raises LookupError.
    """
    if "#" in reference:
        return _told_in(connection, *reference.rsplit("#", 1))
    if reference.startswith("men-"):
        if stored.of_key(connection, reference) is None:
            raise UnknownError(f"the record has no {reference}")
        return reference
    keys = encounters.mentions_of(connection, encounter_of(connection, reference))
    return min(mention for _, mention in keys)


def _told_in(connection: sqlite3.Connection, article: str, encounter: str) -> str:
    key = finding.told(connection, article_of(connection, article), encounter)
    if key is None:
        raise UnknownError(f"{article} tells no encounter {encounter}")
    return key


def encounter_of(connection: sqlite3.Connection, reference: str) -> str:
    """The whole id of an encounter from its beginning; raises LookupError where none or several begin so."""
    return _only(finding.encounters(connection, reference), reference, "encounter")


def claim_of(connection: sqlite3.Connection, reference: str) -> str:
    """The same for a claim."""
    return _only(finding.claims(connection, reference), reference, "claim")


def row_of(connection: sqlite3.Connection, reference: str) -> str:
    """The same for a row of a list (a commitment, a figure ...)."""
    return _only(finding.rows(connection, reference), reference, "row")


def telling_of(connection: sqlite3.Connection, reference: str) -> str:
    """The key of the telling that stands for a row; raises LookupError."""
    return min(rows.tellings_of(connection, row_of(connection, reference)))


def article_of(connection: sqlite3.Connection, reference: str) -> str:
    """The id of an article from its path, the name of its file, or the beginning of its id."""
    return _only(finding.articles(connection, reference), reference, "article")


def _only(found: Sequence[str], reference: str, what: str) -> str:
    if not found:
        raise UnknownError(f"the record has no {what} {reference}")
    if len(found) > 1:
        raise UnknownError(f"{reference} can be several {what}s: give more of it")
    return found[0]
