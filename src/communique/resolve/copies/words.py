"""Words: the words of an article's body, each with its place and whether it is quoted, and the stretches cut away."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from communique.model.reading import Reading
from communique.model.span import Span

# Scripts without spaces count by the character; apostrophes and hyphens divide words, as their signs differ from site
# to site ("Xi's" with a straight or a curly sign).
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W\u3040-\u30ff\u3400-\u9fff]+")
_MARKS = re.compile(r"[\u0300-\u036f]+")
# A quotation that does not close goes on in the next paragraph. Single signs are apostrophes too: those stand apart.
_QUOTATION = re.compile(
    r"“[^“”]*(?:”|\Z)|\"[^\"]*(?:\"|\Z)|«[^«»]*(?:»|\Z)|„[^„“”]*(?:[“”]|\Z)|「[^「」]*(?:」|\Z)"
    r"|(?<!\w)‘(?:[^‘’]|(?<=\w)’(?=\w)){12,}?(?:’(?!\w)|\Z)|(?<!\w)'(?:[^'\n]|(?<=\w)'(?=\w)){12,800}?'(?!\w)"
)
_HAS_SIGN = re.compile(r"[“\"«„「‘']")
# What a caption or an embedded post carries, wherever the page prints it.
_NOT_PROSE = re.compile(
    r"pic\.twitter\.com/|https?://t\.co/|[—–-] ?[^()\n]{2,40}\(@\w+\)"
    r"|\((?:AP|AFP|EPA|Reuters|REUTERS|Xinhua|TASS|Getty)\b[^()\n]{0,12}(?:Photo|Images?|/)[^()\n]{0,80}\)"
    r"|\b(?:AP Photo|AFP PHOTO|REUTERS|Getty Images)\b\s?/|\bvia (?:AP|REUTERS|Reuters|Getty)\b|(?:Pool )?Photo via"
    r"|\bGetty Images\)?\s*\Z|\b(?:Photo|Image|Picture)(?: credit)?:"
)
_LONGEST_NOT_PROSE = 700
# The signature under a post of a network: what stands before it is its author's, without quotation marks.
_SIGNED = re.compile(r"\s*[—–-]+ ?[^\n()]{2,60}\(@\w+\)")
# What pages ask of their readers among their paragraphs.
_APPEAL = re.compile(
    r"\b(?:inbox|newsletters?|sign up|subscribe|check out this story|download (?:the|our) app|click here|"
    r"follow us on|all rights reserved|readers think this story|this material may not be published)\b",
    re.IGNORECASE,
)
_LONGEST_APPEAL = 240
_SPEAKER = re.compile(
    r"\W*(?:Q(?:UESTION)?|A(?:NSWER)?|[A-Z][A-Z.'’ -]{2,40}|(?:President|Prime Minister|Minister|Secretary|Mr|Ms|Mrs"
    r"|Chancellor)\.? [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)(?: \([^)\n]{2,40}\))?\s?[:：](?=\s)"
)
# A page with as many "NAME: ..." paragraphs is a transcript: its words are their speakers', not its writer's.
_TRANSCRIPT_TURNS = 4


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a body in order: folded, with the place of each in the text; quoted and names tell of each word.

    names holds 1 where a word is printed with a capital: part of a name, or the first of a sentence.
    """

    folded: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    quoted: tuple[int, ...]
    names: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.folded)

    def picked(self, at: Sequence[int]) -> Words:
        """Only the words with these numbers."""
        return Words(
            tuple(self.folded[k] for k in at),
            tuple(self.starts[k] for k in at),
            tuple(self.ends[k] for k in at),
            tuple(self.quoted[k] for k in at),
            tuple(self.names[k] for k in at),
        )


def authored(reading: Reading) -> tuple[Span, ...]:
    """The stretches of the body that its writer is answerable for: no quotations, captions, posts or insertions."""
    text, out = reading.article.text, []
    for start, end, quoted in segments(reading):
        if not quoted and text[start:end].strip():
            out.append(Span(start, end))
    return tuple(out)


def segments(reading: Reading) -> Iterator[tuple[int, int, int]]:
    """The prose of the body in order, cut at quotation marks: (start, end, 1 where quoted).

    Captions, embedded posts and editors' insertions are left out. The turns of a transcript are quoted.
    """
    text, blocks = reading.article.text, reading.article.body
    cuts = _insertions(reading)
    transcript = _is_transcript(text, blocks)
    speaking = False
    for block in blocks:
        if _is_furniture(text, block):
            continue
        if transcript:
            speaking = speaking or _SPEAKER.match(text, block.start, block.end) is not None
            yield block.start, block.end, int(speaking)
            continue
        if _SIGNED.match(text, block.end):
            yield block.start, block.end, 1
            continue
        for start, end, quoted in _pieces(text, block):
            yield from _without(start, end, quoted, cuts)


def _is_furniture(text: str, block: Span) -> bool:
    if len(block) < _LONGEST_NOT_PROSE and _NOT_PROSE.search(text, block.start, block.end):
        return True
    return len(block) < _LONGEST_APPEAL and _APPEAL.search(text, block.start, block.end) is not None


def _is_transcript(text: str, blocks: tuple[Span, ...]) -> bool:
    turns = sum(_SPEAKER.match(text, block.start, block.end) is not None for block in blocks)
    return turns >= _TRANSCRIPT_TURNS


def _pieces(text: str, block: Span) -> Iterator[tuple[int, int, int]]:
    at = block.start
    if _HAS_SIGN.search(text, block.start, block.end):
        for match in _QUOTATION.finditer(text, block.start, block.end):
            if match.start() > at:
                yield at, match.start(), 0
            yield match.start(), match.end(), 1
            at = match.end()
    if at < block.end:
        yield at, block.end, 0


def _insertions(reading: Reading) -> list[Span]:
    return sorted({span for row in reading.statements or () for span in row.insertions})


def _without(start: int, end: int, quoted: int, cuts: list[Span]) -> Iterator[tuple[int, int, int]]:
    for cut in cuts:
        if start < cut.end and cut.start < end:
            if cut.start > start:
                yield start, cut.start, quoted
            start = max(start, cut.end)
    if start < end:
        yield start, end, quoted


def folded_words(reading: Reading) -> tuple[list[str], list[int]]:
    """The folded words of a body and, for each, 1 where it is quoted: all that the index needs."""
    text = reading.article.text
    words: list[str] = []
    quoted: list[int] = []
    for start, end, flag in segments(reading):
        found = _WORD.findall(text, start, end)
        words += found
        quoted += [flag] * len(found)
    return _folded(words), quoted


def words_of(reading: Reading) -> Words:
    """The words of a body with their places."""
    text = reading.article.text
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    quoted: list[int] = []
    for start, end, flag in segments(reading):
        for match in _WORD.finditer(text, start, end):
            words.append(match[0])
            starts.append(match.start())
            ends.append(match.end())
            quoted.append(flag)
    names = tuple(int(word[0].isupper() or word[0].isdigit()) for word in words)
    return Words(tuple(_folded(words)), tuple(starts), tuple(ends), tuple(quoted), names)


def _folded(words: list[str]) -> list[str]:
    """The words in small letters without accents; as many as before."""
    if not words:
        return []
    line = " ".join(words).lower()
    if not line.isascii():
        line = _MARKS.sub("", unicodedata.normalize("NFKD", line))
    out = line.split(" ")
    # a compatibility form may hold a space: then word by word
    return out if len(out) == len(words) else [_alone(word) for word in words]


def _alone(word: str) -> str:
    return _MARKS.sub("", unicodedata.normalize("NFKD", word.lower())).replace(" ", "")
