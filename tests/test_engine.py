"""What is reported of what was found, and that one file never costs another."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Mapping
from pathlib import Path

import pytest

from scopecheck.config import Config
from scopecheck.deep import rare_collections, with_deep_stack
from scopecheck.engine import check_file, check_paths, check_source
from scopecheck.rules.selection import Selection

pytestmark = pytest.mark.usefixtures("scripted_interpreter")


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(files: Mapping[str, str]) -> None:
    for name, text in files.items():
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def found(*paths: str, config: Config | None = None) -> list[str]:
    result = check_paths(paths, config).result
    return [f"{one.site.file}:{one.site.line} {one.code}" for one in result.findings]


def test_files_and_directories() -> None:
    write({"a.py": "collides\n", "sub/b.py": "x = 1\ncollides\n"})
    assert found("a.py", "sub", "sub/b.py") == ["a.py:1 SCO101", "sub/b.py:2 SCO101"]


def test_absolute_paths_are_shown_relative(project: Path) -> None:
    write({"a.py": "collides\n"})
    assert found(str(project / "a.py")) == ["a.py:1 SCO101"]


def test_text_at_hand() -> None:
    checked = check_source("collides\n", "buffer.py")
    (finding,) = checked.result.findings
    assert (finding.site.file, checked.lines(finding.site)) == ("buffer.py", ["collides"])
    assert finding.fingerprint


def test_a_syntax_error_is_a_finding_and_costs_no_other() -> None:
    write({"a.py": "def (\n", "b.py": "collides\n"})
    assert found("a.py", "b.py") == ["a.py:1 SCO901", "b.py:1 SCO101"]


def test_a_crash_costs_one_file() -> None:
    write({"a.py": "collides\n", "b.py": "crashes\n", "c.py": "collides\n"})
    result = check_paths(["."]).result
    assert [one.site.file for one in result.findings] == ["a.py", "c.py"]
    (failure,) = result.failures
    assert (failure.file, failure.message) == (
        "b.py",
        "internal error: RuntimeError: out of ideas",
    )
    assert "Traceback" in (failure.traceback or "")
    assert result.files == 2


def test_a_path_that_is_not_there_costs_no_other() -> None:
    write({"a.py": "collides\n"})
    result = check_paths(["gone.py", "a.py"]).result
    assert len(result.findings) == 1
    assert [(one.file, one.message) for one in result.failures] == [
        ("gone.py", "no such file or directory")
    ]


def test_select_and_ignore() -> None:
    write({"a.py": "collides\n", "b.py": "def (\n"})
    assert found(".", config=Config(selection=Selection(("SCO9",)))) == ["b.py:1 SCO901"]
    assert found(".", config=Config(selection=Selection((), ("SCO9",)))) == ["a.py:1 SCO101"]


def test_per_file_ignores() -> None:
    write({"a.py": "collides\n", "old/b.py": "collides\n"})
    config = Config(per_file_ignores={"old/*": ("SCO101",)})
    assert found(".", config=config) == ["a.py:1 SCO101"]


def test_exclude_spares_explicit_files_unless_forced() -> None:
    write({"old/b.py": "collides\n"})
    assert found(".", config=Config(exclude=("old",))) == []
    assert found("old/b.py", config=Config(exclude=("old",))) == ["old/b.py:1 SCO101"]
    assert found("old/b.py", config=Config(exclude=("old",), force_exclude=True)) == []


def test_suppressions() -> None:
    write(
        {
            "a.py": "collides  # scopecheck: ignore[SCO101] on purpose\n",
            "b.py": "collides  # noqa: SCO101\n",
            "c.py": "# scopecheck: ignore-file\n'collides'\n",
            "d.py": "collides  # scopecheck: ignore[SCO102]\n",
        }
    )
    assert found(".") == ["d.py:1 SCO101", "d.py:1 SCO903"]


def test_comments_for_rules_that_are_off_are_not_unused() -> None:
    write({"a.py": "x = 1  # scopecheck: ignore[SCO101]\n"})
    assert found(".") == ["a.py:1 SCO903"]
    assert found(".", config=Config(selection=Selection((), ("SCO101",)))) == []


def test_what_is_undecided_is_counted_and_shown_on_request() -> None:
    write({"a.py": "undecided\n"})
    quiet, verbose = check_file("a.py").result, check_file("a.py", Config(verbose=True)).result
    assert (quiet.findings, quiet.notes, quiet.undecided) == ((), (), 1)
    assert [note.code for note in verbose.notes] == ["SCO902"]


def test_deep_stack() -> None:
    def depth(n: int) -> int:
        return 0 if n == 0 else 1 + depth(n - 1)

    def fail() -> None:
        raise KeyError("x")

    assert with_deep_stack(lambda: depth(20_000)) == 20_000
    with pytest.raises(KeyError):
        with_deep_stack(fail)


class Knot:
    """Refers to itself, so that only a look for cycles finds it."""

    def __init__(self) -> None:
        self.itself = self


def test_a_process_that_checks_often_drops_what_earlier_checks_left(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("scopecheck.deep.MOST_LEFT", 1_000)
    with rare_collections():
        left = weakref.ref(Knot())
        knots = [Knot() for _ in range(2_000)]
        assert len(knots) == 2_000
    del knots
    assert left() is not None
    with rare_collections():
        assert left() is None


def test_garbage_is_collected_as_before_after_a_check() -> None:
    before = gc.get_threshold()
    with rare_collections():
        assert gc.get_threshold() > before
    assert gc.get_threshold() == before
    with pytest.raises(KeyError), rare_collections():
        raise KeyError("x")
    assert gc.get_threshold() == before
