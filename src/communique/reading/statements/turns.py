"""Transcripts: paragraphs that open with who speaks and a colon."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from communique.model.reading import Party, Statement
from communique.model.span import Span, evidence, stripped

_LABEL = re.compile(r"(?P<who>[A-Z][^:\n.?!;“”\"<>]{2,90}?)(?P<cue>:)\s+(?=\S)")
_LINE = re.compile(r"\S[^\n]*")
# What is no part of a turn: "<...>", "(Applause.)", "[in Russian]".
_STAGE = re.compile(r"[<(\[*]")
# One label alone may be a heading or a caption; a transcript has two turns at least.
LEAST_TURNS = 2
# Words of a label at most ("Minister of Foreign Affairs of the Republic of Fiji Ratu Sela"); longer ones are sentences.
LONGEST_LABEL = 14


def _with_neighbours(text: str, body: Sequence[Span]) -> list[Span]:
    """The paragraphs with the line before them, where it is a label ("President A: Colleagues,"), and the line after.

    A greeting of two words passes for a heading, and "<...>" for the page's own words.
    """
    if not body:
        return []
    before = _line(text, text.rfind("\n", 0, len(text[: body[0].start].rstrip())) + 1)
    after = _line(text, body[-1].end)
    out = list(body)
    if before is not None and before.end <= body[0].start and _LABEL.match(text, before.start, before.end):
        out.insert(0, before)
    if after is not None and _STAGE.match(text, after.start):
        out.append(after)
    return out


def _line(text: str, start: int) -> Span | None:
    found = _LINE.search(text, start)
    return stripped(text, found.start(), found.end()) if found else None


def turns(text: str, body: Sequence[Span], who: Callable[[Span], Party | None]) -> tuple[Statement, ...]:
    """The turns of a transcript as direct statements of those named before the colon; () where the text is none.

    A turn goes on over the paragraphs up to the next label or stage direction. The last one, whose end nothing marks,
    is its first paragraph only.
    """
    opened: list[tuple[Party, Span, Span, list[Span]]] = []
    made: list[tuple[Party, Span, Span, list[Span]]] = []
    for block in _with_neighbours(text, body):
        label = _LABEL.match(text, block.start, block.end)
        short = label is not None and len(label["who"].split()) <= LONGEST_LABEL
        if not (label and short) and not _STAGE.match(text, block.start):
            if opened:
                opened[0][3].append(block)
            continue
        made += opened
        opened = []
        source = stripped(text, *label.span("who")) if label and short else None
        party = who(source) if source else None
        content = stripped(text, label.end(), block.end) if label else None
        if party is not None and party.name and source and content and label:
            opened = [(party, source, Span(*label.span("cue")), [content])]
    made += [(party, source, cue, content[:1]) for party, source, cue, content in opened]
    if len(made) < LEAST_TURNS:
        return ()
    return tuple(_statement(*turn) for turn in made)


def _statement(party: Party, source: Span, cue: Span, content: list[Span]) -> Statement:
    places = evidence(source, cue, *content)
    return Statement(party, "direct", tuple(content), cue, source, places, support=party.support, how="turn")
