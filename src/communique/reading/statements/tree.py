"""Walking the parse: subjects, phrases, objects. The pipeline has tags and dependencies, no lemmas."""

from __future__ import annotations

from collections.abc import Iterable

from communique.reading.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
_NEGATIVE_HEADS = frozenset(
    "refuse refuses refused refusing decline declines declined declining fail fails failed failing avoid avoids avoided"
    " avoiding stop stopped unable unwilling".split()
)
# Infinitives that report what was said: "went on to say", "took the occasion to thank", "used the call to urge".
_DONE_HEADS = frozenset(
    "go goes went gone going proceed proceeded continue continued continues use used uses using take took taken taking"
    " write wrote written phone phoned call called telephone telephoned turn turned seize seized move moved rush rushed"
    " tweet tweeted speak spoke step stepped come came begin began start started appear appeared".split()
)
_ASKING = frozenset("ask asks asked asking wonder wonders wondered wondering".split())
_DOUBTFUL = frozenset(
    {"should", "might", "may", "must", "could", "ca", "can", "would", "wo", "will", "'ll", "’ll", "shall"}
)
_CLIMBED = frozenset("conj xcomp advcl pcomp prep dep ccomp parataxis auxpass acomp".split())
_AFTER_NAMES = frozenset({"both", "all", "each", "himself", "herself", "itself", "themselves", "also", "again"})
_DOCUMENTS = frozenset(
    "statement statements letter letters message messages post posts tweet tweets telegram note communique release"
    " declaration article interview remarks speech address readout resolution report comment comments".split()
)


def children(token: Token, *deps: str) -> list[Token]:
    """The children with one of these dependencies, in text order."""
    return [child for child in token.children if child.dep_ in deps]


def left_edge(token: Token) -> int:
    """The index of the first token of its subtree."""
    return int(token.left_edge.i)


def right_edge(token: Token) -> int:
    """The index of the last token of its subtree."""
    return int(token.right_edge.i)


def is_verb(token: Token) -> bool:
    """Whether the tagger took it for a verb."""
    return bool(token.tag_.startswith("VB"))


def is_negated(token: Token) -> bool:
    """Whether what it reports was not said: "did not say", "declined to comment"."""
    if any(child.dep_ == "neg" or child.lower_ in {"never", "hardly"} for child in token.lefts):
        return True
    head = token.head
    governed = token.dep_ in {"xcomp", "pcomp", "conj"} and head != token
    if governed and token.dep_ == "pcomp":
        return bool(head.lower_ == "without")
    return governed and token.dep_ == "xcomp" and (head.lower_ in _NEGATIVE_HEADS or is_negated(head))


def is_reported(token: Token) -> bool:
    """Whether the verb reports something that was said, not what may, should or will be said."""
    if token.dep_ in {"amod", "compound"} or is_negated(token):
        return False
    if token.head.lower_ in _ASKING and any(t.lower_ in {"if", "whether"} for t in children(token, "mark")):
        return False  # "asked if the president recalled the offer"
    helpers = [t.lower_ for t in token.lefts if t.dep_ in {"aux", "auxpass"} and not (t.text == "May" and t.i)]
    if any(word in _DOUBTFUL for word in helpers):
        return False
    if "to" in helpers:
        return token.dep_ in {"xcomp", "advcl"} and token.head.lower_ in _DONE_HEADS
    if token.tag_ == "VB":
        if own_subject(token) is not None and token.dep_ in {"ROOT", "conj", "relcl", "ccomp"}:
            return True  # a present form that the tagger took for an infinitive
        return bool({"did", "does", "do"} & set(helpers)) or (token.dep_ == "conj" and is_reported(token.head))
    return True


def is_passive(token: Token) -> bool:
    """Whether the verb is in the passive: "was told", "asked by reporters", "Asked whether ...,"."""
    if token.tag_ != "VBN":
        return False
    if any(child.dep_ in {"auxpass", "nsubjpass", "agent"} for child in token.children):
        return True
    return is_bare_participle(token)


def is_bare_participle(token: Token) -> bool:
    """Whether the verb is a past participle on its own: "Asked whether ...", "a plan announced in May"."""
    bare = own_subject(token) is None and not children(token, "aux", "auxpass")
    return bool(token.tag_ == "VBN" and bare and token.dep_ in {"acl", "relcl", "advcl"})


def own_subject(verb: Token) -> Token | None:
    """The subject that the verb itself carries, or the noun near it that the parser took for something else."""
    found = children(verb, "nsubj", "nsubjpass")
    if found:
        return None if _is_purpose(verb) else found[-1]
    may = [child for child in verb.lefts if child.text == "May" and child.i]
    if may:
        return may[-1]  # the name, not the auxiliary
    return _adrift(verb) if verb.i and verb.tag_ in {"VBD", "VBZ"} and verb.dep_ in {"ROOT", "conj"} else None


def _is_purpose(verb: Token) -> bool:
    """Whether it is "to congratulate him" of "spoke with the premier to congratulate him": the caller congratulates.

    The parser takes the name after "with" for its subject.
    """
    marked = any(child.lower_ == "with" for child in children(verb, "mark"))
    to = any(child.lower_ == "to" for child in children(verb, "aux"))
    return marked and to and verb.dep_ == "advcl" and verb.head.lower_ in _DONE_HEADS


