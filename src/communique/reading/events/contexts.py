"""Contexts: what an act is about, by the words of its sentence (contexts.csv), and which sentences are about sport."""

from __future__ import annotations

import csv
import functools
import re
from importlib.resources import files

from communique.reading.wordlist import one_of

_SPORT = re.compile(
    r"\b(?:midfielders?|strikers?|goalkeepers?|(?:quarter|semi)-?finals?|finalists?|wickets?|innings|batsm[ae]n|bowlers?"
    r"|penalty shoot-?out|championships?|tournaments?|world cup|premier league|champions league|la liga|bundesliga"
    r"|(?:gold|silver|bronze) medal(?:s|list)?|fifa|uefa|nba|nfl|icc|touchdowns?|half-?time|offside|hat-?trick"
    r"|play-?offs?"
    r"|scoreline|equali[sz]er|grand (?:prix|slam)|wimbledon|test match|t20|qualifiers?|scrum|freestyle|peloton"
    r"|tour de france|heavyweight|coach|goals? (?:from|by|in the \w+ minute)|friendly match|teammates?|football"
    r"|cricket|rugby|basketball|tennis|hockey|matches|kick-?off|davis cup|ryder cup|grand final|marathon|relay)\b",
    re.IGNORECASE,
)


@functools.cache
def _table() -> dict[str, str]:
    text = files(__package__).joinpath("contexts.csv").read_text(encoding="utf-8")
    return {row["phrase"]: row["context"] for row in csv.DictReader(text.splitlines())}


@functools.cache
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"\b{one_of(_table())}\b")


def contexts(words: str) -> tuple[str, ...]:
    """The contexts that the words of a sentence name, in text order; () where they name none."""
    return tuple(dict.fromkeys(_table()[found[0]] for found in _pattern().finditer(words.lower())))


def is_sport(words: str) -> bool:
    """Whether a sentence is about sport: teams named by their countries attack, beat and meet there."""
    return _SPORT.search(words) is not None
