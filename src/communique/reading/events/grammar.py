"""Grammar: what a verb governs, under which auxiliaries it stands, and who does it to whom."""

from __future__ import annotations

from collections.abc import Iterator

from communique.reading.events.lexicon import NounRow, noun_rows
from communique.reading.statements.tree import agent, children, is_passive, own_subject, subject
from communique.reading.tokens import Token

BE = frozenset("be is are was were 's ’s been being am 're remains remain remained became become".split())
WILL = frozenset("will shall wo 'll ’ll would 'd ’d".split())
MAY = frozenset("may might could can ca".split())
MUST = frozenset("must should ought".split())
_NOT = frozenset("not n't n’t never no nor neither hardly".split())
SELF = frozenset("it he she they we i its his their".split())
_MEASURES = frozenset(
    "series number wave string package range group lot dozens hundreds thousands scores tens millions kind sort round"
    " set spate amount volley barrage tons tonnes campaign first act acts"
    " day days week weeks month months hours talks rounds"
    " deployment deployments contingent contingents batch patch wave member members".split()
)
# "aid deliveries", "food supplies", "arms shipments": what is delivered says what the act is.
_CARRIERS = frozenset(
    "delivery deliveries shipment shipments supplies package packages programme programmes program programs effort"
    " efforts operation operations flight flights convoy convoys sale sales transfer transfers proposal proposals"
    " missions mission".split()
)
# "Campaign rallies", "price war", "verbal attack": neither protest nor assault.
_PEACEFUL = frozenset(
    "campaign election electoral victory prayer price trade bidding verbal personal heart panic asthma charm market"
    " relief rescue turf culture rhetorical marketing advertising recruitment".split()
)
# What stands behind these is a circumstance, not what the verb governs.
ASIDE = frozenset(
    "after before because when while since until as although though once following despite where during amid ahead"
    " including like regarding concerning".split()
)
_PARTICLES = frozenset("in out up down off back away over around".split())
# Nouns whose clause tells of a will: "announced plans to visit", "expressed readiness to".
WILLS = frozenset(
    "plan plans intention intentions decision decisions readiness willingness offer offers promise promises pledge"
    " pledges proposal proposals desire agreement invitation".split()
)
_DOCUMENTS = frozenset("statement declaration letter resolution communique note message report memo appeal".split())


def parties_of(verb: Token) -> tuple[Token | None, Token | None]:
    """The heads of the phrases of who does what a verb says, and to whom (None: to be looked for behind it)."""
    if is_passive(verb):
        met = own_subject(verb)
        if met is None and verb.dep_ in ("acl", "relcl"):
            met = verb.head
        return agent(verb), met
    return subject(verb), None


def has_tail(verb: Token, tail: tuple[str, ...]) -> bool:
    """Whether the words that belong to a verb stand behind it: "on" of "call on", "fire to" of "set fire to"."""
    if not tail:
        return True
    doc = verb.doc
    following = [t.lower_ for t in doc[verb.i + 1 : verb.i + 6]]
    if following[: len(tail)] == list(tail):
        return True
    if len(tail) > 1:
        return _in_order(following, tail)
    kinds = ("prt",) if tail[0] in _PARTICLES else ("prt", "prep", "advmod", "dative")
    return any(c.lower_ == tail[0] for c in children(verb, *kinds))


def _in_order(words: list[str], tail: tuple[str, ...]) -> bool:
    at = 0
    for word in words:
        if at < len(tail) and word == tail[at]:
            at += 1
    return at == len(tail)


def object_nouns(verb: Token) -> list[Token]:
    """The nouns that a verb governs, directly, as a passive subject, or by a preposition where nothing is direct."""
    found = children(verb, "dobj", "nsubjpass", "attr", "oprd", "dative")
    if verb.dep_ in ("acl", "relcl") and verb.tag_ == "VBN" and not found:
        found = [verb.head]
    if not found:
        preps = [prep for prep in children(verb, "prep", "agent") if prep.lower_ not in ASIDE]
        nouns = (children(prep, "pobj") for prep in preps)
        found = next((rows for rows in nouns if rows), [])
    return [one for noun in found for one in _with_joined(noun)]


