"""The force of a statement: what its speaker does by saying it, from stating to demanding.

The words of `FORCES` run from weak to strong (domain notes, section 4). A cue has its force in cues.csv; "expressed"
gets it from what is expressed (force_nouns.csv): hope, readiness, concern.
"""

from __future__ import annotations

import csv
import functools
import re
from collections.abc import Mapping
from importlib.resources import files

from communique.reading.statements.cues import Cue
from communique.reading.statements.frame import Form

_WORD = re.compile(r"[A-Za-z]+")
# The noun that is expressed stands among the first words: "his country's deep appreciation".
_FIRST_WORDS = 8


@functools.cache
def _nouns() -> Mapping[str, str]:
    text = files("communique.reading.statements").joinpath("force_nouns.csv").read_text(encoding="utf-8")
    return {row["noun"]: row["force"] for row in csv.DictReader(text.splitlines())}


def force_of(cue: Cue, form: Form, content: str) -> str:
    """What is done by this cue with this content; form says how the content hangs on it."""
    if cue.force == "expressed":
        words = [found[0].lower() for found in _WORD.finditer(content[:200])][:_FIRST_WORDS]
        return next((_nouns()[word] for word in words if word in _nouns()), "expressed")
    if cue.force == "stated" and form == "appeal":
        return "called_for"  # "asked both sides to ..."
    if cue.force == "stated" and form == "gerund":
        return "proposed"  # "suggested holding ..."
    return cue.force
