"""One source through all stages: bytes, article, names, sentences, encounters, statements."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from communique.article.build import read_article
from communique.article.decode import MAX_BYTES, document_id
from communique.knowledge import base
from communique.knowledge.base import Knowledge
from communique.model.article import Article, Source
from communique.model.reading import Encounter, Failure, Party, Reading
from communique.model.span import Span
from communique.reading import anniversaries, commitments, encounters, events, figures, parse, partnerships, statements
from communique.reading.actors import find_actors
from communique.reading.blocks import blocks
from communique.reading.checks import Subject, checks
from communique.reading.initiatives import initiatives
from communique.reading.phrases import phrases
from communique.version import __version__

# Kinds of names that stand for a state.
_STATES = ("state", "demonym", "metonym")
# Name, country, entity: what makes two mentions the same.
_Key = tuple[str | None, str | None, str | None]


class SetupError(RuntimeError):
    """Something that every reading needs is missing; the message says what, and how to mend it."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How articles are read; the same settings and bytes give the same reading.

    pipeline is a spaCy package or folder, None for the one that communique is measured with. knowledge is a folder of
    tables of the user's own that are laid over the shipped ones. max_bytes refuses larger inputs.
    """

    pipeline: str | None = None
    knowledge: Path | None = None
    max_bytes: int = MAX_BYTES


class Reader:
    """Reads sources one after another in this process; what it needs is loaded once, with the first of them.

    Raises SetupError where the pipeline or the tables cannot be loaded.
    """

    def __init__(self, settings: Settings | None = None, *, debug: bool = False) -> None:
        self.settings = settings or Settings()
        self.debug = debug

    @functools.cached_property
    def knowledge(self) -> Knowledge:
        """The knowledge base, with the user's tables laid over it."""
        overlay = self.settings.knowledge
        if overlay is None:
            return base.default()
        try:
            loaded = base.load(overlay)
            loaded.names  # noqa: B018 - tables are read when first asked for: now, so that a fault is not an article's
        except (OSError, ValueError) as error:
            raise SetupError(
                f"the tables in {overlay} cannot be used: {error}; `communique doctor --knowledge {overlay}` says more"
            ) from error
        return loaded

    @functools.cached_property
    def pipeline(self) -> str:
        """The name of the parse pipeline, which is loaded when this is first asked for."""
        name = self.settings.pipeline or parse.PIPELINE
        try:
            parse.pipeline(name)
        except LookupError as error:
            raise SetupError(str(error.args[0])) from error
        return name

    @property
    def version(self) -> str:
        """The version of a reading: that of the code and that of the knowledge."""
        return f"{__version__}+{self.knowledge.version}"

    def read(self, source: Source) -> Reading | Failure:
        """What one source says. A fault of ours gives a Failure of kind "internal": the next source is still read."""
        knowledge, pipeline = self.knowledge, self.pipeline
        try:
            article = read_article(source, knowledge, max_bytes=self.settings.max_bytes)
            if isinstance(article, Failure):
                return article
            return read_parts(article, knowledge, pipeline, self.version)
        except Exception as error:
            if self.debug:
                raise
            return fault(source, error)


def fault(source: Source, error: BaseException) -> Failure:
    """The row for an input on which communique itself failed."""
    return Failure(
        source.path,
        "internal",
        f"communique failed on it ({type(error).__name__}: {error})"[:300],
        "this is a fault of communique: please report it with the output of the same command with --debug",
        document_id(source.data),
    )


def needs_parse(sentence: str) -> bool:
    """Whether a sentence can hold something that only its parse shows."""
    # The cheaper question first: it decides nearly half of the sentences, at a quarter of the other's price.
    return encounters.needs(sentence) or statements.needs(sentence) or commitments.needs(sentence)


def read_parts(article: Article, knowledge: Knowledge, pipeline: str, version: str) -> Reading:
    """What an article says; only its names where its language is not parsed."""
    if article.unread:
        return Reading(
            article,
            version,
            names=named_parties(article, knowledge),
            phrases=phrases(article.text, _shown(article), (), knowledge),
        )
    text, parts = article.text, blocks(article)
    names = knowledge.names.find(apart(text, [part.span for part in parts]))
    plain = parse.sentences(text, [part.span for part in parts])
    sentences = parse.parsed(text, plain, needs_parse, pipeline, events.needing(text, plain, names))
    day = article.published.date if article.published else None
    ours = home(article, knowledge)
    actors = find_actors(text, parts, sentences, names, knowledge, on=day, home=ours)
    met = encounters.encounters(article, parts, sentences, actors, names, knowledge)
    actors.set_sides(*parties(met))
    said = statements.placed(text, statements.statements(article, sentences, actors, knowledge), met)
    bound = commitments.commitments(article, parts, sentences, actors, met, said, names, knowledge, home=ours)
    acts, said = events.events(article, parts, sentences, actors, names, knowledge, met, said, bound)
    reading = Reading(
        article,
        version,
        encounters=met,
        statements=said,
        commitments=bound,
        partnerships=partnerships.partnerships(text, sentences, actors, names, met, knowledge, ours),
        figures=figures.figures(article, parts, sentences, names, met, said, knowledge),
        anniversaries=anniversaries.anniversaries(article, sentences, names, met, knowledge),
        initiatives=initiatives(names),
        events=acts,
        phrases=phrases(text, [part.span for part in parts], said, knowledge),
    )
    return replace(reading, checks=checks(Subject(reading, parts, sentences, names, actors, knowledge)))


def apart(text: str, parts: Sequence[Span]) -> str:
    """The text, same length, with a mark that no name holds between its parts: names never run from one to the next."""
    out, position = [], 0
    for part in parts:
        out.append(re.sub(r"\s", "\x1f", text[position : part.start]))
        position = max(position, part.start)
        out.append(text[position : part.end])
        position = max(position, part.end)
    return "".join([*out, re.sub(r"\s", "\x1f", text[position:])])


def parties(met: Sequence[Encounter]) -> tuple[tuple[str, ...], tuple[Span, ...]]:
    """The states that met, where the article has a main encounter, and where they are named."""
    main = [party for row in met if row.main for party in row.participants if party.country]
    countries = tuple(dict.fromkeys(party.country for party in main if party.country))
    return countries, tuple(sorted({span for party in main for span in party.evidence}))


def home(article: Article, knowledge: Knowledge) -> str | None:
    """The state whose government speaks, where the page is of an office of its own; None for news."""
    names = [article.outlet, *(origin.name for origin in article.origins)]
    rows = [row for row in knowledge.outlets.values() if row.kind == "government" and row.name in names]
    countries = {row.country for row in rows if row.country}
    return countries.pop() if len(countries) == 1 else None


def named_parties(article: Article, knowledge: Knowledge) -> tuple[Party, ...]:
    """The people, states and organisations that the title and body name, each once, in the order of first mention."""
    places: dict[_Key, list[Span]] = {}
    shown = _shown(article)
    for name in knowledge.names.find(article.text):
        if not any(span.holds(name.span) for span in shown):
            continue
        entry = name.entries[0]
        if entry.kind == "person":
            key: _Key = (entry.name, entry.country, entry.id)
        elif entry.kind in _STATES or entry.kind == "organisation":
            key = (None, entry.id, entry.id if entry.kind == "organisation" else None)
        else:
            continue
        places.setdefault(key, []).append(name.span)
    return tuple(Party(name, country, tuple(spans), entity) for (name, country, entity), spans in places.items())


def _shown(article: Article) -> tuple[Span, ...]:
    """The title and body, which are all that is used of a text that is not parsed."""
    return (*((article.title_span,) if article.title_span else ()), *article.body)
