"""Every fixture gives the findings that its comments expect, and not one more."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import pytest

from scopecheck.engine import check_paths

ROOT = Path(__file__).resolve().parents[1]
FIXTURES = ROOT / "fixtures"
FOLDERS = ("seeds", "findings", "silent")

# Where a finding lies and what it says: file, cell, line, code, variable.
Told = tuple[str, int | None, int, str, str]

_EXPECT = re.compile(r"#\s*expect:\s*(SCO\d+)(?:\s+(\S+))?\s*$")

S1 = "fixtures/seeds/s1_variable_scope/variable_scope.py"


def fixtures() -> list[str]:
    """The folders with a main.py, and every other program, relative to the project."""
    found: list[Path] = []
    for folder in FOLDERS:
        below = sorted((FIXTURES / folder).rglob("*"))
        projects = [path.parent for path in below if path.name == "main.py"]
        programs = [path for path in below if path.suffix in (".py", ".ipynb")]
        found += projects
        found += [path for path in programs if not any(one in path.parents for one in projects)]
    return [path.relative_to(ROOT).as_posix() for path in found]


def expected(name: str) -> list[Told]:
    """What the comments of a fixture say."""
    path = ROOT / name
    files = sorted(path.rglob("*.py")) if path.is_dir() else [path]
    return sorted(
        (file.relative_to(ROOT).as_posix(), cell, line, code, variable)
        for file in files
        for cell, text in texts(file)
        for line, code, variable in comments(text)
    )


def texts(path: Path) -> list[tuple[int | None, str]]:
    """The text of a file, or of each code cell of a notebook."""
    whole = path.read_text(encoding="utf-8")
    if path.suffix != ".ipynb":
        return [(None, whole)]
    cells = json.loads(whole)["cells"]
    return [
        (index, "".join(cell["source"]))
        for index, cell in enumerate(cells)
        if cell["cell_type"] == "code"
    ]


def comments(text: str) -> list[tuple[int, str, str]]:
    """Line, code and variable of the expectations in a text."""
    found = enumerate(map(_EXPECT.search, io.StringIO(text)), start=1)
    return [(line, match[1], match[2] or "") for line, match in found if match]


def told(name: str) -> list[Told]:
    """What the checker says of a fixture."""
    result = check_paths([name]).result
    assert not result.failures
    return sorted(
        (one.site.file, one.site.cell, one.site.line, one.code, one.variable or "")
        for one in result.findings
    )


@pytest.fixture(autouse=True)
def project(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


@pytest.mark.parametrize("name", fixtures())
def test_fixture(name: str) -> None:
    assert told(name) == expected(name)


def test_the_folders_mean_what_they_say() -> None:
    by_folder: dict[str, list[str]] = {folder: [] for folder in FOLDERS}
    for name in fixtures():
        by_folder[name.split("/")[1]].append(name)
    assert all(expected(name) for name in by_folder["findings"])
    assert not any(expected(name) for name in by_folder["silent"])
    right = [name for name in by_folder["seeds"] if not expected(name)]
    assert len(by_folder["silent"]) + len(right) >= len(by_folder["findings"]) >= 50


def test_what_the_second_seed_does_though_only_its_last_function_is_called() -> None:
    lines = (ROOT / S1).read_text(encoding="utf-8").split("\n")
    found = [(code, variable, _function(lines, line)) for _, _, line, code, variable in told(S1)]
    assert found == [
        ("SCO101", "foo/v", "fc_variable_scope_v2"),
        ("SCO102", "foo/u", "fc_variable_scope_v3"),
        ("SCO106", "foo/u", "fc_variable_scope_v4"),
        ("SCO103", "foo/v1", "fc_variable_scope_v6"),
        ("SCO201", "arr1", "compare_name_and_variable_scope"),
    ]


def _function(lines: list[str], line: int) -> str:
    """The function that a line lies in."""
    (*_, head) = (text for text in lines[:line] if text.startswith("def "))
    return head.removeprefix("def ").partition("(")[0]


@pytest.mark.parametrize("folder", ["seeds", "findings", "silent"])
def test_all_at_once_is_each_alone(folder: str) -> None:
    each = [name for name in fixtures() if name.split("/")[1] == folder]
    assert told(f"fixtures/{folder}") == sorted(one for name in each for one in expected(name))
