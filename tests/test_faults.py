"""A fault of the analysis itself: it is told, and costs nothing but the entry that it is in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from scopecheck import engine
from scopecheck.engine import check_paths
from scopecheck.models import check

TWICE = "import tensorflow as tf\nfor _ in range(2):\n    tf.get_variable('w', [1])\n"


@pytest.fixture(autouse=True)
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("a.py", "b.py", "c.py"):
        Path(name).write_text(TWICE)


def _failing(function: Any, name: str) -> Any:
    def fail(first: Any, *rest: Any, **options: Any) -> Any:
        if first.entry == name:
            raise RuntimeError("out of ideas")
        return function(first, *rest, **options)

    return fail


def _told() -> tuple[list[str], list[tuple[str, str]]]:
    result = check_paths(["."]).result
    failures = [(one.file, one.message) for one in result.failures]
    assert all("Traceback" in (one.traceback or "") for one in result.failures)
    return [f"{one.site.file}:{one.site.line}" for one in result.findings], failures


FAILED = (["a.py:3", "c.py:3"], [("b.py", "internal error: RuntimeError: out of ideas")])


def test_of_the_interpreter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check, "trace_of", _failing(check.trace_of, "b.py"))
    assert _told() == FAILED


def test_of_a_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "check_trace", _failing(engine.check_trace, "b.py"))
    assert _told() == FAILED


def test_each_file_is_run_once_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    entries: list[str] = []

    def noted(run: Any, *rest: Any, **options: Any) -> Any:
        entries.append(run.entry)
        return trace_of(run, *rest, **options)

    trace_of = _failing(check.trace_of, "b.py")
    monkeypatch.setattr(check, "trace_of", noted)
    check_paths(["."])
    assert entries == ["a.py", "b.py", "c.py"]
