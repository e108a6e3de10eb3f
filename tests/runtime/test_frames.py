"""Which files are the program's own."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from scopecheck.runtime.probe.frames import Frames


def test_a_tensorflow_outside_of_site_packages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home, target = tmp_path / "project", tmp_path / "target"
    optimizer = target / "tensorflow" / "python" / "training" / "optimizer.py"
    package = target / "tensorflow" / "python" / "__init__.py"
    package.parent.mkdir(parents=True)
    assert Frames(home).is_own_file(str(optimizer))
    package.write_text("", encoding="utf-8")
    monkeypatch.syspath_prepend(target)
    assert not Frames(home).is_own_file(str(optimizer))
    assert Frames(home).is_own_file(str(home / "gan.py"))
    assert Frames(target).is_own_file(str(optimizer))


def test_python_and_what_has_no_file_are_nobodys_own(tmp_path: Path) -> None:
    assert not Frames(tmp_path).is_own_file(os.__file__)
    assert not Frames(tmp_path).is_own_file("<string>")
    assert not Frames(tmp_path).is_own_file(str(tmp_path / "site-packages" / "a.py"))
