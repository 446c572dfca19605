"""Attributions inside the body: "according to Interfax", "told Reuters", "the Foreign Ministry said in a statement"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from communique.article.lines import Page
from communique.article.origins_names import (
    Credit,
    agency,
    country_name,
    is_photo_credit,
    of_outlet,
    office_credit,
    outlets_in,
)
from communique.knowledge.base import Knowledge
from communique.model.span import Span

_MODIFIER = (
    r"(?:(?:the|The|a|an|its|official|state|state-run|state-owned|state-controlled|state-backed|state-funded|government|"
    r"government-run|semi-official|private|independent|public|local|national|international|business|financial|"
    r"leading|news|agency|agencies|wire|newspapers?|daily|broadcaster|channel|TV|television|radio|network|magazine|"
    r"website|outlet|portal|media|press|service|reporters?|journalists?|correspondents?|anchor|host|from|of|by|at|and|"
    r"[A-Z][a-z]+(?:an|ish|ese|i|ch)|[A-Z]\w+['’]s)\s+)"
)
_LED = re.compile(
    r"\b(?:[Aa]ccording to(?: (?:(?:a|the) )?(?:\w+ )?reports? (?:by|from|in)| the)?|[Cc]iting|[Qq]uoting|"
    r"(?:quoted|cited|carried|reported|broadcast|aired|interviewed)(?: as (?:saying|telling \w+))? (?:by|in|on)|"
    r"told|telling|tells|interviews? (?:with|to|on|by|for)|[Ss]peaking (?:to|with|on)|spoke to|"
    r"statement (?:to|carried by)|"
    r"reports? (?:by|from|in|on)|remarks? (?:to|carried by)|received by|comments? to)\s+" + _MODIFIER + r"{0,6}$"
)
# A talk with a paper or a broadcaster makes it the place where something was said, not the source of the page; wires
# are different: their customers print what was told to them. Measured on 114 annotated pages: 6 of 8 such "origins" of
# papers and broadcasters were none.
_TOLD = re.compile(
    r"\b(?:told|telling|tells|interviews? (?:with|to|on|by|for)|[Ss]peaking (?:to|with|on)|spoke to|remarks? to|"
    r"comments? to|statement to)\s+" + _MODIFIER + r"{0,6}$"
)
_VERB = (
    r"(?:reported|reports|report|said|says|quoted|quotes|cited|cites|indicated|wrote|writes|noted|announced|revealed|carried|"
    r"claimed)"
)
_INVERTED = re.compile(rf"\b{_VERB}\s+{_MODIFIER}{{1,6}}$|[,”\"]\s*{_VERB}\s+{_MODIFIER}{{0,6}}$")
_ENDS_CLAUSE = re.compile(r"(?:\s+(?:news\s+)?agency|\s+newspaper|\s+daily)?\s*(?:[.,;:”\")]|$|\n)")
_LEADS = re.compile(
    r"(?:\s+(?:news|state|agency|newspaper|wire|service|TV|television|radio|daily|website|magazine|also|first|earlier|"
    r"later|previously|separately|has|had|on|[A-Z][a-z]+day|last|this|week|month|citing[^,.\n]{0,60}|in [A-Z][a-z]+)"
    rf"|,\s*(?:citing|quoting)[^,.\n]{{0,80}},){{0,5}},?\s+{_VERB}\b"
)
_STATEMENT = (
    r"(?:statement|statements|readout|read-out|press release|press service|communiqu[eé]|news release|website|"
    r"Telegram|briefing note|press statement|transcript)"
)
_OFFICES: tuple[tuple[str, str], ...] = (
    ("Foreign Ministry", r"[Ff]oreign (?:[Mm]inistry|[Oo]ffice|[Aa]ffairs [Mm]inistry)|FOREIGN MINISTRY|"
     r"[Mm]inistry (?:of|for) (?:[Ff]oreign|[Ee]xternal|[Ii]nternational) [Aa]ffairs|"
     r"[Ee]xternal [Aa]ffairs [Mm]inistry|MFA|State Department|Department of State"),
    ("Presidency", r"State House|Kremlin|White House|[ÉE]lys[ée]e(?: Palace)?|Blue House|[Pp]residency|"
     r"[Pp]residential (?:[Oo]ffice|"
     r"[Pp]ress (?:[Ss]ervice|[Oo]ffice)|[Aa]dministration|[Pp]alace)|(?:[Oo]ffice of the [Pp]resident|"
     r"[Pp]resident['’]s (?:[Oo]ffice|[Pp]ress [Ss]ervice))"),
    ("Government", r"[Gg]overnment|[Cc]abinet(?: [Oo]ffice)?|Downing Street|Prime Minister['’]s Office|"
     r"[Pp]rime minister['’]s office|[Oo]ffice of the [Pp]rime [Mm]inister"),
    ("Defence Ministry", r"[Dd]efen[cs]e [Mm]inistry|[Mm]inistry of (?:[Nn]ational )?[Dd]efen[cs]e|Pentagon"),
)  # fmt: skip
_OWNED = {"Kremlin": "RUS", "White House": "USA", "Élysée": "FRA", "Elysee": "FRA", "Elysée": "FRA",
          "Blue House": "KOR", "State Department": "USA", "Department of State": "USA", "Downing Street": "GBR",
          "Pentagon": "USA"}  # fmt: skip
_OFFICE = re.compile(r"\b(?:" + "|".join(rf"(?P<o{i}>(?:{form})\b)" for i, (_, form) in enumerate(_OFFICES)) + ")")
# One of these stands in whatever the pattern finds; it is slow, and most lines have none.
_OFFICE_MARKS = ("inistry", "ffice", "FOREIGN", "MFA", "Department", "House", "Kremlin", "lys", "residen", "overnment",
                 "abinet", "Downing", "Pentagon")  # fmt: skip
_OFFICE_SAID = re.compile(
    rf"(?:\s+of\s+[^.,]{{3,40}}?)?(?:,)?(?:\s+(?:also|later|earlier|on|[A-Z][a-z]+day|has|had))*\s+"
    rf"(?:said|says|announced|confirmed|reported|stated|added|noted)\b[^.\n]{{0,60}}?\b(?:in|on|by|via|through)\s+"
    rf"(?:a|an|its|the|his|their)\s+(?:[\w-]+\s+){{0,3}}{_STATEMENT}"
    rf"|['’]s\s+(?:[\w-]+\s+){{0,2}}{_STATEMENT}\s+(?:said|says|read|reads|added|noted)\b"
    rf"|\s+(?:[Ss]tatement|readout|communiqu[eé]|press release)\s(?:said|about|on|after|of|issued|released|published)\b"
    rf"|\s+press (?:service|office) (?:said|reported|announced)\b"
)
_STATEMENT_FIRST = re.compile(
    rf"\b[Ii]n (?:a|an|its|the) (?:[\w-]+ ){{0,2}}?{_STATEMENT}\b[^.\n]{{0,40}}?,?\s+(?:the\s+)?$"
)
_SAYS = re.compile(r"\s+(?:also\s+)?(?:said|says|announced|confirmed|reported|stated|added|noted|described|called)\b")
_NETWORKS = r"(?:X|Twitter|Telegram|Facebook|Weibo|WeChat|social media)\b"
_POSTED = re.compile(rf"\s+(?:said|announced|wrote|posted|confirmed)\s+(?:[\w-]+\s+)?(?:on|via)\s+{_NETWORKS}")
_ITS_STATEMENT = re.compile(rf"(?:['’]s)?\s+(?:[\w-]+\s+)?{_STATEMENT}\b")
_ACCORDING = re.compile(r"\b[Aa]ccording to (?:a|an|the)\s+$")
# A name that is an ordinary word or a person's too ("Bloomberg") is the outlet's where it reports, and no first name
# stands before it.
_PLAINLY_REPORTS = re.compile(r"\s+(?:reported|quoted|cited|has reported|reports)\b")
_PLAINLY_LED = re.compile(r"\b(?:[Aa]ccording to|[Cc]iting|[Rr]eported by)\s+(?:the\s+|The\s+)?$")
_FIRST_NAME = re.compile(r"\b[A-Z][\w.’'-]*\s+$")
# "Sana, the Syrian state news agency": an acronym in the spelling of papers that print acronyms as words
_IN_APPOSITION = re.compile(
    r"\b(?P<name>[A-Z][a-z]{1,5}), (?:the|a|its) [^,.\n]{0,40}\b(?:news agency|agency|broadcaster), "
    rf"{_VERB}\b"
)
_ABBREVIATED = re.compile(r"\s?\([A-Z][\w-]{1,10}\)")
_SAID_BY_OFFICE = re.compile(
    rf"\b(?:(?:{_STATEMENT}|readout|text|transcript)\s+(?:\w+\s+)?(?:released|issued|published|posted|"
    rf"provided|distributed)?\s*(?:from|by|of|on)|"
    rf"[Aa]ccording to(?: (?:a|the)(?: \w+)? {_STATEMENT} (?:from|by|of|issued by|released by|published by))?)"
    rf"\s+(?:the\s+)?(?:website of\s+)?(?:the\s+)?$"
)
# "according to the White House press pool", "the foreign ministry spokesman": a person or another body
_SOMEBODY_OF_IT = re.compile(r"(?:['’]s)?\s+(?!press (?:service|release|office)|website|statement|readout)[a-z]+")
_NEXT_WORD = re.compile(r"(?:['’]s)?\s+(?:on|of|in|at|and|that|which|this|late|early|as|to|after|before|issued|said)\b")
_KIND_AFTER = re.compile(r"\s+(?:state\s+)?(?:news agency|agency|newspaper|daily)\b")
_KIND_BEFORE = re.compile(r"\b(?:news agency|newspaper|daily|broadcaster|news outlet)\s+$")
_STATE_MEDIA = re.compile(
    r"\b(?:state|state-run|state-owned|state-controlled|state-backed|official|government) "
    r"(?:media|television|TV|broadcaster|radio|news agency|newspapers?)\b"
)
_MEDIA_MARKS = ("media", "television", "TV", "broadcaster", "radio", "news")
_CARRIED = re.compile(
    r"\b(?:[Aa]ccording to|[Rr]eports? (?:from|by|in)|reported (?:by|in|on)|citing|quoted by|carried by|told|shown on|"
    r"broadcast (?:by|on))\s+(?:[\w’'-]+\s+){0,3}$"
)
_CARRIES = re.compile(r"(?:\s+\w+){0,2}\s+(?:reported|said|says|reports|quoted|showed|announced|cited|carried)\b")


@dataclass(frozen=True, slots=True)
class Generic:
    """State media of a country without a name."""

    country: str
    span: Span
    state: str

    def credit(self) -> Credit:
        """The origin that it stands for where nobody of that state is named."""
        return Credit(f"state media of {self.state}", "attribution", self.span, None, self.country)


def attributed(text: str, block: Span, kb: Knowledge, near: Callable[[], Mapping[str, int]]) -> Iterator[Credit]:
    """The agencies, outlets and offices to which a block of the body attributes what it tells."""
    for found in outlets_in(text, block.start, block.end, kb, near):
        if is_photo_credit(text, found.span):
            continue
        before = text[max(block.start, found.span.start - 90) : found.span.start]
        after = text[found.span.end : min(block.end, found.span.end + 110)]
        if short := _ABBREVIATED.match(after):
            after = after[short.end() :]
        named_so = _KIND_AFTER.match(after) is not None or _KIND_BEFORE.search(before) is not None
        if not (found.sure or named_so or _plainly(before, after)):
            continue
        inverted = _INVERTED.search(before) and _ENDS_CLAUSE.match(after)
        if _TOLD.search(before) and kb.outlets[found.entry.id].kind != "wire":
            continue
        if _LED.search(before) or inverted or _LEADS.match(after):
            yield of_outlet(found, "attribution")
    for match in _IN_APPOSITION.finditer(text, block.start, block.end):
        credit = agency(text, Span(*match.span("name")), kb, "attribution")
        if credit.entity is not None:
            yield credit
    yield from _offices(text, block, kb)


def _plainly(before: str, after: str) -> bool:
    """Whether the words around a name can only be said of an outlet: "the ferry will run, Bloomberg reported"."""
    if _PLAINLY_LED.search(before):
        return True
    return bool(_PLAINLY_REPORTS.match(after)) and not _FIRST_NAME.search(before)


def offices_named(text: str, span: Span, kb: Knowledge) -> Iterator[Credit]:
    """The offices of states named in a credit line ("Source: Ministry of Foreign Affairs of Japan")."""
    for match in _OFFICE.finditer(text, span.start, span.end):
        kind = next(name for i, (name, _) in enumerate(_OFFICES) if match[f"o{i}"])
        before, after = text[span.start : match.start()], text[match.end() : span.end]
        country, start = _owner(text, span, match, before, after, kb)
        if country is not None:
            yield office_credit(kind, country, Span(start, match.end()), "credit", kb)


def _offices(text: str, block: Span, kb: Knowledge) -> Iterator[Credit]:
    printed = block.of(text)
    marked = any(mark in printed for mark in _OFFICE_MARKS)
    for match in _OFFICE.finditer(text, block.start, block.end) if marked else ():
        before = text[max(block.start, match.start() - 90) : match.start()]
        kind = next(name for i, (name, _) in enumerate(_OFFICES) if match[f"o{i}"])
        after = text[match.end() : min(block.end, match.end() + 130)]
        if not (_OFFICE_SAID.match(after) or _POSTED.match(after) or _carries(_without_owner(before, kb), after)):
            continue
        country, start = _owner(text, block, match, before, after, kb)
        if country is not None:
            yield office_credit(kind, country, Span(start, match.end()), "attribution", kb)


def _carries(before: str, after: str) -> bool:
    """Whether the words around an office make it the source: "according to a Kremlin readout"."""
    if _STATEMENT_FIRST.search(before) and _SAYS.match(after):
        return True
    if _ACCORDING.search(before) and _ITS_STATEMENT.match(after):
        return True
    return bool(_SAID_BY_OFFICE.search(before)) and bool(_NEXT_WORD.match(after) or not _SOMEBODY_OF_IT.match(after))


def _without_owner(before: str, kb: Knowledge) -> str:
    """The words before an office without the state that it belongs to: "statement by the Japanese " ends at "the"."""
    names = [n for n in kb.names.find(before) if any(e.kind in ("state", "demonym") for e in n.entries)]
    if names and re.fullmatch(r"(?:['’]s?)?\s+", before[names[-1].span.end :]):
        return before[: names[-1].span.start]
    return before


def _owner(
    text: str, block: Span, match: re.Match[str], before: str, after: str, kb: Knowledge
) -> tuple[str | None, int]:
    """The state of an office and where its name begins: printed beside it, or fixed by the house."""
    if (owned := _OWNED.get(match[0].removesuffix(" Palace"))) is not None:
        return owned, match.start()
    names = [n for n in kb.names.find(before) if any(e.kind in ("state", "demonym") for e in n.entries)]
    if names and re.fullmatch(r"(?:['’]s?)?\s+", before[names[-1].span.end :]):
        entry = next(e for e in names[-1].entries if e.kind in ("state", "demonym"))
        return entry.country, match.start() - len(before) + names[-1].span.start
    if of := re.match(
        r"(?:,|\s+of)?\s+(?:the\s+)?(?:Government of (?:the\s+)?)?"
        r"(?:(?:People['’]s |Islamic |Arab )?(?:Republic|Kingdom) of )?",
        after,
    ):
        for name in kb.names.find(after[of.end() : of.end() + 40]):
            states = [e for e in name.entries if e.kind == "state"]
            if name.span.start == 0 and states:
                return states[0].country, match.start()
    return None, match.start()


def state_media(text: str, block: Span, kb: Knowledge, page: Page) -> Iterator[Generic]:
    """Generic sources with the state whose they are: printed beside them, else that of the only state of the lead."""
    printed = block.of(text)
    marked = any(mark in printed for mark in _MEDIA_MARKS)
    for match in _STATE_MEDIA.finditer(text, block.start, block.end) if marked else ():
        before = text[max(block.start, match.start() - 70) : match.start()]
        after = text[match.end() : min(block.end, match.end() + 60)]
        if any(
            f.span.start <= match.end() + 2 for f in outlets_in(text, match.end(), min(block.end, match.end() + 30), kb)
        ):
            continue  # "state news agency Xinhua": it has a name
        names = [n for n in kb.names.find(before) if any(e.kind in ("state", "demonym") for e in n.entries)]
        beside = names and re.fullmatch(r"(?:['’]s?)?\s+", before[names[-1].span.end :])
        start = match.start() - len(before) + names[-1].span.start if beside else match.start()
        if not (_CARRIED.search(text[max(block.start, start - 70) : start]) or _CARRIES.match(after)):
            continue
        within = re.match(r"\s+in\s+", after)
        if beside:
            country = next(e for e in names[-1].entries if e.kind in ("state", "demonym")).country
        elif within and (there := kb.names.find(after[within.end() :])) and there[0].span.start == 0:
            country = there[0].entries[0].country
        else:
            country = None
        if country:
            yield Generic(country, Span(start, match.end()), country_name(country, kb))
