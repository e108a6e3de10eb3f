"""Whatever a target does, there is one clear line, its own last lines, and exit code 2."""

from __future__ import annotations

from pathlib import Path

import pytest
from running import needs_tensorflow, scopecheck, verified, written

from scopecheck.runtime.errors import TargetFailed

pytestmark = needs_tensorflow

BAD = {
    "raises": (
        "def inner():\n    return 1 / 0\n\ninner()\n",
        "ZeroDivisionError: division by zero",
    ),
    "exits": ("import sys\nsys.exit(3)\n", "the target exits: sys.exit(3)"),
    "leaves": ("import os\nos._exit(7)\n", "the target left its process with code 7"),
    "kills itself": ("import os, signal\nos.kill(os.getpid(), signal.SIGKILL)\n", "SIGKILL"),
    "crashes": ("import ctypes\nctypes.string_at(0)\n", "SIGSEGV"),
    "hangs": ("while True:\n    pass\n", "still running after 2 s"),
    "does not parse": ("def f(:\n", "invalid syntax"),
    "misses a module": ("import not_there_at_all\n", "No module named 'not_there_at_all'"),
}


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_target(kind: str, tmp_path: Path) -> None:
    text, message = BAD[kind]
    ran = scopecheck(
        "verify", written(tmp_path, text), "--timeout", "2", "--shim", "off", cwd=tmp_path
    )
    assert ran.code == 2
    first = ran.err.splitlines()[0]
    assert first.startswith("scopecheck: ")
    assert message in first
    assert "Traceback (most recent call last)" not in ran.err


def test_the_tail_shows_the_targets_own_lines(tmp_path: Path) -> None:
    with pytest.raises(TargetFailed) as failed:
        verified(written(tmp_path, BAD["raises"][0]))
    tail = "\n".join(failed.value.tail)
    assert "in inner" in tail
    assert "return 1 / 0" in tail
    assert "scopecheck/runtime" not in tail


def test_megabytes_of_output_and_a_fork(tmp_path: Path) -> None:
    program = written(
        tmp_path,
        """\
        import os
        import sys
        import tensorflow as tf
        sys.stdout.write("x" * 5_000_000)
        w = tf.get_variable("w", [2])
        if os.fork() == 0:
            tf.get_variable("w", [2])
        """,
    )
    found = verified(program)
    assert found.ended.how == "fine"
    assert [one.variable.name for one in found.trace.endings[0].holdings] == ["w:0"]


def test_an_error_that_a_rule_covers_is_a_finding(tmp_path: Path) -> None:
    program = written(
        tmp_path,
        """\
        import tensorflow as tf
        tf.get_variable("w", [2])
        tf.get_variable("w", [2])
        """,
    )
    ran = scopecheck("verify", program, "--output-format", "concise", cwd=tmp_path)
    assert ran.code == 1
    assert ran.out.startswith("program.py:3:1: SCO101 ")


def test_an_interpreter_that_is_not_there(tmp_path: Path) -> None:
    ran = scopecheck("verify", written(tmp_path, ""), "--python", "/nowhere/python")
    assert (ran.code, ran.err.count("\n")) == (2, 1)


def test_a_target_that_is_not_there() -> None:
    ran = scopecheck("verify", "nowhere.py")
    assert (ran.code, ran.err) == (2, "scopecheck: nowhere.py: no such file or directory\n")
