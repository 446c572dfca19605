"""Same input, same version: same output, byte for byte."""

import os
import subprocess
import sys
from pathlib import Path

EXAMPLES = Path(__file__).parents[2] / "src" / "communique" / "examples"


def read(*options: str, **environment: str) -> bytes:
    files = sorted(str(path) for path in EXAMPLES.glob("[0-9]*"))[:12]
    command = [sys.executable, "-m", "communique", "read", *files, "--json", "--quiet", *options]
    clean = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG", "PYTHON"))}
    done = subprocess.run(command, capture_output=True, env=clean | environment)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout


def test_hash_seed_locale_time_zone_batch_and_workers_change_no_byte():
    one = read(PYTHONHASHSEED="1", LC_ALL="C", TZ="UTC")
    other = read(
        "--workers", "2", "--batch", "3", PYTHONHASHSEED="4711", LC_ALL="tr_TR.UTF-8", TZ="Pacific/Kiritimati"
    )  # fmt: skip
    assert one == other
    assert one.count(b"\n") == 12


def test_an_article_is_read_the_same_whatever_stands_beside_it():
    path = str(EXAMPLES / "05-putin-modi-tass.txt")
    command = [sys.executable, "-m", "communique", "read", "--json", "--quiet"]
    alone = subprocess.run([*command, path], capture_output=True).stdout
    beside = subprocess.run([*command, str(EXAMPLES / "01-xi-albanese-wire.txt"), path], capture_output=True).stdout
    assert beside.splitlines()[1] == alone.splitlines()[0]
