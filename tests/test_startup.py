"""What starting up imports: as little as the command needs, and never TensorFlow."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from scopecheck import __version__

ROOT = Path(__file__).resolve().parents[1]
HEAVY = {"libcst", "rich", "pathspec", "fissix", "immutables", "numpy"}
NEVER = {"tensorflow", "tf_keras", "keras", "tf_slim"}

RUN = """
import sys
sys.argv[0] = "scopecheck"
from scopecheck.cli import main
try:
    main()
except SystemExit as end:
    print(end.code, *sorted(sys.modules), file=sys.stderr)
"""


def imported(*words: str) -> tuple[str, str, set[str]]:
    """The exit code of a command line, what it printed, and all that it imported."""
    command = [sys.executable, "-c", RUN, *words]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    code, *modules = done.stderr.split()
    return code, done.stdout, set(modules)


def test_the_version_is_said_at_once() -> None:
    code, out, modules = imported("--version")
    assert (code, out) == ("0", f"scopecheck {__version__}\n")
    assert not (HEAVY | NEVER) & modules
    assert {name for name in modules if name.startswith("scopecheck.")} == {"scopecheck.cli"}


def test_help_is_said_at_once() -> None:
    code, out, modules = imported("--help")
    assert code == "0"
    assert out.startswith("Usage: scopecheck")
    assert not (HEAVY | NEVER) & modules


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("check", "fixtures/seeds/s0_gan_dense"), "1"),
        (("check", "fixtures/seeds/s3_keras_gan"), "1"),
        (("variables", "fixtures/seeds/s2_conv_gan"), "0"),
        (("rule", "SCO101"), "0"),
    ],
)
def test_tensorflow_is_never_imported(words: tuple[str, ...], code: str) -> None:
    done, _, modules = imported(*words)
    assert done == code
    assert not NEVER & modules


def test_the_pytest_plugin_is_light() -> None:
    program = "import sys, scopecheck.pytest_plugin; print(*sys.modules)"
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert not (HEAVY | NEVER) & set(done.stdout.split())