def _adrift(verb: Token) -> Token | None:
    """The subject of "..., a spokesman for the firm said" read as an apposition, and the like."""
    doc = verb.doc
    if doc[0].lower_ == "under" and doc[0].right_edge.i == verb.i - 1:
        return next(iter(children(doc[0], "pobj")), None)  # "Under Secretary Zeya said"
    for clause in children(verb, "ccomp"):
        owned = children(clause, "nsubj")
        if clause.tag_ != "VBN" or children(clause, "aux", "auxpass") or not owned or doc[verb.i - 1].text != ",":
            continue
        # ", said one official involved in ..." and "Sasse, also seen as ..., said": a participle read as a clause
        if owned[0].left_edge.i == verb.i + 1 or clause.i < verb.i:
            return owned[0]
    noun = _behind_a_phrase(verb)
    if noun is not None:
        return noun
    noun = doc[verb.i - 1]
    while verb.dep_ == "conj" and noun.head != noun and noun.head.i < verb.i and noun.right_edge.i == verb.i - 1:
        if noun.dep_ == "appos" and noun.left_edge.i and doc[noun.left_edge.i - 1].text == ",":
            return noun
        noun = noun.head
    return None


def _behind_a_phrase(verb: Token) -> Token | None:
    """The subject of "In his talks with A, minister B said", which the parser joined to A without any "and"."""
    noun = verb.doc[verb.i - 1]
    if verb.dep_ != "ROOT" or noun.dep_ != "conj" or verb.doc[0].tag_ != "IN" or noun.tag_ not in {"NN", "NNP"}:
        return None
    comma = noun.left_edge.i - 1
    alone = comma > 0 and verb.doc[comma].text == "," and not children(noun.head, "cc")
    return noun if alone and noun.head.dep_ == "pobj" and noun.right_edge == noun else None


def agent(verb: Token) -> Token | None:
    """Who did it, of a passive verb: "by the minister"."""
    for by in children(verb, "agent"):
        for noun in children(by, "pobj"):
            return noun
    return None


def antecedent(subject: Token) -> Token:
    """The noun that a relative pronoun stands for; the token itself where it is none."""
    if subject.lower_ not in RELATIVE or subject.tag_ not in {"WP", "WDT", "WP$"}:
        return subject
    verb = subject.head
    for _ in range(4):
        if verb.dep_ == "relcl":
            return verb.head
        if verb.head == verb:
            break
        verb = verb.head
    return subject


def subject(verb: Token) -> Token | None:
    """Who does what the verb says: its own subject, or that of the verb that it hangs on."""
    if is_passive(verb):
        return agent(verb)
    token = verb
    for _ in range(6):
        found = own_subject(token)
        if found is not None and not (token != verb and token.dep_ == "relcl" and found.i > verb.i):
            meant = antecedent(found)
            if token == verb or meant != found or found.tag_ not in {"WP", "WDT"}:
                return meant
        head = token.head
        if head == token:
            return None
        if token.dep_ in {"acl", "relcl"}:
            return _of_noun(head)
        if token.dep_ not in _CLIMBED:
            return None
        finite = token.dep_ == "conj" and token.tag_ in {"VBD", "VBZ"}
        if finite and head.tag_ == "VB" and head.dep_ == "acl" and is_verb(head.head.head):
            head = head.head.head  # "denounced the plan to build ... and threatened ...": no conjunct of "build"
        token = head
    return None


def _of_noun(noun: Token) -> Token | None:
    """Who speaks in "issued a statement saying ...": the one who issued it, else the noun itself."""
    if noun.lower_ not in _DOCUMENTS:
        return noun
    verb = noun.head
    if verb.dep_ == "prep" or verb.tag_ == "IN":
        verb = verb.head
    if is_verb(verb) and noun.dep_ in {"dobj", "pobj"}:
        return subject(verb) or noun
    return noun


def phrase(head: Token) -> tuple[int, int]:
    """First and last token of the noun phrase around a noun: without relative clauses and outer punctuation."""
    first, last = left_edge(head), head.i
    for child in head.rights:
        if child.dep_ in {"relcl", "acl", "advcl", "ccomp", "dep", "parataxis"}:
            break
        if child.dep_ not in {"punct", "cc"}:
            last = max(last, _last_plain(child))
    doc = head.doc
    while last > head.i and doc[last].lower_ in _AFTER_NAMES:
        last -= 1
    while first < head.i and (doc[first].dep_ in {"punct", "cc", "mark"} or not doc[first].text[0].isalnum()):
        first += 1
    return first, last


def _last_plain(token: Token) -> int:
    last = token.i
    for child in token.rights:
        if child.dep_ in {"relcl", "advcl", "ccomp"}:
            break
        if child.dep_ not in {"punct", "cc"}:
            last = max(last, _last_plain(child))
    return last


def last_of(tokens: Iterable[Token], default: int) -> int:
    """The index of the last token in the subtrees of these tokens."""
    return max((right_edge(token) for token in tokens), default=default)
