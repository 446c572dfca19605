"""Which numbers are figures: those that state something of substance.

The thresholds were set on the 63 pages of tests/gold/figures.jsonl.
"""

from __future__ import annotations

import re

from communique.knowledge.counted import NounClass
from communique.reading.figures.nouns import STOPS, Counted
from communique.reading.figures.numbers import NumberMention

# The smallest count of a noun that is a fact of its own, by class; None: never. Smaller ones only count what appears
# in the story ("three sources", "two cars"). Unknown nouns count from _UNKNOWN on.
_FROM_BODY = 5
_FROM: dict[NounClass, int | None] = {
    "instrument": 2,
    "force": 2,
    "harmed": 10,
    "body": _FROM_BODY,
    "goods": 5,
    "appears": 10,
    "vague": 10,
    "time": None,
}
_UNKNOWN = 10
# Without a noun only what is printed as a large number counts: "a following of 78,000".
_LARGE = 1000
_SPELLED_LARGE = 1_000_000
_HARM = re.compile(
    r"\b(?:kill|die[ds]?\b|dead|death|dying|injur|wound|hurt|arrest|detain|captur|abduct|kidnap|releas|free[ds]?\b|expel|deport"
    r"|evacuat|rescu|sav(?:ed|ing)\b|shot|executed|sentenc|indict|charg|jail|imprison|missing|drown|deploy|return(?:ed|s)\b)",
    re.IGNORECASE,
)
_DONE = (
    r"(?:killed|injured|wounded|hurt|rescued|saved|arrested|detained|hospitali[sz]ed|missing|evacuated|displaced|dead"
    r"|expelled|deported|abducted|kidnapped|released|freed|sentenced|executed|jailed|imprisoned|shot)"
)
_SUFFERED = re.compile(
    rf"\s(?:others?\s)?(?:also\s)?(?:died|drowned|(?:were|was|are|have\sbeen|had\sbeen)\s(?:\w+ly\s|also\s)?{_DONE})\b",
    re.IGNORECASE,
)
_DONE_TO = re.compile(r"\b(?:kill|injur|wound|rescu|arrest|detain|expel|deport|abduct|kidnap)(?:l?ed|l?ing|s)\s$")
_HARM_REACH = 70
_DETERMINER = re.compile(
    r"\b(?:the|these|those|both|all|our|their|its|his|her|my|your|other|any|each|every|which|whose|last|first|next|past)\s$",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"\b(?:numbers?|nos?\.?|articles?|pages?|paragraphs?|sections?|chapters?|phases?|stages?|levels?|tiers?|parts?|lines?|rooms?|floors?"
    r"|day|week|grades?|class|types?|models?|versions?|aged?|ages|channels?|routes?|highways?|exhibits?|tables?|items?"
    r"|resolutions?|rules?|verses?|titles?|category|categories|figures?|sequence|tags?|gate|suite|box|apt|unit|pages|war|level|code"
    r"|top|big|under-?|u-|minus)\s$",
    re.IGNORECASE,
)
_CAPITAL = re.compile(r"(?:^|(?<=[\s(“\"‘'/—–-]))([A-Z][\w.&’'-]*)\s$")
# "Try one month for $1! Subscribe": the page's own offers
_OFFER = re.compile(
    r"\bsubscri(?:be|bers?|ption)\b.{0,80}(?:access|newsletter|month|today|cancel)|two cents\b"
    r"|\b(?:try|get|only|just)\b.{0,20}\b(?:day|week|month|year)s?\s(?:for|at)\b",
    re.IGNORECASE | re.DOTALL,
)
_TOLL = re.compile(
    r"\b(?:number|total|toll|tally|death count|population|turnout|headcount)\b[^.;:,]{0,60}\b(?:is"
    r"|was|are|were|at|to|reached|hit|by|of)\s$",
    re.IGNORECASE,
)
_YEARLIKE = range(1500, 2200)
_AGE = re.compile(r"[- ]years?[- ]olds?\b")
_TIME = re.compile(
    r"[- ](?:straight |consecutive |full |long |more |other |whole )?"
    r"(?:seconds?|minutes?|mins?|hours?|hrs?|days?|nights?|weeks?|weekends?|months?|years?|yrs?|decades?|centur(?:y|ies)|fortnights?)\b",
    re.IGNORECASE,
)
# "50 times more potent", "twice as": a comparison
_TIMES = re.compile(
    r"\s(?:times|fold)\s(?:more|less|as|higher|lower|larger|bigger|greater|smaller|faster|stronger|the)\b|-fold\b",
    re.IGNORECASE,
)
_ZONE = re.compile(r"\s?(?:GMT|UTC|[ECMP][SD]T|CES?T|EES?T|MSK|JST|IST|BST|AEST|hrs)\b")
# "the Ten Commandments": a name that holds a number
_NAME_WITH_NUMBER = re.compile(r"[A-Z][a-z]+\s[A-Z][a-z]")
_HYPHENED = re.compile(r"-[^\W\d_]")
_STRONG = re.compile(r"-strong\b")
# "20 miles west of the city": where something is, not a fact about it
_DIRECTION = re.compile(
    r"\s*(?:\([^)]{1,30}\)\s*)?(?:(?:to the\s)?(?:north|south|east|west)\w*|from|away|off|outside"
    r"|inside|deep|ahead|behind|apart"
    r"|above|below|long|wide|high|tall|down|up)\b",
    re.IGNORECASE,
)
_LENGTHS = frozenset(
    {
        "kilometres",
        "metres",
        "miles",
        "nautical miles",
        "feet",
        "centimetres",
        "inches",
        "mph",
        "km/h",
        "pounds",
        "kilograms",
        "grams",
        "ounces",
    }
)


