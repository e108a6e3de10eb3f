"""The baseline, through the command line: what is known is not reported."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from commands import Run

BASELINE = Path("scopecheck-baseline.json")


def entries() -> list[dict[str, str]]:
    listed: list[dict[str, str]] = json.loads(BASELINE.read_text())["findings"]
    return listed


@pytest.fixture
def project(run: Run, capsys: pytest.CaptureFixture[str]) -> Run:
    """Two files with a known finding each."""
    Path("a.py").write_text("collides\n")
    Path("b.py").write_text("collides\n")
    assert run("check", ".", "--write-baseline") == 0
    assert capsys.readouterr() == ("", "scopecheck: scopecheck-baseline.json lists 2 findings\n")
    return run


def test_what_is_known_is_not_reported(project: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert [entry["file"] for entry in entries()] == ["a.py", "b.py"]
    assert project(".", "--baseline", str(BASELINE)) == 0
    out, err = capsys.readouterr()
    assert out == (
        "No new variable-sharing problems found in 2 files. 2 known findings are in the baseline.\n"
    )
    assert err == ""
    assert project(".") == 1


def test_lines_may_move(project: Run) -> None:
    Path("a.py").write_text("\n\n# more\n\ncollides\n")
    assert project(".", "--baseline", str(BASELINE)) == 0


def test_what_is_new_is_reported(project: Run, capsys: pytest.CaptureFixture[str]) -> None:
    Path("b.py").write_text("collides\ncollides\n")
    assert project(".", "--baseline", str(BASELINE), "--output-format", "concise") == 1
    assert capsys.readouterr().out.startswith("b.py:2:1: SCO101")


def test_what_is_gone_is_named(project: Run, capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.py").write_text("x = 1\n")
    Path("b.py").unlink()
    assert project(".", "--baseline", str(BASELINE)) == 0
    assert capsys.readouterr().err == (
        "scopecheck: scopecheck-baseline.json lists what is gone (--write-baseline drops it):\n"
        "  a.py: SCO101 the variable `w` exists already, and this call does not share it\n"
        "  b.py: SCO101 the variable `w` exists already, and this call does not share it\n"
    )
    assert project("check", ".", "--write-baseline") == 0
    assert entries() == []


def test_files_that_are_not_checked_stay_listed(
    project: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("a.py").write_text("x = 1\n")
    assert project("b.py", "--baseline", str(BASELINE)) == 0
    assert capsys.readouterr().err == ""
    assert project("check", "b.py", "--write-baseline") == 0
    assert [entry["file"] for entry in entries()] == ["a.py", "b.py"]


def test_rules_that_are_not_asked_for_stay_listed(
    project: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    assert project(".", "--baseline", str(BASELINE), "--ignore", "SCO1") == 0
    assert capsys.readouterr().err == ""
    assert project("check", ".", "--write-baseline", "--ignore", "SCO1") == 0
    assert len(entries()) == 2


def test_it_is_configured_and_holds_in_other_directories(
    project: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("pyproject.toml").write_text(f'[tool.scopecheck]\nbaseline = "{BASELINE}"\n')
    assert project(".") == 0
    Path("sub").mkdir()
    monkeypatch.chdir("sub")
    assert project("..") == 0


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (None, "x.json: No such file or directory; --write-baseline makes one"),
        ("{", "x.json: this is no baseline: "),
        ("[]", "x.json: this is no baseline of version 1"),
        ('{"version": 2, "findings": []}', "x.json: this is no baseline of version 1"),
    ],
)
def test_complaints(
    run: Run, capsys: pytest.CaptureFixture[str], text: str | None, complaint: str
) -> None:
    Path("a.py").write_text("x = 1\n")
    if text is not None:
        Path("x.json").write_text(text)
    assert run("a.py", "--baseline", "x.json") == 2
    assert capsys.readouterr().err.startswith(f"scopecheck: {complaint}")
