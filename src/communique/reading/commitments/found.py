"""One word that commits, as it stands in a parsed sentence, and what may be asked of it."""

from __future__ import annotations

from dataclasses import dataclass

from communique.reading.commitments.acts import Act, undertakings
from communique.reading.statements import tree
from communique.reading.tokens import Doc, Token

MAY = frozenset("might may could can ca should must will would wo 'll ’ll shall".split())
_REFUSING = frozenset("refuse refuses refused refusing decline declines declined fail fails failed failing".split())
_SEEMING = frozenset("appear appears appeared seem seems seemed".split())
_NOT = frozenset({"not", "n't", "n’t", "never"})
HYPOTHETICAL = frozenset("if unless whether until before once lest in since".split())
OBLIGING = frozenset({"should", "will", "would", "must", "shall", "wo", "'ll", "’ll", "ought"})
# Moods that commit only with a verb of doing: "hopes to expand trade", not "hoped to play golf".
_MOODS = frozenset({"hope", "intend", "look", "volunteer", "eager", "keen", "want"})
# Verbs of "ready to", "hopes to", "will" that tell of a programme or a mood, not of what a side would do for another.
_IDLE = frozenset(
    "see visit meet know hear be have become attend arrive travel learn disagree discuss talk say speak answer tell"
    " raise win look go come think feel believe understand get gain leave wait avoid".split()
)


@dataclass(frozen=True, slots=True)
class Found:
    """One word that commits, in the parse of its sentence.

    word is the act's own word; verb the one that has the subject, helpers and negation ("is" of "is ready to"). first
    and last are the tokens of what it commits to. subject is who does it, None where nobody is named (a passive). noun
    is the object where the act asks for one; inner the verb of what is to be done. negated says that it was not done.
    """

    act: Act
    word: Token
    verb: Token
    first: int
    last: int
    form: str
    subject: Token | None
    noun: Token | None = None
    inner: Token | None = None
    addressee: Token | None = None
    negated: bool = False


def before(doc: Doc, at: int) -> int:
    """The last token before this one that is neither a comma nor "and"."""
    edge = at - 1
    while edge > 0 and (doc[edge].dep_ in {"cc", "punct"} or doc[edge].text in {",", ";"}):
        edge -= 1
    return edge


def to_clauses(token: Token) -> list[Token]:
    """The infinitives that hang on a word and follow it."""
    return [
        t
        for t in tree.children(token, "xcomp", "advcl", "ccomp", "acl", "relcl")
        if t.i > token.i and any(a.lower_ == "to" for a in tree.children(t, "aux"))
    ]


def happens(verb: Token) -> bool | None:
    """False where the verb tells of what happened, True where of what did not; None where of what may happen."""
    marks = {t.lower_ for t in tree.children(verb, "mark", "advmod") if t.i < verb.i}
    if marks & HYPOTHETICAL or not _is_told(verb) or verb.head.lower_ in _SEEMING:
        return None
    if verb.left_edge.tag_ in {"WP", "WRB"} and verb.dep_ in {"csubj", "ccomp", "pcomp", "advcl", "nsubj"}:
        return None  # "what the authorities decide to do"
    helpers = {t.lower_ for t in verb.lefts if t.dep_ in {"aux", "auxpass"}}
    if helpers & MAY:
        return None
    if not tree.is_negated(verb):
        return False if tree.is_reported(verb) else None
    if "to" not in helpers:
        return True
    refused = verb.dep_ == "xcomp" and verb.head.lower_ in _REFUSING
    return True if refused and happens(verb.head) is not None else None


def _is_told(verb: Token) -> bool:
    """Whether a participle is told as a fact: not "could win by agreeing to", not "spoke about asking him to"."""
    if verb.tag_ != "VBG" or verb.dep_ not in {"pcomp", "advcl", "xcomp"}:
        return True
    if verb.dep_ == "pcomp" and verb.head.lower_ not in {"with", "by", "after", "in", "while"}:
        return False
    head = verb.head.head if verb.dep_ == "pcomp" else verb.head
    return not (tree.is_verb(head) and {t.lower_ for t in tree.children(head, "aux", "neg")} & (MAY | _NOT))


def is_idle(act: Act, inner: Token) -> bool:
    """Whether the verb of what is offered or pledged tells of a programme or a mood: "hopes to meet", "ready to go"."""
    if act.word in _MOODS and (inner.lower_ not in undertakings() or (inner.lower_ == "make" and no_effort(inner))):
        return True
    return inner.lower_ in _IDLE and act.status in {"offered", "pledged"}


def no_effort(verb: Token) -> bool:
    """Whether it is "will make a difference", not "will make efforts to"."""
    return not any(
        t.lower_ in {"effort", "efforts", "contributions", "contribution", "use"} for t in tree.children(verb, "dobj")
    )


def first_cut(verb: Token, first: int, last: int) -> int:
    """The last token before a coordinated clause with a subject or a modal of its own."""
    for token in verb.doc[first + 1 : last + 1]:
        if token.dep_ != "conj" or not tree.is_verb(token) or not token.doc.root(first, last).is_ancestor(token):
            continue
        if tree.children(token, "nsubj", "nsubjpass") or any(t.tag_ == "MD" for t in tree.children(token, "aux")):
            return max(first, before(verb.doc, token.left_edge.i))
    return last
