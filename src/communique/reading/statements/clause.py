"""What stands to the right of a word that reports speech: the clause, object or infinitive that was said."""

from __future__ import annotations

from dataclasses import dataclass

from communique.reading.statements import tree
from communique.reading.statements.cues import Cue
from communique.reading.statements.frame import Form
from communique.reading.tokens import Doc, Token


@dataclass(frozen=True, slots=True)
class Complement:
    """What was said, as first and last token; addressee is who it was said to, where the verb's object says so."""

    first: int
    last: int
    form: Form
    addressee: Token | None = None
    particle: Token | None = None
    thin: bool = False


_SKIPPED = frozenset({"that", ",", ":", "-", "--", "–", "—"})
_SENTIMENTS = frozenset(
    "alarm apologies appreciation areas best case cases concern concerns condolence condolences confidence"
    " congratulation congratulations desire felicitations gratitude greetings hope hopes importance issue issues"
    " need objection objections possibility prospect prospects question questions recovery regards regret respects"
    " success sympathies sympathy thanks view views welcome wishes solidarity assurances assurance".split()
)
_LISTED = frozenset({"conj", "npadvmod", "dobj", "appos", "attr", "dep"})
# What may stand between "said" and its "that": "said in a statement on Monday that", "said hours before the vote that"
_BEFORE_THAT = frozenset({"IN", "NNP", "RB", "TO", "JJ", "NN", "NNS", "CD"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
# Nouns that an infinitive completes; after others ("invoked the storms to thrill his voters") it tells the purpose.
_WITH_INFINITIVE = frozenset(
    "ability agreement aim ambition attempt attempts capacity commitment commitments decision desire"
    " determination drive duty eagerness effort efforts failure inability intent intention intentions interest"
    " invitation keenness move need needs obligation obligations offer opportunity opportunities pact plan plans"
    " pledge pledges potential preparedness promise promises proposal proposals push readiness refusal reluctance"
    " resolve responsibility right rights step steps unwillingness urge will willingness wish work".split()
)
_TIME_CLAUSES = frozenset({"before", "after", "since", "until", "while"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_OPENING = frozenset({"“", "„", "«", '"', "``"})
_TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow week month year morning evening"
    " afternoon night day days hours january february march april may june july august september october november"
    " december".split()
)
# Tokens of "after the deal was announced" between "said" and its "that" at most.
_SHORT_CLAUSE = 8
_BARE = frozenset({"NNP", "NNPS", "PRP", "PRP$", "POS", "CC", ",", "DT"})


def complement(verb: Token, cue: Cue) -> Complement | None:
    """What the verb says was said, to its right; None where nothing there can be it."""
    told = _told(verb, cue)
    for build in (_clause, _appeal, _infinitive, _prepositional, _naming):
        found = build(verb, cue, told)
        if found is not None:
            return found
    return _object(verb, cue)


def _told(verb: Token, cue: Cue) -> Token | None:
    """Who was told: the object of "told", the "to" phrase of others."""
    if "tell" in cue.frames:
        if tree.is_passive(verb):
            return tree.own_subject(verb)
        objects = [t for t in tree.children(verb, "dobj", "dative", "iobj") if t.i > verb.i]
        return objects[0] if objects else None
    for to in tree.children(verb, "prep", "dative"):
        if to.i > verb.i and to.lower_ == "to":
            return next((noun for noun in tree.children(to, "pobj")), None)
    return None


def _trimmed(doc: Doc, first: int, last: int) -> tuple[int, int] | None:
    while first <= last and doc[first].lower_ in _SKIPPED:
        first += 1
    while last >= first and (doc[last].text in {",", ".", ";", ":"} or doc[last].dep_ == "cc"):
        last -= 1
    return (first, last) if first <= last else None


def _clauses(verb: Token, told: Token | None) -> list[Token]:
    subject = tree.own_subject(verb)
    found = [t for t in tree.children(verb, "ccomp") if t.i > verb.i and (subject is None or subject.head != t)]
    if not found or found[0].lower_ in {"clear", "plain"}:
        # "made it clear that ...": the clause hangs on the adjective
        found = [t for a in found or tree.children(verb, "acomp", "oprd") for t in tree.children(a, "ccomp", "advcl")]
    if not found and told is not None:
        found = [t for t in tree.children(told, "acl", "relcl", "ccomp") if _marker(t) is not None]
    if not found:
        found = [t for t in tree.children(verb, "advcl", "dep", "parataxis", "xcomp") if t.i > verb.i and _marker(t)]
    return found


def _clause_end(verb: Token, clause: Token) -> int:
    """Where the clause ends; where the parser took its second half for the main clause, the sentence's end."""
    doc = verb.doc
    that = next((t for t in doc[verb.i + 1 : clause.i] if t.lower_ == "that"), None)
    false_root = verb.dep_ == "ccomp" and verb.head.dep_ == "ROOT" and verb.head.i > clause.i
    if that is not None and false_root and all(not tree.is_verb(t) for t in doc[: verb.i]):
        return len(doc) - 1
    last = tree.right_edge(clause)
    for other in tree.children(verb, "conj"):
        # "that attempts to mediate were useless": the parser hung the clause's own verb on the cue
        if tree.left_edge(other) == last + 1 and other.tag_ in _FINITE and not tree.own_subject(other):
            last = tree.right_edge(other)
        elif _goes_on(other, last):
            last = tree.right_edge(other)
    return _list_end(verb, last)


def _goes_on(other: Token, last: int) -> bool:
    """Whether it is the second half of "said the plan was new and it was too soon to judge": no comma, only "it"."""
    subject = tree.own_subject(other)
    joined = tree.left_edge(other) == last + 2 and other.doc[last + 1].lower_ == "and"
    return joined and subject is not None and subject.lower_ == "it" and subject.i == last + 2


def _marker(clause: Token) -> Token | None:
    return next((t for t in tree.children(clause, "mark") if t.lower_ == "that" and not _of_purpose(t)), None)


def _of_purpose(that: Token) -> bool:
    """Whether it is the "that" of "so that", which opens no statement."""
    return bool(that.i and that.doc[that.i - 1].lower_ in {"so", "such"})


def _clause(verb: Token, cue: Cue, told: Token | None) -> Complement | None:
    if "that" not in cue.frames:
        return None
    for clause in _clauses(verb, told):
        helpers = {t.lower_ for t in tree.children(clause, "aux")}
        if "to" in helpers and not {t.lower_ for t in clause.lefts} & {"whether", "how", "what", "where", "when"}:
            continue
        if any(t.lower_ in _TIME_CLAUSES for t in tree.children(clause, "mark")):
            continue  # "said on Friday before the talks began"
        if clause.tag_ == "VBG" and not helpers and tree.own_subject(clause) is None and "gerund" not in cue.frames:
            continue
        marker = _marker(clause)
        first = marker.i + 1 if marker is not None else max(tree.left_edge(clause), verb.i + 1)
        if marker is None and told is not None and told.i > verb.i:
            first = max(first, tree.phrase(told)[1] + 1)
        found = _trimmed(verb.doc, first, _clause_end(verb, clause))
        if found:
            return Complement(*found, "that-clause", told)
    return _after_that(verb, told)


def _after_that(verb: Token, told: Token | None) -> Complement | None:
    """What follows "that" where the parser hung it elsewhere: "said in a statement on Monday that ..."."""
    doc = verb.doc
    at = verb.i + 1
    while at < len(doc) and doc[at].lower_ != "that":
        clause = doc[verb.i + 1].lower_ in {"after", "before"} and at <= verb.i + _SHORT_CLAUSE
        stops = tree.is_verb(doc[at]) or doc[at].dep_ in {"cc", "mark"}
        if (stops and not clause) or doc[at].text in {";", ":", '"', "“"}:
            return None
        at += 1
    if at + 1 >= len(doc) or doc[at].tag_ not in {"IN", "WDT"} or doc[at + 1].text == "." or _of_purpose(doc[at]):
        return None
    if (
        told is None
        and at > verb.i + 1
        and doc[verb.i + 1].tag_ not in {"IN", "NNP", "RB", "TO", "JJ", "NN", "NNS", "CD"}
    ):
        return None
    head = doc[at].head
    last = _clause_end(verb, head) if head.i > at and tree.is_verb(head) else len(doc) - 1
    found = _trimmed(doc, at + 1, last)
    return Complement(*found, "that-clause", told) if found else None


def _list_end(verb: Token, last: int) -> int:
    """The end of "to enhance X, build Y and promote Z" or "the exchange of X, the release of Y and Z".

    The parser often hangs the later members of a long list on the cue itself: base forms without a subject, and nouns
    after a comma that are no time, belong to what was said.
    """
    for other in verb.rights:
        if tree.left_edge(other) <= last or other.dep_ in {"punct", "cc", "case"}:
            continue
        base = other.tag_ == "VB" or (other.tag_ == "VBP" and verb.tag_ != "VBP")
        if other.dep_ == "conj" and base and verb.tag_ != "VB" and tree.own_subject(other) is None:
            last = tree.right_edge(other)
        elif other.dep_ in _LISTED and other.tag_ in _NOUNS and other.lower_ not in _TIMES and _after_comma(other):
            last = tree.right_edge(other)
        else:
            break
    return last


def _after_comma(noun: Token) -> bool:
    at = tree.left_edge(noun) - 1
    return at > 0 and noun.doc[at].lower_ in {",", "and", "’s", "'s"}


def _infinitives(token: Token) -> list[Token]:
    return [
        t
        for t in tree.children(token, "xcomp", "advcl", "ccomp", "acl", "relcl")
        if t.i > token.i and any(a.lower_ == "to" for a in tree.children(t, "aux"))
    ]


def _appeal(verb: Token, cue: Cue, told: Token | None) -> Complement | None:
    """ "urged both sides to ...": the object and the infinitive."""
    if "noun+infinitive" not in cue.frames or tree.is_passive(verb):
        return None
    particle = verb.doc[verb.i + 1] if cue.particle else None
    objects = [t for t in tree.children(verb, "dobj", "dative", "iobj") if t.i > verb.i]
    if particle is not None:
        objects = tree.children(particle, "pobj") or objects
    for clause in _infinitives(verb):
        inner = tree.own_subject(clause)
        noun = objects[0] if objects else inner
        if noun is None or noun.i < verb.i:
            continue
        first = tree.left_edge(noun) if noun != inner else max(tree.left_edge(clause), verb.i + 1)
        found = _trimmed(verb.doc, first, _list_end(verb, tree.right_edge(clause)))
        if found:
            return Complement(*found, "appeal", noun, particle)
    for noun in objects:
        after = tree.phrase(noun)[1] + 1
        if after < len(verb.doc) and verb.doc[after].lower_ == "to" and (opening := _opened(verb.doc, after + 1)):
            return Complement(tree.left_edge(noun), opening, "appeal", noun, particle)
        for clause in _infinitives(noun):
            found = _trimmed(verb.doc, tree.left_edge(noun), tree.right_edge(clause))
            if found and (cue.particle or "noun" not in cue.frames):
                return Complement(*found, "appeal", noun, particle)
    return None


def _infinitive(verb: Token, cue: Cue, told: Token | None) -> Complement | None:
    if "infinitive" in cue.frames and not tree.is_passive(verb):
        for clause in _infinitives(verb):
            if clause.dep_ == "xcomp" or tree.left_edge(clause) == verb.i + 1:
                found = _trimmed(verb.doc, tree.left_edge(clause), _list_end(verb, tree.right_edge(clause)))
                if found:
                    return Complement(*found, "infinitive", told)
    if "gerund" in cue.frames:
        for clause in tree.children(verb, "xcomp", "ccomp", "pcomp"):
            if clause.i > verb.i and clause.tag_ == "VBG":
                first = max(tree.left_edge(clause), verb.i + 1)
                return Complement(first, tree.right_edge(clause), "gerund", told)
    return None


def _prepositional(verb: Token, cue: Cue, told: Token | None) -> Complement | None:
    links = tree.children(verb, "prep", "dative")
    links += [
        t for noun in tree.children(verb, "dobj") if noun.lower_ == cue.particle for t in tree.children(noun, "prep")
    ]
    if told is not None and "tell" in cue.frames and cue.lemma != "tell":
        links += tree.children(told, "prep")  # "assured Putin of ...", hung on Putin
    for link in links:
        if link.i > verb.i and link.lower_ in cue.prepositions:
            inner = tree.children(link, "pobj", "pcomp")
            if not inner or all(noun.lower_ in _TIMES for noun in inner):
                continue  # "agreed on Monday"
            last = _list_end(verb, tree.right_edge(link))
            if link.lower_ == "for":
                last = tree.last_of((c for c in _infinitives(verb) if c.i > last), last)
            found = _trimmed(verb.doc, link.i + 1, last)
            if found:
                near = link if link.i == verb.i + 1 else None
                return Complement(*found, "prepositional", told if told not in inner else None, near)
    return None


def _naming(verb: Token, cue: Cue, told: Token | None) -> Complement | None:
    if "named" not in cue.frames or tree.is_passive(verb):
        return None
    doc = verb.doc
    objects = [t for t in tree.children(verb, "dobj", "nsubj") if t.i > verb.i]
    names = [t for t in tree.children(verb, "oprd", "attr", "acomp") if t.i > verb.i]
    if objects and names:
        found = _trimmed(doc, tree.left_edge(objects[0]), tree.last_of(names, names[0].i))
        if found:
            return Complement(*found, "naming")
    if objects and (opening := _opened(doc, tree.phrase(objects[0])[1] + 1)):
        return Complement(tree.left_edge(objects[0]), opening, "naming")
    for clause in tree.children(verb, "ccomp", "xcomp"):
        if clause.i > verb.i and not any(t.lower_ == "to" for t in tree.children(clause, "aux")):
            first = tree.left_edge(objects[0]) if objects else max(verb.i + 1, tree.left_edge(clause))
            found = _trimmed(doc, first, tree.right_edge(clause))
            if found and found[0] < found[1]:
                return Complement(*found, "naming")
    return None


def _opened(doc: Doc, at: int) -> int | None:
    """The first token inside the quotation that opens here; None where none does. A content takes it in whole."""
    return at + 1 if at + 1 < len(doc) and doc[at].text in _OPENING else None


def _object(verb: Token, cue: Cue) -> Complement | None:
    """ "recalled his visit", "lauded Xi for his role": the object with what continues it."""
    if not (cue.noun_tails or cue.frames & {"noun", "sentiment"}):
        return None
    doc = verb.doc
    passive = tree.is_passive(verb)
    objects = tree.children(verb, "nsubjpass") if passive else [t for t in tree.children(verb, "dobj") if t.i > verb.i]
    if not objects or (passive and (tree.agent(verb) is None or "noun" not in cue.frames)):
        return None
    noun = objects[0]
    if "noun" not in cue.frames and "sentiment" in cue.frames:
        return _sentiment(verb, noun)
    wanted = cue.noun_tails | {"as"}
    tails = [] if passive else [t for t in tree.children(verb, "prep") if t.i > noun.i and t.lower_ in wanted]
    inside = [t for t in noun.subtree if t.dep_ == "prep" and t.i > noun.i + 1 and t.lower_ in cue.noun_tails]
    if not tails and not inside and "noun" not in cue.frames:
        return None
    last = tree.last_of([noun, *tails], noun.i)
    last = last if passive else _list_end(verb, _object_end(verb, noun, last))
    found = _trimmed(doc, tree.left_edge(noun), last)
    if not found:
        return None
    thin = all(t.tag_ in _BARE for t in doc[found[0] : found[1] + 1])
    return Complement(*found, "noun phrase", None, None, thin)


def _object_end(verb: Token, noun: Token, last: int) -> int:
    """Where the object ends with what belongs to it and the parser hung on the cue.

    "the visit this week by the envoy", "India's keenness to deepen ties", "the road so that trade may resume",
    "“concerns” over the blockade".
    """
    doc = verb.doc
    for other in verb.rights:
        first = tree.left_edge(other)
        if first <= last or other.dep_ == "npadvmod":
            continue
        beside = first == last + 1 or (first == last + 2 and doc[last + 1].text in {"”", '"', "''"})
        if other.lower_ == "by" and other.dep_ in {"agent", "prep"}:
            by = tree.children(other, "pobj")
            belongs = bool(by) and by[0].lower_ not in _TIMES and by[0].tag_ in _NOUNS and doc[first - 1].text != ","
        elif other.dep_ in {"advcl", "xcomp"}:
            to = first == last + 1 and doc[first].lower_ == "to"
            to = to and (noun.lower_ in _WITH_INFINITIVE or doc[first + 1].lower_ == "be")
            belongs = to or (beside and any(_of_purpose(t) for t in tree.children(other, "mark")))
        else:
            belongs = beside and other.lower_ == "over" and other.dep_ == "prep" and noun.lower_ in _SENTIMENTS
        if belongs:
            last = tree.right_edge(other)
        elif other.dep_ not in {"punct", "prep"}:
            break
    return last


def _sentiment(verb: Token, noun: Token) -> Complement | None:
    """ "extended his condolences to the families", "raised concerns about ..."."""
    renewed = verb.lower_.startswith(("reinforc", "renew")) and noun.lower_ in {"commitment", "support", "message"}
    if noun.lower_ not in _SENTIMENTS and not renewed:
        return None
    tails = [
        t
        for t in tree.children(verb, "prep", "dative")
        if t.i > noun.i and t.lower_ in {"to", "on", "for", "about", "over"}
    ]
    found = _trimmed(verb.doc, tree.left_edge(noun), tree.last_of([noun, *tails], noun.i))
    return Complement(*found, "noun phrase") if found else None
