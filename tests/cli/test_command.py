import subprocess
import sys

import pytest

from communique.cli.main import main, parser


def run(*arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, "-m", "communique", *arguments], input=stdin, capture_output=True)


def test_help_does_not_load_the_parser():
    code = (
        "import sys\nfrom communique.cli.main import main\n"
        "try:\n    main(['--help'])\nexcept SystemExit:\n    pass\n"
        "heavy = {'spacy', 'numpy', 'lxml', 'trafilatura', 'rich', 'ftfy'} & set(sys.modules)\n"
        "sys.exit(f'loaded: {heavy}' if heavy else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True)
    assert done.returncode == 0, done.stderr


def test_help_teaches_with_examples(capsys):
    with pytest.raises(SystemExit) as ended:
        main(["--help"])
    assert ended.value.code == 0
    shown = capsys.readouterr().out
    assert "communique read article.html" in shown
    assert "not stated" in shown


def test_no_command_shows_the_help(capsys):
    assert main([]) == 0
    assert "examples:" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [
        ["read"],
        ["read", "a.txt", "b.txt", "--url", "https://paper.example/a"],
        ["read", "a.txt", "--published", "yesterday"],
        ["read", "a.txt", "--published", "2024-13"],
        ["read", "a.txt", "--workers", "0"],
        ["read", "a.txt", "--knowledge", "no-such-folder"],
        ["read", "a.txt", "--json", "--explain"],
        ["dance"],
    ],
)
def test_wrong_usage_ends_with_2_and_says_what_is_wanted(arguments, capsys):
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert "communique" in capsys.readouterr().err


def test_a_missing_pipeline_is_said_with_its_mend_and_no_traceback(tmp_path):
    (tmp_path / "a.txt").write_text("Written for communique.\nThe two ministers met on Monday.\n")
    done = run("read", str(tmp_path / "a.txt"), "--pipeline", "no_such_pipeline")
    assert done.returncode == 2
    assert b"no_such_pipeline" in done.stderr and b"--pipeline" in done.stderr
    assert b"Traceback" not in done.stderr


def test_every_command_has_a_help_text():
    for action in parser()._subparsers._group_actions:  # type: ignore[union-attr]
        assert {choice.dest for choice in action._choices_actions} == set(action.choices)
