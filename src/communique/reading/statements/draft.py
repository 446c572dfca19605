"""Attributions of one sentence while they are being built: cues found, sources and contents as text places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from communique.model.span import Span
from communique.reading.parse import Sentence
from communique.reading.statements import tree
from communique.reading.statements.clause import Complement, complement
from communique.reading.statements.cues import UNLISTED, Cue, by_form
from communique.reading.statements.frame import Form
from communique.reading.statements.quotes import Quotation

# What never speaks: events, acts and states of affairs ("Putin's visit", "the move"), and the expletive "there".
_SPEECHLESS = frozenset(
    "visit visits meeting meetings summit trip talks move moves decision deal event events development developments"
    " agreement partnership relationship alliance ties presence attack attacks war conflict crisis growth trade there"
    " ceremony handshake gesture tensions escalation exchange exchanges cooperation dialogue tour arrival election"
    " elections victory success failure photo picture image caption this that these those which incident strategy".split()
)


@dataclass(slots=True)
class Draft:
    """One attribution of a sentence, places in the article's text."""

    sentence: Sentence
    verb: Token | None
    cue: Cue
    cue_span: Span
    form: Form
    content: list[Span]
    source: Span | None = None
    speaker: Token | None = None
    own_source: bool = True
    addressee: Span | None = None
    via: list[Span] = field(default_factory=list)
    relative: Span | None = None
    thin: bool = False
    pending: bool = False
    inherits: Draft | None = None
    inside: Draft | None = None


class Scene:
    """One parsed sentence with the quotations that touch it."""

    def __init__(self, text: str, sentence: Sentence, doc: Doc, quotations: Sequence[Quotation]) -> None:
        self.text = text
        self.sentence = sentence
        self.doc = doc
        self.base = sentence.span.start
        self.quotations = quotations
        self.quoted = [any(q.span.start <= self.base + t.idx < q.span.end for q in quotations) for t in doc]

    def place(self, first: int, last: int) -> Span:
        """Where these tokens stand in the article's text."""
        doc = self.doc
        return Span(self.base + doc[first].idx, self.base + doc[last].idx + len(doc[last]))

    def quotation_at(self, token: int) -> Quotation | None:
        """The quotation that this token stands in."""
        at = self.base + self.doc[token].idx
        return next((q for q in self.quotations if q.span.start <= at < q.span.end), None)

    def quotation_next(self, token: int) -> Quotation | None:
        """The quotation that opens right after this token, a comma, colon or "that" between them at most."""
        after = token + 1
        while after < len(self.doc) and self.doc[after].lower_ in {",", ":", "that", "-", "–", "—"}:
            if self.quoted[after]:
                break
            after += 1
        found = self.quotation_at(after) if after < len(self.doc) else None
        at = self.base + self.doc[after].idx if found else 0
        return found if found and found.span.start >= at - 1 else None


def cue_at(scene: Scene, token: Token) -> Cue | None:
    """The cue that this token is, with its particle; None where it is no verb of speech or stands in a quotation."""
    if scene.quoted[token.i] or not tree.is_verb(token):
        return None
    plain = None
    after = scene.doc[token.i + 1].lower_ if token.i + 1 < len(scene.doc) else ""
    for cue in by_form().get(token.lower_, ()):
        if cue.particle is None:
            plain = cue
        elif cue.particle == after:
            if "noun+infinitive" not in cue.frames or complement(token, cue) is not None:
                return cue
    return plain


def drafts(scene: Scene) -> list[Draft]:
    """The attributions of one sentence in text order, contents not yet cut against each other."""
    out: list[Draft] = []
    for token in scene.doc:
        cue = cue_at(scene, token)
        if cue is None:
            if not _beside_quotation(scene, token):
                continue
            cue = UNLISTED
        if tree.is_reported(token):
            made = _draft(scene, token, cue, out)
            if made is not None:
                out.append(made)
    return out


def _beside_quotation(scene: Scene, token: Token) -> bool:
    """Whether this verb of any kind has nothing but its subject between itself and a whole quotation before it."""
    if scene.quoted[token.i] or token.tag_ not in {"VBD", "VBZ"} or token.lower_ in {"was", "is", "had", "has", "were"}:
        return False
    subject = tree.own_subject(token)
    if subject is None or any(t.dep_ in {"dobj", "xcomp"} and t.i > token.i for t in token.children):
        return False
    first = min(tree.left_edge(subject), token.i)
    before = scene.quotation_at(first - 1) if first else None
    return before is not None and before.inner.of(scene.text).count(" ") >= 4 and _comma_end(scene.text, before)


