"""Where a sentence commits somebody: the word, who does it, and the stretch that says to what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from communique.reading.commitments.acts import Act, by_form, objects, undertakings
from communique.reading.commitments.objects import instrument, wanted
from communique.reading.statements import tree
from communique.reading.statements.clause import complement

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
# After "agreed on" these are opinions, not acts: "agreed on the importance of dialogue".
_OPINIONS = frozenset(
    "thing things point points much everything nothing importance need necessity fact value urgency significance"
    " desirability one this that it".split()
)
_MAY = frozenset("might may could can ca should must will would wo 'll ’ll shall".split())
_SEEMING = frozenset("appear appears appeared seem seems seemed".split())
_NOT = frozenset({"not", "n't", "n’t", "never"})
# Moods that commit only with a verb of doing: "hopes to expand trade", not "hoped to play golf".
_MOODS = frozenset({"hope", "intend", "look", "volunteer", "eager", "keen", "want"})
_HYPOTHETICAL = frozenset("if unless whether until before once lest in since".split())
_OBLIGING = frozenset({"should", "will", "would", "must", "shall", "wo", "'ll", "’ll", "ought"})
# After "should" these call for nothing to be done.
_MINDED = frozenset(
    "remember know see think feel understand believe say look help become fear expect worry reflect".split()
)
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday today".split())
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


def found_in(doc: Doc) -> list[Found]:
    """The acts of one sentence in text order, none inside what another one is about.

    "agreed that the two sides should ..." is one act, "agreed to ... and pledged to ..." are two.
    """
    out: list[Found] = []
    for one in _candidates(doc):
        outer = next((at for at, o in enumerate(out) if o.first <= one.word.i <= o.last and o.word.i < one.first), None)
        if outer is None:
            out.append(one)
        elif one.word.tag_ in {"VBD", "VBZ"} and one.word.dep_ == "conj":
            out[outer] = replace(out[outer], last=max(out[outer].first, _before(doc, one.word.left_edge.i)))
            out.append(one)
    return out


def _before(doc: Doc, at: int) -> int:
    """The last token before this one that is neither a comma nor "and"."""
    edge = at - 1
    while edge > 0 and (doc[edge].dep_ in {"cc", "punct"} or doc[edge].text in {",", ";"}):
        edge -= 1
    return edge


def _candidates(doc: Doc) -> Iterator[Found]:
    forms = by_form()
    for token in doc:
        for act in forms.get(token.lower_, ()):
            made = _BUILD[act.part](token, act)
            if made is not None:
                yield made
                break
        else:
            if token.lower_ in {"wo", "'ll", "’ll"}:
                made = _modal(token, forms["will"][0])
                if made is not None:
                    yield made


def _to_clauses(token: Token) -> list[Token]:
    """The infinitives that hang on a word and follow it."""
    return [
        t
        for t in tree.children(token, "xcomp", "advcl", "ccomp", "acl", "relcl")
        if t.i > token.i and any(a.lower_ == "to" for a in tree.children(t, "aux"))
    ]


def _happens(verb: Token) -> bool | None:
    """False where the verb tells of what happened, True where of what did not; None where of what may happen."""
    marks = {t.lower_ for t in tree.children(verb, "mark", "advmod") if t.i < verb.i}
    if marks & _HYPOTHETICAL or not _is_told(verb) or verb.head.lower_ in _SEEMING:
        return None
    helpers = {t.lower_ for t in verb.lefts if t.dep_ in {"aux", "auxpass"}}
    if helpers & _MAY:
        return None
    if not tree.is_negated(verb):
        return False if tree.is_reported(verb) else None
    refused = verb.dep_ == "xcomp" and "to" in helpers
    return True if refused and _happens(verb.head) is not None else None if refused or "to" in helpers else True


def _is_told(verb: Token) -> bool:
    """Whether a participle is told as a fact: not "could win by agreeing to", not "spoke about asking him to"."""
    if verb.tag_ != "VBG" or verb.dep_ not in {"pcomp", "advcl", "xcomp"}:
        return True
    if verb.dep_ == "pcomp" and verb.head.lower_ not in {"with", "by", "after", "in", "while"}:
        return False
    head = verb.head.head if verb.dep_ == "pcomp" else verb.head
    return not (tree.is_verb(head) and {t.lower_ for t in tree.children(head, "aux", "neg")} & (_MAY | _NOT))


def _verb(token: Token, act: Act) -> Found | None:
    if not tree.is_verb(token) or token.dep_ in {"amod", "compound", "aux", "auxpass"}:
        return None
    after = token.doc[token.i + 1].lower_ if token.i + 1 < len(token.doc) else ""
    if act.cue.particle and after != act.cue.particle:
        return None
    negated = _happens(token)
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
    head = doc[found.first : found.last + 1].root
    if found.form == "prepositional" and not _acts_on(act, head):
        return None
    if found.form == "infinitive" and inner is not None and _is_idle(act, inner):
        return None
    last = min(found.last, _first_cut(verb, found.first, found.last))
    return Found(act, verb, verb, found.first, last, found.form, tree.subject(verb), None, inner, found.addressee)


def _by_for(verb: Token, act: Act) -> Found | None:
    """ "appealed on Saturday for the kingdom to list its shares"."""
    for clause in tree.children(verb, "advcl", "ccomp", "xcomp"):
        mark = next((t for t in tree.children(clause, "mark") if t.lower_ == "for" and t.i > verb.i), None)
        if mark is not None:
            who = tree.own_subject(clause)
            return Found(act, verb, verb, mark.i, clause.right_edge.i, "appeal", tree.subject(verb), None, clause, who)
    return None


def _is_idle(act: Act, inner: Token) -> bool:
    if act.word in _MOODS and (inner.lower_ not in undertakings() or (inner.lower_ == "make" and _no_effort(inner))):
        return True
    return inner.lower_ in _IDLE and act.status in {"offered", "pledged"}


def _bases(gerund: str) -> set[str]:
    """The verbs that a form in -ing may be of: "continuing", "setting"."""
    stem = gerund.removesuffix("ing")
    return {stem, stem + "e", stem[:-1]}


def _binding(act: Act, doc: Doc, first: int, last: int) -> bool:
    """Whether a clause says what is to be done: "that the talks should go on", "that Israel stop"."""
    clause = doc[first : last + 1].root
    helpers = {t.lower_ for t in clause.lefts if t.dep_ in {"aux", "auxpass"}}
    if act.status == "called_for":
        return clause.tag_ == "VB" or bool(helpers & _OBLIGING)
    return bool(helpers & _OBLIGING)


def _acts_on(act: Act, head: Token) -> bool:
    """Whether what follows the preposition can be done: after "committed to" and "look forward to" only a verb."""
    if act.word == "look":
        return head.tag_ == "VBG" and bool(_bases(head.lower_) & undertakings())
    if act.word in {"commit", "recommit", "concur"}:
        return head.tag_ == "VBG" and head.lower_ not in {"seeing", "meeting", "being", "visiting", "hearing"}
    return head.lower_ not in _OPINIONS


def _first_cut(verb: Token, first: int, last: int) -> int:
    """The last token before a coordinated clause with a subject or a modal of its own."""
    for token in verb.doc[first + 1 : last + 1]:
        if token.dep_ != "conj" or not tree.is_verb(token) or not token.doc[first : last + 1].root.is_ancestor(token):
            continue
        if tree.children(token, "nsubj", "nsubjpass") or any(t.tag_ == "MD" for t in tree.children(token, "aux")):
            return max(first, _before(verb.doc, token.left_edge.i))
    return last


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


def _adjective(token: Token, act: Act) -> Found | None:
    """ "is willing to", "stands ready to", "remains committed to strengthening"."""
    verb = token.head if token.dep_ in {"acomp", "oprd", "attr", "advcl", "xcomp", "conj"} else token
    if token.dep_ in {"amod", "compound"} or (verb != token and not tree.is_verb(verb)):
        return None
    passive = tree.children(token, "auxpass")
    carrying = token if passive or verb == token else verb
    if carrying != token and carrying.lower_ not in _COPULAS:
        return None
    if {t.lower_ for t in carrying.lefts if t.dep_ in {"aux", "auxpass"}} & (_MAY - {"would", "will"}):
        return None
    if {t.lower_ for t in tree.children(carrying, "mark")} & _HYPOTHETICAL:
        return None
    if any(t.lower_ == "less" for t in token.subtree if t.i < token.i):
        return None
    negated = any(tree.is_negated(t) or tree.children(t, "neg") for t in (carrying, token))
    for clause in [*_to_clauses(token), *(_to_clauses(verb) if verb != token else ())]:
        if clause.i < token.i or (_is_idle(act, clause)):
            continue
        first = clause.left_edge.i
        last = _first_cut(token, first, clause.right_edge.i)
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


def _noun(token: Token, act: Act) -> Found | None:
    """ "expressed readiness to", "reaffirmed their commitment to", "a commitment from both leaders to"."""
    if token.tag_ not in {"NN", "NNS"}:
        return None
    top = token
    while top.dep_ == "conj" and top.head.tag_ in {"NN", "NNS"}:
        top = top.head
    verb, subject = top.head, None
    if top.dep_ in {"dobj", "nsubjpass"} and verb.lower_ in _CARRYING:
        if _happens(verb) is not False:
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
        *_to_clauses(token),
        *_to_clauses(verb),
        *(t for g in tree.children(token, "prep") for t in _to_clauses(g)),
    ]:
        if clause.i > token.i and not _is_idle(act, clause):
            return Found(act, token, verb, clause.left_edge.i, clause.right_edge.i, "infinitive", who, None, clause)
    for link in tree.children(token, "prep"):
        if link.lower_ not in act.cue.frames:
            continue
        for inner in tree.children(link, "pcomp", "pobj"):
            if inner.tag_ == "VBG" or link.lower_ == "to":
                return Found(act, token, verb, inner.left_edge.i, inner.right_edge.i, "gerund", who, None, inner)
    return None


def _modal(token: Token, act: Act) -> Found | None:
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
    if {t.lower_ for t in tree.children(verb, "mark", "advmod") if t.i < token.i} & (_HYPOTHETICAL | {"how", "when"}):
        return None
    subject = tree.antecedent(subject)
    negated = tree.is_negated(verb)
    if act.status == "pledged" and (verb.lower_ not in undertakings() or (verb.lower_ == "make" and _no_effort(verb))):
        return None
    if token.lower_ == "would" and any(
        t.lower_ == "if" for c in tree.children(verb, "advcl") for t in tree.children(c, "mark")
    ):
        return None  # "I would go if ...": a thought
    if any(t.tag_ == "VBN" and t.dep_ == "auxpass" for t in verb.children) or verb.lower_ in {"have", "be"}:
        return None
    if act.status == "called_for" and verb.lower_ in _MINDED:
        return None
    last = _first_cut(verb, verb.i, verb.right_edge.i) if verb.right_edge.i > verb.i else verb.i
    return Found(
        act, token, verb, verb.i, last, "modal", subject, None, verb, None, negated and act.status == "pledged"
    )


def _no_effort(verb: Token) -> bool:
    """Whether it is "will make a difference", not "will make efforts to"."""
    return not any(
        t.lower_ in {"effort", "efforts", "contributions", "contribution", "use"} for t in tree.children(verb, "dobj")
    )


def _needing(token: Token, act: Act) -> Found | None:
    if not tree.is_verb(token) or tree.is_negated(token):
        return None
    subject = tree.own_subject(token)
    for clause in _to_clauses(token):
        if subject is not None and clause.dep_ == "xcomp" and clause.lower_ not in _MINDED | {"have", "be", "talk"}:
            last = _first_cut(token, clause.left_edge.i, clause.right_edge.i)
            return Found(act, token, token, clause.left_edge.i, last, "modal", tree.antecedent(subject), None, clause)
    return None


_BUILD = {"verb": _verb, "adjective": _adjective, "noun": _noun, "modal": _modal}
