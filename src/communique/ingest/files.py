"""Files, folders and standard input as sources."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from communique.model.article import Source
from communique.model.reading import Failure

STANDARD_INPUT = "-"
# What a folder is searched for; a file that is named itself is read whatever its name.
SUFFIXES = frozenset({".txt", ".text", ".html", ".htm", ".xhtml", ".asc"})


def paths(given: Iterable[str]) -> Iterator[str]:
    """The inputs that are meant by what was given: files as they are, folders by the pages in them, sorted by path.

    A folder is searched to any depth for files named .txt, .html and the like; hidden ones and links to folders are
    passed over. A folder without any is given back itself, so that it ends in a row and not in silence.
    """
    for path in given:
        if path != STANDARD_INPUT and Path(path).is_dir():
            found = sorted(_pages(path), key=lambda page: Path(page).parts)
            yield from found or [path]
        else:
            yield path


def _pages(folder: str) -> Iterator[str]:
    for where, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            if not name.startswith(".") and Path(name).suffix.lower() in SUFFIXES:
                yield os.path.join(where, name)  # noqa: PTH118 - the folder as the user wrote it, "./" included


def load(path: str, max_bytes: int) -> Source | Failure:
    """The bytes of a file, of standard input for "-"; a Failure of kind missing, unreadable or too_large."""
    try:
        if path == STANDARD_INPUT:
            data = _at_most(sys.stdin.buffer, max_bytes)
        else:
            refused = _refused(path, max_bytes)
            if refused is not None:
                return refused
            with Path(path).open("rb") as file:
                data = _at_most(file, max_bytes)
    except FileNotFoundError:
        return Failure(path, "missing", "there is no such file", "check the path")
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        return Failure(path, "unreadable", f"it cannot be read: {reason}", "check that you may read it")
    if data is None:
        return _too_large(path, None, max_bytes)
    return Source(data, path)


def _refused(path: str, max_bytes: int) -> Failure | None:
    """Why a path is not opened at all: a folder, a device, a file over the limit."""
    found = Path(path).stat()
    if stat.S_ISDIR(found.st_mode):
        names = ", ".join(sorted(SUFFIXES))
        return Failure(path, "missing", f"there is no page in this folder ({names})", "name the files one by one")
    if stat.S_ISREG(found.st_mode) and found.st_size > max_bytes:
        return _too_large(path, found.st_size, max_bytes)
    return None


def _at_most(file: BinaryIO, max_bytes: int) -> bytes | None:
    """All that is in it; None where that is more than the limit (no more than that is taken into memory)."""
    data = file.read(max_bytes + 1)
    return data if len(data) <= max_bytes else None


def _too_large(path: str, size: int | None, max_bytes: int) -> Failure:
    limit = f"the limit of {_in_words(max_bytes)}"
    message = f"it is larger than {limit}" if size is None else f"it has {_in_words(size)}, more than {limit}"
    return Failure(path, "too_large", message, "cut it into single articles, or raise the limit with --max-bytes")


def _in_words(size: int) -> str:
    return f"{size / 1048576:.4g} MiB" if size >= 1048576 / 10 else f"{size} bytes"
