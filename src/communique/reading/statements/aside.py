"""A cue that stands aside: "..., Xi told Lavrov on Tuesday", "China, Xi said, is ready"."""

from __future__ import annotations

from collections.abc import Sequence

from communique.model.span import Span
from communique.reading.statements import tree
from communique.reading.statements.clause import Complement
from communique.reading.statements.cues import by_form
from communique.reading.statements.quotes import Quotation
from communique.reading.statements.scene import Draft, Scene
from communique.reading.tokens import Token

_PHRASES = frozenset("prt dative dobj iobj prep npadvmod advmod nsubj nsubjpass agent oprd pobj".split())
_MARKS = frozenset({",", "-", "--", "–", "—", "…", "?", "!"})


def chunk(verb: Token) -> tuple[int, int]:
    """First and last token of "Xi told Lavrov on Tuesday in Beijing": the cue with subject, addressee, time, place."""
    first = last = verb.i
    subject = tree.own_subject(verb)
    if subject is not None and subject.head != verb and subject.i < verb.i:
        first = tree.left_edge(subject)
    for child in verb.lefts:
        if child.dep_ in {"nsubj", "nsubjpass", "aux", "auxpass", "advmod", "neg", "npadvmod"}:
            near = all(t.dep_ != "punct" for t in verb.doc[child.right_edge.i + 1 : verb.i]) or child.dep_ == "nsubj"
            if near:
                first = min(first, tree.left_edge(child))
                if child.dep_.startswith("nsubj"):
                    first = min(first, tree.phrase(child)[0]) if first == tree.left_edge(child) else first
    for child in verb.rights:
        if child.dep_ not in _PHRASES:
            break
        if child.dep_.startswith("nsubj") and child.i > verb.i + 12:
            break
        last = max(last, tree.right_edge(child))
    return first, last


def left_piece(scene: Scene, verb: Token, first: int, before: Sequence[Draft], found: Complement | None) -> Span | None:
    """What stands before "..., Xi said" in its sentence: None where there is no comma or mark before the cue."""
    doc = scene.doc
    subject = tree.own_subject(verb)
    quotation = scene.quotation_at(first - 1) if first else None
    if tree.is_passive(verb) and tree.agent(verb) is None and first == tree.left_edge(verb):
        return None  # "they are asked to rank their choices"
    if first == 0 or not _may_stand_aside(verb, first, subject, quotation is not None):
        return None
    if quotation is None and doc[first - 1].text not in _MARKS:
        return None
    if any(t.tag_ in {"WP", "WDT"} for t in verb.lefts):
        return None  # "who, the president said, ..."
    if found is not None and not _set_off(scene, found, quotation):
        return None
    earlier = [d for d in before if d.verb is not None and d.form != "trailing clause" and d.content]
    if earlier and quotation is None and not _wraps(scene, earlier[-1], first):
        return None
    if quotation is not None and earlier and quotation.span.start > earlier[-1].content[-1].end:
        return quotation.span
    # "Brazil, Lula said, will ...": the verb of what was said comes after the cue
    whole = quotation is not None or (verb.dep_ == "parataxis" and verb.head.i > verb.i)
    return _from_start(scene, first, whole)


def _may_stand_aside(verb: Token, first: int, subject: Token | None, quoted_before: bool) -> bool:
    if subject is not None:
        return subject.lower_ not in tree.RELATIVE
    # without a subject: inverted after a quotation, or "was quoted as saying"; a participle begins something new
    return first < verb.i or (quoted_before and verb.tag_ in {"VBD", "VBZ", "VBP", "VBN"})


def _set_off(scene: Scene, found: Complement, before: Quotation | None) -> bool:
    """Whether the complement to the right is only another piece: "A, Xi said, B"; an object is what was said itself.

    After a whole quotation ('"...," said the envoy, who ...') what the parser takes for a complement is none.
    """
    if before is not None and before.inner.of(scene.text).count(" ") >= 1:
        last = scene.text[before.inner.end - 1]
        if last in "?!" or scene.text[before.inner.end : before.span.end].startswith(","):
            return True
    if found.form == "that-clause":
        return scene.doc[found.first - 1].text in {",", ":"}
    return before is not None and found.thin


