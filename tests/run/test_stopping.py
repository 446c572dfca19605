from __future__ import annotations

import multiprocessing
import os
import signal
from pathlib import Path

import pytest

from communique.run.many import read_many
from communique.run.read import Settings


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
def test_ctrl_c_is_for_the_command_and_not_for_its_processes(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("The minister met his counterpart.", encoding="utf-8")
    readings = read_many([str(page)] * 12, Settings(), workers=2, batch=1)
    next(readings)
    for child in multiprocessing.active_children():
        assert child.pid is not None
        os.kill(child.pid, signal.SIGINT)
    assert len(list(readings)) == 11
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
