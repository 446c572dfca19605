"""The attributions of one sentence: its cues, who speaks, what is said; contents not yet cut against each other."""

from __future__ import annotations

from communique.model.span import Span
from communique.reading.statements import aside, tree
from communique.reading.statements.addressee import addressee
from communique.reading.statements.clause import Complement, complement
from communique.reading.statements.cues import UNLISTED, Cue, by_form
from communique.reading.statements.frame import Form
from communique.reading.statements.quotes import Quotation
from communique.reading.statements.scene import Draft, Scene
from communique.reading.tokens import Token

# What never speaks: events, acts and states of affairs ("Putin's visit", "the move"), and the expletive "there".
_SPEECHLESS = frozenset(
    "visit visits meeting meetings summit trip travel journey talks move moves decision event events development"
    " developments partnership relationship alliance ties presence attack attacks war conflict crisis growth trade"
    " ceremony handshake gesture tensions escalation exchange exchanges cooperation dialogue tour arrival election"
    " elections victory success failure photo picture image caption this that these those which incident participation"
    " engagement support effort efforts step steps action actions approach role history situation result results rise"
    " there fall lack need absence strike strikes launch launches withdrawal death arrest sanctions"
    " tariffs deal indictment indictments charges criticism sign signs banner banners poster posters".split()
)


def cue_at(scene: Scene, token: Token) -> Cue | None:
    """The cue that this token is, with its particle; None where it is no verb of speech or stands in a quotation."""
    if scene.quoted[token.i] or not tree.is_verb(token):
        return None
    if token.tag_ == "VBG" and token.lower_ == "speaking":
        return None  # "speaking of the treaty, ...": a frame for the next cue
    cues = by_form().get(token.lower_)
    if cues is None:
        return None
    plain = None
    after = scene.doc[token.i + 1].lower_ if token.i + 1 < len(scene.doc) else ""
    for cue in cues:
        if cue.particle is None:
            plain = cue
        elif cue.particle in (after, _beyond_it(scene, token)):
            if "noun+infinitive" in cue.frames and complement(token, cue) is None:
                continue  # "called on the president": a visit, unless an infinitive follows
            return cue
    return plain


def _beyond_it(scene: Scene, verb: Token) -> str:
    """The word after "it" in "made it clear"."""
    after = [t.lower_ for t in scene.doc[verb.i + 1 : verb.i + 3]]
    return after[1] if len(after) > 1 and after[0] == "it" and after[1] in {"clear", "plain"} else ""


def drafts(scene: Scene) -> list[Draft]:
    """The attributions of one sentence in text order, contents not yet cut against each other."""
    out: list[Draft] = []
    quotation = any(scene.quoted)
    for token in scene.doc:
        if scene.quoted[token.i] or not tree.is_verb(token):
            continue
        cue = cue_at(scene, token)
        if cue is None:
            if not quotation or not _beside_quotation(scene, token):
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
    return before is not None and before.inner.of(scene.text).count(" ") >= 2 and _comma_end(scene.text, before)


def _comma_end(text: str, quotation: Quotation) -> bool:
    return text[quotation.inner.end : quotation.span.end].startswith(",") or text[quotation.span.end - 2] in "!?,"


def _draft(scene: Scene, verb: Token, cue: Cue, before: list[Draft]) -> Draft | None:
    inverted = _inverted(scene, verb)
    speaker, via = (inverted, []) if inverted is not None else _speaker(verb)
    if speaker.lower_ in _SPEECHLESS if speaker is not None else tree.is_bare_participle(verb):
        return None
    found = None if inverted is not None else complement(verb, cue)
    content, form, stands_aside = _content(scene, verb, cue, found, before)
    pending = not content and verb.i + 2 >= len(scene.doc) - 1 and scene.doc[len(scene.doc) - 1].text == ":"
    if not content and not pending:
        return None
    last = found.particle.i if found and found.particle else verb.i + (1 if cue.particle else 0)
    if cue.particle and scene.doc[last].lower_ != cue.particle:
        last += 1  # "made it clear"
    draft = Draft(scene.sentence, verb, cue, scene.place(verb.i, last), form, content, pending=pending)
    if speaker is not None and not scene.quoted[speaker.i]:
        _give_source(scene, draft, verb, speaker, inverted is not None)
    draft.via = [scene.place(*tree.phrase(noun)) for noun in via]
    told = found.addressee if found else None
    if told is None:
        told = (_addressee(verb, cue) if stands_aside else None) or addressee(verb, cue, speaker)
    if told is not None:
        draft.addressee = scene.place(*tree.phrase(told))
    draft.thin = found.thin if found and not stands_aside else False
    return draft


def _give_source(scene: Scene, draft: Draft, verb: Token, speaker: Token, inverted: bool) -> None:
    pronoun = tree.own_subject(verb)
    draft.speaker = speaker
    draft.source = scene.place(*tree.phrase(speaker))
    draft.own_source = inverted or pronoun is not None or tree.is_passive(verb)
    if pronoun is not None and pronoun != speaker:
        draft.relative = scene.place(pronoun.i, pronoun.i)