def _from_start(scene: Scene, first: int, whole: bool) -> Span | None:
    """The sentence up to the cue, from its last semicolon on, without "and" or "but"."""
    doc = scene.doc
    start = max((t.i + 1 for t in doc[:first] if t.text == ";" and not scene.quoted[t.i]), default=0)
    while start < first and (doc[start].dep_ == "cc" or doc[start].text == ",") and not scene.quoted[start]:
        start += 1
    end = first - 1
    while end > start and doc[end].text in _MARKS and not scene.quoted[end]:
        end -= 1
    if not whole and not any(tree.is_verb(t) or t.tag_ == "MD" for t in doc[start : end + 1]):
        return None
    return scene.place(start, end) if start <= end else None


def _wraps(scene: Scene, earlier: Draft, first: int) -> bool:
    """Whether "A said B, C said" is one inside the other: the earlier content reaches up to the later cue."""
    return (
        earlier.verb is not None
        and earlier.verb.tag_ != "VBG"
        and scene.base + scene.doc[first].idx - earlier.content[-1].end <= 3
    )


def right_piece(scene: Scene, last: int, found: Complement | None) -> Span | None:
    """What goes on after "A, Xi said, ...": a quotation or the rest of the clause."""
    after = next_quotation(scene, last)
    if after is not None:
        return after.span
    doc = scene.doc
    if last + 2 < len(doc) and doc[last + 1].text in {",", "--", "–", "—"} and doc[last + 2].text not in {".", ","}:
        return scene.place(last + 2, len(doc) - 1)
    if found is not None and found.form == "that-clause" and found.first > last and doc[found.first - 1].text in _MARKS:
        return scene.place(found.first, found.last)
    return None


def next_quotation(scene: Scene, last: int) -> Quotation | None:
    """The next quotation of the sentence with no other cue before it: '..., he said two days later, "..."'."""
    near = scene.quotation_next(last)
    if near is not None:
        return near
    doc = scene.doc
    for token in doc[last + 1 :]:
        if scene.quoted[token.i]:
            found = scene.quotation_at(token.i)
            comma = doc[token.i - 1].text in {",", ":", "–", "—"}
            return found if comma and found is not None and " " in found.inner.of(scene.text) else None
        if tree.is_verb(token) and token.lower_ in by_form():
            return None
    return None


def belongs(scene: Scene, verb: Token, right: Span, last: int) -> bool:
    """Whether what follows the cue is a piece of what was said and not the writer's own words."""
    doc = scene.doc
    nexts = [t for t in doc if scene.base + t.idx >= right.start]
    if next_quotation(scene, last) is not None:
        return True
    if not nexts or (nexts[0].tag_ in {"VBG", "CC", "IN", "WRB"} and nexts[0].head == verb):
        return False
    if verb.dep_ in {"parataxis", "dep", "advcl"} and verb.head.i > last:
        return True
    roots = [t for t in verb.children if t.dep_ in {"ccomp", "dep", "parataxis"}]
    return any(t.i > last for t in roots) or any(t.i < verb.i < tree.right_edge(t) for t in roots)


def as_clause(scene: Scene, verb: Token) -> list[Span]:
    """What the rest of the sentence says, of "As the minister noted, ..."; [] where the verb is in no such clause."""
    if verb.dep_ != "advcl" or not any(t.lower_ == "as" for t in tree.children(verb, "mark", "advmod")):
        return []
    doc = scene.doc
    first, last = tree.left_edge(verb), tree.right_edge(verb)
    before = first == 0 or doc[first - 1].text in _MARKS
    after = last + 1 < len(doc) and doc[last + 1].text in {",", "."}
    if not (before and after):
        return []
    pieces = []
    if first > 1:
        pieces.append(scene.place(0, first - 2 if doc[first - 1].text in _MARKS else first - 1))
    if last + 2 < len(doc) - 1:
        pieces.append(scene.place(last + 2, len(doc) - 1))
    return pieces
