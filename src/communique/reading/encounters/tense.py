"""Status: whether an encounter was held, is planned, is past, was put off or called off, or is only talked about.

Read from the verb's form and from what governs it (the cues of the genre). None says that the text does not report an
encounter there: wishes, conditions, habits, denials. "open" says that the words do not tell
("Secretary A's trip to B").
"""

from __future__ import annotations

from typing import Literal

from communique.reading.encounters.scene import child
from communique.reading.encounters.tense_words import (
    AWAITED,
    BEFORE_IT,
    CAME_FOR,
    NOT_SURE,
    ON_THE_WAY,
    PHASES,
    PLANNING,
    STEADY,
    TOPIC,
    UNREAL,
)
from communique.reading.tokens import Token

Told = Literal["held", "planned", "past", "postponed", "cancelled", "open"]

PLANS = frozenset(
    "due set scheduled expected slated planned plans plan planning agreed agree intends intend intended"
    " preparing prepares prepared going about forward arranged arranging confirmed announced looks looking"
    " scheduling booked tipped poised decided".split()
)
WISHES = frozenset(
    "want wants wanted hope hopes hoped hoping offer offers offered offering ready willing willingness seek"
    " seeks sought propose proposes proposed urge urged urges ask asked asks request requested requests invite"
    " invited invites inviting call called calls refuse refused refuses decline declined declines suggest"
    " suggested suggests demand demanded like likes wish wishes wished open eager keen able possible"
    " impossible likely unlikely opportunity chance invitation desire need needs needed try tried trying"
    " failed consider considering considered opposed prefer decision appetite pressed pressing push pushed"
    " favor favors favored favoring favour favoured readiness proposal idea possibility prospect lobbying".split()
)
CANCEL = frozenset(
    "cancel cancelled canceled cancels cancelling canceling scrapped scrap scraps axed nixed aborted".split()
)
POSTPONE = frozenset("postpone postponed postpones postponing delayed delay delays rescheduled deferred".split())
HABIT = frozenset(
    "regularly often usually always never rarely frequently repeatedly sometimes normally routinely".split()
)
_OPEN_MARKS = frozenset("if whether unless until till lest".split())
DOUBT = frozenset("could may might should can must ought".split())
UPCOMING = frozenset("upcoming planned scheduled forthcoming coming next future imminent impending".split())
EARLIER = frozenset("last previous past prior recent earlier historic former latest old".split())
_TRAVELLED = frozenset("traveled travelled visited toured hosted convened gathered joined returned went".split())
AGREE_NOUNS = frozenset("plan plans schedule arrangements intention preparations agenda".split())


def auxiliaries(verb: Token) -> set[str]:
    """The auxiliaries of a verb, in lower case."""
    return {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}


def of_verb(verb: Token, depth: int = 0) -> Told | None:
    """What the form of a verb says of what it tells."""
    helpers = auxiliaries(verb)
    if any(c.dep_ == "neg" or c.lower_ in HABIT for c in verb.children):
        return None
    earlier = ("last", "previously") if helpers or verb.tag_ != "VBD" else ("last", "previously", "first")
    if any(c.dep_ == "advmod" and c.lower_ in earlier and c.i < verb.i for c in verb.children):
        return "past"
    if helpers & {"has", "have", "'ve", "’ve"} and _before_now(verb):
        return "past"
    if (mark := child(verb, "mark")) is not None and mark.lower_ in _OPEN_MARKS:
        return None
    if (when := child(verb, "advmod")) is not None and when.lower_ == "whenever":
        return None
    if _called_off(verb):
        return "cancelled"
    if _put_off(verb):
        return "postponed"
    if helpers & {"will", "'ll", "’ll", "shall", "wo"}:
        return "planned"
    if helpers & DOUBT:
        return None
    if helpers & {"would", "'d"}:
        return "planned" if (verb.dep_ in ("ccomp", "relcl") and not child(verb, "mark")) or _reported(verb) else None
    return _by_form(verb, helpers, depth)


def _before_now(verb: Token) -> bool:
    """Whether a perfect only counts what was: "have met twice before", "has visited three times"."""
    if any(c.lower_ in ("previously", "already") for c in verb.children):
        return True
    for token in verb.doc[verb.i + 1 : verb.i + 16]:
        if token.lower_ in ("twice", "thrice", "times"):
            return True
        if token.tag_.startswith("VB") or token.tag_ in (",", "."):
            return False
    return False


