"""The pre-commit hooks, as pre-commit itself installs and runs them.

They are installed from the package index: SCOPECHECK_TEST_NETWORK=1 says that it can be reached.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MEGABYTE = 1 << 20

pytestmark = [
    pytest.mark.skipif(
        not os.environ.get("SCOPECHECK_TEST_NETWORK"),
        reason="SCOPECHECK_TEST_NETWORK is not set: the hooks are installed from the index",
    ),
    pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed"),
    pytest.mark.skipif(
        importlib.util.find_spec("pre_commit") is None, reason="pre-commit is not installed"
    ),
]

NETWORK = """\
import tensorflow as tf


def discriminator(image):
    with tf.variable_scope("d"):
        return tf.layers.dense(image, 1)
"""
PROGRAM = """\
import tensorflow as tf
from network import discriminator

real = discriminator(tf.placeholder(tf.float32, [None, 4]))
fake = discriminator(tf.random_normal([8, 4]))
"""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where pre-commit keeps what it installs; shared, so that it installs once."""
    return tmp_path_factory.mktemp("pre-commit")


@pytest.fixture(scope="module")
def hooks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with what a user would get: the files that git knows or may know."""
    hooks = tmp_path_factory.mktemp("hooks")
    listed = git(ROOT, "ls-files", "--cached", "--others", "--exclude-standard")
    for name in listed.splitlines():
        if name.startswith(("scopecheck/", ".pre-commit", "pyproject", "README")):
            (hooks / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, hooks / name)
    commit_all(hooks)
    return hooks


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A repository with a bug that two files make together, one of them staged."""
    (tmp_path / "network.py").write_text("")
    (tmp_path / "train.py").write_text(PROGRAM)
    (tmp_path / "notes.txt").write_text("")
    (tmp_path / "pyproject.toml").write_text("[tool.scopecheck]\nroots = ['.']\n")
    commit_all(tmp_path)
    (tmp_path / "network.py").write_text(NETWORK)
    git(tmp_path, "add", "network.py")
    return tmp_path


def git(directory: Path, *words: str) -> str:
    identity = ("-c", "user.name=test", "-c", "user.email=test@example.org")
    command = ["git", *identity, *words]
    done = subprocess.run(command, cwd=directory, capture_output=True, text=True, check=True)
    return done.stdout


def commit_all(directory: Path) -> None:
    git(directory, "init", "--quiet")
    git(directory, "add", ".")
    git(directory, "commit", "--quiet", "--no-verify", "--message", "all")


def pre_commit(project: Path, home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pre_commit", *words]
    environment = {**os.environ, "PRE_COMMIT_HOME": str(home)}
    environment.pop("PYTHONPATH", None)
    return subprocess.run(
        command, cwd=project, env=environment, capture_output=True, text=True, check=False
    )


def run(
    project: Path, hooks: Path, home: Path, hook: str = "scopecheck"
) -> subprocess.CompletedProcess[str]:
    """Run the hook as a project's configuration names it."""
    revision = git(hooks, "rev-parse", "HEAD").strip()
    config = f"repos: [{{repo: {hooks}, rev: {revision}, hooks: [{{id: {hook}}}]}}]\n"
    (project / ".pre-commit-config.yaml").write_text(config)
    git(project, "add", ".")
    return pre_commit(project, home, "run", "--verbose")


def test_the_hook_finds_a_bug_of_two_files(project: Path, hooks: Path, home: Path) -> None:
    done = pre_commit(project, home, "try-repo", str(hooks), "scopecheck", "--verbose")
    assert done.returncode == 1, done.stdout + done.stderr
    assert "error[SCO101]: the variable `d/dense/kernel` exists already" in done.stdout
    assert "--> network.py:6:16" in done.stdout


def test_the_hook_passes(project: Path, hooks: Path, home: Path) -> None:
    (project / "train.py").write_text("")
    done = run(project, hooks, home)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "No variable-sharing problems found in 2 files." in done.stdout


def test_the_hook_that_fixes(project: Path, hooks: Path, home: Path) -> None:
    switched = NETWORK.replace("(image)", "(image, reuse=None)").replace('"d"', '"d", reuse=reuse')
    (project / "network.py").write_text(switched)
    done = run(project, hooks, home, "scopecheck-fix")
    assert done.returncode == 1, done.stdout + done.stderr
    assert "files were modified by this hook" in done.stdout
    assert "[8, 4]), reuse=True)" in (project / "train.py").read_text()


def test_no_file_to_check(project: Path, hooks: Path, home: Path) -> None:
    git(project, "reset", "--quiet", "--hard")
    (project / "notes.txt").write_text("changed\n")
    done = run(project, hooks, home)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "no files to check" in done.stdout


def test_what_is_installed_is_small(project: Path, hooks: Path, home: Path) -> None:
    run(project, hooks, home)
    (environment,) = home.glob("repo*/py_env-*")
    size = sum(file.lstat().st_size for file in environment.rglob("*") if file.is_file())
    assert size < 60 * MEGABYTE
