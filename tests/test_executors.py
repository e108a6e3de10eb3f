"""Work that is shared: in threads, processes and on a cluster the findings are the same."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest

from scopecheck.cache import Cache
from scopecheck.config import Config
from scopecheck.engine import check_paths
from scopecheck.parts import pieces
from scopecheck.report.result import Result

GRAPH = "import tensorflow.compat.v1 as tf\ntf.disable_v2_behavior()\n"
NET = GRAPH + 'def build(x):\n    return tf.get_variable("{0}", [1])\n'
USER = GRAPH + "import net\nnet.build(1)\nnet.build(2)\n"
FIXTURES = Path(__file__).parents[1] / "fixtures"


class Here(Executor):
    """Does the work at once, and keeps who did what with whom."""

    def __init__(self) -> None:
        self.pieces: list[list[str]] = []

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        self.pieces.append(args[1])
        future: Future[Any] = Future()
        future.set_result(fn(*args, **kwargs))
        return future


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Programs of their own, a module that two of them share, a notebook's worth of trouble."""
    for name in "abcdef":
        folder = tmp_path / name
        folder.mkdir()
        (folder / "net.py").write_text(NET.format(name))
        (folder / "main.py").write_text(USER)
        (folder / "alone.py").write_text(NET.format(f"alone_{name}"))
    (tmp_path / "broken.py").write_text("def (\n")
    (tmp_path / "common.py").write_text(NET.format("common"))
    (tmp_path / "a" / "more.py").write_text(USER.replace("net", "common"))
    (tmp_path / "b" / "more.py").write_text(USER.replace("net", "common"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def plain(paths: list[str]) -> Result:
    return check_paths(paths, Config(verbose=True)).result


def shared(paths: list[str], executor: Executor) -> Result:
    return check_paths(paths, Config(verbose=True), executor=executor).result


@contextmanager
def processes() -> Iterator[Executor]:
    with ProcessPoolExecutor(2, get_context("spawn")) as executor:
        yield executor


def test_pieces_that_know_nothing_of_each_other(project: Path) -> None:
    here = Here()
    assert shared(["."], here) == plain(["."])
    assert len(here.pieces) > 4
    (with_common,) = [one for one in here.pieces if "common.py" in one]
    assert {"a/more.py", "b/more.py"} <= set(with_common)
    assert all(("c/main.py" in one) == ("c/net.py" in one) for one in here.pieces)


def test_threads(project: Path) -> None:
    with ThreadPoolExecutor(3) as executor:
        assert shared(["."], executor) == plain(["."])


def test_processes(project: Path) -> None:
    expected = plain(["."])
    with processes() as executor:
        assert shared(["."], executor) == expected
        assert shared([".", "a"], executor) == expected
    assert len(expected.findings) > 6


@pytest.mark.parametrize("folder", ["findings", "seeds"])
def test_the_fixtures(folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(FIXTURES / folder)
    assert shared(["."], Here()) == plain(["."])


def test_a_file_that_cannot_be_read(project: Path) -> None:
    (project / "a" / "alone.py").unlink()
    (project / "a" / "alone.py").mkdir()
    (project / "link.py").symlink_to("nowhere.py")
    paths = [".", "link.py"] if (project / "link.py").exists() else ["."]
    assert shared(paths, Here()) == plain(paths)


def test_the_cache_learns_from_shared_work(project: Path, tmp_path: Path) -> None:
    def cache() -> Cache:
        return Cache(tmp_path.parent / f"{tmp_path.name}.cache", print)

    first = check_paths(["a"], cache=cache(), executor=Here()).result
    here = Here()
    assert check_paths(["a"], cache=cache(), executor=here).result == first
    assert here.pieces == []
    (project / "common.py").write_text(NET.format("other"))
    assert check_paths(["a"], cache=cache(), executor=here).result != first


def test_jobs_on_the_command_line(project: Path) -> None:
    words = [sys.executable, "-m", "scopecheck", ".", "--no-cache", "--output-format", "json"]
    one, two = (
        subprocess.run([*words, "--jobs", count], capture_output=True, timeout=200, check=False)
        for count in ("1", "2")
    )
    assert (one.stdout, one.stderr, one.returncode) == (two.stdout, two.stderr, two.returncode)
    assert b"SCO101" in one.stdout


def test_dask(project: Path) -> None:
    distributed = pytest.importorskip("distributed", reason="dask.distributed is not installed")
    with (
        distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as two,
        distributed.Client(two) as client,
    ):
        assert shared(["."], client.get_executor()) == plain(["."])


@pytest.mark.parametrize(
    ("files", "together"),
    [
        ({"a.py": "import b\ntf.x", "b.py": "tf.y", "c.py": "tf.z"}, {"a.py", "b.py"}),
        ({"x/a.py": "import b", "y/b.py": "tf.y", "c.py": "tf.z"}, {"x/a.py", "y/b.py"}),
        ({"x/a.py": "import b", "x/b.py": "tf.y", "y/b.py": "tf.y"}, {"x/a.py", "x/b.py"}),
        (
            {"x/a.py": "sys.path.append(p)\nimport b", "x/b.py": "tf.", "y/b.py": "tf."},
            {"x/a.py", "x/b.py", "y/b.py"},
        ),
        ({"a.py": "import_module(n)", "x/b.py": "", "x/c.py": ""}, {"a.py", "x/b.py", "x/c.py"}),
        ({"p/__init__.py": "tf", "p/a.py": "tf", "q/b.py": "tf"}, {"p/__init__.py", "p/a.py"}),
        (
            {
                "r/run.py": "from lib.a import f",
                "r/b.py": "tf.",
                "lib/a.py": "import b",
                "lib/b.py": "tf.",
            },
            {"r/run.py", "r/b.py", "lib/a.py", "lib/b.py"},
        ),
    ],
)
def test_what_belongs_together(files: dict[str, str], together: set[str]) -> None:
    found = pieces({Path(name): text.encode() * 100 for name, text in files.items()})
    assert {str(path) for one in found for path in one} == set(files)
    (part,) = [one for one in found if Path(min(together)) in one]
    assert {str(path) for path in part} == together
