"""Stems: words without inflection and spelling variety, so that a phrase is known again however it is declined."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Endings of Russian nouns, adjectives and participles, the longest first; what is left must have three letters.
_RUSSIAN = tuple(
    sorted(
        "иями ями ами ыми ими ого его ому ему ией иях иям ией ия ию ии ие ий ых их ым им ый ой ая яя ое ее ые ую юю"
        " ей ем ом ам ям ах ях ов ев а я о е у ю ы и ь".split(),
        key=len,
        reverse=True,
    )
)
_SPELLED = (
    (re.compile(r"isation(?=s?$)"), "ization"),
    (re.compile(r"is(?=ing$|ed$|e$)(?<=[mnlrt]is)"), "iz"),
    (re.compile(r"(?<=[hvb])our(?=s?$|ly$|liness$|hood$|ing$)"), "or"),
    (re.compile(r"^centre(?=s?$)"), "center"),
    (re.compile(r"^centred$"), "centered"),
    (re.compile(r"(?<=fen)ce$"), "se"),
)

# Traditional characters of the tables' Chinese wordings, and what each is in the simplified script.
_TRADITIONAL = (
    "萬與東兩嚴個為爲義烏爭於產産親們價夥體關內軍沖衝決準則別勸務動區協單衛壓發變臺團國場堅處實憲對島帶開"
    "強當戰護斷時機權桿極溝濟滿環現暢聯脅勝脫艙營觀規議識誠談諧負責質貿贏邊運鄰針鑑鑒鉤鐵鏈長問間陣際題領"
    "頂項驗統續維綜網經結絡係類穩確競轄鮮隱墻牆構產傳億"
)
_SIMPLIFIED = (
    "万与东两严个为为义乌争于产产亲们价伙体关内军冲冲决准则别劝务动区协单卫压发变台团国场坚处实宪对岛带开"
    "强当战护断时机权杆极沟济满环现畅联胁胜脱舱营观规议识诚谈谐负责质贸赢边运邻针鉴鉴钩铁链长问间阵际题领"
    "顶项验统续维综网经结络系类稳确竞辖鲜隐墙墙构产传亿"
)
_SCRIPT = str.maketrans(_TRADITIONAL, _SIMPLIFIED)


def simplified(text: str) -> str:
    """Chinese text with the characters of the tables' wordings in the simplified script; the same length."""
    return text.translate(_SCRIPT)


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """A word in lower case without marks, plural, possessive and Russian ending, in American spelling."""
    apart = unicodedata.normalize("NFD", word.lower())
    plain = "".join(c for c in apart if c == "\u0306" or not unicodedata.combining(c))  # й is a letter of its own
    plain = unicodedata.normalize("NFC", plain).replace("’", "'").replace("-", "").replace("‑", "")
    if "\u0400" <= plain[:1] <= "\u04ff":
        return _russian(plain)
    plain = plain.removesuffix("'s").removesuffix("'")
    for pattern, spelled in _SPELLED:
        plain = pattern.sub(spelled, plain)
    return _singular(plain)


def _singular(word: str) -> str:
    if len(word) < 4 or word.endswith(("ss", "us", "is")) or not word.endswith("s"):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-2] if word.endswith(("sses", "ches", "shes", "xes")) else word[:-1]


def _russian(word: str) -> str:
    for ending in _RUSSIAN:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word
