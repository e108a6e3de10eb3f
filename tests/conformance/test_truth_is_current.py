"""What was recorded is what TensorFlow does today: the recorder, run over the programs.

It is run over one in four, and over one in ten under TensorFlow 1.15, which doesn't change any
more; over all where ``SCOPECHECK_TEST_ALL`` is set.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from conformance.record_truth import applying, run_recorder, truth
from tensorflows import NO_TENSORFLOW_221, THIS, tensorflow_221

TRUTH = Path(__file__).resolve().parent / "truth"


def changes(version: str, interpreter: str, share: int) -> list[str]:
    """The programs that do something else under an interpreter than what was recorded.

    share: one in how many is run, where not all are.
    """
    step = 1 if "SCOPECHECK_TEST_ALL" in os.environ else share
    recorded = json.loads((TRUTH / f"{version}.json").read_text(encoding="utf-8"))["programs"]
    names = list(applying(version))
    assert sorted(recorded) == sorted(names)
    live: dict[str, Any] = json.loads(truth(version, run_recorder(interpreter, names[::step])))
    return [
        f"{name}: recorded {recorded[name]}, now {told}"
        for name, told in live["programs"].items()
        if recorded[name] != told
    ]


@pytest.mark.skipif(not tensorflow_221(), reason=NO_TENSORFLOW_221)
def test_truth_of_tensorflow_2() -> None:
    found = changes("2.21", THIS, 4)
    assert not found, "\n  ".join(found)


@pytest.mark.tf115
@pytest.mark.skipif(
    "SCOPECHECK_TF115_PY3" not in os.environ,
    reason="SCOPECHECK_TF115_PY3 names no interpreter with TensorFlow 1.15",
)
def test_truth_of_tensorflow_1() -> None:
    found = changes("1.15", os.environ["SCOPECHECK_TF115_PY3"], 10)
    assert not found, "\n  ".join(found)
