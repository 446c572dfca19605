"""The dateline: where, when and by which agency a report was filed, printed at its head or as a line of its own."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from communique.knowledge.base import Knowledge
from communique.knowledge.calendar import DateMention, date_at
from communique.knowledge.kinds import Entry
from communique.model.span import Span


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline and its parts.

    span is what to cut from the line so that the sentence remains. city is the printed place (which need not be one:
    "ABOARD AIR FORCE ONE"); country the printed state or region behind it; known the table's entry of the place. date
    is a mention that may lack its year, agency the printed name of the agency without its brackets. Each is None where
    it is not printed. whole says that the dateline is a line of its own.
    """

    span: Span
    city: Span | None = None
    country: Span | None = None
    date: DateMention | None = None
    agency: Span | None = None
    known: Entry | None = None
    whole: bool = False


_S = r"[ \t\u00a0\u202f]"
_CAPS_WORD = r"(?:[A-ZÀ-ÞŁŠŽĞİ][A-ZÀ-ÞŁŠŽĞİ'’.-]*)"
_NAME_WORD = r"(?:[A-ZÀ-ÞŁŠŽĞİ][\w'’.-]*)"
_CAPS = rf"{_CAPS_WORD}(?:{_S}{_CAPS_WORD}){{0,4}}(?:/{_CAPS_WORD}(?:{_S}{_CAPS_WORD}){{0,3}})*"
_TITLE = rf"{_NAME_WORD}(?:{_S}(?:{_NAME_WORD}|de|da|do|el|la|of)){{0,3}}(?:/{_NAME_WORD})*"
_PLACE = re.compile(rf"{_CAPS}(?![a-zà-ÿ\w])|{_TITLE}")
_REGION = re.compile(
    rf",{_S}*(?P<region>{_NAME_WORD}(?:{_S}(?:{_NAME_WORD}|of|the|and)){{0,4}})|{_S}*\[(?P<bracketed>{_TITLE})\]"
)
_BEFORE_DATE = re.compile(rf"{_S}*[,.:(–—-]?{_S}*(?:on{_S}+)?")
_AGENCY = re.compile(
    rf"{_S}*[,.]?{_S}*(?:\((?P<round>[^\s()\d][^()\d\n]{{0,38}})\)|/{_S}?(?P<slashes>[^\s/\d][^/\d\n]{{0,30}}?){_S}?/"
    rf"|\[(?P<square>[A-Z][^\[\]\d\n]{{1,30}})\])"
)
_BARE_AGENCY = re.compile(rf"{_S}*[,.]?{_S}*(?:[–—-]{_S}*)?(?P<bare>{_NAME_WORD}(?:{_S}{_NAME_WORD}){{0,2}})")
_DASH = re.compile(rf"{_S}*(?:[–—―]|--+|-(?={_S}))[–—-]*{_S}*")
_COLON = re.compile(rf"{_S}*:{_S}*")
_STOP = re.compile(rf"{_S}*\.{_S}*(?:[–—-]+{_S}*)?")
_REPORTS = re.compile(rf"{_S}reports(?:[.,:]|{_S}+(?:that|citing|via)\b)?{_S}*")
_DASHED = re.compile(r"[–—-]\s*$")
_OPENS = re.compile(r"[\"“‘'«„(\[]*[A-Z0-9À-ÞŁŠŽĞİ]")
_BYLINE_BEFORE = re.compile(rf"By(?:{_S}+[A-Z][a-z’'-]+[A-Z]?[\w’'-]*){{2,4}}\.?{_S}+(?=[A-Z]{{3}})")
_LEADING = re.compile(r"[\s•*·►»]*")
_AGENCY_LETTERS = re.compile(r"[A-Z]{2,6}|[A-Z][A-Za-z]+(?:[ -][A-Z][A-Za-z]+){0,2}")
_NO_PLACE = frozenset(
    "watch read more photo photos video file update updated breaking live opinion analysis exclusive related flashback"
    " editor editors note correction caption image source sources by the latest view comment factbox timeline"
    " advisory fact sheet readout statement remarks question answer moderator reporter q a also see and or".split()
)
# A dateline is short; of those on the real pages none is longer than 75 characters.
_LONGEST = 110


@dataclass(slots=True)
class _Parts:
    at: int
    city: Span | None = None
    country: Span | None = None
    date: DateMention | None = None
    agency: Span | None = None
    agency_known: bool = False
    bracketed: bool = False
    known: Entry | None = None


def find_dateline(text: str, line: Span, kb: Knowledge) -> Dateline | None:
    """The dateline at the head of a line, or the line itself where it is nothing else; None where there is none.

    A capitalised place before a dash or colon is one only with an agency or date, or where the place is known: ordinary
    sentences and labels ("WATCH: ...") have none.
    """
    return _kept(text, line, kb) if len(text) <= _KEPT_CHARS else _find(text, line, kb)


