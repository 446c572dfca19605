"""From bytes to text: the character set found, damage mended where it is certain, refused where it is not text."""

from __future__ import annotations

import codecs
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass

import ftfy
from charset_normalizer import from_bytes
from ftfy.badness import is_bad

from communique.model.article import Source
from communique.model.reading import Failure

# A page of the web has 2.5 kB of text and up to 3 MB of markup; more is a dump of many pages or no text at all.
MAX_BYTES = 16 * 1024 * 1024
# What a character set is guessed from; guessing is the one slow step, and the rest of a page is written like its start.
GUESS_BYTES = 64 * 1024
# One damaged sequence to ten sound non-ASCII characters is a scrape cut in mid-character; in another character set
# nearly all are damaged.
SOUND_TO_DAMAGED = 10
# Bytes beyond ASCII in a row: words of other scripts have many, Western words one or two. Guesses from a few single
# bytes are character sets of old terminals (cp775, cp437) as often as not.
FOREIGN_RUN = 3
# Control characters in texts of eight-bit character sets: 0; in images, archives, programs: above 5 %.
CONTROL_SHARE = 0.02

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\x1f\x8b", "gzip-compressed"),
    (b"BZh", "bzip2-compressed"),
    (b"\xfd7zXZ\x00", "xz-compressed"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x7fELF", "a program"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
)
_BOMS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with that of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s{0,5}=\s{0,5}["']?\s{0,5}([A-Za-z0-9_:.-]{2,30})""", re.IGNORECASE)
# UTF-8 read as windows-1252 or Latin-1: the character of a leading byte before that of a following byte.
_TWICE = re.compile(
    "[\u00c2-\u00f4][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]"
)
_BEYOND_ASCII = re.compile(rb"[\x80-\xff]+")
_CONTROL = bytes(set(range(32)) - set(b"\t\n\r\f\v\x1b") | {127})


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and what had to be mended to get it (empty where nothing was)."""

    text: str
    mended: tuple[str, ...] = ()


def document_id(data: bytes) -> str:
    """The id of an input: `sha256:` and the digest of its bytes."""
    return "sha256:" + hashlib.sha256(data).hexdigest()


def decode(source: Source, *, max_bytes: int = MAX_BYTES) -> Decoded | Failure:
    """The text of a source without its byte order mark; a Failure of kind empty, too_large, binary or encoding."""
    data = source.data
    refusal = _refusal(data, max_bytes)
    if refusal is None:
        decoded = _text(data)
        if decoded is not None and decoded.text.strip("\ufeff\ufffd \t\r\n\f\v\u00a0"):
            return decoded
        if decoded is None:
            refusal = ("encoding", "its characters could not be decoded", "save it as UTF-8 and try again")
        else:
            refusal = ("empty", "there is no text in it", "check how the file was saved")
    kind, message, mend = refusal
    return Failure(source.path, kind, message, mend, document_id(data))


def _refusal(data: bytes, max_bytes: int) -> tuple[str, str, str] | None:
    """Kind, message and mend for bytes that are no text; None where they may be."""
    if not data.strip():
        return ("empty", "there is no text in it", "check how the file was saved")
    if len(data) > max_bytes:
        size = f"{len(data) / 1048576:.1f} MiB, more than the limit of {max_bytes / 1048576:.0f} MiB"
        return ("too_large", size, "cut it into single articles")
    for magic, what in _MAGIC:
        if data.startswith(magic):
            return ("binary", f"it is {what}, not text", "extract its text first")
    if not data.startswith(tuple(bom for bom, _ in _BOMS)) and _wide(data) is None:
        if b"\0" in data:
            return ("binary", "it has null bytes, which no text has", "check how the file was saved")
        head = data[:GUESS_BYTES]
        if len(head) - len(head.translate(None, _CONTROL)) > CONTROL_SHARE * len(head):
            return ("binary", "it has too many control characters for a text", "extract its text first")
    return None


def _wide(data: bytes) -> str | None:
    """UTF-16 without a byte order mark: text whose every other byte is null; None for anything else."""
    head = data[:2000]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    most = max(len(head) // 2, 1) * 0.6
    if odd > most and even == 0 and not len(data) % 2:
        return "utf-16-le"
    if even > most and odd == 0 and not len(data) % 2:
        return "utf-16-be"
    return None


def _text(data: bytes) -> Decoded | None:
    for bom, codec in _BOMS:
        if data.startswith(bom):
            return _certain(data[len(bom) :], codec)
    wide = _wide(data)
    if wide:
        return _certain(data, wide)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _damaged(data) or _eight_bit(data)
    return _mended(text.removeprefix("\ufeff"))


def _certain(data: bytes, codec: str) -> Decoded | None:
    """Text whose character set is known by its mark; broken characters are shown as such and reported."""
    text = data.decode(codec, "replace")
    broken = text.count("\ufffd")
    if broken > len(text) * 0.05 + 1 or "\0" in text:
        return None
    return Decoded(text, (f"{broken} undecodable characters replaced",) if broken else ())


def _damaged(data: bytes) -> Decoded | None:
    """UTF-8 in which a few characters are cut or broken; None where it is not UTF-8."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    beyond = len(text) - len(text.encode("ascii", "ignore")) - broken
    if beyond < SOUND_TO_DAMAGED * broken:
        return None
    return Decoded(text, (f"{broken} undecodable characters replaced",))


