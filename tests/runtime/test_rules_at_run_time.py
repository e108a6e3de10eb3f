"""On the trace of a real run the rules find what the fixtures expect, and nothing else."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from running import needs_tensorflow
from runtime.comparisons import ALL, ROOT, STEP, Outcome, Told, outcomes
from test_fixtures import expected

LEAST = 200
NOT_RECORDED = frozenset(
    {
        "fixtures/findings/varlist_missing/read_between_halves.py",
        "fixtures/findings/one_cell_as_layers.py",
        "fixtures/findings/update_ops/never_in_training.py",
    }
)
"""Found by when a list was read, which cell object is which layer, or what a layer was given: no
run records that, as docs/runtime.md says."""


@needs_tensorflow
def test_tensorflow_2() -> None:
    assert_found("2.21")


@pytest.mark.tf115
@pytest.mark.skipif(
    "SCOPECHECK_TF115_PY3" not in os.environ or not ALL,
    reason="SCOPECHECK_TF115_PY3 names no interpreter, or SCOPECHECK_TEST_ALL is not set",
)
def test_tensorflow_1() -> None:
    assert_found("1.15")


def assert_found(version: str) -> None:
    """Every fixture's expectations are met where its scripts get to them, in any of its runs.

    Keras's models are another matter: what their steps change depends on the Keras, and which
    weights their lists hold is not in the trace.
    """
    runs: dict[str, list[Outcome]] = {}
    for name, one in outcomes("fixtures", version).items():
        if not one.unfit and "keras" not in (ROOT / name.split()[0]).read_text(encoding="utf-8"):
            runs.setdefault(name.split()[0], []).append(one)
    wrong = [line for name, several in runs.items() for line in _wrong(name, several)]
    assert not wrong, f"{len(runs)} fixtures, but\n  " + "\n  ".join(wrong)
    assert len(runs) * STEP >= LEAST


def _wrong(name: str, runs: list[Outcome]) -> list[str]:
    file = Path(name)
    wanted = set(expected(str(file.parent if file.name == "main.py" else file)))
    found = {told for one in runs for told in one.findings}
    reached = {place for one in runs for place in one.reached}
    seen = name not in NOT_RECORDED
    missed = {told for told in wanted - found if told[:3] in reached and seen}
    return [*_told("not expected", found - wanted), *_told("not found", missed)]


def _told(how: str, findings: set[Told]) -> list[str]:
    return [
        f"{file}:{line} {code} {variable}: {how}"
        for file, _, line, code, variable in sorted(findings, key=str)
    ]
