"""The third step: for mentions that came or whose neighbours changed, the encounters of their components."""

from __future__ import annotations

from collections.abc import Iterable

from communique.model.record import MergedEncounter
from communique.resolve.encounters import Resolved, resolved
from communique.resolve.facts import MentionFacts, content_id
from communique.run.resolving.claims import clear, resolve_claims
from communique.run.resolving.desk import Desk
from communique.run.resolving.neighbours import component
from communique.store import encounters as stored
from communique.store import judgements, links, todo
from communique.store.mentions import Key
from communique.store.todo import Stage

Component = dict[Key, MentionFacts]


def resolve_encounters(desk: Desk, keys: Iterable[Key]) -> None:
    """Group and merge the components of these mentions anew."""
    done: set[Key] = set()
    for key in keys:
        if key not in done and desk.facts(key) is not None:
            done |= _resolve(desk, key)
        done.add(key)
    todo.done(desk.connection, Stage.MENTIONS, (f"{number}:{mention}" for number, mention in sorted(done)))


def _resolve(desk: Desk, key: Key) -> set[Key]:
    found = component(desk, (key,))
    result = _resolved(desk, found)
    # Two encounters whose content gives one id are told apart together, be they ever so far from each other.
    while alike := _of_same_content(desk, found, result):
        found = component(desk, {*found, *alike})
        result = _resolved(desk, found)
    _store(desk, found, result)
    return set(found)


def _resolved(desk: Desk, found: Component) -> Resolved:
    numbers = sorted({number for number, _ in found})
    readings = {reading.article.id: reading for reading in desk.readings(numbers).values()}
    chains = links.chains(desk.connection, numbers)
    return resolved(found.values(), readings, chains, links.among(desk.connection, numbers), desk.log)


def _of_same_content(desk: Desk, found: Component, result: Resolved) -> set[Key]:
    """The mentions outside of the component of encounters that have the id of one inside."""
    out: set[Key] = set()
    for base in sorted({base for _, base in _bases(found, result)}):
        for encounter in sorted(stored.with_base(desk.connection, base)):
            out |= {key for key in stored.mentions_of(desk.connection, encounter) if key not in found}
    return out


def _bases(found: Component, result: Resolved) -> list[tuple[MergedEncounter, str]]:
    """The encounters with the ids that they had before those of equal content were told apart."""
    key_of = {(facts.article, facts.encounter): facts.key for facts in found.values()}
    ids = [row.id for row in result.encounters]
    out = []
    for row in result.encounters:
        least = min(key_of[mention] for mention in row.mentions)
        base = next((id_ for id_ in ids if content_id("enc", (id_, least)) == row.id), row.id)
        out.append((row, base))
    return out


def _store(desk: Desk, found: Component, result: Resolved) -> None:
    connection = desk.connection
    by_mention = {(facts.article, facts.encounter): key for key, facts in found.items()}
    before = stored.of_mentions(connection, sorted(found))
    waiting = todo.among(connection, Stage.MENTIONS, [f"{number}:{mention}" for number, mention in found])
    told_anew = []
    for row, base in _bases(found, result):
        keys = [by_mention[mention] for mention in row.mentions]
        if stored.put(connection, row, base, keys) or any(f"{key[0]}:{key[1]}" in waiting for key in keys):
            told_anew.append(row.id)
    kept = {row.id for row in result.encounters}
    for gone in sorted(before - kept):
        _remove(desk, gone, kept)
    resolve_claims(desk, told_anew)  # now, with the readings at hand
    about = [id_ for _, _, id_ in desk.judged.about({facts.key for facts in found.values()}).same]
    judgements.put_refusals(connection, about, {row.judgement: row.reason for row in result.refusals})


def _remove(desk: Desk, gone: str, kept: set[str]) -> None:
    """Take out an encounter that no mention tells any more; those of the same content may have its id now."""
    base = stored.base_of(desk.connection, gone)
    clear(desk, gone)
    stored.remove(desk.connection, gone)
    for other in sorted(stored.with_base(desk.connection, base or gone) - kept):
        keys = stored.mentions_of(desk.connection, other)
        todo.add(desk.connection, Stage.MENTIONS, (f"{number}:{mention}" for number, mention in keys))