def is_figure(text: str, number: NumberMention, counted: Counted | None, start: int, stop: int, *, title: bool) -> bool:
    """Whether the number of the sentence text[start:stop] states something of substance."""
    if _OFFER.search(text, start, stop):
        return False
    if number.kind == "volume":
        return not (number.unit in _LENGTHS and _incidental(text, number, start, stop))
    if number.kind != "bare":
        return True
    if _TIME.match(text, number.number.end, stop) or _AGE.match(text, number.number.end, stop):
        return False
    if _ZONE.match(text, number.number.end, stop):
        return False
    before = text[max(start, number.span.start - 30) : number.span.start]
    capital = number.words and number.number.start > start and not title
    if capital and _NAME_WITH_NUMBER.match(text, number.number.start, stop):
        return False
    if _LABEL.search(before) or _named(before, at_start=number.span.start - len(before) == start, title=title):
        return False
    if _TIMES.match(text, number.number.end, stop):
        return False
    if counted is None or (title and counted.row is None):
        return (
            _large(text, number)
            or _befell(text, number, stop)
            or bool(_TOLL.search(text, max(start, number.span.start - 90), number.span.start))
        )
    if _HYPHENED.match(text, number.span.end, stop) and not _STRONG.match(text, number.span.end, stop):
        return False  # "a 10-member group", "the 12-point plan"
    whole = counted.of or (counted.row is not None and counted.row.kind == "body" and number.value >= _FROM_BODY)
    if number.value < 10 and _DETERMINER.search(before) and not whole:
        return False
    return number.value >= _least(text, number, counted, start, stop)


def _least(text: str, number: NumberMention, counted: Counted, start: int, stop: int) -> float:
    """From which number on a count of this noun is a figure here."""
    if counted.of:
        return 2  # "three of the 29 countries": the whole makes it a share
    if counted.row is None:
        suffered = _SUFFERED.match(text, counted.span.end, stop) or _DONE_TO.search(text, start, number.span.start)
        return 2 if suffered else _UNKNOWN
    least = _FROM[counted.row.kind]
    if counted.row.kind == "harmed":
        around = text[max(start, number.span.start - _HARM_REACH) : min(stop, counted.span.end + _HARM_REACH)]
        least = 2 if _HARM.search(around) else least
    return float("inf") if least is None else least


def _befell(text: str, number: NumberMention, stop: int) -> bool:
    """Whether something was done to the unnamed people that the number counts: "35 were rescued"."""
    return number.value >= 2 and _SUFFERED.match(text, number.span.end, stop) is not None


def _large(text: str, number: NumberMention) -> bool:
    printed = number.number.of(text)
    grouped = "," in printed or (number.scaled and (not number.words or number.value >= _SPELLED_LARGE))
    if number.words and not grouped:
        return False
    return number.value >= _LARGE and (grouped or number.value not in _YEARLIKE) and (grouped or len(printed) < 7)


def _named(before: str, *, at_start: bool, title: bool) -> bool:
    """Whether a name stands right before the number and takes it in: "Boeing 737", "Resolution 2758", "S&P 500"."""
    match = _CAPITAL.search(before)
    if match is None or title:
        return False
    word = match[1].rstrip(".")
    first = at_start and match.start(1) == 0
    return not first and word.lower() not in STOPS and word.lower() not in _OPENERS


_OPENERS = frozenset(
    "some over about around nearly almost roughly more less fewer another additional up at an of".split()
)


def _incidental(text: str, number: NumberMention, start: int, stop: int) -> bool:
    """Whether a length only tells where or how big something is, or repeats another one in brackets."""
    return (
        bool(_DIRECTION.match(text, number.span.end, stop))
        or text[max(start, number.span.start - 1) : number.span.start] == "("
    )
