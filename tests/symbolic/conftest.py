"""Fixtures of the interpreter's tests."""

from __future__ import annotations

import sys
from pathlib import Path
from textwrap import dedent

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from interpreting import HEAD, Ended, Runs, Says, ways


@pytest.fixture
def runs(tmp_path: Path) -> Runs:
    """Runs a program, with other files beside it; gives every way it ends."""

    def run(program: str, steps: int = 150_000, **files: str) -> list[Ended]:
        for name, text in files.items():
            place = tmp_path / f"{name}.py"
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(dedent(text), encoding="utf-8")
        main = tmp_path / "main.py"
        main.write_text(HEAD + dedent(program), encoding="utf-8")
        return ways(main, steps)

    return run


@pytest.fixture
def says(runs: Runs) -> Says:
    """What a program that ends in one way, without an error, says."""

    def run(program: str) -> tuple[str, ...]:
        (end,) = runs(program)
        assert not end.error, end
        return end.words

    return run
