"""Titles: "former Deputy Foreign Minister of Kenya", read around the word that heads them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from communique.knowledge.first_names import pronoun_of
from communique.reading.actors import words
from communique.reading.actors.items import CALENDAR, Row
from communique.reading.actors.names import Named, name_at

MAX_TITLE_WORDS = 12
ABBREVIATED = frozenset({"sen", "rep", "gov", "gen", "sec", "min", "amb"})
POSSESSIVES = frozenset({"his", "her", "their", "its"})
# Heads whose field follows with "on": "Special Envoy on Myanmar".
_ON_TOPICS = frozenset({"envoy", "representative", "rapporteur", "adviser", "advisor", "coordinator", "expert"})


@dataclass(frozen=True, slots=True)
class Title:
    """A title with its items from left up to right, the states among them, and the name it stands before, if any.

    stop is the index after everything that belongs to it, name and "of Greece" included. by_office says that the state
    is not printed: it is the only one that has such an office.
    """

    left: int
    right: int
    stop: int
    countries: tuple[str, ...]
    named: Named | None
    role: str
    offices: tuple[str, ...]
    qualifiers: frozenset[str]
    plural: bool
    by_office: bool = False


def heads_title(row: Row, at: int) -> bool:
    """Whether an item is the head of a title: one of the tables', or a word such as "minister" in a title's place."""
    item = row[at]
    if item.entry("office"):
        return True
    if item.low == "assistant" and item.capital and row.low(at + 1) == "to":
        return True
    if item.low not in words.TITLE_HEADS or item.entries:
        return False
    if item.low not in words.DOUBTFUL_HEADS:
        return True
    if _opens_longer_title(row, at + 1):
        return False
    # "general", "deputy", "chief" open a longer title or qualify a thing ("the chief concern")
    following = row[at + 1] if at + 1 < len(row) else None
    goes_on = following and (following.capital or following.low in {"of", ","} or not following.text[0].isalnum())
    return item.capital or bool(goes_on) or row.nation(at - 1) is not None


def _opens_longer_title(row: Row, index: int) -> bool:
    """Whether a further head follows within a few words of a title: "deputy | first minister"."""
    for at in range(index, min(index + 4, len(row))):
        if not row.adjoins(at):
            return False
        if row[at].entry("office") or (row.low(at) in words.TITLE_HEADS and row.low(at) not in words.DOUBTFUL_HEADS):
            return True
        if row.low(at) not in words.TITLE_FIELDS | words.QUALIFIERS - words.ARTICLES:
            return False
    return False


def title_at(row: Row, at: int, used: int, describes: Callable[[int], bool]) -> Title:
    """The title whose head is at an item; items before index `used` belong to something else.

    describes tells of the index of a title's first item whether a person's name and a comma stand before it: the name
    after it is then the next one's ("A, Ambassador of X, B, Ambassador of Y").
    """
    left, countries = _leftwards(row, at, used)
    right = _rightwards(row, at, countries)
    dotted = row.low(right - 1) in ABBREVIATED and row.low(right) == "."
    owned = row[right - 1].possessive
    named = None if owned else name_at(row, _behind_short(row, right + dotted))
    if named is None and not owned and not describes(left):
        named = _apposed(row, right)
    stop = named.stop if named else right
    if named:
        stop = _nation_after(row, stop, countries)
    printed = bool(countries)
    if not countries:
        countries += _country_of_office(row, at, right)
    return Title(
        left=left,
        right=right,
        stop=stop,
        countries=tuple(dict.fromkeys(countries)),
        named=named,
        role=_role(row, left, right),
        offices=_offices(row, left, at, right),
        qualifiers=frozenset(item.low for item in row.items[left:at]),
        plural=_is_plural(row, at),
        by_office=bool(countries) and not printed,
    )


def _behind_short(row: Row, right: int) -> int:
    """The index after the short form printed behind a title ("Director of National Intelligence (DNI) X")."""
    if row.low(right) == "(" and row.low(right + 2) == ")" and row[right + 1].shouted:
        return right + 3
    return right


def _leftwards(row: Row, at: int, used: int) -> tuple[int, list[str]]:
    """Where the words before a title's head begin, and the states among them."""
    left, countries = at, list[str]()
    while left > used and at - left < MAX_TITLE_WORDS and row.adjoins(left):
        low = row.low(left - 1)
        if country := row.nation(left - 1) or row.seat(left - 1):
            if countries and row.low(left) not in {"and", "/", "-"}:
                break
            countries.insert(0, country)
        elif low in {"and", "/"} and countries and row.nation(left - 2):
            pass
        elif low not in words.QUALIFIERS and not all(word in words.TITLE_FIELDS for word in low.split()):
            break
        left -= 1
        if low in words.ARTICLES or low in POSSESSIVES:
            break
    while left < at and row.low(left) in {"and", "/", "-"}:
        left += 1
    return left, countries


