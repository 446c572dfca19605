"""Origins: where each article's text comes from, and what counts as one independent voice.

An article's own credits come first. Where they are silent, a text that is mostly a copy inherits the origin of the
articles that it shares its text with; where those are silent too, all of them share one origin that is not known.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from communique.knowledge.base import Knowledge
from communique.model.article import Article
from communique.model.reading import Reading
from communique.model.record import CopyLink, OriginChain, Place, Step
from communique.model.span import Span
from communique.resolve.credited import Credited, credited
from communique.resolve.voices import Voice, Voices, voices

COVERED = 0.40
"""Share of an article's body that must stand in another from which it inherits: a digest that holds one item of an
agency is not the agency's."""
_KINDS = ("bulk", "translated")
# From the agency that wrote a text to the site that took it over from another.
_DEEPEST = {"dateline": 0, "byline": 1, "source_line": 2, "republished": 3}


@dataclass(frozen=True, slots=True)
class _Page:
    """One article with what it says itself of where its text comes from."""

    article: Article
    own: Voice
    credits: tuple[Credited, ...]
    voice: Voice | None
    credited: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        return self.article.id


@dataclass(frozen=True, slots=True)
class _Copy:
    """One direction of a link: the stretches of this article's body that stand in the other, and their share of it."""

    other: str
    spans: tuple[Span, ...]
    cover: float


@dataclass(frozen=True, slots=True)
class _Inherited:
    """The origin that an article has from another: its voice, the steps that show it and the article it is from."""

    voice: Voice
    steps: tuple[Step, ...]
    source: str


def chains(readings: Sequence[Reading], links: Iterable[CopyLink], kb: Knowledge) -> dict[str, OriginChain]:
    """The chain of every article, by its id.

    An article's chain depends on the articles that it is linked with, directly or through others, and on nothing else:
    a family of linked articles can be resolved by itself. Partial copies and shared quotations hand on no origin.
    """
    known = voices(kb)
    pages = {r.article.id: _page(r.article, known) for r in readings}
    copies = _copies(pages, links)
    inherited = _inherit(pages, copies)
    shared = _shared(pages, copies, inherited)
    found = {id_: _chain(pages[id_], inherited.get(id_), shared.get(id_)) for id_ in sorted(pages)}
    return {
        id_: replace(row, credited=tuple(voice for voice in pages[id_].credited if voice != row.voice))
        for id_, row in found.items()
    }


def claim_steps(reading: Reading, statement: int, chain: OriginChain) -> tuple[Step, ...]:
    """The chain of one statement: who said it, who carries it, and the chain of the article."""
    row = (reading.statements or ())[statement]
    at = reading.article.id
    name = row.speaker.name or row.speaker.country
    steps = [Step("speaker", name, "statement", tuple(Place(at, span) for span in row.speaker.evidence))]
    carried = tuple(Place(at, span) for span in row.via_evidence)
    steps += [Step("channel", via, "statement", carried) for via in row.via]
    named = {step.name for step in steps}
    return (*steps, *(step for step in chain.steps if step.role != "channel" and step.name not in named))


def _page(article: Article, known: Voices) -> _Page:
    own = known.of(article.outlet) if article.outlet else Voice(f"article:{article.id}")
    rows = credited(article)
    whole = sorted((row for row in rows if row.whole), key=lambda row: (_DEEPEST[row.how], row.evidence))
    foreign = [row for row in whole if known.of(row.name, row.entity) != own]
    # an agency or an office of a state writes itself what it does not credit to others
    silent = own if whole or (article.outlet and known.is_primary(article.outlet)) else None
    voice = known.of(foreign[0].name, foreign[0].entity) if foreign else silent
    others = {known.of(row.name, row.entity).key for row in rows if row.how != "contributor"}
    return _Page(article, own, rows, voice, tuple(sorted(others - {own.key})))


def _copies(pages: Mapping[str, _Page], links: Iterable[CopyLink]) -> dict[str, list[_Copy]]:
    out: dict[str, list[_Copy]] = {id_: [] for id_ in pages}
    for link in links:
        if link.kind not in _KINDS or link.first not in pages or link.second not in pages:
            continue
        for side, (mine, other) in enumerate(((link.first, link.second), (link.second, link.first))):
            out[mine].append(_copy(pages[mine].article, other, link, side))
    return {id_: sorted(rows, key=lambda row: (-row.cover, row.other)) for id_, rows in out.items()}


def _copy(article: Article, other: str, link: CopyLink, side: int) -> _Copy:
    """One direction of a link; a translated text stands in the other as a whole."""
    spans = article.body if link.kind == "translated" else tuple(pair[side] for pair in link.runs)
    return _Copy(other, spans, _cover(article, spans))


def _cover(article: Article, spans: Iterable[Span]) -> float:
    """How much of an article's body lies in some stretches of it, each character once."""
    covered, end = 0, 0
    for span in sorted(spans):
        covered += max(0, span.end - max(span.start, end))
        end = max(end, span.end)
    return min(1.0, covered / max(1, sum(len(block) for block in article.body)))


def _inherit(pages: Mapping[str, _Page], copies: Mapping[str, list[_Copy]]) -> dict[str, _Inherited]:
    """For articles that credit nobody with their text, the origin of those that they are copies of, near ones first."""
    out: dict[str, _Inherited] = {}
    while True:
        found = {
            id_: best
            for id_, page in sorted(pages.items())
            if page.voice is None and id_ not in out and (best := _best(page, copies[id_], pages, out))
        }
        if not found:
            return out
        out |= found


