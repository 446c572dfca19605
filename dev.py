#!/usr/bin/env python3
"""Sets communique up inside its own folder and runs it: needs python3 with pip, nothing else.

usage:
  python3 dev.py demo            set up, then read the example articles that ship with communique
  python3 dev.py test [ARGS]     set up, then run every check: format, lint, types, import contract, tests
                                 (ARGS go to pytest, for instance: -k dates)
  python3 dev.py run ARGS...     set up, then run `communique ARGS...`
  python3 dev.py setup           set up only
  python3 dev.py lock            write requirements.lock anew from pyproject.toml

Everything goes into .uv/ and .venv/ beside this file; remove both to start afresh.
"""

from __future__ import annotations

import hashlib
import os
import pathlib
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
LOCK, STAMP = HERE / "requirements.lock", HERE / ".venv" / "stamp"
UV_VERSION = "0.13.9"


def run(*command: str | pathlib.Path, check: bool = True) -> int:
    """Run a command in the checkout; its exit code. With check, a failure ends this script with the same code."""
    environment = {**os.environ, "VIRTUAL_ENV": str(HERE / ".venv"), "PYTHONDONTWRITEBYTECODE": "1"}
    code = subprocess.run([str(c) for c in command], cwd=HERE, env=environment).returncode
    if check and code:
        print(f"dev.py: this step failed with exit code {code}: {' '.join(map(str, command))}", file=sys.stderr)
        sys.exit(code)
    return code


def tool(name: str) -> pathlib.Path:
    """The path of a program that the setup installed."""
    return HERE / ".venv" / ("Scripts" if os.name == "nt" else "bin") / name


def uv() -> pathlib.Path:
    """The path of uv, installed beside this file: the one way that works on a bare Debian, without venv or sudo."""
    path = HERE / ".uv" / "bin" / "uv"
    if not path.exists():
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--upgrade"]
        run(*pip, "--target", HERE / ".uv", f"uv=={UV_VERSION}")
    return path


def setup() -> None:
    """Make .venv hold exactly what requirements.lock says, and communique itself; quick where nothing changed."""
    if sys.version_info < (3, 11):
        sys.exit(f"dev.py: communique needs Python 3.11 or newer, this is {sys.version.split()[0]}.")
    wanted = hashlib.sha256(
        b"\0".join((HERE / name).read_bytes() for name in ("requirements.lock", "pyproject.toml"))
    ).hexdigest()
    if STAMP.exists() and STAMP.read_text() == wanted:
        return
    print("dev.py: setting up .venv (once; about a minute)", file=sys.stderr, flush=True)
    program = uv()
    if (HERE / ".venv").exists():
        shutil.rmtree(HERE / ".venv")
    run(program, "venv", "--quiet", "--python", sys.executable, HERE / ".venv")
    install: list[str | pathlib.Path] = [program, "pip", "install", "--quiet", "--require-hashes", "-r", LOCK]
    if run(*install, check=False):
        # behind a proxy with a certificate of its own, uv's built-in certificates do not do
        print("dev.py: once more, with the certificates of this system", file=sys.stderr, flush=True)
        run(*install, "--system-certs")
    run(program, "pip", "install", "--quiet", "--no-deps", "--no-build-isolation", "-e", HERE)
    STAMP.write_text(wanted)


def test(arguments: list[str]) -> int:
    """All checks, in the order in which they fail fastest; the exit code of the first that fails, after all ran."""
    checks: list[tuple[str, list[str | pathlib.Path]]] = [
        ("format", [tool("ruff"), "format", "--check", "--quiet", "."]),
        ("lint", [tool("ruff"), "check", "--quiet", "."]),
        ("types", [tool("mypy"), "--no-error-summary"]),
        ("import contract", [tool("lint-imports")]),
        ("tests", [tool("pytest"), *arguments]),
    ]
    failed = []
    for name, command in checks:
        print(f"dev.py: {name}", flush=True)
        if run(*command, check=False):
            failed.append(name)
    if failed:
        print(f"dev.py: failed: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


def main(arguments: list[str]) -> int:
    """Do what the first argument names; the exit code."""
    job, rest = (arguments or ["help"])[0], arguments[1:]
    if job == "lock":
        run(uv(), "pip", "compile", "pyproject.toml", "--group", "dev", "--universal", "--generate-hashes", "--quiet",
            "--no-header", "--no-annotate", "--python-version", "3.11", "-o", LOCK)  # fmt: skip
        return 0
    if job not in ("demo", "test", "run", "setup"):
        print(__doc__)
        return 0 if job in ("help", "-h", "--help") else 2
    setup()
    if job == "demo":
        return run(tool("communique"), "demo", *rest, check=False)
    if job == "test":
        return test(rest)
    if job == "run":
        return run(tool("communique"), *rest, check=False)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
