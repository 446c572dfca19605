"""By which means: the words that make an encounter a call, a video call or a letter."""

from __future__ import annotations

import re

PHONE = re.compile(
    r"\b(?:(?:tele)?phone|telephonically|by phone|on the phone|over the phone|phone line|hotline)\b", re.IGNORECASE
)
VIDEO = re.compile(
    r"\b(?:virtual(?:ly)?|video(?:\s*-?\s*(?:call|link|conference|conferencing|teleconference|format))?|online|zoom)\b",
    re.IGNORECASE,
)
IN_PERSON = re.compile(r"\b(?:in person|face[- ]to[- ]face|sidelines|margins|tête-à-tête|in-person)\b", re.IGNORECASE)
LETTER = re.compile(
    r"\b(?:congratulat\w+|condolences?|telegrams?|letters?|cables?|messages? of|greetings|sympathy)\b", re.IGNORECASE
)
TELL_FRAME = re.compile(r"\b(?:congratulations|telegrams?|messages? exchanged|letters?)\b", re.IGNORECASE)
DOCUMENTS = frozenset(
    "agreement agreements treaty treaties memorandum memoranda memorandums mou mous declaration declarations accord"
    " accords protocol protocols pact pacts communique convention statement deal deals documents document contracts"
    " compact roadmap plan plans initiative initiatives arrangement arrangements charter".split()
)
PROCESS = frozenset(
    "peace trade nuclear arms ceasefire climate coalition disarmament accession tax budget merger wage".split()
)
# Words that say that people of several states were met one by one.
APART = re.compile(
    r"\b(?:separate(?:ly)?|respective(?:ly)?|individual(?:ly)?|bilateral(?:s|ly)?|one-on-one)\b", re.IGNORECASE
)
LEADERS = re.compile(r"\b(?:presidents?|prime ministers?|premiers?|chancellor|king|emir|leaders?)\b", re.IGNORECASE)
