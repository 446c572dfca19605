"""When an encounter was: the date that is printed in its own clause, brought onto the calendar."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

from communique.knowledge.calendar import DateMention, end_of, resolve, weekday_of
from communique.model.dates import PartialDate
from communique.model.span import Span
from communique.reading.encounters.scene import Scene, verb_of
from communique.reading.encounters.tense import PLANS, POSTPONE, TAKES_PLACE
from communique.reading.tokens import Token

_TO = re.compile(r"\s*(?:to|until|till|through|–|—|-|and)\s+(?:the\s+)?", re.IGNORECASE)
_TO_NEW = re.compile(r"\b(?:to|until|till)\s+(?:the\s+)?\Z|(?<=rescheduled) for\s+\Z", re.IGNORECASE)
_BREAKS = frozenset(
    ", ; and that which who about over regarding since after before following from ahead of".split()
) - {"of"}
_FUTURE = {"planned": True, "postponed": True, "cancelled": True, "held": False, "past": False}
_PARTS_OF_DAY = frozenset("morning afternoon evening night day days".split())
_OTHER_TIME = frozenset("since after before following".split())
_OTHER_TOPIC = frozenset("about over regarding against to".split())
_SPEECH = frozenset(
    "said says say told tells announced announces confirmed stated added reported noted tweeted wrote stressed denied"
    " acknowledged revealed hailed praised warned".split()
)


@dataclass(frozen=True, slots=True)
class When:
    """A resolved date: start, end of a range (else None), the rule, and where it is printed."""

    start: PartialDate
    end: PartialDate | None
    how: str
    evidence: tuple[Span, ...]


def when(scene: Scene, trigger: Token, verb: Token | None, published: PartialDate | None, told: str) -> When | None:
    """The date of what a trigger tells; verb is the verb that governs it. None where its clause has no date."""
    future = _FUTURE.get(told)
    presently = told == "open" and verb is not None and _presently(verb)
    new = _moved(scene) if told == "postponed" else None
    rows = [(d, _nearness(scene, d, trigger, verb)) for d in scene.dates if d is not new]
    place = scene.span(trigger).start
    fits = sorted(((n, abs(d.span.start - place), d) for d, n in rows if n is not None), key=lambda row: row[:2])
    for _, _, mention in fits:
        if told == "open" and mention.kind == "weekday" and not _published_on(mention, published):
            if not (presently or _this(mention)):
                continue  # which Monday it was only a tense could tell
            future = True  # "meets X on Monday", said on another day
        found = _resolved(scene, mention, published, future)
        if found is not None and found.start.precision < 3:  # "today ... the 2022 consultations"
            others = (_resolved(scene, d, published, future) for _, _, d in fits if d is not mention)
            found = next((w for w in others if w and w.start.precision > 2 and w.start.agrees(found.start)), found)
        if found is not None:
            return _to_come(found, published) if future else found
    return _following(scene, trigger, published, told) if not fits and new is None else None


def moved_to(scene: Scene, published: PartialDate | None) -> When | None:
    """The new date of what a sentence says was put off ("postponed to May 25-27"); None where it prints none."""
    mention = _moved(scene)
    found = _resolved(scene, mention, published, True) if mention is not None else None
    return _to_come(found, published) if found is not None else None


def _moved(scene: Scene) -> DateMention | None:
    """The date after "to" or "until" behind a verb of putting off, which is not the end of a printed range."""
    verbs = [scene.span(t).end for t in scene.tokens if t.lower_ in POSTPONE or t.lower_ in ("put", "pushed")]
    for mention in scene.dates:
        start = next((place for place in reversed(verbs) if place <= mention.span.start), None)
        if start is None or not _TO_NEW.search(scene.text, start, mention.span.start):
            continue
        words = scene.text[start : mention.span.start]
        if not re.search(r"\b(?:scheduled|planned|set|due|slated)\b", words, re.IGNORECASE):
            return mention
    return None


def long_ago(scene: Scene, trigger: Token, verb: Token | None) -> bool:
    """Whether the clause itself says that it was last week, month or year, or so many of them ago: background."""
    for mention in scene.dates:
        far = mention.relative
        told = far is not None and far.unit in ("week", "month", "year") and far.by < 0
        if told and _nearness(scene, mention, trigger, verb) is not None:
            return True
    return False


def _following(scene: Scene, trigger: Token, published: PartialDate | None, told: str) -> When | None:
    """A day printed behind the trigger with no verb, comma or topic between: for a parse that errs."""
    start = scene.span(trigger).end
    for mention in scene.dates:
        if mention.span.start < start or mention.kind not in ("day", "weekday", "relative"):
            continue
        last = scene.token_at(mention.span.start)
        between = [t for t in scene.tokens if last is not None and trigger.i < t.i < last.i]
        if last is None or len(between) > 14 or any(t.tag_.startswith("VB") or t.lower_ in _BREAKS for t in between):
            return None
        if told == "open" and mention.kind == "weekday" and not _published_on(mention, published):
            return None
        return _resolved(scene, mention, published, _FUTURE.get(told))
    return None


def _presently(verb: Token) -> bool:
    """Whether a verb is in the present: "meets", "is meeting"."""
    helped = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    return verb.tag_ in ("VBZ", "VBP") or (verb.tag_ == "VBG" and bool(helped & {"is", "are", "'s", "’s"}))


def _to_come(found: When, published: PartialDate | None) -> When | None:
    """The date of what is to come: "this Monday" said on a Sunday is the next day; any other past date is none."""
    if published is None or published.exact is None or found.start.last >= published.first:
        return found
    day = found.start.exact
    if not found.how.startswith("weekday") or day is None or found.end is not None:
        return None
    later = PartialDate.of(day + datetime.timedelta(days=7))
    return When(later, None, found.how, found.evidence) if later.first >= published.first else None


def _published_on(mention: DateMention, published: PartialDate | None) -> bool:
    return mention.relative is None and published is not None and weekday_of(published) == mention.weekday


def _this(mention: DateMention) -> bool:
    return mention.relative is not None and mention.relative.unit == "weekday" and mention.relative.by == 0


def _resolved(scene: Scene, mention: DateMention, published: PartialDate | None, future: bool | None) -> When | None:
    if mention.kind == "relative" and mention.relative and mention.relative.unit in ("week",):
        return None  # a week is no prefix of a date
    start = resolve(mention, published, future)
    if start is None:
        return None
    end = end_of(mention, start)
    spans: tuple[Span, ...] = (mention.span,)
    if end is None:
        end, spans = _range(scene, mention, published, future, spans)
    if end == start or (end is not None and end.first < start.first):
        end = None
    return When(start, end, _how(mention), spans)


def _range(
    scene: Scene, mention: DateMention, published: PartialDate | None, future: bool | None, spans: tuple[Span, ...]
) -> tuple[PartialDate | None, tuple[Span, ...]]:
    """The last day where "from May 31 to June 6" is printed as two dates."""
    rows = list(scene.dates)
    at = rows.index(mention)
    if at + 1 == len(rows) or mention.kind != "day":
        return None, spans
    if future and _moved(scene) is rows[at + 1]:
        return None, spans  # "postponed from March 3 to May 12"
    gap = scene.text[mention.span.end : rows[at + 1].span.start]
    if not _TO.fullmatch(gap) or rows[at + 1].kind != "day":
        return None, spans
    if "and" in gap.lower() and "between" not in scene.text[mention.span.start - 10 : mention.span.start].lower():
        return None, spans
    last = resolve(rows[at + 1], published, future)
    return (last, (*spans, rows[at + 1].span)) if last else (None, spans)


def _how(mention: DateMention) -> str:
    if mention.year is not None:
        return "stated"
    if mention.relative is not None and mention.relative.unit == "day" and mention.relative.by == 0:
        return "today+published"
    return f"{mention.kind}+published"


def _nearness(scene: Scene, mention: DateMention, trigger: Token, verb: Token | None) -> int | None:
    """0 where the date hangs on the trigger itself, 1 on its verb, 2 on the verb of its fronted clause; else None."""
    token = scene.head(mention.span)
    if token is None or (scene.quoted(token) and not scene.quoted(trigger)):
        return None
    if not trigger.tag_.startswith("VB") and _under(token, trigger):
        return 0
    top = verb_of(token)
    if top is None or verb is None:
        return None
    if top.i == verb.i and _not_in_other(token, verb, trigger):
        return 1 if top.lower_ not in _SPEECH or not trigger.tag_.startswith("N") or _during(trigger, verb) else None
    if verb.dep_ == "xcomp" and top.i == verb.head.i and top.lower_ in PLANS | {"is", "are", "was", "were"}:
        return 2
    first = min(t.i for t in top.subtree) == min((t.i for t in token.subtree), default=token.i) or token.i < top.i
    if verb.dep_ == "conj" and top.i == verb.head.i and first and _direct(token, top):
        return 2
    return None


def _during(trigger: Token, verb: Token) -> bool:
    """Whether the noun stands in a phrase of the speech verb's own time: "told X on Monday during talks"."""
    at = trigger
    while at.i != verb.i and at.head.i != at.i:
        if at.dep_ == "prep" and at.head.i == verb.i:
            return at.lower_ in ("during", "in", "at", "after", "following")
        at = at.head
    return False


