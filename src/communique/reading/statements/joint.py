"""Joint texts: what the parties say together in their own statement, declaration or communique."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from communique.knowledge.base import Knowledge
from communique.model.article import Article
from communique.model.reading import Party, Statement
from communique.model.span import Span, evidence, stripped
from communique.reading.parse import Sentence
from communique.reading.statements import tree
from communique.reading.statements.quotes import Quotations
from communique.reading.tokens import Token

HOW = "joint text"
# A heading that names the text: "Joint Statement of A and B on C", "A-B Joint Declaration"; not "Joint call fails".
_LABEL = re.compile(
    r"\bJoint (?:(?:Press|Leaders['’]?|Ministerial|Vision|Political) )?(?:Statement|Declaration|Communiqu[eé])\b"
    r"(?=\s*(?:$|[:,.(–—-]|(?:by|of|from|between|on|for|following|at|after|to|regarding|as|with|in|under|and)"
    r" |issued ))",
    re.IGNORECASE,
)
# News of a joint text: "A and B issue joint statement on C".
_NEWS = re.compile(
    r"\b(?:issue|sign|adopt|release|publish|agree|announce|hail|slam|reject|praise|criticize|criticise|condemn|welcome"
    r"|draft|plan|prepare|unveil|endorse|approve|make|seek|want|get|need|block|veto|say)(?:e?[sd]|ing)?(?: on)?"
    r"(?: an?| the| their| its)? *$",
    re.IGNORECASE,
)
_BY = re.compile(r"\s*,?\s*(?:issued )?(?:by|of|from|between)\s", re.IGNORECASE)
_ABOUT = re.compile(
    r"\s(?:on|regarding|concerning|condemning|about|following|for|against|calling|after|towards?)\s", re.IGNORECASE
)
# "A and B released the following joint statement", "The text of the following statement was released by A and B".
_RELEASED = re.compile(
    r"\bfollowing (?:joint )?(?:statement|declaration|communiqu[eé])\b[^.\n]{0,60}\b(?:by|of|between)\b"
    r"|\bfollowing joint (?:statement|declaration|communiqu[eé])\b",
    re.IGNORECASE,
)
# "We, President A and Prime Minister B, met ..."; the first verb after the names ends them.
_WE = re.compile(r"(?<![^\s])We, ")
_NAMES_END = re.compile(
    r", (?=[a-z])(?!(?:and|the|of|as|or|his|her|their|together|for|along) |(?:president|prime|foreign|minister))"
)
_TITLED = re.compile(
    r"\b(?:President|Prime Minister|Premier|Chancellor|King|Emir|Sultan|Leaders?|Heads? of|Ministers?|Secretary"
    r"|Governments?|Representatives?|Ambassadors?)\b",
    re.IGNORECASE,
)
# The parties as their own text calls them.
_PARTIES = re.compile(
    r"we|(?:the|both|our)(?: (?:two|three|four|five|six|contracting|high))*"
    r" (?:parties|sides|leaders|(?:foreign |prime |defen[cs]e )?ministers|presidents"
    r"|heads of state(?: and(?: of)? government)?"
    r"|delegations|governments|countries|participants)",
    re.IGNORECASE,
)
_I = re.compile(r"(?<![^\s(])I(?:['’](?:m|ve|d|ll))? [a-z]")
_AND = re.compile(r"\s(?:and|but),?$")
_STATES = frozenset({"state", "demonym", "person"})
_LONGEST_NAMES = 700  # characters of "We, the Heads of State of A, B, C ..." at most: twenty states with their titles
_LONGEST_HEADING = 500
_HEADINGS = 3  # lines before the body that may be its heading
_FIRST = 3  # paragraphs of the body that may tell that the text is joint
_SEEKING = frozenset("intend plan aim seek".split())
_BEING = frozenset("are 're ’re remain stand".split())
_MINDED = frozenset("committed determined resolved convinced confident ready prepared concerned".split())


@dataclass(frozen=True, slots=True)
class Joint:
    """A joint text: who its "we" are, the states named together, and where they are named."""

    countries: tuple[str, ...]
    named: Span

    def party(self, span: Span, text: str) -> Party | None:
        """The parties together, where these words stand for them; None for all other words."""
        if not _PARTIES.fullmatch(re.sub(r"\s+", " ", span.of(text))):
            return None
        places = evidence(span, self.named)
        return Party("both sides", None, places, countries=self.countries, support="resolved", how=HOW)


def joint(article: Article, quoted: Quotations, kb: Knowledge) -> Joint | None:
    """Who speaks together in a joint text; None on every other page, one where an "I" speaks among them."""
    text, body = article.text, article.body
    if not body or any(
        quoted.at(m.start()) is None for block in body for m in _I.finditer(text, block.start, block.end)
    ):
        return None
    found = [_we(text, block, quoted, kb) for block in body[:_FIRST]]
    found += [_released(text, block, quoted, kb) for block in body[:_FIRST]]
    found += [_heading(text, line, kb) for line in _headings(article)]
    rows = [row for row in found if row is not None]
    return max(rows, key=lambda row: len(row.countries), default=None)


def _we(text: str, block: Span, quoted: Quotations, kb: Knowledge) -> Joint | None:
    start = _WE.search(text, block.start, block.end)
    if start is None or quoted.at(start.start()) is not None:
        return None
    limit = min(block.end, start.end() + _LONGEST_NAMES)
    end = _NAMES_END.search(text, start.end(), limit)
    if end is None or not _TITLED.search(text, start.end(), end.start()):
        return None
    return _among(text, start.end(), end.start(), kb)


def _released(text: str, block: Span, quoted: Quotations, kb: Knowledge) -> Joint | None:
    found = _RELEASED.search(text, block.start, min(block.end, block.start + _LONGEST_NAMES))
    if found is None or quoted.at(found.start()) is not None:
        return None
    start = max(block.start, text.rfind("\n", 0, found.start()) + 1)
    ends = [at for at in (text.find("\n", found.end(), block.end), text.find(". ", found.end(), block.end)) if at >= 0]
    end = min([*ends, block.end])
    by = re.search(r"\b(?:by|between)\b", text[found.start() : end])
    occasion = text.find(" on the occasion", found.end(), end)
    end = occasion if occasion >= 0 else end
    if by is None:
        return _among(text, start, found.start(), kb)
    return _among(text, found.start() + by.end(), end, kb)


def _headings(article: Article) -> list[Span]:
    """The lines that can name the text: its title, those right before its body, the body's first."""
    text, first = article.text, article.body[0]
    out = [article.title_span] if article.title_span is not None else []
    end = first.start
    for _ in range(_HEADINGS):
        start = text.rfind("\n", 0, max(0, end - 1)) + 1
        while end > start and text[end - 1].isspace():
            end -= 1
        out += [Span(start, end)] if start < end else []
        end = start
    stop = text.find("\n", first.start, first.end)
    return [*out, Span(first.start, stop if stop >= 0 else first.end)]


