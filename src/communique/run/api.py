"""communique as a library: one text or one file at a time."""

from __future__ import annotations

import functools
import json
from os import PathLike, fspath
from typing import Any

from communique.ingest.files import load
from communique.model.article import Source
from communique.model.comparison import Comparison
from communique.model.dates import PartialDate
from communique.model.document import failure_document, reading_document
from communique.model.document_comparison import comparison_document
from communique.model.reading import Failure, Reading
from communique.run.read import Reader, Settings


class UnreadableError(ValueError):
    """An input from which no article could be made; `failure` has the kind of fault and how to mend it."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(f"{failure.path or 'text'}: {failure.message}; {failure.mend}")
        self.failure = failure


@functools.lru_cache(maxsize=4)
def _reader(settings: Settings) -> Reader:
    return Reader(settings)


def _read(source: Source, settings: Settings | None) -> Reading:
    result = _reader(settings or Settings()).read(source)
    if isinstance(result, Failure):
        raise UnreadableError(result)
    return result


def read_text(
    text: str, *, url: str | None = None, published: str | None = None, settings: Settings | None = None
) -> Reading:
    """What a text says, be it plain text or HTML.

    url and published (`2024`, `2024-10`, `2024-10-02`) are what you know of the page and it may not say itself.
    Raises UnreadableError where there is no article in it, SetupError where communique is not fully installed.
    """
    data = text.encode("utf-8", "replace")
    return _read(Source(data, None, url, PartialDate.parse(published) if published else None), settings)


def read_file(
    path: str | PathLike[str],
    *,
    url: str | None = None,
    published: str | None = None,
    settings: Settings | None = None,
) -> Reading:
    """What a file says; otherwise as read_text."""
    chosen = settings or Settings()
    loaded = load(fspath(path), chosen.max_bytes)
    if isinstance(loaded, Failure):
        raise UnreadableError(loaded)
    given = PartialDate.parse(published) if published else None
    return _read(Source(loaded.data, loaded.path, url, given), chosen)


def to_json(result: Reading | Failure | Comparison) -> str:
    """A reading, an input that failed or a comparison as one line of JSON: docs/reading.md, docs/compare.md."""
    return json.dumps(to_dict(result), ensure_ascii=False, separators=(",", ":"))


def to_dict(result: Reading | Failure | Comparison) -> dict[str, Any]:
    """The same as dictionaries and lists."""
    if isinstance(result, Comparison):
        return comparison_document(result)
    return failure_document(result) if isinstance(result, Failure) else reading_document(result)
