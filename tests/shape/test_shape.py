import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = sorted((ROOT / "src").rglob("*.py"))
MAX_MODULE, MAX_FUNCTION = 400, 60


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_a_module_can_be_read_in_one_sitting(path):
    assert len(path.read_text().splitlines()) < MAX_MODULE


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_a_function_fits_on_a_screen(path):
    functions = [n for n in ast.walk(ast.parse(path.read_text())) if isinstance(n, ast.FunctionDef)]
    long = {f.name: f.end_lineno - f.lineno + 1 for f in functions if f.end_lineno - f.lineno + 1 >= MAX_FUNCTION}
    assert not long


def test_nothing_is_called_utils():
    vague = {"utils", "util", "helpers", "common", "misc", "manager", "handler"}
    assert not [name(path) for path in (ROOT / "src").rglob("*") if path.stem in vague]


def test_the_lock_is_hashed_and_names_no_address():
    lock = (ROOT / "requirements.lock").read_text()
    assert "://" not in lock
    pins = [line for line in lock.splitlines() if line and not line.startswith((" ", "#", "-"))]
    assert pins and all("==" in line for line in pins)
    assert lock.count("--hash=sha256:") >= len(pins)


def test_every_needed_package_is_in_the_lock():
    project = (ROOT / "pyproject.toml").read_text().split("[project.scripts]")[0].split("dependencies = [")[1]
    wanted = re.findall(r'^\s+"([A-Za-z0-9_.-]+)', project, re.MULTILINE)
    locked = {
        re.sub(r"[-_.]+", "-", n)
        for n in re.findall(r"^([A-Za-z0-9_.-]+)==", (ROOT / "requirements.lock").read_text(), re.MULTILINE)
    }
    assert wanted and {re.sub(r"[-_.]+", "-", n) for n in wanted} <= locked


def test_the_stages_do_not_know_each_other():
    program = Path(sys.executable).parent / "lint-imports"
    done = subprocess.run([program, "--no-cache"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_the_set_up_script_needs_only_the_standard_library():
    modules = set()
    for node in ast.walk(ast.parse((ROOT / "dev.py").read_text())):
        if isinstance(node, ast.Import):
            modules |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            modules.add((node.module or "").split(".")[0])
    assert modules <= set(sys.stdlib_module_names)


def test_no_product_code_asks_the_network():
    network = {"urllib.request", "http", "socket", "requests", "urllib3", "httpx", "ftplib", "smtplib"}
    found = []
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text())):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom):
                names = [node.module or ""]
            found += [f"{name(path)}: {n}" for n in names if n in network or n.split(".")[0] in network - {"urllib"}]
    assert not found


def test_readers_walk_plain_tokens_and_never_those_of_spacy():
    """`from communique.reading.tokens import Token`: spaCy makes a token anew whenever it is asked for."""
    parsing = {"parse.py", "tokens.py", "embedding.py"}
    asking = [name(p) for p in (ROOT / "src/communique/reading").rglob("*.py") if "from spacy" in p.read_text()]
    assert {Path(path).name for path in asking} == parsing
