"""``pytest --scopecheck``: every Python file and notebook is a test that fails on findings.

Loaded in every pytest session, so nothing heavy is imported before a file is checked.
"""

from __future__ import annotations

from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from scopecheck.engine import Checked

SUFFIXES = (".py", ".ipynb")


class FindingsError(Exception):
    """What scopecheck found, as the full report."""


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("scopecheck")
    group.addoption(
        "--scopecheck",
        action="store_true",
        help="check Python files and notebooks for variable-sharing bugs",
    )


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "scopecheck: a file checked by scopecheck")


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> CheckedFile | None:
    if parent.config.getoption("--scopecheck") and file_path.suffix in SUFFIXES:
        collected: CheckedFile = CheckedFile.from_parent(parent, path=file_path)
        return collected
    return None


@pytest.hookimpl(tryfirst=True)
def pytest_pycollect_makemodule(module_path: Path, parent: pytest.Collector) -> ProgramFile | None:
    """A program that is named on the command line is to be checked, not imported."""
    if not parent.config.getoption("--scopecheck"):
        return None
    patterns: list[str] = [*parent.config.getini("python_files"), "__init__.py"]
    if any(fnmatch(module_path.name, pattern) for pattern in patterns):
        return None
    program: ProgramFile = ProgramFile.from_parent(parent, path=module_path)
    return program


class ProgramFile(pytest.File):
    """A Python file that holds no tests."""

    def collect(self) -> Iterator[pytest.Item]:
        return iter(())


class CheckedFile(pytest.File):
    """A file to check, next to whatever else is collected from it."""

    def collect(self) -> Iterator[CheckItem]:
        yield CheckItem.from_parent(self, name="scopecheck")


class CheckItem(pytest.Item):
    """One check of one file."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.add_marker("scopecheck")

    def runtest(self) -> None:
        from scopecheck.config import load
        from scopecheck.engine import check_file

        checked = check_file(self.path, load(self.path))
        if checked.result.findings or checked.result.failures:
            raise FindingsError(_report(checked))

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> str:
        if isinstance(excinfo.value, FindingsError):
            return str(excinfo.value)
        return str(super().repr_failure(excinfo))

    def reportinfo(self) -> tuple[Path, None, str]:
        return self.path, None, f"scopecheck {self.path.name}"


def _report(checked: Checked) -> str:
    from scopecheck.report import render
    from scopecheck.report.style import plain

    lines = [plain(line) for line in render("full", checked.result, checked.lines)]
    lines += [f"{failure.file}: {failure.message}" for failure in checked.result.failures]
    return "\n".join(lines)
