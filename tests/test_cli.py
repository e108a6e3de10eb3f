"""The command line: what it prints, and how it exits."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from commands import Run

from scopecheck import __version__
from scopecheck.rules import all_rules


def in_a_process(*words: str, stdout: int = subprocess.PIPE) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, *words]
    return subprocess.run(command, stdout=stdout, stderr=subprocess.PIPE, text=True, check=False)


def test_clean(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.py").write_text("x = 1\n")
    assert run("a.py") == 0
    assert capsys.readouterr().out == "No variable-sharing problems found in 1 file.\n"


@pytest.mark.parametrize("words", [("a.py",), ("check", "a.py"), ("--output-format", "full", ".")])
def test_findings(run: Run, capsys: pytest.CaptureFixture[str], words: tuple[str, ...]) -> None:
    Path("a.py").write_text("collides\n")
    assert run(*words) == 1
    out = capsys.readouterr().out
    assert out.startswith("error[SCO101]: the variable `w` exists already")
    assert out.endswith("Found 1 error in 1 file. `scopecheck rule SCO101` explains it.\n")


def test_a_missing_path_wins_and_hides_nothing(
    run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("a.py").write_text("collides\n")
    assert run("gone.py", "a.py", "--output-format", "concise") == 2
    captured = capsys.readouterr()
    assert captured.out.startswith("a.py:1:1: SCO101")
    assert captured.err == "scopecheck: gone.py: no such file or directory\n"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads all")
def test_an_unreadable_file(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.py").write_text("collides\n")
    Path("a.py").chmod(0)
    assert run("a.py") == 2
    assert capsys.readouterr().err == "scopecheck: a.py: permission denied\n"


def test_a_crash(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.py").write_text("crashes\n")
    Path("b.py").write_text("collides\n")
    assert run(".", "--output-format", "concise") == 2
    captured = capsys.readouterr()
    assert captured.out.startswith("b.py:1:1: SCO101")
    assert captured.err == "scopecheck: a.py: internal error: RuntimeError: out of ideas\n"
    assert run(".", "--verbose") == 2
    assert "Traceback" in capsys.readouterr().err


def test_exit_zero(run: Run) -> None:
    Path("a.py").write_text("collides\n")
    assert run("a.py", "--exit-zero") == 0
    assert run("a.py", "gone.py", "--exit-zero") == 2


def test_select_ignore_and_per_file_ignores(run: Run) -> None:
    Path("a.py").write_text("collides\n")
    assert run("a.py", "--select", "SCO102, SCO2") == 0
    assert run("a.py", "--select", "SCO102", "--select", "reuse-collision") == 1
    assert run("a.py", "--ignore", "SCO1") == 0
    assert run("a.py", "--per-file-ignores", "a.py:SCO101") == 0
    assert run("a.py", "--per-file-ignores", "b.py:SCO101,*.py:SCO2") == 1


def test_statistics(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.py").write_text("collides\ncollides\n")
    assert run("a.py", "--statistics") == 1
    assert capsys.readouterr().out == "    2  SCO101  reuse-collision\n"


def test_output_file(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.py").write_text("collides\n")
    assert run("a.py", "--output-format", "json", "--output-file", "out.json") == 1
    assert capsys.readouterr().out.startswith("error[SCO101]")
    assert json.loads(Path("out.json").read_text())["summary"]["errors"] == 1
    assert run("a.py", "--output-file", "gone/out.json") == 2
    assert capsys.readouterr().err == "scopecheck: gone/out.json: No such file or directory\n"


def test_several_outputs(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.py").write_text("collides\n")
    files = ("--output-file", "a.sarif", "--output-file", "a.xml")
    assert run("a.py", "--output-format", "sarif,junit,concise", *files) == 1
    assert capsys.readouterr().out.startswith("a.py:1:1: SCO101")
    assert json.loads(Path("a.sarif").read_text())["version"] == "2.1.0"
    assert Path("a.xml").read_text().startswith("<?xml")
    assert run("a.py", "--output-format", "sarif,junit,concise", "--output-file", "a.sarif") == 2
    assert capsys.readouterr().err == "scopecheck: 3 formats need 2 or more --output-file\n"


def test_standard_input(
    run: Run, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"collides\n")))
    assert run("-", "--stdin-filename", "pkg/net.py", "--output-format", "concise") == 1
    assert capsys.readouterr().out.startswith("pkg/net.py:1:1: SCO101")


def test_verbose_shows_what_is_undecided(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.py").write_text("undecided\n")
    assert run("a.py") == 0
    assert "1 place was left undecided (--verbose shows them)." in capsys.readouterr().out
    assert run("a.py", "--verbose") == 0
    assert "note[SCO902]" in capsys.readouterr().out


def test_configuration(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.py").write_text("collides\n")
    config = Path("pyproject.toml")
    config.write_text('[tool.scopecheck]\nignore = ["SCO101"]\n')
    assert run("a.py") == 0
    config.write_text("[tool.scopecheck]\nignored = []\n")
    assert run("a.py") == 2
    assert "unknown setting 'ignored'" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        ((), "give a file or a directory to check"),
        (("--frobnicate", "a.py"), "No such option"),
        (("a.py", "--select", "X1"), "no rule is called 'X1'"),
        (("a.py", "--output-format", "xml"), "'xml' is no format (known: concise, full, github,"),
        (("a.py", "--tensorflow-version", "1.4"), "'1.4' is not modelled"),
        (("a.py", "--keras-version", "4"), "'4' is not modelled (known: 2, 3)"),
        (("a.py", "--per-file-ignores", "SCO101"), "'SCO101' is no PATTERN:CODE"),
        (("a.py", "--stdin-filename", "b.py"), "give - as the path"),
        (("-", "a.py"), "cannot be combined"),
        (("variables", "a.py", "--output-format", "full"), "no format for variables"),
        (("rule", "SCO999"), "no rule is called 'SCO999'"),
    ],
)
def test_bad_usage(
    run: Run, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], complaint: str
) -> None:
    Path("a.py").write_text("x = 1\n")
    assert run(*words) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert complaint in captured.err
    assert captured.err.count("\n") == 1


def test_rule(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("rule", "reuse-collision") == 0
    out = capsys.readouterr().out
    assert out.startswith("SCO101 reuse-collision (error)\n")
    assert "    fake = discriminator(tf.random_normal([8, 4]), reuse=True)" in out
    assert run("rule") == 0
    assert capsys.readouterr().out.count("\n") == len(all_rules())


def test_variables(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.py").write_text("x = 1\n")
    assert run("variables", "a.py", "--output-format", "json") == 0
    assert json.loads(capsys.readouterr().out) == {"version": 1, "entries": []}
    assert run("variables", "gone.py") == 2


def test_an_interrupt_is_quiet(
    run: Run, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    Path("a.py").write_text("x = 1\n")
    monkeypatch.setattr("scopecheck.engine.check_paths", interrupted)
    assert run("a.py") == 130
    assert capsys.readouterr() == ("", "")


def test_nobody_reads_on() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = in_a_process("-m", "scopecheck", "rule", stdout=writing)
    os.close(writing)
    assert (done.returncode, done.stderr) == (141, "")


def test_version_imports_neither_parser_nor_terminal() -> None:
    code = (
        "import sys; sys.argv = ['scopecheck', '--version']\n"
        "from scopecheck.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print(sorted({'libcst', 'rich', 'pathspec', 'fissix'} & set(sys.modules)))"
    )
    assert in_a_process("-c", code).stdout == f"scopecheck {__version__}\n[]\n"
