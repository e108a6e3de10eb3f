"""Deep nesting must not end the process: each text is read in one of its own."""

from __future__ import annotations

import subprocess
import sys

import pytest

READ = """
import sys
from scopecheck.source import read_bytes
text = eval(sys.argv[1])
source = read_bytes(text.encode(), sys.argv[2])
print(len(source.units), [problem.message for problem in source.problems])
"""


def read(expression: str, path: str = "a.py") -> str:
    done = subprocess.run(
        [sys.executable, "-c", READ, expression, path],
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.stderr == ""
    return done.stdout.strip()


@pytest.mark.parametrize(
    "expression",
    [
        "'(' * 50_000 + ')' * 50_000",
        "'(' * 50_000",
        "'x = ' + '[' * 50_000",
        "'x = ' + '-' * 50_000 + '1'",
        "'x = ' + 'not ' * 50_000 + '1'",
        "'x = ' + 'lambda: ' * 50_000 + '1'",
        "'x = ' + '1 if a else ' * 50_000 + '1'",
        "''.join(' ' * i + 'if x:\\n' for i in range(150)) + ' ' * 150 + 'pass'",
        "'if a: pass\\n' + 'elif a: pass\\n' * 20_000",
        "'print 1\\nx = ' + '-' * 20_000 + '1'",
    ],
)
def test_too_deep(expression: str) -> None:
    assert read(expression) == "0 ['too deeply nested to be parsed']"


@pytest.mark.parametrize(
    "expression",
    [
        "'x = ' + '1 + ' * 20_000 + '1'",
        "'x = a' + '.b' * 20_000",
        "'print 1\\nx = a' + '.b' * 10_000",
    ],
)
def test_what_some_pythons_take(expression: str) -> None:
    assert read(expression) in ("0 ['too deeply nested to be parsed']", "1 []")


@pytest.mark.parametrize(
    "expression",
    [
        "'[' * 200_000",
        "'{\"cells\":' * 200_000",
        "'{\"cells\": ' + '[' * 200_000 + ']' * 200_000 + '}'",
    ],
)
def test_deep_notebooks(expression: str) -> None:
    assert read(expression, "a.ipynb") == "0 ['not a notebook: too deeply nested']"


def test_deep_cell_loses_only_itself() -> None:
    cells = "[{'cell_type': 'code', 'source': s} for s in ('a', '-' * 50_000 + '1', 'b')]"
    expression = f"__import__('json').dumps({{'cells': {cells}}})"
    assert read(expression, "a.ipynb") == "2 ['too deeply nested to be parsed']"
