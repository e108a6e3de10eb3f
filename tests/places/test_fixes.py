"""What --fix does to whole programs, and what TensorFlow makes of them afterwards."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tensorflows import NO_TENSORFLOW_221, tensorflow_221

from scopecheck.config import Config
from scopecheck.repair import repair

HEAD = "import tensorflow.compat.v1 as tf\n\ntf.disable_v2_behavior()\n\n"
PRINT = "\nprint(*sorted(v.name for v in tf.trainable_variables()))\n"
PROGRAMS = Path(__file__).parent / "fixes"
CASES = sorted(path.name.removesuffix(".before.py") for path in PROGRAMS.glob("*.before.py"))
INTERPRETER = os.environ.get("SCOPECHECK_TF221_PY3") or (
    sys.executable if tensorflow_221() else None
)


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


@pytest.mark.skipif(INTERPRETER is None, reason=NO_TENSORFLOW_221)
@pytest.mark.parametrize("case", CASES)
def test_tensorflow_builds_the_fixed_program(case: str) -> None:
    """Its last line prints what is shared; its first comment says what that has to be."""
    path = PROGRAMS / f"{case}.after.py"
    first = path.read_text(encoding="utf-8").split("\n", 1)[0]
    environment = {**os.environ, "TF_USE_LEGACY_KERAS": "1", "TF_CPP_MIN_LOG_LEVEL": "3"}
    done = subprocess.run(
        [str(INTERPRETER), str(path)], env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert f"# {done.stdout.strip()}" == first.removesuffix("  # safe")