def kinds_of(noun: Token) -> tuple[NounRow, ...]:
    """What a noun is in the tables; where its head is not in them, what it is made of ("aid deliveries")."""
    found = noun_rows(noun)
    if any(c.lower_ in _PEACEFUL for c in children(noun, "compound", "amod")) or _of_words(noun):
        return tuple(row for row in found if row.act not in ("PROTEST", "ASSAULT"))
    if found or noun.lower_ not in _CARRIERS:
        return found
    return tuple(row for part in children(noun, "compound", "nmod") for row in noun_rows(part))


def _of_words(noun: Token) -> bool:
    """ "A war of words": no war."""
    return any(inner.lower_ == "words" for prep in children(noun, "prep") for inner in children(prep, "pobj"))


def subject_kinds(verb: Token) -> list[NounRow]:
    """What the subject of a verb is: "talks resumed", "troops arrived", "missiles hit"."""
    found = [noun for top in children(verb, "nsubj") for noun in _with_joined(top)]
    return [row for noun in found for row in kinds_of(noun)]


def _with_joined(noun: Token) -> Iterator[Token]:
    yield noun
    for prep in children(noun, "prep"):  # "a state of siege": one word of the tables
        yield from (inner for inner in children(prep, "pobj") if any(len(row.words) > 1 for row in noun_rows(inner)))
    for child in children(noun, "conj", "appos"):
        yield from _with_joined(child)
    if noun.lower_ in _MEASURES or noun.tag_ == "CD" or noun.lower_ == "end" or noun.lower_ == "halt":
        for prep in children(noun, "prep"):
            for inner in children(prep, "pobj"):
                yield from _with_joined(inner)


def complement(verb: Token) -> Token | None:
    """The verb of the clause that a verb governs: "to send", "that it would", "on holding", "a plan to"."""
    for child in children(verb, "xcomp", "ccomp"):
        if child.tag_.startswith("VB") or child.lower_ in BE or children(child, "cop", "aux"):
            return child
    for prep in children(verb, "prep", "acomp", "oprd"):
        for child in children(prep, "pcomp", "xcomp", "ccomp"):
            return child
    for noun in children(verb, "dobj", "nsubjpass", "attr"):
        for child in children(noun, "acl"):
            documented = noun.lower_ in _DOCUMENTS and child.tag_ == "VBG"
            asked = any(row.kind in ("demand", "threat") for row in noun_rows(noun))
            if documented or asked or (noun.lower_ in WILLS and child.tag_ == "VB"):
                return child
    for child in children(verb, "advcl"):
        if child.tag_ == "VB" and any(c.lower_ == "to" for c in children(child, "aux")):
            return child
    return None


def governs(verb: Token) -> bool:
    """Whether a verb has an object, directly or by a preposition."""
    return bool(children(verb, "dobj", "nsubjpass", "prep", "dative"))


def has_to(verb: Token) -> bool:
    """Whether a verb is "has to", "needs to"."""
    return verb.lower_ in ("has", "have", "needs", "need") and any(c.tag_ == "VB" for c in children(verb, "xcomp"))


def helpers(verb: Token) -> set[str]:
    """The auxiliaries and the negation of a verb, in lower case."""
    return {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass", "neg")}


def is_negated(verb: Token) -> bool:
    """Whether a verb is denied: "will not", "no longer", "met no demand"."""
    if helpers(verb) & _NOT or any(c.dep_ == "neg" for c in verb.children):
        return True
    longer = [c for c in children(verb, "advmod") if c.lower_ in ("longer", "never")]
    if longer:
        return True
    return any(c.lower_ == "no" for noun in children(verb, "dobj", "nsubj", "nsubjpass") for c in children(noun, "det"))


def is_reported(verb: Token) -> bool:
    """Whether "would" is the "will" of a report: "said it would", "pledged that they would"."""
    at = verb
    while at.dep_ == "conj" and at.head.i != at.i:
        at = at.head
    return bool(at.dep_ == "ccomp")


def is_about_to(verb: Token) -> bool:
    """Whether a verb is to come without "will": "is going to", a headline's "to visit"."""
    return any(c.lower_ in ("going", "about") for c in verb.lefts) or (
        verb.tag_ == "VB" and verb.dep_ == "ROOT" and any(c.lower_ == "to" for c in children(verb, "aux"))
    )
