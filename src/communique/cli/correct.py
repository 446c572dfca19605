"""`communique correct`: what people know better, into the log of a record."""

from __future__ import annotations

import argparse
import datetime
import json
import sqlite3
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, get_args

from communique.cli.asked import knowledge, opened
from communique.cli.build import settings, unusable
from communique.cli.correct_rows import row_value
from communique.cli.rowsout import print_csv, print_json
from communique.cli.screen import plain
from communique.cli.show import is_row
from communique.model.dates import PartialDate
from communique.model.reading import EncounterKind, Level, Status
from communique.model.record import Field, Judgement

if TYPE_CHECKING:
    from communique.knowledge.base import Knowledge
    from communique.run.correct import Judged

COLUMNS = ("id", "at", "by", "act", "subject", "object", "field", "value", "undoes", "note", "refused")
_ALLOWED: dict[str, tuple[str, ...]] = {
    "kind": get_args(EncounterKind),
    "status": get_args(Status),
    "level": get_args(Level),
}


def correct(asked: argparse.Namespace, refuse: Callable[[str], NoReturn]) -> int:
    """Do one act of correction, or list the log; the exit code (1 where an entry could not be followed)."""
    from communique.resolve.judgements import JudgementError
    from communique.run.correct import judge, write_log
    from communique.run.read import SetupError
    from communique.run.references import UnknownError
    from communique.store.faults import StoreError

    try:
        if asked.act == "log":
            return _log(asked)
        if asked.act == "export":
            print(f"{write_log(asked.db, asked.file)} entries written to {plain(asked.file)}")
            return 0
        asked.pipeline = None  # correcting reads no article
        chosen = settings(asked, refuse)
        rows = _imported(asked.file) if asked.act == "import" else (_entry(asked, refuse),)
        done = judge(asked.db, rows, chosen)
        write_log(asked.db, log_file(asked.db))
    except (JudgementError, UnknownError) as error:
        refuse(str(error))
    except SetupError as error:
        print(f"communique: {error}", file=sys.stderr)
        return 2
    except StoreError as error:
        return unusable(error)
    except OSError as error:
        print(f"communique: {error.filename}: {error.strerror}", file=sys.stderr)
        return 2
    return _print(asked, done)


def log_file(record: str) -> Path:
    """The plain file beside a record that always holds its whole log."""
    return Path(record).with_suffix(".corrections.jsonl")


def _imported(path: str) -> tuple[Judgement, ...]:
    from communique.resolve.judgements import JudgementError, from_lines

    try:
        return from_lines(Path(path).read_text(encoding="utf-8"))
    except UnicodeDecodeError as error:
        raise JudgementError(f"{path} is no corrections file: it is not UTF-8") from error


def _entry(asked: argparse.Namespace, refuse: Callable[[str], NoReturn]) -> Judgement:
    """The entry that an act asks for; its subjects as the record knows them."""
    from communique.resolve.judgements import judgement
    from communique.run.references import article_of, mention_of

    # Only here a clock: the log must say what came after what.
    now = datetime.datetime.now(datetime.UTC).isoformat(timespec="microseconds")
    given = {"by": asked.by, "note": asked.note, "at": now}
    first, *rest = asked.given
    kb = knowledge(asked.knowledge, refuse)
    with opened(asked.db) as connection:
        if asked.act in ("same", "different"):
            one, two = mention_of(connection, first), mention_of(connection, rest[0])
            return judgement(asked.act, one, object=two, **given)
        if asked.act in ("reject", "set") and is_row(first):
            telling, field, value = row_value(connection, asked.act, (first, rest[0], rest[1]), refuse)
            return judgement(asked.act, telling, field=field, value=value, **given)
        if asked.act in ("reject", "set"):
            field, value = _value(asked.act, rest[0], _meant(rest[0], rest[1], kb, refuse), refuse)
            mention = mention_of(connection, first)
            if asked.act == "reject":
                _stated(connection, mention, field, value, refuse)
            return judgement(asked.act, mention, field=field, value=value, **given)
        if asked.act == "split-person":
            person = _named(connection, _person(first, kb), refuse)
            return judgement("split_person", person, object=article_of(connection, rest[0]), **given)
        if asked.act == "undo":
            return judgement("undo", undoes=_logged(connection, first, refuse), **given)
        if asked.act == "merge-person":
            other = _named(connection, _person(rest[0], kb), refuse)
            return judgement("merge_person", _person(first, kb), object=other, **given)
        return judgement("name_person", _named(connection, _person(first, kb), refuse), value=rest[0], **given)


def _value(act: str, field: str, value: str, refuse: Callable[[str], NoReturn]) -> tuple[str, str]:
    """A field and value that an encounter can have; usage ends the program for another."""
    if field not in get_args(Field):
        refuse(f"an encounter has no field {field!r}: it has {', '.join(get_args(Field))}")
    if act == "set":
        if field == "participants":
            refuse("who took part is corrected by reject, merge-person and name-person")
        if field in _ALLOWED and value not in _ALLOWED[field]:
            refuse(f"{field} is one of {', '.join(_ALLOWED[field])}")
        if field in ("start", "end"):
            try:
                PartialDate.parse(value)
            except ValueError as error:
                refuse(str(error))
    return field, value


