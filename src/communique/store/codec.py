"""Frozen dataclasses as JSON and back, by their type hints: for what the record keeps and shows nobody as such."""

from __future__ import annotations

import dataclasses
import datetime
import functools
import json
import types
import typing
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from communique.model.dates import PartialDate
from communique.model.span import Span

T = TypeVar("T")


def packed(value: object) -> str:
    """A value as canonical JSON: the same value gives the same characters."""
    return json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def unpacked(kind: type[T], text: str) -> T:
    """The value of that type that `packed` wrote."""
    return made(kind, json.loads(text))


def made(kind: type[T], row: Any) -> T:
    """The value of that type from plain JSON values; fields that are not there take their defaults."""
    value: T = _reader(typing.cast(Any, kind))(row)
    return value


def plain(text: str) -> dict[str, Any]:
    """The JSON object that `packed` wrote, as dictionaries and lists."""
    found: dict[str, Any] = json.loads(text)
    return found


def _plain(value: Any) -> Any:
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, Span):
        return [value.start, value.end]
    if isinstance(value, PartialDate | datetime.date):
        return str(value)
    if dataclasses.is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, Mapping):
        return {str(key): _plain(part) for key, part in value.items()}
    if isinstance(value, frozenset | set):
        return sorted(_plain(part) for part in value)
    return [_plain(part) for part in value]


def _same(value: Any) -> Any:
    return value


@functools.cache
def _reader(kind: Any) -> Callable[[Any], Any]:
    """How a value of a type is made from its JSON."""
    if kind is Span:
        return lambda pair: Span(*pair)
    if kind is PartialDate:
        return PartialDate.parse
    if kind is datetime.date:
        return datetime.date.fromisoformat
    if dataclasses.is_dataclass(kind):
        return _of_dataclass(kind)
    origin, parts = typing.get_origin(kind), typing.get_args(kind)
    if origin in (typing.Union, types.UnionType):
        return _of_optional(parts)
    if origin in (tuple, list, frozenset, set, Sequence):
        return _of_sequence(tuple if origin is Sequence else origin, parts)
    if origin in (dict, Mapping):
        inner = _reader(parts[1])
        return lambda row: {key: inner(value) for key, value in row.items()}
    return _same


def _of_dataclass(kind: Any) -> Callable[[Any], Any]:
    hints = typing.get_type_hints(kind)
    readers = [(field.name, _reader(hints[field.name])) for field in dataclasses.fields(kind) if field.init]
    # A field that an older version did not write takes its default.
    return lambda row: kind(**{name: read(row[name]) for name, read in readers if name in row})


def _of_optional(parts: tuple[Any, ...]) -> Callable[[Any], Any]:
    real = [part for part in parts if part is not type(None)]
    inner = _reader(real[0]) if len(real) == 1 else _same
    return lambda value: None if value is None else inner(value)


def _of_sequence(origin: Any, parts: tuple[Any, ...]) -> Callable[[Any], Any]:
    if origin is tuple and len(parts) > 1 and parts[1] is not Ellipsis:
        readers = [_reader(part) for part in parts]
        return lambda row: tuple(read(value) for read, value in zip(readers, row, strict=True))
    inner = _reader(parts[0]) if parts else _same
    return lambda row: origin(inner(value) for value in row)
