"""Which encounters an article reports as its news, and which contain which."""

from __future__ import annotations

from collections.abc import Sequence

from communique.knowledge.base import Knowledge
from communique.model.dates import PartialDate
from communique.model.reading import Party
from communique.reading.encounters.merge import Group
from communique.reading.encounters.trace import OLD_NEWS_DAYS
from communique.reading.encounters.when import When

MAIN = 3.0
# Where nothing is told so strongly, talks that the first sentences tell in passing are what there is of news.
_FAINT = 2.0
# A page that is about one encounter names it within its first sentences, and comes back to it in several more.
_EARLY = 3
# Within so many sentences a digest comes to its first item.
_DIGEST = 5
_DWELT_MOST = 2.5
# A visit told by its first day only is taken to last less than a week.
_JOURNEY_DAYS = 7


def diplomatic(group: Group, kb: Knowledge) -> bool:
    """Whether officials of two states (a state and an organisation) took part, or an official went abroad."""
    parties = group.parties
    countries = {p.country for p in parties if p.country in kb.states or p.country in kb.organisations}
    if group.kind == "visit":
        return _abroad(group, parties)
    if group.kind == "summit" or any(t.alone for t in group.traces):
        return bool(countries)
    return len(countries) > 1 and any(_official(p) for p in parties)


def _abroad(group: Group, parties: Sequence[Party]) -> bool:
    visitors = [p for p in parties if p.country and _official(p)]
    if not visitors:
        return False
    where = group.where
    if where is not None and where.states:
        return any(p.country not in where.states for p in visitors)
    if any(t.abroad for t in group.traces) and (where is None or where.country is None):
        return True
    if where is None or where.country is None:
        # "a visit by Secretary X": abroad by the word, but only the noun says so
        return (
            any(t.frame == "visit" and t.told in ("held", "past") and t.certain for t in group.traces) and where is None
        )
    return any(p.country != where.country for p in visitors)


def _official(party: Party) -> bool:
    return bool(party.role or party.entity or party.name is None)


def status(group: Group, published: PartialDate | None) -> str:
    """The status of the contract, by what is told and by the date against the day of publication."""
    told, date = group.told, group.when
    if all(t.role == "caption" for t in group.traces):
        return "past"
    if told in ("cancelled", "postponed", "past"):
        return told
    if date is not None and published is not None and published.exact is not None:
        if date.start.first > published.last:
            return "planned"
        if told != "planned" and (published.first - (date.end or date.start).last).days > OLD_NEWS_DAYS:
            return "past"
    if told == "open":
        return "held" if any(t.role == "body" for t in group.traces) else "open"
    return told


def _in_passing(group: Group) -> bool:
    """Whether what is to come is told beside the lead as "speaking" only: "said before speaking to X"."""
    if group.told != "planned" or any(t.role == "title" for t in group.every):
        return False
    return all(t.frame == "speak" and not t.certain and t.standing < 3 for t in group.traces)


def score(group: Group) -> float:
    """How strongly the article presents it as its news: by its title and the first sentences of its body."""
    body = [t for t in group.traces if t.role == "body"]
    lead = max((t.weight for t in group.every), default=0.0) if body else 0.0
    lead += _dwelt_on(group)
    title = 4.0 if any(t.role == "title" and t.standing > 1 for t in group.every) else 0.0
    if not any(t.role == "body" for t in group.every):
        # a transcript tells of its talks above the first turn only
        return MAIN if any(t.role == "standfirst" and t.standing == 3 for t in group.traces) else 0.0
    frames = group.kind == "visit" or (group.kind == "summit" and not group.best.several)
    if frames and not title and all(t.standing < 3 for t in body if t.lead == 0):
        lead = min(lead, 2.0)
    return lead + title


def _dwelt_on(group: Group) -> float:
    """What an encounter gains where the body comes back to it again and again, having told of it early."""
    places = {t.sentence: t.lead for t in group.every if t.role == "body" and t.told != "past"}
    if min(places.values(), default=99) > _EARLY:
        return 0.0
    return min(_DWELT_MOST, 0.5 * max(0, len(places) - 2))


def choose_main(found: Sequence[Group], published: PartialDate | None, pair: frozenset[tuple[str, ...]]) -> None:
    """Mark the encounters that are the article's news; pair are the keys of all whom the title and the lead name."""
    rows = [(score(g), g) for g in found if status(g, published) not in ("past", "open")]
    rows = [(s, g) for s, g in rows if not _in_passing(g)]
    rows = [(s - _only_frames(g, found, s, published), g) for s, g in rows]
    told_today = [g for _, g in rows if _of_the_day(g, published)]
    rows = [(s, g) for s, g in rows if s >= MAIN] or [
        (s, g) for s, g in rows
        if s >= _FAINT and g.kind not in ("visit", "signing") and (g.kind != "summit" or _attended(g))
        and (status(g, published) == "held" or _dwelt_on(g) >= 1)
    ]  # fmt: skip
    if not rows:
        _mark_weaker(found, told_today, published, pair)
        return
    for group in told_today:
        # beside stronger news only what the title tells, too
        group.main = any(t.role == "title" for t in group.every)
    top, first = max(rows, key=lambda row: (row[0], -row[1].first))
    first.main = True
    if first.kind == "visit":
        for leg in _legs(first, found, published):
            leg.main = True
    for group in found:
        if first.kind == "signing" and _talks_of(group, first, published):
            group.main = True
    for value, group in rows:
        if group is not first and _beside(group, first, value, top):
            group.main = True


