"""A rewrite that keeps what a program does keeps what is found in it.

`python tests/test_metamorphic.py` holds every fixture against every rewrite;
`python tests/test_metamorphic.py --generated N --seed S` programs made at random.
"""

from __future__ import annotations

import argparse
import ast
import functools
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from differential.generate import generate
from metamorphic.rewrites import REWRITES, apply

from scopecheck.config import Config
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


Verdict = list[tuple[str, str]]


@functools.lru_cache(maxsize=32)
def verdict(name: str, text: str, helper: str | None = None) -> Verdict:
    """What is found in a program, with its module: the codes and the variables."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, name)
        file.write_text(text, encoding="utf-8")
        if helper is not None:
            Path(folder, f"helper_{name[1:]}").write_text(helper, encoding="utf-8")
        found = check_paths([file], Config(root=Path(folder))).result
    assert not found.failures, (name, found.failures)
    return sorted((one.code, one.variable or "") for one in found.findings)


def flips(name: str, text: str, rewrite: str, helper: str | None = None) -> str:
    """How the verdict changes under a rewrite; empty if it doesn't."""
    first = verdict(name, text, helper)
    second = verdict(name, apply(rewrite, text), helper)
    if rewrite == "unroll_loops":  # a place in a loop becomes several
        first, second = (
            sorted({(code, "") for code, _ in first}),
            sorted({(code, "") for code, _ in second}),
        )
    return "" if first == second else f"{name} {rewrite}: {first} became {second}"


def pairs() -> list[tuple[Path, str]]:
    """Every rewrite with some fixtures, every fixture of the sample with some rewrite."""
    chosen = programs()[:: max(1, len(programs()) // SAMPLE)]
    names = sorted(REWRITES)
    return [(path, names[i % len(names)]) for i, path in enumerate(chosen)]


@pytest.mark.parametrize(("path", "name"), pairs(), ids=lambda one: getattr(one, "name", one))
def test_verdict_stays(path: Path, name: str) -> None:
    assert not flips(path.name, path.read_text(encoding="utf-8"), name)


def test_there_are_enough_rewrites_that_change_something() -> None:
    used = {
        name
        for name in REWRITES
        for path in programs()
        if apply(name, path.read_text(encoding="utf-8"))
        != apply("written_anew", path.read_text(encoding="utf-8"))
    }
    assert len(used) >= 15


def sources(chosen: argparse.Namespace) -> Iterator[tuple[str, str, str | None]]:
    """The programs to rewrite: a name, the text, the text of a module."""
    if not chosen.generated:
        yield from ((path.name, path.read_text(encoding="utf-8"), None) for path in programs())
    for number in range(chosen.start, chosen.start + chosen.generated):
        one = generate(chosen.seed, number, "2.21")
        yield one.name, one.text, one.module


def main() -> None:
    """Every program under every rewrite, or under those named."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--generated", type=int, default=0, metavar="N")
    parser.add_argument("--seed", type=int, default=0, metavar="S")
    parser.add_argument("--start", type=int, default=0, metavar="K", help="number of the first")
    parser.add_argument("rewrites", nargs="*", default=sorted(REWRITES), metavar="REWRITE")
    chosen = parser.parse_args()
    seen = changed = wrong = 0
    for name, text, helper in sources(chosen):
        seen += 1
        for rewrite in chosen.rewrites:
            changed += apply(rewrite, text) != apply("written_anew", text)
            told = flips(name, text, rewrite, helper)
            if told:
                wrong += 1
                print(told, flush=True)
    print(f"{seen} programs, {changed} changed by {len(chosen.rewrites)} rewrites, {wrong} flips")


if __name__ == "__main__":
    main()
