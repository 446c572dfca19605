"""Whether two mentions can be one encounter, and how alike they are.

A veto is a fact that both state and that cannot be true of one encounter. Likeness is the sum of what speaks for it;
nothing that only one of the two states speaks against it.
"""

from __future__ import annotations

from difflib import SequenceMatcher

from communique.resolve.facts import Actor, MentionFacts

# All weights were set on the example record (tests/gold/record.jsonl), the seeds, and the cases of
# tests/resolve/test_same.py: pairs that a reader calls the same lie at .65 and above, look-alikes at .60 and below.
THRESHOLD = 0.62
BOTH_PERSONS, ONE_PERSON, STATES = 0.45, 0.25, 0.15
SAME_DAY, SAME_DAYS, NEWS_DAY, NEWS_DAYS, LOOSE = 0.35, 0.22, 0.22, 0.20, 0.10
MONTH, YEAR, NEXT_DAY = 0.12, 0.06, 0.05
SAME_CITY, NO_CITY, OTHER_CITY = 0.15, 0.05, -0.20
BOTH_NEWS, SAME_VENUE, SAME_SIDELINES = 0.05, 0.05, 0.05
COPY, QUOTATION = 0.10, 0.05
"""What a copy link (bulk, partial, translated) or a shared quotation between the two articles adds."""

_WRITTEN = ("call", "letter")
_TOLD = ("held", "past")
_NOT_HELD = ("cancelled", "denied", "postponed")


def likeness(a: MentionFacts, b: MentionFacts) -> float | None:
    """How alike two mentions are, from 0 to about 1; None where something excludes that they are the same."""
    return None if a.article == b.article and told_apart(a, b) else likeness_told(a, b)


def likeness_told(a: MentionFacts, b: MentionFacts) -> float | None:
    """The same from what they tell alone, as if they stood in two articles."""
    if a.family != b.family or _status_excludes(a, b):
        return None
    who, when = _parties(a, b), _days(a, b)
    if who is None or when is None:
        return None
    where = _place(a, b)
    if where is None or (where == OTHER_CITY and when < SAME_DAY):
        return None
    extra = BOTH_NEWS * (a.main and b.main) + SAME_VENUE * (a.venue is not None and a.venue == b.venue)
    extra += SAME_SIDELINES * (a.sidelines is not None and a.sidelines == b.sidelines)
    return who + when + where + extra


def comparable(a: MentionFacts, b: MentionFacts) -> bool:
    """Whether kind and parties let two mentions be the same, whatever their days and places.

    This is what is asked of two mentions whose sentences are copies of each other: a copy under a later date stays a
    telling of the same encounter.
    """
    return a.family == b.family and a.article != b.article and _parties(a, b) is not None


def told_apart(a: MentionFacts, b: MentionFacts, *, next_day: bool = True) -> bool:
    """Whether an article that tells both means two encounters: others take part, or what it says of them excludes it.

    Articles tell one encounter twice (in the lead and under a picture, once with its day and once without): what may be
    the same is no sign of two. next_day: whether two days in a row are; not where all others are sure of one day.
    """
    if a.family != b.family or a.actors != b.actors or _status_excludes(a, b):
        return True
    where = _place(a, b)
    if where is None or (where == OTHER_CITY):
        return True
    if a.first is None or a.last is None or b.first is None or b.last is None:
        return False  # what has no day excludes none
    gap = max(a.first, b.first) - min(a.last, b.last)
    return gap > (0 if next_day else 1)


def _status_excludes(a: MentionFacts, b: MentionFacts) -> bool:
    held, not_held = _TOLD, _NOT_HELD
    opposed = (a.status in held and b.status in not_held) or (b.status in held and a.status in not_held)
    # On one and the same day it is a contradiction worth showing; otherwise what was called off is another one.
    return opposed and not (a.dating == b.dating == "day" and a.first == b.first)


def _parties(a: MentionFacts, b: MentionFacts) -> float | None:
    """What the parties say for it; None where one state sends two different persons, or they share no party."""
    shared = 0
    for country in sorted({actor.country for actor in (*a.people, *b.people)}):
        one = [actor for actor in a.people if actor.country == country]
        two = [actor for actor in b.people if actor.country == country]
        if one and two:
            if not any(same_person(x, y) for x in one for y in two):
                return None
            shared += 1
    countries = set(a.countries) & set(b.countries)
    if not countries:
        return None
    smaller = min(len(a.countries), len(b.countries))
    if a.family == "visit":
        return BOTH_PERSONS if shared else STATES
    if a.family != "multi" and len(countries) < min(2, smaller):
        return None  # one shared state is no shared encounter
    if shared >= min(2, len(a.countries), len(b.countries)) and shared:
        return BOTH_PERSONS
    if a.family == "multi":
        return ONE_PERSON + 0.1
    return ONE_PERSON if shared else STATES


def same_person(a: Actor, b: Actor) -> bool:
    """Whether two named actors of one state are one person: the same entity, or names that differ in spelling only."""
    if a.key == b.key:
        return True
    if a.country != b.country or (a.known and b.known):
        return False
    if a.known or b.known:
        return False  # the reader resolves every spelling that the knowledge base has
    one, two = a.key.split(), b.key.split()
    if not one or not two:
        return False
    if set(one) <= set(two) or set(two) <= set(one):
        return True
    # .8: Sergei/Sergey .83, Zelensky/Zelenskyy .94, Li/Le .5; full names of the same length only.
    return len(one) == len(two) and all(
        SequenceMatcher(None, x, y).ratio() >= 0.8 for x, y in zip(one, two, strict=True)
    )


def _days(a: MentionFacts, b: MentionFacts) -> float | None:
    """What the days say for it; None where they exclude each other or one of the two could be any day."""
    if a.first is None or a.last is None or b.first is None or b.last is None:
        return None
    gap = max(a.first, b.first) - min(a.last, b.last)
    kinds: set[str] = {a.dating, b.dating}
    if gap > 0:
        return _near(a, gap, kinds)
    if "year" in kinds:
        return YEAR
    if "month" in kinds:
        return MONTH
    if kinds == {"published"}:
        return _news_days(a, b)
    if "published" in kinds:
        undated = a if a.dating == "published" else b
        return NEWS_DAY if undated.main and undated.status in _TOLD else LOOSE
    return SAME_DAY if a.first == b.first and kinds == {"day"} else SAME_DAYS


def _near(a: MentionFacts, gap: int, kinds: set[str]) -> float | None:
    """Days that differ: by one, a call is the same call in two time zones, talks are perhaps misdated."""
    if gap > 1 or not kinds <= {"day", "days", "part"}:
        return None
    return SAME_DAYS if a.family in (*_WRITTEN, "visit", "multi") else NEXT_DAY


def _news_days(a: MentionFacts, b: MentionFacts) -> float:
    """Two undated mentions: both the news of articles that came out within a day."""
    if a.published is None or b.published is None or not (a.main and b.main):
        return LOOSE
    return NEWS_DAYS if abs(a.published - b.published) <= 1 else LOOSE


def _place(a: MentionFacts, b: MentionFacts) -> float | None:
    """What the place says for it; None for two countries, or for two cities where nothing else can explain them."""
    if a.family in _WRITTEN:
        return 0.1
    if a.country and b.country and a.country != b.country:
        return None
    if a.family == "visit":
        return SAME_CITY if a.country and b.country else NO_CITY
    if a.city is None or b.city is None:
        return NO_CITY
    return SAME_CITY if a.city == b.city else OTHER_CITY
