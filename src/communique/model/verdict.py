"""Verdicts: what the record and the tables say to one claim of an article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from communique.model.reading import Severity
from communique.model.span import Evidence

Judged = Literal["contradicted", "confirmed", "unknown"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """One claim of an article, and whether what is known besides confirms or contradicts it, or does not know.

    field says what is claimed of what ("e1 date"), claim what the article states, in print. by is what it was held
    against: "record:" and the id of an encounter, "kb:" and a row, "calendar", "article"; None where nothing could be.
    says is what that states; for unknown, why it could not be checked. articles and voices count the other articles,
    and the independent origins behind them, that state the same (confirmed) or otherwise (contradicted); 0 for tables.
    severity is set for contradictions alone.
    """

    field: str
    claim: str
    judged: Judged
    says: str
    evidence: Evidence
    by: str | None = None
    articles: int = 0
    voices: int = 0
    severity: Severity | None = None


_JUDGED = ("contradicted", "confirmed", "unknown")
_SEVERITY = ("error", "warning", "note", None)


def order(row: Verdict) -> tuple[int, int, int, tuple[tuple[int, int], ...], str]:
    """The worst first, then what was confirmed, then what could not be checked; better attested before worse."""
    places = tuple((span.start, span.end) for span in row.evidence)
    return (_JUDGED.index(row.judged), _SEVERITY.index(row.severity), -row.voices, places, row.field)
