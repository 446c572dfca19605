"""The printed forms of dates: each tried at a number, a month word or a weekday word."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace

from communique.knowledge.calendar_terms import DateMention, Fields, Word, folded, words
from communique.model.span import Span

_S = r"[ \t\u00a0\u202f]"
_WORD = r"[^\W\d_]{3,13}"
_ORDINAL = r"(?:st|nd|rd|th|er|[.ºª°])?"
_OF = rf"(?:{_S}*-{_S}*|{_S}+|{_S}+(?:of|de|d['’]){_S}*|(?<=\.))"
# No date: "May 7.5 percent", "July 10:30", "May 10,000", "March 20%"
_DAY_ENDS = r"(?!\d|[.:]\d(?!\d\d\d\b)|,\d{3}(?!\d)|\s?%)"
_DAY_ORDINAL = r"(?:st|nd|rd|th)?"
_DAY = rf"(?P<day>\d{{1,2}}){_ORDINAL}"
_TO = rf"{_S}*(?:-|–|—|\bto\b|\band\b|\btill\b|\buntil\b|\bthrough\b|&){_S}*(?:the{_S}+)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?![\d]|[.,]\d)"
_YEAR_AFTER = rf"(?:{_S}*[,-]{_S}*|{_S}+(?:of{_S}+|de{_S}+|del{_S}+)?|\.{_S}*)"
_TIME = (
    r"(?P<hour>[01]?\d|2[0-3])(?:[:.h](?P<minute>[0-5]\d)(?::[0-5]\d(?:\.\d+)?)?|(?=\s?(?i:[ap]\.?m)\b))"
    r"(?!\d)(?:\s?(?P<half>[apAP])\.?[mM]\b\.?)?"
)
_ZONE = (
    r"(?:\s?(?P<zone>Z\b|[+-]\d\d:?\d\d\b|(?:GMT|UTC)(?:\s?[+-]\d{1,2}(?::?\d\d)?)?\b|"
    r"(?:E[SD]?T|C[SD]?T|M[SD]?T|P[SD]?T|AES?T|AEDT|BST|CES?T|EE[SD]?T|MSK|IST|JST|KST|HKT|SGT|PKT|EAT|WAT|SAST)\b))?"
)
_CLOCK = _TIME + r"(?:\s?(?:hrs|hours|h)\b)?" + rf"(?:\s?\()?{_ZONE}"

_ISO = re.compile(
    r"(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?!\d|-\d)"
    rf"(?:(?:T|{_S}+){_TIME}{_ZONE})?"
)
_YMD = re.compile(r"(?P<year>(?:19|20)\d\d)(?P<sep>[/.-])(?P<month>\d{1,2})(?P=sep)(?P<day>\d{1,2})(?![\d]|[/.-]\d)")
_DMY = re.compile(
    r"(?P<a>\d{1,2})(?P<sep>[/.-])(?P<b>\d{1,2})(?P=sep)(?P<year>(?:19|20)\d\d)(?![\d]|[/.-]\d)"
    r"|(?P<a2>\d{1,2})/(?P<b2>\d{1,2})/(?P<y2>\d\d)(?![\d/])"
)
_CJK = re.compile(
    r"(?P<year>(?:19|20)\d\d)\s?(?:年|년)(?:\s?(?P<month>\d{1,2})\s?(?:月|월)(?:\s?(?P<day>\d{1,2})\s?(?:日|号|일))?)?"
    rf"(?:\s?{_TIME})?"
)
_D_MON = re.compile(
    rf"{_DAY}(?:{_TO}(?P<last>\d{{1,2}}){_ORDINAL})?{_OF}(?P<month>{_WORD})(?P<dot>\.?)"
    rf"(?:{_TO}(?P<last2>\d{{1,2}}){_ORDINAL}{_OF}(?P<month2>{_WORD})\.?)?"
    rf"(?:{_YEAR_AFTER}{_YEAR})?"
)
_MON_D = re.compile(
    rf"(?P<month>{_WORD})\.?{_S}*-?{_S}*(?P<day>\d{{1,2}}){_DAY_ORDINAL}{_DAY_ENDS}"
    rf"(?:{_TO}(?:(?P<month2>{_WORD})\.?{_S}+)?(?P<last>\d{{1,2}})(?:st|nd|rd|th)?(?!\d|[.:]\d|,\d{{3}}(?!\d)|\s?%))?"
    rf"(?:{_YEAR_AFTER}{_YEAR})?"
)
_MON_Y = re.compile(rf"(?P<month>{_WORD})\.?(?:,?{_S}+|{_S}+of{_S}+){_YEAR}")
_TIME_FIRST = re.compile(_CLOCK + rf"(?:\)?{_S}*[,|–—-]?{_S}*)(?:on{_S}+)?")
_TIME_AFTER = re.compile(rf"(?:{_S}*(?:[,|–—•·]|-{_S}){_S}*|{_S}+)(?:at{_S}+|@{_S}*|um{_S}+|à{_S}+)?{_CLOCK}")
_WEEKDAY_GAP = re.compile(rf"(?:\.?,?{_S}+|,|\.?{_S}*[-–,|]{_S}*|{_S}*\()(?:the{_S}+|den{_S}+|le{_S}+)?")
_WEEKDAY_AFTER = re.compile(rf"{_S}*[,(]{_S}*(?P<weekday>{_WORD})\b\)?")
_YEAR_ONLY = re.compile(
    r"(?P<year>1[89]\d\d|20\d\d)(?:(?P<sep>[-–/])(?P<last>20\d\d|19\d\d|\d\d)(?!\d))?(?![\d]|[.,:/]\d|[-–]\d)"
)
_YEAR_LEAD = re.compile(
    r"(?:\b(?:in|since|until|till|by|from|during|of|late|early|mid|year|years|after|before|between|through|for|"
    r"fiscal|FY|around|about|throughout|back to|copyright|©|\(c\)|annual|and|to|or)|[(\[-])[ \u00a0]?$",
    re.IGNORECASE,
)
_ARTICLE_LEAD = re.compile(r"\b(?:the|a|an|its|his|her|their|this|that|our)[ \u00a0]$", re.IGNORECASE)
_NAME_LEAD = re.compile(r"\b[A-Z][\w’'-]*[ \u00a0]$")
_COUNTED = re.compile(
    r"[ \u00a0]?(?:%|percent|per cent|people|persons|troops|soldiers|men|women|children|workers|families|km|kilomet|"
    r"miles|met(?:er|re)s|feet|tons|tonnes|barrels|dollars|euros|yuan|pounds|rubles|roubles|rupees|yen|million|billion|"
    r"trillion|years|days|hours|minutes|words|units|students|jobs|companies|projects|square|cubic|times|GMT|UTC|hrs|"
    r"hectares|acres|megawatts|MW|kg|others|civilians|refugees|prisoners|members|delegates|local time)\b"
)
_MONTH_CUE = re.compile(
    # "to May", "for May", "by May": as often a person of that name
    r"\b(?:in|since|until|till|last|next|this|early|late|mid|during|every|each|mid-?)[ \u00a0-]$",
    re.IGNORECASE,
)


def _valid(year: int | None, month: int | None, day: int | None) -> bool:
    try:
        datetime.date(year or 2000, month or 1, day or 1)
    except ValueError:
        return False
    return True


def _clock(match: re.Match[str]) -> tuple[str, str | None]:
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if match["half"]:
        hour = hour % 12 + (12 if match["half"].lower() == "p" else 0)
    return f"{hour:02}:{minute:02}", match.groupdict().get("zone")


def _month_word(raw: str, year: str | None, *, day_first: bool) -> int | None:
    """The month of a word beside a day; foreign abbreviations ask for a year, too ("5 set" is no date)."""
    word = words().months.get(folded(raw))
    if word is None or (word.use == "yeared" and not year):
        return None
    foreign = word.use == "yeared" or (word.use == "dated" and not raw[:1].isupper())
    if (word.use == "cued" and not raw[0].isupper()) or (foreign and not day_first):
        return None
    return word.value


def _timed(text: str, found: DateMention, stop: int) -> DateMention:
    """The same mention with the weekday and the time of day that stand directly behind it."""
    if found.weekday is None and (match := _WEEKDAY_AFTER.match(text, found.span.end, stop)):
        word = words().weekdays.get(folded(match["weekday"]))
        closed = match[0].lstrip().startswith("(") and match[0].endswith(")")
        if word and (closed or (found.year and not match[0].lstrip().startswith("("))):
            found = replace(found, span=Span(found.span.start, match.end()), weekday=word.value)
    if found.time is None and (match := _TIME_AFTER.match(text, found.span.end, stop)):
        time, zone = _clock(match)
        end = match.end("zone") if match["zone"] else match.end()
        found = replace(found, span=Span(found.span.start, end), time=time, zone=zone)
        if text[end - 1 : end] == "(":
            found = replace(found, span=Span(found.span.start, end - 1))
    return found


def at_number(text: str, at: int, stop: int) -> DateMention | None:
    """The date that begins with the number at `at`; None where it begins none."""
    before = text[at - 1] if at else " "
    if before in "$€£¥#" or (before in ".,:/-" and at > 1 and text[at - 2].isdigit()):
        return None
    found = _numeric(text, at, stop) or _day_month(text, at, stop)
    if found:
        return _timed(text, found, stop)
    return _after_time(text, at, stop) or _year(text, at, stop)


def _after_time(text: str, at: int, stop: int) -> DateMention | None:
    """A date behind its time of day: "17:32, 09-Apr-2024"."""
    match = _TIME_FIRST.match(text, at, stop)
    if match is None or (match["minute"] is None and match["half"] is None):
        return None
    found = date_at(text, match.end(), stop)
    if found is None or found.kind != "day" or found.time:
        return None
    time, zone = _clock(match)
    return replace(found, span=Span(at, found.span.end), time=time, zone=zone)


def date_at(text: str, at: int, stop: int) -> DateMention | None:
    """The date with at least a day and month that begins exactly at `at`."""
    token = re.compile(r"\d+|[^\W\d_]+").match(text, at, stop)
    if token is None:
        return None
    if token[0][0].isdigit():
        return _numeric(text, at, stop) or _day_month(text, at, stop)
    key = folded(token[0])
    if key in words().weekdays:
        found = at_weekday(text, token, words().weekdays[key], stop)
        return found if found and found.kind == "day" else None
    return _month_day(text, at, stop) if key in words().months else None


def _numeric(text: str, at: int, stop: int) -> DateMention | None:
    for form in (_CJK, _ISO, _YMD):
        if match := form.match(text, at, stop):
            year, month, day = (int(match[k]) if match[k] else None for k in ("year", "month", "day"))
            if not _valid(year, month, day):
                return None
            found = DateMention(Span(*match.span()), "day" if day else "month" if month else "year", year, month, day)
            found = replace(found, shape="iso" if form is _ISO else "numeric")
            if form is not _YMD and match["hour"]:
                time, zone = _clock(match)
                found = replace(found, time=time, zone=zone)
            return found
    return _slashed(text, at, stop)


def _slashed(text: str, at: int, stop: int) -> DateMention | None:
    match = _DMY.match(text, at, stop)
    if match is None:
        return None
    a, b = int(match["a"] or match["a2"]), int(match["b"] or match["b2"])
    year = int(match["year"]) if match["year"] else 2000 + int(match["y2"])
    span, readings = Span(*match.span()), [Fields(year, m, d) for d, m in ((a, b), (b, a)) if _valid(year, m, d)]
    if not readings:
        return None
    first = readings[0]
    if match["sep"] == "." and _valid(year, b, a):
        readings = [first]  # full stops: day first, wherever they are printed
    other = readings[1] if len(readings) > 1 and a != b else None
    return DateMention(span, "day", first.year, first.month, first.day, other=other, shape="numeric")


def _day_month(text: str, at: int, stop: int) -> DateMention | None:
    match = _D_MON.match(text, at, stop)
    if match is None:
        return None
    month = _month_word(match["month"], match["year"], day_first=True)
    if month is None:
        return None
    month2 = _month_word(match["month2"], match["year"], day_first=True) if match["month2"] else None
    stop_at = match.end()
    if match["month2"] and month2 is None:
        stop_at = match.end("dot")
    year = int(match["year"]) if match["year"] and stop_at == match.end() else None
    day = int(match["day"])
    if not _valid(year, month, day):
        return None
    end = None
    if match["last"] and _valid(year, month, int(match["last"])):
        end = Fields(year, month, int(match["last"]))
    elif month2 and _valid(year, month2, int(match["last2"])):
        end = Fields(year, month2, int(match["last2"]))
    return DateMention(Span(at, stop_at), "day", year, month, day, end=end)


def _month_day(text: str, at: int, stop: int) -> DateMention | None:
    match = _MON_D.match(text, at, stop)
    if match is None:
        return None
    month = _month_word(match["month"], match["year"], day_first=False)
    day = int(match["day"])
    year = int(match["year"]) if match["year"] else None
    if month is None or not _valid(year, month, day):
        return None
    end, stop_at = None, match.end()
    if match["last"]:
        month2 = _month_word(match["month2"], match["year"], day_first=False) if match["month2"] else month
        last = int(match["last"])
        if month2 and _valid(year, month2, last) and (month2 != month or last > day):
            end = Fields(year, month2, last)
        else:
            year, stop_at = None, match.end("day")
    return DateMention(Span(at, stop_at), "day", year, month, day, end=end)


def _year(text: str, at: int, stop: int) -> DateMention | None:
    """A year that stands as one: after a word that leads one, in a name, or beside a noun it dates."""
    match = _YEAR_ONLY.match(text, at, stop)
    if match is None or text[match.end() : match.end() + 1].isalpha() or _COUNTED.match(text, match.end(), stop):
        return None
    before = text[max(0, at - 12) : at]
    alone = not before.strip() or before.endswith("\n")
    if not (alone or _YEAR_LEAD.search(before) or _ARTICLE_LEAD.search(before) or _NAME_LEAD.search(before)):
        return None
    year, last = int(match["year"]), match["last"]
    end, stop_at = None, match.end()
    if last:
        through = int(last) if len(last) == 4 else year // 100 * 100 + int(last)
        end = Fields(through) if year < through <= year + 30 else None
        stop_at = match.end() if end else match.end("year")
    return DateMention(Span(at, stop_at), "year", year, end=end)


def at_month(text: str, token: re.Match[str], word: Word, stop: int) -> DateMention | None:
    """The date that begins with a month word: "July 1, 2024 6:17 PM", "May 2024", "in May"."""
    at = token.start()
    if found := _month_day(text, at, stop):
        return _timed(text, found, stop)
    if not token[0][0].isupper() and word.use in ("alone", "cued"):
        return None
    if match := _MON_Y.match(text, at, stop):
        return DateMention(Span(*match.span()), "month", int(match["year"]), word.value)
    if word.use == "alone" or (word.use == "cued" and _MONTH_CUE.search(text[max(0, at - 10) : at])):
        return DateMention(Span(at, token.end()), "month", month=word.value)
    return None


def at_weekday(text: str, token: re.Match[str], word: Word, stop: int) -> DateMention | None:
    """A weekday, with the date behind it where one stands there: "Tuesday, April 9", "Tuesday"."""
    at = token.start()
    if (gap := _WEEKDAY_GAP.match(text, token.end(), stop)) and (found := date_at(text, gap.end(), stop)):
        found = replace(found, span=Span(at, found.span.end), weekday=word.value)
        return _timed(text, found, stop)
    if word.use == "alone" and token[0][0].isupper():
        return DateMention(Span(at, token.end()), "weekday", weekday=word.value)
    return None
