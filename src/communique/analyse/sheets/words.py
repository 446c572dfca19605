"""Words that all sheets share: names, counts, what stands behind a line, how a footnote reads."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from communique.knowledge.base import Knowledge
from communique.model.answer import Cited, Outline
from communique.model.sheet import Line

Named = Callable[[str], str]
_CONTROL = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]+"
)


def named(kb: Knowledge) -> Named:
    """How a state, an organisation or a person is called in print."""

    def name(code: str) -> str:
        if code in kb.states:
            return kb.states[code].name
        if code in kb.organisations:
            return kb.organisations[code].name
        try:
            return kb.people.by_entity(code).name
        except KeyError:
            return code

    return name


def clean(text: str) -> str:
    """A text of a page on one line, without characters that would reorder or break it."""
    return " ".join(_CONTROL.sub(" ", text).split())


def counted(number: int, noun: str) -> str:
    """`1 article`, `2 articles`; `2 countries`."""
    plural = noun[:-1] + "ies" if noun.endswith("ry") else noun + "s"
    return f"{number} {noun if number == 1 else plural}"


def listed(words: Iterable[str]) -> str:
    """`China`, `China and Russia`, `China, India and Russia`."""
    shown = list(words)
    return shown[0] if len(shown) == 1 else " and ".join(filter(None, (", ".join(shown[:-1]), *shown[-1:])))


def behind(counts: tuple[int, int, int]) -> str:
    """`5 articles, 4 outlets, 3 independent origins`."""
    articles, outlets, origins = counts
    return f"{counted(articles, 'article')}, {counted(outlets, 'outlet')}, {counted(origins, 'independent origin')}"


def source(one: Cited) -> str:
    """Whose page and when: `Baltic Courier, 2024-07-09 19:02 +03:00`."""
    name = clean(one.outlet) if one.outlet else clean((one.path or one.article[:19]).rpartition("/")[2])
    return f"{name}, {one.published or 'date not stated'}"


def met(row: Outline, called: Named) -> str:
    """An encounter in a line: `meeting: Xi Jinping, Vladimir Putin, Beijing`."""
    what = row.kind.replace("_", " ")
    status = "" if row.held else f", {row.status}"
    who = ", ".join(clean(" and ".join(map(called, name.split(" and ")))) for name in row.who)
    where = clean(row.city) if row.city else called(row.country) if row.country else ""
    return ", ".join(part for part in (f"{what}{status}: {who}" if who else f"{what}{status}", where) if part)


def encounter_line(row: Outline, called: Named, cited: tuple[Cited, ...] = (), text: str | None = None) -> Line:
    """The same as a line of a sheet, with what articles contradict each other about."""
    told = f" (told differently: {', '.join(row.disputed).replace('_', ' ')})" if row.disputed else ""
    return Line(
        (text or met(row, called)) + told,
        cited,
        str(row.start or "not dated"),
        (row.articles, row.outlets, row.origins),
        row.id,
    )
