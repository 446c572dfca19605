"""Whose relation a label names: by the words around it, the sentence it stands in, or the two sides of the article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from communique.knowledge.partnerships import Partnerships
from communique.model.reading import Support
from communique.model.span import Span
from communique.reading.partnerships.labels import Label
from communique.reading.partnerships.scene import Mentioned, Scene

_FEW = 4
_HYPHEN = re.compile(r"\s?[-‑–/]?\s?")
_AND = re.compile(r"\s*(?:,|,?\s*and|&)\s*(?:the\s+|its\s+)?", re.IGNORECASE)
# Between a pair or an owner and the label: quotation marks and up to three words of praise ("enduring").
_TO_LABEL = re.compile(
    r"(?:[’']s?)?[\s\"“‘’']+(?:(?!(?:and|or|with|to|of|as|that|is|was|has|in)\b)[\w-]+[\s\"“‘]+){0,3}"
)
_BEHIND = re.compile(
    r"[\s\"”’']*(?:\([^()]{0,40}\)\s*)?(?:(?:relationship|relations|ties|treaty|agreement|dialogue|level|status|established|built"
    r"|forged|formed|existing)\s+){0,2}(?P<how>with|between|among|of|for)\s+(?:the\s+|both\s+|its\s+)?",
    re.IGNORECASE,
)
_TOGETHER = re.compile(
    r"(?:(?:the|our|both|these)\s+)?(?:two|three|both|sides|countries|nations|parties)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Parties:
    """Whose relation it is, where that is said, and by which rule."""

    codes: tuple[str, ...]
    evidence: tuple[Span, ...]
    support: Support
    how: str
    start: int | None = None


def parties_of(label: Label, scene: Scene, table: Partnerships) -> Parties | None:
    """Whose relation a label names; None where the text does not tell."""
    rows = [row for row in scene.named if not label.span.holds(row.span)]
    inside = [row for row in scene.named if label.span.holds(row.span)]
    if label.head != "ally" and len({row.code for row in inside}) > 1:
        return _printed(inside, "in the label")
    before = [row for row in rows if row.span.end <= label.span.start]
    pair = _pair_before(label, scene, before)
    if pair:
        return _printed(pair, "pair", start=pair[0].span.start)
    if label.bare and label.head == "alliance":
        return None
    if label.head == "ally" and label.plural:
        return _completed(_printed(rows, "sentence"), label, table) if _several(rows) else None
    found = _behind(label, scene, rows, before)
    if found is None and not (
        label.plural and label.head != "ally"
    ):  # "strategic partnerships" in general are nobody's
        found = _of_sentence(label, scene, rows, before)
    if found is None:
        return None
    return _completed(found, label, table)


def _several(rows: Sequence[Mentioned]) -> bool:
    """Whether a sentence names so few that all of them are meant; a list of many mixes kinds."""
    return 1 <= len({row.code for row in rows}) <= _FEW


def _printed(rows: Sequence[Mentioned], how: str, start: int | None = None) -> Parties:
    """Parties by their mentions; people stand for their states."""
    first: dict[str, Mentioned] = {}
    for row in rows:
        first.setdefault(row.code, row)
    support: Support = "resolved" if any(row.person for row in first.values()) else "printed"
    return Parties(tuple(first), tuple(sorted(row.span for row in first.values())), support, how, start)


def _pair_before(label: Label, scene: Scene, before: Sequence[Mentioned]) -> list[Mentioned]:
    """Two that stand right before the label, with a hyphen or "and" between them: "the China-Kenya ..."."""
    if len(before) < 2 or before[-1].code == before[-2].code or before[-1].person or before[-2].person:
        return []
    first, second = before[-2:]
    joint = scene.between(first.span.end, second.span.start)
    if not _HYPHEN.fullmatch(joint) or (
        not joint.strip() and not scene.between(first.span.start, first.span.end).endswith("-")
    ):
        return []
    return [first, second] if _TO_LABEL.fullmatch(scene.between(second.span.end, label.span.start)) else []


def _behind(label: Label, scene: Scene, rows: Sequence[Mentioned], before: Sequence[Mentioned]) -> Parties | None:
    """By what follows the label: "with X", "between X and Y", "of X and Y"."""
    match = _BEHIND.match(scene.text, label.span.end, scene.span.end)
    if match is None:
        return None
    if _TOGETHER.match(scene.text, match.end(), scene.span.end):
        return _together(scene, "sides")
    others = _run(scene, match.end(), rows)
    if not others:
        return None
    if len({row.code for row in others}) > 1 and match["how"].lower() != "with":
        return _printed(others, match["how"].lower())
    if match["how"].lower() in ("between", "among", "for"):
        return None
    owner = _owner(label, scene, before, {row.code for row in others})
    if owner is None:
        return _printed(others, match["how"].lower())
    if isinstance(owner, Mentioned):
        return _printed([owner, *others], match["how"].lower())
    spans = tuple(sorted({*scene.main_evidence[:1], *(row.span for row in others)}))
    return Parties((owner, *dict.fromkeys(row.code for row in others)), spans, "resolved", "with, sides")


def _run(scene: Scene, at: int, rows: Sequence[Mentioned]) -> list[Mentioned]:
    """The mentions from an offset on that only commas and "and" stand between."""
    out: list[Mentioned] = []
    for row in rows:
        if row.span.start < at:
            continue
        joint = scene.between(at, row.span.start)
        if out and (not _AND.fullmatch(joint) or (len(out) == 1 and re.search(r",\s*and", joint))):
            break  # ", and" after one begins something else
        if not out and joint.strip():
            break
        out.append(row)
        at = row.span.end
    return out


def _owner(label: Label, scene: Scene, before: Sequence[Mentioned], others: set[str]) -> Mentioned | str | None:
    """Who has the relation with the others: who stands before the label, else the other side of the article."""
    able = [row for row in before if row.code not in others]
    for row in reversed(able):
        if _TO_LABEL.fullmatch(scene.between(row.span.end, label.span.start)):
            return row
    if able:
        return able[0]
    rest = [code for code in scene.main if code not in others]
    if len(rest) == 1:
        return rest[0]
    return scene.home if scene.home and scene.home not in others else None


def _together(scene: Scene, how: str) -> Parties | None:
    if len(scene.main) < 2:
        return None
    return Parties(scene.main, scene.main_evidence, "resolved", how)


def _of_sentence(label: Label, scene: Scene, rows: Sequence[Mentioned], before: Sequence[Mentioned]) -> Parties | None:
    """By the whole sentence: the two that it names, the two sides of which it speaks, or those of the article."""
    codes = set(dict.fromkeys(row.code for row in rows))
    if scene.joint(label.span.start) and len(scene.main) == 2 and not (len(codes) == 2 and codes != set(scene.main)):
        return _together(scene, "sides")
    if label.head == "alliance":  # a word of many uses: only by its own words
        return None
    for group in (before, rows):
        if len({row.code for row in group}) == 2:
            return _printed(group, "sentence")
    if label.head != "ally" and set(scene.main) and (not codes or codes & set(scene.main)):
        return _together(scene, "article")
    if len(codes) == 1:
        one = rows[0]
        if scene.home and scene.home != one.code:
            return Parties((scene.home, one.code), (one.span,), "resolved", "home")
        return _printed([one], "sentence") if label.head == "ally" else None
    return None


def _completed(found: Parties, label: Label, table: Partnerships) -> Parties | None:
    """A status that one state alone grants has that state as a party, printed or not."""
    if len(found.codes) > 1:
        return found
    owners = [scale for scale, rungs in table.scales.items() if label.level and label.level.id in rungs]
    if (
        label.level is not None
        and label.level.track == "alliance"
        and len(owners) == 1
        and owners[0] not in found.codes
    ):
        return Parties((owners[0], *found.codes), found.evidence, "inferred", "status of one state")
    return found if label.head == "partnership" and not label.plural else None
