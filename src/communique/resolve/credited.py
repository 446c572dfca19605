"""Whom an article credits with its text as a whole, strongest credit first."""

from __future__ import annotations

from dataclasses import dataclass

from communique.model.article import Article
from communique.model.record import Place, StepRole
from communique.model.span import Evidence

# Which credit says most about whose text it is. "With input from" leaves the text the page's own; a contributor too.
_WHOLE: dict[str, int] = {"republished": 0, "source_line": 1, "dateline": 2, "byline": 3}
_PART: dict[str, int] = {"input": 4, "attribution": 5, "contributor": 6}
_FROM_ORIGINS = {"credit": "source_line", "dateline": "dateline", "byline": "byline", "attribution": "attribution"}


@dataclass(frozen=True, slots=True)
class Credited:
    """One agency, outlet or office that an article credits.

    how is the kind of credit; role what it makes of the credited one in the chain of the text.
    """

    name: str
    entity: str | None
    how: str
    evidence: Evidence
    scoped: bool = False

    @property
    def whole(self) -> bool:
        """Whether the credit is for the text as a whole."""
        return self.how in _WHOLE and not self.scoped

    @property
    def role(self) -> StepRole:
        """Origin of the text, or only a channel by which something in it came."""
        return "origin" if self.whole else "channel"

    def places(self, article: str) -> tuple[Place, ...]:
        """The evidence with the id of the article that it stands in."""
        return tuple(Place(article, span) for span in self.evidence)


def credited(article: Article) -> tuple[Credited, ...]:
    """Those whom an article credits, whole texts before parts, in the order of the text. Photo credits are none.

    An article that was read before credits were typed has its origins instead.
    """
    rows = [
        Credited(row.origin, row.entity, row.kind, row.evidence, row.scope is not None)
        for row in article.credits
        if row.kind != "photo"
    ]
    if not article.credits:
        rows = [Credited(row.name, row.entity, _FROM_ORIGINS[row.how], row.evidence) for row in article.origins]
    order = _WHOLE | _PART
    return tuple(sorted(rows, key=lambda row: (not row.whole, order.get(row.how, 9), row.evidence)))


def whole_credits(article: Article) -> tuple[Credited, ...]:
    """Those whom an article credits with its whole text."""
    return tuple(row for row in credited(article) if row.whole)