def _comma_end(text: str, quotation: Quotation) -> bool:
    return text[quotation.inner.end : quotation.span.end].startswith(",") or text[quotation.span.end - 2] in "!?,"


def _draft(scene: Scene, verb: Token, cue: Cue, before: list[Draft]) -> Draft | None:
    speaker, via = _speaker(verb)
    if speaker is not None and speaker.lower_ in _SPEECHLESS and not _says_so(verb, speaker):
        return None
    found = complement(verb, cue)
    content, form, aside = _content(scene, verb, cue, found, before)
    pending = not content and verb.i + 2 >= len(scene.doc) - 1 and scene.doc[len(scene.doc) - 1].text == ":"
    if not content and not pending:
        return None
    last = found.particle.i if found and found.particle else verb.i + (1 if cue.particle else 0)
    draft = Draft(scene.sentence, verb, cue, scene.place(verb.i, last), form, content, pending=pending)
    if speaker is not None and not scene.quoted[speaker.i]:
        draft.speaker = speaker
        draft.source = scene.place(*tree.phrase(speaker))
        draft.own_source = tree.own_subject(verb) is not None or tree.is_passive(verb)
        pronoun = tree.own_subject(verb)
        if pronoun is not None and pronoun is not speaker:
            draft.relative = scene.place(pronoun.i, pronoun.i)
    draft.via = [scene.place(*tree.phrase(noun)) for noun in via]
    told = found.addressee if found else None
    if told is None and aside:
        told = _addressee(verb, cue)
    if told is not None:
        draft.addressee = scene.place(*tree.phrase(told))
    draft.thin = found.thin if found and not aside else False
    return draft


def _says_so(verb: Token, speaker: Token) -> bool:
    """ "this", "that" and the like may be a relative pronoun's leftovers; an event may not speak at all."""
    return False


def _speaker(verb: Token) -> tuple[Token | None, list[Token]]:
    """Who says it, and who quotes him: "Xinhua quoted him as saying", "he was quoted by Xinhua as saying"."""
    link = verb.head
    if verb.dep_ == "pcomp" and link.lower_ == "as" and link.head.lower_ in {"quoted", "cited", "quotes", "quoting"}:
        quoting = link.head
        by = tree.agent(quoting)
        if tree.is_passive(quoting):
            return tree.own_subject(quoting), [by] if by is not None else []
        objects = tree.children(quoting, "dobj")
        outlet = tree.subject(quoting)
        if objects:
            return objects[0], [outlet] if outlet is not None else []
    return tree.subject(verb), []


def _addressee(verb: Token, cue: Cue) -> Token | None:
    if "tell" in cue.frames:
        return next((t for t in tree.children(verb, "dobj", "dative", "iobj") if t.i > verb.i), None)
    return None


def _content(
    scene: Scene, verb: Token, cue: Cue, found: Complement | None, before: list[Draft]
) -> tuple[list[Span], Form, bool]:
    """The places of what was said, its form, and whether the cue stands aside ("..., Xi said")."""
    if "quote" in cue.frames or "that" in cue.frames:
        first, last = _chunk(verb)
        right = _right_piece(scene, last, found)
        left = _left_piece(scene, verb, first, before)
        if left and (found is None or found.form != "that-clause" or scene.doc[found.first - 1].text in {",", ":"}):
            pieces = [left] + ([right] if right and _belongs(scene, verb, left, right, last) else [])
            return pieces, "around its cue" if len(pieces) > 1 else "trailing clause", True
        after = scene.quotation_next(last)
        if after is not None:
            pieces = [after.span]
            if found and found.form == "that-clause" and scene.place(found.first, found.last).overlaps(after.span):
                pieces.append(scene.place(found.first, found.last))
            return _union(pieces), "quotation", False
        if (
            found is None
            and last + 1 < len(scene.doc)
            and scene.doc[last + 1].text == ":"
            and last + 2 < len(scene.doc)
        ):
            return [scene.place(last + 2, len(scene.doc) - 1)], "colon", False
    if found is None or cue is UNLISTED:
        return [], "noun phrase", False
    last = found.last
    if last + 2 < len(scene.doc) and scene.doc[last + 1].text == ":":
        last = len(scene.doc) - 1  # "emphasized five principles: ..."
    return [scene.place(found.first, last)], found.form, False


