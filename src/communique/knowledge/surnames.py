"""Surnames: what a person is called after the first full mention, by the naming custom of his country."""

from __future__ import annotations

from collections.abc import Collection

from communique.knowledge.folding import folded_name

_FAMILY_FIRST = frozenset({"CHN", "TWN", "HKG", "MAC", "KOR", "PRK", "VNM", "KHM", "SGP", "MYS"})
_GIVEN_NAME_USED = frozenset(
    "ARE BHR BRN BTN ERI ETH IDN ISL KHM KWT MMR MNG MYS OMN QAT SAU SOM THA VNM".split()
)  # fmt: skip
_SPANISH = frozenset(
    "ARG BOL CHL COL CRI CUB DOM ECU ESP GNQ GTM HND MEX NIC PAN PER PHL PRI PRY SLV URY VEN".split()
)  # fmt: skip
_PARTICLES = frozenset(
    "abu al ait ben bin bint d da das de dei del della den der di do dos du e el ibn la las le los of ould ter van "
    "vom von y zu zum".split()
)
_AFTER_NAME = frozenset({"jr", "jr.", "sr", "sr.", "i", "ii", "iii", "iv", "v", "vi", "x", "xiv", "xvi"})


def surname_keys(name: str, country: str | None, family_names: Collection[str]) -> tuple[str, ...]:
    """The folded words under which a person may be named alone, the usual one first.

    country is the state, None or "" where only an organisation is known. family_names are family names (folded) that
    stand first in Chinese, Korean and Vietnamese order: for people of organisations and of states with both orders they
    tell which end of the name is the family's.
    """
    words = folded_name(name.replace(",", " ")).split()
    while len(words) > 1 and words[-1] in _AFTER_NAME:
        words.pop()
    if len(words) < 2:
        return tuple(words)
    keys: list[str] = []
    if _family_first(words, country, family_names):
        keys.append(words[0])
        if country == "VNM":
            keys.append(words[-1])
    else:
        keys += _family_last(words, country)
    if country in _GIVEN_NAME_USED:
        keys += [words[0], words[-1]]
    return tuple(dict.fromkeys(key for key in keys if len(key) > 1))


def _family_first(words: list[str], country: str | None, family_names: Collection[str]) -> bool:
    if words[0] not in family_names:
        return country in ("CHN", "PRK") and not (len(words) == 2 and words[1] in family_names)
    # Without a state: Ban Ki-moon of the UN, Zhang Ming of the SCO, but not Jim Yong Kim.
    return not country or len(country) != 3 or country in _FAMILY_FIRST or (len(words) == 2 and "-" in words[1])


def _family_last(words: list[str], country: str | None) -> list[str]:
    """The last word; with the particles before it ("von der leyen", "al-sisi"); Spanish double surnames."""
    keys = []
    at = next((i for i in range(1, len(words) - 1) if words[i] in _PARTICLES), None)
    if at is not None:
        keys.append(" ".join(words[at:]))
    last = words[-1]
    keys.append(last)
    head, dash, rest = last.partition("-")
    if dash and head in ("al", "el", "an", "as", "ad", "ar", "at", "az", "ash") and rest:
        keys.append(rest)
    if country in _SPANISH and len(words) > 2:
        keys += [" ".join(words[-2:]), words[-2]]
    return keys
