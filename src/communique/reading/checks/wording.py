"""Marks in the wording: a translation back into English, a rewriting by a machine, text injected into the copy."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

import ahocorasick_rs

from communique.knowledge.base import Knowledge
from communique.model.reading import Check
from communique.model.span import Span, evidence
from communique.reading.checks.subject import Subject

_FOREIGN = frozenset(
    "nos notre votre vos chaque le la les des du leur leurs ses son sa cette ces ce pays partie avec pour"
    " entre dans sur nous vous ils elle nuestro nuestra nuestros nuestras los las el su sus cada con para por"
    " nosso nossa nossos nossas unser unsere unseren der die das den dem und il lo gli nostro nostra i nostri"
    " loro ihre ihrer seine seiner han det onze hun een het".split()
)
_BRACKETS = re.compile(r"\[([^\[\]\n]{2,40})\]")
_NUMERAL = re.compile(
    r"\b\d{1,3}(?:e|er|ère|ère|ème|eme|º|ª|-ый|-й|-я)\s+(?:anniversary|session|meeting|summit|congress|edition|round|birthday|year|Summit"
    r"|Congress|Assembly|Plenary|plenary|day|century)\b"
)
_SAID_SO = re.compile(
    r"\b(?:(?:auto(?:matically)?|machine|AI|computer)[- ]?translat(?:ed|ion)|translated\s+automatically"
    r"|translated\s+(?:by|with|using|via)\s+"
    r"(?:Google|DeepL|AI\b|artificial\s+intelligence|machine|ChatGPT|an?\s+(?:automatic|automated|machine|AI)))",
    re.IGNORECASE,
)
_THIS = (
    r"(?:this|the\s+(?:above|following|present|original))\s+(?:\w+\s+)?(?:article|story|text|message|news|news\s+item|content|post|piece"
    r"|report|summary|item|page|copy|material|translation|version)"
)
_MACHINE = (
    r"(?:artificial\s+intelligence|\bAI\b|\bA\.I\.|ChatGPT|GPT-?\d?|large\s+language\s+model|language\s+model|neural\s+network"
    r"|generative\s+AI|Gemini|a\s+machine|a\s+bot|automated\s+(?:system|tool|software)|an?\s+algorithm|automation)"
)
_MADE = (
    r"(?:re-?written|rephrased|paraphrased|generated|written|produced|created|compiled|summari[sz]ed|edited"
    r"|adapted|composed|prepared|processed)"
)
_REWRITTEN = re.compile(
    rf"\b{_THIS}\b[^.!?\n]{{0,80}}?\b{_MADE}\b[^.!?\n]{{0,50}}?\b(?:by|with|using|through|via|from)\b[^.!?\n]{{0,40}}?{_MACHINE}"
    rf"|\b(?:re-?written|rephrased|paraphrased)\s+(?:entirely\s+|partly\s+|automatically\s+)?(?:by|with|using)\s+"
    rf"(?:the\s+(?:help|aid)\s+of\s+|an?\s+)?{_MACHINE}"
    rf"|^[\s*(\[—–-]{{0,6}}(?:{_MADE}|AI)[- ](?:by\s+|with\s+|using\s+)?"
    rf"(?:{_MACHINE}|generated|written|rewritten|assisted)\b"
    r"(?=[^\n]{0,60}$)"
    rf"|\b(?:note|notice|disclaimer)\b\s?[:—–-]\s?[^.!?\n]{{0,60}}?\b{_MADE}\b[^.!?\n]{{0,20}}?\b(?:by|with|using)\b"
    rf"[^.!?\n]{{0,20}}?{_MACHINE}"
    r"|\bthis\s+is\s+an?\s+(?:AI|machine)[- ](?:generated|written|rewritten|assisted)\s+\w+"
    r"|\bas\s+an\s+AI\s+(?:language\s+)?(?:model|assistant)\b"
    r"|\bhere\s+is\s+(?:the|a|your)\s+(?:rewritten|paraphrased|reworded)\s+(?:version|article|text)\b"
    r"|\b(?:re-?written|rephrased|paraphrased)\s+version\s+of\s+(?:the|your)\s+(?:article|text)\b",
    re.IGNORECASE | re.MULTILINE,
)
_NOT = re.compile(r"\b(?:not|never|no|without)\b", re.IGNORECASE)
_SUMMARY = re.compile(
    r"\b(?:summary|key\s+(?:points|takeaways)|highlights|audio|image|illustration|photo|headline)\b", re.IGNORECASE
)
_QUOTES = re.compile(r"[“”\"«»]")
# A screen of a page at most is searched for what says that a machine wrote it.
_LINE = 400
# A line that says nothing but who translated it is shorter than a sentence of a report mostly is.
_NOTICE = 100


@dataclass(frozen=True, slots=True)
class Mark:
    """A string that shows how a text was made. strong: one is enough; of weak ones it takes two."""

    kind: str
    strong: bool
    means: str


class Marks:
    """The strings of the table, found in one pass whatever their case."""

    def __init__(self, knowledge: Knowledge) -> None:
        rows = knowledge.tables.rows("copy_marks", ("kind", "weight", "words", "means"))
        self._marks = [Mark(kind, weight == "strong", means) for kind, weight, _, means in rows]
        self._find = ahocorasick_rs.AhoCorasick(
            [_lower(words) for _, _, words, _ in rows], matchkind=ahocorasick_rs.MatchKind.LeftmostLongest
        )

    def find(self, text: str) -> tuple[tuple[Span, Mark], ...]:
        """The marks in a text that stand there as whole words."""
        low = _lower(text)
        found = self._find.find_matches_as_indexes(low)
        return tuple((Span(start, end), self._marks[at]) for at, start, end in found if _whole(low, start, end))


@functools.lru_cache(maxsize=4)
def marks(knowledge: Knowledge) -> Marks:
    """The marks of a knowledge base, made once."""
    return Marks(knowledge)


def _lower(text: str) -> str:
    """Small letters, as many characters as before."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _whole(low: str, start: int, end: int) -> bool:
    if low[start] >= "\u0e00":  # scripts without blanks between words
        return True
    begins = not (start and low[start - 1].isalnum() and low[start].isalnum())
    return begins and not (end < len(low) and low[end].isalnum() and low[end - 1].isalnum())


