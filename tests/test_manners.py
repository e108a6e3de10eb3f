"""Manners on a terminal: colours, silence, suggestions, progress, watching, completion."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from commands import Run

from scopecheck.commands import progress as progress_module
from scopecheck.commands import watch as watch_module
from scopecheck.commands.progress import progress

RED = "\x1b["


class Terminal(io.StringIO):
    """A stream that takes itself for a terminal."""

    def isatty(self) -> bool:
        return True


def test_colours(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.py").write_text("collides\n")
    assert run("a.py") == 1
    assert RED not in capsys.readouterr().out
    assert run("a.py", "--color", "always", "--output-file", "out.txt") == 1
    assert RED in capsys.readouterr().out
    assert RED not in Path("out.txt").read_text()
    assert run("rule", "SCO101", "--color", "always") == 0
    assert RED in capsys.readouterr().out


def test_never_a_colour_on_a_terminal(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("a.py").write_text("collides\n")
    for words, coloured in ((["--color", "never"], False), ([], True)):
        monkeypatch.setattr("sys.stdout", terminal := Terminal())
        monkeypatch.delenv("NO_COLOR", raising=False)
        monkeypatch.setenv("TERM", "xterm")
        assert run("a.py", *words) == 1
        assert (RED in terminal.getvalue()) is coloured


def test_quiet(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.py").write_text("x = 1\n")
    assert run("a.py", "--quiet") == 0
    assert capsys.readouterr() == ("", "")
    Path("a.py").write_text("collides\n")
    assert run("a.py", "-q") == 1
    out = capsys.readouterr().out
    assert out.startswith("error[SCO101]")
    assert "Found" not in out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("chekc", "a.py"), "'chekc' is no file and no command; did you mean 'check'?"),
        (("variable", "a.py"), "did you mean 'variables'?"),
        (("check", "a.py", "--selct", "SCO101"), "--select"),
        (
            ("rule", "reuse-colision"),
            "no rule is called 'reuse-colision'; did you mean 'reuse-collision'?",
        ),
        (("rule", "SCO11"), "no rule is called 'SCO11'; did you mean 'SCO101'?"),
        (("rule", "SCO1"), "'SCO1' stands for several rules; `scopecheck rule` lists them"),
    ],
)
def test_suggestions(
    run: Run, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], said: str
) -> None:
    Path("a.py").write_text("x = 1\n")
    assert run(*words) == 2
    assert said in capsys.readouterr().err


def test_a_file_called_like_a_misspelt_command_is_checked(run: Run) -> None:
    Path("chekc").write_text("collides\n")
    assert run("chekc") == 1


def test_progress_is_for_terminals(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress_module, "DELAY", 0.0)
    monkeypatch.setattr("sys.stderr", terminal := Terminal())
    with progress(quiet=False) as tell:
        assert tell is not None
        tell("a.py")
    assert terminal.getvalue() == "\r\x1b[K1 analysed, now a.py\r\x1b[K"
    with progress(quiet=True) as tell:
        assert tell is None
    monkeypatch.setattr("sys.stderr", io.StringIO())
    with progress(quiet=False) as tell:
        assert tell is None


@pytest.mark.parametrize("words", [(".",), (".", "--fix"), (".", "--diff")])
def test_progress_hears_of_every_entry(
    run: Run, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    monkeypatch.setattr(progress_module, "DELAY", 0.0)
    monkeypatch.setattr(progress_module, "STEP", 0.0)
    monkeypatch.setattr("sys.stderr", terminal := Terminal())
    Path("a.py").write_text("undecided\n")
    Path("b.py").write_text("undecided\n")
    assert run("check", *words) == 0
    assert "2 analysed, now b.py" in terminal.getvalue()


def test_watch(
    run: Run, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each pause changes the file, the last one interrupts."""
    texts = ["collides\n", "crashes\n", "x = 1\n"]

    def pause(_: float) -> None:
        if not texts:
            raise KeyboardInterrupt
        Path("a.py").write_text(texts.pop(0) * (4 - len(texts)))

    monkeypatch.setattr(watch_module.time, "sleep", pause)
    Path("a.py").write_text("x = 1\n")
    assert run("check", "a.py", "--watch", "--output-format", "concise") == 130
    out, err = capsys.readouterr()
    assert "a.py:1:1: SCO101" in out
    assert "internal error: RuntimeError: out of ideas" in err
    assert err.count("waiting for changes") == 4


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_script(run: Run, capsys: pytest.CaptureFixture[str], shell: str) -> None:
    assert run("completion", shell) == 0
    out = capsys.readouterr().out
    assert f"_SCOPECHECK_COMPLETE={shell}_complete" in out


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("scopecheck ch", ["check"]),
        ("scopecheck check --output-format js", ["json", "json-lines"]),
        ("scopecheck a.py --select reuse-c", ["reuse-collision"]),
        ("scopecheck rule SCO10", [f"SCO10{number}" for number in range(1, 9)]),
        ("scopecheck check --unsa", ["--unsafe-fixes"]),
    ],
)
def test_completions(words: str, expected: list[str]) -> None:
    environment: dict[str, Any] = {
        "_SCOPECHECK_COMPLETE": "bash_complete",
        "COMP_WORDS": words,
        "COMP_CWORD": str(len(words.split()) - 1),
        "PYTHONPATH": str(Path(__file__).parents[1]),
    }
    command = [sys.executable, "-c", "from scopecheck.cli import main; main()"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    offered = [line.partition(",")[2] for line in done.stdout.splitlines()]
    assert offered == expected


def test_no_command_is_described_by_half_a_sentence(
    run: Run, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert run("--help") == 0
    _, _, listed = capsys.readouterr().out.partition("Commands:\n")
    assert [line for line in listed.splitlines() if not line.endswith(".")] == []
    assert "..." not in listed