def _reported(verb: Token) -> bool:
    """Whether "would" is the past of "will" in reported speech."""
    return verb.dep_ == "ccomp" and verb.head.tag_ in ("VBD", "VBN")


def _by_form(verb: Token, helpers: set[str], depth: int) -> Told | None:
    if verb.tag_ == "VB" or ("to" in helpers and verb.tag_ != "VBN"):
        return _of_infinitive(verb, depth)
    if verb.tag_ == "VBN" and verb.lower_ != "meet":
        if "had" in helpers and not _reported(verb):
            return "past"  # "said that A had met B" is only the past of "has met"
        if "to" in helpers:
            return _of_infinitive(verb, depth)
        return "held"
    if verb.tag_ == "VBG":
        return _of_participle(verb, helpers, depth)
    if verb.tag_ in ("VBZ", "VBP") or verb.lower_ == "meet":
        words = {c.lower_ for c in verb.children if c.dep_ in ("advmod", "mark")}
        if words & {"when", "once", "before", "after"} and verb.dep_ == "advcl":
            return "planned"
        return "held" if helpers else "open"  # "meets": of today as of next Monday
    return "held"


def _of_infinitive(verb: Token, depth: int) -> Told | None:
    """ "is due to meet", "plans to meet", "flew to X to meet", "ready to meet"."""
    head = verb.head
    if verb.dep_ == "ROOT" or depth > 4:
        return "planned" if "to" in auxiliaries(verb) else "open"  # headlines: "Xi to meet Putin", "Xi and Putin meet"
    word = head.lower_
    if any(c.dep_ == "neg" for c in head.children):
        return None
    if word in PLANS:
        return "planned"
    if word in WISHES:
        return None
    if word in ("is", "are", "was", "were", "'s", "’s", "be") and verb.dep_ in ("xcomp", "ccomp", "advcl", "attr"):
        return "planned"
    if head.tag_.startswith("VB"):
        above = of_verb(head, depth + 1)
        if verb.dep_ == "conj":
            return above
        if above == "held" and word in _TRAVELLED and verb.dep_ in ("advcl", "xcomp"):
            return "open"  # "travelled to X to meet Y": met there, or about to
        return "planned" if above in ("held", "planned", "open") and verb.dep_ in ("advcl", "xcomp", "ccomp") else None
    if word in AGREE_NOUNS:
        return "planned"
    if head.tag_.startswith("N") and verb.dep_ in ("acl", "relcl"):
        return None
    return "planned" if verb.dep_ in ("dep",) else None


def _of_participle(verb: Token, helpers: set[str], depth: int) -> Told | None:
    if helpers & {"is", "are", "'s", "’s"}:
        return "open"  # "is meeting X": now, or on Monday
    if helpers & {"was", "were", "been"}:
        return "held"
    if depth > 4 or verb.dep_ == "ROOT":
        return "open"
    head = verb.head
    if verb.dep_ == "pcomp":
        if head.lower_ == "before" or (head.lower_ == "of" and "ahead" in head.head.lower_):
            return "planned" if head.lower_ == "of" or depth or not _told_as_past(head) else "open"
        if head.lower_ in ("to", "for", "about", "on", "of", "against", "without"):
            return "planned" if head.head.lower_ in PLANS else None
        return "held"
    if verb.dep_ in ("advcl", "conj", "xcomp", "acl", "ccomp") and head.tag_.startswith("VB"):
        if {c.lower_ for c in verb.children if c.dep_ in ("advmod", "mark")} & {"when", "while"}:
            above = "planned" if auxiliaries(head) & {"would", "could", "may", "might"} else of_verb(head, depth + 1)
            while above is None and head.dep_ in ("xcomp", "conj", "advcl") and head.head.tag_.startswith("VB"):
                head = head.head  # "will ask X to help when meeting him"
                above = of_verb(head, depth + 1)
            return above or "open"  # "will raise it when meeting X"
        if head.lower_ in WISHES or head.lower_ in ("avoid", "avoided", "stop", "discussed", "discuss", "discussing"):
            return None
        return of_verb(head, depth + 1)
    return "open"


def _told_as_past(word: Token) -> bool:
    """Whether the verb above a word is in the past: what comes "before" its end may have come by now."""
    while not word.tag_.startswith("VB") and word.head.i != word.i:
        word = word.head
    return word.tag_ in ("VBD", "VBN")


def _called_off(verb: Token) -> bool:
    return verb.lower_ in CANCEL or (verb.lower_ in ("called", "calls", "call", "calling") and _particle(verb, "off"))


