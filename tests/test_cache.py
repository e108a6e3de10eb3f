"""The cache: the same answer as without it, until anything changes that the answer rests on."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from scopecheck import cache as caching
from scopecheck.cache import NAME, Cache
from scopecheck.config import Config
from scopecheck.engine import Checked, check_paths
from scopecheck.report import render

GRAPH = "import tensorflow.compat.v1 as tf\ntf.disable_v2_behavior()\n"
BUG = GRAPH + 'tf.get_variable("w", [1])\ntf.get_variable("w", [1])\n'
USER = GRAPH + "import net\nnet.build()\nnet.build()\n"
NET = GRAPH + 'def build():\n    return tf.get_variable("w", [1])\n'

Check = Callable[[], str]


@pytest.fixture
def warned() -> list[str]:
    return []


@pytest.fixture
def check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, warned: list[str]) -> Check:
    """Checks the project with a cache; what it finds, and whether the cache knew it."""
    project = tmp_path / "project"
    project.mkdir()
    monkeypatch.chdir(project)

    def run(config: Config | None = None) -> str:
        ran: list[str] = []
        held = Cache(tmp_path / "cache", warned.append)
        done = check_paths(["."], config or Config(), cache=held, progress=ran.append)
        shown = [text(name, done) for name in ("json", "full")]
        return "\n".join(("new" if ran else "known", *shown))

    return run


def text(name: str, done: Checked) -> str:
    """A report as text."""
    lines = render(name, done.result, done.lines)
    return "\n".join("".join(piece.text for piece in line) for line in lines)


def parts(said: str) -> tuple[str, str]:
    first, rest = said.split("\n", 1)
    return first, rest


def test_the_answer_is_the_same(check: Check) -> None:
    Path("a.py").write_text(BUG)
    cells = [{"cell_type": "code", "source": BUG}]
    Path("b.ipynb").write_text(json.dumps({"cells": cells}))
    first, again = parts(check()), parts(check())
    assert (first[0], again[0]) == ("new", "known")
    assert first[1] == again[1]
    assert "SCO101" in first[1]
    assert 'tf.get_variable("w", [1])' in first[1]


def test_a_file_that_changes(check: Check) -> None:
    Path("a.py").write_text(BUG)
    check()
    Path("a.py").write_text(BUG.replace('"w"', '"v"'))
    state, report = parts(check())
    assert state == "new"
    assert '"v"' in report


def test_a_module_outside_of_what_is_checked(
    check: Check, tmp_path: Path, warned: list[str]
) -> None:
    Path("sub").mkdir()
    Path("sub/main.py").write_text(USER)
    Path("net.py").write_text(NET)

    def only_sub() -> str:
        ran: list[str] = []
        held = Cache(tmp_path / "cache", warned.append)
        done = check_paths(["sub"], cache=held, progress=ran.append)
        return f"{'new' if ran else 'known'} {len(done.result.findings)}"

    assert (only_sub(), only_sub()) == ("new 1", "known 1")
    Path("net.py").write_text(NET.replace("[1])", "[1]) if False else 0"))
    assert only_sub() == "new 0"


def test_a_new_file_that_an_import_finds(check: Check, tmp_path: Path) -> None:
    Path("main.py").write_text(USER)
    assert parts(check())[0] == "new"
    assert parts(check())[0] == "known"
    (Path("..") / "net.py").write_text(NET)  # beside the project: not looked for
    assert parts(check())[0] == "known"
    Path("net").mkdir()
    Path("net/readme.txt").write_text("")
    assert parts(check())[0] == "known"
    Path("net/build.py").write_text("")
    assert parts(check())[0] == "new"


def test_a_module_that_hides_another(tmp_path: Path, check: Check, warned: list[str]) -> None:
    Path("sub").mkdir()
    Path("sub/main.py").write_text(USER)
    Path("net.py").write_text(NET)

    def only_main() -> int:
        held = Cache(tmp_path / "cache", warned.append)
        return len(check_paths(["sub/main.py"], cache=held).result.findings)

    assert (only_main(), only_main()) == (1, 1)
    Path("sub/net.py").write_text("def build(): pass\n")
    assert only_main() == 0


def test_requirements_tell_the_version_of_keras(check: Check) -> None:
    Path("a.py").write_text("import keras\nm = keras.Sequential()\nm.trainable = False\n")
    check()
    assert parts(check())[0] == "known"
    Path("requirements.txt").write_text("keras==2.4\n")
    assert parts(check())[0] == "new"
    Path("requirements.txt").write_text("keras==3.4\n")
    assert parts(check())[0] == "new"
    assert parts(check())[0] == "known"


def test_settings_and_versions(check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("a.py").write_text(BUG)
    check()
    assert parts(check(Config(tensorflow="1.15")))[0] == "new"  # type: ignore[call-arg]
    assert parts(check())[0] == "known"
    monkeypatch.setattr(caching, "__version__", "0.0.0")
    assert parts(check())[0] == "new"
    monkeypatch.setattr(sys, "version", "4.0")
    assert parts(check())[0] == "new"


def test_what_failed_is_not_kept(check: Check, tmp_path: Path) -> None:
    Path("a.py").write_text(BUG)
    Path("b.py").symlink_to("b.py")
    held = Cache(tmp_path / "cache", print)
    for _ in range(2):
        ran: list[str] = []
        done = check_paths(["a.py", "b.py"], cache=held, progress=ran.append)
        assert done.result.failures
        assert ran


# -- a cache that is of no use --------------------------------------------------------------


def damaged(path: Path) -> None:
    path.write_bytes(b"no database" * 100)


def with_a_damaged_row(path: Path) -> None:
    with sqlite3.connect(path) as database:
        database.execute("UPDATE runs SET value = ?", (b"x" * 50,))
    database.close()


def a_directory(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize("spoil", [damaged, with_a_damaged_row, a_directory])
def test_a_cache_that_is_spoilt(
    spoil: Callable[[Path], None], check: Check, tmp_path: Path, warned: list[str]
) -> None:
    Path("a.py").write_text(BUG)
    expected = parts(check())[1]
    spoil(tmp_path / "cache" / NAME)
    state, report = parts(check())
    assert (state, report) == ("new", expected)
    assert len(warned) == 1
    assert "checking without the cache" in warned[0]


def test_a_damaged_cache_is_begun_anew(check: Check, tmp_path: Path, warned: list[str]) -> None:
    Path("a.py").write_text(BUG)
    check()
    damaged(tmp_path / "cache" / NAME)
    check()
    check()
    assert parts(check())[0] == "known"
    assert len(warned) == 1


def test_a_cache_that_another_process_locks(
    check: Check, tmp_path: Path, warned: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(caching, "PATIENCE", 0.05)
    Path("a.py").write_text(BUG)
    expected = parts(check())[1]
    other = sqlite3.connect(tmp_path / "cache" / NAME, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    try:
        assert parts(check()) == ("new", expected)
    finally:
        other.close()
    assert warned == [f"checking without the cache in {tmp_path / 'cache'}: database is locked"]
    assert parts(check())[0] == "known"


def test_a_full_cache(
    check: Check, tmp_path: Path, warned: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(self: Cache) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(Cache, "_opened", full)
    Path("a.py").write_text(BUG)
    assert parts(check())[0] == "new"
    assert len(warned) == 1
    assert warned[0].endswith("database or disk is full")


def test_a_directory_that_cannot_be_made(check: Check, tmp_path: Path, warned: list[str]) -> None:
    (tmp_path / "cache").write_text("a file")
    Path("a.py").write_text(BUG)
    assert parts(check())[0] == "new"
    assert len(warned) == 1


def test_old_runs_are_forgotten(
    check: Check, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(caching, "KEPT", 2)
    Path("a.py").write_text(BUG)
    for version in ("1", "2", "3"):
        monkeypatch.setattr(caching, "__version__", version)
        check()
    with sqlite3.connect(tmp_path / "cache" / NAME) as database:
        assert database.execute("SELECT count(*) FROM runs").fetchone() == (2,)
    database.close()
    assert parts(check())[0] == "known"


# -- the command line -----------------------------------------------------------------------


def command(folder: Path, *words: str) -> list[str]:
    return [sys.executable, "-m", "scopecheck", *words, "--cache-dir", str(folder)]


def test_several_processes_at_once(check: Check, tmp_path: Path) -> None:
    Path("a.py").write_text(BUG)
    words = command(tmp_path / "shared", ".", "--output-format", "concise")
    started = [
        subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(3)
    ]
    done = [(*one.communicate(timeout=120), one.returncode) for one in started]
    assert len(set(done)) == 1
    out, err, code = done[0]
    assert (code, err) == (1, b"")
    assert b"SCO101" in out


def test_nothing_heavy_is_imported_for_what_is_known(check: Check, tmp_path: Path) -> None:
    Path("a.py").write_text(BUG)
    program = (
        "import sys\nsys.argv = ['scopecheck', '.', '--cache-dir', sys.argv[1]]\n"
        "from scopecheck.cli import main\n"
        "try:\n    main()\nfinally:\n"
        "    names = {one.split('.')[0] for one in sys.modules}\n"
        "    names |= {'.'.join(one.split('.')[:2]) for one in sys.modules}\n"
        "    heavy = {'libcst', 'rich', 'fissix', 'immutables', 'scopecheck.symbolic'}\n"
        "    print(sorted(names & heavy), file=sys.stderr)\n"
    )
    words = [sys.executable, "-c", program, str(tmp_path / "shared")]
    cold, warm = (
        subprocess.run(words, capture_output=True, text=True, timeout=120, check=False)
        for _ in range(2)
    )
    assert cold.stdout == warm.stdout != ""
    assert warm.stderr == "[]\n"
    assert "immutables" in cold.stderr


def test_no_cache(check: Check, tmp_path: Path) -> None:
    Path("a.py").write_text(BUG)
    folder = tmp_path / "unused"
    done = subprocess.run([*command(folder, "."), "--no-cache"], capture_output=True, check=False)
    assert done.returncode == 1
    assert not folder.exists()


def test_the_users_cache_folder(check: Check, tmp_path: Path) -> None:
    Path("a.py").write_text(BUG)
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path / "home")}
    words = [sys.executable, "-m", "scopecheck", "."]
    done = subprocess.run(words, env=environment, capture_output=True, check=False)
    assert done.returncode == 1
    if sys.platform == "linux":
        assert (tmp_path / "home" / "scopecheck" / NAME).is_file()
