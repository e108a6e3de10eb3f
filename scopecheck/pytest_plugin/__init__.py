"""``pytest --scopecheck``: every Python file and notebook is a test that fails on findings.

Loaded in every pytest session, so nothing heavy is imported before a file is checked. All
files of a session are analysed together and once; under xdist by one of the workers.
"""

from __future__ import annotations

from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from scopecheck.pytest_plugin.session import Reports
    from scopecheck.pytest_plugin.sharing import VariableSharing

PATTERNS = ("*.py", "*.pyw", "*.ipynb")

_REPORTS: pytest.StashKey[Reports] = pytest.StashKey()
_SHARED: pytest.StashKey[str] = pytest.StashKey()


class FindingsError(Exception):
    """What scopecheck found, as the full report."""


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("scopecheck")
    group.addoption(
        "--scopecheck",
        action="store_true",
        help="check Python files and notebooks for variable-sharing bugs",
    )
    parser.addini("scopecheck", "check without being asked by --scopecheck", type="bool")
    parser.addini(
        "scopecheck_files", "patterns of the files to check", type="args", default=PATTERNS
    )
    parser.addini("scopecheck_select", "rules to report, beside the configuration's", type="args")
    parser.addini("scopecheck_ignore", "rules not to report", type="args")


def pytest_configure(config: pytest.Config) -> None:
    for marker in (
        "scopecheck: a file checked by scopecheck",
        "scopecheck_verify(target, arguments=None, **setting): the target's real graph, built "
        "by `scopecheck verify`, has to share as its code says",
        "gpu: skipped where TensorFlow sees no GPU",
    ):
        config.addinivalue_line("markers", marker)


@pytest.fixture
def variable_sharing() -> Iterator[VariableSharing]:
    """A fresh TensorFlow 1 graph, and assertions about what the calls in it share."""
    pytest.importorskip("tensorflow", reason="TensorFlow is not installed")
    from scopecheck.pytest_plugin.sharing import VariableSharing

    sharing = VariableSharing()
    with sharing.graph.as_default():
        yield sharing


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip what needs something that is not there, with the reason."""
    verified = item.get_closest_marker("scopecheck_verify")
    if verified is not None and "python" not in verified.kwargs and not _has_tensorflow():
        pytest.skip("TensorFlow is not installed")
    if item.get_closest_marker("gpu") is not None:
        if not _has_tensorflow():
            pytest.skip("TensorFlow is not installed")
        from importlib import import_module

        if not import_module("tensorflow").config.list_physical_devices("GPU"):
            pytest.skip("TensorFlow sees no GPU")


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> None:
    """Verify the target of a marked test, before the test itself."""
    marker = pyfuncitem.get_closest_marker("scopecheck_verify")
    if marker is not None:
        from scopecheck.pytest_plugin.verifying import report

        found = report(pyfuncitem.path.parent, *marker.args, **marker.kwargs)
        if found is not None:
            pytest.fail(found, pytrace=False)


def _has_tensorflow() -> bool:
    from importlib.util import find_spec

    return find_spec("tensorflow") is not None


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> CheckedFile | None:
    if not _is_wanted(parent.config):
        return None
    patterns: list[str] = list(parent.config.getini("scopecheck_files"))
    if not any(fnmatch(file_path.name, pattern) for pattern in patterns):
        return None
    collected: CheckedFile = CheckedFile.from_parent(parent, path=file_path)
    return collected


@pytest.hookimpl(tryfirst=True)
def pytest_pycollect_makemodule(module_path: Path, parent: pytest.Collector) -> ProgramFile | None:
    """A program that is named on the command line is to be checked, not imported."""
    if not _is_wanted(parent.config):
        return None
    patterns: list[str] = [*parent.config.getini("python_files"), "__init__.py"]
    if any(fnmatch(module_path.name, pattern) for pattern in patterns):
        return None
    program: ProgramFile = ProgramFile.from_parent(parent, path=module_path)
    return program


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """Tell a worker of xdist where the workers keep what one of them found."""
    config: pytest.Config = node.config
    if _is_wanted(config):
        import tempfile

        if _SHARED not in config.stash:
            config.stash[_SHARED] = tempfile.mkdtemp(prefix="scopecheck-")
        node.workerinput["scopecheck"] = config.stash[_SHARED]


def pytest_unconfigure(config: pytest.Config) -> None:
    if _SHARED in config.stash:
        import shutil

        shutil.rmtree(config.stash[_SHARED], ignore_errors=True)


class ProgramFile(pytest.File):
    """A Python file that holds no tests."""

    def collect(self) -> Iterator[pytest.Item]:
        return iter(())


class CheckedFile(pytest.File):
    """A file to check, next to whatever else is collected from it."""

    def collect(self) -> Iterator[CheckItem]:
        from scopecheck.pytest_plugin.session import is_excluded

        if not is_excluded(self.path):
            yield CheckItem.from_parent(self, name="scopecheck")


class CheckItem(pytest.Item):
    """One check of one file."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.add_marker("scopecheck")

    def runtest(self) -> None:
        report = _reports(self.session).get(str(self.path))
        if report:
            raise FindingsError(report)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> str:
        if isinstance(excinfo.value, FindingsError):
            return str(excinfo.value)
        return str(super().repr_failure(excinfo))

    def reportinfo(self) -> tuple[Path, None, str]:
        return self.path, None, f"scopecheck {self.path.name}"


def _is_wanted(config: pytest.Config) -> bool:
    return bool(config.getoption("--scopecheck") or config.getini("scopecheck"))


def _reports(session: pytest.Session) -> Reports:
    """The report of each file of the session that has one; analysed when first asked for."""
    from scopecheck.pytest_plugin.session import check, once

    config = session.config
    if _REPORTS not in config.stash:
        paths = [item.path for item in session.items if isinstance(item, CheckItem)]
        select, ignore = config.getini("scopecheck_select"), config.getini("scopecheck_ignore")
        shared = getattr(config, "workerinput", {}).get("scopecheck")
        config.stash[_REPORTS] = once(lambda: check(paths, select, ignore), shared)
    return config.stash[_REPORTS]
