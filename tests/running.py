"""What the tests of the runtime share: programs written to files, and commands run on them."""

from __future__ import annotations

import subprocess
import sys
import textwrap
from dataclasses import dataclass
from pathlib import Path

import pytest
from tensorflows import NO_TENSORFLOW_221, tensorflow_221

from scopecheck.runtime.host import Setting
from scopecheck.runtime.places import Places
from scopecheck.runtime.process import Limits
from scopecheck.runtime.target import parse_target
from scopecheck.runtime.verify import Verified, verify

SEEDS = Path(__file__).parents[1] / "fixtures" / "seeds"

needs_tensorflow = pytest.mark.skipif(not tensorflow_221(), reason=NO_TENSORFLOW_221)


@dataclass(frozen=True)
class Ran:
    """A command's end."""

    code: int
    out: str
    err: str


def scopecheck(*words: str | Path, cwd: Path | None = None) -> Ran:
    """Run a command of scopecheck."""
    command = [sys.executable, "-m", "scopecheck", *map(str, words)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=cwd, timeout=300)
    return Ran(done.returncode, done.stdout, done.stderr)


def written(folder: Path, text: str, name: str = "program.py") -> Path:
    """A program in a file."""
    file = folder / name
    file.write_text(textwrap.dedent(text), encoding="utf-8")
    return file


def verified(target: str | Path, *, to_end: bool = False, seconds: float = 120.0) -> Verified:
    """What verify finds, in this interpreter's TensorFlow."""
    setting = Setting(to_end=to_end, limits=Limits(seconds))
    return verify(parse_target(str(target)), setting, Places())


def codes(found: Verified) -> list[str]:
    """The codes of its findings."""
    return [finding.code for finding in found.findings]