VISIBLE_CHARS = 50_000  # what of a page is looked at to tell its script


def _eight_bit(data: bytes) -> Decoded | None:
    """The declared character set, else the likeliest one."""
    declared = _declared(data)
    if declared:
        try:
            return _mended(data.decode(declared))
        except UnicodeDecodeError:
            pass
    for codec in (_likeliest(data[:GUESS_BYTES]), "cp1252"):
        try:
            text = data.decode(codec)
        except (UnicodeDecodeError, LookupError):
            continue
        if codec != "cp1252" and not _reads_as_foreign(text):
            continue
        done = _mended(text)
        return Decoded(done.text, (f"read as {codec}", *done.mended))
    return None


def _likeliest(head: bytes) -> str:
    """The likeliest character set; a text whose letters beyond ASCII stand alone within words is taken for Western."""
    runs = [len(run) for run in _BEYOND_ASCII.findall(head)]
    if sum(run for run in runs if run >= FOREIGN_RUN) < sum(runs) / 2:
        return "cp1252"
    guess = from_bytes(head).best()
    return "cp1252" if guess is None or _western(guess.encoding) else guess.encoding


def _reads_as_foreign(text: str) -> bool:
    """Whether the words of a guessed script are words: three letters and more on average, as in every language.

    Broken bytes in a Western text give single letters of Russian or Greek between the English words.
    """
    foreign = [word for word in re.findall(r"[^\W\d_]+", text[:VISIBLE_CHARS]) if not word.isascii()]
    return bool(foreign) and sum(map(len, foreign)) >= 3 * len(foreign)


def _western(codec: str) -> bool:
    """Whether a guess is one of the near-equal Western sets, which short texts cannot tell apart."""
    return codec.replace("_", "-") in {
        "cp1250",
        "cp1252",
        "cp1257",
        "latin-1",
        "iso8859-1",
        "iso8859-15",
        "cp1254",
        "mac-roman",
    }


def _declared(data: bytes) -> str | None:
    """The character set that the head of an HTML or XML page names, as browsers take it; None for none or unknown."""
    found = _DECLARED.search(data[:4096])
    if not found:
        return None
    try:
        name = codecs.lookup(found[1].decode("ascii")).name
    except LookupError:
        return None
    if name in ("iso8859-1", "ascii"):
        return "cp1252"  # what browsers read under these names
    return None if name.startswith(("utf-", "utf_")) else name


def _mended(text: str) -> Decoded:
    """Text that was decoded twice in the wrong set, put right line by line where that is certain."""
    if text.isascii():
        return Decoded(text)
    lines, changed = [], 0
    for line in _pieces(text):
        if _TWICE.search(line) and is_bad(line):
            better = ftfy.fix_encoding(line)
            if better != line and not is_bad(better):
                line, changed = better, changed + 1
        lines.append(line)
    if not changed:
        return Decoded(text)
    return Decoded("".join(lines), (f"wrongly decoded characters mended in {changed} line{'s' * (changed > 1)}",))


def _pieces(text: str) -> Iterator[str]:
    """Lines with their ends; a long one in pieces, so that the work per piece is bounded."""
    for line in text.splitlines(keepends=True):
        for at in range(0, len(line), 20_000):
            yield line[at : at + 20_000]
