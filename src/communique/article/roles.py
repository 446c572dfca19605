"""What each line of a page is: one classifier for HTML and plain text.

First what a line says of itself (`roles_cues`), then how much it looks like running prose, then the densest run of
prose lines; what stands before, inside and after that run is told by its place (`roles_around`).
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from communique.article.lines import Line, Page, Role
from communique.article.roles_around import name_places
from communique.article.roles_cues import cue
from communique.article.roles_look import Look
from communique.article.roles_parts import pieces_role, with_last_credit
from communique.knowledge.base import Knowledge

_WORD = re.compile(r"\w[\w'’.-]*")
_SENTENCE_END = re.compile(r"[.!?…。！？؟।][\"'”’»)\]]*\s*$")
# Trusted paragraphs with these cues are body in 15 of 16 cases, with other menu cues in 2 of 12 (even half).
_OWN = re.compile(r"^_+$|https?://|www\.|^[\d\W]+$|\b[AaPp]\.[Mm]\.")
_OUTER = frozenset("header date timestamp published updated".split())
# A turn of a transcript, however short.
_SPOKEN = re.compile(r"(?:[A-Z][A-Z.'’ -]{2,40}|Q|A):\s\S")
_FURNITURE_WORDS = frozenset(
    "nav aside footer form button share sharing social related recommended recirc trending popular comment comments"
    " disqus"
    " respond menu breadcrumb breadcrumbs sidebar promo ad ads advert advertisement sponsored outbrain taboola"
    " newsletter"
    " subscribe subscription signup cookie cookies consent widget toolbar modal popup banner tags toc bio read"
    " next".split()
)
# Words a line needs to count as prose: 12 is the break-even of the untuned baseline (research/ingest.md, section 2).
_BREAK_EVEN = 12
_MOST = 60
# The page of an office's engagements, and its items: an hour, or the name of an official in capitals.
_ENGAGEMENTS = re.compile(r"\b(?:schedule|appointments|diary of engagements|daily guidance)\b", re.IGNORECASE)
_ITEM = re.compile(r"\d{1,2}[:.]\d\d ?[AaPp]\.?[Mm]|[A-Z][A-Z.,’' -]{14,}$")
_FEW_ITEMS = 3
# Words of prose above a comment form before what follows it counts as comments.
_BEFORE_COMMENTS = 80
# A box of related headlines inside a report is short, and costs the run little.
_BOX_LINES, _BOX_SCORE = 3, -3.0


def with_roles(page: Page, kb: Knowledge) -> Page:
    """The page with a role for every line."""
    looks = [_look(line, page, kb) for line in page.lines]
    _repeated(looks)
    _below_related(looks)
    _below_comments(looks)
    first, last = _run(page, looks)
    for n, (look, line) in enumerate(zip(looks, page.lines, strict=True)):
        look.role = _own_role(look, line, first <= n <= last)
    _between_trusted(page, looks)
    name_places(page, looks, kb)
    _captions_alone(page, looks)
    _schedule(page, looks)
    lines = tuple(replace(line, role=look.role) for line, look in zip(page.lines, looks, strict=True))
    return with_last_credit(replace(page, lines=lines), kb)


def _captions_alone(page: Page, looks: list[Look]) -> None:
    """A page of pictures: where no other text is left, its captions are the article."""
    if page.html or any(look.role == "body" for look in looks):
        return
    for look in looks:
        if look.role == "caption" and look.words >= _BREAK_EVEN:
            look.role = "body"


def _schedule(page: Page, looks: list[Look]) -> None:
    """A list of engagements: all its items under the first name or hour are the article, however short."""
    title = next((n for n, look in enumerate(looks) if look.role == "title"), None)
    if page.html or title is None or not _ENGAGEMENTS.search(looks[title].text):
        return
    items = [n for n in range(title + 1, len(looks)) if _ITEM.match(looks[n].text)]
    if len(items) < _FEW_ITEMS:
        return
    for look in looks[items[0] :]:
        if look.role not in ("title", "comments", "related", "share"):
            look.role = "body"


def _look(line: Line, page: Page, kb: Knowledge) -> Look:
    text = line.span.of(page.text)
    words = len(_WORD.findall(text)) if len(text) < 5000 else len(text) // 6
    said = cue(text) or (None if line.trusted else pieces_role(text, kb))
    if line.trusted and said in ("other", "menu", "header") and _kept_by_extractor(line, text):
        said = None
    look = Look(text, words, bool(_SENTENCE_END.search(text[-20:])), said)
    look.score = _score(line, look)
    return look


def _kept_by_extractor(line: Line, text: str) -> bool:
    """A tweet, address, figure or rule among the paragraphs, which is furniture only where no extractor saw it."""
    return line.tag in ("p", "h2", "h3", "h4") and (_OWN.search(text) is not None) and not _OUTER & set(line.inside)


def _score(line: Line, look: Look) -> float:
    """How much a line is worth as a part of the article: above 0 prose, below furniture."""
    if look.cue is not None:
        return -min(float(_BREAK_EVEN), 4.0 + look.words / 4)
    score = min(float(look.words), _MOST) - _BREAK_EVEN
    if look.sentence:
        score += 4
    elif look.words < 30:
        score -= 4
    if _SPOKEN.match(look.text):
        score = max(score, 1.0)
    if "linked" in line.inside:
        score = min(score, 0) - 6
    if any(w in _FURNITURE_WORDS for w in line.inside):
        score -= 8
    return score


def _repeated(looks: list[Look]) -> None:
    """Lines that stand several times are headlines, captions or buttons."""
    counts = Counter(look.text for look in looks if look.words > 2)
    for look in looks:
        if counts[look.text] > 2:
            look.score = min(look.score, 0) - 6


def _below_related(looks: list[Look]) -> None:
    """A box of related headlines between two paragraphs must not end the run."""
    under = 0
    for look in looks:
        if look.cue == "related":
            under = _BOX_LINES
        elif look.cue is None and under and look.score < 0:
            look.score = max(look.score, _BOX_SCORE)
            under -= 1
        else:
            under = 0


def _below_comments(looks: list[Look]) -> None:
    """What readers wrote is prose as well: below a comment form it counts against the run."""
    prose = 0
    below = False
    for look in looks:
        if look.cue == "comments" and prose > _BEFORE_COMMENTS:
            below = True
        elif look.score > 0:
            prose += look.words
        if below:
            look.score = min(look.score, 0) - 10
            look.below_comments = True


def _run(page: Page, looks: list[Look]) -> tuple[int, int]:
    """First and last line of the article: of what the extractor trusts, else of the densest run of prose."""
    trusted = [n for n, line in enumerate(page.lines) if line.trusted]
    if trusted:
        return trusted[0], trusted[-1]
    best, total, start = 0.0, 0.0, 0
    run = (0, -1)
    for n, look in enumerate(looks):
        if total <= 0:
            total, start = 0.0, n
        total += look.score
        if total > best and look.score > 0:
            best, run = total, (start, n)
    return _with_ends(looks, *run) if run[1] >= 0 else _few_sentences(looks)


def _with_ends(looks: list[Look], first: int, last: int) -> tuple[int, int]:
    """The run with the short sentences right before and after it."""
    while first > 0 and _short_sentence(looks[first - 1]):
        first -= 1
    while last + 1 < len(looks) and _short_sentence(looks[last + 1]):
        last += 1
    return first, last


def _short_sentence(look: Look) -> bool:
    plain = look.cue is None and not look.below_comments and look.score > -_BREAK_EVEN + 4
    return plain and look.words >= 3 and look.text.endswith((".", ".”", '."', "?”", '?"'))


def _few_sentences(looks: list[Look]) -> tuple[int, int]:
    """A text that is one sentence or a few short ones."""
    found = [n for n, look in enumerate(looks) if look.cue is None and look.sentence and look.words >= 2]
    if not found:
        found = [n for n, look in enumerate(looks) if look.cue is None and look.words >= 5][:1]
    if not found or sum(looks[n].words for n in found) < 0.3 * sum(look.words for look in looks):
        return (0, -1)
    return found[0], found[-1]


def _own_role(look: Look, line: Line, in_run: bool) -> Role:
    if look.cue is not None:
        return look.cue
    if line.trusted and _teaser(look, line):
        return "related"
    if in_run and (line.trusted or (line.trusted is None and not look.below_comments)):
        return "body"
    if look.below_comments:
        return "comments"
    inside = set(line.inside)
    for role, words in _BY_WORDS:
        if inside & words:
            return role
    return "other"


def _teaser(look: Look, line: Line) -> bool:
    """A link of headline length inside the main text (none of 8 is body, even half)."""
    return "linked" in line.inside and look.words > 8


def _between_trusted(page: Page, looks: list[Look]) -> None:
    """A sentence that the extractor lost between two blocks that it kept (8 of 11 such lines are body, even half)."""
    for n in range(1, len(looks) - 1):
        look, line = looks[n], page.lines[n]
        lost = line.trusted is False and page.lines[n - 1].trusted and page.lines[n + 1].trusted
        if lost and look.cue is None and look.sentence and "linked" not in line.inside:
            look.role = "body"


_BY_WORDS: tuple[tuple[Role, frozenset[str]], ...] = (
    ("comments", frozenset("comment comments disqus respond".split())),
    ("caption", frozenset("figure figcaption caption credit credits gallery slideshow".split())),
    ("share", frozenset("share sharing social".split())),
    ("menu", frozenset("nav menu breadcrumb breadcrumbs footer".split())),
    ("related", frozenset("related recommended recirc trending popular outbrain taboola aside sidebar teaser".split())),
)