def _find(text: str, line: Span, kb: Knowledge) -> Dateline | None:
    start = _LEADING.match(text, line.start, line.end)
    at = start.end() if start else line.start
    if at >= line.end or not (text[at].isupper() or text[at] in "(["):
        return None
    stop = min(line.end, at + _LONGEST)
    cut = at
    if fused := _BYLINE_BEFORE.match(text, at, stop):
        at = fused.end()
    return _bracketed(text, at, stop, line, kb) or _headed(text, cut, at, stop, line, kb)


# Roles, dates, blocks and credits ask about the same few lines at the head of a page; a key holds the page's text.
_KEPT_CHARS = 200_000
_kept = functools.lru_cache(maxsize=16)(_find)


def _headed(text: str, cut: int, at: int, stop: int, line: Span, kb: Knowledge) -> Dateline | None:
    parts = _place(text, at, stop, kb)
    if parts is None:
        return None
    _date_and_agency(text, parts, stop, kb)
    end = _separator(text, parts, line)
    if end is None or not _believable(text, parts, end, line, kb):
        return None
    whole = end >= line.end
    return Dateline(
        Span(cut, _trimmed(text, cut, end)), parts.city, parts.country, parts.date, parts.agency, parts.known, whole
    )


def _place(text: str, at: int, stop: int, kb: Knowledge) -> _Parts | None:
    match = _PLACE.match(text, at, stop)
    if match is None:
        return None
    end = match.end()
    words = match[0].split()
    if any(word.lower().strip(".,:") in _NO_PLACE for word in (words[0], words[-1])):
        return None
    # "ASTANA. KAZINFORM - ...": a full stop behind a whole word ends the place ("ST. PETERSBURG" goes on)
    for number, word in enumerate(words[:-1], 1):
        if word.endswith(".") and len(word) > 4:
            words = words[:number]
            end = text.index(word, at) + len(word)
            break
    # "Islamabad 12 January", "Riga September 2": the month is no part of the name
    while len(words) > 1 and date_at(text, text.rfind(words[-1], at, end), stop):
        end = text.rfind(words[-1], at, end)
        words.pop()
    end = _trimmed(text, at, end)
    if text[end - 1] == "." and len(words[-1]) > 3:
        end -= 1
    parts = _Parts(end, Span(at, end))
    parts.known = _place_entry(text[at:end], kb)
    while region := _REGION.match(text, parts.at, stop):
        name = "region" if region["region"] else "bracketed"
        where = Span(region.start(name), region.end(name))
        if date_at(text, where.start, stop) or _is_outlet(where.of(text), kb):
            break
        end = region.end() - (region[0].endswith(".") and len(region[0].split()[-1]) > 5)
        parts.country = Span(parts.country.start if parts.country else where.start, min(where.end, end))
        parts.at = end
    return parts


def _date_and_agency(text: str, parts: _Parts, stop: int, kb: Knowledge) -> None:
    for _ in range(2):
        gap = _BEFORE_DATE.match(text, parts.at, stop)
        if parts.date is None and gap and (found := _day_at(text, gap, stop)):
            parts.date, parts.at = found, found.span.end
        match = _AGENCY.match(text, parts.at, stop)
        if parts.agency is None and match:
            name = next(k for k in ("round", "slashes", "square") if match[k])
            if _agency_like(match[name], kb):
                parts.agency, parts.at = _agency_span(match, name, kb), match.end()
                parts.bracketed, parts.agency_known = True, _is_outlet(match[name], kb)
    if parts.agency is None and (match := _BARE_AGENCY.match(text, parts.at, stop)):
        words = match["bare"].split()
        for count in range(len(words), 0, -1):
            name = " ".join(words[:count]).rstrip(".")
            if _is_outlet(name, kb, whole=True):
                end = match.start("bare") + len(name)
                ends = any(form.match(text, end) for form in (_REPORTS, _DASH, _COLON, _STOP))
                if ends or text[end : end + 1] in ("", "\n"):
                    parts.agency, parts.at, parts.agency_known = Span(match.start("bare"), end), end, True
                return


def _agency_span(match: re.Match[str], name: str, kb: Knowledge) -> Span:
    """The agency alone where the brackets hold more: "(Reuters on Friday)"."""
    found = kb.names.find(match[name])
    first = next((n for n in found if n.span.start == 0 and any(e.kind == "outlet" for e in n.entries)), None)
    return first.span.shifted(match.start(name)) if first else Span(*match.span(name))


def _day_at(text: str, gap: re.Match[str], stop: int) -> DateMention | None:
    found = date_at(text, gap.end(), stop)
    return found if found and found.kind == "day" and "(" not in gap[0] else None