def _put_off(verb: Token) -> bool:
    return verb.lower_ in POSTPONE or (verb.lower_ in ("put", "puts", "putting", "pushed") and (
        _particle(verb, "off") or _particle(verb, "back")))  # fmt: skip


def _particle(verb: Token, word: str) -> bool:
    return any(c.dep_ in ("prt", "advmod") and c.lower_ == word for c in verb.children)


SUPPORT = frozenset(
    "hold held holds holding have had has having begin began begins start started conclude concluded"
    " concludes wrap wrapped attend attended attends attending join joined joins host hosted hosts hosting"
    " chair chaired chairs chairing convene convened lead led leads leading pay paid pays paying make made"
    " makes making conduct conducted kick kicked enter entered open opened opens complete completed finish"
    " finished undertake undertook embark embarked co-host co-hosted co-chair co-chaired take took takes"
    " taking continue continued resume resumed accept accepted accepts send sent sends sending exchange"
    " exchanged exchanging convey conveyed receive received receives presented presents present deliver"
    " delivered cut end ended ends place placed participate participated participating get got".split()
)
TAKES_PLACE = frozenset(
    "held scheduled planned set hosted convened organised organized due was were is start starts begin begins"
    " take".split()
)
RECALL = frozenset("recalled recall recalls recalling remembered remembers".split())
PLACE_VERBS = frozenset("take takes took taking taken place placed come comes came follow follows followed".split())


def of_noun(noun: Token) -> Told | None:
    """What the words around a noun of encounter say of it."""
    modifiers = {c.lower_ for c in noun.children if c.dep_ in ("amod", "det", "nmod", "compound", "advmod")}
    if modifiers & STEADY and noun.lower_ in ("consultation", "consultations", "dialogue", "discussions", "talks"):
        return None  # "remain in close consultation"
    if "other" in modifiers:  # "sent each other messages"
        modifiers.discard("each")
    if modifiers & {"no", "any", "every", "each", "possible", "potential", "proposed", "prospective", "hypothetical"}:
        return None
    by_words: Told | None = "planned" if modifiers & UPCOMING else "past" if modifiers & EARLIER else None
    if any("will" in auxiliaries(c) for c in noun.children if c.dep_ == "relcl"):
        by_words = "planned"  # "invited him to the summit, which will take place in October"
    told = _governed(noun)
    if told is None and _definite(noun) and noun.dep_ == "pobj":
        told = "planned" if noun.head.lower_ == "for" and noun.head.head.lower_ in AWAITED else "open"
    if told in ("cancelled", "postponed", None):
        return told
    if by_words == "planned" and told == "held" and noun.dep_ in ("dobj", "nsubj"):
        return "planned"
    return by_words or told


def _definite(noun: Token) -> bool:
    """Whether a noun means one known encounter: it has an owner, "the" or the people it is held with."""
    kept = [c for c in noun.children if c.dep_ in ("poss", "det")]
    return any(c.dep_ == "poss" or c.lower_ in ("the", "this") for c in kept)


def _governed(noun: Token) -> Told | None:
    top = noun
    while (
        top.dep_ in ("conj", "appos", "compound", "nmod") and not top.head.tag_.startswith("VB") and top.head.i != top.i
    ):
        top = top.head
    head = top.head
    if head.i == top.i:
        return "open"
    if top.dep_ in ("dobj", "nsubjpass", "nsubj", "oprd", "attr"):
        return _as_argument(top, head)
    if top.dep_ == "pobj":
        return _in_phrase(head)
    if top.dep_ in ("ccomp", "dep") and head.lower_ in SUPPORT and head.i < top.i:
        return of_verb(head)
    if top.dep_ in ("npadvmod", "nmod", "dep"):
        return "open"
    return "open"