def _heading(text: str, line: Span, kb: Knowledge) -> Joint | None:
    words = line.of(text)
    label = _LABEL.search(words) if len(words) <= _LONGEST_HEADING else None
    if label is None or _NEWS.search(words[: label.start()]) or words.rstrip().endswith("."):
        return None
    by = _BY.match(words, label.end())
    start, end = (by.end(), len(words)) if by else (0, label.start())
    about = _ABOUT.search(words, start, end)
    return _among(text, line.start + start, line.start + (about.start() if about else end), kb)


def _among(text: str, start: int, end: int, kb: Knowledge) -> Joint | None:
    """The states named here, where they are several."""
    rows = [name.entries[0] for name in kb.names.find(text[start:end])]
    countries = [row.country if row.kind == "person" else row.id for row in rows if row.kind in _STATES]
    found = tuple(dict.fromkeys(code for code in countries if code))
    return Joint(found, Span(start, end)) if len(found) > 1 else None


def own(text: str, sentences: Sequence[Sentence], quoted: Quotations, together: Joint) -> list[Statement]:
    """What the parties say they will do, are minded to or oppose: "We will hold ...", "We are committed to ..."."""
    out = []
    for sentence in sentences:
        for token in sentence.doc if sentence.doc is not None else ():
            if token.lower_ != "we" or token.dep_ not in {"nsubj", "nsubjpass"}:
                continue
            found = _told(token)
            source = sentence.place(token)
            party = together.party(source, text)
            if found is None or party is None or quoted.at(source.start) is not None:
                continue
            cue = sentence.place(found[0], found[1])
            rest = sentence.place(found[2], token.doc[_end(found[3])])
            content = stripped(text, rest.start, _without_and(text, rest), ",;:. ")
            if content is not None and not content.overlaps(cue):
                places = evidence(source, cue, content)
                out.append(Statement(party, "indirect", (content,), cue, source, places, support="resolved", how=HOW))
    return out


