"""Names of agencies, outlets and offices as they are printed in credits and attributions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from communique.knowledge.base import Knowledge
from communique.knowledge.kinds import Entry
from communique.model.article import OriginHow
from communique.model.span import Span

_PHOTO = re.compile(
    r"\b(?:photos?|photograph\w*|images?|pictures?|file|pool|getty|shutterstock|via|credits?|footage|graphic|video)\W*$",
    re.IGNORECASE,
)
_PHOTO_AFTER = re.compile(r"\s?(?:/|\|\s?Getty|(?:photo|images?|pool|file|video|footage)\b|via\b)", re.IGNORECASE)
# "Ministry of Foreign Affairs" is not the magazine
_BODY_OF_STATE = re.compile(
    r"\b(?:Minist(?:er|ry)|Department|Committee|Council|Secretary) (?:of|for|on) $", re.IGNORECASE
)
_BEGINNING = 6000


@dataclass(frozen=True, slots=True)
class Credit:
    """One place that credits an origin; country is ISO alpha-3 of the agency or office, None where unknown."""

    name: str
    how: OriginHow
    span: Span
    entity: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Printed:
    """An outlet of the table where it is printed; sure says that the string means nothing else."""

    span: Span
    entry: Entry
    sure: bool


def outlets_in(
    text: str, start: int, end: int, kb: Knowledge, near: Callable[[], Mapping[str, int]] | None = None
) -> Iterator[Printed]:
    """The agencies and outlets named in text[start:end]; houses and ministries ("Kremlin") are not among them.

    near tells how often the page names each state: of several outlets of one name ("ABC") that of the state named most.
    """
    for name in kb.names.find(text[start:end]):
        if name.entries[-1].kind != "outlet" and all(e.kind != "outlet" for e in name.entries):
            continue
        named = [e for e in name.entries if e.kind == "outlet" and not (e.shared and _is_office(e, kb))]
        lead = text[max(0, start + name.span.start - 24) : start + name.span.start]
        if named and not _BODY_OF_STATE.search(lead):
            best = named[0]
            if near is not None and len(named) > 1:
                counts = near()
                best = max(named, key=lambda e: counts.get(e.country or "", 0))
            span = name.span.shifted(start)
            sure = name.entries[0].kind == "outlet" and not best.shared
            yield Printed(span, best, sure or _is_acronym(text, span, best, kb))


def agency(text: str, span: Span, kb: Knowledge, how: OriginHow) -> Credit:
    """The agency printed at a place whose form says that it is one; its printed name where the table lacks it."""
    found = next(iter(outlets_in(text, span.start, span.end, kb)), None)
    if found is None:
        printed = span.of(text)
        for row in kb.names.find(printed.upper() if len(printed) < 6 else printed.title()):
            for entry in row.entries:
                if entry.kind == "outlet" and row.span == Span(0, len(printed)):
                    return Credit(entry.name, how, span, entry.id, entry.country)
        return Credit(printed, how, span)
    return Credit(found.entry.name, how, found.span, found.entry.id, found.entry.country)


def _is_acronym(text: str, span: Span, entry: Entry, kb: Knowledge) -> bool:
    """Whether a wire's name is printed as an acronym in running text: SANA the agency, not Sanaa the city."""
    printed, row = span.of(text), kb.outlets[entry.id]
    around = text[max(0, span.start - 12) : span.start] + text[span.end : span.end + 12]
    return row.kind == "wire" and 3 <= len(printed) <= 6 and printed.isupper() and any(ch.islower() for ch in around)


def _is_office(entry: Entry, kb: Knowledge) -> bool:
    return kb.outlets[entry.id].kind == "government"


def states_named(text: str, kb: Knowledge) -> Mapping[str, int]:
    """How often the beginning of a text names each state."""
    return Counter(
        entry.country
        for name in kb.names.find(text[:_BEGINNING])
        for entry in name.entries[:1]
        if entry.kind in ("state", "demonym", "city", "person") and entry.country
    )


def of_outlet(found: Printed, how: OriginHow) -> Credit:
    """The credit for an outlet of the table."""
    return Credit(found.entry.name, how, found.span, found.entry.id, found.entry.country)


def is_photo_credit(text: str, span: Span) -> bool:
    """Whether a name stands as the credit of a picture: "REUTERS/Ada Example", "Example/AP", "via Getty"."""
    before = text[max(0, span.start - 24) : span.start]
    after = text[span.end : span.end + 14]
    slashes = before.endswith("/") and after.startswith("/")  # "/TASS/" is a credit line
    if slashes or before.endswith("Thomson/"):
        return False
    # "told Reuters/Agency" does not occur; a stroke beside a name is a picture's
    if before.rstrip().endswith("|"):
        line = text[text.rfind("\n", 0, span.start) + 1 : span.start]
        return not (re.search(r"\d", line) or line.lstrip().lower().startswith("by "))
    return bool(before.rstrip().endswith("/") or _PHOTO_AFTER.match(after) or _PHOTO.search(before))


def country_name(iso: str, kb: Knowledge) -> str:
    """The English name of a state, the id itself where the table lacks it."""
    state = kb.states.get(iso)
    return state.name if state is not None else iso


# Offices that the table of outlets lists under names of their own
_LISTED = {
    ("Presidency", "USA"): "the-white-house",
    ("Presidency", "RUS"): "kremlin",
    ("Presidency", "FRA"): "elysee",
    ("Foreign Ministry", "USA"): "us-department-of-state",
    ("Foreign Ministry", "CHN"): "ministry-of-foreign-affairs-of-china",
    ("Foreign Ministry", "IND"): "ministry-of-external-affairs-of-india",
    ("Foreign Ministry", "RUS"): "russian-foreign-ministry",
    ("Foreign Ministry", "FRA"): "french-foreign-ministry",
    ("Government", "GBR"): "uk-government",
}


def office_credit(kind: str, country: str, span: Span, how: OriginHow, kb: Knowledge) -> Credit:
    """The credit for an office: `Foreign Ministry of Japan`, or its own name in the table of outlets."""
    row = kb.outlets.get(_LISTED.get((kind, country), ""))
    if row is not None:
        return Credit(row.name, how, span, row.id, country)
    return Credit(f"{kind} of {country_name(country, kb)}", how, span, None, country)
