"""What --fix does to whole programs, and what TensorFlow makes of them afterwards."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tensorflows import NO_TENSORFLOW_221, tensorflow_221

from scopecheck.config import Config
from scopecheck.repair import repair

PROGRAMS = Path(__file__).parent / "fixes"
CASES = sorted(path.name.removesuffix(".before.py") for path in PROGRAMS.glob("*.before.py"))
PLAY = """\
import contextlib, io, json, runpy, sys, traceback
import tensorflow.compat.v1 as tf

printed = {}
for path in sys.argv[1:]:
    out = io.StringIO()
    with tf.Graph().as_default(), contextlib.redirect_stdout(out):
        try:
            runpy.run_path(path)
        except Exception:
            traceback.print_exc(file=out)
    printed[path] = out.getvalue()
print(json.dumps(printed))
"""


def fixed(folder: Path, case: str, *, unsafe: bool) -> str:
    """The text of a case's program after fixing."""
    path = folder / f"{case}.py"
    path.write_bytes((PROGRAMS / f"{case}.before.py").read_bytes())
    done = repair([path], Config(root=folder), unsafe=unsafe)
    return done.changes[str(path)][1].decode() if done.changes else ""


@pytest.mark.parametrize("case", CASES)
def test_the_fixed_program(tmp_path: Path, case: str) -> None:
    text = fixed(tmp_path, case, unsafe=True)
    expected = PROGRAMS / f"{case}.after.py"
    if os.environ.get("SCOPECHECK_REWRITE_GOLDEN"):
        expected.write_text(text, encoding="utf-8")
    assert text == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("case", CASES)
def test_what_is_unsafe_is_not_done_unasked(tmp_path: Path, case: str) -> None:
    text = fixed(tmp_path, case, unsafe=False)
    assert bool(text) == ("# safe" in (PROGRAMS / f"{case}.before.py").read_text())


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What each fixed program prints in TensorFlow, or its error; all in one process."""
    folder = tmp_path_factory.mktemp("built")
    (folder / "play.py").write_text(PLAY, encoding="utf-8")
    command = [sys.executable, "play.py", *map(str, PROGRAMS.glob("*.after.py"))]
    environment = {**os.environ, "TF_USE_LEGACY_KERAS": "1", "TF_CPP_MIN_LOG_LEVEL": "3"}
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=True
    )
    printed: dict[str, str] = json.loads(done.stdout)
    return printed


@pytest.mark.skipif(not tensorflow_221(), reason=NO_TENSORFLOW_221)
@pytest.mark.parametrize("case", CASES)
def test_tensorflow_builds_the_fixed_program(built: dict[str, str], case: str) -> None:
    """Its last line prints what is shared; its first comment says what that has to be."""
    path = PROGRAMS / f"{case}.after.py"
    first = path.read_text(encoding="utf-8").split("\n", 1)[0]
    assert f"# {built[str(path)].strip()}" == first.removesuffix("  # safe")