def _without_and(text: str, span: Span) -> int:
    found = _AND.search(text, max(span.start, span.end - 5), span.end)
    return found.start() if found else span.end


def _end(verb: Token) -> int:
    """The last token of what is said: before "and we ..." and "and welcome ...", which say something else."""
    for other in tree.children(verb, "conj"):
        if tree.own_subject(other) is not None or other.tag_ == "VBP":
            return max(verb.i, tree.left_edge(other) - 1)
    return tree.right_edge(verb)


def _told(subject: Token) -> tuple[Token, Token, Token, Token] | None:
    """The cue's first and last token, the first one of what is said, and the verb whose clause it fills."""
    verb = subject.head
    helpers = [t for t in verb.lefts if t.dep_ in {"aux", "auxpass"}]
    if tree.is_negated(verb) or verb.i < subject.i:
        return None
    if verb.tag_ == "VB" and helpers and helpers[0].lower_ in {"will", "shall"} and helpers[0].i < verb.i:
        return helpers[0], helpers[0], verb.doc[helpers[0].i + 1], verb
    after = verb.doc[verb.i + 1] if verb.i + 1 < len(verb.doc) else None
    if after is None or (helpers and verb.lower_ not in _MINDED):
        return None
    if verb.lower_ in _SEEKING and after.lower_ == "to":
        return verb, verb, after, verb
    if verb.lower_ == "oppose" and tree.children(verb, "dobj"):
        return verb, verb, after, verb
    return _minded(verb, helpers)


def _minded(verb: Token, helpers: Sequence[Token]) -> tuple[Token, Token, Token, Token] | None:
    """ "are committed to ...", "remain concerned about ...", whichever word the parser took for the head."""
    words = [*helpers, verb] if helpers else [verb, *tree.children(verb, "acomp", "oprd")]
    first, last = words[0], words[-1]
    if first.lower_ not in _BEING or last.lower_ not in _MINDED or last.i + 2 >= len(verb.doc):
        return None
    link = verb.doc[last.i + 1]
    if link.lower_ not in {"to", "that", "about", "by", "in"}:
        return None
    return first, last, verb.doc[last.i + 2] if link.lower_ == "that" else link, verb


def with_own(rows: Sequence[tuple[Statement, str]], own_rows: Sequence[Statement]) -> list[tuple[Statement, str]]:
    """The rows of the frames with those of the joint text, none twice and none inside another of the same speaker."""
    cues = {row.cue for row, _ in rows}
    fresh = [row for row in own_rows if row.cue not in cues]
    said = [row.content[0] for row in fresh]
    kept = [
        (row, role)
        for row, role in rows
        if row.speaker.how != HOW or row.cue is None or not any(span.holds(row.cue) for span in said)
    ]
    return kept + [(row, "body") for row in fresh]
