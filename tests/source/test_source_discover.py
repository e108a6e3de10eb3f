"""Finding files."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from scopecheck.source import PathProblem, discover

needs_links = pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty directory, being the current one, inside no repository."""
    directory = tmp_path / "project"
    directory.mkdir()
    monkeypatch.chdir(directory)
    return directory


def make(*names: str) -> None:
    for name in names:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).touch()


def write(name: str, text: str) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, encoding="utf-8")


def found(*paths: str, exclude: Iterable[str] = (), respect_gitignore: bool = True) -> list[str]:
    files = discover(
        paths or ["."], root=".", exclude=tuple(exclude), respect_gitignore=respect_gitignore
    )
    return [path.as_posix() for path in files]


def test_python_and_notebooks_sorted(project: Path) -> None:
    make("b.py", "a/z.ipynb", "a/b/c.pyw", "A.PY", "x.txt", "y.pyc", "noext", "c.pyi")
    assert found() == ["A.PY", "a/b/c.pyw", "a/z.ipynb", "b.py"]
    assert found(str(project)) == [f"{project.as_posix()}/{name}" for name in found()]
    assert found("a") == ["a/b/c.pyw", "a/z.ipynb"]


@pytest.mark.parametrize(
    "name",
    [
        ".git",
        ".venv",
        "venv",
        "node_modules",
        "__pycache__",
        ".ipynb_checkpoints",
        "build",
        "dist",
        ".eggs",
        ".tox",
        ".nox",
        ".mypy_cache",
        "site-packages",
    ],
)
def test_skipped_directories(project: Path, name: str) -> None:
    make(f"{name}/a.py", f"src/{name}/b.py", "src/c.py", f"src/{name}.py")
    assert found() == sorted([f"src/{name}.py", "src/c.py"])
    assert found(name) == [f"{name}/a.py"]


def test_virtual_environment_of_any_name(project: Path) -> None:
    make("env/pyvenv.cfg", "env/a.py", "envs/b.py")
    assert found() == ["envs/b.py"]


def test_explicit_files_whatever_their_name(project: Path) -> None:
    make("script", "build/a.txt", "ignored.py")
    write(".gitignore", "ignored.py\n")
    assert found("script", "build/a.txt", "ignored.py") == ["build/a.txt", "ignored.py", "script"]


def test_no_duplicates(project: Path) -> None:
    make("a/b.py", "a/c.py")
    assert found("a", "a/b.py", "./a", ".", str(project / "a")) == ["a/b.py", "a/c.py"]


def test_missing_path_at_once(project: Path) -> None:
    make("a.py")
    with pytest.raises(PathProblem, match=r"^none: no such file or directory$") as caught:
        discover(["a.py", "none"], root=".")
    assert caught.value.filename == "none"
    with pytest.raises(PathProblem):
        discover(["a\0b"], root=".")


@needs_links
def test_dangling_link_given(project: Path) -> None:
    Path("a.py").symlink_to("none.py")
    with pytest.raises(PathProblem):
        discover(["a.py"], root=".")


