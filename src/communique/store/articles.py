"""Articles and their readings."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from communique.model.reading import Reading
from communique.store.decode import reading_of
from communique.store.encode import stored


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """One article of the record, in a line: path is the first of those that hold it, None where no input does any more.

    voice is the independent origin behind its text, None where it is not resolved yet; copies is how many other
    articles share prose with it.
    """

    id: str
    path: str | None
    published: str | None
    outlet: str | None
    title: str | None
    language: str | None
    reader: str
    voice: str | None
    ownership: str | None
    copies: int
    encounters: int


def digest_of(text: str) -> str:
    """The digest of a text as it is stored."""
    return "sha256:" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def number_of(connection: sqlite3.Connection, article: str) -> int | None:
    """The store's number of an article; None where the record does not have it."""
    row = connection.execute("select number from articles where id = ?", (article,)).fetchone()
    return row[0] if row else None


def id_of(connection: sqlite3.Connection, number: int) -> str | None:
    """The id of the article with that number; None where there is none."""
    row = connection.execute("select id from articles where number = ?", (number,)).fetchone()
    return row[0] if row else None


def put(connection: sqlite3.Connection, reading: Reading, occasion: int, fingerprints: bytes) -> int:
    """Store an article and its reading in place of any that has the same id; its number."""
    article = reading.article
    number = number_of(connection, article.id)
    if number is None:
        number = connection.execute("select coalesce(max(number), 0) + 1 from articles").fetchone()[0]
        connection.execute(
            "insert into articles (number, id, text, text_digest) values (?, ?, '', '')", (number, article.id)
        )
    connection.execute(
        "update articles set title = ?, outlet = ?, language = ?, published = ?, url = ?, text = ?, text_digest = ?"
        " where number = ?",
        (
            article.title, article.outlet, article.language,
            str(article.published.date) if article.published else None,
            article.url, article.text, digest_of(article.text), number,
        ),
    )  # fmt: skip
    text = stored(reading)
    connection.execute(
        "insert into readings (article, reader, reading, digest, occasion, fingerprints) values (?, ?, ?, ?, ?, ?)"
        " on conflict (article) do update set reader = excluded.reader, reading = excluded.reading, digest ="
        " excluded.digest, occasion = excluded.occasion, fingerprints = excluded.fingerprints",
        (number, reading.reader, text, digest_of(text), occasion, fingerprints),
    )
    return int(number)


def set_index(connection: sqlite3.Connection, number: int, occasion: int, fingerprints: bytes) -> None:
    """Store what the index has of an article, its reading staying as it is."""
    connection.execute(
        "update readings set occasion = ?, fingerprints = ? where article = ?", (occasion, fingerprints, number)
    )


def remove(connection: sqlite3.Connection, number: int) -> None:
    """Take an article out of the record, with all rows that are its own."""
    connection.execute("delete from articles where number = ?", (number,))


def reading(connection: sqlite3.Connection, article: str) -> Reading | None:
    """What one article says; None where the record does not have it."""
    number = number_of(connection, article)
    return None if number is None else next(iter(readings(connection, (number,)).values()), None)


def readings(connection: sqlite3.Connection, numbers: Iterable[int]) -> dict[int, Reading]:
    """The readings of the articles with those numbers, by number; those that are not there are left out."""
    out = {}
    for number in numbers:
        row = connection.execute(
            "select reading, text, (select min(path) from inputs where digest = id) from readings join articles on"
            " number = article where article = ?",
            (number,),
        ).fetchone()
        if row:
            out[number] = reading_of(*row)
    return out


def numbers(connection: sqlite3.Connection) -> list[int]:
    """The numbers of all articles, by id."""
    return [row[0] for row in connection.execute("select number from articles order by id")]


def languages(connection: sqlite3.Connection, numbers: Iterable[int]) -> dict[int, str | None]:
    """The languages of these articles, by number."""
    question = "select language from articles where number = ?"
    return {number: row[0] for number in numbers if (row := connection.execute(question, (number,)).fetchone())}


def readers(connection: sqlite3.Connection) -> dict[str, int]:
    """How many articles were read by each version of the reader."""
    return dict(connection.execute("select reader, count(*) from readings group by reader order by reader"))


def count(connection: sqlite3.Connection) -> int:
    """How many articles there are."""
    return int(connection.execute("select count(*) from articles").fetchone()[0])


_ROW = (
    "select a.id, (select min(path) from inputs where digest = a.id), a.published, a.outlet, a.title, a.language,"
    " reader, voice, ownership,"
    " (select count(*) from copy_links where first = a.number and kind <> 'quotation')"
    " + (select count(*) from copy_links where second = a.number and kind <> 'quotation'),"
    " (select count(distinct encounter) from encounter_mentions where article = a.number)"
    " from articles a join readings on readings.article = a.number left join chains on chains.article = a.number"
)


def rows(
    connection: sqlite3.Connection,
    *,
    search: str | None = None,
    outlet: str | None = None,
    since: str | None = None,
    until: str | None = None,
    encounter: str | None = None,
    limit: int = -1,
) -> Iterator[ArticleRow]:
    """Articles by date, those without one last; narrowed to what holds all words of search, and so on.

    since and until are dates or their beginnings (`2024`): an article of 2024-10 came out until 2024.
    """
    where, given = ["1 = 1"], list[object]()
    if search:
        where.append("a.number in (select rowid from article_search where article_search match ?)")
        given.append(query(search))
    for clause, value in (("a.outlet = ?", outlet), ("a.published >= ?", since)):
        if value:
            where.append(clause)
            given.append(value)
    if until:
        where.append("substr(a.published, 1, ?) <= ?")
        given += [len(until), until]
    if encounter:
        where.append("a.number in (select article from encounter_mentions where encounter = ?)")
        given.append(encounter)
    # What is shown is looked up for the chosen ones only.
    chosen = (
        f"select number from articles a where {' and '.join(where)} order by published is null, published, id limit ?"
    )
    order = " order by a.published is null, a.published, a.id"
    for row in connection.execute(f"{_ROW} where a.number in ({chosen}){order}", (*given, limit)):
        yield ArticleRow(*row)


def query(words: str) -> str:
    """The words as a question to the full-text index: all must be there, "quoted ones" as a phrase."""
    parts = words.split('"')
    phrases = [part.strip() for part in parts[1::2]]
    single = [word for part in parts[::2] for word in part.split()]
    return " ".join(f'"{part}"' for part in (*single, *phrases) if part)