def _direct(token: Token, top: Token) -> bool:
    at = token
    for _ in range(3):
        at = at.head
        if at.i == top.i:
            return True
    return False


def _under(token: Token, trigger: Token) -> bool:
    """Whether a date hangs on the trigger without another verb, or another's topic, between."""
    at = token
    while at.i != trigger.i:
        if at.head.i == at.i:
            return False
        at = at.head
        if at.i != trigger.i and at.tag_.startswith("VB") and not _of_its_own(at):
            return False
        if at.dep_ == "prep" and (at.lower_ in _OTHER_TIME or (at.lower_ in _OTHER_TOPIC and at.head.i != trigger.i)):
            return False
    return True


def _of_its_own(verb: Token) -> bool:
    """Whether a verb only says that the trigger takes place ("a meeting held on Monday", "that was to start on")."""
    return verb.lower_ in TAKES_PLACE and verb.dep_ in ("acl", "relcl", "xcomp", "ccomp")


def _not_in_other(token: Token, verb: Token, trigger: Token) -> bool:
    """Whether a date under the verb is not inside another noun's story ("condemned the May 27 seizure")."""
    path = []
    at = token
    while at.i != verb.i and at.head.i != at.i:
        path.append(at)
        at = at.head
    if path[0].dep_ == "nummod" and path[0].head.i not in (trigger.i, verb.i):
        return False  # "the SCO Summit 2025": the year is the name's
    nouns = [t for t in path[1:] if t.tag_.startswith("N") and t.i != trigger.i]
    blocked = {"since", "after", "before", "following", "until", "till", "from", "by", "ahead", "of"}
    if any(t.dep_ == "prep" and t.lower_ in blocked - {"from"} and t.head.lower_ not in _PARTS_OF_DAY for t in path):
        return False
    for noun in nouns:
        named = noun.tag_ in ("NNP", "NNPS")
        if noun.dep_ in ("dobj", "nsubj", "nsubjpass") or not named:
            between = [t for t in path if t.dep_ == "prep" and t.i > noun.i]
            dated = any(t.lower_ in ("on", "in", "from", "for") for t in between) and noun.dep_ in (
                "pobj",
                "dobj",
                "appos",
                "nsubj",
                "conj",
                "attr",
                "npadvmod",
            )
            adverb = path[0].dep_ in ("npadvmod", "tmod") and path[0].head.i == noun.i and path[0].i > noun.i
            if (
                not dated
                and not adverb
                and noun.lower_ not in ("morning", "afternoon", "evening", "night", "day", "week", "month")
            ):
                return False
    return True
