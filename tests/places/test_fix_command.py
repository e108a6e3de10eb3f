"""``scopecheck check --fix`` and ``--diff``: which files are edited, and what is said."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from commands import Run

import scopecheck.engine
from scopecheck.cli import main
from scopecheck.trace import Trace

PROGRAMS = Path(__file__).parent / "fixes"
TWICE = (PROGRAMS / "second_call.before.py").read_text(encoding="utf-8")
ONCE_MORE = (PROGRAMS / "second_call.after.py").read_text(encoding="utf-8")
AUTO = (PROGRAMS / "auto_reuse.before.py").read_text(encoding="utf-8")


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command line in an empty directory, with the real interpreter."""
    monkeypatch.chdir(tmp_path)

    def call(*words: str) -> int:
        monkeypatch.setattr(sys, "argv", ["scopecheck", "check", *words])
        with pytest.raises(SystemExit) as caught:
            main()
        return int(caught.value.code or 0)

    return call


def test_fix(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.py").write_text(TWICE, encoding="utf-8")
    assert run("a.py", "--fix") == 0
    assert Path("a.py").read_text(encoding="utf-8") == ONCE_MORE
    out, err = capsys.readouterr()
    assert out == "No variable-sharing problems found in 1 file. 1 finding fixed.\n"
    assert err == "fixed a.py:9:13: SCO101 pass reuse=True to discriminator\n"
    assert run("a.py", "--fix") == 0
    assert "fixed" not in capsys.readouterr().out


def test_diff(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.py").write_text(TWICE, encoding="utf-8")
    assert run("a.py", "--diff") == 1
    assert Path("a.py").read_text(encoding="utf-8") == TWICE
    lines = capsys.readouterr().out.split("\n")
    assert lines[:2] == ["--- a/a.py", "+++ b/a.py"]
    assert [line for line in lines if line.startswith("+ ")] == ["+    reuse=True,"]
    assert run("a.py", "--diff", "--exit-zero") == 0
    Path("a.py").write_text(ONCE_MORE, encoding="utf-8")
    assert run("a.py", "--diff") == 0


def test_what_is_unsafe_is_offered(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.py").write_text(AUTO, encoding="utf-8")
    assert run("a.py", "--fix") == 1
    assert Path("a.py").read_text(encoding="utf-8") == AUTO
    assert capsys.readouterr().err == (
        "not fixed a.py:9:33: SCO101: --unsafe-fixes would open the scope with "
        "reuse=tf.AUTO_REUSE\n"
    )
    assert run("a.py", "--fix", "--unsafe-fixes") == 0


def test_what_an_edit_uncovers_is_named(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    """The program stopped before the name_scope that get_variable ignores."""
    ignored = 'with tf.name_scope("n"):\n    v = tf.get_variable("v", [1])\n'
    Path("a.py").write_text(TWICE + ignored, encoding="utf-8")
    assert run("a.py", "--fix") == 1
    assert Path("a.py").read_text(encoding="utf-8") == TWICE + ignored
    assert capsys.readouterr().err == (
        "not fixed a.py:9:13: SCO101: --unsafe-fixes would pass reuse=True to discriminator, "
        "and then SCO201 is found behind it\n"
    )
    assert run("a.py", "--fix", "--unsafe-fixes") == 0
    assert 'with tf.variable_scope("n"):' in Path("a.py").read_text(encoding="utf-8")


def test_an_edit_that_only_moves_the_error_is_none(run: Run) -> None:
    """The second call makes a variable that the first one did not: it cannot share it."""
    head, tail = TWICE.split("        return")
    text = f'{head}        tf.get_variable("r" if reuse else "f", [1])\n        return{tail}'
    Path("a.py").write_text(text, encoding="utf-8")
    assert run("a.py", "--fix", "--unsafe-fixes") == 1
    assert "reuse=True" not in Path("a.py").read_text(encoding="utf-8")


def test_the_bytes_around_an_edit_stay(run: Run) -> None:
    text = TWICE.replace("# a network", "# ein Netz für Bilder").replace("\n", "\r\n")
    Path("a.py").write_bytes(b"# -*- coding: latin-1 -*-\r\n" + text.encode("latin-1"))
    assert run("a.py", "--fix") == 0
    data = Path("a.py").read_bytes()
    assert data.startswith(b"# -*- coding: latin-1 -*-\r\n")
    assert b"f\xfcr Bilder\r\n" in data
    assert b"    reuse=True,\r\n)" in data
    Path("a.py").write_bytes(b"\xef\xbb\xbf" + TWICE.encode())
    assert run("a.py", "--fix") == 0
    assert Path("a.py").read_bytes() == b"\xef\xbb\xbf" + ONCE_MORE.encode()


def test_an_edit_in_another_file(run: Run) -> None:
    head, tail = TWICE.split("\n\nreal = ")
    Path("net.py").write_text(head, encoding="utf-8")
    imports = "import tensorflow.compat.v1 as tf\nfrom net import discriminator\n\n"
    Path("train.py").write_text(f"{imports}real = {tail}", encoding="utf-8")
    assert run(".", "--fix") == 0
    assert "    reuse=True,\n)" in Path("train.py").read_text(encoding="utf-8")
    assert Path("net.py").read_text(encoding="utf-8") == head


def test_python_2_is_refused(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    old = TWICE + "print 'done'\n"
    Path("a.py").write_text(old, encoding="utf-8")
    assert run("a.py", "--fix") == 1
    assert Path("a.py").read_text(encoding="utf-8") == old
    refusal = "not fixed a.py: --fix edits Python 3 only, and this is Python 2\n"
    assert capsys.readouterr().err == refusal


def test_a_comment_in_python_2_is_removed(run: Run) -> None:
    Path("a.py").write_text("print 'x'  # scopecheck: ignore[SCO101] once\n", encoding="utf-8")
    assert run("a.py", "--fix") == 0
    assert Path("a.py").read_text(encoding="utf-8") == "print 'x'\n"


def test_notebooks_are_refused(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    cell = {
        "cell_type": "code",
        "execution_count": None,
        "metadata": {},
        "outputs": [],
        "source": TWICE,
    }
    text = json.dumps({"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5})
    Path("a.ipynb").write_text(text, encoding="utf-8")
    assert run("a.ipynb", "--fix") == 1
    assert Path("a.ipynb").read_text(encoding="utf-8") == text
    assert "not fixed a.ipynb: --fix does not edit notebooks\n" in capsys.readouterr().err


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root writes all")
def test_a_file_that_cannot_be_written(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.py").write_text(TWICE, encoding="utf-8")
    Path("a.py").chmod(0o444)
    assert run("a.py", "--fix") == 2
    assert capsys.readouterr().err == "scopecheck: a.py: Permission denied\n"


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("a.py", "--unsafe-fixes"), "--unsafe-fixes is for --fix and --diff"),
        (("-", "--fix"), "standard input (-) cannot be fixed: name a file"),
        (("-", "--diff"), "standard input (-) cannot be fixed: name a file"),
    ],
)
def test_bad_usage(
    run: Run, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], complaint: str
) -> None:
    assert run(*words) == 2
    assert capsys.readouterr().err == f"scopecheck: {complaint}\n"


def test_what_an_edit_cannot_reach_is_not_analysed_again(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("a.py").write_text(TWICE, encoding="utf-8")
    for name in ("b.py", "c.py"):
        Path(name).write_text(ONCE_MORE, encoding="utf-8")
    sizes: list[int] = []
    analyse = scopecheck.engine.interpreter()

    def counted(files: Sequence[Path], **options: Any) -> Iterator[Trace]:
        sizes.append(len(files))
        return analyse(files, **options)

    monkeypatch.setattr("scopecheck.engine.interpreter", lambda: counted)
    assert run(".", "--fix") == 0
    assert sizes == [3, 1, 1, 3]  # all, the family, the family with the edit, all
