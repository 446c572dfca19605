"""A reading made by hand, so that the page can be tested without reading anything."""

from __future__ import annotations

from communique.model.article import Article, Furniture, Origin, Printed, Published
from communique.model.dates import PartialDate
from communique.model.reading import Encounter, Party, Place, Reading, Statement
from communique.model.span import Span

TEXT = (
    "Written for communique, not a news report\n"
    "Kenyan president receives Fijian envoy\n"
    "By Jane Example | Nairobi, 4 March 2024 (Example Wire)\n"
    "President Ruto received the Fijian envoy at State House in Nairobi on Monday. They spoke for an hour.\n"
    'He said that ties "rest on the sea [that joins us]".\n'
)
NAMES = {"KEN": "Kenya", "FJI": "Fiji"}


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def reading() -> Reading:
    article = Article(
        id="sha256:" + "0" * 64,
        text=TEXT,
        path="envoy.txt",
        language="en",
        title="Kenyan president receives Fijian envoy",
        title_span=at("Kenyan president receives Fijian envoy"),
        byline=Printed("Jane Example", (at("Jane Example"),)),
        published=Published(PartialDate(2024, 3, 4), "dateline", (at("4 March 2024"),)),
        body=(
            at("President Ruto received the Fijian envoy at State House in Nairobi on Monday. They spoke for an hour."),
            at('He said that ties "rest on the sea [that joins us]".'),
        ),
        furniture=(Furniture(at("Written for communique, not a news report"), "other"),),
        origins=(Origin("Example Wire", "dateline", (at("Example Wire"),)),),
    )
    ruto = Party(
        "William Ruto", "KEN", (at("President Ruto"),), "kb:ruto", "president", (), "resolved", "title+surname"
    )
    envoy = Party(None, "FJI", (at("Fijian envoy at"),), role="envoy")
    met = Encounter(
        "e1", "meeting", "held", True, (ruto, envoy), (at("received the Fijian envoy"), at("They spoke")),
        place=Place("Nairobi", "KEN", "State House", (at("State House in Nairobi"),)),
        start=PartialDate(2024, 3, 4), how="weekday+published", date_evidence=(at("on Monday"), at("4 March 2024")),
    )  # fmt: skip
    said = Statement(
        Party("William Ruto", "KEN", (at("He said"),), "kb:ruto", None, (), "resolved", "pronoun"),
        "mixed", (at('ties "rest on the sea [that joins us]"'),), at("said"), at("He"), (at("He said that"),),
        encounter="e1", via=("Example Wire",), via_evidence=(at("Example Wire"),), how="that-clause",
    )  # fmt: skip
    return Reading(article, "0.1.0+kb2026.11", (met,), (said,))
