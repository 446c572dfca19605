"""Acts: what the main clause of a sentence tells that somebody did, as a PLOVER type.

A clause is read from its verb down. A verb is an act of its own ("praised"), an act with an object of some class
("imposed" + sanctions), or an operator on what it governs: "promised to send aid" is the willingness to (AGREE),
"refused to" its refusal (REJECT), "threatened to" a threat (THREATEN), "asked for" a request (REQUEST), "cut off aid" a
sanction.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from communique.model.reading import EventStatus
from communique.reading.actors.words import TITLE_HEADS
from communique.reading.events.grammar import (
    BE,
    MAY,
    MUST,
    SELF,
    WILL,
    WILLS,
    complement,
    governs,
    has_tail,
    has_to,
    helpers,
    is_about_to,
    is_negated,
    is_reported,
    kinds_of,
    object_nouns,
    parties_of,
    subject_kinds,
)
from communique.reading.events.lexicon import TYPES, NounRow, VerbRow, adjectives, noun_rows, verbs
from communique.reading.events.outcomes import EXPRESSED, FRIENDLY, HOSTILE, STOPPED, YIELDING, coming, mode_of, willed
from communique.reading.statements.tree import children, is_passive, own_subject, subject
from communique.reading.tokens import Token

# Verbs that ask only where their clause is one of what others shall do: "insisted that they leave".
_ASK_OF_OTHERS = frozenset("insist suggest recommend want propose".split())
# "declined to comment": no refusal of anything that was asked of a side.
_WORDLESS = frozenset("comment comments say elaborate discuss speculate confirm name identify".split())
_ILLS = frozenset(
    "terrorism terror crime crimes corruption poverty hunger disease diseases pandemic virus climate change inflation"
    " drugs trafficking smuggling piracy extremism racism discrimination fire fires wildfires blazes elections time"
    " election back demons injury jet-lag goals".split()
)
_DEPTH = 6


@dataclass(frozen=True, slots=True)
class Act:
    """One act. verb is the word that tells it, actor and patient the heads of the phrases of who did it to whom.

    speaker is whose words tell it, where it is told as a speech ("X said it would ..."); status is held, planned or
    hypothetical.
    """

    type: str
    verb: Token
    top: Token
    mode: str | None = None
    actor: Token | None = None
    patient: Token | None = None
    status: EventStatus = "held"
    rule: str = ""


def is_open(verb: Token) -> bool:
    """Whether what a verb tells is denied or left open by a verb above it: "had not thought to ask"."""
    at = verb
    while at.dep_ in ("xcomp", "pcomp", "conj", "prep") and at.head.i != at.i:
        at = at.head
        if is_negated(at) or helpers(at) & (MAY | MUST):
            return True
    return False


def acts(root: Token) -> Iterator[Act]:
    """The acts that a sentence tells in its main clause and the clauses joined to it."""
    for verb in _joined(root):
        if (found := _of_clause(verb)) is not None:
            yield found


def _joined(verb: Token) -> Iterator[Token]:
    yield verb
    for child in children(verb, "conj", "parataxis"):
        if child.tag_.startswith("VB") or child.lower_ in BE:
            yield from _joined(child)


def _of_clause(verb: Token, depth: int = 0) -> Act | None:
    """The act of one clause: what it says, brought under its auxiliaries."""
    found = _plain(verb, depth)
    return _under_auxiliaries(found, verb) if found is not None else None


def _plain(verb: Token, depth: int) -> Act | None:
    """The act of a verb with what it governs, whatever its auxiliaries say."""
    if depth > _DEPTH:
        return None
    if (found := _predicate(verb, depth)) is not None:
        return found
    rows = [row for row in verbs().get(verb.lower_, ()) if has_tail(verb, row.tail)]
    if not rows:
        return None
    objects = object_nouns(verb)
    kinds = [row for noun in objects for row in kinds_of(noun)]
    named = any(noun.tag_ in ("NNP", "NNPS") for noun in objects)
    classes = (
        {row.kind for row in kinds} | ({"@name"} if named else set()) | {f"<{row.kind}" for row in subject_kinds(verb)}
    )
    if named or any(noun.lower_ in TITLE_HEADS for noun in objects):
        classes |= {"@person"}
    for row in rows:
        if row.objects and not row.objects & classes:
            continue
        made = _typed(verb, row) if row.act in TYPES else _operated(verb, row, kinds, depth)
        if made is not None:
            return made
    return None


def _typed(verb: Token, row: VerbRow) -> Act | None:
    who, whom = parties_of(verb)
    kind, mode = row.act, row.mode
    if kind == "ASSAULT" and not row.objects:
        ill = not row.tail and any(noun.lower_ in _ILLS for noun in children(verb, "dobj"))
        if ill or children(verb, "dative"):
            return None  # "shot him a glance", "fight poverty"
    return Act(kind, verb, verb, mode, who, whom, rule="verb+object" if row.objects else "verb")


def _predicate(verb: Token, depth: int) -> Act | None:
    """The act of "is ready to", "was critical of", "is opposed to"."""
    if verb.lower_ in BE:
        found = next((c for c in children(verb, "acomp", "attr", "oprd") if c.lower_ in adjectives()), None)
    else:
        found = verb if verb.lower_ in adjectives() and is_passive(verb) else None
    if found is None:
        return None
    act = adjectives()[found.lower_]
    who = own_subject(verb) or subject(verb)
    if act in TYPES:
        return Act(act, found, verb, actor=who, rule="adjective")
    inner = complement(found) or (complement(verb) if verb is not found else None)
    made = _governed(act, verb, inner, [], depth, explicit=act in ("INTEND", "REFUSE"))
    return replace(made, actor=who, patient=None, verb=found, top=verb) if made is not None else None


def _operated(verb: Token, row: VerbRow, kinds: list[NounRow], depth: int) -> Act | None:
    """The act of an operator with what it governs."""
    inner = complement(verb)
    if row.act == "SAY":
        return _said(verb, inner, depth)
    if row.act in ("DO", "BEGIN"):
        return _done(verb, row, inner, kinds, depth)
    if row.act in ("STOP", "EASE"):
        return _stopped(verb, row, inner, kinds, depth)
    if row.act == "ASK" and not _asks(verb, inner):
        return None
    if row.act == "REFUSE" and inner is not None and inner.lower_ in _WORDLESS:
        return None
    explicit = _EXPLICIT[row.act](verb, inner, kinds) if row.act in _EXPLICIT else False
    made = _governed(row.act, verb, inner, kinds, depth, explicit=explicit)
    if made is None:
        return None
    who, whom = parties_of(verb)
    return replace(made, verb=verb, top=verb, actor=who, patient=whom)


def _asks(verb: Token, inner: Token | None) -> bool:
    """Whether a verb of asking asks for something: not "asked whether", not "wants to", not "insisted that it is"."""
    if inner is not None and any(c.tag_ in ("WRB", "WP", "WDT") or c.lower_ in ("if", "whether") for c in inner.lefts):
        return False
    if verb.lower_.startswith("ask") and inner is None:
        return any(prep.lower_ == "for" for prep in children(verb, "prep"))
    if not any(verb.lower_.startswith(stem[:6]) for stem in _ASK_OF_OTHERS):
        return True
    if any(prep.lower_ in ("on", "upon") for prep in children(verb, "prep")) or inner is None:
        return verb.lower_.startswith("insist") or (inner is None and not verb.lower_.startswith("want"))
    doer = own_subject(inner)
    shall = inner.tag_ == "VB" and not helpers(inner) & (WILL | MAY)
    return doer is not None and doer.lower_ not in SELF and shall


def _willing(verb: Token, inner: Token | None, kinds: list[NounRow]) -> bool:
    """Whether a word of will tells of one: "promised to", "promised that it would", "offered aid", "invited him"."""
    if inner is not None:
        words = helpers(inner)
        return bool(words & (WILL | {"to"})) or (inner.tag_ in ("VB", "VBG") and not words & (MAY | MUST))
    direct = children(verb, "dobj", "nsubjpass")
    invites = bool(direct) and verb.lower_.startswith("invit")
    on = any(prep.lower_ in ("on", "upon", "to") for prep in children(verb, "prep"))
    return bool(kinds) or invites or (verb.lower_.startswith("agree") and on)


def _threatening(verb: Token, inner: Token | None, kinds: list[NounRow]) -> bool:
    """Whether a threat needs nothing more to be one; a warning does: whom it is for, or a refusal behind it."""
    if verb.lower_.startswith("threat") or verb.lower_.startswith("vow"):
        return inner is not None or governs(verb)
    whom = [noun for noun in children(verb, "dobj", "nsubjpass") if noun.tag_ in ("NNP", "NNPS")]
    return bool(whom) or any(row.kind == "threat" for row in kinds) or (inner is not None and is_negated(inner))


def _governing(verb: Token, inner: Token | None, kinds: list[NounRow]) -> bool:
    return inner is not None or governs(verb)


_EXPLICIT = {"INTEND": _willing, "ASK": _governing, "REFUSE": _governing, "THREAT": _threatening}


def _governed(
    act: str, verb: Token, inner: Token | None, kinds: list[NounRow], depth: int, *, explicit: bool
) -> Act | None:
    """What INTEND, PLAN, ASK, REFUSE and THREAT make of what they govern; explicit: they are acts by themselves."""
    under = _plain(inner, depth + 1) if inner is not None else None
    noun = next((row for row in kinds if row.act), None)
    meant = under.type if under is not None else noun.act if noun is not None else None
    if act == "REFUSE" and meant == "REJECT":
        return None  # "refused to rule out"
    if act == "FAIL" or (meant is None and not explicit) or (act == "PLAN" and meant in ("REQUEST", "ACCUSE")):
        return None
    if act == "THREAT" and not explicit and meant not in HOSTILE | {"REJECT"}:
        return None
    if act == "INTEND" and inner is not None and not explicit:
        return None
    made: str | None
    if act == "ASK":
        made = "REQUEST"
    elif act == "REFUSE":
        made = "REJECT"
    elif act == "THREAT":
        made = "THREATEN"
    elif act == "INTEND":
        expressed = inner is None and noun is not None and noun.kind in EXPRESSED
        made = meant if expressed else willed(meant, verb)
    else:
        made = coming(meant)
    mode = mode_of(made, meant)
    rule = "to meet" if made == "AGREE" and meant == "CONSULT" else act.lower()
    status: EventStatus = "planned" if act == "PLAN" and made != meant else "held"
    return Act(made, verb, verb, mode, status=status, rule=rule) if made else None


def _done(verb: Token, row: VerbRow, inner: Token | None, kinds: list[NounRow], depth: int) -> Act | None:
    """ "staged a protest", "began to withdraw": the act is that of the noun or verb behind."""
    who, whom = parties_of(verb)
    named = next((noun for noun in kinds if noun.act), None)
    if named is not None:
        whom = None if whom is not None and any(r.act for r in noun_rows(whom)) else whom
        return Act(named.act, verb, verb, named.mode, who, whom, rule="light verb")
    if inner is not None and inner.dep_ == "acl" and inner.head.lower_ in WILLS:
        under = _plain(inner, depth + 1)
        made = coming(under.type) if under is not None else None
        if made == "CONCEDE" and not inner.head.lower_.startswith(("plan", "decision", "intention")):
            made = "AGREE"
        return Act(made, verb, verb, mode_of(made, made), who, None, "planned", "will") if made else None
    if (
        inner is not None
        and (row.act == "BEGIN" or inner.dep_ == "acl")
        and (under := _plain(inner, depth + 1)) is not None
    ):
        return replace(under, top=verb, actor=who or under.actor)
    return None


def _stopped(verb: Token, row: VerbRow, inner: Token | None, kinds: list[NounRow], depth: int) -> Act | None:
    """ "cut off aid", "stopped selling arms", "lifted the ban": the act undone."""
    named = next((noun.act for noun in kinds if noun.act), None)
    if named is None and inner is not None and (under := _plain(inner, depth + 1)) is not None:
        named = under.type
    made = STOPPED.get(named or "")
    if made is None or (row.act == "EASE" and named not in ("SANCTION", "COERCE")):
        return None
    who, whom = parties_of(verb)
    whom = None if whom is not None and noun_rows(whom) else whom
    return Act(made[0], verb, verb, made[1], who, whom, rule="stopped")


_DO = VerbRow((), frozenset(), "DO", None)


def _said(verb: Token, inner: Token | None, depth: int) -> Act | None:
    """ "X said that ...": the act told; X's own where X speaks of himself, X's request where others must."""
    inner = next(iter(children(verb, "ccomp")), inner)
    if inner is None or depth >= _DEPTH or inner.dep_ == "advcl":
        return None
    if inner.dep_ == "acl":
        return _done(verb, _DO, inner, [], depth)
    speaker = subject(verb)
    doer = own_subject(inner)
    own = doer is None or doer.lower_ in SELF
    words = helpers(inner)
    if words & MUST or has_to(inner):
        return None if own else Act("REQUEST", verb, verb, "change", speaker, doer, rule="must")
    for clause in _joined(inner):
        made = _of_clause(clause, depth + 1)
        if made is not None:
            return replace(made, top=verb, actor=speaker) if own and made.actor in (doer, None) else made
    return None


def _under_auxiliaries(act: Act, verb: Token) -> Act | None:
    """The act as its clause's auxiliaries let it stand; None where it is denied or only possible."""
    words = helpers(verb)
    if act.top is not verb and act.rule != "adjective":
        return act  # a clause inside has had its own
    conditional = any(c.lower_ in ("unless", "if") for sub in children(verb, "advcl") for c in children(sub, "mark"))
    if is_negated(verb):
        return _denied(act, verb, words)
    if words & WILL or is_about_to(verb):
        if words & {"would", "'d", "’d"} and not is_reported(verb):
            return None  # what would be, not what somebody says he will do
        if conditional and act.type not in HOSTILE | {"REJECT", "THREATEN"}:
            return None
        if conditional:
            return replace(act, type="THREATEN", status="planned", mode=mode_of("THREATEN", act.type))
        if act.type in ("REQUEST", "ACCUSE") and act.rule != "must":
            return None  # nothing is asked yet
        made = coming(act.type)
        mode = mode_of(made, act.type) if made != act.type else act.mode
        rule = "to meet" if act.type == "CONSULT" else act.rule
        return replace(act, type=made or act.type, status="planned", mode=mode, rule=rule)
    if words & MAY:
        hostile = act.type in HOSTILE
        return (
            replace(act, type="THREATEN", status="hypothetical", mode=mode_of("THREATEN", act.type))
            if hostile
            else None
        )
    return None if words & MUST else act


def _denied(act: Act, verb: Token, words: set[str]) -> Act | None:
    """ "will not meet", "does not recognise": a refusal; "did not meet" tells of nothing."""
    if words & {"would", "'d", "’d"} and not is_reported(verb):
        return None
    refusing = bool(words & (WILL | {"can", "ca", "could"})) or verb.tag_ in ("VBZ", "VBP", "VB")
    past = bool(words & {"did", "had", "has", "have", "was", "were"}) or verb.tag_ in ("VBD", "VBN")
    if not refusing or (past and not words & WILL) or act.type not in FRIENDLY | YIELDING:
        return None
    return replace(act, type="REJECT", mode=mode_of("REJECT", act.type), rule="negated")