def _union(spans: list[Span]) -> list[Span]:
    return [Span(min(s.start for s in spans), max(s.end for s in spans))]


def _chunk(verb: Token) -> tuple[int, int]:
    """First and last token of "Xi told Lavrov on Tuesday in Beijing": the cue with subject, addressee, time, place."""
    first = last = verb.i
    for child in verb.lefts:
        if child.dep_ in {"nsubj", "nsubjpass", "aux", "auxpass", "advmod", "neg", "npadvmod"}:
            near = all(t.dep_ != "punct" for t in verb.doc[child.right_edge.i + 1 : verb.i]) or child.dep_ == "nsubj"
            if near:
                first = min(first, tree.left_edge(child))
                if child.dep_.startswith("nsubj"):
                    first = min(first, tree.phrase(child)[0]) if first == tree.left_edge(child) else first
    for child in verb.rights:
        if child.dep_ not in {
            "prt", "dative", "dobj", "iobj", "prep", "npadvmod", "advmod", "nsubj", "nsubjpass", "agent", "oprd", "pobj", "tmod",
        }:  # fmt: skip
            break
        if child.dep_.startswith("nsubj") and child.i > verb.i + 12:
            break
        last = max(last, tree.right_edge(child))
    return first, last


def _left_piece(scene: Scene, verb: Token, first: int, before: list[Draft]) -> Span | None:
    """What stands before "..., Xi said" in its sentence: None where there is no comma or mark before the cue."""
    doc = scene.doc
    subject = tree.own_subject(verb)
    if first == 0 or subject is None or subject.lower_ in tree.RELATIVE:
        return None
    quotation = scene.quotation_at(first - 1)
    mark = doc[first - 1].text
    if quotation is None and mark not in {",", "-", "--", "–", "—", "…", "?", "!"}:
        return None
    start = 0
    for token in doc[:first]:
        if token.text == ";" and not scene.quoted[token.i]:
            start = token.i + 1
    earlier = [d for d in before if d.verb is not None and d.form != "trailing clause" and d.content]
    if earlier and quotation is None and not _wraps(scene, earlier[-1], first):
        return None
    if quotation is not None and earlier and quotation.span.start > earlier[-1].content[-1].end:
        return quotation.span
    while start < first and (doc[start].dep_ == "cc" or doc[start].text == ",") and not scene.quoted[start]:
        start += 1
    end = first - 1
    while end > start and doc[end].text in {",", "-", "--", "–", "—"} and not scene.quoted[end]:
        end -= 1
    if end - start < 1 and quotation is None:
        return None
    return scene.place(start, end) if start <= end else None


def _wraps(scene: Scene, earlier: Draft, first: int) -> bool:
    """Whether "A said B, C said" is one inside the other: the earlier content reaches up to the later cue."""
    return (
        earlier.verb is not None
        and earlier.verb.tag_ != "VBG"
        and scene.base + scene.doc[first].idx - earlier.content[-1].end <= 3
    )


def _right_piece(scene: Scene, last: int, found: Complement | None) -> Span | None:
    """What goes on after "A, Xi said, ...": a quotation or the rest of the clause."""
    after = scene.quotation_next(last)
    if after is not None:
        return after.span
    doc = scene.doc
    if last + 2 < len(doc) and doc[last + 1].text in {",", "--", "–", "—"} and doc[last + 2].text not in {".", ","}:
        return scene.place(last + 2, len(doc) - 1)
    if found is not None and found.form == "that-clause" and found.first > last:
        return scene.place(found.first, found.last)
    return None


def _belongs(scene: Scene, verb: Token, left: Span, right: Span, last: int) -> bool:
    """Whether what follows the cue is a piece of what was said and not the writer's own words."""
    doc = scene.doc
    nexts = [t for t in doc if scene.base + t.idx >= right.start]
    if scene.quotation_next(last) is not None:
        return True
    if not nexts or (nexts[0].tag_ in {"VBG", "CC", "IN", "WRB"} and nexts[0].head is verb):
        return False
    if verb.dep_ in {"parataxis", "dep", "advcl"} and verb.head.i > last:
        return True
    roots = [t for t in verb.children if t.dep_ in {"ccomp", "dep", "parataxis"}]
    return any(t.i > last for t in roots) or any(t.i < verb.i < tree.right_edge(t) for t in roots)