def _rightwards(row: Row, at: int, countries: list[str]) -> int:
    """The index after the last item of the title; adds the states that follow it ("of Kenya")."""
    right = at + 1
    while right < len(row) and right - at < MAX_TITLE_WORDS:
        low = row.low(right)
        if low in {"designate", "elect"} or (low in "-‑" and row.low(right + 1) in {"designate", "elect"}):
            right += 1
        elif heads_title(row, right) and row.adjoins(right) and not row[right - 1].possessive:
            right += 1
        elif low in {"and", "&", "/", ","} and _goes_on(row, right + 1):
            right += 1
        elif low in words.TITLE_FIELDS and not row[right].entries and _goes_on(row, right):
            right += 1
        elif low in {"and", "&"} and row.low(right + 1) in words.TITLE_FIELDS and _has_field(row.low(right - 1)):
            right = _complement(row, right + 1, countries, countries) or right + 1
        elif low in {"of", "for", "to", "at"} or (low == "on" and row.low(right - 1).split()[-1] in _ON_TOPICS):
            # "envoy for Syria", "ambassador to Kenya" do not say whose envoy he is; "minister of Syria" does
            stop = _principal(row, right + 1, countries) if low == "to" else None
            stop = stop or _complement(row, right + 1, countries if low == "of" else [], countries)
            if stop is None:
                break
            right = stop
        else:
            break
    return right


def _principal(row: Row, index: int, countries: list[str]) -> int | None:
    """The index after whom an aide serves: "(adviser to) the Vice President"; adds that one's printed state."""
    at = index + (row.low(index) == "the")
    if nation := row.nation(at):
        at += 1
    while at < len(row) and row.low(at) in words.QUALIFIERS | words.TITLE_FIELDS and not heads_title(row, at):
        at += 1
    if at >= len(row) or not heads_title(row, at):
        return None
    countries += [nation] if nation else []
    return at + 1


def _has_field(title: str) -> bool:
    """Whether a title names its field behind a preposition, as "minister for foreign affairs" does."""
    return " of " in title or " for " in title


def _goes_on(row: Row, index: int) -> bool:
    """Whether a further title begins here and a name follows it: "Prime Minister and Foreign Minister X"."""
    at = index
    while at < len(row) and at - index < 5 and (row.low(at) in words.TITLE_FIELDS | words.QUALIFIERS or row.nation(at)):
        at += 1
    if at >= len(row) or not heads_title(row, at) or row.low(index) in words.ARTICLES:
        return False
    right = at + 1
    while right < len(row) and heads_title(row, right):
        right += 1
    if row.low(right) in {"of", "for"}:
        right = _complement(row, right + 1, [], []) or right
    return name_at(row, right) is not None


def _complement(row: Row, start: int, countries: list[str], owners: list[str]) -> int | None:
    """The index after "(of) the Republic of Kenya", "(for) Foreign Affairs, Trade and Health"; None without one.

    Adds the state it names to countries, and one that follows a further "of" to owners.
    """
    index, field = start, False
    while index < len(row) and index - start < MAX_TITLE_WORDS:
        low = row.low(index)
        if (country := row.nation(index)) and row.low(index + 1) not in words.TITLE_FIELDS - {"and"}:
            countries.append(country)
            return index + 1
        if low in {"the", "and", "&", ","} and (_field_at(row, index + 1) or row.low(index + 1) in {"and", "the"}):
            if low == "," and not _list_goes_on(row, index + 1):
                break
            index += 1
        elif low == "the" and row.nation(index + 1):
            index += 1
        elif country or _field_at(row, index):
            if field and _begins_name(row, index):
                break
            field = field or low in words.TITLE_FIELDS or row[index].entry("region") is not None
            index += 1
        else:
            break
    while index > start and row.low(index - 1) in {"the", "and", "&", ","}:
        index -= 1
    if index > start and row.low(index) == "of":
        index = _complement(row, index + 1, owners, owners) or index
    return index if index > start else None


