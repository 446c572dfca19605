"""The language of a text; only English is parsed so far."""

from __future__ import annotations

import functools
import re

from py3langid.langid import MODEL_FILE, LanguageIdentifier

# Function words that no other language written in Latin letters shares in such numbers.
_ENGLISH = frozenset(
    "the of and to in that is was for on with as by at from his her their has have had he she it they said will would"
    " be are were been this which who its not but or an after between into about during".split()
)
_WORD = re.compile(r"[^\W\d_]+")
_CHARS = 2000
# Share of English function words: news in English 0.33-0.50, French, Spanish, Dutch, Swahili below 0.08 (own texts).
_SURELY, _HARDLY = 0.20, 0.08


def language_of(text: str) -> str | None:
    """ISO 639-1 code of the language that most of the text is in; None where a few words do not tell."""
    sample = text[:_CHARS]
    words = _WORD.findall(sample)
    if not words:
        return None
    share = sum(map(_ENGLISH.__contains__, map(str.lower, words))) / len(words)
    if share >= _SURELY and (sample.isascii() or _latin(sample) > 0.8):
        return "en"
    if _chinese(sample):
        return "zh"
    code, sure = _identifier().classify(sample)
    if code == "en":
        return "en" if share >= _HARDLY or sure > 0.9 else None
    if len(words) < 8 and _latin(sample) > 0.8:
        # headlines and single clauses: names mislead the identifier
        return "en" if share > 0 else None
    return str(code) if sure > 0.8 else None


def _chinese(text: str) -> bool:
    """Whether a text is in Chinese characters: the identifier is unsure of many a sound Chinese page.

    Japanese has kana in every sentence, Korean is written in its own letters.
    """
    letters = [c for c in text if c.isalpha()]
    return bool(letters) and sum("\u4e00" <= c <= "\u9fff" for c in letters) > 0.8 * len(letters)


def _latin(text: str) -> float:
    letters = [c for c in text[:400] if c.isalpha()]
    return sum(c < "ɐ" for c in letters) / len(letters) if letters else 0.0


@functools.cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
