"""Outcomes: the type and mode that an operator makes of the type that it governs."""

from __future__ import annotations

from communique.reading.events.grammar import BE
from communique.reading.tokens import Token

HOSTILE = frozenset("SANCTION COERCE ASSAULT MOBILIZE PROTEST THREATEN".split())
YIELDING = frozenset("CONCEDE RETREAT".split())
FRIENDLY = frozenset("CONSULT SUPPORT COOPERATE AID AGREE".split())


def coming(act: str | None) -> str | None:
    """The type of an act that is still to come: a friendly one is agreed to, a hostile one is threatened."""
    if act in FRIENDLY:
        return "AGREE"
    if act in YIELDING:
        return "CONCEDE"
    return "THREATEN" if act in HOSTILE else act


# "offered condolences", "offered an apology": said, not promised.
EXPRESSED = frozenset({"blame", "apology", "threat", "thanks"})
_VIOLENT = frozenset("ASSAULT COERCE MOBILIZE SANCTION THREATEN".split())
_VOWS = ("vow", "swear", "swor", "promis", "pledg", "commit")


def willed(meant: str | None, verb: Token) -> str:
    """The type of the will to an act: agreement, but a vow of violence is a threat."""
    if meant == "REJECT":
        return meant
    return "THREATEN" if meant in _VIOLENT and _vows(verb) else "AGREE"


def _vows(verb: Token) -> bool:
    """Whether a word of will can threaten: who vows or is ready to attack does, who offers or agrees to does not."""
    return verb.lower_.startswith(_VOWS) or verb.lower_ in BE


_MODES = {
    "REQUEST": {"AID": "assist", "COOPERATE": "assist", "SUPPORT": "assist", "CONSULT": "meet", "CONCEDE": "yield",
                "RETREAT": "yield"},
    "THREATEN": {"SANCTION": "relations", "COERCE": "restrict", "ASSAULT": "violence", "MOBILIZE": "violence"},
}  # fmt: skip


_MODES["REJECT"] = _MODES["REQUEST"]


def mode_of(act: str | None, meant: str | None) -> str | None:
    """The mode of a request, refusal or threat by what it is about; None where the type has none."""
    return _MODES.get(act or "", {}).get(meant or "") or ("change" if act in ("REQUEST", "REJECT") else None)


STOPPED = {
    "CONSULT": ("REJECT", "meet"), "AID": ("SANCTION", "withdraw"), "COOPERATE": ("SANCTION", "discontinue"),
    "SUPPORT": ("SANCTION", "withdraw"), "SANCTION": ("CONCEDE", None), "COERCE": ("CONCEDE", None),
    "ASSAULT": ("RETREAT", "ceasefire"), "ACCUSE": ("CONCEDE", None), "REQUEST": ("CONCEDE", None),
    "THREATEN": ("CONCEDE", None),
}  # fmt: skip
