"""Configured roots: what is analysed is more than what is reported on."""

from __future__ import annotations

from pathlib import Path

import pytest

from scopecheck.cli import main

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


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A bug that two files make together, and a third file with one of its own."""
    source = tmp_path / "src"
    source.mkdir()
    (source / "network.py").write_text(NETWORK)
    (source / "train.py").write_text(PROGRAM)
    (source / "other.py").write_text(PROGRAM.replace("from network import", "from net2 import"))
    (source / "net2.py").write_text(NETWORK)
    (tmp_path / "pyproject.toml").write_text("[tool.scopecheck]\nroots = ['src']\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def check(monkeypatch: pytest.MonkeyPatch, *words: str) -> int:
    monkeypatch.setattr("sys.argv", ["scopecheck", *words, "--output-format", "concise"])
    with pytest.raises(SystemExit) as caught:
        main()
    return int(caught.value.code or 0)


def test_a_bug_of_two_files_is_found_in_either(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for staged in ("src/network.py", "src/train.py"):
        assert check(monkeypatch, staged) == 1
        assert capsys.readouterr().out.startswith("src/network.py:6:16: SCO101")


def test_only_what_concerns_the_given_files_is_reported(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check(monkeypatch, "src/net2.py") == 1
    assert capsys.readouterr().out.count("\n") == 1
    (project / "src" / "alone.py").write_text("x = 1\n")
    assert check(monkeypatch, "src/alone.py") == 0


def test_without_roots_a_lone_file_is_right(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (project / "pyproject.toml").write_text("[tool.scopecheck]\n")
    assert check(monkeypatch, "src/network.py") == 0
    assert check(monkeypatch, "src/train.py") == 1


def test_a_root_has_to_be_there(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "pyproject.toml").write_text("[tool.scopecheck]\nroots = ['lib']\n")
    assert check(monkeypatch, "src/network.py") == 2
    assert "roots: there is no 'lib' in" in capsys.readouterr().err


def test_nothing_but_excluded_files(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert check(monkeypatch, "src/train.py", "--force-exclude", "--exclude", "src") == 0


@pytest.mark.parametrize("inside", [".", "work", "work/gan"])
def test_a_folder_of_a_package_that_imports_by_the_package(
    inside: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "work" / "gan"
    folder.mkdir(parents=True)
    (tmp_path / "work" / "network.py").write_text(NETWORK)
    (folder / "train.py").write_text(PROGRAM.replace("network import", "work.network import"))
    monkeypatch.chdir(tmp_path / inside)
    assert check(monkeypatch, str(folder)) == 1
    assert "network.py:6:16: SCO101" in capsys.readouterr().out
