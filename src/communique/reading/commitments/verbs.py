"""Verbs that commit: "signed an agreement", "agreed to open ...", "urged both sides to ...", "entered into force"."""

from __future__ import annotations

from dataclasses import replace

from communique.reading.commitments.acts import Act, undertakings
from communique.reading.commitments.found import OBLIGING, Found, first_cut, happens, is_idle
from communique.reading.commitments.objects import instrument, wanted
from communique.reading.statements import tree
from communique.reading.statements.clause import complement
from communique.reading.tokens import Doc, Token

# After "agreed on" these are opinions, not acts: "agreed on the importance of dialogue".
_OPINIONS = frozenset(
    "thing things point points much everything nothing importance need necessity fact value urgency significance"
    " desirability one this that it".split()
)
# "agreed that they will meet" binds, "agreed that the delay will cost lives" is an opinion.
_FORECASTING = frozenset({"will", "would", "wo", "'ll", "’ll"})
_DOERS = frozenset("sides countries governments parties leaders ministers teams delegations nations both".split())
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday today".split())


def by_verb(token: Token, act: Act) -> Found | None:
    """The act that a verb is, with what it commits to; None where it is none here."""
    if not tree.is_verb(token) or token.dep_ in {"amod", "compound", "aux", "auxpass"}:
        return None
    after = token.doc[token.i + 1].lower_ if token.i + 1 < len(token.doc) else ""
    if act.cue.particle and after != act.cue.particle:
        return None
    negated = happens(token)
    if negated is None:
        return None
    if act.status == "implemented" and (negated or token.tag_ not in {"VBD", "VBN"}):
        return None
    if act.cue.frames & {"into force", "effect"}:
        return _in_force(token, act)
    made = _by_object(token, act) or _by_complement(token, act)
    return made and replace(made, negated=negated)


def _by_object(verb: Token, act: Act) -> Found | None:
    """ "signed an agreement", "an agreement was signed", "an agreement signed by the ministers"."""
    if "noun" not in act.cue.frames or not act.objects:
        return None
    passive = tree.is_passive(verb)
    if (misread := _beside_its_subject(verb, act)) is not None:
        return misread
    if tree.is_bare_participle(verb) and passive:
        nouns = [verb.head] if tree.agent(verb) is not None or _today(verb) else []
    elif passive:
        nouns = tree.children(verb, "nsubjpass")
    else:
        nouns = [t for t in tree.children(verb, "dobj") if t.i > verb.i]
    for head in nouns:
        noun = wanted(tree.antecedent(head), act.objects)
        if noun is None or (act.status in {"signed", "agreed"} and not instrument(noun)):
            continue
        ends = [tree.right_edge(head)] if head.i > verb.i else [verb.i]
        first = head.left_edge.i if head.i > verb.i else min(head.left_edge.i, verb.i)
        subject = tree.agent(verb) if passive else tree.subject(verb)
        return Found(act, verb, verb, first, max(ends), "noun phrase", subject, noun)
    return None


def _beside_its_subject(verb: Token, act: Act) -> Found | None:
    """ "A and B, president of C, witnessed in D the signing of ...": a main verb that the parser hung on A."""
    if not tree.is_bare_participle(verb):
        return None
    for head in tree.children(verb.head, "appos"):
        if head.i > verb.i and (noun := wanted(head, act.objects)) is not None:
            return Found(act, verb, verb, head.left_edge.i, tree.right_edge(head), "noun phrase", verb.head, noun)
    return None


def _today(verb: Token) -> bool:
    """Whether a participle has its day: "under a treaty signed on Thursday"."""
    days = [
        *tree.children(verb, "npadvmod"),
        *(n for t in tree.children(verb, "prep") for n in tree.children(t, "pobj")),
    ]
    return any(day.lower_ in _DAYS for day in days)


def _by_complement(verb: Token, act: Act) -> Found | None:
    """ "agreed to open ...", "urged both sides to ...", "pledged that it would ..."."""
    found = complement(verb, act.cue)
    if found is not None and found.form == "that-clause" and not _binding(act, verb.doc, found.first, found.last):
        plain = replace(act.cue, frames=act.cue.frames - {"that"})
        found = complement(verb, plain) if plain.frames else None
    if found is None and "for" in act.cue.frames:
        return _by_for(verb, act)
    if found is None or found.thin:
        return None
    doc = verb.doc
    if found.form == "noun phrase" and act.objects:
        return None
    inner = next((t for t in doc[found.first : found.last + 1] if tree.is_verb(t) and t.dep_ != "amod"), None)
    head = doc.root(found.first, found.last)
    if found.form == "gerund" and (found.first > verb.i + 2 or tree.children(head, "nsubj", "aux")):
        return None
    if found.form == "prepositional" and not _acts_on(act, head):
        return None
    if found.form == "infinitive" and inner is not None and is_idle(act, inner):
        return None
    last = min(found.last, first_cut(verb, found.first, found.last))
    return Found(act, verb, verb, found.first, last, found.form, tree.subject(verb), None, inner, found.addressee)


def _by_for(verb: Token, act: Act) -> Found | None:
    """ "appealed on Saturday for the kingdom to list its shares"."""
    for clause in tree.children(verb, "advcl", "ccomp", "xcomp"):
        mark = next((t for t in tree.children(clause, "mark") if t.lower_ == "for" and t.i > verb.i), None)
        if mark is not None:
            who = tree.own_subject(clause)
            return Found(act, verb, verb, mark.i, clause.right_edge.i, "appeal", tree.subject(verb), None, clause, who)
    return None


def _bases(gerund: str) -> set[str]:
    """The verbs that a form in -ing may be of: "continuing", "setting"."""
    stem = gerund.removesuffix("ing")
    return {stem, stem + "e", stem[:-1]}


def _binding(act: Act, doc: Doc, first: int, last: int) -> bool:
    """Whether a clause says what is to be done: "that the talks should go on", "that Israel stop"."""
    clause = doc.root(first, last)
    helpers = {t.lower_ for t in clause.lefts if t.dep_ in {"aux", "auxpass"}}
    if act.status == "called_for":
        return clause.tag_ == "VB" or bool(helpers & OBLIGING)
    if helpers & OBLIGING - _FORECASTING:
        return True
    who = tree.own_subject(clause)
    does = who is not None and (who.tag_ in {"PRP", "NNP", "NNPS"} or who.lower_ in _DOERS)
    return bool(helpers & OBLIGING) and (does or "be" in helpers)


def _acts_on(act: Act, head: Token) -> bool:
    """Whether what follows the preposition can be done: after "committed to" and "look forward to" only a verb."""
    if act.word == "look":
        return head.tag_ == "VBG" and bool(_bases(head.lower_) & undertakings())
    if act.word in {"commit", "recommit", "concur"}:
        return head.tag_ == "VBG" and head.lower_ not in {"seeing", "meeting", "being", "visiting", "hearing"}
    return head.lower_ not in _OPINIONS


def _in_force(verb: Token, act: Act) -> Found | None:
    subject = tree.own_subject(verb)
    noun = wanted(tree.antecedent(subject), act.objects) if subject is not None else None
    if subject is None or noun is None:
        return None
    if "effect" in act.cue.frames:
        return Found(act, verb, verb, subject.left_edge.i, verb.i + 1, "in force", None, noun)
    for link in tree.children(verb, "prep"):
        ends = [t for t in tree.children(link, "pobj") if t.lower_ in {"force", "effect", "being"}]
        if link.lower_ == "into" and ends:
            return Found(act, verb, verb, subject.left_edge.i, ends[0].i, "in force", None, noun)
    return None