def _meant(field: str, value: str, kb: Knowledge, refuse: Callable[[str], NoReturn]) -> str:
    """A value as the record holds it: countries by their codes, persons by their keys."""
    if field == "participants":
        return _person(value, kb)
    if field != "country" or value.upper() in kb.states:
        return value.upper() if field == "country" else value
    found = {
        entry.id
        for name in kb.names.find(value) or kb.names.find(value.title())
        for entry in name.entries[:1]
        if entry.kind == "state"
    }
    if len(found) != 1:
        refuse(f"the tables know no country {value!r}: give its name or ISO code (CHN)")
    return found.pop()


def _stated(
    connection: sqlite3.Connection, mention: str, field: str, value: str, refuse: Callable[[str], NoReturn]
) -> None:
    """Ends the program where no article states what is to be rejected: it would be a slip of the pen."""
    from communique.store import encounters, mentions

    key = mentions.of_key(connection, mention)
    for id_ in encounters.of_mentions(connection, [key] if key else []):
        row = encounters.one(connection, id_)
        if row is None:
            continue
        said = [one for _, one in row.participants] if field == "participants" else row.values.get(field, ())  # type: ignore[call-overload]
        values = [one.value for one in said]
        if value not in values:
            refuse(f"no article gives it the {field} {value!r}" + (f": it has {', '.join(values)}" if values else ""))


def _named(connection: sqlite3.Connection, person: str, refuse: Callable[[str], NoReturn]) -> str:
    """The same key, where somebody in the record has it; usage ends the program where nobody has."""
    from communique.store import finding

    if not finding.naming(connection, person.rpartition("/")[2]):
        refuse(f"nobody in the record is {person!r}: give a full name, or the key that `communique show` prints")
    return person


def _person(typed: str, kb: Knowledge) -> str:
    """The key of a person: as `communique show` prints it in brackets, or the entity of a known name."""
    found = {one.entity for one in kb.people.named(typed)}
    return found.pop() if len(found) == 1 else typed


def _logged(connection: sqlite3.Connection, reference: str, refuse: Callable[[str], NoReturn]) -> str:
    from communique.store import judgements

    found = [row.id for row in judgements.judgements(connection) if row.id.startswith(reference)]
    if len(found) != 1:
        refuse(f"the log has {'several entries' if found else 'no entry'} {reference}: `communique correct log`")
    return found[0]


def _print(asked: argparse.Namespace, done: Judged) -> int:
    refused = {row.id: done.refused[row.id] for row in done.added if row.id in done.refused}
    for row in done.added:
        if asked.act != "import":
            print(f"{row.id} added to the log, which is also in {plain(str(log_file(asked.db)))}")
    if asked.act == "import":
        print(f"{len(done.added)} entries taken over, {done.known} known already")
    for id_, reason in refused.items():
        print(f"communique: {id_} is in the log but could not be followed: {reason}", file=sys.stderr)
    return 1 if refused else 0


def _log(asked: argparse.Namespace) -> int:
    from communique.store import judgements

    with opened(asked.db) as connection:
        refused = judgements.refusals(connection)
        rows = [asdict(row) | {"refused": refused.get(row.id)} for row in judgements.judgements(connection)]
        told = {row[name]: _told(connection, row[name]) for row in rows for name in ("subject", "object") if row[name]}
    if asked.json:
        print_json(rows)
    elif asked.csv:
        print_csv(COLUMNS, rows)
    else:
        for row in rows:
            parts = (told.get(row[name], row[name]) for name in ("subject", "object", "field", "value", "undoes"))
            by = f" by {plain(row['by'])}" if row["by"] else ""
            print(f"{row['id']}  {row['at'] or ''}{by}  {row['act']} {' '.join(plain(part) for part in parts if part)}")
            for name in ("note", "refused"):
                if row[name]:
                    print(f"    {name}: {plain(row[name])}")
        print(f"{len(rows)} {'entry' if len(rows) == 1 else 'entries'}")
    return 0


def _told(connection: sqlite3.Connection, key: str) -> str:
    """What the log names by a key, as people name it: the file of an article, and the encounter in its reading."""
    from communique.store import finding, mentions, rows

    if key.startswith("sha256:"):
        path = finding.path_of(connection, key)
        return path.rpartition("/")[2] if path else key
    if key.startswith("tel-"):
        return rows.row_of_telling(connection, key) or key
    found = mentions.of_key(connection, key)
    facts = json.loads(mentions.facts(connection, found) or "{}") if found else {}
    path = finding.path_of(connection, facts["article"]) if facts else None
    return f"{path.rpartition('/')[2]}#{facts['encounter']}" if path else key
