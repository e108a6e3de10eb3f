"""A rewrite that keeps what a program does keeps what is found in it.

`python tests/test_metamorphic.py` holds every fixture against every rewrite.
"""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest
from metamorphic.rewrites import REWRITES, apply

from scopecheck.engine import check_paths

ROOT = Path(__file__).resolve().parents[1]
FIXTURES = ROOT / "fixtures"
SAMPLE = 17


def programs() -> list[Path]:
    """The fixtures of one file that Python 3 can read."""
    found = sorted((FIXTURES / "findings").glob("*.py")) + sorted(
        (FIXTURES / "silent").glob("*.py")
    )
    return [path for path in found if readable(path.read_text(encoding="utf-8"))]


def readable(text: str) -> bool:
    try:
        ast.parse(text)
    except SyntaxError:
        return False
    return True


def verdict(path: Path) -> list[tuple[str, str]]:
    """What is found: the codes and the variables."""
    found = check_paths([path]).result
    assert not found.failures
    return sorted((one.code, one.variable or "") for one in found.findings)


def flips(path: Path, name: str, folder: Path) -> str:
    """How the verdict changes under a rewrite; empty if it doesn't."""
    before = path.read_text(encoding="utf-8")
    after = apply(name, before)
    plain, changed = folder / "plain" / path.name, folder / "changed" / path.name
    for file, text in ((plain, before), (changed, after)):
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    first, second = verdict(plain), verdict(changed)
    return "" if first == second else f"{path.name} {name}: {first} became {second}"


def pairs() -> list[tuple[Path, str]]:
    """Every rewrite with some fixtures, every fixture of the sample with some rewrite."""
    chosen = programs()[:: max(1, len(programs()) // SAMPLE)]
    names = sorted(REWRITES)
    return [(path, names[i % len(names)]) for i, path in enumerate(chosen)]


@pytest.mark.parametrize(("path", "name"), pairs(), ids=lambda one: getattr(one, "name", one))
def test_verdict_stays(path: Path, name: str, tmp_path: Path) -> None:
    assert not flips(path, name, tmp_path)


def test_there_are_enough_rewrites_that_change_something() -> None:
    used = {
        name
        for name in REWRITES
        for path in programs()
        if apply(name, path.read_text(encoding="utf-8"))
        != apply("written_anew", path.read_text(encoding="utf-8"))
    }
    assert len(used) >= 15


def main() -> None:
    """Every fixture under every rewrite, or under those named."""
    import tempfile

    names = sys.argv[1:] or sorted(REWRITES)
    wrong = 0
    for name in names:
        for path in programs():
            with tempfile.TemporaryDirectory() as folder:
                told = flips(path, name, Path(folder))
            if told:
                wrong += 1
                print(told, flush=True)
    print(f"{len(names)} rewrites of {len(programs())} programs, {wrong} verdicts changed")


if __name__ == "__main__":
    main()