def _as_argument(noun: Token, verb: Token) -> Told | None:
    word = verb.lower_
    if _called_off(verb) or _put_off(verb):
        if any(c.dep_ == "neg" for c in verb.children):
            return None
        done = "will" in auxiliaries(verb) or verb.tag_ in ("VBD", "VBN", "VBZ")
        done = done and not auxiliaries(verb) & (DOUBT | {"would"})
        return None if not done else "cancelled" if _called_off(verb) else "postponed"
    if noun.dep_ in ("dobj", "nsubjpass") and word in UNREAL:
        return None
    if noun.dep_ == "dobj" and word in RECALL:
        return "past"
    if noun.dep_ in ("dobj", "nsubjpass") and word in PLANNING:
        return None if _doubted(verb) else "planned"
    if noun.dep_ in ("nsubj", "nsubjpass") and word in ("is", "are", "was", "were", "'s"):
        return _copular(verb)
    if (
        noun.dep_ == "nsubj"
        and verb.tag_ in ("VBZ", "VBP")
        and word not in SUPPORT | PLACE_VERBS
        and not auxiliaries(verb)
    ):
        return "open"  # "the visit comes at a time", "the talks show": of what is to come as of what was
    if noun.dep_ == "nsubjpass" and word not in SUPPORT | TAKES_PLACE and auxiliaries(verb) & {"is", "are", "'s", "’s"}:
        return "open"  # "the meeting is seen as a test": now, of what is to come as of what was
    told = of_verb(verb)
    if told == "past" and word not in SUPPORT | PLACE_VERBS:
        return "held"
    if told is None and noun.dep_ == "nsubj" and word not in PLACE_VERBS:
        return "open"  # "the meeting could help": the modality is not the meeting's
    if told == "held" and noun.dep_ in ("dobj", "nsubjpass") and word not in SUPPORT | PLACE_VERBS | TAKES_PLACE:
        return "open"  # "approached the meeting with low expectations": what is done about it may come before it
    return told


def _doubted(verb: Token) -> bool:
    """Whether a verb, or one that it only completes ("could help arrange"), is denied or left open."""
    at = verb
    for _ in range(3):
        if any(c.dep_ == "neg" for c in at.children) or auxiliaries(at) & (DOUBT | {"would"}):
            return True
        if at.dep_ not in ("xcomp", "ccomp") or at.tag_ not in ("VB", "VBG"):
            return False
        at = at.head
    return False


def _copular(verb: Token) -> Told | None:
    words = {c.lower_ for c in verb.children}
    if words & {"due", "set", "scheduled", "expected", "likely"}:
        return "planned"
    return "open"


def _fragment(word: Token) -> bool:
    """Whether nothing above the word is a verb: a title ("Statement on the Visit of X")."""
    while word.head.i != word.i:
        word = word.head
        if word.tag_.startswith("VB"):
            return False
    return not word.tag_.startswith("VB")


def _in_phrase(preposition: Token) -> Told | None:
    """ "after talks", "ahead of the summit", "during a visit"."""
    word, above = preposition.lower_, preposition.head
    if word == "including" and above.tag_.startswith("N"):
        return of_noun(above)
    if word == "since":
        return "past"
    if word in ("about", "on", "of", "for", "regarding", "over") and _fragment(above):
        return "open"
    if word == "of" and preposition.i > preposition.sentence_start and preposition.nbor(-1).lower_ == "ahead":
        return "planned"
    if word in ("of", "for") and above.lower_ in AWAITED:
        return "planned"
    if word in ("of", "to", "for") and above.lower_ in NOT_SURE:
        return None
    if word == "for" and above.lower_ in ("invited", "invites", "hosting") and of_verb(above) not in (None, "past"):
        return "planned"  # "has invited X to the palace for a meeting on Tuesday"
    if word == "of" and above.lower_ in PHASES:
        return "planned" if _in_clause("during", above) == "planned" else "held"
    if word == "into" and above.lower_ in ("going", "goes", "go", "heading", "heads", "head"):
        return "planned"
    if word in ("before", "pending", "until") or (word in ("of", "to", "for") and above.lower_ in BEFORE_IT):
        return "planned"
    if word in TOPIC or above.lower_ in NOT_SURE:
        if word not in ("for", "on") or above.lower_ not in CAME_FOR or not of_verb(above):
            return None
        return "planned" if word == "for" and above.lower_ in ON_THE_WAY else "open"
    return _in_clause(word, above)


def _in_clause(word: str, verb: Token) -> Told | None:
    """What the clause says in which "after (during, at) the talks" stands; verb is what the phrase hangs on."""
    while not verb.tag_.startswith("VB"):
        if verb.head.i == verb.i:
            return "held" if word in ("after", "following", "during") else "open"
        verb = verb.head
    while word in ("at", "during", "after", "following") and verb.tag_ == "VB" and verb.head.tag_.startswith("VB"):
        if verb.head.i == verb.i or auxiliaries(verb) - {"to"}:
            break
        verb = verb.head  # "agreed to resume visits at a summit in X": they agreed there
    told = of_verb(verb)
    if word in ("after", "following") and told != "planned":
        return "held"
    if told is None:
        return "open"
    return "held" if told in ("cancelled", "postponed", "past") else told
