"""The origins behind something: every independent voice with the articles that go back to it, as lines."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from communique.cli.screen import Screen, counted, plain
from communique.model.reading import Reading
from communique.model.record import CopyLink, OriginChain, Step

if TYPE_CHECKING:
    from communique.knowledge.base import Knowledge

PAGE, SHARED = "the page itself (no outlet named)", "shared origin, unknown"
MOST = 3
"""Copy links shown of one article; --json has all."""


@dataclass(frozen=True, slots=True)
class Told:
    """Articles with their chains and the copy links between them, all by article id."""

    readings: dict[str, Reading]
    chains: dict[str, OriginChain]
    links: tuple[CopyLink, ...]
    paths: dict[str, str | None]
    names: dict[str, str]

    def voices(self) -> dict[str, list[str]]:
        """The articles of every voice, the voice of most articles first, articles by their date."""
        out: dict[str, list[str]] = {}
        for id_ in sorted(self.readings, key=lambda id_: (self.date(id_) or "~", id_)):
            chain = self.chains.get(id_)
            out.setdefault(chain.voice if chain else f"article:{id_}", []).append(id_)
        return dict(sorted(out.items(), key=lambda row: (-len(row[1]), row[0])))

    def label(self, key: str) -> str:
        """A voice in print: as its articles credit it, where they do."""
        kind, _, rest = key.partition(":")
        if kind == "article":
            return PAGE
        if kind == "shared":
            return SHARED
        return plain(self.names.get(key) or rest or key)

    def labels(self, keys: Iterable[str]) -> str:
        """Several voices in a line; those without a name counted."""
        shown = [self.label(key) for key in keys]
        unnamed = Counter(label for label in shown if label in (PAGE, SHARED))
        out = [label for label in shown if label not in unnamed]
        for label, several in ((PAGE, "pages that name no outlet"), (SHARED, "shared origins, unknown")):
            if unnamed[label]:
                out.append(label if unnamed[label] == 1 else f"{unnamed[label]} {several}")
        return ", ".join(out)

    def date(self, article: str) -> str | None:
        """When an article came out, with time and zone as printed."""
        published = self.readings[article].article.published
        return " ".join(filter(None, (str(published.date), published.time, published.zone))) if published else None


def told(connection: sqlite3.Connection, articles: Iterable[str], kb: Knowledge) -> Told:
    """What the record has of these articles."""
    from communique.store import articles as stored
    from communique.store import finding, links

    numbers = {id_: number for id_ in articles if (number := stored.number_of(connection, id_)) is not None}
    readings = {row.article.id: row for row in stored.readings(connection, sorted(numbers.values())).values()}
    between = links.among(connection, numbers.values())
    paths = {id_: finding.path_of(connection, id_) for id_ in readings}
    chains = links.chains(connection, numbers.values())
    return Told(readings, chains, between, paths, _names(chains.values(), kb))


def _names(chains: Iterable[OriginChain], kb: Knowledge) -> dict[str, str]:
    """The voices by their names: as credits print them, else as the tables do.

    A page that credits two agencies has both in its chain, but counts with one: only that one's name is its voice's.
    """
    from communique.resolve.voices import voices

    known, found = voices(kb), defaultdict[str, Counter[str]](Counter)
    for chain in chains:
        printed = [step.name for step in chain.steps if step.name and step.role in ("origin", "rewriter")]
        found[chain.voice].update(name for name in printed if known.of(name).key == chain.voice)
    named = {key: min(names, key=lambda name: (-names[name], name)) for key, names in found.items() if names}
    return {key: name for key in found if (name := named.get(key) or known.name_of(key))}


def lines(found: Told, screen: Screen, indent: str = "  ") -> Iterator[str]:
    """Every voice and under it its articles, each with its chain and the articles that it shares text with."""
    for key, articles in found.voices().items():
        chain = found.chains.get(articles[0])
        owned = f" [{chain.ownership}]" if chain and chain.ownership else ""
        yield indent + screen.paint(f"{found.label(key)}{owned}", "bold") + f" · {counted(len(articles), 'article')}"
        for id_ in articles:
            yield from screen.wrapped(_article(found, id_), indent + "      ", indent + "  - ")


def _strength(link: CopyLink) -> tuple[object, ...]:
    return (("bulk", "translated", "partial", "quotation").index(link.kind), -link.share, link.first, link.second)


def _article(found: Told, id_: str) -> str:
    article = found.readings[id_].article
    name = plain(article.outlet) if article.outlet else "outlet not stated"
    parts = [f"{name}, {found.date(id_) or 'date not stated'}"]
    path = found.paths.get(id_)
    if path:
        parts.append(plain(path.rsplit("/", 1)[-1]))
    chain = found.chains.get(id_)
    if chain:
        parts.append(chain_text(chain.steps))
    links = sorted((link for link in found.links if id_ in (link.first, link.second)), key=_strength)
    parts += [_link(found, id_, link) for link in links[:MOST]]
    if len(links) > MOST:
        parts.append(f"and {len(links) - MOST} more")
    return "; ".join(part for part in parts if part)


def chain_text(steps: Sequence[Step]) -> str:
    """A chain in a line, nearest the speaker first: `TASS (dateline) > Baltic Courier`."""
    named = [step for step in steps if step.name or step.how != "page"]  # a page that does not say whose it is
    shown = [f"{plain(step.name) if step.name else 'unknown'}{_how(step)}" for step in named]
    return " > ".join(shown)


def _how(step: Step) -> str:
    role = "" if step.role in ("origin", "republisher") else f"{step.role}, "
    return f" ({role}{step.how.replace('_', ' ')})" if step.how != "page" or role else ""


def _link(found: Told, id_: str, link: CopyLink) -> str:
    other = link.second if link.first == id_ else link.first
    article = found.readings[other].article
    name = plain(article.outlet or (found.paths.get(other) or other[:19]).rsplit("/", 1)[-1])
    told = {"bulk": "copy", "partial": "copied sentences", "quotation": "same quotation"}.get(
        link.kind, "translated copy"
    )
    which = " of" if link.source == other else " by" if link.source == id_ else " shared with"
    return f"{told}{which} {name} ({link.share:.0%})"


def as_json(found: Told) -> list[dict[str, Any]]:
    """The same as plain values, one object an article."""
    from communique.store.codec import packed
    from communique.store.codec import plain as unpacked

    out = []
    for key, articles in found.voices().items():
        for id_ in articles:
            article, chain = found.readings[id_].article, found.chains.get(id_)
            links = [link for link in found.links if id_ in (link.first, link.second)]
            out.append(
                {
                    "voice": key,
                    "ownership": chain.ownership if chain else None,
                    "article": id_,
                    "outlet": article.outlet,
                    "published": found.date(id_),
                    "path": found.paths.get(id_),
                    "chain": unpacked(packed(chain.steps)) if chain else [],
                    "copies": [unpacked(packed(link)) for link in links],
                }
            )
    return out
