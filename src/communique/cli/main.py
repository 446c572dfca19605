"""The command `communique`: what it can be asked, and which part of the code answers."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from communique.cli import answering, asking, checking, comparing, keeping, tabling
from communique.version import __version__

# Only the standard library here: `communique --help` must answer at once, and importing spaCy takes a second.

_ABOUT = "Reads articles about diplomacy: who met whom, where and when, who said what and by whose account."
_EXAMPLES = """\
examples:
  communique read article.html                  one article as a page to read
  communique read folder/ --json > out.jsonl    every article below a folder, one JSON object a line
  curl -s URL | communique read - --url URL     a page from standard input
  communique read readout.txt --published 2024-07-16
                                                a readout that does not print its own date
  communique read article.html --explain        the sentence behind every value, evidence marked
  communique check article.html --db record.db  what contradicts it, what confirms it, what could not be checked
  communique demo                               read the example articles that ship with communique
  communique doctor                             what is installed, what is missing, how to mend it

Every value stands on characters of the article; what the article does not state
is "not stated" (null in JSON), never a guess. Nothing is sent anywhere.
"""
_READ = """\
A PATH is a file (plain text or HTML), a folder (its files in the order of their
paths) or - for standard input. Results come in the order given. An input that
cannot be read gives a row of its own with the reason and the mend; the others
are still read.

exit code: 0 all inputs were read; 1 at least one was not; 2 wrong usage, or
something that communique needs is missing.
"""


def parser() -> argparse.ArgumentParser:
    """The grammar of the command line."""
    style = argparse.RawDescriptionHelpFormatter
    top = argparse.ArgumentParser("communique", description=_ABOUT, epilog=_EXAMPLES, formatter_class=style)
    top.add_argument("--version", action="version", version=f"communique {__version__}")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    _add_read(commands.add_parser("read", help="read articles", description=_READ, formatter_class=style))
    keeping.add_commands(commands, _count)
    asking.add_commands(commands, _count)
    answering.add_commands(commands, _count)
    checking.add_commands(commands)
    comparing.add_commands(commands)
    tabling.add_commands(commands, _count)
    demo = commands.add_parser("demo", help="read the example articles that ship with communique")
    _add_colour(demo)
    doctor = commands.add_parser("doctor", help="what is installed, what is missing, what that blocks, how to mend it")
    doctor.add_argument("--pipeline", metavar="NAME", help="check this spaCy pipeline instead of the usual one")
    doctor.add_argument("--knowledge", metavar="DIR", help="check this folder of own tables too")
    _add_colour(doctor)
    commands.add_parser("version", help="the versions of the reader and of its knowledge")
    return top


def _add_read(read: argparse.ArgumentParser) -> None:
    read.add_argument("paths", nargs="+", metavar="PATH", help="file, folder or - (standard input)")
    out = read.add_argument_group("what comes out")
    out.add_argument("--json", action="store_true", help="one JSON object a line instead of pages (docs/reading.md)")
    out.add_argument("--explain", action="store_true", help="the sentence and the rule behind every value")
    _add_colour(out)
    out.add_argument("--quiet", action="store_true", help="no progress bar and no closing line")
    given = read.add_argument_group("what you know of the page and it may not say")
    given.add_argument("--url", help="its address (one input only)")
    given.add_argument("--published", metavar="DATE", help="its date: 2024, 2024-10 or 2024-10-02")
    how = read.add_argument_group("how it is read")
    how.add_argument("--workers", type=_count, default=1, metavar="N", help="processes (default 1; 0.4 GB each)")
    how.add_argument("--batch", type=_count, metavar="N", help="files a process takes at a time")
    how.add_argument("--pipeline", metavar="NAME", help="another spaCy pipeline: a package or a folder")
    how.add_argument("--knowledge", metavar="DIR", help="own tables laid over the shipped ones (docs/knowledge.md)")
    how.add_argument("--max-bytes", type=_count, metavar="N", help="refuse larger inputs (default 16 MiB)")
    how.add_argument("--debug", action="store_true", help="stop at the first fault of communique and show it whole")


def _add_colour(group: argparse.ArgumentParser | argparse._ArgumentGroup) -> None:
    group.add_argument(
        "--color", action=argparse.BooleanOptionalAction, default=None, help="colours (default: only on a terminal)"
    )


def _count(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"want a whole number from 1 on, not {text!r}")
    return int(text)


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line asks; the exit code."""
    from communique.cli.screen import utf8_output

    utf8_output()
    top = parser()
    asked = top.parse_args(arguments)
    try:
        return _answer(top, asked)
    except BrokenPipeError:  # `communique read ... | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130


def _answer(top: argparse.ArgumentParser, asked: argparse.Namespace) -> int:
    if asked.command == "read":
        from communique.cli.read import read

        return read(asked, top.error)
    if asked.command == "demo":
        from communique.cli.demo import demo

        return demo(asked.color)
    if asked.command == "doctor":
        from communique.cli.doctor import doctor

        return doctor(asked.pipeline, asked.knowledge, asked.color)
    if asked.command == "version":
        from communique.knowledge.base import default

        print(f"communique {__version__}+{default().version}")
        return 0
    answers = (keeping.answer, asking.answer, answering.answer, checking.answer, comparing.answer, tabling.answer)
    for answered in answers:
        done = answered(asked, top.error)
        if done is not None:
            return done
    top.print_help()
    return 0
