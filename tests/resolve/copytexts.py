"""Articles made by hand for copies and chains: paragraphs, an outlet, credits."""

from __future__ import annotations

import hashlib

from communique.model.article import Article, Credit, CreditKind, Published
from communique.model.dates import PartialDate
from communique.model.reading import Reading
from communique.model.span import Span

# Written for communique.
HARBOUR = (
    "The ministers of the two coasts agreed late on Tuesday to keep the old ferry line open for another ten winters.",
    "Under the plan each side pays for its own piers, while a common office in the smaller port sells the tickets.",
    "Fishermen had asked for a rule on nets since spring, when three boats were held for a night by the coast guard.",
    "The paper that both delegations signed leaves that rule to experts, who are to meet again before the first frost.",
    "A second table of figures shows how much cargo moved between the harbours in every month since the line began.",
    "Before leaving, the guests walked through the fish market and heard a choir of children from the lighthouse.",
)
ORCHARD = (
    "Growers from the southern valleys asked their government on Monday to hurry with the treaty on apples and pears.",
    "Customs officers now open every tenth crate, so that lorries wait for most of a day at the narrow mountain pass.",
    "A deputy minister promised them that inspectors of both countries would soon share one hall and one scale.",
    "He gave no day for it, and the farmers left the ministry with less hope than they had brought in the morning.",
    "Exporters in the capital count on a good year all the same, since rain came late and frost did not come at all.",
    "Their association publishes a yearly list of prices that schools in three provinces use for their lessons.",
)
SAID = "“We will not let a single pier of this harbour fall into the sea while I hold this office,” the mayor said."


def article(
    paragraphs: tuple[str, ...] | list[str],
    outlet: str | None = None,
    credits: tuple[tuple[CreditKind, str], ...] = (),
    *,
    at: tuple[str, str, str] | None = None,
    language: str = "en",
    name: str = "",
) -> Reading:
    """A reading of an article with these paragraphs; each credit is printed on a line of its own behind them.

    at is day, time and zone of publication.
    """
    text, body = "", []
    for paragraph in paragraphs:
        body.append(Span(len(text), len(text) + len(paragraph)))
        text += paragraph + "\n\n"
    rows = []
    for kind, origin in credits:
        rows.append(Credit(kind, origin, None, (Span(len(text), len(text) + len(origin)),)))
        text += origin + "\n"
    digest = hashlib.sha256(f"{text}{outlet}{name}{at}".encode()).hexdigest()
    published = None
    if at:
        published = Published(PartialDate.parse(at[0]), "stated", (body[0],), time=at[1], zone=at[2])
    return Reading(
        Article(
            f"sha256:{digest}",
            text,
            language=language,
            outlet=outlet,
            body=tuple(body),
            credits=tuple(rows),
            published=published,
        ),
        "test",
    )
