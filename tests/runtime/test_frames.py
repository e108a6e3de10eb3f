"""Which files are the program's own."""

from __future__ import annotations

import json
import os
import subprocess
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


WITH = """
def leave(place):
    with outer(), inner(
    ) as one:
        print(one)
    with last():
        return 3
"""
ASK = """
import json, sys
sys.path.insert(0, sys.argv[1])
import frames
names = {}
exec(compile(sys.argv[2], "with.py", "exec"), names)
print(json.dumps(sorted(frames.exits_of(names["leave"].__code__).values())))
"""


@pytest.mark.tf115
@pytest.mark.parametrize("which", ["SCOPECHECK_TF115_PY3", "SCOPECHECK_TF115_PY2"])
def test_old_pythons_leave_a_with_at_its_line(which: str) -> None:
    if which not in os.environ:
        pytest.skip(f"{which} names no interpreter")
    probe = Path(__file__).resolve().parents[2] / "scopecheck" / "runtime" / "probe"
    command = [os.environ[which], "-B", "-c", ASK, str(probe), WITH]
    ran = subprocess.run(command, capture_output=True, text=True, check=True)
    assert json.loads(ran.stdout) == [3, 3, 6]