def _best(
    page: _Page, copies: Sequence[_Copy], pages: Mapping[str, _Page], out: Mapping[str, _Inherited]
) -> _Inherited | None:
    """The origin that most of the text goes back to, by all copies of it together; of equals by name."""
    spans: dict[Voice, list[Span]] = {}
    first: dict[Voice, str] = {}
    for copy in copies:
        other = pages[copy.other]
        voice = other.voice or (out[copy.other].voice if copy.other in out else None)
        if voice is not None:
            spans.setdefault(voice, []).extend(copy.spans)
            first.setdefault(voice, copy.other)
    cover = {voice: round(_cover(page.article, held), 2) for voice, held in spans.items()}
    cover = {voice: share for voice, share in cover.items() if share >= COVERED}
    if not cover:
        return None
    if page.own in cover:  # its copies say that it is theirs: the page is the origin itself
        return _Inherited(page.own, (), page.id)
    voice = min(cover, key=lambda v: (-cover[v], v.key))
    source = first[voice]
    steps = _origin_steps(pages[source], voice) if source not in out else out[source].steps
    return _Inherited(voice, steps, source)


def _origin_steps(page: _Page, voice: Voice) -> tuple[Step, ...]:
    """The origin as a copy's credits name it, with the place where they do."""
    rows = [row for row in page.credits if row.whole]
    rows.sort(key=lambda row: (_DEEPEST[row.how], row.evidence))
    if page.voice == page.own and page.article.outlet:
        return (Step("origin", page.article.outlet, "copy"),)
    return tuple(Step("origin", row.name, "copy", row.places(page.id)) for row in rows[:1])


def _shared(
    pages: Mapping[str, _Page],
    copies: Mapping[str, list[_Copy]],
    inherited: Mapping[str, _Inherited],
) -> dict[str, _Inherited]:
    """For copies of which none credits anybody: one origin that is not known; one outlet's own pages are its own."""
    left = {id_ for id_, page in pages.items() if page.voice is None and id_ not in inherited}
    out: dict[str, _Inherited] = {}
    for group in _groups(left, copies):
        if len(group) < 2:
            continue
        own = {pages[id_].own for id_ in group}
        if len(own) == 1:
            continue
        unknown = _Inherited(Voice(f"shared:{group[0]}"), (Step("origin", None, "copy"),), group[0])
        out |= dict.fromkeys(group, unknown)
    return out


def _groups(ids: Iterable[str], copies: Mapping[str, list[_Copy]]) -> list[list[str]]:
    """Articles that are mostly the same text, directly or through others, each group in order."""
    left, out = set(ids), []
    for id_ in sorted(left):
        if id_ not in left:
            continue
        group, front = {id_}, [id_]
        while front:
            mine = front.pop()
            for copy in copies[mine]:
                back = next((row.cover for row in copies[copy.other] if row.other == mine), 0.0)
                if copy.other in left and copy.other not in group and max(copy.cover, back) >= COVERED:
                    group.add(copy.other)
                    front.append(copy.other)
        left -= group
        out.append(sorted(group))
    return out


def _chain(page: _Page, inherited: _Inherited | None, shared: _Inherited | None) -> OriginChain:
    channels = [
        Step("channel", row.name, row.how, row.places(page.id))
        for row in page.credits
        if not row.whole and row.how != "contributor"
    ]
    taken = inherited or shared
    if taken is not None and taken.steps:
        steps = [*channels, *taken.steps, Step("republisher", page.article.outlet, "page")]
        return OriginChain(page.id, _distinct(steps), taken.voice.key, taken.voice.ownership)
    voice = page.voice or page.own
    if page.voice is None or page.voice == page.own:
        adapted = any(row.how == "input" for row in page.credits)
        steps = [*channels, Step("rewriter" if adapted else "origin", page.article.outlet, "page")]
        return OriginChain(page.id, _distinct(steps), voice.key, voice.ownership)
    return OriginChain(page.id, _distinct([*channels, *_credited_steps(page)]), voice.key, voice.ownership)


def _credited_steps(page: _Page) -> list[Step]:
    """The credited origins, then the sites that the text went through, then the page itself."""
    whole = sorted((row for row in page.credits if row.whole), key=lambda row: (_DEEPEST[row.how], row.evidence))
    deepest = whole[0].how
    steps = [
        Step("origin" if row.how == deepest else "republisher", row.name, row.how, row.places(page.id)) for row in whole
    ]
    return [*steps, Step("republisher", page.article.outlet, "page")]


def _distinct(steps: Iterable[Step]) -> tuple[Step, ...]:
    """The steps without a name that stands in the chain already in a greater part."""
    rows = list(steps)
    rank = {"origin": 0, "rewriter": 1, "republisher": 2, "channel": 3, "speaker": 4}
    out: list[Step] = []
    for step in rows:
        same = [other for other in rows if other.name == step.name and other.name is not None]
        best = min(same, key=lambda other: rank[other.role]) if same else step
        if best.role == step.role and not any(o.name == step.name and o.role == step.role and o.name for o in out):
            places = tuple(sorted({place for other in same if other.role == step.role for place in other.evidence}))
            out.append(Step(step.role, step.name, step.how, places or step.evidence))
    return tuple(out)
