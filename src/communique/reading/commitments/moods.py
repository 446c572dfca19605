"""Adjectives and nouns that commit: "is willing to", "reaffirmed their commitment to"; modals: "should", "will"."""

from __future__ import annotations

from communique.reading.commitments.acts import Act, objects, undertakings
from communique.reading.commitments.found import (
    HYPOTHETICAL,
    MAY,
    Found,
    first_cut,
    happens,
    is_idle,
    no_effort,
    to_clauses,
)
from communique.reading.statements import tree
from communique.reading.tokens import Token

# Verbs that carry a noun which commits: "expressed readiness to", "reaffirmed their commitment to".
_CARRYING = frozenset(
    "affirm affirms affirmed affirming announce announced announcing confirm confirms confirmed convey conveyed declare"
    " declared express expresses expressed expressing indicate indicated reaffirm reaffirms reaffirmed reaffirming"
    " reassert reasserted reconfirm reconfirmed reinforced reiterate reiterates reiterated reiterating renew renewed"
    " repeat repeated restate restated signal signaled signalled state stated stress stressed stressing underline"
    " underlined underscore underscored underscoring emphasize emphasized emphasised voice voiced voicing".split()
)
_COPULAS = frozenset(
    "is are am was were be been being ’s 's ’re 're remain remains remained stand stands stood seems appeared".split()
)
# After "should" these call for nothing to be done.
MINDED = frozenset(
    "remember know see think feel understand believe say look help become fear expect worry reflect".split()
)


def by_adjective(token: Token, act: Act) -> Found | None:
    """ "is willing to", "stands ready to", "remains committed to strengthening"."""
    verb = token.head if token.dep_ in {"acomp", "oprd", "attr", "advcl", "xcomp", "conj"} else token
    if (
        token.tag_ not in {"JJ", "VBN"}
        or token.dep_ in {"amod", "compound"}
        or (verb != token and not tree.is_verb(verb))
    ):
        return None
    passive = tree.children(token, "auxpass")
    carrying = token if passive or verb == token else verb
    if carrying != token and carrying.lower_ not in _COPULAS:
        return None
    if {t.lower_ for t in carrying.lefts if t.dep_ in {"aux", "auxpass"}} & (MAY - {"would", "will"}):
        return None
    if {t.lower_ for t in tree.children(carrying, "mark")} & HYPOTHETICAL:
        return None
    if any(t.lower_ == "less" for t in token.subtree if t.i < token.i):
        return None
    negated = any(tree.is_negated(t) or tree.children(t, "neg") for t in (carrying, token))
    for clause in [*to_clauses(token), *(to_clauses(verb) if verb != token else ())]:
        if clause.i < token.i or (is_idle(act, clause)):
            continue
        first = clause.left_edge.i
        last = first_cut(token, first, clause.right_edge.i)
        return Found(
            act, token, carrying, first, last, "infinitive", tree.subject(carrying), None, clause, None, negated
        )
    beside = [t for t in tree.children(verb, "prep") if verb != token and t.i > token.i]
    for link in [*tree.children(token, "prep"), *beside]:
        if link.lower_ not in act.cue.frames:
            continue
        for clause in tree.children(link, "pcomp", "pobj"):
            free = link.lower_ == "to" and act.word != "open"
            if free or clause.lower_ in objects()["talks"] or (clause.tag_ == "VBG" and link.lower_ == "to"):
                first, last = clause.left_edge.i, clause.right_edge.i
                who = tree.subject(carrying)
                return Found(act, token, carrying, first, last, "gerund", who, None, clause, None, negated)
    return None


def by_noun(token: Token, act: Act) -> Found | None:
    """ "expressed readiness to", "reaffirmed their commitment to", "a commitment from both leaders to"."""
    if token.tag_ not in {"NN", "NNS"}:
        return None
    top = token
    while top.dep_ == "conj" and top.head.tag_ in {"NN", "NNS"}:
        top = top.head
    verb, subject = top.head, None
    if top.dep_ in {"dobj", "nsubjpass"} and verb.lower_ in _CARRYING:
        if happens(verb) is not False:
            return None
        subject = tree.subject(verb)
    elif act.status == "pledged":
        givers = [
            n
            for link in tree.children(token, "prep")
            if link.lower_ in {"from", "by"}
            for n in tree.children(link, "pobj")
        ]
        subject = givers[0] if givers else None
    if subject is None:
        return None
    owners = [t for t in tree.children(token, "poss") if t.tag_ in {"NNP", "NNPS"}]
    who = owners[0] if owners else subject
    for clause in [
        *to_clauses(token),
        *to_clauses(verb),
        *(t for g in tree.children(token, "prep") for t in to_clauses(g)),
    ]:
        if clause.i > token.i and not is_idle(act, clause):
            return Found(act, token, verb, clause.left_edge.i, clause.right_edge.i, "infinitive", who, None, clause)
    for link in tree.children(token, "prep"):
        if link.lower_ not in act.cue.frames:
            continue
        for inner in tree.children(link, "pcomp", "pobj"):
            if inner.tag_ == "VBG" or link.lower_ == "to":
                return Found(act, token, verb, inner.left_edge.i, inner.right_edge.i, "gerund", who, None, inner)
    return None


def by_modal(token: Token, act: Act) -> Found | None:
    """ "the two sides should ...", "China will provide ..."; only inside what somebody says."""
    if act.word == "need":
        return _needing(token, act)
    verb = token.head
    if token.tag_ != "MD" or token.dep_ != "aux" or not tree.is_verb(verb) or verb.tag_ != "VB":
        return None
    subject = tree.own_subject(verb)
    top = verb
    while subject is None and top.dep_ == "conj" and tree.is_verb(top.head):
        top = top.head
        subject = tree.own_subject(top)
    if subject is None or subject.i > token.i:
        return None
    if {t.lower_ for t in tree.children(verb, "mark", "advmod") if t.i < token.i} & (HYPOTHETICAL | {"how", "when"}):
        return None
    if act.status == "called_for" and subject.tag_ in {"WP", "WDT"}:
        return None
    subject = tree.antecedent(subject)
    negated = tree.is_negated(verb)
    if act.status == "pledged" and (verb.lower_ not in undertakings() or (verb.lower_ == "make" and no_effort(verb))):
        return None
    if token.lower_ == "would" and any(
        t.lower_ == "if" for c in tree.children(verb, "advcl") for t in tree.children(c, "mark")
    ):
        return None  # "I would go if ...": a thought
    if any(t.tag_ == "VBN" and t.dep_ == "auxpass" for t in verb.children) or verb.lower_ in {"have", "be"}:
        return None
    if act.status == "called_for" and verb.lower_ in MINDED:
        return None
    last = first_cut(verb, verb.i, verb.right_edge.i) if verb.right_edge.i > verb.i else verb.i
    return Found(
        act, token, verb, verb.i, last, "modal", subject, None, verb, None, negated and act.status == "pledged"
    )


def _needing(token: Token, act: Act) -> Found | None:
    if not tree.is_verb(token) or tree.is_negated(token):
        return None
    subject = tree.own_subject(token)
    for clause in to_clauses(token):
        if subject is not None and clause.dep_ == "xcomp" and clause.lower_ not in MINDED | {"have", "be", "talk"}:
            last = first_cut(token, clause.left_edge.i, clause.right_edge.i)
            return Found(act, token, token, clause.left_edge.i, last, "modal", tree.antecedent(subject), None, clause)
    return None
