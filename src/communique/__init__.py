"""communique reads articles about diplomacy and builds a sourced record.

import communique
reading = communique.read_file("article.html")
for encounter in reading.encounters or ():
    print(encounter.kind, encounter.start, [party.name for party in encounter.participants])
print(communique.to_json(reading))
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from communique.version import __version__

if TYPE_CHECKING:
    from communique.model.comparison import Comparison
    from communique.run.answers.brief import brief
    from communique.run.answers.ledger import ledger
    from communique.run.answers.news import news
    from communique.run.answers.relation import relation
    from communique.run.answers.timeline import timeline
    from communique.run.api import UnreadableError, read_file, read_text, to_dict, to_json
    from communique.run.comparing import compare
    from communique.run.many import read_many
    from communique.run.read import Settings, SetupError

__all__ = [
    "Comparison",
    "Settings",
    "SetupError",
    "UnreadableError",
    "__version__",
    "brief",
    "compare",
    "ledger",
    "news",
    "read_file",
    "read_many",
    "read_text",
    "relation",
    "timeline",
    "to_dict",
    "to_json",
]

_HOMES = {
    "Comparison": "communique.model.comparison",
    "compare": "communique.run.comparing",
    "Settings": "communique.run.read",
    "SetupError": "communique.run.read",
    "UnreadableError": "communique.run.api",
    "brief": "communique.run.answers.brief",
    "ledger": "communique.run.answers.ledger",
    "news": "communique.run.answers.news",
    "read_file": "communique.run.api",
    "read_many": "communique.run.many",
    "read_text": "communique.run.api",
    "relation": "communique.run.answers.relation",
    "timeline": "communique.run.answers.timeline",
    "to_dict": "communique.run.api",
    "to_json": "communique.run.api",
}


def __getattr__(name: str) -> Any:
    # Only when asked for: these load spaCy, which takes a second that `communique --help` does not have.
    if name not in _HOMES:
        raise AttributeError(f"module 'communique' has no attribute {name!r}")
    import importlib

    return getattr(importlib.import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
