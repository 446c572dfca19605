"""Forms: every string that the tables let stand for something, in the order in which the readings are preferred."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.knowledge.kinds import EntryKind
from communique.knowledge.names import Form
from communique.knowledge.people import People
from communique.knowledge.tables import Tables, parts

STATES = (
    "id", "alpha2", "name", "official", "aliases", "demonyms", "capitals", "prefixes", "shared", "leads",
)  # fmt: skip
CITIES = ("id", "name", "aliases", "country", "population", "capital", "shared")
OUTLETS = ("id", "name", "aliases", "domain", "country", "kind", "standing", "group", "shared")
ORGANISATIONS = ("id", "name", "aliases", "kind", "seat", "country", "shared")
SUMMITS = ("id", "name", "aliases", "organisation")
EDITIONS = ("id", "series", "ordinal", "city", "country", "start", "end", "how")
OFFICES = ("title", "plural", "key", "countries", "rank")
VENUES = ("id", "name", "aliases", "city", "country", "shared")
METONYMS = ("name", "actor", "what", "aliases")
INITIATIVES = ("id", "name", "aliases", "proponent", "first", "shared")
REGIONS = ("id", "name", "aliases", "demonyms", "kind", "country", "shared")

_NO_PLURAL = ("s", "h", "ese", "man", "woman", ".")


def all_forms(tables: Tables, people: People) -> Iterator[Form]:
    """The forms of all tables, the preferred kind first; within a kind in the order of the table."""
    yield from _people(people)
    states = tables.rows("states", STATES)
    yield from _states(states)
    yield from _demonyms(states)
    yield from _named(tables, "organisation", "organisations", ORGANISATIONS, own_id=True)
    yield from _summits(tables)
    yield from _offices(tables)
    yield from _cities(tables)
    yield from _named(tables, "venue", "venues", VENUES, country=4)
    yield from _metonyms(tables, states)
    yield from _named(tables, "outlet", "outlets", OUTLETS, country=4)
    yield from _named(tables, "initiative", "initiatives", INITIATIVES, country=3)
    yield from _regions(tables)
    for row in states:
        for prefix in parts(row[7]):
            yield prefix, "prefix", row[0], row[2], row[0], False


def plural_demonym(demonym: str) -> str | None:
    """The people of a demonym ("Kenyans"); None where the word has no plural of its own (Chinese, Swiss, French)."""
    return None if demonym.endswith(_NO_PLURAL) or demonym.isupper() else demonym + "s"


def _people(people: People) -> Iterator[Form]:
    for form, entity, name, country in people.forms():
        # One word is a monarch's or a known short name; alone it is a given name or a word as often.
        yield form, "person", entity, name, country, " " not in form


def _bare(forms: Sequence[str]) -> list[str]:
    """The forms without those that only add an article: evidence is the name itself."""
    return [form for form in dict.fromkeys(forms) if not (form[:4].lower() == "the " and form[4:] in forms)]


def _states(states: Sequence[Sequence[str]]) -> Iterator[Form]:
    for id_, _, name, official, aliases, _, _, _, shared, _ in states:
        doubtful = parts(shared)
        for form in _bare((name, *parts(official), *parts(aliases))):
            yield form, "state", id_, name, id_, form in doubtful


def _demonyms(states: Sequence[Sequence[str]]) -> Iterator[Form]:
    names = {row[2] for row in states}
    for row in states:
        doubtful = parts(row[8])
        for form in parts(row[5]):
            yield form, "demonym", row[0], row[2], row[0], form in doubtful
            plural = plural_demonym(form)
            if plural and plural not in names:
                yield plural, "demonym", row[0], row[2], row[0], form in doubtful


def _named(
    tables: Tables,
    kind: EntryKind,
    table: str,
    columns: Sequence[str],
    country: int | None = None,
    own_id: bool = False,
) -> Iterator[Form]:
    shared = columns.index("shared") if "shared" in columns else None
    for row in tables.rows(table, columns):
        doubtful = parts(row[shared]) if shared is not None else ()
        of = row[0] if own_id else (row[country] or None) if country is not None else None
        names = (row[1], *parts(row[2]))
        for form in _outlet_forms(names) if kind == "outlet" else _bare(names):
            yield form, kind, row[0], row[1], of, form in doubtful


def _outlet_forms(names: Sequence[str]) -> Iterator[str]:
    """The names, and those of three words and more without their article: "the Wall Street Journal reported"."""
    bare = (name.removeprefix("The ") for name in names if len(name.split()) > 2)
    yield from dict.fromkeys((*names, *bare))


def _summits(tables: Tables) -> Iterator[Form]:
    """The series by their names; an edition, the latest first, by series and city or year ("SCO Tianjin summit")."""
    short: dict[str, list[tuple[str, str, str]]] = {}
    for id_, name, aliases, organisation in tables.rows("summits", SUMMITS):
        for form in dict.fromkeys((name, *parts(aliases))):
            yield form, "summit", id_, name, organisation or None, False
            head, _, last = form.rpartition(" ")
            if head and last.lower() in ("summit", "forum", "meeting"):
                short.setdefault(id_, []).append((head, last, name))
    for id_, series, _, city, _, start, _, _ in reversed(tables.rows("editions", EDITIONS)):
        for head, last, name in short.get(series, ()):
            for place in filter(None, (city, start[:4])):
                for form in (f"{head} {place} {last}", f"{place} {head} {last}", f"{head} {last} {place}"):
                    yield form, "summit", id_, name, None, False


def _offices(tables: Tables) -> Iterator[Form]:
    for title, plural, key, countries, _ in tables.rows("offices", OFFICES):
        for country in parts(countries) or (None,):
            for form in filter(None, (title, *parts(plural))):
                yield form, "office", key, title, country, False


def _cities(tables: Tables) -> Iterator[Form]:
    for id_, name, aliases, country, _, _, shared in tables.rows("cities", CITIES):
        doubtful = bool(shared)
        for form in dict.fromkeys((name, *parts(aliases))):
            yield form, "city", id_, name, country, doubtful


def _metonyms(tables: Tables, states: Sequence[Sequence[str]]) -> Iterator[Form]:
    for name, actor, _, aliases in tables.rows("metonyms", METONYMS):
        for form in _bare((name, *parts(aliases))):
            yield form, "metonym", actor, name, actor, False
    for row in states:
        for form in parts(row[6]):
            if form != row[2]:
                yield form, "metonym", row[0], form, row[0], False


def _regions(tables: Tables) -> Iterator[Form]:
    for id_, name, aliases, demonyms, _, country, shared in tables.rows("regions", REGIONS):
        doubtful = parts(shared)
        for form in _bare((name, *parts(aliases), *parts(demonyms))):
            yield form, "region", id_, name, country or None, form in doubtful
