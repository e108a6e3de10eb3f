"""Whatever a target does, there is one clear line, its own last lines, and exit code 2."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from running import needs_tensorflow, scopecheck, verified, written

from scopecheck.runtime.errors import TargetFailed
from scopecheck.runtime.host import Setting
from scopecheck.runtime.places import Places
from scopecheck.runtime.process import Limits
from scopecheck.runtime.target import parse_target
from scopecheck.runtime.verify import verify

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
    "misses a module": (
        "import not_there_at_all.inner\n",
        "'not_there_at_all' (--stub not_there_at_all puts a stand-in in its place)",
    ),
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


FORKS = """\
import os
import time
{before}
for _ in range(3):
    if os.fork() == 0:
        {after}
        time.sleep(60)
time.sleep(4)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the memory is read from /proc")
@pytest.mark.parametrize(
    ("before", "after", "limit", "kept"),
    [
        ("", "held = b'x' * (500 * 2**20)", 1.2, False),
        ("", "os.setsid(); held = b'x' * (500 * 2**20)", 1.2, False),
        ("held = b'x' * (500 * 2**20)", "pass", 1.2, True),
    ],
)
def test_the_memory_of_all_its_processes(
    before: str, after: str, limit: float, kept: bool, tmp_path: Path
) -> None:
    """Three children of 500 MB are too much; memory that they share counts once."""
    program = written(tmp_path, FORKS.format(before=before, after=after))
    setting = Setting(shim="off", limits=Limits(60.0, limit))
    if kept:
        assert verify(parse_target(str(program)), setting, Places()).ended.how == "fine"
    else:
        with pytest.raises(TargetFailed, match=r"used more than 1\.2 GB of memory"):
            verify(parse_target(str(program)), setting, Places())


@pytest.mark.skipif(sys.platform != "linux", reason="processes are found in /proc")
def test_nothing_that_it_started_is_left_behind(tmp_path: Path) -> None:
    program = written(
        tmp_path,
        """\
        import os
        import subprocess
        own = {"start_new_session": True}
        left = subprocess.Popen(["sleep", "61"], **own)
        with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "pid"), "w") as file:
            file.write(str(left.pid))
        """,
    )
    verified(program)
    pid = int((tmp_path / "pid").read_text())
    state = Path(f"/proc/{pid}/stat")
    assert not state.exists() or state.read_text().rpartition(")")[2].split()[0] == "Z"


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