def _separator(text: str, parts: _Parts, line: Span) -> int | None:
    """Where the sentence begins; None where what follows does not look like the end of a dateline."""
    if parts.at >= line.end or not text[parts.at : line.end].strip(" .\t\r\n"):
        return line.end if parts.date is not None or parts.bracketed else None
    if parts.agency is not None and not parts.bracketed and (match := _REPORTS.match(text, parts.at, line.end)):
        return match.end()
    for form in (_DASH, _COLON):
        if match := form.match(text, parts.at, line.end):
            return match.end()
    match = _STOP.match(text, parts.at, line.end)
    if match and (parts.date is not None or parts.agency is not None):
        return match.end()
    return parts.at if parts.bracketed and text[parts.at].isspace() else None


def _believable(text: str, parts: _Parts, end: int, line: Span, kb: Knowledge) -> bool:
    assert parts.city is not None
    place = parts.city.of(text)
    capitals = place.upper() == place and sum(ch.isalpha() for ch in place) > 2
    if end >= line.end:
        return parts.known is not None and len(text[line.start : line.end].strip()) <= 60
    while end < line.end and text[end].isspace():
        end += 1
    reports = parts.agency is not None and bool(_REPORTS.match(text, parts.agency.end))
    if not (reports or _OPENS.match(text, end, line.end)):
        return False
    following = text[end : line.end]
    if parts.bracketed:
        return capitals or parts.known is not None or parts.date is not None or parts.agency_known
    if (
        parts.date is not None
        and text[parts.date.span.end : end].strip() == ":"
        and _DASHED.search(text[parts.city.end : parts.date.span.start])
    ):
        return False  # a photographer's caption: "BRUSSELS, BELGIUM - JULY 11: ..."
    if parts.date is not None:
        return (parts.known is not None or capitals) and len(following) > 20
    if parts.known is None:
        return capitals and parts.country is not None and len(following) > 40
    if parts.known.kind not in ("city", "state") or len(following) < 40:
        return False
    if capitals:
        return True
    # "Riga - Tallinn trains": two places joined by the dash
    first = kb.names.find(following[:40])
    return not (first and first[0].span.start == 0 and first[0].entries[0].kind == "city")


def _bracketed(text: str, at: int, stop: int, line: Span, kb: Knowledge) -> Dateline | None:
    """ "(Beijing) The minister ...", "(Reuters) - The minister ...", "[Riga, 2 May] The minister ..."."""
    match = re.compile(rf"[(\[]{_S}*(?P<in>[^()\[\]\n]{{2,60}}?){_S}*[)\]]").match(text, at, stop)
    if match is None:
        return None
    after = match.end()
    sep = _DASH.match(text, after, line.end) or _COLON.match(text, after, line.end)
    follows = sep.end() if sep else after
    while follows < line.end and text[follows].isspace():
        follows += 1
    if follows >= line.end or not _OPENS.match(text, follows, line.end) or line.end - follows < 30:
        return None
    inner = Span(*match.span("in"))
    if _is_outlet(inner.of(text), kb):
        behind = _headed(text, follows, follows, min(line.end, follows + _LONGEST), line, kb) if sep else None
        if behind is not None and behind.city is not None:
            return Dateline(Span(at, behind.span.end), behind.city, behind.country, behind.date, inner, behind.known)
        return Dateline(Span(at, _trimmed(text, at, follows)), agency=inner)
    parts = _place(text, inner.start, inner.end, kb)
    if parts is None or parts.known is None or parts.known.kind not in ("city", "state"):
        return None
    _date_and_agency(text, parts, inner.end, kb)
    if text[parts.at : inner.end].strip():
        return None
    span = Span(at, _trimmed(text, at, follows))
    return Dateline(span, parts.city, parts.country, parts.date, parts.agency, parts.known)


def _trimmed(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def _place_entry(name: str, kb: Knowledge) -> Entry | None:
    """The city (or state) of that name; of several joined by a stroke the first."""
    first = name.split("/")[0].strip()
    plain = first.title() if first.isupper() and len(first) > 3 else first
    for printed in (first, plain):
        found = kb.names.find(printed)
        if len(found) == 1 and found[0].span == Span(0, len(printed)):
            for kind in ("city", "state"):
                for entry in found[0].entries:
                    if entry.kind == kind:
                        return entry
    return None


def _is_outlet(name: str, kb: Knowledge, *, whole: bool = False) -> bool:
    """Whether a string begins with the name of an outlet, or is one."""
    return any(
        n.span.start == 0 and (not whole or n.span.end == len(name)) and any(e.kind == "outlet" for e in n.entries)
        for n in kb.names.find(name)
    )


def _agency_like(name: str, kb: Knowledge) -> bool:
    return _is_outlet(name, kb) or _AGENCY_LETTERS.fullmatch(name) is not None