def _inverted(scene: Scene, verb: Token) -> Token | None:
    """The speaker of '"...," underlined the Chinese leader', whom the parser takes for the object."""
    if not verb.i or scene.quotation_at(verb.i - 1) is None or tree.own_subject(verb) is not None:
        return None
    nouns = tree.children(verb, "dobj", "attr", "oprd")
    return nouns[0] if nouns and nouns[0].i > verb.i and verb.tag_ in {"VBD", "VBZ", "VBP", "VBN"} else None


def _quoting(verb: Token) -> Token | None:
    """The verb that quotes, of "was quoted as saying"."""
    link = verb.head
    named = {"quoted", "cited", "quotes", "cites", "quoting", "citing"}
    return link.head if verb.dep_ == "pcomp" and link.lower_ == "as" and link.head.lower_ in named else None


def _speaker(verb: Token) -> tuple[Token | None, list[Token]]:
    """Who says it, and who quotes him: "Xinhua quoted him as saying", "he was quoted by Xinhua as saying"."""
    quoting = _quoting(verb)
    if quoting is None:
        return tree.subject(verb), []
    if tree.is_passive(quoting):
        by = [tree.agent(quoting), tree.agent(verb)]
        by += [
            noun for link in tree.children(verb, "prep") if link.lower_ == "by" for noun in tree.children(link, "pobj")
        ]
        return tree.own_subject(quoting), [noun for noun in by if noun is not None][:1]
    outlet = tree.subject(quoting)
    said = tree.children(quoting, "dobj")
    return (said[0] if said else outlet), [outlet] if outlet is not None and said else []


def _addressee(verb: Token, cue: Cue) -> Token | None:
    if "tell" in cue.frames:
        return next((t for t in tree.children(verb, "dobj", "dative", "iobj") if t.i > verb.i), None)
    return None


def _content(
    scene: Scene, verb: Token, cue: Cue, found: Complement | None, before: list[Draft]
) -> tuple[list[Span], Form, bool]:
    """The places of what was said, its form, and whether the cue stands aside ("..., Xi said")."""
    if "quote" in cue.frames or "that" in cue.frames:
        first, last = aside.chunk(verb)
        quoting = _quoting(verb)
        if quoting is not None:
            first = aside.chunk(quoting)[0]
        left = aside.left_piece(scene, verb, first, before, found)
        if left:
            right = aside.right_piece(scene, last, found)
            joined = right is not None and aside.belongs(scene, verb, right, last)
            pieces = [left, right] if right and joined else [left]
            return pieces, "around its cue" if len(pieces) > 1 else "trailing clause", True
        if left is None and found is None and first == 0 and "quote" in cue.frames and scene.just_before is not None:
            return [scene.just_before.span], "trailing clause", True
        beside = _beside(scene, last, found)
        if beside is not None:
            return beside
    if found is None and cue is not UNLISTED and (pieces := aside.as_clause(scene, verb)):
        return pieces, "around its cue" if len(pieces) > 1 else "as-clause", True
    if found is None or cue is UNLISTED:
        return [], "quotation", False
    last = found.last
    if last + 2 < len(scene.doc) and scene.doc[last + 1].text == ":":
        last = len(scene.doc) - 1  # "emphasized five principles: ..."
    return [scene.place(found.first, last)], found.form, False


def _beside(scene: Scene, last: int, found: Complement | None) -> tuple[list[Span], Form, bool] | None:
    """A quotation or, after a colon, the rest of the sentence right after the cue."""
    after = scene.quotation_next(last)
    if after is not None:
        pieces = [after.span]
        if found and found.form == "that-clause" and scene.place(found.first, found.last).overlaps(after.span):
            pieces.append(scene.place(found.first, found.last))
        end = max(max(s.end for s in pieces), _beyond(scene, after))
        return [Span(min(s.start for s in pieces), end)], "quotation", False
    if found is None and last + 2 < len(scene.doc) and scene.doc[last + 1].text == ":":
        return [scene.place(last + 2, len(scene.doc) - 1)], "colon", False
    return None


def _beyond(scene: Scene, quotation: Quotation) -> int:
    """Where the clause of a quotation without a stop of its own ends: 'said "it helps us all" if it is kept'."""
    after = next((t for t in scene.doc if scene.base + t.idx >= quotation.span.end), None)
    if after is None or scene.text[quotation.span.end - 2] in ",.?!" or not after.is_alpha:
        return quotation.span.end
    head = after.head
    for _ in range(4):
        if scene.quotation_at(head.i) == quotation and head.i < after.i:
            last = scene.doc[tree.right_edge(after)]
            return int(scene.base + last.idx + len(last))
        head = head.head
    return quotation.span.end