def _mark_weaker(
    found: Sequence[Group],
    told_today: Sequence[Group],
    published: PartialDate | None,
    named: frozenset[tuple[str, ...]],
) -> None:
    """Mark the news of a page that tells of none in its first sentences and title: what was held that day, what the
    lead is about, or a digest's item."""
    for group in told_today:
        group.main = True
    if not told_today:
        for group in found:
            group.main = _of_the_lead(group, published, named) or _dwelt_on_ahead(group, published)


def _of_the_day(group: Group, published: PartialDate | None) -> bool:
    """Whether a main clause tells of it as held on the day of publication or before: news wherever it stands."""
    if published is None or published.exact is None or group.kind in ("visit", "summit"):
        return False
    for trace in group.traces:
        if trace.role != "body" or trace.standing < 3 or trace.told not in ("held", "open") or trace.frame == "tell":
            continue
        day = trace.when.start.exact if trace.when is not None else None
        if day is not None and 0 <= (published.first - day).days <= 1 and status(group, published) == "held":
            return True
    return False


def _of_the_lead(group: Group, published: PartialDate | None, named: frozenset[tuple[str, ...]]) -> bool:
    """Whether the lead says what one told the other, and the next sentences in which meeting or call he did."""
    if group.kind not in ("meeting", "call", "video_call") or status(group, published) != "held":
        return False
    soon = any(t.role == "body" and t.standing > 1 and t.lead <= _EARLY for t in group.traces)
    return soon and len(group.parties) > 1 and all(p.name and p.key in named for p in group.parties)


def _dwelt_on_ahead(group: Group, published: PartialDate | None) -> bool:
    """Whether a digest's own main clause tells of what is to come, and two more sentences go on with it."""
    if group.kind not in ("meeting", "summit") or status(group, published) != "planned":
        return False
    own = any(t.role == "body" and t.standing == 3 and t.lead <= _DIGEST for t in group.traces)
    return own and len({t.sentence for t in group.every if t.role == "body"}) > 2


def _attended(group: Group) -> bool:
    """Whether people are named as taking part in a council of ministers that was held."""
    return group.best.frame == "talks" and group.told == "held" and any(p.name for p in group.parties)


def _legs(first: Group, found: Sequence[Group], published: PartialDate | None) -> list[Group]:
    """What else is news of a journey: other legs of one announced, meetings held on one that the title is of."""
    travellers, told = {p.key for p in first.parties}, status(first, published)
    same = [g for g in found if g is not first and status(g, published) == told]
    if told == "planned":
        legs = [g for g in same if g.kind == "visit" and {p.key for p in g.parties} == travellers]
        return [g for g in legs if any(t.role == "body" and t.standing == 3 for t in g.traces)]
    if not any(t.role == "title" for t in first.every):
        return []
    met = [g for g in same if g.kind == "meeting" and container(g, found, published) is first]
    return [g for g in met if any(t.role == "body" and t.standing > 1 and t.lead <= _EARLY for t in g.traces)]


def _only_frames(group: Group, found: Sequence[Group], value: float, published: PartialDate | None) -> float:
    """What a visit (a summit) loses where the same article reports talks held in it."""
    if group.kind not in ("visit", "summit"):
        return 0.0
    mine = {p.key for p in group.parties}
    talks = [
        g for g in found
        if g.kind in ("meeting", "signing")
        and status(g, published) == status(group, published) == "held"
        and score(g) >= MAIN
        and {p.key for p in g.parties} & mine
    ]  # fmt: skip
    return 10.0 if any(score(g) + 2 >= value for g in talks) else 0.0


def _beside(group: Group, first: Group, value: float, top: float) -> bool:
    """Whether a further encounter is news of its own: told in a main clause as strongly, with other participants."""
    if {p.key for p in group.parties} == {p.key for p in first.parties} and group.kind == first.kind:
        return False
    if "visit" in (first.kind, group.kind):
        return False
    leads = [t for t in group.traces if t.role == "body" and t.standing == 3 and t.lead <= 1]
    return value >= top - 2.5 and bool(leads) and group.kind not in ("summit", "signing", "ceremony")


def _talks_of(group: Group, signing: Group, published: PartialDate | None) -> bool:
    """Whether the first sentences tell of the talks of those who signed: news beside the signing."""
    if group.kind != "meeting" or status(group, published) != "held" or status(signing, published) != "held":
        return False
    soon = any(t.role == "body" and t.standing > 1 and t.lead <= _EARLY for t in group.traces)
    return soon and {p.key for p in group.parties} == {p.key for p in signing.parties}


def _is_past(group: Group, published: PartialDate | None) -> bool:
    return status(group, published) == "past"


def container(group: Group, found: Sequence[Group], published: PartialDate | None) -> Group | None:
    """The visit that contains a meeting: of one of its participants, to the state where it took place."""
    if group.kind in ("visit", "call", "video_call", "letter", "summit"):
        return None
    fits = []
    for visit in found:
        if visit.kind != "visit" or visit is group:
            continue
        mine = {p.key for p in visit.parties}
        if not mine & {p.key for p in group.parties} or _is_past(visit, published) != _is_past(group, published):
            continue
        here, there = group.where, visit.where
        if here and there and here.country and there.country and here.country != there.country:
            continue
        if not _within(group.when, visit.when):
            continue
        fits.append(visit)
    fits = [v for v in fits if v.told not in ("postponed", "cancelled") or v.told == group.told] or fits
    before = [v for v in fits if v.first <= group.first]
    return max(before, key=lambda v: v.first) if before else fits[0] if fits else None


def _within(date: When | None, visit: When | None) -> bool:
    """Whether a date may lie in a visit: in its printed days, or within a week of its one printed day."""
    if date is None or visit is None or visit.start.agrees(date.start):
        return True
    if visit.end is not None:
        return visit.start.first <= date.start.first <= visit.end.last
    return 0 <= (date.start.first - visit.start.first).days < _JOURNEY_DAYS