@needs_links
def test_links(project: Path) -> None:
    make("pkg/a.py", "../outside/b.py", "../outside/c.py")
    Path("pkg/loop").symlink_to("..", target_is_directory=True)
    Path("pkg/self.py").symlink_to("self.py")
    Path("pkg/dangling.py").symlink_to("none.py")
    Path("pkg/alias.py").symlink_to("a.py")
    Path("pkg/b.py").symlink_to("../../outside/b.py")
    Path("elsewhere").symlink_to("../outside", target_is_directory=True)
    assert found() == ["pkg/a.py", "pkg/b.py"]
    assert found("elsewhere") == ["elsewhere/b.py", "elsewhere/c.py"]
    assert found("elsewhere", ".") == ["pkg/a.py", "pkg/b.py", "elsewhere/c.py"]
    assert found("pkg/alias.py", "pkg/a.py") == ["pkg/a.py"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes")
def test_pipes_are_no_sources(project: Path) -> None:
    os.mkfifo("a.py")
    assert found() == []


def test_unreadable_directory(project: Path) -> None:
    make("a/x.py", "b/y.py")
    Path("a").chmod(0)
    if os.access("a", os.R_OK):
        pytest.skip("permissions bind no superuser")
    try:
        with pytest.raises(PathProblem, match="a: permission denied"):
            list(discover(["."], root="."))
        with pytest.raises(PathProblem, match="a: permission denied"):
            discover(["a"], root=".")
        errors: list[OSError] = []
        assert list(discover(["."], root=".", on_error=errors.append)) == [Path("b/y.py")]
        assert [error.filename for error in errors] == ["a"]
    finally:
        Path("a").chmod(0o700)


def test_directory_that_vanishes(project: Path) -> None:
    make("a/x.py", "b/y.py", "c/z.py")
    errors: list[OSError] = []
    files = discover(["."], root=".", on_error=errors.append)
    assert next(files) == Path("a/x.py")
    shutil.rmtree("b")
    assert list(files) == [Path("c/z.py")]
    assert [str(error) for error in errors] == ["b: no such file or directory"]
    files = discover(["."], root=".")
    assert next(files) == Path("a/x.py")
    shutil.rmtree("c")
    with pytest.raises(PathProblem):
        list(files)


def test_exclude(project: Path) -> None:
    make("a.py", "old/b.py", "src/old/c.py", "src/d_test.py", "src/e.py", "src/gen/f.py")
    assert found(exclude=["old", "*_test.py", "/src/gen/"]) == ["a.py", "src/e.py"]
    assert found("src", exclude=["/src/old"]) == ["src/d_test.py", "src/e.py", "src/gen/f.py"]
    assert found(exclude=["*.py", "!a.py"]) == ["a.py"]
    assert found("old/b.py", exclude=["old"]) == ["old/b.py"]


def test_exclude_elsewhere(project: Path, tmp_path: Path) -> None:
    make("../other/a.py")
    assert found("../other", exclude=["*.py"]) == ["../other/a.py"]


def test_gitignore(project: Path) -> None:
    make("a.py", "gen/b.py", "src/gen/c.py", "src/keep.py", "src/tmp_1.py", "out/x/d.py")
    write(".gitignore", "# comment\n/gen/\ntmp_*\n\nout/**\n")
    assert found() == ["a.py", "src/gen/c.py", "src/keep.py"]
    assert found("src") == ["src/gen/c.py", "src/keep.py"]
    assert len(found(respect_gitignore=False)) == 6


def test_nested_gitignore(project: Path) -> None:
    make("a/x.py", "a/y.py", "b/x.py", "a/deep/x.py")
    write(".gitignore", "x.py\n")
    write("a/.gitignore", "!x.py\n/y.py\n")
    assert found() == ["a/deep/x.py", "a/x.py"]
    assert found("a") == ["a/deep/x.py", "a/x.py"]
    assert found("a/deep") == ["a/deep/x.py"]
    assert found("b") == []


def test_what_stands_in_an_ignored_directory_cannot_come_back(project: Path) -> None:
    make("gen/x.py")
    write(".gitignore", "gen/\n")
    write("gen/.gitignore", "!x.py\n")
    assert found() == []


def test_ignored_directory_that_was_asked_for(project: Path) -> None:
    make("gen/sub/x.py", "gen/y.py")
    write(".gitignore", "gen/\n")
    write("gen/.gitignore", "y.py\n")
    assert found("gen") == ["gen/sub/x.py"]
    assert found("gen/sub") == ["gen/sub/x.py"]


def test_repository_above_root(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(".git/HEAD", "sub/a.py", "sub/b.py", "sub/c.py", "sub/d.py")
    write(".gitignore", "a.py\n")
    write(".git/info/exclude", "b.py\nc.py\n")
    write("sub/.gitignore", "!c.py\n")
    monkeypatch.chdir("sub")
    assert found() == ["c.py", "d.py"]


def test_gitignore_above_root_and_no_repository(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make("sub/a.py")
    write(".gitignore", "*.py\n")
    monkeypatch.chdir("sub")
    assert found() == ["a.py"]


def test_bad_gitignore(project: Path) -> None:
    make("a.py", "b.py")
    Path(".gitignore").write_bytes(b"!\n\xff\xfe\n[\n/\nb.py\n")
    assert found() == ["a.py"]
    Path("a.py").unlink()
    Path(".gitignore").unlink()
    Path(".gitignore").mkdir()
    assert found() == ["b.py"]


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_ignores_what_git_ignores(project: Path) -> None:
    names = [
        *("a.py", "b.py", "x/a.py", "x/b.py", "x/y/a.py", "x/y/b.py", "z/a.py", "z/w/c.py"),
        *("foo.py", "x/foo.py", "x/foo/c.py", "with space.py", "é.py", "z/#h.py", "abc/d/e.py"),
    ]
    make(*names)
    write(".gitignore", "/a.py\nx/*\n!x/y\nfoo\nwith\\ space.py\nz/**/c.py\n\\#h.py\nabc/d\n")
    write("x/.gitignore", "!b.py\n")
    write("x/y/.gitignore", "b.*\n!?.py\n")
    subprocess.run(["git", "init", "-q"], check=True)
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--others", "--exclude-standard"],
        check=True,
        capture_output=True,
    )
    by_git = {name for name in listed.stdout.decode().split("\0") if name.endswith(".py")}
    assert set(found()) == by_git
