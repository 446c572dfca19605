"""Copy links, and the chains of origin drawn from them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from communique.model.record import CopyLink, OriginChain
from communique.store.codec import packed, unpacked

# A text that shares single sentences with another does not come from where that one comes from; by such links half of
# all articles about a state would be one family.
_OF_FAMILY = ("bulk", "translated")


def of_article(connection: sqlite3.Connection, article: int) -> dict[int, CopyLink]:
    """The links of an article by the number of the other."""
    rows = connection.execute(
        "select second, link from copy_links where first = ?"
        " union all select first, link from copy_links where second = ?",
        (article, article),
    )
    return {row[0]: unpacked(CopyLink, row[1]) for row in sorted(rows)}


def put(connection: sqlite3.Connection, one: int, two: int, link: CopyLink | None) -> bool:
    """Store what was found between two articles, None taking away what was there; whether that is a change."""
    pair = (min(one, two), max(one, two))
    before = connection.execute("select link from copy_links where first = ? and second = ?", pair).fetchone()
    after = None if link is None else packed(link)
    if (before[0] if before else None) == after:
        return False
    if link is None:
        connection.execute("delete from copy_links where first = ? and second = ?", pair)
    else:
        connection.execute(
            "insert into copy_links (first, second, kind, link) values (?, ?, ?, ?) on conflict (first, second)"
            " do update set kind = excluded.kind, link = excluded.link",
            (*pair, link.kind, after),
        )
    return True


def remove(connection: sqlite3.Connection, article: int) -> None:
    """Take out the links of an article and its chain."""
    connection.execute("delete from copy_links where first = ? or second = ?", (article, article))
    connection.execute("delete from chains where article = ?", (article,))


def family(connection: sqlite3.Connection, article: int) -> set[int]:
    """The articles that are copies of one text with this one, directly or through others, itself included."""
    seen, front = {article}, [article]
    while front:
        number = front.pop()
        rows = connection.execute(
            "select second, kind from copy_links where first = ? union all"
            " select first, kind from copy_links where second = ?",
            (number, number),
        )
        for other, kind in rows:
            if kind in _OF_FAMILY and other not in seen:
                seen.add(other)
                front.append(other)
    return seen


def among(connection: sqlite3.Connection, articles: Iterable[int]) -> tuple[CopyLink, ...]:
    """The links that have both ends among these articles, by their ends' ids."""
    wanted = set(articles)
    found = []
    for number in sorted(wanted):
        rows = connection.execute("select second, link from copy_links where first = ?", (number,))
        found += [unpacked(CopyLink, link) for second, link in rows if second in wanted]
    return tuple(sorted(found, key=lambda link: (link.first, link.second)))


def put_chain(connection: sqlite3.Connection, article: int, chain: OriginChain) -> bool:
    """Store where an article's text comes from; whether that is a change."""
    text = packed(chain)
    before = connection.execute("select chain from chains where article = ?", (article,)).fetchone()
    if before and before[0] == text:
        return False
    connection.execute(
        "insert into chains (article, voice, ownership, chain) values (?, ?, ?, ?) on conflict (article) do update set"
        " voice = excluded.voice, ownership = excluded.ownership, chain = excluded.chain",
        (article, chain.voice, chain.ownership, text),
    )
    return True


def chains(connection: sqlite3.Connection, articles: Iterable[int]) -> dict[str, OriginChain]:
    """The chains of these articles, by the article's id."""
    out = {}
    for number in articles:
        row = connection.execute("select chain from chains where article = ?", (number,)).fetchone()
        if row:
            chain = unpacked(OriginChain, row[0])
            out[chain.article] = chain
    return out