def _list_goes_on(row: Row, index: int) -> bool:
    """Whether "and" with another field follows the comma of a list of fields within a few words."""
    for at in range(index, min(index + 6, len(row) - 1)):
        if row.low(at) in {"and", "&"}:
            return _field_at(row, at + 1 + (row.low(at + 1) == "the"))
    return False


def _begins_name(row: Row, index: int) -> bool:
    """Whether a person's name begins here: at a known first name of the run of capitals, else at its last two words."""
    if row.low(index) in words.TITLE_FIELDS:
        return False
    stop = index + 1
    while stop < len(row) and row.adjoins(stop) and (row[stop].capital or row[stop].text == "."):
        stop += 1
    run = [at for at in range(index, stop) if row[at].text != "." and len(row[at].text) > 1]
    if run and row.low(run[-1]) in words.TITLE_FIELDS:
        return False  # "Global | Food Security": the field goes on
    known = next((at for at in run[:-1] if pronoun_of(row[at].text, ())), None)
    return len(run) > 1 and (index == known if known is not None else index >= run[-2])


def _field_at(row: Row, index: int) -> bool:
    """Whether an item is a word of a title's field: "Foreign", "Affairs", "Health"."""
    if index >= len(row) or heads_title(row, index):
        return False
    item = row[index]
    if item.entry("person") or item.low in words.HONORIFICS - {"general", "right"}:
        return False
    plain = all(entry.kind in ("region", "outlet") for entry in item.entries)
    return item.low in words.TITLE_FIELDS or (item.capital and plain and item.text not in CALENDAR)


def _apposed(row: Row, right: int) -> Named | None:
    """The name in "The Russian president, Vladimir Putin, ..."; None where the comma does something else."""
    if row.low(right) != "," or right + 1 >= len(row) or heads_title(row, right + 1):
        return None
    named = name_at(row, right + 1)
    if named is None or not (named.people or named.stop - named.first >= 2):
        return None
    return named if row.low(named.stop) in {",", ".", ")", "", "and"} else None


def _nation_after(row: Row, stop: int, countries: list[str]) -> int:
    """The index after "of Greece" behind a titled name; adds the state."""
    if row.low(stop) in {"of", "from"} and not row[stop - 1].possessive:
        at = stop + 1 + (row.low(stop + 1) == "the")
        if at < len(row) and row[at].entry("state", "organisation") and (country := row.nation(at)):
            countries.append(country)
            return at + 1
    return stop


def _role(row: Row, left: int, right: int) -> str:
    """The printed title in lower case, without articles and nationality."""
    kept = []
    for item in row.items[left:right]:
        if item.low in words.ARTICLES or item.low in POSSESSIVES:
            continue
        if item.entry("demonym", "state", "metonym", "organisation", "prefix") and not item.entry("office"):
            continue
        kept.append(item.low)
    while kept and kept[-1] in {"of", "the", "for", "and", ","}:
        kept.pop()
    while kept and kept[0] in {"and", "of", ",", "/"}:
        kept.pop(0)
    return " ".join(kept).replace(" , ", ", ").replace(" - ", "-")


def _offices(row: Row, left: int, at: int, right: int) -> tuple[str, ...]:
    """The office keys of a title: the tables' first, then those of its loose words ("leader")."""
    own = next((i for i in range(at + 1, right) if row.low(i) in {"of", "for", "to"}), right)
    keys = [entry.id for item in row.items[at:own] for entry in item.entries if entry.kind == "office"]
    role = _role(row, left, right)
    for phrase, more in words.LOOSE_TITLES.items():
        if role == phrase or role.endswith(" " + phrase):
            keys += more
    return tuple(dict.fromkeys(keys))


def _country_of_office(row: Row, at: int, right: int) -> list[str]:
    """The one state or body that has such an office: "the pope", "NATO secretary general"."""
    found = {entry.country for item in row.items[at:right] for entry in item.entries if entry.kind == "office"}
    return [country for country in found if country] if len(found) == 1 else []


def _is_plural(row: Row, at: int) -> bool:
    head = row.low(at).split()[-1]
    return head in words.PLURAL_OFFICIALS or (head.endswith("s") and head.removesuffix("s") in words.TITLE_HEADS)
