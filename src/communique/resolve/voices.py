"""Voices: what counts as one independent origin."""

from __future__ import annotations

import re
import weakref
from collections.abc import Mapping
from dataclasses import dataclass

from communique.knowledge.base import Knowledge
from communique.knowledge.folding import folded_name
from communique.knowledge.kinds import Outlet

# Offices of a state by how they are named: "Foreign Ministry of Japan", "Ministry of External Affairs of India".
_BRANCHES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("foreign-ministry", re.compile(r"\bforeign\b|\bexternal affairs\b|\bdepartment of state\b|\bstate department\b")),
    ("defence-ministry", re.compile(r"\bdefen[cs]e\b")),
    ("presidency", re.compile(r"\bpresiden|\bkremlin\b|\belysee\b|\bwhite house\b")),
    ("government", re.compile(r"\bgovernment\b|\bcabinet\b|\bstate council\b|\bprime minister")),
)
_OFFICE = re.compile(r"(?:Foreign Ministry|Presidency|Government|Defence Ministry) of (?:the )?(?P<state>.+)")
_STATE_MEDIA = re.compile(r"state media of (?:the )?(?P<state>.+)")


@dataclass(frozen=True, slots=True)
class Voice:
    """An independent origin: its key, and its class in the table of outlets (None where unknown).

    Outlets of one newsroom or owner share a key ("cmg"); an office is no outlet of the agency that carries it.
    """

    key: str
    ownership: str | None = None


class Voices:
    """The voices of a knowledge base: which outlets and offices are one."""

    def __init__(self, kb: Knowledge) -> None:
        self._outlets = kb.outlets
        self._names = _by_name(kb.outlets)
        self._kb = kb
        self._press_offices = [row for _, row in sorted(kb.outlets.items()) if row.kind == "government"]
        self._states = {
            folded_name(name): code for code, state in kb.states.items() for name in (state.name, *state.aliases)
        }

    def of(self, name: str, entity: str | None = None) -> Voice:
        """The voice of an agency, outlet or office by its id in the table, else by its name as credits print it."""
        row = self._outlets.get(entity or "") or self._names.get(_plain(name))
        if row is not None:
            return _of_outlet(row)
        if match := _OFFICE.fullmatch(name):
            state = self._states.get(folded_name(match["state"]))
            return Voice(f"office:{state or _plain(match['state'])}:{_branch(name)}", "G")
        if match := _STATE_MEDIA.fullmatch(name):
            return Voice(f"state-media:{self._states.get(folded_name(match['state'])) or _plain(match['state'])}", "S")
        return Voice(f"name:{_plain(name)}")

    def name_of(self, key: str) -> str | None:
        """A voice as it is printed: "China Media Group", "Presidency of Russia"; None for one that has no name."""
        kind, _, rest = key.partition(":")
        if not rest:
            row = self._outlets.get(key)
            return row.name if row else self._group_name(key)
        press_office = next((row.name for row in self._press_offices if _of_outlet(row).key == key), None)
        if press_office is not None:
            return press_office
        if kind in ("office", "state-media"):
            code, _, branch = rest.partition(":")
            state = self._kb.states[code].name if code in self._kb.states else code
            return f"{branch.replace('-', ' ').title()} of {state}" if branch else f"state media of {state}"
        return rest if kind == "name" else None

    def _group_name(self, group: str) -> str:
        """The house whose name or initials the key is, else its agency."""
        rows = [row for _, row in sorted(self._outlets.items()) if row.group == group and row.kind != "government"]
        for row in rows:
            initials = "".join(word[0] for word in _plain(row.name).split())
            if group in (initials, _plain(row.name).replace("'", "").replace(" ", "-")):
                return row.name
        wire = next((row.name for row in rows if row.kind == "wire"), None)
        return wire or group.replace("-", " ").title()

    def is_primary(self, name: str) -> bool:
        """Whether an outlet writes for others: an agency, or an office that speaks for itself."""
        row = self._names.get(_plain(name))
        return row is not None and row.kind in ("wire", "government")


_MADE: weakref.WeakKeyDictionary[Knowledge, Voices] = weakref.WeakKeyDictionary()


def voices(kb: Knowledge) -> Voices:
    """The voices of a knowledge base, made once."""
    if kb not in _MADE:
        _MADE[kb] = Voices(kb)
    return _MADE[kb]


def _of_outlet(row: Outlet) -> Voice:
    if row.kind == "government" and (branch := _branch(row.name)) is not None:
        return Voice(f"office:{row.country}:{branch}", row.standing or "G")
    # a ministry in the group of an agency stays a voice of its own
    if row.group and row.kind != "government":
        return Voice(row.group, row.standing)
    return Voice(row.id, row.standing)


def _branch(name: str) -> str | None:
    folded = folded_name(name)
    return next((branch for branch, form in _BRANCHES if form.search(folded)), None)


def _by_name(outlets: Mapping[str, Outlet]) -> dict[str, Outlet]:
    """Outlets by name and by site; names before aliases, and an alias that two have stands for neither."""
    out: dict[str, Outlet] = {}
    for key in sorted(outlets):
        row = outlets[key]
        for name in (row.name, row.domain or ""):
            out.setdefault(_plain(name), row)
    aliases: dict[str, Outlet | None] = {}
    for key in sorted(outlets):
        for alias in outlets[key].aliases:
            aliases[_plain(alias)] = None if _plain(alias) in aliases else outlets[key]
    for alias, found in aliases.items():
        if found is not None:
            out.setdefault(alias, found)
    out.pop("", None)
    return out


def _plain(name: str) -> str:
    return folded_name(name).removeprefix("www.").removeprefix("the ")
