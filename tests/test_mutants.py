"""The mutants of the checker's own source: their operators, and which programs notice them."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest
from mutants.operators import mutations
from mutants.play import CPU_SECONDS, apart, played, reached
from mutants.programs import Program, recorded
from mutants.sample import mutant

STORE = "scopecheck/models/store/variable_store.py"


@pytest.mark.parametrize(
    ("text", "operator", "changed"),
    [
        ("x = a < b", "comparison", "x = a <= b"),
        ("x = a and b", "and, or", "x = a or b"),
        ("x = a + b", "arithmetic", "x = a - b"),
        ("x = 'a'", "constant", "x = 'aX'"),
        ("x = True", "constant", "x = False"),
        ("if a:\n    x = b", "negated test", "if not a:\n    x = b"),
        ("x = [a for a in b if not a]", "negated test", "x = [a for a in b if a]"),
        ("f(a, b, c)", "swapped arguments", "f(b, a, c)"),
        ("def f(a=1):\n    return a", "default value", "def f(a=2):\n    return a"),
        ("def f():\n    return a", "returned None", "def f():\n    return None"),
        ("def f():\n    g()", "removed statement", "def f():\n    pass"),
        ("for x in a:\n    break", "break, continue", "for x in a:\n    continue"),
    ],
)
def test_operators(text: str, operator: str, changed: str) -> None:
    tree = ast.parse(text)
    (one,) = (one for one in mutations(tree) if one.operator == operator)
    one.edit()
    assert ast.unparse(ast.fix_missing_locations(tree)) == changed


@pytest.mark.parametrize(
    "text", ["def f(a: 'x | y') -> 'z': ...", '"""Text."""', "@f(1)\ndef g(): ..."]
)
def test_what_does_not_run_is_left_alone(text: str) -> None:
    assert not mutations(ast.parse(text))


@pytest.fixture(scope="module")
def programs() -> list[Program]:
    return [one for one in recorded() if "/reuse" in one.path.as_posix()][:6]


def test_mutants_are_tried_on_programs_that_come_to_them(programs: list[Program]) -> None:
    tree = ast.parse((programs[0].path.parents[4] / STORE).read_text(encoding="utf-8"))
    negated = [i for i, one in enumerate(mutations(tree)) if one.operator == "negated test"]
    mutants = [mutant(STORE, index) for index in negated[:2]]
    met = reached(mutants, programs)
    fates = [played(one, some) for one, some in zip(mutants, met, strict=True)]
    assert any(fates[at].by for at in range(len(fates)))
    assert all(bool(some) or not fate.by for some, fate in zip(met, fates, strict=True))


def test_what_never_ends_is_ended() -> None:
    def work() -> Iterator[int]:
        import signal

        signal.setitimer(signal.ITIMER_PROF, min(CPU_SECONDS, 0.2))
        yield 1
        while True:
            pass

    assert apart(work) == ([1], "SIGPROF")
