"""Texts for property tests: sentences of the genre (written for communique), put together with noise."""

from __future__ import annotations

from hypothesis import strategies as st

WHO = [
    "President William Ruto", "Wang Yi", "the Chinese foreign minister", "He", "Fijian Prime Minister Sitiveni Rabuka",
    "the Kenyan leader", "Both sides", "The two presidents", "Ursula von der Leyen", "Xi", "the Kremlin", "Brussels",
    "Recep Tayyip Erdoğan", "the Turkish president’s spokesman", "Foreign Secretary David Lammy",
]  # fmt: skip
OTHER = [
    "his Indonesian counterpart",
    "Vladimir Putin",
    "the European Union",
    "ambassadors of four states",
    "her guest",
]
WHERE = ["in Nairobi", "at the Great Hall of the People in Beijing", "on the sidelines of the summit in Kazan", ""]
WHEN = ["on Monday", "on 4 March 2024", "last week", "next month", "on Sept. 2", "in 2019", ""]
SAID = ["said", "noted", "told reporters", "stressed", "called on all parties to show restraint and said", "denied"]
THAT = [
    "that ties rest on trust",
    '"the door is open"',
    "that 20 agreements would be signed, adding that more may follow",
]
FURNITURE = [
    "Written for communique, not a news report", "Share this", "READ MORE: Envoys gather in Apia", "By Ann Example",
    "FILE PHOTO: The two leaders in 2019. (Example Agency/Pool)", "Last Update: 12:31, 18-Nov-2024", "(Xinhua)",
    "Leave a comment", "* This article was originally published by CGTN.", "Home | World | Politics", "© 2024",
]  # fmt: skip
NOISE = [
    "مرحبا بالعالم",
    "שלום",
    "\u202eabc\u202c",
    "e\u0301\u0323",
    "a\u0308" * 10,
    "\U0001f469\u200d\U0001f469\u200d\U0001f467",  # a family: one sign, five code points
    "\U0001f1f0\U0001f1ea",
    *("\u0000", "\ufeff", "\r\n", "\x0c", "\u2028", "\u200b", "\t", "ﬁ"),
    "中俄两国元首举行会谈。",
    "Ã©tat",
    *('"', "“", "((", "." * 40, "§" * 5),
    *("<b>", "&amp;"),
]
ENDS = ["\n", "\n\n", "\r\n", " ", "  \n"]

met = st.builds(
    lambda who, verb, other, where, when: " ".join(p for p in (who, verb, other, where, when) if p) + ".",
    st.sampled_from(WHO),
    st.sampled_from(["met", "held talks with", "spoke by phone with", "will receive", "visited", "wrote to"]),
    st.sampled_from(OTHER),
    st.sampled_from(WHERE),
    st.sampled_from(WHEN),
)
said = st.builds(
    lambda who, verb, what: f"{who} {verb} {what}.", st.sampled_from(WHO), st.sampled_from(SAID), st.sampled_from(THAT)
)
trailing = st.builds(lambda what, who: f"{what}, {who} said.", st.sampled_from(THAT), st.sampled_from(WHO))
line = st.one_of(met, said, trailing, st.sampled_from(FURNITURE), st.sampled_from(NOISE), st.text(max_size=40))
texts = st.lists(st.tuples(line, st.sampled_from(ENDS)), min_size=1, max_size=14).map(
    lambda rows: "".join(part for row in rows for part in row)
)


@st.composite
def pages(draw: st.DrawFn) -> str:
    """The same lines as an HTML page, well formed or not."""
    tags = st.sampled_from(
        ["p", "h1", "li", "div", "figcaption", "time", "aside", "script", "td", "span", "blockquote"]
    )
    rows = draw(st.lists(st.tuples(tags, line), min_size=1, max_size=14))
    inside = "".join(f"<{tag}>{text}</{tag if draw(st.booleans()) else 'p'}>" for tag, text in rows)
    head = draw(
        st.sampled_from(
            [
                "",
                '<meta property="article:published_time" content="2024-03-04T10:00:00+03:00">',
                '<title>Envoys meet - Example Post</title><meta property="og:site_name" content="Example Post">',
                '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-03-04"',
            ]
        )
    )
    return f"<!DOCTYPE html><html><head>{head}</head><body>{inside}</body></html>"