def translated(subject: Subject) -> Iterator[Check]:
    """Quotations of a page that bears the marks of a translation back into English: never the speaker's words."""
    body = [line.span for line in subject.told]
    quoted = [row for row in subject.reading.statements or () if row.mode != "indirect"]
    if not quoted and not any(_QUOTES.search(span.of(subject.text)) for span in body):
        return
    strong = [span for where in body for span in _foreign(subject.text, where)]
    weak: list[Span] = []
    for span, mark in _marked(subject, "translated"):
        (strong if mark.strong else weak).append(span)
    said = [Span(*m.span()) for m in _SAID_SO.finditer(subject.text) if _of_itself(subject.text, m)]
    if not (strong or said or len({span.of(subject.text).lower() for span in weak}) > 1):
        return
    found = evidence(*strong, *weak, *said)
    shown = ", ".join(f"“{' '.join(span.of(subject.text).split())}”" for span in found[:3])
    message = (
        f"The wording shows a translation back into English ({shown}): its quotations are not the speakers' own words. "
        "Quote from the original."
    )
    yield Check("back_translation", "warning", message, found, "kb:copy_marks/translated")


def _of_itself(text: str, match: re.Match[str]) -> bool:
    """Whether a line says of its own text that a machine translated it: a short line, or "this article"."""
    start, end = text.rfind("\n", 0, match.start()) + 1, text.find("\n", match.end())
    line = text[max(start, match.start() - _LINE) : end if end >= 0 else len(text)][:_LINE]
    return len(line) < _NOTICE or re.search(rf"\b{_THIS}\b", line, re.IGNORECASE) is not None


def _foreign(text: str, where: Span) -> Iterator[Span]:
    """Words of another language left in brackets ("[nos]"), ordinals of another ("75e anniversary")."""
    for match in _BRACKETS.finditer(text, where.start, where.end):
        words = match[1].split()
        if match[1][0].islower() and words[0].lower() in _FOREIGN and match[1].replace(" ", "").isalpha():
            yield Span(*match.span())
    for match in _NUMERAL.finditer(text, where.start, where.end):
        yield Span(*match.span())


def _marked(subject: Subject, kind: str) -> Iterator[tuple[Span, Mark]]:
    """The marks of one kind in what the article tells."""
    found = [row for row in marks(subject.knowledge).find(subject.text) if row[1].kind == kind]
    for span, mark in found:
        line = subject.line_at(span)
        if line is not None and line.role != "caption" and line.span.holds(span):
            yield span, mark


def rewritten(subject: Subject) -> Iterator[Check]:
    """A page that says of itself that a machine wrote or rewrote it."""
    for match in _REWRITTEN.finditer(subject.text):
        start = max(subject.text.rfind("\n", 0, match.start()), match.start() - _LINE)
        if _NOT.search(match[0]) or _NOT.search(subject.text[max(start, match.start() - 20) : match.start()]):
            continue
        partly = _SUMMARY.search(match[0]) is not None
        what = "a part of the page" if partly else "the text"
        message = f"The page says that {what} was made by a machine: words, quotations and times need another source."
        yield Check("machine_rewrite", "note" if partly else "warning", message, (Span(*match.span()),), "article")
        return


def injected(subject: Subject) -> Iterator[Check]:
    """Advertising or markup inside the copy that does not belong to it."""
    if not (subject.reading.encounters or any(row.speaker.country for row in subject.reading.statements or ())):
        return  # where no state acts or speaks, a loan or a pharmacy may be what the page is about
    marked = [span for span, _ in _marked(subject, "injected")]
    found = [span for span in marked if (line := subject.line_at(span)) is not None and line.role == "body"]
    if not found:
        return
    shown = ", ".join(f"“{span.of(subject.text)}”" for span in found[:3])
    message = (
        f"Text that does not belong to the report stands inside it ({shown}): leave it out before you quote or compare."
    )
    yield Check("injected_text", "warning", message, evidence(*found), "kb:copy_marks/injected")
