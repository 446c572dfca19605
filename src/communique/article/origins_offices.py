"""Offices that speak for themselves: the heading of their own page, a readout's title, a spokesperson's byline."""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique.article.lines import Page
from communique.article.origins_attributed import offices_named
from communique.article.origins_names import Credit, office_credit
from communique.knowledge.base import Knowledge
from communique.model.span import Span

# An office's own page begins with its name: in one of the first lines, alone or before the name of a section.
_HEADING_LINES = 3
_HEADING_CHARS = 110
_OWNER = r"(?:(?:,|\s+of)?(?:\s(?:the|of|and|[A-Z][\w’'-]*)){1,6}?)?"
_BEHIND_HEADING = re.compile(
    rf"{_OWNER}\s*(?:$|[|>•·,/]|\s{{2}}|(?:[–—-]\s*)?(?:[Pp]ress (?:[Rr]elease|[Ss]tatement)|Media))"
)
_ALONE = re.compile(rf"{_OWNER}\s*(?:$|(?:[–—-]\s*)?[Pp]ress (?:[Rr]elease|[Ss]tatement))")
_MARK = re.compile(r"\W*Written for communique\b")


def heading_office(page: Page, where: tuple[int, int], outlet: str | None, kb: Knowledge) -> Iterator[Credit]:
    """The office whose own page this is, by the heading: "Ministry of Foreign Affairs of Japan", "UN News | ...".

    outlet is the site that published the page: the section "White House" of a newspaper is no office's page.
    """
    own = next((row for row in kb.outlets.values() if row.name == outlet), None)
    if outlet is not None and (own is None or own.kind != "government"):
        return
    text = page.text
    lines = [line for line in page.lines[: where[0]] if not _MARK.match(text, line.span.start, line.span.end)]
    for line in lines[:_HEADING_LINES]:
        if len(line.span) <= _HEADING_CHARS and line.role not in ("caption", "byline"):
            for credit in (*offices_named(text, line.span, kb), *_institutions(text, line.span, kb)):
                before = text[line.span.start : credit.span.start]
                behind = _ALONE if line.role == "title" else _BEHIND_HEADING
                if not before.strip(" \tTthe") and behind.match(text, credit.span.end, line.span.end):
                    yield credit
                    return


def _institutions(text: str, span: Span, kb: Knowledge) -> Iterator[Credit]:
    """Press offices of the table of outlets, and organisations, at the head of a line."""
    for name in kb.names.find(span.of(text))[:1]:
        for entry in name.entries:
            if entry.kind == "outlet" and kb.outlets[entry.id].kind == "government":
                yield Credit(entry.name, "credit", name.span.shifted(span.start), entry.id, entry.country)
            elif entry.kind == "organisation":
                yield Credit(entry.name, "credit", name.span.shifted(span.start), None, entry.id)


_ATTRIBUTABLE = re.compile(
    r"\b(?:following|below|above)\b[^.\n]{0,30}\battribut(?:able|ed) to\b[^.\n]{0,40}?\bspokes\w+", re.IGNORECASE
)
# The heading of the State Department's press office over its readouts; other ministries name themselves.
_SPOKESPERSON_OFFICE = re.compile(r"\W*Office of the Spokesperson\W*")
_SPOKESPERSON_BYLINE = re.compile(r"\W*[A-Z][\w.’' -]{3,40}, (?:[A-Z]\w+ ){0,4}[Ss]pokes(?:person|man|woman)\W*")
_ISSUED = re.compile(r"\b(?:by|from)\s+(?:the\s+)?$", re.IGNORECASE)
_PRESS_OFFICE = re.compile(r"White House|NSC|National Security Council|(?:Chief )?Press Secretary")
_READOUT = re.compile(
    r"\W*(?:(?:readout|read-out|press release|statement|fact sheet|background press call|joint readout|"
    r"summary)\b"
    r"(?:\s+(?:of|from|by|on|:)|:)?)\s*(?:the\s+)?",
    re.IGNORECASE,
)
_BY_PRESIDENCY = re.compile(
    r"\b(?:White House|(?:Vice )?President|National Security Advis[eo]r|(?:Chief )?Press Secretary|NSC|First Lady|"
    r"National Security Council|Second Gentleman|Homeland Security Advis[eo]r)\b"
)


def readout_office(page: Page, where: tuple[int, int], kb: Knowledge) -> Iterator[Credit]:
    """The office that speaks for itself on its own page: a readout's title, "attributable to Spokesperson ..."."""
    text = page.text
    head = page.lines[: where[0] + 4]
    for line in head:
        if (match := _SPOKESPERSON_OFFICE.fullmatch(line.span.of(text))) is not None:
            yield office_credit("Foreign Ministry", "USA", line.span, "credit", kb)
            return
        if (match := _ATTRIBUTABLE.search(text, line.span.start, line.span.end)) is not None:
            rest = Span(match.start(), line.span.end)
            country = _speaking(text, [rest], kb)
            if country is not None:
                yield office_credit("Foreign Ministry", country, Span(*match.span()), "credit", kb)
                return
    for line in head:
        if _SPOKESPERSON_BYLINE.fullmatch(line.span.of(text)) and (country := _speaking(text, [line.span], kb)):
            yield office_credit("Foreign Ministry", country, line.span, "byline", kb)
            return
    for line in page.lines[:3]:
        lead = _READOUT.match(text, line.span.start, line.span.end)
        if lead is None or line.role not in ("title", "header", "other", "standfirst"):
            continue
        office = _BY_PRESIDENCY.search(text, lead.end(), min(line.span.end, lead.end() + 45))
        if office is None or re.search(r"\b(?:meeting|call|talks)\b", text[lead.end() : office.start()], re.IGNORECASE):
            continue
        # "Readout of President A's Call" names whom it is about; "Statement by ..." and a press office name who speaks
        if not _ISSUED.search(lead[0]) and not _PRESS_OFFICE.fullmatch(office[0]):
            continue
        country = _country_of(text, office, line.span.end, kb)
        if country is not None:
            yield office_credit("Presidency", country, Span(line.span.start, office.end()), "credit", kb)
            return


def _country_of(text: str, office: re.Match[str], end: int, kb: Knowledge) -> str | None:
    """The state of the holder printed behind a title: "President Biden's Call with Prime Minister ..."."""
    if office[0] in ("White House", "NSC", "National Security Council"):
        return "USA"
    words = text[office.end() : min(end, office.end() + 60)]
    full = next((n for n in kb.names.find(words) if n.span.start <= 1), None)
    if full is not None:
        return next((e.country for e in full.entries if e.kind in ("person", "state") and e.country), None)
    surname = re.match(r"\s(?:(?:[A-Z][\w.-]*)\s)?([A-Z][\w-]+)(?![\w-])", words)
    holders = kb.people.surnamed(surname[1]) if surname else ()
    top = {p.country for p in holders if any(t.office in ("head_of_state", "vice_head_of_state") for t in p.terms)}
    everyone = {p.country for p in holders}
    for found in (top, everyone):
        if len(found) == 1:
            return found.pop()
    # an adviser whom the tables lack: a title that one house uses
    return "USA" if re.search(r"National Security Advisor|Press Secretary|First Lady|Homeland", office[0]) else None


def _speaking(text: str, spans: list[Span], kb: Knowledge) -> str | None:
    """The state of the first person that is named."""
    for span in spans:
        for name in kb.names.find(span.of(text)):
            for entry in name.entries:
                if entry.kind == "person" and entry.country:
                    return entry.country
    return None
